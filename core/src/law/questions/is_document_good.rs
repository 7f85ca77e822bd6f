//! Whether a document is valid on a day.

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::articles::a15_recognition::p1_register::{Recognisable, recognisable};
use crate::law::articles::a15_recognition::p3_centre::{Conducts, conducts};
use crate::law::articles::a20_skills::{SkillDocument, names_its_skills};
use crate::law::articles::a21_document::p5_validity::{DocumentValidity, validity as judge_validity};
use crate::law::articles::a26_end_of_accreditation::p2_part2_cancelled_documents::{
    DocumentCancellation, cancellation as judge_cancellation,
};
use crate::law::engine::facts::{facts, require};
use crate::law::engine::rule::{Rule, question};
use crate::law::engine::ruling::{Answer, Ruling, Step};
use crate::law::questions::{ASKED, combine, part};

pub(in crate::law) static IS_DOCUMENT_GOOD: Rule = question! {
    id: "ask.is-document-good",
    cites: (21, 0, 0, 0),
    judge: is_document_good,
    as_of: |facts| facts.validity.as_ref().and_then(|validity| validity.as_of),
    value: ASKED,
    example: r#"{"signature_holds":true,"profession":{"profession":"7212-01","register":[{"profession":"7212-01","included_on":"2024-01-01","excluded_on":null,"mode":"voluntary"}],"register_as_of":"2026-03-31","as_of":"2025-05-20"},"centre":{"centre":{"kind":"legal-entity","route":"this-law","certificate":{"issued_on":"2025-01-10","valid_to":"2028-01-10","events":[]},"professions":[{"profession":"7212-01","from":"2025-01-10","until":null}]},"profession":"7212-01","procedure_date":"2025-05-10"},"skills":{"is_skill_document":false},"validity":{"issued_on":"2025-05-20","validity":{"months":36},"valid_to_printed":"2028-05-20","as_of":"2026-03-19"},"cancellation":{"document":"1","cancelled_register":[],"complaint":null,"as_of":"2026-03-19","register_as_of":"2026-03-31"}}"#,
};

facts! {
    /// Facts of `ask.is-document-good`. The centre is asked about the day of the exam: what became of it later does not
    /// matter to a document that it gave while accredited.
    pub struct DocumentGood {
        /// Whether the signature or the register's code holds, as `verify` finds.
        signature_holds: Option<bool>,
        /// Of `art15.p1.profession-recognisable`, on the day of issue.
        profession: Option<Recognisable>,
        /// Of `art15.p3.centre-conducts`, on the day of the exam.
        centre: Option<Conducts>,
        /// Of `art20.p3.skill-document-fields`.
        skills: Option<SkillDocument>,
        /// Of `art21.p5.document-validity`, on the day asked about.
        validity: Option<DocumentValidity>,
        /// Of `art26.p2.part2.document-cancellation`, on the day asked about.
        cancellation: Option<DocumentCancellation>,
    }
}

/// `ask.is-document-good`: the signature is valid, the profession was in the register and the centre accredited for it,
/// a document on skills names them, and the document is within its validity and not cancelled.
///
/// # Errors
/// Those of the rules.
pub fn is_document_good(facts: &DocumentGood, days: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: profession, centre, skills, validity, cancellation);
    let parts = alloc::vec![
        part("art15.p1.profession-recognisable", recognisable, profession, days)?,
        part("art15.p3.centre-conducts", conducts, centre, days)?,
        part("art20.p3.skill-document-fields", names_its_skills, skills, days)?,
        part("art21.p5.document-validity", judge_validity, validity, days)?,
        part("art26.p2.part2.document-cancellation", judge_cancellation, cancellation, days)?,
    ];
    let ruling = combine(parts, "rely-on-it");
    let unsigned = facts.signature_holds != Some(true);
    Ok(match (facts.signature_holds, &ruling.answer) {
        (Some(false), _) => Ruling { parts: ruling.parts, ..Ruling::status(false, "violated") }
            .with("next", super::strings(&["do-not-rely", "ask-the-centre"]))
            .step(Step::new("signature-does-not-hold")),
        (None, Answer::Satisfied | Answer::Contestable(_)) => {
            let missing = Ruling::missing(&["signature_holds"]);
            Ruling { parts: ruling.parts, ..missing }
                .with("next", super::strings(&["find-out-what-is-missing"]))
        }
        (_, Answer::Violated) => {
            let mut ruling = ruling;
            ruling.value = ruling.value.without("next");
            let ruling = ruling.with("next", super::strings(&["do-not-rely", "ask-the-centre"]));
            if unsigned { ruling.step(Step::new("signature-not-looked-at")) } else { ruling }
        }
        _ => ruling,
    })
}
