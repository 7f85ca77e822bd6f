//! Art. 31: from when the Law is in force.

use super::Ruling;
use crate::calendar::Date;
use crate::verdict::{Answer, Facts};

/// Days after 1970-01-01 of the first official publication, 5 July 2023.
const PUBLISHED: i64 = 19_543;
/// Calendar days that must pass after the day of publication.
const DAYS: u32 = 60;

/// The first day on which the Law is in force, by its own art. 31. No provision has been amended since.
pub(super) const IN_FORCE_FROM: Date = match Date::from_days(PUBLISHED + DAYS as i64 + 1) {
    Some(day) => day,
    None => Date::MAX,
};

/// The day of the first official publication.
#[must_use]
pub fn first_published_on() -> Date {
    Date::from_days(PUBLISHED).unwrap_or(Date::MAX)
}

/// `art31.entry-into-force`: the Law is in force once sixty calendar days after the day of its first official
/// publication have run out. With publication on 5 July 2023 that is 4 September 2023, the day that Orders 348 and
/// 374 name too. Not moved by days off.
#[must_use]
pub fn entry_into_force(first_published_on: Date, as_of: Date) -> Ruling {
    let since = first_published_on.plus_days(DAYS.saturating_add(1));
    let facts = Facts::new().with("issued_on", as_of).with("in_force_since", since);
    Ruling::new(Answer::from_bool(as_of >= since), facts)
}
