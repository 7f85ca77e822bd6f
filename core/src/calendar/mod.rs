//! Civil dates, instants, and the arithmetic of terms.
//!
//! A date is a day of the Gregorian calendar in Kazakhstan; an instant is a number of seconds. Neither is read
//! from a clock here: callers pass them in (house rule 2).

mod working;

use alloc::string::String;
use core::fmt;

use chrono::{Datelike, Months, NaiveDate, Weekday};
use serde::{Serialize, Serializer};

use crate::codec::CodecError;
use crate::codec::cbor::{Reader, Writer};

pub use working::{BeyondCalendar, CalendarError, DayKind, SpecialDay, SpecialKind, WorkingDays};

/// Seconds by which Kazakhstan's civil time is ahead of UTC: one zone, UTC+5, since 1 March 2024. For earlier
/// instants the eastern regions were an hour ahead of this; documents carry dates, not hours, so nothing else
/// depends on it.
const ZONE_SECONDS: i64 = 5 * 3600;
const DAY_SECONDS: i64 = 86_400;

/// A day, from 1800-01-01 to 9999-12-31.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(i32);

impl Date {
    /// The first day that can be spoken of: people born before 1970 have identity numbers too.
    pub const MIN: Self = Self(-62_091);
    /// The last day that can be spoken of.
    pub const MAX: Self = Self(2_932_896);

    /// The day `days` after 1970-01-01 (before it, where negative); `None` outside 1800–9999.
    #[must_use]
    pub const fn from_days(days: i64) -> Option<Self> {
        if days >= Self::MIN.0 as i64 && days <= Self::MAX.0 as i64 { Some(Self(days as i32)) } else { None }
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub const fn days(self) -> i32 {
        self.0
    }

    /// The day of a year, month and day of month; `None` where the calendar has no such day.
    #[must_use]
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        Self::from_chrono(NaiveDate::from_ymd_opt(year, month, day)?)
    }

    /// Reads `YYYY-MM-DD`, exactly ten characters (ISO 8601 calendar date).
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

    /// Year, month (1–12) and day of month (1–31).
    #[must_use]
    pub fn ymd(self) -> (i32, u32, u32) {
        let date = self.chrono();
        (date.year(), date.month(), date.day())
    }

    /// `YYYY-MM-DD` in ASCII: a year here has four digits.
    fn spelled(self) -> [u8; 10] {
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

    /// The day `days` later; stops at [`Date::MAX`].
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        Self(self.0.saturating_add_unsigned(days).min(Self::MAX.0))
    }

    /// The day `days` earlier; stops at [`Date::MIN`].
    #[must_use]
    pub fn minus_days(self, days: u32) -> Self {
        Self(self.0.saturating_sub_unsigned(days).max(Self::MIN.0))
    }

    /// The same day of month `months` later, or that month's last day where it has no such day: rounded down
    /// once (time rule TR5; Civil Code art. 174).
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        self.chrono().checked_add_months(Months::new(months)).and_then(Self::from_chrono).unwrap_or(Self::MAX)
    }

    /// Writes the day as formats carry it: days since 1970-01-01.
    /// `months` months earlier, rounded down to the last day of the month where the day is absent there; at the
    /// start of the range it stays there.
    #[must_use]
    pub fn minus_months(self, months: u32) -> Self {
        self.chrono().checked_sub_months(Months::new(months)).and_then(Self::from_chrono).unwrap_or(Self::MIN)
    }

    /// Whether it is a Saturday or a Sunday.
    #[must_use]
    pub fn is_weekend(self) -> bool {
        matches!(self.chrono().weekday(), Weekday::Sat | Weekday::Sun)
    }

    pub(crate) fn write(self, writer: &mut Writer) {
        writer.int(self.0.into());
    }

    /// Reads a day as formats carry it.
    pub(crate) fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        Self::from_days(reader.int()?).ok_or_else(|| reader.bad_value())
    }

    /// Midnight at the start of this day in Kazakhstan.
    #[must_use]
    pub fn start(self) -> Timestamp {
        let seconds = i64::from(self.0).saturating_mul(DAY_SECONDS).saturating_sub(ZONE_SECONDS);
        Timestamp(u64::try_from(seconds).unwrap_or(0))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(core::str::from_utf8(&self.spelled()).unwrap_or_default())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Half of an answer's text is days.
        serializer.serialize_str(core::str::from_utf8(&self.spelled()).unwrap_or_default())
    }
}

/// An instant: whole seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(pub u64);

impl Timestamp {
    /// The last instant that formats may carry (end of the year 9999, UTC).
    pub const MAX: Self = Self(253_402_300_799);

    /// Reads an RFC 3339 date-time with any offset; fractions of a second are dropped.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let instant = chrono::DateTime::parse_from_rfc3339(text).ok()?;
        u64::try_from(instant.timestamp()).ok().map(Self).filter(|instant| *instant <= Self::MAX)
    }

    /// The civil date in Kazakhstan (UTC+5) at this instant.
    #[must_use]
    pub fn date(self) -> Date {
        let local = i64::try_from(self.0).unwrap_or(i64::MAX).saturating_add(ZONE_SECONDS);
        Date::from_days(local.div_euclid(DAY_SECONDS)).unwrap_or(Date::MAX)
    }

    /// The instant `seconds` later.
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

/// A length of validity (art. 21.5: the register of professions sets it per profession).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Term {
    /// A number of months, 1–1200.
    Months(u16),
    /// Without an end.
    Unlimited,
}

impl Term {
    /// The longest term in months that formats may carry.
    pub const MAX_MONTHS: u16 = 1200;

    /// The last day of the term for something issued on `from`, that day included (TR6); `None` when it has no end.
    #[must_use]
    pub fn last_day(self, from: Date) -> Option<Date> {
        match self {
            Self::Months(months) => Some(from.plus_months(u32::from(months))),
            Self::Unlimited => None,
        }
    }

    /// Months as formats spell them: 0 stands for [`Term::Unlimited`].
    #[must_use]
    pub const fn months_or_zero(self) -> u16 {
        match self {
            Self::Months(months) => months,
            Self::Unlimited => 0,
        }
    }

    /// The opposite of [`Term::months_or_zero`]; `None` above [`Term::MAX_MONTHS`].
    #[must_use]
    pub const fn from_months_or_zero(months: u64) -> Option<Self> {
        match months {
            0 => Some(Self::Unlimited),
            1..=1200 => Some(Self::Months(months as u16)),
            _ => None,
        }
    }
}

/// A run of days with a first day and perhaps a last one, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Interval {
    /// The first day.
    pub from: Date,
    /// The last day, or none while it goes on.
    pub until: Option<Date>,
}

impl Interval {
    /// Whether `day` lies within, both ends included.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Whether the two share a day.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        other.until.is_none_or(|until| self.from <= until)
            && self.until.is_none_or(|until| other.from <= until)
    }
}

/// Reads a date for an error message that quotes the text.
pub fn parse_date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| alloc::format!("\"{text}\" is not a date; write it as YYYY-MM-DD"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn only_days_of_the_calendar_in_one_spelling() {
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
    fn months_round_down_once() {
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
    fn the_day_changes_at_midnight_in_kazakhstan() {
        let last = Timestamp::parse("2026-03-01T18:59:59Z").unwrap();
        assert_eq!((last.date(), last.plus_seconds(1).date()), (day("2026-03-01"), day("2026-03-02")));
        assert_eq!(day("2026-03-02").start(), last.plus_seconds(1));
        assert_eq!(last.to_string(), "2026-03-01T18:59:59Z");
        assert_eq!(Timestamp::parse("2026-03-01T23:59:59+05:00"), Some(last));
    }

    proptest! {
        #[test]
        fn a_date_reads_back(days in -62_091i64..=2_932_896) {
            let date = Date::from_days(days).unwrap();
            prop_assert_eq!(Date::parse(&date.to_string()), Some(date));
            prop_assert!(days <= 0 || date.start().date() == date);
        }
    }
}
