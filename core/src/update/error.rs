//! Why an update ended without a commit.

use alloc::string::String;

use thiserror::Error;

use crate::coded_error;
use crate::error::{OpenError, PageError};
use crate::snapshot::FileName;

coded_error! {
    /// Why an update ended without a commit. What was in service stays in service, unless
    /// [`Walk::closes_service`](super::Walk::closes_service).
    #[derive(Debug, Clone, PartialEq, Eq, Error)]
    pub enum UpdateError {
        /// The source lacks a file that every bundle has.
        NotThere(name: FileName) = SourceNotThere,
        /// The source answered with an HTTP status other than success or "not found".
        Status {
            /// The file that was asked for.
            name: FileName,
            /// The status.
            source_status: u16,
        } = SourceStatus,
        /// A web page came instead of a statement, for example the sign-in page of a network.
        WebPage(name: FileName) = SourceWebPage,
        /// A statement is larger than any can be.
        TooLarge {
            /// The file.
            path: FileName,
            /// The limit in bytes.
            max: usize,
        } = DiskTooLarge,
        /// A file that is named by its hash has other content.
        OtherContent(name: FileName) = SourceOtherContent,
        /// A stored segment was not the signed one, twice.
        Segment {
            /// Kind and serial number, for example `documents 1`.
            name: String,
            /// What is wrong with it.
            error: PageError,
        } = DiskSegment,
        /// The device has accepted something newer since the walk began; begin again.
        Moved = UpdateMoved,
        /// The answer does not fit the question. The walk is unchanged.
        WrongAnswer = WrongAnswer,
    }
    nested {
        /// The source's statements were refused.
        Refused(#[from] error: OpenError) = error.code(), error.code(), |name, out| error.write_value(name, out);
    }
}
