//! Errors of the command line, each with its exit code.

use std::fmt;
use std::io;
use std::path::Path;

use rastau_core::error::{Exit, OpenError};
use rastau_registry::RegistryError;
use rastau_store::StoreError;

use crate::scan::ScanError;

/// An error to show and leave with.
#[derive(Debug)]
pub struct CliError {
    exit: Exit,
    text: String,
    broken_pipe: bool,
}

impl CliError {
    /// An error with an exit code and a sentence.
    pub fn new(exit: Exit, text: impl Into<String>) -> Self {
        Self { exit, text: text.into(), broken_pipe: false }
    }

    /// An input file that cannot be read.
    pub fn input(path: &Path, error: &io::Error) -> Self {
        Self::new(Exit::NoInput, format!("cannot read {}: {error}", path.display()))
    }

    /// Standard input that cannot be read.
    pub fn standard_input(error: &io::Error) -> Self {
        Self::new(Exit::NoInput, format!("cannot read standard input: {error}"))
    }

    /// An output file that cannot be written.
    pub fn output(path: &Path, error: &io::Error) -> Self {
        Self::new(
            Exit::CannotWrite,
            format!("cannot write {}: {error}; nothing was kept of it", path.display()),
        )
    }

    /// The exit code.
    pub const fn exit(&self) -> Exit {
        self.exit
    }

    /// Whether the reader of our output went away.
    pub const fn is_broken_pipe(&self) -> bool {
        self.broken_pipe
    }
}

impl fmt::Display for CliError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Of writing to standard output, which is all that `?` is used for; files and standard input have their own words.
impl From<io::Error> for CliError {
    fn from(error: io::Error) -> Self {
        let broken_pipe = error.kind() == io::ErrorKind::BrokenPipe;
        Self {
            exit: Exit::CannotWrite,
            text: format!("cannot write to standard output: {error}"),
            broken_pipe,
        }
    }
}

impl From<RegistryError> for CliError {
    fn from(error: RegistryError) -> Self {
        let exit = match &error {
            RegistryError::Read { .. } => Exit::NoInput,
            RegistryError::Write { .. } => Exit::CannotWrite,
            RegistryError::Database(_)
            | RegistryError::Random(_)
            | RegistryError::Open(_)
            | RegistryError::Row(_)
            | RegistryError::Key { .. }
            | RegistryError::Import(_)
            | RegistryError::Request(_)
            | RegistryError::Issue(_)
            | RegistryError::Build(_)
            | RegistryError::Sign(_)
            | RegistryError::Publish(_)
            | RegistryError::Print(_)
            | RegistryError::Demo(_) => Exit::Data,
        };
        Self::new(exit, error.to_string())
    }
}

impl From<StoreError> for CliError {
    fn from(error: StoreError) -> Self {
        Self::new(error.code().exit(), error.to_string())
    }
}

impl From<OpenError> for CliError {
    fn from(error: OpenError) -> Self {
        Self::new(error.code().exit(), format!("the bundle was refused: {error}"))
    }
}

impl From<ScanError> for CliError {
    fn from(error: ScanError) -> Self {
        Self::new(Exit::Data, error.to_string())
    }
}
