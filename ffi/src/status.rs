//! Status numbers, the reasons for failed calls, and the guard around every exported function.
//!
//! A status is the number of an [`ErrorCode`], the same in every binding; 0 is success. `tests/header.rs` writes the constants
//! `RASTAU_STATUS_…` into the header from the table of codes (`core/src/error/codes.rs`).

use std::ffi::CStr;
use std::panic::{AssertUnwindSafe, catch_unwind};

use rastau_core::error::{ErrorCode, FactsError, OpenError, PageError, ReadError, ReportError};
use rastau_core::update::NewerRoot;
use rastau_messages::{Lang, error_text, facts_error, page_error, presented_error};
use rastau_store::StoreError;

/// === Statuses ===
///
/// The call succeeded: its outputs are written. Every other status is the number of an error, the same in every binding and on
/// the command line; some errors do not occur in C. Numbers are never reused.
///
/// 1 to 99: reading a document, a form, a verification code or an identity number. 100 to 119: accepting a bundle. 120 to 139:
/// the disk, a source of updates, a device's directory. 140 to 159: the facts of a rule, the text of the act. 200 to 249: an
/// argument of a function. 250 to 299: a fault of the library. 300 to 319: JavaScript only.
pub const RASTAU_OK: i32 = 0;

/// Returns the status of an error code.
#[must_use]
pub const fn status(code: ErrorCode) -> i32 {
    code.number() as i32
}

/// Returns the description of a status.
pub(crate) fn describe(status: i32) -> &'static CStr {
    let code = u16::try_from(status).ok().and_then(ErrorCode::from_number);
    match code {
        Some(code) => code.text_c(),
        None if status == RASTAU_OK => c"success",
        None => c"an unknown status",
    }
}

/// Why a call failed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// An invalid argument of the C function, or a fault of the library.
    Call(ErrorCode),
    Read(ReadError),
    Open(OpenError),
    /// A bundle that was not accepted, with its newer trust root if it has one that counts all the same.
    Refused(OpenError, Option<Box<NewerRoot>>),
    Store(StoreError),
    /// The calendar of working days in the bundle cannot be read.
    Calendar(PageError),
    Facts(FactsError),
    Report(ReportError),
}

impl Failure {
    /// Converts an error of the store. A bundle that the core refused keeps the core's error, which has a text in three
    /// languages.
    pub(crate) fn store(error: StoreError) -> Self {
        match error {
            StoreError::Refused(error) => Self::Open(error),
            error => Self::Store(error),
        }
    }

    #[deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]
    pub(crate) fn code(&self) -> ErrorCode {
        match self {
            Self::Call(code) => *code,
            Self::Read(error) => error.code(),
            Self::Open(error) | Self::Refused(error, _) => error.code(),
            Self::Store(error) => error.code(),
            Self::Calendar(_) => ErrorCode::BadCalendar,
            Self::Facts(error) => error.code(),
            Self::Report(error) => error.code(),
        }
    }

    /// Returns the message for the user: in `lang` where `rastau-messages` has one, else in English.
    pub(crate) fn text(&self, lang: Lang) -> String {
        match self {
            Self::Call(code) => code.text().to_owned(),
            Self::Read(error) => presented_error(error, lang),
            Self::Open(error) | Self::Refused(error, _) => error_text(error, lang),
            // Only the English text has the path and the operating system's error.
            Self::Store(error) => error_text(error, lang),
            Self::Calendar(error) => page_error(*error, lang),
            Self::Facts(error) => facts_error(error, lang),
            Self::Report(error) => error_text(error, lang),
        }
    }

    /// Returns the newer trust root that a refused bundle has.
    pub(crate) fn newer_root(&self) -> Option<&NewerRoot> {
        match self {
            Self::Refused(_, newer) => newer.as_deref(),
            _ => None,
        }
    }

    /// Returns the message of the command line, in English.
    pub(crate) fn message(&self) -> String {
        match self {
            Self::Call(code) => code.text().to_owned(),
            Self::Read(error) => error.to_string(),
            Self::Open(error) | Self::Refused(error, _) => error.to_string(),
            Self::Store(error) => error.to_string(),
            Self::Calendar(error) => error.to_string(),
            Self::Facts(error) => error.to_string(),
            Self::Report(error) => error.to_string(),
        }
    }
}

/// Runs a function's body. A panic becomes a failure, because it must not unwind into C.
pub(crate) fn guarded(body: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
    // Unwind safety: a panic leaves only memory of this call incomplete. A handle is written once, after success.
    catch_unwind(AssertUnwindSafe(body)).unwrap_or(Err(Failure::Call(ErrorCode::Panic)))
}

/// Runs the body of a function that returns a status.
pub(crate) fn guard(body: impl FnOnce() -> Result<(), Failure>) -> i32 {
    guarded(body).map_or_else(|failure| status(failure.code()), |()| RASTAU_OK)
}

/// Runs the body of a function that returns something else; a panic returns `on_panic`.
pub(crate) fn guard_or<T>(on_panic: T, body: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or(on_panic)
}
