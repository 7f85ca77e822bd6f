//! Paragraph 3: a temporary disability extends the validity of a voucher.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::facts::Facts;
use crate::law::Reading;
use crate::law::articles::a21_document::p2_retake::{DisabilityFacts, times};
use crate::law::engine::deadlines;
use crate::law::engine::facts::{facts, or_return, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Outcomes, Ruled, outcomes};
use crate::law::engine::register::Early;
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::Step;
use crate::sorted::sorted;

rule! {
    EXTENSION: VoucherExtension => Outcome,
    unit: (29, 3, 0, 0),
    text: 0xcbcf_3457_cd9e_a34e,
    id: "art29.p3.extension",
    summary: "Temporary disability of the holder extends the validity",
    note: "By its length within the validity, overlaps counted once. Where the other reading, valid while it lasts, gives \
         another day, both are reported.",
    judge: extension,
    as_of: |facts| facts.valid_from,
    value: &[
        ("last_day", Output::Date),
        ("alternative_last_day", Output::Date),
        ("extended_by", Output::Number),
    ],
    example: r#"{"valid_from":"2026-03-02","valid_to":"2026-04-15","disability":[{"from":"2026-04-10","to":"2026-04-20"}]}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&EXTENSION.norm];

outcomes! {
    /// The outcomes of `art29.p3.extension`.
    pub enum Outcome {
        Extended = "extended": Satisfied,
        NotExtended = "not-extended": Satisfied,
    }
}

/// The maximum number of disabilities: a limit on the work, far above what a year can contain.
const MAX_DISABILITIES: usize = 1000;

facts! {
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
pub(in crate::law) struct Validity {
    pub(in crate::law) from: Date,
    /// By the length of the disability: the chosen reading.
    pub(in crate::law) last_day: Date,
    /// The last day under the reading "valid while the disability lasts".
    pub(in crate::law) alternative: Date,
    pub(in crate::law) extended_by: u64,
    /// Whether a disability that is not known may extend it further.
    pub(in crate::law) open: bool,
    trace: Vec<Step>,
}

impl Validity {
    /// Whether a day is within the validity, given a reading's last day.
    pub(in crate::law) fn includes(&self, day: Date, last_day: Date) -> bool {
        self.from <= day && day <= last_day
    }

    /// Whether the answer about a day is known: before the validity, or within what is certain of it, whatever else extends it.
    pub(in crate::law) fn decides(&self, day: Date) -> bool {
        !self.open || day < self.from || day <= self.last_day.min(self.alternative)
    }

    /// The answer by the chosen reading, or a contestable one where the other reading gives a different answer.
    pub(in crate::law) fn judge<O: Outcomes>(
        &self,
        satisfied: impl Fn(Date) -> bool,
        outcome: impl Fn(bool) -> O,
        contestable: O,
    ) -> Ruled<O> {
        let (chosen, other) = (satisfied(self.last_day), satisfied(self.alternative));
        if chosen == other {
            return Ruled::of(outcome(chosen));
        }
        let reading = |reading, satisfied, last_day: Date| Reading {
            reading,
            satisfied,
            facts: Facts::new().with("last_day", last_day),
        };
        let readings = [
            reading("extended-by-length", chosen, self.last_day),
            reading("extended-while-disabled", other, self.alternative),
        ];
        Ruled::contestable(contestable, readings)
    }

    /// Adds the validity's values and steps to a ruling.
    pub(in crate::law) fn annotate<O: Outcomes>(self, ruling: Ruled<O>, days: &WorkingDays) -> Ruled<O> {
        let not_moved = deadlines::not_moved(days, self.last_day);
        let ruling = ruling.ending(self.last_day);
        let alternative = Some(self.alternative).filter(|alternative| *alternative != self.last_day);
        let ruling = ruling.with_some("alternative_last_day", alternative);
        let added = Some(self.extended_by).filter(|days| *days > 0);
        let open = self.open.then(|| Step::new("disability-not-known"));
        let steps = self.trace.into_iter().chain(not_moved).chain(open).collect();
        ruling.with_some("extended_by", added).steps(steps).under("extended-by-length")
    }
}

/// Computes the validity of a voucher, as far as the disabilities are known: one that lacks its first or last day does not
/// count, and leaves the end open, as do disabilities that are not stated at all.
pub(in crate::law) fn validity(
    from: Date,
    to: Date,
    disability: Option<&[DisabilityFacts]>,
) -> Result<Validity, Early> {
    let wrong = |name: &str, problem| Box::new(Err(FactsError::field(name, problem)));
    if to < from {
        let problem = FactProblem::Before { day: to, other: "valid_from".into(), other_day: from };
        return Err(wrong("valid_to", problem));
    }
    let stated = disability.unwrap_or_default();
    if stated.len() > MAX_DISABILITIES {
        let problem = FactProblem::TooMany { found: stated.len(), max: MAX_DISABILITIES };
        return Err(wrong("disability", problem));
    }
    let times = times(stated).map_err(|error| Box::new(Err(error)))?;
    let complete = times.iter().flatten().filter_map(|time| Some((time.from, time.until?)));
    let validity = extended(from, to, complete.collect());
    Ok(Validity { open: disability.is_none() || times.contains(&None), ..validity })
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
        let days = deadlines::days_between(counted_from, last).saturating_add(1);
        last_day = last_day.plus_days(u32::try_from(days).unwrap_or(u32::MAX));
        trace.push(Step::with_facts("disability-counted", run.with("days", days).with("last_day", last_day)));
    }
    let extended_by = deadlines::days_between(to, last_day);
    Validity { from, last_day, alternative, extended_by, open: false, trace }
}

/// `art29.p3.extension`: a voucher's validity is extended by the holder's temporary disability: by as many calendar
/// days as the disability has within the validity, those of the extension included, none counted twice. Where the
/// other reading, "valid while the disability lasts", ends on another day, the answer has that day too. It is not the
/// chosen reading, because it would give nothing to a holder who recovers before the last day.
///
/// # Errors
/// A validity or a disability that ends before it begins; more than 1,000 disabilities.
pub fn extension(facts: &VoucherExtension, days: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: valid_from, valid_to, disability);
    let validity = or_return!(validity(*valid_from, *valid_to, Some(disability)));
    if validity.open {
        return Ok(Ruled::missing(&["disability"]));
    }
    let outcome = if validity.extended_by > 0 { Outcome::Extended } else { Outcome::NotExtended };
    Ok(validity.annotate(Ruled::of(outcome), days))
}
