//! Reports of one verification, and their repetition.

use std::path::Path;
use std::time::SystemTime;

use rastau_core::document::text::Presented;
use rastau_core::report::{MadeBy, Report, Reported};
use rastau_core::snapshot::OpenOptions;
use rastau_core::verify;
use rastau_messages::explain_comparison;
use rastau_store::Bundle;

use crate::error::{Argument, RastauError};
use crate::mirrors::{Language, Outcome};
use crate::values::{instant, time};
use crate::verifier::{Question, Verifier};

/// A report, verified again as of its own time. It is the answer of that time and not today's.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Repetition {
    /// Whether the answer is the same.
    pub same: bool,
    /// The time of the report.
    pub as_known_at: SystemTime,
    /// The outcome in the report.
    pub reported: Outcome,
    /// The outcome of the repetition.
    pub repeated: Outcome,
    /// What to show, one sentence each: that it is not today's answer, whether it is the same, and what differs.
    pub text: Vec<String>,
    /// The same and more as Rastau's JSON.
    pub json: String,
}

#[uniffi::export]
impl Verifier {
    /// Verifies as `verify` does and returns a report of it as JSON, the text of a file that `repeatReport` and `rastau repeat` read. `by`
    /// states who makes the report, up to 200 characters on one line; nothing checks it. The report holds the verdict, so it holds
    /// what the verdict states about the holder. It is not signed: sign the file. The question's language has no effect.
    #[uniffi::method(default(question = None, by = None))]
    pub fn report(
        &self,
        text: &str,
        question: Option<Question>,
        by: Option<String>,
    ) -> Result<String, RastauError> {
        let presented = Presented::read(text).map_err(|error| self.read_error(error, question.as_ref()))?;
        let by = by.map(|by| MadeBy::parse(&by).ok_or(Argument::By)).transpose()?;
        let Question { on, language: _, now, post } = question.unwrap_or_default();
        let question = verify::Question { on, clock: instant(now)?, policy: self.policy };
        let opened = self.opened(Some(question.clock))?;
        Ok(Report::make(&opened.snapshot, &presented, &question, post.as_ref(), by).to_json())
    }
}

/// Verifies the input of a report again, against the bundle at `path`, as of the report's time, and compares. `trust_root` comes
/// with the app; none uses the bundle's own, and the text says that nothing confirms it.
#[uniffi::export(default(trust_root = None))]
pub fn repeat_report(
    report: &str,
    input: &str,
    path: &str,
    language: Language,
    trust_root: Option<Vec<u8>>,
) -> Result<Repetition, RastauError> {
    let reported = Reported::read(report)?;
    let options = match &trust_root {
        Some(root) => OpenOptions::pinned(root, reported.clock()),
        None => OpenOptions::on_first_use(reported.clock()),
    };
    let snapshot = Bundle::open(Path::new(path))?.into_snapshot(&options)?;
    let presented = Presented::read_for(input, snapshot.manifest().link.as_ref())?;
    let comparison = reported.repeat(&snapshot, &presented);
    Ok(Repetition {
        same: comparison.same,
        as_known_at: time(comparison.as_known_at),
        reported: comparison.reported,
        repeated: comparison.repeated,
        text: explain_comparison(&comparison, language).lines(),
        json: comparison.to_json(),
    })
}
