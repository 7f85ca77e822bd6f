//! Leaf pages of issued documents: the tags and sealed attributes of each number (docs/formats.md).
//!
//! Numbers ascend by their bytes. If a number differs from the previous one only in a higher decimal run at its end, of the
//! same width, the difference is written: one byte for consecutive numbers. Any other number is written as the length of
//! the prefix that it shares with the previous one, and the rest.

use alloc::vec::Vec;

use super::PAGE_SIZE;
use super::marks::Key;
use crate::codec::varint;
use crate::document::sealed::{CHECK_LEN, MAX_SEALED, Sealed};
use crate::document::tags::{HOLDER_TAG_LEN, HolderTag, NAME_TAG_LEN, NameTag};

/// The register's record of one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// Tags and sealed attributes. The verification code opens them.
    Coded {
        /// When the record got its code.
        sealed_at: SealedAt,
        /// The tag of the holder's identity number.
        holder: HolderTag,
        /// The tag of the holder's name.
        name: NameTag,
        /// The attributes.
        sealed: Sealed,
    },
    /// The document was issued before codes were introduced. The register confirms its number and status only.
    Plain,
}

/// When a record was sealed with a verification code. The register states this publicly, so that a verifier knows whether the
/// document itself carries the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SealedAt {
    /// When the document was issued: its signed text carries the code.
    Issue,
    /// Later: the document was issued without a code, and the register sealed its record afterwards.
    Later,
}

/// The bit of a length byte that states [`SealedAt::Later`].
const LATER: u8 = 0x80;

impl SealedAt {
    const fn bit(self) -> u8 {
        match self {
            Self::Issue => 0,
            Self::Later => LATER,
        }
    }

    /// Splits a length byte.
    const fn of(byte: u8) -> (Self, u8) {
        (if byte & LATER == 0 { Self::Issue } else { Self::Later }, byte & !LATER)
    }
}

/// Maximum digits of a decimal run, so that it fits a `u64` and one can be added.
const MAX_DIGITS: usize = 18;
const LITERAL: u64 = 1;
const OWN_FORM: u64 = 2;

/// Splits a number into the prefix before its trailing decimal run, the width of the run, and its value.
fn split(number: &[u8]) -> (&[u8], usize, u64) {
    let digits = number.iter().rev().take(MAX_DIGITS).take_while(|byte| byte.is_ascii_digit()).count();
    let (prefix, run) = number.split_at(number.len().saturating_sub(digits));
    let value = run.iter().fold(0u64, |value, digit| {
        value.saturating_mul(10).saturating_add(u64::from(digit.saturating_sub(b'0')))
    });
    (prefix, digits, value)
}

/// Adds `by` to the trailing decimal run of `number` in place; `None` if the run would become wider.
fn advance(number: &mut [u8], by: u64) -> Option<()> {
    let (_, width, value) = split(number);
    let mut value = value.checked_add(by)?;
    for digit in number.iter_mut().rev().take(width) {
        *digit = b'0'.saturating_add((value % 10) as u8);
        value /= 10;
    }
    (value == 0).then_some(())
}

/// Writes one leaf page.
pub struct PageWriter {
    body: Vec<u8>,
    count: u64,
    first_rank: u64,
    /// The form of the page's first coded record, which the others share unless they have their own.
    common: Option<(SealedAt, usize)>,
    first: Vec<u8>,
    previous: Vec<u8>,
}

/// Bytes reserved for the three numbers at the start of a page.
const HEAD_ROOM: usize = 16;

impl PageWriter {
    /// Creates an empty page whose first document is entry `first_rank` of its segment, counted from 0.
    #[must_use]
    pub fn new(first_rank: u64) -> Self {
        let body = Vec::with_capacity(PAGE_SIZE);
        Self { body, count: 0, first_rank, common: None, first: Vec::new(), previous: Vec::new() }
    }

    /// Adds a document. Returns `false` if it does not fit; any document fits an empty page. The caller adds numbers in
    /// ascending order without duplicates.
    pub fn push(&mut self, number: &[u8], record: &Record) -> bool {
        let form = match record {
            Record::Coded { sealed_at, sealed, .. } => Some((*sealed_at, sealed.bytes.len())),
            Record::Plain => None,
        };
        let common = self.common.or(form);
        let before = self.body.len();
        let flags = if form.is_some() && form == common { 0 } else { OWN_FORM };
        self.write_number(number, flags);
        if flags == OWN_FORM {
            self.body.push(form.map_or(0, |(at, length)| (length as u8).saturating_add(1) | at.bit()));
        }
        if let Record::Coded { holder, name, sealed, .. } = record {
            self.body.extend_from_slice(&holder.0);
            self.body.extend_from_slice(&name.0);
            self.body.extend_from_slice(&sealed.check);
            self.body.extend_from_slice(&sealed.bytes);
        }
        if self.body.len() > PAGE_SIZE.saturating_sub(HEAD_ROOM) {
            self.body.truncate(before);
            return false;
        }
        if self.count == 0 {
            self.first = number.to_vec();
        }
        self.common = common;
        self.previous.clear();
        self.previous.extend_from_slice(number);
        self.count = self.count.saturating_add(1);
        true
    }

    fn write_number(&mut self, number: &[u8], flags: u64) {
        let (prefix, width, value) = split(number);
        let (old_prefix, old_width, old_value) = split(&self.previous);
        let delta = value.checked_sub(old_value).and_then(|delta| delta.checked_sub(1));
        match delta {
            Some(delta) if self.count > 0 && width > 0 && width == old_width && prefix == old_prefix => {
                varint::write(&mut self.body, delta << 2 | flags);
            }
            _ => {
                let shared =
                    self.previous.iter().zip(number).take_while(|(left, right)| left == right).count();
                let suffix = number.get(shared..).unwrap_or_default();
                varint::write(&mut self.body, (shared as u64) << 2 | flags | LITERAL);
                varint::write(&mut self.body, suffix.len() as u64);
                self.body.extend_from_slice(suffix);
            }
        }
    }

    /// Returns the number of documents on the page.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Returns the page's first document number.
    #[must_use]
    pub fn first(&self) -> &[u8] {
        &self.first
    }

    /// Returns the page, [`PAGE_SIZE`] bytes.
    #[must_use]
    pub fn finish(&self) -> Vec<u8> {
        let mut page = Vec::with_capacity(PAGE_SIZE);
        varint::write(&mut page, self.count);
        varint::write(&mut page, self.first_rank);
        page.push(self.common.map_or(0, |(at, length)| length as u8 | at.bit()));
        page.extend_from_slice(&self.body);
        page.resize(PAGE_SIZE, 0);
        page
    }
}

/// One document of a leaf page. Its record borrows from the page.
struct Entry<'p> {
    rank: u64,
    record: Option<RawRecord<'p>>,
}

struct RawRecord<'p> {
    sealed_at: SealedAt,
    holder: &'p [u8; HOLDER_TAG_LEN],
    name: &'p [u8; NAME_TAG_LEN],
    check: &'p [u8; CHECK_LEN],
    sealed: &'p [u8],
}

/// Reads the entries of a leaf page. Each step returns `None` if the page is malformed.
struct Entries<'p> {
    rest: &'p [u8],
    left: u64,
    rank: u64,
    common: (SealedAt, u8),
    number: Key,
}

impl<'p> Entries<'p> {
    fn new(page: &'p [u8]) -> Option<Self> {
        let mut rest = page;
        let left = varint::read(&mut rest)?;
        let rank = varint::read(&mut rest)?;
        let [form] = varint::take_array::<1>(&mut rest)?;
        Some(Self { rest, left, rank, common: SealedAt::of(form), number: Key::new() })
    }

    fn next(&mut self) -> Option<Option<Entry<'p>>> {
        let Some(left) = self.left.checked_sub(1) else { return Some(None) };
        let first = self.number.as_slice().is_empty();
        let head = varint::read(&mut self.rest)?;
        let value = head >> 2;
        if head & LITERAL == 0 {
            if first {
                return None;
            }
            advance(self.number.as_mut_slice(), value.checked_add(1)?)?;
        } else {
            let shared = usize::try_from(value).ok()?;
            let length = usize::try_from(varint::read(&mut self.rest)?).ok()?;
            let suffix = varint::take(&mut self.rest, length)?;
            // Only ascending order makes an unsuccessful search a proof of absence.
            if !first && self.number.as_slice().get(shared..)? >= suffix {
                return None;
            }
            self.number.replace_end(shared, suffix)?;
        }
        let coded = if head & OWN_FORM == 0 {
            Some(self.common)
        } else {
            match varint::take_array::<1>(&mut self.rest)? {
                [0] => None,
                [own] => {
                    let (sealed_at, raised) = SealedAt::of(own);
                    Some((sealed_at, raised.checked_sub(1)?))
                }
            }
        };
        let record = match coded {
            Some((_, length)) if usize::from(length) > MAX_SEALED => return None,
            Some((sealed_at, length)) => Some(RawRecord {
                sealed_at,
                holder: varint::take(&mut self.rest, HOLDER_TAG_LEN)?.try_into().ok()?,
                name: varint::take(&mut self.rest, NAME_TAG_LEN)?.try_into().ok()?,
                check: varint::take(&mut self.rest, CHECK_LEN)?.try_into().ok()?,
                sealed: varint::take(&mut self.rest, usize::from(length))?,
            }),
            None => None,
        };
        let rank = self.rank;
        self.rank = self.rank.checked_add(1)?;
        self.left = left;
        Some(Some(Entry { rank, record }))
    }
}

impl Entry<'_> {
    fn record(&self) -> Record {
        match &self.record {
            Some(raw) => Record::Coded {
                sealed_at: raw.sealed_at,
                holder: HolderTag(*raw.holder),
                name: NameTag(*raw.name),
                sealed: Sealed { check: *raw.check, bytes: raw.sealed.to_vec() },
            },
            None => Record::Plain,
        }
    }
}

/// Returns the documents of a leaf page in order, each with its number and record; `None` if the page is malformed.
#[must_use]
pub fn read_page(page: &[u8]) -> Option<Vec<(Vec<u8>, Record)>> {
    let mut entries = Entries::new(page)?;
    let mut all = Vec::new();
    while let Some(entry) = entries.next()? {
        all.push((entries.number.as_slice().to_vec(), entry.record()));
    }
    Some(all)
}

/// Finds `number` on a leaf page. Returns its rank in the segment and its record, or `Some(None)` if the page does not
/// contain it. Returns `None` if the page is malformed.
#[must_use]
pub fn find(page: &[u8], number: &[u8]) -> Option<Option<(u64, Record)>> {
    let mut entries = Entries::new(page)?;
    while let Some(entry) = entries.next()? {
        match entries.number.as_slice().cmp(number) {
            core::cmp::Ordering::Less => {}
            core::cmp::Ordering::Greater => return Some(None),
            core::cmp::Ordering::Equal => {
                return Some(Some((entry.rank, entry.record())));
            }
        }
    }
    Some(None)
}
