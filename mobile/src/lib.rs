//! Rastau for Kotlin and Swift: a verifier, a device's directory, the rules of the Law and identity numbers, with typed
//! answers and errors in three languages. The sources for both languages are generated from these types
//! (`cargo xtask mobile generate`). All answers come from `rastau-core`, `rastau-messages` and `rastau-store`.
//!
//! Comments on public items are copied into those sources, so they use terms that hold in both languages.

mod answer;
mod device;
mod error;
mod facts;
mod form;
mod identity;
mod law;
mod mirrors;
mod report;
mod session;
mod snapshot;
mod values;
mod verdict;
mod verifier;

pub use answer::{Answer, Citation, Reading};
pub use device::{Device, DeviceUpdate};
pub use error::{KeptRoot, RastauError};
pub use facts::Fact;
pub use form::{StatedBeside, TypedForm};
pub use identity::{Identity, check_code, explain_identity, identify};
pub use law::{RuleAnswer, RuleInfo, Step, evaluate_rule, rules};
pub use mirrors::{
    CalendarSpan, Change, Day, ErrorCode, FindingText, Freshness, Interval, Language, LevelMatch, Named,
    Outcome, Post, PostComparison, PostMatch, RuleText, Source, Translations,
};
pub use report::{Repetition, repeat_report};
pub use session::{UpdateProgress, UpdateSession, Want};
pub use snapshot::SnapshotInfo;
pub use values::{NamedValue, Value};
pub use verdict::{Basis, Document, Finding, Holder, Row, Verdict, VerdictText};
pub use verifier::{Opening, Policy, Question, Verifier, bundle_root, check_input};

// UniFFI turns a panic into an exception by unwinding. Without unwinding a fault would end the app.
#[cfg(not(panic = "unwind"))]
compile_error!("rastau-mobile must be built with unwinding panics");

uniffi::setup_scaffolding!("rastau");

#[cfg(test)]
mod tests;
