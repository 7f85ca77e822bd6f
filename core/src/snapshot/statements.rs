//! The signed statements of a bundle: the keeper's manifest, the National Chamber's statement of centres, and the freshness
//! statement of the online key (docs/formats.md).

use alloc::string::String;
use alloc::vec::Vec;

use super::MAX_STATEMENT;
use super::contact::Contact;
use super::root::{Keys, register, timestamp};
use super::segment::{Segment, read_list, write_list};
use crate::calendar::{Date, Interval, Timestamp};
use crate::codec::cbor::{Reader, Writer};
use crate::codec::{CodecError, cose};
use crate::crypto::Hash;
use crate::document::link::{MAX_ORIGIN, Origin};

/// The context string in the signed bytes of a manifest (domain separation).
pub const MANIFEST_CONTEXT: &str = "rastau/manifest/1";
/// The context string in the signed bytes of a statement of centres (domain separation).
pub const CENTRES_CONTEXT: &str = "rastau/centres/1";
/// The context string in the signed bytes of a freshness statement (domain separation).
pub const FRESHNESS_CONTEXT: &str = "rastau/fresh/1";

/// The longest time in seconds for which a manifest may be confirmed as the newest: 45 days.
///
/// It bounds a thief of the online key: whatever this key signs, `checked_at` is at most this long after `as_of`.
pub const MAX_CONFIRMABLE: u64 = 45 * 86_400;

/// The keeper's statement: the segments of the register as of an instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// Name of the register.
    pub register: String,
    /// Epoch. It is raised when the register starts over, for example from a backup; versions count within an epoch.
    pub epoch: u64,
    /// Version within the epoch.
    pub version: u64,
    /// The instant as of which the snapshot describes the register.
    pub as_of: Timestamp,
    /// The instant after which the keeper does not vouch for it.
    pub not_after: Timestamp,
    /// The issue dates for which all documents are listed; both ends are present.
    pub coverage: Interval,
    /// Segments of documents, status and tables; in ascending order of serial number within a kind.
    pub segments: Vec<Segment>,
    /// SHA-256 of the bytes of the statement of centres that belongs to this manifest.
    pub centres: Hash,
    /// For how many seconds after `as_of` a freshness statement may confirm the manifest, at most [`MAX_CONFIRMABLE`].
    pub confirmable: u64,
    /// The newest serial number of a merged segment of documents for whose moved documents the status segments were
    /// rewritten; 0 if none is merged. A merge moves documents to new places, so status that is not rewritten would
    /// revive cancelled documents.
    pub status_through: u32,
    /// How to reach the keeper.
    pub contact: Contact,
    /// The origin of the web addresses that documents may carry; `None` if the register has no such addresses.
    pub link: Option<Origin>,
}

/// The National Chamber's statement: the segments of centres as of an instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Centres {
    /// Name of the register.
    pub register: String,
    /// Epoch. It is raised when the Chamber's list starts over; versions count within an epoch.
    pub epoch: u64,
    /// Version within the epoch.
    pub version: u64,
    /// The instant as of which it describes the centres.
    pub as_of: Timestamp,
    /// The instant after which the Chamber does not vouch for it.
    pub not_after: Timestamp,
    /// Segments of centres, in ascending order of serial number.
    pub segments: Vec<Segment>,
    /// How to reach the Chamber.
    pub contact: Contact,
}

/// The online key's statement: this manifest was the newest at that instant (TUF: timestamp role).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreshnessStatement {
    /// Name of the register.
    pub register: String,
    /// SHA-256 of the manifest's bytes.
    pub manifest: Hash,
    /// When the manifest was confirmed as the newest.
    pub checked_at: Timestamp,
    /// When the next confirmation is due.
    pub next_update: Timestamp,
}

fn head<'b>(reader: &mut Reader<'b>, length: usize, context: &str) -> Result<(Keys<'b>, String), CodecError> {
    let mut keys = Keys::open(reader, length)?;
    keys.expect(reader, 0)?;
    if reader.text(64)? != context {
        return Err(reader.bad_value());
    }
    keys.expect(reader, 1)?;
    let register = register(reader)?;
    Ok((keys, register))
}

fn coverage(reader: &mut Reader<'_>) -> Result<Interval, CodecError> {
    reader.tuple(2)?;
    let (from, until) = (Date::read(reader)?, Date::read(reader)?);
    if from <= until { Ok(Interval { from, until: Some(until) }) } else { Err(reader.bad_value()) }
}

impl Manifest {
    /// Returns the last instant at which the online key may confirm the manifest as the newest.
    #[must_use]
    pub fn confirmable_until(&self) -> Timestamp {
        self.not_after.min(self.as_of.plus_seconds(self.confirmable))
    }

    /// Writes the content to be signed, as deterministic CBOR.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut writer = Writer::new();
        writer.map(13).uint(0).text(MANIFEST_CONTEXT).uint(1).text(&self.register);
        writer.uint(2).uint(self.epoch).uint(3).uint(self.version).uint(4).uint(self.as_of.0);
        writer.uint(5).uint(self.not_after.0);
        let until = self.coverage.until.unwrap_or(Date::MAX);
        writer.uint(6).array(2);
        self.coverage.from.write(&mut writer);
        until.write(&mut writer);
        writer.uint(7);
        write_list(&mut writer, &self.segments);
        writer.uint(8).bytes(&self.centres).uint(9).uint(self.confirmable);
        writer.uint(10).uint(self.status_through.into()).uint(11);
        self.contact.write(&mut writer);
        writer.uint(12).text(self.link.as_ref().map_or("", Origin::as_str));
        writer.finish()
    }

    /// Reads the signed content. The caller verifies the signatures first.
    ///
    /// # Errors
    /// The payload is not strict CBOR of this form, or a value is out of range.
    ///
    /// # Examples
    /// ```
    /// use rastau_core::codec::cose;
    /// use rastau_core::snapshot::MAX_STATEMENT;
    /// use rastau_core::snapshot::file::BundleFile;
    /// use rastau_core::snapshot::statements::Manifest;
    ///
    /// # let bytes = std::fs::read("../tests/corpus/bundles/base.rastau")?;
    /// let bundle = BundleFile::open(bytes)?;
    /// let sign = cose::read_sign("manifest", &bundle.statements().manifest, MAX_STATEMENT)?;
    /// let manifest = Manifest::read(sign.payload)?;
    /// assert_eq!((manifest.epoch, manifest.version), (1, 1));
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    pub fn read(payload: &[u8]) -> Result<Self, CodecError> {
        let mut reader = Reader::new("manifest", payload);
        let (mut keys, register) = head(&mut reader, 13, MANIFEST_CONTEXT)?;
        keys.expect(&mut reader, 2)?;
        let epoch = reader.number()?;
        keys.expect(&mut reader, 3)?;
        let version = reader.number()?;
        keys.expect(&mut reader, 4)?;
        let as_of = timestamp(&mut reader)?;
        keys.expect(&mut reader, 5)?;
        let not_after = timestamp(&mut reader)?;
        keys.expect(&mut reader, 6)?;
        let coverage = coverage(&mut reader)?;
        keys.expect(&mut reader, 7)?;
        let segments = read_list(&mut reader)?;
        keys.expect(&mut reader, 8)?;
        let centres = reader.byte_array()?;
        keys.expect(&mut reader, 9)?;
        let confirmable = reader.uint_up_to(MAX_CONFIRMABLE)?;
        keys.expect(&mut reader, 10)?;
        let status_through = reader.uint_up_to(u32::MAX.into())?;
        let status_through = u32::try_from(status_through).map_err(|_| reader.bad_value())?;
        keys.expect(&mut reader, 11)?;
        let contact = Contact::read(&mut reader)?;
        keys.expect(&mut reader, 12)?;
        let link = match reader.text(MAX_ORIGIN)? {
            "" => None,
            text => Some(Origin::parse(text).ok_or_else(|| reader.bad_value())?),
        };
        if not_after < as_of {
            return Err(reader.bad_value());
        }
        reader.finish()?;
        Ok(Self {
            register,
            epoch,
            version,
            as_of,
            not_after,
            coverage,
            segments,
            centres,
            confirmable,
            status_through,
            contact,
            link,
        })
    }
}

impl Centres {
    /// Writes the content to be signed, as deterministic CBOR.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut writer = Writer::new();
        writer.map(8).uint(0).text(CENTRES_CONTEXT).uint(1).text(&self.register);
        writer
            .uint(2)
            .uint(self.epoch)
            .uint(3)
            .uint(self.version)
            .uint(4)
            .uint(self.as_of.0)
            .uint(5)
            .uint(self.not_after.0);
        writer.uint(7);
        write_list(&mut writer, &self.segments);
        writer.uint(11);
        self.contact.write(&mut writer);
        writer.finish()
    }

    /// Reads the signed content. The caller verifies the signatures first.
    ///
    /// # Errors
    /// The payload is not strict CBOR of this form, or a value is out of range.
    pub fn read(payload: &[u8]) -> Result<Self, CodecError> {
        let mut reader = Reader::new("centres", payload);
        let (mut keys, register) = head(&mut reader, 8, CENTRES_CONTEXT)?;
        keys.expect(&mut reader, 2)?;
        let epoch = reader.number()?;
        keys.expect(&mut reader, 3)?;
        let version = reader.number()?;
        keys.expect(&mut reader, 4)?;
        let as_of = timestamp(&mut reader)?;
        keys.expect(&mut reader, 5)?;
        let not_after = timestamp(&mut reader)?;
        keys.expect(&mut reader, 7)?;
        let segments = read_list(&mut reader)?;
        keys.expect(&mut reader, 11)?;
        let contact = Contact::read(&mut reader)?;
        if not_after < as_of {
            return Err(reader.bad_value());
        }
        reader.finish()?;
        Ok(Self { register, epoch, version, as_of, not_after, segments, contact })
    }
}

impl FreshnessStatement {
    /// Writes the content to be signed, as deterministic CBOR.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut writer = Writer::new();
        writer
            .map(5)
            .uint(0)
            .text(FRESHNESS_CONTEXT)
            .uint(1)
            .text(&self.register)
            .uint(2)
            .bytes(&self.manifest);
        writer.uint(3).uint(self.checked_at.0).uint(4).uint(self.next_update.0);
        writer.finish()
    }

    /// Reads the signed content. The caller verifies the signature first.
    ///
    /// # Errors
    /// The payload is not strict CBOR of this form, or a value is out of range.
    pub fn read(payload: &[u8]) -> Result<Self, CodecError> {
        let mut reader = Reader::new("fresh", payload);
        let (mut keys, register) = head(&mut reader, 5, FRESHNESS_CONTEXT)?;
        keys.expect(&mut reader, 2)?;
        let manifest = reader.byte_array()?;
        keys.expect(&mut reader, 3)?;
        let checked_at = timestamp(&mut reader)?;
        keys.expect(&mut reader, 4)?;
        let next_update = timestamp(&mut reader)?;
        reader.finish()?;
        Ok(Self { register, manifest, checked_at, next_update })
    }
}

/// Returns the hash of the manifest that a freshness statement names, or `None` if the bytes are not one. Nothing is
/// verified: a reader finds the manifest's file by this hash, and then verifies both.
#[must_use]
pub fn named_manifest(freshness: &[u8]) -> Option<Hash> {
    let sign = cose::read_sign1("fresh", freshness, MAX_STATEMENT).ok()?;
    FreshnessStatement::read(sign.payload).ok().map(|statement| statement.manifest)
}

/// Returns the hash of the statement of centres that a manifest names, or `None` if the bytes are not a manifest. Nothing is
/// verified, as for [`named_manifest`].
#[must_use]
pub fn named_centres(manifest: &[u8]) -> Option<Hash> {
    let sign = cose::read_sign("manifest", manifest, MAX_STATEMENT).ok()?;
    Manifest::read(sign.payload).ok().map(|manifest| manifest.centres)
}
