//! A verdict as plain data: nothing in it has to be closed, and it may outlive its verifier.

use std::time::SystemTime;

use rastau_core::document::claims::{self, BasisKind};
use rastau_core::verdict;
use rastau_messages::{ExplainedVerdict, explain_verdict};
use serde::Serialize;

use crate::answer::{Answer, Citation};
use crate::mirrors::{Day, FindingText, Freshness, Language, Named, Outcome, PostComparison, Source};
use crate::values::{NamedValue, named, time};

/// The result of a verification. Decide by `outcome`; only valid is a yes.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Verdict {
    /// Whether the document is valid on `evaluated_on`.
    pub outcome: Outcome,
    /// The signed time of the snapshot.
    pub as_of: SystemTime,
    /// The day for which the document was verified.
    pub evaluated_on: Day,
    /// The age of the snapshot.
    pub freshness: Freshness,
    /// The details of the document as far as they are known.
    pub document: Document,
    /// The document beside the post of the question; none without one. Never show it in the colour of valid.
    pub post: Option<PostComparison>,
    /// One finding for each check, always all of them and in the same order.
    pub findings: Vec<Finding>,
    /// The verdict as text, if a language was requested.
    pub text: Option<VerdictText>,
    /// The complete verdict as Rastau's JSON, for storing: the same bytes as from the command line.
    pub json: String,
}

/// The details of a document as far as they are known.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Document {
    /// Document number.
    pub number: String,
    /// The source of the other attributes.
    pub source: Source,
    /// The holder; absent on an invalid document, unless the caller presented it.
    pub holder: Option<Holder>,
    /// The profession.
    pub profession: Option<Named>,
    /// Edition of the classifier.
    pub edition: Option<String>,
    /// The qualification.
    pub qualification: Option<Named>,
    /// Qualification level.
    pub level: Option<String>,
    /// The skills of a document on skills only (art. 20); empty for a whole profession.
    pub skills: Vec<Named>,
    /// The centre, by BIN.
    pub centre: Option<Named>,
    /// Serial number of the accreditation certificate.
    pub accreditation: Option<String>,
    /// What the exam tested against.
    pub basis: Option<Basis>,
    /// The day of the exam.
    pub exam_on: Option<Day>,
    /// The day of issue.
    pub issued_on: Option<Day>,
    /// The last day of validity; none if unlimited or unknown.
    pub valid_until: Option<Day>,
    /// Whether the validity is unlimited.
    pub unlimited: bool,
}

/// The holder.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Holder {
    /// The identity number that the register confirmed.
    pub identity: Option<String>,
    /// The identity number of the document or form that nothing confirmed. Show it only as stated, not confirmed.
    pub unconfirmed_identity: Option<String>,
    /// The name that the register confirmed; at most one.
    pub names: Vec<String>,
    /// Other names of the document or form, which nothing confirmed. Show them only as stated, not confirmed.
    pub unconfirmed_names: Vec<String>,
}

/// What the exam tested against (art. 15.4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, uniffi::Enum)]
#[serde(into = "claims::Basis")]
pub enum Basis {
    /// A professional standard.
    Standard {
        /// Its identifier.
        id: String,
    },
    /// Qualification requirements, where there is no standard.
    QualificationRequirements {
        /// Their identifier.
        id: String,
    },
}

/// A check with its answer.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Finding {
    /// The check's stable id: `register.listed`.
    pub id: String,
    /// The check's stable number, never reused.
    pub code: i32,
    /// The answer.
    pub answer: Answer,
    /// The source of the check.
    pub citation: Citation,
    /// The compared values: dates, codes, names from the register. Never a secret, never personal data.
    pub facts: Vec<NamedValue>,
}

/// A verdict as text in one language.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct VerdictText {
    /// The outcome in one or two words.
    pub outcome: String,
    /// The answer in one or two lines. Show it first.
    pub headline: String,
    /// The freshness in one or two words.
    pub freshness: String,
    /// The document's fields in the order in which to show them.
    pub document: Vec<Row>,
    /// What to know about the register itself: that nothing vouches for its trust root, or that it needs a newer version of
    /// the program. Mostly empty. Show it beside the answer.
    pub notes: Vec<String>,
    /// What the person who asked does next, the first step first. Show it beside the answer, not in a detail: a valid document says
    /// nothing about the person who shows it.
    pub next: Vec<String>,
    /// How the document relates to the post of the question, and what that does not say; none without a post.
    pub post: Option<String>,
    /// Whom to ask about a document that is not valid, in the order in which to show them.
    pub contacts: Vec<Row>,
    /// Every finding, in the verdict's order.
    pub findings: Vec<FindingText>,
}

/// A field of the document as text.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Row {
    /// The label; none if the row continues the one before.
    pub label: Option<String>,
    /// The value.
    pub value: String,
}

impl Verdict {
    pub(crate) fn new(verdict: &verdict::Verdict, language: Option<Language>) -> Self {
        Self {
            outcome: verdict.outcome(),
            as_of: time(verdict.as_of),
            evaluated_on: verdict.evaluated_on,
            freshness: verdict.freshness,
            document: (&verdict.document).into(),
            post: verdict.post,
            findings: verdict.findings().iter().map(Finding::from).collect(),
            text: language.map(|language| explain_verdict(verdict, language).into()),
            json: verdict.to_json(),
        }
    }
}

impl From<&verdict::DocumentDetails> for Document {
    fn from(details: &verdict::DocumentDetails) -> Self {
        let verdict::DocumentDetails {
            number,
            source,
            holder,
            profession,
            edition,
            qualification,
            level,
            skills,
            centre,
            accreditation,
            basis,
            exam_on,
            issued_on,
            valid_until,
            unlimited,
        } = details;
        Self {
            number: number.clone(),
            source: *source,
            holder: holder.as_ref().map(Holder::from),
            profession: profession.clone(),
            edition: edition.clone(),
            qualification: qualification.clone(),
            level: level.clone(),
            skills: skills.clone(),
            centre: centre.clone(),
            accreditation: accreditation.clone(),
            basis: basis.as_ref().map(Basis::from),
            exam_on: *exam_on,
            issued_on: *issued_on,
            valid_until: *valid_until,
            unlimited: *unlimited,
        }
    }
}

impl From<&verdict::Holder> for Holder {
    fn from(holder: &verdict::Holder) -> Self {
        let verdict::Holder { identity, unconfirmed_identity, names, unconfirmed_names } = holder;
        Self {
            identity: identity.as_ref().map(ToString::to_string),
            unconfirmed_identity: unconfirmed_identity.as_ref().map(ToString::to_string),
            names: names.clone(),
            unconfirmed_names: unconfirmed_names.clone(),
        }
    }
}

impl From<&claims::Basis> for Basis {
    fn from(basis: &claims::Basis) -> Self {
        let claims::Basis { kind, id } = basis;
        let id = id.clone();
        match kind {
            BasisKind::Standard => Self::Standard { id },
            BasisKind::QualificationRequirements => Self::QualificationRequirements { id },
        }
    }
}

impl From<Basis> for claims::Basis {
    fn from(basis: Basis) -> Self {
        match basis {
            Basis::Standard { id } => Self { kind: BasisKind::Standard, id },
            Basis::QualificationRequirements { id } => {
                Self { kind: BasisKind::QualificationRequirements, id }
            }
        }
    }
}

impl From<&verdict::Finding> for Finding {
    fn from(finding: &verdict::Finding) -> Self {
        let verdict::Finding { check, answer, facts } = finding;
        Self {
            id: check.id().to_owned(),
            code: check.code().into(),
            answer: answer.into(),
            citation: check.citation().into(),
            facts: named(facts),
        }
    }
}

impl From<ExplainedVerdict> for VerdictText {
    fn from(explained: ExplainedVerdict) -> Self {
        let ExplainedVerdict {
            lang: _,
            outcome,
            headline,
            freshness,
            document,
            notes,
            next,
            post,
            contacts,
            findings,
        } = explained;
        let row = |(label, value): (&str, String)| Row {
            label: Some(label.to_owned()).filter(|label| !label.is_empty()),
            value,
        };
        Self {
            outcome: outcome.to_owned(),
            headline,
            freshness: freshness.to_owned(),
            document: document.into_iter().map(row).collect(),
            notes: notes.into_iter().map(String::from).collect(),
            next,
            post,
            contacts: contacts.into_iter().map(row).collect(),
            findings,
        }
    }
}
