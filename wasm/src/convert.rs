//! Values between Rust and JavaScript.

use js_sys::{Array, ArrayBuffer, Function, Reflect, Symbol, Uint8Array};
use rastau_core::error::ErrorCode;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};

use crate::error::{bad_argument, throw};

/// Reads an argument that must be a string. Arguments are not declared as `&str`: without TypeScript a caller may pass any
/// value, and the glue code would read a number as a string from beyond the module's memory.
pub(crate) fn text(name: &str, value: &JsValue) -> Result<String, JsValue> {
    value.as_string().ok_or_else(|| bad_argument(name, "must be a string"))
}

/// Reads an argument that must be bytes; declared as `JsValue` for the same reason as [`text`].
pub(crate) fn bytes(name: &str, value: &JsValue) -> Result<Vec<u8>, JsValue> {
    copied(value).ok_or_else(|| bad_argument(name, "must be a Uint8Array"))
}

/// The largest array that is copied into this module's memory, which has 4 GiB at most.
const MAX_COPIED: u32 = 1 << 30;

/// Copies the bytes of a `Uint8Array` of any realm. An array from another window or from a test runner's context is not an
/// instance of this realm's `Uint8Array`.
///
/// The caller's array may have a `length` of its own, or one that throws. Therefore it is copied by the constructor, which looks at
/// the array's contents only, and an exception of which is returned: one that passed through Rust would leave an object
/// borrowed for ever.
pub(crate) fn copied(value: &JsValue) -> Option<Vec<u8>> {
    if !ArrayBuffer::is_view(value) {
        return None;
    }
    let tag = Reflect::get(value, &Symbol::to_string_tag()).ok()?;
    let empty = Uint8Array::new_with_length(0);
    let constructor = Reflect::get(&empty, &JsValue::from_str("constructor")).ok()?;
    let copy = Reflect::construct(constructor.dyn_ref::<Function>()?, &Array::of1(value)).ok()?;
    let copy = copy.dyn_into::<Uint8Array>().ok()?;
    (tag == "Uint8Array" && copy.length() <= MAX_COPIED).then(|| copy.to_vec())
}

/// Converts a value to a plain, JSON-compatible object.
pub(crate) fn to_js<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    let object = value.serialize(&Serializer::json_compatible());
    object.map_err(|error| throw(ErrorCode::Panic, &error.to_string()))
}
