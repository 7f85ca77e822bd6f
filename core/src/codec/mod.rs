//! Encodings: strict CBOR, COSE envelopes, base45, decimal digits, hexadecimal, bit strings and varints; and JSON
//! for input that people write.
//!
//! The binary readers accept exactly one encoding of each value (RFC 8949 §4.2). The caller sets the size limit, and no
//! reader recurses on its input. JSON is the exception: a value has many spellings, and reading recurses up to a fixed
//! depth.

pub mod base45;
pub mod bits;
pub mod cbor;
pub mod cose;
pub mod digits;
pub mod hex;
pub(crate) mod json;
pub mod varint;

pub use cbor::CodecError;
