//! A bundle as one file: for a USB stick or a page's file picker, read in place.
//!
//! `RASTAUB1`, the length of the index (4 bytes, big-endian), the index (CBOR: name, offset, length of each
//! part), then the parts, each at a multiple of the page size. The container itself is not signed: every part is.

use alloc::string::String;
use alloc::vec::Vec;

use super::PAGE_SIZE;
use crate::codec::CodecError;
use crate::codec::cbor::{Reader, Writer};

/// What the file starts with.
pub const MAGIC: &[u8; 8] = b"RASTAUB1";
/// Bytes before the index.
pub const HEAD: usize = 12;
/// The most bytes of an index.
pub const MAX_INDEX: usize = 64 * 1024;
const WHAT: &str = "bundle file";
const MAX_PARTS: usize = 512;

/// One part of the container.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its path inside a published folder, with forward slashes.
    pub name: String,
    /// Where it starts, from the start of the file.
    pub offset: u64,
    /// Its bytes.
    pub length: u64,
}

fn align(offset: u64) -> u64 {
    offset.div_ceil(PAGE_SIZE as u64).saturating_mul(PAGE_SIZE as u64)
}

/// Lays parts of the given names and lengths out, and writes what stands before them (padded to the first part).
#[must_use]
pub fn write_head(parts: &[(String, u64)]) -> (Vec<u8>, Vec<Part>) {
    // The offsets are inside the index whose length moves them: lay out until the first offset stays.
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

/// The length of the index, from the first [`HEAD`] bytes; `None` where this is no bundle file.
#[must_use]
pub fn index_length(head: &[u8; HEAD]) -> Option<usize> {
    let (magic, length) = head.split_at(MAGIC.len());
    let length = usize::try_from(u32::from_be_bytes(length.try_into().ok()?)).ok()?;
    (magic == MAGIC && length <= MAX_INDEX).then_some(length)
}

/// The parts, from the index of a file of `size` bytes; none may reach beyond its end.
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
