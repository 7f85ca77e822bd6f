//! Art. 17: cases on both sides of each boundary.

use alloc::string::String;

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

use super::interface::{ask, error_of};
use super::invariants::{check_invariants, check_table};

const STATUS: &str = "art17.p1.centre-status";

/// A centre by this Law, its certificate of 10 January 2024 to 10 January 2027.
fn centre(events: &str, as_of: &str) -> String {
    by("legal-entity", "this-law", events, as_of)
}

fn by(kind: &str, route: &str, events: &str, as_of: &str) -> String {
    alloc::format!(
        r#"{{"centre":{{"kind":"{kind}","route":"{route}","certificate":{{"serial":"1","issued_on":"2024-01-10","valid_to":"2027-01-10","events":[{events}]}}}},"as_of":"{as_of}"}}"#
    )
}

fn event(on: &str, kind: &str) -> String {
    alloc::format!(r#"{{"on":"{on}","kind":"{kind}"}}"#)
}

#[test]
fn a_centre_is_accredited_from_the_first_to_the_last_day() {
    for (as_of, outcome, status, since) in [
        ("2024-01-09", "violated", "not-yet", "2024-01-10"),
        ("2024-01-10", "satisfied", "accredited", "null"),
        ("2027-01-10", "satisfied", "accredited", "null"),
        ("2027-01-11", "violated", "expired", "2027-01-11"),
    ] {
        for route in ["this-law", "conformity-assessment"] {
            let expected = [
                ("value.status", status),
                ("value.since", since),
                ("value.last_day", "2027-01-10"),
                ("value.route", route),
            ];
            let facts = by("legal-entity", route, "", as_of);
            check_table(STATUS, &["events"], &[(&facts, outcome, &expected)]);
        }
    }
}

#[test]
fn events_end_a_certificate_of_this_law() {
    let both = alloc::format!("{},{}", event("2025-06-01", "resumed"), event("2025-03-01", "revoked"));
    let cases = [
        (event("2025-03-01", "revoked"), "2025-02-28", "satisfied", "accredited", "2025-03-01"),
        (event("2025-03-01", "revoked"), "2025-03-01", "contestable", "contestable", "null"),
        (event("2025-03-01", "revoked"), "2025-03-02", "violated", "revoked", "null"),
        (event("2025-03-01", "liquidated"), "2025-02-28", "satisfied", "accredited", "2025-03-01"),
        (event("2025-03-01", "liquidated"), "2025-03-01", "violated", "liquidated", "null"),
        (event("2025-03-01", "court-ban"), "2025-03-01", "violated", "court-ban", "null"),
        (both.clone(), "2025-05-31", "violated", "revoked", "null"),
    ];
    for (events, as_of, outcome, status, lost_later) in &cases {
        let expected =
            [("value.status", *status), ("value.lost_later", *lost_later), ("value.last_day", "2027-01-10")];
        check_table(STATUS, &["events"], &[(&centre(events, as_of), outcome, &expected)]);
    }
    let readings = [
        ("readings.0.reading", "decision-day-excluded"),
        ("readings.0.satisfied", "true"),
        ("readings.1.reading", "decision-day-included"),
        ("readings.1.satisfied", "false"),
        ("value.since", "2025-03-01"),
    ];
    let facts = centre(&event("2025-03-01", "revoked"), "2025-03-01");
    check_table(STATUS, &["events"], &[(&facts, "contestable", &readings)]);
    let resumed = [
        ("trace.0.why", "resumed"),
        ("trace.0.revoked_on", "2025-03-01"),
        ("trace.0.on", "2025-06-01"),
        ("reading", "revoked-until-resumed"),
        ("value.last_day", "2027-01-10"),
    ];
    check_table(STATUS, &["events"], &[(&centre(&both, "2025-06-01"), "satisfied", &resumed)]);
    let at_once = alloc::format!("{},{}", event("2025-03-01", "resumed"), event("2025-03-01", "revoked"));
    // Of a revocation and a resumption on one day the revocation counts.
    check_table(STATUS, &["events"], &[(&centre(&at_once, "2025-03-02"), "violated", &[])]);
    let twice = alloc::format!("{},{}", event("2025-03-01", "court-ban"), event("2025-03-01", "liquidated"));
    let ended = [("value.status", "liquidated")];
    check_table(STATUS, &["events"], &[(&centre(&twice, "2025-03-01"), "violated", &ended)]);
}

#[test]
fn events_of_a_certificate_of_the_other_law_are_undetermined() {
    let events = alloc::format!("{},{}", event("2025-06-01", "resumed"), event("2025-03-01", "revoked"));
    for (as_of, outcome) in [
        ("2025-02-28", "satisfied"),
        ("2025-03-01", "undetermined"),
        ("2025-05-31", "undetermined"),
        ("2025-06-01", "satisfied"),
    ] {
        let facts = by("legal-entity", "conformity-assessment", &events, as_of);
        let missing = if outcome == "undetermined" { "other-law" } else { "null" };
        check_table(STATUS, &["events"], &[(&facts, outcome, &[("missing.0", missing)])]);
        let trace = ask(STATUS, &facts)["trace"].to_string();
        assert!(trace.contains("conformity-route") && trace.contains("event-left-to-other-law"), "{trace}");
    }
    // Longer than three years: the limit applies only to certificates under this Law.
    let long = r#"{"centre":{"kind":"legal-entity","route":"conformity-assessment","certificate":{"issued_on":"2024-01-10","valid_to":"2029-01-10","events":[]}},"as_of":"2028-12-31"}"#;
    check_table(STATUS, &["events"], &[(long, "satisfied", &[("value.last_day", "2029-01-10")])]);
    assert_eq!(ask(STATUS, &centre("", "2025-01-01"))["trace"], json!([]));
}

#[test]
fn names_unknown_centres_other_persons_and_missing_facts() {
    let person = by("individual-entrepreneur", "this-law", "", "2025-01-01");
    check_table(
        STATUS,
        &["events", "certificate"],
        &[
            (&person, "violated", &[("value.status", "not-legal-entity")]),
            (
                r#"{"centre":{"kind":"individual"},"as_of":"2025-01-01"}"#,
                "violated",
                &[("value.status", "not-legal-entity")],
            ),
            (
                r#"{"centre":{"kind":"individual-entrepreneur"},"as_of":"2025-01-01"}"#,
                "violated",
                &[("value.status", "not-legal-entity")],
            ),
            (r#"{"centre":null,"as_of":"2025-01-01"}"#, "violated", &[("value.status", "unknown-centre")]),
            (r#"{"centre":null}"#, "undetermined", &[("missing.0", "as_of")]),
            (r#"{"as_of":"2025-01-01"}"#, "undetermined", &[("missing.0", "centre"), ("missing.1", "null")]),
            ("{}", "undetermined", &[("missing.0", "centre"), ("missing.1", "as_of")]),
            (
                r#"{"centre":{"certificate":{"valid_to":"2027-01-10","events":[]}}}"#,
                "undetermined",
                &[
                    ("missing.0", "centre.kind"),
                    ("missing.1", "centre.route"),
                    ("missing.2", "certificate.issued_on"),
                    ("missing.3", "as_of"),
                    ("value.last_day", "2027-01-10"),
                ],
            ),
            (
                r#"{"centre":{"kind":"legal-entity","route":"this-law","certificate":{"issued_on":"2024-01-10","valid_to":"2027-01-10","events":[]}}}"#,
                "undetermined",
                &[("missing.0", "as_of"), ("missing.1", "null"), ("value.last_day", "2027-01-10")],
            ),
            (
                r#"{"centre":{"kind":"legal-entity","route":"this-law","certificate":{"issued_on":"2024-01-10"}},"as_of":"2025-01-01"}"#,
                "undetermined",
                &[("missing.0", "certificate.valid_to")],
            ),
            (
                r#"{"centre":{"kind":"legal-entity","route":"this-law"},"as_of":"2025-01-01"}"#,
                "undetermined",
                &[("missing.0", "centre.certificate"), ("missing.1", "null")],
            ),
        ],
    );
    let nameless = centre(r#"{"on":"2025-03-01"}"#, "2025-01-01");
    assert_eq!(ask(STATUS, &nameless)["missing"], json!(["certificate.events.kind"]));
    let reversed = r#"{"centre":{"kind":"legal-entity","route":"this-law","certificate":{"issued_on":"2024-01-10","valid_to":"2024-01-09","events":[]}},"as_of":"2025-01-01"}"#;
    assert!(error_of(STATUS, reversed).to_string().starts_with("certificate.valid_to: 2024-01-09 is before"));
}

#[test]
fn each_route_has_its_accreditor() {
    let id = "art17.p1.part2.accreditor-matches-route";
    for (route, accreditor, outcome, expected) in [
        ("this-law", "national-chamber", "satisfied", "national-chamber"),
        ("this-law", "accreditation-body", "violated", "national-chamber"),
        ("conformity-assessment", "accreditation-body", "satisfied", "accreditation-body"),
        ("conformity-assessment", "national-chamber", "violated", "accreditation-body"),
    ] {
        let facts = alloc::format!(r#"{{"route":"{route}","accreditor":"{accreditor}"}}"#);
        let values = [("value.expected", expected), ("value.found", accreditor)];
        check_table(id, &[], &[(&facts, outcome, &values)]);
    }
    check_table(
        id,
        &[],
        &[
            ("{}", "undetermined", &[("missing.0", "route"), ("missing.1", "accreditor")]),
            (r#"{"route":"this-law"}"#, "undetermined", &[("missing.0", "accreditor")]),
            (r#"{"accreditor":"national-chamber"}"#, "undetermined", &[("missing.0", "route")]),
        ],
    );
    assert!(
        error_of(id, r#"{"accreditor":"ministry"}"#)
            .to_string()
            .starts_with("accreditor: must be `national-chamber`")
    );
}

#[test]
fn a_programme_is_approved_by_the_day_of_the_exam() {
    let facts = |programmes: &str, as_of: &str| {
        alloc::format!(r#"{{"profession":"A","programmes":[{programmes}],"as_of":"{as_of}"}}"#)
    };
    let two =
        r#"{"profession":"A","approved_on":"2025-06-01"},{"profession":"A","approved_on":"2025-03-01"}"#;
    for (programmes, as_of, outcome, expected) in [
        (two, "2025-02-28", "violated", &[("value.status", "not-yet-approved")][..]),
        (two, "2025-03-01", "satisfied", &[("value.approved_on", "2025-03-01")]),
        ("", "2025-03-01", "violated", &[("value.status", "no-programme")]),
        (
            r#"{"profession":"B","approved_on":"2025-03-01"}"#,
            "2025-03-01",
            "violated",
            &[("value.status", "no-programme")],
        ),
        (
            r#"{"profession":"A","approved_on":null}"#,
            "2025-03-01",
            "violated",
            &[("value.status", "not-yet-approved")],
        ),
        (r#"{"profession":"A"}"#, "2025-03-01", "undetermined", &[("missing.0", "programmes.approved_on")]),
        (
            r#"{"approved_on":"2025-03-01"}"#,
            "2025-03-01",
            "undetermined",
            &[("missing.0", "programmes.profession")],
        ),
        (r#"{"approved_on":"2025-03-02"}"#, "2025-03-01", "violated", &[]),
        (
            r#"{},{"profession":"A"}"#,
            "2025-03-01",
            "undetermined",
            &[("missing.0", "programmes.profession"), ("missing.1", "programmes.approved_on")],
        ),
        (r#"{},{"profession":"A","approved_on":"2025-03-01"}"#, "2025-03-01", "satisfied", &[]),
    ] {
        check_table("art17.p2.s4.programme-exists", &[], &[(&facts(programmes, as_of), outcome, expected)]);
    }
    check_table(
        "art17.p2.s4.programme-exists",
        &[],
        &[
            (
                "{}",
                "undetermined",
                &[("missing.0", "profession"), ("missing.1", "programmes"), ("missing.2", "as_of")],
            ),
            (
                r#"{"profession":"A","programmes":[{"profession":"A","approved_on":"2025-03-01"}]}"#,
                "undetermined",
                &[("missing.0", "as_of"), ("missing.1", "null"), ("value.approved_on", "2025-03-01")],
            ),
        ],
    );
    assert!(
        error_of("art17.p2.s4.programme-exists", r#"{"profession":" "}"#).to_string().contains("is blank")
    );
}

proptest! {
    #[test]
    fn the_order_of_programmes_does_not_matter(programmes in vec((0u8..3, 0u8..4), 0..5), day in 1u8..3) {
        let programmes: Vec<_> = programmes.into_iter().map(|(profession, approved)| {
            let mut one = serde_json::Map::new();
            if profession > 0 {
                one.insert("profession".into(), json!(["A", "B"][usize::from(profession) - 1]));
            }
            match approved {
                0 => None,
                3 => one.insert("approved_on".into(), json!(null)),
                day => one.insert("approved_on".into(), json!(alloc::format!("2025-03-0{day}"))),
            };
            one
        }).collect();
        let facts = json!({"profession": "A", "programmes": programmes, "as_of": alloc::format!("2025-03-0{day}")});
        check_invariants("art17.p2.s4.programme-exists", &facts, &[]);
    }

    #[test]
    fn the_order_of_events_does_not_matter(events in vec((1u8..5, 0usize..4), 0..4), day in 1u8..5, other in any::<bool>()) {
        let kinds = ["revoked", "resumed", "liquidated", "court-ban"];
        let events: Vec<_> = events.into_iter().map(|(on, kind)| event(&alloc::format!("2025-03-0{on}"), kinds[kind])).collect();
        let route = if other { "conformity-assessment" } else { "this-law" };
        let facts = by("legal-entity", route, &events.join(","), &alloc::format!("2025-03-0{day}"));
        check_invariants(STATUS, &serde_json::from_str(&facts).unwrap(), &["events"]);
    }
}
