//! Dates and times as texts.

use alloc::format;
use alloc::string::{String, ToString};

use rastau_core::calendar::{Date, Timestamp};
use rastau_core::error::write_template;

use crate::lang::Lang;

/// The text of a time: date, hour and minute in Kazakhstan.
pub(crate) fn date_and_hour(time: Timestamp, lang: Lang) -> String {
    let minutes = time.0.saturating_sub(time.date().start().0) / 60;
    format!("{}, {:02}:{:02}", date(time.date(), lang), minutes / 60, minutes % 60)
}

/// The text of a date: `1 March 2026`, `1 марта 2026 г.`, `2026 ж. 1 наурыз`.
///
/// ```
/// use rastau_core::Date;
/// use rastau_messages::{Lang, date};
///
/// let day = Date::parse("2026-03-01").unwrap();
/// assert_eq!(Lang::ALL.map(|lang| date(day, lang)), ["2026 ж. 1 наурыз", "1 марта 2026 г.", "1 March 2026"]);
/// ```
#[must_use]
pub fn date(day: Date, lang: Lang) -> String {
    let (year, month, day) = day.ymd();
    let at = usize::try_from(month).unwrap_or(1).saturating_sub(1);
    let month = lang.words().months.get(at).copied().unwrap_or_default();
    let mut text = String::new();
    // Writing to a `String` does not fail.
    let _ = write_template(&mut text, lang.date(), |name, out| {
        out.push_str(&match name {
            "year" => year.to_string(),
            "month" => month.to_string(),
            _ => day.to_string(),
        });
        Ok(())
    });
    text
}
