//! The register that the targets use: the corpus's bundle `base` as one file, and its pinned root.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rastau_core::calendar::Timestamp;
use rastau_core::document::text::Presented;
use rastau_core::error::{OpenError, PageError};
use rastau_core::snapshot::file::BundleFile;
use rastau_core::snapshot::{OpenOptions, Pages, SegmentId, Snapshot, Statements};
use rastau_core::verdict::Verdict;
use rastau_core::verify::{Policy, Question, verify};

/// Returns the directory of the corpus.
#[must_use]
pub fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/corpus")
}

/// Reads a file of the corpus.
///
/// # Panics
/// If it cannot be read.
#[must_use]
pub fn read(name: &str) -> Vec<u8> {
    fs::read(corpus().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Returns the clock of the corpus's cases.
#[must_use]
pub fn now() -> Timestamp {
    Timestamp::parse("2026-11-23T10:00:00+05:00").expect("invalid time")
}

/// Returns the input of every case of the corpus.
///
/// # Panics
/// If the corpus cannot be read.
#[must_use]
pub fn inputs() -> BTreeSet<String> {
    let folders = fs::read_dir(corpus().join("cases")).expect("cannot read the cases of the corpus");
    let input = |folder: fs::DirEntry| fs::read_to_string(folder.path().join("input.txt")).ok();
    folders.filter_map(Result::ok).filter_map(input).collect()
}

/// Returns the bundle `base` as one file.
#[must_use]
pub fn base() -> Vec<u8> {
    read("bundles/base.rastau")
}

/// Returns the pinned trust root.
#[must_use]
pub fn root() -> Vec<u8> {
    read("bundles/base/roots/1.cose")
}

/// The pages of `base`, of which one may be changed.
#[derive(Debug)]
pub struct Altered {
    /// The bundle.
    pub file: BundleFile<Vec<u8>>,
    /// Segment and index of the changed page, and its new bytes.
    pub page: Option<(SegmentId, u32, Vec<u8>)>,
}

impl Pages for Altered {
    fn page(&self, segment: &SegmentId, index: u32) -> Result<Cow<'_, [u8]>, PageError> {
        match &self.page {
            Some((altered, at, bytes)) if altered == segment && *at == index => Ok(Cow::Borrowed(bytes)),
            _ => self.file.page(segment, index),
        }
    }
}

/// Opens a bundle with the pinned root.
///
/// # Errors
/// The core's reason to reject the bundle.
pub fn open<P: Pages>(statements: &Statements, pages: P) -> Result<Snapshot<P>, OpenError> {
    Snapshot::open(&OpenOptions::pinned(&root(), now()), statements, pages)
}

/// Verifies at the time [`now`].
#[must_use]
pub fn ask<P: Pages>(snapshot: &Snapshot<P>, presented: &Presented) -> Verdict {
    verify(snapshot, presented, &Question { on: None, clock: now(), policy: Policy::default() })
}
