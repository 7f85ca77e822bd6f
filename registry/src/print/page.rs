//! Lays the sections out on an A4 page: at the largest scale that fits, with equal gaps.

use super::error::PrintError;
use super::glyphs::Line;
use super::panel;
use super::plan::Plan;
use super::qr::Qr;
use super::section::{Block, Colour, Op, WIDTH};

/// A4 in points.
pub(super) const PAGE: (f32, f32) = (595.28, 841.89);
/// Left and right margin.
pub(super) const MARGIN: f32 = (PAGE.0 - WIDTH) / 2.0;
/// The position of the rule above the title.
const TOP: f32 = 42.0;
/// The lower end of the QR code's quiet zone.
const BOTTOM: f32 = PAGE.1 - 36.0;
/// The scales to try, in hundredths.
const SCALES: std::ops::RangeInclusive<u8> = 60..=100;
/// The gap between two sections: the minimum at full scale (it shrinks faster than the text), and the maximum.
const GAP: (f32, f32) = (14.0, 22.0);

/// A page ready to be drawn.
pub(super) struct Page {
    pub(super) ops: Vec<Op>,
    pub(super) qr: Qr,
    /// Left, top and side of the QR code with its quiet zone.
    pub(super) qr_box: (f32, f32, f32),
    /// The words of the watermark, from top to bottom.
    pub(super) watermark: Option<[Line; 3]>,
    pub(super) issued: (u16, u8, u8),
    pub(super) name: String,
}

/// Lays out a plan.
pub(super) fn lay_out(plan: &Plan, qr: Qr) -> Result<Page, PrintError> {
    let panel = panel::lay_out(plan, &qr)?;
    let floor = BOTTOM - panel.block.height;
    let mut page = Page {
        ops: Vec::new(),
        qr_box: (MARGIN - panel.overhang, floor, panel.side),
        qr,
        watermark: None,
        issued: plan.issued,
        name: plan.name.clone(),
    };
    page.rule(TOP, 0.6, WIDTH, Colour::Accent);
    page.rule(TOP, 3.0, 62.0, Colour::Accent);
    if let Some((line, watermark)) = &plan.specimen {
        let mut block = Block::default();
        block.paragraph(line, (0.0, 0.0), WIDTH, 7.6, Colour::Warning);
        let width = line.width() * 7.6;
        page.place(block, (MARGIN + WIDTH - width, TOP - 13.0));
        page.watermark = Some(watermark.0.each_ref().map(|word| word.wrap(f32::MAX).swap_remove(0)));
    }
    let (blocks, gap) = fit_sections(plan, floor - (TOP + 12.0))?;
    let mut y = TOP + 12.0;
    for (nth, block) in blocks.into_iter().enumerate() {
        if nth > 0 {
            page.rule(y + gap / 2.0, 0.5, WIDTH, Colour::Rule);
            y += gap;
        }
        let height = block.height;
        page.place(block, (MARGIN, y));
        y += height;
    }
    page.rule(floor, 0.6, WIDTH, Colour::Accent);
    page.place(panel.block, (MARGIN, floor));
    Ok(page)
}

/// Returns the sections at the largest scale at which they fit into the height `available`, and the gap between them.
fn fit_sections(plan: &Plan, available: f32) -> Result<(Vec<Block>, f32), PrintError> {
    let gaps = (plan.sections.len() - 1) as f32;
    for scale in SCALES.rev().step_by(2).map(|hundredths| f32::from(hundredths) / 100.0) {
        let blocks: Vec<Block> = plan.sections.iter().map(|section| section.lay_out(scale)).collect();
        let height: f32 = blocks.iter().map(|block| block.height).sum();
        // The last gap is between the sections and the panel, and may be smaller.
        let gap = (available - height) / (gaps + 0.6);
        if gap >= GAP.0 * scale * scale {
            return Ok((blocks, gap.min(GAP.1)));
        }
    }
    Err(PrintError::Crowded)
}

impl Page {
    fn rule(&mut self, y: f32, height: f32, width: f32, colour: Colour) {
        self.ops.push(Op::Fill { x: MARGIN, y, width, height, colour });
    }

    fn place(&mut self, block: Block, (left, top): (f32, f32)) {
        self.ops.extend(block.ops.into_iter().map(|op| match op {
            Op::Text { x, y, size, colour, line } => Op::Text { x: x + left, y: y + top, size, colour, line },
            Op::Fill { x, y, width, height, colour } => {
                Op::Fill { x: x + left, y: y + top, width, height, colour }
            }
        }));
    }
}
