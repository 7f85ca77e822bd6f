//! Art. 26.6.

use crate::law::Answer;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

use super::cases::{
    check_cases, judge, less_knowledge_never_satisfies, order_does_not_matter, outcome, trace,
};
use super::localized;
use crate::calendar::{Date, Interval};
use crate::fixture::day;
use crate::law::articles::a17_centres::p1_status::{Standing, standing};
use crate::snapshot::rows::{Accreditation, Centre, Event, EventKind, Route};

const TERMINATION: &str = "art26.p6.certificate-termination";
const REVOKED: &str = "art26.p6.s1.revocation-decision";
const THAT_DAY: &str = "decision-day-excluded:true decision-day-included:false";

#[test]
fn a_revocation_ends_it_from_the_day_of_the_decision() {
    for (facts, answer, pairs) in [
        (r#""revoked_on":"2026-03-19","as_of":"2026-03-18""#, "satisfied", "status=not-yet from=2026-03-19"),
        (r#""revoked_on":"2026-03-19","as_of":"2026-03-19""#, THAT_DAY, "status=contestable from=2026-03-19"),
        (r#""revoked_on":"2026-03-19","as_of":"2026-03-20""#, "violated", "status=revoked from=2026-03-19"),
        (
            r#""revoked_on":"2026-03-19","resumed_on":"2026-05-01","as_of":"2026-04-30""#,
            "violated",
            "status=revoked",
        ),
        (
            r#""revoked_on":"2026-03-19","resumed_on":"2026-05-01","as_of":"2026-05-01""#,
            "satisfied",
            "status=resumed resumed_on=2026-05-01 !from",
        ),
        (
            r#""revoked_on":"2026-03-19","resumed_on":"2026-03-19","as_of":"2026-03-19""#,
            "satisfied",
            "status=resumed",
        ),
        (r#""revoked_on":"2026-03-19","resumed_on":"2026-05-01","as_of":"2026-03-19""#, THAT_DAY, ""),
        (r#""revoked_on":null,"as_of":"2026-03-19""#, "satisfied", "status=not-revoked"),
        (r#""as_of":"2026-03-19""#, "undetermined revoked_on", ""),
        (r#""revoked_on":"2026-03-19""#, "undetermined as_of", "!status from=2026-03-19"),
        (r#""revoked_on":null"#, "undetermined as_of", ""),
        ("", "undetermined revoked_on as_of", ""),
        (
            r#""revoked_on":"2026-03-19","resumed_on":"2026-03-18","as_of":"2026-03-19""#,
            "error resumed_on: 2026-03-18 is before revoked_on (2026-03-19)",
            "",
        ),
        (
            r#""revoked_on":null,"resumed_on":"2026-03-18","as_of":"2026-03-19""#,
            "error resumed_on: a resumption requires a revocation",
            "",
        ),
        (r#""revoked_on":"2023-09-01","as_of":"2023-09-03""#, "not_applicable", ""),
    ] {
        check_cases(REVOKED, &[(&format!("{{{facts}}}"), answer, pairs)]);
    }
}

#[test]
fn a_term_ends_after_its_last_day() {
    check_cases(
        "art26.p6.s2.expiry",
        &[
            // 1 January 2028 is a holiday and a Saturday; the last day does not move.
            (r#"{"last_day":"2028-01-01","as_of":"2027-12-31"}"#, "satisfied", "status=not-yet days_left=1"),
            (
                r#"{"last_day":"2028-01-01","as_of":"2028-01-01"}"#,
                "satisfied",
                "status=not-yet days_left=0 from=2028-01-02 last_day=2028-01-01",
            ),
            (
                r#"{"last_day":"2028-01-01","as_of":"2028-01-02"}"#,
                "violated",
                "status=expired from=2028-01-02 !days_left",
            ),
            (r#"{"last_day":"2028-01-01"}"#, "undetermined as_of", "from=2028-01-02"),
            (r#"{"as_of":"2028-01-01"}"#, "undetermined last_day", ""),
        ],
    );
}

#[test]
fn a_day_off_does_not_move_the_end() {
    let id = "art26.p6.s2.expiry";
    assert_eq!(trace(id, r#"{"last_day":"2027-03-21","as_of":"2027-03-21"}"#), ["not-moved"]);
    assert_eq!(trace(id, r#"{"last_day":"2027-03-19","as_of":"2027-03-21"}"#), Vec::<&str>::new());
}

#[test]
fn a_liquidation_ends_it_from_its_day() {
    check_cases(
        "art26.p6.s3.liquidation",
        &[
            (
                r#"{"liquidated_on":"2026-03-19","as_of":"2026-03-18"}"#,
                "satisfied",
                "status=not-yet from=2026-03-19",
            ),
            (
                r#"{"liquidated_on":"2026-03-19","as_of":"2026-03-19"}"#,
                "violated",
                "status=liquidated from=2026-03-19",
            ),
            (r#"{"liquidated_on":null,"as_of":"2026-03-19"}"#, "satisfied", "status=not-liquidated !from"),
            (r#"{"as_of":"2026-03-19"}"#, "undetermined liquidated_on", ""),
            (r#"{"liquidated_on":"2026-03-19"}"#, "undetermined as_of", "from=2026-03-19"),
            ("{}", "undetermined liquidated_on as_of", ""),
        ],
    );
}

#[test]
fn a_ban_ends_it_once_it_is_in_legal_force() {
    let id = "art26.p6.s4.court-ban";
    let not_final = r#"{"court_ban":{"in_legal_force_on":null},"as_of":"2026-03-19"}"#;
    let in_force = r#"{"court_ban":{"in_legal_force_on":"2026-03-19"},"as_of":"2026-03-19"}"#;
    check_cases(
        id,
        &[
            (in_force, "violated", "status=court-ban from=2026-03-19"),
            (
                r#"{"court_ban":{"in_legal_force_on":"2026-03-19"},"as_of":"2026-03-18"}"#,
                "satisfied",
                "status=not-yet from=2026-03-19",
            ),
            (not_final, "undetermined court_ban.in_legal_force_on", ""),
            (r#"{"court_ban":{},"as_of":"2026-03-19"}"#, "undetermined court_ban.in_legal_force_on", ""),
            (r#"{"court_ban":null,"as_of":"2026-03-19"}"#, "satisfied", "status=no-ban"),
            (r#"{"as_of":"2026-03-19"}"#, "undetermined court_ban", ""),
            (r#"{"court_ban":null}"#, "undetermined as_of", ""),
            ("{}", "undetermined court_ban as_of", ""),
        ],
    );
    assert_eq!((trace(id, in_force), trace(id, not_final)), (vec![], vec!["court-decision-not-final"]));
    assert_eq!(trace(id, r#"{"court_ban":{},"as_of":"2026-03-19"}"#), Vec::<&str>::new());
}

fn certificate_facts(last_day: &str, events: &[(&str, &str)], as_of: &str) -> String {
    let events: Vec<_> = events.iter().map(|(on, kind)| json!({ "on": on, "kind": kind })).collect();
    json!({ "last_day": last_day, "events": events, "as_of": as_of }).to_string()
}

#[test]
fn the_earliest_ground_that_has_effect_is_named() {
    let [s1, s2, s3, s4] =
        [REVOKED, "art26.p6.s2.expiry", "art26.p6.s3.liquidation", "art26.p6.s4.court-ban"];
    let revoked = ("2025-06-02", "revoked");
    let resumed = ("2025-09-01", "resumed");
    let liquidated = ("2025-07-01", "liquidated");
    let banned = ("2025-08-01", "court-ban");
    let end = "2027-03-19";
    for (events, as_of, answer, pairs) in [
        (&[][..], "2027-03-19", "satisfied", "status=satisfied !ground !from".to_string()),
        (&[], "2027-03-20", "violated", format!("ground=expired from=2027-03-20 failed={s2}")),
        (&[revoked], "2025-06-01", "satisfied", "!ground".to_string()),
        (&[revoked], "2025-06-02", THAT_DAY, format!("status=contestable contestable={s1} !ground")),
        (&[revoked], "2025-06-03", "violated", format!("ground=revoked from=2025-06-02 failed={s1}")),
        (&[revoked, resumed], "2025-08-31", "violated", "ground=revoked".to_string()),
        (&[revoked, resumed], "2025-09-01", "satisfied", "!ground".to_string()),
        (&[revoked, resumed], "2027-03-20", "violated", "ground=expired".to_string()),
        (&[revoked], "2027-03-20", "violated", format!("ground=revoked from=2025-06-02 failed={s1},{s2}")),
        (
            &[banned, liquidated, revoked],
            "2025-08-01",
            "violated",
            format!("ground=revoked from=2025-06-02 failed={s1},{s3},{s4}"),
        ),
        (
            &[banned, liquidated, revoked, resumed],
            "2025-09-01",
            "violated",
            format!("ground=liquidated from=2025-07-01 failed={s3},{s4}"),
        ),
        (&[banned, resumed], "2025-09-01", "violated", "ground=court-ban from=2025-08-01".to_string()),
        (
            &[("2025-06-02", "liquidated"), revoked],
            "2025-06-02",
            "violated",
            format!("ground=liquidated contestable={s1}"),
        ),
        (
            &[revoked, resumed, ("2026-01-01", "revoked")],
            "2026-02-01",
            "violated",
            "from=2026-01-01".to_string(),
        ),
    ] {
        check_cases(TERMINATION, &[(&certificate_facts(end, events, as_of), answer, &pairs)]);
    }
    assert_eq!(judge(TERMINATION, &certificate_facts(end, &[], "2026-03-19")).unwrap().ruling.parts.len(), 4);
}

#[test]
fn unknown_facts_leave_a_certificate_undetermined() {
    for (facts, answer, pairs) in [
        ("", "undetermined events as_of last_day", ""),
        (r#""as_of":"2026-03-19","events":[]"#, "undetermined last_day", ""),
        (r#""as_of":"2026-03-19","last_day":"2027-03-19""#, "undetermined events", ""),
        (r#""as_of":"2026-03-19","last_day":"2026-03-18""#, "violated", "ground=expired from=2026-03-19"),
        (r#""events":[],"last_day":"2027-03-19""#, "undetermined as_of", ""),
        (
            r#""as_of":"2026-03-19","last_day":"2027-03-19","events":[{"kind":"revoked"}]"#,
            "undetermined events.on",
            "",
        ),
        (
            r#""as_of":"2026-03-19","last_day":"2027-03-19","events":[{"on":"2026-01-01"}]"#,
            "undetermined events.kind",
            "",
        ),
        (
            r#""as_of":"2026-03-19","last_day":"2027-03-19","events":[{"on":"2026-01-01"},{"kind":"resumed"}]"#,
            "undetermined events.on events.kind",
            "",
        ),
        (
            r#""as_of":"2026-03-19","events":[{"on":"2026-01-01","kind":"court-ban"}]"#,
            "violated",
            "ground=court-ban unknown=art26.p6.s2.expiry",
        ),
    ] {
        check_cases(TERMINATION, &[(&format!("{{{facts}}}"), answer, pairs)]);
    }
    // The list does not determine the order of events of one day; the answer is unknown only where the order matters.
    let tie = [("2026-01-01", "revoked"), ("2026-01-01", "resumed")];
    for (as_of, answer) in [
        ("2025-12-31", "satisfied"),
        ("2026-01-01", "undetermined order-of-events"),
        ("2026-03-19", "undetermined order-of-events"),
    ] {
        assert_eq!(outcome(TERMINATION, &certificate_facts("2027-03-19", &tie, as_of)), answer, "{as_of}");
    }
    let later = [tie[0], tie[1], ("2026-02-01", "resumed")];
    assert_eq!(outcome(TERMINATION, &certificate_facts("2027-03-19", &later, "2026-03-19")), "satisfied");
}

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
            Standing::Accredited { .. } => Answer::Satisfied,
            Standing::LostThatDay { readings } => Answer::Contestable(readings.into()),
            Standing::Not { .. } | Standing::NoCertificate => Answer::Violated,
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
