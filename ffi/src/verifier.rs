//! An open bundle: from the disk, from memory, or page by page from the caller.

use std::borrow::Cow;
use std::path::Path;
use std::sync::OnceLock;

use rastau_core::calendar::{Date, Timestamp, WorkingDays};
use rastau_core::document::text::Presented;
use rastau_core::error::{ErrorCode, PageError};
use rastau_core::snapshot::{self, Pages, SegmentId, Snapshot, Statements, TrustedState};
use rastau_core::verify::{self, Policy, Question};
use rastau_store::Bundle;

use crate::memory::{Reader, Text};
use crate::status::Failure;
use crate::verdict::Verdict;

/// An open bundle. It never changes: any number of threads may use it at once. Free it with `rastau_verifier_free` when no
/// thread uses it any more.
#[derive(Debug)]
pub struct Verifier {
    snapshot: Snapshot<Source>,
    policy: Policy,
    state: Vec<u8>,
    /// Made on the first request: its calendar is read from pages, and opening reads no page.
    info: OnceLock<Text>,
    /// Problems of the disk that the bundle was read from.
    notices: Vec<String>,
}

// Several threads may use a handle, so that every field of it must allow that.
const _: () = {
    const fn shared<T: Send + Sync>() {}
    shared::<Verifier>();
    shared::<Verdict>();
    shared::<crate::memory::Buffer>();
    shared::<crate::memory::Error>();
};

/// The source of pages.
pub(crate) enum Source {
    Bundle(Box<Bundle>),
    Caller(Reader),
    /// Panics, for tests of the guard.
    #[cfg(test)]
    Panics,
}

impl Pages for Source {
    fn page(&self, segment: &SegmentId, index: u32) -> Result<Cow<'_, [u8]>, PageError> {
        match self {
            Self::Bundle(bundle) => bundle.page(segment, index),
            Self::Caller(reader) => reader.page(segment, index).map(Cow::Owned),
            #[cfg(test)]
            Self::Panics => panic!("injected by a test"),
        }
    }
}

impl std::fmt::Debug for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Bundle(_) => "Bundle",
            Self::Caller(_) => "Caller",
            #[cfg(test)]
            Self::Panics => "Panics",
        })
    }
}

/// The options for opening a bundle, as slices.
pub(crate) struct OpenOptions<'a> {
    pub(crate) trust_root: &'a [u8],
    pub(crate) state: &'a [u8],
    pub(crate) now: Timestamp,
    pub(crate) policy: Policy,
}

/// Reads a time of the caller's clock.
pub(crate) fn instant(seconds: i64) -> Result<Timestamp, Failure> {
    let instant = u64::try_from(seconds).ok().map(Timestamp).filter(|instant| *instant <= Timestamp::MAX);
    instant.ok_or(Failure::Call(ErrorCode::BadTime))
}

/// Reads a day; an empty text is none.
pub(crate) fn day(text: &str) -> Result<Option<Date>, Failure> {
    if text.is_empty() {
        return Ok(None);
    }
    Date::parse(text).map(Some).ok_or(Failure::Call(ErrorCode::BadDate))
}

pub(crate) fn open_path(path: &str, options: &OpenOptions<'_>) -> Result<Verifier, Failure> {
    let bundle = Bundle::open(Path::new(path)).map_err(Failure::store)?;
    let statements = bundle.statements().clone();
    open(&statements, Source::Bundle(Box::new(bundle)), options)
}

pub(crate) fn open_memory(bytes: &[u8], options: &OpenOptions<'_>) -> Result<Verifier, Failure> {
    let bundle = Bundle::from_bytes(bytes.to_vec()).map_err(|_| Failure::Call(ErrorCode::DiskNotABundle))?;
    let statements = bundle.statements().clone();
    open(&statements, Source::Bundle(Box::new(bundle)), options)
}

pub(crate) fn open(
    statements: &Statements,
    source: Source,
    options: &OpenOptions<'_>,
) -> Result<Verifier, Failure> {
    if options.trust_root.is_empty() {
        return Err(Failure::Call(ErrorCode::TrustRootNeeded));
    }
    let trusted_state = match options.state {
        [] => None,
        bytes => Some(TrustedState::read(bytes).map_err(|_| Failure::Call(ErrorCode::BadState))?),
    };
    let how =
        snapshot::OpenOptions::pinned(options.trust_root, options.now).trusted_state(trusted_state.as_ref());
    let snapshot = Snapshot::open(&how, statements, source).map_err(Failure::Open)?;
    Ok(Verifier::new(snapshot, options.policy, Vec::new()))
}

/// Returns the oldest trust root in a bundle.
pub(crate) fn bundle_root(path: &str) -> Result<Vec<u8>, Failure> {
    let bundle = Bundle::open(Path::new(path)).map_err(Failure::store)?;
    let first = bundle.statements().roots.first().map(|(_, bytes)| bytes.clone());
    first.ok_or(Failure::Call(ErrorCode::DiskNotABundle))
}

impl Verifier {
    pub(crate) fn new(snapshot: Snapshot<Source>, policy: Policy, notices: Vec<String>) -> Self {
        let state = snapshot.trusted_state().write();
        Self { snapshot, policy, state, info: OnceLock::new(), notices }
    }

    pub(crate) fn verify(&self, text: &str, on: Option<Date>, clock: Timestamp) -> Result<Verdict, Failure> {
        let presented = Presented::read(text).map_err(Failure::Read)?;
        let question = Question { on, clock, policy: self.policy };
        Ok(Verdict::new(verify::verify(&self.snapshot, &presented, &question)))
    }

    pub(crate) fn state(&self) -> &[u8] {
        &self.state
    }

    pub(crate) fn info(&self) -> &Text {
        self.info.get_or_init(|| {
            let mut damage = self.notices.clone();
            // The caller's pages are checked only when they are needed.
            if let Source::Bundle(bundle) = self.snapshot.pages() {
                damage.extend(bundle.damage(self.snapshot.segments()).iter().map(ToString::to_string));
            }
            Text::new(self.snapshot.info_json(&damage))
        })
    }

    pub(crate) fn working_days(&self) -> Result<WorkingDays, Failure> {
        let days = self.snapshot.working_days_or_built_in();
        days.map_err(Failure::Calendar)
    }
}
