//! Offline verification of recognition documents: bytes and a date in, a verdict out.
//!
//! Verifies the documents of Kazakhstan's Law No. 14-VIII "On professional qualifications" against a signed snapshot of the
//! register, and evaluates the rules of the Law. The crate is `no_std` with `alloc`. It has no clock, no I/O and no locale.
//!
//! What most callers need is re-exported here:
//!
//! | step | item |
//! |---|---|
//! | read a bundle | [`BundleFile`], or your own [`Pages`] |
//! | accept it | [`Snapshot::open`], [`TrustedState`] |
//! | bring it up to date | [`update::Walk`] |
//! | read a document | [`Presented::read`] |
//! | verify it | [`verify()`], [`Question`], [`Policy`] |
//! | use the answer | [`Verdict`], [`Outcome`], [`Finding`], [`CheckId`] |
//! | keep evidence of it | [`report::Report`], [`report::Reported`] |
//! | ask a rule | [`rule()`], [`rules`], [`WorkingDays`] |
//! | errors | [`ReadError`], [`OpenError`], [`FactsError`], each with an [`ErrorCode`] |
//!
//! # Verify a document
//!
//! ```
//! use rastau_core::{BundleFile, OpenOptions, Outcome, Presented, Question, Timestamp, verify};
//!
//! # let corpus = "../tests/corpus";
//! # let bundle = std::fs::read(format!("{corpus}/bundles/base.rastau"))?;
//! # let trust_root = std::fs::read(format!("{corpus}/bundles/base/roots/1.cose"))?;
//! # let text = std::fs::read_to_string(format!("{corpus}/cases/valid/input.txt"))?;
//! // `bundle`: bytes from the publisher. `trust_root`: bytes that came with the program. The time is an argument.
//! let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
//! let bundle = BundleFile::open(bundle)?;
//! let statements = bundle.statements().clone();
//! let snapshot = bundle.into_snapshot(&OpenOptions::pinned(&trust_root, now))?;
//!
//! let document = Presented::read(&text)?;
//! let verdict = verify(&snapshot, &document, &Question::new(now));
//! assert_eq!(verdict.outcome(), Outcome::Valid);
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! # Read pages from elsewhere
//!
//! A host without files implements [`Pages`]. Each page is authenticated before it is used.
//!
//! ```
//! use std::borrow::Cow;
//! use std::cell::Cell;
//!
//! use rastau_core::{BundleFile, OpenOptions, PAGE_SIZE, PageError, Pages, Presented, Question, SegmentId, Snapshot, Timestamp, verify};
//!
//! /// Counts the pages that are read.
//! struct Counted<P>(P, Cell<u32>);
//!
//! impl<P: Pages> Pages for Counted<P> {
//!     fn page(&self, segment: &SegmentId, index: u32) -> Result<Cow<'_, [u8]>, PageError> {
//!         self.1.set(self.1.get() + 1);
//!         let page = self.0.page(segment, index)?;
//!         assert_eq!(page.len(), PAGE_SIZE);
//!         Ok(page)
//!     }
//! }
//!
//! # let corpus = "../tests/corpus";
//! # let bundle = std::fs::read(format!("{corpus}/bundles/base.rastau"))?;
//! # let trust_root = std::fs::read(format!("{corpus}/bundles/base/roots/1.cose"))?;
//! # let text = std::fs::read_to_string(format!("{corpus}/cases/valid/input.txt"))?;
//! # let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
//! let bundle = BundleFile::open(bundle)?;
//! let statements = bundle.statements().clone();
//! let pages = Counted(bundle, Cell::new(0));
//! let snapshot = Snapshot::open(&OpenOptions::pinned(&trust_root, now), &statements, &pages)?;
//! assert_eq!(pages.1.get(), 0, "opening reads no page");
//! let _verdict = verify(&snapshot, &Presented::read(&text)?, &Question::new(now));
//! assert!(pages.1.get() > 0);
//! # Ok::<(), Box<dyn core::error::Error>>(())
//! ```
//!
//! # Ask a rule of the Law
//!
//! ```
//! use rastau_core::{WorkingDays, rule};
//!
//! let appeal = rule("art22.p1.appeal-window").unwrap();
//! let facts = r#"{"informed_on":"2026-03-19","as_of":"2026-03-20"}"#;
//! let answer = appeal.judge(facts, &WorkingDays::built_in())?;
//! assert!(answer.to_json().contains(r#""last_day":"2026-03-31""#));
//! # Ok::<(), rastau_core::FactsError>(())
//! ```
//!
//! `core/examples` has programs to start from.
//!
//! # Crate features
//!
//! | feature | default | effect |
//! |---|---|---|
//! | `fast` | yes | tables that make Ed25519 faster and the library larger |
//! | `unicode` | yes | compares names with Unicode's tables; without it the host supplies them ([`document::name`]) |
//! | `schema` | no | the JSON Schema of facts, results and verdicts |
//!
//! # Modules
//!
//! A module uses earlier ones only: [`calendar`], [`citation`], [`codec`], [`crypto`],
//! [`error`], [`facts`], [`identity`] and [`input`], which may use one another; then [`document`] and
//! [`snapshot`]; then [`update`] and [`law`]; then [`verdict`]; then [`mod@verify`], the only
//! one that sees all stages; then [`report`].
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

mod anchor;
pub mod calendar;
pub mod citation;
pub mod codec;
pub mod crypto;
pub mod document;
pub mod error;
pub mod facts;
#[cfg(any(test, feature = "fixture"))]
#[cfg_attr(
    not(test),
    allow(
        clippy::indexing_slicing,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::arithmetic_side_effects,
        reason = "test code may panic; applications do not enable the feature"
    )
)]
#[doc(hidden)]
pub mod fixture;
pub mod identity;
pub mod input;
pub mod law;
mod names;
pub mod report;
#[cfg(feature = "schema")]
pub mod schema;
pub mod snapshot;
mod sorted;
pub mod update;
pub mod verdict;
pub mod verify;

pub use calendar::{Date, Timestamp, WorkingDays};
pub use citation::{Citation, Standard};
pub use document::text::Presented;
pub use document::{Code, Form};
pub use error::{
    CodeError, ErrorCode, FactProblem, FactsError, FieldProblem, FormField, OpenError, PageError, ReadError,
    ReportError, Statement,
};
pub use facts::{Fact, Facts, LocalizedName, Reason};
pub use identity::{Identity, IdentityError, identify};
pub use law::{Reading, Rule, RuleResult, Ruling, rule, rules};
pub use snapshot::file::{BundleFile, FileError};
pub use snapshot::{
    Anchor, OpenOptions, PAGE_SIZE, Pages, SegmentId, SegmentKind, Snapshot, Statements, TrustedState,
};
pub use verdict::{
    CheckAnswer, CheckId, DocumentDetails, Finding, Freshness, Holder, LinkTarget, MissingForCheck,
    NamedCode, Outcome, Source, Verdict,
};
pub use verify::{Policy, Question, verify, verify_beside};
