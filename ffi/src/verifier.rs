//! An open bundle: from the disk, from memory, or page by page from the caller.

use std::borrow::Cow;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use rastau_core::calendar::{Date, Timestamp, WorkingDays};
use rastau_core::document::Form;
use rastau_core::document::link::Origin;
use rastau_core::document::text::Presented;
use rastau_core::error::{ErrorCode, PageError, ReadError};
use rastau_core::report::{MadeBy, Report};
use rastau_core::snapshot::{self, Pages, SegmentId, Snapshot, Statements, TrustedState};
use rastau_core::update::NewerRoot;
use rastau_core::verify::post::{Post, Posts};
use rastau_core::verify::{self, Policy, Question};
use rastau_store::{Bundle, Live};

use crate::memory::{Reader, Text};
use crate::status::Failure;
use crate::verdict::Verdict;

/// An open bundle, or a device's directory with its active bundle. Any number of threads may use it at once. Free it with
/// `rastau_verifier_free` when no thread uses it any more.
#[derive(Debug)]
pub struct Verifier {
    bundles: Bundles,
    policy: Policy,
    state: Kept<Vec<u8>>,
    info: Kept<Text>,
}

/// What a verifier answers from.
#[derive(Debug)]
enum Bundles {
    /// One bundle, which never changes.
    One(Arc<Opened>),
    /// The active bundle of a device's directory.
    Device(Live<Opened>),
}

/// An open bundle.
#[derive(Debug)]
pub(crate) struct Opened {
    snapshot: Snapshot<Source>,
    /// Problems of the disk that the bundle was read from.
    notices: Vec<String>,
    /// Made on the first request: its calendar is read from pages, and opening reads no page.
    info: OnceLock<String>,
    /// The classifier of professions, read on the first question about a post.
    posts: OnceLock<Posts>,
}

/// The different values that the caller was given, each at one address until the verifier is freed.
#[derive(Debug)]
struct Kept<T>(OnceLock<Box<(T, Self)>>);

impl<T> Kept<T> {
    const fn new() -> Self {
        Self(OnceLock::new())
    }

    /// Returns the kept value for which `is_same` holds; makes and keeps it if there is none.
    fn get(&self, is_same: impl Fn(&T) -> bool, make: impl Fn() -> T) -> &T {
        let mut at = self;
        loop {
            let (value, next) = &**at.0.get_or_init(|| Box::new((make(), Self::new())));
            if is_same(value) {
                return value;
            }
            at = next;
        }
    }
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

    fn unusable(&self, segment: &SegmentId, index: u32) {
        match self {
            Self::Bundle(bundle) => bundle.unusable(segment, index),
            Self::Caller(_) => {}
            #[cfg(test)]
            Self::Panics => {}
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
    /// `None` trusts the bundle's own root.
    pub(crate) trust_root: Option<&'a [u8]>,
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
    let trusted_state = match options.state {
        [] => None,
        bytes => Some(TrustedState::read(bytes).map_err(|_| Failure::Call(ErrorCode::BadState))?),
    };
    let how = match options.trust_root {
        Some(root) => snapshot::OpenOptions::pinned(root, options.now),
        None => snapshot::OpenOptions::on_first_use(options.now),
    };
    let how = how.trusted_state(trusted_state.as_ref());
    let snapshot = Snapshot::open(&how, statements, source).map_err(|error| {
        let newer = NewerRoot::of_bundle(how, &statements.roots);
        Failure::Refused(error, newer.map(Box::new))
    })?;
    Ok(Verifier::new(Bundles::One(Arc::new(Opened::new(snapshot, Vec::new()))), options.policy))
}

/// Returns the oldest trust root in a bundle.
pub(crate) fn bundle_root(path: &str) -> Result<Vec<u8>, Failure> {
    let bundle = Bundle::open(Path::new(path)).map_err(Failure::store)?;
    let first = bundle.statements().roots.first().map(|(_, bytes)| bytes.clone());
    first.ok_or(Failure::Call(ErrorCode::DiskNotABundle))
}

impl Verifier {
    fn new(bundles: Bundles, policy: Policy) -> Self {
        Self { bundles, policy, state: Kept::new(), info: Kept::new() }
    }

    /// Answers from the active bundle of a device's directory.
    pub(crate) fn of_device(device: Live<Opened>, policy: Policy) -> Self {
        Self::new(Bundles::Device(device), policy)
    }

    /// Returns the bundle to answer from, as of `now` or else the time of the last call.
    fn opened(&self, now: Option<Timestamp>) -> Result<Arc<Opened>, Failure> {
        match &self.bundles {
            Bundles::One(opened) => Ok(Arc::clone(opened)),
            Bundles::Device(device) => {
                now.map_or_else(|| device.current(), |now| device.at(now)).map_err(Failure::store)
            }
        }
    }

    /// Verifies a document, and what is stated beside it; compares it with a post.
    pub(crate) fn verify(
        &self,
        text: &str,
        beside: Option<&str>,
        post: Option<&Post>,
        on: Option<Date>,
        clock: Timestamp,
    ) -> Result<Verdict, Failure> {
        let presented = Presented::read(text).map_err(|error| self.read_error(error, clock))?;
        let beside = beside.map(|json| Form::beside(json, &presented)).transpose().map_err(Failure::Read)?;
        let question = Question { on, clock, policy: self.policy };
        let opened = self.opened(Some(clock))?;
        let mut verdict = match beside {
            Some(beside) => verify::verify_beside(&opened.snapshot, &presented, &beside, &question),
            None => verify::verify(&opened.snapshot, &presented, &question),
        };
        if let Some(post) = post {
            let posts = opened.posts.get_or_init(|| Posts::read(&opened.snapshot));
            verdict.post = Some(posts.compare(&verdict, post));
        }
        Ok(Verdict::new(verdict))
    }

    /// Verifies a document, compares it with a post, and returns the report as JSON.
    pub(crate) fn report(
        &self,
        text: &str,
        post: Option<&Post>,
        on: Option<Date>,
        clock: Timestamp,
        by: Option<MadeBy>,
    ) -> Result<String, Failure> {
        let presented = Presented::read(text).map_err(|error| self.read_error(error, clock))?;
        let question = Question { on, clock, policy: self.policy };
        let opened = self.opened(Some(clock))?;
        Ok(Report::make(&opened.snapshot, &presented, &question, post, by).to_json())
    }

    /// The error of an input. A web address at the register's origin is a document that was cut off.
    fn read_error(&self, error: ReadError, clock: Timestamp) -> Failure {
        match self.opened(Some(clock)) {
            Ok(opened) => {
                Failure::Read(error.for_origin(opened.snapshot.manifest().link.as_ref().map(Origin::as_str)))
            }
            Err(_) => Failure::Read(error),
        }
    }

    pub(crate) fn state(&self) -> Result<&[u8], Failure> {
        let state = self.opened(None)?.snapshot.trusted_state().write();
        Ok(self.state.get(|kept| *kept == state, || state.clone()))
    }

    pub(crate) fn info(&self) -> Result<&Text, Failure> {
        let opened = self.opened(None)?;
        let info = opened.info();
        Ok(self.info.get(|kept| kept.as_str() == info, || Text::new(info.to_owned())))
    }

    pub(crate) fn working_days(&self) -> Result<WorkingDays, Failure> {
        self.opened(None)?.snapshot.working_days_or_built_in().map_err(Failure::Calendar)
    }
}

impl Opened {
    pub(crate) const fn new(snapshot: Snapshot<Source>, notices: Vec<String>) -> Self {
        Self { snapshot, notices, info: OnceLock::new(), posts: OnceLock::new() }
    }

    fn info(&self) -> &str {
        self.info.get_or_init(|| {
            let mut damage = self.notices.clone();
            // The caller's pages are checked only when they are needed.
            if let Source::Bundle(bundle) = self.snapshot.pages() {
                damage.extend(bundle.damage(self.snapshot.segments()).iter().map(ToString::to_string));
            }
            self.snapshot.info_json(&damage)
        })
    }
}
