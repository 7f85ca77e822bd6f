//! The facts that rules are asked about, as they come in JSON: every fact may be missing, none may be unknown.

use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};

use crate::calendar::Date;
use crate::error::FactsError;

/// Reads the facts of a rule from a JSON object.
///
/// # Errors
/// Text that is no JSON object, a fact that the rule does not know, a value that cannot be: the error names the fact.
pub(super) fn read<F: DeserializeOwned>(json: &str) -> Result<F, FactsError> {
    // serde would take an array for a structure too; facts have names.
    if !json.trim_start().starts_with('{') {
        return Err(FactsError::NotAnObject);
    }
    let mut reader = serde_json::Deserializer::from_str(json);
    let facts = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let name = error.path().to_string();
        let problem = error.into_inner();
        if problem.is_data() {
            FactsError::Field { name, problem: plain(&problem.to_string()) }
        } else {
            FactsError::Malformed { problem: problem.to_string() }
        }
    })?;
    reader.end().map_err(|error| FactsError::Malformed { problem: error.to_string() })?;
    Ok(facts)
}

/// Without the line and column: the fact's name says where.
fn plain(problem: &str) -> String {
    problem.rsplit_once(" at line ").map_or(problem, |(before, _)| before).to_string()
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = Date;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date written YYYY-MM-DD")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Date, E> {
                crate::calendar::parse_date(text).map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Visitor)
    }
}

/// A fact of which three things can be said: nothing, that there is none (`null`), or what it is. Leaving the fact out
/// says nothing; only `null` says no.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Known<T> {
    /// Nothing was said.
    #[default]
    Unknown,
    /// There is none.
    None,
    /// This one.
    Is(T),
}

impl<T: Copy> Known<T> {
    /// What it is, where it is known to be something.
    #[must_use]
    pub const fn some(&self) -> Option<T> {
        match self {
            Self::Is(value) => Some(*value),
            Self::Unknown | Self::None => None,
        }
    }
}

impl<T> Known<Vec<T>> {
    /// What is known of; nothing where nothing is.
    #[must_use]
    pub fn items(&self) -> &[T] {
        match self {
            Self::Is(items) => items,
            Self::Unknown | Self::None => &[],
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Known<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::None, Self::Is))
    }
}

/// A set that cannot be empty. Order and repetition say nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SomeOf<T: Ord>(BTreeSet<T>);

impl<T: Ord> SomeOf<T> {
    /// The members in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter()
    }
}

impl<'de, T: Ord + Deserialize<'de>> Deserialize<'de> for SomeOf<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let members = Vec::<T>::deserialize(deserializer)?;
        if members.is_empty() {
            return Err(D::Error::custom("is empty; name at least one"));
        }
        Ok(Self(members.into_iter().collect()))
    }
}

/// A piece of text that is not blank.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(String);

impl Text {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text.trim().is_empty() {
            return Err(D::Error::custom("is blank"));
        }
        Ok(Self(text))
    }
}

#[cfg(feature = "schema")]
mod schema {
    use alloc::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::{Known, SomeOf, Text};
    use crate::calendar::Date;

    impl JsonSchema for Date {
        fn schema_name() -> Cow<'static, str> {
            "Date".into()
        }
        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({
                "type": "string",
                "format": "date",
                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                "description": "A civil date of Kazakhstan, YYYY-MM-DD, from 1800-01-01 to 9999-12-31."
            })
        }
    }

    impl<T: JsonSchema> JsonSchema for Known<T> {
        fn inline_schema() -> bool {
            true
        }
        fn schema_name() -> Cow<'static, str> {
            T::schema_name()
        }
        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            Option::<T>::json_schema(generator)
        }
    }

    impl<T: JsonSchema + Ord> JsonSchema for SomeOf<T> {
        fn inline_schema() -> bool {
            true
        }
        fn schema_name() -> Cow<'static, str> {
            T::schema_name()
        }
        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            let items = generator.subschema_for::<T>();
            json_schema!({ "type": "array", "items": items, "minItems": 1 })
        }
    }

    impl JsonSchema for Text {
        fn inline_schema() -> bool {
            true
        }
        fn schema_name() -> Cow<'static, str> {
            "Text".into()
        }
        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({ "type": "string", "pattern": "\\S" })
        }
    }
}

/// A structure of facts: every one may be left out, and none may be added.
macro_rules! facts {
    ($($(#[$doc:meta])* pub struct $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(default, deny_unknown_fields)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)* }
    )*};
}

/// Names in facts: an enum whose members are written in kebab-case.
macro_rules! names {
    ($($(#[$doc:meta])* pub enum $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name { $($(#[$variant_doc])* #[serde(rename = $text)] $variant,)* }

        impl $name {
            /// Every stable name, in the order of the members.
            pub const NAMES: &'static [&'static str] = &[$($text),*];

            /// The stable name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }
    )*};
}

/// Takes facts that must be there out of their structure, or answers that they are missing, naming all of them.
macro_rules! given {
    ($facts:ident: $($field:ident),+) => {
        let ($(Some($field),)+) = ($($facts.$field.as_ref(),)+) else {
            let mut missing = alloc::vec::Vec::new();
            $(if $facts.$field.is_none() { missing.push(stringify!($field)); })+
            return Ok($crate::law::Ruling::missing(missing));
        };
    };
}

/// The value, or what the rule answers at once without it.
macro_rules! or_at_once {
    ($result:expr) => {
        match $result {
            Ok(value) => value,
            Err(at_once) => return *at_once,
        }
    };
}

pub(super) use {facts, given, names, or_at_once};
