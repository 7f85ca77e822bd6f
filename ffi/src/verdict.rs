//! A verdict with its texts. Each text is made on its first request and lives as long as the verdict.

use std::sync::OnceLock;

use rastau_core::error::ErrorCode;
use rastau_core::verdict::{self, Finding};
use rastau_messages::{Explained, Lang, contacts, explain, headline, next_steps, notes, post_text, summary};

use crate::memory::Text;
use crate::status::Failure;
use crate::types::{
    RASTAU_PART_ADVICE, RASTAU_PART_ID, RASTAU_PART_SOURCE, RASTAU_PART_TEXT, RASTAU_PART_TITLE,
};

/// The result of a verification. Any number of threads may read it. Free it with `rastau_verdict_free`.
#[derive(Debug)]
pub struct Verdict {
    verdict: verdict::Verdict,
    json: OnceLock<Text>,
    evaluated_on: OnceLock<Text>,
    texts: [OnceLock<Texts>; Lang::COUNT],
}

/// The texts of a verdict in one language.
#[derive(Debug)]
struct Texts {
    headline: Text,
    summary: Text,
    notes: Text,
    next: Text,
    post: Text,
    findings: Vec<FindingTexts>,
}

#[derive(Debug)]
struct FindingTexts {
    id: Text,
    title: Text,
    text: Text,
    advice: Text,
    source: Text,
}

impl Verdict {
    pub(crate) fn new(verdict: verdict::Verdict) -> Self {
        let (json, evaluated_on) = (OnceLock::new(), OnceLock::new());
        Self { verdict, json, evaluated_on, texts: Default::default() }
    }

    /// The verdict of the core.
    pub(crate) fn core(&self) -> &verdict::Verdict {
        &self.verdict
    }

    pub(crate) fn json(&self) -> &Text {
        self.json.get_or_init(|| Text::new(self.verdict.to_json()))
    }

    pub(crate) fn evaluated_on(&self) -> &Text {
        self.evaluated_on.get_or_init(|| Text::new(self.verdict.evaluated_on.to_string()))
    }

    pub(crate) fn headline(&self, lang: Lang) -> &Text {
        &self.texts(lang).headline
    }

    pub(crate) fn summary(&self, lang: Lang) -> &Text {
        &self.texts(lang).summary
    }

    pub(crate) fn notes(&self, lang: Lang) -> &Text {
        &self.texts(lang).notes
    }

    pub(crate) fn next(&self, lang: Lang) -> &Text {
        &self.texts(lang).next
    }

    pub(crate) fn post(&self, lang: Lang) -> &Text {
        &self.texts(lang).post
    }

    pub(crate) fn finding(&self, index: usize) -> Result<&Finding, Failure> {
        self.verdict.findings().get(index).ok_or(Failure::Call(ErrorCode::BadIndex))
    }

    pub(crate) fn finding_text(&self, index: usize, part: i32, lang: Lang) -> Result<&Text, Failure> {
        let bad_index = Failure::Call(ErrorCode::BadIndex);
        let finding = self.texts(lang).findings.get(index).ok_or(bad_index)?;
        match part {
            RASTAU_PART_ID => Ok(&finding.id),
            RASTAU_PART_TITLE => Ok(&finding.title),
            RASTAU_PART_TEXT => Ok(&finding.text),
            RASTAU_PART_ADVICE => Ok(&finding.advice),
            RASTAU_PART_SOURCE => Ok(&finding.source),
            _ => Err(Failure::Call(ErrorCode::BadNumber)),
        }
    }

    fn texts(&self, lang: Lang) -> &Texts {
        lang.pick(self.texts.each_ref()).get_or_init(|| Texts::new(&self.verdict, lang))
    }
}

impl Texts {
    fn new(verdict: &verdict::Verdict, lang: Lang) -> Self {
        let rows = summary(verdict, lang).into_iter().map(|(label, value)| match label {
            "" => format!("{value}\n"),
            label => format!("{label}: {value}\n"),
        });
        let steps = next_steps(verdict, lang).into_iter().map(|step| format!("{step}\n"));
        let contacts =
            contacts(verdict, lang).into_iter().map(|(label, value)| format!("{label}: {value}\n"));
        Self {
            headline: Text::new(headline(verdict, lang)),
            summary: Text::new(rows.collect()),
            notes: Text::new(notes(verdict, lang).iter().map(|note| format!("{note}\n")).collect()),
            post: Text::new(verdict.post.map(|post| post_text(post, lang)).unwrap_or_default()),
            next: Text::new(steps.chain(contacts).collect()),
            findings: verdict.findings().iter().map(|finding| FindingTexts::new(finding, lang)).collect(),
        }
    }
}

impl FindingTexts {
    fn new(finding: &Finding, lang: Lang) -> Self {
        let Explained { title, text, advice, source } = explain(finding, lang);
        Self {
            id: Text::new(finding.check.id().into()),
            title: Text::new(title),
            text: Text::new(text),
            advice: Text::new(advice.unwrap_or_default()),
            source: Text::new(source),
        }
    }
}
