//! Why an input could not be read: one enum a stage, each case with a number that is never reused.
//!
//! A "no" about a document is not here; it is a finding of a [`crate::verdict::Verdict`] (house rule 1).
//! Numbers 1–59 concern a document, 60–79 identity numbers, 100–119 a bundle's statements; the store counts
//! on from 120; 140–149 concern the facts of a rule, 150–159 a text of the act.

mod facts;

use alloc::string::String;
use core::fmt;

use crate::codec::CodecError;
use crate::identity::IdentityError;
pub use facts::{FactProblem, FactsError};

/// An error as one line of JSON, `{"error":{"code":…,"message":…}}`; the same bytes from every binding.
#[must_use]
pub fn error_json(code: u16, message: &str) -> String {
    #[derive(serde::Serialize)]
    struct Spelled<'a> {
        error: Inner<'a>,
    }
    #[derive(serde::Serialize)]
    struct Inner<'a> {
        code: u16,
        message: &'a str,
    }
    // Serialising these types cannot fail: their keys are text.
    serde_json::to_string(&Spelled { error: Inner { code, message } }).unwrap_or_default()
}

/// Why a text is not a document or a typed form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// Nothing was given.
    Empty,
    /// Longer than any document can be.
    TooLong {
        /// The most bytes that are read.
        most: usize,
    },
    /// Neither a document text nor a form: a web address in the QR code, say.
    NotADocument,
    /// The text of a later version of the format.
    UnknownVersion {
        /// The prefix that was found.
        prefix: String,
    },
    /// The characters after the prefix are not base45: the text was cut off or altered.
    NotBase45,
    /// The bytes are not the envelope and claims that the format has.
    Malformed(CodecError),
    /// The form is not the JSON object that is expected.
    Form {
        /// What is wrong with it, with the line and column.
        problem: String,
    },
    /// A field of the form cannot be what it says.
    Field {
        /// Its name.
        name: &'static str,
        /// What is wrong with it.
        problem: String,
    },
    /// The verification code was mistyped.
    Code(CodeError),
    /// The identity number was mistyped.
    Identity(IdentityError),
}

impl ReadError {
    /// A stable number, never reused.
    #[must_use]
    #[deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]
    pub const fn code(&self) -> u16 {
        match self {
            Self::Empty => 1,
            Self::TooLong { .. } => 2,
            Self::NotADocument => 3,
            Self::UnknownVersion { .. } => 4,
            Self::NotBase45 => 5,
            Self::Malformed(_) => 6,
            Self::Form { .. } => 7,
            Self::Field { .. } => 8,
            Self::Code(error) => error.code(),
            Self::Identity(error) => error.code(),
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("nothing was given; scan the QR code, or type the number, the code and the IIN"),
            Self::TooLong { most } => write!(f, "this is longer than any document can be ({most} bytes)"),
            Self::NotADocument => f.write_str(
                "this is not a recognition document's text: that starts with \"RST1:\"; a form is a JSON object",
            ),
            Self::UnknownVersion { prefix } => {
                write!(f, "this document has format \"{prefix}\", which this version cannot read; update Rastau")
            }
            Self::NotBase45 => f.write_str("the document's text is cut off or altered; scan the QR code again"),
            Self::Malformed(error) => write!(f, "the document cannot be read: {error}"),
            Self::Form { problem } => write!(f, "the form cannot be read: {problem}"),
            Self::Field { name, problem } => write!(f, "field \"{name}\": {problem}"),
            Self::Code(error) => write!(f, "field \"code\": {error}"),
            Self::Identity(error) => write!(f, "field \"holder\": {error}"),
        }
    }
}

impl core::error::Error for ReadError {}

impl From<CodecError> for ReadError {
    fn from(error: CodecError) -> Self {
        Self::Malformed(error)
    }
}

/// Why a text is not a verification code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeError {
    /// Not 17 characters without the hyphens.
    Length {
        /// How many there are.
        found: usize,
    },
    /// A character that no code has.
    Character {
        /// The character.
        character: char,
    },
    /// The last character does not fit the others: a typing mistake, or two characters swapped.
    Check,
}

impl CodeError {
    /// A stable number, never reused.
    #[must_use]
    #[deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]
    pub const fn code(&self) -> u16 {
        match self {
            Self::Length { .. } => 20,
            Self::Character { .. } => 21,
            Self::Check => 22,
        }
    }
}

impl fmt::Display for CodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { found } => {
                write!(f, "a verification code has 17 letters and digits, this has {found}")
            }
            Self::Character { character } => write!(f, "\"{character}\" is in no verification code"),
            Self::Check => {
                f.write_str("the verification code has a typing mistake; compare it with the paper")
            }
        }
    }
}

impl core::error::Error for CodeError {}

/// Which signed statement of a bundle an [`OpenError`] speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Statement {
    /// A trust root.
    Root,
    /// The keeper's manifest.
    Manifest,
    /// The National Chamber's statement of accredited centres.
    Centres,
    /// The online freshness note.
    Freshness,
}

impl Statement {
    /// The name used in errors and file names.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Root => "root",
            Self::Manifest => "manifest",
            Self::Centres => "centres",
            Self::Freshness => "fresh",
        }
    }
}

/// Why a bundle was not taken into use. What was in use before stays in use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// A statement's bytes are not of its format.
    Malformed(Statement, CodecError),
    /// Too few different keys of the role signed it.
    TooFewSignatures {
        /// Which statement.
        statement: Statement,
        /// Good signatures by different keys of the role.
        good: usize,
        /// How many the root asks for.
        wanted: usize,
    },
    /// The statement is of another register than the trust root.
    ForeignRegister(Statement),
    /// A root's roles are impossible: a threshold below one or above the number of keys, a key twice, no keys.
    BadRoles,
    /// The chain of roots skips a version or is longer than allowed.
    BrokenChain,
    /// The newest root of the chain has expired.
    RootExpired,
    /// Older than what this verifier has already seen.
    Rollback(Statement),
    /// The version already seen, with other content.
    SameVersionOtherContent(Statement),
    /// The freshness note or the manifest pins another statement than the one beside it.
    MixedUp(Statement),
    /// A segment that was there before is neither listed nor covered by a newer one.
    SegmentVanished,
    /// The list of segments is impossible: too many, a gap, a wrong kind or size.
    BadSegments,
}

impl OpenError {
    /// A stable number, never reused.
    #[must_use]
    #[deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]
    pub const fn code(&self) -> u16 {
        match self {
            Self::Malformed(..) => 100,
            Self::TooFewSignatures { .. } => 101,
            Self::ForeignRegister(_) => 102,
            Self::BadRoles => 103,
            Self::BrokenChain => 104,
            Self::RootExpired => 105,
            Self::Rollback(_) => 106,
            Self::SameVersionOtherContent(_) => 107,
            Self::MixedUp(_) => 108,
            Self::SegmentVanished => 109,
            Self::BadSegments => 110,
        }
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(statement, error) => {
                write!(f, "the {} file cannot be read: {error}", statement.name())
            }
            Self::TooFewSignatures { statement, good, wanted } => write!(
                f,
                "the {} file has {good} good signatures of the {wanted} that the trust root asks for",
                statement.name()
            ),
            Self::ForeignRegister(statement) => {
                write!(f, "the {} file belongs to another register than the trust root", statement.name())
            }
            Self::BadRoles => f.write_str(
                "the trust root's roles are impossible (threshold, number of keys or a repeated key)",
            ),
            Self::BrokenChain => f.write_str("the chain of trust roots skips a version or is too long"),
            Self::RootExpired => f.write_str("the trust root has expired; get a bundle with a newer one"),
            Self::Rollback(statement) => {
                write!(
                    f,
                    "the {} file is older than one already seen here; the newer one stays",
                    statement.name()
                )
            }
            Self::SameVersionOtherContent(statement) => write!(
                f,
                "the {} file has the version already seen here but other content; the first one stays: report this",
                statement.name()
            ),
            Self::MixedUp(statement) => {
                write!(
                    f,
                    "the {} file is not the one that the bundle's other files speak of",
                    statement.name()
                )
            }
            Self::SegmentVanished => {
                f.write_str("part of the register that was there before is missing from this bundle")
            }
            Self::BadSegments => f.write_str("the bundle's list of segments is impossible"),
        }
    }
}

impl core::error::Error for OpenError {}

/// Why a page of the register could not be used during a verification. It becomes an undetermined finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageError {
    /// The page could not be had: a missing or truncated file, an I/O error.
    Missing,
    /// The page is not the one that was signed.
    Altered,
    /// The page is the one that was signed, and of no form that this version knows.
    Unreadable,
}

/// Why a text cannot be compared with the act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActError {
    /// Longer than the act can be.
    TooLong {
        /// The most bytes that are read.
        most: usize,
    },
    /// No article was found in it.
    NoArticle,
}

impl ActError {
    /// A stable number, never reused.
    #[must_use]
    #[deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]
    pub const fn code(&self) -> u16 {
        match self {
            Self::TooLong { .. } => 150,
            Self::NoArticle => 151,
        }
    }
}

impl fmt::Display for ActError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { most } => write!(f, "longer than {most} bytes; the act is far shorter"),
            Self::NoArticle => f.write_str("no article was found in it; the act's text in English is needed"),
        }
    }
}

impl core::error::Error for ActError {}
