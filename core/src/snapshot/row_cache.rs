//! Rows that were looked up on authenticated pages, kept decoded.
//!
//! A snapshot never changes, so a row that was found stays the row of its key. Only rows that exist are kept: that a row
//! does not exist is proved by the pages each time. As in the page cache, the number of slots is fixed, each slot is
//! filled at most once, and there are no locks.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;

use once_cell::race::OnceBox;

use super::rows::{AccreditationRef, Centre, IssuingKey, Offer, Profession, Qualification, Row, Scope};
use crate::codec::CodecError;
use crate::codec::cbor::{Reader, Writer};
use crate::crypto::DecodedKey;

/// Maximum number of slots. With [`MAX_KEPT`], all rows take at most about 200 kB.
const MAX_SLOTS: usize = 60;
/// Maximum bytes of a kept row in its page. In memory a row takes at most about six times as much.
pub(super) const MAX_KEPT: usize = 512;
/// How many slots a row may be in: those from its own one on.
const PROBES: usize = 8;

/// An issuing key with its point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KnownKey {
    /// The row of the register.
    pub row: IssuingKey,
    /// Its key, decoded.
    pub key: DecodedKey,
}

impl Row for KnownKey {
    fn write(&self, writer: &mut Writer) {
        self.row.write(writer);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        let row = IssuingKey::read(reader)?;
        Ok(Self { key: DecodedKey::new(&row.key), row })
    }
}

macro_rules! kept {
    ($($Row:ident,)*) => {
        /// A row of any table that is kept.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub(crate) enum Kept { $($Row($Row),)* }

        $(
            impl From<$Row> for Kept {
                fn from(row: $Row) -> Self {
                    Self::$Row(row)
                }
            }

            impl KeptRow for $Row {
                fn of(kept: &Kept) -> Option<&Self> {
                    match kept {
                        Kept::$Row(row) => Some(row),
                        _ => None,
                    }
                }
            }
        )*
    };
}

/// A row that is kept.
pub(crate) trait KeptRow: Row + Clone + Into<Kept> {
    /// Returns the row if it is of this type.
    fn of(kept: &Kept) -> Option<&Self>;
}

kept! {
    Profession,
    Qualification,
    KnownKey,
    Offer,
    AccreditationRef,
    Centre,
    Scope,
}

struct Entry {
    key: Box<[u8]>,
    row: Kept,
}

/// The kept rows of one snapshot.
pub(super) struct RowCache {
    slots: Box<[OnceBox<Entry>]>,
}

impl RowCache {
    /// Creates an empty cache of `slots` slots, at most 60. With no slots, nothing is kept.
    pub(super) fn with_slots(slots: usize) -> Self {
        Self { slots: (0..slots.min(MAX_SLOTS)).map(|_| OnceBox::new()).collect() }
    }

    /// The slots that the row of a key may be in.
    fn slots(&self, key: &[u8]) -> impl Iterator<Item = &OnceBox<Entry>> {
        // FNV-1a. Keys are the register's, and a full cache only costs time.
        let hash = key
            .iter()
            .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
        let own = (hash as usize).checked_rem(self.slots.len()).unwrap_or(0);
        let (before, from) = self.slots.split_at_checked(own).unwrap_or_default();
        from.iter().chain(before).take(PROBES)
    }

    /// Returns the row of a key, if it is kept.
    pub(super) fn get(&self, key: &[u8]) -> Option<&Kept> {
        // Slots are filled from a row's own one on, and never emptied.
        self.slots(key).map_while(OnceBox::get).find(|entry| *entry.key == *key).map(|entry| &entry.row)
    }

    /// Keeps a row if one of its slots is free. Returns the row in either case.
    pub(super) fn insert<R: KeptRow>(&self, key: Vec<u8>, row: R) -> Cow<'_, R> {
        let Some(free) = self.slots(&key).find(|slot| slot.get().is_none()) else { return Cow::Owned(row) };
        let entry = Box::new(Entry { key: key.into_boxed_slice(), row: row.clone().into() });
        // Another thread may have filled the slot since.
        let kept = if free.set(entry).is_ok() { free.get() } else { None };
        kept.and_then(|entry| R::of(&entry.row)).map_or(Cow::Owned(row), Cow::Borrowed)
    }
}

impl core::fmt::Debug for RowCache {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "RowCache({} slots)", self.slots.len())
    }
}
