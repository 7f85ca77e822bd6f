//! Trust roots that count although the rest of their bundle does not.

use js_sys::{Object, Uint8Array};
use rastau_core::update::NewerRoot;
use wasm_bindgen::JsValue;

use crate::object::with;

/// Adds what the host must store to an error (`kept`): the newer root and the trusted state that goes with it.
pub(crate) fn with_kept(thrown: JsValue, newer: Option<NewerRoot>) -> JsValue {
    let Some(NewerRoot { bytes, state, .. }) = newer else { return thrown };
    let kept = with(Object::new().into(), "root", &Uint8Array::from(&*bytes).into());
    let kept = match state {
        Some(state) => with(kept, "state", &Uint8Array::from(&*state.write()).into()),
        None => kept,
    };
    with(thrown, "kept", &kept)
}
