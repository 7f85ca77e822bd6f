//! Paragraph 3: a voucher that was not used is cancelled.

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::articles::a29_vouchers::p1_use::VoucherUse;
use crate::law::articles::a29_vouchers::p3_extension::validity;
use crate::law::engine::deadlines::{self, first_day};
use crate::law::engine::facts::{or_return, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};

rule! {
    CANCEL_UNUSED: VoucherUse => Outcome,
    unit: (29, 3, 0, 0),
    text: 0xcbcf_3457_cd9e_a34e,
    id: "art29.p3.cancel-unused",
    summary: "A voucher that was not used in time is cancelled",
    note: "By itself, on the day after the last, extended where it is.",
    judge: cancel_unused,
    as_of: |facts| first_day([facts.valid_from, facts.used_on, facts.as_of]),
    value: &[
        ("from", Output::Date),
        ("days_left", Output::Number),
        ("last_day", Output::Date),
        ("alternative_last_day", Output::Date),
        ("extended_by", Output::Number),
    ],
    example: r#"{"valid_from":"2026-03-02","valid_to":"2026-04-15","disability":[],"as_of":"2026-04-16"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&CANCEL_UNUSED.norm];

outcomes! {
    /// The outcomes of `art29.p3.cancel-unused`.
    pub enum Outcome {
        Cancelled = "cancelled": Violated,
        NotCancelled = "not-cancelled": Satisfied,
        Used = "used": Satisfied,
        Contestable = "contestable": Contestable,
    }
}

/// `art29.p3.cancel-unused`: a voucher that was not used within its validity and extension (art. 29.3) is cancelled
/// by the Law itself, from the day after its last day.
///
/// # Errors
/// A validity or a disability that ends before it begins; more than 1,000 disabilities.
pub fn cancel_unused(facts: &VoucherUse, days: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: valid_from, valid_to);
    let validity = or_return!(validity(*valid_from, *valid_to, facts.disability.as_deref()));
    let used_on = deadlines::happened(facts.used_on, facts.as_of);
    let used = |last_day| used_on.is_some_and(|used| validity.includes(used, last_day));
    let used_by_both = used(validity.last_day) && used(validity.alternative);
    let ruling = match facts.as_of {
        _ if used_by_both => Ruled::of(Outcome::Used),
        None => Ruled::missing(&["as_of"]),
        // Before its first day it is not cancelled either.
        Some(as_of) if !validity.decides(as_of) => return Ok(Ruled::missing(&["disability"])),
        Some(as_of) => {
            let in_time = |last_day| used(last_day) || as_of <= last_day;
            let outcome = |satisfied| if satisfied { Outcome::NotCancelled } else { Outcome::Cancelled };
            let days_left = Some(deadlines::days_between(as_of, validity.last_day));
            let open = as_of <= validity.last_day && !used(validity.last_day);
            validity
                .judge(in_time, outcome, Outcome::Contestable)
                .with_some("days_left", days_left.filter(|_| open))
        }
    };
    let from = Some(validity.last_day.plus_days(1)).filter(|_| !validity.open && !used(validity.last_day));
    let ruling = ruling.with_some("from", from);
    Ok(validity.annotate(ruling, days))
}
