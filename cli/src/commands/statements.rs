//! The signed statements of a bundle or a draft, read for a person, and what is wrong with a page.

use std::path::Path;

use rastau_core::codec::cose::read_sign;
use rastau_core::error::{Exit, PageError};
use rastau_core::snapshot::statements::{Centres, Manifest};
use rastau_core::snapshot::{MAX_STATEMENT, Root};

use crate::error::CliError;

/// What is wrong with a page, in words.
pub fn page_error(error: PageError) -> &'static str {
    match error {
        PageError::Missing => "a page of it is missing; copy the bundle again",
        PageError::Altered => "a page of it is not the one that was signed; copy the bundle again",
        PageError::Unreadable => "it is of no form that this version knows; update Rastau",
    }
}

pub(super) fn payload(bytes: &[u8]) -> Result<&[u8], CliError> {
    let sign = read_sign("statement", bytes, MAX_STATEMENT)
        .map_err(|error| CliError::new(Exit::Data, error.to_string()))?;
    Ok(sign.payload)
}

pub(super) fn read_manifest(payload: &[u8]) -> Result<Manifest, CliError> {
    Manifest::read(payload).map_err(|error| CliError::new(Exit::Data, error.to_string()))
}

pub(super) fn read_centres(payload: &[u8]) -> Result<Centres, CliError> {
    Centres::read(payload).map_err(|error| CliError::new(Exit::Data, error.to_string()))
}

/// The trust root in a file, whoever signed it.
pub(super) fn read_root(path: &Path) -> Result<Root, CliError> {
    let bytes = std::fs::read(path).map_err(|error| CliError::input(path, &error))?;
    let bad = |what: String| CliError::new(Exit::Data, format!("{}: {what}", path.display()));
    let sign = read_sign("root", &bytes, MAX_STATEMENT).map_err(|error| bad(error.to_string()))?;
    Root::from_sign(&sign).map_err(|error| bad(error.to_string()))
}
