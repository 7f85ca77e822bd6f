//! A rule's answer in words.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rastau_core::law::rule::Output;
use rastau_core::law::{Answer, Missing, Rule, RuleResult, Step};
use rastau_core::verdict::{Fact, Facts};

use serde::Serialize;

use super::{facts, forms, in_lang, names, readings, said_of, steps, words_of};
use crate::explain::{alternative, source};
use crate::lang::{Lang, date};

/// A rule's answer in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExplainedRule {
    /// What was asked.
    pub title: String,
    /// What came out.
    pub text: String,
    /// What to do, where there is something.
    pub advice: Option<String>,
    /// What moved the answer: days that were skipped, readings that were chosen.
    pub trace: Vec<String>,
    /// The provision of the Law.
    pub source: String,
    /// The members of an aggregate, or the rules of a composite question.
    pub parts: Vec<ExplainedRule>,
}

/// Explains the answer of a rule.
#[must_use]
pub fn explain_rule(result: &RuleResult, lang: Lang) -> ExplainedRule {
    let RuleResult { rule, ruling } = result;
    let words = words_of(rule.id);
    let status = ruling.value.text("status").unwrap_or_default();
    let said = words.and_then(|words| words.said().find(|(known, _, _)| *known == status));
    // What was computed would be said as if it counted.
    let before_the_law = ruling.trace.iter().any(|step| step.why == "law-not-in-force");
    let (text, advice) = match (&ruling.answer, said) {
        (Answer::NotApplicable, _) if before_the_law => {
            (lang.words().not_applicable.to_string(), String::new())
        }
        (Answer::Undetermined(missing), _) => {
            let names: Vec<&str> = missing.iter().map(|one| missing_name(*one, lang)).collect();
            let mut text = in_lang(facts::MISSING, lang).replace("{missing}", &names.join(", "));
            if ruling.value.date("last_day").is_some() {
                text.push(' ');
                text.push_str(&alternative(in_lang(facts::LAST_DAY, lang), &ruling.value, lang));
            }
            (text, in_lang(facts::MISSING_ADVICE, lang).to_string())
        }
        (Answer::Contestable(list), _) => {
            let list: Vec<String> = list.iter().map(|reading| one_reading(reading, lang)).collect();
            let text = lang.words().contestable.replace("{readings}", &list.join("; "));
            (text, in_lang(readings::ADVICE, lang).to_string())
        }
        (_, Some((_, said, advice))) => {
            let value = spelled(rule, &ruling.value, lang);
            let fill = |said| alternative(in_lang(said, lang), &value, lang);
            (fill(said), fill(advice))
        }
        (_, None) => (status.to_string(), String::new()),
    };
    ExplainedRule {
        title: words.map_or(rule.id, |words| in_lang(words.title(), lang)).to_string(),
        text,
        advice: Some(advice).filter(|advice| !advice.is_empty()),
        trace: ruling.trace.iter().map(|step| one_step(step, lang)).collect(),
        source: source(rule.citation, lang),
        parts: ruling.parts.iter().map(|part| explain_rule(part, lang)).collect(),
    }
}

/// What a rule asks, and the provision it stands on.
#[must_use]
pub fn rule_title(rule: &Rule, lang: Lang) -> (&'static str, String) {
    (words_of(rule.id).map_or("", |words| in_lang(words.title(), lang)), source(rule.citation, lang))
}

/// Returns the names of facts in a language, for a form that asks for them, and of the other reasons for an undetermined
/// answer. A fact within another has its own name, without a path.
pub fn fact_labels(lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
    let facts = facts::NAMES.iter().chain(forms::FACTS.iter());
    let reasons = Missing::REASONS.into_iter().filter_map(|one| Some((one.name(), facts::reason(one)?)));
    facts.chain(reasons).map(move |(name, said)| (name, in_lang(said, lang)))
}

/// What stable names are called that stand in facts and answers.
pub fn name_labels(lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
    names::NAMES.iter().chain(forms::NAMES.iter()).map(move |(name, said)| (name, in_lang(said, lang)))
}

/// The name of what is missing. A fact whose whole path has no name is named by its last part.
fn missing_name(missing: Missing, lang: Lang) -> &'static str {
    if let Some(said) = facts::reason(missing) {
        return in_lang(said, lang);
    }
    let path = missing.name();
    let own = path.rsplit('.').next().unwrap_or(path);
    said_of(facts::NAMES, path, lang).or_else(|| said_of(facts::NAMES, own, lang)).unwrap_or(path)
}

/// The values with their stable names in words, and rules by their titles. What came with the facts stays as it is.
fn spelled(rule: &Rule, value: &Facts, lang: Lang) -> Facts {
    let mut out = Facts::new();
    for (name, fact) in value.iter() {
        let output = rule.value.iter().find(|(known, _)| *known == name).map(|(_, output)| *output);
        let stable = matches!(output, Some(Output::OneOf(_) | Output::SomeOf(_)));
        let word = |text: &str| -> String {
            let title = || words_of(text).map(|words| in_lang(words.title(), lang));
            let known = if stable { said_of(names::NAMES, text, lang) } else { None };
            known.or_else(title).unwrap_or(text).to_string()
        };
        out = match fact {
            Fact::Text(text) if stable => out.with(name, word(text)),
            Fact::List(list) => out.with(name, list.iter().map(|text| word(text)).collect::<Vec<_>>()),
            other => out.with(name, other.clone()),
        };
    }
    out
}

fn one_reading(reading: &rastau_core::verdict::Reading, lang: Lang) -> String {
    let name = said_of(readings::NAMES, reading.reading, lang).unwrap_or(reading.reading);
    let [good, bad] = lang.words().readings;
    let until = reading.facts.date("last_day").or_else(|| reading.facts.date("valid_until"));
    let until = until.map(|day| alloc::format!(" ({})", date(day, lang))).unwrap_or_default();
    alloc::format!("{name}{until}: {}", if reading.satisfied { good } else { bad })
}

fn one_step(step: &Step, lang: Lang) -> String {
    match said_of(steps::STEPS, step.why, lang) {
        Some(said) => alternative(said, &step.facts, lang),
        None => step.why.to_string(),
    }
}
