//! Everything that changes a device's folder, behind one small trait: a test puts a disk there that stops at any of
//! these operations and loses, tears or keeps what was not yet synced. Reading goes to the files directly.
//!
//! Nothing is renamed: the design rests on two slots and checksums, which cheap file systems keep, and not on renaming
//! being atomic, which some do not.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// The operations that change a disk.
pub(crate) trait Disk: Send + Sync {
    /// Makes a folder, whose parent is there.
    fn make_folder(&self, path: &Path) -> io::Result<()>;
    /// Makes a file that is not there yet.
    fn create<'d>(&'d self, path: &Path) -> io::Result<Box<dyn Sink + 'd>>;
    /// Writes a file from its start without emptying it first, or makes it.
    fn rewrite<'d>(&'d self, path: &Path) -> io::Result<Box<dyn Sink + 'd>>;
    /// Makes the names in a folder last.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;
    /// Gives a file a second name.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes an empty folder.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
}

/// A file that is being written.
pub(crate) trait Sink {
    /// Adds bytes.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Ends the file here and makes its content last.
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

    /// Elsewhere than on Unix a folder cannot be opened as a file; there the file system alone answers for names.
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
