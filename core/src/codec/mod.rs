//! Bytes and their one spelling: strict CBOR, COSE envelopes, base45, bits and varints. Beside them JSON, which people write.
//!
//! Every reader here accepts exactly one encoding of each value (RFC 8949 §4.2) and works within a size
//! that its caller names beforehand; nothing recurses on input.

pub mod base45;
pub mod bits;
pub mod cbor;
pub mod cose;
pub(crate) mod json;
pub mod varint;

pub use cbor::CodecError;
