//! JSON (RFC 8259) as one tree, and the steps from it to what is asked for; each says what is wrong, and where.
//!
//! Not serde's derived reading: of the hundred and more structures of facts that was half of the compiled library.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// How many lists and objects may stand one within another: twice what the facts of any rule need, and little enough for the
/// stack of a small device, which every level takes a piece of.
const DEEPEST: u8 = 16;

/// A value of JSON.
pub(crate) enum Json {
    Null,
    Flag(bool),
    Natural(u64),
    Negative(i64),
    /// Nothing here takes a number that is not whole, so none is kept.
    Fraction,
    Text(String),
    List(Vec<Json>),
    Object(Object),
}

/// The members of an object, and the first name that it has twice.
#[derive(Default)]
pub(crate) struct Object {
    members: BTreeMap<String, Json>,
    twice: Option<String>,
}

/// What is wrong, and where.
pub(crate) struct Problem<W = String> {
    /// `limits.min`, `stages[0].on`; nothing for the whole.
    pub(crate) path: String,
    pub(crate) what: W,
}

impl<W> Problem<W> {
    pub(crate) fn new(what: impl Into<W>) -> Self {
        Self { path: String::new(), what: what.into() }
    }

    /// The same problem, seen from the member or item that it stands in.
    #[inline(never)]
    pub(crate) fn within(mut self, name: &str) -> Self {
        let parted = !self.path.is_empty() && !self.path.starts_with('[');
        self.path.insert_str(0, if parted { "." } else { "" });
        self.path.insert_str(0, name);
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}{}", self.path, if self.path.is_empty() { "" } else { ": " }, self.what)
    }
}

impl Json {
    /// Reads a text that is one value of JSON and nothing more. The problem says the line and column.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let mut reader = serde_json::Deserializer::from_str(text);
        let tree = Tree { left: DEEPEST }.deserialize(&mut reader);
        let whole = tree.and_then(|tree| reader.end().map(|()| tree));
        whole.map_err(|error| error.to_string())
    }

    /// Something else was wanted: "a date", "an object".
    #[inline(never)]
    pub(crate) fn is_not(&self, wanted: &str) -> Problem {
        Problem::new(alloc::format!("must be {wanted}, not {}", self.told()))
    }

    /// What it is, told in short.
    pub(crate) fn told(&self) -> Cow<'_, str> {
        match self {
            Self::Null => "null".into(),
            Self::Flag(true) => "true".into(),
            Self::Flag(false) => "false".into(),
            Self::Natural(number) => number.to_string().into(),
            Self::Negative(number) => number.to_string().into(),
            Self::Fraction => "a fraction".into(),
            Self::Text(text) if text.len() <= 64 => alloc::format!("\"{text}\"").into(),
            Self::Text(_) => "a long text".into(),
            Self::List(_) => "a list".into(),
            Self::Object(_) => "an object".into(),
        }
    }

    /// The text.
    pub(crate) fn text(&self) -> Result<&str, Problem> {
        match self {
            Self::Text(text) => Ok(text),
            other => Err(other.is_not("a text")),
        }
    }

    /// The items of a list.
    pub(crate) fn list(&self) -> Result<&[Self], Problem> {
        match self {
            Self::List(items) => Ok(items),
            other => Err(other.is_not("a list")),
        }
    }

    /// The members of an object: every name known, none twice.
    #[inline(never)]
    pub(crate) fn object(&self, known: &[&str]) -> Result<&Object, Problem> {
        let Self::Object(object) = self else { return Err(self.is_not("an object")) };
        if let Some(name) = object.members.keys().find(|name| !known.contains(&name.as_str())) {
            let problem = alloc::format!("is not known here, only {}", listed(known, " and "));
            return Err(Problem::new(problem).within(name));
        }
        match &object.twice {
            Some(name) => Err(Problem::new("stands there twice").within(name)),
            None => Ok(object),
        }
    }

    /// The place of a text among those known.
    #[inline(never)]
    pub(crate) fn one_of(&self, known: &[&str]) -> Result<usize, Problem> {
        let at = match self {
            Self::Text(text) => known.iter().position(|name| name == text),
            _ => None,
        };
        at.ok_or_else(|| self.is_not(&listed(known, " or ")))
    }
}

/// "`a`", "`a` or `b`", "`a`, `b` or `c`".
fn listed(names: &[&str], last: &str) -> String {
    let mut text = String::new();
    for (name, left) in names.iter().zip((0..names.len()).rev()) {
        let joint = match left {
            0 => "",
            1 => last,
            _ => ", ",
        };
        text.extend(["`", name, "`", joint]);
    }
    text
}

impl Object {
    /// A member; none where it was left out.
    pub(crate) fn get(&self, name: &str) -> Option<&Json> {
        self.members.get(name)
    }
}

/// Reads a value that may hold others, `left` of them one within another.
#[derive(Clone, Copy)]
struct Tree {
    left: u8,
}

impl Tree {
    /// What is inside.
    fn inner<E: Error>(self) -> Result<Self, E> {
        let left = self.left.checked_sub(1).ok_or_else(|| E::custom("nested too deep"))?;
        Ok(Self { left })
    }
}

impl<'de> DeserializeSeed<'de> for Tree {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }
    fn visit_bool<E: Error>(self, flag: bool) -> Result<Json, E> {
        Ok(Json::Flag(flag))
    }
    fn visit_u64<E: Error>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Natural(number))
    }
    fn visit_i64<E: Error>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Negative(number))
    }
    fn visit_f64<E: Error>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Fraction)
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_string()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let inner = self.inner()?;
        let mut items = Vec::new();
        while let Some(item) = list.next_element_seed(inner)? {
            items.push(item);
        }
        Ok(Json::List(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let inner = self.inner()?;
        let mut object = Object::default();
        while let Some(Json::Text(name)) = map.next_key_seed(inner)? {
            let value = map.next_value_seed(inner)?;
            match object.members.entry(name) {
                Entry::Vacant(place) => {
                    place.insert(value);
                }
                Entry::Occupied(place) => {
                    object.twice.get_or_insert_with(|| place.key().clone());
                }
            }
        }
        Ok(Json::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Json {
        Json::parse(text).expect(text)
    }

    #[test]
    fn one_value_and_nothing_more() {
        for (text, said) in [
            ("", "EOF while parsing a value at line 1 column 0"),
            ("{\"a\":", "EOF"),
            ("{} {}", "trailing characters"),
            ("{1:2}", "key must be a string"),
            ("[01]", "invalid number"),
            ("1e999", "number out of range"),
            (&"[".repeat(100_000), "nested too deep at line 1 column 17"),
        ] {
            let Err(problem) = Json::parse(text) else { panic!("{text}") };
            assert!(problem.contains(said), "{text}: {problem}");
        }
    }

    #[test]
    fn a_few_levels_are_read() {
        let nested = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        assert!(Json::parse(&nested(16)).is_ok());
        assert!(Json::parse(&nested(17)).is_err());
    }

    #[test]
    fn what_is_there_is_told() {
        for (text, told) in [
            ("null", "null"),
            ("true", "true"),
            ("7", "7"),
            ("-7", "-7"),
            ("0.5", "a fraction"),
            ("1e3", "a fraction"),
            ("18446744073709551616", "a fraction"),
            ("\"\\u0416\"", "\"Ж\""),
            (&alloc::format!("\"{}\"", "x".repeat(65)), "a long text"),
            ("[]", "a list"),
            ("{}", "an object"),
        ] {
            assert_eq!(parsed(text).is_not("a day").what, alloc::format!("must be a day, not {told}"));
        }
    }

    #[test]
    fn members_are_known_and_stand_once() {
        let problem = |text| parsed(text).object(&["min", "max"]).err().map(|problem| problem.to_string());
        assert_eq!(problem(r#"{"max":{"max":1},"min":null}"#), None);
        assert_eq!(problem(r#"{"least":1}"#).unwrap(), "least: is not known here, only `min` and `max`");
        assert_eq!(problem(r#"{"min":1,"min":1}"#).unwrap(), "min: stands there twice");
        assert_eq!(problem("[]").unwrap(), "must be an object, not a list");
    }

    #[test]
    fn a_name_is_one_of_those_known() {
        let found =
            |text| parsed(text).one_of(&["paper", "electronic", "both"]).map_err(|problem| problem.what);
        assert_eq!(found("\"both\""), Ok(2));
        for text in ["\"oral\"", "1"] {
            assert!(found(text).unwrap_err().starts_with("must be `paper`, `electronic` or `both`, not "));
        }
    }

    #[test]
    fn places_are_joined() {
        let problem = Problem::<String>::new("x").within("on").within("[0]").within("stages");
        assert_eq!(problem.to_string(), "stages[0].on: x");
        assert_eq!(Problem::<String>::new("x").to_string(), "x");
    }
}
