//! Whether an unemployed person may have a voucher, and use it.

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::articles::a29_vouchers::p1_eligibility::{VOUCHER_ELIGIBILITY, VoucherEligibility};
use crate::law::articles::a29_vouchers::p1_once_a_year::{ONCE_A_YEAR, OnceAYear};
use crate::law::articles::a29_vouchers::p1_use::{USE_WITHIN_VALIDITY, VoucherUse};
use crate::law::articles::a29_vouchers::p2_choice::{FREE_CHOICE, FreeChoice};
use crate::law::articles::a29_vouchers::p3_extension::{EXTENSION, VoucherExtension};
use crate::law::engine::aggregate::MembersOutcome;
use crate::law::engine::facts::{Known, facts, require};
use crate::law::engine::outcome::Ruled;
use crate::law::engine::rule::{Output, Rule, question};
use crate::law::questions::{NEXT, NextStep, combine, optional_part, part};

pub(in crate::law) static VOUCHER: Rule = question! {
    id: "ask.voucher",
    cites: (29, 0, 0, 0),
    judge: voucher => MembersOutcome,
    as_of: |facts| facts.eligibility.as_ref().and_then(|eligibility| eligibility.request_date),
    value: &[
        ("failed", Output::List),
        ("unknown", Output::List),
        ("contestable", Output::List),
        ("last_day", Output::Date),
        ("next", NEXT),
    ],
    example: r#"{"eligibility":{"registered_unemployed":true,"in_scope":true,"request_date":"2026-03-01"},"once_a_year":{"previous_issued_on":[],"request_date":"2026-03-01"},"use_within_validity":{"valid_from":"2026-03-02","valid_to":"2026-04-15","disability":[],"as_of":"2026-03-19"},"free_choice":{"profession":"7212-01","register":[{"profession":"7212-01","included_on":"2024-01-01","excluded_on":null,"mode":"voluntary"}],"register_as_of":"2026-03-31","centre":{"kind":"legal-entity","route":"this-law","certificate":{"issued_on":"2025-01-10","valid_to":"2028-01-10","events":[]},"professions":[{"profession":"7212-01","from":"2025-01-10","until":null}]},"as_of":"2026-03-19"}}"#,
};

facts! {
    /// Facts of `ask.voucher`.
    pub struct VoucherQuestion {
        /// Of `art29.p1.voucher-eligibility`.
        eligibility: Option<VoucherEligibility>,
        /// Of `art29.p1.once-a-year`.
        once_a_year: Option<OnceAYear>,
        /// Of `art29.p1.use-within-validity`, and so of `art29.p3.extension`; `null` where no voucher was given yet.
        use_within_validity: Known<VoucherUse>,
        /// Of `art29.p2.free-choice`; `null` where the holder has not chosen yet.
        free_choice: Known<FreeChoice>,
    }
}

/// `ask.voucher`: whether an unemployed person may have a one-time voucher, until when it is valid, and whether it
/// may be used for the chosen profession and centre.
///
/// # Errors
/// Those of the rules.
pub fn voucher(facts: &VoucherQuestion, days: &WorkingDays) -> Result<Ruled<MembersOutcome>, FactsError> {
    require!(facts: eligibility, once_a_year);
    let mut parts = alloc::vec![
        VOUCHER_ELIGIBILITY.result(part(&VOUCHER_ELIGIBILITY, eligibility, days)?),
        ONCE_A_YEAR.result(part(&ONCE_A_YEAR, once_a_year, days)?),
    ];
    let used = optional_part(&USE_WITHIN_VALIDITY, "use_within_validity", &facts.use_within_validity, days)?;
    parts.extend(used.map(|ruled| USE_WITHIN_VALIDITY.result(ruled)));
    let mut last_day = None;
    if let Known::Is(used) = &facts.use_within_validity {
        let extended = VoucherExtension {
            valid_from: used.valid_from,
            valid_to: used.valid_to,
            disability: used.disability.clone(),
        };
        let extended = part(&EXTENSION, &extended, days)?;
        last_day = extended.last_day();
        parts.push(EXTENSION.result(extended));
    }
    let choice = optional_part(&FREE_CHOICE, "free_choice", &facts.free_choice, days)?;
    parts.extend(choice.map(|ruled| FREE_CHOICE.result(ruled)));
    let next = if last_day.is_some() { NextStep::UseTheVoucher } else { NextStep::Apply };
    Ok(combine(parts, next).with_some("last_day", last_day))
}
