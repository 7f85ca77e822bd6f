//! From JSON to facts: one tree for every rule, and one small step from it to each type of fact.
//!
//! Not serde's derived reading of each structure: of a hundred and more of them that was half of the compiled library.
//! What serde says of a wrong type is kept, and so are its words.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor};

use super::{Known, SomeOf, Text};
use crate::calendar::{Date, parse_date};
use crate::error::FactsError;
use crate::sorted::distinct;

/// A value of JSON.
pub(in crate::law) enum Json {
    Null,
    Flag(bool),
    Natural(u64),
    Negative(i64),
    Fraction(f64),
    Text(String),
    List(Vec<Json>),
    Object(Object),
}

/// The members of an object, and the first name that it has twice.
#[derive(Default)]
pub(in crate::law) struct Object {
    members: BTreeMap<String, Json>,
    twice: Option<String>,
}

/// What is wrong, and where.
pub(in crate::law) struct Problem {
    path: String,
    text: String,
}

/// Something that a fact can be.
pub(in crate::law) trait Fact: Sized {
    /// Takes it from JSON.
    fn read(json: &Json) -> Result<Self, Problem>;
}

/// Reads the facts of a rule from a JSON object.
///
/// # Errors
/// Text that is no JSON object, a fact that the rule does not know, a value that cannot be: the error names the fact.
pub(in crate::law) fn read<F: Fact>(json: &str) -> Result<F, FactsError> {
    // An array would be told as a fact of the wrong type; facts have names.
    if !json.trim_start().starts_with('{') {
        return Err(FactsError::NotAnObject);
    }
    let tree = serde_json::from_str(json);
    let tree: Json = tree.map_err(|error| FactsError::Malformed { problem: error.to_string() })?;
    F::read(&tree).map_err(|problem| FactsError::Field { name: problem.path, problem: problem.text })
}

impl Problem {
    pub(in crate::law) fn new(text: String) -> Self {
        Self { path: String::new(), text }
    }

    #[inline(never)]
    fn wrong_type(json: &Json, expected: &str) -> Self {
        Self::new(alloc::format!("invalid type: {}, expected {expected}", json.unexpected()))
    }

    #[inline(never)]
    fn wrong_value(json: &Json, expected: &str) -> Self {
        Self::new(alloc::format!("invalid value: {}, expected {expected}", json.unexpected()))
    }

    /// The same problem, seen from the fact that it stands in.
    #[inline(never)]
    fn within(mut self, name: &str) -> Self {
        let parted = !self.path.is_empty() && !self.path.starts_with('[');
        self.path.insert_str(0, if parted { "." } else { "" });
        self.path.insert_str(0, name);
        self
    }
}

/// The members of a structure of facts: an object, every name known, none twice.
#[inline(never)]
pub(in crate::law) fn members<'j>(
    json: &'j Json,
    known: &'static [&'static str],
) -> Result<&'j Object, Problem> {
    let Json::Object(object) = json else { return Err(Problem::wrong_type(json, "an object")) };
    if let Some(name) = object.members.keys().find(|name| !known.contains(&name.as_str())) {
        let problem = alloc::format!("unknown field `{name}`, expected {}", one_of(known));
        return Err(Problem::new(problem).within(name));
    }
    match &object.twice {
        Some(name) => Err(Problem::new(alloc::format!("duplicate field `{name}`")).within(name)),
        None => Ok(object),
    }
}

/// Takes one member into its place; a fact that was left out stays what nothing was said of. Into a place and not as a
/// result, and compiled once for each type: a structure of facts is then a few calls in a row.
#[inline(never)]
pub(in crate::law) fn member<T: Fact>(object: &Object, name: &str, place: &mut T) -> Result<(), Problem> {
    if let Some(json) = object.members.get(name) {
        *place = T::read(json).map_err(|problem| problem.within(name))?;
    }
    Ok(())
}

/// The place of a name among those known.
#[inline(never)]
pub(in crate::law) fn name_of(json: &Json, known: &'static [&'static str]) -> Result<usize, Problem> {
    let text = json.text()?;
    known
        .iter()
        .position(|name| *name == text)
        .ok_or_else(|| Problem::new(alloc::format!("unknown variant `{text}`, expected {}", one_of(known))))
}

/// "`a`", "`a` or `b`", "one of `a`, `b`, `c`".
fn one_of(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| alloc::format!("`{name}`")).collect();
    match quoted.as_slice() {
        [_, _, _, ..] => alloc::format!("one of {}", quoted.join(", ")),
        few => few.join(" or "),
    }
}

impl Json {
    fn unexpected(&self) -> Unexpected<'_> {
        match self {
            Self::Null => Unexpected::Other("null"),
            Self::Flag(flag) => Unexpected::Bool(*flag),
            Self::Natural(number) => Unexpected::Unsigned(*number),
            Self::Negative(number) => Unexpected::Signed(*number),
            Self::Fraction(number) => Unexpected::Float(*number),
            Self::Text(text) => Unexpected::Str(text),
            Self::List(_) => Unexpected::Seq,
            Self::Object(_) => Unexpected::Map,
        }
    }

    /// The text.
    pub(in crate::law) fn text(&self) -> Result<&str, Problem> {
        match self {
            Self::Text(text) => Ok(text),
            other => Err(Problem::wrong_type(other, "a string")),
        }
    }

    fn number<N: TryFrom<u64> + TryFrom<i64>>(&self, type_name: &str) -> Result<N, Problem> {
        let number = match self {
            Self::Natural(number) => N::try_from(*number).ok(),
            Self::Negative(number) => N::try_from(*number).ok(),
            other => return Err(Problem::wrong_type(other, type_name)),
        };
        number.ok_or_else(|| Problem::wrong_value(self, type_name))
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Tree;
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
            fn visit_f64<E: Error>(self, number: f64) -> Result<Json, E> {
                Ok(Json::Fraction(number))
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Json, E> {
                Ok(Json::Text(text.to_string()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = list.next_element()? {
                    items.push(item);
                }
                Ok(Json::List(items))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
                let mut object = Object::default();
                while let Some((name, value)) = map.next_entry::<String, Json>()? {
                    let before = object.members.insert(name.clone(), value);
                    if before.is_some() {
                        object.twice.get_or_insert(name);
                    }
                }
                Ok(Json::Object(object))
            }
        }
        deserializer.deserialize_any(Tree)
    }
}

impl<T: Fact> Fact for Option<T> {
    fn read(json: &Json) -> Result<Self, Problem> {
        if matches!(json, Json::Null) { Ok(None) } else { T::read(json).map(Some) }
    }
}

impl<T: Fact> Fact for Known<T> {
    fn read(json: &Json) -> Result<Self, Problem> {
        if matches!(json, Json::Null) { Ok(Self::None) } else { T::read(json).map(Self::Is) }
    }
}

impl<T: Fact> Fact for Vec<T> {
    fn read(json: &Json) -> Result<Self, Problem> {
        let Json::List(items) = json else { return Err(Problem::wrong_type(json, "a sequence")) };
        let item = |(at, item)| T::read(item).map_err(|problem| problem.within(&alloc::format!("[{at}]")));
        items.iter().enumerate().map(item).collect()
    }
}

impl<T: Fact + Ord> Fact for SomeOf<T> {
    fn read(json: &Json) -> Result<Self, Problem> {
        let members = Vec::<T>::read(json)?;
        if members.is_empty() {
            return Err(Problem::new("is empty; name at least one".to_string()));
        }
        Ok(Self(distinct(members)))
    }
}

impl Fact for Text {
    fn read(json: &Json) -> Result<Self, Problem> {
        let text = json.text()?;
        if text.trim().is_empty() {
            return Err(Problem::new("is blank".to_string()));
        }
        Ok(Self(text.to_string()))
    }
}

impl Fact for Date {
    fn read(json: &Json) -> Result<Self, Problem> {
        match json {
            Json::Text(text) => parse_date(text).map_err(Problem::new),
            other => Err(Problem::wrong_type(other, "a date written YYYY-MM-DD")),
        }
    }
}

impl Fact for bool {
    fn read(json: &Json) -> Result<Self, Problem> {
        match json {
            Json::Flag(flag) => Ok(*flag),
            other => Err(Problem::wrong_type(other, "a boolean")),
        }
    }
}

macro_rules! numbers {
    ($($type:ty),*) => {$(
        impl Fact for $type {
            fn read(json: &Json) -> Result<Self, Problem> {
                json.number(stringify!($type))
            }
        }
    )*};
}

numbers!(u8, u16, u32, u64, i32);

#[cfg(test)]
mod tests {
    use super::super::super::rule;
    use crate::calendar::WorkingDays;

    /// What a rule says of facts that it does not take.
    fn problem(id: &str, facts: &str) -> String {
        rule(id).unwrap().judge(facts, &WorkingDays::built_in()).unwrap_err().to_string()
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        for (id, facts, said) in [
            ("art22.p1.appeal-window", "[]", "facts are a JSON object"),
            ("art22.p1.appeal-window", "{\"as_of\":", "the facts are not JSON: EOF"),
            ("art22.p1.appeal-window", "{} {}", "trailing characters"),
            ("art22.p1.appeal-window", r#"{"as_of":null,"as_of":null}"#, "as_of: duplicate field `as_of`"),
            (
                "art22.p1.appeal-window",
                r#"{"as_of":true}"#,
                "as_of: invalid type: boolean `true`, expected a date written YYYY-MM-DD",
            ),
            ("art18.s1.age", r#"{"limits":[null,18]}"#, "limits: invalid type: sequence, expected an object"),
            (
                "art18.s1.age",
                r#"{"limits":{"min":256}}"#,
                "limits.min: invalid value: integer `256`, expected u8",
            ),
            ("art18.s1.age", r#"{"limits":{"min":{}}}"#, "limits.min: invalid type: map, expected u8"),
            (
                "art18.s1.age",
                r#"{"limits":{"least":1}}"#,
                "limits.least: unknown field `least`, expected `min` or `max`",
            ),
        ] {
            assert!(problem(id, facts).contains(said), "{facts}: {}", problem(id, facts));
        }
    }

    #[test]
    fn facts_nested_too_deep_are_an_error() {
        let deep = alloc::format!("{{\"as_of\":{}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
        assert!(problem("art22.p1.appeal-window", &deep).contains("recursion limit"));
    }
}
