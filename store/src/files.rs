//! Reads files that others wrote: regular files only, because a FIFO or a device could block forever.

use std::borrow::Cow;
use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

use rastau_core::snapshot::MAX_STATEMENT;
use rastau_core::snapshot::file::ReadAt;

use crate::error::StoreError;

/// Opens a regular file for reading. Symbolic links are followed.
pub(crate) fn open_regular(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        // Opening a FIFO without a writer would wait for one.
        options.custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
    }
    let file = options.open(path)?;
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a regular file"))
    }
}

/// Reads a signed statement, which has at most [`MAX_STATEMENT`] bytes.
pub(crate) fn read_statement(path: &Path) -> Result<Vec<u8>, StoreError> {
    let failed = StoreError::file(path);
    let file = open_regular(path).map_err(&failed)?;
    let mut bytes = Vec::new();
    file.take(MAX_STATEMENT as u64 + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() > MAX_STATEMENT {
        return Err(StoreError::TooLarge { path: path.to_path_buf(), max: MAX_STATEMENT });
    }
    Ok(bytes)
}

/// A regular file that is read by position. If it is truncated while in use, it has fewer pages; a memory-mapped file
/// would crash the process.
pub(crate) struct PositionedFile {
    file: File,
    size: u64,
}

impl PositionedFile {
    /// Opens the file at `path`.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        let file = open_regular(path)?;
        let size = file.metadata()?.len();
        Ok(Self { file, size })
    }

    /// Reads `length` bytes from `offset` on; `None` where the file has fewer.
    pub(crate) fn read(&self, offset: u64, length: usize) -> Option<Vec<u8>> {
        let mut bytes = vec![0; length];
        read_exact_at(&self.file, &mut bytes, offset).ok()?;
        Some(bytes)
    }
}

impl ReadAt for PositionedFile {
    fn size(&self) -> u64 {
        self.size
    }

    fn read_at(&self, offset: u64, length: usize) -> Option<Cow<'_, [u8]>> {
        if offset.checked_add(length as u64)? > self.size {
            return None;
        }
        self.read(offset, length).map(Cow::Owned)
    }
}

#[cfg(unix)]
fn read_exact_at(file: &File, bytes: &mut [u8], offset: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, offset)
}

#[cfg(windows)]
fn read_exact_at(file: &File, mut bytes: &mut [u8], mut offset: u64) -> io::Result<()> {
    use std::os::windows::fs::FileExt;
    while !bytes.is_empty() {
        let read = file.seek_read(bytes, offset)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        bytes = &mut bytes[read..];
        offset += read as u64;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_regular_files_are_opened() {
        let folder = tempfile::tempdir().unwrap();
        assert!(open_regular(folder.path()).is_err());
        #[cfg(unix)]
        {
            let fifo = folder.path().join("fifo");
            rustix::fs::mknodat(rustix::fs::CWD, &fifo, rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
            assert!(open_regular(&fifo).is_err(), "and it does not wait for a writer");
            assert!(open_regular(Path::new("/dev/zero")).is_err());
        }
    }

    #[test]
    fn a_file_that_is_cut_has_fewer_bytes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        std::fs::write(&path, [7; 100]).unwrap();
        let file = PositionedFile::open(&path).unwrap();
        assert_eq!(file.read(90, 10), Some(vec![7; 10]));
        assert_eq!(file.read(91, 10), None);
        OpenOptions::new().write(true).open(&path).unwrap().set_len(50).unwrap();
        assert_eq!(file.read(90, 10), None);
        assert_eq!((file.size(), file.read_at(40, 10).is_some(), file.read_at(95, 10)), (100, true, None));
    }
}
