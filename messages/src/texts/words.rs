//! The texts that a language has: one constant of [`Words`] for each language.

use rastau_core::snapshot::status::Ground;
use rastau_core::verdict::{CheckId, LevelMatch, MissingForCheck, NextStep, PostMatch, Reason};

use super::checks::{CheckWords, MissingText, ReasonWords};
use super::errors::ErrorWords;
use super::report::EvidenceWords;

/// Texts of a printed list report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportWords {
    /// Title of the page.
    pub title: &'static str,
    /// Title of the sheet that says with what, when and by whom the list was verified.
    pub about: &'static str,
    /// Column: document number.
    pub number: &'static str,
    /// Column: name.
    pub name: &'static str,
    /// Column: outcome.
    pub outcome: &'static str,
    /// Column: last day of validity.
    pub valid_until: &'static str,
    /// Column: reason.
    pub reason: &'static str,
    /// A row that could not be read.
    pub unreadable: &'static str,
    /// A row with the document of an earlier row.
    pub repeated: &'static str,
}

/// Labels of a document's fields.
pub(crate) struct Labels {
    pub number: &'static str,
    pub holder: &'static str,
    pub unconfirmed_name: &'static str,

    pub unconfirmed_identity: &'static str,
    pub identity: &'static str,
    pub profession: &'static str,
    pub qualification: &'static str,
    pub level: &'static str,
    pub skills: &'static str,
    pub skills_only: &'static str,
    pub centre: &'static str,
    pub accreditation: &'static str,
    pub exam_on: &'static str,
    pub issued_on: &'static str,
    pub valid_until: &'static str,
    pub unlimited: &'static str,
    pub as_of: &'static str,
    pub document_alone: &'static str,
    pub unconfirmed: &'static str,
}

/// Names of the typed form's fields that are not in [`Labels`].
pub(crate) struct Fields {
    pub code: &'static str,
    pub name: &'static str,
    pub edition: &'static str,
    pub basis: &'static str,
}

/// Every text of a language except the rules of the Law.
pub(crate) struct Words {
    /// The verdict rests on a trust root that was not pinned.
    pub first_use: &'static str,
    /// The register has a newer trust root that this program cannot use.
    pub needs_newer_program: &'static str,
    /// What the person who asked does next, with `{day}` for the day of a cancellation or the day asked about.
    pub next: fn(NextStep) -> &'static str,
    /// What a cancellation means from its `{day}` on, by the stable name of its ground.
    pub cancelled: fn(Ground) -> &'static str,
    /// How the profession of a document relates to that of a post.
    pub post: fn(PostMatch) -> &'static str,
    /// Whether the level is that of a post.
    pub post_level: fn(LevelMatch) -> &'static str,
    /// What a comparison with a post does not say.
    pub post_limit: &'static str,
    /// Contacts: the register's keeper, the National Chamber, the recognition centre.
    pub contacts: [&'static str; 3],
    /// What was repaired in the input, in the order of [`Repair::ALL`].
    ///
    /// [`Repair::ALL`]: rastau_core::input::Repair::ALL
    pub repairs: [&'static str; 7],
    /// Where the address of a document leads, if not to the register's own page: to another site, and to one that cannot be compared.
    pub links: [&'static str; 2],
    /// Months as written in a date.
    pub months: [&'static str; 12],
    /// Valid, invalid, indeterminate.
    pub outcomes: [&'static str; 3],
    /// Headlines for the three outcomes, with `{day}` and, for the last two, `{reason}`.
    pub headlines: [&'static str; 3],
    /// Current, late, stale, expired.
    pub freshness: [&'static str; 4],
    /// Labels of a document's fields.
    pub labels: Labels,
    /// Names of the other fields of a form.
    pub fields: Fields,
    /// "Not compared, because this failed: {check}".
    pub because: &'static str,
    /// Nothing to check here.
    pub not_applicable: &'static str,
    /// "Two readings of the Law differ on this day: {readings}".
    pub contestable: &'static str,
    /// Advice for a contestable answer.
    pub contestable_advice: &'static str,
    /// Used where no finding explains the outcome.
    pub no_reason: &'static str,
    /// Whether a check is satisfied under a reading, as two words.
    pub readings: [&'static str; 2],
    /// Citation of the Law with `{article}`, then paragraph, part and subparagraph pieces.
    pub law: &'static str,
    pub paragraph: &'static str,
    pub part: &'static str,
    pub subparagraph: &'static str,
    /// The source of a check that rests on a document of this project.
    pub own_format: &'static str,
    /// A section of a standard: `{document}` and `{n}`.
    pub section: &'static str,
    /// Nouns after numbers.
    pub checks_waiting: [&'static str; 3],
    pub checks_satisfied: [&'static str; 3],
    pub checks: [&'static str; 3],
    pub documents: [&'static str; 3],
    pub days: [&'static str; 3],
    /// "people" after "of {total}".
    pub of_people: [&'static str; 3],
    /// "{valid} of {total} …" for art. 28, with `{day}`.
    pub article_28: &'static str,
    /// "{valid} valid, {invalid} invalid, {indeterminate} …, {unreadable} …".
    pub list_counts: &'static str,
    /// "Columns that were not read: {columns}."
    pub columns_not_read: &'static str,
    /// A column that may be the profession of the document or the post, with its `{column}`.
    pub profession_or_post: &'static str,
    /// A row has the document of the row on `{line}`, which belongs to the same person.
    pub repeated_row: &'static str,
    /// A row has the document of the row on `{line}`, and nothing states that both belong to one person.
    pub repeated_document: &'static str,
    /// "Rows that repeat a document and are not counted again: {rows}."
    pub rows_repeated: &'static str,
    pub report: ReportWords,
    /// Reports of one document, and their repetition.
    pub evidence: EvidenceWords,
    /// What an IIN states, with `{day}`.
    pub iin: &'static str,
    /// What a BIN states, with `{year}` and `{month}`.
    pub bin: &'static str,
    pub errors: ErrorWords,
    /// Texts of the stable names that occur as facts.
    pub names: &'static [(&'static str, &'static str)],
    /// Why a check could not be decided.
    pub missing: fn(MissingForCheck) -> MissingText,
    /// The texts of a check.
    pub check: fn(CheckId) -> CheckWords,
    /// The texts of a violated check for one reason.
    pub reason: fn(Reason) -> Option<ReasonWords>,
}

impl Words {
    /// The text of a stable name.
    pub(crate) fn name(&self, name: &str) -> Option<&'static str> {
        self.names.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
    }
}
