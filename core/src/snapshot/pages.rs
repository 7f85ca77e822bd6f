//! Sources of pages: memory, a mapped file, flash, a browser's file system.

use alloc::borrow::Cow;

use crate::crypto::Hash;
use crate::error::PageError;

/// What a segment contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SegmentKind {
    /// Issued documents, sorted by number.
    Documents,
    /// Cancellations and reinstatements, sorted by the document's place.
    Status,
    /// The keeper's tables: professions, qualifications, skills, issuing keys, dictionaries, working days.
    Tables,
    /// The National Chamber's tables: centres, their accreditations and scopes.
    Centres,
}

impl SegmentKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Documents, Self::Status, Self::Tables, Self::Centres];

    /// Returns the number used in signed data and hashes.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Documents => 1,
            Self::Status => 2,
            Self::Tables => 3,
            Self::Centres => 4,
        }
    }

    /// Returns the kind of a number, or `None` for an unknown one.
    #[must_use]
    pub fn from_number(number: u64) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| u64::from(kind.number()) == number)
    }

    /// Returns the name used in JSON and output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Status => "status",
            Self::Tables => "tables",
            Self::Centres => "centres",
        }
    }
}

/// Identifies a segment. Kind and serial number are part of every page's hash; the root hash is the file name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SegmentId {
    /// What it contains.
    pub kind: SegmentKind,
    /// Serial number among the segments of its kind, from 1. A register does not reuse it within an epoch.
    pub serial: u32,
    /// The hash of its root page.
    pub root: Hash,
}

/// A source of pages. Reading takes `&self`, so several threads can share a source.
pub trait Pages {
    /// Reads page `index` of `segment`, counted from 0: exactly [`super::PAGE_SIZE`] bytes. The page is not authenticated.
    ///
    /// # Errors
    /// [`PageError::Missing`] if the page cannot be read.
    fn page(&self, segment: &SegmentId, index: u32) -> Result<Cow<'_, [u8]>, PageError>;

    /// Called when a look-up could not use page `index` of `segment`: it cannot be read, or is not the signed one.
    /// Checks that depend on the page are undetermined, whatever the source does. A source that can repair its files
    /// records the page here.
    fn unusable(&self, _segment: &SegmentId, _index: u32) {}
}

impl<P: Pages + ?Sized> Pages for &P {
    fn page(&self, segment: &SegmentId, index: u32) -> Result<Cow<'_, [u8]>, PageError> {
        (**self).page(segment, index)
    }

    fn unusable(&self, segment: &SegmentId, index: u32) {
        (**self).unusable(segment, index);
    }
}
