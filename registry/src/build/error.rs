//! Why a snapshot cannot be built.

use rastau_core::PageError;

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
    /// A record was sealed again under its code since the bundle that the build follows.
    #[error(
        "the record of document {number} differs from the published one and has the same code ({count} such documents); give a corrected document a new number, or a new code"
    )]
    SealedAgain {
        /// The first such document.
        number: String,
        /// How many there are.
        count: usize,
    },
    /// The bundle that the build follows cannot be read.
    #[error("the previous bundle cannot be read: {0}")]
    Previous(PageError),
}
