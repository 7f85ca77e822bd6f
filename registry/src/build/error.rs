//! Why a snapshot cannot be built.

use rastau_core::PageError;
use rastau_core::snapshot::{FileName, Segment};

use crate::history::HistoryProblems;

/// Why a snapshot cannot be built. Rows with an invalid value are reported as [`RowError`](crate::row_error::RowError).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BuildError {
    /// The check of the register found this many errors.
    #[error(
        "the register has {0} errors that no snapshot can carry; run `rastau register check` and correct them"
    )]
    RegisterErrors(usize),
    /// More than 2³² pages or documents.
    #[error("the register is too large for one segment")]
    SegmentTooLarge,
    /// The register lacks or changed data that the preceding bundle states.
    #[error("{0}")]
    History(HistoryProblems),
    /// An epoch that is not above that of the preceding bundle.
    #[error("epoch {epoch} is not above the published epoch {published}; give a higher one")]
    Epoch {
        /// The epoch asked for.
        epoch: u64,
        /// The highest epoch published.
        published: u64,
    },
    /// A page of a published bundle cannot be used.
    #[error("{file} of the published bundle cannot be used: {fault}; restore this file")]
    Previous {
        /// The segment's file.
        file: FileName,
        /// What is wrong with a page of it.
        fault: PageError,
    },
}

impl BuildError {
    /// Reports a page of a segment.
    pub(crate) fn previous(segment: &Segment, fault: PageError) -> Self {
        Self::Previous { file: FileName::Segment(segment.id.root), fault }
    }
}
