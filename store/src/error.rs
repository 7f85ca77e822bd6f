//! Errors of the verifier's disk, each with a number that is never reused.

use std::error::Error;
use std::io;
use std::path::{Path, PathBuf};

use rastau_core::error::{OpenError, PageError};
use rastau_core::update::UpdateError;

rastau_core::coded_error! {
    /// Why a bundle was not opened, or an update not accepted. The bundle that was active before stays active.
    #[derive(Debug, thiserror::Error)]
    pub enum StoreError {
        /// A required file of a bundle is missing or unreadable.
        File {
            /// The file.
            path: PathBuf => path.display(),
            /// The operating system's error.
            source: io::Error,
        } = DiskFile,
        /// A statement exceeds the size limit.
        TooLarge {
            /// The file.
            path: PathBuf => path.display(),
            /// The limit in bytes.
            max: usize,
        } = DiskTooLarge,
        /// The file or directory is not a bundle.
        NotABundle {
            /// The file or directory.
            path: PathBuf => path.display(),
        } = DiskNotABundle,
        /// A segment is not the one that was signed.
        Segment {
            /// The file's name in the bundle.
            name: String,
            /// What is wrong with a page of it.
            error: PageError,
        } = DiskSegment,
        /// The source of an update lacks a file.
        NotThere {
            /// The file's name in the bundle.
            name: String,
        } = SourceNotThere,
        /// The source of an update cannot be reached, or broke off.
        Source {
            /// The file's name in the bundle, or its web address.
            name: String,
            /// What failed.
            source: SourceError,
        } = Source,
        /// The disk is full.
        Full {
            /// The file or directory to be written.
            path: PathBuf => path.display(),
        } = DiskFull,
        /// The disk or the directory is read-only.
        ReadOnly {
            /// The file or directory to be written.
            path: PathBuf => path.display(),
        } = DiskReadOnly,
        /// A file or directory cannot be written for another reason.
        Write {
            /// The file or directory to be written.
            path: PathBuf => path.display(),
            /// The operating system's error.
            source: io::Error,
        } = DiskWrite,
        /// Another process is updating the device.
        Busy {
            /// The device's directory.
            folder: PathBuf => folder.display(),
        } = DeviceBusy,
        /// Both copies of the device's state are damaged or missing, while there are bundles.
        MemoryLost {
            /// The device's directory.
            folder: PathBuf => folder.display(),
        } = DeviceMemoryLost,
        /// No update has been completed yet.
        Empty {
            /// The device's directory.
            folder: PathBuf => folder.display(),
        } = DeviceEmpty,
        /// The register has replaced the keys of the active bundle. It stays on disk and is not used.
        Closed {
            /// The device's directory.
            folder: PathBuf => folder.display(),
        } = DeviceClosed,
        /// The register has replaced the keys of the active bundle, which is closed, and the rest of the update failed.
        ClosedByUpdate {
            /// The device's directory.
            folder: PathBuf => folder.display(),
            /// Why the update failed.
            source: Box<StoreError>,
        } = DeviceClosedByUpdate because source,
        /// The directory is not a device's and not empty.
        NotADevice {
            /// The directory.
            folder: PathBuf => folder.display(),
            /// The name of a file in it.
            found: String,
        } = NotADevice,
        /// The trust root given is not the one that the device was set up with.
        OtherRoot {
            /// The fingerprint of the root that the device trusts now.
            trusted: String,
            /// The fingerprint of the root given.
            given: String,
        } = DeviceOtherRoot,
    }
    nested {
        /// `rastau-core` rejected the statements: a bad signature, a rollback, another register … Its code and text apply.
        Refused(#[from] error: OpenError) = error.code(), error.code(), |name, out| error.write_value(name, out);
        /// The walk of `rastau-core` ended without a commit, for a reason specific to it. Its code and text apply.
        Update(error: UpdateError) = error.code(), error.code(), |name, out| error.write_value(name, out);
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
    /// The source did not send the part of the file that was asked for, nor the whole file.
    #[error("it answered with a part that was not requested (status {status})")]
    WrongRange {
        /// The HTTP status.
        status: u16,
    },
    /// The source answered with another status than success.
    #[error("it answered with status {status}")]
    Status {
        /// The HTTP status.
        status: u16,
    },
    /// The source sent a file in a content encoding, although none was accepted.
    #[error(
        "it sent the file compressed (Content-Encoding: {encoding}); the server or a proxy has to send it unchanged"
    )]
    Encoded {
        /// The encoding, for example `gzip`.
        encoding: String,
    },
    /// The transport failed, HTTP for example.
    #[error(transparent)]
    Transport(Box<dyn Error + Send + Sync>),
}

/// The walk's errors, such as an answer that does not fit the question.
impl From<UpdateError> for StoreError {
    fn from(error: UpdateError) -> Self {
        match error {
            UpdateError::Refused(error) => Self::Refused(error),
            UpdateError::NotThere(name) => Self::NotThere { name: name.to_string() },
            UpdateError::TooLarge { path, max } => Self::TooLarge { path: path.to_string().into(), max },
            UpdateError::Segment { name, error } => Self::Segment { name, error },
            error @ (UpdateError::Status { .. }
            | UpdateError::WebPage(_)
            | UpdateError::OtherContent(_)
            | UpdateError::Moved
            | UpdateError::WrongAnswer) => Self::Update(error),
        }
    }
}

impl StoreError {
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

#[cfg(test)]
mod tests {
    use rastau_core::error::Statement;
    use rastau_core::snapshot::FileName;

    use super::*;

    #[test]
    fn each_value_in_a_text_is_a_field_of_the_error() {
        for (code, values) in StoreError::VALUES {
            for placeholder in code.template().split('{').skip(1) {
                let name = placeholder.split('}').next().unwrap();
                assert!(values.contains(&name), "{code:?}: {name}");
            }
        }
    }

    /// The reason within another error is in the language of the sentence, as in English.
    #[test]
    fn the_reason_of_a_closed_bundle_is_in_the_language_of_the_text() {
        use rastau_messages::{Lang, error_text};
        let source = || StoreError::Update(UpdateError::WebPage(FileName::Freshness));
        let error = StoreError::ClosedByUpdate { folder: "d".into(), source: Box::new(source()) };
        for lang in Lang::ALL {
            let (text, reason) = (error_text(&error, lang), error_text(&source(), lang));
            let (_, after) = text.split_once(": ").unwrap();
            assert_eq!(after.to_lowercase(), reason.to_lowercase(), "{lang:?}: {text}");
        }
        assert_eq!(error.to_string() + ".", error_text(&error, Lang::En).replace("The", "the"));
    }

    #[test]
    fn a_text_has_paths_and_causes() {
        let refused = OpenError::Rollback(Statement::Freshness);
        let text = refused.to_string();
        assert!(text.contains("the fresh file is older"), "{text}");
        assert_eq!(StoreError::Refused(refused).to_string(), text);
        let error = StoreError::file(Path::new("a/b"))(io::Error::other("broken"));
        assert_eq!(error.to_string(), "cannot read a/b: broken; copy the complete bundle again");
        assert!(error.source().is_some());
        let error = StoreError::Segment { name: "1.seg".into(), error: PageError::Altered };
        let text = "1.seg: a page of the register differs from the signed one; copy the bundle again";
        assert_eq!(error.to_string(), text);
    }
}
