//! The texts of errors: what could not be read or accepted, and what to do.
//!
//! The English texts are those of `rastau-core`. A text in another language has the same form: lower case, no full stop,
//! `{placeholders}` of the English one. Here it becomes a sentence.

use alloc::format;
use alloc::string::{String, ToString};
use core::fmt::{self, Write};

use rastau_core::error::{
    Coded, ErrorCode, FieldProblem, FormField, PageError, ReadError, Stage, write_template,
};
use rastau_core::identity::{IdentityError, Kind};
use rastau_core::input::foreign::{ForeignCode, Part};

use crate::dates::date;
use crate::lang::Lang;

/// Returns an error whose text is in the table of codes as a sentence. For [`ReadError`] and for errors about facts use
/// [`read_error`] and [`crate::facts_error`], which also translate names of fields.
///
/// ```
/// use rastau_core::OpenError;
/// use rastau_messages::{Lang, error_text};
///
/// let text = error_text(&OpenError::RootExpired, Lang::En);
/// assert_eq!(text, "The trust root has expired; get a bundle with a newer one.");
/// ```
#[must_use]
pub fn error_text(error: &dyn Coded, lang: Lang) -> String {
    sentence(template(error.text_code(), lang), |name, out| write_value(error, lang, name, out))
}

/// Returns why a document or form could not be read, as a sentence.
///
/// ```
/// use rastau_core::Presented;
/// use rastau_messages::{Lang, read_error};
///
/// let error = Presented::read("").unwrap_err();
/// assert!(read_error(&error, Lang::Ru).contains("QR"));
/// ```
#[must_use]
pub fn read_error(error: &ReadError, lang: Lang) -> String {
    match error {
        ReadError::Field { field, problem } => {
            in_field(label(*field, lang), &field_problem(problem, lang), lang)
        }
        ReadError::Code(error) => in_field(label(FormField::Code, lang), &text(error, lang), lang),
        ReadError::Identity(error) => in_field(label(FormField::Holder, lang), &text(error, lang), lang),
        error => error_text(error, lang),
    }
}

/// Returns why a document or form could not be read, for the person who presented it: names the kind of a code that is not a document.
///
/// Show it on a screen. A list, a report or a log uses [`read_error`]: the kind of another code beside a person's name can be
/// sensitive.
///
/// ```
/// use rastau_core::Presented;
/// use rastau_messages::{Lang, presented_error, read_error};
///
/// let error = Presented::read("WIFI:S:guests;;").unwrap_err();
/// assert!(presented_error(&error, Lang::En).starts_with("This is the code of a Wi-Fi network. Scan"));
/// assert!(read_error(&error, Lang::En).starts_with("This is another kind of code"));
/// ```
#[must_use]
pub fn presented_error(error: &ReadError, lang: Lang) -> String {
    let ReadError::Foreign(code) = error else { return read_error(error, lang) };
    let words = &lang.words().errors;
    let what = match code {
        ForeignCode::Certificate(part) | ForeignCode::ElectronicDocument(part) => *part,
        ForeignCode::PropertyCertificate
        | ForeignCode::WebAddress(_)
        | ForeignCode::Credential
        | ForeignCode::Wifi
        | ForeignCode::Contact
        | ForeignCode::Payment
        | ForeignCode::Product => None,
    };
    let part = what.map_or_else(String::new, |Part { number, of }| {
        words.part.replace("{number}", &number.to_string()).replace("{of}", &of.to_string())
    });
    format!("{} {}", (words.foreign)(code).replace("{part}", &part), words.foreign_advice)
}

/// Returns why a page of the register cannot be used, as a sentence.
///
/// ```
/// use rastau_core::PageError;
/// use rastau_messages::{Lang, page_error};
///
/// assert!(page_error(PageError::Altered, Lang::En).starts_with("A page of the register differs"));
/// ```
#[must_use]
pub fn page_error(error: PageError, lang: Lang) -> String {
    sentence((lang.words().errors.page)(error), |_, _| Ok(()))
}

/// Returns the message for an error of a device's disk, without paths: what failed and what to do. `None` if the code's stage
/// is not [`Stage::Disk`], or if the text in this language needs the error's values: [`error_text`] has them.
#[must_use]
pub fn device_error(code: ErrorCode, lang: Lang) -> Option<String> {
    let text = if lang == Lang::En { code.text() } else { template(code, lang) };
    (code.stage() == Stage::Disk && !text.contains('{')).then(|| sentence(text, |_, _| Ok(())))
}

/// The text of an error within a sentence.
pub(crate) fn text(error: &dyn Coded, lang: Lang) -> String {
    filled(template(error.code(), lang), |name, out| write_value(error, lang, name, out))
}

/// Writes a value of an error's text. An error that is the cause of another has its own text in the language.
fn write_value(error: &dyn Coded, lang: Lang, name: &str, out: &mut dyn Write) -> fmt::Result {
    match error.cause() {
        Some(cause) if name == "source" => out.write_str(&text(cause, lang)),
        _ => error.write_value(name, out),
    }
}

/// The sentence about a field that has a problem.
pub(crate) fn in_field(field: &str, problem: &str, lang: Lang) -> String {
    sentence(template(ErrorCode::FormField, lang), |name, out| match name {
        "field" => out.write_str(field),
        _ => out.write_str(problem),
    })
}

/// A template with its values.
pub(crate) fn filled(
    template: &str,
    value: impl FnMut(&str, &mut (dyn Write + 'static)) -> fmt::Result,
) -> String {
    let mut out = String::new();
    // Writing to a `String` does not fail.
    let _ = write_template(&mut out as &mut dyn Write, template, value);
    out
}

/// A template with its values as a sentence: with a capital letter, unless a value comes first, and a full stop.
fn sentence(template: &str, value: impl FnMut(&str, &mut (dyn Write + 'static)) -> fmt::Result) -> String {
    let mut letters = template.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    filled(&format!("{capital}{}.", letters.as_str()), value)
}

/// The text of a code in a language, or in English.
fn template(code: ErrorCode, lang: Lang) -> &'static str {
    (lang.words().errors.error)(code).unwrap_or(code.template())
}

fn field_problem(problem: &FieldProblem, lang: Lang) -> String {
    filled((lang.words().errors.field_problem)(problem), |name, out| match problem {
        FieldProblem::Centre(error) => out.write_str(&text(error, lang)),
        problem => problem.write_value(name, out),
    })
}

/// Returns the label of a form's field.
///
/// ```
/// use rastau_core::error::FormField;
/// use rastau_messages::{Lang, label};
///
/// assert_eq!(label(FormField::Level, Lang::En), "Level");
/// ```
#[must_use]
pub fn label(field: FormField, lang: Lang) -> &'static str {
    let (labels, fields) = (&lang.words().labels, &lang.words().fields);
    match field {
        FormField::Number => labels.number,
        FormField::Code => fields.code,
        FormField::Holder => labels.identity,
        FormField::Name => fields.name,
        FormField::Profession => labels.profession,
        FormField::Edition => fields.edition,
        FormField::Qualification => labels.qualification,
        FormField::Level => labels.level,
        FormField::Skills => labels.skills,
        FormField::Centre => labels.centre,
        FormField::Accreditation => labels.accreditation,
        FormField::Basis => fields.basis,
        FormField::ExamOn => labels.exam_on,
        FormField::IssuedOn => labels.issued_on,
        FormField::ValidUntil => labels.valid_until,
    }
}

/// Returns what an identity number is, or why it is not valid, as a sentence.
///
/// ```
/// use rastau_core::identify;
/// use rastau_messages::{Lang, identity};
///
/// assert_eq!(identity(&identify("990140000017"), Lang::En), "BIN, registered in month 01 of year 99.");
/// ```
#[must_use]
pub fn identity(found: &Result<Kind, IdentityError>, lang: Lang) -> String {
    let words = lang.words();
    match found {
        // A Russian date ends in a full stop ("1990 г."), which also ends the sentence.
        Ok(Kind::Iin { born_on }) => words.iin.replace("{day}", &date(*born_on, lang)).replace("..", "."),
        Ok(Kind::Bin { year, month }) => words
            .bin
            .replace("{year}", &alloc::format!("{year:02}"))
            .replace("{month}", &alloc::format!("{month:02}")),
        Err(error) => error_text(error, lang),
    }
}
