//! A whole verdict in words, for a binding that shows it.

use alloc::string::String;
use alloc::vec::Vec;

use rastau_core::verdict::Verdict;
use serde::Serialize;

use crate::explain::{Explained, explain};
use crate::lang::Lang;
use crate::summary::{freshness, headline, outcome, summary, waits};

/// A verdict in words. Field order is the JSON's field order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExplainedVerdict {
    /// Code of the language.
    pub lang: &'static str,
    /// The outcome in one or two words.
    pub outcome: &'static str,
    /// The answer in a line or two.
    pub headline: String,
    /// The grade of freshness in one or two words.
    pub freshness: &'static str,
    /// The document as far as it is known: label and value, in the order in which to show them. A row without a label
    /// goes on from the one before.
    pub document: Vec<(&'static str, String)>,
    /// Every finding, in the verdict's order.
    pub findings: Vec<ExplainedFinding>,
}

/// A finding in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExplainedFinding {
    /// What was checked.
    pub title: String,
    /// What came out.
    pub text: String,
    /// What to do, where it is not satisfied.
    pub advice: Option<String>,
    /// What the check rests on.
    pub source: String,
    /// Whether it could not be made only because another one could not.
    pub waits: bool,
}

/// Explains a verdict.
#[must_use]
pub fn explain_verdict(verdict: &Verdict, lang: Lang) -> ExplainedVerdict {
    let finding = |finding| {
        let Explained { title, text, advice, source } = explain(finding, lang);
        ExplainedFinding { title, text, advice, source, waits: waits(finding) }
    };
    ExplainedVerdict {
        lang: lang.code(),
        outcome: outcome(verdict.outcome(), lang),
        headline: headline(verdict, lang),
        freshness: freshness(verdict.freshness, lang),
        document: summary(verdict, lang),
        findings: verdict.findings().iter().map(finding).collect(),
    }
}
