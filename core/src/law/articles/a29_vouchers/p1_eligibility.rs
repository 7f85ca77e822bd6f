//! Paragraph 1: who has a right to a voucher.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::engine::facts::facts;
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};

rule! {
    VOUCHER_ELIGIBILITY: VoucherEligibility => Outcome,
    unit: (29, 1, 0, 0),
    text: 0x04b8_79f3_4938_2581,
    id: "art29.p1.voucher-eligibility",
    summary: "Registered unemployed people have a right to a voucher",
    note: "By the status on the day of the request; losing it later does not cancel the voucher.",
    judge: voucher_eligibility,
    as_of: |facts| facts.request_date,
    value: &[("reasons", Output::SomeOf(&["not-registered", "out-of-scope"]))],
    example: r#"{"registered_unemployed":true,"in_scope":true,"request_date":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&VOUCHER_ELIGIBILITY.norm];

outcomes! {
    /// The outcomes of `art29.p1.voucher-eligibility`.
    pub enum Outcome {
        Eligible = "eligible": Satisfied,
        NotEligible = "not-eligible": Violated,
        OutOfScope = "out-of-scope": Violated,
    }
}

facts! {
    /// Facts of `art29.p1.voucher-eligibility`.
    pub struct VoucherEligibility {
        /// Whether the person was registered as unemployed on the day of the request.
        registered_unemployed: Option<bool>,
        /// Whether the Law applies to the person on that day: what `art2.p3.scope` answers.
        in_scope: Option<bool>,
        /// The day of the request.
        request_date: Option<Date>,
    }
}

/// `art29.p1.voucher-eligibility`: a person who is registered as unemployed on the day of the request has a right to a
/// voucher. The Law must apply to the person (art. 2.3); an unstated scope is not assumed. A later change of the
/// registration does not matter: the Law withdraws no voucher.
///
/// # Errors
/// None: every combination of facts has an answer.
pub fn voucher_eligibility(
    facts: &VoucherEligibility,
    _: &WorkingDays,
) -> Result<Ruled<Outcome>, FactsError> {
    let conditions = [
        (facts.registered_unemployed, "registered_unemployed", "not-registered"),
        (facts.in_scope, "in_scope", "out-of-scope"),
    ];
    let failed = conditions.iter().filter(|(holds, ..)| *holds == Some(false));
    let reasons: Vec<String> = failed.map(|(.., reason)| (*reason).to_string()).collect();
    let unknown = conditions.iter().filter(|(holds, ..)| holds.is_none());
    let mut missing: Vec<_> = unknown.map(|(_, name, _)| *name).collect();
    if facts.request_date.is_none() {
        missing.push("request_date");
    }
    let ruling = if !reasons.is_empty() {
        let outcome = if facts.in_scope == Some(false) { Outcome::OutOfScope } else { Outcome::NotEligible };
        Ruled::of(outcome).with("reasons", reasons)
    } else if missing.is_empty() {
        Ruled::of(Outcome::Eligible)
    } else {
        Ruled::missing(&missing)
    };
    Ok(ruling.under("status-on-request-date"))
}
