//! Art. 24: cases on both sides of each boundary.

use super::invariants::check_invariants;
use alloc::vec::Vec;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

const PROFESSIONS: &str = "art24.p1.s3.professions-in-register";

proptest! {
    #[test]
    fn the_order_of_entries_does_not_matter(entries in vec((0usize..4, 1u8..4, 0u8..3, any::<bool>()), 0..4)) {
        let register: Vec<_> = entries.into_iter().map(|(profession, from, length, mandatory)| {
            let mut one = json!({"included_on": alloc::format!("2026-03-0{from}"), "mode": if mandatory { "mandatory" } else { "voluntary" }});
            if profession > 0 {
                one["profession"] = json!(["A", "B", "X"][profession - 1]);
            }
            if length > 0 {
                one["excluded_on"] = json!(alloc::format!("2026-03-0{}", from + length));
            }
            one
        }).collect();
        let facts = json!({"professions": ["A", "B"], "register": register, "as_of": "2026-03-03"});
        check_invariants(PROFESSIONS, &facts, &["excluded_on"]);
    }
}
