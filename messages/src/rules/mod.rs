//! Texts for the answers of rules: the outcome, the steps that led to it, and advice. Each file has one topic in three
//! languages.

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

/// The same sentence in Kazakh, Russian and English. Facts are placeholders in braces. Alternatives are separated by `|`;
/// the first one whose facts are all present is used.
pub(crate) type Translations = [&'static str; 3];

/// The texts of a rule, as lines of one string. A string for each sentence would take thousands of addresses, which
/// compress badly and must be relocated when a shared library is loaded.
pub(crate) struct RuleTexts {
    /// The rule's id.
    pub id: &'static str,
    /// The title in three languages; then for each status its name, the outcome and the advice.
    lines: &'static str,
}

impl RuleTexts {
    /// The question that the rule answers.
    pub(crate) fn title(&self) -> Translations {
        next_three(&mut self.lines.split('\n')).unwrap_or(EMPTY)
    }

    /// For each `status` of the answer: the outcome, and the advice.
    pub(crate) fn outcomes(&self) -> impl Iterator<Item = (&'static str, Translations, Translations)> {
        let mut lines = self.lines.split('\n').skip(3);
        core::iter::from_fn(move || Some((lines.next()?, next_three(&mut lines)?, next_three(&mut lines)?)))
    }
}

/// Texts by name, as lines of one string: the name, then the text in three languages.
#[derive(Clone, Copy)]
pub(crate) struct Table(&'static str);

impl Table {
    pub(crate) fn iter(self) -> impl Iterator<Item = (&'static str, Translations)> {
        let mut lines = self.0.split('\n');
        core::iter::from_fn(move || Some((lines.next()?, next_three(&mut lines)?)))
    }

    /// The text of a name in a language.
    fn text(self, name: &str, lang: Lang) -> Option<&'static str> {
        self.iter().find(|(known, _)| *known == name).map(|(_, texts)| in_lang(texts, lang))
    }
}

/// No text.
const EMPTY: Translations = ["", "", ""];

/// The next three lines.
fn next_three(lines: &mut impl Iterator<Item = &'static str>) -> Option<Translations> {
    Some([lines.next()?, lines.next()?, lines.next()?])
}

/// Defines the texts of rules. Outcomes that several rules share are a macro without arguments, made with [`outcomes`].
macro_rules! rule_texts {
    ($(RuleTexts {
        id: $id:literal,
        title: $title:tt,
        outcomes: $(&[$($outcome:tt),* $(,)?])? $($shared:ident!())? $(,)?
    }),* $(,)?) => {
        &[$(RuleTexts {
            id: $id,
            lines: concat!(
                $crate::rules::lines!($title),
                $($crate::rules::outcomes!($($outcome),*))?
                $($shared!())?
            ),
        }),*]
    };
}

/// Joins outcomes as lines: of each its status, its text and its advice.
macro_rules! outcomes {
    ($(($status:literal, $outcome:tt, $advice:tt $(,)?)),* $(,)?) => {
        concat!($($status, "\n", $crate::rules::lines!($outcome), $crate::rules::lines!($advice)),*)
    };
}

/// Defines a table of texts by name.
macro_rules! table {
    ($(($name:literal, $texts:tt $(,)?)),* $(,)?) => {
        $crate::rules::Table(concat!($($name, "\n", $crate::rules::lines!($texts)),*))
    };
}

/// Joins three texts as lines, given directly or by the name of a text that several rules share.
macro_rules! lines {
    ([$kk:literal, $ru:literal, $en:literal $(,)?]) => {
        concat!($kk, "\n", $ru, "\n", $en, "\n")
    };
    (EMPTY) => {
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

pub(crate) use {lines, outcomes, rule_texts, table};

/// The text in one language.
pub(crate) const fn in_lang(texts: Translations, lang: Lang) -> &'static str {
    let [kk, ru, en] = texts;
    match lang {
        Lang::Kk => kk,
        Lang::Ru => ru,
        Lang::En => en,
    }
}

/// The texts of every rule.
pub(crate) fn all() -> impl Iterator<Item = &'static RuleTexts> {
    [
        scope::TEXTS,
        procedure::TEXTS,
        centre::TEXTS,
        admission::TEXTS,
        learning::TEXTS,
        obtaining::TEXTS,
        appeal::TEXTS,
        accreditation::TEXTS,
        certificate::TEXTS,
        termination::TEXTS,
        voucher::TEXTS,
        ask::TEXTS,
    ]
    .into_iter()
    .flatten()
}

/// The texts of a rule.
pub(crate) fn texts_of(id: &str) -> Option<&'static RuleTexts> {
    all().find(|texts| texts.id == id)
}

#[cfg(test)]
mod tests;
