//! The typed form: the fields of a printed document as a JSON object, typed by a user who has no QR code.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::claims::{Basis, BasisKind};
use super::code::Code;
use super::{MAX_SKILLS, is_code, is_number, name};
use crate::calendar::{Date, parse_date};
use crate::codec::json::{Json, Object, Problem};
use crate::error::ReadError;
use crate::identity::Identity;

/// A typed form. Only the number is required; each other field is compared with the register's record if it is present.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Document number.
    pub number: String,
    /// The verification code. Its check character is correct.
    pub code: Option<Code>,
    /// The holder's identity number.
    pub holder: Option<Identity>,
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
    pub centre: Option<Identity>,
    /// Serial number of the accreditation certificate.
    pub accreditation: Option<String>,
    /// The standard or requirements of the exam (art. 15.4).
    pub basis: Option<Basis>,
    /// The day of the exam.
    pub exam_on: Option<Date>,
    /// The day of issue.
    pub issued_on: Option<Date>,
    /// The last day of validity.
    pub valid_until: Option<Date>,
}

/// The names of a form's fields.
pub const FIELDS: &[&str] = &[
    "number",
    "code",
    "holder",
    "name",
    "profession",
    "edition",
    "qualification",
    "level",
    "skills",
    "centre",
    "accreditation",
    "basis",
    "exam_on",
    "issued_on",
    "valid_until",
];

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

    fn text(&self, name: &'static str) -> Result<Option<&str>, ReadError> {
        let text = self.get(name).map(Json::text).transpose();
        Ok(text.map_err(|problem| problem.within(name))?.map(str::trim))
    }

    fn code(&self, name: &'static str) -> Result<Option<String>, ReadError> {
        match self.text(name)? {
            Some(text) if !is_code(text) => field_error(name, "must be 1 to 32 printable characters"),
            text => Ok(text.map(ToString::to_string)),
        }
    }

    fn date(&self, name: &'static str) -> Result<Option<Date>, ReadError> {
        let day = self.text(name)?.map(parse_date).transpose();
        day.map_err(|problem| ReadError::Field { name, problem })
    }

    fn skills(&self) -> Result<Option<Vec<String>>, ReadError> {
        let Some(json) = self.get("skills") else { return Ok(None) };
        let items = json.list().map_err(|problem| problem.within("skills"))?;
        let mut skills = Vec::new();
        for item in items {
            let skill = item.text().map_err(|problem| problem.within("skills"))?.trim();
            skills.push(skill.to_string());
        }
        if skills.len() > MAX_SKILLS || !skills.iter().all(|skill| is_code(skill)) {
            return field_error("skills", "must be at most 32 codes of 1 to 32 printable characters");
        }
        Ok(Some(skills))
    }

    fn basis(&self) -> Result<Option<Basis>, ReadError> {
        let Some(json) = self.get("basis") else { return Ok(None) };
        let basis = Fields(json.object(&["kind", "id"]).map_err(|problem| problem.within("basis"))?);
        let Some(kind) = basis.text("kind")?.and_then(BasisKind::from_name) else {
            return field_error("basis", "kind must be \"standard\" or \"qualification-requirements\"");
        };
        match basis.text("id")? {
            Some(id) if is_code(id) => Ok(Some(Basis { kind, id: id.to_string() })),
            _ => field_error("basis", "id must be 1 to 32 printable characters"),
        }
    }
}

fn field_error<T>(name: &'static str, problem: &str) -> Result<T, ReadError> {
    Err(ReadError::Field { name, problem: problem.to_string() })
}

impl Form {
    /// Reads a form from JSON (RFC 8259): an object with the fields of [`FIELDS`].
    ///
    /// All fields are text, except `skills` (a list of codes) and `basis` (`{"kind", "id"}`). Dates are `YYYY-MM-DD`. A
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
        let json = Json::parse(json).map_err(|problem| ReadError::Form { problem })?;
        let fields = Fields(json.object(FIELDS)?);
        let Some(number) = fields.text("number")? else {
            return Err(Problem::new("is missing").within("number").into());
        };
        if !is_number(number) {
            return field_error("number", "must be 1 to 64 printable characters");
        }
        let name = fields.text("name")?;
        if name.is_some_and(|name| !name::is_name(name)) {
            return field_error("name", "must be a name of at most 160 bytes");
        }
        let centre = fields.text("centre")?.map(Identity::parse).transpose();
        Ok(Self {
            number: number.to_string(),
            code: fields.text("code")?.map(Code::parse).transpose().map_err(ReadError::Code)?,
            holder: fields.text("holder")?.map(Identity::parse).transpose().map_err(ReadError::Identity)?,
            name: name.map(ToString::to_string),
            stated: Stated {
                profession: fields.code("profession")?,
                edition: fields.code("edition")?,
                qualification: fields.code("qualification")?,
                level: fields.code("level")?,
                skills: fields.skills()?,
                centre: centre
                    .map_err(|error| ReadError::Field { name: "centre", problem: error.to_string() })?,
                accreditation: fields.code("accreditation")?,
                basis: fields.basis()?,
                exam_on: fields.date("exam_on")?,
                issued_on: fields.date("issued_on")?,
                valid_until: fields.date("valid_until")?,
            },
        })
    }
}

#[cfg(test)]
mod tests;
