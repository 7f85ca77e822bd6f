//! Two invariants of facts: the order of a list does not matter, and a removed
//! fact never makes an answer better.

use super::cases::{assert_well_formed, judge};
use super::interface::ask;
use alloc::string::ToString;
use alloc::vec::Vec;
use serde_json::Value;

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
