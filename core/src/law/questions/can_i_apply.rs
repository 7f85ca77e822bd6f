//! Whether a person may apply.

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::articles::a02_scope::{Scope, scope as judge_scope};
use crate::law::articles::a15_recognition::p1_register::{Recognisable, recognisable};
use crate::law::articles::a15_recognition::p2_voluntary::{ModeFacts, voluntary_governed_here};
use crate::law::articles::a15_recognition::p3_centre::{Conducts, conducts};
use crate::law::articles::a15_recognition::p5_other_law::decided_by_other_law;
use crate::law::articles::a18_admission::{ExamAdmission, exam_admission};
use crate::law::articles::a19_education::{EducationRecognisable, education_recognisable};
use crate::law::articles::a20_skills::{
    SameProfession, SkillRecognition, same_profession, skill_recognition,
};
use crate::law::articles::a31_entry_into_force::{InForce, in_force};
use crate::law::engine::facts::{Known, Text, facts, require};
use crate::law::engine::register::ModeName;
use crate::law::engine::rule::{Rule, question};
use crate::law::engine::ruling::Ruling;
use crate::law::questions::{ASKED, combine, optional_part, part, strings};

pub(in crate::law) static CAN_I_APPLY: Rule = question! {
    id: "ask.can-i-apply",
    cites: (15, 0, 0, 0),
    judge: can_i_apply,
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
pub fn can_i_apply(facts: &CanIApply, days: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: law, scope, profession, centre, admission);
    let mut parts = alloc::vec![
        part("art31.entry-into-force", in_force, law, days)?,
        part("art2.p3.scope", judge_scope, scope, days)?,
    ];
    let listed = part("art15.p1.profession-recognisable", recognisable, profession, days)?;
    let mode = listed.first().and_then(|listed| match listed.ruling.value.text("mode")? {
        "mandatory" => Some(ModeName::Mandatory),
        _ => Some(ModeName::Voluntary),
    });
    let governed = ModeFacts { mode, other_law: facts.other_law.clone() };
    parts.push(listed);
    if mode == Some(ModeName::Mandatory) {
        // Another law decides: this Law's conditions of the exam are not asked about.
        parts.push(part("art15.p5.mandatory-other-law", decided_by_other_law, &governed, days)?);
        let ruling = combine(parts, "apply");
        let value = ruling.value.clone().without("next").with("next", strings(&["see-the-other-law"]));
        return Ok(Ruling { value, ..ruling });
    }
    if mode.is_some() {
        parts.push(part("art15.p2.voluntary-governed-here", voluntary_governed_here, &governed, days)?);
    }
    parts.push(part("art15.p3.centre-conducts", conducts, centre, days)?);
    parts.push(part("art18.exam-admission", exam_admission, admission, days)?);
    parts.push(optional_part(
        ("art19.p1.nonformal-informal-recognisable", "education"),
        education_recognisable,
        &facts.education,
        days,
    )?);
    parts.push(optional_part(
        ("art20.p1.same-profession", "same_profession"),
        same_profession,
        &facts.same_profession,
        days,
    )?);
    let established = ("art20.p2.skill-recognition-established", "skills");
    parts.push(optional_part(established, skill_recognition, &facts.skills, days)?);
    Ok(combine(parts, "apply"))
}
