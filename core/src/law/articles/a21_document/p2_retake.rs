//! Paragraph 2: the retake of a candidate who was temporarily disabled.

use alloc::vec::Vec;

use crate::calendar::{Date, Interval, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::law::articles::a21_document::p1_entitlement::ExamOutcome;
use crate::law::engine::facts::{facts, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::sorted::sorted;

rule! {
    RETAKE_AFTER_DISABILITY: RetakeAfterDisability => Outcome,
    unit: (21, 2, 0, 0),
    text: 0x43a5_c1c1_255e_5058,
    id: "art21.p2.retake-after-disability",
    summary: "Not passed because of temporary disability: the centre sets a new time",
    note: "Sick leave is meant, not a disability status, and both absence and failure. Both ends of the leave are \
         included. It comes before 3.",
    judge: retake_after_disability,
    as_of: |facts| facts.exam_date,
    value: &[("from", Output::Date), ("until", Output::Date)],
    example: r#"{"exam_date":"2026-03-19","outcome":"not-passed","disability":[{"from":"2026-03-16","to":"2026-03-20"}]}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&RETAKE_AFTER_DISABILITY.norm];

outcomes! {
    /// The outcomes of `art21.p2.retake-after-disability`.
    pub enum Outcome {
        RetakeToBeAppointed = "retake-to-be-appointed": Satisfied,
        Passed = "passed": NotApplicable,
        NotDuringDisability = "not-during-disability": NotApplicable,
    }
}

facts! {
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
}

/// `art21.p2.retake-after-disability`: a candidate who did not pass because of temporary disability is given a time
/// for a retake. The rule applies if the exam was within a certified period of disability, first and last day
/// included; failing and absence are treated alike.
///
/// # Errors
/// A period of disability that ends before it begins.
pub fn retake_after_disability(
    facts: &RetakeAfterDisability,
    _: &WorkingDays,
) -> Result<Ruled<Outcome>, FactsError> {
    if facts.outcome == Some(ExamOutcome::Passed) {
        return Ok(Ruled::of(Outcome::Passed));
    }
    require!(facts: exam_date, outcome, disability);
    let _ = outcome;
    let times = times(disability)?;
    Ok(match times.iter().flatten().find(|time| time.contains(*exam_date)) {
        Some(time) => Ruled::of(Outcome::RetakeToBeAppointed)
            .with("from", time.from)
            .with_some("until", time.until)
            .under("absence-and-failure-alike"),
        None if times.iter().any(Option::is_none) => Ruled::missing(&["disability"]),
        None => Ruled::of(Outcome::NotDuringDisability),
    })
}

/// Periods of disability, sorted; `None` for a period without its first or last day.
pub(in crate::law) fn times(facts: &[DisabilityFacts]) -> Result<Vec<Option<Interval>>, FactsError> {
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
