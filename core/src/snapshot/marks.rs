//! Places on a cached page at which a search can begin.
//!
//! Each entry of a page is coded relative to the one before, so a search reads from the start. A page that is cached is
//! read once to its end and gets a mark at every eighth entry, with the key of the entry before: a search then begins at
//! the last mark whose key is below the sought one. Marks are made only for a page whose entries are all well-formed and
//! ascend; on any other page a search reads from the start and finds what is wrong.

use alloc::vec::Vec;

use super::pages::SegmentKind;
use super::{status, tables, tree};

/// One entry in this many has a mark.
const EVERY: u64 = 8;
/// Maximum bytes of the keys of all marks of a page: those of a full page of cancellations, eight each.
const MAX_KEYS: usize = 1536;

/// The marks of one page. Their keys take at most [`MAX_KEYS`] bytes; later entries have no marks.
pub(super) struct Marks {
    keys: Vec<u8>,
    marks: Vec<Mark>,
}

struct Mark {
    /// Where the key of the entry before ends in `keys`.
    key_end: u32,
    entries: u32,
    position: u32,
}

/// Where a search begins.
pub(super) struct Start<'m> {
    /// The key of the entry before.
    pub before: &'m [u8],
    /// The number of entries before.
    pub entries: u32,
    /// The position of the entry, in the unit of the page's reader.
    pub position: u32,
}

/// The marks of a page that is not cached.
pub(super) static NONE: Marks = Marks::new();

impl Marks {
    /// No marks: a search begins at the start of the page.
    pub(super) const fn new() -> Self {
        Self { keys: Vec::new(), marks: Vec::new() }
    }

    /// Makes the marks of an authenticated page.
    pub(super) fn of(kind: SegmentKind, level: u8, page: &[u8]) -> Self {
        let marks = match (level, kind) {
            (0, SegmentKind::Documents) => None,
            (0, SegmentKind::Status) => status::marks(page),
            (0, SegmentKind::Tables | SegmentKind::Centres) => tables::marks(page),
            (_, _) => tree::marks(page),
        };
        let mut marks = marks.unwrap_or(Self::new());
        marks.keys.shrink_to_fit();
        marks.marks.shrink_to_fit();
        marks
    }

    /// Notes the entry that begins at `position` after `entries` others, of which the last has the key `before`.
    pub(super) fn note(&mut self, before: &[u8], entries: u64, position: usize) {
        let end = self.keys.len().saturating_add(before.len());
        if entries == 0 || !entries.is_multiple_of(EVERY) || end > MAX_KEYS {
            return;
        }
        let narrow = |number: usize| u32::try_from(number).ok();
        if let (Some(key_end), Ok(entries), Some(position)) =
            (narrow(end), u32::try_from(entries), narrow(position))
        {
            self.keys.extend_from_slice(before);
            self.marks.push(Mark { key_end, entries, position });
        }
    }

    fn key(&self, index: usize) -> &[u8] {
        let end = |index: usize| self.marks.get(index).map_or(0, |mark| mark.key_end as usize);
        let start = index.checked_sub(1).map_or(0, end);
        self.keys.get(start..end(index)).unwrap_or_default()
    }

    /// Returns where the search for `key` begins; `None` for the start of the page. Every entry before has a lower key.
    pub(super) fn start(&self, key: &[u8]) -> Option<Start<'_>> {
        let (mut low, mut high) = (0usize, self.marks.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.key(middle) < key {
                low = middle.saturating_add(1);
            } else {
                high = middle;
            }
        }
        let index = low.checked_sub(1)?;
        let mark = self.marks.get(index)?;
        Some(Start { before: self.key(index), entries: mark.entries, position: mark.position })
    }
}

/// A key that is decoded without the heap.
pub(super) struct Key {
    bytes: [u8; super::segment::MAX_KEY],
    length: usize,
}

impl Key {
    pub(super) const fn new() -> Self {
        Self { bytes: [0; super::segment::MAX_KEY], length: 0 }
    }

    pub(super) fn as_slice(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    pub(super) fn as_mut_slice(&mut self) -> &mut [u8] {
        self.bytes.get_mut(..self.length).unwrap_or_default()
    }

    /// Keeps the first `shared` bytes and appends `suffix`; `None` if there are fewer, or the key would be too long.
    pub(super) fn replace_end(&mut self, shared: usize, suffix: &[u8]) -> Option<()> {
        if shared > self.length {
            return None;
        }
        let end = shared.checked_add(suffix.len())?;
        self.bytes.get_mut(shared..end)?.copy_from_slice(suffix);
        self.length = end;
        Some(())
    }
}
