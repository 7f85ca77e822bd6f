//! Working days: Monday to Friday, less holidays and moved days off, and weekend days worked in exchange (the Law on
//! holidays No. 267-II, art. 5; the Labour Code, art. 84 and 85). Data, never a guess: past its last day nothing is known.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::Date;
use crate::sorted::sorted;

/// The special days of 2023 to 2027.
const BUILT_IN: &str = include_str!("working-days.csv");

/// What makes a day special.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SpecialKind {
    /// A holiday of its own.
    Holiday,
    /// A day off: moved from a weekend holiday, or given for a weekend day that is worked.
    DayOff,
    /// A weekend day that is worked.
    Worked,
}

impl SpecialKind {
    /// The name in CSV files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Holiday => "holiday",
            Self::DayOff => "day-off",
            Self::Worked => "worked",
        }
    }

    /// The kind of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Holiday, Self::DayOff, Self::Worked].into_iter().find(|kind| kind.name() == name)
    }
}

/// A day that is not what its day of the week says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SpecialDay {
    /// The day.
    pub day: Date,
    /// What it is.
    pub kind: SpecialKind,
    /// The holiday's stable name; empty where there is none.
    pub name: String,
    /// The day that this one stands for.
    pub related: Option<Date>,
}

/// How a day counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind<'c> {
    /// Monday to Friday.
    Working,
    /// Saturday or Sunday.
    Weekend,
    /// Special.
    Special(&'c SpecialDay),
}

impl DayKind<'_> {
    /// Whether work is done on it.
    #[must_use]
    pub fn is_worked(&self) -> bool {
        match self {
            Self::Working => true,
            Self::Weekend => false,
            Self::Special(special) => special.kind == SpecialKind::Worked,
        }
    }
}

/// A computation needs a day that the calendar does not cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BeyondCalendar;

/// What is wrong with a list of special days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CalendarError {
    /// A line that is not `day,kind,name,related`: its number from 1.
    Line(usize),
    /// The line `# covered FIRST LAST` is missing, or its days are in the wrong order.
    Covered,
    /// A day outside the days covered.
    Outside(Date),
    /// A day named twice.
    Twice(Date),
}

impl fmt::Display for CalendarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(line) => write!(f, "line {line} is not `day,kind,name,related`"),
            Self::Covered => f.write_str("there is no line `# covered FIRST LAST` with two days in order"),
            Self::Outside(day) => write!(f, "{day} is outside the days covered"),
            Self::Twice(day) => write!(f, "{day} is named twice"),
        }
    }
}

impl core::error::Error for CalendarError {}

/// The working days of a span of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingDays {
    from: Date,
    covered_until: Date,
    special: Vec<SpecialDay>,
}

impl WorkingDays {
    /// The working days from `from` to `covered_until`, both included. The order of the special days does not matter.
    ///
    /// # Errors
    /// A special day outside the span, or named twice; a span that ends before it begins.
    pub fn new(from: Date, covered_until: Date, special: Vec<SpecialDay>) -> Result<Self, CalendarError> {
        if covered_until < from {
            return Err(CalendarError::Covered);
        }
        let special = sorted(special);
        let mut before = None;
        for one in &special {
            if one.day < from || one.day > covered_until {
                return Err(CalendarError::Outside(one.day));
            }
            if before.replace(one.day) == Some(one.day) {
                return Err(CalendarError::Twice(one.day));
            }
        }
        Ok(Self { from, covered_until, special })
    }

    /// No days at all: every computation is undetermined.
    #[must_use]
    pub const fn unknown() -> Self {
        Self { from: Date::MAX, covered_until: Date::MIN, special: Vec::new() }
    }

    /// The calendar of 2023 to 2027 that comes with the program, for where no snapshot brings one
    /// (`Snapshot::working_days_or_built_in` chooses).
    #[must_use]
    pub fn built_in() -> Self {
        // A test reads it; were it unreadable all the same, nothing is known, and nothing guessed.
        Self::from_csv(BUILT_IN).unwrap_or_else(|_| Self::unknown())
    }

    /// Reads `day,kind,name,related` lines; a line `# covered FIRST LAST` says which days they speak of.
    ///
    /// # Errors
    /// The line or day that is wrong.
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

    /// The first day covered.
    #[must_use]
    pub const fn from(&self) -> Date {
        self.from
    }

    /// The last day covered.
    #[must_use]
    pub const fn covered_until(&self) -> Date {
        self.covered_until
    }

    /// The special days in time order.
    #[must_use]
    pub fn special(&self) -> &[SpecialDay] {
        &self.special
    }

    /// How a day counts.
    ///
    /// # Errors
    /// The day is not covered.
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

    /// The `count`-th working day strictly after `event`, and every day on the way that does not count as its day
    /// of the week says: weekend days, holidays, days off, worked weekend days.
    ///
    /// # Errors
    /// The event or a day on the way is not covered.
    pub fn after(&self, event: Date, count: u32) -> Result<(Date, Vec<(Date, DayKind<'_>)>), BeyondCalendar> {
        self.kind(event)?;
        let mut on_the_way = Vec::new();
        let mut day = event;
        let mut left = count;
        while left > 0 {
            day = day.plus_days(1);
            let kind = self.kind(day)?;
            if kind.is_worked() {
                left = left.saturating_sub(1);
            }
            if kind != DayKind::Working {
                on_the_way.push((day, kind));
            }
        }
        Ok((day, on_the_way))
    }

    /// The last working day on or before `day`.
    ///
    /// # Errors
    /// A day on the way is not covered.
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
