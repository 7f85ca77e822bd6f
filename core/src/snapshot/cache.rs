//! A cache of authenticated pages.
//!
//! Only pages that many look-ups read are cached: index pages and the leaves of tables. The number of slots is fixed, each
//! slot is filled at most once, and there are no locks. The page's hash selects the slot. The hash covers the page's
//! position, so one page cannot be returned for another.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;

use once_cell::race::OnceBox;

use crate::crypto::Hash;

/// Maximum number of slots; with pages of 4 KiB, at most 1 MiB.
const MAX_SLOTS: usize = 256;

struct Entry {
    hash: Hash,
    page: Vec<u8>,
}

/// The cached pages of one snapshot.
pub struct PageCache {
    slots: Box<[OnceBox<Entry>]>,
}

impl PageCache {
    /// Creates an empty cache of 256 slots.
    #[must_use]
    pub fn new() -> Self {
        Self::with_slots(MAX_SLOTS)
    }

    /// Creates an empty cache of `slots` slots, at most 256. With no slots, nothing is cached.
    #[must_use]
    pub fn with_slots(slots: usize) -> Self {
        Self { slots: (0..slots.min(MAX_SLOTS)).map(|_| OnceBox::new()).collect() }
    }

    fn slot(&self, hash: &Hash) -> Option<&OnceBox<Entry>> {
        let [first, ..] = hash;
        self.slots.get(usize::from(*first).checked_rem(self.slots.len())?)
    }

    /// Returns the cached page of a hash, if there is one.
    #[must_use]
    pub fn get(&self, hash: &Hash) -> Option<&[u8]> {
        let entry = self.slot(hash)?.get()?;
        (entry.hash == *hash).then_some(entry.page.as_slice())
    }

    /// Stores an authenticated page if its slot is free. Returns the page in either case.
    #[must_use]
    pub(super) fn insert(&self, hash: &Hash, page: Vec<u8>) -> Cow<'_, [u8]> {
        let Some(slot) = self.slot(hash) else { return Cow::Owned(page) };
        match slot.set(Box::new(Entry { hash: *hash, page })) {
            Ok(()) => self.get(hash).map_or(Cow::Owned(Vec::new()), Cow::Borrowed),
            Err(entry) => Cow::Owned(entry.page),
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
