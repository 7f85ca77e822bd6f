//! What became of the rows of a list, and how many came out how.

use rastau_core::verdict::{Outcome, Verdict};
use rastau_messages::{self as messages, Lang};

/// What became of one row.
pub struct Line {
    /// Line of the file.
    pub line: u64,
    /// Document number, as far as it could be read.
    pub number: String,
    /// Name as the list has it.
    pub name: String,
    /// The verdict, or why the row could not be read.
    pub result: Result<Verdict, String>,
}

impl Line {
    /// The outcome's stable name; `unreadable` for a row that is no form.
    pub fn outcome_name(&self) -> &'static str {
        match self.result.as_ref().map(Verdict::outcome) {
            Ok(Outcome::Valid) => "valid",
            Ok(Outcome::Invalid) => "invalid",
            Ok(Outcome::Indeterminate) => "indeterminate",
            Err(_) => "unreadable",
        }
    }

    /// The reason why it is not valid, in words; empty for a valid one.
    pub fn reason(&self, lang: Lang) -> String {
        let verdict = match &self.result {
            Ok(verdict) => verdict,
            Err(problem) => return problem.clone(),
        };
        messages::decisive(verdict).map(|finding| messages::explain(finding, lang).text).unwrap_or_default()
    }
}

/// How many rows came out how.
#[derive(Default)]
pub struct Counts {
    /// In force on the day: what art. 28 asks for.
    pub valid: u64,
    /// Not in force or not real.
    pub invalid: u64,
    /// Could not be decided.
    pub indeterminate: u64,
    /// Rows that are no form.
    pub unreadable: u64,
}

impl Counts {
    /// All rows.
    pub const fn total(&self) -> u64 {
        self.valid + self.invalid + self.indeterminate + self.unreadable
    }

    pub fn add(&mut self, line: &Line) {
        match line.result.as_ref().map(Verdict::outcome) {
            Ok(Outcome::Valid) => self.valid += 1,
            Ok(Outcome::Invalid) => self.invalid += 1,
            Ok(Outcome::Indeterminate) => self.indeterminate += 1,
            Err(_) => self.unreadable += 1,
        }
    }
}
