//! A verdict as plain data: nothing in it must be closed, and it may outlive its verifier.

use std::time::SystemTime;

use rastau_core::document::claims::{self, BasisKind};
use rastau_core::verdict;
use rastau_messages::{ExplainedFinding, ExplainedVerdict, explain_verdict};

use crate::answer::{Answer, Citation};
use crate::values::{Day, Freshness, Language, NamedValue, Outcome, Words, named, time};

/// What came out of a verification. Decide by `outcome`; only valid is a yes.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Verdict {
    /// Whether the document is good on `evaluated_on`.
    pub outcome: Outcome,
    /// The signed time of the snapshot that was asked.
    pub as_of: SystemTime,
    /// The day asked about.
    pub evaluated_on: Day,
    /// How old the snapshot's knowledge is.
    pub freshness: Freshness,
    /// The document as far as it is known.
    pub document: Document,
    /// Every check, always all of them and in the same order.
    pub findings: Vec<Finding>,
    /// The same in words, where a language was asked for.
    pub words: Option<VerdictWords>,
    /// The whole verdict as Rastau's JSON, to be stored: the same bytes as from the command line.
    pub json: String,
}

/// The document as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Document {
    /// Document number.
    pub number: String,
    /// Where what follows comes from.
    pub source: Source,
    /// The holder; absent on an invalid document, unless the caller typed it.
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
    /// What was tested against.
    pub basis: Option<Basis>,
    /// The day of the exam.
    pub exam_on: Option<Day>,
    /// The day of issue.
    pub issued_on: Option<Day>,
    /// The last day of validity; none when unlimited or unknown.
    pub valid_until: Option<Day>,
    /// Whether the validity has no end.
    pub unlimited: bool,
}

/// Where the shown attributes come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum Source {
    /// The register's own record, opened with the verification code.
    Register,
    /// The signed document; the register confirmed its number only.
    Document,
    /// What was presented, confirmed by nothing.
    Presented,
}

/// The holder as the caller presented them.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Holder {
    /// Identity number.
    pub identity: Option<String>,
    /// Names, the registered spelling first.
    pub names: Vec<String>,
}

/// A code with the names that the register gives it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Named {
    /// The code.
    pub code: String,
    /// Its names; none where the register has none.
    pub names: Option<Words>,
}

/// What was tested against (art. 15.4).
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
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
    /// How it came out.
    pub answer: Answer,
    /// What it rests on.
    pub citation: Citation,
    /// What was compared: dates, codes, names from the register. Never a secret, never a person.
    pub facts: Vec<NamedValue>,
}

/// A verdict in one language.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct VerdictWords {
    /// The outcome in one or two words.
    pub outcome: String,
    /// The answer in a line or two: show this first.
    pub headline: String,
    /// The grade of freshness in one or two words.
    pub freshness: String,
    /// The document's fields in the order in which to show them.
    pub document: Vec<Row>,
    /// Every finding, in the verdict's order.
    pub findings: Vec<FindingWords>,
}

/// A field of the document in words.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Row {
    /// Its label; none where it goes on from the row before.
    pub label: Option<String>,
    /// What stands there.
    pub value: String,
}

/// A finding in words.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct FindingWords {
    /// What was checked.
    pub title: String,
    /// What came out.
    pub text: String,
    /// What to do, where it is not satisfied.
    pub advice: Option<String>,
    /// What the check rests on.
    pub source: String,
    /// Whether it could not be made only because another one could not: fold these away.
    pub waits: bool,
}

impl Verdict {
    pub(crate) fn new(answered: &verdict::Verdict, language: Option<Language>) -> Self {
        Self {
            outcome: answered.outcome().into(),
            as_of: time(answered.as_of),
            evaluated_on: answered.evaluated_on.into(),
            freshness: answered.freshness.into(),
            document: (&answered.document).into(),
            findings: answered.findings().iter().map(Finding::from).collect(),
            words: language.map(|language| explain_verdict(answered, language.into()).into()),
            json: answered.to_json(),
        }
    }
}

impl From<&verdict::DocumentDetails> for Document {
    fn from(shown: &verdict::DocumentDetails) -> Self {
        let named = |item: &Option<verdict::NamedCode>| item.as_ref().map(Named::from);
        Self {
            number: shown.number.clone(),
            source: shown.source.into(),
            holder: shown.holder.as_ref().map(Holder::from),
            profession: named(&shown.profession),
            edition: shown.edition.clone(),
            qualification: named(&shown.qualification),
            level: shown.level.clone(),
            skills: shown.skills.iter().map(Named::from).collect(),
            centre: named(&shown.centre),
            accreditation: shown.accreditation.clone(),
            basis: shown.basis.as_ref().map(Basis::from),
            exam_on: shown.exam_on.map(Day),
            issued_on: shown.issued_on.map(Day),
            valid_until: shown.valid_until.map(Day),
            unlimited: shown.unlimited,
        }
    }
}

impl From<verdict::Source> for Source {
    fn from(source: verdict::Source) -> Self {
        match source {
            verdict::Source::Register => Self::Register,
            verdict::Source::Document => Self::Document,
            verdict::Source::Presented => Self::Presented,
        }
    }
}

impl From<&verdict::Holder> for Holder {
    fn from(holder: &verdict::Holder) -> Self {
        let verdict::Holder { identity, names } = holder;
        Self { identity: identity.as_ref().map(ToString::to_string), names: names.clone() }
    }
}

impl From<&verdict::NamedCode> for Named {
    fn from(item: &verdict::NamedCode) -> Self {
        let verdict::NamedCode { code, names } = item;
        Self { code: code.clone(), names: names.as_ref().map(Words::from) }
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

impl From<ExplainedVerdict> for VerdictWords {
    fn from(explained: ExplainedVerdict) -> Self {
        let ExplainedVerdict { lang: _, outcome, headline, freshness, document, findings } = explained;
        let row = |(label, value): (&str, String)| Row {
            label: Some(label.to_owned()).filter(|label| !label.is_empty()),
            value,
        };
        Self {
            outcome: outcome.to_owned(),
            headline,
            freshness: freshness.to_owned(),
            document: document.into_iter().map(row).collect(),
            findings: findings.into_iter().map(FindingWords::from).collect(),
        }
    }
}

impl From<ExplainedFinding> for FindingWords {
    fn from(explained: ExplainedFinding) -> Self {
        let ExplainedFinding { title, text, advice, source, waits } = explained;
        Self { title, text, advice, source, waits }
    }
}
