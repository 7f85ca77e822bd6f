//! The texts of errors: what could not be read or accepted, and what to do.

use alloc::string::{String, ToString};

use rastau_core::error::{CodeError, FieldProblem, FormField, OpenError, ReadError};
use rastau_core::identity::{IdentityError, Kind};

use crate::lang::{Lang, date};

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
    let words = &lang.words().errors;
    let field = |field: FormField, problem: &str| {
        words.field.replace("{field}", label(field, lang)).replace("{problem}", problem)
    };
    match error {
        ReadError::Empty => words.empty.to_string(),
        ReadError::TooLong { limit } => words.too_long.replace("{limit}", &limit.to_string()),
        ReadError::NotADocument => words.not_a_document.to_string(),
        ReadError::UnknownVersion { prefix } => words.unknown_version.replace("{version}", prefix),
        ReadError::NotBase45 => words.cut_off.to_string(),
        ReadError::Malformed(error) => words.malformed.replace("{problem}", &error.to_string()),
        ReadError::Form { problem } => words.form.replace("{problem}", problem),
        ReadError::Field { field: name, problem } => field(*name, field_problem(problem, lang)),
        ReadError::Code(error) => field(FormField::Code, &code_error(*error, lang)),
        ReadError::Identity(error) => field(FormField::Holder, identity_error(*error, lang)),
    }
}

/// The label of a form's field.
fn label(field: FormField, lang: Lang) -> &'static str {
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

fn field_problem(problem: &FieldProblem, lang: Lang) -> &'static str {
    let words = &lang.words().errors;
    match problem {
        FieldProblem::Number => words.bad_number,
        FieldProblem::Code => words.bad_code,
        FieldProblem::Name => words.bad_name,
        FieldProblem::Skills => words.bad_skills,
        FieldProblem::BasisKind => words.bad_basis_kind,
        FieldProblem::BasisId => words.bad_basis_id,
        FieldProblem::Date { .. } => words.bad_date,
        FieldProblem::Centre(error) => identity_error(*error, lang),
    }
}

fn code_error(error: CodeError, lang: Lang) -> String {
    let words = &lang.words().errors;
    match error {
        CodeError::Length { found } => words.code_length.replace("{found}", &found.to_string()),
        CodeError::Character { character } => {
            words.code_character.replace("{character}", &character.to_string())
        }
        CodeError::Check => words.code_check.to_string(),
    }
}

pub(crate) fn identity_error(error: IdentityError, lang: Lang) -> &'static str {
    let words = &lang.words().errors;
    match error {
        IdentityError::NotTwelveDigits => words.twelve_digits,
        IdentityError::UnknownKind => words.unknown_kind,
        IdentityError::NoSuchDate => words.no_such_date,
        IdentityError::WrongCheckDigit => words.check_digit,
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
    let words = &lang.words().errors;
    match found {
        // A Russian date ends in a full stop ("1990 г."), which also ends the sentence.
        Ok(Kind::Iin { born_on }) => words.iin.replace("{day}", &date(*born_on, lang)).replace("..", "."),
        Ok(Kind::Bin { year, month }) => words
            .bin
            .replace("{year}", &alloc::format!("{year:02}"))
            .replace("{month}", &alloc::format!("{month:02}")),
        Err(error) => identity_error(*error, lang).to_string(),
    }
}

/// Returns why a bundle was not accepted, as a sentence.
///
/// ```
/// use rastau_core::OpenError;
/// use rastau_messages::{Lang, open_error};
///
/// assert_eq!(open_error(&OpenError::RootExpired, Lang::En), "The trust root has expired; get a newer bundle.");
/// ```
#[must_use]
pub fn open_error(error: &OpenError, lang: Lang) -> String {
    let words = &lang.words().errors;
    match error {
        OpenError::Malformed(statement, error) => words
            .bundle_malformed
            .replace("{file}", statement.name())
            .replace("{problem}", &error.to_string()),
        OpenError::TooFewSignatures { statement, valid, required } => words
            .bundle_signatures
            .replace("{file}", statement.name())
            .replace("{valid}", &valid.to_string())
            .replace("{required}", &required.to_string()),
        OpenError::ForeignRegister(statement) => words.bundle_foreign.replace("{file}", statement.name()),
        OpenError::BadRoles => words.bundle_roles.to_string(),
        OpenError::BrokenChain => words.bundle_chain.to_string(),
        OpenError::RootExpired => words.bundle_root_expired.to_string(),
        OpenError::Rollback(statement) => words.bundle_rollback.replace("{file}", statement.name()),
        OpenError::SameVersionOtherContent(statement) => {
            words.bundle_same_version.replace("{file}", statement.name())
        }
        OpenError::MixedUp(statement) => words.bundle_mixed_up.replace("{file}", statement.name()),
        OpenError::SegmentVanished | OpenError::BadSegments => words.bundle_segments.to_string(),
        OpenError::NewerFormat(_) => words.bundle_newer_format.to_string(),
        OpenError::LoweredFloor => words.bundle_lowered_floor.to_string(),
    }
}
