//! The texts of a verdict, for a binding that shows it.

use alloc::string::String;
use alloc::vec::Vec;

use rastau_core::snapshot::Anchor;
use rastau_core::snapshot::status::Ground;
use rastau_core::verdict::{
    Body, BodyContact, CheckId, LinkTarget, NextStep, PostComparison, Repair, Verdict,
};
use serde::Serialize;

use crate::dates::date;
use crate::explain::{Explained, explain};
use crate::lang::Lang;
use crate::summary::{freshness, headline, outcome, summary, waits};

/// The texts of a verdict. Field order is the JSON's field order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExplainedVerdict {
    /// The language.
    pub lang: Lang,
    /// The outcome in one or two words.
    pub outcome: &'static str,
    /// The answer in one or two sentences.
    pub headline: String,
    /// The grade of freshness in one or two words.
    pub freshness: &'static str,
    /// The details of the document as far as they are known: label and value, in the order in which to show them. A row
    /// without a label continues the previous one.
    pub document: Vec<(&'static str, String)>,
    /// What to know beside the answer, one sentence each: that nothing vouches for the register's trust root, that it needs a
    /// newer program, that the web address with the document leads to another site, and what was repaired in the input. Mostly empty. Show it beside the answer.
    pub notes: Vec<&'static str>,
    /// What the person who asked does next, in the order of the verdict's steps. Show it beside the answer, not in a detail: a valid
    /// document says nothing about the person who shows it.
    pub next: Vec<String>,
    /// How the document relates to the post that was stated; absent without one. It never changes the answer, so never show it in the
    /// colour of *valid*.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
    /// Whom to ask, in the order of the verdict's contacts: label and how to reach them, as the register states it.
    pub contacts: Vec<(&'static str, String)>,
    /// Every finding, in the verdict's order.
    pub findings: Vec<ExplainedFinding>,
}

/// The texts of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExplainedFinding {
    /// What was checked.
    pub title: String,
    /// The outcome.
    pub text: String,
    /// What to do, if the check is not satisfied.
    pub advice: Option<String>,
    /// The provision or document that the check rests on.
    pub source: String,
    /// Whether the check could not be made only because another one could not.
    pub waits: bool,
}

/// Returns what to know beside the answer, whatever it is: about the register itself, that the web address with the document leads
/// to another site, and what was repaired in the input; mostly nothing.
///
/// ```
/// # use rastau_core::{BundleFile, OpenOptions, Presented, Question, Timestamp, verify};
/// # let bundle = BundleFile::open(std::fs::read("../tests/corpus/bundles/base.rastau")?)?;
/// # let text = std::fs::read_to_string("../tests/corpus/cases/valid/input.txt")?;
/// # let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
/// use rastau_messages::{Lang, notes};
///
/// // Without a pinned root, whoever made the bundle decides what is valid.
/// let snapshot = bundle.into_snapshot(&OpenOptions::on_first_use(now))?;
/// let verdict = verify(&snapshot, &Presented::read(&text)?, &Question::new(now));
/// assert!(notes(&verdict, Lang::En)[0].starts_with("The trust root came from the bundle itself"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn notes(verdict: &Verdict, lang: Lang) -> Vec<&'static str> {
    let words = lang.words();
    let first_use = (verdict.anchor == Anchor::FirstUse).then_some(words.first_use);
    let newer_program = verdict.needs_newer_program.then_some(words.needs_newer_program);
    let repair = |at: &Repair| {
        Repair::ALL.iter().zip(words.repairs).find(|(known, _)| *known == at).map(|(_, text)| text)
    };
    let [another_site, unstated] = words.links;
    let link = match verdict.link {
        Some(LinkTarget::AnotherSite) => Some(another_site),
        Some(LinkTarget::Unstated) => Some(unstated),
        Some(LinkTarget::Register) | None => None,
    };
    let repairs = verdict.repairs.iter().filter_map(repair);
    first_use.into_iter().chain(newer_program).chain(link).chain(repairs).collect()
}

/// Returns what the person who asked does next, one text for each step, the first step first.
///
/// ```
/// # use rastau_core::{BundleFile, OpenOptions, Presented, Question, Timestamp, verify};
/// # let bundle = BundleFile::open(std::fs::read("../tests/corpus/bundles/base.rastau")?)?;
/// # let text = std::fs::read_to_string("../tests/corpus/cases/valid/input.txt")?;
/// # let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
/// # let snapshot = bundle.into_snapshot(&OpenOptions::on_first_use(now))?;
/// use rastau_messages::{Lang, next_steps};
///
/// let verdict = verify(&snapshot, &Presented::read(&text)?, &Question::new(now));
/// assert!(next_steps(&verdict, Lang::En)[0].starts_with("Compare the name and the identity number"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn next_steps(verdict: &Verdict, lang: Lang) -> Vec<String> {
    let words = lang.words();
    let cancellation = verdict.findings().iter().find(|finding| finding.check == CheckId::Cancellation);
    let cancelled_on = cancellation.and_then(|finding| finding.facts.date("cancelled_on"));
    let ground = cancellation.and_then(|finding| finding.facts.text("ground")).and_then(Ground::from_name);
    let text = |step: &NextStep| match (step, ground, cancelled_on) {
        (NextStep::Cancelled, Some(ground), Some(day)) => {
            (words.cancelled)(ground).replace("{day}", &date(day, lang))
        }
        _ => (words.next)(*step).replace("{day}", &date(verdict.evaluated_on, lang)),
    };
    verdict.next.iter().map(text).collect()
}

/// Returns how a document relates to a post, and what that does not say.
///
/// ```
/// use rastau_core::verdict::{PostComparison, PostMatch};
/// use rastau_messages::{Lang, post_text};
///
/// let text = post_text(PostComparison { profession: PostMatch::Same, level: None }, Lang::En);
/// assert!(text.starts_with("The document is for the profession of the post."));
/// ```
#[must_use]
pub fn post_text(post: PostComparison, lang: Lang) -> String {
    let words = lang.words();
    let level = post.level.map(|level| (words.post_level)(level));
    let texts = [Some((words.post)(post.profession)), level, Some(words.post_limit)];
    texts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Returns whom a person can ask about a document that is not valid: label and how to reach them. Empty where the register
/// states nothing, and for a valid document.
///
/// ```
/// # use rastau_core::{BundleFile, OpenOptions, Presented, Question, Timestamp, verify};
/// # let bundle = BundleFile::open(std::fs::read("../tests/corpus/bundles/base.rastau")?)?;
/// # let text = std::fs::read_to_string("../tests/corpus/cases/altered-level/input.txt")?;
/// # let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
/// # let snapshot = bundle.into_snapshot(&OpenOptions::on_first_use(now))?;
/// use rastau_messages::{Lang, contacts};
///
/// let verdict = verify(&snapshot, &Presented::read(&text)?, &Question::new(now));
/// assert_eq!(contacts(&verdict, Lang::En)[0].0, "Ask the keeper of the register");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn contacts(verdict: &Verdict, lang: Lang) -> Vec<(&'static str, String)> {
    let [register, chamber, centre] = lang.words().contacts;
    let contact = |contact: &BodyContact| {
        let label = match contact.of {
            Body::Register => register,
            Body::Chamber => chamber,
            Body::Centre => centre,
        };
        let parts = [&contact.page, &contact.telephone, &contact.email];
        let stated: Vec<&str> =
            parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        (label, stated.join(", "))
    };
    verdict.contacts.iter().map(contact).collect()
}

/// Returns the texts of a verdict in a language.
///
/// ```
/// use rastau_core::{BundleFile, Presented, Question, OpenOptions, Timestamp, verify};
/// use rastau_messages::{Lang, explain_verdict};
///
/// # let corpus = "../tests/corpus";
/// # let bundle = std::fs::read(format!("{corpus}/bundles/base.rastau"))?;
/// # let trust_root = std::fs::read(format!("{corpus}/bundles/base/roots/1.cose"))?;
/// # let text = std::fs::read_to_string(format!("{corpus}/cases/valid/input.txt"))?;
/// # let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
/// # let bundle = BundleFile::open(bundle)?;
/// # let snapshot = bundle.into_snapshot(&OpenOptions::pinned(&trust_root, now))?;
/// let verdict = verify(&snapshot, &Presented::read(&text)?, &Question::new(now));
/// let texts = explain_verdict(&verdict, Lang::En);
/// assert_eq!(texts.headline, "Valid on 23 November 2026");
/// assert_eq!(texts.findings.len(), verdict.findings().len());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn explain_verdict(verdict: &Verdict, lang: Lang) -> ExplainedVerdict {
    let finding = |finding| {
        let Explained { title, text, advice, source } = explain(finding, lang);
        ExplainedFinding { title, text, advice, source, waits: waits(finding) }
    };
    ExplainedVerdict {
        lang,
        outcome: outcome(verdict.outcome(), lang),
        headline: headline(verdict, lang),
        freshness: freshness(verdict.freshness, lang),
        document: summary(verdict, lang),
        notes: notes(verdict, lang),
        next: next_steps(verdict, lang),
        post: verdict.post.map(|post| post_text(post, lang)),
        contacts: contacts(verdict, lang),
        findings: verdict.findings().iter().map(finding).collect(),
    }
}
