//! Segment files read by position: those of a draft, of a published directory, or of both together.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rastau_core::PageError;
use rastau_core::crypto::Hash;
use rastau_core::snapshot::pages::{Pages, SegmentId};
use rastau_core::snapshot::{FileName, PAGE_SIZE};

/// The segment files of one or more directories. The first directory that has a file is used.
///
/// ```
/// use rastau_core::snapshot::pages::{Pages, SegmentId, SegmentKind};
/// use rastau_registry::publish::SegmentFolder;
///
/// let directory = tempfile::tempdir()?;
/// let folder = SegmentFolder::new(&[directory.path()]);
/// assert!(folder.page(&SegmentId { kind: SegmentKind::Status, serial: 1, root: [0; 32] }, 0).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct SegmentFolder {
    directories: Vec<PathBuf>,
    /// The chosen files of some segments; the others are searched for in the directories.
    chosen: BTreeMap<Hash, PathBuf>,
    open: Mutex<BTreeMap<Hash, File>>,
}

impl SegmentFolder {
    /// Returns the segments of these directories. Nothing is read yet.
    #[must_use]
    pub fn new(directories: &[&Path]) -> Self {
        let directories = directories.iter().map(|directory| directory.to_path_buf()).collect();
        Self { directories, chosen: BTreeMap::new(), open: Mutex::new(BTreeMap::new()) }
    }

    /// Returns the segments of these files, and others of these directories.
    pub(super) fn of_files(chosen: BTreeMap<Hash, PathBuf>, directories: &[&Path]) -> Self {
        Self { chosen, ..Self::new(directories) }
    }

    /// Returns the path of the file of the segment with the root hash `root`.
    fn path(&self, root: Hash) -> Option<PathBuf> {
        if let Some(path) = self.chosen.get(&root) {
            return Some(path.clone());
        }
        let name = FileName::Segment(root).file_name();
        self.directories.iter().map(|directory| directory.join(&name)).find(|path| path.is_file())
    }

    fn read(&self, segment: &SegmentId, index: u32) -> Option<Vec<u8>> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let file = match open.entry(segment.root) {
            std::collections::btree_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::btree_map::Entry::Vacant(entry) => {
                entry.insert(File::open(self.path(segment.root)?).ok()?)
            }
        };
        let mut page = vec![0; PAGE_SIZE];
        file.seek(SeekFrom::Start(u64::from(index) * PAGE_SIZE as u64)).ok()?;
        file.read_exact(&mut page).ok()?;
        Some(page)
    }
}

impl Pages for SegmentFolder {
    fn page(&self, segment: &SegmentId, index: u32) -> Result<Cow<'_, [u8]>, PageError> {
        self.read(segment, index).map(Cow::Owned).ok_or(PageError::Missing)
    }
}
