//! Writes one segment file: leaves as they come, the index above them at the end, named by its root hash.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use rastau_core::snapshot::Segment;
use rastau_core::snapshot::pages::{SegmentId, SegmentKind};
use rastau_core::snapshot::tree::{Child, build_index, page_hash};

use crate::RegistryError;
use crate::text::hex;

/// The file name of a segment inside a bundle.
#[must_use]
pub fn file_name(id: &SegmentId) -> String {
    format!("{}.seg", hex(&id.root))
}

/// A segment being written. Memory is one leaf and, for each leaf before it, its first key and hash.
pub struct SegmentWriter {
    kind: SegmentKind,
    serial: u32,
    folder: PathBuf,
    temporary: PathBuf,
    file: BufWriter<File>,
    leaves: Vec<Child>,
    entries: u64,
    last: Vec<u8>,
}

impl SegmentWriter {
    /// Starts segment `serial` of `kind` in `folder`.
    pub fn new(folder: &Path, kind: SegmentKind, serial: u32) -> Result<Self, RegistryError> {
        let temporary = folder.join(format!("{}-{serial}.part", kind.name()));
        let file = File::create(&temporary).map_err(RegistryError::file("create", &temporary))?;
        Ok(Self {
            kind,
            serial,
            folder: folder.to_path_buf(),
            temporary,
            file: BufWriter::with_capacity(1 << 20, file),
            leaves: Vec::new(),
            entries: 0,
            last: Vec::new(),
        })
    }

    fn write(&mut self, page: &[u8]) -> Result<(), RegistryError> {
        self.file.write_all(page).map_err(RegistryError::file("write", &self.temporary))
    }

    /// Adds a leaf page of `count` entries from key `first` to key `last`.
    pub fn leaf(&mut self, page: &[u8], first: &[u8], last: &[u8], count: u64) -> Result<(), RegistryError> {
        let index = u32::try_from(self.leaves.len())
            .map_err(|_| RegistryError::said("the register is too large for one segment"))?;
        let hash = page_hash(self.kind, self.serial, 0, index, page);
        self.leaves.push(Child { first: first.to_vec(), hash });
        self.entries += count;
        self.last.clear();
        self.last.extend_from_slice(last);
        self.write(page)
    }

    /// Writes the index, puts the file in its place and describes it; `None` where there was no leaf.
    pub fn finish(mut self) -> Result<Option<Segment>, RegistryError> {
        let Some(first) = self.leaves.first().map(|leaf| leaf.first.clone()) else {
            drop(self.file);
            std::fs::remove_file(&self.temporary).map_err(RegistryError::file("remove", &self.temporary))?;
            return Ok(None);
        };
        let leaves = std::mem::take(&mut self.leaves);
        let leaf_count = leaves.len();
        let (index, root, height) = build_index(self.kind, self.serial, leaves);
        for page in &index {
            self.write(page)?;
        }
        let pages = u32::try_from(leaf_count + index.len())
            .map_err(|_| RegistryError::said("the register is too large for one segment"))?;
        let file = self.file.into_inner().map_err(|error| RegistryError::File {
            doing: "write",
            path: self.temporary.clone(),
            source: error.into_error(),
        })?;
        file.sync_all().map_err(RegistryError::file("write", &self.temporary))?;
        let id = SegmentId { kind: self.kind, serial: self.serial, root };
        let path = self.folder.join(file_name(&id));
        std::fs::rename(&self.temporary, &path).map_err(RegistryError::file("name", &path))?;
        let (entries, last) = (self.entries, self.last);
        Ok(Some(Segment { id, covers_from: 1, pages, height, entries, first, last }))
    }
}
