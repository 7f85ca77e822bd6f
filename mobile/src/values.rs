//! Facts with their names, and conversions of counts and times.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rastau_core::calendar::Timestamp;
use rastau_core::verdict;

use crate::error::{Argument, RastauError};
use crate::mirrors::{Day, Translations};

/// Converts a count: Kotlin and Swift use signed numbers for counts (`docs/decisions/0062-signed-numbers.md`).
pub(crate) fn count(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Converts a time of the core.
pub(crate) fn time(instant: Timestamp) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(instant.0)
}

/// Converts a time to the core's; without one, reads the device's clock.
pub(crate) fn instant(time: Option<SystemTime>) -> Result<Timestamp, RastauError> {
    let since = time.unwrap_or_else(SystemTime::now).duration_since(UNIX_EPOCH);
    let instant = since.ok().map(|since| Timestamp(since.as_secs()));
    Ok(instant.filter(|instant| *instant <= Timestamp::MAX).ok_or(Argument::Time)?)
}

/// A value with its stable name.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct NamedValue {
    /// The name.
    pub name: String,
    /// The value.
    pub value: Value,
}

/// A value that was compared or computed.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum Value {
    /// A civil date.
    Date {
        /// The date.
        day: Day,
    },
    /// A time.
    Time {
        /// The time.
        at: SystemTime,
    },
    /// A count.
    Number {
        /// The count.
        number: i64,
    },
    /// True or false.
    Flag {
        /// Whether it is true.
        yes: bool,
    },
    /// A code or a stable name.
    Text {
        /// The code.
        text: String,
    },
    /// Several codes or stable names.
    Many {
        /// The codes.
        items: Vec<String>,
    },
    /// A name from the register.
    Name {
        /// The name in each language.
        text: Translations,
    },
}

impl From<&verdict::Fact> for Value {
    fn from(fact: &verdict::Fact) -> Self {
        match fact {
            verdict::Fact::Date(day) => Self::Date { day: *day },
            verdict::Fact::Time(at) | verdict::Fact::Clock(at) => Self::Time { at: time(*at) },
            verdict::Fact::Number(number) => Self::Number { number: count(*number) },
            verdict::Fact::Flag(yes) => Self::Flag { yes: *yes },
            verdict::Fact::Reason(reason) => Self::Text { text: reason.name().to_owned() },
            verdict::Fact::Text(text) | verdict::Fact::Word(text) => Self::Text { text: text.clone() },
            verdict::Fact::List(items) | verdict::Fact::Words(items) => Self::Many { items: items.clone() },
            verdict::Fact::Fields(fields) => {
                Self::Many { items: fields.iter().map(|field| field.name().to_string()).collect() }
            }
            verdict::Fact::Name(text) => Self::Name { text: text.clone() },
        }
    }
}

/// Converts facts of the core, in their order.
pub(crate) fn named(facts: &verdict::Facts) -> Vec<NamedValue> {
    facts.iter().map(|(name, value)| NamedValue { name: name.to_owned(), value: value.into() }).collect()
}
