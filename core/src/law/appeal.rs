//! Art. 22: appeals against the result of a recognition procedure.

use super::clock::{self, DEADLINE, Names};
use super::facts::{facts, require};
use super::rule::{Output, Rule, rule};
use super::ruling::{Ruling, Step};
use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;

/// Working days to appeal, and to consider an appeal (art. 22.1, 22.2).
const TERM: u32 = 5;

pub(super) const RULES: &[Rule] = &[
    rule!(
        "art22.p1.appeal-window",
        (22, 1, 0, 0),
        appeal_window,
        |facts| facts.as_of,
        DEADLINE,
        r#"{"informed_on":"2026-03-19","filed_on":"2026-03-27","as_of":"2026-03-27"}"#
    ),
    rule!(
        "art22.p2.appeal-consideration",
        (22, 2, 0, 0),
        appeal_consideration,
        |facts| facts.as_of,
        CONSIDERATION,
        r#"{"registered_on":"2026-03-27","as_of":"2026-03-30"}"#
    ),
    rule!(
        "art22.p3.s2.inform-appeal-result",
        (22, 3, 0, 2),
        inform_appeal_result,
        |facts| facts.as_of,
        DEADLINE,
        r#"{"registered_on":"2026-03-27","considered_on":"2026-04-01","informed_on":"2026-04-02","as_of":"2026-04-02"}"#
    ),
];

const CONSIDERATION: &[(&str, Output)] = &[
    ("status", clock::STATUS),
    ("last_day", Output::Date),
    ("earliest_last_day", Output::Date),
    ("advise_by", Output::Date),
    ("days_left", Output::Number),
    ("days_late", Output::Number),
];

facts! {
    /// Facts of `art22.p1.appeal-window`.
    pub struct AppealWindow {
        /// The day on which the candidate was informed of the result; not the day of the decision.
        informed_on: Option<Date>,
        /// The day on which the appeal was filed; none yet where left out.
        filed_on: Option<Date>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }

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

    /// Facts of `art22.p3.s2.inform-appeal-result`.
    pub struct InformAppealResult {
        /// The day on which the centre registered the appeal.
        registered_on: Option<Date>,
        /// The day on which the centre considered the appeal; not yet where left out.
        considered_on: Option<Date>,
        /// The day on which the candidate was informed of the result of the appeal; not yet where left out.
        informed_on: Option<Date>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }
}

/// `art22.p1.appeal-window`: a candidate may appeal within five working days from the day of being informed of the
/// result. An appeal filed before being informed is in time: the Law limits how late it may be filed, not how early.
///
/// # Errors
/// None: every combination of days has an answer.
pub fn appeal_window(facts: &AppealWindow, days: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: informed_on);
    Ok(clock::judge(clock::working_days(days, *informed_on, TERM), facts.filed_on, facts.as_of))
}

/// `art22.p2.appeal-consideration`: the centre considers an appeal within five working days from its registration.
/// The Law sets no term for registering: where only the day of filing is known, the computed last day is the earliest
/// possible one.
///
/// # Errors
/// An appeal considered before it was registered, or registered before it was filed.
pub fn appeal_consideration(facts: &AppealConsideration, days: &WorkingDays) -> Result<Ruling, FactsError> {
    let names = |done, event| Names { done, event };
    clock::reject_before(facts.registered_on, facts.filed_on, names("registered_on", "filed_on"))?;
    clock::reject_before(facts.considered_on, facts.registered_on, names("considered_on", "registered_on"))?;
    clock::reject_before(facts.considered_on, facts.filed_on, names("considered_on", "filed_on"))?;
    let (None, Some(filed_on)) = (facts.registered_on, facts.filed_on) else {
        require!(facts: registered_on);
        let deadline = clock::working_days(days, *registered_on, TERM);
        return Ok(clock::judge(deadline, facts.considered_on, facts.as_of));
    };
    let earliest = match clock::working_days(days, filed_on, TERM) {
        Ok(deadline) => deadline,
        Err(ruling) => return Ok(ruling),
    };
    // An act in time by the earliest last day is in time by every later one. A later act may be due to a late
    // registration.
    let day = facts.considered_on.or(facts.as_of);
    let ruling = if day.is_some_and(|day| day <= earliest.advise_by) {
        clock::judge(Ok(earliest.clone()), facts.considered_on, facts.as_of)
    } else {
        Ruling::missing(&["registered_on"]).steps(earliest.trace)
    };
    let known = ruling.value.date("last_day").is_some();
    let ruling = if known { ruling } else { ruling.with("earliest_last_day", earliest.last_day) };
    Ok(ruling.step(Step::new("registration-day-unknown")))
}

/// `art22.p3.s2.inform-appeal-result`: the centre informs the candidate of the result of the appeal. The Law sets no
/// separate term; the duty is read as part of the consideration, with the same last day.
///
/// # Errors
/// A result communicated before the appeal was considered, or considered before it was registered.
pub fn inform_appeal_result(facts: &InformAppealResult, days: &WorkingDays) -> Result<Ruling, FactsError> {
    let names = |done, event| Names { done, event };
    clock::reject_before(facts.considered_on, facts.registered_on, names("considered_on", "registered_on"))?;
    clock::reject_before(facts.informed_on, facts.considered_on, names("informed_on", "considered_on"))?;
    clock::reject_before(facts.informed_on, facts.registered_on, names("informed_on", "registered_on"))?;
    require!(facts: registered_on);
    let deadline = clock::working_days(days, *registered_on, TERM);
    let ruling = clock::judge(deadline, facts.informed_on, facts.as_of);
    Ok(ruling.step(Step::new("informing-belongs-to-consideration")))
}
