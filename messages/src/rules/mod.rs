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

/// The same sentence in every language, in the order of [`Lang::ALL`]. Facts are placeholders in braces. Alternatives are separated by `|`;
/// the first one whose facts are all present is used.
pub(crate) type Translations = [&'static str; Lang::COUNT];

/// The texts of a rule, as lines of one string. A string for each sentence would take thousands of addresses, which
/// compress badly and must be relocated when a shared library is loaded.
pub(crate) struct RuleTexts {
    /// The rule's id.
    pub id: &'static str,
    /// The title in each language; then for each status its name, the outcome and the advice.
    lines: &'static str,
}

impl RuleTexts {
    /// The question that the rule answers.
    pub(crate) fn title(&self) -> Translations {
        next_texts(&mut self.lines.split('\n')).unwrap_or(EMPTY)
    }

    /// For each `status` of the answer: the outcome, and the advice.
    pub(crate) fn outcomes(&self) -> impl Iterator<Item = (&'static str, Translations, Translations)> {
        let mut lines = self.lines.split('\n').skip(Lang::COUNT);
        core::iter::from_fn(move || Some((lines.next()?, next_texts(&mut lines)?, next_texts(&mut lines)?)))
    }
}

/// Texts by name, as lines of one string: the name, then the text in each language.
#[derive(Clone, Copy)]
pub(crate) struct Table(&'static str);

impl Table {
    pub(crate) fn iter(self) -> impl Iterator<Item = (&'static str, Translations)> {
        let mut lines = self.0.split('\n');
        core::iter::from_fn(move || Some((lines.next()?, next_texts(&mut lines)?)))
    }

    /// The text of a name in a language.
    fn text(self, name: &str, lang: Lang) -> Option<&'static str> {
        self.iter().find(|(known, _)| *known == name).map(|(_, texts)| in_lang(texts, lang))
    }
}

/// No text.
const EMPTY: Translations = [""; Lang::COUNT];

/// The next lines, one for each language.
fn next_texts(lines: &mut impl Iterator<Item = &'static str>) -> Option<Translations> {
    let mut texts = EMPTY;
    for text in &mut texts {
        *text = lines.next()?;
    }
    Some(texts)
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

/// Joins the texts of each language as lines, given directly or by the name of a text that several rules share.
macro_rules! lines {
    ([$($text:literal),+ $(,)?]) => {
        concat!($($text, "\n"),+)
    };
    (EMPTY) => {
        $crate::for_each_language!($crate::rules::empty_lines)
    };
    (ASK_THE_CENTRE) => {
        $crate::rules::lines!([
            "Тану орталығынан сұраңыз немесе басқа орталықты таңдаңыз.",
            "Спросите центр признания или выберите другой центр.",
            "Ask the recognition centre, or choose another one.",
        ])
    };
}

/// An empty line for each language.
macro_rules! empty_lines {
    ($($number:literal $variant:ident $code:ident $name:literal $own_name:literal $plural:ident $date:literal;)*) => {
        concat!($($crate::rules::empty_lines!(@line $number)),*)
    };
    (@line $number:literal) => {
        "\n"
    };
}

pub(crate) use {empty_lines, lines, outcomes, rule_texts, table};

/// The text in one language.
pub(crate) const fn in_lang(texts: Translations, lang: Lang) -> &'static str {
    lang.pick(texts)
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
