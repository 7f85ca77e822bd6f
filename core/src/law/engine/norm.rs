//! The norms of the whole act: for each, where this project implements it, or why it does not.
//!
//! A norm is summarised in our own words; the act's sentences are not copied. Its [`Unit`] identifies its text. The
//! hash of each unit's text, as it was when the rules were read, is recorded to detect changes of the act
//! ([`crate::law::drift`]).

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::rule::Rule;
use super::unit::Unit;
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
            Self::Data => {
                "states what the register or a document contains; a field has it, or the reason why none does"
            }
            Self::Term => "defines a term or lists kinds; a type implements it, or the reason why none does",
            Self::Nothing => "contains nothing to compute; the reason is stated",
        }
    }
}

/// Where this project implements a norm. Items are paths within `rastau-core`, `law::register::ModeName`; the field
/// of a structure or the member of an enum follows a dot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// This rule, which has the norm's id.
    Rule(&'static Rule),
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
            Self::Rule(_) => "rule",
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
            Self::Rule(_) | Self::Field(_) | Self::Type(_) => None,
        }
    }
}

/// A norm of the act. It is stated in the file of its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Norm {
    /// The unit of text that contains it.
    pub unit: Unit,
    /// The first eight bytes of the SHA-256 of the unit's text, as it was when the norm was read from it. When the unit
    /// has changed and its norms have been reviewed, `rastau law --drift FILE --json` prints the new hash.
    pub text: TextHash,
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
    /// The stable names of a vocabulary: all of them for the enum, one for a member; empty for other norms.
    pub names: &'static [&'static str],
}

/// The first eight bytes of the SHA-256 of a unit's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextHash(pub u64);

impl Serialize for TextHash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&alloc::format!("{:016x}", self.0))
    }
}

/// An article of the act.
#[derive(Debug)]
pub struct Article {
    /// Its number; 0 for what precedes article 1.
    pub number: u16,
    /// Its subject, in our own words.
    pub title: &'static str,
    /// Its norms, in the order of the act, in the groups in which the files have them.
    pub(in crate::law) norms: &'static [&'static [&'static Norm]],
}

impl Article {
    /// Returns its norms, in the order of the act.
    pub fn norms(&self) -> impl Iterator<Item = &'static Norm> + use<> {
        self.norms.iter().copied().flatten().copied()
    }
}

impl Norm {
    /// Returns the provision to cite; `None` for the act's title, date and preamble.
    #[must_use]
    pub fn citation(&self) -> Option<Citation> {
        self.unit.citation()
    }

    /// Returns the rule that implements it, if its place is a rule.
    #[must_use]
    pub const fn rule(&self) -> Option<&'static Rule> {
        if let Place::Rule(rule) = self.place { Some(rule) } else { None }
    }

    /// Returns the item that implements it: the rule's module, the field, the type.
    #[must_use]
    pub fn item(&self) -> Option<&'static str> {
        match self.place {
            Place::Rule(rule) => Some(rule.module()),
            Place::Field(item) | Place::Type(item) => Some(item),
            Place::NotCarried(_) | Place::Nothing(_) => None,
        }
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
            names: self.names,
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

/// States a norm that is not a rule: unit, hash of its text, class, id, summary, place, note, and the names of a vocabulary.
macro_rules! norm {
    ($unit:expr, $text:literal, $class:ident, $id:literal, $summary:literal, $place:expr
        $(, $note:literal)? $(; names: $names:expr)?) => {
        &$crate::law::engine::norm::Norm {
            unit: $unit,
            text: $crate::law::engine::norm::TextHash($text),
            id: $id,
            class: $crate::law::engine::norm::Class::$class,
            summary: $summary,
            place: $place,
            note: concat!($($note)?),
            names: $crate::law::engine::norm::norm!(@names $($names)?),
        }
    };
    (@names) => {
        &[]
    };
    (@names $names:expr) => {
        $names
    };
}

pub(in crate::law) use norm;
