//! Why a rule of the Law could not be evaluated.

use alloc::string::String;
use core::fmt;

use thiserror::Error;

use super::ErrorCode;
use crate::calendar::Date;
use crate::identity::IdentityError;

/// Why a rule of the Law could not be evaluated.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FactsError {
    /// No rule has this id.
    #[error("there is no rule \"{id}\"; `rastau rules` lists them")]
    UnknownRule {
        /// The id.
        id: String,
    },
    /// The facts are not a JSON object.
    #[error("facts are a JSON object, like {{\"as_of\": \"2026-03-19\"}}")]
    NotAnObject,
    /// The facts are not JSON.
    #[error("the facts are not JSON: {problem}")]
    Malformed {
        /// What is wrong, with line and column.
        problem: String,
    },
    /// A fact has an impossible value, or the rule has no such fact.
    #[error("{name}: {problem}{}", asked(*.asked_by))]
    Field {
        /// Path of the fact: `age.limits.min`.
        name: String,
        /// What is wrong with it.
        problem: FactProblem,
        /// The rule that uses the fact, where a composite question was asked.
        asked_by: Option<&'static str>,
    },
}

/// The rule that uses a fact, in parentheses; nothing outside of composite questions.
fn asked(by: Option<&'static str>) -> String {
    by.map(|id| alloc::format!(" (asked by {id})")).unwrap_or_default()
}

impl FactsError {
    /// The error of one fact.
    #[must_use]
    pub fn field(name: impl Into<String>, problem: FactProblem) -> Self {
        Self::Field { name: name.into(), problem, asked_by: None }
    }

    /// The stable code.
    #[must_use]
    #[deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]
    pub const fn code(&self) -> ErrorCode {
        match self {
            Self::UnknownRule { .. } => ErrorCode::RuleUnknown,
            Self::NotAnObject => ErrorCode::FactsNotAnObject,
            Self::Malformed { .. } => ErrorCode::FactsMalformed,
            Self::Field { .. } => ErrorCode::FactsField,
        }
    }
}

/// What is wrong with a fact. A person at a form can meet all but the last, so each can be said in their language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactProblem {
    /// A day before one that it cannot come before.
    Before {
        /// The day.
        day: Date,
        /// The name of the other fact.
        other: String,
        /// Its day.
        other_day: Date,
    },
    /// A day after one that it cannot come after.
    After {
        /// The day.
        day: Date,
        /// The name of the other fact.
        other: String,
        /// Its day.
        other_day: Date,
    },
    /// A number above one that it cannot exceed.
    Above {
        /// The number.
        number: u64,
        /// The name of the other fact.
        other: &'static str,
        /// Its number.
        other_number: u64,
    },
    /// A list that names nothing.
    Empty,
    /// A list that names too many.
    TooMany {
        /// How many.
        found: usize,
        /// How many there may be.
        most: usize,
    },
    /// A text without a word.
    Blank,
    /// A text that is no date.
    NoDate {
        /// The text.
        text: String,
        /// How it should be written.
        forms: &'static str,
    },
    /// A year that no date has.
    NoYear {
        /// The year.
        year: i32,
    },
    /// No whole number, or one out of range.
    NotWhole {
        /// The least that it may be; no matter, where `None`.
        least: Option<u64>,
        /// The most that it may be; no matter, where `None`.
        most: Option<u64>,
        /// What it is.
        found: String,
    },
    /// No validity: a number of months from 1 to 1,200, or unlimited.
    NoTerm,
    /// No number of an organisation.
    NoBin(IdentityError),
    /// A person's number where an organisation's is wanted.
    PersonsNumber,
    /// The day on which a centre's own request was detected.
    OwnRequestDetected,
    /// A resumption of what was not revoked.
    NothingRevoked,
    /// A question about no clock.
    NoClock,
    /// Of JSON that no form makes: a value of another type, a name that is not known.
    Shape(String),
}

impl fmt::Display for FactProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Before { day, other, other_day } => write!(f, "{day} is before {other} ({other_day})"),
            Self::After { day, other, other_day } => write!(f, "{day} is after {other} ({other_day})"),
            Self::Above { number, other, other_number } => {
                write!(f, "{number} is above {other} ({other_number})")
            }
            Self::Empty => f.write_str("is empty; name at least one"),
            Self::TooMany { found, most } => write!(f, "has {found} entries; {most} is the most"),
            Self::Blank => f.write_str("is blank"),
            Self::NoDate { text, forms } => write!(f, "\"{text}\" is not a date; write it as {forms}"),
            Self::Shape(problem) => f.write_str(problem),
            Self::NoYear { year } => write!(f, "{year} is no year of a date"),
            Self::NotWhole { least: Some(least), most: Some(most), found } => {
                write!(f, "must be a whole number from {least} to {most}, not {found}")
            }
            Self::NotWhole { least: Some(least), most: None, found } => {
                write!(f, "must be a whole number, {least} or more, not {found}")
            }
            Self::NotWhole { found, .. } => write!(f, "must be a whole number, not {found}"),
            Self::NoTerm => f.write_str("is either a number of months from 1 to 1200, or unlimited"),
            Self::NoBin(error) => write!(f, "{error}"),
            Self::PersonsNumber => f.write_str("is a person's number (IIN), not an organisation's (BIN)"),
            Self::OwnRequestDetected => {
                f.write_str("the centre's own request is received, not detected; leave it out")
            }
            Self::NothingRevoked => f.write_str("nothing was revoked that could be resumed"),
            Self::NoClock => f.write_str("no clock is asked about; name at least one"),
        }
    }
}
