//! Article 9: sectoral state bodies, whose duties recur every year.

use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::law::engine::deadlines::days_between;
use crate::law::engine::facts::{Text, facts, require};
use crate::law::engine::norm::Place::Nothing;
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::Step;
use crate::law::engine::unit::at;

/// The article.
pub(in crate::law) static ARTICLE: Article =
    Article { number: 9, title: "Sectoral state bodies", norms: &[NORMS] };

rule! {
    ANNUAL_REGISTER_RECOMMENDATIONS: Recommendations => Outcome,
    unit: (9, 0, 0, 1),
    text: 0x3585_5e7f_a7f6_5f5b,
    id: "art9.s1.annual-register-recommendations",
    summary: "Each year: recommend changes to the register of professions",
    note: "At least once in each calendar year. A year that has not ended is open, and 2023, in which the Law began, does \
         not count.",
    judge: register_recommendations,
    as_of: |facts| facts.as_of,
    value: YEARLY,
    example: r#"{"sector":"energy","submissions":["2026-02-01"],"council_agreed":true,"year":2026,"as_of":"2026-03-19"}"#,
}

rule! {
    ANNUAL_STANDARDS_RECOMMENDATIONS: Recommendations => Outcome,
    unit: (9, 0, 0, 2),
    text: 0x27ce_21e0_198b_d09c,
    id: "art9.s2.annual-standards-recommendations",
    summary: "Each year: recommend which standards to develop or update",
    note: "By calendar years, as 1.",
    judge: standards_recommendations,
    as_of: |facts| facts.as_of,
    value: YEARLY,
    example: r#"{"sector":"energy","submissions":[],"year":2025,"as_of":"2026-03-19"}"#,
}

rule! {
    ANNUAL_NEED: AnnualNeed => Outcome,
    unit: (9, 0, 0, 3),
    text: 0x7f75_9a2a_5d61_ab3b,
    id: "art9.s3.annual-need",
    summary: "Each year: establish how much recognition the labour market needs",
    note: "By calendar years, as 1.",
    judge: annual_need,
    as_of: |facts| facts.as_of,
    value: YEARLY,
    example: r#"{"sector":"energy","formed_on":["2026-02-01"],"local_bodies_agreed":true,"year":2026,"as_of":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    norm!(
        at(9, 0, 0, 0),
        0x887d_83a1_33e4_7421,
        Nothing,
        "art9",
        "Introduces the powers of sectoral state bodies",
        Nothing("It says which bodies are competent.")
    ),
    &ANNUAL_REGISTER_RECOMMENDATIONS.norm,
    &ANNUAL_STANDARDS_RECOMMENDATIONS.norm,
    &ANNUAL_NEED.norm,
    norm!(
        at(9, 0, 0, 4),
        0x838c_5a81_2243_905e,
        Nothing,
        "art9.s4",
        "Recommend conditions of recognition, for the National council",
        Nothing("It has neither a period nor a condition.")
    ),
    norm!(
        at(9, 0, 0, 5),
        0xdd77_7e11_c640_f6e1,
        Nothing,
        "art9.s5",
        "Sectoral state bodies have further powers by other acts",
        Nothing("A general clause.")
    ),
];

outcomes! {
    /// The outcomes of `art9.s1.annual-register-recommendations`.
    pub enum Outcome {
        Met = "met": Satisfied,
        Open = "open": Satisfied,
        Missed = "missed": Violated,
        BeforeTheFirstWholeYear = "before-the-first-whole-year": NotApplicable,
    }
}

const YEARLY: &[(&str, Output)] =
    &[("done_on", Output::Date), ("last_day", Output::Date), ("days_left", Output::Number)];

/// The first calendar year for which a yearly duty is judged: the Law was in force for only a part of 2023.
const FIRST_WHOLE_YEAR: i32 = 2024;

facts! {
    /// Facts of `art9.s1.annual-register-recommendations` and `art9.s2.annual-standards-recommendations`.
    pub struct Recommendations {
        /// The sector of the state body.
        sector: Option<Text>,
        /// The days on which it submitted recommendations; may be empty.
        submissions: Option<Vec<Date>>,
        /// Whether they were coordinated with the industry council; not needed where there are none.
        council_agreed: Option<bool>,
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
        /// Whether it was coordinated with the local executive bodies; not needed where there was none.
        local_bodies_agreed: Option<bool>,
        /// The calendar year asked about.
        year: Option<i32>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }
}

/// `art9.s1.annual-register-recommendations`: a sectoral state body recommends changes to the register of professions
/// every year, in coordination with the industry council. "Every year" is read as every calendar year, not every twelve
/// months.
///
/// # Errors
/// A year outside the range of dates.
pub fn register_recommendations(
    facts: &Recommendations,
    _: &WorkingDays,
) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: submissions, year);
    yearly(submissions, ("council_agreed", facts.council_agreed), *year, facts.as_of)
}

/// `art9.s2.annual-standards-recommendations`: a sectoral state body recommends every year which professional standards
/// to develop or update.
///
/// # Errors
/// A year outside the range of dates.
pub fn standards_recommendations(
    facts: &Recommendations,
    _: &WorkingDays,
) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: submissions, year);
    yearly(submissions, ("council_agreed", facts.council_agreed), *year, facts.as_of)
}

/// `art9.s3.annual-need`: a sectoral state body determines every year the labour market's need for recognition.
///
/// # Errors
/// A year outside the range of dates.
pub fn annual_need(facts: &AnnualNeed, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: formed_on, year);
    yearly(formed_on, ("local_bodies_agreed", facts.local_bodies_agreed), *year, facts.as_of)
}

/// What was done without the coordination that the Law requires does not fulfil the duty.
fn yearly(
    done: &[Date],
    (fact, coordinated): (&'static str, Option<bool>),
    year: i32,
    as_of: Option<Date>,
) -> Result<Ruled<Outcome>, FactsError> {
    let (Some(first), Some(last)) = (Date::from_ymd(year, 1, 1), Date::from_ymd(year, 12, 31)) else {
        return Err(FactsError::field("year", FactProblem::YearOutOfRange { year }));
    };
    if year < FIRST_WHOLE_YEAR {
        return Ok(Ruled::of(Outcome::BeforeTheFirstWholeYear));
    }
    // Submissions dated after the day asked about have not happened yet.
    let known = |day: &&Date| first <= **day && **day <= last && as_of.is_none_or(|as_of| **day <= as_of);
    let done_on = done.iter().filter(known).min().copied();
    let ruling = match (done_on, as_of) {
        (Some(done_on), _) if coordinated == Some(true) => Ruled::of(Outcome::Met).with("done_on", done_on),
        (Some(_), _) if coordinated.is_none() => Ruled::missing(&[fact]),
        (_, None) => Ruled::missing(&["as_of"]),
        (_, Some(as_of)) if as_of <= last => {
            Ruled::of(Outcome::Open).with("days_left", days_between(as_of, last))
        }
        (_, Some(_)) => Ruled::of(Outcome::Missed),
    };
    let ruling = ruling.ending(last).under("calendar-year");
    Ok(if done_on.is_some() && coordinated == Some(false) {
        ruling.step(Step::new("not-coordinated"))
    } else {
        ruling
    })
}
