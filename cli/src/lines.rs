//! The results of the rows of a list, and their counts.

use rastau_core::verdict::{Outcome, PostMatch, Verdict};
use rastau_messages::{self as messages, Lang};

use crate::plain::plain;

/// An earlier row with the same valid document.
#[derive(Clone, Copy)]
pub struct Repeats {
    /// Its line number.
    pub line: u64,
    /// Whether both rows state the holder's identity number and therefore belong to one person.
    pub same_person: bool,
}

/// The result of one row.
pub struct Line {
    /// Line number in the file.
    pub line: u64,
    /// Document number: that of the register for a valid document, otherwise that of the list; empty if there is none.
    pub number: String,
    /// Name: of a valid document the one that the register confirmed, if the list has one, otherwise that of the list.
    pub name: String,
    /// The verdict, or why the row is unreadable, in the language of the report.
    pub result: Result<Verdict, String>,
    /// The earlier row with the same valid document, if the document counts for that row.
    pub repeats: Option<Repeats>,
}

impl Line {
    /// Makes the result of a row. The texts of the list are sanitised ([`plain`]).
    pub fn new(
        line: u64,
        number: &str,
        name: &str,
        result: Result<Verdict, String>,
        repeats: Option<Repeats>,
    ) -> Self {
        // Beside "valid" stands what the register confirmed. Otherwise the name is that of the list, so that the row is found again.
        let confirmed = result.as_ref().ok().filter(|verdict| verdict.outcome() == Outcome::Valid);
        let holder = confirmed.and_then(|verdict| verdict.document.holder.as_ref());
        let names = holder.map(|holder| holder.names.join(" / ")).filter(|_| !name.is_empty());
        let number = confirmed.map_or(number, |verdict| &verdict.document.number);
        let (number, name) = (plain(number), plain(names.as_deref().unwrap_or(name)));
        Self { line, number, name, result, repeats }
    }

    /// Returns the stable name of the outcome; `unreadable` for a row that is not a form, `repeated` for one whose
    /// document counts for an earlier row.
    pub fn outcome_name(&self) -> &'static str {
        if self.repeats.is_some() {
            return "repeated";
        }
        match self.result.as_ref().map(Verdict::outcome) {
            Ok(Outcome::Valid) => "valid",
            Ok(Outcome::Invalid) => "invalid",
            Ok(Outcome::Indeterminate) => "indeterminate",
            Err(_) => "unreadable",
        }
    }

    /// Returns whether the document is for the profession of the person's post, or the row states none.
    pub fn fits_post(&self) -> bool {
        let post = self.result.as_ref().ok().and_then(|verdict| verdict.post);
        post.is_none_or(|post| post.profession == PostMatch::Same)
    }

    /// Returns the reason why the document is not valid, empty for a valid one, and how the document relates to the person's post.
    pub fn reason(&self, lang: Lang) -> String {
        let post = self.result.as_ref().ok().and_then(|verdict| verdict.post);
        let post = post.map(|post| messages::post_text(post, lang));
        let texts = [Some(self.own_reason(lang)), post];
        texts.into_iter().flatten().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    }

    fn own_reason(&self, lang: Lang) -> String {
        let verdict = match &self.result {
            Ok(verdict) => verdict,
            Err(problem) => return plain(problem),
        };
        if let Some(Repeats { line, same_person }) = self.repeats {
            return messages::repeated_document(line, same_person, lang);
        }
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
    /// Rows whose document counts for an earlier row, and that may be another person's.
    pub repeated: u64,
    /// Rows of a person who has an earlier row with the same document.
    pub same_person: u64,
}

impl Counts {
    /// Returns the number of people: all rows except those that repeat an earlier one.
    pub const fn people(&self) -> u64 {
        self.valid + self.invalid + self.indeterminate + self.unreadable + self.repeated
    }

    /// Counts a row.
    pub fn add(&mut self, line: &Line) {
        match line.repeats {
            Some(Repeats { same_person: true, .. }) => return self.same_person += 1,
            Some(Repeats { same_person: false, .. }) => return self.repeated += 1,
            None => {}
        }
        match line.result.as_ref().map(Verdict::outcome) {
            Ok(Outcome::Valid) => self.valid += 1,
            Ok(Outcome::Invalid) => self.invalid += 1,
            Ok(Outcome::Indeterminate) => self.indeterminate += 1,
            Err(_) => self.unreadable += 1,
        }
    }
}
