//! Art. 18: admission to the exam.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::age::{AGE, Age, age};
use super::aggregate::{MEMBERS, all_of};
use super::facts::{Known, SomeOf, Text, facts, require};
use super::rule::{Output, Rule, rule};
use super::ruling::{Ruling, Step};
use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::sorted::distinct;

pub(super) const RULES: &[Rule] = &[
    rule!(
        "art18.exam-admission",
        (18, 0, 0, 0),
        exam_admission,
        |facts| facts.age.as_ref().and_then(|age| age.exam_date),
        MEMBERS,
        r#"{"age":{"date_of_birth":"2000-05-01","limits":{"min":18,"max":null},"exam_date":"2026-03-19"},"documents_complete":{"required":["application","identity-document"],"conditional":null,"submitted":["identity-document","application"]},"safety_attested":{"attestation":true,"date":"2026-03-19","exam_date":"2026-03-19"}}"#
    ),
    rule!(
        "art18.s1.age",
        (18, 0, 0, 1),
        age,
        |facts| facts.exam_date,
        AGE,
        r#"{"date_of_birth":"2008-03-20","limits":{"min":18,"max":null},"exam_date":"2026-03-19"}"#
    ),
    rule!(
        "art18.s2.documents-complete",
        (18, 0, 0, 2),
        documents_complete,
        |_facts| None,
        DOCUMENTS,
        r#"{"required":["application","identity-document"],"conditional":null,"submitted":["application"]}"#
    ),
    rule!(
        "art18.s3.safety-attested",
        (18, 0, 0, 3),
        safety_attested,
        |facts| facts.exam_date,
        SAFETY,
        r#"{"attestation":true,"date":"2026-03-19","exam_date":"2026-03-19"}"#
    ),
];

const DOCUMENTS: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["complete", "incomplete"])),
    ("missing_documents", Output::List),
    ("conditions_not_known", Output::List),
];
const SAFETY: &[(&str, Output)] = &[("status", Output::OneOf(&["attested", "not-complied"]))];

facts! {
    /// A document that is required on a condition.
    pub struct ConditionalDocument {
        /// The document.
        document: Option<Text>,
        /// Whether the condition holds, and with it the requirement.
        required: Option<bool>,
    }

    /// Facts of `art18.s2.documents-complete`.
    pub struct DocumentsComplete {
        /// The documents that the rules of recognition require of everyone.
        required: Option<SomeOf<Text>>,
        /// The documents that are required on a condition; empty or `null` where there are none.
        conditional: Known<Vec<ConditionalDocument>>,
        /// The documents submitted; may be empty.
        submitted: Option<Vec<Text>>,
    }

    /// Facts of `art18.s3.safety-attested`.
    pub struct SafetyAttested {
        /// Whether the centre attests that the candidate complies with the requirements of safety.
        attestation: Option<bool>,
        /// The day of the attestation.
        date: Option<Date>,
        /// The day of the exam.
        exam_date: Option<Date>,
    }

    /// Facts of `art18.exam-admission`: those of its three members.
    pub struct ExamAdmission {
        /// Of `art18.s1.age`.
        age: Option<Age>,
        /// Of `art18.s2.documents-complete`.
        documents_complete: Option<DocumentsComplete>,
        /// Of `art18.s3.safety-attested`.
        safety_attested: Option<SafetyAttested>,
    }
}

/// `art18.exam-admission`: a candidate must be of the required age, have submitted every document, and comply with the
/// safety requirements. Every member that is violated or undetermined is named.
///
/// # Errors
/// Those of the members.
pub fn exam_admission(facts: &ExamAdmission, days: &WorkingDays) -> Result<Ruling, FactsError> {
    let rulings = [
        age(&facts.age.clone().unwrap_or_default(), days)?,
        documents_complete(&facts.documents_complete.clone().unwrap_or_default(), days)?,
        safety_attested(&facts.safety_attested.clone().unwrap_or_default(), days)?,
    ];
    let members = RULES.iter().skip(1);
    Ok(all_of(members.zip(rulings).map(|(rule, ruling)| rule.result(ruling)).collect()))
}

/// `art18.s2.documents-complete`: every document that the rules of recognition require has been submitted. Additional
/// documents do not matter.
///
/// # Errors
/// An empty list of required documents.
pub fn documents_complete(facts: &DocumentsComplete, _: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: required, submitted);
    // The documents, and whether each is certainly required.
    let mut expected: Vec<(&Text, bool)> = required.iter().map(|document| (document, true)).collect();
    let (conditional, mut nameless) = match &facts.conditional {
        Known::Unknown => (&[][..], true),
        Known::None => (&[][..], false),
        Known::Is(list) => (list.as_slice(), false),
    };
    for one in conditional {
        match (&one.document, one.required) {
            (Some(document), Some(true)) => expected.push((document, true)),
            (Some(document), None) => expected.push((document, false)),
            (Some(_), Some(false)) => {}
            (None, _) => nameless = true,
        }
    }
    expected.retain(|(document, _)| !submitted.contains(document));
    let not_submitted = |certain: bool| {
        let names = expected
            .iter()
            .filter(|(_, required)| *required == certain)
            .map(|(document, _)| document.as_str().to_string());
        distinct(names.collect())
    };
    let (missing, open) = (not_submitted(true), not_submitted(false));
    let ruling = if !missing.is_empty() {
        Ruling::status(false, "incomplete").with("missing_documents", missing)
    } else if nameless || !open.is_empty() {
        Ruling::missing(&["conditional"])
    } else {
        Ruling::status(true, "complete")
    };
    Ok(if open.is_empty() { ruling } else { ruling.with("conditions_not_known", open) })
}

/// `art18.s3.safety-attested`: the candidate complies with the safety requirements during the procedure. The centre
/// attests it, on the day of the exam or later; no other fact decides it.
///
/// # Errors
/// None.
pub fn safety_attested(facts: &SafetyAttested, _: &WorkingDays) -> Result<Ruling, FactsError> {
    if facts.attestation == Some(false) {
        return Ok(Ruling::status(false, "not-complied"));
    }
    require!(facts: attestation, date, exam_date);
    Ok(match (attestation, date < exam_date) {
        (true, true) => Ruling::missing(&["attestation"]).step(Step::new("to-be-confirmed-on-the-day")),
        (true, false) => Ruling::status(true, "attested"),
        (false, _) => Ruling::status(false, "not-complied"),
    })
}
