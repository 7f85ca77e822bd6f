//! The small values that answers are made of.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rastau_core::calendar::{Date, Timestamp};
use rastau_core::verdict;
use rastau_messages::Lang;

use crate::error::{Argument, RastauError};

/// A civil date of Kazakhstan: `LocalDate` in Kotlin, `YYYY-MM-DD` in Swift.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day(pub Date);

uniffi::custom_type!(Day, String, {
    lower: |day| day.0.to_string(),
    try_lift: |text| match Date::parse(&text) {
        Some(day) => Ok(Day(day)),
        None => Err(RastauError::from(Argument::Day).into()),
    },
});

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self(date)
    }
}

/// A count, from the core's: neither Kotlin nor Swift likes to count without a sign.
pub(crate) fn count(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// An instant, from the core's.
pub(crate) fn time(instant: Timestamp) -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(instant.0)
}

/// An instant, to the core's; where none was given, the device's clock.
pub(crate) fn instant(given: Option<SystemTime>) -> Result<Timestamp, RastauError> {
    let since = given.unwrap_or_else(SystemTime::now).duration_since(UNIX_EPOCH);
    let instant = since.ok().map(|since| Timestamp(since.as_secs()));
    Ok(instant.filter(|instant| *instant <= Timestamp::MAX).ok_or(Argument::Time)?)
}

/// A language of the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum Language {
    /// Kazakh.
    Kk,
    /// Russian.
    Ru,
    /// English.
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Kk => Self::Kk,
            Language::Ru => Self::Ru,
            Language::En => Self::En,
        }
    }
}

/// The same thing said in each language.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Words {
    /// Kazakh.
    pub kk: String,
    /// Russian.
    pub ru: String,
    /// English.
    pub en: String,
}

impl Words {
    pub(crate) fn said(say: impl Fn(Lang) -> String) -> Self {
        Self { kk: say(Lang::Kk), ru: say(Lang::Ru), en: say(Lang::En) }
    }
}

impl From<&verdict::LocalizedName> for Words {
    fn from(words: &verdict::LocalizedName) -> Self {
        Self { kk: words.kk.clone(), ru: words.ru.clone(), en: words.en.clone() }
    }
}

/// Whether a document is good on the day asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum Outcome {
    /// Every required check is satisfied.
    Valid,
    /// At least one check is violated.
    Invalid,
    /// None is violated, and at least one could not be decided. Not "fine".
    Indeterminate,
}

impl From<verdict::Outcome> for Outcome {
    fn from(outcome: verdict::Outcome) -> Self {
        match outcome {
            verdict::Outcome::Valid => Self::Valid,
            verdict::Outcome::Invalid => Self::Invalid,
            verdict::Outcome::Indeterminate => Self::Indeterminate,
        }
    }
}

/// How old the snapshot's knowledge is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum Freshness {
    /// The next update is not due yet.
    Current,
    /// The next update is overdue by no more than the policy's grace.
    Late,
    /// Overdue by more.
    Stale,
    /// Past the day until which the keeper stands by the data.
    Expired,
}

impl From<verdict::Freshness> for Freshness {
    fn from(grade: verdict::Freshness) -> Self {
        match grade {
            verdict::Freshness::Current => Self::Current,
            verdict::Freshness::Late => Self::Late,
            verdict::Freshness::Stale => Self::Stale,
            verdict::Freshness::Expired => Self::Expired,
        }
    }
}

impl From<Freshness> for verdict::Freshness {
    fn from(grade: Freshness) -> Self {
        match grade {
            Freshness::Current => Self::Current,
            Freshness::Late => Self::Late,
            Freshness::Stale => Self::Stale,
            Freshness::Expired => Self::Expired,
        }
    }
}

/// A value with its stable name.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct NamedValue {
    /// The name.
    pub name: String,
    /// The value.
    pub value: Value,
}

/// Something that was compared or computed.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum Value {
    /// A civil date.
    Date {
        /// The day.
        day: Day,
    },
    /// An instant.
    Time {
        /// The instant.
        at: SystemTime,
    },
    /// A count.
    Number {
        /// The count.
        number: i64,
    },
    /// Yes or no.
    Flag {
        /// Yes.
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
        /// In each language.
        words: Words,
    },
}

impl From<&verdict::Fact> for Value {
    fn from(fact: &verdict::Fact) -> Self {
        match fact {
            verdict::Fact::Date(day) => Self::Date { day: Day(*day) },
            verdict::Fact::Time(at) => Self::Time { at: time(*at) },
            verdict::Fact::Number(number) => Self::Number { number: count(*number) },
            verdict::Fact::Flag(yes) => Self::Flag { yes: *yes },
            verdict::Fact::Text(text) => Self::Text { text: text.clone() },
            verdict::Fact::List(items) => Self::Many { items: items.clone() },
            verdict::Fact::Name(words) => Self::Name { words: words.into() },
        }
    }
}

/// Facts of the core, in their order.
pub(crate) fn named(facts: &verdict::Facts) -> Vec<NamedValue> {
    facts.iter().map(|(name, value)| NamedValue { name: name.to_owned(), value: value.into() }).collect()
}
