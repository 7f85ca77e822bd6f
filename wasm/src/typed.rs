//! What a person types, checked while it is typed: identity numbers and verification codes.

use rastau_core::document::Code;
use rastau_core::error::ReadError;
use rastau_core::identity::identify;
use rastau_messages as messages;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::convert::{Options, parsed, read_error, text, with};

/// What the twelve digits of an IIN or BIN are, or why they are none.
#[wasm_bindgen(js_name = checkId, unchecked_return_type = "IdentityAnswer")]
pub fn check_id(
    #[wasm_bindgen(js_name = text, unchecked_param_type = "string")] given: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "LangOption")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let given = text("text", &given)?;
    let found = identify(given.trim());
    let object = parsed(&rastau_core::identity::to_json(given.trim(), &found));
    Ok(match Options::read(options)?.lang {
        Some(lang) => with(object, "words", &JsValue::from_str(&messages::identity(&found, lang))),
        None => object,
    })
}

/// A verification code as it is printed, from however it was typed; throws what is wrong with it.
#[wasm_bindgen(js_name = checkCode)]
pub fn check_code(
    #[wasm_bindgen(js_name = text, unchecked_param_type = "string")] given: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "LangOption")] options: JsValue,
) -> Result<String, JsValue> {
    let lang = Options::read(options)?.lang;
    Code::parse(&text("text", &given)?)
        .map(|code| code.printed())
        .map_err(|error| read_error(&ReadError::Code(error), lang))
}
