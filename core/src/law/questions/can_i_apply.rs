//! Whether a person may apply.

use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::law::articles::a02_scope::{SCOPE, Scope};
use crate::law::articles::a15_recognition::p1_register::{self, PROFESSION_RECOGNISABLE, Recognisable};
use crate::law::articles::a15_recognition::p2_voluntary::{ModeFacts, VOLUNTARY_GOVERNED_HERE};
use crate::law::articles::a15_recognition::p3_centre::{CENTRE_CONDUCTS, Conducts};
use crate::law::articles::a15_recognition::p5_other_law::MANDATORY_OTHER_LAW;
use crate::law::articles::a17_centres::p2_duties::{PROGRAMME_EXISTS, ProgrammeExists};
use crate::law::articles::a18_admission::s1_age::AGE;
use crate::law::articles::a18_admission::s2_documents::DOCUMENTS_COMPLETE;
use crate::law::articles::a18_admission::s3_safety::SAFETY_ATTESTED;
use crate::law::articles::a18_admission::{EXAM_ADMISSION, ExamAdmission};
use crate::law::articles::a19_education::{
    EducationKind, EducationRecognisable, EvidenceFacts, INFORMAL_EVIDENCE, NONFORMAL_EVIDENCE,
    NONFORMAL_INFORMAL_RECOGNISABLE,
};
use crate::law::articles::a20_skills::{
    SAME_PROFESSION, SKILL_RECOGNITION_ESTABLISHED, SameProfession, SkillRecognition,
};
use crate::law::articles::a31_entry_into_force::{ENTRY_INTO_FORCE, InForce, first_published_on};
use crate::law::engine::aggregate::MembersOutcome;
use crate::law::engine::facts::{Known, Text, agree, facts, require};
use crate::law::engine::outcome::Ruled;
use crate::law::engine::register::ModeName;
use crate::law::engine::rule::{Output, Rule, RuleResult, question};
use crate::law::questions::{NEXT, NextStep, combine, optional_part, part};

pub(in crate::law) static CAN_I_APPLY: Rule = question! {
    id: "ask.can-i-apply",
    cites: (15, 0, 0, 0),
    judge: can_i_apply => MembersOutcome,
    as_of: |facts| facts.profession.as_ref().and_then(|profession| profession.as_of),
    value: &[
        ("failed", Output::List),
        ("unknown", Output::List),
        ("contestable", Output::List),
        ("later", Output::List),
        ("next", NEXT),
    ],
    example: r#"{"scope":{"status_categories":[]},"profession":{"profession":"7212-01","register":[{"profession":"7212-01","included_on":"2024-01-01","excluded_on":null,"mode":"voluntary"}],"register_as_of":"2026-03-31","as_of":"2026-03-19"},"centre":{"centre":{"kind":"legal-entity","route":"this-law","certificate":{"issued_on":"2025-01-10","valid_to":"2028-01-10","events":[]},"professions":[{"profession":"7212-01","from":"2025-01-10","until":null}],"list_as_of":"2026-03-19"},"procedure_date":"2026-03-26"},"programme":{"programmes":[{"profession":"7212-01","approved_on":"2025-02-01"}]},"admission":{"age":{"date_of_birth":"2000-05-01","limits":{"min":18,"max":null}},"documents_complete":{"required":["application"],"conditional":null,"submitted":["application"]}},"education":null,"same_profession":null,"skills":null}"#,
};

facts! {
    /// Facts of `ask.can-i-apply`. What several parts share is stated in one of them: the profession, the day of the application,
    /// the day of the exam.
    pub struct CanIApply {
        /// Of `art2.p3.scope`, on the day of the application.
        scope: Option<Scope>,
        /// Of `art15.p1.profession-recognisable`, on the day of the application.
        profession: Option<Recognisable>,
        /// The other law, where the profession is mandatory (art. 15.5); the register's entry may state it.
        other_law: Option<Text>,
        /// Of `art15.p3.centre-conducts`, on the day of the exam.
        centre: Option<Conducts>,
        /// Of `art17.p2.s4.programme-exists`, on the day of the exam.
        programme: Option<ProgrammeExists>,
        /// Of `art18.exam-admission`.
        admission: Option<ExamAdmission>,
        /// Of `art19.p1.nonformal-informal-recognisable`; `null` where no education outside school is to count.
        education: Known<EducationRecognisable>,
        /// Of `art19.p2.nonformal-evidence` and `art19.p3.informal-evidence`, where such education is to count.
        evidence: Option<EvidenceFacts>,
        /// Of `art20.p1.same-profession`; `null` where a whole profession is asked for.
        same_profession: Known<SameProfession>,
        /// Of `art20.p2.skill-recognition-established`; `null` where a whole profession is asked for.
        skills: Known<SkillRecognition>,
    }
}

/// `ask.can-i-apply`: whether a person may apply for a profession at a centre. In order: the Law is in force and
/// applies, the profession is in the register, on a voluntary basis (otherwise another law decides, and the question
/// ends there), the centre may conduct the exam and has a programme, the candidate may take it, and, where requested,
/// education outside school and single skills are recognised. What can only be known on the day of the exam is named as
/// needed later, and does not count before that day.
///
/// # Errors
/// Those of the rules; facts of two parts that differ; an exam before the application.
pub fn can_i_apply(facts: &CanIApply, days: &WorkingDays) -> Result<Ruled<MembersOutcome>, FactsError> {
    require!(facts: scope, profession, centre, programme, admission);
    let asked = Asked {
        scope: scope.clone(),
        profession: profession.clone(),
        mode: ModeFacts { mode: None, other_law: facts.other_law.clone() },
        centre: centre.clone(),
        programme: programme.clone(),
        admission: admission.clone(),
    };
    let asked = asked.joined()?;
    asked.skills(facts)?;
    let applied_on = asked.profession.as_of;
    let law = InForce { first_published_on: Some(first_published_on()), as_of: applied_on };
    let mut parts = alloc::vec![
        ENTRY_INTO_FORCE.result(part(&ENTRY_INTO_FORCE, &law, days)?),
        SCOPE.result(part(&SCOPE, &asked.scope, days)?),
        PROFESSION_RECOGNISABLE.result(part(&PROFESSION_RECOGNISABLE, &asked.profession, days)?),
    ];
    match asked.mode.mode {
        Some(ModeName::Mandatory) => {
            // Another law decides: this Law's conditions of the exam are not asked about.
            parts.push(MANDATORY_OTHER_LAW.result(part(&MANDATORY_OTHER_LAW, &asked.mode, days)?));
            return Ok(combine(parts, &[NextStep::SeeTheOtherLaw]));
        }
        Some(ModeName::Voluntary) => {
            parts.push(VOLUNTARY_GOVERNED_HERE.result(part(&VOLUNTARY_GOVERNED_HERE, &asked.mode, days)?));
        }
        None => {}
    }
    parts.push(CENTRE_CONDUCTS.result(part(&CENTRE_CONDUCTS, &asked.centre, days)?));
    let later = asked.admission(&mut parts, days)?;
    let education = optional_part(&NONFORMAL_INFORMAL_RECOGNISABLE, "education", &facts.education, days)?;
    parts.extend(education.map(|ruled| NONFORMAL_INFORMAL_RECOGNISABLE.result(ruled)));
    parts.extend(evidence(facts, days)?);
    let same = optional_part(&SAME_PROFESSION, "same_profession", &facts.same_profession, days)?;
    parts.extend(same.map(|ruled| SAME_PROFESSION.result(ruled)));
    let skills = optional_part(&SKILL_RECOGNITION_ESTABLISHED, "skills", &facts.skills, days)?;
    parts.extend(skills.map(|ruled| SKILL_RECOGNITION_ESTABLISHED.result(ruled)));
    let ruled = combine(parts, &[NextStep::Apply]);
    let later: Vec<_> = later.iter().map(|rule| rule.id.into()).collect();
    Ok(if later.is_empty() { ruled } else { ruled.with("later", later) })
}

/// The facts of the question, each stated once.
struct Asked {
    scope: Scope,
    profession: Recognisable,
    mode: ModeFacts,
    centre: Conducts,
    programme: ProgrammeExists,
    admission: ExamAdmission,
}

impl Asked {
    /// Joins the facts that several parts share.
    ///
    /// # Errors
    /// Facts that differ; an exam before the application.
    fn joined(mut self) -> Result<Self, FactsError> {
        agree(&mut [
            ("profession.as_of", &mut self.profession.as_of),
            ("scope.as_of", &mut self.scope.as_of),
        ])?;
        agree(&mut [
            ("profession.profession", &mut self.profession.profession),
            ("centre.profession", &mut self.centre.profession),
            ("programme.profession", &mut self.programme.profession),
        ])?;
        let mut age = self.admission.age.take().unwrap_or_default();
        let mut safety = self.admission.safety_attested.take().unwrap_or_default();
        agree(&mut [
            ("centre.procedure_date", &mut self.centre.procedure_date),
            ("admission.age.exam_date", &mut age.exam_date),
            ("admission.safety_attested.exam_date", &mut safety.exam_date),
            ("programme.as_of", &mut self.programme.as_of),
        ])?;
        (self.admission.age, self.admission.safety_attested) = (Some(age), Some(safety));
        if let (Some(exam_on), Some(applied_on)) = (self.centre.procedure_date, self.profession.as_of)
            && exam_on < applied_on
        {
            let other = "profession.as_of".into();
            let problem = FactProblem::Before { day: exam_on, other, other_day: applied_on };
            return Err(FactsError::field("centre.procedure_date", problem));
        }
        // Of an exam to come nobody knows more than the list of the day of the application.
        if let (Known::Is(centre), Some(exam_on)) = (&mut self.centre.centre, self.centre.procedure_date)
            && centre.list_as_of.zip(self.profession.as_of).is_some_and(|(known, applied)| known >= applied)
        {
            centre.list_as_of = centre.list_as_of.max(Some(exam_on));
        }
        if let Some(entry) = p1_register::entry_on(&self.profession, self.profession.as_of) {
            self.mode.mode = entry.mode;
            let mut by_register = entry.other_law.clone();
            agree(&mut [
                ("other_law", &mut self.mode.other_law),
                ("profession.register.other_law", &mut by_register),
            ])?;
        }
        Ok(self)
    }

    /// Compares the skills asked for with the profession, and with the skills that the standard is asked about.
    ///
    /// # Errors
    /// Facts that differ.
    fn skills(&self, facts: &CanIApply) -> Result<(), FactsError> {
        let (Known::Is(same), Known::Is(established)) = (&facts.same_profession, &facts.skills) else {
            return Ok(());
        };
        let Some(requested) = &same.skills else { return Ok(()) };
        let differs = |name, other| Err(FactsError::field(name, FactProblem::Differs { other }));
        if let Some(established) = &established.skills {
            let named: Option<Vec<_>> = requested.iter().map(|one| one.skill.as_ref()).collect();
            let of_both = |named: &Vec<&Text>| {
                named.iter().all(|one| established.iter().any(|other| other == *one))
                    && established.iter().all(|one| named.contains(&one))
            };
            if named.is_some_and(|named| !of_both(&named)) {
                return differs("skills.skills", "same_profession.skills");
            }
        }
        let professions: Vec<_> = requested.iter().filter_map(|one| one.profession.as_ref()).collect();
        let one = professions.iter().all(|profession| professions.first() == Some(profession));
        match (&self.profession.profession, professions.first()) {
            // Skills of several professions are the matter of a part.
            (Some(profession), Some(of_skills)) if one && profession != *of_skills => {
                differs("same_profession.skills.profession", "profession.profession")
            }
            _ => Ok(()),
        }
    }

    /// Adds the parts about the programme and the admission. Returns the rules that can only be satisfied on the day of the
    /// exam, if that day is still to come: they are needed later.
    fn admission(
        &self,
        parts: &mut Vec<RuleResult>,
        days: &WorkingDays,
    ) -> Result<Vec<&'static Rule>, FactsError> {
        let to_come =
            |exam_on: Option<Date>| exam_on.zip(self.profession.as_of).is_some_and(|(exam, on)| exam > on);
        let programme = part(&PROGRAMME_EXISTS, &self.programme, days)?;
        if !to_come(self.centre.procedure_date) {
            parts.push(PROGRAMME_EXISTS.result(programme));
            parts.push(EXAM_ADMISSION.result(part(&EXAM_ADMISSION, &self.admission, days)?));
            return Ok(Vec::new());
        }
        let mut later = Vec::new();
        if programme.is_satisfied() {
            parts.push(PROGRAMME_EXISTS.result(programme));
        } else {
            later.push(&PROGRAMME_EXISTS.rule);
        }
        let age = self.admission.age.clone().unwrap_or_default();
        let documents = self.admission.documents_complete.clone().unwrap_or_default();
        parts.push(AGE.result(part(&AGE, &age, days)?));
        parts.push(DOCUMENTS_COMPLETE.result(part(&DOCUMENTS_COMPLETE, &documents, days)?));
        later.push(&SAFETY_ATTESTED.rule);
        Ok(later)
    }
}

/// The parts about the evidence of education outside school, for each kind that is to count.
fn evidence(facts: &CanIApply, days: &WorkingDays) -> Result<Vec<RuleResult>, FactsError> {
    let Known::Is(EducationRecognisable { requested: Some(requested), .. }) = &facts.education else {
        return Ok(Vec::new());
    };
    let submitted = facts.evidence.clone().unwrap_or_default();
    requested
        .iter()
        .map(|kind| match kind {
            EducationKind::NonFormal => {
                Ok(NONFORMAL_EVIDENCE.result(part(&NONFORMAL_EVIDENCE, &submitted, days)?))
            }
            EducationKind::Informal => {
                Ok(INFORMAL_EVIDENCE.result(part(&INFORMAL_EVIDENCE, &submitted, days)?))
            }
        })
        .collect()
}
