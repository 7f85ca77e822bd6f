//! Art. 26.3 and 26.4: the National Chamber's deadlines.

use super::cases::{less_knowledge_never_satisfies, outcome};
use crate::fixture::day;
use proptest::prelude::*;
use serde_json::json;

const DECISION: &str = "art26.p3.revocation-decision";

const COPY: &str = "art26.p4.copy-to-centre";

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
