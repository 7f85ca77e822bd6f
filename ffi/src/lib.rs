//! Rastau for C: what the functions of `include/rastau.h` do.
//!
//! The library only converts; everything it answers with comes from `rastau-core`, `rastau-messages` and `rastau-store`.
//! Raw pointers are followed in [`memory`] and [`exports`] alone; the other files are safe code.
#![warn(unsafe_op_in_unsafe_fn)]

mod asking;
mod device;
mod exports;
mod memory;
mod status;
mod types;
mod verdict;
mod verifier;

pub use exports::*;
pub use memory::{
    Buffer, Error, PageReader, rastau_buffer_data, rastau_buffer_free, rastau_buffer_length,
    rastau_error_free, rastau_error_json, rastau_error_status, rastau_error_text,
};
pub use status::*;
pub use types::*;
pub use verdict::Verdict;
pub use verifier::Verifier;

#[cfg(test)]
mod tests;
