//! Writes a page as PDF/A-2u: embedded subset fonts, the QR code as one path, the day of issue as creation date.

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

use super::error::PrintError;
use super::face::pdf_font;
use super::glyphs::{Line, Style};
use super::page::{PAGE, Page};
use super::section::{Colour, Op};

/// Returns the bytes of the file.
pub(super) fn write(page: &Page) -> Result<Vec<u8>, PrintError> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_U)
        .with_version(PdfVersion::Pdf17)
        .finish()
        .map_err(|_| PrintError::Profile)?;
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
    let settings = PageSettings::from_wh(PAGE.0, PAGE.1).expect("the size of A4 is positive");
    let mut sheet = document.start_page_with(settings);
    let mut canvas = Canvas {
        surface: sheet.surface(),
        fonts: [pdf_font(Style::Regular)?, pdf_font(Style::Bold)?, pdf_font(Style::Mono)?],
    };
    canvas.watermark(page);
    for op in &page.ops {
        match op {
            Op::Text { x, y, size, colour, line } => canvas.text((*x, *y), *size, rgb(*colour), line, false),
            Op::Fill { x, y, width, height, colour } => {
                canvas.fill(std::iter::once([*x, *y, *width, *height]), rgb(*colour));
            }
        }
    }
    canvas.qr(page);
    drop(canvas);
    sheet.finish();
    document.finish().map_err(PrintError::Pdf)
}

fn rgb(colour: Colour) -> rgb::Color {
    match colour {
        Colour::Text => rgb::Color::new(24, 28, 33),
        Colour::Secondary => rgb::Color::new(94, 102, 110),
        Colour::Accent => rgb::Color::new(16, 76, 94),
        Colour::Rule => rgb::Color::new(206, 212, 216),
        Colour::Warning => rgb::Color::new(158, 42, 43),
    }
}

struct Canvas<'a> {
    surface: Surface<'a>,
    fonts: [Font; 3],
}

impl Canvas<'_> {
    fn set_colour(&mut self, colour: rgb::Color) {
        self.surface.set_fill(Some(Fill { paint: colour.into(), ..Fill::default() }));
    }

    /// Draws a line of text. Drawn as outlines it can neither be selected nor read out.
    fn text(&mut self, (x, y): (f32, f32), size: f32, colour: rgb::Color, line: &Line, outlines: bool) {
        self.set_colour(colour);
        let glyphs: Vec<KrillaGlyph> = line
            .glyphs
            .iter()
            .map(|glyph| {
                let (right, up) = glyph.offset;
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
            self.set_colour(colour);
            self.surface.draw_path(&path);
        }
    }

    fn qr(&mut self, page: &Page) {
        let (left, top, side) = page.qr_box;
        // The quiet zone is white, except where the rule above it is.
        self.fill(std::iter::once([left, top + 1.0, side, side - 1.0]), rgb::Color::white());
        let unit = side / page.qr.modules() as f32;
        let position = |at: usize| at as f32 * unit;
        let boxes = page
            .qr
            .runs()
            .into_iter()
            .map(|run| [left + position(run.x), top + position(run.y), position(run.length), unit])
            .collect::<Vec<_>>();
        self.fill(boxes.into_iter(), rgb::Color::black());
    }

    /// Draws three rotated words below everything else. The line at the top of the page states the same as text.
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
