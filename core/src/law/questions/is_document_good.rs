//! Whether a document is valid on a day.

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::articles::a15_recognition::p1_register::{PROFESSION_RECOGNISABLE, Recognisable};
use crate::law::articles::a15_recognition::p3_centre::{CENTRE_CONDUCTS, Conducts};
use crate::law::articles::a20_skills::{SKILL_DOCUMENT_FIELDS, SkillDocument};
use crate::law::articles::a21_document::p5_validity::{DOCUMENT_VALIDITY, DocumentValidity};
use crate::law::articles::a26_end_of_accreditation::p2_part2_cancelled_documents::{
    DOCUMENT_CANCELLATION, DocumentCancellation,
};
use crate::law::engine::aggregate::{MembersOutcome, Verdict, all_of};
use crate::law::engine::facts::{facts, require};
use crate::law::engine::outcome::Ruled;
use crate::law::engine::rule::{Rule, question};
use crate::law::engine::ruling::Step;
use crate::law::questions::{ASKED, NextStep, combine, names_of, part};

pub(in crate::law) static IS_DOCUMENT_GOOD: Rule = question! {
    id: "ask.is-document-good",
    cites: (21, 0, 0, 0),
    judge: is_document_good => MembersOutcome,
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
pub fn is_document_good(
    facts: &DocumentGood,
    days: &WorkingDays,
) -> Result<Ruled<MembersOutcome>, FactsError> {
    require!(facts: profession, centre, skills, validity, cancellation);
    let all = all_of(alloc::vec![
        PROFESSION_RECOGNISABLE.result(part(&PROFESSION_RECOGNISABLE, profession, days)?),
        CENTRE_CONDUCTS.result(part(&CENTRE_CONDUCTS, centre, days)?),
        SKILL_DOCUMENT_FIELDS.result(part(&SKILL_DOCUMENT_FIELDS, skills, days)?),
        DOCUMENT_VALIDITY.result(part(&DOCUMENT_VALIDITY, validity, days)?),
        DOCUMENT_CANCELLATION.result(part(&DOCUMENT_CANCELLATION, cancellation, days)?),
    ]);
    let do_not_rely = || names_of(&[NextStep::DoNotRely, NextStep::AskTheCentre]);
    Ok(match (facts.signature_holds, &all.verdict) {
        (Some(false), _) => Ruled::of(MembersOutcome::Violated)
            .with("next", do_not_rely())
            .step(Step::new("signature-does-not-hold"))
            .of_parts(all.parts),
        (None, Verdict::Satisfied | Verdict::Contestable(_)) => Ruled::missing(&["signature_holds"])
            .with("next", names_of(&[NextStep::FindOutWhatIsMissing]))
            .of_parts(all.parts),
        (None, Verdict::Violated) => {
            all.ruled().with("next", do_not_rely()).step(Step::new("signature-not-looked-at"))
        }
        (Some(true), Verdict::Violated) => all.ruled().with("next", do_not_rely()),
        (None, Verdict::Undetermined(_))
        | (Some(true), Verdict::Satisfied | Verdict::Contestable(_) | Verdict::Undetermined(_)) => {
            combine(all.parts, NextStep::RelyOnIt)
        }
    })
}
