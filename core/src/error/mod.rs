//! Why an input could not be read or accepted: one enum for each stage, each case with an [`ErrorCode`].
//!
//! A negative answer about a document is not an error; it is a finding of a [`crate::verdict::Verdict`].

pub(crate) mod codes;
mod facts;
mod field;

use alloc::string::String;

use thiserror::Error;

use crate::codec::CodecError;
use crate::identity::IdentityError;
pub use codes::{ErrorCode, Exit, Stage};
pub use facts::{FactProblem, FactsError};
pub use field::{FORM_FIELDS, FieldProblem, FormField};

/// An error as one line of JSON, `{"error":{"code":…,"message":…}}`; the same bytes from every binding.
#[must_use]
pub fn error_json(code: ErrorCode, message: &str) -> String {
    #[derive(serde::Serialize)]
    struct Outer<'a> {
        error: Inner<'a>,
    }
    #[derive(serde::Serialize)]
    struct Inner<'a> {
        code: ErrorCode,
        message: &'a str,
    }
    // Serialising these types cannot fail: their keys are text.
    serde_json::to_string(&Outer { error: Inner { code, message } }).unwrap_or_default()
}

/// Why a text could not be read as a document or a typed form.
///
/// ```
/// use rastau_core::{ErrorCode, Presented, ReadError};
///
/// let error = Presented::read("").unwrap_err();
/// assert_eq!((&error, error.code()), (&ReadError::Empty, ErrorCode::InputEmpty));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReadError {
    /// The input is empty.
    #[error("nothing was given; scan the QR code, or type the number, the code and the IIN")]
    Empty,
    /// The input is longer than any document can be.
    #[error("this is longer than any document can be ({limit} bytes)")]
    TooLong {
        /// The largest number of bytes that is read.
        limit: usize,
    },
    /// The input is neither the text of a document nor a form; for instance a web address from a QR code.
    #[error(
        "this is not the text of a recognition document, which starts with \"RST1:\", nor a form, which is a JSON object"
    )]
    NotADocument,
    /// The document has a newer version of the format.
    #[error("this document has format \"{prefix}\", which this version cannot read; update Rastau")]
    UnknownVersion {
        /// The prefix that was found.
        prefix: String,
    },
    /// The characters after the prefix are not base45: the text was truncated or altered.
    #[error("the text of the document is truncated or altered; scan the QR code again")]
    NotBase45,
    /// The bytes are not an envelope with claims in the document format.
    #[error("the document cannot be read: {0}")]
    Malformed(#[from] CodecError),
    /// The form is not the expected JSON object.
    #[error("the form cannot be read: {problem}")]
    Form {
        /// What is wrong with it, with line and column.
        problem: String,
    },
    /// A field of the form has an impossible value.
    #[error("field \"{}\": {problem}", .field.name())]
    Field {
        /// The field.
        field: FormField,
        /// What is wrong with it.
        problem: FieldProblem,
    },
    /// The verification code was mistyped.
    #[error("field \"code\": {0}")]
    Code(CodeError),
    /// The identity number was mistyped.
    #[error("field \"holder\": {0}")]
    Identity(IdentityError),
}

impl ReadError {
    /// The stable code.
    #[must_use]
    #[deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]
    pub const fn code(&self) -> ErrorCode {
        match self {
            Self::Empty => ErrorCode::InputEmpty,
            Self::TooLong { .. } => ErrorCode::InputTooLong,
            Self::NotADocument => ErrorCode::InputNotADocument,
            Self::UnknownVersion { .. } => ErrorCode::InputUnknownVersion,
            Self::NotBase45 => ErrorCode::InputCutOff,
            Self::Malformed(_) => ErrorCode::InputMalformed,
            Self::Form { .. } => ErrorCode::FormMalformed,
            Self::Field { .. } => ErrorCode::FormField,
            Self::Code(error) => error.code(),
            Self::Identity(error) => error.code(),
        }
    }
}

/// Why a text is not a verification code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CodeError {
    /// It does not have 17 characters without the hyphens.
    #[error("a verification code has 17 letters and digits, this has {found}")]
    Length {
        /// The number of characters found.
        found: usize,
    },
    /// It contains a character that no code has.
    #[error("no verification code contains \"{character}\"")]
    Character {
        /// The character.
        character: char,
    },
    /// The check character does not match the others: one character was mistyped, or two were swapped.
    #[error("the verification code was mistyped; compare it with the document")]
    Check,
}

impl CodeError {
    /// The stable code.
    #[must_use]
    #[deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]
    pub const fn code(&self) -> ErrorCode {
        match self {
            Self::Length { .. } => ErrorCode::CodeLength,
            Self::Character { .. } => ErrorCode::CodeCharacter,
            Self::Check => ErrorCode::CodeCheck,
        }
    }
}

/// The signed statement of a bundle to which an [`OpenError`] refers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Statement {
    /// A trust root.
    Root,
    /// The manifest, signed by the keeper of the register.
    Manifest,
    /// The list of accredited centres, signed by the National Chamber.
    Centres,
    /// The freshness statement, signed by the online key.
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

/// Why a bundle was not accepted. The bundle that was accepted before stays in use.
///
/// ```
/// use rastau_core::{BundleFile, ErrorCode, OpenError, Snapshot, Timestamp};
///
/// # let corpus = "../tests/corpus";
/// # let bundle = BundleFile::open(std::fs::read(format!("{corpus}/bundles/base.rastau"))?)?;
/// # let trust_root = std::fs::read(format!("{corpus}/bundles/base/roots/1.cose"))?;
/// # let statements = bundle.statements().clone();
/// let late = Timestamp::parse("2099-01-01T00:00:00Z").unwrap();
/// let refused = Snapshot::open(&trust_root, &statements, bundle, late, None).unwrap_err();
/// assert_eq!((&refused, refused.code()), (&OpenError::RootExpired, ErrorCode::BundleRootExpired));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OpenError {
    /// The bytes of the statement are not in the expected format.
    #[error("the {file} file cannot be read: {problem}", file = .0.name(), problem = .1)]
    Malformed(Statement, CodecError),
    /// Too few distinct keys of the role signed the statement.
    #[error("the {} file has {valid} valid signatures, the trust root requires {required}", .statement.name())]
    TooFewSignatures {
        /// The statement.
        statement: Statement,
        /// Number of valid signatures by distinct keys of the role.
        valid: usize,
        /// Threshold of the role.
        required: usize,
    },
    /// The statement belongs to another register than the trust root.
    #[error("the {} file belongs to another register than the trust root", .0.name())]
    ForeignRegister(Statement),
    /// A role of a root has a threshold below one or above its number of keys, a duplicate key, or no key.
    #[error("a role of the trust root has an impossible threshold, no key, or a duplicate key")]
    BadRoles,
    /// The chain of roots skips a version or is longer than allowed.
    #[error("the chain of trust roots skips a version or is too long")]
    BrokenChain,
    /// The newest root of the chain has expired.
    #[error("the trust root has expired; get a bundle with a newer one")]
    RootExpired,
    /// The statement is older than one that this verifier accepted before.
    #[error("the {} file is older than one accepted before; the newer one stays in use", .0.name())]
    Rollback(Statement),
    /// The statement has a version that was accepted before, with other content.
    #[error("the {} file has a version accepted before but other content; the first one stays in use: report this", .0.name())]
    SameVersionOtherContent(Statement),
    /// The freshness statement or the manifest names another statement than the one beside it.
    #[error("the {} file is not the one that the other files of the bundle name", .0.name())]
    MixedUp(Statement),
    /// A segment that was listed before is neither listed now nor covered by a newer one.
    #[error("the bundle lacks a part of the register that was present before")]
    SegmentVanished,
    /// The list of segments is inconsistent: too many, a gap, a wrong kind or size.
    #[error("the list of segments of the bundle is inconsistent")]
    BadSegments,
    /// The statement is properly signed but in a newer format than this version reads, or the root has a critical extension
    /// that it does not know.
    #[error("the {} file needs a newer program; update Rastau", .0.name())]
    NewerFormat(Statement),
    /// A root has a lower floor than the root before it.
    #[error(
        "a trust root has lower minimum versions or times than the one before it; the earlier root stays in use: report this"
    )]
    LoweredFloor,
}

impl OpenError {
    /// The stable code.
    #[must_use]
    #[deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]
    pub const fn code(&self) -> ErrorCode {
        match self {
            Self::Malformed(..) => ErrorCode::BundleMalformed,
            Self::TooFewSignatures { .. } => ErrorCode::BundleSignatures,
            Self::ForeignRegister(_) => ErrorCode::BundleForeign,
            Self::BadRoles => ErrorCode::BundleRoles,
            Self::BrokenChain => ErrorCode::BundleChain,
            Self::RootExpired => ErrorCode::BundleRootExpired,
            Self::Rollback(_) => ErrorCode::BundleRollback,
            Self::SameVersionOtherContent(_) => ErrorCode::BundleOtherContent,
            Self::MixedUp(_) => ErrorCode::BundleMixedUp,
            Self::SegmentVanished => ErrorCode::BundleSegmentVanished,
            Self::BadSegments => ErrorCode::BundleSegments,
            Self::NewerFormat(_) => ErrorCode::BundleNewerFormat,
            Self::LoweredFloor => ErrorCode::BundleLoweredFloor,
        }
    }
}

/// Why a page of the register could not be used during a verification. It becomes an undetermined finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PageError {
    /// The page could not be read: a missing or truncated file, or an I/O error.
    #[error("a page of the register is missing or cannot be read; copy the bundle again")]
    Missing,
    /// The page differs from the signed one.
    #[error("a page of the register differs from the signed one; copy the bundle again")]
    Altered,
    /// The page is the signed one, in a form that this version does not know.
    #[error("a page of the register has a newer format than this version reads; update Rastau")]
    Unreadable,
}

/// Why a text cannot be compared with the act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ActError {
    /// The text is longer than the act can be.
    #[error("longer than {limit} bytes; the act is far shorter")]
    TooLong {
        /// The largest number of bytes that is read.
        limit: usize,
    },
    /// The text contains no article.
    #[error("no article was found in it; the text of the act in English is needed")]
    NoArticle,
}

impl ActError {
    /// The stable code.
    #[must_use]
    #[deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]
    pub const fn code(&self) -> ErrorCode {
        match self {
            Self::TooLong { .. } => ErrorCode::ActTooLong,
            Self::NoArticle => ErrorCode::ActNoArticle,
        }
    }
}
