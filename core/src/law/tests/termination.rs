//! Art. 26.6.

use super::cases::{judge, less_knowledge_never_satisfies, order_does_not_matter};
use super::localized;
use crate::calendar::{Date, Interval};
use crate::fixture::day;
use crate::law::RuleAnswer;
use crate::law::articles::a17_centres::p1_status::{Standing, standing};
use crate::snapshot::rows::{Accreditation, Centre, Event, EventKind, Route};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

const TERMINATION: &str = "art26.p6.certificate-termination";

const REVOKED: &str = "art26.p6.s1.revocation-decision";

const KINDS: [(&str, EventKind); 4] = [
    ("revoked", EventKind::Revoked),
    ("resumed", EventKind::Resumed),
    ("liquidated", EventKind::Liquidated),
    ("court-ban", EventKind::CourtBan),
];

proptest! {
    /// The rule and the verification's check of a centre give the same answer.
    #[test]
    fn the_rule_agrees_with_the_check_of_a_centre(list in vec((0u32..60, 0usize..4), 0..6), on in 0u32..60, last in 20u32..60) {
        let first = day("2026-01-01");
        let as_of = first.plus_days(on);
        let mut list = list;
        list.sort_by_key(|(at, _)| *at);
        list.dedup_by_key(|(at, _)| *at);
        let dated = |at: &u32| first.plus_days(*at);
        let events: Vec<_> = list.iter().map(|(at, kind)| json!({ "on": dated(at), "kind": KINDS[*kind].0 })).collect();
        let facts = json!({ "last_day": first.plus_days(last), "events": events, "as_of": as_of });
        let ruling = judge(TERMINATION, &facts.to_string()).unwrap().ruling;
        let row = Accreditation {
            serial: "1".into(),
            route: Route::ThisLaw,
            interval: Interval { from: first, until: Some(first.plus_days(last)) },
            events: list.iter().map(|(at, kind)| Event { on: dated(at), kind: KINDS[*kind].1 }).collect(),
        };
        let centre = Centre { names: localized("c"), legal_entity: true, accreditations: vec![row], contact: crate::snapshot::Contact::default() };
        let expected = match standing(&centre, "1", as_of) {
            Standing::Accredited { .. } => RuleAnswer::Satisfied,
            Standing::LostThatDay { readings } => RuleAnswer::Contestable(readings.into()),
            Standing::Not { .. } | Standing::NoCertificate => RuleAnswer::Violated,
        };
        prop_assert_eq!(&ruling.answer, &expected);
        prop_assert!(ruling.value.date("from").is_none_or(|from: Date| from <= as_of));
        less_knowledge_never_satisfies(TERMINATION, &facts, &[]);
        order_does_not_matter(TERMINATION, &facts, "events");
        for (_, kind) in &list {
            let name = ["revoked_on", "revoked_on", "liquidated_on", "court_ban"][*kind];
            let id = [REVOKED, REVOKED, "art26.p6.s3.liquidation", "art26.p6.s4.court-ban"][*kind];
            let day = if *kind == 3 { json!({ "in_legal_force_on": first }) } else { json!(first) };
            less_knowledge_never_satisfies(id, &json!({ name: day, "as_of": as_of }), &[]);
        }
    }

    /// The order of the list does not matter, even for events of one day.
    #[test]
    fn the_order_of_events_does_not_matter(list in vec((0u32..4, 0usize..4), 0..6), on in 0u32..5) {
        let first = day("2026-01-01");
        let events: Vec<_> =
            list.iter().map(|(at, kind)| json!({ "on": first.plus_days(*at), "kind": KINDS[*kind].0 })).collect();
        let facts = json!({ "last_day": "2027-01-01", "events": events, "as_of": first.plus_days(on) });
        order_does_not_matter(TERMINATION, &facts, "events");
    }
}

/// Events are a set, so their order within a day is not known, unless it does not matter. No case of the corpus has it.
#[test]
fn the_order_of_a_revocation_and_a_resumption_of_one_day_is_unknown() {
    for (on, as_of, answer) in [
        ("2026-01-01", "2026-01-01", "undetermined order-of-events"),
        ("2026-01-01", "2026-02-01", "undetermined order-of-events"),
        ("2026-01-01", "2025-12-31", "satisfied"),
    ] {
        let events = json!([{ "on": on, "kind": "revoked" }, { "on": on, "kind": "resumed" }]);
        let facts = json!({ "last_day": "2027-03-19", "events": events, "as_of": as_of });
        assert_eq!(super::cases::outcome(TERMINATION, &facts.to_string()), answer, "{as_of}");
    }
}
