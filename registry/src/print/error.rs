//! Errors of printing.

use krilla::error::KrillaError;

/// Why a QR code or a page cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PrintError {
    /// A required field is blank.
    #[error("{field} is blank")]
    Blank {
        /// The field.
        field: &'static str,
    },
    /// The number of holder names is not one or two.
    #[error("expected one or two holder names, found {0}")]
    Names(usize),
    /// A field exceeds the limit for any field.
    #[error("{field} is longer than {limit} characters")]
    TooLong {
        /// The field.
        field: &'static str,
        /// The limit in characters.
        limit: usize,
    },
    /// More skills than a page can list.
    #[error("{0} skills are more than one page can list")]
    TooManySkills(usize),
    /// The embedded fonts have no glyph for a character.
    #[error("{field} has a character that the fonts cannot show: U+{:04X} ({})", u32::from(*.character), .character.escape_default())]
    Unprintable {
        /// The field.
        field: &'static str,
        /// The character.
        character: char,
    },
    /// A date is neither `2026-05-14` nor `14.05.2026`.
    #[error("{field} is not a date like 2026-05-14 or 14.05.2026")]
    Date {
        /// The field.
        field: &'static str,
    },
    /// Each field is valid, but together they do not fit on one page at a readable size.
    #[error("the fields together are too long for one page")]
    Crowded,
    /// A character of a QR text is not in the alphanumeric set of ISO/IEC 18004.
    #[error("the QR text has a character outside the alphanumeric set at {at}: {}", .character.escape_default())]
    NotAlphanumeric {
        /// The position of the first such character, counted from 0.
        at: usize,
        /// The character.
        character: char,
    },
    /// A QR text of this many characters exceeds version 40 at level Q.
    #[error("{0} characters do not fit into one QR code of level Q")]
    QrTooLong(usize),
    /// The modules of the QR code would be too small to scan from the printed page.
    #[error("a QR code of version {version} is too fine to be scanned from the page")]
    QrTooFine {
        /// The version that the text needs.
        version: u8,
    },
    /// An embedded font cannot be read.
    #[error("the embedded font {0} cannot be read")]
    Font(&'static str),
    /// A word cannot be shaped.
    #[error("{field} cannot be shaped")]
    Shaping {
        /// The field.
        field: &'static str,
    },
    /// The PDF library does not support the profile PDF/A-2u.
    #[error("the PDF library does not support the profile PDF/A-2u")]
    Profile,
    /// The PDF library rejected the page.
    #[error("the PDF cannot be written: {0:?}")]
    Pdf(KrillaError),
}
