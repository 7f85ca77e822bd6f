//! The commands, one file each.

pub mod completions;
pub mod decode_limited;
pub mod demo;
pub mod diff;
pub mod id;
pub mod inspect;
pub mod issue;
pub mod keys;
pub mod law;
pub mod pull;
pub mod register;
pub mod repeat;
pub mod rule;
pub mod rules;
pub mod snapshot;
pub mod status;
pub mod verify;
