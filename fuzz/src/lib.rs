//! The register that the targets are held against: the corpus's `base`, in one file, with its pinned root.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rastau_core::calendar::Timestamp;
use rastau_core::document::text::Presented;
use rastau_core::error::{OpenError, PageError};
use rastau_core::snapshot::file::BundleFile;
use rastau_core::snapshot::{Pages, SegmentId, Snapshot, Statements};
use rastau_core::verdict::Verdict;
use rastau_core::verify::{Policy, Question, verify};

/// The corpus's folder.
#[must_use]
pub fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/corpus")
}

/// A file of the corpus.
///
/// # Panics
/// Where it cannot be read: nothing can be fuzzed without it.
#[must_use]
pub fn read(name: &str) -> Vec<u8> {
    fs::read(corpus().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The time of the corpus's questions.
#[must_use]
pub fn now() -> Timestamp {
    Timestamp::parse("2026-11-23T10:00:00+05:00").expect("a time")
}

/// What is presented in each case of the corpus.
///
/// # Panics
/// Where the corpus cannot be read.
#[must_use]
pub fn inputs() -> BTreeSet<String> {
    let folders = fs::read_dir(corpus().join("cases")).expect("the corpus's cases");
    let input = |folder: fs::DirEntry| fs::read_to_string(folder.path().join("input.txt")).ok();
    folders.filter_map(Result::ok).filter_map(input).collect()
}

/// A text without what stands around it when it is scanned, pasted or saved.
#[must_use]
pub fn bare(text: &str) -> &str {
    text.trim_start_matches('\u{feff}').trim()
}

/// The bundle `base` as one file.
#[must_use]
pub fn base() -> Vec<u8> {
    read("bundles/base.rastau")
}

/// The trust root that is pinned.
#[must_use]
pub fn root() -> Vec<u8> {
    read("bundles/base/roots/1.cose")
}

/// The pages of `base`, one of which may have been changed.
#[derive(Debug)]
pub struct Altered {
    /// The bundle.
    pub file: BundleFile<Vec<u8>>,
    /// The place of the page among all that are read, by segment and index, and what it holds now.
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

/// Opens a bundle by the pinned root.
///
/// # Errors
/// What the core refuses it for.
pub fn open<P: Pages>(statements: &Statements, pages: P) -> Result<Snapshot<P>, OpenError> {
    Snapshot::open(&root(), statements, pages, now(), None)
}

/// Verifies as of the corpus's time.
#[must_use]
pub fn ask<P: Pages>(snapshot: &Snapshot<P>, presented: &Presented) -> Verdict {
    verify(snapshot, presented, &Question { on: None, clock: now(), policy: Policy::default() })
}
