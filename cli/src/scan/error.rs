//! Errors of reading QR codes from files.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::decode_error::DecodeError;

/// The size that exceeds a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Measure {
    /// The file, in bytes.
    FileBytes,
    /// A picture, in pixels.
    Pixels,
    /// A decoded picture in memory, in bytes.
    PictureBytes,
    /// The compressed streams of a PDF when decompressed, in bytes.
    UnpackedBytes,
}

rastau_core::exit_error! {
    /// Why no code was read from a file.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
    pub enum ScanError {
        /// The file is not a PNG, a JPEG or a PDF.
        #[error("the file is not a PNG, a JPEG or a PDF: give a picture or a PDF that shows the QR code")]
        NotAPicture = Data,
        /// The file, or its content when decompressed, exceeds a limit. Nothing was decoded.
        #[error(
            "the {kind} is too large ({found} {measure}, the limit is {limit}): give a smaller file, for example a crop or a \
             single page around the QR code"
        )]
        TooLarge {
            /// The kind of the file.
            kind: Kind,
            /// What exceeds the limit.
            measure: Measure,
            /// The size, or the part of it that was counted before the limit was reached.
            found: u64,
            /// The limit.
            limit: u64,
        } = Data,
        /// The file is damaged, or uses a feature that is not supported.
        #[error(
            "the {kind} cannot be read ({reason}): the file may be damaged, get it again or take a picture of the QR code"
        )]
        Unreadable {
            /// The kind of the file.
            kind: Kind,
            /// The decoder's message.
            reason: String,
        } = Data,
        /// The PDF is encrypted.
        #[error("the PDF document is encrypted: save it without a password, or take a picture of the QR code")]
        Encrypted = Data,
        /// The file was read, but no QR code was found on it.
        #[error(
            "no QR code was found on the {kind}: give a sharper or larger picture of the whole code, with some blank margin \
             around it"
        )]
        NoCode {
            /// The kind of the file.
            kind: Kind,
        } = Data,
    }
    nested {
        /// The limited process for decoders has no answer.
        #[error(transparent)]
        Decode(#[from] DecodeError) = 0.code().exit();
    }
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
            Measure::UnpackedBytes => "bytes when decompressed",
        })
    }
}
