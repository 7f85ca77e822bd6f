//! Answers of checks and rules, with their citations.

use rastau_core::{law, verdict};

use crate::values::{NamedValue, named};

/// The answer of a check or a rule.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum Answer {
    /// It is satisfied.
    Satisfied,
    /// It is violated.
    Violated,
    /// It could not be decided.
    Undetermined {
        /// What is missing: a check's id, a fact's name, or another stable name.
        missing: Vec<String>,
    },
    /// Defensible readings of the Law give different answers on this day.
    Contestable {
        /// The readings.
        readings: Vec<Reading>,
    },
    /// There is nothing to check.
    NotApplicable {
        /// The id of the check that failed before, if that is the reason.
        because: Option<String>,
    },
}

impl From<&verdict::CheckAnswer> for Answer {
    fn from(answer: &verdict::CheckAnswer) -> Self {
        match answer {
            verdict::CheckAnswer::Satisfied => Self::Satisfied,
            verdict::CheckAnswer::Violated => Self::Violated,
            verdict::CheckAnswer::Undetermined(missing) => Self::Undetermined {
                missing: missing.iter().map(|reason| reason.name().to_owned()).collect(),
            },
            verdict::CheckAnswer::Contestable(readings) => {
                Self::Contestable { readings: readings.iter().map(Reading::from).collect() }
            }
            verdict::CheckAnswer::NotApplicable(check) => {
                Self::NotApplicable { because: check.map(|check| check.id().to_owned()) }
            }
        }
    }
}

impl From<&law::RuleAnswer> for Answer {
    fn from(answer: &law::RuleAnswer) -> Self {
        match answer {
            law::RuleAnswer::Satisfied => Self::Satisfied,
            law::RuleAnswer::Violated => Self::Violated,
            law::RuleAnswer::Undetermined(missing) => Self::Undetermined {
                missing: missing.iter().map(|reason| reason.name().to_owned()).collect(),
            },
            law::RuleAnswer::Contestable(readings) => {
                Self::Contestable { readings: readings.iter().map(Reading::from).collect() }
            }
            law::RuleAnswer::NotApplicable => Self::NotApplicable { because: None },
        }
    }
}

/// One defensible reading of the Law and the answer it gives.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Reading {
    /// Its stable name.
    pub name: String,
    /// Whether the check is satisfied under this reading.
    pub satisfied: bool,
    /// The values that it gives.
    pub facts: Vec<NamedValue>,
}

impl From<&verdict::Reading> for Reading {
    fn from(reading: &verdict::Reading) -> Self {
        let verdict::Reading { reading, satisfied, facts } = reading;
        Self { name: (*reading).to_owned(), satisfied: *satisfied, facts: named(facts) }
    }
}

/// The source of a check or a rule.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum Citation {
    /// A provision of the Law.
    Law {
        /// Number of the act.
        law: String,
        /// Article.
        article: i32,
        /// Paragraph.
        paragraph: Option<i32>,
        /// Part within the paragraph.
        part: Option<i32>,
        /// Subparagraph.
        subparagraph: Option<i32>,
    },
    /// A standard, or a document of Rastau.
    Standard {
        /// Its name and clause.
        clause: String,
    },
}

impl From<verdict::Citation> for Citation {
    fn from(citation: verdict::Citation) -> Self {
        match citation {
            verdict::Citation::Law { law, article, paragraph, part, subparagraph } => {
                let [paragraph, part, subparagraph] =
                    [paragraph, part, subparagraph].map(|number| number.map(i32::from));
                Self::Law { law: law.to_owned(), article: article.into(), paragraph, part, subparagraph }
            }
            verdict::Citation::Standard { standard } => Self::Standard { clause: standard.to_string() },
        }
    }
}
