//! Pages that were found authentic once and stay in this program's own memory.
//!
//! Only pages that every search passes (index pages, and the leaves of tables) are kept: a fixed number of slots,
//! each filled at most once, without locks. A slot is found by the page's hash, and the hash covers the page's place,
//! so a page can never be taken for another.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;

use once_cell::race::OnceBox;

use crate::crypto::Hash;

/// Slots, so at most this many times the page size of memory (1 MiB).
const SLOTS: usize = 256;

struct Kept {
    hash: Hash,
    page: Vec<u8>,
}

/// The kept pages of one snapshot.
pub struct PageCache {
    slots: Box<[OnceBox<Kept>]>,
}

impl PageCache {
    /// A cache with nothing in it.
    #[must_use]
    pub fn new() -> Self {
        Self::of(SLOTS)
    }

    /// A cache of so many slots, none for a device without room.
    #[must_use]
    pub fn of(slots: usize) -> Self {
        Self { slots: (0..slots.min(SLOTS)).map(|_| OnceBox::new()).collect() }
    }

    fn slot(&self, hash: &Hash) -> Option<&OnceBox<Kept>> {
        let [first, ..] = hash;
        self.slots.get(usize::from(*first).checked_rem(self.slots.len())?)
    }

    /// The page of this hash, if it was kept.
    #[must_use]
    pub fn get(&self, hash: &Hash) -> Option<&[u8]> {
        let kept = self.slot(hash)?.get()?;
        (kept.hash == *hash).then_some(kept.page.as_slice())
    }

    /// Keeps an authentic page if its slot is free; gives it back to use either way.
    #[must_use]
    pub(super) fn keep(&self, hash: &Hash, page: Vec<u8>) -> Cow<'_, [u8]> {
        let Some(slot) = self.slot(hash) else { return Cow::Owned(page) };
        match slot.set(Box::new(Kept { hash: *hash, page })) {
            Ok(()) => self.get(hash).map_or(Cow::Owned(Vec::new()), Cow::Borrowed),
            Err(kept) => Cow::Owned(kept.page),
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
