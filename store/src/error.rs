//! What can go wrong on the verifier's disk, each case with a number that is never reused.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use rastau_core::error::{OpenError, PageError};

/// Why a bundle was not opened, or an update not taken. What was in service before stays in service.
#[derive(Debug)]
pub enum StoreError {
    /// A file that every bundle has is not there or cannot be read.
    File {
        /// The file.
        path: PathBuf,
        /// The system's word.
        source: io::Error,
    },
    /// A statement is larger than any can be.
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The most bytes.
        most: usize,
    },
    /// The file or folder is not a bundle.
    NotABundle {
        /// The file or folder.
        path: PathBuf,
    },
    /// The core refused the statements: a bad signature, a rollback, another register … Its own number counts.
    Refused(OpenError),
    /// A segment is not the one that was signed.
    Segment {
        /// Its file's name in the bundle.
        name: String,
        /// What is wrong with a page of it.
        error: PageError,
    },
    /// The source of an update has no such file.
    NotThere {
        /// Its name in the bundle.
        name: String,
    },
    /// The source of an update broke off or cannot be reached.
    Source {
        /// The file's name in the bundle.
        name: String,
        /// The system's or the server's word.
        problem: String,
    },
    /// The disk is full.
    Full {
        /// What was to be written.
        path: PathBuf,
    },
    /// The disk, or the folder, may only be read.
    ReadOnly {
        /// What was to be written.
        path: PathBuf,
    },
    /// Something could not be written, for another reason.
    Write {
        /// What was to be written.
        path: PathBuf,
        /// The system's word.
        source: io::Error,
    },
    /// Another process is updating this device.
    Busy {
        /// The device's folder.
        folder: PathBuf,
    },
    /// Both copies of what the device remembers are damaged or gone, while bundles are there.
    MemoryLost {
        /// The device's folder.
        folder: PathBuf,
    },
    /// No update was ever finished here.
    Empty {
        /// The device's folder.
        folder: PathBuf,
    },
    /// The folder holds something else.
    NotADevice {
        /// The folder.
        folder: PathBuf,
        /// What stands in it.
        found: String,
    },
    /// The trust root that was given is not the one that the device was set up with.
    OtherRoot {
        /// Fingerprint of the device's.
        pinned: String,
        /// Fingerprint of the one given.
        given: String,
    },
}

impl StoreError {
    /// A stable number, never reused; those of `OpenError` end at 119, the store counts from 120 to 139.
    #[must_use]
    #[deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]
    pub const fn code(&self) -> u16 {
        match self {
            Self::File { .. } => 120,
            Self::TooLarge { .. } => 121,
            Self::NotABundle { .. } => 122,
            Self::Refused(error) => error.code(),
            Self::Segment { .. } => 123,
            Self::NotThere { .. } => 124,
            Self::Source { .. } => 125,
            Self::Full { .. } => 126,
            Self::ReadOnly { .. } => 127,
            Self::Write { .. } => 128,
            Self::Busy { .. } => 129,
            Self::MemoryLost { .. } => 130,
            Self::Empty { .. } => 131,
            Self::NotADevice { .. } => 132,
            Self::OtherRoot { .. } => 133,
        }
    }

    /// A file that cannot be read.
    pub(crate) fn file(path: &Path) -> impl Fn(io::Error) -> Self + '_ {
        move |source| Self::File { path: path.to_path_buf(), source }
    }

    /// Something that cannot be written, told apart by what a person must do.
    pub(crate) fn write(path: &Path) -> impl Fn(io::Error) -> Self + '_ {
        move |source| {
            let path = path.to_path_buf();
            match source.kind() {
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full { path },
                io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => {
                    Self::ReadOnly { path }
                }
                _ => Self::Write { path, source },
            }
        }
    }
}

impl From<OpenError> for StoreError {
    fn from(error: OpenError) -> Self {
        Self::Refused(error)
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { path, source } => {
                write!(f, "cannot read {}: {source}; copy the whole bundle again", path.display())
            }
            Self::TooLarge { path, most } => {
                write!(f, "{} is larger than {most} bytes, so it is not a bundle's", path.display())
            }
            Self::NotABundle { path } => {
                let path = path.display();
                write!(f, "{path} is not a Rastau bundle; give the published folder or .rastau file")
            }
            Self::Refused(error) => write!(f, "the bundle was refused: {error}"),
            Self::Segment { name, error } => {
                let what = match error {
                    PageError::Missing => "is cut off",
                    PageError::Altered => "is not the one that was signed",
                    PageError::Unreadable => "has a form that this version does not know",
                };
                write!(f, "{name} {what}; copy or publish the bundle again")
            }
            Self::NotThere { name } => {
                write!(f, "{name} is not there; give a published folder, a .rastau file or its web address")
            }
            Self::Source { name, problem } => write!(f, "cannot get {name}: {problem}; try again"),
            Self::Full { path } => {
                let path = path.display();
                write!(f, "cannot write {path}: the disk is full; what was in service stays, make room")
            }
            Self::ReadOnly { path } => write!(
                f,
                "cannot write {}: it may only be read; what was in service stays, mount it for writing",
                path.display()
            ),
            Self::Write { path, source } => {
                write!(f, "cannot write {}: {source}; what was in service stays", path.display())
            }
            Self::Busy { folder } => {
                write!(f, "{} is being updated by another process; try again later", folder.display())
            }
            Self::MemoryLost { folder } => write!(
                f,
                "{} no longer knows what it has seen (state-a and state-b are damaged or gone), so older data could \
                 pass for new; pull into a new folder with --root",
                folder.display()
            ),
            Self::Empty { folder } => {
                write!(f, "{} holds no bundle yet; run rastau pull first", folder.display())
            }
            Self::NotADevice { folder, found } => write!(
                f,
                "{} holds other files ({found}); name a new or an empty folder for the device",
                folder.display()
            ),
            Self::OtherRoot { pinned, given } => write!(
                f,
                "this device trusts the root {pinned}, not {given}; for another register use another folder"
            ),
        }
    }
}

impl std::error::Error for StoreError {}
