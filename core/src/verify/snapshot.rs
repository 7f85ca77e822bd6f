//! The snapshot itself: its age, the device's clock, and the pages that could not be used.

use core::cell::Cell;

use alloc::vec::Vec;

use super::{Made, Run};
use crate::calendar::Timestamp;
use crate::error::PageError;
use crate::snapshot::Pages;
use crate::verdict::{CheckAnswer, CheckId, Fact, Facts, Freshness, MissingForCheck};

/// How many seconds a correct clock may be behind a signed time: the clocks of the publisher and of the device differ.
/// The effective time is the later one in any case.
pub const CLOCK_TOLERANCE: u64 = 600;

/// The pages that could not be used during one verification, by the check that reports them.
#[derive(Debug, Default)]
pub(super) struct Faults {
    missing: Cell<bool>,
    unreadable: Cell<bool>,
    altered: Cell<bool>,
}

impl Faults {
    /// Notes a page that could not be used, and returns the check that reports it.
    pub(super) fn note(&self, error: PageError) -> CheckId {
        let (fault, check) = match error {
            PageError::Missing => (&self.missing, CheckId::SnapshotComplete),
            PageError::Unreadable => (&self.unreadable, CheckId::SnapshotComplete),
            PageError::Altered => (&self.altered, CheckId::SnapshotAuthentic),
        };
        fault.set(true);
        check
    }

    /// Whether every page that was read was the signed one.
    pub(super) fn authentic(&self) -> CheckAnswer {
        lacking(&[(&self.altered, MissingForCheck::Segment)])
    }

    /// Whether every page that was needed could be read.
    pub(super) fn complete(&self) -> CheckAnswer {
        lacking(&[
            (&self.missing, MissingForCheck::Segment),
            (&self.unreadable, MissingForCheck::NewerVersion),
        ])
    }
}

fn lacking(faults: &[(&Cell<bool>, MissingForCheck)]) -> CheckAnswer {
    let missing: Vec<_> =
        faults.iter().filter(|(fault, _)| fault.get()).map(|(_, missing)| *missing).collect();
    if missing.is_empty() { CheckAnswer::Satisfied } else { CheckAnswer::Undetermined(missing) }
}

impl<P: Pages> Run<'_, P> {
    /// The last moment at which every signed statement is in force.
    fn not_after(&self) -> Timestamp {
        self.snapshot.ends()
    }

    /// The moment until which the snapshot is current. The online key cannot extend the time for which the keeper lets it
    /// confirm the manifest.
    fn next_update(&self) -> Timestamp {
        self.snapshot.freshness_statement().next_update.min(self.snapshot.manifest().confirmable_until())
    }

    /// Grades the age of the snapshot.
    pub(super) fn grade(&self) -> Freshness {
        let next_update = self.next_update();
        let now = self.snapshot.now(self.question.clock);
        if now > self.not_after() {
            Freshness::Expired
        } else if now > next_update.plus_seconds(self.question.policy.grace) {
            Freshness::Stale
        } else if now > next_update {
            Freshness::Late
        } else {
            Freshness::Current
        }
    }

    /// Checks that the snapshot is recent enough for the policy.
    pub(super) fn fresh(&self) -> Made {
        let (grade, accept) = (self.grade(), self.question.policy.accept);
        // A stale snapshot still decides about a day of which it knows every event. An expired one never decides,
        // whatever the policy accepts.
        let accepted = grade <= accept || self.on <= self.known_through();
        let facts = Facts::new()
            .with("grade", Fact::word(grade.name()))
            .with("accepted", accept.name())
            .with("as_of", self.snapshot.manifest().as_of)
            .with("next_update", self.next_update())
            .with("not_after", self.not_after());
        if accepted && grade < Freshness::Expired {
            Made::new(CheckAnswer::Satisfied, facts)
        } else {
            Made::missing(MissingForCheck::NewerSnapshot, facts)
        }
    }

    /// Checks that the device's clock is not behind a signed time, nor behind a time that it has shown before.
    pub(super) fn clock(&self) -> Made {
        let (clock, newest) = (self.question.clock, self.snapshot.newest_signed());
        let facts = Facts::new().with("clock", Fact::Clock(clock));
        if clock.plus_seconds(CLOCK_TOLERANCE) < newest {
            Made::missing(MissingForCheck::Clock, facts.with("newest_signed", Fact::Clock(newest)))
        } else if clock.plus_seconds(CLOCK_TOLERANCE) < self.snapshot.latest_clock() {
            Made::missing(
                MissingForCheck::Clock,
                facts.with("shown", Fact::Clock(self.snapshot.latest_clock())),
            )
        } else {
            CheckAnswer::Satisfied.into()
        }
    }
}
