//! The state of a device as one checksummed file: the active slot, the trust root, and the trusted state (the newest of
//! everything that was accepted). `docs/device.md` has the format.

use rastau_core::calendar::Timestamp;
use rastau_core::codec::CodecError;
use rastau_core::codec::cbor::{Reader, Writer};
use rastau_core::crypto::{HASH_LEN, Hash, sha256};
use rastau_core::snapshot::{Anchor, Chain, MAX_SEGMENTS, MAX_STATEMENT, TrustedState};

const MAGIC: &[u8; 8] = b"RASTAUS1";
const WHAT: &str = "device state";
/// The maximum size of an encoded [`TrustedState`] in bytes; 64 segments are far below it.
const MAX_TRUSTED_STATE: usize = 8192;
/// The maximum size of a state file in bytes.
pub(crate) const MAX_STATE: usize = MAX_STATEMENT + 2 * MAX_TRUSTED_STATE + 34 * MAX_SEGMENTS;

/// One of the two directories for a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// Directory `a`.
    A,
    /// Directory `b`.
    B,
}

impl Slot {
    /// Returns the name of its directory.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
        }
    }

    /// Returns the other slot.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }
}

/// The content of a state file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct State {
    /// Incremented with each change; of two files the one with the higher number is valid.
    pub(crate) sequence: u64,
    /// `None` until the first update is complete.
    pub(crate) service: Option<Service>,
}

/// The active bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InUse {
    /// The slot of the bundle.
    pub(crate) slot: Slot,
    /// The trusted state: the newest of everything accepted, by role. No later bundle may be older. It is evaluated
    /// under [`Service::root`].
    pub(crate) trusted_state: TrustedState,
}

/// What a device knows: the trust root, and the active bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Service {
    /// `None` while the first update is not complete.
    pub(crate) in_use: Option<InUse>,
    /// The hash of the trust root that the device was set up with.
    pub(crate) anchor: Hash,
    /// Whether that root was pinned, or read from the first source.
    pub(crate) anchored: Anchor,
    /// The bytes of the newest trust root accepted so far. Keys that a later root removed are then never trusted again,
    /// not even for another chain from the first root.
    pub(crate) root: Vec<u8>,
    /// The latest time of the device's clock that is known; 0 for none.
    pub(crate) latest_clock: Timestamp,
    /// The segments whose file has its second name, sorted by hash. A damaged segment that readers may have open is not
    /// overwritten but fetched under the other of its two names.
    pub(crate) second_names: Vec<Hash>,
}

impl Service {
    /// The knowledge of a device that begins with `root`, before its first bundle.
    pub(crate) const fn new(anchor: Hash, anchored: Anchor, root: Vec<u8>) -> Self {
        Self { in_use: None, anchor, anchored, root, latest_clock: Timestamp(0), second_names: Vec::new() }
    }

    /// Whether the file of a segment has its second name.
    pub(crate) fn has_second_name(&self, root: &Hash) -> bool {
        self.second_names.contains(root)
    }

    /// Whether the root is newer than the one under which the active bundle was committed.
    pub(crate) fn has_newer_root(&self) -> bool {
        let version = Chain::begin(&self.root, None).map(|chain| chain.newest().version);
        let before = self.in_use.as_ref().map(|in_use| in_use.trusted_state.root.version);
        version.is_ok_and(|version| before.is_some_and(|before| version > before))
    }
}

impl State {
    /// Encodes a state file: magic, length, content, and SHA-256 of these.
    pub(crate) fn write(&self) -> Vec<u8> {
        let mut writer = Writer::new();
        writer.array(2).uint(self.sequence);
        match &self.service {
            None => {
                writer.array(0);
            }
            Some(service) => {
                let slot = match service.in_use.as_ref().map(|in_use| in_use.slot) {
                    None => 0,
                    Some(Slot::A) => 1,
                    Some(Slot::B) => 2,
                };
                let first_use = service.anchored == Anchor::FirstUse;
                writer.array(7).uint(slot).bytes(&service.anchor).uint(first_use.into()).bytes(&service.root);
                let trusted_state = service.in_use.as_ref().map(|in_use| in_use.trusted_state.write());
                writer.bytes(&trusted_state.unwrap_or_default()).uint(service.latest_clock.0);
                writer.array(service.second_names.len());
                service.second_names.iter().for_each(|root| {
                    writer.bytes(root);
                });
            }
        }
        let content = writer.finish();
        let mut bytes = MAGIC.to_vec();
        bytes.extend_from_slice(&(content.len() as u32).to_be_bytes());
        bytes.extend_from_slice(&content);
        let sum = sha256(&[&bytes]);
        bytes.extend_from_slice(&sum);
        bytes
    }

    /// Decodes a state file; `None` for a torn one or another file.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let (covered, sum) = bytes.split_last_chunk::<HASH_LEN>()?;
        let rest = covered.strip_prefix(MAGIC)?;
        let (length, content) = rest.split_first_chunk::<4>()?;
        let whole = u32::from_be_bytes(*length) as usize == content.len() && sha256(&[covered]) == *sum;
        if whole { Self::read_content(content).ok() } else { None }
    }

    fn read_service(reader: &mut Reader<'_>) -> Result<Service, CodecError> {
        let slot = match reader.uint()? {
            0 => None,
            1 => Some(Slot::A),
            2 => Some(Slot::B),
            _ => return Err(reader.bad_value()),
        };
        let anchor = reader.byte_array()?;
        let anchored = match reader.uint_up_to(1)? {
            0 => Anchor::Pinned,
            _ => Anchor::FirstUse,
        };
        let root = reader.bytes(MAX_STATEMENT)?.to_vec();
        let trusted_state = reader.bytes(MAX_TRUSTED_STATE)?;
        let in_use = match slot {
            Some(slot) => Some(InUse { slot, trusted_state: TrustedState::read(trusted_state)? }),
            None if trusted_state.is_empty() => None,
            None => return Err(reader.bad_value()),
        };
        let latest_clock = Timestamp(reader.uint_up_to(Timestamp::MAX.0)?);
        let second_names =
            (0..reader.array(MAX_SEGMENTS)?).map(|_| reader.byte_array()).collect::<Result<_, _>>()?;
        Ok(Service { in_use, anchor, anchored, root, latest_clock, second_names })
    }

    fn read_content(content: &[u8]) -> Result<Self, CodecError> {
        let mut reader = Reader::new(WHAT, content);
        reader.tuple(2)?;
        let sequence = reader.uint()?;
        let service = match reader.array(7)? {
            0 => None,
            7 => Some(Self::read_service(&mut reader)?),
            _ => return Err(reader.bad_value()),
        };
        reader.finish()?;
        Ok(Self { sequence, service })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state() -> State {
        let bundle = rastau_core::fixture::Register::new().bundle();
        let trusted_state = bundle.open(None).unwrap().trusted_state();
        let service = Service {
            in_use: Some(InUse { slot: Slot::B, trusted_state }),
            anchor: [4; 32],
            anchored: Anchor::FirstUse,
            root: vec![5; 600],
            latest_clock: Timestamp(9),
            second_names: vec![[6; 32], [7; 32]],
        };
        State { sequence: 12, service: Some(service) }
    }

    #[test]
    fn round_trips() {
        let kept = Service { in_use: None, ..state().service.unwrap() };
        let kept = State { sequence: 2, service: Some(kept) };
        for state in [state(), kept, State { sequence: 1, service: None }] {
            assert_eq!(State::read(&state.write()), Some(state));
        }
    }

    #[test]
    fn rejects_every_torn_or_altered_state() {
        let valid = state().write();
        for length in 0..valid.len() {
            assert_eq!(State::read(&valid[..length]), None, "the first {length} bytes");
        }
        assert_eq!(State::read(&[valid.as_slice(), &[0]].concat()), None, "an additional byte");
        for at in 0..valid.len() {
            let mut altered = valid.clone();
            altered[at] ^= 1;
            assert_eq!(State::read(&altered), None, "byte {at}");
        }
        // The new state up to a byte and the old one after it: the result of a power cut during an overwrite of equal
        // length.
        let next = State { sequence: 13, ..state() }.write();
        for at in 14..valid.len() - 1 {
            let torn = [&next[..at], &valid[at..]].concat();
            assert_eq!(State::read(&torn), None, "torn at {at}");
        }
    }
}
