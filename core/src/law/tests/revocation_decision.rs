//! Art. 26.3 and 26.4: the National Chamber's deadlines.

use proptest::prelude::*;
use serde_json::json;

use super::cases::{check_cases, judge, less_knowledge_never_satisfies, outcome, trace};
use crate::fixture::day;

const DECISION: &str = "art26.p3.revocation-decision";
const COPY: &str = "art26.p4.copy-to-centre";

fn facts(ground: &str, more: &str) -> String {
    format!(r#"{{"ground":"{ground}"{more}}}"#)
}

/// From Thursday 19 March 2026 ten working days end on 7 April, or on 6 April where the day itself counts.
#[test]
fn ten_working_days_from_the_one_start_that_is_known() {
    let included = "event-day-excluded:true event-day-included:false";
    for (ground, start) in [
        ("own-request", "occurred_on"),
        ("procedure-violation", "detected_on"),
        ("confirmed-complaint", "detected_on"),
    ] {
        for (decided, as_of, answer, pairs) in [
            (
                None,
                Some("2026-03-19"),
                "satisfied",
                "status=open last_day=2026-04-07 advise_by=2026-04-06 days_left=19",
            ),
            (None, Some("2026-04-06"), "satisfied", "status=open days_left=1"),
            (None, Some("2026-04-07"), included, "status=contestable last_day=2026-04-07"),
            (None, Some("2026-04-08"), "violated", "status=overdue days_late=1"),
            (Some("2026-03-19"), None, "satisfied", "status=done-in-time"),
            (Some("2026-04-06"), None, "satisfied", "status=done-in-time"),
            (Some("2026-04-07"), Some("2026-05-01"), included, "status=contestable"),
            (Some("2026-04-08"), Some("2026-05-01"), "violated", "status=done-late days_late=1"),
            (None, None, "undetermined as_of", "last_day=2026-04-07 !status !strict_last_day"),
        ] {
            let mut more = format!(r#","occurred_on":null,"{start}":"2026-03-19""#);
            if ground == "own-request" {
                more = more.replacen(r#","occurred_on":null"#, "", 1);
            }
            for (name, day) in [("decided_on", decided), ("as_of", as_of)] {
                more.extend(day.map(|day| format!(r#","{name}":"{day}""#)));
            }
            check_cases(DECISION, &[(&facts(ground, &more), answer, pairs)]);
        }
    }
    let detected = facts(
        "procedure-violation",
        r#","occurred_on":null,"detected_on":"2026-03-19","as_of":"2026-03-19""#,
    );
    assert!(trace(DECISION, &detected).contains(&"occurrence-day-unknown"));
    assert!(trace(DECISION, &detected).contains(&"day-off"));
    let requested = facts("own-request", r#","occurred_on":"2026-03-19","as_of":"2026-03-19""#);
    assert!(!trace(DECISION, &requested).contains(&"occurrence-day-unknown"));
}

/// Committed on Tuesday 10 March (27 March; 26 March with the day), detected on Thursday 19 March (7 and 6 April).
#[test]
fn between_the_violation_and_its_detection_the_answer_is_contestable() {
    let of = |as_of: &str| {
        facts(
            "monitoring-violation",
            &format!(r#","occurred_on":"2026-03-10","detected_on":"2026-03-19","as_of":"{as_of}""#),
        )
    };
    let readings = |held: [bool; 4]| {
        let names = [
            "from-detection",
            "from-detection-day-included",
            "from-occurrence",
            "from-occurrence-day-included",
        ];
        names.iter().zip(held).map(|(name, holds)| format!("{name}:{holds}")).collect::<Vec<_>>().join(" ")
    };
    let days = "last_day=2026-04-07 strict_last_day=2026-03-27 advise_by=2026-03-26";
    for (as_of, answer, status) in [
        ("2026-03-26", "satisfied".to_string(), "open"),
        ("2026-03-27", readings([true, true, true, false]), "contestable"),
        ("2026-03-28", readings([true, true, false, false]), "contestable"),
        ("2026-04-06", readings([true, true, false, false]), "contestable"),
        ("2026-04-07", readings([true, false, false, false]), "contestable"),
        ("2026-04-08", "violated".to_string(), "overdue"),
    ] {
        check_cases(DECISION, &[(&of(as_of), &answer, &format!("{days} status={status}"))]);
        let decided = of(as_of).replace("as_of", "decided_on");
        assert_eq!(outcome(DECISION, &decided), answer, "{decided}");
    }
    assert_eq!(judge(DECISION, &of("2026-03-28")).unwrap().ruling.reading, Some("from-detection"));
    let undated = of("2026-03-28").replace(r#","as_of":"2026-03-28""#, "");
    check_cases(DECISION, &[(&undated, "undetermined as_of", days)]);
    let same = of("2026-04-07").replace("2026-03-10", "2026-03-19");
    check_cases(DECISION, &[(&same, "event-day-excluded:true event-day-included:false", "!strict_last_day")]);
}

#[test]
fn without_the_detection_only_the_strict_day_is_certain() {
    let of = |more: &str| facts("procedure-violation", &format!(r#","occurred_on":"2026-03-10"{more}"#));
    for (more, answer, pairs) in [
        (r#","as_of":"2026-03-26""#, "satisfied", "status=open strict_last_day=2026-03-27"),
        (r#","as_of":"2026-03-27""#, "undetermined detected_on", "!status strict_last_day=2026-03-27"),
        (r#","decided_on":"2026-03-26""#, "satisfied", "status=done-in-time"),
        (r#","decided_on":"2026-05-26""#, "undetermined detected_on", ""),
        ("", "undetermined detected_on as_of", "strict_last_day=2026-03-27"),
    ] {
        check_cases(DECISION, &[(&of(more), answer, pairs)]);
    }
    assert!(trace(DECISION, &of("")).contains(&"detection-day-unknown"));
}

#[test]
fn rejects_contradictory_days_and_days_outside_the_calendar() {
    let calendar = "undetermined working-day-calendar";
    for (ground, more, answer) in [
        (
            "own-request",
            r#","occurred_on":"2026-03-19","detected_on":"2026-03-19""#,
            "error detected_on: the centre's own request is received, not detected; leave it out",
        ),
        (
            "procedure-violation",
            r#","occurred_on":"2026-03-19","detected_on":"2026-03-18""#,
            "error detected_on: 2026-03-18 is before occurred_on (2026-03-19)",
        ),
        (
            "procedure-violation",
            r#","detected_on":"2026-03-19","decided_on":"2026-03-18""#,
            "error decided_on: 2026-03-18 is before detected_on (2026-03-19)",
        ),
        (
            "own-request",
            r#","occurred_on":"2026-03-19","decided_on":"2026-03-18""#,
            "error decided_on: 2026-03-18 is before occurred_on (2026-03-19)",
        ),
        ("own-request", r#","as_of":"2026-03-19""#, "undetermined occurred_on"),
        ("own-request", r#","occurred_on":null,"as_of":"2026-03-19""#, "undetermined occurred_on"),
        ("procedure-violation", r#","as_of":"2026-03-19""#, "undetermined occurred_on detected_on"),
        ("procedure-violation", r#","occurred_on":null,"as_of":"2026-03-19""#, "undetermined detected_on"),
        ("procedure-violation", r#","occurred_on":null"#, "undetermined detected_on as_of"),
        (
            "procedure-violation",
            r#","detected_on":"2026-03-19","as_of":"2026-04-07""#,
            "undetermined occurred_on",
        ),
        ("procedure-violation", r#","detected_on":"2026-03-19","as_of":"2026-04-08""#, "violated"),
        ("procedure-violation", r#","detected_on":"2026-03-19""#, "undetermined occurred_on as_of"),
        (
            "procedure-violation",
            r#","detected_on":"2027-12-30","as_of":"2027-12-31""#,
            "undetermined occurred_on working-day-calendar",
        ),
        ("own-request", r#","occurred_on":"2027-12-30","as_of":"2027-12-31""#, calendar),
        ("procedure-violation", r#","occurred_on":"2027-12-30","as_of":"2027-12-31""#, calendar),
        (
            "procedure-violation",
            r#","occurred_on":"2022-12-30","detected_on":"2026-03-19","as_of":"2026-03-20""#,
            calendar,
        ),
        (
            "procedure-violation",
            r#","occurred_on":"2022-12-30","detected_on":"2026-03-19","as_of":"2026-04-08""#,
            "violated",
        ),
        (
            "procedure-violation",
            r#","occurred_on":"2026-03-19","detected_on":"2027-12-30","decided_on":"2027-12-31""#,
            calendar,
        ),
        (
            "procedure-violation",
            r#","occurred_on":null,"detected_on":"2023-08-01","as_of":"2023-09-03""#,
            "not_applicable",
        ),
    ] {
        check_cases(DECISION, &[(&facts(ground, more), answer, "")]);
    }
    check_cases(DECISION, &[(r#"{"detected_on":"2026-03-19"}"#, "undetermined ground", "")]);
}

/// From Thursday 19 March 2026 three working days end on 27 March, or on 26 March where the day itself counts.
#[test]
fn a_copy_goes_through_the_platform_within_three_working_days() {
    let included = "event-day-excluded:true event-day-included:false";
    for (more, answer, pairs) in [
        (
            r#","as_of":"2026-03-26""#,
            "satisfied",
            "status=open last_day=2026-03-27 advise_by=2026-03-26 days_left=1",
        ),
        (r#","as_of":"2026-03-27""#, included, "status=contestable"),
        (r#","as_of":"2026-03-28""#, "violated", "status=overdue days_late=1"),
        (r#","channel":"paper","as_of":"2026-03-26""#, "satisfied", "status=open !channel"),
        (
            r#","sent_on":"2026-03-26","channel":"platform""#,
            "satisfied",
            "status=done-in-time channel=platform",
        ),
        (r#","sent_on":"2026-03-27","channel":"platform""#, included, "status=contestable"),
        (r#","sent_on":"2026-03-28","channel":"platform""#, "violated", "status=done-late days_late=1"),
        (
            r#","sent_on":"2026-03-26","channel":"paper""#,
            "violated",
            "status=wrong-channel channel=paper last_day=2026-03-27",
        ),
        (
            r#","sent_on":"2026-03-27","channel":"other-electronic""#,
            "violated",
            "status=wrong-channel channel=other-electronic",
        ),
        (r#","sent_on":"2026-03-30","channel":"paper""#, "violated", "status=wrong-channel days_late=3"),
        (r#","sent_on":"2026-03-26""#, "undetermined channel", "!status last_day=2026-03-27"),
        (r#","sent_on":"2026-03-27""#, "undetermined channel", "!status"),
        (r#","sent_on":"2026-03-28""#, "violated", "status=done-late"),
        ("", "undetermined as_of", "last_day=2026-03-27"),
        (r#","sent_on":"2026-03-18""#, "error sent_on: 2026-03-18 is before decided_on (2026-03-19)", ""),
    ] {
        check_cases(COPY, &[(&format!(r#"{{"decided_on":"2026-03-19"{more}}}"#), answer, pairs)]);
    }
    check_cases(
        COPY,
        &[
            (r#"{"as_of":"2026-03-19"}"#, "undetermined decided_on", ""),
            (
                r#"{"decided_on":"2027-12-30","sent_on":"2027-12-31","channel":"platform"}"#,
                "undetermined working-day-calendar",
                "",
            ),
            (
                r#"{"decided_on":"2027-12-30","sent_on":"2027-12-31","channel":"paper"}"#,
                "violated",
                "status=wrong-channel",
            ),
            (
                r#"{"decided_on":"2027-12-30","sent_on":"2027-12-31"}"#,
                "undetermined channel working-day-calendar",
                "",
            ),
        ],
    );
}

proptest! {
    #[test]
    fn less_knowledge_is_never_better(start in 0u32..40, gap in 0u32..25, asked_after in 0u32..60, own in any::<bool>(), paper in any::<bool>()) {
        let occurred = day("2026-02-20").plus_days(start);
        let detected = occurred.plus_days(gap);
        let as_of = detected.plus_days(asked_after);
        let facts = if own {
            json!({ "ground": "own-request", "occurred_on": occurred, "as_of": as_of })
        } else {
            json!({ "ground": "procedure-violation", "occurred_on": occurred, "detected_on": detected, "as_of": as_of })
        };
        less_knowledge_never_satisfies(DECISION, &facts, &[]);
        let channel = if paper { "paper" } else { "platform" };
        less_knowledge_never_satisfies(COPY, &json!({ "decided_on": occurred, "sent_on": as_of, "channel": channel, "as_of": as_of }), &["sent_on"]);
        // An act late by the term from detection is late by every reading.
        if !own {
            let mut without = facts.clone();
            without["occurred_on"] = json!(null);
            let (both, alone) = (outcome(DECISION, &facts.to_string()), outcome(DECISION, &without.to_string()));
            prop_assert_eq!(both == "violated", alone == "violated");
            prop_assert!(both != "satisfied" || alone == "satisfied");
        }
    }
}
