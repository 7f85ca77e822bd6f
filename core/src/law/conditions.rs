//! Norms that ask several things at once: all must hold, and every one that does not is named.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::rule::Output;
use super::ruling::Ruling;

/// The conditions of a norm, asked one after the other.
#[derive(Debug, Default)]
pub(super) struct Conditions {
    failed: Vec<String>,
    missing: Vec<&'static str>,
}

/// The facts that were not known while another condition failed already.
pub(super) const UNKNOWN: (&str, Output) = ("unknown", Output::List);

impl Conditions {
    /// One more condition: whether it holds, or none where `fact` is missing.
    pub(super) fn ask(mut self, condition: &'static str, holds: Option<bool>, fact: &'static str) -> Self {
        match holds {
            Some(true) => {}
            Some(false) => self.failed.push(condition.to_string()),
            None if self.missing.contains(&fact) => {}
            None => self.missing.push(fact),
        }
        self
    }

    /// Violated, with all that `failed`, if any condition does not hold; else undetermined if a fact is missing.
    pub(super) fn ruling(self, holds: &'static str, fails: &'static str) -> Ruling {
        if self.failed.is_empty() {
            return match self.missing {
                missing if missing.is_empty() => Ruling::status(true, holds),
                missing => Ruling::missing(&missing),
            };
        }
        let unknown: Vec<_> = self.missing.iter().map(ToString::to_string).collect();
        let ruling = Ruling::status(false, fails).with("failed", self.failed);
        if unknown.is_empty() { ruling } else { ruling.with("unknown", unknown) }
    }
}

/// Of facts, each with whether it is there, the names of those that are not. Compiled once for every rule.
#[inline(never)]
pub(super) fn not_given(facts: &[(&'static str, bool)]) -> Vec<&'static str> {
    facts.iter().filter(|(_, there)| !there).map(|(name, _)| *name).collect()
}

/// This ruling, and of the lists those that have something in them.
pub(super) fn with_lists<const N: usize>(ruling: Ruling, lists: [(&'static str, Vec<String>); N]) -> Ruling {
    let shown = lists.into_iter().filter(|(_, list)| !list.is_empty());
    shown.fold(ruling, |ruling, (name, list)| ruling.with(name, list))
}
