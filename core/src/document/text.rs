//! The text of a document, and the input of a verification: such a text or a typed form.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use super::claims::Claims;
use super::form::Form;
use crate::codec::{base45, cose};
use crate::crypto::{KeyId, PublicKey};
use crate::error::ReadError;

/// The prefix of a document's text in this version of the format.
pub const PREFIX: &str = "RST1:";
/// The prefix of all versions, without the version number.
const FORMAT: &str = "RST";
/// The context string in the signed bytes of a document (domain separation; external data in RFC 9052 §4.4).
pub const CONTEXT: &str = "rastau/document/1";
/// Maximum characters of a document's text: the capacity of a QR code in alphanumeric mode.
pub const MAX_TEXT: usize = 4_296;
/// Maximum bytes of a typed form.
pub const MAX_FORM: usize = 16_384;

/// The input of a verification.
#[derive(Debug, Clone)]
pub enum Presented {
    /// A signed document, from a QR code or as text.
    Signed(Box<Unverified>),
    /// A form typed from a printed document.
    Typed(Box<Form>),
}

/// A document that was read but not verified. Its claims are not trusted.
#[derive(Debug, Clone)]
pub struct Unverified {
    /// The claims of the document.
    pub claims: Claims,
    /// Id of the signing key, as the document states it.
    pub key_id: KeyId,
    algorithm: i64,
    covered: Vec<u8>,
    signature: Vec<u8>,
}

impl Presented {
    /// Reads a document's text or a JSON form ([`Form::read`]). Input that starts with `{` is a form.
    ///
    /// White space and a byte order mark at either end are dropped, for example a scanner's line feed. Nothing else is
    /// repaired.
    ///
    /// # Errors
    /// [`ReadError`]: the input is empty, longer than [`MAX_FORM`] bytes, not a document of this version, or malformed.
    ///
    /// # Examples
    /// ```
    /// use rastau_core::document::Presented;
    /// use rastau_core::error::ReadError;
    ///
    /// # let text = std::fs::read_to_string("../tests/corpus/cases/valid/input.txt")?;
    /// // The text of a QR code, `RST1:…`.
    /// let signed = Presented::read(&text)?;
    /// assert!(matches!(signed, Presented::Signed(_)));
    ///
    /// // A form typed from the printed document.
    /// let typed = Presented::read(r#"{"number": "N-1", "code": "0000-0000-0000-0000-0", "holder": "P 12345"}"#)?;
    /// assert_eq!(typed.number(), "N-1");
    ///
    /// assert_eq!(Presented::read("https://example.kz/d/1").unwrap_err(), ReadError::NotADocument);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn read(input: &str) -> Result<Self, ReadError> {
        if input.len() > MAX_FORM {
            return Err(ReadError::TooLong { limit: MAX_FORM });
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

    /// Returns the document number. It is not verified.
    #[must_use]
    pub fn number(&self) -> &str {
        match self {
            Self::Signed(document) => &document.claims.number,
            Self::Typed(form) => &form.number,
        }
    }
}

impl Unverified {
    /// Reads a document's text: the prefix [`PREFIX`], then base45 of a `COSE_Sign1` (RFC 9052) whose payload is the
    /// claims ([`Claims::read`]).
    ///
    /// # Errors
    /// [`ReadError`]: the text is longer than [`MAX_TEXT`], has another prefix, is not base45, or its bytes are
    /// malformed.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        if text.len() > MAX_TEXT {
            return Err(ReadError::TooLong { limit: MAX_TEXT });
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

    /// Returns whether `key` made the document's signature. The signature is verified over the received bytes.
    #[must_use]
    pub fn signed_by(&self, key: &PublicKey) -> bool {
        key.id() == self.key_id && key.verifies(self.algorithm, &self.covered, &self.signature)
    }
}

fn foreign(text: &str) -> ReadError {
    match text.split_once(':') {
        Some((head, _))
            if head.len() <= 12
                && head.strip_prefix(FORMAT).is_some_and(|version| {
                    !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit())
                }) =>
        {
            ReadError::UnknownVersion { prefix: String::from(head) }
        }
        _ => ReadError::NotADocument,
    }
}

/// Writes the text of a document. `sign` receives the bytes to sign and returns the signature by `key`.
///
/// # Errors
/// The error of `sign`.
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
