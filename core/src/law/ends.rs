//! The effect of a certificate's events on a day (art. 26.5, 26.6).

use crate::calendar::Date;
use crate::facts::Facts;
use crate::law::Reading;
use crate::snapshot::rows::{Event, EventKind};
use crate::sorted::sorted_by_key;

/// What has ended a certificate by a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ends {
    /// The first event that ended it permanently, and its day.
    pub permanent: Option<(&'static str, Date)>,
    /// The day from which it is revoked, if it has not been resumed.
    pub revoked: Option<Date>,
    /// The first day after the day asked about on which an event ends it.
    pub later: Option<Date>,
}

/// `art26.p6.certificate-termination` as far as events go. A revocation ends the certificate until it is resumed (art.
/// 26.5). Liquidation and a court's ban end it permanently, from their day on: the Law provides no resumption after
/// either. Events of one day take effect in the given order.
pub(super) fn ends(events: &[Event], day: Date) -> Ends {
    let mut ends = Ends { permanent: None, revoked: None, later: None };
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
            ends.permanent = ends.permanent.or(Some((status, event.on)));
        }
    }
    ends
}

/// The readings of the day of a revocation: the Law does not state whether that day still counts.
pub(super) fn decision_day(revoked_on: Date) -> [Reading; 2] {
    [("decision-day-excluded", true), ("decision-day-included", false)].map(|(reading, satisfied)| Reading {
        reading,
        satisfied,
        facts: Facts::new().with("revoked_on", revoked_on),
    })
}
