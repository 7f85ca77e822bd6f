//! Asking rules through JSON, as every binding does.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::Value;

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::rule::Output;
use crate::law::{rule, rules};

/// The answer of a rule to facts, read back from its JSON.
pub(super) fn ask(id: &str, facts: &str) -> Value {
    let result = rule(id).unwrap().judge(facts, &WorkingDays::built_in());
    serde_json::from_str(&result.unwrap_or_else(|error| panic!("{id} {facts}: {error}")).to_json()).unwrap()
}

/// The error of a rule about facts.
pub(super) fn refused(id: &str, facts: &str) -> FactsError {
    rule(id).unwrap().judge(facts, &WorkingDays::built_in()).map(|result| result.to_json()).unwrap_err()
}

/// Checks a table: facts, outcome, then pairs of a path in the answer (`value.last_day`) and its text.
pub(super) fn table(id: &str, cases: &[(&str, &str, &[(&str, &str)])]) {
    for (facts, outcome, expected) in cases {
        let answer = ask(id, facts);
        assert_eq!(answer["outcome"], *outcome, "{id} {facts}: {answer}");
        for (path, text) in *expected {
            let found = path.split('.').fold(&answer, |at, name| match name.parse::<usize>() {
                Ok(index) => &at[index],
                Err(_) => &at[name],
            });
            let found = found.as_str().map_or_else(|| found.to_string(), ToString::to_string);
            assert_eq!(found, *text, "{id} {facts} {path}: {answer}");
        }
        conforms(id, &answer);
        never_better_with_less(id, facts, outcome);
    }
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

/// What a rule says stands in its values is all that may stand there.
pub(super) fn conforms(id: &str, answer: &Value) {
    let rule = rule(id).unwrap();
    for (name, value) in answer["value"].as_object().unwrap() {
        let declared = rule.value.iter().find(|(known, _)| known == name);
        let (_, output) = declared.unwrap_or_else(|| panic!("{id} does not declare {name}: {answer}"));
        let names = |names: &[&str], value: &Value| value.as_str().is_some_and(|text| names.contains(&text));
        let fits = match output {
            Output::Date => value.as_str().and_then(crate::calendar::Date::parse).is_some(),
            Output::Number => value.is_u64(),
            Output::Flag => value.is_boolean(),
            Output::Text => value.is_string(),
            Output::List => value.as_array().is_some_and(|list| list.iter().all(Value::is_string)),
            Output::OneOf(known) => names(known, value),
            Output::SomeOf(known) => {
                value.as_array().is_some_and(|list| list.iter().all(|value| names(known, value)))
            }
            Output::Words => value.is_object(),
        };
        assert!(fits, "{id} {name} is no {output:?}: {answer}");
    }
}

/// Every set of facts that can be made of an example by leaving facts out, one at a time, at any depth.
fn with_one_left_out(facts: &Value) -> Vec<Value> {
    let mut fewer = Vec::new();
    match facts {
        Value::Object(members) => {
            for (name, value) in members {
                let mut without = members.clone();
                without.remove(name);
                fewer.push(Value::Object(without));
                for value in with_one_left_out(value) {
                    let mut with = members.clone();
                    with.insert(name.clone(), value);
                    fewer.push(Value::Object(with));
                }
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                for item in with_one_left_out(item) {
                    let mut with = items.clone();
                    with[at] = item;
                    fewer.push(Value::Array(with));
                }
            }
        }
        _ => {}
    }
    fewer
}

/// A fact less never turns a no, or a don't know, into a yes.
fn never_better_with_less(id: &str, facts: &str, outcome: &str) {
    let facts: Value = serde_json::from_str(facts).unwrap();
    for fewer in with_one_left_out(&facts) {
        let Ok(result) = rule(id).unwrap().judge(&fewer.to_string(), &WorkingDays::built_in()) else {
            continue;
        };
        let answer: Value = serde_json::from_str(&result.to_json()).unwrap();
        conforms(id, &answer);
        if matches!(outcome, "violated" | "undetermined") {
            assert_ne!(answer["outcome"], "satisfied", "{id} {facts} with less: {fewer}");
        }
    }
}

#[test]
fn leaving_a_fact_out_of_an_example_never_makes_it_satisfied() {
    for rule in rules() {
        let whole = ask(rule.id, rule.example);
        conforms(rule.id, &whole);
        never_better_with_less(rule.id, rule.example, whole["outcome"].as_str().unwrap());
    }
}

#[test]
fn facts_that_cannot_be_name_their_field() {
    let field = |facts: &str| match refused("art22.p1.appeal-window", facts) {
        FactsError::Field { name, problem } => alloc::format!("{name}: {problem}"),
        other => alloc::format!("{}", other.code()),
    };
    assert_eq!(
        field(r#"{"informed_on":"2026-02-30"}"#),
        "informed_on: \"2026-02-30\" is not a date; write it as YYYY-MM-DD"
    );
    assert!(field(r#"{"informed_on":20260301}"#).starts_with("informed_on: invalid type: integer"));
    assert!(field(r#"{"informed":"2026-03-01"}"#).contains("unknown field `informed`"));
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
    let answer = ask("art22.p1.appeal-window", r#"{"informed_on":"2023-09-01","as_of":"2023-09-04"}"#);
    assert_eq!(answer["outcome"], "satisfied");
}
