//! Reads and writes whole files.

use std::path::Path;

use crate::error::CliError;

/// Reads a file.
pub fn read_file(path: &Path) -> Result<Vec<u8>, CliError> {
    std::fs::read(path).map_err(CliError::read(path))
}

/// Writes a file completely or not at all: first to a temporary file beside it.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), CliError> {
    // Appended to the full name, because `people.part` may be another file of the user.
    let mut temporary = path.as_os_str().to_os_string();
    temporary.push(".part");
    let temporary = std::path::PathBuf::from(temporary);
    let write = || -> std::io::Result<()> {
        std::fs::write(&temporary, bytes)?;
        std::fs::rename(&temporary, path)
    };
    write().map_err(|error| {
        let _ = std::fs::remove_file(&temporary);
        CliError::write(path)(error)
    })
}
