//! The text of a document, and the input of a verification: such a text or a typed form.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use super::claims::Claims;
use super::form::Form;
use super::link::{Address, Origin};
use crate::codec::{base45, cose, digits};
use crate::crypto::{DecodedKey, KeyId, PublicKey};
use crate::error::ReadError;
use crate::input::foreign::{may_be_a_document, recognise};
use crate::input::text::{BASE45, DIGITS, Reading, readings};
use crate::input::{Repair, is_invisible};

/// The prefix of a document's text, in front of base45.
pub const PREFIX: &str = BASE45;
/// The prefix of the same document in decimal digits, used in a web address after `#`.
pub const LINK_PREFIX: &str = DIGITS;
/// The prefix of all forms, without their number.
const FORMAT: &str = "RST";
/// The context string in the signed bytes of a document (domain separation; external data in RFC 9052 §4.4).
pub const CONTEXT: &str = "rastau/document/1";
/// Maximum characters of a document's text: the capacity of a QR code in alphanumeric mode.
pub const MAX_TEXT: usize = 4_296;
/// Maximum characters of a document's text in decimal digits: the capacity of a QR code in numeric mode.
pub const MAX_LINK: usize = 7_089;
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
    /// What was repaired in the text around the signed bytes. The signature covers the bytes as they were read.
    pub repairs: Vec<Repair>,
    /// Where the document's web address leads; `None` if there was none. [`Address::Elsewhere`] if there were several
    /// that differ.
    pub address: Option<Address>,
    algorithm: i64,
    covered: Vec<u8>,
    signature: Vec<u8>,
}

impl Presented {
    /// Reads a document's text or a JSON form ([`Form::read`]). Input that starts with `{` is a form.
    ///
    /// White space, invisible and control characters at either end are dropped. If a text is not a document as it
    /// stands, the formatting that scanners, editors and mail programs add is removed ([`readings`]);
    /// [`Unverified::repairs`] lists these repairs.
    ///
    /// # Errors
    /// [`ReadError`]: the input is empty, longer than [`MAX_FORM`] bytes, not a document of this version, malformed, or
    /// contains several documents.
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
    /// // Another kind of code is named, and never opened.
    /// assert!(matches!(Presented::read("https://example.kz/d/1").unwrap_err(), ReadError::Foreign(_)));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn read(input: &str) -> Result<Self, ReadError> {
        if input.len() > MAX_FORM {
            return Err(ReadError::TooLong { limit: MAX_FORM });
        }
        let text =
            input.trim_matches(|end: char| end.is_whitespace() || is_invisible(end) || end.is_control());
        if text.is_empty() {
            Err(ReadError::Empty)
        } else if text.starts_with('{') {
            Form::read(text).map(|form| Self::Typed(Box::new(form))).map_err(|error| match error {
                ReadError::Form { .. } => otherwise(text, error),
                error => error,
            })
        } else {
            Unverified::read(text)
                .or_else(|error| Unverified::read_formatted(text, error))
                .map(|document| Self::Signed(Box::new(document)))
                .map_err(|error| match error {
                    // After every reading has failed, so that no document is taken for another code.
                    ReadError::NotADocument if may_be_a_document(text) => ReadError::NotBase45,
                    ReadError::NotADocument => otherwise(text, error),
                    error => error,
                })
        }
    }

    /// Reads a document or a form ([`Presented::read`]) for a register whose documents have web addresses at `origin`.
    ///
    /// # Errors
    /// As [`Presented::read`], with [`ReadError::for_origin`].
    pub fn read_for(input: &str, origin: Option<&Origin>) -> Result<Self, ReadError> {
        Self::read(input).map_err(|error| error.for_origin(origin.map(Origin::as_str)))
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
    /// claims ([`Claims::read`]); or the same bytes as decimal digits ([`digits`]) after the prefix [`LINK_PREFIX`],
    /// optionally preceded by an [`Origin`] and `/#`.
    ///
    /// # Errors
    /// [`ReadError`]: the text is longer than [`MAX_TEXT`] or [`MAX_LINK`], has another prefix, is not base45 or digits, or its
    /// bytes are malformed.
    pub fn read(text: &str) -> Result<Self, ReadError> {
        let (limit, bytes, address) = if let Some(body) = text.strip_prefix(PREFIX) {
            (MAX_TEXT, base45::decode(body), None)
        } else if let Some((address, body)) = text.split_once(LINK_PREFIX) {
            let origin = address.strip_suffix("/#").and_then(Origin::parse);
            if origin.is_none() && !address.is_empty() {
                return Err(ReadError::NotADocument);
            }
            (MAX_LINK, digits::decode(body), origin.map(Address::Origin))
        } else {
            return Err(other_version(text));
        };
        if text.len() > limit {
            return Err(ReadError::TooLong { limit });
        }
        let bytes = bytes.ok_or(ReadError::NotBase45)?;
        let envelope = cose::read_sign1("document", &bytes, MAX_TEXT)?;
        Ok(Self {
            claims: Claims::read(envelope.payload)?,
            key_id: envelope.signed.key_id,
            repairs: Vec::new(),
            address,
            algorithm: envelope.signed.algorithm,
            covered: envelope.covered(CONTEXT),
            signature: envelope.signed.signature.to_vec(),
        })
    }

    /// Reads the one document in a text with added formatting. Returns the error of the likeliest reading, or `error`
    /// if the text has no prefix of a document.
    fn read_formatted(text: &str, mut error: ReadError) -> Result<Self, ReadError> {
        for (reading, place) in readings(text).into_iter().zip(0u8..) {
            let Reading { documents, addresses, repairs } = reading;
            let address = destination(&addresses)?;
            let mut read: Option<Self> = None;
            let mut failed = None;
            for texts in &documents {
                match (Self::read_one(texts), &read) {
                    (Err(problem), _) => failed = Some(problem),
                    (Ok(document), Some(known)) if !document.is_same(known) => {
                        return Err(ReadError::SeveralDocuments);
                    }
                    (Ok(_), Some(_)) => {}
                    (Ok(document), None) => read = Some(document),
                }
            }
            match (read, failed) {
                (Some(document), None) => return Ok(Self { repairs, address, ..document }),
                (_, Some(problem)) if place == 0 => error = problem,
                _ => {}
            }
        }
        Err(error)
    }

    /// Returns whether two documents are the same signed bytes.
    fn is_same(&self, other: &Self) -> bool {
        self.signed_parts() == other.signed_parts()
    }

    /// Returns what identifies the document: the bytes that its signature covers, with its headers, and the signature. They are the
    /// same however the text was formatted.
    pub(crate) fn signed_parts(&self) -> (i64, &KeyId, &[u8], &[u8]) {
        (self.algorithm, &self.key_id, &self.covered, &self.signature)
    }

    /// Reads the one among these texts that is a document.
    fn read_one(texts: &[String]) -> Result<Self, ReadError> {
        let mut read = texts.iter().filter_map(|text| Self::read(text).ok());
        match (read.next(), read.next(), texts.first()) {
            (Some(document), None, _) => Ok(document),
            (Some(_), Some(_), _) => Err(ReadError::NotBase45),
            (None, _, text) => {
                Err(Self::read(text.map_or("", String::as_str)).err().unwrap_or(ReadError::NotBase45))
            }
        }
    }

    /// Returns whether `key` made the document's signature. The signature is verified over the received bytes.
    #[must_use]
    pub fn signed_by(&self, key: &PublicKey) -> bool {
        self.signed_by_decoded(&DecodedKey::new(key))
    }

    /// Returns the same as [`Unverified::signed_by`] for a key that was decoded before.
    #[must_use]
    pub fn signed_by_decoded(&self, key: &DecodedKey) -> bool {
        key.id() == self.key_id && key.verifies(self.algorithm, &self.covered, &self.signature)
    }
}

/// Where the web addresses of a document lead; `None` if there is none.
fn destination(addresses: &[String]) -> Result<Option<Address>, ReadError> {
    let mut all: Option<Address> = None;
    for text in addresses {
        let address = Address::read(text)?;
        all = match all {
            Some(known) if known != address => Some(Address::Elsewhere),
            _ => Some(address),
        };
    }
    Ok(all)
}

/// The error for a text that is not a document: another kind of code, or `error`.
fn otherwise(text: &str, error: ReadError) -> ReadError {
    recognise(text).map_or(error, ReadError::Foreign)
}

fn other_version(text: &str) -> ReadError {
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

/// Returns the text of a document as a web address at `origin`: the same signed bytes after `#`, which a browser does
/// not send to a server.
///
/// ```
/// use rastau_core::document::text::as_link;
/// use rastau_core::document::{Presented, link::Origin};
///
/// let text = std::fs::read_to_string("../tests/corpus/cases/valid/input.txt")?;
/// let origin = Origin::parse("https://register.example").unwrap();
/// let link = as_link(text.trim_end(), &origin)?;
/// assert!(link.starts_with("https://register.example/#RST2:"));
/// assert_eq!(Presented::read(&link)?.number(), Presented::read(&text)?.number());
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
///
/// # Errors
/// [`ReadError::NotADocument`], [`ReadError::NotBase45`]: `text` is not what [`write()`] returns.
pub fn as_link(text: &str, origin: &Origin) -> Result<String, ReadError> {
    let body = text.strip_prefix(PREFIX).ok_or(ReadError::NotADocument)?;
    let bytes = base45::decode(body).ok_or(ReadError::NotBase45)?;
    Ok(alloc::format!("{origin}/#{LINK_PREFIX}{}", digits::encode(&bytes)))
}

#[cfg(test)]
mod tests;
