//! Duties and rights with a term in working days: the last day, and the status on a given day.
//!
//! The day of the event is not counted (Civil Code, art. 173). The other defensible reading counts it as the first
//! day, if it is a working day. Between the two last days the answer is contestable; the earlier one is the safe date
//! to advise.

use alloc::vec::Vec;

use super::missing::Missing;
use super::rule::Output;
use super::ruling::{Ruling, Step};
use crate::calendar::{Date, DayKind, SpecialKind, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::facts::Facts;
use crate::law::Reading;

/// The statuses of a rule with a last day.
pub(in crate::law) const STATUS: Output =
    Output::OneOf(&["open", "done-in-time", "done-late", "overdue", "contestable"]);

/// The values of a rule with a last day.
pub(in crate::law) const DEADLINE: &[(&str, Output)] = &[
    ("status", STATUS),
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

/// Computes the last day of a term of working days from an event. Errs with an undetermined ruling if the calendar ends
/// before the term does.
pub(in crate::law) fn working_days(days: &WorkingDays, event: Date, count: u32) -> Result<Deadline, Ruling> {
    let outside_calendar = |_| outside_calendar(days);
    let (last_day, special_days) = days.after(event, count).map_err(outside_calendar)?;
    let event_is_worked = days.kind(event).map_err(outside_calendar)?.is_worked();
    let strict = if event_is_worked { count.saturating_sub(1) } else { count };
    let (advise_by, _) = days.after(event, strict).map_err(outside_calendar)?;
    let mut trace = alloc::vec![Step::with_facts("event-day-excluded", Facts::new().with("on", event))];
    trace.extend(special_days.iter().map(|(day, kind)| skipped(*day, kind)));
    Ok(Deadline { last_day, advise_by, trace })
}

/// The undetermined ruling for days outside the calendar.
pub(in crate::law) fn outside_calendar(days: &WorkingDays) -> Ruling {
    let covered = Facts::new().with("from", days.from()).with("until", days.covered_until());
    Ruling::undetermined(Missing::WorkingDayCalendar).step(Step::with_facts("calendar-covers", covered))
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
            Step::with_facts(why, facts.with_some("holiday", name).with_some(related, special.related))
        }
    }
}

/// Judges a duty or a right with a last day: done on `done`, or still open as of `as_of`.
pub(in crate::law) fn judge(
    deadline: Result<Deadline, Ruling>,
    done: Option<Date>,
    as_of: Option<Date>,
) -> Ruling {
    let deadline = match deadline {
        Ok(deadline) => deadline,
        Err(ruling) => return ruling,
    };
    let Deadline { last_day, advise_by, trace } = deadline;
    let ruling = match (done, as_of) {
        (Some(done), _) if done <= last_day => Ruling::status(true, "done-in-time"),
        (Some(done), _) => Ruling::status(false, "done-late").with("days_late", days_between(last_day, done)),
        (None, Some(as_of)) if as_of <= last_day => {
            Ruling::status(true, "open").with("days_left", days_between(as_of, last_day))
        }
        (None, Some(as_of)) => {
            Ruling::status(false, "overdue").with("days_late", days_between(last_day, as_of))
        }
        (None, None) => Ruling::missing(&["as_of"]),
    };
    // Between the two last days the readings differ.
    let day = done.or(as_of).filter(|day| *day > advise_by && *day <= last_day);
    let ruling = if day.is_some() {
        let reading = |reading, satisfied, last_day: Date| Reading {
            reading,
            satisfied,
            facts: Facts::new().with("last_day", last_day),
        };
        Ruling::contestable([
            reading("event-day-excluded", true, last_day),
            reading("event-day-included", false, advise_by),
        ])
    } else {
        ruling
    };
    let ruling = ruling.with("last_day", last_day);
    let ruling = if advise_by < last_day { ruling.with("advise_by", advise_by) } else { ruling };
    ruling.steps(trace).under("event-day-excluded")
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
