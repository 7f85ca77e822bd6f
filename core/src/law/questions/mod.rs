//! Composite questions: each combines the rules that decide a practical question, in order, and names the next steps.
//! They add no norm of their own.

pub mod applicant_ready;
pub mod can_i_apply;
pub mod centre_standing;
pub mod is_document_good;
pub mod nce_clock;
pub mod voucher;
pub mod what_now_after_fail;

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::engine::aggregate::all_of;
use crate::law::engine::facts::Known;
use crate::law::engine::rule::{Output, Rule, RuleResult};
use crate::law::engine::ruling::{Answer, Ruling};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// Every question.
pub(in crate::law) static ALL: &[&Rule] = &[
    &can_i_apply::CAN_I_APPLY,
    &what_now_after_fail::WHAT_NOW_AFTER_FAIL,
    &voucher::VOUCHER,
    &is_document_good::IS_DOCUMENT_GOOD,
    &centre_standing::CENTRE_STANDING,
    &applicant_ready::APPLICANT_READY,
    &nce_clock::NCE_CLOCK,
];

/// The next steps, as stable names.
pub(in crate::law) const NEXT: Output = Output::SomeOf(&[
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
pub(in crate::law) const ASKED: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["satisfied", "violated", "contestable"])),
    ("failed", Output::List),
    ("unknown", Output::List),
    ("contestable", Output::List),
    ("next", NEXT),
];

/// Judges a rule as a part of a question, with the rule's own function.
pub(in crate::law) fn part<F>(
    id: &'static str,
    judge: fn(&F, &WorkingDays) -> Result<Ruling, FactsError>,
    facts: &F,
    days: &WorkingDays,
) -> Result<Vec<RuleResult>, FactsError> {
    let ruling = judge(facts, days).map_err(|error| used_by_rule(id, error))?;
    Ok(crate::law::rule(id).map(|rule| rule.result(ruling)).into_iter().collect())
}

/// Judges an optional part. `null` leaves the part out; without a value it is unknown whether the part applies.
pub(in crate::law) fn optional_part<F>(
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
            Ok(crate::law::rule(id).map(|rule| rule.result(ruling)).into_iter().collect())
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
pub(in crate::law) fn combine(parts: Vec<Vec<RuleResult>>, next_if_satisfied: &'static str) -> Ruling {
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

pub(in crate::law) fn strings(strings: &[&str]) -> Vec<String> {
    strings.iter().map(|name| (*name).to_string()).collect()
}
