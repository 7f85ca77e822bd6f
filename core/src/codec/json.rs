//! JSON (RFC 8259) as a tree, and typed access to it with errors that name the field.
//!
//! Facts and forms are read from this tree and not by serde's derive: for over a hundred structures of facts the derived
//! code was half of the compiled library.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::collections::btree_map::Entry;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// Maximum nesting of lists and objects: twice what the facts of any rule need. Each level uses stack, which small
/// devices have little of.
const MAX_DEPTH: u8 = 16;

/// A JSON value.
pub(crate) enum Json {
    Null,
    Flag(bool),
    Natural(u64),
    Negative(i64),
    /// A number that is not an integer, or outside the ranges above. No field takes one, so its value is not stored.
    Fraction,
    Text(String),
    List(Vec<Json>),
    Object(Object),
}

/// The members of an object, and the first duplicate name.
#[derive(Default)]
pub(crate) struct Object {
    members: BTreeMap<String, Json>,
    duplicate: Option<String>,
}

/// What is wrong with a value, and where.
pub(crate) struct Problem<W = String> {
    /// Path of the value, for example `limits.min` or `stages[0].on`; empty for the outermost value.
    pub(crate) path: String,
    pub(crate) what: W,
}

impl<W> Problem<W> {
    pub(crate) fn new(what: impl Into<W>) -> Self {
        Self { path: String::new(), what: what.into() }
    }

    /// Prefixes the path with the member or item that contains the value.
    #[inline(never)]
    pub(crate) fn within(mut self, name: &str) -> Self {
        let separated = !self.path.is_empty() && !self.path.starts_with('[');
        self.path.insert_str(0, if separated { "." } else { "" });
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
    /// Parses text that is exactly one JSON value. The error contains line and column.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let mut reader = serde_json::Deserializer::from_str(text);
        let tree = Tree { levels_left: MAX_DEPTH }.deserialize(&mut reader);
        let complete = tree.and_then(|tree| reader.end().map(|()| tree));
        complete.map_err(|error| error.to_string())
    }

    /// The problem of a value that is not what was expected; `expected` is a noun phrase such as "a date".
    #[inline(never)]
    pub(crate) fn mismatch(&self, expected: &str) -> Problem {
        Problem::new(alloc::format!("must be {expected}, not {}", self.describe()))
    }

    /// A short description of the value for error messages.
    pub(crate) fn describe(&self) -> Cow<'_, str> {
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
            other => Err(other.mismatch("a text")),
        }
    }

    /// The items of a list.
    pub(crate) fn list(&self) -> Result<&[Self], Problem> {
        match self {
            Self::List(items) => Ok(items),
            other => Err(other.mismatch("a list")),
        }
    }

    /// The members of an object. Names that are not in `known` and duplicate names are errors.
    #[inline(never)]
    pub(crate) fn object(&self, known: &[&str]) -> Result<&Object, Problem> {
        let Self::Object(object) = self else { return Err(self.mismatch("an object")) };
        if let Some(name) = object.members.keys().find(|name| !known.contains(&name.as_str())) {
            let problem = alloc::format!("unknown field; expected {}", listed(known, " or "));
            return Err(Problem::new(problem).within(name));
        }
        match &object.duplicate {
            Some(name) => Err(Problem::new("duplicate field").within(name)),
            None => Ok(object),
        }
    }

    /// The natural number.
    pub(crate) fn natural(&self) -> Result<u64, Problem> {
        match self {
            Self::Natural(number) => Ok(*number),
            other => Err(other.mismatch("a natural number")),
        }
    }

    /// Every value that has no items, as JSON, by its path: `document.number`, `findings[register.level].outcome`. An item of a list
    /// is named by its `id` or `of` if that is a text that no earlier item has, otherwise by its place from 0.
    ///
    /// A duplicate name and a number that is not an integer are errors: two readers could take them for different values.
    pub(crate) fn leaves(&self) -> Result<BTreeMap<String, String>, Problem> {
        let mut leaves = BTreeMap::new();
        self.collect_leaves("", &mut leaves)?;
        Ok(leaves)
    }

    /// The recursion is limited by [`MAX_DEPTH`].
    fn collect_leaves(&self, path: &str, leaves: &mut BTreeMap<String, String>) -> Result<(), Problem> {
        let leaf = match self {
            Self::Null => "null".into(),
            Self::Flag(flag) => flag.to_string(),
            Self::Natural(number) => number.to_string(),
            Self::Negative(number) => number.to_string(),
            Self::Fraction => return Err(self.mismatch("an integer").within(path)),
            // Serialising a text cannot fail.
            Self::Text(text) => serde_json::to_string(text).unwrap_or_default(),
            Self::List(items) if items.is_empty() => "[]".into(),
            Self::List(items) => {
                let mut named = BTreeMap::new();
                for (place, item) in items.iter().enumerate() {
                    let name = item.own_name().filter(|name| named.insert(*name, ()).is_none());
                    let name = name.map_or_else(|| place.to_string(), String::from);
                    item.collect_leaves(&alloc::format!("{path}[{name}]"), leaves)?;
                }
                return Ok(());
            }
            Self::Object(object) => {
                let separator = if path.is_empty() { "" } else { "." };
                if let Some(name) = &object.duplicate {
                    let path = alloc::format!("{path}{separator}{name}");
                    return Err(Problem::new("duplicate field").within(&path));
                }
                if !object.members.is_empty() {
                    for (name, value) in &object.members {
                        value.collect_leaves(&alloc::format!("{path}{separator}{name}"), leaves)?;
                    }
                    return Ok(());
                }
                "{}".into()
            }
        };
        leaves.insert(path.into(), leaf);
        Ok(())
    }

    /// The text that identifies an item of a list.
    fn own_name(&self) -> Option<&str> {
        let Self::Object(object) = self else { return None };
        match object.get("id").or_else(|| object.get("of")) {
            Some(Self::Text(name)) => Some(name),
            Some(_) | None => None,
        }
    }

    /// The index of a text in `known`.
    #[inline(never)]
    pub(crate) fn one_of(&self, known: &[&str]) -> Result<usize, Problem> {
        let at = match self {
            Self::Text(text) => known.iter().position(|name| name == text),
            _ => None,
        };
        at.ok_or_else(|| self.mismatch(&listed(known, " or ")))
    }
}

/// "`a`", "`a` or `b`", "`a`, `b` or `c`".
fn listed(names: &[&str], last: &str) -> String {
    let mut text = String::new();
    for (name, left) in names.iter().zip((0..names.len()).rev()) {
        let separator = match left {
            0 => "",
            1 => last,
            _ => ", ",
        };
        text.extend(["`", name, "`", separator]);
    }
    text
}

impl Object {
    /// Returns a member, or `None` if the object does not have it.
    pub(crate) fn get(&self, name: &str) -> Option<&Json> {
        self.members.get(name)
    }
}

/// Reads a value with at most `levels_left` levels of lists and objects.
#[derive(Clone, Copy)]
struct Tree {
    levels_left: u8,
}

impl Tree {
    /// The reader of the items of this list or object.
    fn inner<E: Error>(self) -> Result<Self, E> {
        let levels_left = self.levels_left.checked_sub(1).ok_or_else(|| E::custom("nested too deep"))?;
        Ok(Self { levels_left })
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
                    object.duplicate.get_or_insert_with(|| place.key().clone());
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
    fn text_is_exactly_one_value() {
        for (text, message) in [
            ("", "EOF while parsing a value at line 1 column 0"),
            ("{\"a\":", "EOF"),
            ("{} {}", "trailing characters"),
            ("{1:2}", "key must be a string"),
            ("[01]", "invalid number"),
            ("1e999", "number out of range"),
            (&"[".repeat(100_000), "nested too deep at line 1 column 17"),
        ] {
            let Err(problem) = Json::parse(text) else { panic!("{text}") };
            assert!(problem.contains(message), "{text}: {problem}");
        }
    }

    #[test]
    fn limits_the_nesting() {
        let nested = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        assert!(Json::parse(&nested(16)).is_ok());
        assert!(Json::parse(&nested(17)).is_err());
    }

    #[test]
    fn describes_the_value_found() {
        for (text, found) in [
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
            assert_eq!(parsed(text).mismatch("a day").what, alloc::format!("must be a day, not {found}"));
        }
    }

    #[test]
    fn rejects_unknown_and_duplicate_members() {
        let problem = |text| parsed(text).object(&["min", "max"]).err().map(|problem| problem.to_string());
        assert_eq!(problem(r#"{"max":{"max":1},"min":null}"#), None);
        assert_eq!(problem(r#"{"least":1}"#).unwrap(), "least: unknown field; expected `min` or `max`");
        assert_eq!(problem(r#"{"min":1,"min":1}"#).unwrap(), "min: duplicate field");
        assert_eq!(problem("[]").unwrap(), "must be an object, not a list");
    }

    #[test]
    fn every_value_has_a_path() {
        let text = r#"{"a":{"b":-1,"c":[],"d":{}},"e":[{"id":"x","v":null},{"id":"x","v":true},{"of":"y"},"\u0416"]}"#;
        let Ok(leaves) = parsed(text).leaves() else { panic!("{text}") };
        let leaves: Vec<String> =
            leaves.iter().map(|(path, value)| alloc::format!("{path}={value}")).collect();
        let expected = "a.b=-1 a.c=[] a.d={} e[1].id=\"x\" e[1].v=true e[3]=\"Ж\" e[x].id=\"x\" e[x].v=null e[y].of=\"y\"";
        assert_eq!(leaves.join(" "), expected);
        for (text, message) in [
            (r#"{"a":{"b":1,"b":1}}"#, "a.b: duplicate field"),
            (r#"{"a":[0.5]}"#, "a[0]: must be an integer, not a fraction"),
        ] {
            assert_eq!(
                parsed(text).leaves().err().map(|problem| problem.to_string()).as_deref(),
                Some(message)
            );
        }
    }

    #[test]
    fn finds_a_name_among_the_known_ones() {
        let found =
            |text| parsed(text).one_of(&["paper", "electronic", "both"]).map_err(|problem| problem.what);
        assert_eq!(found("\"both\""), Ok(2));
        for text in ["\"oral\"", "1"] {
            assert!(found(text).unwrap_err().starts_with("must be `paper`, `electronic` or `both`, not "));
        }
    }

    #[test]
    fn joins_the_path() {
        let problem = Problem::<String>::new("x").within("on").within("[0]").within("stages");
        assert_eq!(problem.to_string(), "stages[0].on: x");
        assert_eq!(Problem::<String>::new("x").to_string(), "x");
    }
}
