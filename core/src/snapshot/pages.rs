//! Where pages come from: a slice, a mapped file, flash, a browser's file system.

use alloc::borrow::Cow;

use crate::crypto::Hash;
use crate::error::PageError;

/// What a segment holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SegmentKind {
    /// Issued documents, sorted by number.
    Documents,
    /// Cancellations and reinstatements, sorted by the place of the document.
    Status,
    /// The keeper's tables: professions, qualifications, skills, issuing keys, dictionaries, working days.
    Tables,
    /// The National Chamber's tables: centres, their accreditations and scopes.
    Centres,
}

impl SegmentKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Documents, Self::Status, Self::Tables, Self::Centres];

    /// The number used on the wire and in hashes.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Documents => 1,
            Self::Status => 2,
            Self::Tables => 3,
            Self::Centres => 4,
        }
    }

    /// The kind of a number.
    #[must_use]
    pub fn from_number(number: u64) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| u64::from(kind.number()) == number)
    }

    /// The name used in listings.
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

/// Names a segment: its kind and serial number are bound into every page's hash, its root hash is its file name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SegmentId {
    /// What it holds.
    pub kind: SegmentKind,
    /// Its number among the segments of its kind, never used twice in a register.
    pub serial: u32,
    /// The hash of its root page.
    pub root: Hash,
}

/// A source of pages. Reading never changes it, so one source serves many threads.
pub trait Pages {
    /// Page number `index` of `segment`: exactly [`super::PAGE_SIZE`] bytes, not yet authenticated.
    /// [`PageError::Missing`] where it cannot be had.
    fn page(&self, segment: &SegmentId, index: u32) -> Result<Cow<'_, [u8]>, PageError>;
}

impl<P: Pages + ?Sized> Pages for &P {
    fn page(&self, segment: &SegmentId, index: u32) -> Result<Cow<'_, [u8]>, PageError> {
        (**self).page(segment, index)
    }
}
