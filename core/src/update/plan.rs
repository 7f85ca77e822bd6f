//! What a walk begins with and what it ends with.

use alloc::vec::Vec;

use crate::anchor::Anchor;
use crate::calendar::Timestamp;
use crate::crypto::Hash;
use crate::snapshot::{Segment, Statements, TrustedState};

/// A segment that the host has, in whole or in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldSegment {
    /// The root hash.
    pub root: Hash,
    /// The number of bytes from the start.
    pub length: u64,
    /// Whether a committed bundle lists it, so that it has been checked. Otherwise it is a part, which is checked when
    /// it is complete.
    pub is_committed: bool,
}

/// What a host has when a walk begins.
#[derive(Debug, Clone, Default)]
pub struct Held {
    /// The statements in service; `None` on a new device.
    pub statements: Option<Statements>,
    /// The segments and parts of segments.
    pub segments: Vec<HeldSegment>,
}

impl Held {
    /// Nothing: a new device.
    #[must_use]
    pub fn nothing() -> Self {
        Self::default()
    }
}

/// A root that the host stores durably before it continues.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptRoot<'w> {
    /// The version.
    pub version: u64,
    /// The signed root.
    pub bytes: &'w [u8],
}

/// What the host puts into service atomically.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The statements, with the roots that the source had after the kept one.
    pub statements: Statements,
    /// The newest root, signed. It is kept from now on.
    pub root: Vec<u8>,
    /// Where the verifier's first trust root came from.
    pub anchor: Anchor,
    /// The segments that the statements list.
    pub segments: Vec<Segment>,
    /// The root hashes of those that the host has completely.
    pub held: Vec<Hash>,
    /// The trusted state after the commit.
    pub trusted_state: TrustedState,
    /// What is reported.
    pub report: Report,
}

impl Plan {
    /// Returns whether the host has the whole segment from before.
    #[must_use]
    pub fn holds(&self, segment: &Segment) -> bool {
        self.held.contains(&segment.id.root)
    }

    /// Returns what the plan changes on a device that had the trusted state `before`; `None` on a new device.
    #[must_use]
    pub fn change(&self, before: Option<&TrustedState>) -> Change {
        match before {
            None => Change::First,
            Some(before) if *before != self.trusted_state => Change::Newer,
            Some(_) if self.report.is_new => Change::Mended,
            Some(_) => Change::Nothing,
        }
    }
}

/// What an update changes on the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The device has its first bundle.
    First,
    /// A newer bundle, freshness statement or trust root is active.
    Newer,
    /// The source has nothing newer; damaged files of the device were replaced.
    Mended,
    /// The source has nothing newer.
    Nothing,
}

impl Change {
    /// Returns the name that is used in JavaScript and in the corpus.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Newer => "newer",
            Self::Mended => "mended",
            Self::Nothing => "nothing",
        }
    }
}

/// What an update found. There is no "up to date": a source can withhold newer data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Epoch and version of the manifest.
    pub manifest: (u64, u64),
    /// The instant of the register's state.
    pub as_of: Timestamp,
    /// The instant of the freshness statement in service.
    pub checked_at: Timestamp,
    /// Whether the manifest or the statement of centres is another one than before.
    pub is_new_bundle: bool,
    /// Whether anything is to be put into service: a statement, a root or a segment.
    pub is_new: bool,
    /// Whether the source's freshness statement is older than the one in service, which is kept.
    pub source_is_behind: bool,
    /// Whether the register has a newer root that this program cannot use.
    pub needs_newer_program: bool,
    /// The newest signed time.
    pub newest_signed: Timestamp,
    /// The instant after which the keeper does not vouch for the manifest.
    pub not_after: Timestamp,
    /// The number of bytes of segments to be fetched.
    pub to_fetch: u64,
    /// The number of bytes of segments that are held.
    pub held: u64,
}
