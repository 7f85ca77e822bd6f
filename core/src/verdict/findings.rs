//! Collecting the findings of one verification, and drawing the outcome from them.

use alloc::vec::Vec;

use super::next::next;
use super::{
    BodyContact, CheckAnswer, CheckId, DocumentDetails, Facts, Finding, Freshness, LinkTarget,
    MissingForCheck, Outcome, ReadAs, Repair, SCHEMA, Verdict,
};
use crate::anchor::Anchor;
use crate::calendar::{Date, Timestamp};

/// The findings of one verification: one for each check.
#[derive(Debug)]
pub(crate) struct Findings(Vec<Finding>);

impl Findings {
    pub(crate) fn new() -> Self {
        Self(Vec::with_capacity(CheckId::ALL.len()))
    }

    /// Records the finding of a check. Each check is recorded once: a second record is a fault of the program, after which
    /// the check is violated if either record was, and undetermined otherwise.
    pub(crate) fn record(&mut self, check: CheckId, answer: CheckAnswer, facts: Facts) {
        match self.0.iter_mut().find(|finding| finding.check == check) {
            None => self.0.push(Finding { check, answer, facts }),
            Some(finding) => {
                let violated = [&finding.answer, &answer].contains(&&CheckAnswer::Violated);
                finding.answer = if violated { CheckAnswer::Violated } else { not_made() };
            }
        }
    }

    /// The answer of a check that was recorded.
    pub(crate) fn answer(&self, check: CheckId) -> Option<&CheckAnswer> {
        self.0.iter().find(|finding| finding.check == check).map(|finding| &finding.answer)
    }

    /// Sorts the findings into the order of [`CheckId::ALL`] and draws the outcome. A check that was not recorded, or was
    /// left out although it may not be, becomes undetermined.
    pub(super) fn conclude(self, typed: bool) -> (Outcome, Vec<Finding>) {
        let mut recorded = self.0;
        let mut findings = Vec::with_capacity(CheckId::ALL.len());
        for check in CheckId::ALL {
            let at = recorded.iter().position(|finding| finding.check == check);
            let mut finding = match at {
                Some(at) => recorded.swap_remove(at),
                None => Finding { check, answer: not_made(), facts: Facts::new() },
            };
            if finding.answer == CheckAnswer::NotApplicable(None) && !check.may_not_apply().allows(typed) {
                finding.answer = not_made();
            }
            findings.push(finding);
        }
        (outcome(&findings, typed), findings)
    }
}

fn not_made() -> CheckAnswer {
    CheckAnswer::Undetermined(alloc::vec![MissingForCheck::CheckNotMade])
}

/// The outcome of the findings: invalid if any check is violated, and valid only if every check is satisfied or may be left
/// out.
fn outcome(findings: &[Finding], typed: bool) -> Outcome {
    let alone = |finding: &Finding| match &finding.answer {
        CheckAnswer::Satisfied => Outcome::Valid,
        CheckAnswer::NotApplicable(None) if finding.check.may_not_apply().allows(typed) => Outcome::Valid,
        CheckAnswer::Violated => Outcome::Invalid,
        // A check that was left out because another one is violated never counts towards a valid document.
        CheckAnswer::NotApplicable(Some(_) | None)
        | CheckAnswer::Undetermined(_)
        | CheckAnswer::Contestable(_) => Outcome::Indeterminate,
    };
    let any = |outcome: Outcome| findings.iter().any(|finding| alone(finding) == outcome);
    if any(Outcome::Invalid) {
        Outcome::Invalid
    } else if findings.is_empty() || any(Outcome::Indeterminate) {
        Outcome::Indeterminate
    } else {
        Outcome::Valid
    }
}

/// What a verdict states beside its findings.
pub(crate) struct Conclusion {
    pub as_of: Timestamp,
    pub evaluated_on: Date,
    pub freshness: Freshness,
    pub anchor: Anchor,
    pub needs_newer_program: bool,
    pub document: DocumentDetails,
    pub repairs: Vec<Repair>,
    pub read_as: ReadAs,
    pub link: Option<LinkTarget>,
    /// Whether the document was typed in; the holder is then the caller's own statement.
    pub typed: bool,
}

impl Conclusion {
    /// Draws the verdict. A signed document that is invalid, or whose signature was not confirmed, shows no holder. A valid
    /// document leaves nobody to ask, so `contacts` is called for others only.
    pub(crate) fn draw(self, findings: Findings, contacts: impl FnOnce() -> Vec<BodyContact>) -> Verdict {
        let signed = findings.answer(CheckId::DocumentSignature) == Some(&CheckAnswer::Satisfied);
        let (outcome, findings) = findings.conclude(self.typed);
        let mut document = self.document;
        if !self.typed && (outcome == Outcome::Invalid || !signed) {
            document.holder = None;
        }
        Verdict {
            outcome,
            as_of: self.as_of,
            evaluated_on: self.evaluated_on,
            freshness: self.freshness,
            anchor: self.anchor,
            needs_newer_program: self.needs_newer_program,
            document,
            next: next(outcome, &findings),
            contacts: if outcome == Outcome::Valid { Vec::new() } else { contacts() },
            repairs: self.repairs,
            read_as: self.read_as,
            link: self.link,
            post: None,
            findings,
            schema: SCHEMA,
        }
    }
}
