//! One finding in words: what was checked, what came out, what to do, and on what it rests.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rastau_core::verdict::{Answer, CheckId, Citation, Fact, Facts, Finding, Reading};

use crate::lang::{Lang, date, date_and_hour};

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
        Answer::Violated => {
            (first_whole(check.violated, facts, lang), Some(alternative(check.advice, facts, lang)))
        }
        Answer::Undetermined(missing) => {
            let missing = missing.first().copied().unwrap_or_default();
            match CheckId::ALL.into_iter().find(|other| other.id() == missing) {
                Some(other) => {
                    (title_in(words.depends, other, lang), Some(title_in(words.depends_advice, other, lang)))
                }
                None => {
                    let missing = (words.missing)(missing);
                    (alternative(missing.0, facts, lang), Some(alternative(missing.1, facts, lang)))
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
    let name = words.name(reading.reading).unwrap_or(reading.reading);
    let [good, bad] = words.readings;
    let until = reading.facts.date("valid_until").map(|day| format!(" ({})", date(day, lang)));
    format!("{name}{}: {}", until.unwrap_or_default(), if reading.satisfied { good } else { bad })
}

/// [`first_whole`] of sentences parted by `|`.
pub(crate) fn alternative(sentences: &str, facts: &Facts, lang: Lang) -> String {
    let sentences: Vec<&str> = sentences.split('|').collect();
    first_whole(&sentences, facts, lang)
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
        out.push_str(&shown(name, facts.get(name)?, lang)?);
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

/// A fact as it stands in a sentence; `None` for a name that the register has in no language.
fn shown(name: &str, fact: &Fact, lang: Lang) -> Option<String> {
    Some(match fact {
        Fact::Date(day) => date(*day, lang),
        // Of the clock the hour matters: it may be behind on the very same day.
        Fact::Time(time) if matches!(name, "clock" | "newest_signed" | "shown") => date_and_hour(*time, lang),
        Fact::Time(time) => date(time.date(), lang),
        Fact::Number(number) => number.to_string(),
        Fact::Flag(flag) => {
            let name = if *flag { "yes" } else { "no" };
            lang.words().name(name).unwrap_or(name).to_string()
        }
        Fact::Text(text) if text.is_empty() => "—".to_string(),
        Fact::Text(text) => word(name, text, lang),
        Fact::List(list) if list.is_empty() => "—".to_string(),
        Fact::List(list) => list.iter().map(|text| word(name, text, lang)).collect::<Vec<_>>().join(", "),
        Fact::Name(words) => return named(words, lang).map(ToString::to_string),
    })
}

/// A stable name in words; codes and numbers stay as they are, whatever they look like.
fn word(name: &str, text: &str, lang: Lang) -> String {
    let known = |text: &str| lang.words().name(text);
    let said = match name {
        "grade" | "reason" | "status" | "ground" | "script" | "missing_fields" => known(text),
        "stated" | "register" => {
            // "PS-1 (standard)": an identifier, then the kind of basis.
            let kind = text.strip_suffix(')').and_then(|text| text.rsplit_once(" ("));
            if let Some((id, kind @ ("standard" | "qualification-requirements"))) = kind {
                return format!("{id} ({})", known(kind).unwrap_or(kind));
            }
            Some(text).filter(|text| *text == "unlimited").and_then(known)
        }
        "holiday" => known(text),
        _ => None,
    };
    said.unwrap_or(text).to_string()
}

/// A name from the register in the language asked, or else in another one; `None` where it has none.
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
        // Where in our own documents it stands is for engineers, who have it in the JSON.
        Citation::Standard { standard } if standard.starts_with("docs/") => words.own_format.to_string(),
        Citation::Standard { standard } => match standard.split_once(", section ") {
            Some((document, section)) => {
                words.section.replace("{document}", document).replace("{n}", section)
            }
            None => standard.to_string(),
        },
    }
}
