//! A verdict with its words, each made when it is first asked for and kept as long as the verdict.

use std::sync::OnceLock;

use rastau_core::verdict::{Finding, Verdict as Answered};
use rastau_messages::{Lang, explain, headline, summary};

use crate::memory::Text;
use rastau_core::error::ErrorCode;

use crate::status::Failure;
use crate::types::{
    RASTAU_PART_ADVICE, RASTAU_PART_ID, RASTAU_PART_SOURCE, RASTAU_PART_TEXT, RASTAU_PART_TITLE,
};

/// What came out of a verification. May be read by several threads. Free it with `rastau_verdict_free`.
#[derive(Debug)]
pub struct Verdict {
    answered: Answered,
    json: OnceLock<Text>,
    evaluated_on: OnceLock<Text>,
    spoken: [OnceLock<Spoken>; 3],
}

/// Everything in one language.
#[derive(Debug)]
struct Spoken {
    headline: Text,
    summary: Text,
    findings: Vec<SpokenFinding>,
}

#[derive(Debug)]
struct SpokenFinding {
    id: Text,
    title: Text,
    text: Text,
    advice: Text,
    source: Text,
}

impl Verdict {
    pub(crate) fn new(answered: Answered) -> Self {
        let (json, evaluated_on) = (OnceLock::new(), OnceLock::new());
        Self { answered, json, evaluated_on, spoken: Default::default() }
    }

    pub(crate) fn answered(&self) -> &Answered {
        &self.answered
    }

    pub(crate) fn json(&self) -> &Text {
        self.json.get_or_init(|| Text::new(self.answered.to_json()))
    }

    pub(crate) fn evaluated_on(&self) -> &Text {
        self.evaluated_on.get_or_init(|| Text::new(self.answered.evaluated_on.to_string()))
    }

    pub(crate) fn headline(&self, lang: Lang) -> &Text {
        &self.spoken(lang).headline
    }

    pub(crate) fn summary(&self, lang: Lang) -> &Text {
        &self.spoken(lang).summary
    }

    pub(crate) fn finding(&self, index: usize) -> Result<&Finding, Failure> {
        self.answered.findings().get(index).ok_or(Failure::Own(ErrorCode::BadIndex))
    }

    pub(crate) fn finding_text(&self, index: usize, part: i32, lang: Lang) -> Result<&Text, Failure> {
        let bad_index = Failure::Own(ErrorCode::BadIndex);
        let finding = self.spoken(lang).findings.get(index).ok_or(bad_index)?;
        match part {
            RASTAU_PART_ID => Ok(&finding.id),
            RASTAU_PART_TITLE => Ok(&finding.title),
            RASTAU_PART_TEXT => Ok(&finding.text),
            RASTAU_PART_ADVICE => Ok(&finding.advice),
            RASTAU_PART_SOURCE => Ok(&finding.source),
            _ => Err(Failure::Own(ErrorCode::BadNumber)),
        }
    }

    fn spoken(&self, lang: Lang) -> &Spoken {
        let [kk, ru, en] = &self.spoken;
        let slot = match lang {
            Lang::Kk => kk,
            Lang::Ru => ru,
            Lang::En => en,
        };
        slot.get_or_init(|| speak(&self.answered, lang))
    }
}

fn speak(answered: &Answered, lang: Lang) -> Spoken {
    let rows = summary(answered, lang).into_iter().map(|(label, value)| match label {
        "" => format!("{value}\n"),
        label => format!("{label}: {value}\n"),
    });
    Spoken {
        headline: Text::new(headline(answered, lang)),
        summary: Text::new(rows.collect()),
        findings: answered.findings().iter().map(|finding| speak_of(finding, lang)).collect(),
    }
}

fn speak_of(finding: &Finding, lang: Lang) -> SpokenFinding {
    let words = explain(finding, lang);
    SpokenFinding {
        id: Text::new(finding.check.id().into()),
        title: Text::new(words.title),
        text: Text::new(words.text),
        advice: Text::new(words.advice.unwrap_or_default()),
        source: Text::new(words.source),
    }
}
