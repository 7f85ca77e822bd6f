//! The facts that rules take, read from JSON: every fact may be absent, and unknown ones are rejected.

mod read;

use alloc::string::String;
use alloc::vec::Vec;

pub(in crate::law) use crate::codec::json::Json;
use crate::error::{FactProblem, FactsError};
pub(in crate::law) use read::{Fact, Problem, fill, object};

/// A fact with three states: not stated, stated to be absent (`null`), or stated with a value. An absent member of
/// the JSON object is not stated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Known<T> {
    /// Not stated.
    #[default]
    Unknown,
    /// Stated to be absent.
    None,
    /// Stated with this value.
    Is(T),
}

impl<T: Copy> Known<T> {
    /// Returns the value, if there is one.
    #[must_use]
    pub const fn some(&self) -> Option<T> {
        match self {
            Self::Is(value) => Some(*value),
            Self::Unknown | Self::None => None,
        }
    }
}

impl<T> Known<Vec<T>> {
    /// Returns the items; empty where they are absent or not stated.
    #[must_use]
    pub fn items(&self) -> &[T] {
        match self {
            Self::Is(items) => items,
            Self::Unknown | Self::None => &[],
        }
    }
}

/// Joins the facts that the parts of a question share: each is one fact, wherever it is stated. Those that are not stated take
/// the value of the one that is.
///
/// # Errors
/// Two statements that differ. The error names both.
pub(in crate::law) fn agree<T: Default + Clone + PartialEq>(
    facts: &mut [(&'static str, &mut T)],
) -> Result<(), FactsError> {
    let unstated = T::default();
    let stated = facts.iter().find(|(_, value)| **value != unstated);
    let Some((first, value)) = stated.map(|(name, value)| (*name, (**value).clone())) else { return Ok(()) };
    for (name, other) in facts {
        if **other == unstated {
            other.clone_from(&value);
        } else if **other != value {
            return Err(FactsError::field(*name, FactProblem::Differs { other: first }));
        }
    }
    Ok(())
}

/// A non-empty set. Order and duplicates are ignored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SomeOf<T>(Vec<T>);

impl<T> SomeOf<T> {
    /// Returns the members in order, without duplicates.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter()
    }
}

/// A text that is not blank.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(String);

impl Text {
    /// Returns the text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
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
            let mut schema = Option::<T>::json_schema(generator);
            // Lets a form offer "there is none", where that is meaningful.
            schema.insert("$comment".into(), "null: there is none; left out: not stated".into());
            schema
        }
    }

    impl<T: JsonSchema> JsonSchema for SomeOf<T> {
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

/// Defines a structure of facts: every one is optional, and unknown ones are rejected.
macro_rules! facts {
    ($($(#[$doc:meta])* pub struct $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        // The order of a form's fields; JSON objects have none.
        #[cfg_attr(
            feature = "schema",
            derive(schemars::JsonSchema),
            schemars(default, deny_unknown_fields, extend("x-order" = [$(stringify!($field)),*]))
        )]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)* }

        impl $crate::law::engine::facts::Fact for $name {
            fn read(
                json: &$crate::law::engine::facts::Json,
            ) -> Result<Self, $crate::law::engine::facts::Problem> {
                let mut facts = Self::default();
                facts.read_into(json)?;
                Ok(facts)
            }

            fn read_into(
                &mut self,
                json: &$crate::law::engine::facts::Json,
            ) -> Result<(), $crate::law::engine::facts::Problem> {
                $crate::law::engine::facts::fill(json, &[$(stringify!($field)),*], &mut [$(&mut self.$field),*])
            }
        }
    )*};
}

/// Takes required facts out of their structure, or returns a ruling that names the missing ones.
macro_rules! require {
    ($facts:ident: $($field:ident),+) => {
        let ($(Some($field),)+) = ($($facts.$field.as_ref(),)+) else {
            let facts = [$((stringify!($field), $facts.$field.is_some())),+];
            return Ok($crate::law::engine::outcome::Ruled::missing(&$crate::law::engine::conditions::not_given(&facts)));
        };
    };
}

/// Unwraps a value, or returns the early result.
macro_rules! or_return {
    ($result:expr) => {
        match $result {
            Ok(value) => value,
            Err(early) => return (*early).map($crate::law::engine::outcome::Ruled::lacking),
        }
    };
}

pub(in crate::law) use crate::names::names;
pub(in crate::law) use {facts, or_return, require};
