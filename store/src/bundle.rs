//! A published bundle, a folder or a single file on disk or in memory: its statements at once, its pages when they are
//! asked for.

use std::borrow::Cow;
use std::fmt;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use memmap2::Mmap;
use rastau_core::crypto::Hash;
use rastau_core::error::PageError;
use rastau_core::snapshot::file::{BundleFile, FileError, ReadAt, root_version, segment_root};
use rastau_core::snapshot::pages::{Pages, SegmentId};
use rastau_core::snapshot::{MAX_CHAIN, MAX_STATEMENT, PAGE_SIZE, Segment, Statements};

use crate::error::StoreError;
use crate::mmap;

/// A bundle on disk or in memory: its signed statements, and its pages on demand.
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

/// A segment file of a folder; mapped when it is first needed.
struct SegmentFile {
    root: Hash,
    path: PathBuf,
    map: OnceLock<Option<Mmap>>,
}

impl SegmentFile {
    /// Of the mapping where there is one: the file itself may be gone by now.
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

/// A whole bundle, mapped.
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
        return Err(StoreError::TooLarge { path: path.to_path_buf(), most: MAX_STATEMENT });
    }
    Ok(bytes)
}

impl Bundle {
    /// Opens a published folder or a single-file bundle.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        if path.is_dir() { Self::open_folder(path) } else { Self::open_file(path) }
    }

    fn open_folder(folder: &Path) -> Result<Self, StoreError> {
        // A damaged bundle is to be copied again; a folder that has nothing of a bundle is another folder.
        if !folder.join("roots").exists() && !folder.join("manifest.cose").exists() {
            return Err(StoreError::NotABundle { path: folder.to_path_buf() });
        }
        let mut roots = Vec::new();
        for (name, path) in list(&folder.join("roots"))? {
            if let Some(version) = root_version(&name).filter(|_| roots.len() <= MAX_CHAIN) {
                roots.push((version, read(&path)?));
            }
        }
        roots.sort_by_key(|(version, _)| *version);
        let statements = Statements {
            roots,
            manifest: read(&folder.join("manifest.cose"))?,
            centres: read(&folder.join("centres.cose"))?,
            fresh: read(&folder.join("fresh.cose"))?,
        };
        let segments = list(&folder.join("segments"))?
            .into_iter()
            .filter_map(|(name, path)| {
                Some(SegmentFile { root: segment_root(&name)?, path, map: OnceLock::new() })
            })
            .collect();
        Ok(Self { statements, source: Source::Folder(segments) })
    }

    fn open_file(path: &Path) -> Result<Self, StoreError> {
        let map = File::open(path).and_then(|file| mmap::map(&file)).map_err(StoreError::file(path))?;
        let file = BundleFile::open(Mapped(map)).map_err(|error| match error {
            FileError::NotABundle => StoreError::NotABundle { path: path.to_path_buf() },
            FileError::TooLarge { .. } => {
                StoreError::TooLarge { path: path.to_path_buf(), most: MAX_STATEMENT }
            }
        })?;
        Ok(Self { statements: file.statements().clone(), source: Source::File(file) })
    }

    /// A single-file bundle whose bytes are there already: an app's own data, say.
    ///
    /// # Errors
    /// [`FileError`]: the bytes are no bundle.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, FileError> {
        let file = BundleFile::open(bytes)?;
        Ok(Self { statements: file.statements().clone(), source: Source::Memory(file) })
    }

    /// The signed statements, not verified here.
    #[must_use]
    pub const fn statements(&self) -> &Statements {
        &self.statements
    }

    /// Maps every segment file now, so that the bundle stays whole in this process even after its files are removed.
    pub(crate) fn hold(&self) {
        if let Source::Folder(files) = &self.source {
            files.iter().for_each(|file| {
                file.map();
            });
        }
    }

    /// What is wrong with the segment files that a verified manifest lists: missing, cut short, or too long. A
    /// verification still answers, with what it could not read as undetermined; this says how to mend it.
    #[must_use]
    pub fn damage<'s>(&self, segments: impl Iterator<Item = &'s Segment>) -> Vec<String> {
        let mut damage = Vec::new();
        for segment in segments {
            let found = match &self.source {
                Source::Folder(files) => {
                    files.iter().find(|file| file.root == segment.id.root).and_then(SegmentFile::length)
                }
                Source::File(file) => file.length_of(&segment.id),
                Source::Memory(file) => file.length_of(&segment.id),
            };
            let wanted = segment.length();
            let name = format!("the segment of {} number {}", segment.id.kind.name(), segment.id.serial);
            match found {
                Some(found) if found == wanted => {}
                Some(found) => damage
                    .push(format!("{name} has {found} bytes instead of {wanted}; copy the bundle again")),
                None => damage.push(format!("{name} is missing; copy the bundle again")),
            }
        }
        damage
    }
}

/// The files of a folder with their names, in no particular order.
fn list(folder: &Path) -> Result<Vec<(String, PathBuf)>, StoreError> {
    let failed = StoreError::file(folder);
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(&failed)? {
        let entry = entry.map_err(&failed)?;
        files.push((entry.file_name().to_string_lossy().into_owned(), entry.path()));
    }
    Ok(files)
}

/// The bytes of a mapping from `offset` on.
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
#[path = "bundle_tests.rs"]
mod tests;
