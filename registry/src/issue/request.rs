//! Requests of centres for documents to be issued.

use rastau_core::calendar::Date;
use rastau_core::document::name::{as_written, is_issuable, is_name, visible};
use rastau_core::document::{Basis, BasisKind, Claims, MAX_NAME, MAX_SKILLS, is_code, is_number};
use rastau_core::identity::Identity;
use serde::Deserialize;

use super::{End, Order};
use crate::RegistryError;
use crate::row_error::{ValueError, Vocabulary};
use crate::text::date;

/// Why a request is not valid on its own.
#[derive(Debug, thiserror::Error)]
pub enum RequestError {
    /// The JSON is not a request or a list of requests.
    #[error("the request cannot be read: {0}; expected one JSON object or a list of them")]
    Json(#[from] serde_json::Error),
    /// A field of a request is invalid.
    #[error("request {number}: {field}: {problem}")]
    Field {
        /// The document number requested.
        number: String,
        /// The field.
        field: &'static str,
        /// What is wrong with it.
        problem: FieldProblem,
    },
}

/// What is wrong with a field of a request.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FieldProblem {
    /// The value is invalid on its own.
    #[error(transparent)]
    Value(#[from] ValueError),
    /// No name, more than two, or one that is too long.
    #[error("expected one or two names of at most {MAX_NAME} bytes")]
    Names,
    /// A name with letters of two scripts, or with invisible characters.
    #[error("\"{0}\" mixes Cyrillic and Latin letters or has hidden characters; type it again in one script")]
    UnclearName(String),
    /// More skills than a document can state (art. 20).
    #[error("{0} skills; a document states at most {MAX_SKILLS}")]
    TooManySkills(usize),
    /// The exam is after the day of issue.
    #[error("is after the day of issue")]
    ExamAfterIssue,
    /// A last day of validity other than the register's that is not to be printed.
    #[error("a last day other than the register's must be printed; omit prints_valid_until")]
    NotPrinted,
}

/// A request for one document, as JSON.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The document number, 1 to 64 printable characters.
    pub number: String,
    /// The holder's identity number: an IIN, or another one that is not 12 digits.
    pub holder: String,
    /// The holder's name: the official spelling, and optionally a second one in another script.
    pub names: Vec<String>,
    /// The code of the profession.
    pub profession: String,
    /// The edition of the classifier.
    pub edition: String,
    /// The code of the qualification.
    pub qualification: Option<String>,
    /// The qualification level.
    pub level: String,
    /// The codes of the skills, for a document on skills only (art. 20).
    #[serde(default)]
    pub skills: Vec<String>,
    /// The BIN of the centre.
    pub centre: String,
    /// The serial number of its accreditation certificate.
    pub accreditation: String,
    /// The standard or requirements that the exam was held against (art. 15.4).
    pub basis: RequestBasis,
    /// The day of the exam, YYYY-MM-DD.
    pub exam_on: String,
    /// The day of issue, YYYY-MM-DD.
    pub issued_on: String,
    /// The last day of validity, YYYY-MM-DD. Without it the register's term applies (art. 21.5).
    pub valid_until: Option<String>,
    /// Whether the document prints the last day of validity; true by default.
    #[serde(default = "default_true")]
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

const fn default_true() -> bool {
    true
}

impl Request {
    /// Reads one request or a list of them from JSON.
    ///
    /// # Errors
    /// [`RequestError::Json`] for anything else, unknown fields included.
    pub fn read(json: &str) -> Result<Vec<Self>, RegistryError> {
        let requests = if json.trim_start().starts_with('[') {
            serde_json::from_str(json)
        } else {
            serde_json::from_str(json).map(|one| vec![one])
        };
        requests.map_err(|error| RequestError::Json(error).into())
    }

    fn error(&self, field: &'static str, problem: impl Into<FieldProblem>) -> RequestError {
        RequestError::Field { number: self.number.clone(), field, problem: problem.into() }
    }

    fn date(&self, field: &'static str, text: &str) -> Result<Date, RequestError> {
        date(text).map_err(|error| self.error(field, ValueError::from(error)))
    }

    fn identity(&self, field: &'static str, text: &str) -> Result<Identity, RequestError> {
        Identity::parse(text)
            .map_err(|source| self.error(field, ValueError::Identity { text: text.into(), source }))
    }

    fn code(&self, field: &'static str, text: &str) -> Result<(), RequestError> {
        if is_code(text) { Ok(()) } else { Err(self.error(field, ValueError::Code(text.into()))) }
    }

    /// Checks the request on its own. [`issue`](super::issue) compares it with the register.
    ///
    /// # Errors
    /// [`RequestError::Field`] with the first field that is invalid.
    pub fn order(&self) -> Result<Order, RegistryError> {
        if !is_number(&self.number) {
            return Err(self.error("number", ValueError::Number(self.number.clone())).into());
        }
        let names: Vec<String> = self.names.iter().map(|name| as_written(name)).collect();
        if !(1..=2).contains(&names.len()) || !names.iter().all(|name| is_name(name)) {
            return Err(self.error("names", FieldProblem::Names).into());
        }
        if let Some(name) = names.iter().find(|name| !is_issuable(name)) {
            return Err(self.error("names", FieldProblem::UnclearName(visible(name))).into());
        }
        for (field, code) in [
            ("profession", &self.profession),
            ("edition", &self.edition),
            ("level", &self.level),
            ("accreditation", &self.accreditation),
            ("basis", &self.basis.id),
        ] {
            self.code(field, code)?;
        }
        self.qualification.iter().try_for_each(|code| self.code("qualification", code))?;
        self.skills.iter().try_for_each(|code| self.code("skills", code))?;
        if self.skills.len() > MAX_SKILLS {
            return Err(self.error("skills", FieldProblem::TooManySkills(self.skills.len())).into());
        }
        let kind = BasisKind::from_name(&self.basis.kind).ok_or_else(|| {
            let text = self.basis.kind.clone();
            self.error("basis.kind", ValueError::Word { text, expected: Vocabulary::BasisKind })
        })?;
        let exam_on = self.date("exam_on", &self.exam_on)?;
        let issued_on = self.date("issued_on", &self.issued_on)?;
        if exam_on > issued_on {
            return Err(self.error("exam_on", FieldProblem::ExamAfterIssue).into());
        }
        let end = match (&self.valid_until, self.prints_valid_until) {
            (Some(_), false) => return Err(self.error("valid_until", FieldProblem::NotPrinted).into()),
            (Some(text), true) => End::On(self.date("valid_until", text)?),
            (None, true) => End::PrintedTerm,
            (None, false) => End::ByTerm,
        };
        Ok(Order {
            claims: Claims {
                number: self.number.clone(),
                holder: self.identity("holder", &self.holder)?,
                names,
                profession: self.profession.clone(),
                edition: self.edition.clone(),
                qualification: self.qualification.clone(),
                level: self.level.clone(),
                skills: self.skills.clone(),
                centre: self.identity("centre", &self.centre)?,
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
