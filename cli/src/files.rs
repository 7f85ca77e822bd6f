//! Reads and writes whole files. Only regular files are read: a FIFO waits for a writer, and a device may never end.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use crate::error::CliError;

/// Maximum bytes of a file that is read into memory.
pub const MAX_FILE: u64 = 256 << 20;

/// Opens a regular file, or a link to one, for reading. Returns at once for anything else.
///
/// # Errors
/// Those of the operating system; [`ErrorKind::InvalidInput`] for a directory, a FIFO, a socket or a device.
pub fn open_regular(path: &Path) -> io::Result<File> {
    let not_regular = || io::Error::new(ErrorKind::InvalidInput, "it is not a regular file");
    // Opening some devices has an effect, so a device is not opened at all.
    if !std::fs::metadata(path)?.is_file() {
        return Err(not_regular());
    }
    let mut options = OpenOptions::new();
    options.read(true);
    // It may have been replaced since: opening a FIFO does not wait.
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags((OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed());
    }
    let file = options.open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(not_regular()) }
}

/// Refuses a path to anything but a regular file, for a reader in another crate. That reader reports a missing file.
pub fn require_regular(path: &Path) -> Result<(), CliError> {
    match open_regular(path) {
        Err(error) if error.kind() == ErrorKind::InvalidInput => Err(CliError::read(path)(error)),
        _ => Ok(()),
    }
}

/// Reads a regular file of at most [`MAX_FILE`] bytes.
pub fn read_file(path: &Path) -> Result<Vec<u8>, CliError> {
    read_file_up_to(path, MAX_FILE)
}

/// Reads a regular file of at most `limit` bytes.
pub fn read_file_up_to(path: &Path, limit: u64) -> Result<Vec<u8>, CliError> {
    let file = open_regular(path).map_err(CliError::read(path))?;
    let mut bytes = Vec::new();
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(CliError::read(path))?;
    if bytes.len() as u64 > limit {
        return Err(CliError::FileTooLarge { path: path.to_path_buf(), limit });
    }
    Ok(bytes)
}

/// A file that is written completely or not at all: first to a temporary file beside it, which is removed if it is not completed.
pub struct Part {
    file: BufWriter<File>,
    temporary: PathBuf,
    path: PathBuf,
}

impl Part {
    /// Creates the temporary file.
    pub fn create(path: &Path) -> Result<Self, CliError> {
        // Appended to the full name, because `people.part` may be another file of the user.
        let mut temporary = path.as_os_str().to_os_string();
        temporary.push(".part");
        let temporary = PathBuf::from(temporary);
        // Left by an interrupted command. It is not opened: it may be a link, or a FIFO, which would block.
        match std::fs::remove_file(&temporary) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(CliError::write(path)(error)),
            _ => {}
        }
        let file = OpenOptions::new().write(true).create_new(true).open(&temporary);
        let file = BufWriter::new(file.map_err(CliError::write(path))?);
        Ok(Self { file, temporary, path: path.to_path_buf() })
    }

    /// Renames the temporary file to its final name.
    pub fn complete(mut self) -> Result<(), CliError> {
        let rename = self.file.flush().and_then(|()| std::fs::rename(&self.temporary, &self.path));
        rename.map_err(CliError::write(&self.path))
    }
}

impl Write for Part {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // A completed file has no temporary file.
        let _ = std::fs::remove_file(&self.temporary);
    }
}

/// Writes a file completely or not at all.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), CliError> {
    let mut part = Part::create(path)?;
    part.write_all(bytes).map_err(CliError::write(path))?;
    part.complete()
}
