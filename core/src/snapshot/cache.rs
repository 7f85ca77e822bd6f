//! A cache of authenticated pages.
//!
//! Only pages that many look-ups read are cached: index pages, and the leaves of tables and of cancellations. The number
//! of slots is fixed, each slot is filled at most once, and there are no locks. The page's hash selects the slot. The hash
//! covers the page's position, so one page cannot be returned for another. A cached page has marks, at which a search can
//! begin.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;

use once_cell::race::OnceBox;

use super::marks::{self, Marks};
use super::pages::SegmentKind;
use crate::crypto::Hash;

/// Maximum number of slots. A page of 4 KiB with its marks takes at most 8,056 bytes, so all pages take at most 967 kB. With
/// the rows that are kept this is within the 1.125 MiB that the C interface states.
const MAX_SLOTS: usize = 120;
/// How many slots a page may be in: those from its own one on.
const PROBES: usize = 8;

/// A cached page.
pub(super) struct Entry {
    hash: Hash,
    page: Vec<u8>,
    marks: Marks,
}

/// An authenticated page.
pub(super) enum Read<'s> {
    /// It is cached.
    Cached(&'s Entry),
    /// It is not cached, and has no marks.
    Once(Vec<u8>),
}

impl<'s> Read<'s> {
    pub(super) fn bytes(&self) -> &[u8] {
        match self {
            Self::Cached(entry) => &entry.page,
            Self::Once(page) => page,
        }
    }

    pub(super) fn marks(&self) -> &Marks {
        match self {
            Self::Cached(entry) => &entry.marks,
            Self::Once(_) => &marks::NONE,
        }
    }

    pub(super) fn into_bytes(self) -> Cow<'s, [u8]> {
        match self {
            Self::Cached(entry) => Cow::Borrowed(&entry.page),
            Self::Once(page) => Cow::Owned(page),
        }
    }
}

/// The cached pages of one snapshot.
pub struct PageCache {
    slots: Box<[OnceBox<Entry>]>,
}

impl PageCache {
    /// Creates an empty cache of 120 slots.
    #[must_use]
    pub fn new() -> Self {
        Self::with_slots(MAX_SLOTS)
    }

    /// Creates an empty cache of `slots` slots, at most 120. With no slots, nothing is cached.
    #[must_use]
    pub fn with_slots(slots: usize) -> Self {
        Self { slots: (0..slots.min(MAX_SLOTS)).map(|_| OnceBox::new()).collect() }
    }

    /// The slots that a page may be in.
    fn slots(&self, hash: &Hash) -> impl Iterator<Item = &OnceBox<Entry>> {
        let [first, ..] = hash;
        let own = usize::from(*first).checked_rem(self.slots.len()).unwrap_or(0);
        let (before, from) = self.slots.split_at_checked(own).unwrap_or_default();
        from.iter().chain(before).take(PROBES)
    }

    /// Returns the cached page of a hash, if there is one.
    #[must_use]
    pub fn get(&self, hash: &Hash) -> Option<&[u8]> {
        self.find(hash).map(|entry| entry.page.as_slice())
    }

    /// Returns the cached page of a hash with its marks, if there is one.
    pub(super) fn find(&self, hash: &Hash) -> Option<&Entry> {
        // Slots are filled from a page's own one on, and never emptied.
        self.slots(hash).map_while(OnceBox::get).find(|entry| entry.hash == *hash)
    }

    /// Stores an authenticated page if one of its slots is free. Returns the page in either case.
    pub(super) fn insert(&self, hash: &Hash, page: Vec<u8>, kind: SegmentKind, level: u8) -> Read<'_> {
        let Some(free) = self.slots(hash).find(|slot| slot.get().is_none()) else { return Read::Once(page) };
        let marks = Marks::of(kind, level, &page);
        match free.set(Box::new(Entry { hash: *hash, page, marks })) {
            Ok(()) => self.find(hash).map_or(Read::Once(Vec::new()), Read::Cached),
            // Another thread has filled the slot since.
            Err(entry) => Read::Once(entry.page),
        }
    }
}

impl Default for PageCache {
    fn default() -> Self {
        Self::new()
    }
}

impl core::fmt::Debug for PageCache {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "PageCache({} slots)", self.slots.len())
    }
}
