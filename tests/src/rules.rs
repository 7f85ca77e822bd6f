//! The corpus of the rules: `corpus/rules/ID/cases.json` is written by hand; the two other files are generated from it.

use std::path::{Path, PathBuf};

use rastau_core::calendar::WorkingDays;
use rastau_core::law::{Rule, rule, rules};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// A case of a rule, as written by hand.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleCase {
    /// The purpose of the case, in one line.
    pub why: String,
    /// The facts.
    pub facts: Value,
    /// The expected outcome.
    pub outcome: Option<String>,
    /// Paths in the answer (`value.last_day`, `parts.0.outcome`) with the expected value; `null` if there is none.
    #[serde(default)]
    pub expect: Map<String, Value>,
    /// The rejected fact, if the facts are contradictory or malformed.
    pub error: Option<String>,
}

fn folder(id: &str) -> PathBuf {
    crate::corpus().join("rules").join(id)
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Loads the cases of a rule.
///
/// # Panics
/// If the file is missing or malformed.
#[must_use]
pub fn rule_cases(id: &str) -> Vec<RuleCase> {
    let path = folder(id).join("cases.json");
    serde_json::from_str(&read(&path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Returns the committed facts and answers of a rule, one JSON object per line.
///
/// # Panics
/// If a file is missing.
#[must_use]
pub fn rule_lines(id: &str) -> (String, String) {
    (read(&folder(id).join("facts.jsonl")), read(&folder(id).join("answers.jsonl")))
}

/// Returns the answer of a rule to a line of facts, as every binding gives it.
#[must_use]
pub fn answer(rule: &'static Rule, facts: &str) -> String {
    match rule.judge(facts, &WorkingDays::built_in()) {
        Ok(result) => result.to_json(),
        Err(error) => json!({ "error": { "code": error.code(), "message": error.to_string() } }).to_string(),
    }
}

/// Returns how an answer differs from the case; empty if it does not.
#[must_use]
pub fn differences(case: &RuleCase, answer: &Value) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(field) = &case.error {
        let message = answer["error"]["message"].as_str().unwrap_or_default();
        if !message.contains(field.as_str()) {
            found.push(format!("expected an error about {field}, found {answer}"));
        }
        return found;
    }
    if answer["outcome"].as_str() != case.outcome.as_deref() {
        found.push(format!("expected the outcome {:?}, found {}", case.outcome, answer["outcome"]));
    }
    for (path, expected) in &case.expect {
        let at = format!("/{}", path.replace('.', "/"));
        let found_value = answer.pointer(&at).unwrap_or(&Value::Null);
        if found_value != expected {
            found.push(format!("{path}: expected {expected}, found {found_value}"));
        }
    }
    found
}

/// Writes `facts.jsonl` and `answers.jsonl` of every rule from its cases; returns the number of cases.
///
/// # Panics
/// If an answer differs from its case. Nothing is written then, because the case states the Law.
pub fn write_rules() -> usize {
    let mut generated = Vec::new();
    let mut wrong = Vec::new();
    for rule in rules() {
        let cases = rule_cases(rule.id);
        let (mut facts, mut answers) = (String::new(), String::new());
        for case in &cases {
            let line = case.facts.to_string();
            let answered = answer(rule, &line);
            let value = serde_json::from_str(&answered).unwrap_or_default();
            wrong.extend(
                differences(case, &value).into_iter().map(|what| format!("{} {line}: {what}", rule.id)),
            );
            facts += &(line + "\n");
            answers += &(answered + "\n");
        }
        generated.push((rule.id, facts, answers, cases.len()));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for (id, facts, answers, _) in &generated {
        for (file, text) in [("facts.jsonl", facts), ("answers.jsonl", answers)] {
            let path = folder(id).join(file);
            std::fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        }
    }
    generated.iter().map(|(_, _, _, cases)| cases).sum()
}

/// Returns the directories of the corpus that are not named after a rule.
#[must_use]
pub fn unknown_rules() -> Vec<String> {
    let entries = std::fs::read_dir(crate::corpus().join("rules"));
    let names =
        entries.into_iter().flatten().flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| rule(name).is_none()).collect()
}
