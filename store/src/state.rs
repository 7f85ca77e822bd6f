//! What a device remembers, as the bytes of one checksummed file: which slot is in service, the trust root, and the
//! newest of everything that it ever accepted.

use rastau_core::calendar::Timestamp;
use rastau_core::codec::CodecError;
use rastau_core::codec::cbor::{Reader, Writer};
use rastau_core::crypto::{HASH_LEN, Hash, sha256};
use rastau_core::snapshot::{MAX_STATEMENT, TrustedState};

const MAGIC: &[u8; 8] = b"RASTAUS1";
const WHAT: &str = "device state";
/// The most bytes of a [`TrustedState`]; 64 segments are far below it.
const MAX_TRUSTED_STATE: usize = 4096;
/// The most bytes of a state file.
pub(crate) const MAX_STATE: usize = MAX_STATEMENT + 2 * MAX_TRUSTED_STATE;

/// One of the two places for a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// Folder `a`.
    A,
    /// Folder `b`.
    B,
}

impl Slot {
    /// The name of its folder.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }
}

/// What stands in a state file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct State {
    /// Higher with each change; of two files the higher one counts.
    pub(crate) sequence: u64,
    /// `None` from the making of the folder until the first update is whole.
    pub(crate) service: Option<Service>,
}

/// What is in service, and what it may never fall behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Service {
    /// Where the bundle is.
    pub(crate) slot: Slot,
    /// SHA-256 of the trust root that the device was set up with: what a person compares.
    pub(crate) anchor: Hash,
    /// The newest trust root accepted so far, as its bytes. Keys that a later root dropped can then never speak again,
    /// not even to sign another way out of the first root.
    pub(crate) root: Vec<u8>,
    /// The newest of everything signed that was accepted.
    pub(crate) trusted_state: TrustedState,
    /// The latest time that the device's clock is known to have shown.
    pub(crate) shown: Timestamp,
}

impl State {
    /// The bytes of a state file: magic, length, content, and SHA-256 of all that.
    pub(crate) fn write(&self) -> Vec<u8> {
        let mut writer = Writer::new();
        writer.array(2).uint(self.sequence);
        match &self.service {
            None => {
                writer.array(0);
            }
            Some(service) => {
                let slot = match service.slot {
                    Slot::A => 1,
                    Slot::B => 2,
                };
                writer.array(5).uint(slot).bytes(&service.anchor).bytes(&service.root);
                writer.bytes(&service.trusted_state.write()).uint(service.shown.0);
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

    /// Reads a state file; `None` where it is torn or is none.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let (covered, sum) = bytes.split_last_chunk::<HASH_LEN>()?;
        let rest = covered.strip_prefix(MAGIC)?;
        let (length, content) = rest.split_first_chunk::<4>()?;
        let whole = u32::from_be_bytes(*length) as usize == content.len() && sha256(&[covered]) == *sum;
        if whole { Self::read_content(content).ok() } else { None }
    }

    fn read_content(content: &[u8]) -> Result<Self, CodecError> {
        let mut reader = Reader::new(WHAT, content);
        reader.tuple(2)?;
        let sequence = reader.uint()?;
        let service = match reader.array(5)? {
            0 => None,
            5 => Some(Service {
                slot: match reader.uint()? {
                    1 => Slot::A,
                    2 => Slot::B,
                    _ => return Err(reader.bad_value()),
                },
                anchor: reader.byte_array()?,
                root: reader.bytes(MAX_STATEMENT)?.to_vec(),
                trusted_state: TrustedState::read(reader.bytes(MAX_TRUSTED_STATE)?)?,
                shown: Timestamp(reader.uint_up_to(Timestamp::MAX.0)?),
            }),
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
        let trusted_state = TrustedState {
            root_version: 2,
            root_hash: [1; 32],
            manifest: (1, 7),
            manifest_hash: [2; 32],
            centres_version: 3,
            centres_hash: [3; 32],
            newest_signed: Timestamp(1_795_406_400),
            segments: vec![],
        };
        let service = Service {
            slot: Slot::B,
            anchor: [4; 32],
            root: vec![5; 600],
            trusted_state,
            shown: Timestamp(9),
        };
        State { sequence: 12, service: Some(service) }
    }

    #[test]
    fn what_is_written_is_read() {
        for state in [state(), State { sequence: 1, service: None }] {
            assert_eq!(State::read(&state.write()), Some(state));
        }
    }

    #[test]
    fn any_torn_or_flipped_state_is_none() {
        let good = state().write();
        for length in 0..good.len() {
            assert_eq!(State::read(&good[..length]), None, "the first {length} bytes");
        }
        assert_eq!(State::read(&[good.as_slice(), &[0]].concat()), None, "a byte more");
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 1;
            assert_eq!(State::read(&bad), None, "byte {at}");
        }
        // Half the old and half the new state, as a cut leaves them where both have one length.
        let next = State { sequence: 13, ..state() }.write();
        for at in 14..good.len() - 1 {
            let torn = [&next[..at], &good[at..]].concat();
            assert_eq!(State::read(&torn), None, "torn at {at}");
        }
    }
}
