//! The committed JSON Schema is generated from the types, and the corpus conforms to it.
#![allow(missing_docs)]

use std::path::PathBuf;

use jsonschema::Validator;
use rastau_core::calendar::WorkingDays;
use rastau_core::law::rules;
use serde_json::{Value, json};

/// Returns the complete schema, explained answers included.
fn whole() -> String {
    rastau_core::schema::generate(&[
        ("explained_verdict", |generator| generator.subschema_for::<rastau_messages::ExplainedVerdict>()),
        ("explained_report", |generator| generator.subschema_for::<rastau_messages::ExplainedReport>()),
        ("explained_comparison", |generator| {
            generator.subschema_for::<rastau_messages::ExplainedComparison>()
        }),
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
fn the_committed_schema_matches_the_types() {
    let made = whole();
    if std::env::var_os("UPDATE_DOCS").is_some_and(|value| value == "1") {
        std::fs::write(committed(), &made).unwrap();
    }
    let found = std::fs::read_to_string(committed()).unwrap_or_default();
    assert!(
        found == made,
        "docs/rastau.schema.json differs from the types; run this test with UPDATE_DOCS=1 and review the difference"
    );
}

#[test]
fn every_example_and_its_result_conform_to_the_schema() {
    for rule in rules() {
        let facts = serde_json::from_str(rule.example).unwrap();
        let of_facts = definition(&format!("{}.facts", rule.id));
        if let Err(error) = of_facts.validate(&facts) {
            panic!("{}: {error}", rule.id);
        }
        // Both the schema and the rule reject an unknown fact.
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
fn every_verdict_of_the_corpus_conforms_to_the_schema() {
    let verdict = definition("verdict");
    let mut verdicts = 0;
    for case in rastau_tests::cases() {
        let found: Value = serde_json::from_str(&case.expected).unwrap();
        if !found["error"].is_null() {
            continue;
        }
        if let Err(error) = verdict.validate(&found) {
            panic!("{}: {error} at {}", case.name, error.instance_path());
        }
        verdicts += 1;
    }
    assert!(verdicts > 300, "{verdicts}");
}
