//! The facts that a rule is asked about.

use std::collections::HashMap;

use rastau_core::error::FactsError;
use serde_json::{Map, Value as Json};

use crate::mirrors::Day;

/// A fact of a rule. The facts of each rule are in its entry of `rules` and in the table of the Law's norms.
/// Facts nest a few levels deep. Hundreds of levels are refused (142). Thousands exhaust the caller's stack first, so
/// never build facts from untrusted input.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum Fact {
    /// A civil date.
    Date {
        /// The date.
        day: Day,
    },
    /// A number.
    Number {
        /// The number.
        number: i64,
    },
    /// True or false.
    Flag {
        /// Whether it is true.
        yes: bool,
    },
    /// A code or a name.
    Text {
        /// The code.
        text: String,
    },
    /// The fact is known not to exist. A fact that is left out is unknown.
    Absent,
    /// Several facts.
    Many {
        /// The facts.
        items: Vec<Fact>,
    },
    /// Facts that belong together.
    Group {
        /// The facts by their names.
        facts: HashMap<String, Fact>,
    },
}

/// Returns facts as the JSON that rules read.
pub(crate) fn json(facts: HashMap<String, Fact>) -> String {
    group(facts).to_string()
}

fn group(facts: HashMap<String, Fact>) -> Json {
    facts.into_iter().map(|(name, fact)| (name, value(fact))).collect::<Map<_, _>>().into()
}

fn value(fact: Fact) -> Json {
    match fact {
        Fact::Date { day } => day.to_string().into(),
        Fact::Number { number } => number.into(),
        Fact::Flag { yes } => yes.into(),
        Fact::Text { text } => text.into(),
        Fact::Absent => Json::Null,
        Fact::Many { items } => items.into_iter().map(value).collect(),
        Fact::Group { facts } => group(facts),
    }
}

/// Reads the facts of a rule's example.
pub(crate) fn read(example: &str) -> Result<HashMap<String, Fact>, FactsError> {
    let malformed = |problem: String| FactsError::Malformed { problem };
    let facts: Map<String, Json> =
        serde_json::from_str(example).map_err(|error| malformed(error.to_string()))?;
    let fact = |(name, value)| Some((name, fact(value)?));
    facts
        .into_iter()
        .map(fact)
        .collect::<Option<_>>()
        .ok_or_else(|| malformed("a number with a fraction".into()))
}

fn fact(value: Json) -> Option<Fact> {
    Some(match value {
        Json::Null => Fact::Absent,
        Json::Bool(yes) => Fact::Flag { yes },
        Json::Number(number) => Fact::Number { number: number.as_i64()? },
        Json::String(text) => match rastau_core::calendar::Date::parse(&text) {
            Some(day) => Fact::Date { day },
            None => Fact::Text { text },
        },
        Json::Array(items) => Fact::Many { items: items.into_iter().map(fact).collect::<Option<_>>()? },
        Json::Object(facts) => {
            let facts = facts.into_iter().map(|(name, value)| Some((name, fact(value)?)));
            Fact::Group { facts: facts.collect::<Option<_>>()? }
        }
    })
}
