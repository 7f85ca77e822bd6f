//! Decodes the pages of a TIFF to grey pixels, strip by strip or tile by tile.

use std::io::Cursor;

use image::GrayImage;
use tiff::ColorType;
use tiff::decoder::{ChunkType, Decoder, DecodingResult, Limits};
use tiff::tags::Tag;

use super::ladder::Effort;
use super::picture::{WHITE, luma, over, picture, unreadable};
use super::search::{TIFF_PASSES, plan};
use super::worker::Stop;
use super::{Event, Kind, MAX_PAGES, Request, ScanError, check_pixels, ladder};

/// The passes over the pages.
const PASSES: [Effort; TIFF_PASSES] = [Effort::Quick, Effort::Thorough];
/// Maximum bytes of a strip or tile.
const MAX_CHUNK: usize = 256 << 20;

type Reader<'a> = Decoder<Cursor<&'a [u8]>>;

/// Searches the pages of one pass.
pub(super) fn pages(
    bytes: &[u8],
    request: &Request,
    stop: Stop,
    report: &mut dyn FnMut(Event),
) -> Result<(), ScanError> {
    let failed = unreadable(Kind::Tiff);
    let total = count(bytes);
    report(Event::Pages(total));
    let Some(effort) = PASSES.get(request.pass) else { return Ok(()) };
    let (last, _) = plan(Kind::Tiff, request.pass);
    for number in request.from..=total.min(last) {
        if request.skip.contains(&number) {
            continue;
        }
        if stop.requested() {
            break;
        }
        report(Event::Page(number));
        // Opened anew: a page that cannot be read leaves the reader between pages.
        let page = open(bytes).and_then(|mut reader| {
            reader.seek_to_image(number as usize - 1)?;
            Ok(reader)
        });
        let page = page.map_err(|error| failed(&error)).and_then(|mut reader| grey(&mut reader));
        report(match page {
            Ok(page) => Event::Codes(ladder::codes(page, *effort, stop)),
            Err(error) => Event::Failed(error),
        });
    }
    Ok(())
}

fn open(bytes: &[u8]) -> tiff::TiffResult<Reader<'_>> {
    let mut limits = Limits::default();
    limits.decoding_buffer_size = MAX_CHUNK;
    limits.intermediate_buffer_size = MAX_CHUNK;
    Ok(Decoder::new(Cursor::new(bytes))?.with_limits(limits))
}

/// Returns the number of pages, at least 1 and at most one more than are searched.
fn count(bytes: &[u8]) -> u32 {
    let Ok(mut reader) = open(bytes) else { return 1 };
    let mut total = 1;
    while total <= MAX_PAGES && reader.more_images() {
        // A page that is not supported is counted: the error comes when it is read.
        let _ = reader.next_image();
        total += 1;
    }
    total
}

/// Decodes the page at which the reader is.
fn grey(reader: &mut Reader<'_>) -> Result<GrayImage, ScanError> {
    let failed = unreadable(Kind::Tiff);
    let (width, height) = reader.dimensions().map_err(|error| failed(&error))?;
    check_pixels(Kind::Tiff, width, height)?;
    let color = reader.colortype().map_err(|error| failed(&error))?;
    // With separate planes, a chunk has one sample of each pixel; the first plane suffices.
    let planes = reader.find_tag_unsigned::<u16>(Tag::PlanarConfiguration).ok().flatten();
    let samples = if planes == Some(2) { 1 } else { usize::from(color.num_samples()) };
    let (chunk_width, chunk_height) = reader.chunk_dimensions();
    if chunk_width == 0 || chunk_height == 0 {
        return Err(failed(&"it has no pixels"));
    }
    let across = match reader.get_chunk_type() {
        ChunkType::Strip => 1,
        ChunkType::Tile => width.div_ceil(chunk_width),
    };
    let chunks = across * height.div_ceil(chunk_height);
    let mut pixels = vec![WHITE; width as usize * height as usize];
    for index in 0..chunks {
        let (columns, rows) = reader.chunk_data_dimensions(index);
        let chunk = reader.read_chunk(index).map_err(|error| failed(&error))?;
        let (left, top) = (index % across * chunk_width, index / across * chunk_height);
        let levels =
            levels(&chunk, color, samples, columns as usize).ok_or_else(|| failed(&"its colours"))?;
        for (row, line) in (top..height.min(top + rows)).zip(levels.chunks_exact(columns as usize)) {
            let start = row as usize * width as usize + left as usize;
            if let Some(place) = pixels.get_mut(start..start + columns as usize) {
                place.copy_from_slice(line);
            }
        }
    }
    picture(Kind::Tiff, width, height, pixels)
}

/// Returns the grey levels of a chunk; `None` for a kind of sample that is not supported.
fn levels(chunk: &DecodingResult, color: ColorType, samples: usize, columns: usize) -> Option<Vec<u8>> {
    let bytes: Vec<u8> = match chunk {
        DecodingResult::U8(bytes) if color.bit_depth() < 8 => {
            return Some(unpacked(bytes, color.bit_depth(), samples, columns));
        }
        DecodingResult::U8(bytes) => bytes.clone(),
        DecodingResult::U16(words) => words.iter().map(|word| (word >> 8) as u8).collect(),
        DecodingResult::U32(words) => words.iter().map(|word| (word >> 24) as u8).collect(),
        _ => return None,
    };
    let grey = |pixel: &[u8]| match (color, pixel) {
        (ColorType::RGB(_), [red, green, blue, ..]) => luma(*red, *green, *blue),
        (ColorType::RGBA(_), [red, green, blue, alpha]) => over(luma(*red, *green, *blue), *alpha, WHITE),
        (ColorType::GrayA(_), [luma, alpha]) => over(*luma, *alpha, WHITE),
        (ColorType::CMYK(_) | ColorType::CMYKA(_), [cyan, magenta, yellow, black, ..]) => {
            let light = u32::from(255 - luma(*cyan, *magenta, *yellow)) * u32::from(255 - *black);
            (light / 255) as u8
        }
        // The first sample: grey, luma or lightness.
        (_, [first, ..]) => *first,
        (_, []) => WHITE,
    };
    Some(bytes.chunks_exact(samples.max(1)).map(grey).collect())
}

/// Returns the first sample of each pixel of rows that are packed to bytes, as 8 bits.
fn unpacked(bytes: &[u8], bits: u8, samples: usize, columns: usize) -> Vec<u8> {
    let (bits, most) = (usize::from(bits), (1u32 << bits) - 1);
    let stride = (columns * samples * bits).div_ceil(8).max(1);
    let level = |row: &[u8], column: usize| {
        let at = column * samples * bits;
        // A sample of fewer than 8 bits may lie in two bytes.
        let pair = u32::from(row[at / 8]) << 8 | u32::from(row.get(at / 8 + 1).copied().unwrap_or(0));
        let value = pair >> (16 - bits - at % 8) & most;
        (value * 255 / most) as u8
    };
    bytes.chunks_exact(stride).flat_map(|row| (0..columns).map(move |column| level(row, column))).collect()
}
