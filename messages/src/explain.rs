//! One finding in words: what was checked, what came out, what to do, and on what it rests.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rastau_core::verdict::{Answer, CheckId, Citation, Fact, Facts, Finding, Reading};

use crate::lang::{Lang, date};

/// A finding in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// What was checked.
    pub title: String,
    /// What came out.
    pub text: String,
    /// What to do, where it is not satisfied.
    pub advice: Option<String>,
    /// What the check rests on.
    pub source: String,
}

/// Explains a finding.
#[must_use]
pub fn explain(finding: &Finding, lang: Lang) -> Explained {
    let words = lang.words();
    let check = (words.check)(finding.check);
    let facts = &finding.facts;
    let (text, advice) = match &finding.answer {
        Answer::Satisfied => (first_whole(check.satisfied, facts, lang), None),
        Answer::Violated => (first_whole(check.violated, facts, lang), Some(check.advice.to_string())),
        Answer::Undetermined(missing) => {
            let missing = missing.first().copied().unwrap_or_default();
            match CheckId::ALL.into_iter().find(|other| other.id() == missing) {
                Some(other) => (title_in(words.depends, other, lang), None),
                None => {
                    let missing = (words.missing)(missing);
                    let alternatives: Vec<&str> = missing.0.split('|').collect();
                    (first_whole(&alternatives, facts, lang), Some(missing.1.to_string()))
                }
            }
        }
        Answer::Contestable(readings) => {
            let list: Vec<String> = readings.iter().map(|reading| one_reading(reading, lang)).collect();
            let text = words.contestable.replace("{readings}", &list.join("; "));
            (text, Some(words.contestable_advice.to_string()))
        }
        Answer::NotApplicable(Some(because)) => (title_in(words.because, *because, lang), None),
        Answer::NotApplicable(None) => (words.not_applicable.to_string(), None),
    };
    Explained { title: check.title.to_string(), text, advice, source: source(finding.check.citation(), lang) }
}

fn title_in(template: &str, check: CheckId, lang: Lang) -> String {
    template.replace("{check}", (lang.words().check)(check).title)
}

fn one_reading(reading: &Reading, lang: Lang) -> String {
    let words = lang.words();
    let name = (words.names)(reading.reading).unwrap_or(reading.reading);
    let [good, bad] = words.readings;
    format!("{name}: {}", if reading.satisfied { good } else { bad })
}

/// The first sentence whose facts are all there, with the facts filled in. A sentence that ends in `@reason` is for
/// that reason only.
fn first_whole(sentences: &[&str], facts: &Facts, lang: Lang) -> String {
    let filled = sentences.iter().find_map(|sentence| match sentence.split_once('@') {
        Some((sentence, reason)) if facts.text("reason") == Some(reason) => fill(sentence, facts, lang),
        Some(_) => None,
        None => fill(sentence, facts, lang),
    });
    filled.unwrap_or_else(|| sentences.last().map(|sentence| strip(sentence)).unwrap_or_default())
}

/// Fills `{name}` with the fact of that name; `None` where one is not there.
fn fill(sentence: &str, facts: &Facts, lang: Lang) -> Option<String> {
    let mut out = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}')?;
        out.push_str(before);
        out.push_str(&shown(facts.get(name)?, lang));
        // A Russian date ends in a full stop of its own ("2026 г."), which serves the sentence too.
        rest = if out.ends_with('.') { after.strip_prefix('.').unwrap_or(after) } else { after };
    }
    out.push_str(rest);
    Some(out)
}

/// A sentence without its facts, for the case that none of the alternatives could be filled.
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

fn shown(fact: &Fact, lang: Lang) -> String {
    let word = |text: &String| (lang.words().names)(text).map_or_else(|| text.clone(), ToString::to_string);
    match fact {
        Fact::Date(day) => date(*day, lang),
        Fact::Time(time) => date(time.date(), lang),
        Fact::Number(number) => number.to_string(),
        Fact::Text(text) if text.is_empty() => "—".to_string(),
        Fact::Text(text) => word(text),
        Fact::List(list) if list.is_empty() => "—".to_string(),
        Fact::List(list) => list.iter().map(word).collect::<Vec<_>>().join(", "),
        Fact::Words(words) => named(words, lang).to_string(),
    }
}

/// A name from the register in the language asked.
pub(crate) fn named(words: &rastau_core::verdict::Words, lang: Lang) -> &str {
    match lang {
        Lang::Kk => &words.kk,
        Lang::Ru => &words.ru,
        Lang::En => &words.en,
    }
}

fn source(citation: Citation, lang: Lang) -> String {
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
        Citation::Standard { standard } => standard.to_string(),
    }
}
