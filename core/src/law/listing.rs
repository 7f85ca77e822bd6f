//! The list of rules.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;
use serde_json::Value;

use super::norms::norms;
use super::rule::Rule;

/// Returns the summary of the rule's norm; `None` for a composite question, which has no norm.
#[must_use]
pub fn summary(rule: &Rule) -> Option<&'static str> {
    norms().find(|norm| norm.id == rule.id).map(|norm| norm.summary)
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
        let listed: Value = serde_json::from_str(&listing_json(super::super::rules())).unwrap();
        let listed = listed.as_array().unwrap();
        assert_eq!(listed.len(), super::super::rules().count());
        assert!(listed.iter().all(|rule| rule["example"].is_object() && rule["id"].is_string()));
    }
}
