//! The rows of the tables, with their keys and their CBOR.

use alloc::string::String;
use alloc::vec::Vec;

use crate::calendar::{Date, Interval, Term};
use crate::codec::CodecError;
use crate::codec::cbor::{Reader, Writer, texts};
use crate::crypto::{KeyId, MOST_PUBLIC_KEY, PublicKey};
use crate::document::claims::{Basis, BasisKind};
use crate::document::{MOST_CODE, MOST_SKILLS, is_code, read_code};
use crate::identity::Identity;
use crate::verdict::Words;

/// The most bytes of one name in one language.
pub const MOST_WORDS: usize = 400;
/// The most versions, bases, accreditations, events or intervals of one row.
pub const MOST_LIST: usize = 64;

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

/// Keys of rows: a letter for the table, then what names the row, parted by zero bytes (codes hold none).
pub mod key {
    use alloc::vec::Vec;

    use crate::crypto::KeyId;

    fn parts(table: u8, parts: &[&str]) -> Vec<u8> {
        let mut key = alloc::vec![table];
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                key.push(0);
            }
            key.extend_from_slice(part.as_bytes());
        }
        key
    }

    fn numbered(table: u8, index: u32) -> Vec<u8> {
        let mut key = alloc::vec![table];
        key.extend_from_slice(&index.to_be_bytes());
        key
    }

    /// A profession of a classifier edition.
    #[must_use]
    pub fn profession(code: &str, edition: &str) -> Vec<u8> {
        parts(b'p', &[code, edition])
    }

    /// A qualification of a profession.
    #[must_use]
    pub fn qualification(profession: &str, edition: &str, code: &str) -> Vec<u8> {
        parts(b'q', &[profession, edition, code])
    }

    /// A skill of a profession.
    #[must_use]
    pub fn skill(profession: &str, edition: &str, code: &str) -> Vec<u8> {
        parts(b'k', &[profession, edition, code])
    }

    /// An issuing key.
    #[must_use]
    pub fn issuing_key(id: KeyId) -> Vec<u8> {
        let mut key = alloc::vec![b'i'];
        key.extend_from_slice(&id.0);
        key
    }

    /// An entry of the dictionary of offers.
    #[must_use]
    pub fn offer(index: u32) -> Vec<u8> {
        numbered(b'o', index)
    }

    /// An entry of the dictionary of accreditations.
    #[must_use]
    pub fn accreditation(index: u32) -> Vec<u8> {
        numbered(b'a', index)
    }

    /// An entry of the dictionary of skill lists.
    #[must_use]
    pub fn skill_list(index: u32) -> Vec<u8> {
        numbered(b'l', index)
    }

    /// A centre.
    #[must_use]
    pub fn centre(bin: &str) -> Vec<u8> {
        parts(b'c', &[bin])
    }

    /// The scope of an accreditation for a profession.
    #[must_use]
    pub fn scope(bin: &str, serial: &str, profession: &str) -> Vec<u8> {
        parts(b's', &[bin, serial, profession])
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
    pub names: Words,
    /// Its versions in time order, not overlapping.
    pub versions: Vec<ProfessionVersion>,
    /// Its standards and requirements.
    pub bases: Vec<DatedBasis>,
}

/// A qualification of a profession.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qualification {
    /// Its names.
    pub names: Words,
    /// Its level.
    pub level: String,
}

/// A skill of a profession (art. 20).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skill {
    /// Its names.
    pub names: Words,
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
    pub names: Words,
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

fn write_interval(writer: &mut Writer, interval: &Interval) {
    writer.array(if interval.until.is_some() { 2 } else { 1 });
    interval.from.write(writer);
    if let Some(until) = interval.until {
        until.write(writer);
    }
}

fn interval(reader: &mut Reader<'_>) -> Result<Interval, CodecError> {
    let length = reader.array(2)?;
    if length == 0 {
        return Err(reader.bad_value());
    }
    let from = Date::read(reader)?;
    let until = if length == 2 { Some(Date::read(reader)?) } else { None };
    if until.is_some_and(|until| until < from) {
        return Err(reader.bad_value());
    }
    Ok(Interval { from, until })
}

fn write_words(writer: &mut Writer, words: &Words) {
    writer.array(3).text(&words.kk).text(&words.ru).text(&words.en);
}

fn words(reader: &mut Reader<'_>) -> Result<Words, CodecError> {
    reader.tuple(3)?;
    let mut text = || reader.text(MOST_WORDS).map(String::from);
    Ok(Words { kk: text()?, ru: text()?, en: text()? })
}

fn write_basis(writer: &mut Writer, basis: &Basis) {
    writer.uint(basis.kind.number()).text(&basis.id);
}

fn basis(reader: &mut Reader<'_>) -> Result<Basis, CodecError> {
    let kind = BasisKind::from_number(reader.uint()?).ok_or_else(|| reader.bad_value())?;
    Ok(Basis { kind, id: read_code(reader)? })
}

fn list<T>(
    reader: &mut Reader<'_>,
    mut item: impl FnMut(&mut Reader<'_>) -> Result<T, CodecError>,
) -> Result<Vec<T>, CodecError> {
    let count = reader.array(MOST_LIST)?;
    let mut items = Vec::with_capacity(count);
    for _ in 0..count {
        items.push(item(reader)?);
    }
    Ok(items)
}

impl Row for Profession {
    fn write(&self, writer: &mut Writer) {
        writer.array(3);
        write_words(writer, &self.names);
        writer.array(self.versions.len());
        for version in &self.versions {
            writer.array(3);
            write_interval(writer, &version.interval);
            writer.uint(version.term.months_or_zero().into());
            match &version.mode {
                Mode::Voluntary => writer.array(0),
                Mode::Mandatory { other_law } => writer.array(1).text(other_law),
            };
        }
        writer.array(self.bases.len());
        for dated in &self.bases {
            writer.array(3);
            write_basis(writer, &dated.basis);
            write_interval(writer, &dated.interval);
        }
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        reader.tuple(3)?;
        let names = words(reader)?;
        let versions = list(reader, |reader| {
            reader.tuple(3)?;
            let interval = interval(reader)?;
            let term = Term::from_months_or_zero(reader.uint()?).ok_or_else(|| reader.bad_value())?;
            let mode = match reader.array(1)? {
                0 => Mode::Voluntary,
                _ => Mode::Mandatory { other_law: String::from(reader.text(MOST_WORDS)?) },
            };
            Ok(ProfessionVersion { interval, mode, term })
        })?;
        let bases = list(reader, |reader| {
            reader.tuple(3)?;
            Ok(DatedBasis { basis: basis(reader)?, interval: interval(reader)? })
        })?;
        Ok(Self { names, versions, bases })
    }
}

impl Row for Qualification {
    fn write(&self, writer: &mut Writer) {
        writer.array(2);
        write_words(writer, &self.names);
        writer.text(&self.level);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        reader.tuple(2)?;
        Ok(Self { names: words(reader)?, level: read_code(reader)? })
    }
}

impl Row for Skill {
    fn write(&self, writer: &mut Writer) {
        write_words(writer, &self.names);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        Ok(Self { names: words(reader)? })
    }
}

/// Writes a public key as algorithm and bytes.
pub(super) fn write_key(writer: &mut Writer, key: &PublicKey) {
    writer.int(key.algorithm).bytes(&key.bytes);
}

/// Reads a public key.
pub(super) fn read_key(reader: &mut Reader<'_>) -> Result<PublicKey, CodecError> {
    Ok(PublicKey { algorithm: reader.int()?, bytes: reader.bytes(MOST_PUBLIC_KEY)?.to_vec() })
}

impl IssuingKey {
    /// The key's id.
    #[must_use]
    pub fn id(&self) -> KeyId {
        self.key.id()
    }
}

impl Row for IssuingKey {
    fn write(&self, writer: &mut Writer) {
        writer.array(5);
        write_key(writer, &self.key);
        self.centre.write(writer);
        writer.array(self.professions.len());
        for profession in &self.professions {
            writer.text(profession);
        }
        write_interval(writer, &self.interval);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        reader.tuple(5)?;
        let key = read_key(reader)?;
        let centre = Identity::read(reader)?;
        let professions = list(reader, read_code)?;
        Ok(Self { key, centre, professions, interval: interval(reader)? })
    }
}

impl Row for Offer {
    fn write(&self, writer: &mut Writer) {
        writer.array(7).text(&self.profession).text(&self.edition);
        writer.text(self.qualification.as_deref().unwrap_or_default()).text(&self.level);
        write_basis(writer, &self.basis);
        writer.uint(self.term.months_or_zero().into());
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        reader.tuple(7)?;
        let (profession, edition) = (read_code(reader)?, read_code(reader)?);
        let qualification = match reader.text(MOST_CODE)? {
            "" => None,
            text if is_code(text) => Some(String::from(text)),
            _ => return Err(reader.bad_value()),
        };
        let level = read_code(reader)?;
        let basis = basis(reader)?;
        let term = Term::from_months_or_zero(reader.uint()?).ok_or_else(|| reader.bad_value())?;
        Ok(Self { profession, edition, qualification, level, basis, term })
    }
}

impl Row for AccreditationRef {
    fn write(&self, writer: &mut Writer) {
        writer.array(2);
        self.centre.write(writer);
        writer.text(&self.serial);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        reader.tuple(2)?;
        Ok(Self { centre: Identity::read(reader)?, serial: read_code(reader)? })
    }
}

impl Row for SkillList {
    fn write(&self, writer: &mut Writer) {
        writer.array(self.skills.len());
        for skill in &self.skills {
            writer.text(skill);
        }
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        Ok(Self { skills: texts(reader, MOST_SKILLS, MOST_CODE)? })
    }
}

impl Row for Centre {
    fn write(&self, writer: &mut Writer) {
        writer.array(3);
        write_words(writer, &self.names);
        writer.uint(self.legal_entity.into()).array(self.accreditations.len());
        for accreditation in &self.accreditations {
            writer.array(4).text(&accreditation.serial);
            writer.uint(match accreditation.route {
                Route::ThisLaw => 0,
                Route::ConformityAssessment => 1,
            });
            write_interval(writer, &accreditation.interval);
            writer.array(accreditation.events.len());
            for event in &accreditation.events {
                writer.array(2);
                event.on.write(writer);
                writer.uint(match event.kind {
                    EventKind::Revoked => 0,
                    EventKind::Resumed => 1,
                    EventKind::Liquidated => 2,
                    EventKind::CourtBan => 3,
                });
            }
        }
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        reader.tuple(3)?;
        let names = words(reader)?;
        let legal_entity = reader.uint_up_to(1)? == 1;
        let accreditations = list(reader, |reader| {
            reader.tuple(4)?;
            let serial = read_code(reader)?;
            let route = match reader.uint_up_to(1)? {
                0 => Route::ThisLaw,
                _ => Route::ConformityAssessment,
            };
            let interval = interval(reader)?;
            let events = list(reader, |reader| {
                reader.tuple(2)?;
                let on = Date::read(reader)?;
                let kind = match reader.uint_up_to(3)? {
                    0 => EventKind::Revoked,
                    1 => EventKind::Resumed,
                    2 => EventKind::Liquidated,
                    _ => EventKind::CourtBan,
                };
                Ok(Event { on, kind })
            })?;
            Ok(Accreditation { serial, route, interval, events })
        })?;
        Ok(Self { names, legal_entity, accreditations })
    }
}

impl Row for Scope {
    fn write(&self, writer: &mut Writer) {
        writer.array(self.intervals.len());
        for interval in &self.intervals {
            write_interval(writer, interval);
        }
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        Ok(Self { intervals: list(reader, interval)? })
    }
}
