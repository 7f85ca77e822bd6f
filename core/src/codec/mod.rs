//! Bytes and their one spelling: strict CBOR, COSE envelopes, base45, bits and varints.
//!
//! Every reader of these accepts exactly one encoding of each value (RFC 8949 §4.2) and works within a size
//! that its caller names beforehand; none recurses on input. Beside them stands JSON, which people write: it has many
//! spellings of a value, and recurses as deep as a form or facts need and no deeper.

pub mod base45;
pub mod bits;
pub mod cbor;
pub mod cose;
pub(crate) mod json;
pub mod varint;

pub use cbor::CodecError;
