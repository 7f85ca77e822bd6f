//! Issues documents: draws the verification code, seals the register's record, signs the text.
//!
//! The code is made here, by the registry, never by a centre; the register keeps tags and sealed attributes, not the
//! name, the identity number or the code.

mod certificate;
mod dictionaries;
mod request;

pub use certificate::certificate;
pub use dictionaries::Dictionaries;
pub use request::{Request, RequestBasis};

use rastau_core::calendar::{Date, Term};
use rastau_core::document::name::Script;
use rastau_core::document::sealed::{Attributes, Sealed, Validity};
use rastau_core::document::tags::{HolderTag, NameTag};
use rastau_core::document::{Claims, Code, text};
use rastau_core::snapshot::rows::Offer;
use rusqlite::{Connection, OptionalExtension};

use crate::RegistryError;
use crate::check::check_document;
use crate::keys::SigningKey;
use crate::random::Random;

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

/// The register's term for a profession on the day of issue; where no version is in force then, the term of the one
/// before it (the check and every verifier will say that there was none in force).
fn term_on(connection: &Connection, claims: &Claims) -> Result<Term, RegistryError> {
    let sql = "SELECT term_months FROM profession_versions WHERE profession = ?1 AND edition = ?2 \
               ORDER BY valid_from <= ?3 DESC, valid_from DESC LIMIT 1";
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

/// Issues a document: refuses what the register does not know or contradicts, draws a code, enters the record, signs the text.
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
    let in_force: bool = connection.query_row(
        "SELECT EXISTS (SELECT 1 FROM profession_versions WHERE profession = ?1 AND edition = ?2 AND valid_from <= ?3 \
         AND (valid_until IS NULL OR valid_until = '' OR valid_until >= ?3))",
        (&claims.profession, &claims.edition, claims.issued_on.to_string()),
        |row| row.get(0),
    )?;
    if !in_force {
        return Err(RegistryError::said(format!(
            "request {number}: profession {} is not in the register on {} (art. 15.1)",
            claims.profession, claims.issued_on
        )));
    }
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
    // What `register check` would say of it afterwards is said before it is signed; the caller keeps nothing of it.
    let problems = check_document(connection, number)?;
    if !problems.is_empty() {
        let told = problems.iter().map(|problem| format!("it {}", problem.text)).collect::<Vec<_>>();
        return Err(RegistryError::said(format!(
            "request {number}: {}; nothing was issued",
            told.join(", ")
        )));
    }
    let text = sign(&claims, key);
    Ok(Issued { claims, text, valid_until })
}
