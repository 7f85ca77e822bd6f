//! The rows of the tables, with their keys and their CBOR (docs/formats.md).

pub mod key;
mod wire;
mod working;

use alloc::string::String;
use alloc::vec::Vec;

use super::contact::Contact;
use crate::calendar::{Date, Interval, Term};
use crate::codec::CodecError;
use crate::codec::cbor::{Reader, Writer};
use crate::crypto::{KeyId, PublicKey};
use crate::document::claims::Basis;
use crate::facts::LocalizedName;
use crate::identity::Identity;
use crate::names::names;

pub(super) use wire::{read_key, write_key};
pub use working::{MAX_DAY_NAME, WorkingYear, is_day_name};

/// Maximum bytes of a name in one language.
pub const MAX_LOCALIZED_NAME: usize = 400;
/// Maximum number of versions, bases, accreditations, events, intervals or special days of one row.
pub const MAX_LIST: usize = 64;

/// A row of a table, with its encoding.
pub trait Row: Sized {
    /// Writes the row.
    fn write(&self, writer: &mut Writer);
    /// Reads the row.
    ///
    /// # Errors
    /// The input is not strict CBOR of this row's form, or a value is out of range.
    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError>;

    /// Returns the row as bytes.
    fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::new();
        self.write(&mut writer);
        writer.finish()
    }

    /// Reads a row from bytes that contain exactly that row.
    ///
    /// # Errors
    /// As for [`Row::read`]; also trailing bytes.
    fn from_bytes(bytes: &[u8]) -> Result<Self, CodecError> {
        let mut reader = Reader::new("table row", bytes);
        let row = Self::read(&mut reader)?;
        reader.finish()?;
        Ok(row)
    }
}

/// Whether recognition in a profession is voluntary or mandatory (art. 15.1, 15.5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mode {
    /// Voluntary, under this Law (art. 15.2).
    Voluntary,
    /// Mandatory, under another law (art. 15.5).
    Mandatory {
        /// The name of the other law, as in the register.
        other_law: String,
    },
}

/// The state of a profession in the register for a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfessionVersion {
    /// The period.
    pub interval: Interval,
    /// Voluntary or mandatory.
    pub mode: Mode,
    /// The term of documents issued in this period (art. 21.5).
    pub term: Term,
}

/// A standard or a set of requirements of a profession, with the period in which it was in force (art. 15.4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedBasis {
    /// The standard or the requirements.
    pub basis: Basis,
    /// The period.
    pub interval: Interval,
}

/// A profession with its history (art. 5.6, 6.1.4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profession {
    /// Its names.
    pub names: LocalizedName,
    /// Its versions in time order, without overlap.
    pub versions: Vec<ProfessionVersion>,
    /// Its standards and requirements.
    pub bases: Vec<DatedBasis>,
}

/// A qualification of a profession.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qualification {
    /// Its names.
    pub names: LocalizedName,
    /// Its level.
    pub level: String,
}

/// A skill of a profession (art. 20).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skill {
    /// Its names.
    pub names: LocalizedName,
}

/// A key that signs documents of one centre.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuingKey {
    /// The key.
    pub key: PublicKey,
    /// BIN of the centre.
    pub centre: Identity,
    /// Codes of the professions that it may sign for; empty for all professions of the centre.
    pub professions: Vec<String>,
    /// The period in which it may sign.
    pub interval: Interval,
}

/// An entry of the append-only dictionary of offers: what a document attests.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Offer {
    /// Code of the profession.
    pub profession: String,
    /// Edition of the classifier.
    pub edition: String,
    /// Code of the qualification.
    pub qualification: Option<String>,
    /// Level.
    pub level: String,
    /// The standard or requirements of the exam (art. 15.4).
    pub basis: Basis,
    /// The term of validity at issuance.
    pub term: Term,
}

/// An entry of the append-only dictionary of accreditations.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccreditationRef {
    /// BIN of the centre.
    pub centre: Identity,
    /// Serial number of the certificate.
    pub serial: String,
}

/// An entry of the append-only dictionary of skill lists.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SkillList {
    /// Codes of the skills, 1 to 32.
    pub skills: Vec<String>,
}

names! {
    /// The law under which a centre is accredited (art. 17.1).
    pub enum Route {
        /// This Law, by the National Chamber.
        ThisLaw = "this-law",
        /// The legislation on accreditation in conformity assessment, by the accreditation body.
        ConformityAssessment = "conformity-assessment",
    }

    /// What happened to an accreditation certificate (art. 26).
    pub enum EventKind {
        /// Revoked by decision (art. 26.2, 26.6(1)).
        Revoked = "revoked",
        /// Resumed after the violations were eliminated (art. 26.5).
        Resumed = "resumed",
        /// The centre was liquidated (art. 26.6(3)).
        Liquidated = "liquidated",
        /// A court prohibited the activity (art. 26.6(4)).
        CourtBan = "court-ban",
    }
}

impl Route {
    /// Returns the number used in signed data.
    #[must_use]
    pub const fn number(self) -> u64 {
        match self {
            Self::ThisLaw => 0,
            Self::ConformityAssessment => 1,
        }
    }

    /// Returns the route of a number, or `None` for an unknown one.
    #[must_use]
    pub fn from_number(number: u64) -> Option<Self> {
        Self::ALL.iter().copied().find(|route| route.number() == number)
    }
}

impl EventKind {
    /// Returns the number used in signed data.
    #[must_use]
    pub const fn number(self) -> u64 {
        match self {
            Self::Revoked => 0,
            Self::Resumed => 1,
            Self::Liquidated => 2,
            Self::CourtBan => 3,
        }
    }

    /// Returns the kind of a number, or `None` for an unknown one.
    #[must_use]
    pub fn from_number(number: u64) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.number() == number)
    }
}

/// An event of an accreditation certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event {
    /// The first day on which it has effect.
    pub on: Date,
    /// The kind.
    pub kind: EventKind,
}

/// An accreditation certificate with its history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accreditation {
    /// Serial number (art. 25.2).
    pub serial: String,
    /// The law under which the centre is accredited.
    pub route: Route,
    /// From the day of issue to the last day, both included.
    pub interval: Interval,
    /// Events in time order.
    pub events: Vec<Event>,
}

/// A recognition centre.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Centre {
    /// Its names.
    pub names: LocalizedName,
    /// Whether it is a legal entity (art. 1(10), 17.1).
    pub legal_entity: bool,
    /// Its certificates in time order.
    pub accreditations: Vec<Accreditation>,
    /// How to reach it.
    pub contact: Contact,
}

/// The periods in which an accreditation covered a profession.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// The periods in time order, without overlap.
    pub intervals: Vec<Interval>,
}

impl IssuingKey {
    /// Returns the key's id.
    #[must_use]
    pub fn id(&self) -> KeyId {
        self.key.id()
    }
}
