//! The verifier's disk: opens a published bundle, a folder or a single file, and hands its pages out lazily; keeps a
//! device's bundle up to date so that neither a cut of the power nor an old copy can set it back.
//!
//! Segment files are mapped; memory does not grow with the register. `docs/device.md` tells how a device's folder is
//! laid out and in what order it is written.

mod bundle;
mod device;
mod disk;
mod error;
mod mmap;
pub mod source;
mod state;

pub use bundle::Bundle;
pub use device::{Change, Clock, Device, InService, Notice, Update, Updated};
pub use error::StoreError;
pub use source::Source;
pub use state::Slot;

/// Bytes as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a person compares of a trust root: the first 8 bytes of the SHA-256 of its file, in hexadecimal digits.
#[must_use]
pub fn fingerprint(root: &rastau_core::crypto::Hash) -> String {
    hex(&root[..8])
}
