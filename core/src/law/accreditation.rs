//! Art. 17.1, 23.2(5), 26.5, 26.6: whether a centre's certificate was in force on a day.

use super::ends::{Ends, decision_day, ends};
use crate::calendar::{Date, Interval};
use crate::law::Reading;
use crate::snapshot::rows::{Accreditation, Centre};

/// The status of a centre on a day, under one certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// The certificate was in force.
    Accredited {
        /// Its term.
        interval: Interval,
        /// The first later day on which the certificate ended, if it did.
        lost_later: Option<Date>,
    },
    /// The certificate was revoked by a decision of the same day. The Law does not state whether that day still counts
    /// (art. 26.6(1)).
    LostThatDay {
        /// Both readings.
        readings: [Reading; 2],
    },
    /// The certificate was not in force.
    Not {
        /// The reason, as a stable name.
        status: &'static str,
        /// The first day of that status; for a certificate not issued yet, the day of issue.
        since: Option<Date>,
    },
}

/// `art17.p1.centre-status` for one certificate: a legal entity whose certificate was issued and had not ended on
/// `day` (both ends of its term included, art. 23.2(5)), nor been terminated (art. 26.6) without being resumed
/// (art. 26.5).
#[must_use]
pub fn standing(centre: &Centre, serial: &str, day: Date) -> Standing {
    if !centre.legal_entity {
        return Standing::Not { status: "not-legal-entity", since: None };
    }
    // A reissued certificate (art. 26.1) may keep its serial number: use the one whose term includes the day.
    let with_serial = || centre.accreditations.iter().filter(|one| one.serial == serial);
    let current = with_serial().find(|one| one.interval.contains(day));
    let Some(certificate) = current.or_else(|| with_serial().next()) else {
        return Standing::Not { status: "not-accredited", since: None };
    };
    if day < certificate.interval.from {
        return Standing::Not { status: "not-yet", since: Some(certificate.interval.from) };
    }
    if let Some(until) = certificate.interval.until.filter(|until| day > *until) {
        return Standing::Not { status: "expired", since: Some(until.plus_days(1)) };
    }
    termination(certificate, day)
}

/// `art26.p6.certificate-termination`, as far as it depends on the certificate's events.
fn termination(certificate: &Accreditation, day: Date) -> Standing {
    let Ends { permanent, revoked, later } = ends(&certificate.events, day);
    match (permanent, revoked) {
        (Some((status, since)), _) => Standing::Not { status, since: Some(since) },
        (None, Some(since)) if since == day => Standing::LostThatDay { readings: decision_day(since) },
        (None, Some(since)) => Standing::Not { status: "revoked", since: Some(since) },
        (None, None) => Standing::Accredited { interval: certificate.interval, lost_later: later },
    }
}
