//! The rules of the Law.

use std::collections::HashMap;

use rastau_core::calendar::WorkingDays;
use rastau_core::error::FactsError;
use rastau_core::law::{self, RuleResult, Ruling, rule};
use rastau_messages::{explain_rule, rule_title};

use crate::answer::{Answer, Citation};
use crate::error::{RastauError, translations};
use crate::facts::{Fact, json, read};
use crate::mirrors::{Language, RuleText, Translations};
use crate::values::{NamedValue, named};

/// A rule of the Law, or a composite question.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct RuleInfo {
    /// Its stable id: `art22.p1.appeal-window`, `ask.can-i-apply`.
    pub id: String,
    /// The provision.
    pub citation: Citation,
    /// The question.
    pub title: Translations,
    /// The provision as text.
    pub source: Translations,
    /// Example facts, which the rule decides.
    pub example: HashMap<String, Fact>,
}

/// The answer of a rule.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct RuleAnswer {
    /// The rule's id.
    pub rule: String,
    /// The provision.
    pub citation: Citation,
    /// The answer.
    pub answer: Answer,
    /// The computed values: the date of a deadline is `last_day`.
    pub value: Vec<NamedValue>,
    /// The steps that influenced the answer: skipped days, chosen readings.
    pub trace: Vec<Step>,
    /// The reading of the Law's text that the answer rests on, where the text allows several.
    pub reading: Option<String>,
    /// The members of an aggregate, or the rules of a composite question.
    pub parts: Vec<RuleAnswer>,
    /// The answer as text, if a language was requested. The text of a part is in the text of the complete answer.
    pub text: Option<RuleText>,
    /// The complete answer as Rastau's JSON, for storing: the same bytes as from the command line. Empty for a part.
    pub json: String,
}

/// A step that influenced an answer.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Step {
    /// The kind of step, as a stable name.
    pub why: String,
    /// The days and names that it concerns.
    pub facts: Vec<NamedValue>,
}

/// Returns every rule of the Law, and the composite questions.
#[uniffi::export]
pub fn rules() -> Result<Vec<RuleInfo>, RastauError> {
    let info = |rule: &'static law::Rule| {
        Ok(RuleInfo {
            id: rule.id.to_owned(),
            citation: rule.citation.into(),
            title: translations(|lang| rule_title(rule, lang).0.to_owned()),
            source: translations(|lang| rule_title(rule, lang).1),
            example: read(rule.example)?,
        })
    };
    law::rules().map(info).collect()
}

/// Answers a rule with the built-in calendar of working days. A verifier uses the register's calendar.
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
    let text = language.map(|language| explain_rule(&result, language));
    Ok(RuleAnswer { text, json: result.to_json(), ..RuleAnswer::from(&result) })
}

impl From<&RuleResult> for RuleAnswer {
    fn from(result: &RuleResult) -> Self {
        let RuleResult {
            rule,
            ruling: Ruling { answer, outcome: _, before_the_law: _, value, trace, reading, parts },
        } = result;
        Self {
            rule: rule.id.to_owned(),
            citation: rule.citation.into(),
            answer: answer.into(),
            value: named(value),
            trace: trace.iter().map(Step::from).collect(),
            reading: reading.map(str::to_owned),
            parts: parts.iter().map(Self::from).collect(),
            text: None,
            json: String::new(),
        }
    }
}

impl From<&law::Step> for Step {
    fn from(step: &law::Step) -> Self {
        let law::Step { why, facts } = step;
        Self { why: (*why).to_owned(), facts: named(facts) }
    }
}
