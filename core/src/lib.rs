//! Rastau's core: bytes and a date in, a verdict out.
//!
//! Verifies the documents of Kazakhstan's Law No. 14-VIII "On professional qualifications" against a signed
//! snapshot of the register. No clock, no input or output, no locale; `no_std` with `alloc`.
//!
//! The way of one document: [`document`] reads the text into an unverified document, [`snapshot`] looks it up,
//! [`law`] judges what was found, and [`verify`] is the one place that sees all of them.
#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::indexing_slicing,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::arithmetic_side_effects
    )
)]

extern crate alloc;

pub mod calendar;
pub mod codec;
pub mod crypto;
pub mod document;
pub mod error;
pub mod identity;
pub mod law;
#[cfg(feature = "schema")]
pub mod schema;
pub mod snapshot;
pub mod verdict;
pub mod verify;

#[cfg(test)]
mod testing;
