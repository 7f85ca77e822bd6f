//! Writes one segment file: leaf pages as they are added, then the index pages. The file is named by its root hash.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use rastau_core::codec::hex;
use rastau_core::snapshot::Segment;
use rastau_core::snapshot::pages::{SegmentId, SegmentKind};
use rastau_core::snapshot::tree::{Child, build_index, page_hash};

use super::error::BuildError;
use crate::RegistryError;

/// Returns the file name of a segment in a bundle: its root hash in hexadecimal digits and `.seg`.
#[must_use]
pub fn file_name(id: &SegmentId) -> String {
    format!("{}.seg", hex::encode(&id.root))
}

/// A segment being written. It holds in memory one leaf, and the first key and the hash of each earlier leaf.
pub struct SegmentWriter {
    kind: SegmentKind,
    serial: u32,
    directory: PathBuf,
    temporary: PathBuf,
    file: BufWriter<File>,
    leaves: Vec<Child>,
    entries: u64,
    last: Vec<u8>,
}

impl SegmentWriter {
    /// Starts segment `serial` of `kind` in `directory`.
    ///
    /// # Errors
    /// [`RegistryError::Write`] where the file cannot be created.
    pub fn new(directory: &Path, kind: SegmentKind, serial: u32) -> Result<Self, RegistryError> {
        let temporary = directory.join(format!("{}-{serial}.part", kind.name()));
        let file = File::create(&temporary).map_err(RegistryError::write(&temporary))?;
        Ok(Self {
            kind,
            serial,
            directory: directory.to_path_buf(),
            temporary,
            file: BufWriter::with_capacity(1 << 20, file),
            leaves: Vec::new(),
            entries: 0,
            last: Vec::new(),
        })
    }

    fn write(&mut self, page: &[u8]) -> Result<(), RegistryError> {
        self.file.write_all(page).map_err(RegistryError::write(&self.temporary))
    }

    /// Adds a leaf page of `count` entries from key `first` to key `last`. Leaves are added in the order of their keys.
    ///
    /// # Errors
    /// [`BuildError::SegmentTooLarge`] beyond 2³² pages, [`RegistryError::Write`] where the page cannot be written.
    pub fn leaf(&mut self, page: &[u8], first: &[u8], last: &[u8], count: u64) -> Result<(), RegistryError> {
        let index = u32::try_from(self.leaves.len()).map_err(|_| BuildError::SegmentTooLarge)?;
        let hash = page_hash(self.kind, self.serial, 0, index, page);
        self.leaves.push(Child { first: first.to_vec(), hash });
        self.entries += count;
        self.last.clear();
        self.last.extend_from_slice(last);
        self.write(page)
    }

    /// Writes the index, syncs the file and gives it its name. Returns its description, with the content of the serial numbers
    /// from `covers_from` on; `None` where no leaf was added.
    ///
    /// # Errors
    /// As [`SegmentWriter::leaf`].
    pub fn finish(mut self, covers_from: u32) -> Result<Option<Segment>, RegistryError> {
        let Some(first) = self.leaves.first().map(|leaf| leaf.first.clone()) else {
            drop(self.file);
            std::fs::remove_file(&self.temporary).map_err(RegistryError::write(&self.temporary))?;
            return Ok(None);
        };
        let leaves = std::mem::take(&mut self.leaves);
        let leaf_count = leaves.len();
        let (index, root, height) = build_index(self.kind, self.serial, leaves);
        for page in &index {
            self.write(page)?;
        }
        let pages = u32::try_from(leaf_count + index.len()).map_err(|_| BuildError::SegmentTooLarge)?;
        let failed = RegistryError::write(&self.temporary);
        let file = self.file.into_inner().map_err(|error| failed(error.into_error()))?;
        file.sync_all().map_err(&failed)?;
        let id = SegmentId { kind: self.kind, serial: self.serial, root };
        let path = self.directory.join(file_name(&id));
        std::fs::rename(&self.temporary, &path).map_err(RegistryError::write(&path))?;
        let (entries, last) = (self.entries, self.last);
        Ok(Some(Segment { id, covers_from, pages, height, entries, first, last }))
    }
}
