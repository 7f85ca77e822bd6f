//! The verification: what was presented, a snapshot and a question in; a verdict out.
//!
//! This is the one place that sees every stage, in their order: the snapshot itself, the document and its
//! signature, the register's record, the rules of the Law. Each step enters its findings in the ledger; a step
//! that cannot be made says which finding stood in its way. The steps stand in the files beside this one:
//! `signed` (the document and its signature), `compare` (with the record), `judge` (the Law), `shown` (for display).

mod compare;
mod details;
mod judge;
mod signed;

use alloc::string::String;
use alloc::vec;

use crate::calendar::{Date, Interval, Timestamp};
use crate::document::text::{Presented, Unverified};
use crate::error::PageError;
use crate::law::Ruling;
use crate::snapshot::verified::{RecordError, Verified};
use crate::snapshot::{ListedDocument, Pages, Snapshot};
use crate::verdict::{Answer, CheckId, Facts, Frame, Freshness, Ledger, Verdict, conclude};

/// What a caller accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// The oldest knowledge that still decides.
    pub accept: Freshness,
    /// Seconds after a missed update during which knowledge counts as merely late.
    pub grace: u64,
}

impl Default for Policy {
    /// Late knowledge is accepted, with a grace of seven days.
    fn default() -> Self {
        Self { accept: Freshness::Late, grace: 7 * 86_400 }
    }
}

/// What is asked about a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The day asked about; `None` for today.
    pub on: Option<Date>,
    /// The device's clock.
    pub clock: Timestamp,
    /// What the caller accepts.
    pub policy: Policy,
}

/// Verifies what was presented.
pub fn verify<P: Pages>(snapshot: &Snapshot<P>, presented: &Presented, question: &Question) -> Verdict {
    let today = snapshot.now(question.clock).date();
    let on = question.on.unwrap_or(today);
    let mut run = Run { snapshot, presented, on, today, confirmed_name: None, ledger: Ledger::new() };

    let freshness = run.check_snapshot(question);
    run.check_readable();
    let key = run.check_key();
    let signed = run.check_signature(key.as_ref());
    let located = run.check_listed();
    let record = run.check_code(located.as_ref());
    let verified = record.as_ref().or(signed.as_ref());
    run.compare_with_record(located.as_ref(), record.as_ref());
    let profession = run.check_law(verified);
    run.check_cancellation(located.as_ref());

    let document = run.shown(verified.map(Verified::attributes), profession.as_ref());
    run.ledger.enter(CheckId::SnapshotAuthentic, Answer::Satisfied, Facts::new());
    run.ledger.enter(CheckId::SnapshotComplete, Answer::Satisfied, Facts::new());
    conclude(
        run.ledger,
        Frame {
            as_of: snapshot.manifest().as_of,
            evaluated_on: on,
            freshness,
            document,
            typed: matches!(presented, Presented::Typed(_)),
        },
    )
}

/// One verification under way.
struct Run<'a, P> {
    snapshot: &'a Snapshot<P>,
    presented: &'a Presented,
    on: Date,
    today: Date,
    /// The one of the presented names that the register confirmed.
    confirmed_name: Option<String>,
    ledger: Ledger,
}

impl<P: Pages> Run<'_, P> {
    fn enter(&mut self, check: CheckId, answer: Answer, facts: Facts) {
        self.ledger.enter(check, answer, facts);
    }

    fn enter_ruling(&mut self, check: CheckId, ruling: Ruling) {
        self.ledger.enter(check, ruling.answer, ruling.value);
    }

    /// The answer of a check that another finding stands in the way of.
    fn blocked(&self, by: CheckId) -> Answer {
        match self.ledger.answer(by) {
            Some(Answer::Violated | Answer::NotApplicable(Some(_))) => Answer::NotApplicable(Some(by)),
            _ => Answer::Undetermined(vec![by.id()]),
        }
    }

    /// Takes what was looked up, or enters why a page could not be used; `Err` names that finding.
    fn looked_up<T>(&mut self, result: Result<T, PageError>) -> Result<T, CheckId> {
        result.map_err(|error| self.fault(error))
    }

    fn fault(&mut self, error: PageError) -> CheckId {
        let (check, missing) = match error {
            PageError::Missing => (CheckId::SnapshotComplete, "segment"),
            PageError::Altered => (CheckId::SnapshotAuthentic, "segment"),
            PageError::Unreadable => (CheckId::SnapshotComplete, "newer-version"),
        };
        self.enter(check, Answer::Undetermined(vec![missing]), Facts::new());
        check
    }

    fn document(&self) -> Option<&Unverified> {
        match self.presented {
            Presented::Signed(document) => Some(document),
            Presented::Typed(_) => None,
        }
    }

    /// The last day that the snapshot knows whole: the one before it was taken.
    fn known_through(&self) -> Date {
        self.snapshot.manifest().as_of.date().minus_days(1)
    }

    /// How old the knowledge is, and whether the clock can be right.
    fn check_snapshot(&mut self, question: &Question) -> Freshness {
        let snapshot = self.snapshot;
        let (manifest, fresh) = (snapshot.manifest(), snapshot.freshness_statement());
        let not_after = manifest.not_after.min(snapshot.centres().not_after).min(snapshot.root().expires);
        let now = snapshot.now(question.clock);
        let grade = if now > not_after {
            Freshness::Expired
        } else if now > fresh.next_update.plus_seconds(question.policy.grace) {
            Freshness::Stale
        } else if now > fresh.next_update {
            Freshness::Late
        } else {
            Freshness::Current
        };
        // About a day that the snapshot knows whole, stale knowledge is still knowledge; expired knowledge never is,
        // whatever the policy says.
        let accepted = grade <= question.policy.accept || self.on <= self.known_through();
        let facts = Facts::new()
            .with("grade", grade.name())
            .with("accepted", question.policy.accept.name())
            .with("as_of", manifest.as_of)
            .with("next_update", fresh.next_update)
            .with("not_after", not_after);
        let answer = if accepted && grade < Freshness::Expired {
            Answer::Satisfied
        } else {
            Answer::Undetermined(vec!["newer-snapshot"])
        };
        self.enter(CheckId::SnapshotFresh, answer, facts);

        let newest = snapshot.newest_signed();
        let (answer, facts) = if question.clock < newest {
            let facts = Facts::new().with("clock", question.clock).with("newest_signed", newest);
            (Answer::Undetermined(vec!["clock"]), facts)
        } else if question.clock < snapshot.latest_clock() {
            let facts = Facts::new().with("clock", question.clock).with("shown", snapshot.latest_clock());
            (Answer::Undetermined(vec!["clock"]), facts)
        } else {
            (Answer::Satisfied, Facts::new())
        };
        self.enter(CheckId::ClockPlausible, answer, facts);
        grade
    }

    /// Looks the number up; not listed, newer than the snapshot and outside its coverage are three answers.
    fn check_listed(&mut self) -> Option<ListedDocument> {
        let manifest = self.snapshot.manifest();
        // The day of the snapshot itself was not over when it was taken.
        let known_through = self.known_through();
        let until = manifest.coverage.until.map_or(known_through, |until| until.min(known_through));
        let covered = Interval { from: manifest.coverage.from, until: Some(until) };
        let facts = Facts::new().with("as_of", manifest.as_of);
        let spanned = |facts: Facts| {
            facts.with("covered_from", covered.from).with_some("covered_through", covered.until)
        };
        let stated = match self.presented {
            Presented::Signed(document) => Some(document.claims.issued_on),
            Presented::Typed(form) => form.stated.issued_on,
        };
        let (answer, facts) = match self.looked_up(self.snapshot.document(self.presented.number())) {
            Ok(Some(located)) => {
                self.enter(CheckId::RegisterListed, Answer::Satisfied, facts);
                return Some(located);
            }
            Err(fault) => (Answer::Undetermined(vec![fault.id()]), facts),
            Ok(None) => match stated {
                Some(day) if covered.contains(day) => (Answer::Violated, facts.with("reason", "not-listed")),
                Some(day) if day < covered.from => (
                    Answer::Undetermined(vec!["wider-snapshot"]),
                    spanned(facts.with("reason", "not-covered")),
                ),
                Some(_) => (
                    Answer::Undetermined(vec!["newer-snapshot"]),
                    spanned(facts.with("reason", "newer-than-snapshot")),
                ),
                None => (
                    Answer::Undetermined(vec!["issued-on"]),
                    spanned(facts.with("reason", "issue-date-not-given")),
                ),
            },
        };
        self.enter(CheckId::RegisterListed, answer, facts);
        None
    }

    /// Opens the record with the verification code.
    fn check_code(&mut self, located: Option<&ListedDocument>) -> Option<Verified> {
        let code = self.code();
        let (answer, verified) = match (located, code) {
            (None, _) => (self.blocked(CheckId::RegisterListed), None),
            (Some(located), code) => {
                let number = self.presented.number();
                let opened = match code {
                    Some(code) => Verified::from_record(self.snapshot, located, number, &code),
                    None if located.record == crate::snapshot::Record::Plain => Err(RecordError::Plain),
                    None => {
                        self.enter(CheckId::RegisterCode, Answer::Undetermined(vec!["code"]), Facts::new());
                        return None;
                    }
                };
                match opened {
                    Ok(opened) => (Answer::Satisfied, Some(opened.verified)),
                    Err(RecordError::WrongCode) => (Answer::Violated, None),
                    Err(RecordError::Plain) => (Answer::Undetermined(vec!["record-has-no-code"]), None),
                    Err(RecordError::Unreadable) => (Answer::Undetermined(vec!["register-record"]), None),
                    Err(RecordError::Page(error)) => {
                        (Answer::Undetermined(vec![self.fault(error).id()]), None)
                    }
                }
            }
        };
        self.enter(CheckId::RegisterCode, answer, Facts::new());
        verified
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
