//! Art. 17: cases on both sides of each boundary.

use super::invariants::check_invariants;
use alloc::string::String;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

const STATUS: &str = "art17.p1.centre-status";

fn by(kind: &str, route: &str, events: &str, as_of: &str) -> String {
    alloc::format!(
        r#"{{"centre":{{"kind":"{kind}","route":"{route}","certificate":{{"serial":"1","issued_on":"2024-01-10","valid_to":"2027-01-10","events":[{events}]}}}},"as_of":"{as_of}"}}"#
    )
}

fn event(on: &str, kind: &str) -> String {
    alloc::format!(r#"{{"on":"{on}","kind":"{kind}"}}"#)
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
