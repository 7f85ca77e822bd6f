//! Reads the QR codes on the pages of a PDF.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use image::GrayImage;

use super::search::Effort;
use super::worker::Stop;
use super::{Kind, MAX_PAGES, ScanError, precheck, search};

/// The passes over the pages: dots per inch, effort and number of pages. A pass is made only if the earlier ones found
/// no code on any page. At the first resolution, a module of half a millimetre is four pixels wide. The second is for
/// codes printed small, the third for poor scans.
const PASSES: [(f32, Effort, usize); 3] =
    [(200.0, Effort::Quick, MAX_PAGES), (400.0, Effort::Quick, 5), (200.0, Effort::Thorough, 5)];
/// Maximum side of a rendered page, in pixels.
const MAX_SIDE: f32 = 6000.0;
/// Minimum side of a rendered page, in pixels: the side of the smallest code in modules.
const MIN_SIDE: f32 = 21.0;

/// Returns the texts of the codes on the first pages, page by page.
pub(super) fn codes(bytes: Vec<u8>, stop: Stop) -> Result<Vec<String>, ScanError> {
    precheck::raw(&bytes)?;
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => ScanError::Encrypted,
        LoadPdfError::Invalid => unreadable("it is not a complete PDF"),
    })?;
    if pdf.pages().is_empty() {
        return Err(unreadable("it has no pages"));
    }
    precheck::objects(&pdf)?;
    let mut found = Vec::new();
    for (dpi, effort, pages) in PASSES {
        for page in pdf.pages().iter().take(pages) {
            if stop.requested() {
                return Ok(found);
            }
            if let Some(picture) = render_page(page, dpi) {
                found.extend(search::codes(picture, effort, stop));
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

/// Renders a page on a white background, with sides of at most [`MAX_SIDE`]; `None` for a page too thin to contain a
/// code. Text in fonts that are not embedded is omitted: it is not part of a code.
fn render_page(page: &Page<'_>, dpi: f32) -> Option<GrayImage> {
    let (width, height) = page.render_dimensions();
    let scale = (dpi / 72.0).min(MAX_SIDE / width.max(height));
    let smaller = width.min(height) * scale;
    if smaller.is_nan() || smaller < MIN_SIDE {
        return None;
    }
    let size = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let cache = RenderCache::new();
    let rendered = render(page, &cache, &InterpreterSettings::default(), &RenderSettings::default(), &size);
    // Rec. 709 weights in 1/256. The background is opaque, so alpha is ignored.
    let grey = |p: &[u8]| ((54 * u32::from(p[0]) + 183 * u32::from(p[1]) + 19 * u32::from(p[2])) >> 8) as u8;
    let pixels = rendered.data_as_u8_slice().chunks_exact(4).map(grey).collect();
    GrayImage::from_raw(u32::from(rendered.width()), u32::from(rendered.height()), pixels)
}
