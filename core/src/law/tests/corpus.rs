//! The cases of each rule: `tests/corpus/rules/ID/cases.json`, by hand and from the Law, with the answers generated from
//! them. It is the one table of cases, which every binding replays.

use std::path::Path;

use serde_json::{Value, json};

use super::cases::{assert_well_formed, judge};
use crate::law::{RuleAnswer, rules};

fn read(id: &str, file: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/corpus/rules").join(id);
    std::fs::read_to_string(folder.join(file)).unwrap_or_else(|error| panic!("{id} {file}: {error}"))
}

#[test]
fn every_case_has_its_answer() {
    let mut wrong = Vec::new();
    for rule in rules() {
        let cases: Vec<Value> = serde_json::from_str(&read(rule.id, "cases.json")).unwrap();
        let answers = read(rule.id, "answers.jsonl");
        assert_eq!(cases.len(), answers.lines().count(), "{}", rule.id);
        for (case, expected) in cases.iter().zip(answers.lines()) {
            let facts = case["facts"].to_string();
            let found = match judge(rule.id, &facts) {
                Ok(result) => {
                    assert_well_formed(&result);
                    let undetermined = matches!(result.ruling.answer, RuleAnswer::Undetermined(_));
                    assert_eq!(undetermined, result.ruling.outcome.is_none(), "{} {facts}", rule.id);
                    result.to_json()
                }
                Err(error) => {
                    json!({ "error": { "code": error.code(), "message": error.to_string() } }).to_string()
                }
            };
            if found != expected {
                wrong.push(format!("{} {facts}\n  {found}\n  {expected}", rule.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
