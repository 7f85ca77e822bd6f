//! The texts of verdicts, rules and errors in Kazakh, Russian and English.
//!
//! Each language has the texts of the checks, of the reasons of findings, of what an undetermined check lacks, and of errors in
//! a `match` without a catch-all arm, and every other text as a field of one struct. A text that is missing in one language does
//! not compile. The English texts of errors are those of `rastau-core`.
//!
//! | text of | function |
//! |---|---|
//! | a verdict | [`explain_verdict`], [`headline`], [`summary`] |
//! | a report, and its repetition | [`explain_report`], [`explain_comparison`], or their parts |
//! | a finding | [`explain`] |
//! | a rule's answer | [`explain_rule`] |
//! | an error | [`error_text`], [`read_error`], [`facts_error`], [`page_error`], [`device_error`] |
//!
//! ```
//! use rastau_core::calendar::WorkingDays;
//! use rastau_core::law::rule;
//! use rastau_messages::{Lang, explain_rule};
//!
//! let facts = r#"{"informed_on":"2026-03-19","as_of":"2026-03-20"}"#;
//! let answer = rule("art22.p1.appeal-window").unwrap().judge(facts, &WorkingDays::built_in())?;
//! assert!(explain_rule(&answer, Lang::En).text.contains("31 March 2026"));
//! # Ok::<(), rastau_core::error::FactsError>(())
//! ```
//!
//! `messages/examples` contains complete programs.
//!
//! # Crate features
//!
//! | feature | default | effect |
//! |---|---|---|
//! | `schema` | no | derives the JSON Schema of [`ExplainedVerdict`] and [`ExplainedRule`] |
#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]
#![deny(clippy::allow_attributes_without_reason)]
#![cfg_attr(
    not(test),
    deny(
        clippy::indexing_slicing,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::arithmetic_side_effects
    )
)]

extern crate alloc;

mod dates;
mod errors;
mod explain;
mod lang;
mod report;
mod rules;
mod summary;
mod texts;
mod verdict;

pub use dates::date;
pub use errors::{device_error, error_text, identity, label, page_error, presented_error, read_error};
pub use explain::{Explained, explain};
pub use lang::{Lang, Plural, form, plural};
pub use report::{
    EvidenceHeadings, ExplainedComparison, ExplainedReport, cause_text, difference_texts, evidence_headings,
    evidence_rows, explain_comparison, explain_report, meaning_text, repeat_headline, stamp_rows,
};
pub use rules::{ExplainedRule, explain_rule, fact_labels, facts_error, name_labels, rule_title};
pub use summary::{
    article_28, checks_satisfied, checks_waiting, columns_not_read, count_checks, count_days,
    count_documents, decisive, freshness, headline, list_counts, outcome, profession_or_post,
    repeated_document, report_words, rows_repeated, summary, waits,
};
pub use texts::words::ReportWords;
pub use verdict::{
    ExplainedFinding, ExplainedVerdict, contacts, explain_verdict, next_steps, notes, post_text,
};

/// The README's Rust example, which compiles.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
mod readme {}

#[cfg(test)]
mod tests;
