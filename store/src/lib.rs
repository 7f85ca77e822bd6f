//! The verifier's disk: opens a published bundle ([`Bundle`]) and reads its pages on demand; keeps a device's bundle up to
//! date ([`Device`]), safe against power loss and against rollback to an older copy.
//!
//! Segment files are read by position, so memory does not grow with the register. `docs/device.md` describes the layout of a
//! device's directory and the order in which it is written.
//!
//! ```
//! use rastau_core::calendar::Timestamp;
//! use rastau_store::{Change, Device, Update, source};
//!
//! # let (folder, stick) = (tempfile::tempdir()?, std::path::Path::new("../tests/corpus/bundles/base"));
//! # let (folder, trust_root) = (folder.path().join("device"), std::fs::read(stick.join("roots/1.cose"))?);
//! let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
//! let device = Device::at(&folder);
//! let update = Update::by_clock(now, Some(&trust_root));
//! let updated = device.update(source::local(stick)?.as_ref(), &update, &mut |done, total| {
//!     eprintln!("{done} of {total} bytes");
//! })?;
//! assert_eq!(updated.change, Change::First);
//! let opened = device.open(now)?; // `snapshot` answers questions, `notices` are for the operator
//! assert!(opened.notices.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! `store/examples` contains complete programs.
//!
//! # Crate features
//!
//! | feature | default | effect |
//! |---|---|---|
//! | `http` | no | the source `source::Web`: updates from a web address; without it the crate has no network access |

mod bundle;
mod device;
mod disk;
mod error;
mod files;
pub mod source;
mod state;

pub use bundle::{Bundle, SegmentDamage};
pub use device::{
    Change, Clock, Device, InService, Live, Notice, Session, SlotDamage, Update, Updated, Want,
};
pub use error::{SourceError, StoreError};
pub use source::Source;
pub use state::Slot;
