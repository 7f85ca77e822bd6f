//! Art. 23: cases on both sides of each boundary.

use alloc::string::String;
use alloc::vec::Vec;

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

use super::interface::error_of;
use super::invariants::{check_invariants, check_table};

#[test]
fn accreditation_is_free_of_charge() {
    check_table(
        "art23.p1.free-voluntary",
        &[],
        &[
            (
                r#"{"fee_charged":0,"accreditor":"national-chamber","coordinated":true}"#,
                "satisfied",
                &[("value.status", "in-order")],
            ),
            (
                r#"{"fee_charged":1,"accreditor":"national-chamber","coordinated":true}"#,
                "violated",
                &[("value.status", "not-in-order"), ("value.failed.0", "fee"), ("value.failed.1", "null")],
            ),
            (
                r#"{"fee_charged":1,"accreditor":"accreditation-body","coordinated":false}"#,
                "violated",
                &[
                    ("value.failed.0", "fee"),
                    ("value.failed.1", "accreditor"),
                    ("value.failed.2", "coordination"),
                    ("value.unknown", "null"),
                ],
            ),
            (
                r#"{"accreditor":"accreditation-body"}"#,
                "violated",
                &[
                    ("value.failed.0", "accreditor"),
                    ("value.unknown.0", "fee_charged"),
                    ("value.unknown.1", "coordinated"),
                ],
            ),
            (
                "{}",
                "undetermined",
                &[("missing.0", "fee_charged"), ("missing.1", "accreditor"), ("missing.2", "coordinated")],
            ),
            (
                r#"{"fee_charged":0,"accreditor":"national-chamber","coordinated":null}"#,
                "undetermined",
                &[("missing.0", "coordinated"), ("missing.1", "null")],
            ),
        ],
    );
    for fee in ["-1", "0.5", "\"0\""] {
        let error = error_of("art23.p1.free-voluntary", &alloc::format!(r#"{{"fee_charged":{fee}}}"#));
        assert!(error.to_string().starts_with("fee_charged: "), "{error}");
    }
}

/// A log of stages by their first letters, each with a day of March 2026 (0: no day).
fn log(entries: &[(&str, u8)], outcome: &str) -> String {
    let stage = |(stage, day): &(&str, u8)| {
        let mut one = serde_json::Map::new();
        if !stage.is_empty() {
            one.insert("stage".into(), json!(stage));
        }
        if *day > 0 {
            one.insert("on".into(), json!(alloc::format!("2026-03-{day:02}")));
        }
        one
    };
    let stages: Vec<_> = entries.iter().map(stage).collect();
    match outcome {
        "" => json!({"stages": stages}).to_string(),
        outcome => json!({"stages": stages, "outcome": outcome}).to_string(),
    }
}

const NAMES: [&str; 6] =
    ["application", "document-expertise", "on-site-survey", "decision", "certificate", "agreement"];

#[test]
fn the_stages_come_in_their_order() {
    let [a, e, s, d, c, g] = NAMES;
    let four = [(a, 2), (e, 3), (s, 4), (d, 5)];
    let six = [(a, 2), (e, 3), (s, 4), (d, 5), (c, 6), (g, 7)];
    for id in ["art23.p2.stages", "art23.p5.reaccreditation-stages"] {
        for (facts, outcome, expected) in [
            (log(&six, "positive"), "satisfied", &[("value.status", "complete")][..]),
            (log(&four, "negative"), "satisfied", &[("value.status", "complete")]),
            (
                log(&four, "positive"),
                "violated",
                &[
                    ("value.status", "incomplete"),
                    ("value.missing_stages.0", "certificate"),
                    ("value.missing_stages.1", "agreement"),
                ],
            ),
            (log(&six[..5], "positive"), "violated", &[("value.missing_stages.0", "agreement")]),
            (
                log(&six, "negative"),
                "violated",
                &[("value.status", "stages-after-refusal"), ("value.after_refusal.1", "agreement")],
            ),
            (log(&four, ""), "undetermined", &[("missing.0", "outcome")]),
            (log(&six, ""), "undetermined", &[("missing.0", "outcome")]),
            (log(&six[1..], ""), "violated", &[("value.missing_stages.0", "application")]),
            (log(&[], ""), "violated", &[("value.missing_stages.3", "decision")]),
            // The same day for all stages is in order, one day earlier is not.
            (log(&[(a, 5), (e, 5), (s, 5), (d, 5)], "negative"), "satisfied", &[]),
            (
                log(&[(a, 5), (e, 5), (s, 5), (d, 4)], "negative"),
                "violated",
                &[
                    ("value.status", "out-of-order"),
                    ("value.out_of_order.0", "decision"),
                    ("value.out_of_order.1", "null"),
                ],
            ),
            (
                log(&[(a, 9), (e, 3), (s, 4), (d, 9)], "negative"),
                "violated",
                &[
                    ("value.out_of_order.0", "document-expertise"),
                    ("value.out_of_order.1", "on-site-survey"),
                    ("value.out_of_order.2", "null"),
                ],
            ),
            // Both kinds of failure are named.
            (
                log(&[(a, 9), (s, 4), (d, 9)], "negative"),
                "violated",
                &[
                    ("value.status", "incomplete"),
                    ("value.missing_stages.0", "document-expertise"),
                    ("value.out_of_order.0", "on-site-survey"),
                ],
            ),
            // A repeated stage counts by its last day.
            (
                log(&[(a, 2), (e, 3), (e, 6), (s, 6), (d, 6)], "negative"),
                "satisfied",
                &[
                    ("trace.0.why", "stage-repeated"),
                    ("trace.0.stage", "document-expertise"),
                    ("trace.0.on", "2026-03-06"),
                ],
            ),
            (
                log(&[(a, 2), (e, 3), (e, 6), (s, 5), (d, 6)], "negative"),
                "violated",
                &[("value.out_of_order.0", "on-site-survey")],
            ),
            (log(&[(a, 2), (a, 2), (e, 3), (s, 4), (d, 5)], "negative"), "satisfied", &[("trace.0", "null")]),
            // Missing days and stages.
            (
                log(&[(a, 2), (e, 0), (s, 4), (d, 5)], "negative"),
                "undetermined",
                &[("missing.0", "stages.on"), ("missing.1", "null")],
            ),
            (
                log(&[(a, 5), (e, 0), (s, 4), (d, 5)], "negative"),
                "violated",
                &[("value.out_of_order.0", "on-site-survey")],
            ),
            (
                log(&[(a, 2), ("", 3), (s, 4), (d, 5)], "negative"),
                "undetermined",
                &[("missing.0", "stages.stage")],
            ),
            (
                log(&[(a, 9), (e, 3), (s, 9), (d, 9), ("", 9)], "negative"),
                "undetermined",
                &[("value.out_of_order.0", "document-expertise")],
            ),
        ] {
            check_table(id, &[], &[(&facts, outcome, expected)]);
        }
        check_table(id, &[], &[("{}", "undetermined", &[("missing.0", "stages"), ("missing.1", "outcome")])]);
        assert!(
            error_of(id, r#"{"stages":[{"stage":"feast"}]}"#).to_string().starts_with("stages[0].stage: ")
        );
    }
}

proptest! {
    #[test]
    fn the_order_of_entries_does_not_matter(entries in vec((0usize..7, 0u8..4), 0..8), outcome in 0usize..3) {
        let entries: Vec<_> = entries.into_iter().map(|(stage, day)| {
            (NAMES.get(stage).copied().unwrap_or_default(), day)
        }).collect();
        let facts = log(&entries, ["", "positive", "negative"][outcome]);
        check_invariants("art23.p2.stages", &serde_json::from_str(&facts).unwrap(), &[]);
    }

}
