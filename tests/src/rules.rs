//! The corpus of the rules: `corpus/rules/ID/cases.json` is written by hand; the two other files are made from it.

use std::path::{Path, PathBuf};

use rastau_core::calendar::WorkingDays;
use rastau_core::law::{Rule, rule, rules};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// A case of a rule, as it is written by hand.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleCase {
    /// What the case is for, in one line.
    pub why: String,
    /// The facts.
    pub facts: Value,
    /// The outcome.
    pub outcome: Option<String>,
    /// Places in the answer (`value.last_day`, `parts.0.outcome`) with what stands there; `null` for nothing.
    #[serde(default)]
    pub expect: Map<String, Value>,
    /// The fact that is refused, where the facts cannot be.
    pub error: Option<String>,
}

fn folder(id: &str) -> PathBuf {
    crate::corpus().join("rules").join(id)
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The cases of a rule.
///
/// # Panics
/// Where the file is not there or is not what it should be: a test cannot go on without it.
#[must_use]
pub fn rule_cases(id: &str) -> Vec<RuleCase> {
    let path = folder(id).join("cases.json");
    serde_json::from_str(&read(&path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The committed questions and answers of a rule, one JSON object a line.
///
/// # Panics
/// Where a file is not there.
#[must_use]
pub fn rule_lines(id: &str) -> (String, String) {
    (read(&folder(id).join("facts.jsonl")), read(&folder(id).join("answers.jsonl")))
}

/// The answer of a rule to a line of facts, as every binding gives it.
#[must_use]
pub fn answer(rule: &'static Rule, facts: &str) -> String {
    match rule.judge(facts, &WorkingDays::built_in()) {
        Ok(result) => result.to_json(),
        Err(error) => json!({ "error": { "code": error.code(), "message": error.to_string() } }).to_string(),
    }
}

/// What a case says against an answer; nothing where they agree.
#[must_use]
pub fn disagreements(case: &RuleCase, answer: &Value) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(field) = &case.error {
        let message = answer["error"]["message"].as_str().unwrap_or_default();
        if !message.contains(field.as_str()) {
            found.push(format!("no error about {field}: {answer}"));
        }
        return found;
    }
    if answer["outcome"].as_str() != case.outcome.as_deref() {
        found.push(format!("the outcome is {}, not {:?}", answer["outcome"], case.outcome));
    }
    for (path, expected) in &case.expect {
        let at = format!("/{}", path.replace('.', "/"));
        let there = answer.pointer(&at).unwrap_or(&Value::Null);
        if there != expected {
            found.push(format!("{path} is {there}, not {expected}"));
        }
    }
    found
}

/// Makes `facts.jsonl` and `answers.jsonl` of every rule from its cases.
///
/// # Panics
/// Where an answer disagrees with the case: the case is the Law's, so nothing is written then.
pub fn write_rules() -> usize {
    let mut made = Vec::new();
    let mut wrong = Vec::new();
    for rule in rules() {
        let cases = rule_cases(rule.id);
        let (mut facts, mut answers) = (String::new(), String::new());
        for case in &cases {
            let line = case.facts.to_string();
            let answered = answer(rule, &line);
            let value = serde_json::from_str(&answered).unwrap_or_default();
            wrong.extend(
                disagreements(case, &value).into_iter().map(|what| format!("{} {line}: {what}", rule.id)),
            );
            facts += &(line + "\n");
            answers += &(answered + "\n");
        }
        made.push((rule.id, facts, answers, cases.len()));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for (id, facts, answers, _) in &made {
        for (file, text) in [("facts.jsonl", facts), ("answers.jsonl", answers)] {
            let path = folder(id).join(file);
            std::fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        }
    }
    made.iter().map(|(_, _, _, cases)| cases).sum()
}

/// Rules that have a folder in the corpus and are none.
#[must_use]
pub fn strangers() -> Vec<String> {
    let entries = std::fs::read_dir(crate::corpus().join("rules"));
    let names =
        entries.into_iter().flatten().flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| rule(name).is_none()).collect()
}
