//! Reads QR codes from files: pictures and PDF documents.
//!
//! [`kind()`] returns the kind of a file. [`search`](search()) is the whole search, with a [`Runner`] that decodes and
//! that may end early. [`decode`] is what runs in a child process with limits on memory and time (`cli/src/child.rs`).
//! A document is decoded page by page, each reported before the next begins, so that only a page that exceeds the
//! limits is lost.

mod document;
mod error;
mod filter;
mod kind;
mod ladder;
mod picture;
mod qr;
mod search;
mod tiff;
mod worker;

#[cfg(test)]
mod tests;

use std::time::Duration;

use serde::{Deserialize, Serialize};

pub use error::{ScanError, Unread};
pub use kind::{Kind, is_binary, kind};
pub use search::{Found, Progress, Runner, Stopped, search};
pub use worker::silence_panics;

use crate::decode_error::DecodeError;
use error::Measure;
use worker::Stop;

/// Maximum bytes of a file.
pub const MAX_FILE_BYTES: u64 = 64 << 20;
/// Maximum pixels of a picture. The largest sensors of telephones have this many.
pub const MAX_PIXELS: u64 = 200_000_000;
/// Maximum pages of a document that are searched, from the first.
pub const MAX_PAGES: u32 = 100;
/// Maximum bytes of a password.
pub const MAX_PASSWORD: usize = 4096;

/// What to decode.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// The number of the pass over the pages, from 0.
    pub pass: usize,
    /// The first page, from 1.
    pub from: u32,
    /// Pages to leave out.
    pub skip: Vec<u32>,
    /// The password of a PDF; empty for none.
    pub password: String,
    /// Seconds after which the search ends with what it has found.
    pub seconds: u64,
}

/// What a decoder reports. A run that has no [`Event::End`] and no [`Event::Refused`] ended early.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    /// The file was opened. It has this many pages.
    Pages(u32),
    /// The page is begun.
    Page(u32),
    /// The page that was begun has been searched, with these codes in reading order.
    Codes(Vec<String>),
    /// The page that was begun cannot be read.
    Failed(ScanError),
    /// All pages of the pass have been reported.
    End,
    /// Nothing of the file can be read.
    Refused(ScanError),
}

/// Searches the pages of one pass, and reports each.
///
/// Call it only in a process with limits: a file can make the decoders use all memory, or crash the process.
///
/// A code in byte mode without a character set is decoded in the one that its bytes look like.
pub fn decode(bytes: Vec<u8>, request: &Request, mut report: impl FnMut(Event) + Send + 'static) {
    let kind = match check_file(&bytes) {
        Ok(kind) => kind,
        Err(error) => return report(Event::Refused(error)),
    };
    let request = request.clone();
    let stop = Stop::after(Duration::from_secs(request.seconds));
    // A panic ends the run early.
    let _ = worker::run(move || {
        let done = match kind {
            Kind::Pdf => document::pages(bytes, &request, stop, &mut report),
            Kind::Tiff => tiff::pages(&bytes, &request, stop, &mut report),
            _ => one_picture(&bytes, kind, stop, &mut report),
        };
        match done {
            Ok(()) => report(Event::End),
            Err(error) => report(Event::Refused(error)),
        }
    });
}

/// Searches a picture. One with transparent pixels is searched on a white and then on a black background.
fn one_picture(bytes: &[u8], kind: Kind, stop: Stop, report: &mut dyn FnMut(Event)) -> Result<(), ScanError> {
    report(Event::Pages(1));
    report(Event::Page(1));
    let (on_white, is_transparent) = picture::decode(bytes, kind, picture::WHITE)?;
    let mut codes = ladder::codes(on_white, ladder::Effort::Thorough, stop);
    if codes.is_empty() && is_transparent && !stop.requested() {
        let (on_black, _) = picture::decode(bytes, kind, picture::BLACK)?;
        codes = ladder::codes(on_black, ladder::Effort::Thorough, stop);
    }
    report(if codes.is_empty() && stop.requested() {
        Event::Failed(DecodeError::Time.into())
    } else {
        Event::Codes(codes)
    });
    Ok(())
}

/// Returns the kind of a picture or a PDF that is not too large.
///
/// # Errors
/// [`ScanError::NotAPicture`], [`ScanError::Foreign`], [`ScanError::TooLarge`].
pub fn check_file(bytes: &[u8]) -> Result<Kind, ScanError> {
    let kind = kind(bytes);
    let size = bytes.len() as u64;
    match kind {
        Kind::Text => Err(ScanError::NotAPicture),
        Kind::Foreign(foreign) => Err(ScanError::Foreign(foreign)),
        _ if size > MAX_FILE_BYTES => {
            Err(ScanError::TooLarge { kind, measure: Measure::FileBytes, found: size, limit: MAX_FILE_BYTES })
        }
        _ => Ok(kind),
    }
}

/// Refuses a picture of too many pixels.
///
/// # Errors
/// [`ScanError::TooLarge`].
fn check_pixels(kind: Kind, width: u32, height: u32) -> Result<(), ScanError> {
    let found = u64::from(width) * u64::from(height);
    let limit = MAX_PIXELS;
    if found > limit {
        Err(ScanError::TooLarge { kind, measure: Measure::Pixels, found, limit })
    } else {
        Ok(())
    }
}
