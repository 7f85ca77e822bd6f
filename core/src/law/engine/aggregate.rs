//! Rules that combine other rules: every member must be satisfied (Kleene's three-valued logic).

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::missing::Missing;
use super::rule::{Output, RuleResult};
use super::ruling::{Answer, Ruling};
use crate::facts::Facts;

/// The values of an aggregate.
pub(in crate::law) const MEMBERS: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["satisfied", "violated", "contestable"])),
    ("failed", Output::List),
    ("unknown", Output::List),
    ("contestable", Output::List),
];

/// Combines members. The aggregate is violated if any member is; otherwise undetermined if any is; otherwise
/// contestable if any is; otherwise satisfied. A member that does not apply does not count.
pub(in crate::law) fn all_of(parts: Vec<RuleResult>) -> Ruling {
    let ids = |matches: fn(&Answer) -> bool| -> Vec<String> {
        let found = parts.iter().filter(|part| matches(&part.ruling.answer));
        found.map(|part| part.rule.id.to_string()).collect()
    };
    let failed = ids(|answer| *answer == Answer::Violated);
    let unknown = ids(|answer| matches!(answer, Answer::Undetermined(_)));
    let contestable = ids(|answer| matches!(answer, Answer::Contestable(_)));
    let answer = if !failed.is_empty() {
        Answer::Violated
    } else if !unknown.is_empty() {
        Answer::Undetermined(missing(&parts))
    } else if !contestable.is_empty() {
        let readings = parts.iter().filter_map(|part| match &part.ruling.answer {
            Answer::Contestable(readings) => Some(readings.clone()),
            _ => None,
        });
        Answer::Contestable(readings.flatten().collect())
    } else {
        Answer::Satisfied
    };
    let mut value = Facts::new();
    if !matches!(answer, Answer::Undetermined(_)) {
        value = value.with("status", answer.name());
    }
    for (name, list) in [("failed", failed), ("unknown", unknown), ("contestable", contestable)] {
        if !list.is_empty() {
            value = value.with(name, list);
        }
    }
    Ruling { parts, ..Ruling::new(answer, value) }
}

/// What the undetermined members lack, in order, without duplicates.
fn missing(parts: &[RuleResult]) -> Vec<Missing> {
    let mut all = Vec::new();
    for part in parts {
        if let Answer::Undetermined(missing) = &part.ruling.answer {
            for one in missing {
                if !all.contains(one) {
                    all.push(*one);
                }
            }
        }
    }
    all
}

/// Facts of an aggregate's members and their paths in the aggregate's own facts: rule of the member, fact, path.
pub(in crate::law) type Paths = &'static [(&'static str, &'static str, &'static str)];

/// Renames what an undetermined aggregate lacks to the paths in the aggregate's own facts, without duplicates.
pub(in crate::law) fn by_path(mut ruling: Ruling, paths: Paths) -> Ruling {
    let Answer::Undetermined(missing) = &mut ruling.answer else { return ruling };
    missing.clear();
    for part in &ruling.parts {
        let Answer::Undetermined(of_part) = &part.ruling.answer else { continue };
        for fact in of_part {
            let known =
                paths.iter().find(|(id, name, _)| *id == part.rule.id && Missing::Fact(name) == *fact);
            let path = known.map_or(*fact, |(_, _, path)| Missing::Fact(path));
            if !missing.contains(&path) {
                missing.push(path);
            }
        }
    }
    ruling
}
