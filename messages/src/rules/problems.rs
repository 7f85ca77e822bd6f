//! Error messages for facts that a rule rejects.

use alloc::format;
use alloc::string::{String, ToString};

use rastau_core::error::{FactProblem, FactValue, FactsError};

use super::explain::rule_title;
use super::{facts, forms};
use crate::dates::date;
use crate::errors::{error_text, filled, in_field, text};
use crate::lang::Lang;

/// Returns the message of an error about facts. Details that only a programming error can cause are in
/// English.
///
/// # Examples
/// ```
/// use rastau_core::calendar::WorkingDays;
/// use rastau_core::law::rule;
/// use rastau_messages::{Lang, facts_error};
///
/// let appeal = rule("art22.p1.appeal-window").expect("a known rule");
/// let error = appeal.judge("[]", &WorkingDays::built_in()).unwrap_err();
/// assert_eq!(facts_error(&error, Lang::En), "The facts are not a JSON object.");
/// ```
#[must_use]
pub fn facts_error(error: &FactsError, lang: Lang) -> String {
    let FactsError::Field { name, problem, used_by } = error else { return error_text(error, lang) };
    let name = match problem {
        FactProblem::Differs { .. } => label_within(name, lang),
        _ => label(name, lang).to_string(),
    };
    let whole = in_field(&name, &problem_text(problem, lang), lang);
    match used_by.and_then(rastau_core::law::rule).map(|rule| rule_title(rule, lang).0) {
        Some(title) => format!("{title}. {whole}"),
        None => whole,
    }
}

fn problem_text(problem: &FactProblem, lang: Lang) -> String {
    let template = (lang.words().errors.fact_problem)(problem);
    filled(template, |name, out| match (problem, problem.value(name)) {
        (FactProblem::InvalidBin(error), _) => out.write_str(&text(error, lang)),
        (_, Some(FactValue::Day(day))) => out.write_str(&date(day, lang)),
        (FactProblem::Differs { .. }, Some(FactValue::Fact(name))) => {
            out.write_str(&label_within(name, lang))
        }
        (_, Some(FactValue::Fact(name))) => out.write_str(label(name, lang)),
        (_, Some(FactValue::Display(value))) => write!(out, "{value}"),
        (_, None) => write!(out, "{{{name}}}"),
    })
}

/// The name of a fact with that of the part that it belongs to: two parts may have facts of one name.
fn label_within(name: &str, lang: Lang) -> String {
    let own = label(name, lang);
    let part = name.split_once('.').map(|(part, _)| part);
    let known = |name| facts::NAMES.text(name, lang).or_else(|| forms::FACTS.text(name, lang));
    match part.and_then(known).filter(|part| *part != own) {
        Some(part) => format!("{own} ({part})"),
        None => own.to_string(),
    }
}

/// The name of a fact in a form. A fact within another (`stages[0].on`) is named by the last part of its path.
fn label(name: &str, lang: Lang) -> &str {
    let whole = name.split('[').next().unwrap_or(name);
    let own = name.rsplit('.').next().unwrap_or(name);
    let own = own.split('[').next().unwrap_or(own);
    let known = |name| facts::NAMES.text(name, lang).or_else(|| forms::FACTS.text(name, lang));
    known(whole).or_else(|| known(own)).unwrap_or(name)
}
