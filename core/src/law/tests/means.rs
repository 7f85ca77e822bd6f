//! Art. 24.1(2), (4), (5): cases on both sides of each boundary.

use alloc::string::String;
use alloc::vec::Vec;

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

use super::interface::error_of;
use super::invariants::{check_invariants, check_table};

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

#[test]
fn each_kind_of_resource_needs_a_listed_right() {
    let (premises, equipment) = (("premises", "ownership"), ("equipment", "ownership"));
    for title in [
        "ownership",
        "economic-management",
        "operational-management",
        "joint-activity-agreement",
        "temporary-possession-and-use",
    ] {
        let facts = resources(&[premises, equipment, ("material-resources", title)], "true");
        check_table(RESOURCES, &[], &[(&facts, "satisfied", &[("value.status", "held")])]);
    }
    let material = ("material-resources", "ownership");
    for (items, sufficient, outcome, expected) in [
        (
            &[premises, equipment, ("material-resources", "other")][..],
            "true",
            "violated",
            &[
                ("value.failed.0", "material-resources"),
                ("value.without_title.0", "material-resources"),
                ("value.missing_kinds", "null"),
            ][..],
        ),
        (
            &[premises, ("material-resources", "other")],
            "false",
            "violated",
            &[
                ("value.failed.0", "equipment"),
                ("value.failed.1", "material-resources"),
                ("value.failed.2", "sufficiency"),
                ("value.missing_kinds.0", "equipment"),
                ("value.without_title.0", "material-resources"),
            ],
        ),
        (&[], "true", "violated", &[("value.missing_kinds.2", "material-resources")]),
        // One item by a listed right suffices for a kind.
        (&[premises, ("premises", "other"), equipment, material], "true", "satisfied", &[]),
        (
            &[premises, equipment, material],
            "false",
            "violated",
            &[("value.failed.0", "sufficiency"), ("value.failed.1", "null")],
        ),
        (
            &[premises, equipment, material],
            "",
            "undetermined",
            &[("missing.0", "sufficient"), ("missing.1", "null")],
        ),
        (
            &[premises, equipment, ("material-resources", "")],
            "true",
            "undetermined",
            &[("missing.0", "resources.title"), ("missing.1", "null")],
        ),
        (
            &[premises, equipment, ("", "ownership")],
            "true",
            "undetermined",
            &[("missing.0", "resources.kind")],
        ),
        (&[premises, equipment, ("", "")], "true", "undetermined", &[("missing.0", "resources.kind")]),
        (
            &[premises, equipment, ("", "other")],
            "true",
            "violated",
            &[("value.missing_kinds.0", "material-resources")],
        ),
        (
            &[premises, ("equipment", "")],
            "",
            "violated",
            &[
                ("value.failed.0", "material-resources"),
                ("value.unknown.0", "resources.title"),
                ("value.unknown.1", "sufficient"),
            ],
        ),
    ] {
        check_table(RESOURCES, &[], &[(&resources(items, sufficient), outcome, expected)]);
    }
    check_table(
        RESOURCES,
        &[],
        &[
            ("{}", "undetermined", &[("missing.0", "resources"), ("missing.1", "sufficient")]),
            (r#"{"sufficient":false}"#, "violated", &[("value.unknown.0", "resources")]),
        ],
    );
}

const DRAFTS: &str = "art24.p1.s4.draft-programmes";

#[test]
fn every_profession_needs_a_conforming_draft() {
    let facts = |drafts: &str| alloc::format!(r#"{{"professions":["B","A"],"drafts":[{drafts}]}}"#);
    let draft = |profession: &str, conforms: &str| {
        alloc::format!(r#"{{"profession":"{profession}","conforms":{conforms}}}"#)
    };
    let (a, b) = (draft("A", "true"), draft("B", "true"));
    for (drafts, outcome, expected) in [
        (alloc::format!("{a},{b}"), "satisfied", &[("value.status", "conform")][..]),
        (a.clone(), "violated", &[("value.missing_drafts.0", "B"), ("value.not_conforming", "null")]),
        (
            String::new(),
            "violated",
            &[
                ("value.missing_drafts.0", "A"),
                ("value.missing_drafts.1", "B"),
                ("value.status", "not-conform"),
            ],
        ),
        (
            draft("A", "false"),
            "violated",
            &[("value.missing_drafts.0", "B"), ("value.not_conforming.0", "A")],
        ),
        (alloc::format!("{a},{b},{}", draft("A", "false")), "violated", &[("value.not_conforming.0", "A")]),
        (alloc::format!("{a},{b},{}", draft("X", "false")), "satisfied", &[]),
        (
            alloc::format!("{a},{}", draft("B", "null")),
            "undetermined",
            &[("missing.0", "drafts.conforms"), ("missing.1", "null")],
        ),
        (draft("A", "null"), "violated", &[("value.unknown.0", "drafts.conforms")]),
        (
            alloc::format!(r#"{a},{{"conforms":true}}"#),
            "undetermined",
            &[("missing.0", "drafts.profession"), ("value.missing_drafts", "null")],
        ),
        (alloc::format!(r#"{a},{b},{{"conforms":true}}"#), "satisfied", &[]),
        (
            alloc::format!(r#"{a},{b},{{"conforms":false}}"#),
            "undetermined",
            &[("missing.0", "drafts.profession")],
        ),
        (
            alloc::format!(r#"{{"conforms":true}},{}"#, draft("A", "false")),
            "violated",
            &[("value.unknown.0", "drafts.profession"), ("value.missing_drafts", "null")],
        ),
    ] {
        check_table(DRAFTS, &[], &[(&facts(&drafts), outcome, expected)]);
    }
    check_table(
        DRAFTS,
        &[],
        &[
            ("{}", "undetermined", &[("missing.0", "professions"), ("missing.1", "drafts")]),
            (r#"{"drafts":[]}"#, "undetermined", &[("missing.0", "professions"), ("missing.1", "null")]),
        ],
    );
    assert!(error_of(DRAFTS, r#"{"professions":[]}"#).to_string().starts_with("professions: is empty"));
}

const PERSONNEL: &str = "art24.p1.s5.personnel";

#[test]
fn personnel_needs_headcount_and_experience() {
    let facts = |staff: &str, needs: &str, rest: &str| {
        alloc::format!(r#"{{"staff":[{staff}],"requirements":{needs}{rest}}}"#)
    };
    let two = r#"{"experience_years":3},{"experience_years":2}"#;
    let open = r#"{"experience_years":3},{}"#;
    let yes = r#","conforms":true"#;
    for (facts, outcome, expected) in [
        (
            facts(two, r#"{"headcount":1,"experience_years":3}"#, yes),
            "satisfied",
            &[("value.status", "sufficient"), ("value.qualified_staff", "1"), ("value.headcount", "1")][..],
        ),
        (
            facts(two, r#"{"headcount":2,"experience_years":3}"#, yes),
            "violated",
            &[("value.failed.0", "headcount"), ("value.failed.1", "null"), ("value.qualified_staff", "1")],
        ),
        (facts(two, r#"{"headcount":2,"experience_years":2}"#, yes), "satisfied", &[]),
        (
            facts("", r#"{"headcount":1,"experience_years":0}"#, yes),
            "violated",
            &[("value.qualified_staff", "0")],
        ),
        (facts(open, r#"{"headcount":2,"experience_years":0}"#, yes), "satisfied", &[]),
        (
            facts(open, r#"{"headcount":2,"experience_years":3}"#, yes),
            "undetermined",
            &[("missing.0", "staff.experience_years"), ("missing.1", "null"), ("value.qualified_staff", "1")],
        ),
        (facts(open, r#"{"headcount":3,"experience_years":3}"#, yes), "violated", &[]),
        (facts(open, r#"{"headcount":1,"experience_years":3}"#, yes), "satisfied", &[]),
        (
            facts(two, r#"{"headcount":1}"#, yes),
            "undetermined",
            &[("missing.0", "requirements.experience_years"), ("value.qualified_staff", "null")],
        ),
        (facts(two, r#"{"headcount":3}"#, yes), "violated", &[]),
        (
            facts(two, r#"{"experience_years":3}"#, yes),
            "undetermined",
            &[("missing.0", "requirements.headcount"), ("missing.1", "null")],
        ),
        (
            facts(two, r#"{"headcount":1,"experience_years":3}"#, r#","conforms":false"#),
            "violated",
            &[("value.failed.0", "conformity")],
        ),
        (
            facts(two, r#"{"headcount":1,"experience_years":3}"#, ""),
            "undetermined",
            &[("missing.0", "conforms"), ("missing.1", "null")],
        ),
        (
            facts(two, r#"{"headcount":3,"experience_years":3}"#, ""),
            "violated",
            &[("value.unknown.0", "conforms")],
        ),
        (
            "{}".into(),
            "undetermined",
            &[("missing.0", "staff"), ("missing.1", "requirements"), ("missing.2", "conforms")],
        ),
    ] {
        check_table(PERSONNEL, &[], &[(&facts, outcome, expected)]);
    }
}

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
