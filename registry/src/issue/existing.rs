//! Documents that were issued before the register had verification codes: each gets one, and its record is sealed.
//!
//! The paper stays as it is; its holder gets a page with the code. The register states that the record was sealed later, so a
//! reader of the old paper, which has no code, is told that nothing was compared.

use rastau_core::document::Code;
use rusqlite::Connection;
use rusqlite::types::Value;
use serde_json::json;

use super::{Dictionaries, End, IssueError, Issued, Request, RequestBasis, seal};
use crate::RegistryError;
use crate::audit::{Action, Author, Journal};
use crate::check::check_document;
use crate::random::Random;
use crate::tables::{DOCUMENTS, SEALED_LATER};

/// An existing document that is to get a code: what the register does not store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Existing {
    /// The document number.
    pub number: String,
    /// The holder's identity number.
    pub holder: String,
    /// The holder's name, as on the paper.
    pub name: String,
}

/// Seals the records of existing documents. Calls `each` with each of them; its text is the typed form, which the QR code of the
/// page has in place of a signed text.
///
/// `connection` should be a transaction: on an error the caller rolls it back.
///
/// # Errors
/// [`IssueError`] where the register does not have the document or has its code, [`super::RequestError`] for a name or an identity
/// number that is not valid, [`RegistryError`] where SQLite or `random` fails, and the errors of `each`.
pub fn seal_existing<E: From<RegistryError>>(
    connection: &Connection,
    author: &Author,
    documents: &[Existing],
    random: &mut impl Random,
    each: &mut dyn FnMut(&Issued) -> Result<(), E>,
) -> Result<(), E> {
    let mut journal = Journal::new(connection, author, Action::Seal)?;
    let mut dictionaries = Dictionaries::new();
    for existing in documents {
        each(&seal_one(connection, &mut journal, &mut dictionaries, existing, random)?)?;
    }
    Ok(())
}

fn seal_one(
    connection: &Connection,
    journal: &mut Journal<'_>,
    dictionaries: &mut Dictionaries,
    existing: &Existing,
    random: &mut impl Random,
) -> Result<Issued, RegistryError> {
    let number = || existing.number.clone();
    let row = DOCUMENTS.find(connection, &[&existing.number])?;
    let before = row.ok_or_else(|| IssueError::NotInRegister(number()))?;
    let text = |column: &str| match DOCUMENTS.value(&before, column) {
        Value::Text(text) => text.clone(),
        _ => String::new(),
    };
    if *DOCUMENTS.value(&before, "sealed") != Value::Null {
        return Err(IssueError::HasCode(number()).into());
    }
    let optional = |column: &str| Some(text(column)).filter(|text| !text.is_empty());
    let request = Request {
        number: number(),
        holder: existing.holder.clone(),
        names: vec![existing.name.clone()],
        profession: text("profession"),
        edition: text("edition"),
        qualification: optional("qualification"),
        level: text("level"),
        skills: text("skills").split_whitespace().map(String::from).collect(),
        centre: text("bin"),
        accreditation: text("serial"),
        basis: RequestBasis { kind: text("basis_kind"), id: text("basis_id") },
        exam_on: text("exam_on"),
        issued_on: text("issued_on"),
        valid_until: optional("valid_until"),
        prints_valid_until: optional("valid_until").is_some(),
    };
    let mut order = request.order()?;
    // A paper that states the last day of the register's term is sealed as such.
    let by_term = super::term_on(connection, &order.claims)?.last_day(order.claims.issued_on);
    if let End::On(day) = order.end
        && Some(day) == by_term
    {
        order.end = End::PrintedTerm;
    }
    let code = Code(random.array()?);
    let (claims, valid_until, sealed) = seal(connection, dictionaries, &order, Some(code))?;
    let Some(sealed) = sealed else { return Err(IssueError::HasCode(number()).into()) };
    let mut after = before.clone();
    for (column, bytes) in [
        ("holder_tag", sealed.holder.0.to_vec()),
        ("name_tag", sealed.name.0.to_vec()),
        ("seal_check", sealed.record.check.to_vec()),
        ("sealed", sealed.record.bytes),
    ] {
        if let Some(value) = index_of(column).and_then(|at| after.get_mut(at)) {
            *value = Value::Blob(bytes);
        }
    }
    journal.update(&DOCUMENTS, &before, &after)?;
    journal.insert(&SEALED_LATER, &[Value::Text(number())])?;
    let problems = check_document(connection, &existing.number)?;
    if !problems.is_empty() {
        return Err(IssueError::Contradicted { number: number(), problems }.into());
    }
    let form = json!({ "number": claims.number, "code": code.printed(), "holder": claims.holder });
    let text = in_ascii(&form.to_string());
    Ok(Issued { claims, text, valid_until })
}

/// Returns JSON with every other character than ASCII escaped: readers of QR codes guess the encoding of bytes.
fn in_ascii(json: &str) -> String {
    let mut ascii = String::with_capacity(json.len());
    for letter in json.chars() {
        if letter.is_ascii() {
            ascii.push(letter);
        } else {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                ascii.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    ascii
}

fn index_of(column: &str) -> Option<usize> {
    DOCUMENTS.columns.iter().position(|(name, _)| *name == column)
}
