//! Art. 9 and 10.3: duties that recur every year or every six months.

use alloc::vec::Vec;

use super::clock::{days_between, months_after};
use super::facts::{Text, facts, require};
use super::rule::{Output, Rule, rule};
use super::ruling::{Ruling, Step};
use crate::calendar::{Date, WorkingDays};
use crate::error::{FactProblem, FactsError};

pub(super) const RULES: &[Rule] = &[
    rule!(
        "art9.s1.annual-register-recommendations",
        (9, 0, 0, 1),
        register_recommendations,
        |facts| facts.as_of,
        YEARLY,
        r#"{"sector":"energy","submissions":["2026-02-01"],"year":2026,"as_of":"2026-03-19"}"#
    ),
    rule!(
        "art9.s2.annual-standards-recommendations",
        (9, 0, 0, 2),
        standards_recommendations,
        |facts| facts.as_of,
        YEARLY,
        r#"{"sector":"energy","submissions":[],"year":2025,"as_of":"2026-03-19"}"#
    ),
    rule!(
        "art9.s3.annual-need",
        (9, 0, 0, 3),
        annual_need,
        |facts| facts.as_of,
        YEARLY,
        r#"{"sector":"energy","formed_on":["2026-02-01"],"year":2026,"as_of":"2026-03-19"}"#
    ),
    rule!(
        "art10.p3.council-info-freshness",
        (10, 3, 0, 0),
        council_info_freshness,
        |facts| facts.as_of,
        FRESHNESS,
        r#"{"last_updated":"2025-08-31","as_of":"2026-02-28"}"#
    ),
];

const YEARLY: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["met", "open", "missed", "before-the-first-whole-year"])),
    ("done_on", Output::Date),
    ("last_day", Output::Date),
    ("days_left", Output::Number),
];
const FRESHNESS: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["fresh", "stale"])),
    ("last_day", Output::Date),
    ("days_left", Output::Number),
    ("days_late", Output::Number),
];

/// The first calendar year for which a yearly duty is judged: the Law was in force for only a part of 2023.
const FIRST_WHOLE_YEAR: i32 = 2024;

facts! {
    /// Facts of `art9.s1.annual-register-recommendations` and `art9.s2.annual-standards-recommendations`.
    pub struct Recommendations {
        /// The sector of the state body.
        sector: Option<Text>,
        /// The days on which it submitted recommendations; may be empty.
        submissions: Option<Vec<Date>>,
        /// The calendar year asked about.
        year: Option<i32>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }

    /// Facts of `art9.s3.annual-need`.
    pub struct AnnualNeed {
        /// The sector of the state body.
        sector: Option<Text>,
        /// The days on which it formed the need for recognition; may be empty.
        formed_on: Option<Vec<Date>>,
        /// The calendar year asked about.
        year: Option<i32>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }

    /// Facts of `art10.p3.council-info-freshness`.
    pub struct CouncilInfo {
        /// The day of the last update.
        last_updated: Option<Date>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }
}

/// `art9.s1.annual-register-recommendations`: a sectoral state body recommends changes to the register of professions
/// every year. "Every year" is read as every calendar year, not every twelve months.
///
/// # Errors
/// A year outside the range of dates.
pub fn register_recommendations(facts: &Recommendations, _: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: submissions, year);
    yearly(submissions, *year, facts.as_of)
}

/// `art9.s2.annual-standards-recommendations`: a sectoral state body recommends every year which professional standards
/// to develop or update.
///
/// # Errors
/// A year outside the range of dates.
pub fn standards_recommendations(facts: &Recommendations, _: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: submissions, year);
    yearly(submissions, *year, facts.as_of)
}

/// `art9.s3.annual-need`: a sectoral state body determines every year the labour market's need for recognition.
///
/// # Errors
/// A year outside the range of dates.
pub fn annual_need(facts: &AnnualNeed, _: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: formed_on, year);
    yearly(formed_on, *year, facts.as_of)
}

fn yearly(done: &[Date], year: i32, as_of: Option<Date>) -> Result<Ruling, FactsError> {
    let (Some(first), Some(last)) = (Date::from_ymd(year, 1, 1), Date::from_ymd(year, 12, 31)) else {
        return Err(FactsError::field("year", FactProblem::YearOutOfRange { year }));
    };
    if year < FIRST_WHOLE_YEAR {
        return Ok(Ruling::not_applicable("before-the-first-whole-year"));
    }
    // Submissions dated after the day asked about have not happened yet.
    let known = |day: &&Date| first <= **day && **day <= last && as_of.is_none_or(|as_of| **day <= as_of);
    let done_on = done.iter().filter(known).min().copied();
    let ruling = match (done_on, as_of) {
        (Some(done_on), _) => Ruling::status(true, "met").with("done_on", done_on),
        (None, None) => Ruling::missing(&["as_of"]),
        (None, Some(as_of)) if as_of <= last => {
            Ruling::status(true, "open").with("days_left", days_between(as_of, last))
        }
        (None, Some(_)) => Ruling::status(false, "missed"),
    };
    Ok(ruling.with("last_day", last).under("calendar-year"))
}

/// `art10.p3.council-info-freshness`: the published information about the National council is updated at least every
/// six months, counted from the last update. Days off do not extend the term.
///
/// # Errors
/// None.
pub fn council_info_freshness(facts: &CouncilInfo, _: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: last_updated);
    let (last_day, clamped): (Date, Option<Step>) = months_after(*last_updated, 6);
    let ruling = match facts.as_of {
        None => Ruling::missing(&["as_of"]),
        Some(as_of) if as_of <= last_day => {
            Ruling::status(true, "fresh").with("days_left", days_between(as_of, last_day))
        }
        Some(as_of) => Ruling::status(false, "stale").with("days_late", days_between(last_day, as_of)),
    };
    let steps = clamped.into_iter().collect();
    Ok(ruling.with("last_day", last_day).steps(steps).under("six-months-from-the-last-update"))
}
