//! Composite questions: what a person asks, answered by every rule that decides it, in order, and by what to do next.
//! They add no law of their own.

mod candidate;
mod centre;
mod document;

pub use candidate::{CanIApply, VoucherQuestion, WhatNow, can_i_apply, voucher, what_now_after_fail};
pub use centre::{
    ApplicantReady, CentreStanding, Clocks, Publication, applicant_ready, centre_standing, nce_clock,
};
pub use document::{DocumentGood, is_document_good};

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::aggregate::all_of;
use super::facts::Known;
use super::rule::{Output, Rule, RuleResult};
use super::ruling::{Answer, Ruling};
use crate::calendar::WorkingDays;
use crate::error::FactsError;

/// What to do next, as stable names.
pub(super) const NEXT: Output = Output::SomeOf(&[
    "apply",
    "appeal",
    "apply-to-the-court",
    "ask-for-the-retake",
    "ask-the-centre",
    "do-not-rely",
    "find-out-what-is-missing",
    "get-a-lawyer",
    "reapply",
    "rely-on-it",
    "resolve-what-fails",
    "see-the-other-law",
    "use-the-voucher",
]);

/// What stands in the value of a composite answer.
const ASKED: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["satisfied", "violated", "contestable"])),
    ("failed", Output::List),
    ("unknown", Output::List),
    ("contestable", Output::List),
    ("next", NEXT),
];

pub(super) const CANDIDATE: &[Rule] = candidate::RULES;
pub(super) const DOCUMENT: &[Rule] = document::RULES;
pub(super) const CENTRE: &[Rule] = centre::RULES;

/// A part of a question: the rule of this id, judged by its own function.
fn part<F>(
    id: &'static str,
    judge: fn(&F, &WorkingDays) -> Result<Ruling, FactsError>,
    facts: &F,
    days: &WorkingDays,
) -> Result<Vec<RuleResult>, FactsError> {
    let ruling = judge(facts, days).map_err(|error| within(id, error))?;
    Ok(super::rule(id).map(|rule| rule.result(ruling)).into_iter().collect())
}

/// A part that need not be asked: `null` leaves it away; left out, it is not known whether it should be.
fn part_if<F>(
    (id, name): (&'static str, &'static str),
    judge: fn(&F, &WorkingDays) -> Result<Ruling, FactsError>,
    facts: &Known<F>,
    days: &WorkingDays,
) -> Result<Vec<RuleResult>, FactsError> {
    match facts {
        Known::Is(facts) => part(id, judge, facts, days),
        Known::None => Ok(Vec::new()),
        Known::Unknown => {
            let ruling = Ruling::missing(&[name]);
            Ok(super::rule(id).map(|rule| rule.result(ruling)).into_iter().collect())
        }
    }
}

/// An error about a fact of a part says which part.
fn within(id: &'static str, error: FactsError) -> FactsError {
    match error {
        FactsError::Field { name, problem, .. } => FactsError::Field { name, problem, asked_by: Some(id) },
        other => other,
    }
}

/// All parts together, and what to do: `good` where everything holds.
fn together(parts: Vec<Vec<RuleResult>>, good: &'static str) -> Ruling {
    let ruling = all_of(parts.into_iter().flatten().collect());
    let next: &[&str] = match &ruling.answer {
        Answer::Satisfied => &[good],
        Answer::Violated => &["resolve-what-fails"],
        Answer::Undetermined(_) => &["find-out-what-is-missing"],
        Answer::Contestable(_) => &["get-a-lawyer"],
        Answer::NotApplicable => &[],
    };
    ruling.with("next", names(next))
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_string()).collect()
}
