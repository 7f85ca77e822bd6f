//! Rastau for browsers and Node: `rastau-core` and `rastau-messages` as JavaScript functions and objects.
//!
//! This binding only converts. Every answer is the core's own JSON, byte for byte as the command line prints it. The exported
//! functions are wrapped by the TypeScript in `js/`, which users import.

#[cfg(feature = "verify")]
mod answer;
mod convert;
mod error;
#[cfg(feature = "verify")]
mod file;
#[cfg(feature = "law")]
pub mod law;
mod object;
#[cfg(feature = "verify")]
mod options;
mod reader;
#[cfg(feature = "report")]
pub mod report;
#[cfg(feature = "verify")]
mod root;
#[cfg(feature = "tables")]
pub mod tables;
#[cfg(feature = "verify")]
pub mod typed;
mod types;
#[cfg(feature = "update")]
pub mod update;
#[cfg(feature = "verify")]
pub mod verifier;

use js_sys::JsString;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(start)]
fn start() {
    rastau_core::document::name::set_lower_and_compose(|name| {
        JsString::from(name).to_lower_case().normalize("NFC").into()
    });
    // A panic is a bug of this package. Its message costs module size, so only debug builds print it.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
}
