//! The texts of reports and of their repetition, one file for each language.

use rastau_core::report::{CauseKind, Meaning};

pub(crate) mod en;
pub(crate) mod kk;
pub(crate) mod ru;

/// The texts of reports in one language.
pub(crate) struct EvidenceWords {
    /// Title of the report of one document.
    pub title: &'static str,
    pub register: &'static str,
    pub version: &'static str,
    pub as_of: &'static str,
    pub root: &'static str,
    /// How the trust root was obtained: pinned, from the bundle itself.
    pub anchors: [&'static str; 2],
    pub clock: &'static str,
    pub effective: &'static str,
    pub program: &'static str,
    pub by: &'static str,
    pub fingerprint: &'static str,
    pub no_fingerprint: &'static str,
    /// Heading of what the report proves.
    pub proves: &'static str,
    /// Heading of what it does not prove.
    pub does_not_prove: &'static str,
    /// Heading of how a third person repeats it.
    pub repeat: &'static str,
    /// How a third person repeats it.
    pub how_to_repeat: &'static str,
    /// Heading of the report as JSON.
    pub whole: &'static str,
    /// What a report proves or does not prove.
    pub meaning: fn(Meaning) -> &'static str,
    /// The time of a repetition, with `{time}`.
    pub as_known: &'static str,
    /// The answer is the same, with `{outcome}`.
    pub same: &'static str,
    /// Only the outcome is the same, with `{outcome}`.
    pub same_outcome: &'static str,
    /// The outcomes differ, with `{reported}` and `{repeated}`.
    pub other_outcome: &'static str,
    /// Heading of the values that differ.
    pub differences: &'static str,
    /// How many more values differ than are shown, with `{number}`.
    pub more: &'static str,
    /// Heading of what else differs.
    pub causes: &'static str,
    /// Stands for a value that one of the two does not have.
    pub nothing: &'static str,
    /// What differs besides the answer, with `{reported}` and `{repeated}`.
    pub cause: fn(CauseKind) -> &'static str,
}
