//! Between Rust and JavaScript: answers out, options in, errors thrown.

use js_sys::{Error, JSON, Object, Reflect, Uint8Array};
use rastau_core::calendar::{Date, Timestamp, parse_date};
#[cfg(feature = "law")]
use rastau_core::error::FactsError;
use rastau_core::error::{OpenError, PageError, ReadError};
use rastau_core::snapshot::file::FileError;
use rastau_messages::{self as messages, Lang};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue, throw_str};

/// An argument that the caller of the package got wrong; numbers of the core's own errors end at 159.
pub(crate) const BAD_ARGUMENT: u16 = 300;
/// A page of the register that could not be used where an answer cannot carry it as a finding.
pub(crate) const BAD_PAGE: u16 = 301;

/// Options that are texts.
const TEXTS: [&str; 4] = ["on", "now", "lang", "accept"];

/// The time and language of a question, as a caller gives them.
#[derive(Default, Deserialize)]
pub(crate) struct Options {
    pub(crate) on: Option<String>,
    pub(crate) now: Option<String>,
    pub(crate) lang: Option<String>,
}

impl Options {
    /// Reads what a caller gave; `undefined` is no options.
    pub(crate) fn read(options: JsValue) -> Result<Self, JsValue> {
        from_js(&["on", "now", "lang"], options)
    }

    pub(crate) fn on(&self) -> Result<Option<Date>, JsValue> {
        let parse = |text: &String| parse_date(text).map_err(|problem| bad_argument("on", &problem));
        self.on.as_ref().map(parse).transpose()
    }

    /// The device's clock, unless the caller says another time.
    pub(crate) fn now(&self) -> Result<Timestamp, JsValue> {
        time("now", self.now.as_deref())
    }

    pub(crate) fn lang(&self) -> Result<Option<Lang>, JsValue> {
        let parse = |code: &String| {
            Lang::parse(code).ok_or_else(|| bad_argument("lang", "must be \"kk\", \"ru\" or \"en\""))
        };
        self.lang.as_ref().map(parse).transpose()
    }
}

/// A time as RFC 3339, or the clock's.
pub(crate) fn time(name: &str, text: Option<&str>) -> Result<Timestamp, JsValue> {
    match text {
        Some(text) => Timestamp::parse(text)
            .ok_or_else(|| bad_argument(name, "must be a time like 2026-11-23T08:00:00Z")),
        // A clock before 1970 counts as 1970, which is behind every signed time and told as such.
        None => Ok(Timestamp((js_sys::Date::now() / 1000.0) as u64).min(Timestamp::MAX)),
    }
}

/// A text that was asked for. Not `&str`: without TypeScript anything may come, and a number that is read as a text reads past
/// the module's memory.
pub(crate) fn text(name: &str, value: &JsValue) -> Result<String, JsValue> {
    value.as_string().ok_or_else(|| bad_argument(name, "must be a text"))
}

/// Bytes that were asked for; as with [`text`].
pub(crate) fn bytes(name: &str, value: &JsValue) -> Result<Vec<u8>, JsValue> {
    let bytes = value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
    bytes.ok_or_else(|| bad_argument(name, "must be a Uint8Array"))
}

/// A plain object from JavaScript, strictly: wrong types and members that are none of `known` are errors that name them. A
/// mistyped `on` would otherwise answer about today.
pub(crate) fn from_js<T>(known: &[&str], value: JsValue) -> Result<T, JsValue>
where
    T: for<'de> Deserialize<'de> + Default,
{
    if value.is_undefined() {
        return Ok(T::default());
    }
    let Some(object) = value.dyn_ref::<Object>() else {
        return Err(bad_argument("options", "must be a plain object"));
    };
    let names: Vec<String> = Object::keys(object).iter().filter_map(|name| name.as_string()).collect();
    if let Some(name) = names.iter().find(|name| !known.contains(&name.as_str())) {
        return Err(bad_argument(
            "options",
            &format!("has no member {name}; known are {}", known.join(", ")),
        ));
    }
    for name in TEXTS.into_iter().filter(|name| known.contains(name)) {
        let member = Reflect::get(&value, &JsValue::from_str(name))?;
        if !(member.is_undefined() || member.is_null() || member.is_string()) {
            return Err(bad_argument(name, "must be a text"));
        }
    }
    serde_wasm_bindgen::from_value(value).map_err(|error| bad_argument("options", &error.to_string()))
}

/// A plain, JSON-compatible object.
pub(crate) fn to_js<T: Serialize + ?Sized>(value: &T) -> JsValue {
    // Serialising these types cannot fail: maps have text keys.
    value.serialize(&Serializer::json_compatible()).unwrap_or_else(|_| throw_str("rastau: not serialisable"))
}

/// JSON that the core made, as the object that it spells: the order of the keys stays, so that `JSON.stringify` of it gives
/// the core's bytes again.
pub(crate) fn parsed(json: &str) -> JsValue {
    JSON::parse(json).unwrap_or_else(|_| throw_str("rastau: no JSON"))
}

/// Adds a member to an object of ours.
pub(crate) fn with(object: JsValue, name: &str, value: &JsValue) -> JsValue {
    // A plain object that was just made takes any member.
    let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    object
}

/// A JavaScript `Error` with a stable `code` and the `stage` that refused.
fn thrown(stage: &str, code: u16, message: &str) -> JsValue {
    let error = Error::new(message);
    error.set_name("RastauError");
    let error = with(error.into(), "code", &JsValue::from(code));
    with(error, "stage", &JsValue::from_str(stage))
}

pub(crate) fn bad_argument(name: &str, problem: &str) -> JsValue {
    thrown("argument", BAD_ARGUMENT, &format!("{name}: {problem}"))
}

pub(crate) fn read_error(error: &ReadError, lang: Option<Lang>) -> JsValue {
    let message = lang.map_or_else(|| error.to_string(), |lang| messages::read_error(error, lang));
    thrown("read", error.code(), &message)
}

pub(crate) fn open_error(error: &OpenError, lang: Option<Lang>) -> JsValue {
    let message = lang.map_or_else(|| error.to_string(), |lang| messages::open_error(error, lang));
    thrown("open", error.code(), &message)
}

pub(crate) fn file_error(error: &FileError) -> JsValue {
    thrown("open", error.code(), &error.to_string())
}

#[cfg(feature = "law")]
pub(crate) fn facts_error(error: &FactsError) -> JsValue {
    thrown("facts", error.code(), &error.to_string())
}

pub(crate) fn page_error(error: PageError) -> JsValue {
    let message = match error {
        PageError::Missing => "part of the bundle is missing; get the whole .rastau file again",
        PageError::Altered => "part of the bundle is not what was signed; get the .rastau file again",
        PageError::Unreadable => {
            "part of the bundle is of a newer kind than this version reads; update Rastau"
        }
    };
    thrown("page", BAD_PAGE, message)
}
