//! Art. 29.1 and 29.3: how long a voucher is valid, how a temporary disability extends it, and when it is cancelled.

use alloc::boxed::Box;
use alloc::vec::Vec;

use super::clock;
use super::facts::{facts, or_return, require};
use super::obtaining::{DisabilityFacts, times};
use super::register::Early;
use super::rule::Output;
use super::ruling::{Ruling, Step};
use crate::calendar::{Date, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::facts::Facts;
use crate::law::Reading;
use crate::sorted::sorted;

/// The maximum number of disabilities: a limit on the work, far above what a year can contain.
const MAX_DISABILITIES: usize = 1000;

pub(super) const USE: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["usable", "not-yet", "expired", "used", "used-outside", "contestable"])),
    ("used_on", Output::Date),
    ("days_left", Output::Number),
    ("last_day", Output::Date),
    ("alternative_last_day", Output::Date),
    ("extended_by", Output::Number),
];
pub(super) const CANCEL: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["cancelled", "not-cancelled", "used", "contestable"])),
    ("from", Output::Date),
    ("days_left", Output::Number),
    ("last_day", Output::Date),
    ("alternative_last_day", Output::Date),
    ("extended_by", Output::Number),
];
pub(super) const EXTENSION: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["extended", "not-extended"])),
    ("last_day", Output::Date),
    ("alternative_last_day", Output::Date),
    ("extended_by", Output::Number),
];

facts! {
    /// Facts of `art29.p1.use-within-validity` and of `art29.p3.cancel-unused`.
    pub struct VoucherUse {
        /// The first day of validity that the voucher states.
        valid_from: Option<Date>,
        /// The last day of validity that the voucher states, without an extension.
        valid_to: Option<Date>,
        /// Certified temporary disabilities of the holder; none where left out.
        disability: Option<Vec<DisabilityFacts>>,
        /// The day on which the holder underwent the procedure with it, not the day of booking; unused where left out.
        used_on: Option<Date>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }

    /// Facts of `art29.p3.extension`.
    pub struct VoucherExtension {
        /// The first day of validity that the voucher states.
        valid_from: Option<Date>,
        /// The last day of validity that the voucher states.
        valid_to: Option<Date>,
        /// Certified temporary disabilities of the holder; empty where there were none.
        disability: Option<Vec<DisabilityFacts>>,
    }
}

/// The validity of a voucher, by both readings of its extension.
struct Validity {
    from: Date,
    /// By the length of the disability: the chosen reading.
    last_day: Date,
    /// The last day under the reading "valid while the disability lasts".
    alternative: Date,
    extended_by: u64,
    trace: Vec<Step>,
}

/// Computes the validity of a voucher. Errs if a disability lacks its first or last day.
fn validity(from: Date, to: Date, disability: &[DisabilityFacts]) -> Result<Validity, Early> {
    let wrong = |name: &str, problem| Box::new(Err(FactsError::field(name, problem)));
    if to < from {
        let problem = FactProblem::Before { day: to, other: "valid_from".into(), other_day: from };
        return Err(wrong("valid_to", problem));
    }
    if disability.len() > MAX_DISABILITIES {
        let problem = FactProblem::TooMany { found: disability.len(), max: MAX_DISABILITIES };
        return Err(wrong("disability", problem));
    }
    let times = times(disability).map_err(|error| Box::new(Err(error)))?;
    let complete = times.into_iter().map(|time| time.and_then(|time| Some((time.from, time.until?))));
    match complete.collect() {
        Some(disabled) => Ok(extended(from, to, disabled)),
        None => Err(Box::new(Ok(Ruling::missing(&["disability"])))),
    }
}

/// Merges disabilities into runs of days in time order, with at least one free day between any two.
fn runs(disabled: Vec<(Date, Date)>) -> Vec<(Date, Date)> {
    let mut runs: Vec<(Date, Date)> = Vec::new();
    for (first, last) in sorted(disabled) {
        match runs.last_mut() {
            Some((_, end)) if first <= end.plus_days(1) => *end = last.max(*end),
            _ => runs.push((first, last)),
        }
    }
    runs
}

/// Extends the validity by the days of disability within it, those within the extension included.
///
/// A run of disability that begins within the extended validity counts completely: each of its days adds one, on which
/// the next one falls. So one pass over the runs in time order finds the fixed point.
fn extended(from: Date, to: Date, disabled: Vec<(Date, Date)>) -> Validity {
    let (mut last_day, mut alternative) = (to, to);
    let mut trace = Vec::new();
    for (first, last) in runs(disabled) {
        let run = Facts::new().with("from", first).with("to", last);
        let counted_from = first.max(from);
        if counted_from > last || counted_from > last_day {
            trace.push(Step::with_facts("disability-outside-validity", run));
            continue;
        }
        if (first..=last).contains(&to) {
            alternative = last;
        }
        let days = clock::days_between(counted_from, last).saturating_add(1);
        last_day = last_day.plus_days(u32::try_from(days).unwrap_or(u32::MAX));
        trace.push(Step::with_facts("disability-counted", run.with("days", days).with("last_day", last_day)));
    }
    Validity { from, last_day, alternative, extended_by: clock::days_between(to, last_day), trace }
}

impl Validity {
    /// Whether a day is within the validity, given a reading's last day.
    fn includes(&self, day: Date, last_day: Date) -> bool {
        self.from <= day && day <= last_day
    }

    /// The ruling by the chosen reading, or a contestable one where the other reading gives a different answer.
    fn judge(&self, satisfied: impl Fn(Date) -> bool, status: impl Fn(bool) -> &'static str) -> Ruling {
        let (chosen, other) = (satisfied(self.last_day), satisfied(self.alternative));
        if chosen == other {
            return Ruling::status(chosen, status(chosen));
        }
        let reading = |reading, satisfied, last_day: Date| Reading {
            reading,
            satisfied,
            facts: Facts::new().with("last_day", last_day),
        };
        Ruling::contestable([
            reading("extended-by-length", chosen, self.last_day),
            reading("extended-while-disabled", other, self.alternative),
        ])
    }

    /// Adds the validity's values and steps to a ruling.
    fn annotate(self, ruling: Ruling, days: &WorkingDays) -> Ruling {
        let not_moved = clock::not_moved(days, self.last_day);
        let ruling = ruling.with("last_day", self.last_day);
        let alternative = Some(self.alternative).filter(|alternative| *alternative != self.last_day);
        let ruling = ruling.with_some("alternative_last_day", alternative);
        let added = Some(self.extended_by).filter(|days| *days > 0);
        let steps = self.trace.into_iter().chain(not_moved).collect();
        ruling.with_some("extended_by", added).steps(steps).under("extended-by-length")
    }
}

/// `art29.p1.use-within-validity`: a voucher is used within its stated validity, both ends included, and its extension
/// (art. 29.3). The day of use is the day of the procedure. Days off do not extend it.
///
/// # Errors
/// A validity or a disability that ends before it begins; more than 1,000 disabilities.
pub fn use_within_validity(facts: &VoucherUse, days: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: valid_from, valid_to);
    let disability = facts.disability.as_deref().unwrap_or_default();
    let validity = or_return!(validity(*valid_from, *valid_to, disability));
    let Some(day) = facts.used_on.or(facts.as_of) else {
        return Ok(validity.annotate(Ruling::missing(&["as_of"]), days));
    };
    let used = facts.used_on.is_some();
    let ruling = validity.judge(
        |last_day| validity.includes(day, last_day),
        |satisfied| match (satisfied, used) {
            (true, true) => "used",
            (false, true) => "used-outside",
            (true, false) => "usable",
            (false, false) if day < *valid_from => "not-yet",
            (false, false) => "expired",
        },
    );
    let days_left = Some(clock::days_between(day, validity.last_day));
    let ruling = ruling.with_some("used_on", facts.used_on);
    let ruling = ruling
        .with_some("days_left", days_left.filter(|_| !used && validity.includes(day, validity.last_day)));
    Ok(validity.annotate(ruling, days))
}

/// `art29.p3.cancel-unused`: a voucher that was not used within its validity and extension (art. 29.3) is cancelled
/// by the Law itself, from the day after its last day.
///
/// # Errors
/// A validity or a disability that ends before it begins; more than 1,000 disabilities.
pub fn cancel_unused(facts: &VoucherUse, days: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: valid_from, valid_to);
    let disability = facts.disability.as_deref().unwrap_or_default();
    let validity = or_return!(validity(*valid_from, *valid_to, disability));
    let used = |last_day| facts.used_on.is_some_and(|used| validity.includes(used, last_day));
    let used_by_both = used(validity.last_day) && used(validity.alternative);
    let ruling = match facts.as_of {
        _ if used_by_both => Ruling::status(true, "used"),
        None => Ruling::missing(&["as_of"]),
        Some(as_of) => {
            let in_time = |last_day| used(last_day) || as_of <= last_day;
            let status = |satisfied| if satisfied { "not-cancelled" } else { "cancelled" };
            let days_left = Some(clock::days_between(as_of, validity.last_day));
            let open = as_of <= validity.last_day && !used(validity.last_day);
            validity.judge(in_time, status).with_some("days_left", days_left.filter(|_| open))
        }
    };
    let from = Some(validity.last_day.plus_days(1)).filter(|_| !used(validity.last_day));
    let ruling = ruling.with_some("from", from);
    Ok(validity.annotate(ruling, days))
}

/// `art29.p3.extension`: a voucher's validity is extended by the holder's temporary disability: by as many calendar
/// days as the disability has within the validity, those of the extension included, none counted twice. Where the
/// other reading, "valid while the disability lasts", ends on another day, the answer has that day too. It is not the
/// chosen reading, because it would give nothing to a holder who recovers before the last day.
///
/// # Errors
/// A validity or a disability that ends before it begins; more than 1,000 disabilities.
pub fn extension(facts: &VoucherExtension, days: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: valid_from, valid_to, disability);
    let validity = or_return!(validity(*valid_from, *valid_to, disability));
    let status = if validity.extended_by > 0 { "extended" } else { "not-extended" };
    Ok(validity.annotate(Ruling::status(true, status), days))
}
