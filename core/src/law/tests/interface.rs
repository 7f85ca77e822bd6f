//! The JSON interface of rules, as every binding uses it.

use alloc::string::String;
use alloc::vec::Vec;

use serde_json::Value;

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::{rule, rules};

/// The answer of a rule to facts, read back from its JSON.
pub(super) fn ask(id: &str, facts: &str) -> Value {
    let result = rule(id).unwrap().judge(facts, &WorkingDays::built_in());
    serde_json::from_str(&result.unwrap_or_else(|error| panic!("{id} {facts}: {error}")).to_json()).unwrap()
}

/// The error of a rule about facts.
pub(super) fn error_of(id: &str, facts: &str) -> FactsError {
    rule(id).unwrap().judge(facts, &WorkingDays::built_in()).map(|result| result.to_json()).unwrap_err()
}

#[test]
fn every_example_is_decided() {
    for rule in rules() {
        let answer = ask(rule.id, rule.example);
        assert_ne!(answer["outcome"], "undetermined", "{}: {answer}", rule.id);
        assert_eq!(answer["norm"], rule.id);
        assert_eq!(answer["schema"], "rastau/rule/1");
        assert!(answer["value"]["status"].is_string(), "{}: {answer}", rule.id);
    }
}

#[test]
fn ids_are_unique_and_carry_their_article() {
    let mut ids: Vec<_> = rules().map(|rule| rule.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), rules().count());
    for rule in rules().filter(|rule| rule.id.starts_with("art")) {
        let citation = serde_json::to_value(rule.citation).unwrap();
        let part = |name: &str, letter: &str| match citation[name].as_u64() {
            Some(number) => alloc::format!("{letter}{number}."),
            None => String::new(),
        };
        let paragraph = part("paragraph", "p");
        let spelled = alloc::format!(
            "art{}.{paragraph}{}{}",
            citation["article"],
            part("part", "part"),
            part("subparagraph", "s")
        );
        let name = rule.id.strip_prefix(spelled.as_str());
        assert!(name.is_some_and(|name| !name.is_empty() && !name.contains('.')), "{} {spelled}", rule.id);
    }
}

#[test]
fn an_error_names_the_field() {
    let field = |facts: &str| match error_of("art22.p1.appeal-window", facts) {
        FactsError::Field { name, problem, .. } => alloc::format!("{name}: {problem}"),
        other => other.code().to_string(),
    };
    assert_eq!(
        field(r#"{"informed_on":"2026-02-30"}"#),
        "informed_on: \"2026-02-30\" is not a date; write it as YYYY-MM-DD"
    );
    assert!(
        field(r#"{"informed_on":20260301}"#)
            == "informed_on: must be a date written YYYY-MM-DD, not 20260301"
    );
    assert!(field(r#"{"informed":"2026-03-01"}"#).contains("informed: unknown field"));
    assert!(field(r#"{"informed_on":"2026-03-01","informed_on":"2026-03-02"}"#).contains("informed_on"));
    for (facts, code) in [("[]", "141"), ("", "141"), ("null", "141"), ("{", "142"), ("{}x", "142")] {
        assert_eq!(field(facts), code, "{facts}");
    }
    assert_eq!(
        ask("art22.p1.appeal-window", r#"{"informed_on":null,"as_of":"2026-03-01"}"#)["missing"][0],
        "informed_on"
    );
}

#[test]
fn before_the_law_was_in_force_its_rules_do_not_apply() {
    let answer = ask("art22.p1.appeal-window", r#"{"informed_on":"2023-09-01","as_of":"2023-09-03"}"#);
    assert_eq!(answer["outcome"], "not_applicable");
    let trace = answer["trace"].as_array().unwrap();
    assert_eq!(trace.last().unwrap()["why"], "law-not-in-force");
    // The day that starts the term decides too, also where no day is asked about.
    for (facts, outcome) in [
        (r#"{"informed_on":"2023-09-03","as_of":"2023-09-04"}"#, "not_applicable"),
        (r#"{"informed_on":"2023-09-03","filed_on":"2023-09-04"}"#, "not_applicable"),
        (r#"{"informed_on":"2023-09-04","as_of":"2023-09-04"}"#, "satisfied"),
        (r#"{"informed_on":"2023-09-04","filed_on":"2023-09-04"}"#, "satisfied"),
    ] {
        assert_eq!(ask("art22.p1.appeal-window", facts)["outcome"], outcome, "{facts}");
    }
}
