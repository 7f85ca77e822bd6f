//! The texts of the checks, one file for each language.
//!
//! Each text is a list of sentences from the most to the least detailed, of which the first one is used whose `{facts}` all
//! exist.
#![deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]

pub(crate) mod en;
pub(crate) mod kk;
pub(crate) mod ru;

/// The texts of one check.
pub(crate) struct CheckWords {
    /// What is checked.
    pub title: &'static str,
    /// The check is satisfied.
    pub satisfied: &'static [&'static str],
    /// The check is violated.
    pub violated: &'static [&'static str],
    /// What to do if it is violated.
    pub advice: &'static str,
    /// Of a compared attribute: that it differs, in place of `{differs}` in its sentences. They have the rest in common.
    pub differs: Option<&'static str>,
}

/// Creates the texts of one check, which name what was checked.
pub(crate) const fn words(
    title: &'static str,
    satisfied: &'static [&'static str],
    violated: &'static [&'static str],
    advice: &'static str,
) -> CheckWords {
    CheckWords { title, satisfied, violated, advice, differs: None }
}

/// The texts of a violated check for one reason. They come before those of the check.
pub(crate) struct ReasonWords {
    /// The check is violated for this reason.
    pub text: &'static str,
    /// What to do, if that differs from the advice of the check.
    pub advice: Option<&'static str>,
}

/// Why a check could not be decided, and what to do. `{check}` is the title of the check that was missing.
pub(crate) struct MissingText(pub &'static [&'static str], pub &'static [&'static str]);
