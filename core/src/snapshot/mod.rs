//! The signed snapshot of the register: trust roots, signed statements, segments, and look-ups.
//!
//! [`Snapshot::open`] reads and verifies the small signed statements only. Entries are in pages of 4 KiB, which are
//! authenticated one by one from a signed root hash when a look-up reads them. Memory therefore does not grow with the
//! register. docs/formats.md describes the formats, docs/formats/attacks.md the attack that each check prevents.

pub mod cache;
mod chain;
pub mod contact;
pub mod container;
pub mod documents;
pub mod file;
pub mod floors;
pub mod info;
pub mod name;
pub mod pages;
pub mod root;
pub mod rows;
pub mod segment;
pub mod statements;
pub mod status;
pub mod tables;
pub mod tree;
pub mod trusted_state;

pub mod check;
mod lookup;
mod marks;
mod open;
pub(crate) mod row_cache;
pub mod verified;
pub mod working;

pub use crate::anchor::Anchor;
pub use chain::{Chain, Step};
pub use contact::Contact;
pub use documents::{Record, SealedAt};
pub use floors::{Floor, Floors};
pub use lookup::ListedDocument;
pub use name::FileName;
pub use open::{OpenOptions, Snapshot, Statements};
pub use pages::{Pages, SegmentId, SegmentKind};
pub use root::{Role, Root};
pub use segment::Segment;
pub use trusted_state::{KnownRoot, TrustedState, grouped};

/// Bytes of every page of every segment.
pub const PAGE_SIZE: usize = 4096;
/// Maximum bytes of one signed statement.
pub const MAX_STATEMENT: usize = 256 * 1024;
/// Maximum number of segments of a snapshot, the manifest's and the centres statement's together.
pub const MAX_SEGMENTS: usize = 64;
/// Maximum number of trust roots in the chain of a bundle.
pub const MAX_CHAIN: usize = 256;

#[cfg(test)]
mod tests;
