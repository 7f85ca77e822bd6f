//! The foot of the page: the QR code, and beside it the verification code and how to check the document.

use super::plan::Plan;
use super::section::{Block, Ink, Op, Tri, WIDTH, fit};
use super::{PrintError, Qr};

/// Points in a millimetre.
const MM: f32 = 72.0 / 25.4;
/// The side of one printed module where the code leaves the choice.
const MODULE: f32 = 0.62 * MM;
/// The finest module that a plain phone still reads from a worn print.
const FINEST: f32 = 0.42 * MM;
/// The bounds of the code's side, quiet zone included.
const SIDE: (f32, f32) = (46.0 * MM, 58.0 * MM);

/// The panel, relative to its top left corner.
pub(super) struct Panel {
    pub(super) block: Block,
    /// Side of the QR code with its quiet zone.
    pub(super) side: f32,
    /// How far the code's quiet zone reaches into the page margin.
    pub(super) overhang: f32,
}

/// Sets the panel around a QR code.
pub(super) fn set(plan: &Plan, qr: &Qr) -> Result<Panel, PrintError> {
    let modules = qr.modules() as f32;
    let side = (modules * MODULE).clamp(SIDE.0, SIDE.1);
    if side / modules < FINEST {
        return Err(PrintError::QrTooFine { version: qr.version() });
    }
    let overhang = 4.0 * side / modules;
    let x = side - overhang + 16.0;
    let width = WIDTH - x;
    let mut block = Block::default();
    let top = overhang - 2.0;
    let end = block.para(&plan.code_label, (x, top), width, 7.4, Ink::Soft) + 2.0;
    // One line down to a comfortable size, else two.
    let mut size = fit(&plan.code, width, 1, 23.0, 15.0);
    if plan.code.count(width / size) > 1 {
        size = fit(&plan.code, width, 2, 19.0, 8.0);
    }
    let end = block.para(&plan.code, (x, end), width, size, Ink::Accent) + 7.0;
    block.ops.push(Op::Fill { x, y: end, width, height: 0.5, ink: Ink::Hair });
    let Tri([kk, ru, en]) = &plan.how_to;
    let end = block.para(kk, (x, end + 6.0), width, 8.8, Ink::Text) + 2.5;
    let end = block.para(ru, (x, end), width, 8.4, Ink::Text) + 2.5;
    let end = block.para(en, (x, end), width, 8.0, Ink::Soft);
    block.height = side.max(end);
    Ok(Panel { block, side, overhang })
}
