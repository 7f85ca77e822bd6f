//! Explains the answer of a rule.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rastau_core::law::Output;
use rastau_core::law::{MissingForRule, Reading, Rule, RuleAnswer, RuleResult, Step};
use rastau_core::verdict::{Fact, Facts};

use serde::Serialize;

use super::{Translations, facts, forms, in_lang, names, readings, steps, texts_of};
use crate::explain::{alternative, joined, reading_text, source};
use crate::lang::Lang;

/// The answer of a rule as text in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExplainedRule {
    /// The question.
    pub title: String,
    /// The outcome.
    pub text: String,
    /// Advice, where there is any.
    pub advice: Option<String>,
    /// The steps that influenced the answer: skipped days, chosen readings.
    pub trace: Vec<String>,
    /// The provision of the Law.
    pub source: String,
    /// The members of an aggregate, or the rules of a composite question.
    pub parts: Vec<ExplainedRule>,
}

/// Explains the answer of a rule in a language: the outcome, advice, the steps, the provision, and every part likewise.
///
/// # Examples
/// ```
/// use rastau_core::calendar::WorkingDays;
/// use rastau_core::law::rule;
/// use rastau_messages::{Lang, explain_rule};
///
/// let appeal = rule("art22.p1.appeal-window").expect("a known rule");
/// let result = appeal.judge(r#"{"as_of":"2026-03-20"}"#, &WorkingDays::built_in())?;
/// let explained = explain_rule(&result, Lang::En);
/// assert_eq!(explained.source, "Law No. 14-VIII, art. 22, para. 1");
/// assert!(explained.text.contains("the day of being informed of the result"));
/// # Ok::<(), rastau_core::error::FactsError>(())
/// ```
#[must_use]
pub fn explain_rule(result: &RuleResult, lang: Lang) -> ExplainedRule {
    let RuleResult { rule, ruling } = result;
    let texts = texts_of(rule.id);
    let status = ruling.outcome.unwrap_or_default();
    let outcome = texts.and_then(|texts| texts.outcomes().find(|(known, _, _)| *known == status));
    let (text, advice) = match (&ruling.answer, outcome) {
        (RuleAnswer::NotApplicable, _) if ruling.before_the_law => {
            (lang.words().not_applicable.to_string(), String::new())
        }
        (RuleAnswer::Undetermined(missing), _) => undetermined(rule, missing, &ruling.value, lang),
        (RuleAnswer::Contestable(list), outcome) => contestable(rule, list, outcome, &ruling.value, lang),
        (_, Some((_, outcome, advice))) => {
            let value = named_values(rule, &ruling.value, lang);
            let fill = |texts| alternative(in_lang(texts, lang), &value, lang);
            (fill(outcome), fill(advice))
        }
        (_, None) => (status.to_string(), String::new()),
    };
    ExplainedRule {
        title: texts.map_or(rule.id, |texts| in_lang(texts.title(), lang)).to_string(),
        text,
        advice: Some(advice).filter(|advice| !advice.is_empty()),
        trace: ruling.trace.iter().map(|step| one_step(step, lang)).collect(),
        source: source(rule.citation, lang),
        parts: ruling.parts.iter().map(|part| explain_rule(part, lang)).collect(),
    }
}

/// The text and the advice of an undetermined answer.
fn undetermined(rule: &Rule, missing: &[MissingForRule], value: &Facts, lang: Lang) -> (String, String) {
    let next = next_steps(rule, value, lang);
    let only = |reason| !missing.is_empty() && missing.iter().all(|one| *one == reason);
    let [other_law, human_decision] = facts::DECIDED_ELSEWHERE;
    // What another law or a person decides is an answer: nothing is missing that could become known.
    if only(MissingForRule::OtherLaw) {
        let named = value.text("other_law").is_some_and(|law| !law.is_empty());
        let value = if named { value.clone() } else { Facts::new() };
        let advice = if next.is_empty() { in_lang(other_law, lang).to_string() } else { next };
        return (alternative(in_lang(facts::OTHER_LAW, lang), &value, lang), advice);
    }
    if only(MissingForRule::HumanDecision) {
        let advice = if next.is_empty() { in_lang(human_decision, lang).to_string() } else { next };
        return (in_lang(facts::HUMAN_DECISION, lang).to_string(), advice);
    }
    let names: Vec<String> = missing.iter().map(|one| missing_name(*one, lang).to_string()).collect();
    let mut text = in_lang(facts::MISSING, lang).replace("{missing}", &joined(&names));
    if value.date("last_day").is_some() {
        text.push(' ');
        text.push_str(&alternative(in_lang(facts::LAST_DAY, lang), value, lang));
    }
    let is_fact = |one: &&MissingForRule| matches!(one, MissingForRule::Fact(_));
    let to_state: Vec<String> =
        missing.iter().filter(is_fact).map(|one| missing_name(*one, lang).to_string()).collect();
    let advice = if to_state.is_empty() {
        in_lang(facts::MISSING_ADVICE, lang).to_string()
    } else {
        in_lang(facts::FILL_IN, lang).replace("{missing}", &joined(&to_state))
    };
    (text, sentences(&advice, &next))
}

/// The text and the advice of a contestable answer. A question has a sentence of its own for some, a rule has none.
fn contestable(
    rule: &Rule,
    list: &[Reading],
    outcome: Option<(&str, Translations, Translations)>,
    value: &Facts,
    lang: Lang,
) -> (String, String) {
    let name = |key| readings::NAMES.text(key, lang).unwrap_or(key);
    let list: Vec<String> =
        list.iter().map(|reading| reading_text(name(reading.reading), reading, lang)).collect();
    let differ = lang.words().contestable.replace("{readings}", &list.join("; "));
    let own = outcome.filter(|_| is_question(rule)).map(|(_, text, _)| in_lang(text, lang));
    let text = own.map_or_else(|| differ.clone(), |own| sentences(&alternative(own, value, lang), &differ));
    // With days left, the act can still be done by one reading: no other day is better than today.
    let open = value.get("days_left").is_some() && value.date("last_day").is_some();
    let advice = if open {
        alternative(in_lang(readings::STILL_OPEN, lang), value, lang)
    } else {
        in_lang(readings::ADVICE, lang).to_string()
    };
    // A question about a day that is past or fixed has steps that fit better than another day.
    let next = next_steps(rule, value, lang);
    let advice = if open || next.is_empty() { sentences(&advice, &next) } else { next };
    (text, advice)
}

/// Whether a rule is a composite question, which names the next steps.
fn is_question(rule: &Rule) -> bool {
    rule.values().any(|(name, _)| name == "next")
}

/// The next steps of a question as a sentence; empty without any.
fn next_steps(rule: &Rule, value: &Facts, lang: Lang) -> String {
    alternative(in_lang(facts::NEXT, lang), &named_values(rule, value, lang), lang)
}

/// Two texts, one after the other; either may be empty.
fn sentences(one: &str, other: &str) -> String {
    match (one.is_empty(), other.is_empty()) {
        (_, true) => one.to_string(),
        (true, false) => other.to_string(),
        (false, false) => format!("{one} {other}"),
    }
}

/// Returns the title of a rule, a question, and the provision that the rule implements.
///
/// # Examples
/// ```
/// use rastau_core::law::rule;
/// use rastau_messages::{Lang, rule_title};
///
/// let (title, source) = rule_title(rule("ask.can-i-apply").expect("a known question"), Lang::En);
/// assert_eq!((title, source.as_str()), ("May I apply", "Law No. 14-VIII, art. 15"));
/// ```
#[must_use]
pub fn rule_title(rule: &Rule, lang: Lang) -> (&'static str, String) {
    (texts_of(rule.id).map_or("", |texts| in_lang(texts.title(), lang)), source(rule.citation, lang))
}

/// Returns the names of facts in a language, for a form that asks for them, and of the other reasons for an undetermined
/// answer. A fact within another has its own name, without a path.
///
/// # Examples
/// ```
/// use rastau_messages::{Lang, fact_labels};
///
/// let label = fact_labels(Lang::En).find(|(name, _)| *name == "as_of").map(|(_, label)| label);
/// assert_eq!(label, Some("the day asked about"));
/// ```
pub fn fact_labels(lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
    let facts = facts::NAMES.iter().chain(forms::FACTS.iter());
    let reasons =
        MissingForRule::REASONS.into_iter().filter_map(|one| Some((one.name(), facts::reason(one)?)));
    facts.chain(reasons).map(move |(name, texts)| (name, in_lang(texts, lang)))
}

/// Returns the texts for the stable names in facts and answers, by name.
///
/// # Examples
/// ```
/// use rastau_messages::{Lang, name_labels};
///
/// let label = name_labels(Lang::Ru).find(|(name, _)| *name == "judge").map(|(_, label)| label);
/// assert_eq!(label, Some("судья"));
/// ```
pub fn name_labels(lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
    names::NAMES.iter().chain(forms::NAMES.iter()).map(move |(name, texts)| (name, in_lang(texts, lang)))
}

/// The name of what is missing. A fact whose whole path has no name is named by its last part.
fn missing_name(missing: MissingForRule, lang: Lang) -> &'static str {
    if let Some(texts) = facts::reason(missing) {
        return in_lang(texts, lang);
    }
    let path = missing.name();
    let own = path.rsplit('.').next().unwrap_or(path);
    facts::NAMES.text(path, lang).or_else(|| facts::NAMES.text(own, lang)).unwrap_or(path)
}

/// The values, with stable names replaced by their texts and rule ids by titles. Values from the facts are unchanged.
fn named_values(rule: &Rule, value: &Facts, lang: Lang) -> Facts {
    let mut out = Facts::new();
    for (name, fact) in value.iter() {
        let output = rule.values().find(|(known, _)| *known == name).map(|(_, output)| output);
        let stable = matches!(output, Some(Output::OneOf(_) | Output::SomeOf(_)));
        let named = |text: &str| -> String {
            let title = || texts_of(text).map(|texts| in_lang(texts.title(), lang));
            let known = if stable { names::NAMES.text(text, lang) } else { None };
            known.or_else(title).unwrap_or(text).to_string()
        };
        out = match fact {
            Fact::Text(text) if stable => out.with(name, named(text)),
            Fact::List(list) => out.with(name, list.iter().map(|text| named(text)).collect::<Vec<_>>()),
            other => out.with(name, other.clone()),
        };
    }
    out
}

fn one_step(step: &Step, lang: Lang) -> String {
    match steps::STEPS.text(step.why, lang) {
        Some(text) => alternative(text, &step.facts, lang),
        None => step.why.to_string(),
    }
}
