//! Where an update comes from: a published folder, the same as one file, or a web address.
//!
//! A source is not trusted with anything. It hands out files by their names in a published folder, and whoever reads
//! them stops at the length that a signature or a cap allows.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use rastau_core::snapshot::container::{HEAD, Part, index_length, read_index};

use crate::error::StoreError;

#[cfg(feature = "http")]
mod http;
#[cfg(feature = "http")]
pub use http::Web;

/// A published bundle from which a device may update itself.
pub trait Source {
    /// The file `name` (`manifest.cose`, `roots/2.cose`, `segments/….seg`), from its start; `None` where there is no
    /// such file. No more than `most` bytes of it will be read.
    fn open(&self, name: &str, most: u64) -> Result<Option<Box<dyn Read + '_>>, StoreError>;
}

/// A published folder: a USB stick, a share.
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// The folder at `path`.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }
}

impl Source for Folder {
    fn open(&self, name: &str, _most: u64) -> Result<Option<Box<dyn Read + '_>>, StoreError> {
        let path = self.path.join(name);
        match File::open(&path) {
            Ok(file) => Ok(Some(Box::new(file))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(StoreError::File { path, source }),
        }
    }
}

/// A bundle as one file.
pub struct SingleFile {
    path: PathBuf,
    parts: Vec<Part>,
}

impl SingleFile {
    /// Reads the index of the file at `path`.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let failed = StoreError::file(path);
        let mut file = File::open(path).map_err(&failed)?;
        let size = file.metadata().map_err(&failed)?.len();
        let not_a_bundle = || StoreError::NotABundle { path: path.to_path_buf() };
        let mut head = [0; HEAD];
        file.read_exact(&mut head).map_err(|_| not_a_bundle())?;
        let mut index = vec![0; index_length(&head).ok_or_else(not_a_bundle)?];
        file.read_exact(&mut index).map_err(|_| not_a_bundle())?;
        let parts = read_index(&index, size).map_err(|_| not_a_bundle())?;
        Ok(Self { path: path.to_path_buf(), parts })
    }
}

impl Source for SingleFile {
    fn open(&self, name: &str, _most: u64) -> Result<Option<Box<dyn Read + '_>>, StoreError> {
        let Some(part) = self.parts.iter().find(|part| part.name == name) else { return Ok(None) };
        let failed = StoreError::file(&self.path);
        let mut file = File::open(&self.path).map_err(&failed)?;
        file.seek(SeekFrom::Start(part.offset)).map_err(failed)?;
        Ok(Some(Box::new(file.take(part.length))))
    }
}

/// The published folder or `.rastau` file at `path`.
pub fn local(path: &Path) -> Result<Box<dyn Source>, StoreError> {
    Ok(if path.is_dir() { Box::new(Folder::new(path)) } else { Box::new(SingleFile::open(path)?) })
}
