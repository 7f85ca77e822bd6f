//! The verifier's disk: opens a published bundle, a folder or a single file, and hands its pages out lazily; keeps a
//! device's bundle up to date so that neither a cut of the power nor an old copy can set it back.
//!
//! Segment files are mapped; memory does not grow with the register. `docs/device.md` tells how a device's folder is
//! laid out and in what order it is written.
//!
//! ```
//! use rastau_core::calendar::Timestamp;
//! use rastau_store::{Change, Clock, Device, Update, source};
//!
//! # let (folder, stick) = (tempfile::tempdir()?, std::path::Path::new("../tests/corpus/bundles/base"));
//! # let (folder, trust_root) = (folder.path().join("device"), std::fs::read(stick.join("roots/1.cose"))?);
//! let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
//! let device = Device::at(&folder);
//! let update = Update { now, clock: Clock::Shows, root: Some(&trust_root), wait: false };
//! let updated = device.update(source::local(stick)?.as_ref(), &update, &mut |done, total| {
//!     eprintln!("{done} of {total} bytes");
//! })?;
//! assert_eq!(updated.change, Change::First);
//! let opened = device.open(now)?; // its `snapshot` answers, its `notices` are for a person
//! assert!(opened.notices.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

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
