//! What can stop a document from being printed.

use std::fmt;

/// Why a QR code or a page could not be made.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PrintError {
    /// A field that must say something is blank.
    Blank {
        /// Which field.
        field: &'static str,
    },
    /// A document names one holder in one or two spellings; this many names were given.
    Names(usize),
    /// A field holds more characters than any page could take.
    TooLong {
        /// Which field.
        field: &'static str,
        /// The most characters it may hold.
        limit: usize,
    },
    /// More skills than a page could list.
    TooManySkills(usize),
    /// The embedded fonts cannot show this character.
    Unprintable {
        /// Which field.
        field: &'static str,
        /// The character.
        character: char,
    },
    /// The date is neither `2026-05-14` nor `14.05.2026`.
    Date {
        /// Which field.
        field: &'static str,
    },
    /// All fields are sound on their own, but together they leave no readable type size for one page.
    Crowded,
    /// QR text must stay within the forty-five alphanumeric characters of the QR standard.
    NotAlphanumeric {
        /// Position of the first offending character, counted from zero.
        at: usize,
        /// The character.
        character: char,
    },
    /// The text does not fit into the largest QR code of level Q.
    QrTooLong(usize),
    /// The QR code holds, but its modules would be too fine to scan from paper.
    QrTooFine {
        /// The version the text needs.
        version: u8,
    },
    /// The PDF writer refused the page.
    Pdf(String),
}

impl fmt::Display for PrintError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blank { field } => write!(f, "{field} is blank"),
            Self::Names(count) => write!(f, "{count} holder names given, one or two are needed"),
            Self::TooLong { field, limit } => write!(f, "{field} is longer than {limit} characters"),
            Self::TooManySkills(count) => write!(f, "{count} skills are more than one page can list"),
            Self::Unprintable { field, character } => write!(
                f,
                "{field} has a character that the fonts cannot show: U+{:04X} ({})",
                u32::from(*character),
                character.escape_default()
            ),
            Self::Date { field } => write!(f, "{field} is not a date like 2026-05-14 or 14.05.2026"),
            Self::Crowded => write!(f, "the texts are too long together for one page"),
            Self::NotAlphanumeric { at, character } => write!(
                f,
                "QR text has a character outside the QR alphanumeric set at {at}: {}",
                character.escape_default()
            ),
            Self::QrTooLong(length) => {
                write!(f, "{length} characters do not fit into one QR code of level Q")
            }
            Self::QrTooFine { version } => {
                write!(f, "a QR code of version {version} is too fine to be scanned from this page")
            }
            Self::Pdf(reason) => write!(f, "the PDF could not be written: {reason}"),
        }
    }
}

impl std::error::Error for PrintError {}
