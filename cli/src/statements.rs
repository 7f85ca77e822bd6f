//! Reads the signed statements of a bundle or a draft without verifying them.

use std::path::Path;

use rastau_core::codec::cose::{Sign, read_sign, read_sign1};
use rastau_core::error::{OpenError, Statement};
use rastau_core::snapshot::statements::{Centres, FreshnessStatement, Manifest};
use rastau_core::snapshot::{MAX_STATEMENT, Root};

use crate::error::CliError;
use crate::files::read_file_up_to;

/// Reads the envelope of a statement.
pub fn envelope(statement: Statement, bytes: &[u8]) -> Result<Sign<'_>, CliError> {
    Ok(read_sign(statement.name(), bytes, MAX_STATEMENT)?)
}

/// Reads a signed manifest.
pub fn read_manifest(bytes: &[u8]) -> Result<Manifest, CliError> {
    Ok(Manifest::read(envelope(Statement::Manifest, bytes)?.payload)?)
}

/// Reads a signed statement of centres.
pub fn read_centres(bytes: &[u8]) -> Result<Centres, CliError> {
    Ok(Centres::read(envelope(Statement::Centres, bytes)?.payload)?)
}

/// Reads a signed freshness statement.
pub fn read_freshness(bytes: &[u8]) -> Result<FreshnessStatement, CliError> {
    let sign = read_sign1(Statement::Freshness.name(), bytes, MAX_STATEMENT)?;
    Ok(FreshnessStatement::read(sign.payload)?)
}

/// Reads a trust root with enough signatures of its own.
pub fn root_from(bytes: &[u8]) -> Result<Root, OpenError> {
    let sign = read_sign(Statement::Root.name(), bytes, MAX_STATEMENT)
        .map_err(|error| OpenError::Malformed(Statement::Root, error))?;
    Root::from_sign(&sign)
}

/// Returns the bytes of the trust root that the user gave, if they are one.
pub fn given_root(path: &Path) -> Result<Vec<u8>, CliError> {
    let bytes = read_file_up_to(path, MAX_STATEMENT as u64)?;
    match root_from(&bytes) {
        Ok(_) => Ok(bytes),
        Err(source) => Err(CliError::GivenRoot { path: path.to_path_buf(), source }),
    }
}

/// Reads the trust root in a file.
pub fn read_root(path: &Path) -> Result<Root, CliError> {
    root_from(&read_file_up_to(path, MAX_STATEMENT as u64)?)
        .map_err(|source| CliError::TrustRoot { path: path.to_path_buf(), source })
}
