//! No fact less turns "no" or "unknown" into "yes", whatever facts are left out, at any depth.

use std::path::Path;

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use super::cases::judge;
use crate::law::rules;

/// The facts of every case of the corpus that is not rejected, by rule.
fn cases() -> Vec<(&'static str, Vec<Value>)> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/corpus/rules");
    let of_rule = |id: &'static str| {
        let text = std::fs::read_to_string(corpus.join(id).join("cases.json")).unwrap();
        let cases: Vec<Value> = serde_json::from_str(&text).unwrap();
        let accepted = cases.into_iter().filter(|case| case["error"].is_null());
        (id, accepted.map(|mut case| case["facts"].take()).collect())
    };
    rules().map(|rule| of_rule(rule.id)).collect()
}

/// The facts that can contradict another fact: without one there is no contradiction, and the outcome may improve.
const CONTRADICTING: [(&str, &str); 2] =
    [("art21.p5.document-validity", "validity"), ("art23.p2.s5.certificate-validity", "valid_to_printed")];

/// The path of every fact, at any depth, that may be left out.
fn paths(id: &str, facts: &Value, path: &str, found: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match facts {
        Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(at, item)| (at.to_string(), item)).collect(),
        _ => Vec::new(),
    };
    for (name, value) in children {
        let inner = alloc::format!("{path}/{name}");
        // An item of a list is a fact of the list: a list without it is another list, not a list less known.
        let removable = facts.is_object() && !CONTRADICTING.contains(&(id, name.as_str()));
        found.extend(removable.then(|| inner.clone()));
        paths(id, value, &inner, found);
    }
}

fn without(facts: &Value, left_out: &[&String]) -> Value {
    let mut facts = facts.clone();
    for path in left_out {
        let Some((parent, name)) = path.rsplit_once('/') else { continue };
        // The parent may have been left out before.
        if let Some(Value::Object(members)) = facts.pointer_mut(parent) {
            members.remove(name);
        }
    }
    facts
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6000, ..ProptestConfig::default() })]

    #[test]
    fn less_knowledge_satisfies_no_rule_and_no_question(
        rule in any::<Index>(), case in any::<Index>(), first in vec(any::<Index>(), 0..4), more in vec(any::<Index>(), 1..5),
    ) {
        thread_local! {
            static CASES: Vec<(&'static str, Vec<Value>)> = cases();
        }
        let (id, facts) = CASES.with(|cases| {
            let (id, facts) = rule.get(cases);
            (*id, case.get(facts).clone())
        });
        let mut all = Vec::new();
        paths(id, &facts, "", &mut all);
        if all.is_empty() {
            return Ok(());
        }
        let first: Vec<_> = first.iter().map(|at| at.get(&all)).collect();
        let more: Vec<_> = first.iter().copied().chain(more.iter().map(|at| at.get(&all))).collect();
        let (known, less) = (without(&facts, &first), without(&facts, &more));
        let outcome = |facts: &Value| judge(id, &facts.to_string()).ok().map(|result| result.ruling.answer.name());
        if outcome(&less) == Some("satisfied") {
            let before = outcome(&known);
            prop_assert!(
                !matches!(before, Some("violated" | "undetermined" | "contestable")),
                "{} {:?}\n{}\n{}", id, before, known, less
            );
        }
    }
}
