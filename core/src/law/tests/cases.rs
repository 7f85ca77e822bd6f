//! Tables of cases with readings, missing facts and errors in the outcome, and checks for the properties of rules.

use crate::law::Answer;
use serde_json::Value;

use super::super::*;
use super::name;
use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;

pub(super) fn judge(id: &str, facts: &str) -> Result<RuleResult, FactsError> {
    super::super::rule(id).unwrap().judge(facts, &WorkingDays::built_in())
}

/// The outcome with its readings or missing facts; for an error, its message.
pub(super) fn outcome(id: &str, facts: &str) -> String {
    match judge(id, facts) {
        Ok(result) => name(&result.ruling.answer),
        Err(error) => format!("error {error}"),
    }
}

/// A row of a table: facts, the outcome, and `name=value` pairs of the answer's values, with `!name` for an absent one.
pub(super) type Case<'c> = (&'c str, &'c str, &'c str);

pub(super) fn check_cases(id: &str, cases: &[Case<'_>]) {
    for (facts, expected, pairs) in cases {
        assert_eq!(outcome(id, facts), *expected, "{id} {facts}");
        let Ok(result) = judge(id, facts) else { continue };
        assert_well_formed(&result);
        let json: Value = serde_json::from_str(&result.to_json()).unwrap();
        for pair in pairs.split_whitespace() {
            match pair.split_once('=') {
                Some((name, value)) => {
                    assert_eq!(text_of(&json["value"][name]), value, "{id} {facts} {name}")
                }
                None => assert_eq!(json["value"][&pair[1..]], Value::Null, "{id} {facts} {pair}"),
            }
        }
    }
}

fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(text_of).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}

/// Asserts that the values are unique and declared by the rule, and that every decided answer has a status.
pub(super) fn assert_well_formed(result: &RuleResult) {
    let (id, value) = (result.rule.id, &result.ruling.value);
    let undetermined = matches!(result.ruling.answer, Answer::Undetermined(_));
    assert!(undetermined || value.text("status").is_some(), "{id} {value:?}");
    let mut names: Vec<_> = value.iter().map(|(name, _)| name).collect();
    names.sort_unstable();
    assert!(names.is_sorted_by(|one, next| one < next), "{id} has a duplicate value: {names:?}");
    for (name, fact) in value.iter() {
        let fact = serde_json::to_value(fact).unwrap();
        let declared = result.rule.values().find(|(known, _)| *known == name);
        let one_of = |names: &[&str], fact: &Value| fact.as_str().is_some_and(|text| names.contains(&text));
        let fits = match declared.unwrap_or_else(|| panic!("{id} does not declare {name}")).1 {
            Output::Date => fact.as_str().and_then(Date::parse).is_some(),
            Output::Number => fact.is_u64(),
            Output::Flag => fact.is_boolean(),
            Output::Text => fact.is_string(),
            Output::List => fact.as_array().is_some_and(|list| list.iter().all(Value::is_string)),
            Output::OneOf(names) => one_of(names, &fact),
            Output::SomeOf(names) => fact.as_array().unwrap().iter().all(|fact| one_of(names, fact)),
            Output::Name => fact.is_object(),
        };
        assert!(fits, "{id} {name}: {fact}");
    }
    result.ruling.parts.iter().for_each(assert_well_formed);
}

/// The names of the trace's steps, in order.
pub(super) fn trace(id: &str, facts: &str) -> Vec<&'static str> {
    judge(id, facts).unwrap().ruling.trace.iter().map(|step| step.why).collect()
}

/// Asserts that removing a fact never satisfies a rule that was not satisfied. The facts named by `events` are not removed:
/// their absence means that the event has not happened.
pub(super) fn less_knowledge_never_satisfies(id: &str, facts: &Value, events: &[&str]) {
    let complete = outcome(id, &facts.to_string());
    for name in facts.as_object().unwrap().keys().filter(|name| !events.contains(&name.as_str())) {
        let mut less = facts.clone();
        less.as_object_mut().unwrap().remove(name);
        let less = less.to_string();
        let after = outcome(id, &less);
        assert!(
            after != "satisfied" || complete == "satisfied",
            "{id} {facts} without {name}: {complete} {after}"
        );
    }
}

/// Asserts that the order and the repetition of a list's items do not matter.
pub(super) fn order_does_not_matter(id: &str, facts: &Value, list: &str) {
    let complete = judge(id, &facts.to_string()).map(|result| result.to_json());
    let mut reversed = facts.clone();
    let items = reversed[list].as_array_mut().unwrap();
    items.reverse();
    assert_eq!(complete, judge(id, &reversed.to_string()).map(|result| result.to_json()), "{id} {facts}");
    let items = reversed[list].as_array_mut().unwrap();
    let half = items.len() / 2;
    items.rotate_left(half);
    items.extend(items.first().cloned());
    assert_eq!(complete, judge(id, &reversed.to_string()).map(|result| result.to_json()), "{id} {facts}");
}
