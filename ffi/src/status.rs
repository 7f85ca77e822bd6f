//! Status numbers, why a call failed, and the guard around every exported function.
//!
//! A status is the number of an [`ErrorCode`], the same in every binding; 0 is success. The constants `RASTAU_STATUS_…` of the
//! header are written from the table of codes (`core/src/error/codes.rs`) by the test that makes the header.

use std::ffi::CStr;
use std::panic::{AssertUnwindSafe, catch_unwind};

use rastau_core::error::{ErrorCode, FactsError, OpenError, ReadError};
use rastau_messages::{Lang, device_error, facts_error, open_error, read_error};
use rastau_store::StoreError;

/// Success: the outputs are written.
pub const RASTAU_OK: i32 = 0;

/// The status of an error code.
#[must_use]
pub const fn status(code: ErrorCode) -> i32 {
    code.number() as i32
}

/// The sentence of a status.
pub(crate) fn sentence(status: i32) -> &'static CStr {
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
    /// An argument of this API, or a fault of the library.
    Own(ErrorCode),
    Read(ReadError),
    Open(OpenError),
    Store(StoreError),
    Facts(FactsError),
}

impl Failure {
    /// The disk's reason; where the core refused what was there, the core's, which has words in three languages.
    pub(crate) fn store(error: StoreError) -> Self {
        match error {
            StoreError::Refused(error) => Self::Open(error),
            error => Self::Store(error),
        }
    }

    #[deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]
    pub(crate) fn code(&self) -> ErrorCode {
        match self {
            Self::Own(code) => *code,
            Self::Read(error) => error.code(),
            Self::Open(error) => error.code(),
            Self::Store(error) => error.code(),
            Self::Facts(error) => error.code(),
        }
    }

    /// The whole sentence: in the language asked where the core's messages have one, else in English.
    pub(crate) fn words(&self, lang: Lang) -> String {
        match self {
            Self::Own(code) => code.text().to_owned(),
            Self::Read(error) => read_error(error, lang),
            Self::Open(error) => open_error(error, lang),
            Self::Store(error) => match device_error(error.code(), lang).filter(|_| lang != Lang::En) {
                Some(words) => words.to_owned(),
                // With the path, and the system's own word.
                None => error.to_string(),
            },
            Self::Facts(error) => facts_error(error, lang),
        }
    }

    /// The sentence that programs print, the same as the command line's.
    pub(crate) fn plain(&self) -> String {
        match self {
            Self::Own(_) | Self::Store(_) => self.words(Lang::En),
            Self::Read(error) => error.to_string(),
            Self::Open(error) => error.to_string(),
            Self::Facts(error) => error.to_string(),
        }
    }
}

/// Runs a function's body: a failure becomes its status, and so does a panic, which must not unwind into C.
pub(crate) fn guarded(body: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
    // What a panic leaves half done is only memory of the call itself: handles are written once, when all is well.
    catch_unwind(AssertUnwindSafe(body)).unwrap_or(Err(Failure::Own(ErrorCode::Panic)))
}

/// [`guarded`], for functions that return a status.
pub(crate) fn guard(body: impl FnOnce() -> Result<(), Failure>) -> i32 {
    guarded(body).map_or_else(|failure| status(failure.code()), |()| RASTAU_OK)
}

/// [`guarded`], for functions that return something else.
pub(crate) fn guard_or<T>(otherwise: T, body: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or(otherwise)
}
