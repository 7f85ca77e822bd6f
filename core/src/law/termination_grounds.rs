//! Art. 26.6, subparagraphs 1 to 4: the grounds that end a certificate, one by one.

use alloc::vec::Vec;

use super::clock;
use super::ends::{Ends, decision_day, ends};
use super::facts::{Known, facts, require};
use super::rule::{Output, Rule, rule};
use super::ruling::{Ruling, Step};
use crate::calendar::{Date, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::snapshot::rows::{Event, EventKind};

const REVOCATION: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["not-revoked", "not-yet", "revoked", "resumed", "contestable"])),
    ("from", Output::Date),
    ("resumed_on", Output::Date),
];
const EXPIRY: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["not-yet", "expired"])),
    ("last_day", Output::Date),
    ("from", Output::Date),
    ("days_left", Output::Number),
];
const LIQUIDATION: &[(&str, Output)] =
    &[("status", Output::OneOf(&["not-liquidated", "not-yet", "liquidated"])), ("from", Output::Date)];
const BAN: &[(&str, Output)] =
    &[("status", Output::OneOf(&["no-ban", "not-yet", "court-ban"])), ("from", Output::Date)];

pub(super) const RULES: &[Rule] = &[
    rule!(
        "art26.p6.s1.revocation-decision",
        (26, 6, 0, 1),
        revocation_decision,
        |facts| facts.as_of,
        REVOCATION,
        r#"{"revoked_on":"2026-03-19","as_of":"2026-03-20"}"#
    ),
    rule!(
        "art26.p6.s2.expiry",
        (26, 6, 0, 2),
        expiry,
        |facts| facts.as_of,
        EXPIRY,
        r#"{"last_day":"2027-03-19","as_of":"2026-03-19"}"#
    ),
    rule!(
        "art26.p6.s3.liquidation",
        (26, 6, 0, 3),
        liquidation,
        |facts| facts.as_of,
        LIQUIDATION,
        r#"{"liquidated_on":null,"as_of":"2026-03-19"}"#
    ),
    rule!(
        "art26.p6.s4.court-ban",
        (26, 6, 0, 4),
        court_ban,
        |facts| facts.as_of,
        BAN,
        r#"{"court_ban":{"in_legal_force_on":"2026-03-19"},"as_of":"2026-03-19"}"#
    ),
];

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
pub(super) fn ground(events: &[Event], day: Date, none: &'static str) -> Ruling {
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
            Ruling::status(true, "not-yet").with("days_left", clock::days_between(as_of, *last_day))
        }
        Some(_) => Ruling::status(false, "expired"),
    };
    let ruling = ruling.with("last_day", *last_day).with("from", last_day.plus_days(1));
    Ok(ruling
        .steps(clock::not_moved(days, *last_day).into_iter().collect())
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
