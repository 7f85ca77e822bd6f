//! Paragraph 6: what ends the validity of a certificate.

use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::articles::a26_end_of_accreditation::p6_grounds::{
    COURT_BAN, EXPIRY, Expiry, LIQUIDATION, Permanent, REVOCATION_DECISION, Revocation,
};
use crate::law::engine::aggregate::{MembersOutcome, Paths, all_of};
use crate::law::engine::conditions::not_given;
use crate::law::engine::facts::{facts, names};
use crate::law::engine::missing::MissingForRule;
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Outcomes, Ruled};
use crate::law::engine::register::EventFacts;
use crate::law::engine::rule::{Output, rule};
use crate::snapshot::rows::{Event, EventKind};
use crate::sorted::sorted;

rule! {
    CERTIFICATE_TERMINATION: CertificateTermination => MembersOutcome,
    unit: (26, 6, 0, 0),
    text: 0x0b9e_4ae2_59da_a90c,
    id: "art26.p6.certificate-termination",
    summary: "A certificate ends on any of four grounds",
    note: "The earliest counts.",
    judge: certificate_termination,
    as_of: |facts| facts.as_of,
    value: &[
        ("ground", Output::OneOf(TerminationGround::NAMES)),
        ("from", Output::Date),
        ("failed", Output::List),
        ("unknown", Output::List),
        ("contestable", Output::List),
    ],
    example: r#"{"last_day":"2027-03-19","events":[{"on":"2025-06-02","kind":"revoked"},{"on":"2025-09-01","kind":"resumed"}],"as_of":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&CERTIFICATE_TERMINATION.norm];

names! {
    /// On what ground a certificate ended (art. 26.6).
    pub enum TerminationGround {
        /// It was revoked.
        Revoked = "revoked",
        /// Its term is over.
        Expired = "expired",
        /// The centre was liquidated.
        Liquidated = "liquidated",
        /// A court prohibited the activity.
        CourtBan = "court-ban",
    }
}

facts! {
    /// Facts of `art26.p6.certificate-termination`.
    pub struct CertificateTermination {
        /// The last day of the certificate's term.
        last_day: Option<Date>,
        /// Everything that happened to the certificate, in any order; empty where nothing did.
        events: Option<Vec<EventFacts>>,
        /// The day as of which it is asked.
        as_of: Option<Date>,
    }
}

/// Facts of the members that come from the aggregate's `events`.
const PATHS: Paths = &[
    (&REVOCATION_DECISION.rule, "revoked_on", "events"),
    (&LIQUIDATION.rule, "liquidated_on", "events"),
    (&COURT_BAN.rule, "court_ban", "events"),
];

/// `art26.p6.certificate-termination`: a certificate ends by a decision to revoke it, by the end of its term, by the
/// centre's liquidation, or by a court's ban. Of several effective grounds the earliest is named. A resumption (art.
/// 26.5) undoes a revocation and nothing else.
///
/// # Errors
/// None: every combination of facts has an answer.
pub fn certificate_termination(
    facts: &CertificateTermination,
    days: &WorkingDays,
) -> Result<Ruled<MembersOutcome>, FactsError> {
    let revocation = known(facts, "revoked_on").and_then(|(events, as_of)| revocation(&events, as_of));
    let liquidation = permanent(facts, "liquidated_on", EventKind::Liquidated);
    let ban = permanent(facts, "court_ban", EventKind::CourtBan);
    let expired = (EXPIRY.judge)(&Expiry { last_day: facts.last_day, as_of: facts.as_of }, days)?;
    let expired_on = facts.last_day.filter(|_| expired.is_violated()).map(|last_day| last_day.plus_days(1));
    let parts = alloc::vec![
        REVOCATION_DECISION.result(revocation.as_ref().map_or_else(lacking, |one| one.ruled())),
        EXPIRY.result(expired),
        LIQUIDATION.result(liquidation.as_ref().map_or_else(lacking, |one| one.of_liquidation())),
        COURT_BAN.result(ban.as_ref().map_or_else(lacking, |one| one.of_ban())),
    ];
    let ended = |ground: &Result<Permanent, Lacks>| match ground {
        Ok(Permanent::Ended(on)) => Some(*on),
        Ok(Permanent::NotYet(_) | Permanent::None) | Err(_) => None,
    };
    let revoked_on = match revocation {
        Ok(Revocation::Ended(on)) => Some(on),
        Ok(
            Revocation::EndsThatDay(_)
            | Revocation::Resumed { .. }
            | Revocation::NotYet(_)
            | Revocation::None,
        )
        | Err(_) => None,
    };
    let dated = [
        (revoked_on, TerminationGround::Revoked),
        (expired_on, TerminationGround::Expired),
        (ended(&liquidation), TerminationGround::Liquidated),
        (ended(&ban), TerminationGround::CourtBan),
    ];
    let first = dated.into_iter().filter_map(|(on, ground)| Some((on?, ground))).min_by_key(|(on, _)| *on);
    let ruled = all_of(parts).by_path(PATHS).ruled();
    let ruled = ruled.with_some("ground", first.map(|(_, ground)| ground.name()));
    Ok(ruled.with_some("from", first.map(|(from, _)| from)).under("earliest-ground-wins"))
}

/// The answer of a ground that lacks this.
fn lacking<O: Outcomes>(missing: &Lacks) -> Ruled<O> {
    Ruled::lacking(missing.clone())
}

/// What a ground lacks.
type Lacks = Vec<MissingForRule>;

/// The events and the day asked about, if they are known; `fact` is what the ground's own rule takes. An event without
/// its day or kind may be any of them.
fn known(facts: &CertificateTermination, fact: &'static str) -> Result<(Vec<Event>, Date), Lacks> {
    let lacks = |facts: Vec<&'static str>| facts.into_iter().map(MissingForRule::Fact).collect::<Vec<_>>();
    let (Some(events), Some(as_of)) = (&facts.events, facts.as_of) else {
        return Err(lacks(not_given(&[(fact, facts.events.is_some()), ("as_of", facts.as_of.is_some())])));
    };
    let missing = not_given(&[
        ("events.on", events.iter().all(|event| event.on.is_some())),
        ("events.kind", events.iter().all(|event| event.kind.is_some())),
    ]);
    if !missing.is_empty() {
        return Err(lacks(missing));
    }
    let known = events.iter().filter_map(|event| Some(Event { on: event.on?, kind: event.kind? }));
    Ok((sorted(known.collect()), as_of))
}

/// The status of the revocation. The order of the list carries no meaning, so a revocation and a resumption of one day have
/// no known order.
fn revocation(events: &[Event], as_of: Date) -> Result<Revocation, Lacks> {
    let matters = |event: &&Event| matches!(event.kind, EventKind::Revoked | EventKind::Resumed);
    let mut events: Vec<_> = events.iter().filter(matters).copied().collect();
    let revocation = Revocation::on(&events, as_of);
    events.reverse();
    let other = Revocation::on(&events, as_of);
    if revocation.ruled().answer() == other.ruled().answer() {
        Ok(revocation)
    } else {
        Err(alloc::vec![MissingForRule::OrderOfEvents])
    }
}

/// The status of a ground that cannot be undone, by the first event of its kind.
fn permanent(
    facts: &CertificateTermination,
    fact: &'static str,
    kind: EventKind,
) -> Result<Permanent, Lacks> {
    let (events, as_of) = known(facts, fact)?;
    Ok(Permanent::on(events.iter().find(|event| event.kind == kind).map(|event| event.on), as_of))
}
