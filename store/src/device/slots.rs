//! Fills and empties a slot. Each file is synced when it is written, then the directories, so the slot is complete on disk
//! before the state names it.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rastau_core::crypto::{Hash, sha256};
use rastau_core::snapshot::name::{CENTRES, MANIFESTS, ROOTS, SEGMENTS};
use rastau_core::snapshot::{FileName, Segment, Statements};

use super::Device;
use crate::error::{SourceError, StoreError};
use crate::source::{Folder, Reply, Source};
use crate::state::Slot;

/// The directories of a bundle.
const DIRECTORIES: [&str; 4] = [ROOTS, MANIFESTS, CENTRES, SEGMENTS];
/// The size of the copy buffer in bytes.
const CHUNK: usize = 256 * 1024;

/// Returns the name of a segment in a bundle.
pub(super) fn segment_name(root: &Hash) -> String {
    FileName::Segment(*root).to_string()
}

impl Device {
    /// Creates the device's directory and its missing parents, each synced before anything is written into it.
    pub(super) fn make_device_folder(&self) -> Result<(), StoreError> {
        let folder = std::path::absolute(&self.folder).map_err(StoreError::write(&self.folder))?;
        let missing: Vec<&Path> = folder.ancestors().take_while(|path| !path.exists()).collect();
        for path in missing.into_iter().rev() {
            self.make_folder(path)?;
            if let Some(parent) = path.parent() {
                self.sync_folder(parent)?;
            }
        }
        Ok(())
    }

    fn make_folder(&self, path: &Path) -> Result<(), StoreError> {
        match self.disk.make_folder(path) {
            // Another process may be setting the device up at the same time.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
            other => other.map_err(StoreError::write(path)),
        }
    }

    fn sync_folder(&self, path: &Path) -> Result<(), StoreError> {
        self.disk.sync_folder(path).map_err(StoreError::write(path))
    }

    /// Removes a slot with its content.
    pub(super) fn clear(&self, slot: Slot) -> Result<(), StoreError> {
        let folder = self.slot(slot);
        if !folder.exists() {
            return Ok(());
        }
        for (path, is_folder) in list(&folder)? {
            if is_folder {
                for (inner, _) in list(&path)? {
                    self.disk.remove_file(&inner).map_err(StoreError::write(&inner))?;
                }
                self.disk.remove_folder(&path).map_err(StoreError::write(&path))?;
            } else {
                self.disk.remove_file(&path).map_err(StoreError::write(&path))?;
            }
        }
        self.disk.remove_folder(&folder).map_err(StoreError::write(&folder))
    }

    /// Creates a slot that contains the signed statements only.
    pub(super) fn begin_slot(&self, slot: Slot, statements: &Statements) -> Result<(), StoreError> {
        self.clear(slot)?;
        let folder = self.slot(slot);
        self.make_folder(&folder)?;
        for directory in DIRECTORIES {
            self.make_folder(&folder.join(directory))?;
        }
        let put = |name: FileName, bytes: &[u8]| self.write_whole(&folder.join(name.to_string()), bytes);
        for (version, bytes) in &statements.roots {
            put(FileName::Root(*version), bytes)?;
        }
        put(FileName::Manifest(sha256(&[&statements.manifest])), &statements.manifest)?;
        put(FileName::Centres(sha256(&[&statements.centres])), &statements.centres)?;
        put(FileName::Freshness, &statements.fresh)
    }

    fn write_whole(&self, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
        let write = || {
            let mut file = self.disk.create(path)?;
            file.write(bytes)?;
            file.finish()
        };
        write().map_err(StoreError::write(path))
    }

    /// Takes a segment over from the active slot: as a hard link, or as a copy where the file system has no hard links. Its
    /// content is on disk already, because the slot is active.
    pub(super) fn take_over(&self, segment: &Segment, from: Slot, to: Slot) -> Result<(), StoreError> {
        let name = segment_name(&segment.id.root);
        let from = self.slot(from);
        match self.disk.link(&from.join(&name), &self.slot(to).join(&name)) {
            Ok(()) => Ok(()),
            Err(_) => match self.copy(segment, &Folder::new(from), to, &mut |_| {})? {
                None => Ok(()),
                Some(_) => Err(StoreError::NotThere { name }),
            },
        }
    }

    /// Copies a segment from a source into a slot: exactly as many bytes as its statement states. Returns the status if the
    /// source does not have it. A file that is there already is replaced.
    pub(super) fn copy(
        &self,
        segment: &Segment,
        source: &dyn Source,
        to: Slot,
        each: &mut dyn FnMut(u64),
    ) -> Result<Option<u16>, StoreError> {
        let name = segment_name(&segment.id.root);
        let path = self.slot(to).join(&name);
        let length = segment.length();
        let mut reader = match source.open(&name, length)? {
            Reply::Body(body) => body.take(length),
            Reply::Status(status) => return Ok(Some(status)),
        };
        if path.exists() {
            self.disk.remove_file(&path).map_err(StoreError::write(&path))?;
        }
        let mut file = self.disk.create(&path).map_err(StoreError::write(&path))?;
        let mut chunk = vec![0; CHUNK];
        let mut copied = 0;
        loop {
            let read = match reader.read(&mut chunk) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(StoreError::Source { name, source: error.into() }),
            };
            file.write(&chunk[..read]).map_err(StoreError::write(&path))?;
            copied += read as u64;
            each(read as u64);
        }
        if copied < length {
            let source = SourceError::Truncated { length: copied, expected: length };
            return Err(StoreError::Source { name, source });
        }
        file.finish().map_err(StoreError::write(&path))?;
        Ok(None)
    }

    /// Syncs the directories of a filled slot, the innermost first.
    pub(super) fn end_slot(&self, slot: Slot) -> Result<(), StoreError> {
        let folder = self.slot(slot);
        for directory in DIRECTORIES {
            self.sync_folder(&folder.join(directory))?;
        }
        self.sync_folder(&folder)?;
        self.sync_folder(&self.folder)
    }
}

/// Returns the paths in a directory, each with whether it is a directory.
fn list(folder: &Path) -> Result<Vec<(PathBuf, bool)>, StoreError> {
    let failed = StoreError::file(folder);
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(&failed)? {
        let entry = entry.map_err(&failed)?;
        found.push((entry.path(), entry.file_type().map_err(&failed)?.is_dir()));
    }
    Ok(found)
}
