//! The signed snapshot of the register: who vouches for it, what it lists, and how one entry is found.
//!
//! Opening reads the small signed statements only. Entries stand in pages that are authenticated one by one on
//! the way from a signed root hash, so nothing here takes memory in proportion to the register.

pub mod cache;
pub mod container;
pub mod documents;
pub mod file;
pub mod info;
pub mod pages;
pub mod root;
pub mod rows;
pub mod segment;
pub mod statements;
pub mod status;
pub mod tables;
pub mod tree;
pub mod trusted_state;

mod open;
pub mod verified;
pub mod whole;
pub mod working;

pub use documents::Record;
pub use open::{Located, Snapshot, Statements};
pub use pages::{Pages, SegmentId, SegmentKind};
pub use root::{Role, Root};
pub use segment::Segment;
pub use trusted_state::TrustedState;

/// Bytes of every page of every segment.
pub const PAGE_SIZE: usize = 4096;
/// The most bytes of one signed statement.
pub const MAX_STATEMENT: usize = 256 * 1024;
/// The most segments that a snapshot lists, of both keepers together.
pub const MAX_SEGMENTS: usize = 64;
/// The most roots that are walked at one opening.
pub const MAX_CHAIN: usize = 256;

#[cfg(test)]
pub(crate) mod tests;
