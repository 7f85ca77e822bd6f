//! Paragraph 1: the time to appeal.

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::articles::a22_appeals::TERM;
use crate::law::engine::deadlines::{self, DEADLINE, DeadlineOutcome, first_day};
use crate::law::engine::facts::{facts, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::Ruled;
use crate::law::engine::rule::rule;

rule! {
    APPEAL_WINDOW: AppealWindow => DeadlineOutcome,
    unit: (22, 1, 0, 0),
    text: 0xc6c6_78ab_e9fb_49aa,
    id: "art22.p1.appeal-window",
    summary: "A candidate may appeal to the centre within five working days of notification of the result",
    note: "Counted from the day after. Any result may be appealed. Where the day of notification is not known, the answer \
         is undetermined, never that the window is closed.",
    judge: appeal_window,
    as_of: |facts| first_day([facts.informed_on, facts.as_of]),
    value: DEADLINE,
    example: r#"{"informed_on":"2026-03-19","filed_on":"2026-03-27","as_of":"2026-03-27"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&APPEAL_WINDOW.norm];

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
}

/// `art22.p1.appeal-window`: a candidate may appeal within five working days from the day of being informed of the
/// result. An appeal filed before being informed is in time: the Law limits how late it may be filed, not how early.
///
/// # Errors
/// None: every combination of days has an answer.
pub fn appeal_window(facts: &AppealWindow, days: &WorkingDays) -> Result<Ruled<DeadlineOutcome>, FactsError> {
    require!(facts: informed_on);
    Ok(deadlines::judge(deadlines::working_days(days, *informed_on, TERM), facts.filed_on, facts.as_of))
}
