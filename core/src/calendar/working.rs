//! Working days: Monday to Friday without holidays and moved days off, and weekend days that are worked in exchange (the
//! Law on holidays No. 267-II, art. 5; the Labour Code, art. 84 and 85).
//!
//! Special days are data. After the last covered day they are unknown, and nothing is assumed about them.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::Date;
use crate::names::names;
use crate::sorted::sorted;

/// The special days of 2023 to 2027, exported by `export.py`.
const BUILT_IN: &str = include_str!("working-days.csv");

names! {
    /// Why a day differs from its day of the week.
    pub enum SpecialKind {
        /// A holiday.
        Holiday = "holiday",
        /// A day off: moved from a holiday on a weekend, or in exchange for a worked weekend day.
        DayOff = "day-off",
        /// A worked weekend day.
        Worked = "worked",
    }
}

impl SpecialKind {
    /// Returns the number used in signed data.
    #[must_use]
    pub const fn number(self) -> u64 {
        match self {
            Self::Holiday => 0,
            Self::DayOff => 1,
            Self::Worked => 2,
        }
    }

    /// Returns the kind of a number, or `None` for an unknown one.
    #[must_use]
    pub fn from_number(number: u64) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.number() == number)
    }
}

/// A day that differs from its day of the week.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SpecialDay {
    /// The day.
    pub day: Date,
    /// Why it is special.
    pub kind: SpecialKind,
    /// The holiday's stable name, for example `new-year`; empty if there is none.
    pub name: String,
    /// The day that this one is in exchange for.
    pub related: Option<Date>,
}

/// How a day counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind<'c> {
    /// Monday to Friday, not special.
    Working,
    /// Saturday or Sunday, not special.
    Weekend,
    /// A special day.
    Special(&'c SpecialDay),
}

impl DayKind<'_> {
    /// Returns whether the day is a working day.
    #[must_use]
    pub fn is_worked(&self) -> bool {
        match self {
            Self::Working => true,
            Self::Weekend => false,
            Self::Special(special) => special.kind == SpecialKind::Worked,
        }
    }
}

/// A computation needs a day outside the days that the calendar covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BeyondCalendar;

/// Why a list of special days is not a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CalendarError {
    /// A line is not `day,kind,name,related`; its number from 1.
    Line(usize),
    /// The line `# covered FIRST LAST` is missing, or its dates are malformed or in the wrong order.
    Covered,
    /// A special day is outside the covered days.
    Outside(Date),
    /// A special day is listed more than once.
    Duplicate(Date),
}

impl fmt::Display for CalendarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(line) => write!(f, "line {line} is not `day,kind,name,related`"),
            Self::Covered => {
                f.write_str("the line `# covered FIRST LAST` is missing or its dates are not in order")
            }
            Self::Outside(day) => write!(f, "{day} is outside the covered days"),
            Self::Duplicate(day) => write!(f, "{day} is listed more than once"),
        }
    }
}

impl core::error::Error for CalendarError {}

/// The working days of a period.
///
/// # Examples
/// ```
/// use rastau_core::calendar::{Date, WorkingDays};
///
/// let days = WorkingDays::built_in();
/// let event = Date::parse("2026-03-19").unwrap();
/// // Nauryz, 21 to 23 March, and two moved days off are not counted.
/// let (last, skipped) = days.after(event, 3).unwrap();
/// assert_eq!(last, Date::parse("2026-03-27").unwrap());
/// assert_eq!(skipped.len(), 5);
/// assert!(days.after(event, 1000).is_err(), "outside the covered days");
///
/// let own = WorkingDays::from_csv("# covered 2028-01-01 2028-12-31\n2028-01-03,holiday,new-year,")?;
/// assert!(!own.kind(Date::parse("2028-01-03").unwrap()).unwrap().is_worked());
/// # Ok::<(), rastau_core::calendar::CalendarError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingDays {
    from: Date,
    covered_until: Date,
    special: Vec<SpecialDay>,
}

impl WorkingDays {
    /// Creates the calendar of the days from `from` to `covered_until`, both included. `special` may be in any order.
    ///
    /// # Errors
    /// [`CalendarError::Covered`] if the period ends before it begins, [`CalendarError::Outside`] or
    /// [`CalendarError::Duplicate`] for a special day.
    pub fn new(from: Date, covered_until: Date, special: Vec<SpecialDay>) -> Result<Self, CalendarError> {
        if covered_until < from {
            return Err(CalendarError::Covered);
        }
        let special = sorted(special);
        let mut previous = None;
        for one in &special {
            if one.day < from || one.day > covered_until {
                return Err(CalendarError::Outside(one.day));
            }
            if previous.replace(one.day) == Some(one.day) {
                return Err(CalendarError::Duplicate(one.day));
            }
        }
        Ok(Self { from, covered_until, special })
    }

    /// Creates a calendar that covers no days: every computation returns [`BeyondCalendar`].
    #[must_use]
    pub const fn unknown() -> Self {
        Self { from: Date::MAX, covered_until: Date::MIN, special: Vec::new() }
    }

    /// Returns the built-in calendar of 2023 to 2027, for use without a snapshot that contains one
    /// ([`crate::snapshot::Snapshot::working_days_or_built_in`] chooses).
    #[must_use]
    pub fn built_in() -> Self {
        // A test parses it. If it could not be parsed, the calendar would cover no days.
        Self::from_csv(BUILT_IN).unwrap_or_else(|_| Self::unknown())
    }

    /// Reads a calendar from lines `day,kind,name,related`. The line `# covered FIRST LAST` states the covered days.
    ///
    /// Dates are `YYYY-MM-DD`; kinds are those of [`SpecialKind::name`]; `name` and `related` can be empty. The heading
    /// line, other comments (`#`) and empty lines are skipped.
    ///
    /// # Errors
    /// [`CalendarError`] with the line or the day.
    pub fn from_csv(text: &str) -> Result<Self, CalendarError> {
        let mut covered = None;
        let mut special = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            if let Some(comment) = line.strip_prefix('#') {
                if let Some(days) = comment.trim().strip_prefix("covered ") {
                    let (from, until) = days.split_once(' ').ok_or(CalendarError::Covered)?;
                    covered = Date::parse(from).zip(Date::parse(until));
                }
            } else if !line.is_empty() && line != "day,kind,name,related" {
                special.push(special_day(line).ok_or(CalendarError::Line(number))?);
            }
        }
        let (from, until) = covered.ok_or(CalendarError::Covered)?;
        Self::new(from, until, special)
    }

    /// Returns the first covered day.
    #[must_use]
    pub const fn from(&self) -> Date {
        self.from
    }

    /// Returns the last covered day.
    #[must_use]
    pub const fn covered_until(&self) -> Date {
        self.covered_until
    }

    /// Returns the special days in ascending order.
    #[must_use]
    pub fn special(&self) -> &[SpecialDay] {
        &self.special
    }

    /// Returns how a day counts.
    ///
    /// # Errors
    /// [`BeyondCalendar`] if the day is not covered.
    pub fn kind(&self, day: Date) -> Result<DayKind<'_>, BeyondCalendar> {
        if day < self.from || day > self.covered_until {
            return Err(BeyondCalendar);
        }
        let found = self.special.binary_search_by_key(&day, |special| special.day);
        Ok(match found.ok().and_then(|at| self.special.get(at)) {
            Some(special) => DayKind::Special(special),
            None if day.is_weekend() => DayKind::Weekend,
            None => DayKind::Working,
        })
    }

    /// Returns the `count`-th working day strictly after `event`, and the days up to it that are not
    /// [`DayKind::Working`]: weekend days, holidays, days off and worked weekend days.
    ///
    /// # Errors
    /// [`BeyondCalendar`] if `event` or a day up to the result is not covered.
    pub fn after(&self, event: Date, count: u32) -> Result<(Date, Vec<(Date, DayKind<'_>)>), BeyondCalendar> {
        self.kind(event)?;
        let mut notable = Vec::new();
        let mut day = event;
        let mut left = count;
        while left > 0 {
            day = day.plus_days(1);
            let kind = self.kind(day)?;
            if kind.is_worked() {
                left = left.saturating_sub(1);
            }
            if kind != DayKind::Working {
                notable.push((day, kind));
            }
        }
        Ok((day, notable))
    }

    /// Returns the last working day on or before `day`.
    ///
    /// # Errors
    /// [`BeyondCalendar`] if `day` or a day back to the result is not covered.
    pub fn on_or_before(&self, day: Date) -> Result<Date, BeyondCalendar> {
        let mut day = day;
        while !self.kind(day)?.is_worked() {
            day = day.minus_days(1);
        }
        Ok(day)
    }
}

fn special_day(line: &str) -> Option<SpecialDay> {
    let mut parts = line.split(',');
    let (day, kind, name, related) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let related = if related.is_empty() { None } else { Some(Date::parse(related)?) };
    Some(SpecialDay {
        day: Date::parse(day)?,
        kind: SpecialKind::from_name(kind)?,
        name: String::from(name),
        related,
    })
}

#[cfg(test)]
mod tests;
