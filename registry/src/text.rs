//! Small conversions between the database's text and the core's types.

use rastau_core::calendar::{Date, Interval, Term};
use rastau_core::snapshot::rows::{EventKind, Route};

use crate::RegistryError;

/// Lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The bytes of hexadecimal text, if it is that.
#[must_use]
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).ok()).collect()
}

/// A date of the register; the error names where it stands.
pub fn date(text: &str, place: &str) -> Result<Date, RegistryError> {
    Date::parse(text).ok_or_else(|| {
        RegistryError::said(format!("{place}: \"{text}\" is not a date; write it as YYYY-MM-DD"))
    })
}

/// An interval of the register.
pub fn interval(from: &str, until: Option<&str>, place: &str) -> Result<Interval, RegistryError> {
    let until = until.filter(|text| !text.is_empty()).map(|text| date(text, place)).transpose()?;
    Ok(Interval { from: date(from, place)?, until })
}

/// A term of validity from a number of months; none or zero is without a term.
pub fn term(months: Option<i64>, place: &str) -> Result<Term, RegistryError> {
    u64::try_from(months.unwrap_or(0)).ok().and_then(Term::from_months_or_zero).ok_or_else(|| {
        RegistryError::said(format!("{place}: a term is 1 to {} months, or empty", Term::MAX_MONTHS))
    })
}

/// The route of a name.
#[must_use]
pub fn route(name: &str) -> Option<Route> {
    match name {
        "this-law" => Some(Route::ThisLaw),
        "conformity-assessment" => Some(Route::ConformityAssessment),
        _ => None,
    }
}

/// The event of a name.
#[must_use]
pub fn event(name: &str) -> Option<EventKind> {
    match name {
        "revoked" => Some(EventKind::Revoked),
        "resumed" => Some(EventKind::Resumed),
        "liquidated" => Some(EventKind::Liquidated),
        "court-ban" => Some(EventKind::CourtBan),
        _ => None,
    }
}

/// The codes of a space-separated list.
#[must_use]
pub fn codes(text: Option<&str>) -> Vec<String> {
    text.unwrap_or_default().split_whitespace().map(str::to_string).collect()
}

/// What is wrong with a text that is no date: not written as one, or a day that no calendar has.
#[must_use]
pub fn no_day(text: &str) -> String {
    let written = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    // Years outside these are refused for their own sake.
    let years = "1800".."2200";
    if written && text.get(..4).is_some_and(|year| years.contains(&year)) {
        format!("there is no such day as {text}; look at its month and day")
    } else {
        format!("\"{text}\" is not a date; write it as YYYY-MM-DD")
    }
}
