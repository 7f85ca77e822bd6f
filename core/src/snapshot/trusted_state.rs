//! The trusted state: the newest versions that a verifier has accepted. It detects rollback at the next opening.

use alloc::vec::Vec;

use super::MAX_SEGMENTS;
use super::pages::SegmentKind;
use super::segment::Segment;
use crate::calendar::Timestamp;
use crate::codec::CodecError;
use crate::codec::cbor::{Reader, Writer};
use crate::crypto::Hash;

const WHAT: &str = "state";

/// The newest versions and times that a verifier has accepted. The host stores it between openings; without it only the
/// rollback protection is lost.
///
/// # Examples
/// ```
/// use rastau_core::snapshot::TrustedState;
///
/// # let bytes = std::fs::read("../tests/corpus/states/base.seen")?;
/// let state = TrustedState::read(&bytes)?;
/// assert_eq!(state.manifest, (1, 1), "epoch and version");
/// assert_eq!(state.write(), bytes);
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrustedState {
    /// Version of the trust root.
    pub root_version: u64,
    /// SHA-256 of the content of that root.
    pub root_hash: Hash,
    /// Epoch and version of the manifest.
    pub manifest: (u64, u64),
    /// SHA-256 of the bytes of that manifest.
    pub manifest_hash: Hash,
    /// Version of the statement of centres.
    pub centres_version: u64,
    /// SHA-256 of the bytes of that statement.
    pub centres_hash: Hash,
    /// The newest signed time.
    pub newest_signed: Timestamp,
    /// Kind and serial number of each listed segment, at most [`MAX_SEGMENTS`].
    pub segments: Vec<(SegmentKind, u32)>,
}

impl TrustedState {
    /// Writes the state as deterministic CBOR (docs/formats.md).
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
    ///
    /// # Errors
    /// The bytes are not exactly one state.
    pub fn read(bytes: &[u8]) -> Result<Self, CodecError> {
        let mut reader = Reader::new(WHAT, bytes);
        reader.tuple(9)?;
        let root_version = reader.uint()?;
        let root_hash = reader.byte_array()?;
        let manifest = (reader.uint()?, reader.uint()?);
        let manifest_hash = reader.byte_array()?;
        let centres_version = reader.uint()?;
        let centres_hash = reader.byte_array()?;
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

    /// Whether every segment of one keeper in this state is listed in `listed` or covered by a segment that replaced it.
    #[must_use]
    pub(super) fn is_covered_by(&self, listed: &[Segment], chamber: bool) -> bool {
        let of_keeper = self.segments.iter().filter(|(kind, _)| (*kind == SegmentKind::Centres) == chamber);
        of_keeper.into_iter().all(|(kind, serial)| {
            listed.iter().any(|segment| {
                segment.id.kind == *kind && (segment.covers_from..=segment.id.serial).contains(serial)
            })
        })
    }
}
