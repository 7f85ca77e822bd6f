//! Sealed attributes: what the register says of a document, readable only with its verification code.
//!
//! A record is sealed once, at issuance, and never again under the same code: the mask is a key stream, and two
//! different texts under one stream would tell their difference.

use alloc::vec::Vec;

use super::code::Code;
use super::name::Script;
use super::tags::seal_stream;
use crate::calendar::Date;
use crate::codec::bits::{BitReader, BitWriter};
use crate::crypto::equal;

/// Bytes that tell a right code from a wrong one.
pub const CHECK_LEN: usize = 4;
/// The most bytes of sealed attributes: what one HMAC output masks beside the check.
pub const MAX_SEALED: usize = 28;
/// Dates are counted from 2000-01-01 in 15 bits, to 2089-09-18.
const EPOCH: i64 = 10_957;
const DAY_BITS: u32 = 15;
/// Widths of a dictionary index, chosen by two bits in front of it.
const INDEX_BITS: [u32; 4] = [6, 11, 16, 24];
/// Width of the days between exam and issue where these are few.
const LAG_BITS: u32 = 5;

/// When a document's validity ends, as the register recorded it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Validity {
    /// After the term that the offer names, counted from the issue date; the document prints no date.
    ByTerm,
    /// On the same day, and the document prints it.
    PrintedTerm,
    /// On a day of its own.
    Until(Date),
}

/// The attributes of one document, with names replaced by indexes of the register's dictionaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attributes {
    /// Index in the dictionary of offers: profession, qualification, level, basis, term.
    pub offer: u32,
    /// Index in the dictionary of accreditations: centre and serial number.
    pub accreditation: u32,
    /// Index in the dictionary of skill lists, for a document on skills (art. 20).
    pub skills: Option<u32>,
    /// The day of the exam.
    pub exam_on: Date,
    /// The day of issue.
    pub issued_on: Date,
    /// The end of validity.
    pub validity: Validity,
    /// The script of the name that was tagged: a name in another script cannot be compared with it.
    pub name_script: Script,
}

/// A record's check and masked attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Follows from code and number alone.
    pub check: [u8; CHECK_LEN],
    /// The masked attributes.
    pub bytes: Vec<u8>,
}

/// Why attributes cannot be sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CannotSeal;

/// Why a record does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CannotOpen {
    /// The code is not this record's.
    WrongCode,
    /// The code fits but the content is of no known form.
    Unreadable,
}

impl Sealed {
    /// Seals `attributes` for document `number` under `code`. Fails for a date outside 2000–2089, an exam after
    /// the issue, or an index of 2²⁴ or more.
    pub fn seal(code: &Code, number: &str, attributes: &Attributes) -> Result<Self, CannotSeal> {
        let mut bytes = attributes.pack().ok_or(CannotSeal)?;
        let stream = seal_stream(code, number);
        let (check, mask) = stream.split_at(CHECK_LEN);
        bytes.iter_mut().zip(mask).for_each(|(byte, mask)| *byte ^= mask);
        Ok(Self { check: check.try_into().map_err(|_| CannotSeal)?, bytes })
    }

    /// Opens the record of document `number` with `code`.
    pub fn open(&self, code: &Code, number: &str) -> Result<Attributes, CannotOpen> {
        let stream = seal_stream(code, number);
        let (check, mask) = stream.split_at(CHECK_LEN);
        if !equal(check, &self.check) {
            return Err(CannotOpen::WrongCode);
        }
        if self.bytes.len() > MAX_SEALED {
            return Err(CannotOpen::Unreadable);
        }
        let plain: Vec<u8> = self.bytes.iter().zip(mask).map(|(byte, mask)| byte ^ mask).collect();
        Attributes::unpack(&plain).ok_or(CannotOpen::Unreadable)
    }
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
    fn a_wrong_code_or_number_is_told() {
        let sealed = Sealed::seal(&Code([7; 10]), "N1", &typical()).unwrap();
        assert_eq!(sealed.open(&Code([7; 10]), "N1"), Ok(typical()));
        assert_eq!(sealed.open(&Code([8; 10]), "N1"), Err(CannotOpen::WrongCode));
        assert_eq!(sealed.open(&Code([7; 10]), "N2"), Err(CannotOpen::WrongCode));
    }

    #[test]
    fn what_cannot_be_packed_is_refused() {
        let code = Code([7; 10]);
        let after = Attributes { exam_on: Date::parse("2026-05-21").unwrap(), ..typical() };
        let early = Attributes {
            issued_on: Date::parse("1999-12-31").unwrap(),
            exam_on: Date::parse("1999-12-31").unwrap(),
            ..typical()
        };
        let large = Attributes { offer: 1 << 24, ..typical() };
        for attributes in [after, early, large] {
            assert_eq!(Sealed::seal(&code, "N1", &attributes), Err(CannotSeal), "{attributes:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_sealed_opens(offer in 0u32..1 << 24, accreditation in 0u32..1 << 24, skills in proptest::option::of(0u32..1 << 24),
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
