//! Errors of the operator's side.
//!
//! Each stage has its own enum beside its code ([`KeyError`], [`ImportError`], [`PublishError`], …); [`RegistryError`] is
//! their union. Every message states what failed and, where that is not obvious, what to do.

use std::io;
use std::path::{Path, PathBuf};

pub use crate::apply::ApplyError;
pub use crate::audit::AuthorError;
pub use crate::build::BuildError;
pub use crate::csv_import::{ImportError, RowProblem, RowProblems};
pub use crate::demo::DemoError;
pub use crate::export::ExportError;
pub use crate::issue::{IssueError, RequestError};
pub use crate::keys::KeyError;
pub use crate::life::LifeError;
pub use crate::print::PrintError;
pub use crate::publish::PublishError;
pub use crate::register::OpenError;
pub use crate::row_error::{DateError, RowError, RowErrorReason, ValueError, Vocabulary};
pub use crate::sign::SignError;
pub use crate::succession::SuccessionError;

rastau_core::exit_error! {
    /// Any error of this crate.
    #[derive(Debug, thiserror::Error)]
    pub enum RegistryError {
        /// A file or directory cannot be read.
        #[error("cannot read {path}: {source}")]
        Read {
            /// The file or directory.
            path: PathBuf,
            /// The operating system's error.
            source: io::Error,
        } = NoInput,
        /// A file or directory cannot be created, written, renamed or removed.
        #[error("cannot write {path}: {source}")]
        Write {
            /// The file or directory.
            path: PathBuf,
            /// The operating system's error.
            source: io::Error,
        } = CannotWrite,
        /// SQLite reported an error.
        #[error("the register database failed: {0}")]
        Database(#[source] rusqlite::Error) = Data,
        /// Another program was writing to the register during the whole waiting time.
        #[error("another program has been writing to the register for ten minutes; try again when it has ended")]
        Busy = Busy,
        /// The operating system's random generator failed.
        #[error("the operating system's random generator failed: {0}")]
        Random(getrandom::Error) = Internal,
        /// A row of the register has a value that no snapshot can carry.
        #[error(transparent)]
        Row(#[from] RowError) = Data,
        /// A key file is not usable.
        #[error("{path} {source}")]
        Key {
            /// The key file.
            path: PathBuf,
            /// What is wrong with it.
            source: KeyError,
        } = Data,
        /// A request cannot be read or is not valid on its own.
        #[error(transparent)]
        Request(#[from] RequestError) = Data,
        /// The register does not allow a document to be issued.
        #[error(transparent)]
        Issue(#[from] IssueError) = Data,
        /// The register does not allow a change of a document.
        #[error(transparent)]
        Life(#[from] LifeError) = Data,
        /// A snapshot cannot be built.
        #[error(transparent)]
        Build(#[from] BuildError) = Data,
        /// A trust root cannot be made.
        #[error(transparent)]
        Sign(#[from] SignError) = Data,
        /// A bundle may not follow the published one.
        #[error(transparent)]
        Succession(#[from] SuccessionError) = Data,
        /// A QR code or a page cannot be made.
        #[error(transparent)]
        Print(#[from] PrintError) = Data,
        /// The demo cannot be made.
        #[error(transparent)]
        Demo(#[from] DemoError) = Data,
    }
    nested {
        /// A register file cannot be created or opened.
        #[error(transparent)]
        Open(#[from] OpenError) = 0.exit();
        /// CSV files cannot be imported.
        #[error(transparent)]
        Import(#[from] ImportError) = 0.exit();
        /// The author of a change cannot be recorded.
        #[error(transparent)]
        Author(#[from] AuthorError) = 0.exit();
        /// Changes cannot be applied.
        #[error(transparent)]
        Apply(#[from] ApplyError) = 0.exit();
        /// A register cannot be written as CSV files.
        #[error(transparent)]
        Export(#[from] ExportError) = 0.exit();
        /// A target must not be replaced, or changed while it was copied.
        #[error(transparent)]
        Publish(#[from] PublishError) = 0.exit();
    }
}

impl From<rusqlite::Error> for RegistryError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{DatabaseBusy, DatabaseLocked};
        if matches!(error.sqlite_error_code(), Some(DatabaseBusy | DatabaseLocked)) {
            return Self::Busy;
        }
        Self::Database(error)
    }
}

impl RegistryError {
    /// Turns an I/O error of reading `path` into [`RegistryError::Read`].
    pub fn read(path: &Path) -> impl Fn(io::Error) -> Self + '_ {
        move |source| Self::Read { path: path.to_path_buf(), source }
    }

    /// Turns an I/O error of creating, writing, renaming or removing `path` into [`RegistryError::Write`].
    pub fn write(path: &Path) -> impl Fn(io::Error) -> Self + '_ {
        move |source| Self::Write { path: path.to_path_buf(), source }
    }
}
