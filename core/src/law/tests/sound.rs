//! What must hold of a rule whatever its facts are: the order of lists says nothing, and knowing less never satisfies.

use alloc::vec::Vec;

use serde_json::Value;

use super::asked::{ask, conforms, table};
use crate::calendar::WorkingDays;
use crate::law::rule;

/// Facts, the outcome, and what stands at paths of the answer: a row of [`table`].
pub(super) type Case<'c> = (&'c str, &'c str, &'c [(&'c str, &'c str)]);

/// Checks a table, and of each of its rows what must hold whatever the facts are. Leaving out one of `events` says
/// something: that it has not happened.
pub(super) fn sound_table(id: &str, events: &[&str], cases: &[Case<'_>]) {
    table(id, cases);
    for (facts, ..) in cases {
        sound(id, &serde_json::from_str(facts).unwrap(), events);
    }
}

/// Turns the lists around, and leaves facts out one at a time.
pub(super) fn sound(id: &str, facts: &Value, events: &[&str]) {
    let whole = ask(id, &facts.to_string());
    conforms(id, &whole);
    assert_eq!(
        whole["outcome"] == "undetermined",
        whole["value"]["status"].is_null(),
        "{id} {facts}: {whole}"
    );
    assert_eq!(whole, ask(id, &turned(facts).to_string()), "{id} {facts} with its lists turned around");
    for fewer in with_one_left_out(facts, events) {
        let Ok(result) = rule(id).unwrap().judge(&fewer.to_string(), &WorkingDays::built_in()) else {
            continue;
        };
        let answer: Value = serde_json::from_str(&result.to_json()).unwrap();
        conforms(id, &answer);
        if whole["outcome"] != "satisfied" {
            assert_ne!(answer["outcome"], "satisfied", "{id} {facts} without a fact: {fewer}");
        }
        if whole["outcome"] == "satisfied" {
            assert_ne!(answer["outcome"], "violated", "{id} {facts} without a fact: {fewer}");
        }
    }
}

fn turned(facts: &Value) -> Value {
    match facts {
        Value::Array(items) => items.iter().rev().map(turned).collect(),
        Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), turned(value))).collect(),
        other => other.clone(),
    }
}

fn with_one_left_out(facts: &Value, events: &[&str]) -> Vec<Value> {
    let mut fewer = Vec::new();
    match facts {
        Value::Object(members) => {
            for (name, value) in members {
                if !events.contains(&name.as_str()) {
                    let mut without = members.clone();
                    without.remove(name);
                    fewer.push(Value::Object(without));
                }
                for value in with_one_left_out(value, events) {
                    let mut with = members.clone();
                    with.insert(name.clone(), value);
                    fewer.push(Value::Object(with));
                }
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                for item in with_one_left_out(item, events) {
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
