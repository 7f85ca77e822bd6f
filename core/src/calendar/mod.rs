//! Civil dates, instants, terms and working days.
//!
//! A [`Date`] is a day of the Gregorian calendar in Kazakhstan; a [`Timestamp`] is an instant in whole seconds. This module
//! reads no clock: the caller passes the time.

mod working;

use core::fmt;

use chrono::{Datelike, Months, NaiveDate, Weekday};
use serde::{Serialize, Serializer};

use crate::codec::CodecError;
use crate::codec::cbor::{Reader, Writer};

pub use working::{BeyondCalendar, CalendarError, DayKind, SpecialDay, SpecialKind, WorkingDays};

/// Offset of Kazakhstan's civil time from UTC in seconds. Since 1 March 2024 the whole country uses UTC+5. Before, the
/// eastern regions were one hour ahead of that; documents have dates without hours, so this makes no difference.
const ZONE_SECONDS: i64 = 5 * 3600;
const DAY_SECONDS: i64 = 86_400;

/// A day of the Gregorian calendar, from 1800-01-01 to 9999-12-31.
///
/// In signed data a date is the number of days since 1970-01-01.
///
/// # Examples
/// ```
/// use rastau_core::calendar::Date;
///
/// let issued = Date::parse("2024-02-29").unwrap();
/// assert_eq!(issued.plus_months(36).to_string(), "2027-02-28");
/// assert_eq!(Date::parse("2023-02-29"), None, "not a day of the calendar");
/// assert_eq!(Date::parse("29.02.2024"), None, "only YYYY-MM-DD is read");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(i32);

impl Date {
    /// The first day, 1800-01-01. Dates before 1970 occur as dates of birth.
    pub const MIN: Self = Self(-62_091);
    /// The last day, 9999-12-31.
    pub const MAX: Self = Self(2_932_896);

    /// Returns the date `days` days after 1970-01-01 (before it if negative), or `None` outside 1800–9999.
    #[must_use]
    pub const fn from_days(days: i64) -> Option<Self> {
        if days >= Self::MIN.0 as i64 && days <= Self::MAX.0 as i64 { Some(Self(days as i32)) } else { None }
    }

    /// Returns the number of days since 1970-01-01; negative before.
    #[must_use]
    pub const fn days(self) -> i32 {
        self.0
    }

    /// Returns the date of a year, month (1–12) and day of month (1–31), or `None` if there is no such day in 1800–9999.
    #[must_use]
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        Self::from_chrono(NaiveDate::from_ymd_opt(year, month, day)?)
    }

    /// Parses `YYYY-MM-DD`, exactly ten ASCII characters (ISO 8601 calendar date). Returns `None` for any other text and
    /// for a day that is not in the calendar or outside 1800–9999.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let shape = bytes.len() == 10
            && bytes.iter().enumerate().all(|(index, byte)| match index {
                4 | 7 => *byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shape {
            return None;
        }
        let number = |range: core::ops::Range<usize>| text.get(range)?.parse::<u32>().ok();
        Self::from_ymd(i32::try_from(number(0..4)?).ok()?, number(5..7)?, number(8..10)?)
    }

    fn from_chrono(date: NaiveDate) -> Option<Self> {
        Self::from_days(i64::from(date.num_days_from_ce()).checked_sub(719_163)?)
    }

    fn chrono(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0.saturating_add(719_163)).unwrap_or_default()
    }

    /// Returns year, month (1–12) and day of month (1–31).
    #[must_use]
    pub fn ymd(self) -> (i32, u32, u32) {
        let date = self.chrono();
        (date.year(), date.month(), date.day())
    }

    /// Formats the date as `YYYY-MM-DD` in ASCII. A year always has four digits.
    fn format(self) -> [u8; 10] {
        fn write<const PLACES: usize>(places: [&mut u8; PLACES], mut number: u32) {
            for place in places.into_iter().rev() {
                *place = b'0'.wrapping_add((number % 10) as u8);
                number /= 10;
            }
        }
        let (year, month, day) = self.ymd();
        let mut text = *b"0000-00-00";
        let [y1, y2, y3, y4, _, m1, m2, _, d1, d2] = &mut text;
        write([y1, y2, y3, y4], year.unsigned_abs());
        write([m1, m2], month);
        write([d1, d2], day);
        text
    }

    /// Returns the date `days` days later, at most [`Date::MAX`].
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        Self(self.0.saturating_add_unsigned(days).min(Self::MAX.0))
    }

    /// Returns the date `days` days earlier, at least [`Date::MIN`].
    #[must_use]
    pub fn minus_days(self, days: u32) -> Self {
        Self(self.0.saturating_sub_unsigned(days).max(Self::MIN.0))
    }

    /// Returns the same day of the month `months` months later, or the last day of that month if it has no such day
    /// (time rule TR5; Civil Code art. 174). At most [`Date::MAX`].
    ///
    /// The day is rounded down once, from the start date: 31 January plus two months is 31 March.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        self.chrono().checked_add_months(Months::new(months)).and_then(Self::from_chrono).unwrap_or(Self::MAX)
    }

    /// Returns the same day of the month `months` months earlier, or the last day of that month if it has no such day. At
    /// least [`Date::MIN`].
    #[must_use]
    pub fn minus_months(self, months: u32) -> Self {
        self.chrono().checked_sub_months(Months::new(months)).and_then(Self::from_chrono).unwrap_or(Self::MIN)
    }

    /// Returns whether the date is a Saturday or a Sunday.
    #[must_use]
    pub fn is_weekend(self) -> bool {
        matches!(self.chrono().weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// Writes the date as in signed data: days since 1970-01-01.
    pub(crate) fn write(self, writer: &mut Writer) {
        writer.int(self.0.into());
    }

    /// Reads a date from signed data.
    pub(crate) fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        Self::from_days(reader.int()?).ok_or_else(|| reader.bad_value())
    }

    /// Returns the instant at which the day begins in Kazakhstan (UTC+5). For days before 1970 it is 1970-01-01T00:00:00Z,
    /// because a [`Timestamp`] is not negative.
    #[must_use]
    pub fn start(self) -> Timestamp {
        let seconds = i64::from(self.0).saturating_mul(DAY_SECONDS).saturating_sub(ZONE_SECONDS);
        Timestamp(u64::try_from(seconds).unwrap_or(0))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(core::str::from_utf8(&self.format()).unwrap_or_default())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Dates are half of an answer's text, so they bypass the slower formatting of `core::fmt`.
        serializer.serialize_str(core::str::from_utf8(&self.format()).unwrap_or_default())
    }
}

/// An instant, in whole seconds since 1970-01-01T00:00:00Z.
///
/// # Examples
/// ```
/// use rastau_core::calendar::{Date, Timestamp};
///
/// let instant = Timestamp::parse("2026-03-01T23:30:00+05:00").unwrap();
/// assert_eq!(instant.to_string(), "2026-03-01T18:30:00Z");
/// assert_eq!(instant.date(), Date::parse("2026-03-01").unwrap());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub u64);

impl Timestamp {
    /// The last instant in signed data: 9999-12-31T23:59:59Z.
    pub const MAX: Self = Self(253_402_300_799);

    /// Parses an RFC 3339 date-time with any offset. Fractions of a second are dropped. Returns `None` for other text and
    /// for instants before 1970 or after [`Timestamp::MAX`].
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let instant = chrono::DateTime::parse_from_rfc3339(text).ok()?;
        u64::try_from(instant.timestamp()).ok().map(Self).filter(|instant| *instant <= Self::MAX)
    }

    /// Returns the civil date in Kazakhstan (UTC+5) at this instant.
    #[must_use]
    pub fn date(self) -> Date {
        let local = i64::try_from(self.0).unwrap_or(i64::MAX).saturating_add(ZONE_SECONDS);
        Date::from_days(local.div_euclid(DAY_SECONDS)).unwrap_or(Date::MAX)
    }

    /// Returns the instant `seconds` seconds later, at most [`Timestamp::MAX`].
    #[must_use]
    pub fn plus_seconds(self, seconds: u64) -> Self {
        Self(self.0.saturating_add(seconds).min(Self::MAX.0))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = i64::try_from(self.0).unwrap_or(i64::MAX);
        let day = Date::from_days(seconds.div_euclid(DAY_SECONDS)).unwrap_or(Date::MAX);
        let second = seconds.rem_euclid(DAY_SECONDS);
        write!(f, "{day}T{:02}:{:02}:{:02}Z", second / 3600, second / 60 % 60, second % 60)
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A term of validity. The register of professions sets it for each profession (art. 21.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Term {
    /// A number of months, 1 to [`Term::MAX_MONTHS`].
    Months(u16),
    /// No end.
    Unlimited,
}

impl Term {
    /// The longest term in signed data, in months.
    pub const MAX_MONTHS: u16 = 1200;

    /// Returns the last day of the term of a document issued on `from`; that day is included (time rule TR6). Returns
    /// `None` for a term without an end.
    #[must_use]
    pub fn last_day(self, from: Date) -> Option<Date> {
        match self {
            Self::Months(months) => Some(from.plus_months(u32::from(months))),
            Self::Unlimited => None,
        }
    }

    /// Returns the number of months as in signed data; 0 for [`Term::Unlimited`].
    #[must_use]
    pub const fn months_or_zero(self) -> u16 {
        match self {
            Self::Months(months) => months,
            Self::Unlimited => 0,
        }
    }

    /// Returns the term of a number of months as in signed data; the inverse of [`Term::months_or_zero`]. Returns `None`
    /// above [`Term::MAX_MONTHS`].
    #[must_use]
    pub const fn from_months_or_zero(months: u64) -> Option<Self> {
        match months {
            0 => Some(Self::Unlimited),
            1..=1200 => Some(Self::Months(months as u16)),
            _ => None,
        }
    }
}

/// A period of days. Both ends are included; the end can be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Interval {
    /// The first day.
    pub from: Date,
    /// The last day, or `None` for an open end.
    pub until: Option<Date>,
}

impl Interval {
    /// Returns whether `day` is in the period, both ends included.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Returns whether the two periods share a day.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        other.until.is_none_or(|until| self.from <= until)
            && self.until.is_none_or(|until| other.from <= until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn reads_only_days_of_the_calendar_in_one_form() {
        for text in [
            "2023-02-29",
            "2024-13-01",
            "2024-1-01",
            "20240101",
            "2024-01-01 ",
            "+024-01-01",
            "1799-12-31",
            "24-01-001",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        assert_eq!(day("2024-02-29").ymd(), (2024, 2, 29));
        assert_eq!((Date::MIN, Date::MAX), (day("1800-01-01"), day("9999-12-31")));
        assert_eq!(Date::MAX.plus_days(1), Date::MAX);
    }

    #[test]
    fn months_are_rounded_down_once() {
        for (from, months, to) in [
            ("2024-02-29", 36, "2027-02-28"),
            ("2024-08-31", 6, "2025-02-28"),
            ("2023-08-31", 6, "2024-02-29"),
            ("2024-01-31", 1, "2024-02-29"),
            ("2024-01-31", 2, "2024-03-31"),
        ] {
            assert_eq!(day(from).plus_months(months), day(to), "{from} + {months}");
        }
    }

    #[test]
    fn the_date_changes_at_midnight_in_kazakhstan() {
        let last = Timestamp::parse("2026-03-01T18:59:59Z").unwrap();
        assert_eq!((last.date(), last.plus_seconds(1).date()), (day("2026-03-01"), day("2026-03-02")));
        assert_eq!(day("2026-03-02").start(), last.plus_seconds(1));
        assert_eq!(last.to_string(), "2026-03-01T18:59:59Z");
        assert_eq!(Timestamp::parse("2026-03-01T23:59:59+05:00"), Some(last));
    }

    proptest! {
        #[test]
        fn a_date_round_trips(days in -62_091i64..=2_932_896) {
            let date = Date::from_days(days).unwrap();
            prop_assert_eq!(Date::parse(&date.to_string()), Some(date));
            prop_assert!(days <= 0 || date.start().date() == date);
        }
    }
}
