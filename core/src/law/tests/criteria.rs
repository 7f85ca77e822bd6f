//! Art. 24: cases on both sides of each boundary.

use alloc::string::String;
use alloc::vec::Vec;

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::interface::{ask, error_of};
use super::invariants::{check_invariants, check_table};
use crate::identity::check_digit;

/// A number with the right last digit.
fn number(body: [u8; 11]) -> String {
    let check_cases = check_digit(&body).unwrap();
    body.iter().chain([&check_cases]).map(|digit| char::from(b'0' + digit)).collect()
}

#[test]
fn only_a_legal_entity_is_eligible() {
    let id = "art24.p1.s1.legal-entity";
    let (bin, iin) = (number([2, 3, 0, 9, 4, 0, 0, 0, 0, 1, 2]), number([9, 0, 0, 1, 0, 1, 3, 0, 0, 0, 1]));
    let with = |bin: &str| alloc::format!(r#"{{"kind":"legal-entity","bin":"{bin}"}}"#);
    check_table(
        id,
        &[],
        &[
            (r#"{"kind":"legal-entity"}"#, "satisfied", &[("value.status", "legal-entity")]),
            (
                r#"{"kind":"individual-entrepreneur"}"#,
                "violated",
                &[("value.status", "not-legal-entity"), ("value.kind", "individual-entrepreneur")],
            ),
            (r#"{"kind":"individual"}"#, "violated", &[("value.kind", "individual")]),
            (&with(&bin), "satisfied", &[]),
            (&alloc::format!(r#"{{"bin":"{bin}"}}"#), "undetermined", &[("missing.0", "kind")]),
            ("{}", "undetermined", &[("missing.0", "kind")]),
        ],
    );
    let error = |text: &str| error_of(id, &with(text)).to_string();
    assert_eq!(error(&iin), "bin: is an individual's number (IIN), not an organisation's (BIN)");
    assert_eq!(error("123"), "bin: an IIN or BIN has exactly 12 digits");
    let last = bin.chars().last().and_then(|digit| digit.to_digit(10)).unwrap();
    let wrong = alloc::format!("{}{}", &bin[..11], (last + 1) % 10);
    assert!(error(&wrong).starts_with("bin: the last digit"), "{wrong}");
    assert!(error_of(id, r#"{"bin":"123"}"#).to_string().starts_with("bin: "));
}

const PROFESSIONS: &str = "art24.p1.s3.professions-in-register";

#[test]
fn every_profession_is_in_the_register() {
    let facts = |professions: &str, register: &str, as_of: &str| {
        alloc::format!(r#"{{"professions":[{professions}],"register":[{register}],"as_of":"{as_of}"}}"#)
    };
    let a = r#"{"profession":"A","included_on":"2024-01-01","excluded_on":"2025-01-01","mode":"voluntary"}"#;
    let b = r#"{"profession":"B","included_on":"2024-01-01","excluded_on":null,"mode":"mandatory","other_law":"L"}"#;
    let open = r#"{"profession":"C","mode":"voluntary"}"#;
    let all = alloc::format!("{a},{b},{open}");
    let twice = alloc::format!(
        r#"{{"profession":"B","included_on":"2024-01-01","excluded_on":null,"mode":"voluntary"}},{b}"#
    );
    let two_laws = alloc::format!(
        r#"{{"profession":"B","included_on":"2024-01-01","excluded_on":null,"mode":"mandatory","other_law":"M"}},{b}"#
    );
    for (professions, register, as_of, outcome, expected) in [
        (r#""A""#, a, "2023-12-31", "violated", &[("value.not_in_register.0", "A")][..]),
        (r#""A""#, a, "2024-01-01", "satisfied", &[("value.status", "in-register"), ("trace.0", "null")]),
        (r#""A""#, a, "2024-12-31", "satisfied", &[]),
        (r#""A""#, a, "2025-01-01", "violated", &[("value.status", "not-in-register")]),
        (r#""A""#, "", "2024-01-01", "violated", &[]),
        (
            r#""X","B","A","X""#,
            &all,
            "2025-01-01",
            "violated",
            &[
                ("value.not_in_register.0", "A"),
                ("value.not_in_register.1", "X"),
                ("value.not_in_register.2", "null"),
                ("value.mandatory.0", "B"),
            ],
        ),
        (
            r#""B""#,
            &all,
            "2024-06-01",
            "satisfied",
            &[
                ("value.mandatory.0", "B"),
                ("trace.0.why", "mandatory-under-other-law"),
                ("trace.0.profession", "B"),
                ("trace.0.other_law", "L"),
            ],
        ),
        (
            r#""B""#,
            &two_laws,
            "2024-06-01",
            "satisfied",
            &[("trace.0.other_law", "L"), ("trace.1.other_law", "M")],
        ),
        // Overlapping entries: one mandatory entry suffices to warn, in any order.
        (
            r#""B""#,
            &twice,
            "2024-06-01",
            "satisfied",
            &[("value.mandatory.0", "B"), ("trace.0.other_law", "L"), ("trace.1", "null")],
        ),
        (
            r#""A","C""#,
            &all,
            "2024-06-01",
            "undetermined",
            &[
                ("missing.0", "register.included_on"),
                ("value.not_known.0", "C"),
                ("value.not_in_register", "null"),
            ],
        ),
        (
            r#""A","C""#,
            &all,
            "2025-01-01",
            "violated",
            &[("value.not_in_register.0", "A"), ("value.not_known.0", "C")],
        ),
        (
            r#""A""#,
            r#"{"mode":"voluntary"}"#,
            "2025-01-01",
            "undetermined",
            &[("missing.0", "register.profession")],
        ),
    ] {
        // An entry without `excluded_on` is in the register still.
        let events = &["excluded_on", "other_law"];
        check_table(PROFESSIONS, events, &[(&facts(professions, register, as_of), outcome, expected)]);
    }
    check_table(
        PROFESSIONS,
        &[],
        &[(
            "{}",
            "undetermined",
            &[("missing.0", "professions"), ("missing.1", "register"), ("missing.2", "as_of")],
        )],
    );
    let error = error_of(PROFESSIONS, r#"{"professions":[]}"#);
    assert_eq!(error.to_string(), "professions: is empty; name at least one");
    let reversed =
        r#"{"profession":"A","included_on":"2024-01-01","excluded_on":"2024-01-01","mode":"voluntary"}"#;
    let error = error_of(PROFESSIONS, &facts(r#""A""#, reversed, "2025-01-01"));
    assert!(error.to_string().starts_with("register.excluded_on: "), "{error}");
}

#[test]
fn a_unit_of_an_educational_institution_is_not_eligible() {
    let id = "art24.p2.not-at-educational-institution";
    for (relation, outcome, status, why) in [
        ("none", "satisfied", "apart", "null"),
        ("structural-unit", "violated", "at-educational-institution", "null"),
        ("subordinate", "violated", "at-educational-institution", "null"),
        ("rents-premises", "undetermined", "null", "for-people-to-judge"),
        ("founded-by", "undetermined", "null", "for-people-to-judge"),
    ] {
        let facts = alloc::format!(r#"{{"relation":"{relation}"}}"#);
        let expected = [
            ("value.status", status),
            ("value.relation", relation),
            ("trace.0.why", why),
            ("reading", "as-a-part-or-under-one"),
        ];
        check_table(id, &[], &[(&facts, outcome, &expected)]);
    }
    check_table(id, &[], &[("{}", "undetermined", &[("missing.0", "relation")])]);
}

/// Facts that satisfy every criterion.
fn met() -> Value {
    serde_json::from_str(super::rule("art24.p1.criteria").unwrap().example).unwrap()
}

#[test]
fn every_failing_criterion_is_named() {
    let ids = [
        "art24.p1.s1.legal-entity",
        "art24.p1.s2.resources-title",
        "art24.p1.s3.professions-in-register",
        "art24.p1.s4.draft-programmes",
        "art24.p1.s5.personnel",
        "art24.p2.not-at-educational-institution",
    ];
    let members = [
        ("legal_entity", json!({"kind": "individual"})),
        ("resources_title", json!({"sufficient": false})),
        ("professions_in_register", json!({"professions": ["A"], "register": [], "as_of": "2026-03-19"})),
        ("draft_programmes", json!({"professions": ["A"], "drafts": []})),
        ("personnel", json!({"conforms": false})),
        ("not_at_educational_institution", json!({"relation": "subordinate"})),
    ];
    let id = "art24.p1.criteria";
    check_table(id, &["excluded_on"], &[(&met().to_string(), "satisfied", &[("value.status", "satisfied")])]);
    let answer = ask(id, &met().to_string());
    let parts: Vec<_> = answer["parts"].as_array().unwrap().iter().map(|part| &part["norm"]).collect();
    assert_eq!(parts, ids);
    for (at, (name, failing)) in members.iter().enumerate() {
        // The member alone is violated; its facts are missing; it is violated and the other facts are missing.
        let mut facts = met();
        facts[*name] = failing.clone();
        let one = facts.to_string();
        facts.as_object_mut().unwrap().remove(*name);
        let without = facts.to_string();
        let alone = json!({*name: failing}).to_string();
        let failed = [("value.failed.0", ids[at]), ("value.failed.1", "null"), ("value.unknown", "null")];
        let unknown = [("value.unknown.0", ids[at]), ("value.unknown.1", "null"), ("value.failed", "null")];
        check_table(id, &[], &[(&one, "violated", &failed), (&without, "undetermined", &unknown)]);
        check_table(id, &[], &[(&alone, "violated", &[("value.failed.0", ids[at])])]);
        assert_eq!(ask(id, &alone)["value"]["unknown"].as_array().unwrap().len(), 5);
        assert_eq!(ask(id, &one)["parts"][at]["outcome"], "violated");
    }
    let everything: serde_json::Map<_, _> =
        members.into_iter().map(|(name, failing)| (name.into(), failing)).collect();
    let answer = ask(id, &Value::Object(everything).to_string());
    assert_eq!(answer["value"]["failed"], json!(ids));
    let answer = ask(id, "{}");
    assert_eq!((&answer["outcome"], &answer["value"]["unknown"]), (&json!("undetermined"), &json!(ids)));
    let error = error_of(id, r#"{"legal_entity":{"bin":"123"}}"#);
    assert!(error.to_string().starts_with("legal_entity.bin: "), "{error}");
    // The Law was not in force yet on the day of the application.
    let mut early = met();
    early["professions_in_register"]["as_of"] = json!("2023-09-03");
    assert_eq!(ask(id, &early.to_string())["outcome"], "not_applicable");
}

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
