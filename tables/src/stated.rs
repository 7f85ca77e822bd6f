//! Several columns for one field: the values that they state, and whether these are the same.

use rastau_core::document::name::{Script, folded_words};
use rastau_core::document::number::skeleton;
use rastau_core::document::tags::{NameMatch, compare_names};
use rastau_core::document::{BasisKind, Code, Presented};
use rastau_core::error::ReadError;
use rastau_core::identity::TypedIdentity;
use rastau_core::input::value::{
    self, leading_code, level, numbers, same_code, same_code_beside, unlabelled,
};

use crate::Field;

/// Whether a cell means that there is no value.
pub(crate) fn is_no_value(cell: &str) -> bool {
    ["нет", "жоқ", "н/д", "б/н", "n/a", "none", "#n/a", "#н/д", "null"]
        .contains(&cell.to_lowercase().as_str())
}

fn digits(text: &str) -> usize {
    text.chars().filter(char::is_ascii_digit).count()
}

/// Returns whether a cell that is not blank states a value of the field. Beside another column for the field, the name of a
/// profession or a centre, a term in words and a remark about a document state none.
pub(crate) fn states(field: Field, cell: &str) -> bool {
    if is_no_value(cell) {
        return false;
    }
    match field {
        Field::Document => !matches!(
            Presented::read(cell),
            Err(ReadError::Empty | ReadError::NotADocument | ReadError::Foreign(_))
        ),
        Field::Number | Field::Code | Field::Holder | Field::Post => true,
        Field::Name | Field::Surname | Field::GivenName | Field::Patronymic => {
            cell.contains(char::is_alphabetic)
        }
        // As a Roman numeral too.
        Field::Level | Field::Edition => digits(&level(cell)) > 0,
        Field::Profession | Field::Qualification | Field::Skills | Field::Accreditation | Field::Basis => {
            digits(cell) > 0
        }
        Field::Centre => digits(cell) >= 6,
        Field::ExamOn | Field::IssuedOn | Field::ValidUntil => {
            digits(cell) >= 6 || value::date(cell).is_some()
        }
    }
}

/// Returns the more complete of two values that state the same; `None` if they differ. `beside` are
/// the other values that may follow a code in brackets.
///
/// They are compared as the core compares typed values with a record.
pub(crate) fn merged<'v>(field: Field, chosen: &'v str, other: &'v str, beside: &[&str]) -> Option<&'v str> {
    let same = match field {
        Field::Document => same_documents(chosen, other),
        // The post changes no answer, so that a second one is no contradiction.
        Field::Post => true,
        Field::Number => same_numbers(chosen, other),
        Field::Code => {
            chosen == other || matches!((Code::parse(chosen), Code::parse(other)), (Ok(a), Ok(b)) if a == b)
        }
        Field::Holder | Field::Centre => chosen == other || same_identities(chosen, other),
        Field::Name | Field::Surname | Field::GivenName | Field::Patronymic => {
            return longest_name(&[chosen, other]).ok();
        }
        Field::Profession | Field::Qualification => return merged_codes(chosen, other, beside),
        Field::Edition | Field::Level => level(chosen) == level(other),
        Field::Skills => same_lists(chosen, other),
        Field::Accreditation => same_code(chosen, other) || same_code(other, chosen),
        Field::Basis => return merged_bases(chosen, other),
        Field::ExamOn | Field::IssuedOn | Field::ValidUntil => {
            chosen == other || value::date(chosen).is_some_and(|day| value::date(other) == Some(day))
        }
    };
    same.then_some(chosen)
}

fn same_documents(left: &str, right: &str) -> bool {
    match (Presented::read(left), Presented::read(right)) {
        (Ok(Presented::Signed(left)), Ok(Presented::Signed(right))) => {
            left.claims == right.claims && left.key_id == right.key_id
        }
        (Ok(Presented::Typed(left)), Ok(Presented::Typed(right))) => left == right,
        _ => left == right,
    }
}

fn same_numbers(left: &str, right: &str) -> bool {
    let forms = |typed: &str| -> Vec<String> {
        let forms = numbers(typed);
        let all = forms.formats.iter().chain(&forms.repairs).map(String::as_str);
        all.chain([typed]).map(skeleton).collect()
    };
    let right = forms(right);
    forms(left).iter().any(|form| right.contains(form))
}

fn same_identities(left: &str, right: &str) -> bool {
    let (Ok(left), Ok(right)) = (TypedIdentity::parse(left), TypedIdentity::parse(right)) else {
        return false;
    };
    std::iter::once(&left.number).chain(&left.repairs).any(|number| right.may_be(number))
}

/// Two codes, of which one may be followed by other values, for example the edition.
fn merged_codes<'v>(chosen: &'v str, other: &'v str, beside: &[&str]) -> Option<&'v str> {
    let same = |typed: &str, code: &str| same_code_beside(typed, code, beside);
    if same(chosen, other) || same(other, chosen) {
        return Some(chosen);
    }
    // The core compares what follows with the record.
    let leads = |typed: &str, code: &str| {
        same_code(leading_code(typed), code) || same_code(code, leading_code(typed))
    };
    if leads(chosen, other) {
        Some(chosen)
    } else if leads(other, chosen) {
        Some(other)
    } else {
        None
    }
}

/// Two bases, of which one may leave out the kind.
fn merged_bases<'v>(chosen: &'v str, other: &'v str) -> Option<&'v str> {
    let same_id = same_code(chosen, other) || same_code(&unlabelled(chosen), other);
    match (basis_kind(chosen), basis_kind(other)) {
        (Some(one), Some(two)) => (same_id && one == two).then_some(chosen),
        (None, Some(_)) => same_id.then_some(other),
        (_, None) => same_id.then_some(chosen),
    }
}

/// Returns the items of a cell with several values: between commas, semicolons, bars or line breaks.
///
/// ```
/// assert_eq!(rastau_tables::items("S-1, S-2;S-3").collect::<Vec<_>>(), ["S-1", "S-2", "S-3"]);
/// ```
pub fn items(cell: &str) -> impl Iterator<Item = &str> + Clone {
    cell.split([',', ';', '\n', '|']).map(str::trim).filter(|item| !item.is_empty())
}

/// Returns the kind of basis that a cell of [`Field::Basis`] names beside the identifier, if it names one.
///
/// ```
/// use rastau_core::document::BasisKind;
///
/// assert_eq!(rastau_tables::basis_kind("Профстандарт PS-1"), Some(BasisKind::Standard));
/// assert_eq!(rastau_tables::basis_kind("PS-1"), None);
/// ```
#[must_use]
pub fn basis_kind(cell: &str) -> Option<BasisKind> {
    let cell = cell.to_lowercase();
    let names = |stems: &[&str]| stems.iter().any(|stem| cell.contains(stem));
    if names(&["требован", "талап", "requirement"]) {
        Some(BasisKind::QualificationRequirements)
    } else {
        names(&["стандарт", "standard"]).then_some(BasisKind::Standard)
    }
}

fn same_lists(left: &str, right: &str) -> bool {
    let within = |left: &str, right: &str| {
        items(left).all(|one| items(right).any(|other| same_code(one, other) || same_code(other, one)))
    };
    within(left, right) && within(right, left)
}

/// Returns the most complete of several spellings and parts of one name.
///
/// # Errors
/// The index of a name that differs from the first. Lists state names in Cyrillic and in Latin letters beside each
/// other; a name in another script than the first cannot be compared and is left out.
pub(crate) fn longest_name<'n>(names: &[&'n str]) -> Result<&'n str, usize> {
    let script = names.first().map(|name| Script::of(name));
    let comparable = |name: &str| Some(Script::of(name)) == script;
    let is_part = |part: &str, whole: &str| !comparable(part) || is_part(part, whole);
    let length = |name: &str| folded_words(name).iter().map(|word| word.chars().count()).sum::<usize>();
    let Some((longest, name)) = names
        .iter()
        .enumerate()
        .rev()
        .filter(|(_, name)| comparable(name))
        .max_by_key(|(_, name)| length(name))
    else {
        return Ok("");
    };
    if names.iter().all(|other| is_part(other, name)) {
        return Ok(name);
    }
    let first = names.first().copied().unwrap_or_default();
    Err(names.iter().position(|other| !is_part(other, first)).unwrap_or(longest))
}

/// Whether a name is another one in another spelling, or a part of it. Initials alone do not make two names the same.
fn is_part(part: &str, whole: &str) -> bool {
    let full = |name: &str| -> Vec<String> {
        folded_words(name).into_iter().filter(|word| word.chars().nth(1).is_some()).collect()
    };
    let (left, right) = (full(part), full(whole));
    let shared = left.iter().any(|one| {
        right.iter().any(|other| {
            one.starts_with(other.as_str())
                || other.starts_with(one.as_str())
                || other.ends_with(one.as_str())
        })
    });
    compare_names(part, whole) != NameMatch::Different && (shared || left.is_empty() || right.is_empty())
}
