//! The words of the checks, a file a language.

pub(crate) mod en;
pub(crate) mod kk;
pub(crate) mod ru;
