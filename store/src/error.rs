//! Errors of the verifier's disk, each with a number that is never reused.

use std::error::Error;
use std::io;
use std::path::{Path, PathBuf};

use rastau_core::error::{ErrorCode, OpenError, PageError};

/// Why a bundle was not opened, or an update not accepted. The bundle that was active before stays active.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A required file of a bundle is missing or unreadable.
    #[error("cannot read {path}: {source}; copy the whole bundle again")]
    File {
        /// The file.
        path: PathBuf,
        /// The operating system's error.
        source: io::Error,
    },
    /// A statement exceeds the size limit.
    #[error("{path} is larger than {max} bytes, so it is not part of a bundle")]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// The limit in bytes.
        max: usize,
    },
    /// The file or directory is not a bundle.
    #[error("{path} is not a Rastau bundle; give the published directory or .rastau file")]
    NotABundle {
        /// The file or directory.
        path: PathBuf,
    },
    /// `rastau-core` rejected the statements: a bad signature, a rollback, another register … Its own number applies.
    #[error("the bundle was refused: {0}")]
    Refused(#[from] OpenError),
    /// A segment is not the one that was signed.
    #[error("{name} {}; copy or publish the bundle again", describe(.error))]
    Segment {
        /// The file's name in the bundle.
        name: String,
        /// What is wrong with a page of it.
        error: PageError,
    },
    /// The source of an update lacks a file.
    #[error("{name} was not found; give a published directory, a .rastau file or its web address")]
    NotThere {
        /// The file's name in the bundle.
        name: String,
    },
    /// The source of an update cannot be reached, or broke off.
    #[error("cannot get {name}: {source}; try again")]
    Source {
        /// The file's name in the bundle, or its web address.
        name: String,
        /// What failed.
        source: SourceError,
    },
    /// The disk is full.
    #[error("cannot write {path}: the disk is full; the active bundle is unchanged, free some space")]
    Full {
        /// The file or directory to be written.
        path: PathBuf,
    },
    /// The disk or the directory is read-only.
    #[error("cannot write {path}: it is read-only; the active bundle is unchanged, mount it for writing")]
    ReadOnly {
        /// The file or directory to be written.
        path: PathBuf,
    },
    /// A file or directory cannot be written for another reason.
    #[error("cannot write {path}: {source}; the active bundle is unchanged")]
    Write {
        /// The file or directory to be written.
        path: PathBuf,
        /// The operating system's error.
        source: io::Error,
    },
    /// Another process is updating the device.
    #[error("{folder} is being updated by another process; try again later")]
    Busy {
        /// The device's directory.
        folder: PathBuf,
    },
    /// Both copies of the device's state are damaged or missing, while there are bundles.
    #[error(
        "{folder} has lost its trusted state (state-a and state-b are damaged or missing), so it cannot detect older \
         data; pull into a new directory with --root"
    )]
    MemoryLost {
        /// The device's directory.
        folder: PathBuf,
    },
    /// No update has been completed yet.
    #[error("{folder} holds no bundle yet; run rastau pull first")]
    Empty {
        /// The device's directory.
        folder: PathBuf,
    },
    /// The directory is not a device's and not empty.
    #[error("{folder} contains other files ({found}); choose a new or an empty directory for the device")]
    NotADevice {
        /// The directory.
        folder: PathBuf,
        /// The name of a file in it.
        found: String,
    },
    /// The trust root given is not the one that the device was set up with.
    #[error("this device trusts the root {pinned}, not {given}; use another directory for another register")]
    OtherRoot {
        /// The fingerprint of the device's root.
        pinned: String,
        /// The fingerprint of the root given.
        given: String,
    },
}

fn describe(error: &PageError) -> &'static str {
    match error {
        PageError::Missing => "is truncated",
        PageError::Altered => "is not the one that was signed",
        PageError::Unreadable => "has a format that this version cannot read",
    }
}

/// Why a file of an update's source was not read to its end.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// Reading failed.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The file is shorter than its statement states.
    #[error("it has {length} bytes instead of {expected}")]
    Truncated {
        /// The length found, in bytes.
        length: u64,
        /// The length signed, in bytes.
        expected: u64,
    },
    /// The transport failed, HTTP for example.
    #[error(transparent)]
    Transport(Box<dyn Error + Send + Sync>),
}

impl StoreError {
    /// Returns a stable number, never reused. Those of [`OpenError`] end at 119; the store's are from 120 to 139.
    #[must_use]
    #[deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]
    pub const fn code(&self) -> ErrorCode {
        match self {
            Self::File { .. } => ErrorCode::DiskFile,
            Self::TooLarge { .. } => ErrorCode::DiskTooLarge,
            Self::NotABundle { .. } => ErrorCode::DiskNotABundle,
            Self::Refused(error) => error.code(),
            Self::Segment { .. } => ErrorCode::DiskSegment,
            Self::NotThere { .. } => ErrorCode::SourceNotThere,
            Self::Source { .. } => ErrorCode::Source,
            Self::Full { .. } => ErrorCode::DiskFull,
            Self::ReadOnly { .. } => ErrorCode::DiskReadOnly,
            Self::Write { .. } => ErrorCode::DiskWrite,
            Self::Busy { .. } => ErrorCode::DeviceBusy,
            Self::MemoryLost { .. } => ErrorCode::DeviceMemoryLost,
            Self::Empty { .. } => ErrorCode::DeviceEmpty,
            Self::NotADevice { .. } => ErrorCode::NotADevice,
            Self::OtherRoot { .. } => ErrorCode::DeviceOtherRoot,
        }
    }

    /// Turns an I/O error of reading `path` into [`StoreError::File`].
    pub(crate) fn file(path: &Path) -> impl Fn(io::Error) -> Self + '_ {
        move |source| Self::File { path: path.to_path_buf(), source }
    }

    /// Turns an I/O error of writing `path` into the variant that states what the operator must do.
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
