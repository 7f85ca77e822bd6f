//! Issues documents: draws the verification code, seals the register's record, signs the text.
//!
//! The code is made here, by the registry, never by a centre; the register keeps tags and sealed attributes, not the
//! name, the identity number or the code.

use std::collections::HashMap;

use rastau_core::calendar::{Date, Term};
use rastau_core::document::name::{Script, is_name};
use rastau_core::document::sealed::{Attributes, Sealed, Validity};
use rastau_core::document::tags::{HolderTag, NameTag};
use rastau_core::document::{Basis, BasisKind, Claims, Code, MOST_SKILLS, is_code, is_number, text};
use rastau_core::identity::Identity;
use rastau_core::snapshot::rows::Offer;
use rusqlite::{Connection, OptionalExtension};
use serde::Deserialize;

use crate::RegistryError;
use crate::keys::SigningKey;
use crate::print::{Certificate, Words};
use crate::random::Random;

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

/// The end of validity of a document to be issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// By the register's term, not printed.
    ByTerm,
    /// By the register's term, printed where it has an end.
    PrintedTerm,
    /// On a day of its own, printed.
    On(Date),
}

/// A checked request: everything that goes into a record and a document.
#[derive(Debug, Clone)]
pub struct Order {
    /// What the document will say; its code and its end of validity are set when it is issued.
    pub claims: Claims,
    /// The end of validity.
    pub end: End,
}

/// An issued document.
#[derive(Debug, Clone)]
pub struct Issued {
    /// What it says.
    pub claims: Claims,
    /// The text for the QR code.
    pub text: String,
    /// The last day of validity, where there is one.
    pub valid_until: Option<Date>,
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
        let day = |field: &str, text: &str| {
            Date::parse(text).ok_or_else(|| bad(field, "not a date; write it as YYYY-MM-DD"))
        };
        if !is_number(&self.number) {
            return Err(bad("number", "must be 1 to 64 printable characters"));
        }
        if !(1..=2).contains(&self.names.len()) || !self.names.iter().all(|name| is_name(name)) {
            return Err(bad("names", "must be one or two names of at most 160 bytes"));
        }
        let codes = [&self.profession, &self.edition, &self.level, &self.accreditation, &self.basis.id];
        let optional = self.qualification.iter().chain(&self.skills);
        if !codes.into_iter().chain(optional).all(|code| is_code(code)) || self.skills.len() > MOST_SKILLS {
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

/// The dictionaries of sealed attributes, kept in step with the database.
pub struct Dictionaries {
    offers: HashMap<Offer, u32>,
    accreditations: HashMap<(String, String), u32>,
    skills: HashMap<String, u32>,
}

fn next_id(connection: &Connection, table: &str) -> Result<u32, RegistryError> {
    Ok(connection
        .query_row(&format!("SELECT coalesce(max(id), -1) + 1 FROM {table}"), (), |row| row.get(0))?)
}

impl Dictionaries {
    /// Empty; entries are looked up as they are needed.
    #[must_use]
    pub fn new() -> Self {
        Self { offers: HashMap::new(), accreditations: HashMap::new(), skills: HashMap::new() }
    }

    fn offer(&mut self, connection: &Connection, offer: &Offer) -> Result<u32, RegistryError> {
        if let Some(id) = self.offers.get(offer) {
            return Ok(*id);
        }
        let columns = (
            &offer.profession,
            &offer.edition,
            offer.qualification.as_deref().unwrap_or_default(),
            &offer.level,
            offer.basis.kind.name(),
            &offer.basis.id,
            offer.term.months_or_zero(),
        );
        let known = connection
            .query_row(
                "SELECT id FROM offers WHERE profession = ?1 AND edition = ?2 AND qualification = ?3 AND level = ?4 \
                 AND basis_kind = ?5 AND basis_id = ?6 AND term_months = ?7",
                columns,
                |row| row.get(0),
            )
            .optional()?;
        let id = match known {
            Some(id) => id,
            None => {
                let id = next_id(connection, "offers")?;
                let (one, two, three, four, five, six, seven) = columns;
                connection.execute(
                    "INSERT INTO offers VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                    (id, one, two, three, four, five, six, seven),
                )?;
                id
            }
        };
        self.offers.insert(offer.clone(), id);
        Ok(id)
    }

    fn accreditation(
        &mut self,
        connection: &Connection,
        bin: &str,
        serial: &str,
    ) -> Result<u32, RegistryError> {
        let key = (bin.to_string(), serial.to_string());
        if let Some(id) = self.accreditations.get(&key) {
            return Ok(*id);
        }
        let sql = "SELECT id FROM accreditation_refs WHERE bin = ?1 AND serial = ?2";
        let known = connection.query_row(sql, (bin, serial), |row| row.get(0)).optional()?;
        let id = match known {
            Some(id) => id,
            None => {
                let id = next_id(connection, "accreditation_refs")?;
                connection
                    .execute("INSERT INTO accreditation_refs VALUES (?1, ?2, ?3)", (id, bin, serial))?;
                id
            }
        };
        self.accreditations.insert(key, id);
        Ok(id)
    }

    fn skills(&mut self, connection: &Connection, skills: &str) -> Result<u32, RegistryError> {
        if let Some(id) = self.skills.get(skills) {
            return Ok(*id);
        }
        let known = connection
            .query_row("SELECT id FROM skill_lists WHERE skills = ?1", (skills,), |row| row.get(0))
            .optional()?;
        let id = match known {
            Some(id) => id,
            None => {
                let id = next_id(connection, "skill_lists")?;
                connection.execute("INSERT INTO skill_lists VALUES (?1, ?2)", (id, skills))?;
                id
            }
        };
        self.skills.insert(skills.to_string(), id);
        Ok(id)
    }
}

impl Default for Dictionaries {
    fn default() -> Self {
        Self::new()
    }
}

/// The register's term for a profession on the day of issue; without a term where no version is in force (the check
/// and every verifier will say so).
fn term_on(connection: &Connection, claims: &Claims) -> Result<Term, RegistryError> {
    let sql = "SELECT term_months FROM profession_versions WHERE profession = ?1 AND edition = ?2 AND valid_from <= ?3 \
               AND (valid_until IS NULL OR valid_until = '' OR valid_until >= ?3)";
    let day = claims.issued_on.to_string();
    let mut statement = connection.prepare_cached(sql)?;
    let months: Option<Option<i64>> =
        statement.query_row((&claims.profession, &claims.edition, day), |row| row.get(0)).optional()?;
    crate::text::term(months.flatten(), "profession_versions")
}

/// Enters a document into the register. With a code, its tags and sealed attributes go in; without one, only what an
/// old register would have. Answers with the claims as the document must state them, and the last day.
pub fn enter(
    connection: &Connection,
    dictionaries: &mut Dictionaries,
    order: &Order,
    code: Option<Code>,
) -> Result<(Claims, Option<Date>), RegistryError> {
    let mut claims = order.claims.clone();
    let term = term_on(connection, &claims)?;
    let by_term = term.last_day(claims.issued_on);
    let (valid_until, validity) = match order.end {
        End::ByTerm => (by_term, Validity::ByTerm),
        End::PrintedTerm => {
            (by_term, if by_term.is_some() { Validity::PrintedTerm } else { Validity::ByTerm })
        }
        End::On(day) => (Some(day), Validity::Until(day)),
    };
    claims.valid_until = if validity == Validity::ByTerm { None } else { valid_until };
    claims.code = code;
    let skills = claims.skills.join(" ");
    let mut sealed = None;
    if let Some(code) = &code {
        let offer = Offer {
            profession: claims.profession.clone(),
            edition: claims.edition.clone(),
            qualification: claims.qualification.clone(),
            level: claims.level.clone(),
            basis: claims.basis.clone(),
            term,
        };
        let attributes = Attributes {
            offer: dictionaries.offer(connection, &offer)?,
            accreditation: dictionaries.accreditation(
                connection,
                claims.centre.as_str(),
                &claims.accreditation,
            )?,
            skills: if skills.is_empty() { None } else { Some(dictionaries.skills(connection, &skills)?) },
            exam_on: claims.exam_on,
            issued_on: claims.issued_on,
            validity,
            name_script: Script::of(&claims.names[0]),
        };
        let record = Sealed::seal(code, &claims.number, &attributes).map_err(|_| {
            RegistryError::said(format!("document {}: dates must lie between 2000 and 2089", claims.number))
        })?;
        let holder = HolderTag::new(code, &claims.number, &claims.holder);
        let name = NameTag::new(code, &claims.number, &claims.names[0]);
        sealed = Some((holder.0, name.0, record.check, record.bytes));
    }
    let mut statement = connection.prepare_cached(
        "INSERT INTO documents VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
    )?;
    let inserted = statement.execute(rusqlite::params![
        claims.number,
        claims.centre.as_str(),
        claims.accreditation,
        claims.profession,
        claims.edition,
        claims.qualification,
        claims.level,
        skills,
        claims.basis.kind.name(),
        claims.basis.id,
        claims.exam_on.to_string(),
        claims.issued_on.to_string(),
        claims.valid_until.map(|day| day.to_string()),
        sealed.as_ref().map(|(holder, ..)| holder),
        sealed.as_ref().map(|(_, name, ..)| name),
        sealed.as_ref().map(|(_, _, check, _)| check),
        sealed.as_ref().map(|(.., bytes)| bytes),
    ]);
    match inserted {
        Ok(_) => Ok((claims, valid_until)),
        Err(rusqlite::Error::SqliteFailure(failure, _))
            if failure.code == rusqlite::ErrorCode::ConstraintViolation =>
        {
            Err(RegistryError::said(format!(
                "document {} is in the register already; give the new one another number",
                claims.number
            )))
        }
        Err(error) => Err(error.into()),
    }
}

/// Signs the text of a document.
#[must_use]
pub fn sign(claims: &Claims, key: &SigningKey) -> String {
    let text =
        text::write(claims, key.public(), |covered| Ok::<_, std::convert::Infallible>(key.sign(covered)));
    match text {
        Ok(text) => text,
        Err(never) => match never {},
    }
}

/// Issues a document: refuses what the register does not know, draws a code, enters the record, signs the text.
pub fn issue(
    connection: &Connection,
    dictionaries: &mut Dictionaries,
    key: &SigningKey,
    order: &Order,
    random: &mut impl Random,
) -> Result<Issued, RegistryError> {
    let claims = &order.claims;
    let number = &claims.number;
    let known = |what: &str, sql: &str, one: &str, two: &str| -> Result<(), RegistryError> {
        let found: bool =
            connection.query_row(&format!("SELECT EXISTS ({sql})"), (one, two), |row| row.get(0))?;
        if found {
            Ok(())
        } else {
            Err(RegistryError::said(format!("request {number}: the register has no {what} {one} {two}")))
        }
    };
    known(
        "profession",
        "SELECT 1 FROM professions WHERE code = ?1 AND edition = ?2",
        &claims.profession,
        &claims.edition,
    )?;
    let accreditation = "SELECT 1 FROM accreditations WHERE bin = ?1 AND serial = ?2";
    known("accreditation", accreditation, claims.centre.as_str(), &claims.accreditation)?;
    let listed = "SELECT 1 FROM issuing_keys WHERE public_key = ?1 AND bin = ?2";
    known(
        "issuing key of the centre,",
        listed,
        &crate::text::hex(&key.public().bytes),
        claims.centre.as_str(),
    )?;
    let code = Code(random.array()?);
    let (claims, valid_until) = enter(connection, dictionaries, order, Some(code))?;
    let text = sign(&claims, key);
    Ok(Issued { claims, text, valid_until })
}

/// The printed one-page certificate of an issued document, as a PDF, with the register's names.
pub fn certificate(
    connection: &Connection,
    claims: &Claims,
    text: &str,
    valid_until: Option<Date>,
    specimen: bool,
) -> Result<Vec<u8>, RegistryError> {
    let names = |sql: &str, parameters: &[&str]| -> Result<Words, RegistryError> {
        let row = connection.query_row(sql, rusqlite::params_from_iter(parameters), |row| {
            Ok(Words { kk: row.get(0)?, ru: row.get(1)?, en: row.get(2)? })
        });
        row.map_err(|error| {
            RegistryError::said(format!("document {}: no name for {parameters:?}: {error}", claims.number))
        })
    };
    let (profession, edition) = (claims.profession.as_str(), claims.edition.as_str());
    let certificate = Certificate {
        number: claims.number.clone(),
        holder_names: claims.names.clone(),
        profession: names("SELECT name_kk, name_ru, name_en FROM professions WHERE code = ?1 AND edition = ?2", &[profession, edition])?,
        profession_code: format!("{profession} ({edition})"),
        qualification: match &claims.qualification {
            Some(code) => Some(names(
                "SELECT name_kk, name_ru, name_en FROM qualifications WHERE profession = ?1 AND edition = ?2 AND code = ?3",
                &[profession, edition, code],
            )?),
            None => None,
        },
        level: claims.level.clone(),
        skills: claims
            .skills
            .iter()
            .map(|skill| {
                names(
                    "SELECT name_kk, name_ru, name_en FROM skills WHERE profession = ?1 AND edition = ?2 AND code = ?3",
                    &[profession, edition, skill],
                )
            })
            .collect::<Result<_, _>>()?,
        centre: names("SELECT name_kk, name_ru, name_en FROM centres WHERE bin = ?1", &[claims.centre.as_str()])?,
        centre_bin: claims.centre.to_string(),
        accreditation: claims.accreditation.clone(),
        basis: claims.basis.id.clone(),
        exam_on: claims.exam_on.to_string(),
        issued_on: claims.issued_on.to_string(),
        valid_until: valid_until.map(|day| day.to_string()),
        code: claims.code.map(|code| code.printed()).unwrap_or_default(),
        qr_text: text.into(),
        specimen,
    };
    certificate.pdf().map_err(|error| RegistryError::said(format!("document {}: {error}", claims.number)))
}
