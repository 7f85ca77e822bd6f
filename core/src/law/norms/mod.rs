//! The account of the whole act: every norm of it, and where this project has it, or why it has none.
//!
//! A norm is stated in our own words; the act's sentences are not copied. Its text is named by its [`Unit`], and what a
//! unit said when the rules were read is kept as a hash, so that a change of the act is noticed ([`super::drift`]).

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
use crate::verdict::Citation;

/// What can be done with a norm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// It decides something, or computes a day or a count.
    Computable,
    /// It says what the register or a document must hold.
    Data,
    /// It defines a term, or lists what there is.
    Term,
    /// It leaves nothing to compute.
    Nothing,
}

impl Class {
    /// All classes.
    pub const ALL: [Self; 4] = [Self::Computable, Self::Data, Self::Term, Self::Nothing];

    /// The name used in JSON and in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Computable => "computable",
            Self::Data => "data",
            Self::Term => "term",
            Self::Nothing => "nothing",
        }
    }

    /// What the class means.
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

/// Where a norm stands in this project. Items are written as paths inside `rastau-core`, `law::register::ModeName`, and
/// the field of a structure or the member of an enum after a dot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the rule of the norm's id.
    Rule,
    /// In this field.
    Field(&'static str),
    /// In no field, for this reason.
    NotCarried(&'static str),
    /// In this type.
    Type(&'static str),
    /// Nowhere: this is why there is nothing to compute, or no type that a rule would use.
    Nothing(&'static str),
}

impl Place {
    /// The name used in JSON.
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

    /// Why it stands nowhere, where it does not.
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
    /// The unit of text that says it.
    pub unit: Unit,
    /// Its stable id: `art22.p1.appeal-window`, `data.register-entry`, `term.candidate`; a norm with nothing to compute
    /// has its unit for an id.
    pub id: &'static str,
    /// What can be done with it.
    pub class: Class,
    /// What it says, in our own words.
    pub summary: &'static str,
    /// Where it stands.
    pub place: Place,
    /// How it is read, where that is not plain; may be empty.
    pub note: &'static str,
}

impl Norm {
    /// The provision to cite; none for the act's title, date and preamble.
    #[must_use]
    pub fn citation(&self) -> Option<Citation> {
        self.unit.citation()
    }

    /// The rule that states it, for a norm whose place is a rule.
    #[must_use]
    pub fn rule(&self) -> Option<&'static Rule> {
        if self.place == Place::Rule { super::rule(self.id) } else { None }
    }

    /// The item of the core that holds it: the rule's module, the field, the type.
    #[must_use]
    pub fn item(&self) -> Option<&'static str> {
        match self.place {
            Place::Rule => self.rule().map(Rule::module),
            Place::Field(item) | Place::Type(item) => Some(item),
            Place::NotCarried(_) | Place::Nothing(_) => None,
        }
    }

    /// The names of the term, where it is of a vocabulary: all members for the vocabulary, its own for a member.
    #[must_use]
    pub fn names(&self) -> &'static [&'static str] {
        if let Place::Type(item) = self.place { terms::names_of(item) } else { &[] }
    }
}

impl Serialize for Norm {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Spelled {
            kind: &'static str,
            #[serde(skip_serializing_if = "Option::is_none")]
            item: Option<&'static str>,
            #[serde(skip_serializing_if = "<[_]>::is_empty")]
            names: &'static [&'static str],
            #[serde(skip_serializing_if = "Option::is_none")]
            reason: Option<&'static str>,
        }
        let place = Spelled {
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

/// The act itself, as every account of it should name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Act {
    /// Its number.
    pub number: &'static str,
    /// The day it was adopted, YYYY-MM-DD.
    pub adopted_on: &'static str,
    /// Its title in English.
    pub title: &'static str,
    /// Which text of it the rules were read from.
    pub text: &'static str,
}

/// The act whose norms these are.
pub const ACT: Act = Act {
    number: "14-VIII",
    adopted_on: "2023-07-04",
    title: "On professional qualifications",
    text: "unofficial English translation; the Kazakh and Russian texts are authoritative",
};

/// What each article is about, in our words, the first article first.
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

/// Every norm, in the order of the act.
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

/// The norms of a chapter: unit, class, id, what it says, where it stands, how it is read.
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
