//! Why an update ended without a commit.

use thiserror::Error;

use crate::error::codes::ErrorCode;
use crate::error::{OpenError, PageError};
use crate::snapshot::FileName;
use crate::snapshot::pages::SegmentId;

/// Why an update ended without a commit. What was in service stays in service, unless [`super::Walk::closes_service`].
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum UpdateError {
    /// The source's statements were refused.
    #[error(transparent)]
    Refused(#[from] OpenError),
    /// The source lacks a file that every bundle has.
    #[error("the source has no {0}")]
    NotThere(FileName),
    /// The source answered with another status than success or "not there".
    #[error("the source answered {status} for {name}; try again later")]
    Status {
        /// The file that was asked for.
        name: FileName,
        /// The HTTP status.
        status: u16,
    },
    /// A page of a web site came instead of a statement, as from the sign-in page of a network.
    #[error("a web page came instead of {0}; sign in to the network, or check the address")]
    WebPage(FileName),
    /// A statement is larger than any can be.
    #[error("{name} is larger than {limit} bytes")]
    TooLarge {
        /// The file.
        name: FileName,
        /// The limit in bytes.
        limit: usize,
    },
    /// A file that is named by its hash has other content.
    #[error("{0} does not have the content that its name states")]
    OtherContent(FileName),
    /// A segment that was stored is not the signed one, twice.
    #[error("the segment of {} number {}: {problem}", .segment.kind.name(), .segment.serial)]
    Segment {
        /// The segment.
        segment: SegmentId,
        /// What is wrong with it.
        problem: PageError,
    },
    /// The device has accepted something newer since the walk began; begin again.
    #[error("another update was faster; try again")]
    Moved,
    /// The answer does not fit the question. The walk is unchanged.
    #[error("the answer does not fit the question")]
    WrongAnswer,
}

impl UpdateError {
    /// The stable code.
    #[must_use]
    #[deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]
    pub const fn code(&self) -> ErrorCode {
        match self {
            Self::Refused(error) => error.code(),
            Self::NotThere(_) => ErrorCode::SourceNotThere,
            Self::Status { .. } => ErrorCode::Source,
            Self::WebPage(_) => ErrorCode::SourceWebPage,
            Self::TooLarge { .. } => ErrorCode::DiskTooLarge,
            Self::OtherContent(_) | Self::Segment { .. } => ErrorCode::DiskSegment,
            Self::Moved => ErrorCode::DeviceBusy,
            Self::WrongAnswer => ErrorCode::Panic,
        }
    }
}
