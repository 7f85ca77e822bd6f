//! The verification: a document, a snapshot and a question in; a verdict out.
//!
//! This is the only module that uses every stage, in this order: the snapshot itself, the document and its signature, the
//! record of the register, the rules of the Law. Each step records the findings of its checks, each check once; a step that
//! cannot be made names the finding that prevents it. The steps are in the submodules: `snapshot` (age, clock, unusable
//! pages), `document` (claims, key, signature), `register` (the record), `compare` (document against record), `law` (rules),
//! `details` (what a verdict shows).

mod compare;
mod details;
mod document;
mod law;
mod register;
mod snapshot;

use alloc::vec;

pub use self::snapshot::CLOCK_TOLERANCE;
use self::snapshot::Faults;
use crate::calendar::{Date, Timestamp};
use crate::document::text::{Presented, Unverified};
use crate::error::PageError;
use crate::snapshot::{Pages, Snapshot};
use crate::verdict::{Answer, CheckId, Conclusion, Facts, Findings, Freshness, Missing, Verdict};

/// What a caller accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// The oldest snapshot that decides.
    pub accept: Freshness,
    /// Seconds after a missed update during which a snapshot counts as late, not stale.
    pub grace: u64,
}

impl Default for Policy {
    /// Accepts a late snapshot, with a grace of seven days.
    fn default() -> Self {
        Self { accept: Freshness::Late, grace: 7 * 86_400 }
    }
}

/// What is asked about a document.
///
/// ```
/// use rastau_core::{Date, Freshness, Policy, Question, Timestamp};
///
/// let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
/// // Is it valid today?
/// let today = Question::new(now);
/// // Was it valid on the day of hiring? Only a current snapshot decides.
/// let then = Question::new(now)
///     .on(Date::parse("2026-03-01").unwrap())
///     .policy(Policy { accept: Freshness::Current, ..Policy::default() });
/// assert_eq!((today.on, then.policy.accept), (None, Freshness::Current));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The day asked about; `None` for today.
    pub on: Option<Date>,
    /// The device's clock.
    pub clock: Timestamp,
    /// What the caller accepts.
    pub policy: Policy,
}

impl Question {
    /// Asks about today, by the device's clock, under the default policy.
    #[must_use]
    pub fn new(clock: Timestamp) -> Self {
        Self { on: None, clock, policy: Policy::default() }
    }

    /// Asks about another day.
    #[must_use]
    pub const fn on(self, day: Date) -> Self {
        Self { on: Some(day), ..self }
    }

    /// Sets what is accepted.
    #[must_use]
    pub const fn policy(self, policy: Policy) -> Self {
        Self { policy, ..self }
    }
}

/// Verifies a document against a snapshot.
///
/// The verdict has a finding for each check of [`CheckId::ALL`]. It is [`Valid`](crate::verdict::Outcome::Valid) only if
/// every check that applies is satisfied. Reads pages of the snapshot; each page is authenticated before it is used, and a
/// page that cannot be used makes the verdict indeterminate.
///
/// ```
/// use rastau_core::{Answer, BundleFile, CheckId, Outcome, Presented, Question, OpenOptions, Timestamp, verify};
///
/// # let corpus = "../tests/corpus";
/// # let bundle = BundleFile::open(std::fs::read(format!("{corpus}/bundles/base.rastau"))?)?;
/// # let trust_root = std::fs::read(format!("{corpus}/bundles/base/roots/1.cose"))?;
/// # let text = std::fs::read_to_string(format!("{corpus}/cases/altered-level/input.txt"))?;
/// # let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
/// # let snapshot = bundle.into_snapshot(&OpenOptions::pinned(&trust_root, now))?;
/// // The signature is valid, but the register lists another level.
/// let verdict = verify(&snapshot, &Presented::read(&text)?, &Question::new(now));
/// assert_eq!(verdict.outcome(), Outcome::Invalid);
/// let violated: Vec<CheckId> = verdict
///     .findings()
///     .iter()
///     .filter(|finding| finding.answer == Answer::Violated)
///     .map(|finding| finding.check)
///     .collect();
/// assert_eq!(violated, [CheckId::RegisterLevel]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn verify<P: Pages>(snapshot: &Snapshot<P>, presented: &Presented, question: &Question) -> Verdict {
    let today = snapshot.now(question.clock).date();
    let on = question.on.unwrap_or(today);
    let mut run =
        Run { snapshot, presented, on, today, findings: Findings::new(), faults: Faults::default() };

    let freshness = run.check_freshness(question);
    run.check_clock(question);
    run.check_readable();
    let key = run.check_key();
    let signed = run.check_signature(key.as_ref());
    let located = run.check_listed();
    let record = run.check_code(located.as_ref());
    let attested = record.as_ref().map(|record| &record.verified).or(signed.as_ref());
    let attested = attested.map(crate::snapshot::verified::Verified::attributes);
    run.compare_with_record(located.as_ref(), record.as_ref());
    let profession = run.check_law(attested);
    run.check_cancellation(located.as_ref());
    let document = run.details(attested, profession.as_ref());
    run.check_pages();

    let typed = matches!(presented, Presented::Typed(_));
    Conclusion {
        as_of: snapshot.manifest().as_of,
        evaluated_on: on,
        freshness,
        anchor: snapshot.anchor(),
        needs_newer_program: snapshot.needs_newer_program(),
        document,
        typed,
    }
    .draw(run.findings)
}

/// One verification in progress.
struct Run<'a, P> {
    snapshot: &'a Snapshot<P>,
    presented: &'a Presented,
    on: Date,
    today: Date,
    findings: Findings,
    /// The pages that could not be used so far.
    faults: Faults,
}

impl<P: Pages> Run<'_, P> {
    fn record(&mut self, check: CheckId, answer: Answer, facts: Facts) {
        self.findings.record(check, answer, facts);
    }

    /// Records a check that lacks one thing.
    fn record_missing(&mut self, check: CheckId, missing: Missing, facts: Facts) {
        self.record(check, Answer::Undetermined(vec![missing]), facts);
    }

    /// Records a check that could not be made because of another check.
    fn record_blocked(&mut self, check: CheckId, by: CheckId) {
        let answer = self.blocked(by);
        self.record(check, answer, Facts::new());
    }

    /// The answer of a check that could not be made because of another check: not applicable if that one is violated,
    /// undetermined otherwise.
    fn blocked(&self, by: CheckId) -> Answer {
        match self.findings.answer(by) {
            Some(Answer::Violated | Answer::NotApplicable(Some(_))) => Answer::NotApplicable(Some(by)),
            Some(
                Answer::Satisfied
                | Answer::Undetermined(_)
                | Answer::Contestable(_)
                | Answer::NotApplicable(None),
            )
            | None => Answer::Undetermined(vec![Missing::Check(by)]),
        }
    }

    /// The result of a look-up. If a page could not be used, notes that, and returns the check that reports it.
    fn looked_up<T>(&mut self, result: Result<T, PageError>) -> Result<T, CheckId> {
        result.map_err(|error| self.faults.note(error))
    }

    /// The signed document; `None` for a typed form.
    fn document(&self) -> Option<&Unverified> {
        match self.presented {
            Presented::Signed(document) => Some(document),
            Presented::Typed(_) => None,
        }
    }

    /// The last day of which the snapshot knows every event: the day before it was made.
    fn known_through(&self) -> Date {
        self.snapshot.manifest().as_of.date().minus_days(1)
    }

    fn code(&self) -> Option<crate::document::Code> {
        match self.presented {
            Presented::Signed(document) => document.claims.code,
            Presented::Typed(form) => form.code,
        }
    }
}

#[cfg(test)]
mod tests;
