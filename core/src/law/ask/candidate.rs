//! Composite questions of candidates: may I apply, what can I do after a fail, what about my voucher.

use super::super::admission::{ExamAdmission, exam_admission};
use super::super::appeal::{AppealWindow, appeal_window};
use super::super::facts::{Known, Text, facts, require};
use super::super::in_force::{InForce, in_force};
use super::super::learning::{
    EducationRecognisable, SameProfession, SkillRecognition, education_recognisable, same_profession,
    skill_recognition,
};
use super::super::obtaining::{
    NegativeDecisionDuties, RetakeAfterDisability, negative_decision_duties, retake_after_disability,
};
use super::super::procedure::{
    Conducts, ModeFacts, Recognisable, conducts, decided_by_other_law, recognisable, voluntary_governed_here,
};
use super::super::register::ModeName;
use super::super::rule::{Output, Rule, rule};
use super::super::ruling::{Answer, Ruling};
use super::super::scope::{Scope, scope as judge_scope};
use super::super::voucher::{
    FreeChoice, OnceAYear, VoucherEligibility, free_choice, once_a_year as judge_yearly, voucher_eligibility,
};
use super::super::voucher_validity::{VoucherExtension, VoucherUse, extension, use_within_validity};
use super::{ASKED, NEXT, combine, optional_part, part, strings};
use crate::calendar::WorkingDays;
use crate::error::FactsError;

pub(super) const RULES: &[Rule] = &[
    rule!(
        "ask.can-i-apply",
        (15, 0, 0, 0),
        can_i_apply,
        |facts| facts.profession.as_ref().and_then(|profession| profession.as_of),
        ASKED,
        r#"{"law":{"first_published_on":"2023-07-05","as_of":"2026-03-19"},"scope":{"status_categories":[],"as_of":"2026-03-19"},"profession":{"profession":"7212-01","register":[{"profession":"7212-01","included_on":"2024-01-01","excluded_on":null,"mode":"voluntary"}],"register_as_of":"2026-03-31","as_of":"2026-03-19"},"centre":{"centre":{"kind":"legal-entity","route":"this-law","certificate":{"issued_on":"2025-01-10","valid_to":"2028-01-10","events":[]},"professions":[{"profession":"7212-01","from":"2025-01-10","until":null}]},"profession":"7212-01","procedure_date":"2026-03-26"},"admission":{"age":{"date_of_birth":"2000-05-01","limits":{"min":18,"max":null},"exam_date":"2026-03-26"},"documents_complete":{"required":["application"],"conditional":null,"submitted":["application"]},"safety_attested":{"attestation":true,"date":"2026-03-26","exam_date":"2026-03-26"}},"education":null,"same_profession":null,"skills":null}"#
    ),
    rule!(
        "ask.what-now-after-fail",
        (21, 0, 0, 0),
        what_now_after_fail,
        |facts| facts.appeal.as_ref().and_then(|appeal| appeal.as_of),
        WHAT_NOW,
        r#"{"retake":{"exam_date":"2026-03-18","outcome":"not-passed","disability":[]},"decision":{"decision":"negative","recommendations":true,"retake_on":"2026-04-20"},"appeal":{"informed_on":"2026-03-19","as_of":"2026-03-20"}}"#
    ),
    rule!(
        "ask.voucher",
        (29, 0, 0, 0),
        voucher,
        |facts| facts.eligibility.as_ref().and_then(|eligibility| eligibility.request_date),
        VOUCHER,
        r#"{"eligibility":{"registered_unemployed":true,"in_scope":true,"request_date":"2026-03-01"},"once_a_year":{"previous_issued_on":[],"request_date":"2026-03-01"},"use_within_validity":{"valid_from":"2026-03-02","valid_to":"2026-04-15","disability":[],"as_of":"2026-03-19"},"free_choice":{"profession":"7212-01","register":[{"profession":"7212-01","included_on":"2024-01-01","excluded_on":null,"mode":"voluntary"}],"register_as_of":"2026-03-31","centre":{"kind":"legal-entity","route":"this-law","certificate":{"issued_on":"2025-01-10","valid_to":"2028-01-10","events":[]},"professions":[{"profession":"7212-01","from":"2025-01-10","until":null}]},"as_of":"2026-03-19"}}"#
    ),
];

const VOUCHER: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["satisfied", "violated", "contestable"])),
    ("failed", Output::List),
    ("unknown", Output::List),
    ("contestable", Output::List),
    ("last_day", Output::Date),
    ("next", NEXT),
];
const WHAT_NOW: &[(&str, Output)] = &[
    (
        "status",
        Output::OneOf(&["retake-to-be-appointed", "appeal-open", "appeal-closed", "appeal-contestable"]),
    ),
    ("last_day", Output::Date),
    ("advise_by", Output::Date),
    ("next", NEXT),
];

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

    /// Facts of `ask.what-now-after-fail`.
    pub struct WhatNow {
        /// Of `art21.p2.retake-after-disability`.
        retake: Option<RetakeAfterDisability>,
        /// Of `art21.p3.negative-decision-duties`.
        decision: Option<NegativeDecisionDuties>,
        /// Of `art22.p1.appeal-window`.
        appeal: Option<AppealWindow>,
    }

    /// Facts of `ask.voucher`.
    pub struct VoucherQuestion {
        /// Of `art29.p1.voucher-eligibility`.
        eligibility: Option<VoucherEligibility>,
        /// Of `art29.p1.once-a-year`.
        once_a_year: Option<OnceAYear>,
        /// Of `art29.p1.use-within-validity`, and so of `art29.p3.extension`; `null` where no voucher was given yet.
        use_within_validity: Known<VoucherUse>,
        /// Of `art29.p2.free-choice`; `null` where the holder has not chosen yet.
        free_choice: Known<FreeChoice>,
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

/// `ask.what-now-after-fail`: a fail that temporary disability explains gives a retake. After any other fail the
/// centre owes recommendations and the time of a retake, an appeal is possible for five working days, and the court
/// always (art. 16).
///
/// # Errors
/// Those of the rules.
pub fn what_now_after_fail(facts: &WhatNow, days: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: retake, decision, appeal);
    let retake = part("art21.p2.retake-after-disability", retake_after_disability, retake, days)?;
    let excused = retake.iter().any(|part| part.ruling.answer == Answer::Satisfied);
    let unknown = retake.iter().any(|part| matches!(part.ruling.answer, Answer::Undetermined(_)));
    if excused {
        let ruling =
            Ruling::status(true, "retake-to-be-appointed").with("next", strings(&["ask-for-the-retake"]));
        return Ok(Ruling { parts: retake, ..ruling });
    }
    let duties = part("art21.p3.negative-decision-duties", negative_decision_duties, decision, days)?;
    let appeal = part("art22.p1.appeal-window", appeal_window, appeal, days)?;
    let window = appeal.first().map(|appeal| appeal.ruling.clone());
    let mut ruling = combine(alloc::vec![retake, duties, appeal], "appeal");
    ruling.value = crate::facts::Facts::new();
    let (status, next): (_, &[&str]) = match &ruling.answer {
        Answer::Satisfied => (Some("appeal-open"), &["appeal", "ask-for-the-retake", "apply-to-the-court"]),
        Answer::Violated => (Some("appeal-closed"), &["ask-for-the-retake", "apply-to-the-court"]),
        Answer::Contestable(_) => {
            (Some("appeal-contestable"), &["appeal", "get-a-lawyer", "apply-to-the-court"])
        }
        Answer::Undetermined(_) | Answer::NotApplicable if unknown => {
            (None, &["find-out-what-is-missing", "ask-the-centre"])
        }
        Answer::Undetermined(_) | Answer::NotApplicable => {
            (None, &["find-out-what-is-missing", "apply-to-the-court"])
        }
    };
    let day = |name| window.as_ref().and_then(|window| window.value.date(name));
    let ruling = ruling.with_some("status", status).with_some("last_day", day("last_day"));
    Ok(ruling.with_some("advise_by", day("advise_by")).with("next", strings(next)))
}

/// `ask.voucher`: whether an unemployed person may have a one-time voucher, until when it is valid, and whether it
/// may be used for the chosen profession and centre.
///
/// # Errors
/// Those of the rules.
pub fn voucher(facts: &VoucherQuestion, days: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: eligibility, once_a_year);
    let mut parts = alloc::vec![
        part("art29.p1.voucher-eligibility", voucher_eligibility, eligibility, days)?,
        part("art29.p1.once-a-year", judge_yearly, once_a_year, days)?,
    ];
    let used = &facts.use_within_validity;
    parts.push(optional_part(
        ("art29.p1.use-within-validity", "use_within_validity"),
        use_within_validity,
        used,
        days,
    )?);
    let mut last_day = None;
    if let Known::Is(used) = used {
        let extended = VoucherExtension {
            valid_from: used.valid_from,
            valid_to: used.valid_to,
            disability: used.disability.clone(),
        };
        let extended = part("art29.p3.extension", extension, &extended, days)?;
        last_day = extended.first().and_then(|extended| extended.ruling.value.date("last_day"));
        parts.push(extended);
    }
    parts.push(optional_part(
        ("art29.p2.free-choice", "free_choice"),
        free_choice,
        &facts.free_choice,
        days,
    )?);
    let next = if last_day.is_some() { "use-the-voucher" } else { "apply" };
    Ok(combine(parts, next).with_some("last_day", last_day))
}
