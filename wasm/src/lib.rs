//! Rastau for browsers and Node: what `rastau-core` and `rastau-messages` do, as JavaScript objects.
//!
//! A binding only converts: every answer is the core's own, in the bytes that the command line prints. The functions
//! here are what `wasm-bindgen` shows to the TypeScript beside it (`js/`), which is what users import.

mod convert;
mod file;
#[cfg(feature = "law")]
pub mod law;
pub mod typed;
mod types;
pub mod verifier;

use js_sys::JsString;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(start)]
fn start() {
    rastau_core::document::name::set_lower_and_compose(|name| {
        JsString::from(name).to_lower_case().normalize("NFC").into()
    });
    // A panic is a fault of ours, and its text costs room: said in debug builds only.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
}
