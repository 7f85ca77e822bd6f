//! The operator's side of Rastau: reads the register, checks it, issues documents, builds, signs and publishes
//! snapshots.
#![forbid(unsafe_code)]

pub mod build;
pub mod calendar;
pub mod check;
pub mod csv_import;
mod csv_tables;
pub mod demo;
pub mod error;
pub mod issue;
pub mod keys;
pub mod lines;
pub mod print;
pub mod publish;
pub mod random;
pub mod register;
pub mod rows;
pub mod segment;
pub mod sign;
pub mod text;

pub use error::RegistryError;
pub use register::Register;
