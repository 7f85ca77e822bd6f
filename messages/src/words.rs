//! The shape of a language's words: one constant of it a language.

/// The words of one check. Each list holds sentences from the most to the least detailed; the first whose `{facts}`
/// are all there is said.
pub(crate) struct CheckWords {
    /// What is checked.
    pub title: &'static str,
    /// It holds.
    pub satisfied: &'static [&'static str],
    /// It does not hold.
    pub violated: &'static [&'static str],
    /// What to do if it does not hold: alternatives parted by `|`.
    pub advice: &'static str,
}

/// The words of one check, in the order in which one reads them.
pub(crate) const fn words(
    title: &'static str,
    satisfied: &'static [&'static str],
    violated: &'static [&'static str],
    advice: &'static str,
) -> CheckWords {
    CheckWords { title, satisfied, violated, advice }
}

/// What could not be decided: why, and what to do. In both, alternatives are parted by `|` and chosen as in
/// [`CheckWords`].
pub(crate) struct Missing(pub &'static str, pub &'static str);

/// Words of a printed list report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportWords {
    /// Title of the page.
    pub title: &'static str,
    /// "The register as of", before a date.
    pub as_of: &'static str,
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
}

/// Labels of a document's fields.
pub(crate) struct Labels {
    pub number: &'static str,
    pub holder: &'static str,
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

/// Names of the typed form's fields that [`Labels`] has not.
pub(crate) struct Fields {
    pub code: &'static str,
    pub name: &'static str,
    pub edition: &'static str,
    pub basis: &'static str,
}

/// Sentences of `errors`.
pub(crate) struct Errors {
    pub empty: &'static str,
    pub too_long: &'static str,
    pub not_a_document: &'static str,
    pub unknown_version: &'static str,
    pub cut_off: &'static str,
    pub malformed: &'static str,
    pub form: &'static str,
    pub field: &'static str,
    pub bad_value: &'static str,
    pub bad_date: &'static str,
    pub code_length: &'static str,
    pub code_character: &'static str,
    pub code_check: &'static str,
    pub twelve_digits: &'static str,
    pub unknown_kind: &'static str,
    pub no_such_date: &'static str,
    pub check_digit: &'static str,
    pub iin: &'static str,
    pub bin: &'static str,
    pub bundle_malformed: &'static str,
    pub bundle_signatures: &'static str,
    pub bundle_foreign: &'static str,
    pub bundle_roles: &'static str,
    pub bundle_chain: &'static str,
    pub bundle_root_expired: &'static str,
    pub bundle_rollback: &'static str,
    pub bundle_same_version: &'static str,
    pub bundle_mixed_up: &'static str,
    pub bundle_segments: &'static str,
}

/// Everything of a language but the checks.
pub(crate) struct Words {
    /// Months as they stand in a date.
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
    /// "This first has to be settled: {check}".
    pub depends: &'static str,
    /// What to do then: "{check}" says it.
    pub depends_advice: &'static str,
    /// Said where nothing else tells why a document could not be called valid.
    pub no_reason: &'static str,
    /// "holds" and "does not hold", of a check under a reading.
    pub readings: [&'static str; 2],
    /// Citation of the Law with `{article}`, then paragraph, part and subparagraph pieces.
    pub law: &'static str,
    pub paragraph: &'static str,
    pub part: &'static str,
    pub subparagraph: &'static str,
    /// What a check rests on that is Rastau's own.
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
    pub report: ReportWords,
    pub errors: Errors,
    /// Names of stable words that occur as facts.
    pub names: &'static [(&'static str, &'static str)],
    /// Why something could not be decided, by the stable name of what is missing.
    pub missing: fn(&str) -> Missing,
    /// The words of a check.
    pub check: fn(rastau_core::verdict::CheckId) -> CheckWords,
}

impl Words {
    /// A stable name in words.
    pub(crate) fn name(&self, name: &str) -> Option<&'static str> {
        self.names.iter().find(|(known, _)| *known == name).map(|(_, said)| *said)
    }
}
