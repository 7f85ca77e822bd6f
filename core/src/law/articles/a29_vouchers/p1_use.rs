//! Paragraph 1: a voucher is used within its validity.

use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::articles::a21_document::p2_retake::DisabilityFacts;
use crate::law::articles::a29_vouchers::p3_extension::validity;
use crate::law::engine::deadlines::{self, first_day};
use crate::law::engine::facts::{facts, or_return, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};

rule! {
    USE_WITHIN_VALIDITY: VoucherUse => Outcome,
    unit: (29, 1, 0, 0),
    text: 0x04b8_79f3_4938_2581,
    id: "art29.p1.use-within-validity",
    summary: "A voucher is used within the validity that it states",
    note: "Both ends included; the day of the exam counts, not of booking.",
    judge: use_within_validity,
    as_of: |facts| first_day([facts.valid_from, facts.used_on, facts.as_of]),
    value: &[
        ("used_on", Output::Date),
        ("days_left", Output::Number),
        ("last_day", Output::Date),
        ("alternative_last_day", Output::Date),
        ("extended_by", Output::Number),
    ],
    example: r#"{"valid_from":"2026-03-02","valid_to":"2026-04-15","disability":[],"as_of":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&USE_WITHIN_VALIDITY.norm];

outcomes! {
    /// The outcomes of `art29.p1.use-within-validity`.
    pub enum Outcome {
        Usable = "usable": Satisfied,
        NotYet = "not-yet": Violated,
        Expired = "expired": Violated,
        Used = "used": Satisfied,
        UsedOutside = "used-outside": Violated,
        Contestable = "contestable": Contestable,
    }
}

facts! {
    /// Facts of `art29.p1.use-within-validity` and of `art29.p3.cancel-unused`.
    pub struct VoucherUse {
        /// The first day of validity that the voucher states.
        valid_from: Option<Date>,
        /// The last day of validity that the voucher states, without an extension.
        valid_to: Option<Date>,
        /// Certified temporary disabilities of the holder; empty where there were none.
        disability: Option<Vec<DisabilityFacts>>,
        /// The day on which the holder underwent the procedure with it, not the day of booking; unused where left out.
        used_on: Option<Date>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }
}

/// `art29.p1.use-within-validity`: a voucher is used within its stated validity, both ends included, and its extension
/// (art. 29.3). The day of use is the day of the procedure. Days off do not extend it.
///
/// # Errors
/// A validity or a disability that ends before it begins; more than 1,000 disabilities.
pub fn use_within_validity(facts: &VoucherUse, days: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: valid_from, valid_to);
    let validity = or_return!(validity(*valid_from, *valid_to, facts.disability.as_deref()));
    let used_on = deadlines::happened(facts.used_on, facts.as_of);
    let Some(day) = used_on.or(facts.as_of) else {
        return Ok(validity.annotate(Ruled::missing(&["as_of"]), days));
    };
    if !validity.decides(day) {
        return Ok(Ruled::missing(&["disability"]));
    }
    let used = used_on.is_some();
    let ruling = validity.judge(
        |last_day| validity.includes(day, last_day),
        |satisfied| match (satisfied, used) {
            (true, true) => Outcome::Used,
            (false, true) => Outcome::UsedOutside,
            (true, false) => Outcome::Usable,
            (false, false) if day < *valid_from => Outcome::NotYet,
            (false, false) => Outcome::Expired,
        },
        Outcome::Contestable,
    );
    // Asked as of a day before the validity, the use would not have happened: without that day it is not certain.
    if facts.as_of.is_none() && ruling.is_satisfied() {
        return Ok(validity.annotate(Ruled::missing(&["as_of"]), days));
    }
    let days_left = Some(deadlines::days_between(day, validity.last_day));
    let ruling = ruling.with_some("used_on", used_on);
    let ruling = ruling
        .with_some("days_left", days_left.filter(|_| !used && validity.includes(day, validity.last_day)));
    Ok(validity.annotate(ruling, days))
}
