//! The printed page of an issued document.

use rastau_core::calendar::Date;
use rastau_core::document::Claims;
use rastau_core::document::link::Origin;
use rusqlite::Connection;

use super::IssueError;
use crate::RegistryError;
use crate::print::{Certificate, LocalizedName};

/// Returns the printed page of an issued document as a PDF/A-2u file, with the names of the register. `text` is the text
/// of the QR code; `origin` is the origin of the web address in it, if it has one; `specimen` marks the page as a specimen.
///
/// # Errors
/// [`IssueError::NameNotFound`] where the register lacks a name, [`IssueError::Print`] where the page cannot be laid out.
pub fn certificate(
    connection: &Connection,
    claims: &Claims,
    text: &str,
    origin: Option<&Origin>,
    valid_until: Option<Date>,
    specimen: bool,
) -> Result<Vec<u8>, RegistryError> {
    let names = |sql: &str, key: &[&str]| -> Result<LocalizedName, RegistryError> {
        let row = connection.query_row(sql, rusqlite::params_from_iter(key), |row| {
            Ok(LocalizedName { kk: row.get(0)?, ru: row.get(1)?, en: row.get(2)? })
        });
        row.map_err(|error| match error {
            rusqlite::Error::QueryReturnedNoRows => {
                IssueError::NameNotFound { number: claims.number.clone(), key: key.join(" ") }.into()
            }
            error => error.into(),
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
        address: origin.map(|origin| origin.as_str().into()),
        specimen,
    };
    certificate.pdf().map_err(|source| IssueError::Print { number: claims.number.clone(), source }.into())
}
