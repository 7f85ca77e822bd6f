//! Art. 17: what a recognition centre is, who accredits it, and which programmes it must have.

use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use super::accreditation::{Standing, standing};
use super::conditions::not_given;
use super::facts::{Known, Text, facts, names, require};
use super::missing::Missing;
use super::register::{self, CentreFacts, Early, PersonKind};
use super::rule::{Output, Rule, rule};
use super::ruling::{Answer, Ruling, Step};
use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::facts::{Facts, LocalizedName};
use crate::snapshot::Contact;
use crate::snapshot::rows::{Centre, EventKind, Route};
use crate::sorted::distinct;

pub(super) const RULES: &[Rule] = &[
    rule!(
        "art17.p1.centre-status",
        (17, 1, 0, 0),
        centre_status,
        |facts| facts.as_of,
        STATUS,
        r#"{"centre":{"kind":"legal-entity","route":"this-law","certificate":{"serial":"A-1","issued_on":"2025-01-10","valid_to":"2028-01-10","events":[]}},"as_of":"2026-03-19"}"#
    ),
    rule!(
        "art17.p1.part2.accreditor-matches-route",
        (17, 1, 2, 0),
        accreditor_matches_route,
        |_facts| None,
        ACCREDITOR,
        r#"{"route":"this-law","accreditor":"national-chamber"}"#
    ),
    rule!(
        "art17.p2.s4.programme-exists",
        (17, 2, 0, 4),
        programme_exists,
        |facts| facts.as_of,
        PROGRAMME,
        r#"{"profession":"7212-01","programmes":[{"profession":"7212-01","approved_on":"2025-02-01"}],"as_of":"2026-03-19"}"#
    ),
];

const STATUS: &[(&str, Output)] = &[
    (
        "status",
        Output::OneOf(&[
            "accredited",
            "unknown-centre",
            "not-legal-entity",
            "not-yet",
            "expired",
            "revoked",
            "liquidated",
            "court-ban",
            "contestable",
        ]),
    ),
    ("route", Output::OneOf(Route::NAMES)),
    ("from", Output::Date),
    ("last_day", Output::Date),
    ("since", Output::Date),
    ("lost_later", Output::Date),
];
const ACCREDITOR: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["matches", "other-accreditor"])),
    ("expected", Output::OneOf(Accreditor::NAMES)),
    ("found", Output::OneOf(Accreditor::NAMES)),
];
const PROGRAMME: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["approved", "not-yet-approved", "no-programme"])),
    ("approved_on", Output::Date),
];

names! {
    /// Who accredits recognition centres.
    pub enum Accreditor {
        /// The National Chamber of Entrepreneurs (art. 23.1).
        NationalChamber = "national-chamber",
        /// The accreditation body in conformity assessment (art. 17.1, part two).
        AccreditationBody = "accreditation-body",
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

    /// Facts of `art17.p1.part2.accreditor-matches-route`.
    pub struct AccreditorMatchesRoute {
        /// By which law the centre was accredited.
        route: Option<Route>,
        /// Who accredited it.
        accreditor: Option<Accreditor>,
    }

    /// A qualification programme of the centre.
    pub struct ProgrammeFacts {
        /// Code of the profession.
        profession: Option<Text>,
        /// The day on which the centre approved it; `null` while it has not.
        approved_on: Known<Date>,
    }

    /// Facts of `art17.p2.s4.programme-exists`.
    pub struct ProgrammeExists {
        /// Code of the profession.
        profession: Option<Text>,
        /// The centre's programmes: at least those of this profession; empty where it has none.
        programmes: Option<Vec<ProgrammeFacts>>,
        /// The day of the exam.
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
pub fn centre_status(facts: &CentreStatus, _: &WorkingDays) -> Result<Ruling, FactsError> {
    let centre = match (&facts.centre, facts.as_of) {
        (Known::Unknown, as_of) => {
            return Ok(Ruling::missing(&not_given(&[("centre", false), ("as_of", as_of.is_some())])));
        }
        (Known::None, Some(_)) => return Ok(Ruling::status(false, "unknown-centre")),
        (Known::None, None) => return Ok(Ruling::missing(&["as_of"])),
        (Known::Is(centre), _) => centre,
    };
    let ruling = match (row(centre), facts.as_of) {
        (Ok((row, serial)), Some(as_of)) => by_route(centre, status_on(&row, &serial, as_of)),
        (Ok(_), None) => Ruling::missing(&["as_of"]),
        (Err(early), as_of) => {
            let mut ruling = (*early)?;
            if let (Answer::Undetermined(missing), None) = (&mut ruling.answer, as_of) {
                missing.push(Missing::Fact("as_of"));
            }
            ruling
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
        return Err(Box::new(Ok(Ruling::missing(&missing))));
    }
    register::centre(facts)
}

/// What ended a certificate under the other law is governed by that law: art. 26 does not define its effect.
fn by_route(centre: &CentreFacts, ruling: Ruling) -> Ruling {
    let other = centre.route == Some(Route::ConformityAssessment);
    let ended =
        matches!(ruling.value.text("status"), Some("revoked" | "liquidated" | "court-ban" | "contestable"));
    if other && ended { Ruling::undetermined(Missing::OtherLaw) } else { ruling }
}

fn status_on(row: &Centre, serial: &str, as_of: Date) -> Ruling {
    match standing(row, serial, as_of) {
        Standing::Accredited { interval, lost_later } => {
            let ruling = Ruling::status(true, "accredited")
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
                    ruling.step(Step::with_facts("resumed", facts)).under("revoked-until-resumed")
                }
                _ => ruling,
            }
        }
        Standing::LostThatDay { readings } => Ruling::contestable(readings).with("since", as_of),
        Standing::Not { status, since } => Ruling::status(false, status).with_some("since", since),
    }
}

/// `art17.p1.part2.accreditor-matches-route`: the accreditation body accredits under the legislation on conformity
/// assessment, the National Chamber under this Law (art. 23.1).
///
/// # Errors
/// None.
pub fn accreditor_matches_route(
    facts: &AccreditorMatchesRoute,
    _: &WorkingDays,
) -> Result<Ruling, FactsError> {
    require!(facts: route, accreditor);
    let expected = match route {
        Route::ThisLaw => Accreditor::NationalChamber,
        Route::ConformityAssessment => Accreditor::AccreditationBody,
    };
    let matches = *accreditor == expected;
    let ruling = Ruling::status(matches, if matches { "matches" } else { "other-accreditor" });
    Ok(ruling.with("expected", expected.name()).with("found", accreditor.name()))
}

/// `art17.p2.s4.programme-exists`: the centre has developed and approved a qualification programme for the profession,
/// no later than the day of the exam. One suffices; its content is not judged here.
///
/// # Errors
/// None.
pub fn programme_exists(facts: &ProgrammeExists, _: &WorkingDays) -> Result<Ruling, FactsError> {
    let missing = not_given(&[
        ("profession", facts.profession.is_some()),
        ("programmes", facts.programmes.is_some()),
        ("as_of", facts.as_of.is_some()),
    ]);
    let (Some(profession), Some(programmes)) = (&facts.profession, &facts.programmes) else {
        return Ok(Ruling::missing(&missing));
    };
    let matching = || programmes.iter().filter(|one| one.profession.as_ref() == Some(profession));
    let first = matching().filter_map(|one| one.approved_on.some()).min();
    let Some(as_of) = facts.as_of else {
        return Ok(Ruling::missing(&missing).with_some("approved_on", first));
    };
    // An incompletely described programme could be the one, unless its day of approval is known and too late.
    let may_apply = |one: &ProgrammeFacts| match one.approved_on {
        Known::Unknown => true,
        Known::None => false,
        Known::Is(on) => on <= as_of,
    };
    let ruling = if first.is_some_and(|on| on <= as_of) {
        Ruling::status(true, "approved")
    } else {
        let unknown = not_given(&[
            (
                "programmes.profession",
                !programmes.iter().any(|one| one.profession.is_none() && may_apply(one)),
            ),
            ("programmes.approved_on", !matching().any(may_apply)),
        ]);
        match (unknown.is_empty(), matching().next()) {
            (false, _) => Ruling::missing(&unknown),
            (true, None) => Ruling::status(false, "no-programme"),
            (true, Some(_)) => Ruling::status(false, "not-yet-approved"),
        }
    };
    Ok(ruling.with_some("approved_on", first))
}
