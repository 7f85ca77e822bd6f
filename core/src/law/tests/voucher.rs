//! Art. 29.1 and 29.2: the right to a voucher, and its use.

use super::cases::{less_knowledge_never_satisfies, order_does_not_matter, outcome};
use crate::fixture::day;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

const CHOICE: &str = "art29.p2.free-choice";

const YEARLY: &str = "art29.p1.once-a-year";

fn choice() -> Value {
    serde_json::from_str(super::super::rule(CHOICE).unwrap().example).unwrap()
}

proptest! {
    #[test]
    fn a_year_counts_from_its_first_to_its_last_day(previous in vec(0u32..1200, 0..6), after in 0u32..800) {
        let first = day("2024-01-01");
        let on = first.plus_days(previous.iter().max().copied().unwrap_or(0) + after);
        let days: Vec<_> = previous.iter().map(|days| first.plus_days(*days)).collect();
        let facts = json!({ "previous_issued_on": days, "request_date": on });
        let this_year = days.iter().any(|day| day.ymd().0 == on.ymd().0);
        prop_assert_eq!(outcome(YEARLY, &facts.to_string()), if this_year { "violated" } else { "satisfied" });
        less_knowledge_never_satisfies(YEARLY, &facts, &[]);
        order_does_not_matter(YEARLY, &facts, "previous_issued_on");
    }

    #[test]
    fn less_knowledge_never_satisfies_a_choice(bits in any::<[bool; 4]>()) {
        let mut facts = choice();
        if bits[0] { facts["register"] = json!([]); }
        if bits[1] { facts["centre"] = json!(null); }
        if bits[2] { facts["as_of"] = json!("2027-03-02"); }
        if bits[3] { facts["profession"] = json!("7212-03"); }
        less_knowledge_never_satisfies(CHOICE, &facts, &[]);
        order_does_not_matter(CHOICE, &facts, "register");
        let facts = json!({ "registered_unemployed": bits[0], "in_scope": bits[1], "request_date": "2026-03-19" });
        less_knowledge_never_satisfies("art29.p1.voucher-eligibility", &facts, &[]);
    }
}
