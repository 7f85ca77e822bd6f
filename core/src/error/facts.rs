//! Why a rule of the Law could not be evaluated.

use alloc::string::String;
use core::fmt;

use thiserror::Error;

use super::identity::IdentityError;
use super::write_template;
use crate::calendar::Date;
use crate::coded_error;

coded_error! {
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
        UnknownRule {
            /// The id.
            id: String,
        } = RuleUnknown,
        /// The facts are not a JSON object.
        NotAnObject = FactsNotAnObject,
        /// The facts are not JSON.
        Malformed {
            /// What is wrong, with line and column.
            problem: String,
        } = FactsMalformed,
        /// A fact has an impossible value, or the rule has no such fact.
        Field {
            /// Path of the fact: `age.limits.min`.
            name: String,
            /// What is wrong with it.
            problem: FactProblem => format_args!("{problem}{}", used(*used_by)),
            /// The rule that uses the fact, in an answer composed of several rules.
            used_by: Option<&'static str> => used(*used_by),
        } = FactsField,
    }
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
    /// Two parts of a question state one fact differently.
    Differs {
        /// The path of the other statement.
        other: &'static str,
    },
    /// JSON of another shape than a form produces: a value of another type, or an unknown field.
    Shape(String),
}

/// A value in the text of a [`FactProblem`].
#[derive(Clone, Copy)]
pub enum FactValue<'p> {
    /// A date.
    Day(Date),
    /// The name of another fact.
    Fact(&'p str),
    /// Anything that is the same in every language.
    Display(&'p dyn fmt::Display),
}

impl FactProblem {
    /// Returns the text in English, a predicate to be put after the name of the fact, with `{placeholders}` for
    /// [`FactProblem::value`].
    #[must_use]
    pub const fn template(&self) -> &'static str {
        match self {
            Self::Before { .. } => "{day} is before {other} ({other_day})",
            Self::After { .. } => "{day} is after {other} ({other_day})",
            Self::Above { .. } => "{number} is above {other} ({other_number})",
            Self::Empty => "is empty; name at least one",
            Self::TooMany { .. } => "has {found} entries; the maximum is {max}",
            Self::Blank => "is blank",
            Self::InvalidDate { .. } => "\"{text}\" is not a date; write it as {forms}",
            Self::YearOutOfRange { .. } => "{year} is outside of the calendar",
            Self::NotAnInteger { min: Some(_), max: Some(_), .. } => {
                "must be a whole number from {min} to {max}, not {found}"
            }
            Self::NotAnInteger { min: Some(_), max: None, .. } => {
                "must be a whole number, {min} or more, not {found}"
            }
            Self::NotAnInteger { .. } => "must be a whole number, not {found}",
            Self::InvalidTerm => "must be a number of months from 1 to 1200, or unlimited",
            Self::InvalidBin(_) | Self::Shape(_) => "{problem}",
            Self::IinNotBin => "is an individual's number (IIN), not an organisation's (BIN)",
            Self::OwnRequestDetected => "the centre's own request is received, not detected; leave it out",
            Self::NothingRevoked => "a resumption requires a revocation",
            Self::NoClockChosen => "no time limit is chosen; choose at least one",
            Self::Differs { .. } => "differs from {other}; both are one fact",
        }
    }

    /// Returns the value of a placeholder; `None` if the problem has no such value.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<FactValue<'_>> {
        use FactValue::{Day, Display, Fact};
        Some(match (self, name) {
            (Self::Before { day, .. } | Self::After { day, .. }, "day") => Day(*day),
            (Self::Before { other, .. } | Self::After { other, .. }, "other") => Fact(other),
            (Self::Before { other_day, .. } | Self::After { other_day, .. }, "other_day") => Day(*other_day),
            (Self::Above { number, .. }, "number") => Display(number),
            (Self::Above { other, .. } | Self::Differs { other }, "other") => Fact(other),
            (Self::Above { other_number, .. }, "other_number") => Display(other_number),
            (Self::TooMany { found, .. }, "found") => Display(found),
            (Self::TooMany { max, .. }, "max") => Display(max),
            (Self::InvalidDate { text, .. }, "text") => Display(text),
            (Self::InvalidDate { forms, .. }, "forms") => Display(forms),
            (Self::YearOutOfRange { year }, "year") => Display(year),
            (Self::NotAnInteger { min: Some(min), .. }, "min") => Display(min),
            (Self::NotAnInteger { max: Some(max), .. }, "max") => Display(max),
            (Self::NotAnInteger { found, .. }, "found") => Display(found),
            (Self::InvalidBin(error), "problem") => Display(error),
            (Self::Shape(problem), "problem") => Display(problem),
            _ => return None,
        })
    }
}

impl fmt::Display for FactProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_template(f, self.template(), |name, out| match self.value(name) {
            Some(FactValue::Day(day)) => write!(out, "{day}"),
            Some(FactValue::Fact(name)) => out.write_str(name),
            Some(FactValue::Display(value)) => write!(out, "{value}"),
            None => write!(out, "{{{name}}}"),
        })
    }
}
