//! The text of one finding: what was checked, its outcome, what to do, and its source.
#![deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rastau_core::verdict::{
    CheckAnswer, CheckId, Citation, Fact, Facts, Finding, MissingForCheck, Reading, Standard,
};

use crate::dates::{date, date_and_hour};
use crate::errors::label;
use crate::lang::Lang;
use crate::texts::checks::MissingText;

/// The text of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// What was checked.
    pub title: String,
    /// The outcome.
    pub text: String,
    /// What to do, if the check is not satisfied.
    pub advice: Option<String>,
    /// The provision or document that the check rests on.
    pub source: String,
}

/// Explains a finding.
///
/// ```
/// use rastau_core::verdict::Facts;
/// use rastau_core::{CheckAnswer, CheckId, Finding};
/// use rastau_messages::{Lang, explain};
///
/// let facts = Facts::new().with("stated", "5").with("register", "4");
/// let finding = Finding { check: CheckId::RegisterLevel, answer: CheckAnswer::Violated, facts };
/// let explained = explain(&finding, Lang::En);
/// assert_eq!(explained.title, "Level");
/// assert_eq!(explained.text, "The level does not match: 5 on paper, 4 in the register.");
/// assert!(explained.advice.is_some());
/// ```
#[must_use]
pub fn explain(finding: &Finding, lang: Lang) -> Explained {
    let words = lang.words();
    let check = (words.check)(finding.check);
    let facts = &finding.facts;
    let (text, advice) = match &finding.answer {
        CheckAnswer::Satisfied => (first_complete(check.satisfied, &without_empty(facts), lang), None),
        CheckAnswer::Violated => {
            let reason = facts.reason().and_then(words.reason);
            let text = reason.as_ref().and_then(|reason| fill(reason.text, facts, lang));
            let facts = facts.clone().with_some("differs", check.differs);
            let text = text.unwrap_or_else(|| first_complete(check.violated, &facts, lang));
            let advice = reason.and_then(|reason| reason.advice).unwrap_or(check.advice);
            (text, Some(advice.to_string()))
        }
        CheckAnswer::Undetermined(missing) => {
            let (text, advice) = lacking(missing, facts, lang);
            (text, Some(advice))
        }
        CheckAnswer::Contestable(readings) => {
            let name = |reading: &Reading| words.name(reading.reading).unwrap_or(reading.reading);
            let list: Vec<String> =
                readings.iter().map(|reading| reading_text(name(reading), reading, lang)).collect();
            let text = words.contestable.replace("{readings}", &list.join("; "));
            (text, Some(words.contestable_advice.to_string()))
        }
        CheckAnswer::NotApplicable(Some(because)) => (title_in(words.because, *because, lang), None),
        CheckAnswer::NotApplicable(None) => (words.not_applicable.to_string(), None),
    };
    Explained { title: check.title.to_string(), text, advice, source: source(finding.check.citation(), lang) }
}

/// Everything that an undetermined check lacks, and what to do: a sentence or more for each, none of them twice.
fn lacking(missing: &[MissingForCheck], facts: &Facts, lang: Lang) -> (String, String) {
    let words = lang.words();
    // An undetermined answer without a reason does not occur; if it did, no check explains it.
    let missing = if missing.is_empty() { &[MissingForCheck::CheckNotMade] } else { missing };
    let texts = missing.iter().map(|missing| {
        let MissingText(text, advice) = (words.missing)(*missing);
        let title = missing.check().map(|other| (words.check)(other).title);
        let facts = facts.clone().with_some("check", title);
        (first_complete(text, &facts, lang), first_complete(advice, &facts, lang))
    });
    let (texts, advice): (Vec<String>, Vec<String>) = texts.unzip();
    (distinct(texts).join(" "), distinct(advice).join(" "))
}

/// The sentences in their order, each once.
fn distinct(sentences: Vec<String>) -> Vec<String> {
    sentences.into_iter().fold(Vec::new(), |mut distinct, sentence| {
        if !distinct.contains(&sentence) {
            distinct.push(sentence);
        }
        distinct
    })
}

/// The facts that say something. That an attribute is the same needs no value where it is in neither.
fn without_empty(facts: &Facts) -> Facts {
    let is_empty = |fact: &Fact| {
        matches!(fact, Fact::List(list) | Fact::Words(list) if list.is_empty())
            || matches!(fact, Fact::Text(text) if text.is_empty())
    };
    let empty: Vec<&str> = facts.iter().filter(|(_, fact)| is_empty(fact)).map(|(name, _)| name).collect();
    empty.into_iter().fold(facts.clone(), |facts, name| facts.without(name))
}

fn title_in(template: &str, check: CheckId, lang: Lang) -> String {
    template.replace("{check}", (lang.words().check)(check).title)
}

/// The text of a reading of the Law: its name, the last day under it, and the answer.
pub(crate) fn reading_text(name: &str, reading: &Reading, lang: Lang) -> String {
    let [satisfied, violated] = lang.words().readings;
    let until = reading.facts.date("last_day").or_else(|| reading.facts.date("valid_until"));
    let until = until.map(|day| format!(" ({})", date(day, lang))).unwrap_or_default();
    format!("{name}{until}: {}", if reading.satisfied { satisfied } else { violated })
}

/// The first sentence whose facts all exist, of sentences separated by `|`, as in the texts of a rule.
pub(crate) fn alternative(sentences: &str, facts: &Facts, lang: Lang) -> String {
    let sentences: Vec<&str> = sentences.split('|').collect();
    first_complete(&sentences, facts, lang)
}

/// The first sentence whose facts all exist, with the facts filled in.
fn first_complete(sentences: &[&str], facts: &Facts, lang: Lang) -> String {
    let filled = sentences.iter().find_map(|sentence| fill(sentence, facts, lang));
    filled.unwrap_or_else(|| sentences.last().map(|sentence| strip(sentence)).unwrap_or_default())
}

/// Replaces each `{name}` by the fact of that name; `None` if one does not exist.
fn fill(sentence: &str, facts: &Facts, lang: Lang) -> Option<String> {
    let mut out = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}')?;
        out.push_str(before);
        out.push_str(&fact_text(facts.get(name)?, lang)?);
        // A Russian date ends in a full stop ("2026 г."), which also ends the sentence.
        rest = if out.ends_with('.') { after.strip_prefix('.').unwrap_or(after) } else { after };
    }
    out.push_str(rest);
    Some(out)
}

/// A sentence with `…` in place of its facts, if no alternative could be filled.
fn strip(sentence: &str) -> String {
    let mut out = String::new();
    let mut depth = false;
    for character in sentence.chars() {
        match character {
            '{' => depth = true,
            '}' => {
                depth = false;
                out.push('…');
            }
            other if !depth => out.push(other),
            _ => {}
        }
    }
    out
}

/// The text of a fact in a sentence; `None` for a reason, and for a name that the register has in no language.
fn fact_text(fact: &Fact, lang: Lang) -> Option<String> {
    Some(match fact {
        Fact::Date(day) => date(*day, lang),
        // A clock may be behind on the same day.
        Fact::Clock(time) => date_and_hour(*time, lang),
        Fact::Time(time) => date(time.date(), lang),
        Fact::Number(number) => number.to_string(),
        Fact::Flag(flag) => word(if *flag { "yes" } else { "no" }, lang),
        // A reason chooses the sentence; it is not a part of one.
        Fact::Reason(_) => return None,
        Fact::Text(text) if text.is_empty() => "—".to_string(),
        // Codes and numbers are unchanged, whatever they look like.
        Fact::Text(text) => text.clone(),
        Fact::Word(text) => word(text, lang),
        Fact::List(list) | Fact::Words(list) if list.is_empty() => "—".to_string(),
        Fact::List(list) => joined(list),
        Fact::Words(list) => joined(&list.iter().map(|text| word(text, lang)).collect::<Vec<_>>()),
        Fact::Fields(fields) => {
            joined(&fields.iter().map(|field| label(*field, lang).to_string()).collect::<Vec<_>>())
        }
        Fact::Name(words) => return named(words, lang).map(ToString::to_string),
    })
}

/// The items of a list, separated by commas; by semicolons if an item has a comma itself.
pub(crate) fn joined(items: &[String]) -> String {
    items.join(if items.iter().any(|item| item.contains(',')) { "; " } else { ", " })
}

/// The text of a stable name.
fn word(name: &str, lang: Lang) -> String {
    lang.words().name(name).unwrap_or(name).to_string()
}

/// A name from the register in the requested language, or else in another one; `None` if it has none.
pub(crate) fn named(words: &rastau_core::verdict::LocalizedName, lang: Lang) -> Option<&str> {
    let asked = match lang {
        Lang::Kk => &words.kk,
        Lang::Ru => &words.ru,
        Lang::En => &words.en,
    };
    [asked, &words.kk, &words.ru, &words.en].into_iter().map(String::as_str).find(|name| !name.is_empty())
}

pub(crate) fn source(citation: Citation, lang: Lang) -> String {
    let words = lang.words();
    match citation {
        Citation::Law { article, paragraph, part, subparagraph, .. } => {
            let mut text = words.law.replace("{article}", &article.to_string());
            for (template, number) in
                [(words.paragraph, paragraph), (words.part, part), (words.subparagraph, subparagraph)]
            {
                if let Some(number) = number {
                    text.push_str(&template.replace("{n}", &number.to_string()));
                }
            }
            text
        }
        Citation::Standard { standard: Standard::Rfc { number, section } } => {
            words.section.replace("{document}", &format!("RFC {number}")).replace("{n}", section)
        }
        // The chapter of a document of this project is for engineers, who have it in the JSON.
        Citation::Standard { standard: Standard::Format(_) } => words.own_format.to_string(),
    }
}
