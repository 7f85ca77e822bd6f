//! Values between Rust and JavaScript.

use js_sys::{ArrayBuffer, JSON, Reflect, Symbol, Uint8Array};
use rastau_core::calendar::Timestamp;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue, throw_str};

use crate::error::bad_argument;

/// Reads an RFC 3339 time; without one, the device's clock.
pub(crate) fn time(name: &str, text: Option<&str>) -> Result<Timestamp, JsValue> {
    match text {
        Some(text) => Timestamp::parse(text)
            .ok_or_else(|| bad_argument(name, "must be a time like 2026-11-23T08:00:00Z")),
        // A clock before 1970 counts as 1970. That is before every signed time, so it is reported as a clock that is behind.
        None => Ok(Timestamp((js_sys::Date::now() / 1000.0) as u64).min(Timestamp::MAX)),
    }
}

/// Reads an argument that must be a string. Arguments are not declared as `&str`: without TypeScript a caller may pass any
/// value, and the glue code would read a number as a string from beyond the module's memory.
pub(crate) fn text(name: &str, value: &JsValue) -> Result<String, JsValue> {
    value.as_string().ok_or_else(|| bad_argument(name, "must be a string"))
}

/// Reads an argument that must be bytes; declared as `JsValue` for the same reason as [`text`].
pub(crate) fn bytes(name: &str, value: &JsValue) -> Result<Vec<u8>, JsValue> {
    copied(value).ok_or_else(|| bad_argument(name, "must be a Uint8Array"))
}

/// Copies the bytes of a `Uint8Array` of any realm. An array from another window or from a test runner's context is not an
/// instance of this realm's `Uint8Array`.
pub(crate) fn copied(value: &JsValue) -> Option<Vec<u8>> {
    let is_view = ArrayBuffer::is_view(value);
    // Reading the tag of a view cannot throw: it is a getter of the prototype.
    let tag = is_view.then(|| Reflect::get(value, &Symbol::to_string_tag())).and_then(Result::ok);
    let bytes = tag.filter(|tag| tag == "Uint8Array").map(|_| value.unchecked_ref::<Uint8Array>())?;
    // A detached array has length 0, and copying it throws.
    Some(if bytes.length() == 0 { Vec::new() } else { bytes.to_vec() })
}

/// Converts a value to a plain, JSON-compatible object.
pub(crate) fn to_js<T: Serialize + ?Sized>(value: &T) -> JsValue {
    // Serialising these types cannot fail: the keys of their maps are strings.
    value
        .serialize(&Serializer::json_compatible())
        .unwrap_or_else(|_| throw_str("rastau: a value could not be serialised"))
}

/// Parses JSON that the core wrote. The order of the keys is preserved, so `JSON.stringify` returns the core's bytes again.
pub(crate) fn parsed(json: &str) -> JsValue {
    JSON::parse(json).unwrap_or_else(|_| throw_str("rastau: the core wrote invalid JSON"))
}
