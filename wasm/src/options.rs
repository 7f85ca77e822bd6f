//! The options of an opening and of a question.

use js_sys::{JSON, Reflect, Symbol};
use rastau_core::calendar::{Date, Timestamp};
use rastau_core::error::FormField;
use rastau_core::snapshot::Anchor;
use rastau_core::verify::post::Post;
use rastau_messages::Lang;
use wasm_bindgen::JsValue;

use crate::error::bad_argument;
use crate::reader::OptionsReader;

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

    /// Reads the same, `beside`, what is stated beside a document, as JSON text, and `post`.
    pub(crate) fn of_document(options: JsValue) -> Result<(Self, Option<String>, Option<Post>), JsValue> {
        let reader = OptionsReader::new(options, &["on", "now", "lang", "beside", "post"])?;
        let beside = reader.member("beside")?.map(|beside| form_text("beside", &beside)).transpose()?;
        Ok((Self::of(&reader)?, beside, reader.member("post")?.map(post).transpose()?))
    }

    /// Reads the same as [`Options::read`], `post`, and `by`.
    #[cfg(feature = "report")]
    pub(crate) fn of_report(options: JsValue) -> Result<(Self, Option<Post>, Option<String>), JsValue> {
        let reader = OptionsReader::new(options, &["on", "now", "lang", "post", "by"])?;
        Ok((Self::of(&reader)?, reader.member("post")?.map(post).transpose()?, reader.text("by")?))
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

/// Reads `{ profession, level }`.
fn post(post: JsValue) -> Result<Post, JsValue> {
    let reader = OptionsReader::new(post, &["profession", "level"])?;
    let profession = reader.text("profession")?;
    let profession = profession.ok_or_else(|| bad_argument("post.profession", "must be a string"))?;
    Ok(Post { profession, level: reader.text("level")? })
}

/// Returns the text of a document, or of a form, which may be an object of its fields.
pub(crate) fn input_text(input: &JsValue) -> Result<String, JsValue> {
    input.as_string().map_or_else(|| form_text("input", input), Ok)
}

/// Returns an object of form fields as JSON.
///
/// A member that JSON leaves out would be a detail that nobody compares: one that is inherited or hidden, a function, or the
/// contents of a `Map`. An object with such a member is refused.
pub(crate) fn form_text(name: &str, form: &JsValue) -> Result<String, JsValue> {
    let refused = || bad_argument(name, "must be a plain object of form fields");
    if !form.is_object() || !Reflect::get(form, &Symbol::to_string_tag())?.is_undefined() {
        return Err(refused());
    }
    let text = JSON::stringify(form)?.as_string().ok_or_else(refused)?;
    let read = JSON::parse(&text)?;
    if !read.is_object() {
        return Err(refused());
    }
    for field in FormField::ALL {
        let key = JsValue::from_str(field.name());
        if !Reflect::has(&read, &key)? && !Reflect::get(form, &key)?.is_undefined() {
            return Err(refused());
        }
    }
    Ok(text)
}

/// Reads an RFC 3339 time; without one, the device's clock.
pub(crate) fn time(name: &str, text: Option<&str>) -> Result<Timestamp, JsValue> {
    match text {
        Some(text) => Timestamp::parse(text)
            .ok_or_else(|| bad_argument(name, "must be a time like 2026-11-23T08:00:00Z")),
        // A clock before 1970 counts as 1970. That is before every signed time, so it is reported as a clock that is behind.
        None => Ok(Timestamp((js_sys::Date::now() / 1000.0) as u64).min(Timestamp::MAX)),
    }
}

/// Reads `anchor`: where the root that the host passes came from.
pub(crate) fn anchor(options: &OptionsReader) -> Result<Anchor, JsValue> {
    match options.text("anchor")?.as_deref() {
        None | Some("pinned") => Ok(Anchor::Pinned),
        Some("first-use") => Ok(Anchor::FirstUse),
        Some(_) => Err(bad_argument("anchor", "must be \"pinned\" or \"first-use\"")),
    }
}

/// The error of an `on` that is not a date.
fn not_a_date(text: &str) -> JsValue {
    bad_argument("on", &format!("\"{text}\" is not a date; write it as YYYY-MM-DD"))
}
