//! The typed form: the fields of a printed document as a JSON object, typed by a user who has no QR code.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::claims::BasisKind;
use super::code::Code;
use super::text::Presented;
use super::{MAX_NAME, MAX_SKILLS, is_code, is_number, name};
use crate::calendar::Date;
use crate::codec::json::{Json, Object, Problem};
use crate::error::{CodeError, FORM_FIELDS, FieldProblem, FormField, ReadError};
use crate::identity::TypedIdentity;
use crate::input::value::{self, Numbers};
use crate::input::{is_lossy, tidy};

/// Maximum number of words among which a verification code is looked for.
const MAX_WORDS: usize = 24;

/// A typed form. Only the number is required; each other field is compared with the register's record if it is present.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Document number, as typed.
    pub number: String,
    /// Other forms in which the register may have the number.
    pub numbers: Numbers,
    /// The verification code. Its check character is correct.
    pub code: Option<Code>,
    /// The holder's identity number, without formatting.
    pub holder: Option<TypedIdentity>,
    /// The holder's name, in one script.
    pub name: Option<String>,
    /// The other attributes.
    pub stated: Stated,
}

/// The attributes that a typed form states; `None` for those it does not state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stated {
    /// Code of the profession.
    pub profession: Option<String>,
    /// Edition of the classifier.
    pub edition: Option<String>,
    /// Code of the qualification.
    pub qualification: Option<String>,
    /// Qualification level.
    pub level: Option<String>,
    /// Codes of the skills.
    pub skills: Option<Vec<String>>,
    /// BIN of the centre.
    pub centre: Option<TypedIdentity>,
    /// Serial number of the accreditation certificate.
    pub accreditation: Option<String>,
    /// The standard or requirements of the exam (art. 15.4).
    pub basis: Option<StatedBasis>,
    /// The day of the exam.
    pub exam_on: Option<Date>,
    /// The day of issue.
    pub issued_on: Option<Date>,
    /// The last day of validity.
    pub valid_until: Option<Date>,
}

/// The basis of the exam as a typed form states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatedBasis {
    /// The kind; `None` if only the identifier was typed.
    pub kind: Option<BasisKind>,
    /// The identifier.
    pub id: String,
}

impl From<Problem> for ReadError {
    #[inline(never)]
    fn from(problem: Problem) -> Self {
        Self::Form { problem: problem.to_string() }
    }
}

/// The fields of a form as JSON. Surrounding white space of text is dropped.
struct Fields<'j>(&'j Object);

impl Fields<'_> {
    /// Returns a field, or `None` if it is missing or `null`.
    fn get(&self, name: &str) -> Option<&Json> {
        self.0.get(name).filter(|json| !matches!(json, Json::Null))
    }

    fn text(&self, field: FormField) -> Result<Option<&str>, ReadError> {
        self.text_of(field.name())
    }

    fn text_of(&self, name: &'static str) -> Result<Option<&str>, ReadError> {
        let text = self.get(name).map(Json::text).transpose();
        Ok(text.map_err(|problem| problem.within(name))?.map(str::trim))
    }

    fn code(&self, field: FormField) -> Result<Option<String>, ReadError> {
        let unlabelled = match field {
            FormField::Level | FormField::Edition => value::unlabelled_level,
            _ => value::unlabelled_code,
        };
        match self.text(field)?.map(unlabelled) {
            Some(text) if !is_typed_code(&text) => {
                Err(ReadError::Field { field, problem: FieldProblem::Code })
            }
            Some(text) if is_lossy(&text) => Err(ReadError::Field { field, problem: FieldProblem::Lost }),
            text => Ok(text),
        }
    }

    fn date(&self, field: FormField) -> Result<Option<Date>, ReadError> {
        let Some(text) = self.text(field)? else { return Ok(None) };
        let not_a_date = || ReadError::Field { field, problem: FieldProblem::Date { text: text.into() } };
        value::date(text).map(Some).ok_or_else(not_a_date)
    }

    fn skills(&self) -> Result<Option<Vec<String>>, ReadError> {
        let Some(json) = self.get("skills") else { return Ok(None) };
        let items = json.list().map_err(|problem| problem.within("skills"))?;
        let mut skills = Vec::new();
        for item in items {
            skills.push(value::unlabelled_code(item.text().map_err(|problem| problem.within("skills"))?));
        }
        if skills.len() > MAX_SKILLS || !skills.iter().all(|skill| is_code(skill)) {
            return Err(ReadError::Field { field: FormField::Skills, problem: FieldProblem::Skills });
        }
        Ok(Some(skills))
    }

    fn basis(&self) -> Result<Option<StatedBasis>, ReadError> {
        let Some(json) = self.get("basis") else { return Ok(None) };
        let basis = Fields(json.object(&["kind", "id"]).map_err(|problem| problem.within("basis"))?);
        let error = |problem| ReadError::Field { field: FormField::Basis, problem };
        let of_name = |name| BasisKind::from_name(name).ok_or_else(|| error(FieldProblem::BasisKind));
        let kind = basis.text_of("kind")?.map(of_name).transpose()?;
        let id = basis.text_of("id")?.map(value::unlabelled_code).filter(|id| is_code(id));
        Ok(Some(StatedBasis { kind, id: id.ok_or_else(|| error(FieldProblem::BasisId))? }))
    }
}

impl Form {
    /// Reads a form from JSON (RFC 8259): an object with the fields of [`FORM_FIELDS`].
    ///
    /// All fields are text, except `skills` (a list of codes) and `basis` (`{"kind", "id"}`, of which
    /// the kind may be missing). Dates are `YYYY-MM-DD`. A
    /// field that is `null` counts as missing. The caller limits the length of `json`; [`super::Presented::read`] limits
    /// it to [`super::text::MAX_FORM`] bytes.
    ///
    /// # Errors
    /// [`ReadError::Form`] if the JSON is malformed, a field is unknown, duplicate or of the wrong type, or the number is
    /// missing; [`ReadError::Field`], [`ReadError::Code`] or [`ReadError::Identity`] for a value that is not valid.
    ///
    /// # Examples
    /// ```
    /// use rastau_core::document::Form;
    ///
    /// let form = Form::read(r#"{"number": "N-1", "code": "0000-0000-0000-0000-0", "level": "4.1"}"#)?;
    /// assert_eq!(form.number, "N-1");
    /// assert!(form.code.is_some());
    /// assert_eq!(form.stated.level.as_deref(), Some("4.1"));
    ///
    /// let error = Form::read(r#"{"number": "N-1", "issued_on": "2026-02-30"}"#).unwrap_err();
    /// assert!(error.to_string().starts_with("field \"issued_on\""));
    /// # Ok::<(), rastau_core::error::ReadError>(())
    /// ```
    pub fn read(json: &str) -> Result<Self, ReadError> {
        Self::read_with(json, None)
    }

    /// Reads what is stated beside `document`, for example the other columns of its row in a list, from JSON as
    /// [`Form::read`] does. The number may be missing; it is then that of the document. See
    /// [`verify_beside`](crate::verify_beside).
    ///
    /// # Errors
    /// As [`Form::read`].
    pub fn beside(json: &str, document: &Presented) -> Result<Self, ReadError> {
        Self::read_with(json, Some(document.number()))
    }

    fn read_with(json: &str, default_number: Option<&str>) -> Result<Self, ReadError> {
        let json = Json::parse(json).map_err(|problem| ReadError::Form { problem })?;
        let fields = Fields(json.object(FORM_FIELDS)?);
        let Some(number) = fields.text(FormField::Number)?.or(default_number) else {
            return Err(Problem::new("is missing").within("number").into());
        };
        // Control characters are blanks here; the number as typed is the first candidate only if it can be one.
        let number = if is_number(number) { number.to_string() } else { tidy(number) };
        if !is_number(&number) {
            return Err(ReadError::Field { field: FormField::Number, problem: FieldProblem::Number });
        }
        let typed_name = fields.text(FormField::Name)?;
        let name = typed_name.map(|name| tidy(name::unlabelled(name)));
        if name.as_ref().is_some_and(|name| !name::is_name(name)) {
            return Err(ReadError::Field { field: FormField::Name, problem: FieldProblem::Name });
        }
        for (field, text) in [(FormField::Number, Some(number.as_str())), (FormField::Name, typed_name)] {
            if text.is_some_and(is_lossy) {
                return Err(ReadError::Field { field, problem: FieldProblem::Lost });
            }
        }
        let holder = fields.text(FormField::Holder)?.map(TypedIdentity::parse).transpose();
        let holder = holder.map_err(ReadError::Identity)?;
        let centre = fields.text(FormField::Centre)?.map(TypedIdentity::parse).transpose();
        let mut numbers = value::numbers(&number);
        numbers.formats.retain(|number| is_number(number));
        Ok(Self {
            number,
            numbers,
            code: fields.text(FormField::Code)?.map(typed_code).transpose().map_err(ReadError::Code)?,
            holder,
            name,
            stated: Stated {
                profession: fields.code(FormField::Profession)?,
                edition: fields.code(FormField::Edition)?,
                qualification: fields.code(FormField::Qualification)?,
                level: fields.code(FormField::Level)?,
                skills: fields.skills()?,
                centre: centre.map_err(|error| {
                    let problem = FieldProblem::Centre(error);
                    ReadError::Field { field: FormField::Centre, problem }
                })?,
                accreditation: fields.code(FormField::Accreditation)?,
                basis: fields.basis()?,
                exam_on: fields.date(FormField::ExamOn)?,
                issued_on: fields.date(FormField::IssuedOn)?,
                valid_until: fields.date(FormField::ValidUntil)?,
            },
        })
    }
}

/// Returns whether a text can be a code, optionally followed by other values. Those are compared with the record too.
fn is_typed_code(text: &str) -> bool {
    is_code(text) || (text.len() <= MAX_NAME && is_code(value::leading_code(text)))
}

/// Reads a verification code, with or without punctuation in it and words around it. Exactly one sequence of adjacent
/// words must be readable as a code.
fn typed_code(text: &str) -> Result<Code, CodeError> {
    let parse = |text: &str| {
        Code::parse(&text.chars().filter(|character| character.is_alphanumeric()).collect::<String>())
    };
    let text = tidy(text);
    let error = match Code::parse(&text).or_else(|_| parse(&text)) {
        Ok(code) => return Ok(code),
        Err(error) => error,
    };
    let words: Vec<&str> =
        text.split([' ', ':', '=']).filter(|word| !word.is_empty()).take(MAX_WORDS).collect();
    let mut found = None;
    for (start, end) in (0..words.len()).flat_map(|start| (start..words.len()).map(move |end| (start, end))) {
        match (parse(&words.get(start..=end).unwrap_or_default().concat()), found) {
            (Ok(code), Some(known)) if code != known => return Err(error),
            (Ok(code), _) => found = Some(code),
            (Err(_), _) => {}
        }
    }
    found.ok_or(error)
}

#[cfg(test)]
mod tests;
