//! Sources of updates: a published directory, a single-file bundle, or a web address.
//!
//! A source is not trusted. It returns files by their names in a published directory, and a reader stops at the length that
//! a signature or a limit allows.
//!
//! ```
//! use std::io::Read;
//! use rastau_store::source::{Reply, local};
//!
//! # let path = std::path::Path::new("../tests/corpus/bundles/base");
//! let source = local(path)?; // a published directory or a .rastau file
//! let mut statement = Vec::new();
//! source.open("fresh.cose", 0, 1 << 18)?.body().unwrap().read_to_end(&mut statement)?;
//! assert!(matches!(source.open("roots/99.cose", 0, 1 << 18)?, Reply::Status(404)));
//! # assert!(!statement.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use rastau_core::snapshot::container::{HEAD, Part, index_length, read_index};

use crate::error::StoreError;
use crate::files::open_regular;

#[cfg(feature = "http")]
mod http;
#[cfg(feature = "http")]
pub use http::{Web, WebFile};

/// The reply of a source for a name.
pub enum Reply<'s> {
    /// The file.
    Body(Body<'s>),
    /// An HTTP status other than success; 404 for a file that a directory does not have. The source does not interpret
    /// it.
    Status(u16),
}

/// The bytes of a file.
pub struct Body<'s> {
    /// The offset of the first byte in the file: the requested one, or 0 for a source that cannot begin in the middle.
    pub at: u64,
    /// The bytes.
    pub reader: Box<dyn Read + 's>,
}

impl<'s> Reply<'s> {
    /// A missing file.
    pub const NOT_THERE: Self = Self::Status(404);

    /// A file that begins at its first byte.
    #[must_use]
    pub fn whole(reader: impl Read + 's) -> Self {
        Self::Body(Body { at: 0, reader: Box::new(reader) })
    }

    /// Returns the file, if there is one.
    #[must_use]
    pub fn body(self) -> Option<Box<dyn Read + 's>> {
        match self {
            Self::Body(body) => Some(body.reader),
            Self::Status(_) => None,
        }
    }
}

/// A published bundle from which a device can be updated.
pub trait Source {
    /// Opens the file `name` (`fresh.cose`, `roots/2.cose`, `segments/….seg`) at the byte `from`. At most the bytes up to `max`
    /// and one more are read from it. A file of which a part is asked for, `from` being greater than 0, has `max` bytes.
    ///
    /// # Errors
    /// [`StoreError::File`] or [`StoreError::Source`] where the file cannot be opened.
    fn open(&self, name: &str, from: u64, max: u64) -> Result<Reply<'_>, StoreError>;
}

/// A published directory, for example on a USB stick or a network share.
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// Returns the source at `path`.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }
}

impl Source for Folder {
    fn open(&self, name: &str, from: u64, _max: u64) -> Result<Reply<'_>, StoreError> {
        let path = self.path.join(name);
        let open = || -> io::Result<_> {
            let mut file = open_regular(&path)?;
            file.seek(SeekFrom::Start(from))?;
            Ok(file)
        };
        match open() {
            Ok(file) => Ok(Reply::Body(Body { at: from, reader: Box::new(file) })),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Reply::NOT_THERE),
            Err(source) => Err(StoreError::File { path, source }),
        }
    }
}

/// A single-file bundle.
pub struct SingleFile {
    path: PathBuf,
    parts: Vec<Part>,
}

impl SingleFile {
    /// Opens the file at `path` and reads its index.
    ///
    /// # Errors
    /// [`StoreError::File`] where it cannot be read, [`StoreError::NotABundle`] for a file of another kind or a truncated
    /// one.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let failed = StoreError::file(path);
        let mut file = open_regular(path).map_err(&failed)?;
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
    fn open(&self, name: &str, from: u64, _max: u64) -> Result<Reply<'_>, StoreError> {
        let Some(part) = self.parts.iter().find(|part| part.name == name) else {
            return Ok(Reply::NOT_THERE);
        };
        let failed = StoreError::file(&self.path);
        let mut file = open_regular(&self.path).map_err(&failed)?;
        let from = from.min(part.length);
        file.seek(SeekFrom::Start(part.offset.saturating_add(from))).map_err(failed)?;
        Ok(Reply::Body(Body { at: from, reader: Box::new(file.take(part.length - from)) }))
    }
}

/// Opens the published directory or `.rastau` file at `path`.
///
/// # Errors
/// As [`SingleFile::open`]; a directory is opened without a check.
pub fn local(path: &Path) -> Result<Box<dyn Source>, StoreError> {
    Ok(if path.is_dir() { Box::new(Folder::new(path)) } else { Box::new(SingleFile::open(path)?) })
}
