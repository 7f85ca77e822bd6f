//! What the properties of rules have in common: judging facts, and the form of an answer.

use super::super::*;
use super::name;
use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::RuleAnswer;
use serde_json::Value;

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

/// Asserts that the values are unique and declared by the rule, and that every decided answer has a status.
pub(super) fn assert_well_formed(result: &RuleResult) {
    let (id, value) = (result.rule.id, &result.ruling.value);
    let undetermined = matches!(result.ruling.answer, RuleAnswer::Undetermined(_));
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
