//! A published bundle: a directory, a single file, or bytes in memory. Statements are read when it is opened, pages when
//! they are requested.

use std::borrow::Cow;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rastau_core::crypto::Hash;
use rastau_core::error::{OpenError, PageError};
use rastau_core::snapshot::file::{BundleFile, FileError, ReadAt};
use rastau_core::snapshot::name::{FRESHNESS, ROOTS, SEGMENTS};
use rastau_core::snapshot::pages::{Pages, SegmentId};
use rastau_core::snapshot::statements::{named_centres, named_manifest};
use rastau_core::snapshot::{
    FileName, MAX_CHAIN, MAX_STATEMENT, OpenOptions, PAGE_SIZE, Segment, Snapshot, Statements,
};

use crate::error::StoreError;
use crate::files::{PositionedFile, read_statement};

/// A bundle on disk or in memory: its signed statements, and its pages on demand.
///
/// Nothing is verified here: [`Snapshot::open`] verifies the statements, and each
/// page is authenticated when it is read.
///
/// ```
/// use rastau_core::calendar::Timestamp;
/// use rastau_core::snapshot::OpenOptions;
/// use rastau_store::Bundle;
///
/// # let path = std::path::Path::new("../tests/corpus/bundles/base");
/// let bundle = Bundle::open(path)?; // a directory or a .rastau file
/// let root = std::fs::read(path.join("roots/1.cose"))?; // pin your own copy in real use
/// let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
/// let snapshot = bundle.into_snapshot(&OpenOptions::pinned(&root, now))?;
/// assert!(snapshot.pages().damage(snapshot.segments()).is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Bundle {
    statements: Statements,
    source: Source,
    /// Called for each page that a look-up could not use.
    on_unusable: Option<Box<dyn Fn() + Send + Sync>>,
}

enum Source {
    Folder(Vec<SegmentFile>),
    File(BundleFile<PositionedFile>),
    Memory(BundleFile<Vec<u8>>),
}

impl fmt::Debug for Bundle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match &self.source {
            Source::Folder(_) => "Bundle(folder)",
            Source::File(_) => "Bundle(file)",
            Source::Memory(_) => "Bundle(memory)",
        })
    }
}

/// A segment file of a directory; opened on first use.
pub(crate) struct SegmentFile {
    root: Hash,
    path: PathBuf,
    file: OnceLock<Option<PositionedFile>>,
}

impl SegmentFile {
    /// Returns the file at `path` of the segment with the hash `root`.
    pub(crate) const fn new(root: Hash, path: PathBuf) -> Self {
        Self { root, path, file: OnceLock::new() }
    }

    /// Returns the length of the opened file if there is one, because its name may have been removed since.
    fn length(&self) -> Option<u64> {
        match self.file.get() {
            Some(file) => file.as_ref().map(ReadAt::size),
            None => std::fs::metadata(&self.path).ok().map(|metadata| metadata.len()),
        }
    }

    fn file(&self) -> Option<&PositionedFile> {
        self.file.get_or_init(|| PositionedFile::open(&self.path).ok()).as_ref()
    }
}

impl Pages for SegmentFile {
    fn page(&self, segment: &SegmentId, index: u32) -> Result<Cow<'_, [u8]>, PageError> {
        if segment.root != self.root {
            return Err(PageError::Missing);
        }
        let page = self.file().and_then(|file| file.read(u64::from(index) * PAGE_SIZE as u64, PAGE_SIZE));
        page.map(Cow::Owned).ok_or(PageError::Missing)
    }
}

impl Bundle {
    /// Opens a published directory or a single-file bundle.
    ///
    /// # Errors
    /// [`StoreError::NotABundle`], [`StoreError::File`] for a missing or unreadable file, [`StoreError::TooLarge`] for a
    /// statement of more than [`MAX_STATEMENT`] bytes.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        if path.is_dir() { Self::open_folder(path) } else { Self::open_file(path) }
    }

    fn open_folder(folder: &Path) -> Result<Self, StoreError> {
        let statements = read_statements(folder)?;
        let segments = list(&folder.join(SEGMENTS))?
            .into_iter()
            .filter_map(|(name, path)| match FileName::parse(&format!("{SEGMENTS}/{name}"))? {
                FileName::Segment(root) => Some(SegmentFile::new(root, path)),
                _ => None,
            })
            .collect();
        Ok(Self::of_files(statements, segments))
    }

    /// Returns the bundle of these statements and segment files.
    pub(crate) const fn of_files(statements: Statements, segments: Vec<SegmentFile>) -> Self {
        Self::of(statements, Source::Folder(segments))
    }

    const fn of(statements: Statements, source: Source) -> Self {
        Self { statements, source, on_unusable: None }
    }

    /// Returns the bundle, which calls `act` for each page that a look-up cannot use.
    pub(crate) fn on_unusable(self, act: impl Fn() + Send + Sync + 'static) -> Self {
        Self { on_unusable: Some(Box::new(act)), ..self }
    }

    fn open_file(path: &Path) -> Result<Self, StoreError> {
        let file = PositionedFile::open(path).map_err(StoreError::file(path))?;
        let file = BundleFile::open(file).map_err(|error| match error {
            FileError::NotABundle => StoreError::NotABundle { path: path.to_path_buf() },
            FileError::TooLarge { .. } => {
                StoreError::TooLarge { path: path.to_path_buf(), max: MAX_STATEMENT }
            }
        })?;
        Ok(Self::of(file.statements().clone(), Source::File(file)))
    }

    /// Opens a single-file bundle in memory, such as one embedded in an app.
    ///
    /// # Errors
    /// [`FileError`] for bytes that are not a bundle.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, FileError> {
        let file = BundleFile::open(bytes)?;
        Ok(Self::of(file.statements().clone(), Source::Memory(file)))
    }

    /// Returns the signed statements, which are not verified here.
    #[must_use]
    pub const fn statements(&self) -> &Statements {
        &self.statements
    }

    /// Verifies the statements and opens the snapshot, with this bundle as the source of its pages.
    ///
    /// # Errors
    /// As for [`Snapshot::open`].
    pub fn into_snapshot(self, options: &OpenOptions<'_>) -> Result<Snapshot<Self>, OpenError> {
        let statements = self.statements.clone();
        Snapshot::open(options, &statements, self)
    }

    /// Opens the files of these segments, so that they stay readable in this process after their names are removed.
    pub(crate) fn hold<'s>(&self, segments: impl Iterator<Item = &'s Segment>) {
        let Source::Folder(files) = &self.source else { return };
        for segment in segments {
            if let Some(file) = files.iter().find(|file| file.root == segment.id.root) {
                file.file();
            }
        }
    }

    /// Compares the segment files with a verified manifest and returns those that are missing or have another length.
    /// Verification is still possible; checks that need a missing segment are undetermined.
    #[must_use]
    pub fn damage<'s>(&self, segments: impl Iterator<Item = &'s Segment>) -> Vec<SegmentDamage> {
        segments
            .filter_map(|segment| {
                let (id, expected) = (segment.id, segment.length());
                let found = match &self.source {
                    Source::Folder(files) => {
                        files.iter().find(|file| file.root == id.root).and_then(SegmentFile::length)
                    }
                    Source::File(file) => file.length_of(&id),
                    Source::Memory(file) => file.length_of(&id),
                };
                (found != Some(expected)).then_some(SegmentDamage { id, found, expected })
            })
            .collect()
    }
}

/// A segment file that is missing or does not have the length that was signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SegmentDamage {
    /// The segment.
    pub id: SegmentId,
    /// The length found, in bytes; `None` for a missing file.
    pub found: Option<u64>,
    /// The length signed, in bytes.
    pub expected: u64,
}

impl fmt::Display for SegmentDamage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the segment of {} number {} ", self.id.kind.name(), self.id.serial)?;
        match self.found {
            Some(found) => write!(f, "has {found} bytes instead of {}", self.expected)?,
            None => f.write_str("is missing")?,
        }
        f.write_str("; copy the bundle again")
    }
}

/// Reads the signed statements of a published directory, or of a directory with the same layout.
pub(crate) fn read_statements(folder: &Path) -> Result<Statements, StoreError> {
    // A directory without both of these is not a damaged bundle but another directory.
    if !folder.join(ROOTS).exists() && !folder.join(FRESHNESS).exists() {
        return Err(StoreError::NotABundle { path: folder.to_path_buf() });
    }
    let mut roots = Vec::new();
    for (name, path) in list(&folder.join(ROOTS))? {
        let name = FileName::parse(&format!("{ROOTS}/{name}"));
        if let Some(FileName::Root(version)) = name.filter(|_| roots.len() <= MAX_CHAIN) {
            roots.push((version, read_statement(&path)?));
        }
    }
    roots.sort_by_key(|(version, _)| *version);
    let statement = |name: FileName| read_statement(&folder.join(name.to_string()));
    let fresh = statement(FileName::Freshness)?;
    // A statement of a newer format names nothing that this version can find; opening the snapshot reports the newer
    // format.
    let manifest =
        named_manifest(&fresh).map_or(Ok(Vec::new()), |hash| statement(FileName::Manifest(hash)))?;
    let centres =
        named_centres(&manifest).map_or(Ok(Vec::new()), |hash| statement(FileName::Centres(hash)))?;
    Ok(Statements { roots, fresh, manifest, centres })
}

/// Returns the names and paths in a directory, in no particular order.
pub(crate) fn list(folder: &Path) -> Result<Vec<(String, PathBuf)>, StoreError> {
    let failed = StoreError::file(folder);
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(&failed)? {
        let entry = entry.map_err(&failed)?;
        files.push((entry.file_name().to_string_lossy().into_owned(), entry.path()));
    }
    Ok(files)
}

impl Pages for Bundle {
    fn page(&self, segment: &SegmentId, index: u32) -> Result<Cow<'_, [u8]>, PageError> {
        match &self.source {
            Source::Folder(files) => {
                let file = files.iter().find(|file| file.root == segment.root).ok_or(PageError::Missing)?;
                file.page(segment, index)
            }
            Source::File(file) => file.page(segment, index),
            Source::Memory(file) => file.page(segment, index),
        }
    }

    fn unusable(&self, _segment: &SegmentId, _index: u32) {
        if let Some(act) = &self.on_unusable {
            act();
        }
    }
}

#[cfg(test)]
mod tests;
