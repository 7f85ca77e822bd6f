//! Paragraph 1: one voucher a year.

use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::facts::Facts;
use crate::law::engine::facts::{facts, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::Step;

rule! {
    ONCE_A_YEAR: OnceAYear => Outcome,
    unit: (29, 1, 0, 0),
    text: 0x04b8_79f3_4938_2581,
    id: "art29.p1.once-a-year",
    summary: "One voucher a year",
    note: "By calendar years, as it is practised. Vouchers given count, used or not.",
    judge: once_a_year,
    as_of: |facts| facts.request_date,
    value: &[("last_issued_on", Output::Date), ("next_possible", Output::Date)],
    example: r#"{"previous_issued_on":["2025-11-20"],"request_date":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&ONCE_A_YEAR.norm];

outcomes! {
    /// The outcomes of `art29.p1.once-a-year`.
    pub enum Outcome {
        Allowed = "allowed": Satisfied,
        NotAllowed = "not-allowed": Violated,
    }
}

facts! {
    /// Facts of `art29.p1.once-a-year`.
    pub struct OnceAYear {
        /// The days on which the person was given vouchers before, used or not; empty where never.
        previous_issued_on: Option<Vec<Date>>,
        /// The day of the request.
        request_date: Option<Date>,
    }
}

/// `art29.p1.once-a-year`: a voucher is given once a year, read as the calendar year. Every voucher given counts,
/// even if it was cancelled unused. The reading by which twelve months must pass is not used; the trace has the day
/// from which it would allow the next one.
///
/// # Errors
/// A previous voucher given after the request.
pub fn once_a_year(facts: &OnceAYear, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: previous_issued_on, request_date);
    let last = previous_issued_on.iter().max().copied();
    if let Some(later) = last.filter(|issued| issued > request_date) {
        let (day, other) = (later, "request_date".into());
        let problem = FactProblem::After { day, other, other_day: *request_date };
        return Err(FactsError::field("previous_issued_on", problem));
    }
    let (year, ..) = request_date.ymd();
    let ruling = if last.is_some_and(|issued| issued.ymd().0 == year) {
        let next = Date::from_ymd(year.saturating_add(1), 1, 1);
        Ruled::of(Outcome::NotAllowed).with_some("next_possible", next)
    } else {
        Ruled::of(Outcome::Allowed)
    };
    let ruling = ruling.with_some("last_issued_on", last).under("calendar-year");
    Ok(match last {
        Some(issued) => {
            let next = Facts::new().with("next_possible", issued.plus_months(12));
            ruling.step(Step::with_facts("twelve-months-not-read", next))
        }
        None => ruling,
    })
}
