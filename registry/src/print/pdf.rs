//! Writing a laid out page as PDF/A-2u: embedded subset fonts, the QR code as one path, dated by its issue.

use krilla::Document;
use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::configure::{Archival, ConfigurationBuilder, PdfVersion};
use krilla::geom::{PathBuilder, Point, Rect, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};

use super::PrintError;
use super::face::{self, Style};
use super::flow::Line;
use super::page::{PAGE, Page};
use super::section::{Ink, Op};

/// Writes the file.
pub(super) fn write(page: &Page) -> Result<Vec<u8>, PrintError> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_U)
        .with_version(PdfVersion::Pdf17)
        .finish()
        .map_err(|_| PrintError::Pdf("PDF/A-2u refused".to_owned()))?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..Default::default() });
    let (year, month, day) = page.issued;
    document.set_metadata(
        Metadata::new()
            .title(page.name.clone())
            .language("kk".to_owned())
            .creator("Rastau".to_owned())
            .document_id(page.name.clone())
            .creation_date(DateTime::new(year).month(month).day(day)),
    );
    let settings =
        PageSettings::from_wh(PAGE.0, PAGE.1).ok_or_else(|| PrintError::Pdf("page size".to_owned()))?;
    let mut sheet = document.start_page_with(settings);
    let mut pen = Pen {
        surface: sheet.surface(),
        fonts: [face::font(Style::Regular)?, face::font(Style::Bold)?, face::font(Style::Mono)?],
    };
    pen.watermark(page);
    for op in &page.ops {
        match op {
            Op::Text { x, y, size, ink, line } => pen.text((*x, *y), *size, colour(*ink), line, false),
            Op::Fill { x, y, width, height, ink } => {
                pen.fill(std::iter::once([*x, *y, *width, *height]), colour(*ink));
            }
        }
    }
    pen.qr(page);
    drop(pen);
    sheet.finish();
    document.finish().map_err(|error| PrintError::Pdf(format!("{error:?}")))
}

fn colour(ink: Ink) -> rgb::Color {
    match ink {
        Ink::Text => rgb::Color::new(24, 28, 33),
        Ink::Soft => rgb::Color::new(94, 102, 110),
        Ink::Accent => rgb::Color::new(16, 76, 94),
        Ink::Hair => rgb::Color::new(206, 212, 216),
        Ink::Alarm => rgb::Color::new(158, 42, 43),
    }
}

struct Pen<'a> {
    surface: Surface<'a>,
    fonts: [Font; 3],
}

impl Pen<'_> {
    fn ink(&mut self, colour: rgb::Color) {
        self.surface.set_fill(Some(Fill { paint: colour.into(), ..Fill::default() }));
    }

    /// Draws a line of text; as outlines it is seen but neither selected nor read out.
    fn text(&mut self, (x, y): (f32, f32), size: f32, colour: rgb::Color, line: &Line, outlines: bool) {
        self.ink(colour);
        let glyphs: Vec<KrillaGlyph> = line
            .glyphs
            .iter()
            .map(|glyph| {
                let (right, up) = glyph.shift;
                let id = GlyphId::new(glyph.id);
                KrillaGlyph::new(id, glyph.advance, right, up, 0.0, glyph.range.clone(), None)
            })
            .collect();
        let font = self.fonts[line.style as usize].clone();
        self.surface.draw_glyphs(Point::from_xy(x, y), &glyphs, font, &line.text, size, outlines);
    }

    /// Fills rectangles (left, top, width, height) as one path.
    fn fill(&mut self, boxes: impl Iterator<Item = [f32; 4]>, colour: rgb::Color) {
        let mut path = PathBuilder::new();
        boxes.filter_map(|[x, y, w, h]| Rect::from_xywh(x, y, w, h)).for_each(|rect| path.push_rect(rect));
        if let Some(path) = path.finish() {
            self.ink(colour);
            self.surface.draw_path(&path);
        }
    }

    fn qr(&mut self, page: &Page) {
        let (left, top, side) = page.qr_box;
        // White to the edge of the quiet zone, but clear of the rule above it.
        self.fill(std::iter::once([left, top + 1.0, side, side - 1.0]), rgb::Color::white());
        let unit = side / page.qr.modules() as f32;
        let place = |at: usize| at as f32 * unit;
        let boxes = page
            .qr
            .runs()
            .into_iter()
            .map(|run| [left + place(run.x), top + place(run.y), place(run.length), unit])
            .collect::<Vec<_>>();
        self.fill(boxes.into_iter(), rgb::Color::black());
    }

    /// Three rising words beneath everything else; the line at the top of the page says the same as text.
    fn watermark(&mut self, page: &Page) {
        let Some(words) = &page.watermark else { return };
        const SIZE: f32 = 88.0;
        for (nth, word) in words.iter().enumerate() {
            let (x, y) = (PAGE.0 / 2.0, PAGE.1 * (0.2 + 0.22 * nth as f32));
            self.surface.push_transform(&Transform::from_rotate_at(-30.0, x, y));
            let start = (x - word.width * SIZE / 2.0, y + 0.36 * SIZE);
            self.text(start, SIZE, rgb::Color::new(236, 238, 240), word, true);
            self.surface.pop();
        }
    }
}
