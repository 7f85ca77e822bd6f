//! The rows of the tables, with their keys and their CBOR.

pub mod key;
mod wire;
mod working;

use alloc::string::String;
use alloc::vec::Vec;

use crate::calendar::{Date, Interval, Term};
use crate::codec::CodecError;
use crate::codec::cbor::{Reader, Writer};
use crate::crypto::{KeyId, PublicKey};
use crate::document::claims::Basis;
use crate::identity::Identity;
use crate::verdict::LocalizedName;

pub(super) use wire::{read_key, write_key};
pub use working::{MAX_DAY_NAME, WorkingYear, is_day_name};

/// The most bytes of one name in one language.
pub const MAX_WORDS: usize = 400;
/// The most versions, bases, accreditations, events, intervals or special days of one row.
pub const MAX_LIST: usize = 64;

/// Something that stands in a table: it knows its row's bytes, both ways.
pub trait Row: Sized {
    /// Writes the row.
    fn write(&self, writer: &mut Writer);
    /// Reads the row.
    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError>;

    /// The row's bytes.
    fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::new();
        self.write(&mut writer);
        writer.finish()
    }

    /// The row of these bytes, with nothing after it.
    fn from_bytes(bytes: &[u8]) -> Result<Self, CodecError> {
        let mut reader = Reader::new("table row", bytes);
        let row = Self::read(&mut reader)?;
        reader.finish()?;
        Ok(row)
    }
}

/// Whether recognition in a profession is voluntary under this Law, or mandatory under another (art. 15.1, 15.5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mode {
    /// This Law decides (art. 15.2).
    Voluntary,
    /// Another law decides (art. 15.5); its name, as the register gives it.
    Mandatory {
        /// The other law.
        other_law: String,
    },
}

/// How a profession stood in the register for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfessionVersion {
    /// From when until when.
    pub interval: Interval,
    /// Voluntary or mandatory.
    pub mode: Mode,
    /// The validity of documents issued in this time (art. 21.5).
    pub term: Term,
}

/// A standard or a set of requirements of a profession, and when it was in force (art. 15.4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedBasis {
    /// Which it is.
    pub basis: Basis,
    /// From when until when.
    pub interval: Interval,
}

/// A profession with its history (art. 5.6, 6.1.4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profession {
    /// Its names.
    pub names: LocalizedName,
    /// Its versions in time order, not overlapping.
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

/// A key with which one centre's documents are signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuingKey {
    /// The key.
    pub key: PublicKey,
    /// The centre it may sign for.
    pub centre: Identity,
    /// The professions it may sign for; empty for all of the centre's.
    pub professions: Vec<String>,
    /// When it may sign.
    pub interval: Interval,
}

/// What a document attests, as one entry of an append-only dictionary.
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
    /// What was tested against.
    pub basis: Basis,
    /// The term of validity at issuance.
    pub term: Term,
}

/// A centre's accreditation, as one entry of an append-only dictionary.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccreditationRef {
    /// BIN of the centre.
    pub centre: Identity,
    /// Serial number of the certificate.
    pub serial: String,
}

/// A list of skills, as one entry of an append-only dictionary.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SkillList {
    /// Codes of the skills.
    pub skills: Vec<String>,
}

/// By which law a centre is accredited (art. 17.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Route {
    /// This Law, by the National Chamber.
    ThisLaw,
    /// The legislation on accreditation in conformity assessment, by the accreditation body.
    ConformityAssessment,
}

/// What can happen to an accreditation certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EventKind {
    /// Revoked by decision (art. 26.2, 26.6(1)).
    Revoked,
    /// Resumed after violations were eliminated (art. 26.5).
    Resumed,
    /// The centre was liquidated (art. 26.6(3)).
    Liquidated,
    /// A court prohibited the activity (art. 26.6(4)).
    CourtBan,
}

/// An event of an accreditation certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event {
    /// The day from which it has effect.
    pub on: Date,
    /// What happened.
    pub kind: EventKind,
}

/// An accreditation certificate with its history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accreditation {
    /// Serial number (art. 25.2).
    pub serial: String,
    /// By which law.
    pub route: Route,
    /// Issue to last day, both included.
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
}

/// When an accreditation covered a profession.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// The times, in order.
    pub intervals: Vec<Interval>,
}

impl IssuingKey {
    /// The key's id.
    #[must_use]
    pub fn id(&self) -> KeyId {
        self.key.id()
    }
}
