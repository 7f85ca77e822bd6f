//! Reads QR codes from files: pictures (PNG, JPEG) and PDF documents.
//!
//! [`kind`] returns the kind of a file, [`decode`] the texts of the QR codes on it. Both take untrusted bytes. The
//! decoders run in a child process with limits on memory and time (`cli/src/child.rs`), where [`decode`] checks the sizes
//! that a file states before anything is decompressed.

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

use serde::{Deserialize, Serialize};

pub use error::{Measure, ScanError};
pub use worker::silence_panics;

/// Maximum bytes of a file.
pub const MAX_FILE_BYTES: u64 = 64 << 20;
/// Maximum pixels of a picture, or of one picture inside a PDF.
pub const MAX_PIXELS: u64 = 64_000_000;
/// Maximum pages of a PDF that are searched, from the first.
pub const MAX_PAGES: usize = 20;

/// The kind of a file, by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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
/// Only for a process with limits: a file can make the decoders take all memory, or end the process.
///
/// A code in byte mode without a character set is decoded in the one that its bytes look like.
///
/// # Errors
/// [`ScanError`]: the file cannot be read, or has no code.
pub fn decode(bytes: Vec<u8>) -> Result<Vec<String>, ScanError> {
    let kind = check_file(&bytes)?;
    let found = worker::run(kind, worker::SEARCH_TIME, move |stop| match kind {
        Kind::Pdf => document::codes(bytes, stop),
        _ => {
            let picture = picture::decode(&bytes, kind)?;
            drop(bytes);
            Ok(search::codes(picture, search::Effort::Thorough, stop))
        }
    })?;
    let mut texts: Vec<String> = Vec::new();
    for text in found {
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    if texts.is_empty() { Err(ScanError::NoCode { kind }) } else { Ok(texts) }
}

/// Returns the kind of a picture or a PDF that is not too large.
///
/// # Errors
/// [`ScanError::NotAPicture`], [`ScanError::TooLarge`].
pub fn check_file(bytes: &[u8]) -> Result<Kind, ScanError> {
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
    Ok(kind)
}
