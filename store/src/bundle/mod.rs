//! A published bundle: a directory, a single file, or bytes in memory. Statements are read when it is opened, pages when
//! they are requested.

use std::borrow::Cow;
use std::fmt;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use memmap2::Mmap;
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
use crate::mmap;

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
}

enum Source {
    Folder(Vec<SegmentFile>),
    File(BundleFile<Mapped>),
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

/// A segment file of a directory; mapped on first use.
struct SegmentFile {
    root: Hash,
    path: PathBuf,
    map: OnceLock<Option<Mmap>>,
}

impl SegmentFile {
    /// Returns the length of the mapping if there is one, because the file may have been removed since.
    fn length(&self) -> Option<u64> {
        match self.map.get() {
            Some(map) => map.as_ref().map(|map| map.len() as u64),
            None => std::fs::metadata(&self.path).ok().map(|metadata| metadata.len()),
        }
    }

    fn map(&self) -> Option<&Mmap> {
        self.map.get_or_init(|| mmap::map(&File::open(&self.path).ok()?).ok()).as_ref()
    }
}

/// A mapped single-file bundle.
struct Mapped(Mmap);

impl ReadAt for Mapped {
    fn size(&self) -> u64 {
        self.0.len() as u64
    }

    fn read_at(&self, offset: u64, length: usize) -> Option<Cow<'_, [u8]>> {
        slice(&self.0, offset, length).map(Cow::Borrowed)
    }
}

fn read(path: &Path) -> Result<Vec<u8>, StoreError> {
    let failed = StoreError::file(path);
    let file = File::open(path).map_err(&failed)?;
    let mut bytes = Vec::new();
    file.take(MAX_STATEMENT as u64 + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() > MAX_STATEMENT {
        return Err(StoreError::TooLarge { path: path.to_path_buf(), max: MAX_STATEMENT });
    }
    Ok(bytes)
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
        // Without both of these it is not a damaged bundle but another directory.
        if !folder.join(ROOTS).exists() && !folder.join(FRESHNESS).exists() {
            return Err(StoreError::NotABundle { path: folder.to_path_buf() });
        }
        let mut roots = Vec::new();
        for (name, path) in list(&folder.join(ROOTS))? {
            let name = FileName::parse(&format!("{ROOTS}/{name}"));
            if let Some(FileName::Root(version)) = name.filter(|_| roots.len() <= MAX_CHAIN) {
                roots.push((version, read(&path)?));
            }
        }
        roots.sort_by_key(|(version, _)| *version);
        let statement = |name: FileName| read(&folder.join(name.to_string()));
        let fresh = statement(FileName::Freshness)?;
        // A statement of a newer format names nothing that this version can find; opening it says so.
        let manifest =
            named_manifest(&fresh).map_or(Ok(Vec::new()), |hash| statement(FileName::Manifest(hash)))?;
        let centres =
            named_centres(&manifest).map_or(Ok(Vec::new()), |hash| statement(FileName::Centres(hash)))?;
        let statements = Statements { roots, fresh, manifest, centres };
        let segments = list(&folder.join(SEGMENTS))?
            .into_iter()
            .filter_map(|(name, path)| {
                let Some(FileName::Segment(root)) = FileName::parse(&format!("{SEGMENTS}/{name}")) else {
                    return None;
                };
                Some(SegmentFile { root, path, map: OnceLock::new() })
            })
            .collect();
        Ok(Self { statements, source: Source::Folder(segments) })
    }

    fn open_file(path: &Path) -> Result<Self, StoreError> {
        let map = File::open(path).and_then(|file| mmap::map(&file)).map_err(StoreError::file(path))?;
        let file = BundleFile::open(Mapped(map)).map_err(|error| match error {
            FileError::NotABundle => StoreError::NotABundle { path: path.to_path_buf() },
            FileError::TooLarge { .. } => {
                StoreError::TooLarge { path: path.to_path_buf(), max: MAX_STATEMENT }
            }
        })?;
        Ok(Self { statements: file.statements().clone(), source: Source::File(file) })
    }

    /// Opens a single-file bundle in memory, such as one embedded in an app.
    ///
    /// # Errors
    /// [`FileError`] for bytes that are not a bundle.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, FileError> {
        let file = BundleFile::open(bytes)?;
        Ok(Self { statements: file.statements().clone(), source: Source::Memory(file) })
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

    /// Maps all segment files, so that the bundle stays readable in this process after its files are removed.
    pub(crate) fn hold(&self) {
        if let Source::Folder(files) = &self.source {
            files.iter().for_each(|file| {
                file.map();
            });
        }
    }

    /// Compares the segment files with a verified manifest and returns those that are missing or have another length. A
    /// verification still answers, with what it cannot read as undetermined.
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

/// Returns the names and paths in a directory, in no particular order.
fn list(folder: &Path) -> Result<Vec<(String, PathBuf)>, StoreError> {
    let failed = StoreError::file(folder);
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(&failed)? {
        let entry = entry.map_err(&failed)?;
        files.push((entry.file_name().to_string_lossy().into_owned(), entry.path()));
    }
    Ok(files)
}

/// Returns `length` bytes from `offset` on; `None` where they are out of range.
fn slice(bytes: &[u8], offset: u64, length: usize) -> Option<&[u8]> {
    let start = usize::try_from(offset).ok()?;
    bytes.get(start..start.checked_add(length)?)
}

impl Pages for Bundle {
    fn page(&self, segment: &SegmentId, index: u32) -> Result<Cow<'_, [u8]>, PageError> {
        match &self.source {
            Source::Folder(files) => {
                let at = u64::from(index) * PAGE_SIZE as u64;
                let file = files.iter().find(|file| file.root == segment.root).ok_or(PageError::Missing)?;
                let page = file.map().and_then(|map| slice(map, at, PAGE_SIZE));
                page.map(Cow::Borrowed).ok_or(PageError::Missing)
            }
            Source::File(file) => file.page(segment, index),
            Source::Memory(file) => file.page(segment, index),
        }
    }
}

#[cfg(test)]
mod tests;
