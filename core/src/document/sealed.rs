//! Sealed attributes: the register's record of a document, readable only with the document's verification code
//! (docs/formats.md).
//!
//! The check is a short HMAC of the attributes, and the mask depends on the check (as the synthetic initialisation vector of
//! RFC 5297 does). Two different records under one code therefore have different masks, except one pair in 2³², and
//! reveal nothing about their difference. A register still seals a record once: `rastau snapshot build --previous`
//! refuses one that was sealed again under its code.

use alloc::vec::Vec;

use super::code::Code;
use super::name::Script;
use super::tags::{seal_check, seal_mask};
use crate::calendar::Date;
use crate::codec::bits::{BitReader, BitWriter};
use crate::crypto::equal;

/// Length in bytes of the check value, which authenticates the attributes and distinguishes a correct code from a wrong one.
pub const CHECK_LEN: usize = 4;
/// Maximum bytes of sealed attributes. One HMAC output masks them.
pub const MAX_SEALED: usize = 28;
/// Dates are days from 2000-01-01 in 15 bits, up to 2089-09-18.
const EPOCH: i64 = 10_957;
const DAY_BITS: u32 = 15;
/// Widths of a dictionary index in bits. Two bits before the index select the width.
const INDEX_BITS: [u32; 4] = [6, 11, 16, 24];
/// Width in bits of the days from exam to issue, if they fit.
const LAG_BITS: u32 = 5;

/// The end of a document's validity, as recorded in the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Validity {
    /// The end of the offer's term from the issue date (art. 21.5). The document states no date.
    ByTerm,
    /// The end of the offer's term from the issue date. The document states that date.
    PrintedTerm,
    /// A date that does not follow from the term.
    Until(Date),
}

/// The attributes of one document. Codes are replaced by indexes into the register's dictionaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attributes {
    /// Index in the dictionary of offers: profession, qualification, level, basis, term. Less than 2²⁴.
    pub offer: u32,
    /// Index in the dictionary of accreditations: centre and serial number. Less than 2²⁴.
    pub accreditation: u32,
    /// Index in the dictionary of skill lists, for a document on skills (art. 20). Less than 2²⁴.
    pub skills: Option<u32>,
    /// The day of the exam.
    pub exam_on: Date,
    /// The day of issue.
    pub issued_on: Date,
    /// The end of validity.
    pub validity: Validity,
    /// The script of the tagged name. A name in another script cannot be compared with the tag.
    pub name_script: Script,
}

/// Sealed attributes: a check value and the masked bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The check value: the first bytes of an HMAC of the attributes, keyed by the code.
    pub check: [u8; CHECK_LEN],
    /// The masked attributes, at most [`MAX_SEALED`] bytes.
    pub bytes: Vec<u8>,
}

/// Attributes cannot be sealed: a date is outside 2000–2089, the exam is after the issue, or an index is too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SealError;

/// Why a sealed record cannot be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnsealError {
    /// The code is not the code of this record.
    WrongCode,
    /// The code is correct but the content has an unknown form.
    Unreadable,
}

impl Sealed {
    /// Seals `attributes` of document `number` with `code`.
    ///
    /// # Errors
    /// [`SealError`]: a date is outside 2000-01-01 to 2089-09-18, the exam is after the issue, or an index is 2²⁴ or
    /// more.
    pub fn seal(code: &Code, number: &str, attributes: &Attributes) -> Result<Self, SealError> {
        let mut bytes = attributes.pack().ok_or(SealError)?;
        let check = check(code, number, &bytes);
        bytes.iter_mut().zip(seal_mask(code, number, &check)).for_each(|(byte, mask)| *byte ^= mask);
        Ok(Self { check, bytes })
    }

    /// Opens the record of document `number` with `code`.
    ///
    /// # Errors
    /// [`UnsealError`].
    pub fn open(&self, code: &Code, number: &str) -> Result<Attributes, UnsealError> {
        let mut plain = [0; MAX_SEALED];
        let plain = plain.get_mut(..self.bytes.len()).ok_or(UnsealError::Unreadable)?;
        let mask = seal_mask(code, number, &self.check);
        for ((plain, byte), mask) in plain.iter_mut().zip(&self.bytes).zip(mask) {
            *plain = byte ^ mask;
        }
        if !equal(&check(code, number, plain), &self.check) {
            return Err(UnsealError::WrongCode);
        }
        Attributes::unpack(plain).ok_or(UnsealError::Unreadable)
    }
}

fn check(code: &Code, number: &str, attributes: &[u8]) -> [u8; CHECK_LEN] {
    let mut check = [0; CHECK_LEN];
    check.iter_mut().zip(seal_check(code, number, attributes)).for_each(|(to, from)| *to = from);
    check
}

impl Attributes {
    fn pack(&self) -> Option<Vec<u8>> {
        let mut bits = BitWriter::new();
        bits.bits(script_bits(self.name_script), 2);
        write_index(&mut bits, self.offer)?;
        write_index(&mut bits, self.accreditation)?;
        bits.bits(day_bits(self.issued_on)?, DAY_BITS);
        let lag = u64::try_from(self.issued_on.days().checked_sub(self.exam_on.days())?).ok()?;
        if lag < 1 << LAG_BITS {
            bits.bits(0, 1);
            bits.bits(lag, LAG_BITS);
        } else {
            bits.bits(1, 1);
            bits.bits(day_bits(self.exam_on)?, DAY_BITS);
        }
        match self.skills {
            None => bits.bits(0, 1),
            Some(index) => {
                bits.bits(1, 1);
                write_index(&mut bits, index)?;
            }
        }
        match self.validity {
            Validity::ByTerm => bits.bits(0b0, 1),
            Validity::PrintedTerm => bits.bits(0b10, 2),
            Validity::Until(day) => {
                bits.bits(0b11, 2);
                bits.bits(day_bits(day)?, DAY_BITS);
            }
        }
        Some(bits.finish())
    }

    fn unpack(bytes: &[u8]) -> Option<Self> {
        let mut bits = BitReader::new(bytes);
        let name_script = script(bits.bits(2)?)?;
        let offer = read_index(&mut bits)?;
        let accreditation = read_index(&mut bits)?;
        let issued_on = day(bits.bits(DAY_BITS)?)?;
        let exam_on = if bits.flag()? {
            day(bits.bits(DAY_BITS)?)?
        } else {
            issued_on.minus_days(u32::try_from(bits.bits(LAG_BITS)?).ok()?)
        };
        let skills = if bits.flag()? { Some(read_index(&mut bits)?) } else { None };
        let validity = if !bits.flag()? {
            Validity::ByTerm
        } else if !bits.flag()? {
            Validity::PrintedTerm
        } else {
            Validity::Until(day(bits.bits(DAY_BITS)?)?)
        };
        if !bits.rest_is_zero() {
            return None;
        }
        Some(Self { offer, accreditation, skills, exam_on, issued_on, validity, name_script })
    }
}

fn script_bits(script: Script) -> u64 {
    match script {
        Script::Cyrillic => 1,
        Script::Latin => 2,
        Script::Other => 3,
    }
}

fn script(bits: u64) -> Option<Script> {
    match bits {
        1 => Some(Script::Cyrillic),
        2 => Some(Script::Latin),
        3 => Some(Script::Other),
        _ => None,
    }
}

fn day_bits(day: Date) -> Option<u64> {
    let days = u64::try_from(i64::from(day.days()).checked_sub(EPOCH)?).ok()?;
    (days < 1 << DAY_BITS).then_some(days)
}

fn day(bits: u64) -> Option<Date> {
    Date::from_days(i64::try_from(bits).ok()?.checked_add(EPOCH)?)
}

fn write_index(bits: &mut BitWriter, index: u32) -> Option<()> {
    let class = INDEX_BITS.iter().position(|width| u64::from(index) < 1 << width)?;
    bits.bits(class as u64, 2);
    bits.bits(u64::from(index), *INDEX_BITS.get(class)?);
    Some(())
}

fn read_index(bits: &mut BitReader<'_>) -> Option<u32> {
    let class = usize::try_from(bits.bits(2)?).ok()?;
    u32::try_from(bits.bits(*INDEX_BITS.get(class)?)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn typical() -> Attributes {
        let issued_on = Date::parse("2026-05-20").unwrap();
        Attributes {
            offer: 1_900,
            accreditation: 700,
            skills: None,
            exam_on: issued_on.minus_days(9),
            issued_on,
            validity: Validity::PrintedTerm,
            name_script: Script::Cyrillic,
        }
    }

    #[test]
    fn a_typical_record_takes_seven_bytes() {
        assert_eq!(Sealed::seal(&Code([7; 10]), "N1", &typical()).unwrap().bytes.len(), 7);
    }

    #[test]
    fn rejects_a_wrong_code_or_number() {
        let sealed = Sealed::seal(&Code([7; 10]), "N1", &typical()).unwrap();
        assert_eq!(sealed.open(&Code([7; 10]), "N1"), Ok(typical()));
        assert_eq!(sealed.open(&Code([8; 10]), "N1"), Err(UnsealError::WrongCode));
        assert_eq!(sealed.open(&Code([7; 10]), "N2"), Err(UnsealError::WrongCode));
    }

    #[test]
    fn two_records_under_one_code_do_not_reveal_their_difference() {
        let (code, first) = (Code([7; 10]), typical());
        let second = Attributes { offer: first.offer + 1, ..first };
        let [one, two] = [first, second].map(|attributes| Sealed::seal(&code, "N1", &attributes).unwrap());
        let difference = |a: &[u8], b: &[u8]| -> Vec<u8> { a.iter().zip(b).map(|(a, b)| a ^ b).collect() };
        assert_ne!(one.check, two.check);
        assert_ne!(
            difference(&one.bytes, &two.bytes),
            difference(&first.pack().unwrap(), &second.pack().unwrap())
        );
    }

    #[test]
    fn rejects_attributes_that_were_changed() {
        let sealed = Sealed::seal(&Code([7; 10]), "N1", &typical()).unwrap();
        for at in 0..sealed.bytes.len() {
            let mut changed = sealed.clone();
            changed.bytes[at] ^= 1;
            assert_eq!(changed.open(&Code([7; 10]), "N1"), Err(UnsealError::WrongCode), "byte {at}");
        }
    }

    /// One HMAC output masks the attributes. Zeros at their end mean nothing, so only the limit refuses longer ones.
    #[test]
    fn limits_the_length_of_sealed_attributes() {
        let code = Code([7; 10]);
        let open = |length| {
            let mut plain = typical().pack().unwrap();
            plain.resize(length, 0);
            let check = super::check(&code, "N1", &plain);
            let bytes = plain.iter().zip(seal_mask(&code, "N1", &check)).map(|(byte, mask)| byte ^ mask);
            Sealed { check, bytes: bytes.collect() }.open(&code, "N1")
        };
        assert_eq!(open(MAX_SEALED), Ok(typical()));
        assert_eq!(open(MAX_SEALED + 1), Err(UnsealError::Unreadable));
    }

    /// The bits after the attributes are padding; a set bit would be data that this version does not know.
    #[test]
    fn rejects_a_bit_after_the_attributes() {
        let (code, mut plain) = (Code([7; 10]), typical().pack().unwrap());
        plain.push(1);
        let check = super::check(&code, "N1", &plain);
        let bytes = plain.iter().zip(seal_mask(&code, "N1", &check)).map(|(byte, mask)| byte ^ mask);
        let sealed = Sealed { check, bytes: bytes.collect() };
        assert_eq!(sealed.open(&code, "N1"), Err(UnsealError::Unreadable));
    }

    #[test]
    fn rejects_attributes_out_of_range() {
        let code = Code([7; 10]);
        let after = Attributes { exam_on: Date::parse("2026-05-21").unwrap(), ..typical() };
        let early = Attributes {
            issued_on: Date::parse("1999-12-31").unwrap(),
            exam_on: Date::parse("1999-12-31").unwrap(),
            ..typical()
        };
        let large = Attributes { offer: 1 << 24, ..typical() };
        for attributes in [after, early, large] {
            assert_eq!(Sealed::seal(&code, "N1", &attributes), Err(SealError), "{attributes:?}");
        }
    }

    proptest! {
        #[test]
        fn sealed_attributes_open(offer in 0u32..1 << 24, accreditation in 0u32..1 << 24, skills in proptest::option::of(0u32..1 << 24),
                                issued in 1000i64..30_000, lag in 0u32..900, until in proptest::option::of(0i64..32_000), printed in any::<bool>()) {
            let issued_on = Date::from_days(EPOCH + issued).unwrap();
            let attributes = Attributes {
                offer, accreditation, skills, issued_on,
                exam_on: issued_on.minus_days(lag),
                validity: match (until, printed) {
                    (Some(days), _) => Validity::Until(Date::from_days(EPOCH + days).unwrap()),
                    (None, true) => Validity::PrintedTerm,
                    (None, false) => Validity::ByTerm,
                },
                name_script: Script::Latin,
            };
            let sealed = Sealed::seal(&Code([3; 10]), "N", &attributes).unwrap();
            prop_assert!(sealed.bytes.len() <= MAX_SEALED);
            prop_assert_eq!(sealed.open(&Code([3; 10]), "N"), Ok(attributes));
        }
    }
}
