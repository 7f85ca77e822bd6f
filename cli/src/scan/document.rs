//! The QR codes on the pages of a PDF.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use image::GrayImage;

use super::ladder::Effort;
use super::worker::Stop;
use super::{Kind, MAX_PAGES, ScanError, ladder, precheck};

/// The passes over the pages, each made only if those before found no code on any page: dots per inch, effort,
/// and how many pages. At the first resolution a module of half a millimetre is four pixels wide; the second is
/// for codes printed small, the third for bad scans.
const PASSES: [(f32, Effort, usize); 3] =
    [(200.0, Effort::Quick, MAX_PAGES), (400.0, Effort::Quick, 5), (200.0, Effort::Thorough, 5)];
/// The largest side of a drawn page, in pixels.
const MAX_SIDE: f32 = 6000.0;
/// The smallest side of a drawn page that could hold a code.
const MIN_SIDE: f32 = 21.0;

/// The texts of the codes on the first pages, page by page.
pub(super) fn codes(bytes: Vec<u8>, stop: &Stop) -> Result<Vec<String>, ScanError> {
    precheck::raw(&bytes)?;
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => ScanError::Encrypted,
        LoadPdfError::Invalid => unreadable("it is not a whole PDF"),
    })?;
    if pdf.pages().is_empty() {
        return Err(unreadable("it has no pages"));
    }
    precheck::objects(&pdf)?;
    let mut found = Vec::new();
    for (dpi, effort, pages) in PASSES {
        for page in pdf.pages().iter().take(pages) {
            if stop.asked() {
                return Ok(found);
            }
            if let Some(picture) = draw(page, dpi) {
                found.extend(ladder::codes(picture, effort, stop));
            }
        }
        if !found.is_empty() {
            break;
        }
    }
    Ok(found)
}

fn unreadable(reason: &str) -> ScanError {
    ScanError::Unreadable { kind: Kind::Pdf, reason: reason.into() }
}

/// Draws a page on white paper, smaller where its size asks for more than [`MAX_SIDE`]; nothing for a page too
/// thin to hold a code. Text in fonts that the file does not carry is left out: it is no part of a code.
fn draw(page: &Page<'_>, dpi: f32) -> Option<GrayImage> {
    let (width, height) = page.render_dimensions();
    let scale = (dpi / 72.0).min(MAX_SIDE / width.max(height));
    let smaller = width.min(height) * scale;
    if smaller.is_nan() || smaller < MIN_SIDE {
        return None;
    }
    let size = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let cache = RenderCache::new();
    let drawn = render(page, &cache, &InterpreterSettings::default(), &RenderSettings::default(), &size);
    // Rec. 709 weights in 1/256. The paper is opaque, so there is no alpha to undo.
    let grey = |p: &[u8]| ((54 * u32::from(p[0]) + 183 * u32::from(p[1]) + 19 * u32::from(p[2])) >> 8) as u8;
    let pixels = drawn.data_as_u8_slice().chunks_exact(4).map(grey).collect();
    GrayImage::from_raw(u32::from(drawn.width()), u32::from(drawn.height()), pixels)
}
