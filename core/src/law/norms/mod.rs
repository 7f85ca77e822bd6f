//! The norms of the whole act: for each, where this project implements it, or why it does not.
//!
//! A norm is summarised in our own words; the act's sentences are not copied. Its [`Unit`] identifies its text. The
//! hash of each unit's text, as it was when the rules were read, is recorded to detect changes of the act
//! ([`super::drift`]).

mod accreditation;
mod bodies;
mod concepts;
mod incentives;
mod recognition;
mod system;
pub(super) mod texts;
pub(super) mod unit;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

pub use unit::{Number, Unit};

use super::rule::Rule;
use super::terms;
use crate::citation::Citation;

/// What a program can do with a norm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// It decides something, or computes a date or a count.
    Computable,
    /// It states what the register or a document contains.
    Data,
    /// It defines a term, or lists items.
    Term,
    /// It leaves nothing to compute.
    Nothing,
}

impl Class {
    /// Every class, in order.
    pub const ALL: [Self; 4] = [Self::Computable, Self::Data, Self::Term, Self::Nothing];

    /// Returns the name used in JSON and in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Computable => "computable",
            Self::Data => "data",
            Self::Term => "term",
            Self::Nothing => "nothing",
        }
    }

    /// Returns the meaning of the class.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Computable => "decides something, or computes a day or a count; its rule has its id",
            Self::Data => "says what the register or a document holds; a field has it, or it is said why not",
            Self::Term => "defines a term or lists what there is; a type is for it, or it is said why not",
            Self::Nothing => "leaves nothing to compute, and it is said why",
        }
    }
}

/// Where this project implements a norm. Items are paths within `rastau-core`, `law::register::ModeName`; the field
/// of a structure or the member of an enum follows a dot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The rule with the norm's id.
    Rule,
    /// This field.
    Field(&'static str),
    /// No field, for this reason.
    NotCarried(&'static str),
    /// This type.
    Type(&'static str),
    /// Nowhere: the reason why there is nothing to compute, or why no rule would use a type.
    Nothing(&'static str),
}

impl Place {
    /// Returns the name used in JSON.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::Field(_) => "field",
            Self::NotCarried(_) => "not-carried",
            Self::Type(_) => "type",
            Self::Nothing(_) => "nothing",
        }
    }

    /// Returns the reason why the norm is not implemented; `None` if it is.
    #[must_use]
    pub const fn reason(self) -> Option<&'static str> {
        match self {
            Self::NotCarried(reason) | Self::Nothing(reason) => Some(reason),
            Self::Rule | Self::Field(_) | Self::Type(_) => None,
        }
    }
}

/// A norm of the act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Norm {
    /// The unit of text that contains it.
    pub unit: Unit,
    /// Its stable id: `art22.p1.appeal-window`, `data.register-entry`, `term.candidate`. A norm with nothing to compute
    /// has its unit as id.
    pub id: &'static str,
    /// What a program can do with it.
    pub class: Class,
    /// Its content, in our own words.
    pub summary: &'static str,
    /// Where it is implemented.
    pub place: Place,
    /// How it is read, where that is not obvious; may be empty.
    pub note: &'static str,
}

impl Norm {
    /// Returns the provision to cite; `None` for the act's title, date and preamble.
    #[must_use]
    pub fn citation(&self) -> Option<Citation> {
        self.unit.citation()
    }

    /// Returns the rule that implements it, if its place is a rule.
    #[must_use]
    pub fn rule(&self) -> Option<&'static Rule> {
        if self.place == Place::Rule { super::rule(self.id) } else { None }
    }

    /// Returns the item that implements it: the rule's module, the field, the type.
    #[must_use]
    pub fn item(&self) -> Option<&'static str> {
        match self.place {
            Place::Rule => self.rule().map(Rule::module),
            Place::Field(item) | Place::Type(item) => Some(item),
            Place::NotCarried(_) | Place::Nothing(_) => None,
        }
    }

    /// Returns the stable names of a vocabulary: all of them for the enum, one for a member; empty for other norms.
    #[must_use]
    pub fn names(&self) -> &'static [&'static str] {
        if let Place::Type(item) = self.place { terms::names_of(item) } else { &[] }
    }
}

impl Serialize for Norm {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct PlaceJson {
            kind: &'static str,
            #[serde(skip_serializing_if = "Option::is_none")]
            item: Option<&'static str>,
            #[serde(skip_serializing_if = "<[_]>::is_empty")]
            names: &'static [&'static str],
            #[serde(skip_serializing_if = "Option::is_none")]
            reason: Option<&'static str>,
        }
        let place = PlaceJson {
            kind: self.place.kind(),
            item: self.item(),
            names: self.names(),
            reason: self.place.reason(),
        };
        let mut norm = serializer.serialize_struct("Norm", 7)?;
        norm.serialize_field("unit", &self.unit)?;
        norm.serialize_field("id", self.id)?;
        norm.serialize_field("class", self.class.name())?;
        norm.serialize_field("citation", &self.citation())?;
        norm.serialize_field("summary", self.summary)?;
        norm.serialize_field("place", &place)?;
        norm.serialize_field("note", self.note)?;
        norm.end()
    }
}

/// The act's title page data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Act {
    /// The number.
    pub number: &'static str,
    /// The day of adoption, YYYY-MM-DD.
    pub adopted_on: &'static str,
    /// The title in English.
    pub title: &'static str,
    /// The text that the rules were read from.
    pub text: &'static str,
}

/// The act that the norms belong to.
pub const ACT: Act = Act {
    number: "14-VIII",
    adopted_on: "2023-07-04",
    title: "On professional qualifications",
    text: "unofficial English translation; the Kazakh and Russian texts are authoritative",
};

/// The subject of each article, in our own words, from article 1.
pub const ARTICLES: [&str; 31] = [
    "Concepts",
    "Legislation, and whom the Law concerns",
    "Principles",
    "Participants of the system",
    "Tools of the system",
    "The digital platform",
    "The Government",
    "The authorised body",
    "Sectoral state bodies",
    "The National council",
    "The National Chamber of Entrepreneurs",
    "Industry councils",
    "The National body",
    "Associations of employers",
    "Procedure and conditions of recognition",
    "Rights of candidates",
    "Recognition centres",
    "What a candidate needs for the exam",
    "Non-formal and informal education",
    "Recognition of skills",
    "Obtaining the document",
    "Appeals",
    "Accreditation of centres",
    "Criteria of accreditation",
    "The decision on accreditation",
    "Reissue, revocation and end of a certificate",
    "Candidates sent by employers",
    "The employer's declaration",
    "Vouchers",
    "Liability",
    "Entry into force",
];

/// Returns every norm, in the order of the act.
///
/// # Examples
/// ```
/// use rastau_core::law::norms::{Class, norms};
///
/// let norm = norms().find(|norm| norm.id == "art22.p1.appeal-window").expect("a known norm");
/// assert_eq!(norm.class, Class::Computable);
/// assert_eq!(norm.rule().map(|rule| rule.id), Some(norm.id));
///
/// // Every norm is implemented, or states why it is not.
/// assert!(norms().all(|norm| norm.item().is_some() || norm.place.reason().is_some()));
/// ```
pub fn norms() -> impl Iterator<Item = &'static Norm> {
    [
        concepts::NORMS,
        system::NORMS,
        bodies::NORMS,
        recognition::NORMS,
        accreditation::NORMS,
        incentives::NORMS,
    ]
    .into_iter()
    .flatten()
}

/// Defines the norms of a chapter: unit, class, id, summary, place, note.
macro_rules! account {
    ($($unit:expr, $class:ident, $id:literal, $summary:literal, $place:expr $(, $note:literal)?;)*) => {
        &[$($crate::law::norms::Norm {
            unit: $unit,
            id: $id,
            class: $crate::law::norms::Class::$class,
            summary: $summary,
            place: $place,
            note: concat!($($note)?),
        }),*]
    };
}

use account;

#[cfg(test)]
mod tests;
