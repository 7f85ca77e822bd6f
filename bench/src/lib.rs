//! What the benchmark programs share: registers with a random sample of their documents, the pieces of work that are
//! measured, and the measuring of processor time.
//!
//! | program | measures |
//! |---|---|
//! | `sample` | processor time of opening and verifying, as ratio and difference to the bare signature check |
//! | `allocations` | allocations and bytes per verification |
//! | `list` | rows per second and peak memory of `rastau verify --list` |
//! | `scale` | time, memory and size of building |
//!
//! `benches/verify.rs` has small pieces for criterion, to compare two versions of the code. The published figures and
//! the rules for them are in `docs/performance.md`.

pub mod fixture;
pub mod measure;
pub mod options;
pub mod work;
