//! Article 10: the National council.

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::engine::deadlines::{days_between, happened, months_after};
use crate::law::engine::facts::facts;
use crate::law::engine::norm::Place::Nothing;
use crate::law::engine::norm::{Article, Norm, norm};
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::Step;
use crate::law::engine::unit::at;

/// The article.
pub(in crate::law) static ARTICLE: Article =
    Article { number: 10, title: "The National council", norms: &[NORMS] };

rule! {
    COUNCIL_INFO_FRESHNESS: CouncilInfo => Outcome,
    unit: (10, 3, 0, 0),
    text: 0x93dd_456f_789f_ff5b,
    id: "art10.p3.council-info-freshness",
    summary: "What the council does is published, and updated every six months at least",
    note: "Six months from the last update, clamped to the month's end and not moved by days off. Half-years of the \
         calendar are not what the text counts.",
    judge: council_info_freshness,
    as_of: |facts| facts.as_of.or(facts.last_updated),
    value: &[("last_day", Output::Date), ("days_left", Output::Number), ("days_late", Output::Number)],
    example: r#"{"last_updated":"2025-08-31","as_of":"2026-02-28"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    norm!(
        at(10, 1, 0, 0),
        0xcf33_c730_5489_364b,
        Nothing,
        "art10.p1",
        "There is a National council, which advises the Government",
        Nothing("It sets up an institution.")
    ),
    norm!(
        at(10, 1, 2, 0),
        0xd1f9_3d24_0acb_88e6,
        Nothing,
        "art10.p1.part2",
        "Who may sit on the council",
        Nothing("A list of who may, open and without a condition.")
    ),
    norm!(
        at(10, 2, 0, 0),
        0xf269_468d_86c1_17c2,
        Nothing,
        "art10.p2",
        "Introduces the council's functions",
        Nothing("It says which body is competent.")
    ),
    norm!(
        at(10, 2, 0, 1),
        0x296c_78c1_9323_2baa,
        Nothing,
        "art10.p2.s1",
        "The council recommends priorities",
        Nothing("It says which body is competent.")
    ),
    norm!(
        at(10, 2, 0, 2),
        0xbd34_b485_46ee_c678,
        Nothing,
        "art10.p2.s2",
        "The council approves the national framework",
        Nothing("It says which body is competent.")
    ),
    norm!(
        at(10, 2, 0, 3),
        0xdf62_8e1f_5978_0e96,
        Nothing,
        "art10.p2.s3",
        "The council has further functions",
        Nothing("A general clause.")
    ),
    &COUNCIL_INFO_FRESHNESS.norm,
];

outcomes! {
    /// The outcomes of `art10.p3.council-info-freshness`.
    pub enum Outcome {
        Fresh = "fresh": Satisfied,
        Stale = "stale": Violated,
    }
}

facts! {
    /// Facts of `art10.p3.council-info-freshness`.
    pub struct CouncilInfo {
        /// The day of the last update.
        last_updated: Option<Date>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }
}

/// `art10.p3.council-info-freshness`: the published information about the National council is updated at least every
/// six months, counted from the last update. Days off do not extend the term.
///
/// # Errors
/// None.
pub fn council_info_freshness(facts: &CouncilInfo, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    // An update dated after the day asked about has not happened, and the one before it is not known.
    let Some(last_updated) = &happened(facts.last_updated, facts.as_of) else {
        return Ok(Ruled::missing(&["last_updated"]));
    };
    let (last_day, clamped): (Date, Option<Step>) = months_after(*last_updated, 6);
    let ruling = match facts.as_of {
        None => Ruled::missing(&["as_of"]),
        Some(as_of) if as_of <= last_day => {
            Ruled::of(Outcome::Fresh).with("days_left", days_between(as_of, last_day))
        }
        Some(as_of) => Ruled::of(Outcome::Stale).with("days_late", days_between(last_day, as_of)),
    };
    let steps = clamped.into_iter().collect();
    Ok(ruling.ending(last_day).steps(steps).under("six-months-from-the-last-update"))
}
