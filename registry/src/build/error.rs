//! Why a snapshot cannot be built.

/// Why a snapshot cannot be built. Rows with an invalid value are reported as [`RowError`](crate::row_error::RowError).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BuildError {
    /// The check of the register found this many errors.
    #[error(
        "the register has {0} errors that no snapshot can carry; run `rastau register check` and correct them"
    )]
    RegisterErrors(usize),
    /// More than 2³² pages or documents.
    #[error("the register is too large for one segment")]
    SegmentTooLarge,
}
