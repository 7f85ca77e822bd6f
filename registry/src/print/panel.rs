//! The foot of the page: the QR code, and beside it the verification code and how to check the document.

use super::error::PrintError;
use super::plan::Plan;
use super::qr::Qr;
use super::section::{Block, Colour, Op, Trilingual, WIDTH, fit};

/// Points in a millimetre.
const MM: f32 = 72.0 / 25.4;
/// The preferred side of a printed module.
const MODULE: f32 = 0.62 * MM;
/// The smallest module that an ordinary phone reads from a worn print.
const MIN_MODULE: f32 = 0.42 * MM;
/// The minimum and maximum side of the code, quiet zone included.
const SIDE: (f32, f32) = (46.0 * MM, 58.0 * MM);

/// The panel, relative to its top left corner.
pub(super) struct Panel {
    pub(super) block: Block,
    /// The side of the QR code with its quiet zone.
    pub(super) side: f32,
    /// How far the code's quiet zone reaches into the page margin.
    pub(super) overhang: f32,
}

/// Lays out the panel for a QR code.
pub(super) fn lay_out(plan: &Plan, qr: &Qr) -> Result<Panel, PrintError> {
    let modules = qr.modules() as f32;
    let side = (modules * MODULE).clamp(SIDE.0, SIDE.1);
    if side / modules < MIN_MODULE {
        return Err(PrintError::QrTooFine { version: qr.version() });
    }
    let overhang = 4.0 * side / modules;
    let x = side - overhang + 16.0;
    let width = WIDTH - x;
    let mut block = Block::default();
    let top = overhang - 2.0;
    let end = block.paragraph(&plan.code_label, (x, top), width, 7.4, Colour::Secondary) + 2.0;
    // One line, unless that makes it too small to read easily; then two.
    let mut size = fit(&plan.code, width, 1, 23.0, 15.0);
    if plan.code.count(width / size) > 1 {
        size = fit(&plan.code, width, 2, 19.0, 8.0);
    }
    let end = block.paragraph(&plan.code, (x, end), width, size, Colour::Accent) + 7.0;
    block.ops.push(Op::Fill { x, y: end, width, height: 0.5, colour: Colour::Rule });
    let Trilingual([kk, ru, en]) = &plan.how_to;
    let end = block.paragraph(kk, (x, end + 6.0), width, 8.8, Colour::Text) + 2.5;
    let end = block.paragraph(ru, (x, end), width, 8.4, Colour::Text) + 2.5;
    let end = block.paragraph(en, (x, end), width, 8.0, Colour::Secondary);
    block.height = side.max(end);
    Ok(Panel { block, side, overhang })
}
