//! The commands, one file each.

pub mod completions;
pub mod demo;
pub mod id;
pub mod inspect;
pub mod issue;
pub mod keys;
pub mod law;
pub mod pull;
pub mod register;
pub mod rule;
pub mod rules;
pub mod snapshot;
pub mod statements;
pub mod verify;

use std::io::IsTerminal;
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};

use crate::error::CliError;

/// Returns a progress bar on standard error; a hidden one if that is not a terminal.
pub fn progress_bar(total: u64, what: &str) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(total);
    let style = ProgressStyle::with_template("{msg:>12} {bar:40} {human_pos}/{human_len} {eta}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
    bar.set_message(what.to_string());
    bar
}

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
