//! The results of the rows of a list, and their counts.

use rastau_core::verdict::{Outcome, Verdict};
use rastau_messages::{self as messages, Lang};

use crate::plain::plain;

/// The result of one row.
pub struct Line {
    /// Line number in the file.
    pub line: u64,
    /// Document number in the list; empty if there is none.
    pub number: String,
    /// Name in the list.
    pub name: String,
    /// The verdict, or why the row is unreadable, in the language of the report.
    pub result: Result<Verdict, String>,
}

impl Line {
    /// Makes the result of a row. The texts of the list are made harmless ([`plain`]).
    pub fn new(line: u64, number: &str, name: &str, result: Result<Verdict, String>) -> Self {
        Self { line, number: plain(number), name: plain(name), result }
    }

    /// Returns the stable name of the outcome; `unreadable` for a row that is not a form.
    pub fn outcome_name(&self) -> &'static str {
        match self.result.as_ref().map(Verdict::outcome) {
            Ok(Outcome::Valid) => "valid",
            Ok(Outcome::Invalid) => "invalid",
            Ok(Outcome::Indeterminate) => "indeterminate",
            Err(_) => "unreadable",
        }
    }

    /// Returns the reason why the document is not valid; empty for a valid one.
    pub fn reason(&self, lang: Lang) -> String {
        let verdict = match &self.result {
            Ok(verdict) => verdict,
            Err(problem) => return plain(problem),
        };
        let text = messages::decisive(verdict).map(|finding| messages::explain(finding, lang).text);
        plain(&text.unwrap_or_default())
    }
}

/// The number of rows by outcome.
#[derive(Default)]
pub struct Counts {
    /// Valid on the day, as art. 28 requires.
    pub valid: u64,
    /// Not in force or not genuine.
    pub invalid: u64,
    /// Undecided.
    pub indeterminate: u64,
    /// Rows that are not forms.
    pub unreadable: u64,
}

impl Counts {
    /// Returns the number of all rows.
    pub const fn total(&self) -> u64 {
        self.valid + self.invalid + self.indeterminate + self.unreadable
    }

    /// Counts a row.
    pub fn add(&mut self, line: &Line) {
        match line.result.as_ref().map(Verdict::outcome) {
            Ok(Outcome::Valid) => self.valid += 1,
            Ok(Outcome::Invalid) => self.invalid += 1,
            Ok(Outcome::Indeterminate) => self.indeterminate += 1,
            Err(_) => self.unreadable += 1,
        }
    }
}
