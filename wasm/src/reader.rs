//! Options objects of a call, read strictly.

use js_sys::{Object, Reflect};
use rastau_messages::Lang;
use wasm_bindgen::JsValue;

use crate::convert::text;
use crate::error::bad_argument;

/// Reads the members of a plain object. A wrong type or an unknown member is an error that names it: a mistyped `on` would
/// otherwise answer for today.
///
/// A member may be a getter that throws. Every access here returns such an error as a value: an exception that passed through
/// Rust would leave the verifier borrowed for ever.
pub(crate) struct OptionsReader(JsValue);

impl OptionsReader {
    /// Checks that `options` is an object with members from `known` only; `undefined` is an empty object.
    pub(crate) fn new(options: JsValue, known: &[&str]) -> Result<Self, JsValue> {
        if options.is_undefined() {
            return Ok(Self(Object::new().into()));
        }
        if !options.is_object() {
            return Err(bad_argument("options", "must be a plain object"));
        }
        let mut names = Reflect::own_keys(&options)?.into_iter().filter_map(|name| name.as_string());
        match names.find(|name| !known.contains(&name.as_str())) {
            Some(name) => {
                let problem = format!("unknown member {name}; expected one of {}", known.join(", "));
                Err(bad_argument("options", &problem))
            }
            None => Ok(Self(options)),
        }
    }

    /// Returns a member; `None` where it is absent, `undefined` or `null`.
    pub(crate) fn member(&self, name: &str) -> Result<Option<JsValue>, JsValue> {
        let member = Reflect::get(&self.0, &JsValue::from_str(name))?;
        Ok((!member.is_undefined() && !member.is_null()).then_some(member))
    }

    /// Returns a member that must be a string.
    pub(crate) fn text(&self, name: &str) -> Result<Option<String>, JsValue> {
        self.member(name)?.map(|member| text(name, &member)).transpose()
    }

    /// Returns the member `lang`.
    pub(crate) fn lang(&self) -> Result<Option<Lang>, JsValue> {
        let parse = |code: String| {
            let codes = || Lang::ALL.map(|lang| format!("\"{}\"", lang.code())).join(", ");
            Lang::parse(&code).ok_or_else(|| bad_argument("lang", &format!("must be one of {}", codes())))
        };
        self.text("lang")?.map(parse).transpose()
    }
}
