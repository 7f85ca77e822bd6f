//! Duties and rights with a term in working days: the last day, and the status on a given day.
//!
//! The day of the event is not counted (Civil Code, art. 173). The other defensible reading counts it as the first
//! day, if it is a working day. Between the two last days the answer is contestable; the earlier one is the safe date
//! to advise.

use alloc::vec::Vec;

use super::missing::MissingForRule;
use super::outcome::{Outcomes, Ruled, outcomes};
use super::rule::Output;
use super::ruling::Step;
use crate::calendar::{Date, DayKind, SpecialKind, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::facts::{Fact, Facts};
use crate::law::Reading;

outcomes! {
    /// The status of a duty or a right with a last day.
    pub enum DeadlineOutcome {
        Open = "open": Satisfied,
        DoneInTime = "done-in-time": Satisfied,
        DoneLate = "done-late": Violated,
        Overdue = "overdue": Violated,
        Contestable = "contestable": Contestable,
    }
}

/// The values of a rule with a last day.
pub(in crate::law) const DEADLINE: &[(&str, Output)] = &[
    ("last_day", Output::Date),
    ("advise_by", Output::Date),
    ("days_left", Output::Number),
    ("days_late", Output::Number),
];

/// A term with a last day.
#[derive(Debug, Clone)]
pub(in crate::law) struct Deadline {
    /// The last day.
    pub last_day: Date,
    /// The last day under the stricter reading: the date to advise.
    pub advise_by: Date,
    /// The days that did not count according to their day of the week.
    pub trace: Vec<Step>,
}

/// The names of the facts that a deadline depends on, for error messages.
#[derive(Debug, Clone, Copy)]
pub(in crate::law) struct Names {
    /// The day on which the act was done.
    pub done: &'static str,
    /// The event from which the term runs.
    pub event: &'static str,
}

/// Computes the last day of a term of working days from an event. Errs if the calendar ends before the term does.
pub(in crate::law) fn working_days(days: &WorkingDays, event: Date, count: u32) -> Result<Deadline, Outside> {
    let outside_calendar = |_| outside_calendar(days);
    let (last_day, special_days) = days.after(event, count).map_err(outside_calendar)?;
    let event_is_worked = days.kind(event).map_err(outside_calendar)?.is_worked();
    let strict = if event_is_worked { count.saturating_sub(1) } else { count };
    let (advise_by, _) = days.after(event, strict).map_err(outside_calendar)?;
    // A six-day week has other working days, and the Law does not say which of the two counts.
    let week = Fact::word("five-day");
    let facts = Facts::new().with("on", event).with("working_week", week);
    let mut trace = alloc::vec![Step::with_facts("event-day-excluded", facts)];
    trace.extend(special_days.iter().map(|(day, kind)| skipped(*day, kind)));
    Ok(Deadline { last_day, advise_by, trace })
}

/// The calendar does not cover the term.
#[derive(Debug, Clone)]
pub(in crate::law) struct Outside {
    /// Which days it covers.
    pub step: Step,
}

impl<O: Outcomes> From<Outside> for Ruled<O> {
    fn from(outside: Outside) -> Self {
        Self::undetermined(MissingForRule::WorkingDayCalendar).step(outside.step)
    }
}

/// The error for days outside the calendar.
pub(in crate::law) fn outside_calendar(days: &WorkingDays) -> Outside {
    let covered = Facts::new().with("from", days.from()).with("until", days.covered_until());
    Outside { step: Step::with_facts("calendar-covers", covered) }
}

/// The step that explains why a day did not count according to its day of the week.
pub(in crate::law) fn skipped(day: Date, kind: &DayKind<'_>) -> Step {
    let facts = Facts::new().with("on", day);
    match kind {
        DayKind::Working => Step::with_facts("working-day", facts),
        DayKind::Weekend => Step::with_facts("weekend", facts),
        DayKind::Special(special) => {
            let why = match (special.kind, special.related) {
                (SpecialKind::Holiday, _) => "holiday",
                (SpecialKind::DayOff, _) => "day-off",
                (SpecialKind::Worked, _) => "worked-weekend-day",
            };
            let name = Some(special.name.as_str()).filter(|name| !name.is_empty());
            let related = if special.kind == SpecialKind::Worked { "worked_for" } else { "moved_from" };
            Step::with_facts(
                why,
                facts.with_some("holiday", name.map(Fact::word)).with_some(related, special.related),
            )
        }
    }
}

/// The first of the days that carry a rule: of the event that it is about, and the one asked about. If the Law was not in force
/// on it, the rule does not apply (art. 31).
pub(in crate::law) fn first_day<const N: usize>(days: [Option<Date>; N]) -> Option<Date> {
    days.into_iter().flatten().min()
}

/// The day of an act, if it has happened as of the day asked about: an act dated later has not.
pub(in crate::law) fn happened(done: Option<Date>, as_of: Option<Date>) -> Option<Date> {
    done.filter(|done| as_of.is_none_or(|as_of| *done <= as_of))
}

/// How an act, or the day asked about, relates to a last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::law) enum Timing {
    /// Done on or before the last day.
    DoneInTime,
    /// Done so many days after it.
    DoneLate(u64),
    /// Not done, with so many days left.
    Open(u64),
    /// Not done, so many days after it.
    Overdue(u64),
}

impl Timing {
    /// Compares with a last day: the day on which it was done, or else the day asked about. `None` without either.
    pub(in crate::law) fn of(last_day: Date, done: Option<Date>, as_of: Option<Date>) -> Option<Self> {
        Some(match (done, as_of) {
            (Some(done), _) if done <= last_day => Self::DoneInTime,
            (Some(done), _) => Self::DoneLate(days_between(last_day, done)),
            (None, Some(as_of)) if as_of <= last_day => Self::Open(days_between(as_of, last_day)),
            (None, Some(as_of)) => Self::Overdue(days_between(last_day, as_of)),
            (None, None) => return None,
        })
    }
}

impl From<Timing> for DeadlineOutcome {
    fn from(timing: Timing) -> Self {
        match timing {
            Timing::DoneInTime => Self::DoneInTime,
            Timing::DoneLate(_) => Self::DoneLate,
            Timing::Open(_) => Self::Open,
            Timing::Overdue(_) => Self::Overdue,
        }
    }
}

/// The answer that a timing gives, with the days left or late.
pub(in crate::law) fn timed<O: Outcomes + From<Timing>>(timing: Option<Timing>) -> Ruled<O> {
    let Some(timing) = timing else { return Ruled::missing(&["as_of"]) };
    let ruled = Ruled::of(timing.into());
    match timing {
        Timing::DoneInTime => ruled,
        Timing::Open(days) => ruled.with("days_left", days).running(),
        Timing::DoneLate(days) | Timing::Overdue(days) => ruled.with("days_late", days),
    }
}

impl Deadline {
    /// Whether the readings of the term differ for a day: it is between the two last days.
    pub(in crate::law) fn is_contestable(&self, done: Option<Date>, as_of: Option<Date>) -> bool {
        done.or(as_of).is_some_and(|day| day > self.advise_by && day <= self.last_day)
    }

    /// Both readings of the term.
    fn readings(&self) -> [Reading; 2] {
        let reading = |reading, satisfied, last_day: Date| Reading {
            reading,
            satisfied,
            facts: Facts::new().with("last_day", last_day),
        };
        [
            reading("event-day-excluded", true, self.last_day),
            reading("event-day-included", false, self.advise_by),
        ]
    }

    /// Adds to a contestable answer the days left, if the act has not happened: by one reading it can still be done.
    pub(in crate::law) fn still_open<O: Outcomes>(
        &self,
        ruled: Ruled<O>,
        done: Option<Date>,
        as_of: Option<Date>,
    ) -> Ruled<O> {
        match (done, as_of) {
            (None, Some(as_of)) => ruled.with("days_left", days_between(as_of, self.last_day)).running(),
            (Some(_), _) | (None, None) => ruled,
        }
    }

    /// The day to advise, where it is before the last day.
    pub(in crate::law) fn earlier_advice(&self) -> Option<Date> {
        (self.advise_by < self.last_day).then_some(self.advise_by)
    }
}

/// Judges a duty or a right with a last day: done on `done`, or still open as of `as_of`.
pub(in crate::law) fn judge(
    deadline: Result<Deadline, Outside>,
    done: Option<Date>,
    as_of: Option<Date>,
) -> Ruled<DeadlineOutcome> {
    let deadline = match deadline {
        Ok(deadline) => deadline,
        Err(outside) => return outside.into(),
    };
    let done = happened(done, as_of);
    let ruled = if deadline.is_contestable(done, as_of) {
        let ruled = Ruled::contestable(DeadlineOutcome::Contestable, deadline.readings());
        deadline.still_open(ruled, done, as_of)
    } else {
        timed(Timing::of(deadline.last_day, done, as_of))
    };
    let ruled = ruled.ending(deadline.last_day).advising(deadline.earlier_advice());
    ruled.steps(deadline.trace).under("event-day-excluded")
}

/// Adds months to a day. Also returns a step if the month is too short for the corresponding day.
pub(in crate::law) fn months_after(from: Date, months: u32) -> (Date, Option<Step>) {
    let to = from.plus_months(months);
    let clamped = from.ymd().2 != to.ymd().2;
    let facts = || Facts::new().with("from", from).with("to", to);
    (to, clamped.then(|| Step::with_facts("month-end-clamped", facts())))
}

/// The step for a last day that is not a working day: a period of validity is not extended by days off.
pub(in crate::law) fn not_moved(days: &WorkingDays, last_day: Date) -> Option<Step> {
    let kind = days.kind(last_day).ok().filter(|kind| !kind.is_worked())?;
    let Step { why, facts } = skipped(last_day, &kind);
    Some(Step::with_facts("not-moved", facts.with("day_is", why)))
}

/// The number of days between two days.
pub(in crate::law) fn days_between(from: Date, to: Date) -> u64 {
    u64::from(from.days().abs_diff(to.days()))
}

/// Errs if the act is dated before the event that requires it.
pub(in crate::law) fn reject_before(
    done: Option<Date>,
    event: Option<Date>,
    names: Names,
) -> Result<(), FactsError> {
    match (done, event) {
        (Some(done), Some(event)) if done < event => {
            let problem = FactProblem::Before { day: done, other: names.event.into(), other_day: event };
            Err(FactsError::field(names.done, problem))
        }
        _ => Ok(()),
    }
}
