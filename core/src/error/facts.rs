//! Why a rule of the Law could not be evaluated.

use alloc::string::String;
use core::fmt;

use thiserror::Error;

use super::ErrorCode;
use crate::calendar::Date;
use crate::identity::IdentityError;

/// Why a rule of the Law could not be evaluated.
///
/// ```
/// use rastau_core::{ErrorCode, FactsError, WorkingDays, rule};
///
/// let appeal = rule("art22.p1.appeal-window").unwrap();
/// let error = appeal.judge(r#"{"informed": "2026-03-19"}"#, &WorkingDays::built_in()).unwrap_err();
/// assert!(matches!(&error, FactsError::Field { name, .. } if name == "informed"));
/// assert_eq!(error.code(), ErrorCode::FactsField);
/// ```
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
    #[error("{name}: {problem}{}", used(*.used_by))]
    Field {
        /// Path of the fact: `age.limits.min`.
        name: String,
        /// What is wrong with it.
        problem: FactProblem,
        /// The rule that uses the fact, in an answer composed of several rules.
        used_by: Option<&'static str>,
    },
}

/// Formats the rule that uses a fact, in parentheses; empty without a rule.
fn used(by: Option<&'static str>) -> String {
    by.map(|id| alloc::format!(" (used by {id})")).unwrap_or_default()
}

impl FactsError {
    /// Returns the error for one fact.
    #[must_use]
    pub fn field(name: impl Into<String>, problem: FactProblem) -> Self {
        Self::Field { name: name.into(), problem, used_by: None }
    }

    /// Returns the stable code.
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

/// What is wrong with a fact.
///
/// A user of a form can cause every variant except [`FactProblem::Shape`], so each of those has a translated message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactProblem {
    /// A date is earlier than another date that it must not precede.
    Before {
        /// The date.
        day: Date,
        /// The name of the other fact.
        other: String,
        /// The date of the other fact.
        other_day: Date,
    },
    /// A date is later than another date that it must not follow.
    After {
        /// The date.
        day: Date,
        /// The name of the other fact.
        other: String,
        /// The date of the other fact.
        other_day: Date,
    },
    /// A number exceeds another one that limits it.
    Above {
        /// The number.
        number: u64,
        /// The name of the other fact.
        other: &'static str,
        /// The number of the other fact.
        other_number: u64,
    },
    /// A list is empty.
    Empty,
    /// A list has too many entries.
    TooMany {
        /// The number of entries.
        found: usize,
        /// The maximum number of entries.
        max: usize,
    },
    /// A text is empty or only white space.
    Blank,
    /// A text is not a date.
    InvalidDate {
        /// The text.
        text: String,
        /// The expected form.
        forms: &'static str,
    },
    /// A year is outside of the calendar.
    YearOutOfRange {
        /// The year.
        year: i32,
    },
    /// A value is not an integer, or is out of range.
    NotAnInteger {
        /// The minimum; `None` if there is none.
        min: Option<u64>,
        /// The maximum; `None` if there is none.
        max: Option<u64>,
        /// A description of the value.
        found: String,
    },
    /// A value is not a validity: 1 to 1,200 months, or unlimited.
    InvalidTerm,
    /// A text is not a business identification number (BIN).
    InvalidBin(IdentityError),
    /// A text is an individual identification number (IIN) where a BIN is required.
    IinNotBin,
    /// The centre's own request has a date of detection. A request is received, not detected.
    OwnRequestDetected,
    /// A certificate that was not revoked has a date of resumption.
    NothingRevoked,
    /// None of the time limits to evaluate was chosen.
    NoClockChosen,
    /// JSON of another shape than a form produces: a value of another type, or an unknown field.
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
            Self::TooMany { found, max } => write!(f, "has {found} entries; the maximum is {max}"),
            Self::Blank => f.write_str("is blank"),
            Self::InvalidDate { text, forms } => write!(f, "\"{text}\" is not a date; write it as {forms}"),
            Self::Shape(problem) => f.write_str(problem),
            Self::YearOutOfRange { year } => write!(f, "{year} is outside of the calendar"),
            Self::NotAnInteger { min: Some(min), max: Some(max), found } => {
                write!(f, "must be a whole number from {min} to {max}, not {found}")
            }
            Self::NotAnInteger { min: Some(min), max: None, found } => {
                write!(f, "must be a whole number, {min} or more, not {found}")
            }
            Self::NotAnInteger { found, .. } => write!(f, "must be a whole number, not {found}"),
            Self::InvalidTerm => f.write_str("must be a number of months from 1 to 1200, or unlimited"),
            Self::InvalidBin(error) => write!(f, "{error}"),
            Self::IinNotBin => f.write_str("is an individual's number (IIN), not an organisation's (BIN)"),
            Self::OwnRequestDetected => {
                f.write_str("the centre's own request is received, not detected; leave it out")
            }
            Self::NothingRevoked => f.write_str("a resumption requires a revocation"),
            Self::NoClockChosen => f.write_str("no time limit is chosen; choose at least one"),
        }
    }
}
