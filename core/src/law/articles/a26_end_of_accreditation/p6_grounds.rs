//! Paragraph 6, subparagraphs 1 to 4: the grounds that end a certificate, one by one.

use crate::calendar::{Date, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::facts::Facts;
use crate::law::Reading;
use crate::law::engine::deadlines;
use crate::law::engine::facts::{Known, facts, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::{Ruling, Step};
use crate::snapshot::rows::{Event, EventKind};
use crate::sorted::sorted_by_key;
use alloc::vec::Vec;

rule! {
    REVOCATION_DECISION: RevocationInForce,
    unit: (26, 6, 0, 1),
    text: 0xbc76_e8fa_6699_1f65,
    id: "art26.p6.s1.revocation-decision",
    summary: "End: there is a decision to revoke",
    note: "From the day of the decision, not of receiving the copy. Resumption (5) can follow.",
    judge: revocation_decision,
    as_of: |facts| facts.as_of,
    value: &[
    ("status", Output::OneOf(&["not-revoked", "not-yet", "revoked", "resumed", "contestable"])),
    ("from", Output::Date),
    ("resumed_on", Output::Date),
],
    example: r#"{"revoked_on":"2026-03-19","as_of":"2026-03-20"}"#,
}

rule! {
    EXPIRY: Expiry,
    unit: (26, 6, 0, 2),
    text: 0x8af7_fe3a_3dd5_e83f,
    id: "art26.p6.s2.expiry",
    summary: "End: its validity runs out",
    note: "The text goes in a circle; the three years are meant, and the day after the last.",
    judge: expiry,
    as_of: |facts| facts.as_of,
    value: &[
    ("status", Output::OneOf(&["not-yet", "expired"])),
    ("last_day", Output::Date),
    ("from", Output::Date),
    ("days_left", Output::Number),
],
    example: r#"{"last_day":"2027-03-19","as_of":"2026-03-19"}"#,
}

rule! {
    LIQUIDATION: Liquidation,
    unit: (26, 6, 0, 3),
    text: 0x5876_1a70_b09d_4add,
    id: "art26.p6.s3.liquidation",
    summary: "End: the centre is liquidated",
    note: "A merger and the like fall under 1.",
    judge: liquidation,
    as_of: |facts| facts.as_of,
    value: &[("status", Output::OneOf(&["not-liquidated", "not-yet", "liquidated"])), ("from", Output::Date)],
    example: r#"{"liquidated_on":null,"as_of":"2026-03-19"}"#,
}

rule! {
    COURT_BAN: CourtBan,
    unit: (26, 6, 0, 4),
    text: 0x5eae_0e96_26a0_d118,
    id: "art26.p6.s4.court-ban",
    summary: "End: a court prohibits the activity",
    note: "From the day the decision is final.",
    judge: court_ban,
    as_of: |facts| facts.as_of,
    value: &[("status", Output::OneOf(&["no-ban", "not-yet", "court-ban"])), ("from", Output::Date)],
    example: r#"{"court_ban":{"in_legal_force_on":"2026-03-19"},"as_of":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] =
    &[&REVOCATION_DECISION.norm, &EXPIRY.norm, &LIQUIDATION.norm, &COURT_BAN.norm];

facts! {
    /// Facts of `art26.p6.s1.revocation-decision`.
    pub struct RevocationInForce {
        /// The day of the decision to revoke; null where there is none.
        revoked_on: Known<Date>,
        /// The day from which the certificate was resumed (art. 26.5); not resumed where left out.
        resumed_on: Option<Date>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }

    /// Facts of `art26.p6.s2.expiry`.
    pub struct Expiry {
        /// The last day of the certificate's term.
        last_day: Option<Date>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }

    /// Facts of `art26.p6.s3.liquidation`.
    pub struct Liquidation {
        /// The day on which the centre's liquidation was registered; null where it is not liquidated.
        liquidated_on: Known<Date>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }

    /// Facts of `art26.p6.s4.court-ban`.
    pub struct CourtBan {
        /// The court's decision that prohibits the activity; null where there is none.
        court_ban: Known<CourtDecision>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }

    /// A court's decision.
    pub struct CourtDecision {
        /// The day on which it came into legal force; null where it is not final yet.
        in_legal_force_on: Known<Date>,
    }
}

/// Judges one ground by its events; `none` is the status without any.
pub(in crate::law) fn ground(events: &[Event], day: Date, none: &'static str) -> Ruling {
    let Ends { permanent, revoked, later } = ends(events, day);
    let until = |kind| {
        let of_kind = events.iter().filter(move |event| event.kind == kind && event.on <= day);
        of_kind.map(|event| event.on).max()
    };
    match (permanent, revoked) {
        (Some((status, since)), _) => Ruling::status(false, status).with("from", since),
        (None, Some(since)) if since == day => Ruling::contestable(decision_day(since)).with("from", since),
        (None, Some(since)) => Ruling::status(false, "revoked").with("from", since),
        (None, None) if until(EventKind::Revoked).is_some() => {
            let ruling = Ruling::status(true, "resumed").with_some("from", later);
            ruling.with_some("resumed_on", until(EventKind::Resumed))
        }
        (None, None) if later.is_some() => Ruling::status(true, "not-yet").with_some("from", later),
        (None, None) => Ruling::status(true, none),
    }
}

/// `art26.p6.s1.revocation-decision`: a certificate ends by the decision to revoke it, from the day of the decision,
/// not from the day on which the centre received the copy, until it is resumed (art. 26.5). The Law does not state
/// whether the day of the decision still counts: on it the answer is contestable.
///
/// # Errors
/// A resumption before the revocation, or of a certificate that was not revoked.
pub fn revocation_decision(facts: &RevocationInForce, _: &WorkingDays) -> Result<Ruling, FactsError> {
    let wrong = |problem| Err(FactsError::field("resumed_on", problem));
    match (&facts.revoked_on, facts.resumed_on) {
        (Known::Is(revoked), Some(resumed)) if resumed < *revoked => {
            let other = "revoked_on".into();
            return wrong(FactProblem::Before { day: resumed, other, other_day: *revoked });
        }
        (Known::None, Some(_)) => return wrong(FactProblem::NothingRevoked),
        _ => {}
    }
    let mut events = Vec::new();
    events.extend(facts.revoked_on.some().map(|on| Event { on, kind: EventKind::Revoked }));
    events.extend(facts.resumed_on.map(|on| Event { on, kind: EventKind::Resumed }));
    Ok(judge_if_known(&facts.revoked_on, "revoked_on", facts.as_of, |as_of| {
        ground(&events, as_of, "not-revoked")
    }))
}

/// `art26.p6.s2.expiry`: a certificate ends with its term. The translation is circular, "validity ends by the end of
/// the validity"; it is read as the three years of art. 23.2(5). The last day is a day of validity, and days off do
/// not move it.
///
/// # Errors
/// None: every combination of facts has an answer.
pub fn expiry(facts: &Expiry, days: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: last_day);
    let ruling = match facts.as_of {
        None => Ruling::missing(&["as_of"]),
        Some(as_of) if as_of <= *last_day => {
            Ruling::status(true, "not-yet").with("days_left", deadlines::days_between(as_of, *last_day))
        }
        Some(_) => Ruling::status(false, "expired"),
    };
    let ruling = ruling.with("last_day", *last_day).with("from", last_day.plus_days(1));
    Ok(ruling
        .steps(deadlines::not_moved(days, *last_day).into_iter().collect())
        .under("end-of-validity-means-end-of-term"))
}

/// `art26.p6.s3.liquidation`: a certificate ends with the centre that holds it, from the day on which the liquidation
/// was registered. A reorganisation is not a liquidation (art. 26.1).
///
/// # Errors
/// None: every combination of facts has an answer.
pub fn liquidation(facts: &Liquidation, _: &WorkingDays) -> Result<Ruling, FactsError> {
    let events: Vec<_> =
        facts.liquidated_on.some().map(|on| Event { on, kind: EventKind::Liquidated }).into_iter().collect();
    let judge = |as_of| ground(&events, as_of, "not-liquidated");
    Ok(judge_if_known(&facts.liquidated_on, "liquidated_on", facts.as_of, judge))
}

/// `art26.p6.s4.court-ban`: a certificate ends by a court's decision that prohibits the activity, from the day on which
/// the decision came into legal force. A decision that is not final leaves the answer undetermined.
///
/// # Errors
/// None: every combination of facts has an answer.
pub fn court_ban(facts: &CourtBan, _: &WorkingDays) -> Result<Ruling, FactsError> {
    let (in_force, name) = match &facts.court_ban {
        Known::Unknown => (Known::Unknown, "court_ban"),
        Known::None => (Known::None, "court_ban"),
        Known::Is(decision) => match decision.in_legal_force_on {
            Known::Is(on) => (Known::Is(on), "court_ban"),
            Known::None | Known::Unknown => (Known::Unknown, "court_ban.in_legal_force_on"),
        },
    };
    let events: Vec<_> =
        in_force.some().map(|on| Event { on, kind: EventKind::CourtBan }).into_iter().collect();
    let ruling = judge_if_known(&in_force, name, facts.as_of, |as_of| ground(&events, as_of, "no-ban"));
    let not_final =
        matches!(&facts.court_ban, Known::Is(decision) if decision.in_legal_force_on == Known::None);
    Ok(if not_final { ruling.step(Step::new("court-decision-not-final")) } else { ruling })
}

/// Judges a ground whose day is `fact`, if that and the day asked about are known.
fn judge_if_known(
    fact: &Known<Date>,
    name: &'static str,
    as_of: Option<Date>,
    judge: impl Fn(Date) -> Ruling,
) -> Ruling {
    match (fact, as_of) {
        (Known::Unknown, None) => Ruling::missing(&[name, "as_of"]),
        (Known::Unknown, Some(_)) => Ruling::missing(&[name]),
        (_, None) => Ruling::missing(&["as_of"]).with_some("from", fact.some()),
        (_, Some(as_of)) => judge(as_of),
    }
}

/// What has ended a certificate by a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::law) struct Ends {
    /// The first event that ended it permanently, and its day.
    pub permanent: Option<(&'static str, Date)>,
    /// The day from which it is revoked, if it has not been resumed.
    pub revoked: Option<Date>,
    /// The first day after the day asked about on which an event ends it.
    pub later: Option<Date>,
}

/// `art26.p6.certificate-termination` as far as events go. A revocation ends the certificate until it is resumed (art.
/// 26.5). Liquidation and a court's ban end it permanently, from their day on: the Law provides no resumption after
/// either. Events of one day take effect in the given order.
pub(in crate::law) fn ends(events: &[Event], day: Date) -> Ends {
    let mut ends = Ends { permanent: None, revoked: None, later: None };
    for event in sorted_by_key(events.to_vec(), |event| event.on) {
        let status = match event.kind {
            EventKind::Revoked => "revoked",
            EventKind::Liquidated => "liquidated",
            EventKind::CourtBan => "court-ban",
            EventKind::Resumed => {
                ends.revoked = ends.revoked.filter(|_| event.on > day);
                continue;
            }
        };
        if event.on > day {
            ends.later = ends.later.or(Some(event.on));
        } else if event.kind == EventKind::Revoked {
            ends.revoked = ends.revoked.or(Some(event.on));
        } else {
            ends.permanent = ends.permanent.or(Some((status, event.on)));
        }
    }
    ends
}

/// The readings of the day of a revocation: the Law does not state whether that day still counts.
pub(in crate::law) fn decision_day(revoked_on: Date) -> [Reading; 2] {
    [("decision-day-excluded", true), ("decision-day-included", false)].map(|(reading, satisfied)| Reading {
        reading,
        satisfied,
        facts: Facts::new().with("revoked_on", revoked_on),
    })
}
