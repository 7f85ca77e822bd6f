//! Art. 24.1(2), (4), (5): cases on both sides of each boundary.

use super::invariants::check_invariants;
use alloc::string::String;
use alloc::vec::Vec;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

const RESOURCES: &str = "art24.p1.s2.resources-title";

fn resources(items: &[(&str, &str)], sufficient: &str) -> String {
    let item = |(kind, title): &(&str, &str)| {
        let facts = [("kind", *kind), ("title", *title)].into_iter().filter(|(_, text)| !text.is_empty());
        facts.map(|(name, text)| (name.into(), json!(text))).collect::<serde_json::Map<_, _>>()
    };
    let mut facts = json!({"resources": items.iter().map(item).collect::<Vec<_>>()});
    if let Ok(sufficient) = sufficient.parse::<bool>() {
        facts["sufficient"] = json!(sufficient);
    }
    facts.to_string()
}

const DRAFTS: &str = "art24.p1.s4.draft-programmes";

const PERSONNEL: &str = "art24.p1.s5.personnel";

proptest! {
    #[test]
    fn the_order_of_resources_does_not_matter(items in vec((0usize..4, 0usize..3), 0..6), sufficient in 0usize..3) {
        let kinds = ["", "premises", "equipment", "material-resources"];
        let titles = ["", "ownership", "other"];
        let items: Vec<_> = items.into_iter().map(|(kind, title)| (kinds[kind], titles[title])).collect();
        let facts = resources(&items, ["", "true", "false"][sufficient]);
        check_invariants(RESOURCES, &serde_json::from_str(&facts).unwrap(), &[]);
    }

    #[test]
    fn the_order_of_drafts_does_not_matter(drafts in vec((0usize..4, 0usize..3), 0..5)) {
        let drafts: Vec<_> = drafts.into_iter().map(|(profession, conforms)| {
            let mut one = serde_json::Map::new();
            if profession > 0 {
                one.insert("profession".into(), json!(["A", "B", "X"][profession - 1]));
            }
            if conforms > 0 {
                one.insert("conforms".into(), json!(conforms == 1));
            }
            one
        }).collect();
        check_invariants(DRAFTS, &json!({"professions": ["A", "B"], "drafts": drafts}), &[]);
    }

    #[test]
    fn the_order_of_staff_does_not_matter(years in vec(proptest::option::of(0u16..4), 0..4), headcount in 0u16..4, needed in 0u16..4, conforms in any::<bool>()) {
        let staff: Vec<_> = years.iter().map(|years| match years {
            Some(years) => json!({"experience_years": years}),
            None => json!({}),
        }).collect();
        let requirements = json!({"headcount": headcount, "experience_years": needed});
        check_invariants(PERSONNEL, &json!({"staff": staff, "requirements": requirements, "conforms": conforms}), &[]);
    }
}
