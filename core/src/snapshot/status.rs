//! Leaf pages of cancelled documents: the dates of cancellation and reinstatement of each (docs/formats.md).
//!
//! A document is identified by its place (serial number of the segment, and rank), so that the gaps between cancelled
//! documents are small whatever the form of their numbers. Gaps are Rice codes; dates are offsets from the page's earliest
//! date.

use alloc::vec::Vec;

use super::PAGE_SIZE;
use super::marks::{Marks, NONE};
use crate::calendar::Date;
use crate::codec::bits::{BitReader, BitWriter};
use crate::codec::varint;
use crate::names::names;

names! {
    /// Why a document was cancelled. The Law states one ground (art. 26.2, part two); the others come from other acts.
    pub enum Ground {
        /// A confirmed complaint against the holder (art. 26.2(4) and part two).
        ConfirmedComplaint = "confirmed-complaint",
        /// A court decision.
        CourtDecision = "court-decision",
        /// Issued in error.
        IssuedInError = "issued-in-error",
        /// At the holder's request.
        HolderRequest = "holder-request",
        /// A ground of another law.
        OtherLaw = "other-law",
    }
}

impl Ground {
    /// Returns the number used in signed data.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::ConfirmedComplaint => 0,
            Self::CourtDecision => 1,
            Self::IssuedInError => 2,
            Self::HolderRequest => 3,
            Self::OtherLaw => 4,
        }
    }

    /// Returns the ground of a number, or `None` for an unknown one.
    #[must_use]
    pub fn from_number(number: u64) -> Option<Self> {
        Self::ALL.iter().copied().find(|ground| u64::from(ground.number()) == number)
    }
}

/// One cancellation of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cancellation {
    /// The first day on which the document is not in force.
    pub on: Date,
    /// Whether it is still in effect.
    pub status: CancellationStatus,
}

/// Whether a cancellation is still in effect. A reversed one keeps no ground: the register no longer states why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CancellationStatus {
    /// It was reversed.
    Reinstated {
        /// The first day on which the document is in force again.
        on: Date,
    },
    /// It is in effect.
    InEffect {
        /// The ground.
        ground: Ground,
        /// Whether a new document was issued in its place. The number of the new one is not stated: a public link from old
        /// to new would identify people.
        replaced: bool,
    },
}

impl Cancellation {
    /// A cancellation in effect, without a replacement.
    #[must_use]
    pub const fn in_effect(on: Date, ground: Ground) -> Self {
        Self { on, status: CancellationStatus::InEffect { ground, replaced: false } }
    }

    /// A cancellation of a register's history: reversed on `reinstated_on`, or in effect for `ground`. The ground of a reversed
    /// one is left out.
    #[must_use]
    pub const fn new(on: Date, ground: Ground, reinstated_on: Option<Date>) -> Self {
        match reinstated_on {
            Some(back) => Self::reinstated(on, back),
            None => Self::in_effect(on, ground),
        }
    }

    /// A cancellation that was reversed on the day `back`.
    #[must_use]
    pub const fn reinstated(on: Date, back: Date) -> Self {
        Self { on, status: CancellationStatus::Reinstated { on: back } }
    }

    /// Returns whether a new document was issued in place of the cancelled one.
    #[must_use]
    pub const fn is_replaced(&self) -> bool {
        matches!(self.status, CancellationStatus::InEffect { replaced: true, .. })
    }

    /// Returns the first day on which the document is in force again, if it was reinstated.
    #[must_use]
    pub const fn reinstated_on(&self) -> Option<Date> {
        match self.status {
            CancellationStatus::Reinstated { on } => Some(on),
            CancellationStatus::InEffect { .. } => None,
        }
    }
}

/// The place of a document in the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Serial number of the documents segment.
    pub serial: u32,
    /// Index of the entry in the segment, from 0.
    pub rank: u32,
}

impl Place {
    /// Returns the search key of the place: serial number and rank, big-endian, eight bytes.
    #[must_use]
    pub fn key(self) -> [u8; 8] {
        self.number().to_be_bytes()
    }

    fn number(self) -> u64 {
        u64::from(self.serial) << 32 | u64::from(self.rank)
    }

    const fn from_number(number: u64) -> Self {
        Self { serial: (number >> 32) as u32, rank: number as u32 }
    }
}

/// Maximum number of cancellations of one document.
pub const MAX_CANCELLATIONS: usize = 32;
const GROUND_BITS: u32 = 3;

/// Writes one leaf page of [`PAGE_SIZE`] bytes from entries in ascending order of place. Returns the page and the number of
/// entries on it, at least one. Each entry has 1 to [`MAX_CANCELLATIONS`] cancellations in time order; all but the last are
/// reinstated.
#[must_use]
pub fn write_page(entries: &[(Place, Vec<Cancellation>)]) -> (Vec<u8>, usize) {
    // Binary search for the number of entries that fit. The parameters depend on the entries, so each attempt encodes anew.
    let (mut low, mut high) = (1usize, entries.len().min(PAGE_SIZE.saturating_mul(2)));
    let mut best = (encode(entries.get(..1).unwrap_or_default()), 1usize);
    while low <= high {
        let middle = low.midpoint(high);
        let page = encode(entries.get(..middle).unwrap_or_default());
        if page.len() <= PAGE_SIZE {
            best = (page, middle);
            low = middle.saturating_add(1);
        } else {
            high = middle.saturating_sub(1);
        }
    }
    best.0.resize(PAGE_SIZE, 0);
    best
}

fn dates(entries: &[(Place, Vec<Cancellation>)]) -> impl Iterator<Item = i64> {
    let all = entries.iter().flat_map(|(_, cancellations)| cancellations);
    all.flat_map(|one| core::iter::once(one.on).chain(one.reinstated_on())).map(|day| i64::from(day.days()))
}

fn encode(entries: &[(Place, Vec<Cancellation>)]) -> Vec<u8> {
    let base = dates(entries).min().unwrap_or(0);
    let spread = dates(entries).max().unwrap_or(0).saturating_sub(base).unsigned_abs();
    let width = 64u32.saturating_sub(spread.leading_zeros());
    let first = entries.first().map_or(0, |(place, _)| place.number());
    let last = entries.last().map_or(0, |(place, _)| place.number());
    let gaps = (entries.len() as u64).saturating_sub(1).max(1);
    // The logarithm of the mean gap is within a small fraction of a bit of the best Rice parameter.
    let mean = last.saturating_sub(first).checked_div(gaps).unwrap_or(0);
    let rice = mean.saturating_mul(7).checked_div(10).unwrap_or(0).checked_ilog2().unwrap_or(0);
    let mut bits = BitWriter::new();
    let mut previous = None;
    for (place, cancellations) in entries {
        if let Some(previous) = previous {
            let gap: u64 = place.number().saturating_sub(previous);
            bits.rice(gap.saturating_sub(1), rice);
        }
        previous = Some(place.number());
        let mut rest = cancellations.iter().peekable();
        while let Some(one) = rest.next() {
            // Cancellations after one without an end have no effect, and the format cannot represent them.
            bits.bits(offset(one.on, base), width);
            match one.status {
                CancellationStatus::InEffect { ground, replaced } => {
                    bits.bits(0, 1);
                    bits.bits(ground.number().into(), GROUND_BITS);
                    bits.bits(replaced.into(), 1);
                    break;
                }
                CancellationStatus::Reinstated { on } => {
                    bits.bits(1, 1);
                    bits.bits(offset(on, base), width);
                    bits.bits(rest.peek().is_some().into(), 1);
                }
            }
        }
    }
    let mut page = Vec::with_capacity(PAGE_SIZE);
    varint::write(&mut page, entries.len() as u64);
    varint::write(&mut page, first);
    varint::write(&mut page, zigzag(base));
    page.push(width as u8);
    page.push(rice as u8);
    page.extend(bits.finish());
    page
}

/// Maps integers to unsigned ones: 0, -1, 1, -2, … become 0, 1, 2, 3, …
fn zigzag(value: i64) -> u64 {
    (value << 1 ^ value >> 63) as u64
}

/// The inverse of [`zigzag`].
fn unzigzag(value: u64) -> i64 {
    (value >> 1) as i64 ^ 0i64.wrapping_sub((value & 1) as i64)
}

fn offset(day: Date, base: i64) -> u64 {
    i64::from(day.days()).saturating_sub(base).unsigned_abs()
}

/// The entries of a leaf page in the order of their places. Each step returns `None` if the page is malformed.
struct Entries<'p> {
    bits: BitReader<'p>,
    left: u64,
    is_first: bool,
    number: u64,
    base: i64,
    width: u32,
    rice: u32,
}

impl<'p> Entries<'p> {
    fn new(page: &'p [u8]) -> Option<Self> {
        let mut rest = page;
        let left = varint::read(&mut rest)?;
        let number = varint::read(&mut rest)?;
        let base = unzigzag(varint::read(&mut rest)?);
        let [width, rice] = varint::take_array::<2>(&mut rest)?;
        if width > 32 || rice > 63 {
            return None;
        }
        let (bits, width, rice) = (BitReader::new(rest), width.into(), rice.into());
        Some(Self { bits, left, is_first: true, number, base, width, rice })
    }

    /// Advances to the next entry and returns the number of its place; the caller reads its cancellations next.
    fn next_place(&mut self) -> Option<Option<u64>> {
        let Some(left) = self.left.checked_sub(1) else { return Some(None) };
        self.left = left;
        if !core::mem::replace(&mut self.is_first, false) {
            self.number = self.number.checked_add(self.bits.rice(self.rice)?)?.checked_add(1)?;
        }
        Some(Some(self.number))
    }

    fn cancellations(&mut self, each: impl FnMut(Cancellation)) -> Option<()> {
        read_cancellations(&mut self.bits, self.base, self.width, each)
    }
}

/// Finds the cancellations of the document at `place` on a leaf page; empty if there are none. Returns `None` if the page
/// is malformed.
#[must_use]
pub fn find(page: &[u8], place: Place) -> Option<Vec<Cancellation>> {
    find_with(page, &NONE, place)
}

/// Does the same as [`find`], from the nearest of the page's marks on.
pub(super) fn find_with(page: &[u8], marks: &Marks, place: Place) -> Option<Vec<Cancellation>> {
    let mut entries = Entries::new(page)?;
    if let Some(start) = marks.start(&place.key()) {
        entries.left = entries.left.checked_sub(start.entries.into())?;
        entries.is_first = false;
        entries.number = u64::from_be_bytes(start.before.try_into().ok()?);
        entries.bits = entries.bits.at(usize::try_from(start.position).ok()?);
    }
    while let Some(number) = entries.next_place()? {
        if number > place.number() {
            break;
        }
        if number == place.number() {
            let mut found = Vec::new();
            entries.cancellations(|one| found.push(one))?;
            return Some(found);
        }
        // A skipped entry is read but not stored.
        entries.cancellations(|_| ())?;
    }
    Some(Vec::new())
}

/// Makes the marks of a leaf page; `None` if the page is malformed. Their positions are bits.
pub(super) fn marks(page: &[u8]) -> Option<Marks> {
    let mut marks = Marks::new();
    let mut entries = Entries::new(page)?;
    let mut count = 0u64;
    while entries.next_place()?.is_some() {
        entries.cancellations(|_| ())?;
        count = count.checked_add(1)?;
        marks.note(&entries.number.to_be_bytes(), count, entries.bits.position());
    }
    Some(marks)
}

/// Returns the entries of a leaf page in the order of their places; `None` if the page is malformed.
#[must_use]
pub fn read_page(page: &[u8]) -> Option<Vec<(Place, Vec<Cancellation>)>> {
    let mut entries = Entries::new(page)?;
    let mut all = Vec::new();
    while let Some(number) = entries.next_place()? {
        let mut list = Vec::new();
        entries.cancellations(|one| list.push(one))?;
        all.push((Place::from_number(number), list));
    }
    Some(all)
}

/// Reads the cancellations of one entry, at most [`MAX_CANCELLATIONS`]; `None` if they are malformed.
fn read_cancellations(
    bits: &mut BitReader<'_>,
    base: i64,
    width: u32,
    mut each: impl FnMut(Cancellation),
) -> Option<()> {
    let day =
        |bits: &mut BitReader<'_>| Date::from_days(base.checked_add(i64::try_from(bits.bits(width)?).ok()?)?);
    for _ in 0..MAX_CANCELLATIONS {
        let on = day(bits)?;
        if !bits.flag()? {
            let ground = Ground::from_number(bits.bits(GROUND_BITS)?)?;
            let replaced = bits.flag()?;
            each(Cancellation { on, status: CancellationStatus::InEffect { ground, replaced } });
            return Some(());
        }
        each(Cancellation::reinstated(on, day(bits)?));
        if !bits.flag()? {
            return Some(());
        }
    }
    None
}
