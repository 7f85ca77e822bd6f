//! Rastau for C: the functions of `include/rastau.h`.
//!
//! The library only converts. All answers come from `rastau-core`, `rastau-messages` and `rastau-store`. Only [`memory`] and
//! [`exports`] dereference raw pointers; the other files are safe code.
#![warn(unsafe_op_in_unsafe_fn)]

mod device;
mod exports;
mod identity;
mod law;
mod memory;
mod report;
mod session;
mod status;
mod types;
mod verdict;
mod verifier;

pub use exports::*;
pub use memory::{
    Buffer, Error, PageReader, rastau_buffer_data, rastau_buffer_free, rastau_buffer_length,
    rastau_error_free, rastau_error_json, rastau_error_kept, rastau_error_status, rastau_error_text,
};
pub use session::Session;
pub use status::*;
pub use types::*;
pub use verdict::Verdict;
pub use verifier::Verifier;

#[cfg(test)]
mod tests;
