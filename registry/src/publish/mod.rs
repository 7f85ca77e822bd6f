//! Publishes bundles: a directory that any static web server can serve, and the same content as one file.
//!
//! A published directory only gets new files, in the order in which a reader may meet them: segments, the centres' statement,
//! the manifest, the freshness statement, a new root. Only `fresh.cose` is replaced, by a rename. A crash or a full
//! disk at any point leaves the previously published version in service. Files of older versions are kept for a time,
//! so that a reader in the middle of an update finds them.
//!
//! Drafts are written beside their target and renamed to it:
//!
//! ```
//! use rastau_registry::publish::{OutputKind, Staging};
//!
//! let directory = tempfile::tempdir()?;
//! let target = directory.path().join("output");
//! let staging = Staging::new(&target, OutputKind::New)?;
//! std::fs::write(staging.path().join("file"), "content")?;
//! assert!(!target.exists());
//! staging.commit()?;
//! assert_eq!(std::fs::read_to_string(target.join("file"))?, "content");
//!
//! assert!(Staging::new(&target, OutputKind::Draft).is_err()); // not an earlier draft, so it is not replaced
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod folder;
mod single_file;
mod staging;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use rastau_core::PageError;
use rastau_core::calendar::Timestamp;
use rastau_core::codec::cose::read_sign;
use rastau_core::crypto::{Hash, sha256};
use rastau_core::error::OpenError;
use rastau_core::snapshot::check::check_segment;
use rastau_core::snapshot::name::{CENTRES, FRESHNESS, MANIFESTS, ROOTS, SEGMENTS};
use rastau_core::snapshot::pages::Pages;
use rastau_core::snapshot::statements::{Centres, Manifest, named_manifest};
use rastau_core::snapshot::{FileName, MAX_STATEMENT, OpenOptions, Segment, Snapshot, Statements};

use crate::RegistryError;
use crate::build::Published;
use crate::guard::Guard;
use crate::history::HistoryProblems;
use crate::succession::continuity;
pub use folder::SegmentFolder;
pub use single_file::{may_replace_file, write_single_file};
pub use staging::{OutputKind, Staging};

/// The ending of a file that is being written.
const PART: &str = ".part";

/// The unsigned manifest of a draft.
pub const MANIFEST_DRAFT: &str = "manifest.cbor";
/// The unsigned centres' statement of a draft.
pub const CENTRES_DRAFT: &str = "centres.cbor";

rastau_core::exit_error! {
    /// Why an output was not written. The previous content is unchanged.
    #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
    pub enum PublishError {
        /// The target is a file.
        #[error("{0}: expected a directory, found a file; left unchanged, choose a directory")]
        NotADirectory(PathBuf) = CannotWrite,
        /// The target is a draft with signatures.
        #[error(
            "{0} is a draft with signatures, which would be lost; choose another directory, or remove it first"
        )]
        SignedDraft(PathBuf) = CannotWrite,
        /// The target contains a file that is not part of the output.
        #[error(
            "{path} contains {name}, which is not part of a {kind}; left unchanged, choose a new or an empty directory"
        )]
        ForeignContent {
            /// The target.
            path: PathBuf,
            /// What was to be written.
            kind: OutputKind,
            /// The file's path below the target.
            name: String,
        } = CannotWrite,
        /// A statement or a segment cannot be used.
        #[error("{0}; build the draft again")]
        Draft(String) = Data,
        /// A segment is not the signed one.
        #[error("{path}: {fault}; build the draft again")]
        Segment {
            /// The file.
            path: PathBuf,
            /// What is wrong with it.
            fault: PageError,
        } = Data,
        /// The published directory has a statement that cannot be read.
        #[error("{0}: cannot be read; restore it, or publish to another directory")]
        Statement(PathBuf) = Data,
        /// A verifier would refuse the new bundle.
        #[error("a device would refuse the new bundle: {0}")]
        Open(OpenError) = Data,
        /// A verifier could not use the calendar of working days.
        #[error("the calendar of working days of the draft cannot be read: {0}")]
        Calendar(PageError) = Data,
        /// The target lacks files that an earlier output would have.
        #[error("{path} is not a complete {kind}; left unchanged, choose a new or an empty directory")]
        Incomplete {
            /// The target.
            path: PathBuf,
            /// What was to be written.
            kind: OutputKind,
        } = CannotWrite,
        /// The target of a single-file bundle is a file of another kind.
        #[error("{0} is not a published bundle; left unchanged, choose another file")]
        NotABundleFile(PathBuf) = CannotWrite,
        /// The size of a file changed while it was copied.
        #[error("{0} changed while it was read; run the command again")]
        Changed(PathBuf) = NoInput,
    }
}

/// Returns the path of the temporary file for `path`: its name with `.part` added.
fn part_path(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_os_string();
    name.push(PART);
    name.into()
}

/// Writes and removes files. Before each operation it calls `before`, which may end the publication, as a crash would.
struct Files<'b> {
    before: &'b mut dyn FnMut(&Path) -> Result<(), RegistryError>,
}

impl Files<'_> {
    /// Writes a file beside its name and renames it.
    fn write(
        &mut self,
        path: &Path,
        content: impl FnOnce(&mut File) -> std::io::Result<()>,
    ) -> Result<(), RegistryError> {
        let directory =
            path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        std::fs::create_dir_all(directory).map_err(RegistryError::write(directory))?;
        let part = part_path(path);
        let failed = RegistryError::write(&part);
        let mut file = File::create(&part).map_err(&failed)?;
        if let Err(error) = content(&mut file).and_then(|()| file.sync_all()) {
            // Frees the space on a full disk.
            let _ = std::fs::remove_file(&part);
            return Err(failed(error));
        }
        (self.before)(path)?;
        std::fs::rename(&part, path).map_err(RegistryError::write(path))?;
        sync_directory(directory)
    }

    fn remove(&mut self, path: &Path) -> Result<(), RegistryError> {
        (self.before)(path)?;
        std::fs::remove_file(path).map_err(RegistryError::write(path))
    }

    /// Writes the statements in the order in which a reader may meet them: each file is written after those that it
    /// names.
    fn write_statements(&mut self, bundle: &Path, statements: &Statements) -> Result<(), RegistryError> {
        let Statements { roots, manifest, centres, fresh } = statements;
        let first = [
            (FileName::Centres(sha256(&[centres])), centres),
            (FileName::Manifest(sha256(&[manifest])), manifest),
            (FileName::Freshness, fresh),
        ];
        let roots = roots.iter().map(|(version, bytes)| (FileName::Root(*version), bytes));
        for (name, bytes) in first.into_iter().chain(roots) {
            let path = bundle.join(name.to_string());
            if !read_statement(&path).is_ok_and(|there| there == *bytes) {
                self.write(&path, |file| file.write_all(bytes))?;
            }
        }
        Ok(())
    }
}

/// Makes the name of a new file durable.
#[cfg(unix)]
fn sync_directory(directory: &Path) -> Result<(), RegistryError> {
    File::open(directory).and_then(|file| file.sync_all()).map_err(RegistryError::write(directory))
}

#[cfg(not(unix))]
fn sync_directory(_directory: &Path) -> Result<(), RegistryError> {
    Ok(())
}

/// Writes the signed statements into the directory of a bundle.
///
/// # Errors
/// [`RegistryError::Write`] where a file cannot be written.
pub fn write_statements(bundle: &Path, statements: &Statements) -> Result<(), RegistryError> {
    Files { before: &mut |_| Ok(()) }.write_statements(bundle, statements)
}

/// The statements of a published directory. Nothing is verified.
pub struct PublishedStatements {
    /// The bytes.
    pub statements: Statements,
    /// The manifest.
    pub manifest: Manifest,
    /// The centres' statement.
    pub centres: Centres,
}

/// Reads the file of a signed statement. Anything but a regular file of at most [`MAX_STATEMENT`] bytes is rejected: a
/// pipe would never end.
fn read_statement(path: &Path) -> Result<Vec<u8>, RegistryError> {
    let failed = RegistryError::read(path);
    let metadata = std::fs::metadata(path).map_err(&failed)?;
    if !metadata.is_file() || metadata.len() > MAX_STATEMENT as u64 {
        return Err(PublishError::Statement(path.to_path_buf()).into());
    }
    std::fs::read(path).map_err(failed)
}

fn read_manifest(bytes: &[u8]) -> Option<Manifest> {
    Manifest::read(read_sign("manifest", bytes, MAX_STATEMENT).ok()?.payload).ok()
}

fn read_centres(bytes: &[u8]) -> Option<Centres> {
    Centres::read(read_sign("centres", bytes, MAX_STATEMENT).ok()?.payload).ok()
}

impl PublishedStatements {
    /// Reads the statements of the directory `bundle`.
    ///
    /// # Errors
    /// [`RegistryError::Read`] for a missing file, [`PublishError::Statement`] for one that is not such a statement.
    pub fn read(bundle: &Path) -> Result<Self, RegistryError> {
        let read = |name: FileName| {
            let path = bundle.join(name.to_string());
            let bytes = read_statement(&path)?;
            Ok::<_, RegistryError>((path, bytes))
        };
        let (path, fresh) = read(FileName::Freshness)?;
        let hash = named_manifest(&fresh).ok_or(PublishError::Statement(path))?;
        let (path, bytes) = read(FileName::Manifest(hash))?;
        let manifest = read_manifest(&bytes).ok_or(PublishError::Statement(path))?;
        let (path, centres_bytes) = read(FileName::Centres(manifest.centres))?;
        let centres = read_centres(&centres_bytes).ok_or(PublishError::Statement(path))?;
        let mut roots = Vec::new();
        // An interrupted first publication has none.
        let names =
            if bundle.join(ROOTS).is_dir() { staging::names(&bundle.join(ROOTS))? } else { Vec::new() };
        for name in names {
            if let Some(FileName::Root(version)) = FileName::parse(&format!("{ROOTS}/{name}")) {
                roots.push((version, read(FileName::Root(version))?.1));
            }
        }
        roots.sort_by_key(|(version, _)| *version);
        let statements = Statements { roots, fresh, manifest: bytes, centres: centres_bytes };
        Ok(Self { statements, manifest, centres })
    }

    /// Reads the manifest and the centres' statement of signed statements.
    ///
    /// # Errors
    /// [`PublishError::Draft`] for one that cannot be read.
    pub fn of(statements: &Statements) -> Result<Self, PublishError> {
        let unreadable = |what: &str| PublishError::Draft(format!("the {what} cannot be read"));
        let manifest = read_manifest(&statements.manifest).ok_or_else(|| unreadable("manifest"))?;
        let centres = read_centres(&statements.centres).ok_or_else(|| unreadable("centres' statement"))?;
        Ok(Self { statements: statements.clone(), manifest, centres })
    }

    /// Returns the bundle with `pages`, as builds and comparisons read it.
    #[must_use]
    pub fn with_pages<'a>(&'a self, pages: &'a dyn Pages) -> Published<'a> {
        Published { manifest: &self.manifest, centres: &self.centres, pages }
    }

    /// Returns all segments that the statements list.
    pub fn segments(&self) -> impl Iterator<Item = &Segment> {
        self.manifest.segments.iter().chain(&self.centres.segments)
    }

    fn manifest_name(&self) -> FileName {
        FileName::Manifest(sha256(&[&self.statements.manifest]))
    }

    fn centres_name(&self) -> FileName {
        FileName::Centres(self.manifest.centres)
    }
}

/// How a bundle is published.
#[derive(Debug, Clone, Copy)]
pub struct PublishOptions<'a> {
    /// The current time, at which a device would open the bundle.
    pub now: Timestamp,
    /// For how many seconds the files of older versions are kept after they were replaced.
    pub keep: u64,
    /// The guards that are waived: [`Guard::ShortenedRow`] and [`Guard::ReopenedKey`] count here.
    pub waived: &'a [Guard],
}

/// Publishes a signed draft, whose segments are in the directory `segments`, in the directory `to`. Segments that are published
/// already need not be in the draft.
///
/// Before anything is written, the bundle is opened as a device opens it from the first root, every page of every segment is
/// authenticated, and the content is compared with the published version. If a new epoch begins, missing content is not
/// an error; it is returned. [`crate::succession::problems`] decides whether the versions, times and roots may follow.
///
/// # Errors
/// [`PublishError`] where the target is something else or a device would refuse the bundle,
/// [`crate::error::SuccessionError::History`] where published content is missing or changed, [`RegistryError::Write`]
/// for a file that cannot be written.
pub fn publish(
    segments: &Path,
    statements: &Statements,
    to: &Path,
    options: &PublishOptions<'_>,
) -> Result<HistoryProblems, RegistryError> {
    publish_with(&mut Files { before: &mut |_| Ok(()) }, segments, statements, to, options)
}

fn publish_with(
    files: &mut Files<'_>,
    segments: &Path,
    statements: &Statements,
    to: &Path,
    options: &PublishOptions<'_>,
) -> Result<HistoryProblems, RegistryError> {
    OutputKind::Bundle.check_target(to)?;
    let next = PublishedStatements::of(statements)?;
    let there = to.join(SEGMENTS);
    let files_of = choose_segments(&next, &there, segments)?;
    let pages = SegmentFolder::of_files(files_of.clone(), &[]);
    let published = to.join(FRESHNESS).exists().then(|| PublishedStatements::read(to)).transpose()?;
    check_as_device(statements, published.as_ref(), &pages, options.now)?;
    let published_manifest = published.as_ref().map(PublishedStatements::manifest_name);
    let mut forgotten = HistoryProblems::default();
    if let Some(published) = published {
        // A damaged file of the published version is read from the draft if it exists there.
        let old_pages = SegmentFolder::of_files(files_of.clone(), &[&there]);
        let mut problems = continuity(&published.with_pages(&old_pages), &next.with_pages(&pages))?;
        if published.manifest.epoch == next.manifest.epoch {
            refuse(&mut problems, options.waived)?;
        } else {
            forgotten = problems;
        }
    }
    let mut added = Vec::new();
    let copied =
        files_of.iter().filter(|(_, from)| from.starts_with(segments)).try_for_each(|(root, from)| {
            let path = there.join(FileName::Segment(*root).file_name());
            let is_new = !path.exists();
            let mut source = File::open(from).map_err(RegistryError::read(from))?;
            files.write(&path, |file| std::io::copy(&mut source, file).map(|_| ()))?;
            // The published version names a repaired segment, so it is not new.
            added.extend(is_new.then_some(path));
            Ok(())
        });
    if let Err(error) = copied {
        // No statement names them yet.
        added.iter().for_each(|path| drop(std::fs::remove_file(path)));
        return Err(error);
    }
    files.write_statements(to, statements)?;
    remove_old(files, to, &next, published_manifest, options)?;
    Ok(forgotten)
}

/// Returns the file of each segment: the published one if every page of it is the signed one, else that of the draft.
fn choose_segments(
    next: &PublishedStatements,
    published: &Path,
    draft: &Path,
) -> Result<BTreeMap<Hash, PathBuf>, RegistryError> {
    let mut chosen = BTreeMap::new();
    for segment in next.segments() {
        let name = FileName::Segment(segment.id.root).file_name();
        let files = [published.join(&name), draft.join(&name)];
        let mut fault = None;
        for path in files.into_iter().filter(|path| path.is_file()) {
            match check_file(segment, &path)? {
                Ok(()) => {
                    chosen.insert(segment.id.root, path);
                    break;
                }
                Err(error) => fault = Some((path, error)),
            }
        }
        if chosen.contains_key(&segment.id.root) {
            continue;
        }
        let (kind, serial) = (segment.id.kind.name(), segment.id.serial);
        return Err(match fault {
            Some((path, fault)) => PublishError::Segment { path, fault },
            None => PublishError::Draft(format!("the segment of {kind} number {serial} is not in the draft")),
        }
        .into());
    }
    Ok(chosen)
}

/// Authenticates every page of a segment's file.
fn check_file(segment: &Segment, path: &Path) -> Result<Result<(), PageError>, RegistryError> {
    let length = std::fs::metadata(path).map_err(RegistryError::read(path))?.len();
    if length != segment.length() {
        return Ok(Err(PageError::Altered));
    }
    let pages = SegmentFolder::of_files(BTreeMap::from([(segment.id.root, path.to_path_buf())]), &[]);
    Ok(check_segment(&pages, segment, || ()).map_err(|fault| fault.error))
}

fn refuse(problems: &mut HistoryProblems, waived: &[Guard]) -> Result<(), RegistryError> {
    problems.waive(waived);
    if problems.list().is_empty() {
        return Ok(());
    }
    Err(crate::succession::SuccessionError::History(problems.clone()).into())
}

/// Opens the bundle as a device that has the published version would.
fn check_as_device(
    statements: &Statements,
    published: Option<&PublishedStatements>,
    pages: &SegmentFolder,
    now: Timestamp,
) -> Result<(), RegistryError> {
    let root = statements.roots.first().map(|(_, bytes)| bytes.as_slice()).unwrap_or_default();
    let options = OpenOptions::pinned(root, now);
    // The trusted state of a device that has the published version. If that version cannot be opened, no device has it.
    let state = published.and_then(|published| {
        Snapshot::open(&options, &published.statements, pages).ok().map(|snapshot| snapshot.trusted_state())
    });
    let snapshot = Snapshot::open(&options.trusted_state(state.as_ref()), statements, pages);
    let snapshot = snapshot.map_err(PublishError::Open)?;
    // A verifier does not fall back on its built-in calendar, so an unreadable one is not published.
    snapshot.working_days().map_err(PublishError::Calendar)?;
    Ok(())
}

/// Removes the files of versions that were replaced more than [`PublishOptions::keep`] seconds ago, and the remains of
/// an interrupted publication.
fn remove_old(
    files: &mut Files<'_>,
    bundle: &Path,
    newest: &PublishedStatements,
    replaced: Option<FileName>,
    options: &PublishOptions<'_>,
) -> Result<(), RegistryError> {
    let mut manifests: Vec<(Hash, Manifest)> = Vec::new();
    for name in staging::names(&bundle.join(MANIFESTS))? {
        if let Some(FileName::Manifest(hash)) = FileName::parse(&format!("{MANIFESTS}/{name}")) {
            let path = bundle.join(MANIFESTS).join(&name);
            let bytes = read_statement(&path)?;
            manifests.extend(read_manifest(&bytes).map(|manifest| (hash, manifest)));
        }
    }
    manifests.sort_by_key(|(_, manifest)| (manifest.epoch, manifest.version));
    let mut kept: BTreeSet<FileName> = BTreeSet::from([newest.manifest_name(), newest.centres_name()]);
    kept.extend(newest.segments().map(|segment| FileName::Segment(segment.id.root)));
    let mut replaced_at = None;
    for (hash, manifest) in manifests.iter().rev() {
        // The version that was in service until now is kept, however long ago the new one was built.
        let is_kept = replaced == Some(FileName::Manifest(*hash))
            || replaced_at.is_none_or(|at: Timestamp| at.plus_seconds(options.keep) >= options.now);
        replaced_at = Some(manifest.as_of);
        if !is_kept {
            continue;
        }
        kept.extend([FileName::Manifest(*hash), FileName::Centres(manifest.centres)]);
        kept.extend(manifest.segments.iter().map(|segment| FileName::Segment(segment.id.root)));
        let path = bundle.join(FileName::Centres(manifest.centres).to_string());
        if let Some(centres) = read_statement(&path).ok().as_deref().and_then(read_centres) {
            kept.extend(centres.segments.iter().map(|segment| FileName::Segment(segment.id.root)));
        }
    }
    for directory in [MANIFESTS, CENTRES, SEGMENTS] {
        for name in staging::names(&bundle.join(directory))? {
            let path = bundle.join(directory).join(&name);
            let is_old =
                FileName::parse(&format!("{directory}/{name}")).is_some_and(|name| !kept.contains(&name));
            if is_old || name.ends_with(PART) {
                files.remove(&path)?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
