//! Errors as JavaScript sees them: an `Error` with a stable `code` and the `stage` that failed.

use js_sys::Error;
use rastau_core::error::ErrorCode;
use wasm_bindgen::JsValue;

use crate::object::with;

/// Makes the `Error` that `wasm-bindgen` throws when an exported function returns it as `Err`.
pub(crate) fn throw(code: ErrorCode, message: &str) -> JsValue {
    let error = Error::new(message);
    error.set_name("RastauError");
    let error = with(error.into(), "code", &JsValue::from(code.number()));
    with(error, "stage", &JsValue::from_str(code.stage().name()))
}

/// An argument, or a member of an options object, that cannot be used.
pub(crate) fn bad_argument(name: &str, problem: &str) -> JsValue {
    throw(ErrorCode::JsArgument, &format!("{name}: {problem}"))
}
