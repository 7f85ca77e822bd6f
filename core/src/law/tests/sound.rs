//! What must hold of a rule whatever its facts are: the order of lists says nothing, and knowing less never satisfies.

use alloc::string::ToString;
use alloc::vec::Vec;

use serde_json::Value;

use super::asked::ask;
use crate::calendar::WorkingDays;
use crate::law::rule;
use crate::law::rule::Output;

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

/// Checks a table: facts, outcome, then pairs of a path in the answer (`value.last_day`) and its text.
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

/// What a rule says stands in its values is all that may stand there.
fn conforms(id: &str, answer: &Value) {
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
            Output::Name => value.is_object(),
        };
        assert!(fits, "{id} {name} is no {output:?}: {answer}");
    }
}
