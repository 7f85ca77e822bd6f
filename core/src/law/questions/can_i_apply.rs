//! Whether a person may apply.

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::articles::a02_scope::{SCOPE, Scope};
use crate::law::articles::a15_recognition::p1_register::{self, PROFESSION_RECOGNISABLE, Recognisable};
use crate::law::articles::a15_recognition::p2_voluntary::{ModeFacts, VOLUNTARY_GOVERNED_HERE};
use crate::law::articles::a15_recognition::p3_centre::{CENTRE_CONDUCTS, Conducts};
use crate::law::articles::a15_recognition::p5_other_law::MANDATORY_OTHER_LAW;
use crate::law::articles::a18_admission::{EXAM_ADMISSION, ExamAdmission};
use crate::law::articles::a19_education::{EducationRecognisable, NONFORMAL_INFORMAL_RECOGNISABLE};
use crate::law::articles::a20_skills::{
    SAME_PROFESSION, SKILL_RECOGNITION_ESTABLISHED, SameProfession, SkillRecognition,
};
use crate::law::articles::a31_entry_into_force::{ENTRY_INTO_FORCE, InForce};
use crate::law::engine::aggregate::{MembersOutcome, all_of};
use crate::law::engine::facts::{Known, Text, facts, require};
use crate::law::engine::outcome::Ruled;
use crate::law::engine::register::ModeName;
use crate::law::engine::rule::{Rule, question};
use crate::law::questions::{ASKED, NextStep, combine, names_of, optional_part, part};

pub(in crate::law) static CAN_I_APPLY: Rule = question! {
    id: "ask.can-i-apply",
    cites: (15, 0, 0, 0),
    judge: can_i_apply => MembersOutcome,
    as_of: |facts| facts.profession.as_ref().and_then(|profession| profession.as_of),
    value: ASKED,
    example: r#"{"law":{"first_published_on":"2023-07-05","as_of":"2026-03-19"},"scope":{"status_categories":[],"as_of":"2026-03-19"},"profession":{"profession":"7212-01","register":[{"profession":"7212-01","included_on":"2024-01-01","excluded_on":null,"mode":"voluntary"}],"register_as_of":"2026-03-31","as_of":"2026-03-19"},"centre":{"centre":{"kind":"legal-entity","route":"this-law","certificate":{"issued_on":"2025-01-10","valid_to":"2028-01-10","events":[]},"professions":[{"profession":"7212-01","from":"2025-01-10","until":null}]},"profession":"7212-01","procedure_date":"2026-03-26"},"admission":{"age":{"date_of_birth":"2000-05-01","limits":{"min":18,"max":null},"exam_date":"2026-03-26"},"documents_complete":{"required":["application"],"conditional":null,"submitted":["application"]},"safety_attested":{"attestation":true,"date":"2026-03-26","exam_date":"2026-03-26"}},"education":null,"same_profession":null,"skills":null}"#,
};

facts! {
    /// Facts of `ask.can-i-apply`.
    pub struct CanIApply {
        /// Of `art31.entry-into-force`.
        law: Option<InForce>,
        /// Of `art2.p3.scope`.
        scope: Option<Scope>,
        /// Of `art15.p1.profession-recognisable`, on the day of the application.
        profession: Option<Recognisable>,
        /// The other law, where the profession is mandatory (art. 15.5).
        other_law: Option<Text>,
        /// Of `art15.p3.centre-conducts`, on the day of the exam.
        centre: Option<Conducts>,
        /// Of `art18.exam-admission`.
        admission: Option<ExamAdmission>,
        /// Of `art19.p1.nonformal-informal-recognisable`; `null` where no education outside school is to count.
        education: Known<EducationRecognisable>,
        /// Of `art20.p1.same-profession`; `null` where a whole profession is asked for.
        same_profession: Known<SameProfession>,
        /// Of `art20.p2.skill-recognition-established`; `null` where a whole profession is asked for.
        skills: Known<SkillRecognition>,
    }
}

/// `ask.can-i-apply`: whether a person may apply for a profession at a centre. In order: the Law is in force and
/// applies, the profession is in the register, on a voluntary basis (otherwise another law decides, and the question
/// ends there), the centre may conduct the exam, the candidate may take it, and, where requested, education outside
/// school and single skills are recognised.
///
/// # Errors
/// Those of the rules.
pub fn can_i_apply(facts: &CanIApply, days: &WorkingDays) -> Result<Ruled<MembersOutcome>, FactsError> {
    require!(facts: law, scope, profession, centre, admission);
    let mut parts = alloc::vec![
        ENTRY_INTO_FORCE.result(part(&ENTRY_INTO_FORCE, law, days)?),
        SCOPE.result(part(&SCOPE, scope, days)?),
        PROFESSION_RECOGNISABLE.result(part(&PROFESSION_RECOGNISABLE, profession, days)?),
    ];
    let mode = p1_register::mode(profession);
    let governed = ModeFacts { mode, other_law: facts.other_law.clone() };
    match mode {
        Some(ModeName::Mandatory) => {
            // Another law decides: this Law's conditions of the exam are not asked about.
            parts.push(MANDATORY_OTHER_LAW.result(part(&MANDATORY_OTHER_LAW, &governed, days)?));
            return Ok(all_of(parts).ruled().with("next", names_of(&[NextStep::SeeTheOtherLaw])));
        }
        Some(ModeName::Voluntary) => {
            parts.push(VOLUNTARY_GOVERNED_HERE.result(part(&VOLUNTARY_GOVERNED_HERE, &governed, days)?));
        }
        None => {}
    }
    parts.push(CENTRE_CONDUCTS.result(part(&CENTRE_CONDUCTS, centre, days)?));
    parts.push(EXAM_ADMISSION.result(part(&EXAM_ADMISSION, admission, days)?));
    let education = optional_part(&NONFORMAL_INFORMAL_RECOGNISABLE, "education", &facts.education, days)?;
    parts.extend(education.map(|ruled| NONFORMAL_INFORMAL_RECOGNISABLE.result(ruled)));
    let same = optional_part(&SAME_PROFESSION, "same_profession", &facts.same_profession, days)?;
    parts.extend(same.map(|ruled| SAME_PROFESSION.result(ruled)));
    let skills = optional_part(&SKILL_RECOGNITION_ESTABLISHED, "skills", &facts.skills, days)?;
    parts.extend(skills.map(|ruled| SKILL_RECOGNITION_ESTABLISHED.result(ruled)));
    Ok(combine(parts, NextStep::Apply))
}
