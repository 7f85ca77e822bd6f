//! Whether an unemployed person may get a voucher.

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::articles::a29_vouchers::p1_eligibility::{VOUCHER_ELIGIBILITY, VoucherEligibility};
use crate::law::articles::a29_vouchers::p1_once_a_year::{ONCE_A_YEAR, OnceAYear};
use crate::law::engine::aggregate::PlainOutcome;
use crate::law::engine::facts::{agree, facts, require};
use crate::law::engine::outcome::Ruled;
use crate::law::engine::rule::{Output, Rule, question};
use crate::law::questions::{NEXT, NextStep, combine, part};

pub(in crate::law) static VOUCHER: Rule = question! {
    id: "ask.voucher",
    cites: (29, 0, 0, 0),
    judge: voucher => PlainOutcome,
    as_of: |facts| facts.eligibility.as_ref().and_then(|eligibility| eligibility.request_date),
    value: &[("failed", Output::List), ("unknown", Output::List), ("next", NEXT)],
    example: r#"{"eligibility":{"registered_unemployed":true,"in_scope":true,"request_date":"2026-03-01"},"once_a_year":{"previous_issued_on":[]}}"#,
};

facts! {
    /// Facts of `ask.voucher`. Both parts share the day of the request, which is stated in one of them.
    pub struct VoucherQuestion {
        /// Of `art29.p1.voucher-eligibility`.
        eligibility: Option<VoucherEligibility>,
        /// Of `art29.p1.once-a-year`.
        once_a_year: Option<OnceAYear>,
    }
}

/// `ask.voucher`: whether an unemployed person may get a one-time voucher. Whether a voucher that the person has may be used
/// is `ask.voucher-use`.
///
/// # Errors
/// Those of the rules; two days of the request.
pub fn voucher(facts: &VoucherQuestion, days: &WorkingDays) -> Result<Ruled<PlainOutcome>, FactsError> {
    require!(facts: eligibility, once_a_year);
    let (mut eligibility, mut once_a_year) = (eligibility.clone(), once_a_year.clone());
    agree(&mut [
        ("eligibility.request_date", &mut eligibility.request_date),
        ("once_a_year.request_date", &mut once_a_year.request_date),
    ])?;
    let parts = alloc::vec![
        VOUCHER_ELIGIBILITY.result(part(&VOUCHER_ELIGIBILITY, &eligibility, days)?),
        ONCE_A_YEAR.result(part(&ONCE_A_YEAR, &once_a_year, days)?),
    ];
    Ok(combine(parts, &[NextStep::Apply]))
}
