//! Paragraph 6: what ends the validity of a certificate.

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::articles::a26_end_of_accreditation::p6_grounds::{
    COURT_BAN, EXPIRY, Expiry, LIQUIDATION, REVOCATION_DECISION, ground,
};
use crate::law::engine::aggregate::{Paths, all_of, by_path};
use crate::law::engine::facts::facts;
use crate::law::engine::missing::Missing;
use crate::law::engine::norm::Norm;
use crate::law::engine::register::EventFacts;
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::{Answer, Ruling};
use crate::snapshot::rows::{Event, EventKind};
use crate::sorted::sorted;
use alloc::string::ToString;
use alloc::vec::Vec;

rule! {
    CERTIFICATE_TERMINATION: CertificateTermination,
    unit: (26, 6, 0, 0),
    text: 0x0b9e_4ae2_59da_a90c,
    id: "art26.p6.certificate-termination",
    summary: "A certificate ends on any of four grounds",
    note: "The earliest counts.",
    judge: certificate_termination,
    as_of: |facts| facts.as_of,
    value: &[
    ("status", Output::OneOf(&["satisfied", "violated", "contestable"])),
    ("ground", Output::OneOf(&["revoked", "expired", "liquidated", "court-ban"])),
    ("from", Output::Date),
    ("failed", Output::List),
    ("unknown", Output::List),
    ("contestable", Output::List),
],
    example: r#"{"last_day":"2027-03-19","events":[{"on":"2025-06-02","kind":"revoked"},{"on":"2025-09-01","kind":"resumed"}],"as_of":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&CERTIFICATE_TERMINATION.norm];

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
    let judge_events = |member: Member| match (&facts.events, facts.as_of) {
        (None, None) => Ruling::missing(&[member.fact, "as_of"]),
        (None, Some(_)) => Ruling::missing(&[member.fact]),
        (Some(_), None) => Ruling::missing(&["as_of"]),
        (Some(events), Some(as_of)) => member.judge(events, as_of),
    };
    let parts = alloc::vec![
        REVOCATION_DECISION.rule.result(judge_events(REVOKED)),
        EXPIRY.part(&Expiry { last_day: facts.last_day, as_of: facts.as_of }, days)?,
        LIQUIDATION.rule.result(judge_events(LIQUIDATED)),
        COURT_BAN.rule.result(judge_events(BANNED)),
    ];
    let ruling = by_path(all_of(parts), MISSES);
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

const REVOKED: Member =
    Member { fact: "revoked_on", kinds: &[EventKind::Revoked, EventKind::Resumed], none: "not-revoked" };

const LIQUIDATED: Member =
    Member { fact: "liquidated_on", kinds: &[EventKind::Liquidated], none: "not-liquidated" };

const BANNED: Member = Member { fact: "court_ban", kinds: &[EventKind::CourtBan], none: "no-ban" };
