//! Every article, norm and rule, by one list of articles.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;
use serde_json::Value;

use super::norm::{Article, Norm};
use super::rule::Rule;
use crate::law::questions;

/// Returns every article, in the order of the act; the first has what precedes article 1.
pub fn articles() -> impl Iterator<Item = &'static Article> {
    crate::law::articles::ALL.iter().copied()
}

/// Returns every norm, in the order of the act.
///
/// # Examples
/// ```
/// use rastau_core::law::{Class, norms};
///
/// let norm = norms().find(|norm| norm.id == "art22.p1.appeal-window").expect("a known norm");
/// assert_eq!(norm.class, Class::Computable);
/// assert_eq!(norm.rule().map(|rule| rule.id), Some(norm.id));
///
/// // Every norm is implemented, or states why it is not.
/// assert!(norms().all(|norm| norm.item().is_some() || norm.place.reason().is_some()));
/// ```
pub fn norms() -> impl Iterator<Item = &'static Norm> {
    articles().flat_map(Article::norms)
}

/// Returns every rule in the order of the articles, then the composite questions.
///
/// # Examples
/// ```
/// use rastau_core::calendar::WorkingDays;
/// use rastau_core::law::{RuleAnswer, rules};
///
/// // Each rule has example facts that it decides.
/// let days = WorkingDays::built_in();
/// for rule in rules() {
///     let result = rule.judge(rule.example, &days)?;
///     assert!(!matches!(result.ruling.answer, RuleAnswer::Undetermined(_)), "{}", rule.id);
/// }
/// # Ok::<(), rastau_core::error::FactsError>(())
/// ```
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    norms().filter_map(Norm::rule).chain(questions::ALL.iter().copied())
}

/// Returns the rule with this id, or `None` if there is none.
///
/// # Examples
/// ```
/// use rastau_core::law::rule;
///
/// let appeal = rule("art22.p1.appeal-window").expect("a known rule");
/// assert_eq!(appeal.module(), "law::articles::a22_appeals::p1_window");
/// assert!(rule("art99.unknown").is_none());
/// ```
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id == id)
}

/// Returns the summary of the rule's norm; `None` for a composite question, which has no norm.
#[must_use]
pub fn summary(rule: &Rule) -> Option<&'static str> {
    norms().find(|norm| norm.rule() == Some(rule)).map(|norm| norm.summary)
}

/// Returns rules as one line of JSON: id, citation, summary, module and example facts; the same bytes from every
/// binding.
#[must_use]
pub fn listing_json(rules: impl Iterator<Item = &'static Rule>) -> String {
    #[derive(Serialize)]
    struct Listed {
        citation: Value,
        example: Value,
        id: &'static str,
        module: &'static str,
        summary: Option<&'static str>,
    }
    let listed = rules.map(|rule| Listed {
        citation: serde_json::to_value(rule.citation).unwrap_or_default(),
        example: serde_json::from_str(rule.example).unwrap_or_default(),
        id: rule.id,
        module: rule.module(),
        summary: summary(rule),
    });
    // Serialization cannot fail: every key is text.
    serde_json::to_string(&listed.collect::<Vec<_>>()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_listed_with_facts_that_it_takes() {
        let listed: Value = serde_json::from_str(&listing_json(rules())).unwrap();
        let listed = listed.as_array().unwrap();
        assert_eq!(listed.len(), rules().count());
        assert!(listed.iter().all(|rule| rule["example"].is_object() && rule["id"].is_string()));
    }
}
