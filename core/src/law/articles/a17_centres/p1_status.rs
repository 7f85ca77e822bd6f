//! Paragraph 1: what a recognition centre is, and whether its certificate is in force on a day.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use crate::calendar::{Date, Interval, WorkingDays};
use crate::error::FactsError;
use crate::facts::{Facts, LocalizedName};
use crate::law::Reading;
use crate::law::articles::a26_end_of_accreditation::p6_grounds::{End, Ends, decision_day, ends};
use crate::law::engine::conditions::not_given;
use crate::law::engine::facts::{Known, facts, or_return};
use crate::law::engine::missing::MissingForRule;
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::register::{self, CentreFacts, Early, PersonKind};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::Step;
use crate::snapshot::Contact;
use crate::snapshot::rows::{Accreditation, Centre, EventKind, Route};
use crate::sorted::distinct;

rule! {
    CENTRE_STATUS: CentreStatus => Outcome,
    unit: (17, 1, 0, 0),
    text: 0x6106_7130_dddc_cc20,
    id: "art17.p1.centre-status",
    summary: "Recognition centres are legal entities accredited by this Law or by that on conformity assessment",
    note: "From the day of issue to the last day, both included, without a termination in between. For accreditation by \
         the other law only the dates count here.",
    judge: centre_status,
    as_of: |facts| facts.as_of,
    value: &[
        ("route", Output::OneOf(Route::NAMES)),
        ("from", Output::Date),
        ("last_day", Output::Date),
        ("since", Output::Date),
        ("lost_later", Output::Date),
    ],
    example: r#"{"centre":{"kind":"legal-entity","route":"this-law","certificate":{"serial":"A-1","issued_on":"2025-01-10","valid_to":"2028-01-10","events":[]},"list_as_of":"2026-03-31"},"as_of":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&CENTRE_STATUS.norm];

outcomes! {
    /// The outcomes of `art17.p1.centre-status`.
    pub enum Outcome {
        Accredited = "accredited": Satisfied,
        UnknownCentre = "unknown-centre": Violated,
        NotLegalEntity = "not-legal-entity": Violated,
        NotYet = "not-yet": Violated,
        Expired = "expired": Violated,
        Revoked = "revoked": Violated,
        Liquidated = "liquidated": Violated,
        CourtBan = "court-ban": Violated,
        Contestable = "contestable": Contestable,
    }
}

facts! {
    /// Facts of `art17.p1.centre-status`.
    pub struct CentreStatus {
        /// The centre as the list of centres has it; `null` where the list does not have it.
        centre: Known<CentreFacts>,
        /// The day asked about.
        as_of: Option<Date>,
    }
}

/// `art17.p1.centre-status`: a recognition centre is a legal entity whose accreditation, under this Law or the
/// legislation on conformity assessment, is in force on the day: from the day of issue to the last day, both
/// included, and not terminated in between (art. 26.6) without having been resumed (art. 26.5). For accreditation
/// under the other law only the dates of the certificate count: the effect of its events is governed by that law.
///
/// # Errors
/// A certificate that ends before it begins.
pub fn centre_status(facts: &CentreStatus, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    let centre = match (&facts.centre, facts.as_of) {
        (Known::Unknown, as_of) => {
            return Ok(Ruled::missing(&not_given(&[("centre", false), ("as_of", as_of.is_some())])));
        }
        (Known::None, Some(_)) => return Ok(Ruled::of(Outcome::UnknownCentre)),
        (Known::None, None) => return Ok(Ruled::missing(&["as_of"])),
        (Known::Is(centre), _) => centre,
    };
    let ruling = match (row(centre), facts.as_of) {
        (Ok((row, serial)), Some(as_of)) => {
            or_return!(register::listed_until(centre, as_of));
            by_route(centre, status_on(&row, &serial, as_of))
        }
        (Ok(_), None) => Ruled::missing(&["as_of"]),
        (Err(early), as_of) => {
            let mut missing = (*early)?;
            if as_of.is_none() {
                missing.push(MissingForRule::Fact("as_of"));
            }
            Ruled::lacking(missing)
        }
    };
    let ruling = ruling
        .with_some("route", centre.route.map(Route::name))
        .with_some("last_day", centre.certificate.as_ref().and_then(|certificate| certificate.valid_to));
    if centre.route != Some(Route::ConformityAssessment) {
        return Ok(ruling);
    }
    let events = centre
        .certificate
        .iter()
        .flat_map(|certificate| certificate.events.items())
        .map(|event| (event.on, event.kind));
    let ignored = distinct(events.collect()).into_iter().map(|(on, kind)| {
        let facts = Facts::new().with_some("on", on).with_some("event", kind.map(EventKind::name));
        Step::with_facts("event-left-to-other-law", facts)
    });
    Ok(ruling.step(Step::new("conformity-route")).steps(ignored.collect()))
}

/// The centre as a row, and the serial number of its certificate. A person that is not a legal entity needs no
/// certificate for the answer.
fn row(facts: &CentreFacts) -> Result<(Centre, String), Early> {
    if facts.kind.is_some_and(|kind| kind != PersonKind::LegalEntity) {
        let names = LocalizedName { kk: String::new(), ru: String::new(), en: String::new() };
        return Ok((
            Centre { names, legal_entity: false, accreditations: Vec::new(), contact: Contact::default() },
            String::new(),
        ));
    }
    let certificate = facts.certificate.as_ref();
    let missing = not_given(&[
        ("centre.kind", facts.kind.is_some()),
        ("centre.route", facts.route.is_some()),
        ("centre.certificate", certificate.is_some()),
        ("certificate.issued_on", certificate.is_none_or(|certificate| certificate.issued_on.is_some())),
        ("certificate.valid_to", certificate.is_none_or(|certificate| certificate.valid_to.is_some())),
    ]);
    if !missing.is_empty() {
        return Err(Box::new(Ok(missing.into_iter().map(MissingForRule::Fact).collect())));
    }
    register::centre(facts)
}

/// What ended a certificate under the other law is governed by that law: art. 26 does not define its effect.
fn by_route(centre: &CentreFacts, ruled: Ruled<Outcome>) -> Ruled<Outcome> {
    let ended = match ruled.outcome() {
        Some(Outcome::Revoked | Outcome::Liquidated | Outcome::CourtBan | Outcome::Contestable) => true,
        Some(
            Outcome::Accredited
            | Outcome::UnknownCentre
            | Outcome::NotLegalEntity
            | Outcome::NotYet
            | Outcome::Expired,
        )
        | None => false,
    };
    let other = centre.route == Some(Route::ConformityAssessment);
    if other && ended { Ruled::undetermined(MissingForRule::OtherLaw) } else { ruled }
}

fn status_on(row: &Centre, serial: &str, as_of: Date) -> Ruled<Outcome> {
    match standing(row, serial, as_of) {
        Standing::Accredited { interval, lost_later } => {
            let ruled = Ruled::of(Outcome::Accredited)
                .with("from", interval.from)
                .with_some("lost_later", lost_later);
            let events = || row.accreditations.iter().flat_map(|one| &one.events);
            let latest = |kind| {
                let of_kind = events().filter(|event| event.kind == kind && event.on <= as_of);
                of_kind.map(|event| event.on).max()
            };
            // A revocation terminates (art. 26.6(1)), but can be undone by a resumption (art. 26.5).
            match (latest(EventKind::Revoked), latest(EventKind::Resumed)) {
                (Some(revoked), Some(resumed)) => {
                    let facts = Facts::new().with("revoked_on", revoked).with("on", resumed);
                    ruled.step(Step::with_facts("resumed", facts)).under("revoked-until-resumed")
                }
                (None, _) | (_, None) => ruled,
            }
        }
        Standing::LostThatDay { readings } => {
            Ruled::contestable(Outcome::Contestable, readings).with("since", as_of)
        }
        Standing::Not { lapse, since } => Ruled::of(lapse.into()).with_some("since", since),
        Standing::NoCertificate => Ruled::missing(&["centre.certificate"]),
    }
}

impl From<Lapse> for Outcome {
    fn from(lapse: Lapse) -> Self {
        match lapse {
            Lapse::NotLegalEntity => Self::NotLegalEntity,
            Lapse::NotYet => Self::NotYet,
            Lapse::Expired => Self::Expired,
            Lapse::Revoked => Self::Revoked,
            Lapse::Ended(End::Liquidated) => Self::Liquidated,
            Lapse::Ended(End::CourtBan) => Self::CourtBan,
        }
    }
}

/// Why a centre is not accredited on a day, although it has a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lapse {
    /// It is not a legal entity.
    NotLegalEntity,
    /// The certificate is issued later.
    NotYet,
    /// The certificate's term is over.
    Expired,
    /// The certificate is revoked.
    Revoked,
    /// The certificate has ended permanently.
    Ended(End),
}

impl Lapse {
    /// Returns the stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotLegalEntity => "not-legal-entity",
            Self::NotYet => "not-yet",
            Self::Expired => "expired",
            Self::Revoked => "revoked",
            Self::Ended(end) => end.name(),
        }
    }
}

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
        /// The reason.
        lapse: Lapse,
        /// The first day of that status; for a certificate not issued yet, the day of issue.
        since: Option<Date>,
    },
    /// The centre has no certificate of this number.
    NoCertificate,
}

/// `art17.p1.centre-status` for one certificate: a legal entity whose certificate was issued and had not ended on
/// `day` (both ends of its term included, art. 23.2(5)), nor been terminated (art. 26.6) without being resumed
/// (art. 26.5).
#[must_use]
pub fn standing(centre: &Centre, serial: &str, day: Date) -> Standing {
    if !centre.legal_entity {
        return Standing::Not { lapse: Lapse::NotLegalEntity, since: None };
    }
    // A reissued certificate (art. 26.1) may keep its serial number: use the one whose term includes the day.
    let with_serial = || centre.accreditations.iter().filter(|one| one.serial == serial);
    let current = with_serial().find(|one| one.interval.contains(day));
    let Some(certificate) = current.or_else(|| with_serial().next()) else { return Standing::NoCertificate };
    if day < certificate.interval.from {
        return Standing::Not { lapse: Lapse::NotYet, since: Some(certificate.interval.from) };
    }
    if let Some(until) = certificate.interval.until.filter(|until| day > *until) {
        return Standing::Not { lapse: Lapse::Expired, since: Some(until.plus_days(1)) };
    }
    termination(certificate, day)
}

/// `art26.p6.certificate-termination`, as far as it depends on the certificate's events.
fn termination(certificate: &Accreditation, day: Date) -> Standing {
    let Ends { permanent, revoked, later } = ends(&certificate.events, day);
    match (permanent, revoked) {
        (Some((end, since)), _) => Standing::Not { lapse: Lapse::Ended(end), since: Some(since) },
        (None, Some(since)) if since == day => Standing::LostThatDay { readings: decision_day(since) },
        (None, Some(since)) => Standing::Not { lapse: Lapse::Revoked, since: Some(since) },
        (None, None) => Standing::Accredited { interval: certificate.interval, lost_later: later },
    }
}
