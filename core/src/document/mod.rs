//! The document: its text, envelope and claims; the typed form; the verification code and what it opens.

pub mod claims;
pub mod code;
pub mod form;
pub mod name;
pub mod sealed;
pub mod tags;
pub mod text;

pub use claims::{Basis, BasisKind, Claims};
pub use code::Code;
pub use form::Form;
pub use text::{Presented, Unverified};

use alloc::string::String;

use crate::codec::CodecError;
use crate::codec::cbor::Reader;

/// The most characters of a document number (the official form is not known, so the text is opaque).
pub const MAX_NUMBER: usize = 64;
/// The most bytes of a code of the classifier, a qualification, a level, a skill, an accreditation, a basis.
pub const MAX_CODE: usize = 32;
/// The most bytes of one name of a holder.
pub const MAX_NAME: usize = 160;
/// The most skills on one document.
pub const MAX_SKILLS: usize = 32;

/// Whether `text` may be a document number: 1–64 characters, printable, no blank at either end.
#[must_use]
pub fn is_number(text: &str) -> bool {
    is_plain(text) && text.chars().count() <= MAX_NUMBER
}

/// Whether `text` may be a code: 1–32 bytes, printable, no blank at either end.
#[must_use]
pub fn is_code(text: &str) -> bool {
    is_plain(text) && text.len() <= MAX_CODE
}

/// Reads a code as formats carry it.
pub(crate) fn read_code(reader: &mut Reader<'_>) -> Result<String, CodecError> {
    let text = reader.text(MAX_CODE)?;
    if is_code(text) { Ok(String::from(text)) } else { Err(reader.bad_value()) }
}

fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.trim() == text && !text.chars().any(char::is_control)
}
