//! The answer: an outcome with every check that led to it.
//!
//! A [`Verdict`] has no default and can only be had by concluding a [`Ledger`], in which a check that was never
//! entered counts as undetermined: absence is never success.
//!
//! A [`Verdict`] must be used:
//!
//! ```
//! use rastau_core::verdict::{Outcome, Verdict};
//! fn is_valid(verify: fn() -> Verdict) -> bool {
//!     verify().outcome() == Outcome::Valid
//! }
//! ```
//! ```compile_fail
//! #![deny(unused_must_use)]
//! use rastau_core::verdict::Verdict;
//! fn ignore(verify: fn() -> Verdict) {
//!     verify();
//! }
//! ```
//!
//! It has no default, so a missing answer is never success:
//!
//! ```compile_fail,E0277
//! use rastau_core::verdict::Verdict;
//! fn default<T: Default>() {}
//! default::<Verdict>();
//! ```

mod checks;
mod facts;

use alloc::vec::Vec;

use serde::{Serialize, Serializer};

pub use checks::{CheckId, Citation, MayNotApply};
pub use facts::{Fact, Facts, LocalizedName};

use crate::calendar::{Date, Timestamp};
use crate::document::claims::Basis;
use crate::identity::Identity;

/// Version of the JSON shape, in every answer.
pub const SCHEMA: &str = "rastau/verdict/1";

/// Whether a document is good on the day asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// Every required check is satisfied.
    Valid,
    /// At least one check is violated.
    Invalid,
    /// None is violated, and at least one could not be decided.
    Indeterminate,
}

impl Outcome {
    /// The program's exit code: 0, 1, 2.
    #[must_use]
    #[deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]
    pub const fn code(self) -> u8 {
        match self {
            Self::Valid => 0,
            Self::Invalid => 1,
            Self::Indeterminate => 2,
        }
    }
}

/// How old the snapshot's knowledge is, against its own signed times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Freshness {
    /// The next update is not due yet.
    Current,
    /// The next update is overdue by no more than the policy's grace.
    Late,
    /// Overdue by more, though the keeper still stands by the data.
    Stale,
    /// Past the day until which the keeper stands by the data.
    Expired,
}

impl Freshness {
    /// The name used in JSON and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Late => "late",
            Self::Stale => "stale",
            Self::Expired => "expired",
        }
    }
}

/// One defensible reading of the law and the answer it gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reading {
    /// The reading's stable name.
    pub reading: &'static str,
    /// Whether the check is satisfied under it.
    pub satisfied: bool,
    /// What it computes.
    pub facts: Facts,
}

/// How a check came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// It holds.
    Satisfied,
    /// It does not hold.
    Violated,
    /// It could not be decided; the list says what was missing: a check's id, or a kebab-case name.
    Undetermined(Vec<&'static str>),
    /// Two defensible readings of the law differ on this date.
    Contestable(Vec<Reading>),
    /// There is nothing to check: the form has no such part, or the check named here already failed.
    NotApplicable(Option<CheckId>),
}

impl Answer {
    /// The answer of a plain yes or no.
    #[must_use]
    pub fn from_bool(holds: bool) -> Self {
        if holds { Self::Satisfied } else { Self::Violated }
    }

    /// The name used in JSON.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Satisfied => "satisfied",
            Self::Violated => "violated",
            Self::Undetermined(_) => "undetermined",
            Self::Contestable(_) => "contestable",
            Self::NotApplicable(_) => "not_applicable",
        }
    }
}

/// One check with its answer and what was compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which check.
    pub check: CheckId,
    /// How it came out.
    pub answer: Answer,
    /// What was compared: dates, codes, names from the register. Never a secret, never a person.
    pub facts: Facts,
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Spelled<'a> {
            id: &'static str,
            outcome: &'static str,
            #[serde(skip_serializing_if = "Option::is_none")]
            missing: Option<&'a [&'static str]>,
            #[serde(skip_serializing_if = "Option::is_none")]
            readings: Option<&'a [Reading]>,
            #[serde(skip_serializing_if = "Option::is_none")]
            because: Option<&'static str>,
            code: u16,
            citation: Citation,
            facts: &'a Facts,
        }
        let (mut missing, mut readings, mut because) = (None, None, None);
        match &self.answer {
            Answer::Undetermined(list) => missing = Some(list.as_slice()),
            Answer::Contestable(list) => readings = Some(list.as_slice()),
            Answer::NotApplicable(check) => because = check.map(CheckId::id),
            Answer::Satisfied | Answer::Violated => {}
        }
        Spelled {
            id: self.check.id(),
            outcome: self.answer.name(),
            missing,
            readings,
            because,
            code: self.check.code(),
            citation: self.check.citation(),
            facts: &self.facts,
        }
        .serialize(serializer)
    }
}

/// The holder as the caller presented them; shown only while the document may still be good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Holder {
    /// Identity number.
    pub identity: Option<Identity>,
    /// Names, the registered spelling first.
    pub names: Vec<alloc::string::String>,
}

/// A code with the names that the register gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NamedCode {
    /// The code.
    pub code: alloc::string::String,
    /// Its names in the register; none where the register has none for the code.
    pub names: Option<LocalizedName>,
}

/// Where the shown attributes come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// The register's own record, opened with the verification code.
    Register,
    /// The signed document; the register confirmed its number only.
    Document,
    /// What was presented, confirmed by nothing.
    Presented,
}

/// The document as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DocumentDetails {
    /// Document number.
    pub number: alloc::string::String,
    /// Where the attributes below come from.
    pub source: Source,
    /// The holder; absent on an invalid document, unless the caller typed it.
    pub holder: Option<Holder>,
    /// The profession.
    pub profession: Option<NamedCode>,
    /// Edition of the classifier.
    pub edition: Option<alloc::string::String>,
    /// The qualification.
    pub qualification: Option<NamedCode>,
    /// Qualification level.
    pub level: Option<alloc::string::String>,
    /// The skills, for a document on skills only (art. 20); empty for a whole profession.
    pub skills: Vec<NamedCode>,
    /// The centre, by BIN.
    pub centre: Option<NamedCode>,
    /// Serial number of the accreditation certificate.
    pub accreditation: Option<alloc::string::String>,
    /// What was tested against.
    pub basis: Option<Basis>,
    /// The day of the exam.
    pub exam_on: Option<Date>,
    /// The day of issue.
    pub issued_on: Option<Date>,
    /// The last day of validity; none when unlimited or unknown.
    pub valid_until: Option<Date>,
    /// Whether the validity has no end.
    pub unlimited: bool,
}

/// The answer about one document. Field order is the JSON's field order.
#[must_use]
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Verdict {
    outcome: Outcome,
    /// The signed time of the snapshot that was asked.
    pub as_of: Timestamp,
    /// The day asked about.
    pub evaluated_on: Date,
    /// How old the snapshot's knowledge is.
    pub freshness: Freshness,
    /// The document as far as it is known.
    pub document: DocumentDetails,
    findings: Vec<Finding>,
    schema: &'static str,
}

impl Verdict {
    /// Whether the document is good on [`Verdict::evaluated_on`].
    #[must_use]
    pub const fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// Every check, in the fixed order of [`CheckId::ALL`].
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The JSON of the answer, one line; the same bytes from every binding.
    #[must_use]
    pub fn to_json(&self) -> alloc::string::String {
        // Serialising these types cannot fail: maps have text keys and nothing is borrowed from outside.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// Collects the findings of one verification.
#[derive(Debug)]
pub struct Ledger {
    findings: Vec<Finding>,
}

impl Default for Ledger {
    fn default() -> Self {
        Self::new()
    }
}

impl Ledger {
    /// An empty ledger.
    #[must_use]
    pub fn new() -> Self {
        Self { findings: Vec::with_capacity(CheckId::ALL.len()) }
    }

    /// Enters a finding. A check that was entered before keeps its first answer.
    pub fn enter(&mut self, check: CheckId, answer: Answer, facts: Facts) {
        if self.answer(check).is_none() {
            self.findings.push(Finding { check, answer, facts });
        }
    }

    /// The answer of a check, if it was entered.
    #[must_use]
    pub fn answer(&self, check: CheckId) -> Option<&Answer> {
        self.findings.iter().find(|finding| finding.check == check).map(|finding| &finding.answer)
    }

    /// Whether a check was entered and is satisfied.
    #[must_use]
    pub fn holds(&self, check: CheckId) -> bool {
        self.answer(check) == Some(&Answer::Satisfied)
    }

    /// Puts the findings in order and draws the outcome. Checks that were not entered, and checks that may not
    /// be left out but were, become undetermined.
    fn conclude(self, typed: bool) -> (Outcome, Vec<Finding>) {
        let mut entered = self.findings;
        let mut findings = Vec::with_capacity(CheckId::ALL.len());
        for check in CheckId::ALL {
            let at = entered.iter().position(|finding| finding.check == check);
            let mut finding = match at {
                Some(at) => entered.swap_remove(at),
                None => Finding {
                    check,
                    answer: Answer::Undetermined(alloc::vec!["check-not-made"]),
                    facts: Facts::new(),
                },
            };
            if finding.answer == Answer::NotApplicable(None) && !check.may_not_apply().allows(typed) {
                finding.answer = Answer::Undetermined(alloc::vec!["check-not-made"]);
            }
            findings.push(finding);
        }
        (outcome(&findings, typed), findings)
    }
}

fn outcome(findings: &[Finding], typed: bool) -> Outcome {
    let satisfied = |finding: &Finding| match &finding.answer {
        Answer::Satisfied => true,
        Answer::NotApplicable(None) => finding.check.may_not_apply().allows(typed),
        // A check left out because another one failed never counts towards a good document.
        Answer::NotApplicable(Some(_))
        | Answer::Violated
        | Answer::Undetermined(_)
        | Answer::Contestable(_) => false,
    };
    if findings.iter().any(|finding| finding.answer == Answer::Violated) {
        Outcome::Invalid
    } else if !findings.is_empty() && findings.iter().all(satisfied) {
        Outcome::Valid
    } else {
        Outcome::Indeterminate
    }
}

/// What a verdict says beside its findings.
pub(crate) struct Frame {
    pub as_of: Timestamp,
    pub evaluated_on: Date,
    pub freshness: Freshness,
    pub document: DocumentDetails,
    /// Whether the document was typed in: then the holder is the caller's own words.
    pub typed: bool,
}

/// Concludes a ledger. The holder is taken off an answer that is not about a good or possibly good document.
pub(crate) fn conclude(ledger: Ledger, frame: Frame) -> Verdict {
    let unsigned = !ledger.holds(CheckId::DocumentSignature);
    let (outcome, findings) = ledger.conclude(frame.typed);
    let mut document = frame.document;
    if !frame.typed && (outcome == Outcome::Invalid || unsigned) {
        document.holder = None;
    }
    Verdict {
        outcome,
        as_of: frame.as_of,
        evaluated_on: frame.evaluated_on,
        freshness: frame.freshness,
        document,
        findings,
        schema: SCHEMA,
    }
}

#[cfg(test)]
mod tests;
