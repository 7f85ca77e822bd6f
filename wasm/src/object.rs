//! Objects that this module makes for JavaScript.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// Adds a member to an object that this module made.
pub(crate) fn with(object: JsValue, name: &str, value: &JsValue) -> JsValue {
    // Setting a member of a new plain object cannot fail.
    let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    object
}
