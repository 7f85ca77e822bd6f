//! Tables of cases that also name readings, what is missing and errors; and what must hold of facts at large.

use crate::law::Answer;
use serde_json::Value;

use super::super::rule::Output;
use super::super::*;
use super::name;
use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;

pub(super) fn asked(id: &str, facts: &str) -> Result<RuleResult, FactsError> {
    super::super::rule(id).unwrap().judge(facts, &WorkingDays::built_in())
}

/// The outcome with its readings or what is missing; for an error its field and problem.
pub(super) fn outcome(id: &str, facts: &str) -> String {
    match asked(id, facts) {
        Ok(result) => name(&result.ruling.answer),
        Err(error) => format!("error {error}"),
    }
}

/// Facts, the outcome, and `name=value` pairs that the value holds; `!name` for one that it does not.
pub(super) type Case<'c> = (&'c str, &'c str, &'c str);

pub(super) fn check(id: &str, cases: &[Case<'_>]) {
    for (facts, expected, pairs) in cases {
        assert_eq!(outcome(id, facts), *expected, "{id} {facts}");
        let Ok(result) = asked(id, facts) else { continue };
        well_formed(&result);
        let json: Value = serde_json::from_str(&result.to_json()).unwrap();
        for pair in pairs.split_whitespace() {
            match pair.split_once('=') {
                Some((name, value)) => assert_eq!(shown(&json["value"][name]), value, "{id} {facts} {name}"),
                None => assert_eq!(json["value"][&pair[1..]], Value::Null, "{id} {facts} {pair}"),
            }
        }
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(shown).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}

/// The value holds each name once and only what the rule announces, and a status wherever something was decided.
fn well_formed(result: &RuleResult) {
    let (id, value) = (result.rule.id, &result.ruling.value);
    let undetermined = matches!(result.ruling.answer, Answer::Undetermined(_));
    assert!(undetermined || value.text("status").is_some(), "{id} {value:?}");
    let mut names: Vec<_> = value.iter().map(|(name, _)| name).collect();
    names.sort_unstable();
    assert!(names.is_sorted_by(|one, next| one < next), "{id} says something twice: {names:?}");
    for (name, fact) in value.iter() {
        let fact = serde_json::to_value(fact).unwrap();
        let announced = result.rule.value.iter().find(|(known, _)| *known == name);
        let one_of = |names: &[&str], fact: &Value| fact.as_str().is_some_and(|text| names.contains(&text));
        let fits = match announced.unwrap_or_else(|| panic!("{id} says {name}")).1 {
            Output::Date => fact.as_str().and_then(Date::parse).is_some(),
            Output::Number => fact.is_u64(),
            Output::Flag => fact.is_boolean(),
            Output::Text => fact.is_string(),
            Output::List => fact.is_array(),
            Output::OneOf(names) => one_of(names, &fact),
            Output::SomeOf(names) => fact.as_array().unwrap().iter().all(|fact| one_of(names, fact)),
            Output::Name => fact.is_object(),
        };
        assert!(fits, "{id} {name}: {fact}");
    }
    result.ruling.parts.iter().for_each(well_formed);
}

/// Names of the trace, in order.
pub(super) fn trace(id: &str, facts: &str) -> Vec<&'static str> {
    asked(id, facts).unwrap().ruling.trace.iter().map(|step| step.why).collect()
}

/// Leaving a fact out never makes a rule hold that did not; `events` may be left out, for they may not have happened.
pub(super) fn less_never_satisfies(id: &str, facts: &Value, events: &[&str]) {
    let whole = outcome(id, &facts.to_string());
    for name in facts.as_object().unwrap().keys().filter(|name| !events.contains(&name.as_str())) {
        let mut less = facts.clone();
        less.as_object_mut().unwrap().remove(name);
        let less = less.to_string();
        let after = outcome(id, &less);
        assert!(after != "satisfied" || whole == "satisfied", "{id} {facts} without {name}: {whole} {after}");
    }
}

/// The order and the repetition of what a list holds do not matter.
pub(super) fn order_never_matters(id: &str, facts: &Value, list: &str) {
    let whole = asked(id, &facts.to_string()).map(|result| result.to_json());
    let mut turned = facts.clone();
    let items = turned[list].as_array_mut().unwrap();
    items.reverse();
    assert_eq!(whole, asked(id, &turned.to_string()).map(|result| result.to_json()), "{id} {facts}");
    let items = turned[list].as_array_mut().unwrap();
    let half = items.len() / 2;
    items.rotate_left(half);
    items.extend(items.first().cloned());
    assert_eq!(whole, asked(id, &turned.to_string()).map(|result| result.to_json()), "{id} {facts}");
}
