//! What to do after a verdict, one file for each language.

pub(crate) mod en;
pub(crate) mod kk;
pub(crate) mod ru;
