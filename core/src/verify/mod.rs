//! The verification: a document, a snapshot and a question in; a verdict out.
//!
//! This is the only module that uses every stage. What the snapshot holds about the document is looked up first. Then
//! each check runs once, by its step in the table in this file; a check that cannot run names the finding that prevents
//! it. The steps are in the submodules: `snapshot` (age, clock, unusable pages), `document` (claims, key, signature),
//! `register` (the record), `compare` (document against record), `beside` (what was stated beside the document), `law`
//! (rules). `found` looks up, `details` is what a verdict shows.
#![deny(clippy::match_wildcard_for_single_variants, clippy::wildcard_enum_match_arm)]

mod beside;
mod compare;
mod details;
mod document;
mod found;
mod law;
pub mod post;
mod register;
mod resolve;
mod snapshot;

use alloc::vec;

use self::compare::{Compare, Confirmed};
use self::found::Found;
use self::resolve::Resolved;
pub use self::snapshot::CLOCK_TOLERANCE;
use self::snapshot::Faults;
use crate::calendar::{Date, Timestamp};
use crate::document::form::Form;
use crate::document::text::Presented;
use crate::error::PageError;
use crate::snapshot::verified::DocumentAttributes;
use crate::snapshot::{Pages, Snapshot};
use crate::verdict::{
    CheckAnswer, CheckId, Conclusion, Facts, Findings, Freshness, LinkTarget, MissingForCheck, Reason,
    Verdict,
};

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
/// use rastau_core::{BundleFile, CheckAnswer, CheckId, OpenOptions, Outcome, Presented, Question, Timestamp};
/// use rastau_core::verify;
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
///     .filter(|finding| finding.answer == CheckAnswer::Violated)
///     .map(|finding| finding.check)
///     .collect();
/// assert_eq!(violated, [CheckId::RegisterLevel]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn verify<P: Pages>(snapshot: &Snapshot<P>, presented: &Presented, question: &Question) -> Verdict {
    conclude(snapshot, presented, None, question)
}

/// Verifies a document beside which something is stated, for example by the other columns of its row in a list: a name, an
/// identity number, a level. A contradiction makes the verdict [`Invalid`](crate::verdict::Outcome::Invalid), even if
/// the document alone is valid: it belongs to another person, or differs from the row. See [`Form::beside`].
///
/// ```
/// use rastau_core::{BundleFile, CheckAnswer, CheckId, Form, OpenOptions, Outcome, Presented, Question};
/// use rastau_core::{Timestamp, verify_beside};
///
/// # let corpus = "../tests/corpus";
/// # let bundle = BundleFile::open(std::fs::read(format!("{corpus}/bundles/base.rastau"))?)?;
/// # let trust_root = std::fs::read(format!("{corpus}/bundles/base/roots/1.cose"))?;
/// # let text = std::fs::read_to_string(format!("{corpus}/cases/valid/input.txt"))?;
/// # let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
/// # let snapshot = bundle.into_snapshot(&OpenOptions::pinned(&trust_root, now))?;
/// let document = Presented::read(&text)?;
/// let beside = Form::beside(r#"{"holder": "PASSPORT-OF-ANOTHER"}"#, &document)?;
/// let verdict = verify_beside(&snapshot, &document, &beside, &Question::new(now));
/// assert_eq!(verdict.outcome(), Outcome::Invalid);
/// let violated = verdict.findings().iter().find(|finding| finding.answer == CheckAnswer::Violated).unwrap();
/// assert_eq!(violated.check, CheckId::StatedBeside);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn verify_beside<P: Pages>(
    snapshot: &Snapshot<P>,
    presented: &Presented,
    beside: &Form,
    question: &Question,
) -> Verdict {
    conclude(snapshot, presented, Some(beside), question)
}

fn conclude<P: Pages>(
    snapshot: &Snapshot<P>,
    presented: &Presented,
    beside: Option<&Form>,
    question: &Question,
) -> Verdict {
    let today = snapshot.now(question.clock).date();
    let Resolved { presented, repairs, read_as, doubtful_number, record } =
        Resolved::new(snapshot, presented);
    let presented = presented.as_ref();
    let found = Found::look_up(snapshot, presented, record);
    let on = question.on.unwrap_or(today);
    let (faults, findings) = (Faults::default(), Findings::new());
    let confirmed = Confirmed::by(&found, presented);
    let mut run = Run {
        snapshot,
        presented,
        beside,
        question,
        on,
        today,
        found,
        confirmed,
        doubtful_number,
        faults,
        findings,
    };
    let document = run.details();
    let link = run.document().and_then(|document| document.address.as_ref());
    let link = link.map(|address| LinkTarget::of(address, snapshot.manifest().link.as_ref()));
    for stage in [Stage::First, Stage::Attested, Stage::Pages] {
        for check in CheckId::ALL {
            if stage_of::<P>(check) == stage {
                let Made { answer, facts } = run.make(check);
                run.findings.record(check, answer, facts);
            }
        }
    }
    let typed = run.document().is_none();
    Conclusion {
        as_of: snapshot.manifest().as_of,
        evaluated_on: on,
        freshness: run.grade(),
        anchor: snapshot.anchor(),
        needs_newer_program: snapshot.needs_newer_program(),
        document,
        repairs,
        read_as,
        link,
        typed,
    }
    .draw(run.findings, || {
        details::contacts(snapshot, run.found.centre.as_ref().ok().and_then(Option::as_deref))
    })
}

/// How a check runs. The kind determines the order: checks of attested attributes run after those of the document and
/// the record, which may be the reason why there are none; checks of pages run last, because the other checks read
/// pages.
enum Step<'a, P> {
    /// From the snapshot, the document and its record.
    Direct(fn(&Run<'a, P>) -> Made),
    /// Compares what the document states with the record.
    Compared(Compare),
    /// From the attributes that the record or the signature attests.
    Attested(fn(&Run<'a, P>, &DocumentAttributes) -> Made),
    /// From the pages that could not be used.
    Pages(fn(&Faults) -> CheckAnswer),
}

/// Returns how a check runs. This is the table of all checks: a check without a row does not compile.
fn step<'a, P: Pages>(check: CheckId) -> Step<'a, P> {
    use Step::{Attested, Compared, Direct, Pages};
    match check {
        CheckId::SnapshotAuthentic => Pages(Faults::authentic),
        CheckId::SnapshotComplete => Pages(Faults::complete),
        CheckId::SnapshotFresh => Direct(Run::fresh),
        CheckId::ClockPlausible => Direct(Run::clock),
        CheckId::DocumentReadable => Direct(Run::readable),
        CheckId::DocumentKeyKnown => Direct(Run::key_known),
        CheckId::DocumentSignature => Direct(Run::signature),
        CheckId::DocumentKeyScope => Direct(Run::key_in_scope),
        CheckId::DocumentKeyInForce => Direct(Run::key_in_force),
        CheckId::DocumentIssueDate => Attested(Run::issue_date),
        CheckId::RegisterListed => Direct(Run::listed),
        CheckId::RegisterCode => Direct(Run::opened),
        CheckId::RegisterHolder => Direct(Run::same_holder),
        CheckId::RegisterName => Direct(Run::same_name),
        CheckId::RegisterProfession => Compared(compare::profession),
        CheckId::RegisterQualification => Compared(compare::qualification),
        CheckId::RegisterLevel => Compared(compare::level),
        CheckId::RegisterSkills => Compared(compare::skills),
        CheckId::RegisterCentre => Compared(compare::centre),
        CheckId::RegisterAccreditation => Compared(compare::accreditation),
        CheckId::RegisterBasis => Compared(compare::basis),
        CheckId::RegisterExamDate => Compared(compare::exam_date),
        CheckId::RegisterIssueDate => Compared(compare::issue_date),
        CheckId::RegisterValidity => Compared(compare::validity),
        CheckId::StatedBeside => Direct(Run::stated_beside),
        CheckId::LawInForce => Attested(Run::law_in_force),
        CheckId::Profession => Attested(Run::profession),
        CheckId::Mode => Attested(Run::mode),
        CheckId::Basis => Attested(Run::basis),
        CheckId::Centre => Attested(Run::centre),
        CheckId::SkillFields => Attested(Run::skill_fields),
        CheckId::Validity => Attested(Run::validity),
        CheckId::Cancellation => Direct(Run::cancellation),
    }
}

/// When a check runs: one stage after the other, and in each as verdicts list the checks. A check can name only an earlier
/// one as its cause.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    First,
    Attested,
    Pages,
}

fn stage_of<P: Pages>(check: CheckId) -> Stage {
    match step::<P>(check) {
        Step::Direct(_) | Step::Compared(_) => Stage::First,
        Step::Attested(_) => Stage::Attested,
        Step::Pages(_) => Stage::Pages,
    }
}

/// One verification in progress.
struct Run<'a, P> {
    snapshot: &'a Snapshot<P>,
    presented: &'a Presented,
    /// What was stated beside the document.
    beside: Option<&'a Form>,
    question: &'a Question,
    on: Date,
    today: Date,
    found: Found<'a>,
    confirmed: Confirmed,
    /// Whether the number may have lost zeros in a spreadsheet.
    doubtful_number: bool,
    /// The pages that could not be used so far.
    faults: Faults,
    /// The findings of the checks made so far.
    findings: Findings,
}

/// The answer of a check, and what was compared.
struct Made {
    answer: CheckAnswer,
    facts: Facts,
}

impl Made {
    const fn new(answer: CheckAnswer, facts: Facts) -> Self {
        Self { answer, facts }
    }

    /// The same with a reason.
    fn because(self, reason: Reason) -> Self {
        Self { facts: self.facts.with("reason", reason), ..self }
    }

    /// A check that lacks one thing.
    fn missing(missing: MissingForCheck, facts: Facts) -> Self {
        Self { answer: CheckAnswer::Undetermined(vec![missing]), facts }
    }
}

impl From<CheckAnswer> for Made {
    /// Nothing was compared.
    fn from(answer: CheckAnswer) -> Self {
        Self { answer, facts: Facts::new() }
    }
}

impl<P: Pages> Run<'_, P> {
    fn make(&self, check: CheckId) -> Made {
        match step(check) {
            Step::Direct(make) => make(self),
            Step::Compared(compare) => self.compared(compare),
            Step::Attested(make) => match self.found.attested() {
                Some(attested) => make(self, attested),
                None => self.blocked(self.why_not_attested()).into(),
            },
            Step::Pages(make) => make(&self.faults).into(),
        }
    }

    /// The check that reports why no attributes are attested.
    fn why_not_attested(&self) -> CheckId {
        use CheckId::{DocumentKeyKnown, DocumentSignature, RegisterCode, RegisterListed};
        let order = [RegisterListed, RegisterCode, DocumentKeyKnown, DocumentSignature];
        let open = |check: &CheckId| match self.findings.answer(*check) {
            Some(CheckAnswer::Satisfied | CheckAnswer::NotApplicable(None)) => false,
            Some(
                CheckAnswer::Violated
                | CheckAnswer::Undetermined(_)
                | CheckAnswer::Contestable(_)
                | CheckAnswer::NotApplicable(Some(_)),
            )
            | None => true,
        };
        order.into_iter().find(open).unwrap_or(DocumentSignature)
    }

    /// The answer of a check that could not run because of another check: not applicable if that one is violated,
    /// undetermined otherwise.
    fn blocked(&self, by: CheckId) -> CheckAnswer {
        match self.findings.answer(by) {
            Some(CheckAnswer::Violated | CheckAnswer::NotApplicable(Some(_))) => {
                CheckAnswer::NotApplicable(Some(by))
            }
            Some(
                CheckAnswer::Satisfied
                | CheckAnswer::Undetermined(_)
                | CheckAnswer::Contestable(_)
                | CheckAnswer::NotApplicable(None),
            )
            | None => CheckAnswer::Undetermined(vec![MissingForCheck::Check(by)]),
        }
    }

    /// Notes a page that could not be used. Returns that the check lacks the answer of the one that reports it.
    fn unusable(&self, error: PageError, facts: Facts) -> Made {
        Made::missing(MissingForCheck::Check(self.faults.note(error)), facts)
    }

    /// The last day of which the snapshot knows every event: the day before it was made.
    fn known_through(&self) -> Date {
        self.snapshot.manifest().as_of.date().minus_days(1)
    }
}

#[cfg(test)]
mod tests;
