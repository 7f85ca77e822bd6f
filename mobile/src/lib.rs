//! Rastau for Kotlin and Swift: a verifier, a device's folder, the rules of the Law and identity numbers, with typed
//! answers and errors in three languages. The sources for both languages are generated from these types
//! (`cargo xtask mobile generate`); everything answered comes from `rastau-core`, `rastau-messages` and `rastau-store`.
//!
//! Comments on public items are copied into those sources, so they name things in words that hold in every language.

mod answer;
mod device;
mod error;
mod facts;
mod form;
mod identity;
mod law;
mod snapshot;
mod values;
mod verdict;
mod verifier;

pub use answer::{Answer, Citation, Reading};
pub use device::{Change, Device, DeviceUpdate};
pub use error::RastauError;
pub use facts::Fact;
pub use form::TypedForm;
pub use identity::{Identity, check_code, explain_identity, identify};
pub use law::{RuleAnswer, RuleInfo, RuleWords, Step, evaluate_rule, rules};
pub use snapshot::{CalendarSpan, Interval, SnapshotInfo};
pub use values::{Day, Freshness, Language, NamedValue, Outcome, Value, Words};
pub use verdict::{
    Basis, Document, Finding, FindingWords, Holder, Named, Row, Source, Verdict, VerdictWords,
};
pub use verifier::{Opening, Policy, Question, Verifier, bundle_root, check_input};

// UniFFI turns a panic into an exception by unwinding; without that a fault would end the whole app.
#[cfg(not(panic = "unwind"))]
compile_error!("rastau-mobile must be built with unwinding panics");

uniffi::setup_scaffolding!("rastau");

#[cfg(test)]
mod tests;
