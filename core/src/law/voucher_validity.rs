//! Art. 29.1 and 29.3: how long a voucher lasts, what a temporary disability adds, and what becomes of it unused.

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
use crate::sorted::sorted;
use crate::verdict::{Facts, Reading};

/// The most disabilities of one voucher's time: a bound on the work, far above what a year can hold.
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

/// How long a voucher lasts, by either reading of its extension.
struct Validity {
    from: Date,
    /// By the length of the disability: the reading that is chosen.
    last_day: Date,
    /// Valid while the disability lasts only.
    alternative: Date,
    extended_by: u64,
    trace: Vec<Step>,
}

/// Reads the facts of a voucher's validity; a disability that is not known whole is missing.
fn validity(from: Date, to: Date, disability: &[DisabilityFacts]) -> Result<Validity, Early> {
    let wrong = |name: &str, problem| Box::new(Err(FactsError::field(name, problem)));
    if to < from {
        let problem = FactProblem::Before { day: to, other: "valid_from".into(), other_day: from };
        return Err(wrong("valid_to", problem));
    }
    if disability.len() > MAX_DISABILITIES {
        let problem = FactProblem::TooMany { found: disability.len(), most: MAX_DISABILITIES };
        return Err(wrong("disability", problem));
    }
    let times = times(disability).map_err(|error| Box::new(Err(error)))?;
    let whole = times.into_iter().map(|time| time.and_then(|time| Some((time.from, time.until?))));
    match whole.collect() {
        Some(disabled) => Ok(extended(from, to, disabled)),
        None => Err(Box::new(Ok(Ruling::missing(&["disability"])))),
    }
}

/// Disabilities as runs of days in time order, with a free day between any two.
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

/// Adds to the validity the days of disability that fall inside it, those inside what was added too.
///
/// A run of disability that begins inside the running validity counts whole: every day of it that counts adds the day
/// on which the next one falls. So one pass over the runs in time order finds the end that no further day moves.
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
        let days = clock::between(counted_from, last).saturating_add(1);
        last_day = last_day.plus_days(u32::try_from(days).unwrap_or(u32::MAX));
        trace.push(Step::with_facts("disability-counted", run.with("days", days).with("last_day", last_day)));
    }
    Validity { from, last_day, alternative, extended_by: clock::between(to, last_day), trace }
}

impl Validity {
    /// Whether a day is within, under a reading's last day.
    fn holds(&self, day: Date, last_day: Date) -> bool {
        self.from <= day && day <= last_day
    }

    /// A ruling by the chosen reading, or both readings where the other one answers otherwise.
    fn judged(&self, satisfied: impl Fn(Date) -> bool, status: impl Fn(bool) -> &'static str) -> Ruling {
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

    /// What is told of the validity beside the answer.
    fn told(self, ruling: Ruling, days: &WorkingDays) -> Ruling {
        let not_moved = clock::not_moved(days, self.last_day);
        let ruling = ruling.with("last_day", self.last_day);
        let alternative = Some(self.alternative).filter(|alternative| *alternative != self.last_day);
        let ruling = ruling.with_some("alternative_last_day", alternative);
        let added = Some(self.extended_by).filter(|days| *days > 0);
        let steps = self.trace.into_iter().chain(not_moved).collect();
        ruling.with_some("extended_by", added).steps(steps).under("extended-by-length")
    }
}

/// `art29.p1.use-within-validity`: a voucher is used within the validity that it states, both ends included, with its
/// extension (art. 29.3). It is used on the day of the procedure. Days off move nothing.
///
/// # Errors
/// A validity or a disability that ends before it begins; more disabilities than can be.
pub fn use_within_validity(facts: &VoucherUse, days: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: valid_from, valid_to);
    let disability = facts.disability.as_deref().unwrap_or_default();
    let validity = or_return!(validity(*valid_from, *valid_to, disability));
    let Some(day) = facts.used_on.or(facts.as_of) else {
        return Ok(validity.told(Ruling::missing(&["as_of"]), days));
    };
    let used = facts.used_on.is_some();
    let ruling = validity.judged(
        |last_day| validity.holds(day, last_day),
        |holds| match (holds, used) {
            (true, true) => "used",
            (false, true) => "used-outside",
            (true, false) => "usable",
            (false, false) if day < *valid_from => "not-yet",
            (false, false) => "expired",
        },
    );
    let left = Some(clock::between(day, validity.last_day));
    let ruling = ruling.with_some("used_on", facts.used_on);
    let ruling =
        ruling.with_some("days_left", left.filter(|_| !used && validity.holds(day, validity.last_day)));
    Ok(validity.told(ruling, days))
}

/// `art29.p3.cancel-unused`: a voucher that was not used within its validity is cancelled by the Law itself, from the day
/// after its last day, with its extension (art. 29.3).
///
/// # Errors
/// A validity or a disability that ends before it begins; more disabilities than can be.
pub fn cancel_unused(facts: &VoucherUse, days: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: valid_from, valid_to);
    let disability = facts.disability.as_deref().unwrap_or_default();
    let validity = or_return!(validity(*valid_from, *valid_to, disability));
    let used = |last_day| facts.used_on.is_some_and(|used| validity.holds(used, last_day));
    let used_by_both = used(validity.last_day) && used(validity.alternative);
    let ruling = match facts.as_of {
        _ if used_by_both => Ruling::status(true, "used"),
        None => Ruling::missing(&["as_of"]),
        Some(as_of) => {
            let in_time = |last_day| used(last_day) || as_of <= last_day;
            let status = |holds| if holds { "not-cancelled" } else { "cancelled" };
            let left = Some(clock::between(as_of, validity.last_day));
            let open = as_of <= validity.last_day && !used(validity.last_day);
            validity.judged(in_time, status).with_some("days_left", left.filter(|_| open))
        }
    };
    let from = Some(validity.last_day.plus_days(1)).filter(|_| !used(validity.last_day));
    let ruling = ruling.with_some("from", from);
    Ok(validity.told(ruling, days))
}

/// `art29.p3.extension`: a voucher's validity is extended by the holder's temporary disability: by as many calendar days
/// as the disability has inside the validity, those of the extension itself included, none counted twice. The other
/// reading, valid while the disability lasts only, is told where it ends on another day; it is not the one chosen,
/// because it would give nothing to a holder who recovers before the last day.
///
/// # Errors
/// A validity or a disability that ends before it begins; more disabilities than can be.
pub fn extension(facts: &VoucherExtension, days: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: valid_from, valid_to, disability);
    let validity = or_return!(validity(*valid_from, *valid_to, disability));
    let status = if validity.extended_by > 0 { "extended" } else { "not-extended" };
    Ok(validity.told(Ruling::status(true, status), days))
}
