//! Errors as JavaScript sees them: an `Error` with a stable `code` and the `stage` that failed.

use js_sys::Error;
#[cfg(feature = "law")]
use rastau_core::error::FactsError;
use rastau_core::error::{Coded, ErrorCode, PageError, ReadError};
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

/// A file that is not a bundle, or a bundle that is not accepted.
pub(crate) fn bundle_error(error: &dyn Coded, lang: Option<Lang>) -> JsValue {
    let message = lang.map_or_else(|| error.to_string(), |lang| messages::error_text(error, lang));
    throw(error.code(), &message)
}

/// Facts that a rule cannot read, or an unknown rule.
#[cfg(feature = "law")]
pub(crate) fn facts_error(error: &FactsError, lang: Option<Lang>) -> JsValue {
    let message = lang.map_or_else(|| error.to_string(), |lang| messages::facts_error(error, lang));
    throw(error.code(), &message)
}

/// A page of the register that cannot be used.
pub(crate) fn page_error(error: PageError, lang: Option<Lang>) -> JsValue {
    let message = lang.map_or_else(|| error.to_string(), |lang| messages::page_error(error, lang));
    throw(ErrorCode::JsPage, &message)
}
