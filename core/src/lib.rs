//! Rastau's core: bytes and a date in, a verdict out.
//!
//! Verifies the documents of Kazakhstan's Law No. 14-VIII "On professional qualifications" against a signed
//! snapshot of the register. No clock, no input or output, no locale; `no_std` with `alloc`.
//!
//! The way of one document: [`document`] reads the text into an unverified document, [`snapshot`] looks it up,
//! [`law`] judges what was found, and [`verify`] is the one place that sees all of them.
//!
//! ```
//! use rastau_core::calendar::Timestamp;
//! use rastau_core::document::text::Presented;
//! use rastau_core::snapshot::{Snapshot, file::BundleFile};
//! use rastau_core::verdict::Outcome;
//! use rastau_core::verify::{Policy, Question, verify};
//!
//! # let corpus = "../tests/corpus";
//! # let bundle = std::fs::read(format!("{corpus}/bundles/base.rastau"))?;
//! # let trust_root = std::fs::read(format!("{corpus}/bundles/base/roots/1.cose"))?;
//! # let text = std::fs::read_to_string(format!("{corpus}/cases/valid/input.txt"))?;
//! // The bundle's bytes come from anywhere; the trust root came with the program; the time is always an argument.
//! let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
//! let bundle = BundleFile::open(bundle)?;
//! let statements = bundle.statements().clone();
//! let snapshot = Snapshot::open(&trust_root, &statements, bundle, now, None)?;
//!
//! let document = Presented::read(&text)?;
//! let verdict = verify(&snapshot, &document, &Question { on: None, clock: now, policy: Policy::default() });
//! assert_eq!(verdict.outcome(), Outcome::Valid);
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! A rule of the Law needs no bundle:
//!
//! ```
//! use rastau_core::calendar::WorkingDays;
//! use rastau_core::law::rule;
//!
//! let appeal = rule("art22.p1.appeal-window").unwrap();
//! let facts = r#"{"informed_on":"2026-03-19","as_of":"2026-03-20"}"#;
//! let answer = appeal.judge(facts, &WorkingDays::built_in())?;
//! assert!(answer.to_json().contains(r#""last_day":"2026-03-31""#));
//! # Ok::<(), rastau_core::error::FactsError>(())
//! ```
#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]
#![deny(clippy::allow_attributes_without_reason)]
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
mod sorted;
pub mod verdict;
pub mod verify;

#[cfg(test)]
mod testing;
