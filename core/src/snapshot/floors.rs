//! Floors: the lowest versions and the earliest time that a trust root lets each role state.
//!
//! A thief of a role's keys can sign versions and times far ahead. When a root removes those keys, the verifier's
//! trusted state of that role is discarded (`TrustedState::under`) and the floors of that root apply. Recovery
//! therefore needs the root keys, and never goes below what the register itself had published.

use super::root::timestamp;
use crate::calendar::Timestamp;
use crate::codec::CodecError;
use crate::codec::cbor::{Reader, Writer};

/// The floor of a role that signs versions: of the keeper's manifest or of the Chamber's statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Floor {
    /// The lowest epoch.
    pub epoch: u64,
    /// The lowest version within that epoch.
    pub version: u64,
    /// The earliest time that is possible now, as far as this role has signed it.
    pub time: Timestamp,
}

impl Floor {
    /// The floor of a register that has published nothing.
    pub const START: Self = Self { epoch: 0, version: 0, time: Timestamp(0) };

    fn write(self, writer: &mut Writer) {
        writer.array(3).uint(self.epoch).uint(self.version).uint(self.time.0);
    }

    fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        reader.tuple(3)?;
        Ok(Self { epoch: reader.number()?, version: reader.number()?, time: timestamp(reader)? })
    }

    /// Returns whether no part is below `earlier`.
    fn is_at_least(self, earlier: Self) -> bool {
        (self.epoch, self.version) >= (earlier.epoch, earlier.version) && self.time >= earlier.time
    }
}

/// The floors of a trust root. They never decrease from one root to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Floors {
    /// Of the manifest.
    pub keeper: Floor,
    /// Of the statement of centres.
    pub chamber: Floor,
    /// The earliest time of a freshness statement that counts.
    pub freshness: Timestamp,
}

impl Floors {
    /// The floors of a register that has published nothing.
    pub const START: Self = Self { keeper: Floor::START, chamber: Floor::START, freshness: Timestamp(0) };

    pub(super) fn write(&self, writer: &mut Writer) {
        writer.array(3);
        self.keeper.write(writer);
        self.chamber.write(writer);
        writer.uint(self.freshness.0);
    }

    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self, CodecError> {
        reader.tuple(3)?;
        Ok(Self {
            keeper: Floor::read(reader)?,
            chamber: Floor::read(reader)?,
            freshness: timestamp(reader)?,
        })
    }

    /// Returns whether no floor is below the one of an earlier root.
    #[must_use]
    pub fn are_at_least(&self, earlier: &Self) -> bool {
        self.keeper.is_at_least(earlier.keeper)
            && self.chamber.is_at_least(earlier.chamber)
            && self.freshness >= earlier.freshness
    }

    /// Returns the latest of the three times.
    #[must_use]
    pub fn time(&self) -> Timestamp {
        self.keeper.time.max(self.chamber.time).max(self.freshness)
    }
}
