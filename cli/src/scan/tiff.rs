//! Decodes the pages of a TIFF to grey pixels, strip by strip or tile by tile.
//!
//! The crate `tiff` reads the directories and most codings. Facsimile codings are decoded by the decoder of the PDF reader,
//! and a picture with a palette is read as grey levels, which are then the indices.

use std::io::Cursor;

use hayro_ccitt::{DecodeSettings, DecoderContext, EncodingMode};
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

/// The photometric interpretation of a palette, and of grey levels from black.
const PALETTE: u32 = 3;
const GREY: u16 = 1;
/// Options of group 3: bit 0 for coding in two dimensions, bit 2 for rows that begin at a byte.
const FAX_OPTIONS: Tag = Tag::Unknown(292);

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
        // Opened again: a page that cannot be read leaves the reader between pages.
        let page = page(bytes, number).map_err(|error| failed(&error));
        let page = page.and_then(|mut reader| grey(&mut reader, bytes, number));
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

/// Opens a file at a page.
fn page(bytes: &[u8], number: u32) -> tiff::TiffResult<Reader<'_>> {
    let mut reader = open(bytes)?;
    reader.seek_to_image(number as usize - 1)?;
    Ok(reader)
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
fn grey(reader: &mut Reader<'_>, bytes: &[u8], number: u32) -> Result<GrayImage, ScanError> {
    let failed = unreadable(Kind::Tiff);
    let (width, height) = reader.dimensions().map_err(|error| failed(&error))?;
    check_pixels(Kind::Tiff, width, height)?;
    let tag = |reader: &mut Reader<'_>, tag| reader.find_tag_unsigned::<u32>(tag).ok().flatten();
    let photometric = tag(reader, Tag::PhotometricInterpretation);
    if photometric == Some(PALETTE) {
        let map = reader.get_tag_u16_vec(Tag::ColorMap).map_err(|error| failed(&error))?;
        let patched =
            reader.ifd_pointer().and_then(|at| as_grey(bytes, at.0)).ok_or_else(|| failed(&"its palette"))?;
        let mut reader = page(&patched, number).map_err(|error| failed(&error))?;
        return decode(&mut reader, (width, height), Samples::Indices(&levels_of(&map)));
    }
    let coding = match tag(reader, Tag::Compression) {
        Some(2) => Some(EncodingMode::Group3_1D),
        Some(3) if tag(reader, FAX_OPTIONS).unwrap_or(0) & 1 != 0 => Some(EncodingMode::Group3_2D),
        Some(3) => Some(EncodingMode::Group3_1D),
        Some(4) => Some(EncodingMode::Group4),
        _ => None,
    };
    let Some(coding) = coding else { return decode(reader, (width, height), Samples::Levels) };
    let fax = Fax {
        bytes,
        coding,
        is_aligned: tag(reader, Tag::Compression) == Some(2)
            || tag(reader, FAX_OPTIONS).unwrap_or(0) & 4 != 0,
        is_reversed: tag(reader, Tag::FillOrder) == Some(2),
        // White runs are zeros, which are white in one of the two interpretations.
        white: if photometric == Some(1) { 0 } else { u8::MAX },
    };
    decode(reader, (width, height), Samples::Fax(&fax))
}

/// How the samples of a page are read.
#[derive(Clone, Copy)]
enum Samples<'a> {
    /// By the crate, as colours.
    Levels,
    /// By the crate; the values are indices of these levels.
    Indices(&'a [u8; 256]),
    /// In a facsimile coding.
    Fax(&'a Fax<'a>),
}

/// A page in a facsimile coding.
struct Fax<'a> {
    bytes: &'a [u8],
    coding: EncodingMode,
    /// Whether each row begins at a byte.
    is_aligned: bool,
    /// Whether the first bit of a byte is its lowest.
    is_reversed: bool,
    /// The level of a white run.
    white: u8,
}

/// The rows of a strip in a facsimile coding.
struct Rows {
    columns: usize,
    white: u8,
    levels: Vec<u8>,
}

impl hayro_ccitt::Decoder for Rows {
    fn push_row(&mut self, changes: &[u32]) {
        let start = self.levels.len();
        self.levels.resize(start + self.columns, self.white);
        for run in changes.chunks(2) {
            let end = run.get(1).map_or(self.columns, |end| *end as usize);
            if let Some(run) = self.levels.get_mut(start + run[0] as usize..start + end) {
                run.fill(!self.white);
            }
        }
    }
}

impl Fax<'_> {
    /// Decodes a strip; rows that are missing are white.
    fn levels(&self, offset: u64, count: u64, columns: u32, rows: u32) -> Option<Vec<u8>> {
        let start = usize::try_from(offset).ok()?;
        let data = self.bytes.get(start..start.checked_add(usize::try_from(count).ok()?)?)?;
        let reversed: Vec<u8>;
        let data = if self.is_reversed {
            reversed = data.iter().map(|byte| byte.reverse_bits()).collect();
            &reversed
        } else {
            data
        };
        let settings = DecodeSettings {
            columns,
            rows,
            end_of_block: true,
            end_of_line: false,
            rows_are_byte_aligned: self.is_aligned,
            encoding: self.coding,
            strict: false,
        };
        let mut decoded = Rows { columns: columns as usize, white: self.white, levels: Vec::new() };
        // Rows decoded before an error are kept.
        let _ = hayro_ccitt::decode(data, &mut decoded, &mut DecoderContext::new(settings));
        decoded.levels.resize(columns as usize * rows as usize, self.white);
        Some(decoded.levels)
    }
}

/// Returns the file with the page at `directory` as grey levels in place of colours of a palette.
fn as_grey(bytes: &[u8], directory: u64) -> Option<Vec<u8>> {
    let is_little = bytes.starts_with(b"II*\0");
    let is_big = bytes.starts_with(b"MM\0*");
    let word = |at: usize| {
        let word = bytes.get(at..at + 2)?.try_into().ok()?;
        Some(if is_little { u16::from_le_bytes(word) } else { u16::from_be_bytes(word) })
    };
    let start = usize::try_from(directory).ok().filter(|_| is_little || is_big)?;
    let entries = start + 2..;
    let entry = entries
        .step_by(12)
        .take(usize::from(word(start)?))
        .find(|at| word(*at) == Some(Tag::PhotometricInterpretation.to_u16()))?;
    // The value is a word at the ninth byte.
    let mut patched = bytes.to_vec();
    let value: &mut [u8; 2] = patched.get_mut(entry + 8..entry + 10)?.try_into().ok()?;
    *value = if is_little { GREY.to_le_bytes() } else { GREY.to_be_bytes() };
    Some(patched)
}

/// Returns the grey levels of a palette: all reds, then all greens, then all blues, in words.
fn levels_of(map: &[u16]) -> [u8; 256] {
    let size = map.len() / 3;
    std::array::from_fn(|at| {
        let color = |plane: usize| map.get(plane * size + at).map_or(0, |word| (word >> 8) as u8);
        if at < size { luma(color(0), color(1), color(2)) } else { WHITE }
    })
}

/// Decodes the page at which the reader is, whose size was checked.
fn decode(
    reader: &mut Reader<'_>,
    (width, height): (u32, u32),
    samples: Samples<'_>,
) -> Result<GrayImage, ScanError> {
    let failed = unreadable(Kind::Tiff);
    let color = match samples {
        Samples::Fax(_) => ColorType::Gray(1),
        Samples::Levels | Samples::Indices(_) => reader.colortype().map_err(|error| failed(&error))?,
    };
    // With separate planes, a chunk has one sample of each pixel; the first plane suffices.
    let planes = reader.find_tag_unsigned::<u16>(Tag::PlanarConfiguration).ok().flatten();
    let count = if planes == Some(2) { 1 } else { usize::from(color.num_samples()) };
    let (chunk_width, chunk_height) = reader.chunk_dimensions();
    if chunk_width == 0 || chunk_height == 0 {
        return Err(failed(&"it has no pixels"));
    }
    let (across, offsets, counts) = match reader.get_chunk_type() {
        ChunkType::Strip => (1, Tag::StripOffsets, Tag::StripByteCounts),
        ChunkType::Tile => (width.div_ceil(chunk_width), Tag::TileOffsets, Tag::TileByteCounts),
    };
    let chunks = across * height.div_ceil(chunk_height);
    let places = match samples {
        Samples::Fax(_) => {
            let values =
                |reader: &mut Reader<'_>, tag| reader.get_tag_u64_vec(tag).map_err(|error| failed(&error));
            values(reader, offsets)?.into_iter().zip(values(reader, counts)?).collect()
        }
        Samples::Levels | Samples::Indices(_) => Vec::new(),
    };
    // Associated or not: the ink of most pictures is black, which is the same in both.
    let extra = reader.find_tag_unsigned_vec::<u16>(Tag::ExtraSamples).ok().flatten().unwrap_or_default();
    let has_alpha = matches!(extra[..], [1 | 2]);
    let color = if has_alpha && count == 2 { ColorType::GrayA(color.bit_depth()) } else { color };
    let mut pixels = vec![WHITE; width as usize * height as usize];
    for index in 0..chunks {
        let (left, top) = (index % across * chunk_width, index / across * chunk_height);
        let (columns, rows, levels) = match samples {
            Samples::Fax(fax) => {
                let place = places.get(index as usize).copied();
                let rows = chunk_height.min(height - top);
                let levels = place.and_then(|(offset, count)| fax.levels(offset, count, chunk_width, rows));
                (chunk_width, rows, levels)
            }
            Samples::Levels | Samples::Indices(_) => {
                let (columns, rows) = reader.chunk_data_dimensions(index);
                let chunk = reader.read_chunk(index).map_err(|error| failed(&error))?;
                let table = if let Samples::Indices(table) = samples { Some(table) } else { None };
                (columns, rows, levels(&chunk, color, count, columns as usize, table))
            }
        };
        let levels = levels.ok_or_else(|| failed(&"its samples"))?;
        let shown = columns.min(width - left) as usize;
        for (row, line) in (top..height.min(top + rows)).zip(levels.chunks_exact(columns as usize)) {
            let start = row as usize * width as usize + left as usize;
            if let (Some(place), Some(line)) = (pixels.get_mut(start..start + shown), line.get(..shown)) {
                place.copy_from_slice(line);
            }
        }
    }
    picture(Kind::Tiff, width, height, pixels)
}

/// Returns the grey levels of a chunk; `None` for a kind of sample that is not supported. With a table, the first sample of
/// a pixel is its index.
fn levels(
    chunk: &DecodingResult,
    color: ColorType,
    samples: usize,
    columns: usize,
    table: Option<&[u8; 256]>,
) -> Option<Vec<u8>> {
    let bits = color.bit_depth();
    let bytes: Vec<u8> = match chunk {
        DecodingResult::U8(bytes) if bits < 8 => {
            let most = (1u32 << bits) - 1;
            let level =
                |value: u32| table.map_or((value * 255 / most) as u8, |table| table[value as usize & 0xff]);
            return Some(unpacked(bytes, bits, samples, columns, level));
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
        // The first sample: an index, grey, luma or lightness.
        (_, [first, ..]) => table.map_or(*first, |table| table[usize::from(*first)]),
        (_, []) => WHITE,
    };
    Some(bytes.chunks_exact(samples.max(1)).map(grey).collect())
}

/// Returns the levels of the first sample of each pixel of rows that are packed to bytes.
fn unpacked(
    bytes: &[u8],
    bits: u8,
    samples: usize,
    columns: usize,
    level: impl Fn(u32) -> u8 + Copy,
) -> Vec<u8> {
    let (bits, most) = (usize::from(bits), (1u32 << bits) - 1);
    let stride = (columns * samples * bits).div_ceil(8).max(1);
    let value = |row: &[u8], column: usize| {
        let at = column * samples * bits;
        // A sample of fewer than 8 bits may lie in two bytes.
        let pair = u32::from(row[at / 8]) << 8 | u32::from(row.get(at / 8 + 1).copied().unwrap_or(0));
        level(pair >> (16 - bits - at % 8) & most)
    };
    bytes.chunks_exact(stride).flat_map(|row| (0..columns).map(move |column| value(row, column))).collect()
}
