//! Paragraph 6, subparagraphs 1 to 4: the grounds that end a certificate, one by one.

use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::{FactProblem, FactsError};
use crate::facts::Facts;
use crate::law::Reading;
use crate::law::engine::deadlines;
use crate::law::engine::facts::{Known, facts, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Outcomes, Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::Step;
use crate::snapshot::rows::{Event, EventKind};
use crate::sorted::sorted_by_key;

rule! {
    REVOCATION_DECISION: RevocationInForce => RevocationOutcome,
    unit: (26, 6, 0, 1),
    text: 0xbc76_e8fa_6699_1f65,
    id: "art26.p6.s1.revocation-decision",
    summary: "End: there is a decision to revoke",
    note: "From the day of the decision, not of receiving the copy. Resumption (5) can follow.",
    judge: revocation_decision,
    as_of: |facts| facts.as_of,
    value: &[("from", Output::Date), ("resumed_on", Output::Date)],
    example: r#"{"revoked_on":"2026-03-19","as_of":"2026-03-20"}"#,
}

rule! {
    EXPIRY: Expiry => ExpiryOutcome,
    unit: (26, 6, 0, 2),
    text: 0x8af7_fe3a_3dd5_e83f,
    id: "art26.p6.s2.expiry",
    summary: "End: its validity runs out",
    note: "The text is circular; the three years are meant, and the day after the last.",
    judge: expiry,
    as_of: |facts| facts.as_of,
    value: &[("last_day", Output::Date), ("from", Output::Date), ("days_left", Output::Number)],
    example: r#"{"last_day":"2027-03-19","as_of":"2026-03-19"}"#,
}

rule! {
    LIQUIDATION: Liquidation => LiquidationOutcome,
    unit: (26, 6, 0, 3),
    text: 0x5876_1a70_b09d_4add,
    id: "art26.p6.s3.liquidation",
    summary: "End: the centre is liquidated",
    note: "A merger or similar falls under 1.",
    judge: liquidation,
    as_of: |facts| facts.as_of,
    value: &[("from", Output::Date)],
    example: r#"{"liquidated_on":null,"as_of":"2026-03-19"}"#,
}

rule! {
    COURT_BAN: CourtBan => BanOutcome,
    unit: (26, 6, 0, 4),
    text: 0x5eae_0e96_26a0_d118,
    id: "art26.p6.s4.court-ban",
    summary: "End: a court prohibits the activity",
    note: "From the day the decision is final.",
    judge: court_ban,
    as_of: |facts| facts.as_of,
    value: &[("from", Output::Date)],
    example: r#"{"court_ban":{"in_legal_force_on":"2026-03-19"},"as_of":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] =
    &[&REVOCATION_DECISION.norm, &EXPIRY.norm, &LIQUIDATION.norm, &COURT_BAN.norm];

outcomes! {
    /// The outcomes of `art26.p6.s1.revocation-decision`.
    pub enum RevocationOutcome {
        NotRevoked = "not-revoked": Satisfied,
        NotYet = "not-yet": Satisfied,
        Revoked = "revoked": Violated,
        Resumed = "resumed": Satisfied,
        Contestable = "contestable": Contestable,
    }
}

outcomes! {
    /// The outcomes of `art26.p6.s2.expiry`.
    pub enum ExpiryOutcome {
        NotYet = "not-yet": Satisfied,
        Expired = "expired": Violated,
    }
}

outcomes! {
    /// The outcomes of `art26.p6.s3.liquidation`.
    pub enum LiquidationOutcome {
        NotLiquidated = "not-liquidated": Satisfied,
        NotYet = "not-yet": Satisfied,
        Liquidated = "liquidated": Violated,
    }
}

outcomes! {
    /// The outcomes of `art26.p6.s4.court-ban`.
    pub enum BanOutcome {
        NoBan = "no-ban": Satisfied,
        NotYet = "not-yet": Satisfied,
        CourtBan = "court-ban": Violated,
    }
}

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

/// The status of a certificate's revocation on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::law) enum Revocation {
    /// It ended the certificate, from this day on.
    Ended(Date),
    /// It was decided on this day, of which the Law does not state whether it still counts.
    EndsThatDay(Date),
    /// It was undone; a later one may follow.
    Resumed {
        /// The day from which the certificate was resumed.
        on: Option<Date>,
        /// The first later day on which it ends.
        later: Option<Date>,
    },
    /// It ends the certificate from this later day on.
    NotYet(Date),
    /// There is none.
    None,
}

impl Revocation {
    /// How revocations and resumptions stand on a day. Those of one day take effect in the given order.
    pub(in crate::law) fn on(events: &[Event], day: Date) -> Self {
        let Ends { revoked, later, .. } = ends(events, day);
        let until = |kind| {
            let of_kind = events.iter().filter(move |event| event.kind == kind && event.on <= day);
            of_kind.map(|event| event.on).max()
        };
        match (revoked, later) {
            (Some(since), _) if since == day => Self::EndsThatDay(since),
            (Some(since), _) => Self::Ended(since),
            (None, _) if until(EventKind::Revoked).is_some() => {
                Self::Resumed { on: until(EventKind::Resumed), later }
            }
            (None, Some(later)) => Self::NotYet(later),
            (None, None) => Self::None,
        }
    }

    /// The answer of `art26.p6.s1.revocation-decision`.
    pub(in crate::law) fn ruled(self) -> Ruled<RevocationOutcome> {
        match self {
            Self::Ended(since) => Ruled::of(RevocationOutcome::Revoked).with("from", since),
            Self::EndsThatDay(since) => {
                Ruled::contestable(RevocationOutcome::Contestable, decision_day(since)).with("from", since)
            }
            Self::Resumed { on, later } => {
                Ruled::of(RevocationOutcome::Resumed).with_some("from", later).with_some("resumed_on", on)
            }
            Self::NotYet(later) => Ruled::of(RevocationOutcome::NotYet).with("from", later),
            Self::None => Ruled::of(RevocationOutcome::NotRevoked),
        }
    }
}

/// The status of a ground that cannot be undone, on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::law) enum Permanent {
    /// It ended the certificate, from this day on.
    Ended(Date),
    /// It ends the certificate from this later day on.
    NotYet(Date),
    /// It is absent.
    None,
}

impl Permanent {
    /// The status of a ground with this first day, on a day.
    pub(in crate::law) fn on(first: Option<Date>, day: Date) -> Self {
        match first {
            Some(first) if first <= day => Self::Ended(first),
            Some(first) => Self::NotYet(first),
            None => Self::None,
        }
    }

    /// The answer of the ground.
    pub(in crate::law) fn ruled<O: Outcomes>(self, ended: O, not_yet: O, none: O) -> Ruled<O> {
        match self {
            Self::Ended(since) => Ruled::of(ended).with("from", since),
            Self::NotYet(later) => Ruled::of(not_yet).with("from", later),
            Self::None => Ruled::of(none),
        }
    }

    /// The answer of `art26.p6.s3.liquidation`.
    pub(in crate::law) fn of_liquidation(self) -> Ruled<LiquidationOutcome> {
        use LiquidationOutcome::{Liquidated, NotLiquidated, NotYet};
        self.ruled(Liquidated, NotYet, NotLiquidated)
    }

    /// The answer of `art26.p6.s4.court-ban`.
    pub(in crate::law) fn of_ban(self) -> Ruled<BanOutcome> {
        use BanOutcome::{CourtBan, NoBan, NotYet};
        self.ruled(CourtBan, NotYet, NoBan)
    }
}

/// `art26.p6.s1.revocation-decision`: a certificate ends by the decision to revoke it, from the day of the decision,
/// not from the day on which the centre received the copy, until it is resumed (art. 26.5). The Law does not state
/// whether the day of the decision still counts: on it the answer is contestable.
///
/// # Errors
/// A resumption before the revocation, or of a certificate that was not revoked.
pub fn revocation_decision(
    facts: &RevocationInForce,
    _: &WorkingDays,
) -> Result<Ruled<RevocationOutcome>, FactsError> {
    let wrong = |problem| Err(FactsError::field("resumed_on", problem));
    match (&facts.revoked_on, facts.resumed_on) {
        (Known::Is(revoked), Some(resumed)) if resumed < *revoked => {
            let other = "revoked_on".into();
            return wrong(FactProblem::Before { day: resumed, other, other_day: *revoked });
        }
        (Known::None, Some(_)) => return wrong(FactProblem::NothingRevoked),
        (Known::Is(_) | Known::Unknown, _) | (Known::None, None) => {}
    }
    let mut events = Vec::new();
    events.extend(facts.revoked_on.some().map(|on| Event { on, kind: EventKind::Revoked }));
    events.extend(facts.resumed_on.map(|on| Event { on, kind: EventKind::Resumed }));
    Ok(judge_if_known(&facts.revoked_on, "revoked_on", facts.as_of, |as_of| {
        Revocation::on(&events, as_of).ruled()
    }))
}

/// `art26.p6.s2.expiry`: a certificate ends with its term. The translation is circular, "validity ends by the end of
/// the validity"; it is read as the three years of art. 23.2(5). The last day is a day of validity, and days off do
/// not move it.
///
/// # Errors
/// None: every combination of facts has an answer.
pub fn expiry(facts: &Expiry, days: &WorkingDays) -> Result<Ruled<ExpiryOutcome>, FactsError> {
    require!(facts: last_day);
    let ruling = match facts.as_of {
        None => Ruled::missing(&["as_of"]),
        Some(as_of) if as_of <= *last_day => {
            Ruled::of(ExpiryOutcome::NotYet).with("days_left", deadlines::days_between(as_of, *last_day))
        }
        Some(_) => Ruled::of(ExpiryOutcome::Expired),
    };
    let ruling = ruling.ending(*last_day).with("from", last_day.plus_days(1));
    Ok(ruling
        .steps(deadlines::not_moved(days, *last_day).into_iter().collect())
        .under("end-of-validity-means-end-of-term"))
}

/// `art26.p6.s3.liquidation`: a certificate ends with the centre that holds it, from the day on which the liquidation
/// was registered. A reorganisation is not a liquidation (art. 26.1).
///
/// # Errors
/// None: every combination of facts has an answer.
pub fn liquidation(facts: &Liquidation, _: &WorkingDays) -> Result<Ruled<LiquidationOutcome>, FactsError> {
    let judge = |as_of| Permanent::on(facts.liquidated_on.some(), as_of).of_liquidation();
    Ok(judge_if_known(&facts.liquidated_on, "liquidated_on", facts.as_of, judge))
}

/// `art26.p6.s4.court-ban`: a certificate ends by a court's decision that prohibits the activity, from the day on which
/// the decision came into legal force. A decision that is not final leaves the answer undetermined.
///
/// # Errors
/// None: every combination of facts has an answer.
pub fn court_ban(facts: &CourtBan, _: &WorkingDays) -> Result<Ruled<BanOutcome>, FactsError> {
    let (in_force, name) = match &facts.court_ban {
        Known::Unknown => (Known::Unknown, "court_ban"),
        Known::None => (Known::None, "court_ban"),
        Known::Is(decision) => match decision.in_legal_force_on {
            Known::Is(on) => (Known::Is(on), "court_ban"),
            Known::None | Known::Unknown => (Known::Unknown, "court_ban.in_legal_force_on"),
        },
    };
    let judge = |as_of| Permanent::on(in_force.some(), as_of).of_ban();
    let ruling = judge_if_known(&in_force, name, facts.as_of, judge);
    let not_final =
        matches!(&facts.court_ban, Known::Is(decision) if decision.in_legal_force_on == Known::None);
    Ok(if not_final { ruling.step(Step::new("court-decision-not-final")) } else { ruling })
}

/// Judges a ground whose day is `fact`, if that and the day asked about are known.
fn judge_if_known<O: Outcomes>(
    fact: &Known<Date>,
    name: &'static str,
    as_of: Option<Date>,
    judge: impl Fn(Date) -> Ruled<O>,
) -> Ruled<O> {
    match (fact, as_of) {
        (Known::Unknown, None) => Ruled::missing(&[name, "as_of"]),
        (Known::Unknown, Some(_)) => Ruled::missing(&[name]),
        (Known::None | Known::Is(_), None) => Ruled::missing(&["as_of"]).with_some("from", fact.some()),
        (Known::None | Known::Is(_), Some(as_of)) => judge(as_of),
    }
}

/// How a certificate ended permanently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The centre was liquidated.
    Liquidated,
    /// A court prohibited the activity.
    CourtBan,
}

impl End {
    /// Returns the stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Liquidated => "liquidated",
            Self::CourtBan => "court-ban",
        }
    }
}

/// What has ended a certificate by a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::law) struct Ends {
    /// The first event that ended it permanently, and its day.
    pub permanent: Option<(End, Date)>,
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
        let later = event.on > day;
        match event.kind {
            EventKind::Resumed => {
                ends.revoked = ends.revoked.filter(|_| later);
                continue;
            }
            EventKind::Revoked if !later => ends.revoked = ends.revoked.or(Some(event.on)),
            EventKind::Liquidated if !later => {
                ends.permanent = ends.permanent.or(Some((End::Liquidated, event.on)));
            }
            EventKind::CourtBan if !later => {
                ends.permanent = ends.permanent.or(Some((End::CourtBan, event.on)));
            }
            EventKind::Revoked | EventKind::Liquidated | EventKind::CourtBan => {
                ends.later = ends.later.or(Some(event.on));
            }
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
