//! The container format of a bundle in one file (docs/formats.md). It is read in place.
//!
//! The file is `RASTAUB1`, the length of the index (4 bytes, big-endian), the index (CBOR: name, offset and length of each
//! part), then the parts, each at a multiple of the page size. The container is not signed; every part is.

use alloc::string::String;
use alloc::vec::Vec;

use super::PAGE_SIZE;
use crate::codec::CodecError;
use crate::codec::cbor::{Reader, Writer};

/// The first bytes of the file.
pub const MAGIC: &[u8; 8] = b"RASTAUB1";
/// Bytes before the index.
pub const HEAD: usize = 12;
/// Maximum bytes of the index.
pub const MAX_INDEX: usize = 64 * 1024;
const WHAT: &str = "bundle file";
const MAX_PARTS: usize = 512;

/// One part of the container.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its path in a published directory, with forward slashes; at most 128 bytes.
    pub name: String,
    /// Its offset from the start of the file in bytes.
    pub offset: u64,
    /// Its length in bytes.
    pub length: u64,
}

fn align(offset: u64) -> u64 {
    offset.div_ceil(PAGE_SIZE as u64).saturating_mul(PAGE_SIZE as u64)
}

/// Computes the layout of parts with these names and lengths. Returns the bytes before the first part (magic, length,
/// index, padding) and the parts with their offsets.
#[must_use]
pub fn write_head(parts: &[(String, u64)]) -> (Vec<u8>, Vec<Part>) {
    // The index contains the offsets, and its length moves them: repeat until the first offset is stable.
    let mut start = PAGE_SIZE as u64;
    loop {
        let mut offset = start;
        let mut laid = Vec::with_capacity(parts.len());
        for (name, length) in parts {
            laid.push(Part { name: name.clone(), offset, length: *length });
            offset = align(offset.saturating_add(*length));
        }
        let mut writer = Writer::new();
        writer.array(laid.len());
        for part in &laid {
            writer.array(3).text(&part.name).uint(part.offset).uint(part.length);
        }
        let index = writer.finish();
        let needed = align((HEAD as u64).saturating_add(index.len() as u64));
        if needed == start {
            let mut head = Vec::from(*MAGIC);
            head.extend_from_slice(&(index.len() as u32).to_be_bytes());
            head.extend_from_slice(&index);
            head.resize(usize::try_from(start).unwrap_or(head.len()), 0);
            return (head, laid);
        }
        start = needed;
    }
}

/// Returns the length of the index from the first [`HEAD`] bytes, or `None` if the file is not a bundle or the index is
/// longer than [`MAX_INDEX`].
#[must_use]
pub fn index_length(head: &[u8; HEAD]) -> Option<usize> {
    let (magic, length) = head.split_at(MAGIC.len());
    let length = usize::try_from(u32::from_be_bytes(length.try_into().ok()?)).ok()?;
    (magic == MAGIC && length <= MAX_INDEX).then_some(length)
}

/// Reads the index of a file of `size` bytes.
///
/// # Errors
/// The index is not strict CBOR of its form, has more than 512 parts, or a part extends beyond the end of the file.
pub fn read_index(index: &[u8], size: u64) -> Result<Vec<Part>, CodecError> {
    let mut reader = Reader::new(WHAT, index);
    let count = reader.array(MAX_PARTS)?;
    let mut parts = Vec::with_capacity(count);
    for _ in 0..count {
        reader.tuple(3)?;
        let name = String::from(reader.text(128)?);
        let (offset, length) = (reader.uint()?, reader.uint()?);
        if offset.checked_add(length).is_none_or(|end| end > size) {
            return Err(reader.bad_value());
        }
        parts.push(Part { name, offset, length });
    }
    reader.finish()?;
    Ok(parts)
}
