//! Paragraph 5: re-accreditation, and when to apply for it.

use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::facts::Facts;
use crate::law::articles::a23_accreditation::p2_stages::{self, STAGES_VALUE, Stages, last_stage, stages};
use crate::law::engine::deadlines::{self, Timing, first_day};
use crate::law::engine::facts::{facts, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::Step;

rule! {
    REACCREDITATION_STAGES: Stages => p2_stages::Outcome,
    unit: (23, 5, 0, 0),
    text: 0x1d3c_fcc2_2ef1_0162,
    id: "art23.p5.reaccreditation-stages",
    summary: "Re-accreditation goes through every stage again",
    note: "The same rule as 2, without exceptions.",
    judge: stages,
    as_of: |facts| last_stage(facts),
    value: STAGES_VALUE,
    example: r#"{"stages":[{"stage":"application","on":"2026-08-03"},{"stage":"document-expertise","on":"2026-08-10"},{"stage":"on-site-survey","on":"2026-08-17"},{"stage":"decision","on":"2026-09-01"}],"outcome":"negative"}"#,
}

rule! {
    REAPPLY_BY: ReapplyBy => Outcome,
    unit: (23, 5, 0, 0),
    text: 0x1d3c_fcc2_2ef1_0162,
    id: "art23.p5.reapply-by",
    summary: "To be accredited again, apply six months before the certificate ends at the latest",
    note: "Counted backwards, clamped to the month's end, never moved forward: the working day before is advised. The Law \
         attaches no consequence to being late.",
    judge: reapply_by,
    as_of: |facts| first_day([facts.filed_on, facts.as_of]),
    value: &[
        ("last_day", Output::Date),
        ("advise_by", Output::Date),
        ("days_left", Output::Number),
        ("days_late", Output::Number),
    ],
    example: r#"{"certificate_last_day":"2027-08-31","filed_on":"2027-02-28","as_of":"2027-03-01"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&REACCREDITATION_STAGES.norm, &REAPPLY_BY.norm];

outcomes! {
    /// The outcomes of `art23.p5.reapply-by`.
    pub enum Outcome {
        Open = "open": Satisfied,
        DoneInTime = "done-in-time": Satisfied,
        DoneLate = "done-late": Violated,
        Overdue = "overdue": Violated,
    }
}

/// Months before the end of the certificate by which to apply for re-accreditation (art. 23.5).
const AHEAD: u32 = 6;

facts! {
    /// Facts of `art23.p5.reapply-by`.
    pub struct ReapplyBy {
        /// The last day of the certificate.
        certificate_last_day: Option<Date>,
        /// The day on which re-accreditation was applied for; not yet where left out.
        filed_on: Option<Date>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }
}

/// `art23.p5.reapply-by`: a centre applies for re-accreditation no later than six months before its certificate ends.
/// The term is counted back from the last day to the same day of the month, or to that month's end if it is shorter:
/// an earlier application is always in time. A term counted back is never moved forward by days off; the advised date
/// is the last working day before. The Law does not state the consequence of being late.
///
/// # Errors
/// None: every combination of days has an answer.
pub fn reapply_by(facts: &ReapplyBy, days: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: certificate_last_day);
    let end = *certificate_last_day;
    let last_day = end.minus_months(AHEAD);
    let (reading, month_end) = month_end(end, last_day);
    let mut trace: Vec<_> = month_end.into_iter().chain(deadlines::not_moved(days, last_day)).collect();
    let advise_by = days.on_or_before(last_day).ok();
    if advise_by.is_none() {
        trace.push(deadlines::outside_calendar(days).step);
    }
    let filed_on = deadlines::happened(facts.filed_on, facts.as_of);
    // The term is in calendar months, so no other reading ends earlier.
    let ruled: Ruled<Outcome> = deadlines::timed(Timing::of(last_day, filed_on, facts.as_of));
    let mut ruled = ruled.ending(last_day).steps(trace);
    if let Some(reading) = reading {
        ruled = ruled.under(reading);
    }
    let ruled = ruled.advising(advise_by);
    Ok(if ruled.is_violated() { ruled.step(Step::new("no-consequence-in-the-law")) } else { ruled })
}

impl From<Timing> for Outcome {
    fn from(timing: Timing) -> Self {
        match timing {
            Timing::DoneInTime => Self::DoneInTime,
            Timing::DoneLate(_) => Self::DoneLate,
            Timing::Open(_) => Self::Open,
            Timing::Overdue(_) => Self::Overdue,
        }
    }
}

/// The reading and the step for a day counted back from the end of a month. A day that is absent in the shorter month
/// is rounded down; the end of a shorter month is not extended to the end of a longer one.
fn month_end(end: Date, last_day: Date) -> (Option<&'static str>, Option<Step>) {
    let facts = Facts::new().with("from", end).with("to", last_day);
    if end.ymd().2 != last_day.ymd().2 {
        return (Some("month-end-rounded-down"), Some(Step::with_facts("month-end-clamped", facts)));
    }
    let after = end.plus_days(1);
    let longest = after.minus_months(AHEAD).minus_days(1);
    if after.ymd().2 != 1 || longest == last_day {
        return (None, None);
    }
    let step = Step::with_facts("month-end-not-stretched", facts.with("not_to", longest));
    (Some("same-day-of-the-month"), Some(step))
}
