//! Art. 26.6: what ends the validity of an accreditation certificate.

use alloc::string::ToString;
use alloc::vec::Vec;

use super::aggregate::all_of;
use super::facts::facts;
use super::missing::Missing;
use super::register::EventFacts;
use super::revoking::{Paths, by_path};
use super::rule::{Output, Rule, rule};
use super::ruling::{Answer, Ruling};
use super::termination_grounds::{Expiry, expiry, ground};
use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::snapshot::rows::{Event, EventKind};
use crate::sorted::sorted;

const TERMINATION: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["satisfied", "violated", "contestable"])),
    ("ground", Output::OneOf(&["revoked", "expired", "liquidated", "court-ban"])),
    ("from", Output::Date),
    ("failed", Output::List),
    ("unknown", Output::List),
    ("contestable", Output::List),
];

pub(super) const RULES: &[Rule] = &[rule!(
    "art26.p6.certificate-termination",
    (26, 6, 0, 0),
    certificate_termination,
    |facts| facts.as_of,
    TERMINATION,
    r#"{"last_day":"2027-03-19","events":[{"on":"2025-06-02","kind":"revoked"},{"on":"2025-09-01","kind":"resumed"}],"as_of":"2026-03-19"}"#
)];

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
const MISSES: Paths = &[
    ("art26.p6.s1.revocation-decision", "revoked_on", "events"),
    ("art26.p6.s3.liquidation", "liquidated_on", "events"),
    ("art26.p6.s4.court-ban", "court_ban", "events"),
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
) -> Result<Ruling, FactsError> {
    let expiry = expiry(&Expiry { last_day: facts.last_day, as_of: facts.as_of }, days)?;
    let judge_events = |member: Member| match (&facts.events, facts.as_of) {
        (None, None) => Ruling::missing(&[member.fact, "as_of"]),
        (None, Some(_)) => Ruling::missing(&[member.fact]),
        (Some(_), None) => Ruling::missing(&["as_of"]),
        (Some(events), Some(as_of)) => member.judge(events, as_of),
    };
    let members = [
        ("art26.p6.s1.revocation-decision", judge_events(REVOKED)),
        ("art26.p6.s2.expiry", expiry),
        ("art26.p6.s3.liquidation", judge_events(LIQUIDATED)),
        ("art26.p6.s4.court-ban", judge_events(BANNED)),
    ];
    let parts = members.into_iter().filter_map(|(id, ruling)| Some(super::rule(id)?.result(ruling)));
    let ruling = by_path(all_of(parts.collect()), MISSES);
    let violated = ruling.parts.iter().filter(|part| part.ruling.answer == Answer::Violated);
    let dated = violated.filter_map(|part| {
        Some((part.ruling.value.date("from")?, part.ruling.value.text("status")?.to_string()))
    });
    let first = dated.min_by_key(|(from, _)| *from);
    let ruling = ruling.with_some("ground", first.as_ref().map(|(_, ground)| ground.clone()));
    Ok(ruling.with_some("from", first.map(|(from, _)| from)).under("earliest-ground-wins"))
}

/// A ground that depends on a certificate's events.
struct Member {
    /// The fact that the ground's own rule takes.
    fact: &'static str,
    kinds: &'static [EventKind],
    none: &'static str,
}

const REVOKED: Member =
    Member { fact: "revoked_on", kinds: &[EventKind::Revoked, EventKind::Resumed], none: "not-revoked" };
const LIQUIDATED: Member =
    Member { fact: "liquidated_on", kinds: &[EventKind::Liquidated], none: "not-liquidated" };
const BANNED: Member = Member { fact: "court_ban", kinds: &[EventKind::CourtBan], none: "no-ban" };

impl Member {
    /// Judges the ground by the relevant events. An event without its day or kind may be any of them.
    fn judge(&self, events: &[EventFacts], as_of: Date) -> Ruling {
        let mut missing = Vec::new();
        if events.iter().any(|event| event.on.is_none()) {
            missing.push("events.on");
        }
        if events.iter().any(|event| event.kind.is_none()) {
            missing.push("events.kind");
        }
        if !missing.is_empty() {
            return Ruling::missing(&missing);
        }
        let known = events.iter().filter_map(|event| Some(Event { on: event.on?, kind: event.kind? }));
        // The order of the list carries no meaning, so a revocation and a resumption of one day have no known order.
        let mut known = sorted(known.filter(|event| self.kinds.contains(&event.kind)).collect());
        let ruling = ground(&known, as_of, self.none);
        known.reverse();
        if ground(&known, as_of, self.none).answer == ruling.answer {
            ruling
        } else {
            Ruling::undetermined(Missing::OrderOfEvents)
        }
    }
}
