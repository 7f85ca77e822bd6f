//! The trusted state: what a verifier has accepted, for each role, with the keys that signed it.
//!
//! It only moves forward, with one exception: if the newest root removes the keys that signed the state of a role, that
//! state no longer counts, and the role starts again at the floors of that root (`TrustedState::under`).

use alloc::string::String;
use alloc::vec::Vec;

use super::MAX_SEGMENTS;
use super::floors::Floor;
use super::pages::SegmentKind;
use super::root::{RoleName, Root};
use super::segment::Segment;
use crate::calendar::Timestamp;
use crate::codec::CodecError;
use crate::codec::cbor::{Reader, Writer};
use crate::codec::cose::MAX_SIGNATURES;
use crate::codec::hex;
use crate::crypto::{Hash, KeyId};

const WHAT: &str = "state";

/// A root that was accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownRoot {
    /// Its version.
    pub version: u64,
    /// SHA-256 of its content as received (the payload of its envelope).
    pub hash: Hash,
}

impl KnownRoot {
    /// Returns the fingerprint, by which people compare a root with the one that the register's operator publishes: all 64
    /// hexadecimal digits of the hash. Signatures added to a root do not change it. [`grouped`] separates the digits for reading.
    ///
    /// ```
    /// use rastau_core::snapshot::{KnownRoot, grouped};
    ///
    /// let root = KnownRoot::of(&std::fs::read("../tests/corpus/bundles/base/roots/1.cose")?)?;
    /// assert_eq!((root.version, root.fingerprint().len()), (1, 64));
    /// assert_eq!(grouped(&root.fingerprint()).split(' ').count(), 8);
    /// # Ok::<(), Box<dyn core::error::Error>>(())
    /// ```
    #[must_use]
    pub fn fingerprint(&self) -> String {
        hex::encode(&self.hash)
    }
}

/// Returns a fingerprint in groups of eight digits, for people who read it aloud or compare it by eye.
#[must_use]
pub fn grouped(fingerprint: &str) -> String {
    let digits: Vec<char> = fingerprint.chars().collect();
    let groups: Vec<String> = digits.chunks(8).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

/// A time with the keys that signed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedTime {
    /// The time.
    pub at: Timestamp,
    /// The keys, 1 to 32.
    pub signers: Vec<KeyId>,
}

impl SignedTime {
    /// Returns the later of two times.
    fn later(self, other: Option<&Self>) -> Self {
        match other {
            Some(other) if other.at > self.at => other.clone(),
            _ => self,
        }
    }

    fn write(&self, writer: &mut Writer) {
        writer.array(2).uint(self.at.0);
        write_signers(writer, &self.signers);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        reader.tuple(2)?;
        let at = Timestamp(reader.uint_up_to(Timestamp::MAX.0)?);
        Ok(Self { at, signers: read_signers(reader)? })
    }
}

/// The statement of a role that was accepted: the manifest, or the statement of centres.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownStatement {
    /// Its epoch.
    pub epoch: u64,
    /// Its version within the epoch.
    pub version: u64,
    /// SHA-256 of its bytes.
    pub hash: Hash,
    /// The keys that signed it, 1 to 32.
    pub signers: Vec<KeyId>,
    /// Kind and serial number of each segment that it lists, at most [`MAX_SEGMENTS`].
    pub segments: Vec<(SegmentKind, u32)>,
    /// The latest time that the role has signed, here or in an earlier statement.
    pub time: SignedTime,
}

/// The freshness statement that was accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownFreshness {
    /// Its `checked_at`.
    pub checked_at: Timestamp,
    /// The key that signed it.
    pub signer: KeyId,
    /// The latest time that the role has signed, here or in an earlier statement.
    pub time: SignedTime,
}

/// What a verifier has accepted. The host stores it between openings; without it only the rollback protection is lost.
///
/// # Examples
/// ```
/// use rastau_core::snapshot::TrustedState;
///
/// # let bytes = std::fs::read("../tests/corpus/states/base.state")?;
/// let state = TrustedState::read(&bytes)?;
/// assert_eq!((state.keeper.epoch, state.keeper.version), (1, 1));
/// assert_eq!(state.write(), bytes);
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrustedState {
    /// The newest root.
    pub root: KnownRoot,
    /// The manifest.
    pub keeper: KnownStatement,
    /// The statement of centres.
    pub chamber: KnownStatement,
    /// The freshness statement.
    pub freshness: KnownFreshness,
}

/// The requirements that follow from a trusted state and the newest root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Demands {
    pub(super) keeper: Option<KnownStatement>,
    pub(super) chamber: Option<KnownStatement>,
    /// The freshness statement of the known manifest; only if its key still counts.
    pub(super) freshness: Option<KnownFreshness>,
    pub(super) keeper_time: Option<SignedTime>,
    pub(super) chamber_time: Option<SignedTime>,
    pub(super) freshness_time: Option<SignedTime>,
}

impl TrustedState {
    /// Evaluates the state of each role under `root`: a state whose signers no longer reach the role's threshold does
    /// not count.
    pub(super) fn under(state: Option<&Self>, root: &Root) -> Demands {
        let still = |role: RoleName, signers: &[KeyId]| root.still_trusts(role, signers);
        let known = |role: RoleName, known: &KnownStatement| {
            let statement = still(role, &known.signers).then(|| known.clone());
            let time = still(role, &known.time.signers).then(|| known.time.clone());
            (statement, time)
        };
        let (keeper, keeper_time) =
            state.map_or((None, None), |state| known(RoleName::Keeper, &state.keeper));
        let (chamber, chamber_time) =
            state.map_or((None, None), |state| known(RoleName::Chamber, &state.chamber));
        let freshness = state.map(|state| &state.freshness);
        // A freshness statement is no earlier than the manifest that it confirms. A time that a thief of the keeper's keys signed is
        // therefore in both, and goes with those keys.
        let freshness = freshness.filter(|_| keeper.is_some() && keeper_time.is_some());
        let freshness_time = freshness
            .map(|freshness| &freshness.time)
            .filter(|time| still(RoleName::Freshness, &time.signers))
            .cloned();
        let freshness =
            freshness.filter(|freshness| still(RoleName::Freshness, &[freshness.signer])).cloned();
        Demands { keeper, chamber, freshness, keeper_time, chamber_time, freshness_time }
    }

    /// Writes the state as deterministic CBOR (docs/formats.md).
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut writer = Writer::new();
        writer.array(5).uint(self.root.version).bytes(&self.root.hash);
        self.keeper.write(&mut writer);
        self.chamber.write(&mut writer);
        writer.array(3).uint(self.freshness.checked_at.0).bytes(&self.freshness.signer.0);
        self.freshness.time.write(&mut writer);
        writer.finish()
    }

    /// Reads a state.
    ///
    /// # Errors
    /// The bytes are not exactly one state.
    pub fn read(bytes: &[u8]) -> Result<Self, CodecError> {
        let mut reader = Reader::new(WHAT, bytes);
        reader.tuple(5)?;
        let root = KnownRoot { version: reader.number()?, hash: reader.byte_array()? };
        let keeper = KnownStatement::read(&mut reader)?;
        let chamber = KnownStatement::read(&mut reader)?;
        reader.tuple(3)?;
        let checked_at = Timestamp(reader.uint_up_to(Timestamp::MAX.0)?);
        let signer = KeyId(reader.byte_array()?);
        let freshness = KnownFreshness { checked_at, signer, time: SignedTime::read(&mut reader)? };
        reader.finish()?;
        Ok(Self { root, keeper, chamber, freshness })
    }

    /// Returns the latest signed time of the three roles.
    #[must_use]
    pub fn newest_signed(&self) -> Timestamp {
        self.keeper.time.at.max(self.chamber.time.at).max(self.freshness.time.at)
    }
}

impl KnownStatement {
    /// The state of a statement that was just opened; `time` is the role's latest time before it, if that still counts.
    pub(super) fn new(
        (epoch, version): (u64, u64),
        hash: Hash,
        signers: &[KeyId],
        segments: &[Segment],
        as_of: Timestamp,
        time: Option<&SignedTime>,
    ) -> Self {
        let segments = segments.iter().map(|segment| (segment.id.kind, segment.id.serial)).collect();
        let now = SignedTime { at: as_of, signers: signers.to_vec() };
        Self { epoch, version, hash, signers: signers.to_vec(), segments, time: now.later(time) }
    }

    fn write(&self, writer: &mut Writer) {
        writer.array(6).uint(self.epoch).uint(self.version).bytes(&self.hash);
        write_signers(writer, &self.signers);
        writer.array(self.segments.len());
        for (kind, serial) in &self.segments {
            writer.array(2).uint(kind.number().into()).uint((*serial).into());
        }
        self.time.write(writer);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        reader.tuple(6)?;
        let (epoch, version, hash) = (reader.number()?, reader.number()?, reader.byte_array()?);
        let signers = read_signers(reader)?;
        let count = reader.array(MAX_SEGMENTS)?;
        let mut segments = Vec::with_capacity(count);
        for _ in 0..count {
            reader.tuple(2)?;
            let kind = SegmentKind::from_number(reader.uint()?).ok_or_else(|| reader.bad_value())?;
            let serial = u32::try_from(reader.uint()?).map_err(|_| reader.bad_value())?;
            segments.push((kind, serial));
        }
        Ok(Self { epoch, version, hash, signers, segments, time: SignedTime::read(reader)? })
    }

    /// Whether every segment of this statement is in `listed` or covered by a segment that replaced it.
    pub(super) fn is_covered_by(&self, listed: &[Segment]) -> bool {
        self.segments.iter().all(|(kind, serial)| {
            listed.iter().any(|segment| {
                segment.id.kind == *kind && (segment.covers_from..=segment.id.serial).contains(serial)
            })
        })
    }
}

impl KnownFreshness {
    /// The state of a freshness statement that was just opened, as for [`KnownStatement::new`].
    pub(super) fn new(checked_at: Timestamp, signer: KeyId, time: Option<&SignedTime>) -> Self {
        let now = SignedTime { at: checked_at, signers: Vec::from([signer]) };
        Self { checked_at, signer, time: now.later(time) }
    }
}

/// Returns whether a statement of these versions is below a root's floor.
pub(super) fn is_below(floor: Floor, epoch: u64, version: u64) -> bool {
    (epoch, version) < (floor.epoch, floor.version)
}

fn write_signers(writer: &mut Writer, signers: &[KeyId]) {
    writer.array(signers.len());
    for signer in signers {
        writer.bytes(&signer.0);
    }
}

fn read_signers(reader: &mut Reader<'_>) -> Result<Vec<KeyId>, CodecError> {
    let count = reader.array(MAX_SIGNATURES)?;
    if count == 0 {
        return Err(reader.bad_value());
    }
    let mut signers = Vec::with_capacity(count);
    for _ in 0..count {
        signers.push(KeyId(reader.byte_array()?));
    }
    Ok(signers)
}
