//! What the events of a certificate come to on a day (art. 26.5, 26.6).

use crate::calendar::Date;
use crate::snapshot::rows::{Event, EventKind};
use crate::sorted::sorted_by_key;
use crate::verdict::{Facts, Reading};

/// What had ended a certificate by a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ends {
    /// The first thing that ended it for good, and since when.
    pub for_good: Option<(&'static str, Date)>,
    /// Since when it is revoked and not resumed.
    pub revoked: Option<Date>,
    /// The first day after the day asked about on which something ends it.
    pub later: Option<Date>,
}

/// `art26.p6.certificate-termination` as far as events go: a revocation ends the certificate until it is resumed
/// (art. 26.5); liquidation and a court's ban end it for good, from that very day on (the Law gives no way back from
/// either). Events of one day count in the order in which they are given.
pub(super) fn ends(events: &[Event], day: Date) -> Ends {
    let mut ends = Ends { for_good: None, revoked: None, later: None };
    for event in sorted_by_key(events.to_vec(), |event| event.on) {
        let status = match event.kind {
            EventKind::Revoked => "revoked",
            EventKind::Liquidated => "liquidated",
            EventKind::CourtBan => "court-ban",
            EventKind::Resumed => {
                ends.revoked = ends.revoked.filter(|_| event.on > day);
                continue;
            }
        };
        if event.on > day {
            ends.later = ends.later.or(Some(event.on));
        } else if event.kind == EventKind::Revoked {
            ends.revoked = ends.revoked.or(Some(event.on));
        } else {
            ends.for_good = ends.for_good.or(Some((status, event.on)));
        }
    }
    ends
}

/// The readings of the day of a revocation itself: the Law does not say whether it still counts.
pub(super) fn decision_day(revoked_on: Date) -> [Reading; 2] {
    [("decision-day-excluded", true), ("decision-day-included", false)].map(|(reading, satisfied)| Reading {
        reading,
        satisfied,
        facts: Facts::new().with("revoked_on", revoked_on),
    })
}
