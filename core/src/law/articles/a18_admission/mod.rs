//! Article 18: admission to the exam.

pub mod s1_age;
pub mod s2_documents;
pub mod s3_safety;

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::articles::a18_admission::s1_age::{AGE, Age};
use crate::law::articles::a18_admission::s2_documents::{DOCUMENTS_COMPLETE, DocumentsComplete};
use crate::law::articles::a18_admission::s3_safety::{SAFETY_ATTESTED, SafetyAttested};
use crate::law::engine::aggregate::{MEMBERS, MembersOutcome, all_of};
use crate::law::engine::facts::{agree, facts};
use crate::law::engine::norm::{Article, Norm};
use crate::law::engine::outcome::Ruled;
use crate::law::engine::rule::rule;

/// The article.
pub(in crate::law) static ARTICLE: Article = Article {
    number: 18,
    title: "What a candidate needs for the exam",
    norms: &[NORMS, s1_age::NORMS, s2_documents::NORMS, s3_safety::NORMS],
};

rule! {
    EXAM_ADMISSION: ExamAdmission => MembersOutcome,
    unit: (18, 0, 0, 0),
    text: 0xc47e_c8af_c06f_2c9c,
    id: "art18.exam-admission",
    summary: "What a candidate needs to sit the exam: all of 1 to 3",
    note: "Every one that fails, and every one that is not known, is named.",
    judge: exam_admission,
    as_of: |facts| facts.age.as_ref().and_then(|age| age.exam_date),
    value: MEMBERS,
    example: r#"{"age":{"date_of_birth":"2000-05-01","limits":{"min":18,"max":null},"exam_date":"2026-03-19"},"documents_complete":{"required":["application","identity-document"],"conditional":null,"submitted":["identity-document","application"]},"safety_attested":{"attestation":true,"date":"2026-03-19","exam_date":"2026-03-19"}}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&EXAM_ADMISSION.norm];

facts! {
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
/// Those of the members; two days of the exam.
pub fn exam_admission(
    facts: &ExamAdmission,
    days: &WorkingDays,
) -> Result<Ruled<MembersOutcome>, FactsError> {
    let facts = facts.clone();
    let (mut age, mut safety) = (facts.age.unwrap_or_default(), facts.safety_attested.unwrap_or_default());
    agree(&mut [
        ("age.exam_date", &mut age.exam_date),
        ("safety_attested.exam_date", &mut safety.exam_date),
    ])?;
    Ok(all_of(alloc::vec![
        AGE.part(&age, days)?,
        DOCUMENTS_COMPLETE.part(&facts.documents_complete.unwrap_or_default(), days)?,
        SAFETY_ATTESTED.part(&safety, days)?,
    ])
    .ruled())
}
