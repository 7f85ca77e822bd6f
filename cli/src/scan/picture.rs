//! Decodes PNG and JPEG files to grey pixels, within limits.

use std::io::Cursor;

use image::{DynamicImage, GrayImage, ImageDecoder, ImageFormat, ImageReader, Limits, Luma};

use super::{Kind, MAX_PIXELS, Measure, ScanError};

/// Maximum bytes of one picture in memory: `MAX_PIXELS` of four bytes.
const MAX_PICTURE_BYTES: u64 = 4 * MAX_PIXELS;

/// Decodes a picture. Its size is read from the header and checked before any pixel is decompressed.
pub(super) fn decode(bytes: &[u8], kind: Kind) -> Result<GrayImage, ScanError> {
    let unreadable = |error: image::ImageError| ScanError::Unreadable { kind, reason: error.to_string() };
    let format = if kind == Kind::Png { ImageFormat::Png } else { ImageFormat::Jpeg };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(2 * MAX_PICTURE_BYTES);
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(unreadable)?;
    let (width, height) = decoder.dimensions();
    check(kind, Measure::Pixels, u64::from(width) * u64::from(height), MAX_PIXELS)?;
    check(kind, Measure::PictureBytes, decoder.total_bytes(), MAX_PICTURE_BYTES)?;
    Ok(grey(DynamicImage::from_decoder(decoder).map_err(unreadable)?))
}

/// Returns [`ScanError::TooLarge`] for a size over its limit.
pub(super) fn check(kind: Kind, measure: Measure, found: u64, limit: u64) -> Result<(), ScanError> {
    if found > limit { Err(ScanError::TooLarge { kind, measure, found, limit }) } else { Ok(()) }
}

/// Converts to grey, with transparent pixels on a white background.
fn grey(picture: DynamicImage) -> GrayImage {
    if !picture.color().has_alpha() {
        return picture.into_luma8();
    }
    let both = picture.into_luma_alpha8();
    GrayImage::from_fn(both.width(), both.height(), |x, y| {
        let [luma, alpha] = both.get_pixel(x, y).0.map(u16::from);
        Luma([((luma * alpha + 255 * (255 - alpha)) / 255) as u8])
    })
}
