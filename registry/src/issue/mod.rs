//! Issues documents: generates the verification code, seals the register's record, signs the text.
//!
//! The registry generates the code, never a centre. The register stores tags and sealed attributes, not the name, the
//! identity number or the code.
//!
//! ```
//! use rastau_core::calendar::Timestamp;
//! use rastau_core::document::text::PREFIX;
//! use rastau_registry::demo::{DemoOptions, Keys, REGISTER, fill};
//! use rastau_registry::issue::{Dictionaries, Request, issue};
//! use rastau_registry::random::Seeded;
//! use rastau_registry::Register;
//!
//! let directory = tempfile::tempdir()?;
//! let (now, random) = (Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap(), &mut Seeded::new("issue"));
//! let mut register = Register::create(&directory.path().join("register.sqlite"), REGISTER, "2023-09-04")?;
//! let keys = Keys::generate(random)?;
//! let options = DemoOptions { documents: 100, now, certificates: false };
//! fill(&mut register, &keys, &options, random, &|_| {})?;
//!
//! let requests = Request::read(
//!     r#"{
//!         "number": "EXAMPLE-1", "holder": "PASSPORT-1", "names": ["Сынақбаева Үлгіжан"],
//!         "profession": "7212-1", "edition": "2017", "qualification": "7212-1-3", "level": "3",
//!         "centre": "990140000017", "accreditation": "ҰКП-0001",
//!         "basis": { "kind": "standard", "id": "PS-7212-1" },
//!         "exam_on": "2026-05-11", "issued_on": "2026-05-20"
//!     }"#,
//! )?;
//! let order = requests[0].order()?;
//! let transaction = register.connection_mut().transaction()?;
//! let issued = issue(&transaction, &mut Dictionaries::new(), &keys.centres[0], &order, random)?;
//! transaction.commit()?;
//! assert!(issued.text.starts_with(PREFIX));
//! assert_eq!(issued.valid_until.unwrap().to_string(), "2031-05-20"); // the register's term of 60 months
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod certificate;
mod dictionaries;
mod existing;
mod request;

pub use certificate::certificate;
pub use dictionaries::Dictionaries;
pub use existing::{Existing, seal_existing};
pub use request::{FieldProblem, Request, RequestBasis, RequestError};

use rastau_core::calendar::{Date, Term};
use rastau_core::codec::hex;
use rastau_core::document::link::Origin;
use rastau_core::document::name::Script;
use rastau_core::document::sealed::{Attributes, Sealed, Validity};
use rastau_core::document::tags::{HolderTag, NameTag};
use rastau_core::document::{Claims, Code, text};
use rastau_core::error::ReadError;
use rastau_core::snapshot::rows::Offer;
use rusqlite::{Connection, OptionalExtension};

use crate::RegistryError;
use crate::check::{Problem, check_document};
use crate::keys::SigningKey;
use crate::print::PrintError;
use crate::random::Random;
use crate::rows;
use crate::text::{RowKey, codes};

/// Why a document was not issued. The transaction must be rolled back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IssueError {
    /// The register does not have the profession.
    #[error("request {number}: profession {profession} (edition {edition}) is not in the register")]
    UnknownProfession {
        /// The document number requested.
        number: String,
        /// The code of the profession.
        profession: String,
        /// The edition of the classifier.
        edition: String,
    },
    /// No version of the profession is in force on the day of issue.
    #[error("request {number}: profession {profession} is not in the register on {on} (art. 15.1)")]
    ProfessionNotInForce {
        /// The document number requested.
        number: String,
        /// The code of the profession.
        profession: String,
        /// The day of issue.
        on: Date,
    },
    /// The register does not have the accreditation certificate of the centre.
    #[error("request {number}: the register has no accreditation {serial} of the centre {centre}")]
    UnknownAccreditation {
        /// The document number requested.
        number: String,
        /// The centre's BIN.
        centre: String,
        /// The serial number of the certificate.
        serial: String,
    },
    /// The register does not list the signing key for the centre.
    #[error(
        "request {number}: the register lists no issuing key {public_key} of the centre {centre}; add it to issuing_keys"
    )]
    UnlistedKey {
        /// The document number requested.
        number: String,
        /// The public key in hexadecimal digits.
        public_key: String,
        /// The centre's BIN.
        centre: String,
    },
    /// The signing key may not sign on the day of issue.
    #[error(
        "request {number}: the issuing key {public_key} may sign from {from}{}, and the day of issue is {on}; sign with a key that is valid on that day",
        until_day(*.until)
    )]
    KeyNotInForce {
        /// The document number requested.
        number: String,
        /// The public key in hexadecimal digits.
        public_key: String,
        /// The first day on which the key may sign.
        from: Date,
        /// The last day.
        until: Option<Date>,
        /// The day of issue.
        on: Date,
    },
    /// The signing key may not sign for the profession.
    #[error("request {number}: the issuing key {public_key} may not sign for profession {profession}")]
    KeyOutsideScope {
        /// The document number requested.
        number: String,
        /// The public key in hexadecimal digits.
        public_key: String,
        /// The code of the profession.
        profession: String,
    },
    /// The register does not have a document that is to get a code.
    #[error("document {0} is not in the register; enter it first (`rastau register apply`)")]
    NotInRegister(String),
    /// The register has the code of a document that is to get one.
    #[error("document {0} has a code already; a new code would make its page invalid")]
    HasCode(String),
    /// The register already has a document of this number.
    #[error("document {0} is in the register already; give the new one another number")]
    DuplicateNumber(String),
    /// A date cannot be stored in a sealed record.
    #[error("document {0}: its dates must be from 2000 to 2089")]
    DateRange(String),
    /// The check of the register finds problems with the document.
    #[error("request {number}: {}; nothing was issued", describe(.problems))]
    Contradicted {
        /// The document number requested.
        number: String,
        /// The problems found.
        problems: Vec<Problem>,
    },
    /// The register has no name of a profession, qualification, skill or centre.
    #[error("document {number}: the register has no name for {key}")]
    NameNotFound {
        /// The document number.
        number: String,
        /// The key that was looked up.
        key: String,
    },
    /// A web address is to be issued, and the register holds no origin for it.
    #[error(
        "the register has no origin for web addresses; add a row \"link\" with its page to the table contacts, and publish a snapshot before you issue"
    )]
    NoOrigin,
    /// The text of a document is not that of a signed document.
    #[error("document {number}: {source}")]
    NotSigned {
        /// The document number.
        number: String,
        /// Why it is not one.
        source: ReadError,
    },
    /// The page cannot be printed.
    #[error("document {number}: {source}")]
    Print {
        /// The document number.
        number: String,
        /// Why.
        source: PrintError,
    },
}

fn until_day(day: Option<Date>) -> String {
    day.map(|day| format!(" until {day}")).unwrap_or_default()
}

fn describe(problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("it {}", problem.kind.text())).collect::<Vec<_>>().join(", ")
}

/// The end of validity of a document to be issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The register's term applies and is not printed.
    ByTerm,
    /// The register's term applies and its last day, if any, is printed.
    PrintedTerm,
    /// A last day other than the register's; it is printed.
    On(Date),
}

/// A checked request: the content of a record and a document.
#[derive(Debug, Clone)]
pub struct Order {
    /// What the document states; its code and its end of validity are set when it is issued.
    pub claims: Claims,
    /// The end of validity.
    pub end: End,
}

/// An issued document.
#[derive(Debug, Clone)]
pub struct Issued {
    /// What it states.
    pub claims: Claims,
    /// The text of its QR code.
    pub text: String,
    /// The last day of validity; `None` for a document without a term.
    pub valid_until: Option<Date>,
}

impl Issued {
    /// Returns the text of the document as a web address at the origin that the register holds, for a QR code that any telephone
    /// opens.
    ///
    /// # Errors
    /// [`IssueError::NoOrigin`] where the register holds none, [`RegistryError::Row`] for one of another form,
    /// [`IssueError::NotSigned`] where the text is not one that [`sign`] returns.
    pub fn link(&self, connection: &Connection) -> Result<Link, RegistryError> {
        let origin = rows::link(connection)?.ok_or(IssueError::NoOrigin)?;
        match text::as_link(&self.text, &origin) {
            Ok(text) => Ok(Link { text, origin }),
            Err(source) => Err(IssueError::NotSigned { number: self.claims.number.clone(), source }.into()),
        }
    }
}

/// An issued document as a web address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The text of its QR code.
    pub text: String,
    /// The register's origin, which the printed page states in words.
    pub origin: Origin,
}

/// Returns the register's term for a profession on the day of issue. Where no version is in force on that day, it is the
/// term of the version before it; the check and every verifier report that none was in force.
fn term_on(connection: &Connection, claims: &Claims) -> Result<Term, RegistryError> {
    let sql = "SELECT term_months FROM profession_versions WHERE profession = ?1 AND edition = ?2 \
               ORDER BY valid_from <= ?3 DESC, valid_from DESC LIMIT 1";
    let day = claims.issued_on.to_string();
    let mut statement = connection.prepare_cached(sql)?;
    let months: Option<Option<i64>> =
        statement.query_row((&claims.profession, &claims.edition, day), |row| row.get(0)).optional()?;
    let key = RowKey::new("profession_versions", format!("{} {}", claims.profession, claims.edition));
    key.term(months.flatten())
}

/// What the register stores of a document with a code.
struct Seal {
    holder: HolderTag,
    name: NameTag,
    record: Sealed,
}

/// Seals a document with its code, if it has one. Returns the claims as the document must state them, and the last day of validity.
fn seal(
    connection: &Connection,
    dictionaries: &mut Dictionaries,
    order: &Order,
    code: Option<Code>,
) -> Result<(Claims, Option<Date>, Option<Seal>), RegistryError> {
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
        let record = Sealed::seal(code, &claims.number, &attributes)
            .map_err(|_| IssueError::DateRange(claims.number.clone()))?;
        let holder = HolderTag::new(code, &claims.number, &claims.holder);
        let name = NameTag::new(code, &claims.number, &claims.names[0]);
        sealed = Some(Seal { holder, name, record });
    }
    Ok((claims, valid_until, sealed))
}

/// Inserts a document into the register, with its tags and sealed attributes if it has a code. Returns the claims as the
/// document must state them, and the last day of validity.
///
/// # Errors
/// [`IssueError::DuplicateNumber`], [`IssueError::DateRange`]; [`RegistryError::Database`] where SQLite fails.
pub fn enter(
    connection: &Connection,
    dictionaries: &mut Dictionaries,
    order: &Order,
    code: Option<Code>,
) -> Result<(Claims, Option<Date>), RegistryError> {
    let (claims, valid_until, sealed) = seal(connection, dictionaries, order, code)?;
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
        claims.skills.join(" "),
        claims.basis.kind.name(),
        claims.basis.id,
        claims.exam_on.to_string(),
        claims.issued_on.to_string(),
        claims.valid_until.map(|day| day.to_string()),
        sealed.as_ref().map(|sealed| sealed.holder.0),
        sealed.as_ref().map(|sealed| sealed.name.0),
        sealed.as_ref().map(|sealed| sealed.record.check),
        sealed.as_ref().map(|sealed| &sealed.record.bytes),
    ]);
    match inserted {
        Ok(_) => Ok((claims, valid_until)),
        Err(rusqlite::Error::SqliteFailure(failure, _))
            if failure.code == rusqlite::ErrorCode::ConstraintViolation =>
        {
            Err(IssueError::DuplicateNumber(claims.number).into())
        }
        Err(error) => Err(error.into()),
    }
}

/// Returns the signed text of a document, as in its QR code.
#[must_use]
pub fn sign(claims: &Claims, key: &SigningKey) -> String {
    let text =
        text::write(claims, key.public(), |covered| Ok::<_, std::convert::Infallible>(key.sign(covered)));
    match text {
        Ok(text) => text,
        Err(never) => match never {},
    }
}

/// Checks that the centre's key may sign a document, as a verifier would: on the day of issue, and for its profession.
fn check_key(connection: &Connection, claims: &Claims, public_key: String) -> Result<(), RegistryError> {
    let sql =
        "SELECT valid_from, valid_until, professions FROM issuing_keys WHERE public_key = ?1 AND bin = ?2";
    let centre = claims.centre.as_str();
    let row: Option<(String, Option<String>, Option<String>)> = connection
        .prepare_cached(sql)?
        .query_row((&public_key, centre), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let number = claims.number.clone();
    let Some((from, until, professions)) = row else {
        return Err(IssueError::UnlistedKey { number, public_key, centre: centre.into() }.into());
    };
    let interval = RowKey::new("issuing_keys", &public_key).interval(&from, until.as_deref())?;
    if !interval.contains(claims.issued_on) {
        let (from, until, on) = (interval.from, interval.until, claims.issued_on);
        return Err(IssueError::KeyNotInForce { number, public_key, from, until, on }.into());
    }
    let professions = codes(professions.as_deref());
    if !professions.is_empty() && !professions.contains(&claims.profession) {
        let profession = claims.profession.clone();
        return Err(IssueError::KeyOutsideScope { number, public_key, profession }.into());
    }
    Ok(())
}

/// Issues a document: compares the order with the register, generates a code, inserts the record and signs the text.
///
/// `connection` should be a transaction: on an error the caller rolls it back.
///
/// # Errors
/// [`IssueError`] where the register does not allow the document, [`RegistryError::Random`] where `random` fails,
/// [`RegistryError::Database`] where SQLite fails.
pub fn issue(
    connection: &Connection,
    dictionaries: &mut Dictionaries,
    key: &SigningKey,
    order: &Order,
    random: &mut impl Random,
) -> Result<Issued, RegistryError> {
    let claims = &order.claims;
    let number = || claims.number.clone();
    let (profession, edition) = (&claims.profession, &claims.edition);
    let exists = |sql: &str, parameters: &[&str]| -> Result<bool, RegistryError> {
        let sql = format!("SELECT EXISTS ({sql})");
        Ok(connection.query_row(&sql, rusqlite::params_from_iter(parameters), |row| row.get(0))?)
    };
    if !exists("SELECT 1 FROM professions WHERE code = ?1 AND edition = ?2", &[profession, edition])? {
        let (profession, edition) = (profession.clone(), edition.clone());
        return Err(IssueError::UnknownProfession { number: number(), profession, edition }.into());
    }
    let in_force = exists(
        "SELECT 1 FROM profession_versions WHERE profession = ?1 AND edition = ?2 AND valid_from <= ?3 \
         AND (valid_until IS NULL OR valid_until = '' OR valid_until >= ?3)",
        &[profession, edition, &claims.issued_on.to_string()],
    )?;
    if !in_force {
        let (profession, on) = (profession.clone(), claims.issued_on);
        return Err(IssueError::ProfessionNotInForce { number: number(), profession, on }.into());
    }
    let (centre, serial) = (claims.centre.as_str(), &claims.accreditation);
    if !exists("SELECT 1 FROM accreditations WHERE bin = ?1 AND serial = ?2", &[centre, serial])? {
        let (centre, serial) = (centre.into(), serial.clone());
        return Err(IssueError::UnknownAccreditation { number: number(), centre, serial }.into());
    }
    let public_key = hex::encode(&key.public().bytes);
    check_key(connection, claims, public_key)?;
    let code = Code(random.array()?);
    let (issued, valid_until) = enter(connection, dictionaries, order, Some(code))?;
    // A document that the check of the register would report is not signed.
    let problems = check_document(connection, &claims.number)?;
    if !problems.is_empty() {
        return Err(IssueError::Contradicted { number: number(), problems }.into());
    }
    let text = sign(&issued, key);
    Ok(Issued { claims: issued, text, valid_until })
}

#[cfg(test)]
mod tests;
