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
mod problems;
mod procedure;
mod readings;
mod scope;
mod steps;
mod termination;
mod voucher;

pub use explain::{ExplainedRule, explain_rule, fact_labels, name_labels, rule_title};
pub use problems::facts_error;

use crate::lang::Lang;

/// The same sentence in Kazakh, Russian and English. Facts stand in braces; alternatives are parted by `|`, and the first
/// whose facts are all there is said.
pub(crate) type Said = [&'static str; 3];

/// The words of a rule, in one text: a line each. A text for each sentence would be thousands of addresses, which no
/// compression makes small, and which a shared library mends one by one when it is loaded.
pub(crate) struct RuleWords {
    /// The rule's id.
    pub id: &'static str,
    /// The title in three languages; then for each status its name, what came out, and what to do.
    lines: &'static str,
}

impl RuleWords {
    /// What is asked.
    pub(crate) fn title(&self) -> Said {
        said(&mut self.lines.split('\n')).unwrap_or(NOTHING)
    }

    /// By the `status` of the answer: what came out, and what to do.
    pub(crate) fn said(&self) -> impl Iterator<Item = (&'static str, Said, Said)> {
        let mut lines = self.lines.split('\n').skip(3);
        core::iter::from_fn(move || Some((lines.next()?, said(&mut lines)?, said(&mut lines)?)))
    }
}

/// Sentences by their names, in one text: the name, then the sentence in three languages, a line each.
#[derive(Clone, Copy)]
pub(crate) struct Table(&'static str);

impl Table {
    pub(crate) fn iter(self) -> impl Iterator<Item = (&'static str, Said)> {
        let mut lines = self.0.split('\n');
        core::iter::from_fn(move || Some((lines.next()?, said(&mut lines)?)))
    }
}

/// Nothing to say.
const NOTHING: Said = ["", "", ""];

/// The next three lines.
fn said(lines: &mut impl Iterator<Item = &'static str>) -> Option<Said> {
    Some([lines.next()?, lines.next()?, lines.next()?])
}

/// Words of rules, one line a sentence.
macro_rules! words {
    ($(RuleWords {
        id: $id:literal,
        title: $title:tt,
        said: &[$(($status:literal, $said:tt, $advice:tt $(,)?)),* $(,)?] $(,)?
    }),* $(,)?) => {
        &[$(RuleWords {
            id: $id,
            lines: concat!(
                $crate::rules::lines!($title) $(,
                $status, "\n", $crate::rules::lines!($said), $crate::rules::lines!($advice))*
            ),
        }),*]
    };
}

/// Sentences by their names, one line each.
macro_rules! table {
    ($(($name:literal, $said:tt $(,)?)),* $(,)?) => {
        $crate::rules::Table(concat!($($name, "\n", $crate::rules::lines!($said)),*))
    };
}

/// Three lines; or those of a name, where several rules say the same.
macro_rules! lines {
    ([$kk:literal, $ru:literal, $en:literal $(,)?]) => {
        concat!($kk, "\n", $ru, "\n", $en, "\n")
    };
    (NOTHING) => {
        "\n\n\n"
    };
    (ASK_THE_CENTRE) => {
        $crate::rules::lines!([
            "Тану орталығынан сұраңыз немесе басқа орталықты таңдаңыз.",
            "Спросите центр признания или выберите другой центр.",
            "Ask the recognition centre, or choose another one.",
        ])
    };
}

pub(crate) use {lines, table, words};

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

fn said_of(table: Table, name: &str, lang: Lang) -> Option<&'static str> {
    table.iter().find(|(known, _)| *known == name).map(|(_, said)| in_lang(said, lang))
}

#[cfg(test)]
mod tests;
