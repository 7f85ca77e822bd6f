//! Art. 26.5.

use super::cases::{less_knowledge_never_satisfies, order_does_not_matter};
use proptest::prelude::*;
use serde_json::json;

proptest! {
    #[test]
    fn less_knowledge_is_never_better(eliminated in any::<bool>(), affects in 0usize..8, grounds in 1usize..16) {
        let id = "art26.p5.resumption-application";
        let some = |names: &[&str], bits: usize| -> Vec<String> {
            names.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, name)| name.to_string()).collect()
        };
        let facts = json!({
            "revoked_on": "2026-03-19", "eliminated": eliminated,
            "affects": some(&["health", "life-support", "safety"], affects),
            "grounds": some(&["own-request", "procedure-violation", "monitoring-violation", "confirmed-complaint"], grounds),
        });
        less_knowledge_never_satisfies(id, &facts, &[]);
        for list in ["affects", "grounds"] {
            order_does_not_matter(id, &facts, list);
        }
        let bar = json!({ "affects": facts["affects"] });
        less_knowledge_never_satisfies("art26.p5.part2.no-resumption", &bar, &[]);
        order_does_not_matter("art26.p5.part2.no-resumption", &bar, "affects");
    }
}
