//! The facts that rules are asked about, as they come in JSON: every fact may be missing, none may be unknown.

mod read;

use alloc::string::String;
use alloc::vec::Vec;

pub(in crate::law) use crate::codec::json::Json;
pub(in crate::law) use read::{Fact, Problem, fill, object};

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

/// A set that cannot be empty. Order and repetition say nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SomeOf<T>(Vec<T>);

impl<T> SomeOf<T> {
    /// The members in order, each once.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter()
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
            // A form can offer "there is none" where that says something.
            schema
                .insert("$comment".into(), "null says that there is none; left out, nothing is said".into());
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

/// A structure of facts: every one may be left out, and none may be added.
macro_rules! facts {
    ($($(#[$doc:meta])* pub struct $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        // A form asks in this order; objects of JSON have none.
        #[cfg_attr(
            feature = "schema",
            derive(schemars::JsonSchema),
            schemars(default, deny_unknown_fields, extend("x-order" = [$(stringify!($field)),*]))
        )]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)* }

        impl $crate::law::facts::Fact for $name {
            fn read(
                json: &$crate::law::facts::Json,
            ) -> Result<Self, $crate::law::facts::Problem> {
                let mut facts = Self::default();
                facts.take(json)?;
                Ok(facts)
            }

            fn take(
                &mut self,
                json: &$crate::law::facts::Json,
            ) -> Result<(), $crate::law::facts::Problem> {
                $crate::law::facts::fill(json, &[$(stringify!($field)),*], &mut [$(&mut self.$field),*])
            }
        }
    )*};
}

/// Names in facts: an enum whose members are written in kebab-case.
macro_rules! names {
    ($($(#[$doc:meta])* pub enum $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$variant_doc])* #[cfg_attr(feature = "schema", schemars(rename = $text))] $variant,)*
        }

        impl $name {
            /// Every stable name, in the order of the members.
            pub const NAMES: &'static [&'static str] = &[$($text),*];

            /// The stable name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }

        impl $crate::law::facts::Fact for $name {
            fn read(
                json: &$crate::law::facts::Json,
            ) -> Result<Self, $crate::law::facts::Problem> {
                let at = json.one_of(Self::NAMES)?;
                // The names stand in the order of the members.
                [$(Self::$variant),*].get(at).copied().ok_or_else(|| json.mismatch("known").into())
            }
        }
    )*};
}

/// Takes facts that must be there out of their structure, or answers that they are missing, naming all of them.
macro_rules! given {
    ($facts:ident: $($field:ident),+) => {
        let ($(Some($field),)+) = ($($facts.$field.as_ref(),)+) else {
            let facts = [$((stringify!($field), $facts.$field.is_some())),+];
            return Ok($crate::law::Ruling::missing($crate::law::conditions::lacking(&facts)));
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
