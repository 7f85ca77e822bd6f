//! The typed form: what a person reads off a paper without a QR code, as a JSON object.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use super::claims::{Basis, BasisKind};
use super::code::Code;
use super::{MAX_SKILLS, is_code, is_number, name};
use crate::calendar::{Date, parse_date};
use crate::codec::json::{Json, Object, Problem};
use crate::error::ReadError;
use crate::identity::Identity;

/// A typed form after reading. Only the number is always there; every other field is compared with the
/// register's record where it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Document number.
    pub number: String,
    /// The verification code, its check character already found right.
    pub code: Option<Code>,
    /// The holder's identity number.
    pub holder: Option<Identity>,
    /// The holder's name, in one script.
    pub name: Option<String>,
    /// The attributes that were typed in, if any.
    pub stated: Stated,
}

/// Attributes as a paper states them; `None` where it was not said.
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
    /// What was tested against.
    pub basis: Option<Basis>,
    /// The day of the exam.
    pub exam_on: Option<Date>,
    /// The day of issue.
    pub issued_on: Option<Date>,
    /// The last day of validity.
    pub valid_until: Option<Date>,
}

/// The names of what a form may say.
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

/// The fields of a form as they are spelled, without the space around them.
struct Spelled<'j>(&'j Object);

impl Spelled<'_> {
    /// A field; `None` where it was left out or is `null`.
    fn get(&self, name: &str) -> Option<&Json> {
        self.0.get(name).filter(|json| !matches!(json, Json::Null))
    }

    fn text(&self, name: &'static str) -> Result<Option<&str>, ReadError> {
        let text = self.get(name).map(Json::text).transpose();
        Ok(text.map_err(|problem| problem.within(name))?.map(str::trim))
    }

    fn code(&self, name: &'static str) -> Result<Option<String>, ReadError> {
        match self.text(name)? {
            Some(text) if !is_code(text) => wrong(name, "must be 1 to 32 printable characters"),
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
            return wrong("skills", "must be at most 32 codes of 1 to 32 printable characters");
        }
        Ok(Some(skills))
    }

    fn basis(&self) -> Result<Option<Basis>, ReadError> {
        let Some(json) = self.get("basis") else { return Ok(None) };
        let basis = Spelled(json.object(&["kind", "id"]).map_err(|problem| problem.within("basis"))?);
        let Some(kind) = basis.text("kind")?.and_then(BasisKind::from_name) else {
            return wrong("basis", "kind must be \"standard\" or \"qualification-requirements\"");
        };
        match basis.text("id")? {
            Some(id) if is_code(id) => Ok(Some(Basis { kind, id: id.to_string() })),
            _ => wrong("basis", "id must be 1 to 32 printable characters"),
        }
    }
}

fn wrong<T>(name: &'static str, problem: &str) -> Result<T, ReadError> {
    Err(ReadError::Field { name, problem: problem.to_string() })
}

impl Form {
    /// Reads a form from JSON (RFC 8259). Unknown and repeated fields, wrong types and impossible values are
    /// errors that name the field.
    pub fn read(json: &str) -> Result<Self, ReadError> {
        let json = Json::parse(json).map_err(|problem| ReadError::Form { problem })?;
        let spelled = Spelled(json.object(FIELDS)?);
        let Some(number) = spelled.text("number")? else {
            return Err(Problem::new("is missing").within("number").into());
        };
        if !is_number(number) {
            return wrong("number", "must be 1 to 64 printable characters");
        }
        let name = spelled.text("name")?;
        if name.is_some_and(|name| !name::is_name(name)) {
            return wrong("name", "must be a name of at most 160 bytes");
        }
        let centre = spelled.text("centre")?.map(Identity::parse).transpose();
        Ok(Self {
            number: number.to_string(),
            code: spelled.text("code")?.map(Code::parse).transpose().map_err(ReadError::Code)?,
            holder: spelled.text("holder")?.map(Identity::parse).transpose().map_err(ReadError::Identity)?,
            name: name.map(ToString::to_string),
            stated: Stated {
                profession: spelled.code("profession")?,
                edition: spelled.code("edition")?,
                qualification: spelled.code("qualification")?,
                level: spelled.code("level")?,
                skills: spelled.skills()?,
                centre: centre
                    .map_err(|error| ReadError::Field { name: "centre", problem: error.to_string() })?,
                accreditation: spelled.code("accreditation")?,
                basis: spelled.basis()?,
                exam_on: spelled.date("exam_on")?,
                issued_on: spelled.date("issued_on")?,
                valid_until: spelled.date("valid_until")?,
            },
        })
    }
}

#[cfg(test)]
mod tests;
