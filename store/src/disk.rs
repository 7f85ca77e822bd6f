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
    /// Opens the file at `path`, creates it if there is none, and locks it exclusively until it is closed. Returns `None` if
    /// another process has it locked and `wait` is false.
    fn lock(&self, path: &Path, wait: bool) -> io::Result<Option<File>> {
        lock_file(path, wait)
    }
}

/// Opens or creates a file and locks it, as [`Disk::lock`] says.
pub(crate) fn lock_file(path: &Path, wait: bool) -> io::Result<Option<File>> {
    let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
    Ok(lock(&file, wait)?.then_some(file))
}

/// Locks a file; `false` if another process has it locked. Android's standard library has no locks up to Rust 1.97, so every
/// Unix takes this path, which the tests run.
#[cfg(unix)]
fn lock(file: &File, wait: bool) -> io::Result<bool> {
    use rustix::fs::{FlockOperation, flock};
    let operation =
        if wait { FlockOperation::LockExclusive } else { FlockOperation::NonBlockingLockExclusive };
    loop {
        match flock(file, operation) {
            Ok(()) => return Ok(true),
            Err(error) if error == rustix::io::Errno::INTR => {}
            Err(error) if error == rustix::io::Errno::WOULDBLOCK => return Ok(false),
            Err(error) => return Err(error.into()),
        }
    }
}

#[cfg(not(unix))]
fn lock(file: &File, wait: bool) -> io::Result<bool> {
    use std::fs::TryLockError;
    if wait {
        return file.lock().map(|()| true);
    }
    match file.try_lock() {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(error)) => Err(error),
    }
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
