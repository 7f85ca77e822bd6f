//! QR codes out of files: pictures (PNG, JPEG) and PDF documents.
//!
//! [`kind`] tells what a file is, [`read_codes`] gives the texts of the QR codes on it. Both take bytes that
//! anybody may have made: sizes are checked before anything is unpacked, the libraries that do the unpacking
//! run on a thread of their own where a panic is caught, and that thread has a deadline.

mod document;
mod error;
mod filter;
mod ladder;
mod picture;
mod precheck;
mod qr;
mod worker;

#[cfg(test)]
mod draw;
#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod make;
#[cfg(test)]
mod tests;

pub use error::{Measure, ScanError};
pub use worker::hush;

/// The largest file that is opened at all.
pub const MAX_FILE_BYTES: u64 = 64 << 20;
/// The most pixels of a picture, or of one picture inside a PDF.
pub const MAX_PIXELS: u64 = 64_000_000;
/// The pages of a PDF that are looked at, from the first.
pub const MAX_PAGES: usize = 20;

/// What the bytes of a file are, told from their first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A PNG picture.
    Png,
    /// A JPEG picture.
    Jpeg,
    /// A PDF document.
    Pdf,
    /// None of these: text, as far as this module cares.
    Text,
}

/// Tells what a file is from its first bytes. A PDF may have spaces or a byte order mark before its header.
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

/// The text of every distinct QR code found on the image (or on any page of the PDF), in reading order,
/// without repeats.
///
/// A code in byte mode that names no character set is read in the one that its bytes look like.
///
/// # Errors
///
/// [`ScanError`] says why nothing could be read: `Ok` always holds at least one text.
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
        _ => Ok(ladder::codes(picture::decode(&owned, kind)?, ladder::Effort::Thorough, stop)),
    })?;
    let mut texts: Vec<String> = Vec::new();
    for text in found {
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    if texts.is_empty() { Err(ScanError::NoCode { kind }) } else { Ok(texts) }
}
