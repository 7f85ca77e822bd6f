//! The corpus of the rules: every case is satisfied, the cases cover every status and value, and omitting a fact never
//! improves an outcome.
#![allow(missing_docs)]

use std::collections::BTreeSet;

use rastau_core::law::{Output, Rule, rules};
use rastau_tests::{answer, differences, rule_cases, rule_lines, unknown_rules};
use serde_json::Value;

fn judged(rule: &'static Rule, facts: &Value) -> Value {
    serde_json::from_str(&answer(rule, &facts.to_string())).unwrap()
}

#[test]
fn every_case_is_satisfied_and_matches_the_committed_answers() {
    assert_eq!(unknown_rules(), Vec::<String>::new());
    let mut wrong = Vec::new();
    for rule in rules() {
        let (facts, answers) = rule_lines(rule.id);
        let cases = rule_cases(rule.id);
        assert_eq!(
            (facts.lines().count(), answers.lines().count()),
            (cases.len(), cases.len()),
            "{}",
            rule.id
        );
        for ((case, facts), committed) in cases.iter().zip(facts.lines()).zip(answers.lines()) {
            assert_eq!(case.facts, serde_json::from_str::<Value>(facts).unwrap(), "{}", rule.id);
            let found = answer(rule, facts);
            if found != committed {
                wrong.push(format!("{} {facts}\n  {found}\n  {committed}", rule.id));
            }
            let wrong_parts = differences(case, &serde_json::from_str(&found).unwrap());
            wrong.extend(wrong_parts.into_iter().map(|what| format!("{} {facts}: {what}", rule.id)));
        }
    }
    assert!(wrong.is_empty(), "{}\nrun: cargo run -p rastau-tests --bin corpus", wrong.join("\n"));
}

#[test]
fn every_status_and_every_value_has_a_case() {
    let mut gaps = Vec::new();
    for rule in rules() {
        let (mut seen, mut names, mut outcomes) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for case in rule_cases(rule.id) {
            let found = judged(rule, &case.facts);
            seen.extend(found["value"]["status"].as_str().map(ToString::to_string));
            names.extend(found["value"].as_object().into_iter().flatten().map(|(name, _)| name.clone()));
            outcomes.extend(found["outcome"].as_str().map(ToString::to_string));
        }
        let unseen = rule.outcomes.iter().filter(|status| !seen.contains(**status));
        gaps.extend(unseen.map(|status| format!("{} status {status}", rule.id)));
        let unshown = rule.values().filter(|(name, _)| !names.contains(*name));
        gaps.extend(unshown.map(|(name, _)| format!("{} value {name}", rule.id)));
        if !outcomes.contains("undetermined") {
            gaps.push(format!("{} is never undetermined", rule.id));
        }
    }
    assert!(gaps.is_empty(), "no case has:\n{}", gaps.join("\n"));
}

/// Checks that an answer has the values that the rule declares, and no others.
fn conforms(rule: &Rule, answer: &Value) {
    for (name, value) in answer["value"].as_object().unwrap() {
        let declared = rule.values().find(|(known, _)| known == name);
        let (_, output) = declared.unwrap_or_else(|| panic!("{} does not declare {name}: {answer}", rule.id));
        let names = |names: &[&str], value: &Value| value.as_str().is_some_and(|text| names.contains(&text));
        let fits = match output {
            Output::Date => value.as_str().and_then(rastau_core::calendar::Date::parse).is_some(),
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
        assert!(fits, "{} {name} is not of the type {output:?}: {answer}", rule.id);
    }
    for part in answer["parts"].as_array().into_iter().flatten() {
        conforms(rastau_core::law::rule(part["norm"].as_str().unwrap()).unwrap(), part);
    }
}

/// Returns every set of facts with one fact left out, at any depth.
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

/// Optional facts that can contradict another fact: a printed date and the computed one. Without such a fact there is no
/// contradiction, so the outcome may improve. Leaving out any other fact must not improve it.
const CONTRADICTING: &[(&str, &str)] = &[("art23.p2.s5.certificate-validity", "valid_to_printed")];

#[test]
fn leaving_a_fact_out_never_improves_the_outcome() {
    let mut better = Vec::new();
    for rule in rules() {
        for case in rule_cases(rule.id).into_iter().filter(|case| case.error.is_none()) {
            let whole = judged(rule, &case.facts);
            conforms(rule, &whole);
            for fewer in with_one_left_out(&case.facts) {
                let found = judged(rule, &fewer);
                if found["error"].is_null() {
                    conforms(rule, &found);
                }
                let left_out = |(id, name): &(&str, &str)| *id == rule.id && fewer[*name].is_null();
                let worse = matches!(whole["outcome"].as_str(), Some("violated" | "undetermined"));
                if worse && found["outcome"] == "satisfied" && !CONTRADICTING.iter().any(left_out) {
                    better.push(format!("{} {} without a fact: {fewer}", rule.id, case.facts));
                }
            }
        }
    }
    assert!(better.is_empty(), "{}", better.join("\n"));
}

/// Returns the same facts with every list reversed.
fn reversed(facts: &Value) -> Value {
    match facts {
        Value::Array(items) => items.iter().rev().map(reversed).collect(),
        Value::Object(members) => {
            members.iter().map(|(name, value)| (name.clone(), reversed(value))).collect()
        }
        other => other.clone(),
    }
}

#[test]
fn the_order_of_lists_does_not_matter() {
    for rule in rules() {
        for case in rule_cases(rule.id).into_iter().filter(|case| case.error.is_none()) {
            let (one, other) = (judged(rule, &case.facts), judged(rule, &reversed(&case.facts)));
            assert_eq!(one, other, "{} {}", rule.id, case.facts);
        }
    }
}

/// Collects the names of readings and steps in an answer.
fn names_in(answer: &Value, found: &mut BTreeSet<String>) {
    match answer {
        Value::Object(members) => {
            for (name, value) in members {
                if let ("reading" | "why", Some(text)) = (name.as_str(), value.as_str()) {
                    found.insert(text.to_string());
                }
                names_in(value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| names_in(item, found)),
        _ => {}
    }
}

#[test]
fn the_reading_of_every_ambiguity_is_in_an_answer() {
    use rastau_core::law::ambiguities::{AMBIGUITIES, Settled};

    assert_eq!(AMBIGUITIES.len(), 32);
    let mut shown = BTreeSet::new();
    for rule in rules() {
        rule_lines(rule.id)
            .1
            .lines()
            .for_each(|line| names_in(&serde_json::from_str(line).unwrap(), &mut shown));
    }
    for ambiguity in AMBIGUITIES {
        match ambiguity.settled {
            Settled::Reading(name) | Settled::Step(name) => {
                assert!(shown.contains(name), "no answer has {name}")
            }
            Settled::Rule(id) => assert!(rastau_core::law::rule(id).is_some(), "{id}"),
            // A test of the norms checks that the type exists.
            Settled::Type(_) => {}
        }
    }
}
