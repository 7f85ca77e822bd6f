//! Tables of cases whose facts are also checked for two invariants: the order of a list does not matter, and a removed
//! fact never makes an answer better.

use alloc::string::ToString;
use alloc::vec::Vec;

use serde_json::Value;

use super::cases::{assert_well_formed, judge};
use super::interface::ask;

/// A row of a table: facts, the outcome, and paths in the JSON answer (`value.last_day`) with their text.
pub(super) type Case<'c> = (&'c str, &'c str, &'c [(&'c str, &'c str)]);

/// Checks a table, and the invariants of each row's facts. The facts named by `events` are not removed: their absence
/// means that the event has not happened.
pub(super) fn check_table(id: &str, events: &[&str], cases: &[Case<'_>]) {
    table(id, cases);
    for (facts, ..) in cases {
        check_invariants(id, &serde_json::from_str(facts).unwrap(), events);
    }
}

/// Checks the invariants: reverses every list, and removes the facts one at a time.
pub(super) fn check_invariants(id: &str, facts: &Value, events: &[&str]) {
    let judged = judge(id, &facts.to_string()).unwrap();
    assert_well_formed(&judged);
    let complete: Value = serde_json::from_str(&judged.to_json()).unwrap();
    assert_eq!(
        complete["outcome"] == "undetermined",
        complete["value"]["status"].is_null(),
        "{id} {facts}: {complete}"
    );
    assert_eq!(complete, ask(id, &reversed(facts).to_string()), "{id} {facts} with reversed lists");
    for fewer in with_one_removed(facts, events) {
        let Ok(result) = judge(id, &fewer.to_string()) else { continue };
        assert_well_formed(&result);
        let outcome = result.ruling.answer.name();
        if complete["outcome"] != "satisfied" {
            assert_ne!(outcome, "satisfied", "{id} {facts} without a fact: {fewer}");
        }
        if complete["outcome"] == "satisfied" {
            assert_ne!(outcome, "violated", "{id} {facts} without a fact: {fewer}");
        }
    }
}

fn reversed(facts: &Value) -> Value {
    match facts {
        Value::Array(items) => items.iter().rev().map(reversed).collect(),
        Value::Object(members) => {
            members.iter().map(|(name, value)| (name.clone(), reversed(value))).collect()
        }
        other => other.clone(),
    }
}

fn with_one_removed(facts: &Value, events: &[&str]) -> Vec<Value> {
    let mut fewer = Vec::new();
    match facts {
        Value::Object(members) => {
            for (name, value) in members {
                if !events.contains(&name.as_str()) {
                    let mut without = members.clone();
                    without.remove(name);
                    fewer.push(Value::Object(without));
                }
                for value in with_one_removed(value, events) {
                    let mut with = members.clone();
                    with.insert(name.clone(), value);
                    fewer.push(Value::Object(with));
                }
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                for item in with_one_removed(item, events) {
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

fn table(id: &str, cases: &[Case<'_>]) {
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
    }
}
