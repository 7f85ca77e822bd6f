//! Identity numbers: the IIN of persons and the BIN of organisations (twelve digits with a check digit), and other
//! identity numbers, for example of a foreign passport, which are opaque text.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::Serialize;

use crate::calendar::Date;
use crate::codec::cbor::{CodecError, Reader, Writer};
use crate::error::codes::ErrorCode;
use crate::input::{self, value};

pub use crate::error::IdentityError;

/// Maximum number of characters of an identity number.
pub const MAX_IDENTITY: usize = 32;

/// The kind of a twelve-digit number, determined by its fifth digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A person's number (fifth digit 0–3).
    Iin {
        /// Date of birth: digits 1–6 are `YYMMDD`, digit 7 is the century.
        born_on: Date,
    },
    /// An organisation's number (fifth digit 4–6). Digits 1–4 are year and month of registration.
    Bin {
        /// Two-digit year of registration.
        year: u8,
        /// Month of registration, 1–12.
        month: u8,
    },
}

/// Checks an IIN or BIN and returns its kind. `text` must be exactly twelve ASCII digits.
///
/// The check digit is the weighted sum modulo 11 with weights 1–11. If the result is 10, the weights 3–11, 1, 2 are
/// used; a number whose second sum is also 10 is not issued.
///
/// # Errors
/// [`IdentityError`], in the order of its variants.
///
/// # Examples
/// ```
/// use rastau_core::identity::{IdentityError, Kind, identify};
///
/// assert!(matches!(identify("990140000017"), Ok(Kind::Bin { year: 99, month: 1 })));
/// assert_eq!(identify("990140000018"), Err(IdentityError::WrongCheckDigit));
/// ```
pub fn identify(text: &str) -> Result<Kind, IdentityError> {
    let digits = digits(text).ok_or(IdentityError::NotTwelveDigits)?;
    let kind = kind(&digits)?;
    let [body @ .., check] = &digits;
    if check_digit(body) == Some(*check) { Ok(kind) } else { Err(IdentityError::WrongCheckDigit) }
}

/// Checks whether a person or an organisation can have the number `text`: as [`identify`], and also a person's number
/// whose seventh digit is 0, which states no century.
///
/// No official source that was found says what this digit means. The rules for the formation of numbers (resolution No. 406 of 22
/// May 2007) no longer tie the digits to a person's data since resolution No. 853 of 26 August 2013, so a holder is not rejected
/// for it. The check digit, the day and the month are checked.
///
/// # Errors
/// As [`identify`].
///
/// # Examples
/// ```
/// use rastau_core::identity::{check, identify};
///
/// assert!(identify("850228000017").is_err(), "no date of birth");
/// assert!(check("850228000017").is_ok());
/// assert!(check("850228000018").is_err(), "a wrong check digit");
/// ```
pub fn check(text: &str) -> Result<(), IdentityError> {
    match (identify(text), digits(text)) {
        (Err(IdentityError::NoSuchDate), Some(digits)) if digits.get(6) == Some(&0) => {
            let [.., check] = digits;
            let [body @ .., _] = &digits;
            // Checks the date with the century of another seventh digit.
            let dated = [4, 6].iter().any(|century| {
                let mut dated = digits;
                dated.iter_mut().skip(6).take(1).for_each(|seventh| *seventh = *century);
                matches!(kind(&dated), Ok(Kind::Iin { .. }))
            });
            match (dated, check_digit(body) == Some(check)) {
                (true, true) => Ok(()),
                (true, false) => Err(IdentityError::WrongCheckDigit),
                (false, _) => Err(IdentityError::NoSuchDate),
            }
        }
        (found, _) => found.map(|_| ()),
    }
}

/// Writes the result of [`identify`] as one line of JSON. Every binding returns the same bytes.
///
/// `number` is the text that was checked. The object has `number` and `valid`; for a valid number also `kind` and
/// `born_on` or `registered` (`YY-MM`), otherwise `code` and `reason`.
#[must_use]
pub fn to_json(number: &str, found: &Result<Kind, IdentityError>) -> String {
    #[derive(Serialize)]
    #[serde(untagged)]
    enum Output<'n> {
        Iin { born_on: Date, kind: &'static str, number: &'n str, valid: bool },
        Bin { kind: &'static str, number: &'n str, registered: String, valid: bool },
        Wrong { code: ErrorCode, number: &'n str, reason: String, valid: bool },
    }
    let output = match found {
        Ok(Kind::Iin { born_on }) => Output::Iin { born_on: *born_on, kind: "iin", number, valid: true },
        Ok(Kind::Bin { year, month }) => {
            let registered = alloc::format!("{year:02}-{month:02}");
            Output::Bin { kind: "bin", number, registered, valid: true }
        }
        Err(error) => Output::Wrong { code: error.code(), number, reason: error.to_string(), valid: false },
    };
    // Serialising this type cannot fail: its keys are text.
    serde_json::to_string(&output).unwrap_or_default()
}

fn digits(text: &str) -> Option<[u8; 12]> {
    let mut digits: [u8; 12] = text.as_bytes().try_into().ok()?;
    for digit in &mut digits {
        *digit = digit.checked_sub(b'0').filter(|value| *value <= 9)?;
    }
    Some(digits)
}

fn kind(digits: &[u8; 12]) -> Result<Kind, IdentityError> {
    let [y1, y2, m1, m2, fifth, d2, seventh, ..] = *digits;
    let decimal = |tens: u8, ones: u8| tens.saturating_mul(10).saturating_add(ones);
    let (year, month) = (decimal(y1, y2), decimal(m1, m2));
    match fifth {
        0..=3 => {
            let century = match seventh {
                1 | 2 => 1800,
                3 | 4 => 1900,
                5 | 6 => 2000,
                _ => return Err(IdentityError::NoSuchDate),
            };
            let year = i32::from(year).saturating_add(century);
            let born_on = Date::from_ymd(year, u32::from(month), u32::from(decimal(fifth, d2)));
            born_on.map(|born_on| Kind::Iin { born_on }).ok_or(IdentityError::NoSuchDate)
        }
        4..=6 if (1..=12).contains(&month) => Ok(Kind::Bin { year, month }),
        4..=6 => Err(IdentityError::NoSuchDate),
        _ => Err(IdentityError::UnknownKind),
    }
}

/// Computes the check digit of the first eleven digits (values 0–9). Returns `None` for digits with which no number is
/// issued, because both weighted sums are 10.
#[must_use]
pub fn check_digit(body: &[u8; 11]) -> Option<u8> {
    const FIRST: [u16; 11] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    const SECOND: [u16; 11] = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];
    let sum = |weights: [u16; 11]| {
        let products =
            body.iter().zip(weights).map(|(digit, weight)| u16::from(*digit).saturating_mul(weight));
        products.fold(0u16, u16::saturating_add) % 11
    };
    let remainder = match sum(FIRST) {
        10 => sum(SECOND),
        remainder => remainder,
    };
    u8::try_from(remainder).ok().filter(|digit| *digit < 10)
}

/// An identity number of a document: a checked IIN or BIN, or another number as opaque text.
///
/// In signed data, twelve digits are an unsigned integer (at most 9 bytes instead of 13) and any other number is text;
/// readers reject the other encoding of each (docs/formats.md).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identity(String);

impl Identity {
    /// Reads a number as typed or printed. Surrounding white space is dropped.
    ///
    /// Twelve digits must be a valid IIN or BIN ([`identify`]). Any other number is 1–32 characters without control
    /// characters ([`MAX_IDENTITY`]).
    ///
    /// # Errors
    /// The error of [`identify`] for twelve digits; [`IdentityError::NotTwelveDigits`] for other text that is empty, too
    /// long or contains control characters.
    ///
    /// # Examples
    /// ```
    /// use rastau_core::identity::Identity;
    ///
    /// assert_eq!(Identity::parse(" 990140000017 ")?.as_str(), "990140000017");
    /// assert_eq!(Identity::parse("P 12345")?.as_str(), "P 12345");
    /// assert!(Identity::parse("990140000018").is_err(), "a wrong check digit");
    /// # Ok::<(), rastau_core::identity::IdentityError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self, IdentityError> {
        let text = text.trim();
        if text.len() == 12 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            check(text)?;
        } else {
            let length = text.chars().count();
            if length == 0 || length > MAX_IDENTITY || text.chars().any(char::is_control) {
                return Err(IdentityError::NotTwelveDigits);
            }
        }
        Ok(Self(text.to_string()))
    }

    /// Returns the form in which two numbers are compared: without blanks and hyphens, in capital letters, Cyrillic letters
    /// that look like Latin ones replaced by these.
    ///
    /// ```
    /// use rastau_core::Identity;
    ///
    /// assert_eq!(Identity::parse("ав 000-0017")?.canonical(), "AB0000017");
    /// # Ok::<(), rastau_core::IdentityError>(())
    /// ```
    #[must_use]
    pub fn canonical(&self) -> String {
        let tidy = input::tidy(&self.0);
        tidy.chars().filter(|character| !matches!(character, ' ' | '-')).map(input::latin_twin).collect()
    }

    /// Returns the number as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn write(&self, writer: &mut Writer) {
        match self.0.parse::<u64>() {
            Ok(number) if self.0.len() == 12 && self.0.bytes().all(|byte| byte.is_ascii_digit()) => {
                writer.uint(number)
            }
            _ => writer.text(&self.0),
        };
    }

    pub(crate) fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        let text = if reader.next_is_text() {
            let text = reader.text(MAX_IDENTITY.saturating_mul(4))?;
            if digits(text).is_some() {
                return Err(reader.bad_value());
            }
            text.to_string()
        } else {
            alloc::format!("{:012}", reader.uint_up_to(999_999_999_999)?)
        };
        let identity = Self::parse(&text).map_err(|_| reader.bad_value())?;
        if identity.0 == text { Ok(identity) } else { Err(reader.bad_value()) }
    }
}

/// An identity number as somebody typed it or a spreadsheet exported it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedIdentity {
    /// The number without formatting and label.
    pub number: Identity,
    /// Other numbers that may be meant: the one before a spreadsheet damaged it, with zeros in front, without `.0` and thousands
    /// separators; one with digits for letters that look like them; one without the letters that were taken for a
    /// label. Only the verification code confirms one of them.
    pub repairs: Vec<Identity>,
    /// Whether the number may have lost digits: only digits, but not as many as an IIN has. If such a number matches
    /// nothing, it is not treated as another person's.
    pub doubtful: bool,
}

impl TypedIdentity {
    /// Reads a number with formatting: blanks, hyphens and full-width digits in it, a label (`ИИН:`) beside it.
    ///
    /// Eleven or thirteen digits are an invalid IIN, unless a leading zero was lost. Other numbers of only digits may
    /// be those of a foreign document and are kept.
    ///
    /// # Errors
    /// The errors of [`Identity::parse`]; [`IdentityError::NotTwelveDigits`] also if digits were irrecoverably lost
    /// ([`input::is_lossy`]) or masked, and for a word that means "no number".
    ///
    /// # Examples
    /// ```
    /// use rastau_core::identity::TypedIdentity;
    ///
    /// assert_eq!(TypedIdentity::parse("БИН 990140 000017")?.number.as_str(), "990140000017");
    /// let damaged = TypedIdentity::parse("990,140,000,017.00")?;
    /// assert_eq!(damaged.repairs[0].as_str(), "990140000017");
    /// assert!(TypedIdentity::parse("9.9014E+11").is_err(), "digits were lost");
    /// assert!(TypedIdentity::parse("б/н").is_err(), "no number");
    /// # Ok::<(), rastau_core::IdentityError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self, IdentityError> {
        let plain = value::unlabelled(text);
        let is_number = plain.chars().any(|character| character.is_numeric() || character.is_uppercase());
        // `500102******`, `#N/A`
        if input::is_lossy(text)
            || !is_number
            || plain.contains('*')
            || text.trim().starts_with('#') && !plain.contains(char::is_numeric)
        {
            return Err(IdentityError::NotTwelveDigits);
        }
        let bare: String = plain.chars().filter(|character| character.is_alphanumeric()).collect();
        let only_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let damaged = value::undecorated(&plain).filter(|_| {
            plain.chars().any(|character| !character.is_ascii_digit() && !matches!(character, ' ' | '-'))
        });
        if let Some(digits) = damaged {
            let repair = padded(&digits).ok_or(IdentityError::NotTwelveDigits)?;
            return Ok(Self {
                number: Identity::parse(&plain)?,
                repairs: alloc::vec![repair],
                doubtful: true,
            });
        }
        if !bare.is_empty() && only_digits(&bare) {
            let number = Identity::parse(&bare)?;
            let repair = if bare.len() == 12 { None } else { padded(&bare) };
            if repair.is_none() && matches!(bare.len(), 11 | 13) {
                return Err(IdentityError::NotTwelveDigits);
            }
            let repairs = repair.into_iter().chain(Identity::parse(&input::tidy(text)).ok());
            return Ok(Self { number, repairs: repairs.collect(), doubtful: bare.len() != 12 });
        }
        let letters = value::with_digits(&bare).and_then(|digits| padded(&digits));
        let doubtful = letters.is_some();
        let others = [input::tidy(text), bare];
        let others = others.iter().filter_map(|other| Identity::parse(other).ok());
        Ok(Self {
            number: Identity::parse(&plain)?,
            repairs: letters.into_iter().chain(others).collect(),
            doubtful,
        })
    }

    /// Returns whether one of the numbers that may be meant is `identity`, by their canonical forms.
    #[must_use]
    pub fn may_be(&self, identity: &Identity) -> bool {
        let canonical = identity.canonical();
        core::iter::once(&self.number).chain(&self.repairs).any(|own| own.canonical() == canonical)
    }
}

/// The IIN or BIN whose leading zeros a spreadsheet dropped.
fn padded(digits: &str) -> Option<Identity> {
    let number = alloc::format!("{digits:0>12}");
    check(&number).ok().map(|()| Identity(number))
}

impl fmt::Display for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl serde::Serialize for Identity {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The number with these first eleven digits.
    fn with_check(body: &str) -> Option<String> {
        let digits: [u8; 11] =
            body.bytes().map(|byte| byte - b'0').collect::<alloc::vec::Vec<_>>().try_into().unwrap();
        check_digit(&digits).map(|digit| alloc::format!("{body}{digit}"))
    }

    #[test]
    fn the_fifth_digit_determines_the_kind() {
        let born_on = Date::parse("1985-02-28").unwrap();
        for (body, expected) in [
            ("85022830001", Ok(Kind::Iin { born_on })),
            ("24014000012", Ok(Kind::Bin { year: 24, month: 1 })),
            ("24019000012", Err(IdentityError::UnknownKind)),
            ("85023030001", Err(IdentityError::NoSuchDate)),
            ("85022870001", Err(IdentityError::NoSuchDate)),
            ("24134000012", Err(IdentityError::NoSuchDate)),
        ] {
            assert_eq!(identify(&with_check(body).unwrap()), expected, "{body}");
        }
    }

    #[test]
    fn a_seventh_digit_of_zero_is_the_form_of_a_number() {
        let number = with_check("85022800001").unwrap();
        assert_eq!(identify(&number), Err(IdentityError::NoSuchDate));
        assert!(Identity::parse(&number).is_ok());
        assert!(
            TypedIdentity::parse(&format!("{number}.0")).unwrap().may_be(&Identity::parse(&number).unwrap())
        );
        let mut wrong = number.into_bytes();
        wrong[11] = b'0' + (wrong[11] - b'0' + 1) % 10;
        let wrong = String::from_utf8(wrong).unwrap();
        assert_eq!(check(&wrong), Err(IdentityError::WrongCheckDigit));
        for body in ["85023000001", "85132800001", "85022870001", "24134000012"] {
            assert_eq!(check(&with_check(body).unwrap()), Err(IdentityError::NoSuchDate), "{body}");
        }
    }

    #[test]
    fn rejects_what_is_not_twelve_digits() {
        for text in ["", "85022830001", "8502283000111", "85022830001x", "８50228300013"] {
            assert_eq!(identify(text), Err(IdentityError::NotTwelveDigits), "{text}");
        }
    }

    #[test]
    fn reads_typed_numbers() {
        let of = |text: &str| TypedIdentity::parse(text);
        let bin = Identity::parse("990140000017").unwrap();
        for text in [
            "990140 000017",
            "БИН: 990140000017",
            "990140000017 (БИН)",
            "БИН центра 990140000017",
            "990.140.000.017",
            "990140000017.000",
            "9.90140000017E+11",
            "99O14OOOOO17",
            "990l40000017",
        ] {
            assert!(of(text).unwrap().may_be(&bin), "{text}");
        }
        let passport = Identity::parse("AB0000017").unwrap();
        for text in
            ["ав 0000017", "AB № 0000017", "AB/0000017", "серия АВ номер 0000017", "Passport No AB0000017"]
        {
            assert!(of(text).unwrap().may_be(&passport), "{text}");
        }
        let series = Identity::parse("N12345678").unwrap();
        assert!(of("N 12345678").unwrap().may_be(&series) && of("ID N12345678").unwrap().may_be(&series));
        for text in [
            "",
            "нет",
            "б/н",
            "-",
            "#N/A",
            "990140******",
            "990140?00017",
            "9.9014E+11",
            "9.9×10^11",
            "99014000001",
        ] {
            assert!(of(text).is_err(), "{text}");
        }
        // A number that needs no repair has no other candidates.
        let plain = of("990140000017").unwrap();
        assert!(plain.repairs.iter().all(|repair| *repair == bin) && !plain.doubtful);
    }

    proptest! {
        /// Only the check digit is tested: the scheme does not detect every wrong digit elsewhere. The eleventh digit
        /// has weight 11 ≡ 0, and a first sum of 10 selects the second weights.
        #[test]
        fn rejects_a_wrong_check_digit(body in "[0-9]{2}0[1-9]0[1-9]3[0-9]{4}", by in 1u8..10) {
            if let Some(number) = with_check(&body) {
                prop_assert!(identify(&number).is_ok());
                let mut wrong = number.into_bytes();
                wrong[11] = b'0' + (wrong[11] - b'0' + by) % 10;
                prop_assert_eq!(identify(core::str::from_utf8(&wrong).unwrap()), Err(IdentityError::WrongCheckDigit));
            }
        }
    }
}
