//! Bringing a register up to date: one walk without I/O, which every host drives.
//!
//! A [`Walk`] asks one question at a time ([`Walk::ask`]) and is given one answer ([`Walk::answer`]). The host provides
//! network and disk and decides nothing: it fetches exactly the named file, stores what it is told to store, and
//! reports what it received. The walk decides the order, what may be skipped, what "missing" means, and which of two
//! statements is newer.
//!
//! 1. The roots, one after another, each verified and stored before the next is asked for. A root below that of the
//!    trusted state may be on a fork, so it is stored only together with that one.
//! 2. The freshness statement, which is always fetched.
//! 3. The manifest that it names and the statement of centres that the manifest names, unless the host has them. Stored
//!    statements are verified like fetched ones.
//! 4. The segments that the host lacks, each checked when it is stored.
//! 5. The commit.
//!
//! What the walk commits is what [`Snapshot::open`](crate::snapshot::Snapshot::open) accepts: it opens the statements with it.
//!
//! ```
//! use rastau_core::calendar::Timestamp;
//! use rastau_core::snapshot::OpenOptions;
//! use rastau_core::snapshot::file::BundleFile;
//! use rastau_core::update::{Held, Walk, drive_local};
//!
//! # let file = std::fs::read("../tests/corpus/bundles/base.rastau")?;
//! # let trust_root = std::fs::read("../tests/corpus/bundles/base/roots/1.cose")?;
//! let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
//! let source = BundleFile::open(file)?; // here everything that the walk asks for is in one file
//! let mut walk = Walk::begin(OpenOptions::pinned(&trust_root, now), Held::nothing())?;
//! let plan = drive_local(&mut walk, &source)?;
//! assert_eq!(plan.report.manifest, (1, 1));
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```

mod error;
mod local;
mod plan;
mod walk;

pub use error::UpdateError;
pub use local::{NewerRoot, drive_local, walk_roots};
pub use plan::{Change, Held, HeldSegment, KeptRoot, Plan, Report};
pub use walk::{Answer, Ask, Walk};

#[cfg(test)]
mod tests;
