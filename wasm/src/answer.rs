//! Answers and errors of the core.

use js_sys::JSON;
#[cfg(feature = "law")]
use rastau_core::error::FactsError;
use rastau_core::error::{Coded, ErrorCode, PageError, ReadError};
use rastau_messages::{self as messages, Lang};
use wasm_bindgen::JsValue;

use crate::error::throw;
use crate::object::with;

/// Parses JSON that the core wrote. The order of the keys is preserved, so `JSON.stringify` returns the core's bytes again.
pub(crate) fn parsed(json: &str) -> Result<JsValue, JsValue> {
    JSON::parse(json).map_err(|_| throw(ErrorCode::Panic, "the core wrote invalid JSON"))
}

/// A document, form or code that cannot be read.
pub(crate) fn read_error(error: &ReadError, lang: Option<Lang>) -> JsValue {
    let message = lang.map_or_else(|| error.to_string(), |lang| messages::read_error(error, lang));
    let thrown = throw(error.code(), &message);
    match error {
        ReadError::Foreign(_) => {
            let shown = messages::presented_error(error, lang.unwrap_or(Lang::En));
            with(thrown, "shown", &JsValue::from_str(&shown))
        }
        _ => thrown,
    }
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
