//! Art. 23: cases on both sides of each boundary.

use super::invariants::check_invariants;
use alloc::string::String;
use alloc::vec::Vec;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

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
