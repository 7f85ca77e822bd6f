//! The operator's side of Rastau: imports and checks a register, issues documents, and builds, signs and publishes
//! snapshots.
//!
//! | step | entry point |
//! |---|---|
//! | open a register | [`Register::open`] |
//! | import CSV files | [`csv_import::import`] |
//! | check it | [`check::check`] |
//! | apply changes to it | [`apply::apply`] |
//! | cancel and reinstate a document | [`life::cancel`], [`life::reinstate`] |
//! | read who changed what | [`audit::lines`] |
//! | write it as CSV files | [`export::export`] |
//! | change an older file to this schema | [`migrate::migrate`] |
//! | issue a document | [`issue::issue`] |
//! | build a snapshot | [`build::build`] |
//! | sign it | [`sign::sign_draft`] |
//! | publish it | [`publish::publish`], [`publish::write_single_file`] |
//! | compare two versions | [`diff::difference`], [`succession::problems`] |
//! | keys and trust roots | [`keys::SigningKey`], [`sign::make_root`], [`sign::sign_root`] |
//! | print a document | [`print::Qr`], [`issue::certificate`] |
//!
//! `docs/operator.md` is the operator's guide; `docs/formats.md` describes the formats. `registry/examples` contains
//! complete programs.
//!
//! ```
//! use rastau_core::calendar::Timestamp;
//! use rastau_core::snapshot::container::MAGIC;
//! use rastau_registry::Register;
//! use rastau_registry::build::{BuildOptions, build};
//! use rastau_registry::check::{Severity, check};
//! use rastau_registry::demo::{DemoOptions, Keys, REGISTER, fill};
//! use rastau_core::snapshot::name::SEGMENTS;
//! use rastau_registry::publish::{OutputKind, Staging, write_single_file, write_statements};
//! use rastau_registry::random::Seeded;
//! use rastau_registry::sign::sign_draft;
//!
//! let directory = tempfile::tempdir()?;
//! let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
//! let year = 86_400 * 365;
//!
//! // A register with invented documents and keys.
//! let random = &mut Seeded::new("example");
//! let keys = Keys::generate(random)?;
//! let mut register = Register::create(&directory.path().join("register.sqlite"), REGISTER, "2023-09-04")?;
//! fill(&mut register, &keys, &DemoOptions { documents: 100, now, certificates: false }, random, &|_| {})?;
//! assert!(check(&register)?.iter().all(|problem| problem.kind.severity() == Severity::Warning));
//!
//! // Build, sign, publish.
//! let bundle = directory.path().join("bundle");
//! let staging = Staging::new(&bundle, OutputKind::Bundle)?;
//! let options = BuildOptions::new(now, now.plus_seconds(year));
//! let draft = build(&register, &staging.path().join(SEGMENTS), &options, &|_| {})?;
//! let root = keys.trust_root(now.plus_seconds(4 * year))?;
//! let statements = sign_draft(&draft, vec![(1, root)], &keys.signers(), now, now.plus_seconds(86_400));
//! write_statements(staging.path(), &statements)?;
//! staging.commit()?;
//! write_single_file(&bundle, &directory.path().join("bundle.rastau"))?;
//!
//! let file = std::fs::read(directory.path().join("bundle.rastau"))?;
//! assert!(file.starts_with(MAGIC));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![forbid(unsafe_code)]

pub mod alike;
pub mod apply;
pub mod audit;
pub mod build;
pub mod calendar;
pub mod check;
pub mod csv_import;
pub mod demo;
pub mod diff;
pub mod error;
pub mod export;
pub mod guard;
pub mod history;
pub mod issue;
pub mod keys;
pub mod life;
pub mod migrate;
pub mod print;
pub mod publish;
pub mod random;
pub mod register;
pub mod row_error;
pub mod rows;
pub mod sign;
pub mod succession;
mod tables;
pub mod text;

pub use error::RegistryError;
pub use register::Register;
pub use rusqlite::Connection;
