//! The files of a device's directory: the statements of two generations, one directory of segments for both, and the
//! statements of an update that is not complete. Every file is synced when it is written, and then the directories.

use std::io;
use std::path::{Path, PathBuf};

use rastau_core::codec::hex;
use rastau_core::crypto::{Hash, sha256};
use rastau_core::snapshot::name::{CENTRES, MANIFESTS, ROOTS, SEGMENTS};
use rastau_core::snapshot::{FileName, Statements};

use super::{Device, PENDING};
use crate::bundle::{self, SegmentFile};
use crate::error::StoreError;
use crate::state::{Service, Slot};

/// The directories of a generation.
const DIRECTORIES: [&str; 3] = [ROOTS, MANIFESTS, CENTRES];
/// The suffix of the second name of a segment.
const SECOND: &str = "-2.seg";

/// Returns the name of a segment's file in the device's directory of segments.
pub(super) fn segment_name(root: &Hash, is_second: bool) -> String {
    if is_second { format!("{}{SECOND}", hex::encode(root)) } else { FileName::Segment(*root).file_name() }
}

/// Reads a name of [`segment_name`]; `None` for any other.
pub(super) fn parse_segment_name(name: &str) -> Option<(Hash, bool)> {
    let (name, is_second) = match name.strip_suffix(SECOND) {
        Some(hash) => (format!("{hash}.seg"), true),
        None => (name.to_owned(), false),
    };
    match FileName::parse(&format!("{SEGMENTS}/{name}"))? {
        FileName::Segment(root) => Some((root, is_second)),
        FileName::Root(_) | FileName::Manifest(_) | FileName::Centres(_) | FileName::Freshness => None,
    }
}

impl Device {
    pub(super) fn slot(&self, slot: Slot) -> PathBuf {
        self.folder.join(slot.name())
    }

    pub(super) fn pending(&self) -> PathBuf {
        self.folder.join(PENDING)
    }

    pub(super) fn segments(&self) -> PathBuf {
        self.folder.join(SEGMENTS)
    }

    /// Returns the path of a segment's file, or of a part of it.
    pub(super) fn segment(&self, root: &Hash, is_second: bool) -> PathBuf {
        self.segments().join(segment_name(root, is_second))
    }

    /// Returns the segment files, each under the name that is in use.
    pub(super) fn segment_files(&self, service: &Service) -> Result<Vec<SegmentFile>, StoreError> {
        let folder = self.segments();
        if !folder.exists() {
            return Ok(Vec::new());
        }
        let in_use = |(name, path): (String, PathBuf)| {
            let (root, is_second) = parse_segment_name(&name)?;
            (is_second == service.has_second_name(&root)).then(|| SegmentFile::new(root, path))
        };
        Ok(bundle::list(&folder)?.into_iter().filter_map(in_use).collect())
    }

    /// Creates the device's directory and its missing parents, each synced before anything is written into it.
    pub(super) fn make_device_folder(&self) -> Result<(), StoreError> {
        let missing: Vec<&Path> = self.folder.ancestors().take_while(|path| !path.exists()).collect();
        for path in missing.into_iter().rev() {
            self.make_folder(path)?;
            if let Some(parent) = path.parent() {
                self.sync_folder(parent)?;
            }
        }
        Ok(())
    }

    /// Creates a directory, unless it exists. A file or symbolic link in its place is removed.
    pub(super) fn make_folder(&self, path: &Path) -> Result<(), StoreError> {
        match path.symlink_metadata() {
            Ok(found) if found.is_dir() => return Ok(()),
            Ok(_) if path != self.folder => self.disk.remove_file(path).map_err(StoreError::write(path))?,
            _ => {}
        }
        match self.disk.make_folder(path) {
            // Another process may be setting the device up at the same time.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
            other => other.map_err(StoreError::write(path)),
        }
    }

    pub(super) fn sync_folder(&self, path: &Path) -> Result<(), StoreError> {
        self.disk.sync_folder(path).map_err(StoreError::write(path))
    }

    /// Removes a directory of statements with its content. A symbolic link in its place is removed and not followed.
    pub(super) fn remove_statements(&self, folder: &Path) -> Result<(), StoreError> {
        let remove = |path: &Path| self.disk.remove_file(path).map_err(StoreError::write(path));
        match folder.symlink_metadata() {
            Err(_) => return Ok(()),
            Ok(found) if !found.is_dir() => return remove(folder),
            Ok(_) => {}
        }
        for (_, path) in bundle::list(folder)? {
            if path.symlink_metadata().is_ok_and(|found| found.is_dir()) {
                for (_, inner) in bundle::list(&path)? {
                    remove(&inner)?;
                }
                self.disk.remove_folder(&path).map_err(StoreError::write(&path))?;
            } else {
                remove(&path)?;
            }
        }
        self.disk.remove_folder(folder).map_err(StoreError::write(folder))
    }

    /// Replaces a directory of statements by these, durably except for the directory's own name.
    pub(super) fn write_statements(&self, folder: &Path, statements: &Statements) -> Result<(), StoreError> {
        self.remove_statements(folder)?;
        self.make_folder(folder)?;
        for directory in DIRECTORIES {
            self.make_folder(&folder.join(directory))?;
        }
        let put = |name: FileName, bytes: &[u8]| self.write_whole(&folder.join(name.to_string()), bytes);
        for (version, bytes) in &statements.roots {
            put(FileName::Root(*version), bytes)?;
        }
        put(FileName::Manifest(sha256(&[&statements.manifest])), &statements.manifest)?;
        put(FileName::Centres(sha256(&[&statements.centres])), &statements.centres)?;
        put(FileName::Freshness, &statements.fresh)?;
        DIRECTORIES.iter().try_for_each(|directory| self.sync_folder(&folder.join(directory)))?;
        self.sync_folder(folder)
    }

    fn write_whole(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        let write = || {
            let mut file = self.disk.create(path)?;
            file.write(bytes)?;
            file.finish()
        };
        write().map_err(StoreError::write(path))
    }

    /// Removes anything at the path of a file that is written in place, except a regular file with one name. Returns
    /// the length of that file, if there is one.
    pub(super) fn plain_file(&self, path: &Path) -> Result<Option<u64>, StoreError> {
        let Ok(found) = path.symlink_metadata() else { return Ok(None) };
        #[cfg(unix)]
        let has_one_name = std::os::unix::fs::MetadataExt::nlink(&found) == 1;
        #[cfg(not(unix))]
        let has_one_name = true;
        if found.is_file() && has_one_name {
            return Ok(Some(found.len()));
        }
        self.disk.remove_file(path).map_err(StoreError::write(path))?;
        Ok(None)
    }

    /// Writes the bytes of a part of a segment that begin at `at`, where the part ends. Bytes that another process has
    /// written there in the meantime are kept: the whole segment is checked anyway. Returns the number of bytes up to
    /// which the part is written.
    pub(super) fn write_part(&self, path: &Path, bytes: &[u8], at: u64) -> Result<u64, StoreError> {
        let end = at.saturating_add(bytes.len() as u64);
        let _lock = self.lock()?;
        let found = self.plain_file(path)?;
        let length = found.unwrap_or(0);
        // Another process has truncated it.
        let busy = || StoreError::Busy { folder: self.folder.clone() };
        let skip = length.checked_sub(at).ok_or_else(busy)?;
        let Some(bytes) = usize::try_from(skip).ok().and_then(|skip| bytes.get(skip..)) else {
            return Ok(end);
        };
        if bytes.is_empty() {
            return Ok(end);
        }
        let write = || {
            let mut file = match found {
                Some(length) => self.disk.append(path, length)?,
                None => self.disk.create(path)?,
            };
            file.write(bytes)
        };
        match write().map_err(StoreError::write(path)) {
            Ok(()) => Ok(end),
            Err(error) => {
                if matches!(error, StoreError::Full { .. }) {
                    // On a full disk, a part takes space that everything else needs.
                    let _ = self.disk.remove_file(path);
                }
                Err(error)
            }
        }
    }

    /// Truncates a part to `length` bytes. Returns `false` without a change if the active generation now uses the file:
    /// readers have it open.
    pub(super) fn cut_part(&self, root: &Hash, is_second: bool, length: u64) -> Result<bool, StoreError> {
        let path = self.segment(root, is_second);
        let _lock = self.lock()?;
        if self.serves(root, is_second)? {
            return Ok(false);
        }
        if self.plain_file(&path)?.is_some_and(|found| found > length) {
            self.disk.cut(&path, length).map_err(StoreError::write(&path))?;
        }
        Ok(true)
    }

    /// Returns the bytes of a statement of an update that was not completed, if they match its name.
    pub(super) fn pending_statement(&self, name: FileName) -> Option<Vec<u8>> {
        let (FileName::Manifest(hash) | FileName::Centres(hash)) = name else { return None };
        let bytes = crate::files::read_statement(&self.pending().join(name.to_string())).ok()?;
        (sha256(&[&bytes]) == hash).then_some(bytes)
    }

    /// Removes the segment files that `keep` does not list. Files with other names are kept, and a removal that fails
    /// is retried after the next commit.
    pub(super) fn sweep(&self, keep: &[(Hash, bool)]) {
        for (name, path) in bundle::list(&self.segments()).unwrap_or_default() {
            if parse_segment_name(&name).is_some_and(|found| !keep.contains(&found)) {
                let _ = self.disk.remove_file(&path);
            }
        }
    }
}
