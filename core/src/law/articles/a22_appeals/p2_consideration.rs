//! Paragraph 2: the time to consider an appeal.

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::articles::a22_appeals::TERM;
use crate::law::engine::deadlines::{self, DeadlineOutcome, Names, first_day};
use crate::law::engine::facts::{facts, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::Ruled;
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::Step;

rule! {
    APPEAL_CONSIDERATION: AppealConsideration => DeadlineOutcome,
    unit: (22, 2, 0, 0),
    text: 0x3047_d705_636e_4545,
    id: "art22.p2.appeal-consideration",
    summary: "The centre decides the appeal within five working days of its registration",
    note: "The Law does not say when it must be registered; from the day of filing alone only the earliest end is known.",
    judge: appeal_consideration,
    as_of: |facts| first_day([facts.registered_on, facts.filed_on, facts.as_of]),
    value: &[
        ("last_day", Output::Date),
        ("earliest_last_day", Output::Date),
        ("advise_by", Output::Date),
        ("days_left", Output::Number),
        ("days_late", Output::Number),
    ],
    example: r#"{"registered_on":"2026-03-27","as_of":"2026-03-30"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&APPEAL_CONSIDERATION.norm];

facts! {
    /// Facts of `art22.p2.appeal-consideration`.
    pub struct AppealConsideration {
        /// The day on which the centre registered the appeal.
        registered_on: Option<Date>,
        /// The day on which the appeal was filed: where the day of registration is not known, the term cannot end
        /// before the one that is counted from here.
        filed_on: Option<Date>,
        /// The day on which the centre considered the appeal; not yet where left out.
        considered_on: Option<Date>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }
}

/// `art22.p2.appeal-consideration`: the centre considers an appeal within five working days from its registration.
/// The Law sets no term for registering: where only the day of filing is known, the computed last day is the earliest
/// possible one.
///
/// # Errors
/// An appeal considered before it was registered, or registered before it was filed.
pub fn appeal_consideration(
    facts: &AppealConsideration,
    days: &WorkingDays,
) -> Result<Ruled<DeadlineOutcome>, FactsError> {
    let names = |done, event| Names { done, event };
    deadlines::reject_before(facts.registered_on, facts.filed_on, names("registered_on", "filed_on"))?;
    deadlines::reject_before(
        facts.considered_on,
        facts.registered_on,
        names("considered_on", "registered_on"),
    )?;
    deadlines::reject_before(facts.considered_on, facts.filed_on, names("considered_on", "filed_on"))?;
    let (None, Some(filed_on)) = (facts.registered_on, facts.filed_on) else {
        require!(facts: registered_on);
        let deadline = deadlines::working_days(days, *registered_on, TERM);
        return Ok(deadlines::judge(deadline, facts.considered_on, facts.as_of));
    };
    let earliest = match deadlines::working_days(days, filed_on, TERM) {
        Ok(deadline) => deadline,
        Err(outside) => return Ok(outside.into()),
    };
    // An act in time by the earliest last day is in time by every later one. A later act may be due to a late
    // registration.
    let day = deadlines::happened(facts.considered_on, facts.as_of).or(facts.as_of);
    let ruled = if day.is_some_and(|day| day <= earliest.advise_by) {
        deadlines::judge(Ok(earliest), facts.considered_on, facts.as_of)
    } else {
        let last_day = earliest.last_day;
        Ruled::missing(&["registered_on"]).steps(earliest.trace).with("earliest_last_day", last_day)
    };
    Ok(ruled.step(Step::new("registration-day-unknown")))
}
