//! What a verifier has seen, kept between openings so that nothing older is taken for new.

use alloc::vec::Vec;

use super::MAX_SEGMENTS;
use super::pages::SegmentKind;
use super::segment::Segment;
use crate::calendar::Timestamp;
use crate::codec::CodecError;
use crate::codec::cbor::{Reader, Writer};
use crate::crypto::Hash;

const WHAT: &str = "state";

/// The newest of everything that was ever accepted. The host keeps it; losing it loses rollback protection only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrustedState {
    /// Version of the trust root.
    pub root_version: u64,
    /// SHA-256 of that root's content.
    pub root_hash: Hash,
    /// Epoch and version of the manifest.
    pub manifest: (u64, u64),
    /// SHA-256 of that manifest.
    pub manifest_hash: Hash,
    /// Version of the centres' statement.
    pub centres_version: u64,
    /// SHA-256 of that statement.
    pub centres_hash: Hash,
    /// The newest signed time.
    pub newest_signed: Timestamp,
    /// The segments listed: kind and serial number.
    pub segments: Vec<(SegmentKind, u32)>,
}

impl TrustedState {
    /// The state as bytes.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut writer = Writer::new();
        writer
            .array(9)
            .uint(self.root_version)
            .bytes(&self.root_hash)
            .uint(self.manifest.0)
            .uint(self.manifest.1);
        writer.bytes(&self.manifest_hash).uint(self.centres_version).bytes(&self.centres_hash);
        writer.uint(self.newest_signed.0);
        writer.array(self.segments.len());
        for (kind, serial) in &self.segments {
            writer.array(2).uint(kind.number().into()).uint((*serial).into());
        }
        writer.finish()
    }

    /// Reads a state.
    pub fn read(bytes: &[u8]) -> Result<Self, CodecError> {
        let mut reader = Reader::new(WHAT, bytes);
        reader.tuple(9)?;
        let root_version = reader.uint()?;
        let root_hash = reader.array_of()?;
        let manifest = (reader.uint()?, reader.uint()?);
        let manifest_hash = reader.array_of()?;
        let centres_version = reader.uint()?;
        let centres_hash = reader.array_of()?;
        let newest_signed = Timestamp(reader.uint_up_to(Timestamp::MAX.0)?);
        let count = reader.array(MAX_SEGMENTS)?;
        let mut segments = Vec::with_capacity(count);
        for _ in 0..count {
            reader.tuple(2)?;
            let kind = SegmentKind::from_number(reader.uint()?).ok_or_else(|| reader.bad_value())?;
            let serial = u32::try_from(reader.uint()?).map_err(|_| reader.bad_value())?;
            segments.push((kind, serial));
        }
        reader.finish()?;
        Ok(Self {
            root_version,
            root_hash,
            manifest,
            manifest_hash,
            centres_version,
            centres_hash,
            newest_signed,
            segments,
        })
    }

    /// Whether every segment of one keeper that was seen is still listed or covered by one that replaced it.
    #[must_use]
    pub(super) fn all_still_there(&self, listed: &[Segment], chamber: bool) -> bool {
        let seen = self.segments.iter().filter(|(kind, _)| (*kind == SegmentKind::Centres) == chamber);
        seen.into_iter().all(|(kind, serial)| {
            listed.iter().any(|segment| {
                segment.id.kind == *kind && (segment.covers_from..=segment.id.serial).contains(serial)
            })
        })
    }
}
