//! A segment as listed in a signed statement, and the check that serial numbers have no gap.

use alloc::vec::Vec;

use super::pages::{SegmentId, SegmentKind};
use super::{MAX_SEGMENTS, PAGE_SIZE};
use crate::codec::CodecError;
use crate::codec::cbor::{Reader, Writer};
use crate::error::OpenError;

/// Maximum bytes of an entry's key: a document number of 64 characters has at most 256 bytes.
pub const MAX_KEY: usize = 256;
/// Upper bound of the number of pages of one segment (16 TiB).
const MAX_PAGES: u64 = 1 << 32;
/// Maximum number of levels above the leaves. Even with two children a page, 32 levels address all pages.
const MAX_HEIGHT: u64 = 32;

/// One segment of a signed statement: identity, size, and the range of its keys. The root hash authenticates its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// Kind, serial number and root hash.
    pub id: SegmentId,
    /// The lowest serial number whose content this segment includes: its own for an addition, or that of the first segment
    /// that it replaces.
    pub covers_from: u32,
    /// Number of pages. The last one is the root.
    pub pages: u32,
    /// Number of levels above the leaves, at most 32.
    pub height: u8,
    /// Number of entries.
    pub entries: u64,
    /// The first entry's key, at most [`MAX_KEY`] bytes.
    pub first: Vec<u8>,
    /// The last entry's key, at most [`MAX_KEY`] bytes.
    pub last: Vec<u8>,
}

impl Segment {
    /// Returns the size of the segment's file in bytes.
    #[must_use]
    pub fn length(&self) -> u64 {
        u64::from(self.pages).saturating_mul(PAGE_SIZE as u64)
    }

    /// Returns whether `key` is in the range of this segment's keys.
    #[must_use]
    pub fn may_hold(&self, key: &[u8]) -> bool {
        self.first.as_slice() <= key && key <= self.last.as_slice()
    }

    pub(super) fn write(&self, writer: &mut Writer) {
        writer.array(9);
        writer.uint(self.id.kind.number().into()).uint(self.id.serial.into()).uint(self.covers_from.into());
        writer.uint(self.pages.into()).uint(self.height.into()).bytes(&self.id.root).uint(self.entries);
        writer.bytes(&self.first).bytes(&self.last);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        reader.tuple(9)?;
        let kind = SegmentKind::from_number(reader.uint()?).ok_or_else(|| reader.bad_value())?;
        let serial = narrow(reader, u64::from(u32::MAX))?;
        let covers_from = narrow(reader, serial.into())?;
        let pages = narrow(reader, MAX_PAGES.saturating_sub(1))?;
        let height = reader.uint_up_to(MAX_HEIGHT)?;
        let root = reader.byte_array()?;
        let entries = reader.number()?;
        let first = reader.bytes(MAX_KEY)?.to_vec();
        let last = reader.bytes(MAX_KEY)?.to_vec();
        // `covers_from` is at most `serial`, so neither is 0.
        if covers_from == 0 || pages == 0 || entries == 0 || first > last {
            return Err(reader.bad_value());
        }
        let height = u8::try_from(height).map_err(|_| reader.bad_value())?;
        Ok(Self { id: SegmentId { kind, serial, root }, covers_from, pages, height, entries, first, last })
    }
}

fn narrow(reader: &mut Reader<'_>, limit: u64) -> Result<u32, CodecError> {
    let value = reader.uint_up_to(limit)?;
    u32::try_from(value).map_err(|_| reader.bad_value())
}

/// Writes a statement's list of segments.
pub(super) fn write_list(writer: &mut Writer, segments: &[Segment]) {
    writer.array(segments.len());
    for segment in segments {
        segment.write(writer);
    }
}

/// Reads a statement's list of segments.
pub(super) fn read_list(reader: &mut Reader<'_>) -> Result<Vec<Segment>, CodecError> {
    let count = reader.array(MAX_SEGMENTS)?;
    let mut segments = Vec::with_capacity(count);
    for _ in 0..count {
        segments.push(Segment::read(reader)?);
    }
    Ok(segments)
}

/// Checks that the segments of each kind together cover every serial number from 1 to the newest exactly once. A removed
/// segment leaves a gap.
pub(super) fn check_unbroken(segments: &[Segment]) -> Result<(), OpenError> {
    for kind in SegmentKind::ALL {
        let mut expected = 1u32;
        for segment in segments.iter().filter(|segment| segment.id.kind == kind) {
            if segment.covers_from != expected {
                return Err(OpenError::BadSegments);
            }
            expected = segment.id.serial.checked_add(1).ok_or(OpenError::BadSegments)?;
        }
    }
    Ok(())
}
