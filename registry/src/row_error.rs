//! What is wrong with a row of the register, or with one value of a row, a cell or a field.

use std::fmt;

use rastau_core::calendar::Term;
use rastau_core::document::{MAX_CODE, MAX_NUMBER};
use rastau_core::identity::IdentityError;
use rastau_core::snapshot::rows::MAX_DAY_NAME;
use rastau_core::snapshot::status::MAX_CANCELLATIONS;
use rastau_core::snapshot::tables::MAX_ROW;
use rastau_core::snapshot::working::{FIRST_YEAR, MAX_YEARS};

/// The last year that verifiers look up in the calendar.
const LAST_YEAR: u32 = FIRST_YEAR + MAX_YEARS - 1;
/// The longest term of validity.
const MAX_MONTHS: u16 = Term::MAX_MONTHS;

/// A row of the register that no snapshot can carry.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{table} {row}: {reason}")]
pub struct RowError {
    /// The table, as in `schema.sql`.
    pub table: &'static str,
    /// The row's key, its columns separated by spaces.
    pub row: String,
    /// What is wrong with it.
    pub reason: RowErrorReason,
}

/// What is wrong with a row of the register.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RowErrorReason {
    /// A column has an invalid value.
    #[error("{column}: {source}")]
    Value {
        /// The column.
        column: &'static str,
        /// What is wrong with its value.
        source: ValueError,
    },
    /// The year of a calendar day is not in `calendar_years`.
    #[error("its year is not in calendar_years; add the year or remove the day")]
    YearNotListed,
    /// A calendar year cannot be encoded; `register check` names the cause.
    #[error("a snapshot cannot carry this year; run `rastau register check` to find out why")]
    YearNotEncodable,
    /// The encoded row exceeds the limit of a page.
    #[error("has {0} bytes in a snapshot, and the limit is {MAX_ROW}; shorten its names or lists")]
    TooLong(usize),
    /// A document has more cancellations than a snapshot can carry.
    #[error("has more than {MAX_CANCELLATIONS} cancellations")]
    TooManyCancellations,
    /// A tag of a document has the wrong length.
    #[error("{column} has {length} bytes instead of {expected}")]
    TagLength {
        /// The column.
        column: &'static str,
        /// The length found, in bytes.
        length: usize,
        /// The length required, in bytes.
        expected: usize,
    },
    /// A contact has a form that a snapshot cannot carry.
    #[error(
        "page must be an address https://…, telephone a number and email an e-mail address; each may be empty"
    )]
    Contact,
    /// The origin of web addresses has a form that a snapshot cannot carry.
    #[error(
        "page must be https:// and the host name in lower case, with a port if it is not 443 and nothing after it; other letters as punycode (xn--…)"
    )]
    Origin,
    /// The sealed attributes of a document have an invalid length.
    #[error("sealed has {length} bytes instead of 1 to {max}")]
    SealedLength {
        /// The length found, in bytes.
        length: usize,
        /// The maximum length, in bytes.
        max: usize,
    },
}

/// What is wrong with one value: a cell of a CSV file, a column of the register or a field of a request.
///
/// The messages are predicates, to be put after the name of the column.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ValueError {
    /// The row has no such cell.
    #[error("is missing")]
    Missing,
    /// A required value is empty.
    #[error("is empty")]
    Empty,
    /// Not text in UTF-8.
    #[error("is not text")]
    NotText,
    /// Not a whole number.
    #[error("\"{0}\" is not a whole number")]
    Integer(String),
    /// Not a code of a profession, qualification, level or the like.
    #[error("\"{0}\" is not a code of 1 to {MAX_CODE} printable bytes")]
    Code(String),
    /// Not a document number.
    #[error("\"{0}\" is not a document number of 1 to {MAX_NUMBER} printable characters")]
    Number(String),
    /// Not an identity number.
    #[error("\"{text}\": {source}")]
    Identity {
        /// The text found.
        text: String,
        /// Why it is not one.
        source: IdentityError,
    },
    /// Not a date.
    #[error(transparent)]
    Date(#[from] DateError),
    /// Not a year that verifiers look up in the calendar.
    #[error("\"{0}\" is not a year from {FIRST_YEAR} to {LAST_YEAR}")]
    Year(String),
    /// Not the stable name of a calendar day.
    #[error("\"{0}\" is not a name of at most {MAX_DAY_NAME} characters of a-z and -")]
    DayName(String),
    /// Not one of the words of a column's vocabulary.
    #[error("\"{text}\" is not {expected}")]
    Word {
        /// The text found.
        text: String,
        /// The words allowed.
        expected: Vocabulary,
    },
    /// Not hexadecimal digits in pairs.
    #[error("is not hexadecimal")]
    Hexadecimal,
    /// Not a term of validity.
    #[error("\"{0}\" is not a term of 1 to {MAX_MONTHS} months; leave it empty for no term")]
    Term(i64),
}

/// A text that is not a date of the Gregorian calendar in the form YYYY-MM-DD.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not in the form YYYY-MM-DD, or before 1800.
    #[error("\"{0}\" is not a date; write it as YYYY-MM-DD")]
    Form(String),
    /// In the right form, but the month has no such day.
    #[error("there is no such day as {0}; check its month and day")]
    NoSuchDay(String),
}

/// The columns that allow a fixed set of words (`schema.sql` lists them).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vocabulary {
    /// `profession_versions.mode` (art. 15.5).
    Mode,
    /// `bases.kind` (art. 15.4).
    BasisKind,
    /// `accreditations.route` (art. 17.1).
    Route,
    /// `accreditation_events.kind` (art. 26).
    AccreditationEvent,
    /// `issuing_keys.algorithm`.
    Algorithm,
    /// `calendar.kind`.
    DayKind,
    /// `cancellations.ground` (art. 26.2, part two).
    Ground,
}

impl fmt::Display for Vocabulary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Mode => "voluntary or mandatory",
            Self::BasisKind => "standard or qualification-requirements",
            Self::Route => "this-law or conformity-assessment",
            Self::AccreditationEvent => "revoked, resumed, liquidated or court-ban",
            Self::Algorithm => "ed25519 or p256",
            Self::DayKind => "holiday, day-off or worked",
            Self::Ground => {
                "confirmed-complaint, court-decision, issued-in-error, holder-request or other-law"
            }
        })
    }
}
