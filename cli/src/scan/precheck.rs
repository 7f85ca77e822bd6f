//! Checks the decompressed size of a PDF before the PDF reader runs.
//!
//! The PDF reader decompresses each stream completely and has no limit, so a file of a megabyte could take a gigabyte of
//! memory. Here the streams are decompressed into a small buffer that is overwritten, and only counted.

use flate2::{Decompress, FlushDecompress, Status};
use hayro::hayro_syntax::{Filter, Pdf};

use super::picture::check;
use super::{Kind, MAX_PIXELS, Measure, ScanError};

/// Maximum bytes of all compressed streams of a PDF together, when decompressed.
pub(super) const MAX_UNPACKED: u64 = 256 << 20;

/// Bytes that one compressed byte can become at most, roughly, in LZW or Flate; fewer in run-length encoding.
const WORST_RATIO: u64 = 1000;

/// Checks the raw bytes before the PDF reader parses them, because it decompresses object streams while it opens the
/// file.
///
/// Every `stream` keyword is taken for the start of Flate data, whatever the dictionary before it states. Other data
/// ends at once as an invalid block.
pub(super) fn raw(bytes: &[u8]) -> Result<(), ScanError> {
    if find(bytes, b"/Encrypt", 0).is_some() {
        return Err(ScanError::Encrypted);
    }
    let mut spent = 0;
    let mut from = 0;
    while let Some(at) = find(bytes, b"stream", from) {
        from = at + b"stream".len();
        if bytes[..at].ends_with(b"end") {
            continue;
        }
        let data = &bytes[from..];
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        spent += unpacked(data.strip_prefix(b"\n").unwrap_or(data), MAX_UNPACKED - spent);
        check(Kind::Pdf, Measure::UnpackedBytes, spent, MAX_UNPACKED - 1)?;
    }
    Ok(())
}

/// Checks the objects of an opened PDF: the size of its pictures, and the streams whose compression [`raw`] cannot
/// follow, which are counted at [`WORST_RATIO`].
pub(super) fn objects(pdf: &Pdf) -> Result<(), ScanError> {
    let mut hidden = 0;
    for object in pdf.objects() {
        let Some(stream) = object.into_stream() else { continue };
        let side = |name: &[u8]| u64::from(stream.dict().get::<u32>(name).unwrap_or(0));
        let (width, height) = (side(b"Width"), side(b"Height"));
        check(Kind::Pdf, Measure::Pixels, width.saturating_mul(height), MAX_PIXELS)?;
        let filters = stream.filters();
        let compresses =
            |f: &Filter| matches!(f, Filter::FlateDecode | Filter::LzwDecode | Filter::RunLengthDecode);
        let counted_in_raw = filters.first() == Some(&Filter::FlateDecode);
        let layers = filters.iter().filter(|f| compresses(f)).count();
        if layers > 1 || (layers == 1 && !counted_in_raw) {
            hidden += stream.raw_data().len() as u64 * WORST_RATIO;
            check(Kind::Pdf, Measure::UnpackedBytes, hidden, MAX_UNPACKED)?;
        }
    }
    Ok(())
}

/// Returns the number of bytes read and written when Flate data is decompressed, counted up to about `limit`.
///
/// The bytes read count too: otherwise, many empty blocks read again from many places would cost time without reaching
/// the limit.
fn unpacked(data: &[u8], limit: u64) -> u64 {
    let zlib = data.len() >= 2
        && data[0] & 0x0f == 8
        && u16::from_be_bytes([data[0], data[1]]).is_multiple_of(31)
        && data[1] & 0x20 == 0;
    let data = if zlib { &data[2..] } else { data };
    let mut inflate = Decompress::new(false);
    let mut sink = vec![0; 32 << 10];
    loop {
        let before = inflate.total_in() + inflate.total_out();
        let rest = &data[inflate.total_in() as usize..];
        let status = inflate.decompress(rest, &mut sink, FlushDecompress::None);
        let spent = inflate.total_in() + inflate.total_out();
        if !matches!(status, Ok(Status::Ok)) || spent == before || spent >= limit {
            return spent.min(limit);
        }
    }
}

/// Returns the offset of `needle` at or after `from`.
fn find(bytes: &[u8], needle: &[u8], from: usize) -> Option<usize> {
    let first = needle[0];
    let mut at = from;
    while let Some(step) = bytes.get(at..)?.iter().position(|b| *b == first) {
        at += step;
        if bytes[at..].starts_with(needle) {
            return Some(at);
        }
        at += 1;
    }
    None
}
