//! A recognition document: text, web address, envelope and claims; the typed form; the verification code and the sealed record.
//!
//! [`Presented::read`] is the entry point: it reads a document's text or a typed form. The formats are described in
//! docs/formats.md.

pub mod claims;
pub mod code;
pub mod form;
pub mod link;
pub mod name;
pub mod number;
pub mod sealed;
pub mod tags;
pub mod text;

pub use claims::{Basis, BasisKind, Claims};
pub use code::Code;
pub use form::{Form, StatedBasis};
pub use text::{Presented, Unverified};

use alloc::string::String;

use crate::codec::CodecError;
use crate::codec::cbor::Reader;

/// Maximum number of characters of a document number. The official form is not public, so a number is opaque text.
pub const MAX_NUMBER: usize = 64;
/// Maximum bytes of a code: of a profession, edition, qualification, level, skill, accreditation or basis.
pub const MAX_CODE: usize = 32;
/// Maximum bytes of one name of a holder.
pub const MAX_NAME: usize = 160;
/// Maximum number of skills on one document.
pub const MAX_SKILLS: usize = 32;

/// Returns whether `text` can be a document number: 1–64 characters, no control characters, no white space at either
/// end.
#[must_use]
pub fn is_number(text: &str) -> bool {
    is_plain(text) && text.chars().count() <= MAX_NUMBER
}

/// Returns whether `text` can be a code: 1–32 bytes, no control characters, no white space at either end.
#[must_use]
pub fn is_code(text: &str) -> bool {
    is_plain(text) && text.len() <= MAX_CODE
}

/// Reads a code from signed data.
pub(crate) fn read_code(reader: &mut Reader<'_>) -> Result<String, CodecError> {
    let text = reader.text(MAX_CODE)?;
    if is_code(text) { Ok(String::from(text)) } else { Err(reader.bad_value()) }
}

fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.trim() == text && !text.chars().any(char::is_control)
}
