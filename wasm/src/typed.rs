//! Checks of typed input: identity numbers and verification codes.

use rastau_core::document::Code;
use rastau_core::error::ReadError;
use rastau_core::identity::identify;
use rastau_messages as messages;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::answer::{parsed, read_error};
use crate::convert::text;
use crate::object::with;
use crate::options::Options;

/// Checks the twelve digits of an IIN or BIN; the answer describes the number, or states why it is not valid.
#[wasm_bindgen(js_name = checkId, unchecked_return_type = "IdentityAnswer")]
pub fn check_id(
    #[wasm_bindgen(js_name = text, unchecked_param_type = "string")] input: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "LangOption")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let number = text("text", &input)?;
    let kind = identify(number.trim());
    let object = parsed(&rastau_core::identity::to_json(number.trim(), &kind))?;
    Ok(match Options::read(options)?.lang {
        Some(lang) => with(object, "words", &JsValue::from_str(&messages::identity(&kind, lang))),
        None => object,
    })
}

/// Returns a verification code as it is printed, from typed text. Throws what is wrong with it.
#[wasm_bindgen(js_name = checkCode)]
pub fn check_code(
    #[wasm_bindgen(js_name = text, unchecked_param_type = "string")] input: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "LangOption")] options: JsValue,
) -> Result<String, JsValue> {
    let lang = Options::read(options)?.lang;
    Code::parse(&text("text", &input)?)
        .map(|code| code.printed())
        .map_err(|error| read_error(&ReadError::Code(error), lang))
}
