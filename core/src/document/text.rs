//! The text of a document, and what a caller may present: such a text, or a typed form.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use super::claims::Claims;
use super::form::Form;
use crate::codec::{base45, cose};
use crate::crypto::{KeyId, PublicKey};
use crate::error::ReadError;

/// What every text of this version of the format starts with.
pub const PREFIX: &str = "RST1:";
/// What the texts of all versions start with.
const FAMILY: &str = "RST";
/// The context string inside the signed bytes of a document (RFC 9052 §4.4, external data).
pub const CONTEXT: &str = "rastau/document/1";
/// The most characters of a document's text: a QR code holds no more than 4,296 of this alphabet.
pub const MAX_TEXT: usize = 4_296;
/// The most bytes of a typed form.
pub const MAX_FORM: usize = 16_384;

/// What a caller presents for verification.
#[derive(Debug, Clone)]
pub enum Presented {
    /// A document with a signature, from a QR code or as text.
    Signed(Box<Unverified>),
    /// What a person typed from paper.
    Typed(Box<Form>),
}

/// A document that was read and not verified. Nothing in it may be believed yet.
#[derive(Debug, Clone)]
pub struct Unverified {
    /// What the document says of itself.
    pub claims: Claims,
    /// The key that is said to have signed.
    pub key_id: KeyId,
    algorithm: i64,
    covered: Vec<u8>,
    signature: Vec<u8>,
}

impl Presented {
    /// Reads a document text or a JSON form, told apart by their first character.
    ///
    /// A blank at either end (a scanner's line feed, a pasted space) is dropped, nothing else is repaired.
    pub fn read(input: &str) -> Result<Self, ReadError> {
        if input.len() > MAX_FORM {
            return Err(ReadError::TooLong { most: MAX_FORM });
        }
        let text = input.trim_matches(|character: char| character.is_whitespace() || character == '\u{feff}');
        if text.is_empty() {
            Err(ReadError::Empty)
        } else if text.starts_with('{') {
            Form::read(text).map(|form| Self::Typed(Box::new(form)))
        } else {
            Unverified::read(text).map(|document| Self::Signed(Box::new(document)))
        }
    }

    /// The document number.
    #[must_use]
    pub fn number(&self) -> &str {
        match self {
            Self::Signed(document) => &document.claims.number,
            Self::Typed(form) => &form.number,
        }
    }
}

impl Unverified {
    /// Reads a document text: prefix, base45, `COSE_Sign1`, claims.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        if text.len() > MAX_TEXT {
            return Err(ReadError::TooLong { most: MAX_TEXT });
        }
        let Some(body) = text.strip_prefix(PREFIX) else { return Err(foreign(text)) };
        let bytes = base45::decode(body).ok_or(ReadError::NotBase45)?;
        let envelope = cose::read_sign1("document", &bytes, MAX_TEXT)?;
        Ok(Self {
            claims: Claims::read(envelope.payload)?,
            key_id: envelope.signed.key_id,
            algorithm: envelope.signed.algorithm,
            covered: envelope.covered(CONTEXT),
            signature: envelope.signed.signature.to_vec(),
        })
    }

    /// Whether `key` made the document's signature, over the bytes that arrived.
    #[must_use]
    pub fn signed_by(&self, key: &PublicKey) -> bool {
        key.id() == self.key_id && key.verifies(self.algorithm, &self.covered, &self.signature)
    }
}

fn foreign(text: &str) -> ReadError {
    match text.split_once(':') {
        Some((head, _))
            if head.len() <= 12
                && head.strip_prefix(FAMILY).is_some_and(|version| {
                    !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit())
                }) =>
        {
            ReadError::UnknownVersion { prefix: String::from(head) }
        }
        _ => ReadError::NotADocument,
    }
}

/// Writes the text of a document. `sign` gets the bytes to sign and answers with the signature.
pub fn write<E>(
    claims: &Claims,
    key: &PublicKey,
    sign: impl FnOnce(&[u8]) -> Result<Vec<u8>, E>,
) -> Result<String, E> {
    let bytes = cose::write_sign1(&claims.write(), CONTEXT, key.algorithm, key.id(), sign)?;
    Ok(alloc::format!("{PREFIX}{}", base45::encode(&bytes)))
}

#[cfg(test)]
mod tests;
