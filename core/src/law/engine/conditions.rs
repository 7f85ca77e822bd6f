//! Norms with several conditions: all must be satisfied, and every one that is not is named.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::outcome::{Outcomes, Ruled};
use super::rule::Output;

/// The conditions of a norm.
#[derive(Debug, Default)]
pub(in crate::law) struct Conditions {
    failed: Vec<String>,
    missing: Vec<&'static str>,
}

/// The unknown facts of a norm of which another condition is already violated.
pub(in crate::law) const UNKNOWN: (&str, Output) = ("unknown", Output::List);

impl Conditions {
    /// Adds a condition. `satisfied` is `None` where it depends on `fact`, which is missing.
    pub(in crate::law) fn check(
        mut self,
        condition: &'static str,
        satisfied: Option<bool>,
        fact: &'static str,
    ) -> Self {
        match satisfied {
            Some(true) => {}
            Some(false) => self.failed.push(condition.to_string()),
            None if self.missing.contains(&fact) => {}
            None => self.missing.push(fact),
        }
        self
    }

    /// The answer: violated if any condition is, otherwise undetermined if a fact is missing, otherwise satisfied.
    pub(in crate::law) fn ruled<O: Outcomes>(self, satisfied: O, violated: O) -> Ruled<O> {
        if self.failed.is_empty() {
            return match self.missing {
                missing if missing.is_empty() => Ruled::of(satisfied),
                missing => Ruled::missing(&missing),
            };
        }
        let unknown: Vec<_> = self.missing.iter().map(ToString::to_string).collect();
        let ruled = Ruled::of(violated).with("failed", self.failed);
        if unknown.is_empty() { ruled } else { ruled.with("unknown", unknown) }
    }
}

/// The names of the facts that are not given. Not inlined: every rule calls it, and the compiled size matters.
#[inline(never)]
pub(in crate::law) fn not_given(facts: &[(&'static str, bool)]) -> Vec<&'static str> {
    facts.iter().filter(|(_, there)| !there).map(|(name, _)| *name).collect()
}

/// Adds those of the lists that are not empty.
pub(in crate::law) fn with_lists<O: Outcomes, const N: usize>(
    ruled: Ruled<O>,
    lists: [(&'static str, Vec<String>); N],
) -> Ruled<O> {
    let non_empty = lists.into_iter().filter(|(_, list)| !list.is_empty());
    non_empty.fold(ruled, |ruled, (name, list)| ruled.with(name, list))
}
