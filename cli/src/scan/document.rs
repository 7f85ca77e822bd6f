//! Renders the pages of a PDF.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use image::GrayImage;

use super::error::{Damage, Password};
use super::kind::pdf_start;
use super::ladder::Effort;
use super::search::{PDF_PASSES, plan};
use super::worker::Stop;
use super::{Event, Kind, Request, ScanError, ladder};

/// The passes over the pages: dots per inch and effort. At the first resolution, a module of half a millimetre is four
/// pixels wide. The second is for codes printed small, the third for poor scans.
const PASSES: [(f32, Effort); PDF_PASSES] =
    [(200.0, Effort::Quick), (400.0, Effort::Quick), (200.0, Effort::Thorough)];
/// Maximum side of a rendered page, in pixels.
const MAX_SIDE: f32 = 6000.0;
/// Minimum side of a rendered page, in pixels: the side of the smallest code in modules.
const MIN_SIDE: f32 = 21.0;

/// Searches the pages of one pass.
pub(super) fn pages(
    mut bytes: Vec<u8>,
    request: &Request,
    stop: Stop,
    report: &mut dyn FnMut(Event),
) -> Result<(), ScanError> {
    // Offsets in a PDF count from its header.
    if let Some(start) = pdf_start(&bytes) {
        bytes.drain(..start);
    }
    let pdf = Pdf::new_with_password(bytes, &request.password).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            ScanError::Encrypted(if request.password.is_empty() { Password::Needed } else { Password::Wrong })
        }
        LoadPdfError::Decryption(_) => ScanError::Encrypted(Password::Unsupported),
        LoadPdfError::Invalid => unreadable(Damage::Incomplete),
    })?;
    let total = u32::try_from(pdf.pages().len()).unwrap_or(u32::MAX);
    if total == 0 {
        return Err(unreadable(Damage::NoPages));
    }
    report(Event::Pages(total));
    let Some((dpi, effort)) = PASSES.get(request.pass) else { return Ok(()) };
    let (last, _) = plan(Kind::Pdf, request.pass);
    for (number, page) in (1..=last).zip(pdf.pages().iter()) {
        if number < request.from || request.skip.contains(&number) {
            continue;
        }
        if stop.requested() {
            break;
        }
        report(Event::Page(number));
        let picture = render_page(page, *dpi);
        let codes = picture.map(|picture| ladder::codes(picture, *effort, stop)).unwrap_or_default();
        report(Event::Codes(codes));
    }
    Ok(())
}

fn unreadable(damage: Damage) -> ScanError {
    ScanError::Unreadable { kind: Kind::Pdf, damage }
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
