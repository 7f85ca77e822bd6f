//! Art. 20.3 and 21.1 to 21.3: obtaining the document, and what it names.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::document::{SkillNames, skill_document_fields};
use super::facts::{SomeOf, Text, facts, names, require};
use super::rule::{Output, Rule, rule};
use super::ruling::{Answer, Ruling, Step};
use crate::calendar::{Date, Interval, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::facts::Facts;
use crate::sorted::sorted;

pub(super) const RULES: &[Rule] = &[
    rule!(
        "art20.p3.skill-document-fields",
        (20, 3, 0, 0),
        names_its_skills,
        |_facts| None,
        SKILL_DOCUMENT,
        r#"{"is_skill_document":true,"skills":["S-1"],"qualification_name":"Welder","profession_name":"Welding"}"#
    ),
    rule!(
        "art21.p1.document-entitlement",
        (21, 1, 0, 0),
        document_entitlement,
        |_facts| None,
        ENTITLEMENT,
        r#"{"required_exams":["theory","practice"],"results":[{"exam":"theory","outcome":"passed","date":"2026-03-18"},{"exam":"practice","outcome":"passed","date":"2026-03-19"}]}"#
    ),
    rule!(
        "art21.p2.retake-after-disability",
        (21, 2, 0, 0),
        retake_after_disability,
        |facts| facts.exam_date,
        RETAKE,
        r#"{"exam_date":"2026-03-19","outcome":"not-passed","disability":[{"from":"2026-03-16","to":"2026-03-20"}]}"#
    ),
    rule!(
        "art21.p3.negative-decision-duties",
        (21, 3, 0, 0),
        negative_decision_duties,
        |_facts| None,
        DUTIES,
        r#"{"decision":"negative","recommendations":true,"retake_on":"2026-04-20"}"#
    ),
];

const SKILL_DOCUMENT: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["complete", "incomplete", "not-a-skill-document"])),
    ("missing_fields", Output::SomeOf(&["skills", "qualification", "profession"])),
];
const ENTITLEMENT: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["entitled", "not-entitled"])),
    ("from", Output::Date),
    ("failed_exams", Output::List),
    ("pending_exams", Output::List),
];
const RETAKE: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["retake-to-be-appointed", "passed", "not-during-disability"])),
    ("from", Output::Date),
    ("until", Output::Date),
];
const DUTIES: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["done", "due", "positive-decision", "retake-after-disability"])),
    ("due", Output::SomeOf(&["recommendations", "retake_on"])),
    ("retake_on", Output::Date),
];
names! {
    /// How an exam came out.
    pub enum ExamOutcome {
        /// Passed.
        Passed = "passed",
        /// Sat and not passed.
        NotPassed = "not-passed",
        /// Not sat.
        Absent = "absent",
    }

    /// What the centre decided.
    pub enum CentreDecision {
        /// The qualification is recognised.
        Positive = "positive",
        /// It is not.
        Negative = "negative",
    }
}

facts! {
    /// Facts of `art20.p3.skill-document-fields`: what a document states. What is left out stands not on it.
    pub struct SkillDocument {
        /// Whether the document is on a skill or skills rather than on a whole profession.
        is_skill_document: Option<bool>,
        /// The names of the skills.
        skills: Option<Vec<Text>>,
        /// The name of the qualification.
        qualification_name: Option<Text>,
        /// The name of the profession.
        profession_name: Option<Text>,
    }

    /// The result of an exam.
    pub struct ExamResult {
        /// Which exam.
        exam: Option<Text>,
        /// How it came out.
        outcome: Option<ExamOutcome>,
        /// The day of the exam.
        date: Option<Date>,
    }

    /// Facts of `art21.p1.document-entitlement`.
    pub struct DocumentEntitlement {
        /// The exams that the qualification programme has.
        required_exams: Option<SomeOf<Text>>,
        /// The results so far, in any order; an exam may be there more than once.
        results: Option<Vec<ExamResult>>,
    }

    /// A time of temporary disability, certified, both days included.
    pub struct DisabilityFacts {
        /// The first day.
        from: Option<Date>,
        /// The last day.
        to: Option<Date>,
    }

    /// Facts of `art21.p2.retake-after-disability`.
    pub struct RetakeAfterDisability {
        /// The day of the exam.
        exam_date: Option<Date>,
        /// How it came out.
        outcome: Option<ExamOutcome>,
        /// The certified times of temporary disability; empty where there was none.
        disability: Option<Vec<DisabilityFacts>>,
    }

    /// Facts of `art21.p3.negative-decision-duties`.
    pub struct NegativeDecisionDuties {
        /// What the centre decided.
        decision: Option<CentreDecision>,
        /// Whether the centre gave its recommendations; not yet where left out.
        recommendations: Option<bool>,
        /// The day that the centre set for the retake; none yet where left out.
        retake_on: Option<Date>,
        /// The day of the exam, where temporary disability may explain the result (art. 21.2).
        exam_date: Option<Date>,
        /// The certified times of temporary disability.
        disability: Option<Vec<DisabilityFacts>>,
    }

}

/// `art20.p3.skill-document-fields`: a document on skills names the skills, the qualification and the profession.
///
/// # Errors
/// None.
pub fn names_its_skills(facts: &SkillDocument, _: &WorkingDays) -> Result<Ruling, FactsError> {
    let skills = facts.skills.as_ref().is_some_and(|skills| !skills.is_empty());
    let named = SkillNames {
        skills,
        qualification: facts.qualification_name.is_some(),
        profession: facts.profession_name.is_some(),
    };
    Ok(match facts.is_skill_document.or(facts.skills.as_ref().map(|_| skills)) {
        None => Ruling::missing(&["is_skill_document"]),
        Some(false) => Ruling::not_applicable("not-a-skill-document"),
        Some(true) => {
            let mut ruling = skill_document_fields(Some(named));
            let complete = ruling.answer == Answer::Satisfied;
            if complete {
                ruling.value = Facts::new();
            }
            ruling.with("status", if complete { "complete" } else { "incomplete" })
        }
    })
}

/// `art21.p1.document-entitlement`: a candidate who has passed the exam, or all exams of the programme, receives the
/// document. A later pass supersedes an earlier fail. The Law sets no term for issuing the document.
///
/// # Errors
/// An empty list of required exams.
pub fn document_entitlement(facts: &DocumentEntitlement, _: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: required_exams, results);
    let (mut failed, mut pending) = (Vec::<String>::new(), Vec::<String>::new());
    let mut from = Some(Date::MIN);
    for exam in required_exams.iter() {
        let of = || results.iter().filter(|result| result.exam.as_ref() == Some(exam));
        let passes = of().filter(|result| result.outcome == Some(ExamOutcome::Passed));
        // The first pass counts. A pass without a date leaves the day unknown.
        let pass = passes.map(|result| result.date).min_by_key(|date| date.unwrap_or(Date::MAX));
        match pass {
            Some(day) => from = from.zip(day).map(|(from, day)| from.max(day)),
            None if of().any(|result| result.outcome.is_some()) => failed.push(exam.as_str().to_string()),
            None => pending.push(exam.as_str().to_string()),
        }
    }
    let ruling = match (failed.is_empty(), pending.is_empty()) {
        (false, _) => Ruling::status(false, "not-entitled").with("failed_exams", failed),
        (true, false) => Ruling::missing(&["results"]),
        (true, true) => Ruling::status(true, "entitled").with_some("from", from),
    };
    Ok(if pending.is_empty() { ruling } else { ruling.with("pending_exams", pending) })
}

/// `art21.p2.retake-after-disability`: a candidate who did not pass because of temporary disability is given a time
/// for a retake. The rule applies if the exam was within a certified period of disability, first and last day
/// included; failing and absence are treated alike.
///
/// # Errors
/// A period of disability that ends before it begins.
pub fn retake_after_disability(facts: &RetakeAfterDisability, _: &WorkingDays) -> Result<Ruling, FactsError> {
    if facts.outcome == Some(ExamOutcome::Passed) {
        return Ok(Ruling::not_applicable("passed"));
    }
    require!(facts: exam_date, outcome, disability);
    let _ = outcome;
    let times = times(disability)?;
    Ok(match times.iter().flatten().find(|time| time.contains(*exam_date)) {
        Some(time) => Ruling::status(true, "retake-to-be-appointed")
            .with("from", time.from)
            .with_some("until", time.until)
            .under("absence-and-failure-alike"),
        None if times.iter().any(Option::is_none) => Ruling::missing(&["disability"]),
        None => Ruling::not_applicable("not-during-disability"),
    })
}

/// Periods of disability, sorted; `None` for a period without its first or last day.
pub(super) fn times(facts: &[DisabilityFacts]) -> Result<Vec<Option<Interval>>, FactsError> {
    let mut times = Vec::with_capacity(facts.len());
    for time in facts {
        if let (Some(from), Some(to)) = (time.from, time.to)
            && to < from
        {
            let problem = FactProblem::Before { day: to, other: "disability.from".into(), other_day: from };
            return Err(FactsError::field("disability.to", problem));
        }
        times.push(time.from.zip(time.to).map(|(from, to)| Interval { from, until: Some(to) }));
    }
    Ok(sorted(times))
}

/// `art21.p3.negative-decision-duties`: after a negative decision the centre gives recommendations and sets the time
/// of the retake. The Law sets no term for either, so neither can be overdue. Where disability explains the result,
/// art. 21.2 takes precedence.
///
/// # Errors
/// A period of disability that ends before it begins.
pub fn negative_decision_duties(
    facts: &NegativeDecisionDuties,
    days: &WorkingDays,
) -> Result<Ruling, FactsError> {
    require!(facts: decision);
    if *decision == CentreDecision::Positive {
        return Ok(Ruling::not_applicable("positive-decision"));
    }
    if facts.exam_date.is_some() && facts.disability.is_some() {
        let first = RetakeAfterDisability {
            exam_date: facts.exam_date,
            outcome: Some(ExamOutcome::NotPassed),
            disability: facts.disability.clone(),
        };
        let first = retake_after_disability(&first, days)?;
        if first.answer == Answer::Satisfied {
            return Ok(Ruling::not_applicable("retake-after-disability"));
        }
    }
    let mut due = Vec::new();
    if facts.recommendations != Some(true) {
        due.push("recommendations".to_string());
    }
    if facts.retake_on.is_none() {
        due.push("retake_on".to_string());
    }
    let ruling = Ruling::status(true, if due.is_empty() { "done" } else { "due" });
    let ruling = if due.is_empty() { ruling } else { ruling.with("due", due) };
    Ok(ruling.with_some("retake_on", facts.retake_on).step(Step::new("no-term-in-the-law")))
}
