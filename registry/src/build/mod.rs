//! Builds an unsigned snapshot from a register. The same register, published bundle and times give the same bytes.
//!
//! A build that follows a published bundle compares the register with it, refuses a register that lacks published
//! history, and writes only what changed: a small segment of each kind, or one that replaces several ([`MergePolicy`]).
//! Documents are read from the database in the order of their numbers and written one page at a time. The result
//! depends on no clock, seed or map order.

mod documents;
mod error;
mod layers;
mod policy;
mod published;
pub mod segment;

use std::path::Path;

use rastau_core::calendar::{Interval, Timestamp};
use rastau_core::snapshot::pages::SegmentKind;
use rastau_core::snapshot::statements::{Centres, MAX_CONFIRMABLE, Manifest};

use crate::check::{DocumentChecks, Severity, count_errors, table_problems};
use crate::guard::Guard;
use crate::history::HistoryProblems;
use crate::rows::{Rows, carried};
use crate::text::RowKey;
use crate::{Register, RegistryError};
pub use error::BuildError;
pub use policy::MergePolicy;
pub use published::Published;
pub(crate) use published::{Histories, newest};

/// The default of [`BuildOptions::confirmable`] in seconds: the maximum.
pub const CONFIRMABLE: u64 = MAX_CONFIRMABLE;

/// Options of a build.
#[derive(Clone, Copy)]
pub struct BuildOptions<'a> {
    /// The instant of the register's state that the snapshot holds.
    pub as_of: Timestamp,
    /// The instant after which verifiers no longer rely on the snapshot.
    pub not_after: Timestamp,
    /// For how many seconds after `as_of` the online key may confirm the snapshot as the newest, at most
    /// [`MAX_CONFIRMABLE`].
    pub confirmable: u64,
    /// What the build follows.
    pub follows: Follows<'a>,
    /// Writes everything into new segments instead of what changed.
    pub whole: bool,
    /// The guards that are waived: [`Guard::ShortenedRow`] and [`Guard::ReopenedKey`] count here.
    pub waived: &'a [Guard],
}

impl BuildOptions<'_> {
    /// The options of the first build of a register, confirmable for the maximum time.
    #[must_use]
    pub const fn new(as_of: Timestamp, not_after: Timestamp) -> Self {
        let follows = Follows::Nothing;
        Self { as_of, not_after, confirmable: CONFIRMABLE, follows, whole: false, waived: &[] }
    }
}

/// What a build follows.
#[derive(Clone, Copy)]
pub enum Follows<'a> {
    /// Nothing: it is the first of its register.
    Nothing,
    /// The published bundle.
    Bundle(Published<'a>),
    /// The register starts over, for example from a backup: the versions and serial numbers of this epoch start over,
    /// and nothing is compared. The epoch must be above that of everything published before.
    NewEpoch(u64),
}

/// The unsigned statements of a build.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The manifest. Its hash of the centres' statement is all zeros until that statement has been signed.
    pub manifest: Manifest,
    /// The centres' statement.
    pub centres: Centres,
    /// The number of documents in the snapshot.
    pub documents: u64,
    /// The number of documents with a cancellation.
    pub cancelled: u64,
}

/// The progress callback of a build; it gets the number of documents so far.
pub type Progress<'a> = &'a dyn Fn(u64);

/// Builds the segments of `register` in the directory `out`, which must be empty and is created, and returns the unsigned
/// statements. Unchanged published segments are listed and not written. The register is checked in the same pass. Warnings of the
/// check do not stop a build: verifiers report them on the documents concerned. After an error `out` may have files.
///
/// ```
/// use rastau_core::calendar::Timestamp;
/// use rastau_registry::build::{BuildOptions, build};
/// use rastau_registry::demo::{DemoOptions, Keys, REGISTER, fill};
/// use rastau_registry::random::Seeded;
/// use rastau_registry::Register;
///
/// let directory = tempfile::tempdir()?;
/// let (now, random) = (Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap(), &mut Seeded::new("build"));
/// let mut register = Register::create(&directory.path().join("register.sqlite"), REGISTER, "2023-09-04")?;
/// let options = DemoOptions { documents: 100, now, certificates: false };
/// fill(&mut register, &Keys::generate(random)?, &options, random, &|_| {})?;
///
/// let options = BuildOptions::new(now, now.plus_seconds(86_400 * 365));
/// let draft = build(&register, &directory.path().join("segments"), &options, &|_| {})?;
/// assert_eq!((draft.manifest.version, draft.documents), (1, 100));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`BuildError`] for a register that the check finds errors in, that is too large, or that lacks published data,
/// [`RegistryError::Row`] for a row that no snapshot can carry, [`RegistryError::Write`] where a segment cannot be
/// written.
pub fn build(
    register: &Register,
    out: &Path,
    options: &BuildOptions<'_>,
    progress: Progress<'_>,
) -> Result<Draft, RegistryError> {
    // One state of the register, independent of concurrent writes by other programs.
    let _reading = register.begin_reading()?;
    let refused = |errors| Err(BuildError::RegisterErrors(errors).into());
    if !table_problems(register.connection(), Severity::Error)?.is_empty() {
        return refused(count_errors(register)?);
    }
    let mut checks = DocumentChecks::new(register.connection(), Severity::Error);
    let built = build_checked(register, out, options, &mut checks, progress);
    // The errors of the register come first: they say more than the first consequence of one.
    let errors = match &built {
        Ok(_) => checks.finish()?.len(),
        // Not all documents may have been read.
        Err(RegistryError::Row(_) | RegistryError::Build(BuildError::History(_))) => count_errors(register)?,
        Err(_) => 0,
    };
    if errors > 0 { refused(errors) } else { built }
}

/// Builds the segments of a register without errors in other tables than that of the documents, and checks the documents.
fn build_checked<'a>(
    register: &'a Register,
    out: &Path,
    options: &BuildOptions<'_>,
    checks: &mut DocumentChecks<'a>,
    progress: Progress<'_>,
) -> Result<Draft, RegistryError> {
    std::fs::create_dir_all(out).map_err(RegistryError::write(out))?;
    let (published, whole) = (options.follows.published(), options.whole);
    let (keeper_version, chamber_version) = options.follows.versions();
    let (name, covered_from) = register.identity()?;
    let carried = carried(register.connection())?;
    // The entries of each published segment; documents are streamed.
    let rows_of = |kind| published.map(|published| published.rows(kind)).transpose();
    let old_tables = rows_of(SegmentKind::Tables)?.unwrap_or_default();
    let old_centres = rows_of(SegmentKind::Centres)?.unwrap_or_default();
    let old_status = published.map(Published::status).transpose()?.unwrap_or_default();
    let mut problems = HistoryProblems::default();
    let today = options.as_of.date();
    problems.rows(&newest(&old_tables), &carried.keeper, today);
    problems.rows(&newest(&old_centres), &carried.chamber, today);
    let mut source = documents::Source { register, checks: Some(checks), progress };
    let documents =
        documents::build_documents(&mut source, out, published, &old_status, whole, &mut problems)?;
    problems.waive(options.waived);
    if !problems.list().is_empty() {
        return Err(BuildError::History(problems).into());
    }
    let status = layers::build_status(out, published, &old_status, whole, &documents.histories)?;
    let tables = |kind, old: &[Rows], rows| layers::build_tables(out, kind, published, old, whole, rows);
    let centres = tables(SegmentKind::Centres, &old_centres, &carried.chamber)?;
    let tables = tables(SegmentKind::Tables, &old_tables, &carried.keeper)?;
    let cancelled = documents.histories.len() as u64;
    let manifest = Manifest {
        register: name.clone(),
        epoch: keeper_version.0,
        version: keeper_version.1,
        as_of: options.as_of,
        not_after: options.not_after,
        coverage: Interval {
            from: RowKey::new("register", &name).date("covered_from", &covered_from)?,
            until: Some(options.as_of.date().minus_days(1)),
        },
        segments: [documents.segments, status, tables].concat(),
        centres: [0; 32],
        confirmable: options.confirmable.min(MAX_CONFIRMABLE),
        status_through: documents.status_through,
        contact: carried.keeper_contact,
        link: carried.link,
    };
    let centres = Centres {
        register: name,
        epoch: chamber_version.0,
        version: chamber_version.1,
        as_of: options.as_of,
        not_after: options.not_after,
        segments: centres,
        contact: carried.chamber_contact,
    };
    Ok(Draft { manifest, centres, documents: documents.count, cancelled })
}

impl<'a> Follows<'a> {
    fn published(&self) -> Option<&Published<'a>> {
        match self {
            Self::Bundle(published) => Some(published),
            Self::Nothing | Self::NewEpoch(_) => None,
        }
    }

    /// Returns epoch and version of the manifest and of the centres' statement.
    fn versions(&self) -> ((u64, u64), (u64, u64)) {
        match self {
            Self::Nothing => ((1, 1), (1, 1)),
            Self::NewEpoch(epoch) => ((*epoch, 1), (*epoch, 1)),
            Self::Bundle(Published { manifest, centres, .. }) => (
                (manifest.epoch, manifest.version.saturating_add(1)),
                (centres.epoch, centres.version.saturating_add(1)),
            ),
        }
    }
}
