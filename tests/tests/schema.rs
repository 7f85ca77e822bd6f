//! The committed JSON Schema is the one that the types make, and everything in the corpus keeps to it.
#![allow(missing_docs)]

use std::path::PathBuf;

use jsonschema::Validator;
use rastau_core::calendar::WorkingDays;
use rastau_core::law::rules;
use serde_json::{Value, json};

/// The whole schema, with the answers in words.
fn whole() -> String {
    rastau_core::schema::generate(&[
        ("explained_verdict", |generator| generator.subschema_for::<rastau_messages::ExplainedVerdict>()),
        ("explained_rule", |generator| generator.subschema_for::<rastau_messages::ExplainedRule>()),
    ])
}

fn committed() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/rastau.schema.json")
}

fn definition(name: &str) -> Validator {
    let mut whole: Value = serde_json::from_str(&whole()).unwrap();
    assert!(!whole["$defs"][name].is_null(), "{name}");
    whole["$ref"] = json!(format!("#/$defs/{name}"));
    jsonschema::validator_for(&whole).unwrap()
}

#[test]
fn the_committed_schema_is_the_types_own() {
    let made = whole();
    if std::env::var_os("UPDATE_DOCS").is_some_and(|value| value == "1") {
        std::fs::write(committed(), &made).unwrap();
    }
    let found = std::fs::read_to_string(committed()).unwrap_or_default();
    assert!(
        found == made,
        "docs/rastau.schema.json is not what the types make; run with UPDATE_DOCS=1 and read the difference"
    );
}

#[test]
fn every_example_and_its_result_keep_to_the_schema() {
    for rule in rules() {
        let facts = serde_json::from_str(rule.example).unwrap();
        let of_facts = definition(&format!("{}.facts", rule.id));
        if let Err(error) = of_facts.validate(&facts) {
            panic!("{}: {error}", rule.id);
        }
        // A fact that the rule does not know is refused by both.
        let mut more = facts.clone();
        more["no_such_fact"] = json!(1);
        assert!(!of_facts.is_valid(&more), "{}", rule.id);
        assert!(rule.judge(&more.to_string(), &WorkingDays::built_in()).is_err(), "{}", rule.id);
        let result = rule.judge(rule.example, &WorkingDays::built_in()).unwrap().to_json();
        let result = serde_json::from_str(&result).unwrap();
        if let Err(error) = definition(&format!("{}.result", rule.id)).validate(&result) {
            panic!("{}: {error}: {result}", rule.id);
        }
    }
}

#[test]
fn every_verdict_of_the_corpus_keeps_to_the_schema() {
    let verdict = definition("verdict");
    let mut seen = 0;
    for case in rastau_tests::cases() {
        let found: Value = serde_json::from_str(&case.expected).unwrap();
        if !found["error"].is_null() {
            continue;
        }
        if let Err(error) = verdict.validate(&found) {
            panic!("{}: {error} at {}", case.name, error.instance_path());
        }
        seen += 1;
    }
    assert!(seen > 300, "{seen}");
}
