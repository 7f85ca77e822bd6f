//! Reads QR codes from files: pictures (PNG, JPEG) and PDF documents.
//!
//! [`kind`] returns the kind of a file, [`read_codes`] the texts of the QR codes on it. Both take untrusted bytes: sizes
//! are checked before anything is decompressed, and the decoders run on a separate thread, where a panic is caught and
//! which has a time limit.

mod document;
mod error;
mod filter;
mod picture;
mod precheck;
mod qr;
mod search;
mod worker;

#[cfg(test)]
mod tests;

pub use error::{Measure, ScanError};
pub use worker::silence_panics;

/// Maximum bytes of a file.
pub const MAX_FILE_BYTES: u64 = 64 << 20;
/// Maximum pixels of a picture, or of one picture inside a PDF.
pub const MAX_PIXELS: u64 = 64_000_000;
/// Maximum pages of a PDF that are searched, from the first.
pub const MAX_PAGES: usize = 20;

/// The kind of a file, by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A PNG picture.
    Png,
    /// A JPEG picture.
    Jpeg,
    /// A PDF document.
    Pdf,
    /// None of these. This module takes it for text.
    Text,
}

/// Returns the kind of a file by its first bytes. A PDF may have spaces or a byte order mark before its header.
pub fn kind(bytes: &[u8]) -> Kind {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Kind::Png
    } else if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        Kind::Jpeg
    } else if bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start().starts_with(b"%PDF-") {
        Kind::Pdf
    } else {
        Kind::Text
    }
}

/// Returns the text of every QR code on the picture (or on any page of the PDF), in reading order, each once. The list
/// is never empty.
///
/// A code in byte mode without a character set is decoded in the one that its bytes look like.
///
/// # Errors
/// [`ScanError`]: the file cannot be read, or has no code.
pub fn read_codes(bytes: &[u8]) -> Result<Vec<String>, ScanError> {
    let kind = kind(bytes);
    let size = bytes.len() as u64;
    if kind == Kind::Text {
        return Err(ScanError::NotAPicture);
    }
    if size > MAX_FILE_BYTES {
        return Err(ScanError::TooLarge {
            kind,
            measure: Measure::FileBytes,
            found: size,
            limit: MAX_FILE_BYTES,
        });
    }
    let owned = bytes.to_vec();
    let found = worker::run(kind, worker::DEADLINE, move |stop| match kind {
        Kind::Pdf => document::codes(owned, stop),
        _ => Ok(search::codes(picture::decode(&owned, kind)?, search::Effort::Thorough, stop)),
    })?;
    let mut texts: Vec<String> = Vec::new();
    for text in found {
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    if texts.is_empty() { Err(ScanError::NoCode { kind }) } else { Ok(texts) }
}
