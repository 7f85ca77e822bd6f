//! Composite questions: each combines the rules that decide a practical question, in order, and names the next steps.
//! They add no norm of their own.

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

/// The next steps, as stable names.
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

/// The values of a composite answer.
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

/// Judges a rule as a part of a question, with the rule's own function.
fn part<F>(
    id: &'static str,
    judge: fn(&F, &WorkingDays) -> Result<Ruling, FactsError>,
    facts: &F,
    days: &WorkingDays,
) -> Result<Vec<RuleResult>, FactsError> {
    let ruling = judge(facts, days).map_err(|error| used_by_rule(id, error))?;
    Ok(super::rule(id).map(|rule| rule.result(ruling)).into_iter().collect())
}

/// Judges an optional part. `null` leaves the part out; without a value it is unknown whether the part applies.
fn optional_part<F>(
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

/// Adds to an error about a fact the rule that it belongs to.
fn used_by_rule(id: &'static str, error: FactsError) -> FactsError {
    match error {
        FactsError::Field { name, problem, .. } => FactsError::Field { name, problem, used_by: Some(id) },
        other => other,
    }
}

/// Combines all parts and adds the next steps; `next_if_satisfied` is the step where every part is satisfied.
fn combine(parts: Vec<Vec<RuleResult>>, next_if_satisfied: &'static str) -> Ruling {
    let ruling = all_of(parts.into_iter().flatten().collect());
    let next: &[&str] = match &ruling.answer {
        Answer::Satisfied => &[next_if_satisfied],
        Answer::Violated => &["resolve-what-fails"],
        Answer::Undetermined(_) => &["find-out-what-is-missing"],
        Answer::Contestable(_) => &["get-a-lawyer"],
        Answer::NotApplicable => &[],
    };
    ruling.with("next", strings(next))
}

fn strings(strings: &[&str]) -> Vec<String> {
    strings.iter().map(|name| (*name).to_string()).collect()
}
