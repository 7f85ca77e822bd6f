//! Why a file gave no code.

use std::fmt;

use super::Kind;

/// What of a file was too large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// The file, in bytes.
    FileBytes,
    /// A picture, in pixels.
    Pixels,
    /// A picture in memory, in bytes.
    PictureBytes,
    /// The packed parts of a PDF once unpacked, in bytes.
    UnpackedBytes,
}

/// Why no code could be read from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScanError {
    /// The file is neither a picture nor a PDF that this module knows.
    NotAPicture,
    /// The file, or what it would unpack to, is over a limit; nothing was unpacked.
    TooLarge {
        /// What the file is.
        kind: Kind,
        /// What of it is too large.
        measure: Measure,
        /// The size it has, or the part of it that was counted before giving up.
        found: u64,
        /// The size allowed.
        limit: u64,
    },
    /// The file is broken, or uses a feature that cannot be read.
    Unreadable {
        /// What the file is.
        kind: Kind,
        /// What the decoder said.
        reason: String,
    },
    /// The PDF is encrypted.
    Encrypted,
    /// The search took longer than it may.
    TooSlow {
        /// What the file is.
        kind: Kind,
        /// The time it was given.
        seconds: u64,
    },
    /// The file was read, and no QR code was found on it.
    NoCode {
        /// What the file is.
        kind: Kind,
    },
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Kind::Png => "PNG picture",
            Kind::Jpeg => "JPEG picture",
            Kind::Pdf => "PDF document",
            Kind::Text => "text file",
        })
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Measure::FileBytes => "bytes",
            Measure::Pixels => "pixels in one picture",
            Measure::PictureBytes => "bytes for one picture in memory",
            Measure::UnpackedBytes => "bytes once unpacked",
        })
    }
}

impl fmt::Display for ScanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ScanError::NotAPicture => f.write_str(
                "the file is not a PNG, a JPEG or a PDF: give a picture or a PDF that shows the QR code",
            ),
            ScanError::TooLarge { kind, measure, found, limit } => write!(
                f,
                "the {kind} is too large ({found} {measure}, at most {limit} are allowed): give a smaller file, \
                 for example a crop or a single page around the QR code"
            ),
            ScanError::Unreadable { kind, reason } => write!(
                f,
                "the {kind} cannot be read ({reason}): the file may be damaged, get it again or take a picture \
                 of the QR code"
            ),
            ScanError::Encrypted => f.write_str(
                "the PDF document is encrypted: save it without a password, or take a picture of the QR code",
            ),
            ScanError::TooSlow { kind, seconds } => write!(
                f,
                "the {kind} took more than {seconds} seconds to search: give a crop or a single page around the \
                 QR code"
            ),
            ScanError::NoCode { kind } => write!(
                f,
                "no QR code was found on the {kind}: give a sharper or larger picture of the whole code, with \
                 some blank margin around it"
            ),
        }
    }
}

impl std::error::Error for ScanError {}
