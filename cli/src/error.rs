//! What can go wrong on the command line, with the exit code of each (after BSD's `sysexits`).

use std::fmt;
use std::io;
use std::path::Path;

use rastau_core::error::OpenError;
use rastau_registry::RegistryError;
use rastau_store::StoreError;

use crate::scan::ScanError;

/// The command line itself is wrong.
pub const USAGE: u8 = 64;
/// What was given cannot be read as what it should be.
pub const DATA: u8 = 65;
/// A file is missing or unreadable.
pub const NO_INPUT: u8 = 66;
/// A bundle was refused.
pub const REFUSED: u8 = 69;
/// Output could not be written.
pub const CANNOT_WRITE: u8 = 73;
/// Something could not be fetched.
pub const CANNOT_FETCH: u8 = 74;
/// Another process is at it; it may work later.
pub const BUSY: u8 = 75;

/// An error to show and leave with.
#[derive(Debug)]
pub struct CliError {
    code: u8,
    text: String,
    broken_pipe: bool,
}

impl CliError {
    /// An error with an exit code and a sentence.
    pub fn new(code: u8, text: impl Into<String>) -> Self {
        Self { code, text: text.into(), broken_pipe: false }
    }

    /// An input file that cannot be read.
    pub fn input(path: &Path, error: &io::Error) -> Self {
        Self::new(NO_INPUT, format!("cannot read {}: {error}", path.display()))
    }

    /// Standard input that cannot be read.
    pub fn standard_input(error: &io::Error) -> Self {
        Self::new(NO_INPUT, format!("cannot read standard input: {error}"))
    }

    /// An output file that cannot be written.
    pub fn output(path: &Path, error: &io::Error) -> Self {
        Self::new(CANNOT_WRITE, format!("cannot write {}: {error}; nothing was kept of it", path.display()))
    }

    /// The exit code.
    pub const fn code(&self) -> u8 {
        self.code
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
        Self { code: CANNOT_WRITE, text: format!("cannot write to standard output: {error}"), broken_pipe }
    }
}

impl From<RegistryError> for CliError {
    fn from(error: RegistryError) -> Self {
        let code = match &error {
            RegistryError::Read { .. } => NO_INPUT,
            RegistryError::Write { .. } => CANNOT_WRITE,
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
            | RegistryError::Demo(_) => DATA,
        };
        Self::new(code, error.to_string())
    }
}

impl From<StoreError> for CliError {
    fn from(error: StoreError) -> Self {
        let code = match &error {
            StoreError::File { .. } | StoreError::NotThere { .. } | StoreError::Empty { .. } => NO_INPUT,
            StoreError::TooLarge { .. } | StoreError::NotABundle { .. } => DATA,
            StoreError::Refused(_)
            | StoreError::Segment { .. }
            | StoreError::MemoryLost { .. }
            | StoreError::OtherRoot { .. } => REFUSED,
            StoreError::Full { .. }
            | StoreError::ReadOnly { .. }
            | StoreError::Write { .. }
            | StoreError::NotADevice { .. } => CANNOT_WRITE,
            StoreError::Source { .. } => CANNOT_FETCH,
            StoreError::Busy { .. } => BUSY,
        };
        Self::new(code, error.to_string())
    }
}

impl From<OpenError> for CliError {
    fn from(error: OpenError) -> Self {
        Self::new(REFUSED, format!("the bundle was refused: {error}"))
    }
}

impl From<ScanError> for CliError {
    fn from(error: ScanError) -> Self {
        Self::new(DATA, error.to_string())
    }
}
