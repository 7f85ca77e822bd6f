//! Between Rust and JavaScript: answers out, options in, errors thrown.

use js_sys::{ArrayBuffer, Error, JSON, Object, Reflect, Symbol, Uint8Array};
use rastau_core::calendar::{Date, Timestamp, parse_date};
#[cfg(feature = "law")]
use rastau_core::error::FactsError;
use rastau_core::error::{OpenError, PageError, ReadError};
use rastau_core::snapshot::file::FileError;
use rastau_messages::{self as messages, Lang};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue, throw_str};

/// An argument that the caller of the package got wrong; numbers of the core's own errors end at 159.
pub(crate) const BAD_ARGUMENT: u16 = 300;
/// A page of the register that could not be used where an answer cannot carry it as a finding.
pub(crate) const BAD_PAGE: u16 = 301;

/// The time and language of a question, as a caller gives them.
pub(crate) struct Options {
    pub(crate) on: Option<Date>,
    now: Option<String>,
    pub(crate) lang: Option<Lang>,
}

impl Options {
    /// Reads what a caller gave; `undefined` is no options.
    pub(crate) fn read(options: JsValue) -> Result<Self, JsValue> {
        let given = Given::read(options, &["on", "now", "lang"])?;
        let on = given.text("on")?.map(|text| parse_date(&text)).transpose();
        Ok(Self {
            on: on.map_err(|problem| bad_argument("on", &problem))?,
            now: given.text("now")?,
            lang: given.lang()?,
        })
    }

    /// The device's clock, unless the caller says another time.
    pub(crate) fn now(&self) -> Result<Timestamp, JsValue> {
        time("now", self.now.as_deref())
    }
}

/// A plain object from JavaScript, read strictly: wrong types and members that are not known are errors that name them. A
/// mistyped `on` would otherwise answer about today.
///
/// Whatever of it may throw is asked so that the error comes back as a value: one that passed through here as an exception
/// would leave the verifier borrowed for ever.
pub(crate) struct Given(JsValue);

impl Given {
    pub(crate) fn read(options: JsValue, known: &[&str]) -> Result<Self, JsValue> {
        if options.is_undefined() {
            return Ok(Self(Object::new().into()));
        }
        if !options.is_object() {
            return Err(bad_argument("options", "must be a plain object"));
        }
        let mut names = Reflect::own_keys(&options)?.into_iter().filter_map(|name| name.as_string());
        match names.find(|name| !known.contains(&name.as_str())) {
            Some(name) => {
                let problem = format!("has no member {name}; known are {}", known.join(", "));
                Err(bad_argument("options", &problem))
            }
            None => Ok(Self(options)),
        }
    }

    /// A member as it was given; none where it was left out.
    pub(crate) fn member(&self, name: &str) -> Result<Option<JsValue>, JsValue> {
        let member = Reflect::get(&self.0, &JsValue::from_str(name))?;
        Ok((!member.is_undefined() && !member.is_null()).then_some(member))
    }

    pub(crate) fn text(&self, name: &str) -> Result<Option<String>, JsValue> {
        self.member(name)?.map(|member| text(name, &member)).transpose()
    }

    pub(crate) fn lang(&self) -> Result<Option<Lang>, JsValue> {
        let parse = |code: String| {
            Lang::parse(&code).ok_or_else(|| bad_argument("lang", "must be \"kk\", \"ru\" or \"en\""))
        };
        self.text("lang")?.map(parse).transpose()
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
    copied(value).ok_or_else(|| bad_argument(name, "must be a Uint8Array"))
}

/// The bytes of a `Uint8Array`, of whatever realm: one from another window, or from where a test runner put it, is no
/// instance of ours.
pub(crate) fn copied(value: &JsValue) -> Option<Vec<u8>> {
    let is_view = ArrayBuffer::is_view(value);
    // Of a view nothing can throw, whoever made it: the tag is looked for on its prototype.
    let tag = is_view.then(|| Reflect::get(value, &Symbol::to_string_tag())).and_then(Result::ok);
    let bytes = tag.filter(|tag| tag == "Uint8Array").map(|_| value.unchecked_ref::<Uint8Array>())?;
    // Bytes that were handed to somebody else are none, and copying those throws.
    Some(if bytes.length() == 0 { Vec::new() } else { bytes.to_vec() })
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
pub(crate) fn facts_error(error: &FactsError, lang: Option<Lang>) -> JsValue {
    let message = lang.map_or_else(|| error.to_string(), |lang| messages::facts_error(error, lang));
    thrown("facts", error.code(), &message)
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
