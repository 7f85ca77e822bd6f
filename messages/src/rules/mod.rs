//! The rules of the Law in words: what came out, why, what to do. One topic a file, three languages side by side.

mod accreditation;
mod admission;
mod appeal;
mod ask;
mod centre;
mod certificate;
mod explain;
mod facts;
mod forms;
mod learning;
mod names;
mod obtaining;
mod procedure;
mod readings;
mod scope;
mod steps;
mod termination;
mod voucher;

pub use explain::{ExplainedRule, explain_rule, fact_labels, name_labels, rule_title};

use crate::lang::Lang;

/// The same sentence in Kazakh, Russian and English. Facts stand in braces; alternatives are parted by `|`, and the first
/// whose facts are all there is said.
pub(crate) type Said = [&'static str; 3];

/// Nothing to say.
const NOTHING: Said = ["", "", ""];

/// The words of a rule.
pub(crate) struct RuleWords {
    /// The rule's id.
    pub id: &'static str,
    /// What is asked.
    pub title: Said,
    /// By the `status` of the answer: what came out, and what to do.
    pub said: &'static [(&'static str, Said, Said)],
}

/// In one language.
pub(crate) const fn in_lang(said: Said, lang: Lang) -> &'static str {
    let [kk, ru, en] = said;
    match lang {
        Lang::Kk => kk,
        Lang::Ru => ru,
        Lang::En => en,
    }
}

/// The words of every rule.
pub(crate) fn all() -> impl Iterator<Item = &'static RuleWords> {
    [
        scope::WORDS,
        procedure::WORDS,
        centre::WORDS,
        admission::WORDS,
        learning::WORDS,
        obtaining::WORDS,
        appeal::WORDS,
        accreditation::WORDS,
        certificate::WORDS,
        termination::WORDS,
        voucher::WORDS,
        ask::WORDS,
    ]
    .into_iter()
    .flatten()
}

/// The words of a rule.
pub(crate) fn words_of(id: &str) -> Option<&'static RuleWords> {
    all().find(|words| words.id == id)
}

fn said_of(table: &[(&str, Said)], name: &str, lang: Lang) -> Option<&'static str> {
    table.iter().find(|(known, _)| *known == name).map(|(_, said)| in_lang(*said, lang))
}

#[cfg(test)]
mod tests;
