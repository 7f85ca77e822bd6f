//! Paragraph 3: when the revocation of a certificate is decided.

use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::facts::Facts;
use crate::law::Reading;
use crate::law::articles::a26_end_of_accreditation::p2_grounds::RevocationGround;
use crate::law::engine::deadlines::{
    self, Deadline, DeadlineOutcome, Names, Outside, Timing, first_day, happened,
};
use crate::law::engine::facts::{Known, facts, require};
use crate::law::engine::missing::MissingForRule;
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Outcomes, Ruled};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::Step;

rule! {
    REVOCATION_DECISION: RevocationDecision => DeadlineOutcome,
    unit: (26, 3, 0, 0),
    text: 0xac01_d632_f5ae_e599,
    id: "art26.p3.revocation-decision",
    summary: "The Chamber decides on revocation within ten working days of the event or its detection",
    note: "From receipt of the request for 1, from detection for 2 to 4. Where event and detection differ, both ends are \
         reported.",
    judge: revocation_decision,
    as_of: |facts| first_day([facts.detected_on.or(facts.occurred_on.some()), facts.as_of]),
    value: &[
        ("last_day", Output::Date),
        ("strict_last_day", Output::Date),
        ("advise_by", Output::Date),
        ("days_left", Output::Number),
        ("days_late", Output::Number),
    ],
    example: r#"{"ground":"monitoring-violation","occurred_on":null,"detected_on":"2026-03-19","decided_on":"2026-04-03","as_of":"2026-04-03"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&REVOCATION_DECISION.norm];

/// Working days to decide (art. 26.3).
const TO_DECIDE: u32 = 10;

facts! {
    /// Facts of `art26.p3.revocation-decision`.
    pub struct RevocationDecision {
        /// On which ground the certificate is to be revoked.
        ground: Option<RevocationGround>,
        /// The day of the event: for the centre's own request, the day on which its statement was received; for a
        /// violation, the day on which it was committed; null where that day is not established.
        occurred_on: Known<Date>,
        /// The day on which the violation was detected, or the complaint confirmed; none for the centre's own request.
        detected_on: Option<Date>,
        /// The day of the decision; not yet where left out.
        decided_on: Option<Date>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }
}

/// `art26.p3.revocation-decision`: the National Chamber decides on the revocation within ten working days from the
/// event or the detection. The centre's own request counts from its receipt, a violation from its detection, a
/// complaint from its confirmation. Where the day of the violation itself is also established, the stricter reading
/// counts from it: the answer has both last days, and is contestable between them.
///
/// # Errors
/// A detection of the centre's own request; a decision before the event or its detection; a detection before the event.
pub fn revocation_decision(
    facts: &RevocationDecision,
    days: &WorkingDays,
) -> Result<Ruled<DeadlineOutcome>, FactsError> {
    let names = |done, event| Names { done, event };
    let occurred_on = facts.occurred_on.some();
    deadlines::reject_before(facts.detected_on, occurred_on, names("detected_on", "occurred_on"))?;
    deadlines::reject_before(facts.decided_on, facts.detected_on, names("decided_on", "detected_on"))?;
    deadlines::reject_before(facts.decided_on, occurred_on, names("decided_on", "occurred_on"))?;
    require!(facts: ground);
    let term = |event| deadlines::working_days(days, event, TO_DECIDE);
    let judge = |deadline| deadlines::judge(deadline, facts.decided_on, facts.as_of);
    if *ground == RevocationGround::OwnRequest {
        if facts.detected_on.is_some() {
            return Err(FactsError::field("detected_on", FactProblem::OwnRequestDetected));
        }
        return Ok(match occurred_on {
            Some(received) => judge(term(received)),
            None => Ruled::missing(&["occurred_on"]),
        });
    }
    let Some(detected) = facts.detected_on else { return Ok(without_detection(facts, days)) };
    Ok(match facts.occurred_on {
        Known::Is(occurred) if occurred != detected => match (term(detected), term(occurred)) {
            (Ok(late), Ok(strict)) => judge_both(late, &strict, facts),
            (late, Err(outside)) => Some(judge(late)).filter(Ruled::is_violated).unwrap_or(outside.into()),
            (Err(outside), Ok(strict)) => judge_strict(strict, facts, outside.into()),
        },
        Known::Is(_) => judge(term(detected)),
        Known::None => judge(term(detected)).step(Step::new("occurrence-day-unknown")),
        // The stricter last day cannot be computed: only an act that is late by the other one is certainly late.
        Known::Unknown => {
            let deadline = term(detected);
            let late = judge(deadline.clone());
            if late.is_violated() {
                late
            } else {
                lacking_also("occurred_on", deadline, facts.decided_on, facts.as_of)
            }
        }
    })
}

/// The day of the detection is unknown: the decision can be found in time, but never late.
fn without_detection(facts: &RevocationDecision, days: &WorkingDays) -> Ruled<DeadlineOutcome> {
    let mut missing = Vec::new();
    if facts.occurred_on == Known::Unknown {
        missing.push("occurred_on");
    }
    missing.push("detected_on");
    if facts.decided_on.or(facts.as_of).is_none() {
        missing.push("as_of");
    }
    let missing = Ruled::missing(&missing);
    let ruling = match facts.occurred_on.some().map(|on| deadlines::working_days(days, on, TO_DECIDE)) {
        Some(Ok(strict)) => judge_strict(strict, facts, missing),
        Some(Err(outside)) => outside.into(),
        None => missing,
    };
    ruling.step(Step::new("detection-day-unknown"))
}

/// Only the last day counted from the violation is known. An act in time by it is in time by every reading.
fn judge_strict(
    strict: Deadline,
    facts: &RevocationDecision,
    otherwise: Ruled<DeadlineOutcome>,
) -> Ruled<DeadlineOutcome> {
    let day = happened(facts.decided_on, facts.as_of).or(facts.as_of);
    let strict_last_day = strict.last_day;
    let in_time = day.is_some_and(|day| day <= strict.advise_by);
    let ruling =
        if in_time { deadlines::judge(Ok(strict), facts.decided_on, facts.as_of) } else { otherwise };
    ruling.with("strict_last_day", strict_last_day)
}

/// Both starts are known. The answer has the last day counted from the detection, and the stricter one as a value.
fn judge_both(late: Deadline, strict: &Deadline, facts: &RevocationDecision) -> Ruled<DeadlineOutcome> {
    let ends = [
        ("from-detection", late.last_day),
        ("from-detection-day-included", late.advise_by),
        ("from-occurrence", strict.last_day),
        ("from-occurrence-day-included", strict.advise_by),
    ];
    let late = Deadline { advise_by: strict.advise_by, ..late };
    let decided_on = happened(facts.decided_on, facts.as_of);
    let contestable = late.is_contestable(decided_on, facts.as_of);
    let ruled = match decided_on.or(facts.as_of).filter(|_| contestable) {
        Some(day) => {
            let readings = ends.map(|(reading, last_day)| Reading {
                reading,
                satisfied: day <= last_day,
                facts: Facts::new().with("last_day", last_day),
            });
            let ruled = Ruled::contested(Some(DeadlineOutcome::Contestable), readings.into());
            late.still_open(ruled, decided_on, facts.as_of)
                .ending(late.last_day)
                .advising(late.earlier_advice())
                .steps(late.trace)
        }
        None => deadlines::judge(Ok(late), facts.decided_on, facts.as_of),
    };
    ruled.with("strict_last_day", strict.last_day).under("from-detection")
}

/// The answer about an act within a term that lacks `fact`, with the term and how late the act is.
pub(in crate::law) fn lacking_also<O: Outcomes>(
    fact: &'static str,
    deadline: Result<Deadline, Outside>,
    done: Option<Date>,
    as_of: Option<Date>,
) -> Ruled<O> {
    let mut missing = alloc::vec![MissingForRule::Fact(fact)];
    let deadline = match deadline {
        Ok(deadline) => deadline,
        Err(Outside { step }) => {
            missing.push(MissingForRule::WorkingDayCalendar);
            return Ruled::lacking(missing).step(step);
        }
    };
    if done.or(as_of).is_none() {
        missing.push(MissingForRule::Fact("as_of"));
    }
    with_term(Ruled::lacking(missing), deadline, done, as_of)
}

/// Adds a term to an answer, and how late the act is.
pub(in crate::law) fn with_term<O: Outcomes>(
    ruled: Ruled<O>,
    deadline: Deadline,
    done: Option<Date>,
    as_of: Option<Date>,
) -> Ruled<O> {
    let days_late = match Timing::of(deadline.last_day, happened(done, as_of), as_of) {
        Some(Timing::DoneLate(days) | Timing::Overdue(days)) => Some(days),
        Some(Timing::DoneInTime | Timing::Open(_)) | None => None,
    };
    let ruled = ruled.ending(deadline.last_day).advising(deadline.earlier_advice());
    ruled.with_some("days_late", days_late).steps(deadline.trace).under("event-day-excluded")
}
