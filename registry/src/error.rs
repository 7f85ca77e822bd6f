//! What can go wrong on the operator's side, each as one sentence with what to do.

use std::fmt;
use std::path::{Path, PathBuf};

/// An error of the operator's side.
#[derive(Debug)]
pub enum RegistryError {
    /// A file could not be read or written.
    File {
        /// What was being done.
        doing: &'static str,
        /// The file.
        path: PathBuf,
        /// The system's word.
        source: std::io::Error,
    },
    /// The database refused.
    Database(rusqlite::Error),
    /// The input has problems, each with its row; nothing was kept.
    Rows(Vec<String>),
    /// The register has problems that no snapshot can carry.
    Unsound(usize),
    /// Anything else that the person can put right.
    Said(String),
}

impl RegistryError {
    /// An error from a sentence.
    pub fn said(text: impl Into<String>) -> Self {
        Self::Said(text.into())
    }

    /// Turns an I/O error into one that names the file.
    pub fn file(doing: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_path_buf();
        move |source| Self::File { doing, path, source }
    }
}

impl fmt::Display for RegistryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { doing, path, source } => write!(f, "cannot {doing} {}: {source}", path.display()),
            Self::Database(error) => write!(f, "the register database refused: {error}"),
            Self::Rows(problems) => {
                for problem in problems {
                    writeln!(f, "{problem}")?;
                }
                write!(f, "{} rows have problems; nothing was imported", problems.len())
            }
            Self::Unsound(count) => write!(
                f,
                "the register has {count} errors that no snapshot can carry; see `rastau register check` and correct them"
            ),
            Self::Said(text) => f.write_str(text),
        }
    }
}

impl std::error::Error for RegistryError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::File { source, .. } => Some(source),
            Self::Database(error) => Some(error),
            Self::Rows(_) | Self::Unsound(_) | Self::Said(_) => None,
        }
    }
}

impl From<rusqlite::Error> for RegistryError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(error)
    }
}
