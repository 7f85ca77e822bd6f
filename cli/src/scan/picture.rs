//! Decodes pictures to grey pixels.
//!
//! PNG is decoded row by row, GIF as indices of its palette, and JPEG as its luma component, so that a picture of
//! [`MAX_PIXELS`](super::MAX_PIXELS) needs little more memory than one byte for each pixel. WebP and BMP are decoded
//! whole; the limit on memory decides how many pixels that may be.

use std::io::Cursor;

use gif::{ColorOutput, MemoryLimit};
use image::{DynamicImage, GrayImage, ImageDecoder, ImageFormat, ImageReader};
use png::{BitDepth, ColorType, Transformations};
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::error::Damage;
use super::{Kind, ScanError, check_pixels};

/// The background of transparent pixels.
pub(super) const WHITE: u8 = 255;
/// The background of transparent pixels of a picture made for a dark page.
pub(super) const BLACK: u8 = 0;

/// Decodes a picture on a background, and returns whether it has transparent pixels. Its size is read from the header
/// and checked before any pixel is decoded.
pub(super) fn decode(bytes: &[u8], kind: Kind, ground: u8) -> Result<(GrayImage, bool), ScanError> {
    match kind {
        Kind::Png => from_png(bytes, ground),
        Kind::Jpeg => from_jpeg(bytes).map(|picture| (picture, false)),
        Kind::Gif => from_gif(bytes, ground),
        Kind::Webp => whole(bytes, kind, ImageFormat::WebP, ground),
        Kind::Bmp => whole(bytes, kind, ImageFormat::Bmp, ground),
        Kind::Tiff | Kind::Pdf | Kind::Foreign(_) | Kind::Text => Err(ScanError::NotAPicture),
    }
}

/// Turns the message of a decoder into an error.
pub(super) fn unreadable(kind: Kind) -> impl Fn(&dyn std::fmt::Display) -> ScanError {
    move |error| ScanError::Unreadable { kind, damage: Damage::Decoder(error.to_string()) }
}

/// Rec. 709 weights in 1/256.
pub(super) fn luma(red: u8, green: u8, blue: u8) -> u8 {
    ((54 * u32::from(red) + 183 * u32::from(green) + 19 * u32::from(blue)) >> 8) as u8
}

/// Blends a grey level with a background.
pub(super) fn over(luma: u8, alpha: u8, ground: u8) -> u8 {
    let (luma, alpha, ground) = (u32::from(luma), u32::from(alpha), u32::from(ground));
    ((luma * alpha + ground * (255 - alpha)) / 255) as u8
}

/// Makes a picture of rows of pixels.
pub(super) fn picture(kind: Kind, width: u32, height: u32, pixels: Vec<u8>) -> Result<GrayImage, ScanError> {
    let incomplete = || ScanError::Unreadable { kind, damage: Damage::Incomplete };
    GrayImage::from_raw(width, height, pixels).ok_or_else(incomplete)
}

fn from_png(bytes: &[u8], ground: u8) -> Result<(GrayImage, bool), ScanError> {
    let failed = unreadable(Kind::Png);
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    decoder.ignore_checksums(true);
    let info = decoder.read_header_info().map_err(|error| failed(&error))?;
    let (width, height, interlaced) = (info.width, info.height, info.interlaced);
    check_pixels(Kind::Png, width, height)?;
    let mut reader = decoder.read_info().map_err(|error| failed(&error))?;
    let (color, depth) = reader.output_color_type();
    let is_eight = depth == BitDepth::Eight;
    let mut is_transparent = false;
    let mut grey = |pixel: &[u8]| match (color, pixel) {
        (ColorType::Rgb, [red, green, blue]) => luma(*red, *green, *blue),
        (ColorType::Rgba, [red, green, blue, alpha]) => {
            is_transparent |= *alpha < u8::MAX;
            over(luma(*red, *green, *blue), *alpha, ground)
        }
        (ColorType::GrayscaleAlpha, [luma, alpha]) => {
            is_transparent |= *alpha < u8::MAX;
            over(*luma, *alpha, ground)
        }
        (ColorType::Grayscale | ColorType::Indexed, [luma, ..]) => *luma,
        _ => 0,
    };
    let mut pixels = Vec::with_capacity(width as usize * height as usize);
    if !is_eight {
        return Err(failed(&"unexpected depth"));
    }
    if interlaced {
        let size = reader.output_buffer_size().ok_or_else(|| failed(&"it is too large"))?;
        let mut whole = vec![0; size];
        reader.next_frame(&mut whole).map_err(|error| failed(&error))?;
        pixels.extend(whole.chunks_exact(color.samples()).map(grey));
    } else {
        while let Some(row) = reader.next_row().map_err(|error| failed(&error))? {
            match color.samples() {
                1 => pixels.extend_from_slice(row.data()),
                samples => pixels.extend(row.data().chunks_exact(samples).map(&mut grey)),
            }
        }
    }
    Ok((picture(Kind::Png, width, height, pixels)?, is_transparent))
}

/// A picture in RGB or CMYK is decoded whole.
fn from_jpeg(bytes: &[u8]) -> Result<GrayImage, ScanError> {
    let failed = unreadable(Kind::Jpeg);
    let options = DecoderOptions::default()
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX))
        .jpeg_set_out_colorspace(ColorSpace::Luma);
    let mut decoder = zune_jpeg::JpegDecoder::new_with_options(
        zune_jpeg::zune_core::bytestream::ZCursor::new(bytes),
        options,
    );
    decoder.decode_headers().map_err(|error| failed(&error))?;
    let info = decoder.info().ok_or_else(|| failed(&"it has no header"))?;
    let (width, height) = (u32::from(info.width), u32::from(info.height));
    check_pixels(Kind::Jpeg, width, height)?;
    if !matches!(decoder.input_colorspace(), Some(ColorSpace::Luma | ColorSpace::YCbCr)) {
        return whole(bytes, Kind::Jpeg, ImageFormat::Jpeg, WHITE).map(|(picture, _)| picture);
    }
    let pixels = decoder.decode().map_err(|error| failed(&error))?;
    picture(Kind::Jpeg, width, height, pixels)
}

/// Decodes the first frame of a GIF.
fn from_gif(bytes: &[u8], ground: u8) -> Result<(GrayImage, bool), ScanError> {
    let failed = unreadable(Kind::Gif);
    let mut options = gif::DecodeOptions::new();
    options.set_color_output(ColorOutput::Indexed);
    options.set_memory_limit(MemoryLimit::Unlimited);
    let mut decoder = options.read_info(bytes).map_err(|error| failed(&error))?;
    let (width, height) = (u32::from(decoder.width()), u32::from(decoder.height()));
    check_pixels(Kind::Gif, width, height)?;
    let frame = decoder.next_frame_info().map_err(|error| failed(&error))?;
    let frame = frame.ok_or_else(|| failed(&"it has no frame"))?;
    let (left, top) = (usize::from(frame.left), usize::from(frame.top));
    let (columns, rows) = (usize::from(frame.width), usize::from(frame.height));
    let transparent = frame.transparent;
    check_pixels(Kind::Gif, u32::from(frame.width), u32::from(frame.height))?;
    let mut indices = vec![0; columns * rows];
    decoder.read_into_buffer(&mut indices).map_err(|error| failed(&error))?;
    let palette = decoder.palette().map_err(|error| failed(&error))?;
    let mut levels = [ground; 256];
    for (level, color) in levels.iter_mut().zip(palette.chunks_exact(3)) {
        *level = luma(color[0], color[1], color[2]);
    }
    if let Some(index) = transparent {
        levels[usize::from(index)] = ground;
    }
    let whole = (left, top, columns, rows) == (0, 0, width as usize, height as usize);
    let is_transparent = !whole || transparent.is_some_and(|index| indices.contains(&index));
    indices.iter_mut().for_each(|index| *index = levels[usize::from(*index)]);
    if whole {
        return Ok((picture(Kind::Gif, width, height, indices)?, is_transparent));
    }
    let mut pixels = vec![ground; width as usize * height as usize];
    // Parts outside of the picture are not shown.
    let shown = columns.min((width as usize).saturating_sub(left));
    let rows = pixels.chunks_exact_mut((width as usize).max(1)).skip(top);
    for (row, line) in rows.zip(indices.chunks_exact(columns.max(1))) {
        if let (Some(place), Some(line)) = (row.get_mut(left..left + shown), line.get(..shown)) {
            place.copy_from_slice(line);
        }
    }
    Ok((picture(Kind::Gif, width, height, pixels)?, is_transparent))
}

/// Decodes a picture whole.
fn whole(bytes: &[u8], kind: Kind, format: ImageFormat, ground: u8) -> Result<(GrayImage, bool), ScanError> {
    let failed = unreadable(kind);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    // The memory limit of the process applies instead.
    reader.no_limits();
    let decoder = reader.into_decoder().map_err(|error| failed(&error))?;
    let (width, height) = decoder.dimensions();
    check_pixels(kind, width, height)?;
    let picture = DynamicImage::from_decoder(decoder).map_err(|error| failed(&error))?;
    if !picture.color().has_alpha() {
        return Ok((picture.into_luma8(), false));
    }
    let mut is_transparent = false;
    let both = match picture {
        DynamicImage::ImageRgba8(picture) => picture
            .pixels()
            .map(|pixel| {
                let [red, green, blue, alpha] = pixel.0;
                is_transparent |= alpha < u8::MAX;
                over(luma(red, green, blue), alpha, ground)
            })
            .collect(),
        other => other
            .into_luma_alpha8()
            .pixels()
            .map(|pixel| {
                is_transparent |= pixel.0[1] < u8::MAX;
                over(pixel.0[0], pixel.0[1], ground)
            })
            .collect(),
    };
    Ok((self::picture(kind, width, height, both)?, is_transparent))
}
