//! Errors as JavaScript sees them: an `Error` with a stable `code` and the `stage` that failed.

use js_sys::Error;
#[cfg(feature = "law")]
use rastau_core::error::FactsError;
use rastau_core::error::{ErrorCode, OpenError, PageError, ReadError};
use rastau_core::snapshot::file::FileError;
use rastau_messages::{self as messages, Lang};
use wasm_bindgen::JsValue;

use crate::object::with;

/// Makes the `Error` that `wasm-bindgen` throws when an exported function returns it as `Err`.
fn throw(code: ErrorCode, message: &str) -> JsValue {
    let error = Error::new(message);
    error.set_name("RastauError");
    let error = with(error.into(), "code", &JsValue::from(code.number()));
    with(error, "stage", &JsValue::from_str(code.stage().name()))
}

/// An argument, or a member of an options object, that cannot be used.
pub(crate) fn bad_argument(name: &str, problem: &str) -> JsValue {
    throw(ErrorCode::JsArgument, &format!("{name}: {problem}"))
}

/// A document, form or code that cannot be read.
pub(crate) fn read_error(error: &ReadError, lang: Option<Lang>) -> JsValue {
    let message = lang.map_or_else(|| error.to_string(), |lang| messages::read_error(error, lang));
    throw(error.code(), &message)
}

/// A bundle that is not accepted.
pub(crate) fn open_error(error: &OpenError, lang: Option<Lang>) -> JsValue {
    let message = lang.map_or_else(|| error.to_string(), |lang| messages::open_error(error, lang));
    throw(error.code(), &message)
}

/// A file that is not a bundle.
pub(crate) fn file_error(error: &FileError) -> JsValue {
    throw(error.code(), &error.to_string())
}

/// Facts that a rule cannot read, or an unknown rule.
#[cfg(feature = "law")]
pub(crate) fn facts_error(error: &FactsError, lang: Option<Lang>) -> JsValue {
    let message = lang.map_or_else(|| error.to_string(), |lang| messages::facts_error(error, lang));
    throw(error.code(), &message)
}

/// A page of the register that cannot be used.
pub(crate) fn page_error(error: PageError) -> JsValue {
    let message = match error {
        PageError::Missing => "part of the bundle is missing; get the complete .rastau file again",
        PageError::Altered => "part of the bundle differs from what was signed; get the .rastau file again",
        PageError::Unreadable => {
            "part of the bundle has a newer format than this version reads; update Rastau"
        }
    };
    throw(ErrorCode::JsPage, message)
}
