//! The typed form: what a person reads off a paper without a QR code, as a JSON object.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Deserialize;

use super::claims::{Basis, BasisKind};
use super::code::Code;
use super::{MOST_SKILLS, is_code, is_number, name};
use crate::calendar::{Date, parse_date};
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

/// The JSON as it is spelled.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Spelled {
    number: String,
    code: Option<String>,
    holder: Option<String>,
    name: Option<String>,
    profession: Option<String>,
    edition: Option<String>,
    qualification: Option<String>,
    level: Option<String>,
    skills: Option<Vec<String>>,
    centre: Option<String>,
    accreditation: Option<String>,
    basis: Option<SpelledBasis>,
    exam_on: Option<String>,
    issued_on: Option<String>,
    valid_until: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SpelledBasis {
    kind: String,
    id: String,
}

fn field<T>(name: &'static str, problem: &str) -> Result<T, ReadError> {
    Err(ReadError::Field { name, problem: problem.to_string() })
}

fn code_field(name: &'static str, text: Option<String>) -> Result<Option<String>, ReadError> {
    match text {
        Some(text) if !is_code(text.trim()) => field(name, "must be 1 to 32 printable characters"),
        Some(text) => Ok(Some(text.trim().to_string())),
        None => Ok(None),
    }
}

fn date_field(name: &'static str, text: Option<String>) -> Result<Option<Date>, ReadError> {
    text.map(|text| parse_date(text.trim())).transpose().map_err(|problem| ReadError::Field { name, problem })
}

impl Form {
    /// Reads a form from JSON (RFC 8259). Unknown and repeated fields, wrong types and impossible values are
    /// errors that name the field.
    pub fn read(json: &str) -> Result<Self, ReadError> {
        let spelled: Spelled =
            serde_json::from_str(json).map_err(|error| ReadError::Form { problem: error.to_string() })?;
        let number = spelled.number.trim().to_string();
        if !is_number(&number) {
            return field("number", "must be 1 to 64 printable characters");
        }
        let holder_name = spelled.name.map(|name| name.trim().to_string());
        if holder_name.as_deref().is_some_and(|holder| !name::is_name(holder)) {
            return field("name", "must be a name of at most 160 bytes");
        }
        let skills = spelled
            .skills
            .map(|skills| skills.iter().map(|skill| skill.trim().to_string()).collect::<Vec<_>>());
        if skills
            .as_ref()
            .is_some_and(|skills| skills.len() > MOST_SKILLS || !skills.iter().all(|skill| is_code(skill)))
        {
            return field("skills", "must be at most 32 codes of 1 to 32 printable characters");
        }
        let centre = match spelled.centre.as_deref().map(Identity::parse) {
            Some(Err(error)) => return Err(ReadError::Field { name: "centre", problem: error.to_string() }),
            Some(Ok(centre)) => Some(centre),
            None => None,
        };
        let basis = match spelled.basis {
            Some(basis) => match (BasisKind::from_name(&basis.kind), is_code(basis.id.trim())) {
                (Some(kind), true) => Some(Basis { kind, id: basis.id.trim().to_string() }),
                (None, _) => {
                    return field("basis", "kind must be \"standard\" or \"qualification-requirements\"");
                }
                (_, false) => return field("basis", "id must be 1 to 32 printable characters"),
            },
            None => None,
        };
        Ok(Self {
            number,
            code: spelled.code.as_deref().map(Code::parse).transpose().map_err(ReadError::Code)?,
            holder: spelled
                .holder
                .as_deref()
                .map(Identity::parse)
                .transpose()
                .map_err(ReadError::Identity)?,
            name: holder_name,
            stated: Stated {
                profession: code_field("profession", spelled.profession)?,
                edition: code_field("edition", spelled.edition)?,
                qualification: code_field("qualification", spelled.qualification)?,
                level: code_field("level", spelled.level)?,
                skills,
                centre,
                accreditation: code_field("accreditation", spelled.accreditation)?,
                basis,
                exam_on: date_field("exam_on", spelled.exam_on)?,
                issued_on: date_field("issued_on", spelled.issued_on)?,
                valid_until: date_field("valid_until", spelled.valid_until)?,
            },
        })
    }
}

#[cfg(test)]
#[path = "form_tests.rs"]
mod tests;
