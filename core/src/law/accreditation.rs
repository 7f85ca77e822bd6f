//! Art. 17.1, 23.2(5), 26.5, 26.6: whether a centre's certificate was in force on a day.

use super::ends::{Ends, decision_day, ends};
use crate::calendar::{Date, Interval};
use crate::snapshot::rows::{Accreditation, Centre};
use crate::verdict::Reading;

/// How a centre stood on a day, under one certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// The certificate was in force.
    Accredited {
        /// Its term.
        interval: Interval,
        /// The day on which it was lost later, if it was.
        lost_later: Option<Date>,
    },
    /// The certificate was revoked by a decision of that very day: the Law does not say whether the day itself
    /// still counts (art. 26.6(1)).
    LostThatDay {
        /// Both readings.
        readings: [Reading; 2],
    },
    /// The certificate was not in force.
    Not {
        /// Why, as a stable name.
        status: &'static str,
        /// Since when, or, for a certificate not issued yet, from when.
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
    // A reissued certificate (art. 26.1) may keep its serial number: the one that spans the day speaks.
    let of_serial = || centre.accreditations.iter().filter(|one| one.serial == serial);
    let spanning = of_serial().find(|one| one.interval.contains(day));
    let Some(certificate) = spanning.or_else(|| of_serial().next()) else {
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

/// `art26.p6.certificate-termination`, as far as a certificate's events go.
fn termination(certificate: &Accreditation, day: Date) -> Standing {
    let Ends { for_good, revoked, later } = ends(&certificate.events, day);
    match (for_good, revoked) {
        (Some((status, since)), _) => Standing::Not { status, since: Some(since) },
        (None, Some(since)) if since == day => Standing::LostThatDay { readings: decision_day(since) },
        (None, Some(since)) => Standing::Not { status: "revoked", since: Some(since) },
        (None, None) => Standing::Accredited { interval: certificate.interval, lost_later: later },
    }
}
