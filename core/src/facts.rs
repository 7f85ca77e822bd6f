//! Named values that explain a finding.

use alloc::string::String;
use alloc::vec::Vec;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::calendar::{Date, Timestamp};
use crate::error::FormField;
use crate::names::names;

names! {
    /// Why a check is violated or cannot be decided, where the check and its answer leave several possibilities.
    pub enum Reason {
        /// The snapshot covers the day of issue, and the register does not list the number.
        NotListed = "not-listed",
        /// The day of issue is before the days that the snapshot covers.
        NotCovered = "not-covered",
        /// The day of issue is after the days that the snapshot covers.
        NewerThanSnapshot = "newer-than-snapshot",
        /// The number is not listed, and the form does not state a day of issue.
        IssueDateNotGiven = "issue-date-not-given",
        /// The key belongs to another centre.
        OtherCentre = "centre",
        /// The key may not sign for the profession.
        OtherProfession = "profession",
        /// The day of the exam is after the day of issue.
        ExamAfterIssue = "exam-after-issue",
        /// The day asked about is before the day of issue.
        NotYet = "not-yet",
        /// The day asked about is after the last day of validity.
        Expired = "expired",
        /// The basis of the exam is not one of the profession.
        NotForProfession = "not-for-profession",
        /// The basis of the exam was not in force on the day of the exam.
        NotInForce = "not-in-force",
        /// Qualification requirements were the basis although a standard was in force (art. 15.4, part two).
        StandardExists = "standard-exists",
        /// The document leaves out the verification code with which it was issued.
        CodeLeftOut = "code-left-out",
        /// The document was cancelled, and a new one was issued in its place.
        Replaced = "replaced",
    }
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// A name in the register's three languages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LocalizedName {
    /// Kazakh.
    pub kk: String,
    /// Russian.
    pub ru: String,
    /// English.
    pub en: String,
}

impl LocalizedName {
    /// Returns the names; `None` if all are empty.
    ///
    /// ```
    /// use rastau_core::LocalizedName;
    ///
    /// let name = |en: &str| LocalizedName { kk: String::new(), ru: String::new(), en: en.to_owned() };
    /// assert_eq!(name("Welder").known(), Some(name("Welder")));
    /// assert_eq!(name("").known(), None);
    /// ```
    #[must_use]
    pub fn known(&self) -> Option<Self> {
        let named = [&self.kk, &self.ru, &self.en].into_iter().any(|name| !name.is_empty());
        named.then(|| self.clone())
    }
}

/// A value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Fact {
    /// A civil date, `YYYY-MM-DD`.
    Date(Date),
    /// An instant, RFC 3339 in UTC, of which the day matters.
    Time(Timestamp),
    /// An instant of a clock, RFC 3339 in UTC, of which the hour matters too.
    #[cfg_attr(feature = "schema", schemars(skip))]
    Clock(Timestamp),
    /// A count.
    Number(u64),
    /// A truth value.
    Flag(bool),
    /// Why a check has its answer.
    Reason(Reason),
    /// A code, or a stable name whose text depends on the rule.
    Text(String),
    /// A stable name that has one text in each language.
    #[cfg_attr(feature = "schema", schemars(skip))]
    Word(String),
    /// Several codes, or stable names whose texts depend on the rule.
    List(Vec<String>),
    /// Several stable names, each with one text in each language.
    #[cfg_attr(feature = "schema", schemars(skip))]
    Words(Vec<String>),
    /// Several fields of the typed form; their stable names in JSON.
    #[cfg_attr(feature = "schema", schemars(skip))]
    Fields(Vec<FormField>),
    /// A name from the register.
    Name(LocalizedName),
}

impl From<Date> for Fact {
    fn from(value: Date) -> Self {
        Self::Date(value)
    }
}

impl From<Timestamp> for Fact {
    fn from(value: Timestamp) -> Self {
        Self::Time(value)
    }
}

impl From<u64> for Fact {
    fn from(value: u64) -> Self {
        Self::Number(value)
    }
}

impl From<bool> for Fact {
    fn from(value: bool) -> Self {
        Self::Flag(value)
    }
}

impl From<Reason> for Fact {
    fn from(value: Reason) -> Self {
        Self::Reason(value)
    }
}

impl From<&str> for Fact {
    fn from(value: &str) -> Self {
        Self::Text(String::from(value))
    }
}

impl From<String> for Fact {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<Vec<String>> for Fact {
    fn from(value: Vec<String>) -> Self {
        Self::List(value)
    }
}

impl From<LocalizedName> for Fact {
    fn from(value: LocalizedName) -> Self {
        Self::Name(value)
    }
}

impl Fact {
    /// Creates a stable name that has one text in each language.
    #[must_use]
    pub fn word(name: &str) -> Self {
        Self::Word(String::from(name))
    }
}

/// Named values in a fixed order; an object in JSON.
///
/// ```
/// use rastau_core::{Date, Fact, Facts};
///
/// let day = Date::parse("2026-03-31").unwrap();
/// let facts = Facts::new().with("status", "open").with("last_day", day);
/// assert_eq!(facts.text("status"), Some("open"));
/// assert_eq!(facts.get("last_day"), Some(&Fact::Date(day)));
/// assert!(facts.iter().map(|(name, _)| name).eq(["status", "last_day"]));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts(Vec<(&'static str, Fact)>);

impl Facts {
    /// Creates an empty list of facts.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns these facts with one more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Fact>) -> Self {
        self.push(name, value.into());
        self
    }

    /// Appends a fact. Not inlined: each of many rules appends about a dozen facts, and every copy adds to the size.
    #[inline(never)]
    pub(crate) fn push(&mut self, name: &'static str, value: Fact) {
        self.0.push((name, value));
    }

    /// Inserts a fact at a place, which is at most the number of facts.
    #[inline(never)]
    pub(crate) fn insert(&mut self, place: usize, name: &'static str, value: Fact) {
        self.0.insert(place.min(self.0.len()), (name, value));
    }

    /// Returns the number of facts.
    pub(crate) const fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns these facts, with one more if there is a value.
    #[must_use]
    pub fn with_some<T: Into<Fact>>(self, name: &'static str, value: Option<T>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Returns these facts without those of a name.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.0.retain(|(known, _)| *known != name);
        self
    }

    /// Returns the value of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Fact> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// Returns the value of a name if it is a text.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.get(name) {
            Some(Fact::Text(text) | Fact::Word(text)) => Some(text),
            _ => None,
        }
    }

    /// Returns the value of a name if it is a date.
    #[must_use]
    pub fn date(&self, name: &str) -> Option<Date> {
        match self.get(name) {
            Some(Fact::Date(date)) => Some(*date),
            _ => None,
        }
    }

    /// Returns the reason among the facts.
    #[must_use]
    pub fn reason(&self) -> Option<Reason> {
        match self.get("reason") {
            Some(Fact::Reason(reason)) => Some(*reason),
            _ => None,
        }
    }

    /// Iterates over the facts in order.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Fact)> {
        self.0.iter().map(|(name, value)| (*name, value))
    }
}

impl Serialize for Facts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}
