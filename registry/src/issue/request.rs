//! What a centre asks the registry to issue.

use rastau_core::calendar::Date;
use rastau_core::document::name::is_name;
use rastau_core::document::{Basis, BasisKind, Claims, MAX_SKILLS, is_code, is_number};
use rastau_core::identity::Identity;
use serde::Deserialize;

use super::{End, Order};
use crate::RegistryError;
use crate::text::no_day;

/// What a centre asks the registry to issue, as JSON.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Document number.
    pub number: String,
    /// The holder's identity number.
    pub holder: String,
    /// The holder's name, the official spelling first; perhaps a second one in another script.
    pub names: Vec<String>,
    /// Code of the profession.
    pub profession: String,
    /// Edition of the classifier.
    pub edition: String,
    /// Code of the qualification.
    pub qualification: Option<String>,
    /// Qualification level.
    pub level: String,
    /// Codes of the skills, for a document on skills only (art. 20).
    #[serde(default)]
    pub skills: Vec<String>,
    /// BIN of the centre.
    pub centre: String,
    /// Serial number of its accreditation certificate.
    pub accreditation: String,
    /// What was tested against.
    pub basis: RequestBasis,
    /// The day of the exam.
    pub exam_on: String,
    /// The day of issue.
    pub issued_on: String,
    /// The last day of validity; left out, the register's term gives it.
    pub valid_until: Option<String>,
    /// Whether the document prints the last day.
    #[serde(default = "yes")]
    pub prints_valid_until: bool,
}

/// The basis of a request.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestBasis {
    /// `standard` or `qualification-requirements`.
    pub kind: String,
    /// Its identifier.
    pub id: String,
}

const fn yes() -> bool {
    true
}

impl Request {
    /// Reads one request or a list of them from JSON.
    pub fn read(json: &str) -> Result<Vec<Self>, RegistryError> {
        let bad =
            |error: serde_json::Error| RegistryError::said(format!("the request cannot be read: {error}"));
        if json.trim_start().starts_with('[') {
            serde_json::from_str(json).map_err(bad)
        } else {
            serde_json::from_str(json).map(|one| vec![one]).map_err(bad)
        }
    }

    /// Checks the request on its own; the register is asked when it is issued.
    pub fn order(&self) -> Result<Order, RegistryError> {
        let bad = |field: &str, problem: &str| {
            RegistryError::said(format!("request {}: {field}: {problem}", self.number))
        };
        let day = |field: &str, text: &str| Date::parse(text).ok_or_else(|| bad(field, &no_day(text)));
        if !is_number(&self.number) {
            return Err(bad("number", "must be 1 to 64 printable characters"));
        }
        if !(1..=2).contains(&self.names.len()) || !self.names.iter().all(|name| is_name(name)) {
            return Err(bad("names", "must be one or two names of at most 160 bytes"));
        }
        let codes = [&self.profession, &self.edition, &self.level, &self.accreditation, &self.basis.id];
        let optional = self.qualification.iter().chain(&self.skills);
        if !codes.into_iter().chain(optional).all(|code| is_code(code)) || self.skills.len() > MAX_SKILLS {
            return Err(bad("codes", "must be 1 to 32 printable bytes each, at most 32 skills"));
        }
        let identity =
            |field: &str, text: &str| Identity::parse(text).map_err(|error| bad(field, &error.to_string()));
        let kind = BasisKind::from_name(&self.basis.kind)
            .ok_or_else(|| bad("basis", "kind must be \"standard\" or \"qualification-requirements\""))?;
        let (exam_on, issued_on) = (day("exam_on", &self.exam_on)?, day("issued_on", &self.issued_on)?);
        if exam_on > issued_on {
            return Err(bad("exam_on", "is after the day of issue"));
        }
        let end = match (&self.valid_until, self.prints_valid_until) {
            (Some(_), false) => return Err(bad("valid_until", "a day of its own must be printed")),
            (Some(text), true) => End::On(day("valid_until", text)?),
            (None, true) => End::PrintedTerm,
            (None, false) => End::ByTerm,
        };
        Ok(Order {
            claims: Claims {
                number: self.number.clone(),
                holder: identity("holder", &self.holder)?,
                names: self.names.clone(),
                profession: self.profession.clone(),
                edition: self.edition.clone(),
                qualification: self.qualification.clone(),
                level: self.level.clone(),
                skills: self.skills.clone(),
                centre: identity("centre", &self.centre)?,
                accreditation: self.accreditation.clone(),
                basis: Basis { kind, id: self.basis.id.clone() },
                exam_on,
                issued_on,
                valid_until: None,
                code: None,
                unknown: Vec::new(),
            },
            end,
        })
    }
}
