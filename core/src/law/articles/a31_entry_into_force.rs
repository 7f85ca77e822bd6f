//! Article 31: when the Law enters into force.

use crate::calendar::{Date, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::facts::Facts;
use crate::law::engine::facts::{facts, require};
use crate::law::engine::norm::{Article, Norm};
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::{RuleAnswer, Ruling};

/// The article.
pub(in crate::law) static ARTICLE: Article =
    Article { number: 31, title: "Entry into force", norms: &[NORMS] };

rule! {
    ENTRY_INTO_FORCE: InForce => Outcome,
    unit: (31, 0, 0, 0),
    text: 0x7b69_157c_da26_d0bf,
    id: "art31.entry-into-force",
    summary: "The Law begins sixty calendar days after its first official publication",
    note: "The day after publication is the first of the sixty; the Law is in force from the day after the sixtieth. Every \
         other rule is asked about days from then on.",
    judge: in_force,
    as_of: |_facts| None,
    value: &[("in_force_since", Output::Date)],
    example: r#"{"first_published_on":"2023-07-05","as_of":"2023-09-04"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&ENTRY_INTO_FORCE.norm];

outcomes! {
    /// The outcomes of `art31.entry-into-force`.
    pub enum Outcome {
        InForce = "in-force": Satisfied,
        NotYetInForce = "not-yet-in-force": Violated,
    }
}

facts! {
    /// Facts of `art31.entry-into-force`.
    pub struct InForce {
        /// The day of the first official publication.
        first_published_on: Option<Date>,
        /// The day asked about.
        as_of: Option<Date>,
    }
}

/// Days after 1970-01-01 of the first official publication, 5 July 2023.
const PUBLISHED: i64 = 19_543;

/// The day on which the Law was signed, 4 July 2023.
fn signed_on() -> Date {
    Date::from_days(PUBLISHED.saturating_sub(1)).unwrap_or(Date::MIN)
}

/// Calendar days that must pass after the day of publication.
const DAYS: u32 = 60;

/// The first day on which the Law is in force, by its art. 31. No provision has been amended since.
pub(in crate::law) const IN_FORCE_FROM: Date = match Date::from_days(PUBLISHED + DAYS as i64 + 1) {
    Some(day) => day,
    None => Date::MAX,
};

/// Returns the day of the first official publication, 5 July 2023.
#[must_use]
pub fn first_published_on() -> Date {
    Date::from_days(PUBLISHED).unwrap_or(Date::MAX)
}

/// `art31.entry-into-force`, asked with facts.
///
/// # Errors
/// A publication before the Law was signed.
pub fn in_force(facts: &InForce, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: first_published_on);
    let signed_on = signed_on();
    if *first_published_on < signed_on {
        let (day, other) = (*first_published_on, "signed_on".into());
        let problem = FactProblem::Before { day, other, other_day: signed_on };
        return Err(FactsError::field("first_published_on", problem));
    }
    let since = in_force_since(*first_published_on);
    let Some(as_of) = facts.as_of else {
        return Ok(Ruled::missing(&["as_of"]).with("in_force_since", since));
    };
    let outcome = if as_of >= since { Outcome::InForce } else { Outcome::NotYetInForce };
    Ok(Ruled::of(outcome).with("in_force_since", since))
}

fn in_force_since(first_published_on: Date) -> Date {
    first_published_on.plus_days(DAYS.saturating_add(1))
}

/// `art31.entry-into-force`: the Law enters into force sixty calendar days after the day of its first official
/// publication. With publication on 5 July 2023 that is 4 September 2023, the day that Orders 348 and 374 state too.
/// Days off do not extend the term.
#[must_use]
pub fn entry_into_force(first_published_on: Date, as_of: Date) -> Ruling {
    let since = in_force_since(first_published_on);
    let facts = Facts::new().with("issued_on", as_of).with("in_force_since", since);
    Ruling::new(RuleAnswer::from_bool(as_of >= since), facts)
}
