//! Art. 26.2, part two.

use super::cases::{less_knowledge_never_satisfies, order_does_not_matter};
use crate::fixture::day;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

proptest! {
    #[test]
    fn less_knowledge_is_never_better(spans in vec((0u32..28, 0u32..28), 0..5), of in 0usize..3) {
        let id = "art26.p2.part2.document-cancellation";
        let entries: Vec<_> = spans.iter().enumerate().map(|(at, (from, length))| {
            let on = day("2026-01-01").plus_days(*from);
            json!({ "document": format!("D-{}", at % 2), "cancelled_on": on, "ground": "other-law",
                    "reinstated_on": if length % 3 == 0 { None } else { Some(on.plus_days(*length)) } })
        }).collect();
        let facts = json!({ "document": format!("D-{of}"), "cancelled_register": entries, "complaint": null,
                            "as_of": "2026-01-15", "register_as_of": "2026-01-20" });
        less_knowledge_never_satisfies(id, &facts, &[]);
        order_does_not_matter(id, &facts, "cancelled_register");
    }
}
