//! Options objects of a call, read strictly.

use js_sys::{Object, Reflect};
use rastau_core::calendar::{Date, Timestamp};
use rastau_core::snapshot::Anchor;
use rastau_messages::Lang;
use wasm_bindgen::JsValue;

use crate::convert::{text, time};
use crate::error::bad_argument;

/// The time and language of a question.
pub(crate) struct Options {
    pub(crate) on: Option<Date>,
    now: Option<String>,
    pub(crate) lang: Option<Lang>,
}

impl Options {
    /// Reads `{ on, now, lang }`; `undefined` is an empty object.
    pub(crate) fn read(options: JsValue) -> Result<Self, JsValue> {
        Self::of(&OptionsReader::new(options, &["on", "now", "lang"])?)
    }

    /// Reads the same and `beside`, what is stated beside a document, as JSON text.
    pub(crate) fn read_with_beside(options: JsValue) -> Result<(Self, Option<String>), JsValue> {
        let reader = OptionsReader::new(options, &["on", "now", "lang", "beside"])?;
        let beside = reader.member("beside")?.map(|beside| {
            let json = beside.is_object().then(|| js_sys::JSON::stringify(&beside).ok()).flatten();
            let text = json.and_then(|json| json.as_string());
            text.ok_or_else(|| bad_argument("beside", "must be an object of form fields"))
        });
        Ok((Self::of(&reader)?, beside.transpose()?))
    }

    fn of(reader: &OptionsReader) -> Result<Self, JsValue> {
        let on =
            reader.text("on")?.map(|text| Date::parse(&text).ok_or_else(|| not_a_date(&text))).transpose()?;
        Ok(Self { on, now: reader.text("now")?, lang: reader.lang()? })
    }

    /// The caller's `now`, or the device's clock.
    pub(crate) fn now(&self) -> Result<Timestamp, JsValue> {
        time("now", self.now.as_deref())
    }
}

/// Reads the members of a plain object. A wrong type or an unknown member is an error that names it: a mistyped `on` would
/// otherwise answer for today.
///
/// A member may be a getter that throws. Every access here returns such an error as a value: an exception that passed
/// through Rust would leave the verifier borrowed forever.
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

    /// Reads `anchor`: where the root that the host passes came from.
    pub(crate) fn anchor(&self) -> Result<Anchor, JsValue> {
        match self.text("anchor")?.as_deref() {
            None | Some("pinned") => Ok(Anchor::Pinned),
            Some("first-use") => Ok(Anchor::FirstUse),
            Some(_) => Err(bad_argument("anchor", "must be \"pinned\" or \"first-use\"")),
        }
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

/// The error of an `on` that is not a date.
fn not_a_date(text: &str) -> JsValue {
    bad_argument("on", &format!("\"{text}\" is not a date; write it as YYYY-MM-DD"))
}
