//! The operations that change a device's directory, behind one trait. A test replaces it by a disk that stops at any of
//! these operations and loses, tears or keeps what was not yet synced. Reads go to the files directly.
//!
//! Nothing is renamed: the design relies on two slots and checksums, not on atomic renames, which some cheap file systems
//! do not guarantee.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// The operations that change a disk.
pub(crate) trait Disk: Send + Sync {
    /// Creates a directory in an existing one.
    fn make_folder(&self, path: &Path) -> io::Result<()>;
    /// Creates a file that does not exist yet.
    fn create<'d>(&'d self, path: &Path) -> io::Result<Box<dyn Sink + 'd>>;
    /// Opens a file for writing from its start without truncating it, or creates it.
    fn rewrite<'d>(&'d self, path: &Path) -> io::Result<Box<dyn Sink + 'd>>;
    /// Syncs the names in a directory.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;
    /// Creates a hard link.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes an empty directory.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
}

/// A file that is being written.
pub(crate) trait Sink {
    /// Appends bytes.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Truncates the file after the last byte written and syncs its content.
    fn finish(self: Box<Self>) -> io::Result<()>;
}

/// The real disk.
pub(crate) struct RealDisk;

struct RealFile {
    file: File,
    written: u64,
}

impl Sink for RealFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)?;
        self.written += bytes.len() as u64;
        Ok(())
    }

    fn finish(self: Box<Self>) -> io::Result<()> {
        if self.file.metadata()?.len() != self.written {
            self.file.set_len(self.written)?;
        }
        self.file.sync_all()
    }
}

impl Disk for RealDisk {
    fn make_folder(&self, path: &Path) -> io::Result<()> {
        std::fs::create_dir(path)
    }

    fn create<'d>(&'d self, path: &Path) -> io::Result<Box<dyn Sink + 'd>> {
        let file = OpenOptions::new().write(true).create_new(true).open(path)?;
        Ok(Box::new(RealFile { file, written: 0 }))
    }

    fn rewrite<'d>(&'d self, path: &Path) -> io::Result<Box<dyn Sink + 'd>> {
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(path)?;
        Ok(Box::new(RealFile { file, written: 0 }))
    }

    /// Only on Unix a directory can be opened and synced; elsewhere names depend on the file system alone.
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        if cfg!(unix) { File::open(path)?.sync_all() } else { Ok(()) }
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        std::fs::hard_link(from, to)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_dir(path)
    }
}
