//! The rules of the Law.

use std::collections::HashMap;

use rastau_core::calendar::WorkingDays;
use rastau_core::error::FactsError;
use rastau_core::law::{self, RuleResult, rule};
use rastau_messages::{ExplainedRule, explain_rule, rule_title};

use crate::answer::{Answer, Citation};
use crate::error::RastauError;
use crate::facts::{Fact, json, read};
use crate::values::{Language, NamedValue, Words, named};

/// A rule that can be asked.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct RuleInfo {
    /// Its stable id: `art22.p1.appeal-window`, `ask.can-i-apply`.
    pub id: String,
    /// The provision.
    pub citation: Citation,
    /// What it asks.
    pub title: Words,
    /// The provision in words.
    pub source: Words,
    /// Facts that it decides.
    pub example: HashMap<String, Fact>,
}

/// What a rule answers.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct RuleAnswer {
    /// The rule's id.
    pub rule: String,
    /// The provision.
    pub citation: Citation,
    /// How it came out.
    pub answer: Answer,
    /// What was computed: a deadline's date is `last_day`.
    pub value: Vec<NamedValue>,
    /// What moved the answer: days that were skipped, readings that were chosen.
    pub trace: Vec<Step>,
    /// The reading of the Law's text that the answer rests on, where the text leaves room.
    pub reading: Option<String>,
    /// The members of an aggregate, or the rules of a composite question.
    pub parts: Vec<RuleAnswer>,
    /// The same in words, where a language was asked for; of a part, they are in the whole's words.
    pub words: Option<RuleWords>,
    /// The whole answer as Rastau's JSON, to be stored: the same bytes as from the command line. Empty for a part.
    pub json: String,
}

/// One thing that moved an answer.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Step {
    /// What it was, as a stable name.
    pub why: String,
    /// The days and names it concerns.
    pub facts: Vec<NamedValue>,
}

/// A rule's answer in words.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct RuleWords {
    /// What was asked.
    pub title: String,
    /// What came out.
    pub text: String,
    /// What to do, where there is something.
    pub advice: Option<String>,
    /// What moved the answer.
    pub trace: Vec<String>,
    /// The provision.
    pub source: String,
    /// The parts in words.
    pub parts: Vec<RuleWords>,
}

/// Every rule of the Law, and the composite questions.
#[uniffi::export]
pub fn rules() -> Result<Vec<RuleInfo>, RastauError> {
    let info = |rule: &'static law::Rule| {
        Ok(RuleInfo {
            id: rule.id.to_owned(),
            citation: rule.citation.into(),
            title: Words::said(|lang| rule_title(rule, lang).0.to_owned()),
            source: Words::said(|lang| rule_title(rule, lang).1),
            example: read(rule.example)?,
        })
    };
    law::rules().map(info).collect()
}

/// Asks a rule by the built-in calendar of working days. A verifier asks by the register's.
#[uniffi::export(default(language = None))]
pub fn evaluate_rule(
    id: &str,
    facts: HashMap<String, Fact>,
    language: Option<Language>,
) -> Result<RuleAnswer, RastauError> {
    ask(id, facts, language, &WorkingDays::built_in())
}

pub(crate) fn ask(
    id: &str,
    facts: HashMap<String, Fact>,
    language: Option<Language>,
    days: &WorkingDays,
) -> Result<RuleAnswer, RastauError> {
    let rule = rule(id).ok_or_else(|| FactsError::UnknownRule { id: id.to_owned() })?;
    let result = rule.judge(&json(facts), days)?;
    let words = language.map(|language| explain_rule(&result, language.into()).into());
    Ok(RuleAnswer { words, json: result.to_json(), ..RuleAnswer::from(&result) })
}

impl From<&RuleResult> for RuleAnswer {
    fn from(result: &RuleResult) -> Self {
        let RuleResult { rule, ruling } = result;
        let step = |step: &law::Step| Step { why: step.why.to_owned(), facts: named(&step.facts) };
        Self {
            rule: rule.id.to_owned(),
            citation: rule.citation.into(),
            answer: (&ruling.answer).into(),
            value: named(&ruling.value),
            trace: ruling.trace.iter().map(step).collect(),
            reading: ruling.reading.map(str::to_owned),
            parts: ruling.parts.iter().map(Self::from).collect(),
            words: None,
            json: String::new(),
        }
    }
}

impl From<ExplainedRule> for RuleWords {
    fn from(explained: ExplainedRule) -> Self {
        let ExplainedRule { title, text, advice, trace, source, parts } = explained;
        Self { title, text, advice, trace, source, parts: parts.into_iter().map(Self::from).collect() }
    }
}
