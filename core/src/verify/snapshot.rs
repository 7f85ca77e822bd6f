//! The snapshot itself: its age, the device's clock, and the pages that could not be used.

use alloc::vec::Vec;

use super::{Question, Run};
use crate::error::PageError;
use crate::snapshot::Pages;
use crate::verdict::{Answer, CheckId, Facts, Freshness, Missing};

/// How far in seconds a correct clock may be behind a signed time: the clocks of the publisher and of the device differ.
/// The effective time is the later one in any case.
pub const CLOCK_TOLERANCE: u64 = 600;

/// The pages that could not be used during one verification, by the check that reports them.
#[derive(Debug, Default)]
pub(super) struct Faults {
    missing: bool,
    unreadable: bool,
    altered: bool,
}

impl Faults {
    /// Notes a page that could not be used, and returns the check that reports it.
    pub(super) const fn note(&mut self, error: PageError) -> CheckId {
        match error {
            PageError::Missing => self.missing = true,
            PageError::Unreadable => self.unreadable = true,
            PageError::Altered => {
                self.altered = true;
                return CheckId::SnapshotAuthentic;
            }
        }
        CheckId::SnapshotComplete
    }
}

impl<P: Pages> Run<'_, P> {
    /// Grades the age of the snapshot. Returns the grade.
    pub(super) fn check_freshness(&mut self, question: &Question) -> Freshness {
        let snapshot = self.snapshot;
        let (manifest, statement) = (snapshot.manifest(), snapshot.freshness_statement());
        let not_after = manifest.not_after.min(snapshot.centres().not_after).min(snapshot.root().expires);
        // The online key cannot extend the time for which the keeper lets it confirm the manifest.
        let next_update = statement.next_update.min(manifest.confirmable_until());
        let now = snapshot.now(question.clock);
        let grade = if now > not_after {
            Freshness::Expired
        } else if now > next_update.plus_seconds(question.policy.grace) {
            Freshness::Stale
        } else if now > next_update {
            Freshness::Late
        } else {
            Freshness::Current
        };
        // A stale snapshot still decides about a day of which it knows every event. An expired one never decides,
        // whatever the policy accepts.
        let accepted = grade <= question.policy.accept || self.on <= self.known_through();
        let facts = Facts::new()
            .with("grade", grade.name())
            .with("accepted", question.policy.accept.name())
            .with("as_of", manifest.as_of)
            .with("next_update", next_update)
            .with("not_after", not_after);
        if accepted && grade < Freshness::Expired {
            self.record(CheckId::SnapshotFresh, Answer::Satisfied, facts);
        } else {
            self.record_missing(CheckId::SnapshotFresh, Missing::NewerSnapshot, facts);
        }
        grade
    }

    /// Checks that the device's clock is not behind a signed time, nor behind a time that it has shown before.
    pub(super) fn check_clock(&mut self, question: &Question) {
        let (clock, newest) = (question.clock, self.snapshot.newest_signed());
        if clock.plus_seconds(CLOCK_TOLERANCE) < newest {
            let facts = Facts::new().with("clock", clock).with("newest_signed", newest);
            self.record_missing(CheckId::ClockPlausible, Missing::Clock, facts);
        } else if clock.plus_seconds(CLOCK_TOLERANCE) < self.snapshot.latest_clock() {
            let facts = Facts::new().with("clock", clock).with("shown", self.snapshot.latest_clock());
            self.record_missing(CheckId::ClockPlausible, Missing::Clock, facts);
        } else {
            self.record(CheckId::ClockPlausible, Answer::Satisfied, Facts::new());
        }
    }

    /// Records whether every page that was needed could be read and was the signed one. Called last.
    pub(super) fn check_pages(&mut self) {
        let Faults { missing, unreadable, altered } = self.faults;
        let incomplete = [(missing, Missing::Segment), (unreadable, Missing::NewerVersion)];
        self.record_faults(CheckId::SnapshotComplete, &incomplete);
        self.record_faults(CheckId::SnapshotAuthentic, &[(altered, Missing::Segment)]);
    }

    fn record_faults(&mut self, check: CheckId, faults: &[(bool, Missing)]) {
        let missing: Vec<_> =
            faults.iter().filter(|(fault, _)| *fault).map(|(_, missing)| *missing).collect();
        let answer = if missing.is_empty() { Answer::Satisfied } else { Answer::Undetermined(missing) };
        self.record(check, answer, Facts::new());
    }
}
