//! Why an input could not be read or accepted: one enum for each stage, each case with an [`ErrorCode`].
//!
//! A negative answer about a document is not an error; it is a finding of a [`crate::verdict::Verdict`].

pub(crate) mod codes;
mod exit;
mod facts;
mod field;
mod identity;
mod text;

use alloc::string::String;
use core::fmt;

use thiserror::Error;

use crate::codec::CodecError;
use crate::input::foreign::ForeignCode;
pub use codes::{ErrorCode, Stage};
pub use exit::Exit;
pub use facts::{FactProblem, FactValue, FactsError};
pub use field::{FORM_FIELDS, FieldProblem, FormField};
pub use identity::IdentityError;
pub use text::{Coded, write_template};

use crate::coded_error;

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

coded_error! {
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
        Empty = InputEmpty,
        /// The input is longer than any document can be.
        TooLong {
            /// The largest number of bytes that is read.
            limit: usize,
        } = InputTooLong,
        /// The input is neither the text of a document nor a form, nor another kind of code that is known.
        NotADocument = InputNotADocument,
        /// The document has a newer version of the format.
        UnknownVersion {
            /// The prefix that was found.
            prefix: String,
        } = InputUnknownVersion,
        /// The characters after the prefix are not base45, or not whole groups of digits: the text was truncated or altered.
        NotBase45 = InputCutOff,
        /// The bytes are not an envelope with claims in the document format.
        Malformed(#[from] problem: CodecError) = InputMalformed,
        /// The text contains several different documents.
        SeveralDocuments = InputSeveralDocuments,
        /// The web address with the document has user information, which serves only to show another host than the one that
        /// is opened.
        LinkUser = InputLinkUser,
        /// The form is not the expected JSON object.
        Form {
            /// What is wrong with it, with line and column.
            problem: String,
        } = FormMalformed,
        /// A field of the form has an impossible value.
        Field {
            /// The field.
            field: FormField => field.name(),
            /// What is wrong with it.
            problem: FieldProblem,
        } = FormField,
    }
    nested {
        /// The input is another kind of code. Its text names no kind, because that can be sensitive in a report; a screen can name it.
        Foreign(kind: ForeignCode) = { let _ = kind; ErrorCode::InputForeignCode }, ErrorCode::InputForeignCode,
            |name, out| { let _ = kind; write!(out, "{{{name}}}") };
        /// The verification code was mistyped.
        Code(error: CodeError) = error.code(), ErrorCode::FormField,
            |name, out| in_field(FormField::Code, error, name, out);
        /// The identity number was mistyped.
        Identity(error: IdentityError) = error.code(), ErrorCode::FormField,
            |name, out| in_field(FormField::Holder, error, name, out);
    }
}

impl ReadError {
    /// Returns the error for a verifier of a register whose documents have web addresses at `origin`. Scanners and messengers drop the part
    /// of an address behind `#`, so an address at that origin is not another kind of code but a document that was cut off.
    #[must_use]
    pub fn for_origin(self, origin: Option<&str>) -> Self {
        match (&self, origin) {
            (Self::Foreign(ForeignCode::WebAddress(address)), Some(origin)) if address.is_at(origin) => {
                Self::NotBase45
            }
            _ => self,
        }
    }
}

/// Writes a value of the text about a field that has `problem`.
fn in_field(
    field: FormField,
    problem: &dyn fmt::Display,
    name: &str,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    match name {
        "field" => out.write_str(field.name()),
        "problem" => write!(out, "{problem}"),
        _ => write!(out, "{{{name}}}"),
    }
}

coded_error! {
    /// Why a text is not a verification code.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
    pub enum CodeError {
        /// It does not have 17 characters without the hyphens.
        Length {
            /// The number of characters found.
            found: usize,
        } = CodeLength,
        /// It contains a character that no code has.
        Character {
            /// The character.
            character: char,
        } = CodeCharacter,
        /// The check character does not match the others: one character was mistyped, or two were swapped.
        Check = CodeCheck,
    }
}

coded_error! {
    /// Why a text could not be read as a report of a verification ([`crate::report::Reported::read`]).
    #[derive(Debug, Clone, PartialEq, Eq, Error)]
    pub enum ReportError {
        /// It is not the JSON of a report, a field is missing or has an impossible value, or a name occurs twice.
        Malformed {
            /// What is wrong, with the field, or line and column.
            problem: String,
        } = ReportMalformed,
        /// The report or its verdict has a newer format.
        UnknownVersion {
            /// The format that was found.
            schema: String,
        } = ReportUnknownVersion,
        /// It is longer than any report.
        TooLong {
            /// The largest number of bytes that is read.
            limit: usize,
        } = ReportTooLong,
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

coded_error! {
    /// Why a bundle was not accepted. The bundle that was accepted before stays in use.
    ///
    /// ```
    /// use rastau_core::{BundleFile, ErrorCode, OpenError, OpenOptions, Timestamp};
    ///
    /// # let corpus = "../tests/corpus";
    /// # let bundle = BundleFile::open(std::fs::read(format!("{corpus}/bundles/base.rastau"))?)?;
    /// # let trust_root = std::fs::read(format!("{corpus}/bundles/base/roots/1.cose"))?;
    /// let late = Timestamp::parse("2099-01-01T00:00:00Z").unwrap();
    /// let refused = bundle.into_snapshot(&OpenOptions::pinned(&trust_root, late)).unwrap_err();
    /// assert_eq!((&refused, refused.code()), (&OpenError::RootExpired, ErrorCode::BundleRootExpired));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Debug, Clone, PartialEq, Eq, Error)]
    pub enum OpenError {
        /// The bytes of the statement are not in the expected format.
        Malformed(file: Statement => file.name(), problem: CodecError) = BundleMalformed,
        /// Too few distinct keys of the role signed the statement.
        TooFewSignatures {
            /// The statement.
            statement: Statement => statement.name(),
            /// Number of valid signatures by distinct keys of the role.
            valid: usize,
            /// Threshold of the role.
            required: usize,
        } = BundleSignatures,
        /// The statement belongs to another register than the trust root.
        ForeignRegister(file: Statement => file.name()) = BundleForeign,
        /// A role of a root has a threshold below one or above its number of keys, a duplicate key, or no key.
        BadRoles = BundleRoles,
        /// The chain of roots skips a version or is longer than allowed.
        BrokenChain = BundleChain,
        /// The newest root of the chain has expired.
        RootExpired = BundleRootExpired,
        /// The statement is older than one that this verifier accepted before.
        Rollback(file: Statement => file.name()) = BundleRollback,
        /// The statement has a version that was accepted before, with other content.
        SameVersionOtherContent(file: Statement => file.name()) = BundleOtherContent,
        /// The freshness statement or the manifest names another statement than the one beside it.
        MixedUp(file: Statement => file.name()) = BundleMixedUp,
        /// A segment that was listed before is neither listed now nor covered by a newer one.
        SegmentVanished = BundleSegmentVanished,
        /// The list of segments is inconsistent: too many, a gap, a wrong kind or size.
        BadSegments = BundleSegments,
        /// The statement is properly signed but in a newer format than this version reads, or the root has a critical extension
        /// that it does not know.
        NewerFormat(file: Statement => file.name()) = BundleNewerFormat,
        /// A root has a lower floor than the root before it.
        LoweredFloor = BundleLoweredFloor,
        /// A newer root, verified since, removes the keys of the open bundle.
        Closed = BundleClosed,
        /// An update to a bundle past its last day, while the one in service is not past its own.
        Ended = BundleEnded,
    }
}

/// Why a page of the register could not be used during a verification. It becomes an undetermined finding.
///
/// It has no code of its own: each binding reports the code of the operation that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{}", self.text())]
pub enum PageError {
    /// The page could not be read: a missing or truncated file, or an I/O error.
    Missing,
    /// The page differs from the signed one.
    Altered,
    /// The page is the signed one, in a form that this version does not know.
    Unreadable,
}

impl PageError {
    /// Returns the text in English: lower case, without a full stop.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Missing => "a page of the register is missing or cannot be read; copy the bundle again",
            Self::Altered => "a page of the register differs from the signed one; copy the bundle again",
            Self::Unreadable => {
                "a page of the register has a newer format than this version reads; update Rastau"
            }
        }
    }
}

coded_error! {
    /// Why a text cannot be compared with the act.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
    pub enum ActError {
        /// The text is longer than the act can be.
        TooLong {
            /// The largest number of bytes that is read.
            limit: usize,
        } = ActTooLong,
        /// The text contains no article.
        NoArticle = ActNoArticle,
    }
}
