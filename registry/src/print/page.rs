//! Stacking the sections on an A4 page: the largest scale that fits, then even room between them.

use super::plan::Plan;
use super::section::{Block, Ink, Op, WIDTH};
use super::{PrintError, Qr, panel};

/// A4 in points.
pub(super) const PAGE: (f32, f32) = (595.28, 841.89);
/// Left and right margin.
pub(super) const MARGIN: f32 = (PAGE.0 - WIDTH) / 2.0;
/// Where the line above the title lies.
const TOP: f32 = 42.0;
/// Where the QR code's quiet zone ends.
const BOTTOM: f32 = PAGE.1 - 36.0;
/// Scales to try, largest first, in hundredths.
const SCALES: std::ops::RangeInclusive<u8> = 60..=100;
/// Room between two sections: the least at full scale (it shrinks faster than the text), and the most.
const GAP: (f32, f32) = (14.0, 22.0);

/// A page ready to be drawn.
pub(super) struct Page {
    pub(super) ops: Vec<Op>,
    pub(super) qr: Qr,
    /// Left, top and side of the QR code with its quiet zone.
    pub(super) qr_box: (f32, f32, f32),
    /// The watermark, if any, top to bottom.
    pub(super) watermark: Option<[super::flow::Line; 3]>,
    pub(super) issued: (u16, u8, u8),
    pub(super) name: String,
}

/// Lays the plan out.
pub(super) fn compose(plan: &Plan, qr: Qr) -> Result<Page, PrintError> {
    let panel = panel::set(plan, &qr)?;
    let floor = BOTTOM - panel.block.height;
    let mut page = Page {
        ops: Vec::new(),
        qr_box: (MARGIN - panel.overhang, floor, panel.side),
        qr,
        watermark: None,
        issued: plan.issued,
        name: plan.name.clone(),
    };
    page.rule(TOP, 0.6, WIDTH, Ink::Accent);
    page.rule(TOP, 3.0, 62.0, Ink::Accent);
    if let Some((line, words)) = &plan.specimen {
        let mut block = Block::default();
        block.para(line, (0.0, 0.0), WIDTH, 7.6, Ink::Alarm);
        let width = line.width() * 7.6;
        page.place(block, (MARGIN + WIDTH - width, TOP - 13.0));
        let words = words.0.each_ref().map(|word| word.wrap(f32::MAX).swap_remove(0));
        page.watermark = Some(words);
    }
    let (blocks, gap) = fitted(plan, floor - (TOP + 12.0))?;
    let mut y = TOP + 12.0;
    for (nth, block) in blocks.into_iter().enumerate() {
        if nth > 0 {
            page.rule(y + gap / 2.0, 0.5, WIDTH, Ink::Hair);
            y += gap;
        }
        let height = block.height;
        page.place(block, (MARGIN, y));
        y += height;
    }
    page.rule(floor, 0.6, WIDTH, Ink::Accent);
    page.place(panel.block, (MARGIN, floor));
    Ok(page)
}

/// The sections at the largest scale at which they fit into `room`, and the gap to put between them.
fn fitted(plan: &Plan, room: f32) -> Result<(Vec<Block>, f32), PrintError> {
    let gaps = (plan.sections.len() - 1) as f32;
    for scale in SCALES.rev().step_by(2).map(|hundredths| f32::from(hundredths) / 100.0) {
        let blocks: Vec<Block> = plan.sections.iter().map(|section| section.set(scale)).collect();
        let height: f32 = blocks.iter().map(|block| block.height).sum();
        // The last gap stands between the table and the panel.
        let gap = (room - height) / (gaps + 0.6);
        if gap >= GAP.0 * scale * scale {
            return Ok((blocks, gap.min(GAP.1)));
        }
    }
    Err(PrintError::Crowded)
}

impl Page {
    fn rule(&mut self, y: f32, height: f32, width: f32, ink: Ink) {
        self.ops.push(Op::Fill { x: MARGIN, y, width, height, ink });
    }

    fn place(&mut self, block: Block, (left, top): (f32, f32)) {
        self.ops.extend(block.ops.into_iter().map(|op| match op {
            Op::Text { x, y, size, ink, line } => Op::Text { x: x + left, y: y + top, size, ink, line },
            Op::Fill { x, y, width, height, ink } => Op::Fill { x: x + left, y: y + top, width, height, ink },
        }));
    }
}
