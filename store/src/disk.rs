//! The operations that change a device's directory, behind one trait. A test replaces it by a disk that stops at any of
//! these operations and loses, tears or keeps what was not yet synced. Reads go to the files directly.
//!
//! Nothing is renamed or linked: the design relies on two generations and checksums, not on atomic renames, which some cheap
//! file systems do not guarantee.
//!
//! No operation follows a symbolic link below the device's directory: whoever can write there could otherwise make a `pull`
//! of the administrator overwrite or remove files elsewhere. On Unix each directory on the path is opened as a
//! directory and used by its handle.

use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// The operations that change a disk.
pub(crate) trait Disk: Send + Sync {
    /// Creates a directory in an existing one.
    fn make_folder(&self, path: &Path) -> io::Result<()>;
    /// Creates a file that does not exist yet.
    fn create<'d>(&'d self, path: &Path) -> io::Result<Box<dyn Sink + 'd>>;
    /// Opens a file for writing from its start without truncating it, or creates it.
    fn rewrite<'d>(&'d self, path: &Path) -> io::Result<Box<dyn Sink + 'd>>;
    /// Opens a file that has `length` bytes for writing after them.
    fn append<'d>(&'d self, path: &Path, length: u64) -> io::Result<Box<dyn Sink + 'd>>;
    /// Truncates a file to `length` bytes.
    fn cut(&self, path: &Path, length: u64) -> io::Result<()>;
    /// Syncs the content of a file.
    fn sync_file(&self, path: &Path) -> io::Result<()>;
    /// Syncs the names in a directory.
    fn sync_folder(&self, path: &Path) -> io::Result<()>;
    /// Removes a file, or a symbolic link itself.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes an empty directory.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
    /// Opens the file at `path`, creates it if there is none, and locks it exclusively until it is closed. Returns `None` if
    /// another process has it locked.
    fn lock(&self, path: &Path) -> io::Result<Option<File>>;
}

/// A file that is being written.
pub(crate) trait Sink {
    /// Appends bytes.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Truncates the file after the last byte written and syncs its content.
    fn finish(self: Box<Self>) -> io::Result<()>;
}

/// The real disk of the device in `folder`.
pub(crate) struct RealDisk {
    folder: PathBuf,
}

impl RealDisk {
    pub(crate) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }
}

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

impl RealFile {
    /// Checks that a file may be written at `at`: a regular file with one name.
    fn at(mut file: File, at: u64) -> io::Result<Box<Self>> {
        if !system::is_plain(&file.metadata()?) {
            return Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                "it is not a regular file with one name",
            ));
        }
        file.seek(SeekFrom::Start(at))?;
        Ok(Box::new(Self { file, written: at }))
    }
}

/// How a file is opened for writing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// It exists.
    Existing,
    /// It does not exist.
    New,
    /// It may exist.
    Any,
}

impl Disk for RealDisk {
    fn make_folder(&self, path: &Path) -> io::Result<()> {
        system::make_folder(&self.folder, path)
    }

    fn create<'d>(&'d self, path: &Path) -> io::Result<Box<dyn Sink + 'd>> {
        Ok(RealFile::at(system::open(&self.folder, path, Mode::New)?, 0)?)
    }

    fn rewrite<'d>(&'d self, path: &Path) -> io::Result<Box<dyn Sink + 'd>> {
        Ok(RealFile::at(system::open(&self.folder, path, Mode::Any)?, 0)?)
    }

    fn append<'d>(&'d self, path: &Path, length: u64) -> io::Result<Box<dyn Sink + 'd>> {
        let file = system::open(&self.folder, path, Mode::Existing)?;
        if file.metadata()?.len() != length {
            return Err(io::Error::other("its length has changed"));
        }
        Ok(RealFile::at(file, length)?)
    }

    fn cut(&self, path: &Path, length: u64) -> io::Result<()> {
        let file = RealFile::at(system::open(&self.folder, path, Mode::Existing)?, 0)?.file;
        file.set_len(length)
    }

    fn sync_file(&self, path: &Path) -> io::Result<()> {
        system::open(&self.folder, path, Mode::Existing)?.sync_all()
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        system::sync_folder(&self.folder, path)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        system::remove_file(&self.folder, path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        system::remove_folder(&self.folder, path)
    }

    fn lock(&self, path: &Path) -> io::Result<Option<File>> {
        let file = system::open(&self.folder, path, Mode::Any)?;
        Ok(system::lock(&file)?.then_some(file))
    }
}

#[cfg(unix)]
mod system {
    use std::ffi::OsStr;
    use std::fs::{File, Metadata};
    use std::io;
    use std::os::unix::fs::MetadataExt;
    use std::path::{Component, Path};

    use rustix::fd::OwnedFd;
    use rustix::fs::{self, AtFlags, CWD, FlockOperation, OFlags};

    use super::Mode;

    /// Opens the directory that contains `path`, and returns it with the name in it. The path to the device's directory
    /// may contain symbolic links; below it there are none.
    fn parent<'p>(folder: &Path, path: &'p Path) -> io::Result<(OwnedFd, &'p OsStr)> {
        let no_name = || io::Error::from(io::ErrorKind::InvalidInput);
        let name = path.file_name().ok_or_else(no_name)?;
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let Ok(below) = path.strip_prefix(folder) else {
            let above = path.parent().filter(|parent| !parent.as_os_str().is_empty());
            return Ok((fs::openat(CWD, above.unwrap_or(Path::new(".")), flags, 0.into())?, name));
        };
        if below.as_os_str().is_empty() {
            let above = path.parent().filter(|parent| !parent.as_os_str().is_empty());
            return Ok((fs::openat(CWD, above.unwrap_or(Path::new(".")), flags, 0.into())?, name));
        }
        let mut at = fs::openat(CWD, folder, flags, 0.into())?;
        for part in below.parent().into_iter().flat_map(Path::components) {
            let Component::Normal(part) = part else { return Err(no_name()) };
            at = fs::openat(&at, part, flags | OFlags::NOFOLLOW, 0.into())?;
        }
        Ok((at, name))
    }

    pub(super) fn open(folder: &Path, path: &Path, mode: Mode) -> io::Result<File> {
        let (at, name) = parent(folder, path)?;
        let flags = OFlags::RDWR | OFlags::CLOEXEC | OFlags::NOFOLLOW | OFlags::NONBLOCK;
        let flags = match mode {
            Mode::Existing => flags,
            Mode::New => flags | OFlags::CREATE | OFlags::EXCL,
            Mode::Any => flags | OFlags::CREATE,
        };
        Ok(fs::openat(at, name, flags, 0o666.into())?.into())
    }

    pub(super) fn is_plain(metadata: &Metadata) -> bool {
        metadata.is_file() && metadata.nlink() == 1
    }

    pub(super) fn make_folder(folder: &Path, path: &Path) -> io::Result<()> {
        let (at, name) = parent(folder, path)?;
        Ok(fs::mkdirat(at, name, 0o777.into())?)
    }

    pub(super) fn sync_folder(folder: &Path, path: &Path) -> io::Result<()> {
        if path.starts_with(folder) && path != folder {
            let (at, name) = parent(folder, path)?;
            let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC | OFlags::NOFOLLOW;
            return Ok(fs::fsync(fs::openat(at, name, flags, 0.into())?)?);
        }
        File::open(path)?.sync_all()
    }

    pub(super) fn remove_file(folder: &Path, path: &Path) -> io::Result<()> {
        let (at, name) = parent(folder, path)?;
        Ok(fs::unlinkat(at, name, AtFlags::empty())?)
    }

    pub(super) fn remove_folder(folder: &Path, path: &Path) -> io::Result<()> {
        let (at, name) = parent(folder, path)?;
        Ok(fs::unlinkat(at, name, AtFlags::REMOVEDIR)?)
    }

    /// Locks a file; `false` if another process has it locked. Android's standard library has no locks up to Rust 1.97, so
    /// every Unix takes this path, which the tests run.
    pub(super) fn lock(file: &File) -> io::Result<bool> {
        loop {
            match fs::flock(file, FlockOperation::NonBlockingLockExclusive) {
                Ok(()) => return Ok(true),
                Err(error) if error == rustix::io::Errno::INTR => {}
                Err(error) if error == rustix::io::Errno::WOULDBLOCK => return Ok(false),
                Err(error) => return Err(error.into()),
            }
        }
    }
}

#[cfg(not(unix))]
mod system {
    use std::fs::{File, Metadata, OpenOptions, TryLockError};
    use std::io;
    use std::path::Path;

    use super::Mode;

    /// Refuses a path below the device's directory that leads through a symbolic link. On this system, creating such
    /// links needs a privilege.
    fn refuse_links(folder: &Path, path: &Path) -> io::Result<()> {
        let below = path.ancestors().take_while(|path| path.starts_with(folder) && *path != folder);
        for path in below {
            if path.symlink_metadata().is_ok_and(|found| found.is_symlink()) {
                return Err(io::Error::new(io::ErrorKind::InvalidInput, "it is a symbolic link"));
            }
        }
        Ok(())
    }

    pub(super) fn open(folder: &Path, path: &Path, mode: Mode) -> io::Result<File> {
        refuse_links(folder, path)?;
        let mut options = OpenOptions::new();
        options.read(true).write(true).truncate(false);
        match mode {
            Mode::Existing => options.open(path),
            Mode::New => options.create_new(true).open(path),
            Mode::Any => options.create(true).open(path),
        }
    }

    pub(super) fn is_plain(metadata: &Metadata) -> bool {
        metadata.is_file()
    }

    pub(super) fn make_folder(folder: &Path, path: &Path) -> io::Result<()> {
        refuse_links(folder, path)?;
        std::fs::create_dir(path)
    }

    /// Only on Unix can a directory be opened and synced; here the durability of names depends on the file system
    /// alone.
    pub(super) fn sync_folder(_folder: &Path, _path: &Path) -> io::Result<()> {
        Ok(())
    }

    pub(super) fn remove_file(folder: &Path, path: &Path) -> io::Result<()> {
        path.parent().map_or(Ok(()), |parent| refuse_links(folder, parent))?;
        std::fs::remove_file(path)
    }

    pub(super) fn remove_folder(folder: &Path, path: &Path) -> io::Result<()> {
        refuse_links(folder, path)?;
        std::fs::remove_dir(path)
    }

    pub(super) fn lock(file: &File) -> io::Result<bool> {
        match file.try_lock() {
            Ok(()) => Ok(true),
            Err(TryLockError::WouldBlock) => Ok(false),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::*;

    /// A link may be planted after the directory was checked. No operation follows it, whether as the last component of
    /// the path or an earlier one.
    #[test]
    fn no_operation_follows_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (device, outside) = (folder.path().join("device"), folder.path().join("outside"));
        for directory in [&device, &outside, &outside.join("empty")] {
            fs::create_dir(directory).unwrap();
        }
        fs::write(outside.join("file"), "precious").unwrap();
        symlink(outside.join("file"), device.join("file")).unwrap();
        symlink(&outside, device.join("way")).unwrap();
        let disk = RealDisk::new(device.clone());
        for name in ["file", "way/file"] {
            let path = device.join(name);
            assert!(disk.create(&path).is_err() && disk.rewrite(&path).is_err(), "{name}");
            assert!(disk.append(&path, 8).is_err() && disk.cut(&path, 0).is_err(), "{name}");
            assert!(disk.lock(&path).is_err() && disk.sync_file(&path).is_err(), "{name}");
        }
        assert!(disk.remove_file(&device.join("way/file")).is_err());
        assert!(disk.remove_folder(&device.join("way/empty")).is_err());
        assert!(
            disk.make_folder(&device.join("way/new")).is_err()
                && disk.create(&device.join("way/new")).is_err()
        );
        // A link itself can be removed.
        disk.remove_file(&device.join("file")).unwrap();
        disk.remove_file(&device.join("way")).unwrap();
        assert_eq!(fs::read_to_string(outside.join("file")).unwrap(), "precious");
        assert!(outside.join("empty").is_dir() && !outside.join("new").exists());
    }
}
