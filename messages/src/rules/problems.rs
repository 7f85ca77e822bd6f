//! Error messages for facts that a rule rejects.

use alloc::format;
use alloc::string::{String, ToString};

use rastau_core::error::{FactProblem, FactsError};
use rastau_core::verdict::Facts;

use super::explain::rule_title;
use super::{Table, facts, forms, table};
use crate::errors::identity_error;
use crate::explain::alternative;
use crate::lang::Lang;

const PROBLEMS: Table = table![
    (
        "unknown-rule",
        ["Мұндай ереже жоқ: {id}.", "Такого правила нет: {id}.", "There is no such rule: {id}."]
    ),
    (
        "not-an-object",
        ["Деректер JSON нысаны болуы керек.", "Сведения — это объект JSON.", "Facts are a JSON object.",],
    ),
    (
        "malformed",
        [
            "Деректер JSON емес: {problem}.",
            "Сведения — не JSON: {problem}.",
            "The facts are not JSON: {problem}.",
        ],
    ),
    (
        "before",
        [
            "{day} мына күннен ерте: {other_day} ({other}).",
            "{day} раньше, чем {other_day} ({other}).",
            "{day} is before {other_day} ({other}).",
        ],
    ),
    (
        "after",
        [
            "{day} мына күннен кеш: {other_day} ({other}).",
            "{day} позже, чем {other_day} ({other}).",
            "{day} is after {other_day} ({other}).",
        ],
    ),
    (
        "above",
        [
            "{number} мынадан үлкен: {other_number} ({other}).",
            "{number} больше, чем {other_number} ({other}).",
            "{number} is above {other_number} ({other}).",
        ],
    ),
    (
        "empty",
        [
            "бос; кемінде біреуін көрсетіңіз.",
            "пусто; укажите хотя бы одно.",
            "it is empty; name at least one.",
        ],
    ),
    (
        "too-many",
        [
            "тым көп: {found}; ең көбі {most}.",
            "слишком много: {found}; не больше {most}.",
            "too many: {found}; the maximum is {most}."
        ],
    ),
    ("blank", ["бос.", "пусто.", "it is blank."]),
    ("no-date", ["мұндай күн жоқ: {text}.", "такого дня нет: {text}.", "there is no such day: {text}."],),
    ("no-year", ["мұндай жыл жоқ: {text}.", "такого года нет: {text}.", "there is no such year: {text}."]),
    (
        "not-whole",
        [
            "бүтін сан керек: {least} – {most}.|бүтін сан керек: {least} немесе одан көп.|бүтін сан керек.",
            "нужно целое число от {least} до {most}.|нужно целое число, не меньше {least}.|нужно целое число.",
            "it must be a whole number from {least} to {most}.|it must be a whole number, {least} or more.|it must be a whole number.",
        ],
    ),
    (
        "no-term",
        [
            "1-ден 1200-ге дейінгі ай саны немесе мерзімсіз.",
            "число месяцев от 1 до 1200 или без срока.",
            "a number of months from 1 to 1200, or without a term.",
        ],
    ),
    (
        "persons-number",
        [
            "бұл адамның нөмірі (ЖСН), ұйымның нөмірі (БСН) керек.",
            "это номер человека (ИИН), а нужен номер организации (БИН).",
            "this is an individual's number (IIN); an organisation's (BIN) is required.",
        ],
    ),
    (
        "own-request-detected",
        [
            "орталықтың өз өтініші анықталмайды, келіп түседі; бұл күнді бос қалдырыңыз.",
            "просьба самого центра поступает, а не выявляется; оставьте этот день пустым.",
            "the centre's own request is received, not detected; leave this day empty.",
        ],
    ),
    (
        "nothing-revoked",
        [
            "қайта бастайтын ештеңе жоқ: аттестат кері қайтарып алынбаған.",
            "возобновлять нечего: аттестат не отозван.",
            "there is nothing to resume: the certificate was not revoked.",
        ],
    ),
    (
        "no-clock",
        [
            "бірде-бір мерзім сұралмаған; кемінде біреуін көрсетіңіз.",
            "не спрошен ни один срок; укажите хотя бы один.",
            "no time limit is chosen; choose at least one.",
        ],
    ),
];

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
/// assert_eq!(facts_error(&error, Lang::En), "Facts are a JSON object.");
/// ```
#[must_use]
pub fn facts_error(error: &FactsError, lang: Lang) -> String {
    let message =
        |name, facts: &Facts| alternative(PROBLEMS.text(name, lang).unwrap_or_default(), facts, lang);
    match error {
        FactsError::UnknownRule { id } => message("unknown-rule", &Facts::new().with("id", id.as_str())),
        FactsError::NotAnObject => message("not-an-object", &Facts::new()),
        FactsError::Malformed { problem } => {
            message("malformed", &Facts::new().with("problem", problem.as_str()))
        }
        FactsError::Field { name, problem, used_by } => {
            let problem = problem_in(problem, lang, message);
            let field = lang.words().errors.field.replace("{field}", label(name, lang));
            let whole = field.replace("{problem}", &problem);
            let used_by = used_by.and_then(rastau_core::law::rule).map(|rule| rule_title(rule, lang).0);
            match used_by {
                Some(title) => format!("{title}. {whole}"),
                None => whole,
            }
        }
    }
}

fn problem_in(problem: &FactProblem, lang: Lang, message: impl Fn(&'static str, &Facts) -> String) -> String {
    let facts = Facts::new;
    let day = |day, other: &str, other_day| {
        facts().with("day", day).with("other", label(other, lang)).with("other_day", other_day)
    };
    let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    match problem {
        FactProblem::Before { day: on, other, other_day } => message("before", &day(*on, other, *other_day)),
        FactProblem::After { day: on, other, other_day } => message("after", &day(*on, other, *other_day)),
        FactProblem::Above { number, other, other_number } => {
            let other = facts().with("number", *number).with("other", label(other, lang));
            message("above", &other.with("other_number", *other_number))
        }
        FactProblem::Empty => message("empty", &facts()),
        FactProblem::TooMany { found, max } => {
            message("too-many", &facts().with("found", count(*found)).with("most", count(*max)))
        }
        FactProblem::Blank => message("blank", &facts()),
        FactProblem::InvalidDate { text, .. } => message("no-date", &facts().with("text", text.as_str())),
        FactProblem::YearOutOfRange { year } => message("no-year", &facts().with("text", year.to_string())),
        FactProblem::NotAnInteger { min, max, .. } => {
            message("not-whole", &facts().with_some("least", *min).with_some("most", *max))
        }
        FactProblem::InvalidTerm => message("no-term", &facts()),
        FactProblem::InvalidBin(error) => identity_error(*error, lang).to_string(),
        FactProblem::IinNotBin => message("persons-number", &facts()),
        FactProblem::OwnRequestDetected => message("own-request-detected", &facts()),
        FactProblem::NothingRevoked => message("nothing-revoked", &facts()),
        FactProblem::NoClockChosen => message("no-clock", &facts()),
        FactProblem::Shape(problem) => format!("{problem}."),
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
