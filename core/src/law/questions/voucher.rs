//! Whether an unemployed person may have a voucher, and use it.

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::articles::a29_vouchers::p1_eligibility::{VoucherEligibility, voucher_eligibility};
use crate::law::articles::a29_vouchers::p1_once_a_year::{OnceAYear, once_a_year as judge_yearly};
use crate::law::articles::a29_vouchers::p1_use::{VoucherUse, use_within_validity};
use crate::law::articles::a29_vouchers::p2_choice::{FreeChoice, free_choice};
use crate::law::articles::a29_vouchers::p3_extension::{VoucherExtension, extension};
use crate::law::engine::facts::{Known, facts, require};
use crate::law::engine::rule::{Output, Rule, question};
use crate::law::engine::ruling::Ruling;
use crate::law::questions::{NEXT, combine, optional_part, part};

pub(in crate::law) static VOUCHER: Rule = question! {
    id: "ask.voucher",
    cites: (29, 0, 0, 0),
    judge: voucher,
    as_of: |facts| facts.eligibility.as_ref().and_then(|eligibility| eligibility.request_date),
    value: &[
    ("status", Output::OneOf(&["satisfied", "violated", "contestable"])),
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
pub fn voucher(facts: &VoucherQuestion, days: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: eligibility, once_a_year);
    let mut parts = alloc::vec![
        part("art29.p1.voucher-eligibility", voucher_eligibility, eligibility, days)?,
        part("art29.p1.once-a-year", judge_yearly, once_a_year, days)?,
    ];
    let used = &facts.use_within_validity;
    parts.push(optional_part(
        ("art29.p1.use-within-validity", "use_within_validity"),
        use_within_validity,
        used,
        days,
    )?);
    let mut last_day = None;
    if let Known::Is(used) = used {
        let extended = VoucherExtension {
            valid_from: used.valid_from,
            valid_to: used.valid_to,
            disability: used.disability.clone(),
        };
        let extended = part("art29.p3.extension", extension, &extended, days)?;
        last_day = extended.first().and_then(|extended| extended.ruling.value.date("last_day"));
        parts.push(extended);
    }
    parts.push(optional_part(
        ("art29.p2.free-choice", "free_choice"),
        free_choice,
        &facts.free_choice,
        days,
    )?);
    let next = if last_day.is_some() { "use-the-voucher" } else { "apply" };
    Ok(combine(parts, next).with_some("last_day", last_day))
}
