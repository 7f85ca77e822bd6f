//! Tables in text files: the encoding, the delimiter and the rows.

mod delimiter;
mod encoding;
mod records;

pub use encoding::Encoding;

pub(crate) use delimiter::{choose, sep_line};
pub(crate) use encoding::{Utf8, detect};
pub(crate) use records::Records;
