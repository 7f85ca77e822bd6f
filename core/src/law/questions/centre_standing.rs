//! Whether a centre is in good standing.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::calendar::WorkingDays;
use crate::error::{FactProblem, FactsError};
use crate::law::articles::a17_centres::p1_status::{CENTRE_STATUS, CentreStatus};
use crate::law::articles::a23_accreditation::p5_reaccreditation::{REAPPLY_BY, ReapplyBy};
use crate::law::articles::a26_end_of_accreditation::p6_termination::{
    CERTIFICATE_TERMINATION, CertificateTermination,
};
use crate::law::engine::aggregate::MembersOutcome;
use crate::law::engine::conditions::with_lists;
use crate::law::engine::facts::{Known, agree, facts, require};
use crate::law::engine::outcome::Ruled;
use crate::law::engine::register::{CertificateFacts, EventFacts};
use crate::law::engine::rule::{Output, Rule, question};
use crate::law::engine::ruling::Step;
use crate::law::questions::{NEXT, NextStep, combine, part};
use crate::snapshot::rows::Route;
use crate::sorted::sorted_by_key;

pub(in crate::law) static CENTRE_STANDING: Rule = question! {
    id: "ask.centre-standing",
    cites: (17, 0, 0, 0),
    judge: centre_standing => MembersOutcome,
    as_of: |facts| facts.status.as_ref().and_then(|status| status.as_of),
    value: &[
        ("failed", Output::List),
        ("unknown", Output::List),
        ("contestable", Output::List),
        ("last_day", Output::Date),
        ("not_published", Output::SomeOf(PUBLISHED)),
        ("not_known", Output::SomeOf(PUBLISHED)),
        ("next", NEXT),
    ],
    example: r#"{"status":{"centre":{"kind":"legal-entity","route":"this-law","certificate":{"issued_on":"2025-01-10","valid_to":"2028-01-10","events":[]},"list_as_of":"2026-03-31"},"as_of":"2026-03-19"},"published":{"registered":true,"structure":true,"activities":true,"prices":true,"candidate_information":true}}"#,
};

/// What a centre must do and publish (art. 17.2(1), 17.2(2)), by the names of the facts.
const PUBLISHED: &[&str] = &["registered", "structure", "activities", "prices", "candidate_information"];

facts! {
    /// What a centre must publish, and that it must register on the platform (art. 17.2(1), 17.2(2)).
    pub struct Publication {
        /// Whether it is registered on the digital platform.
        registered: Option<bool>,
        /// Its structure.
        structure: Option<bool>,
        /// Its activities.
        activities: Option<bool>,
        /// What its services cost.
        prices: Option<bool>,
        /// What candidates must know: the procedure, the documents, the terms of exams and retakes.
        candidate_information: Option<bool>,
    }

    /// Facts of `ask.centre-standing`. The day asked about, the last day of the certificate and its events are stated in one of the
    /// parts.
    pub struct CentreStanding {
        /// Of `art17.p1.centre-status`.
        status: Option<CentreStatus>,
        /// Of `art26.p6.certificate-termination`, where the status does not state its facts.
        termination: Option<CertificateTermination>,
        /// Of `art23.p5.reapply-by`: whether re-accreditation was applied for.
        reapply: Option<ReapplyBy>,
        /// What is published.
        published: Option<Publication>,
    }
}

/// `ask.centre-standing`: whether the centre is accredited, whether its certificate has ended, until when it can apply
/// for re-accreditation, and what it has not published.
///
/// Re-accreditation is voluntary and by the National Chamber (art. 23.1, 23.5): its term is told of a certificate by this Law
/// only, and one that has passed is no breach. What ends a certificate by the other law is left to that law (art. 17.1).
///
/// # Errors
/// Those of the rules; facts of two parts that differ.
pub fn centre_standing(
    facts: &CentreStanding,
    days: &WorkingDays,
) -> Result<Ruled<MembersOutcome>, FactsError> {
    require!(facts: status, published);
    let mut status = status.clone();
    let mut termination = facts.termination.clone().unwrap_or_default();
    let mut reapply = facts.reapply.clone().unwrap_or_default();
    let route = joined(&mut status, &mut termination, &mut reapply)?;
    let mut parts = alloc::vec![CENTRE_STATUS.result(part(&CENTRE_STATUS, &status, days)?)];
    let by_chamber = route == Some(Route::ThisLaw);
    if by_chamber {
        parts.push(CERTIFICATE_TERMINATION.result(part(&CERTIFICATE_TERMINATION, &termination, days)?));
    }
    let reapplied = part(&REAPPLY_BY, &reapply, days)?;
    let running = reapplied.is_running() && by_chamber;
    let next: &[NextStep] = if running { &[NextStep::Reapply] } else { &[] };
    let mut ruled = combine(parts, next);
    if running {
        ruled = ruled.with_some("last_day", reapplied.last_day());
    } else if by_chamber && reapplied.is_violated() {
        ruled = ruled.step(Step::new("reaccreditation-is-voluntary"));
    }
    let duties = [
        published.registered,
        published.structure,
        published.activities,
        published.prices,
        published.candidate_information,
    ];
    let named = |state: Option<bool>| -> Vec<String> {
        let of_state = PUBLISHED.iter().zip(duties).filter(|(_, published_it)| *published_it == state);
        of_state.map(|(name, _)| (*name).to_string()).collect()
    };
    // Art. 17.2 attaches no loss of accreditation to unpublished information: reported, but not counted.
    let lists = [("not_published", named(Some(false))), ("not_known", named(None))];
    Ok(with_lists(ruled, lists))
}

/// Joins the facts that several parts share. Returns the route of the certificate.
///
/// # Errors
/// Facts that differ.
fn joined(
    status: &mut CentreStatus,
    termination: &mut CertificateTermination,
    reapply: &mut ReapplyBy,
) -> Result<Option<Route>, FactsError> {
    agree(&mut [
        ("status.as_of", &mut status.as_of),
        ("termination.as_of", &mut termination.as_of),
        ("reapply.as_of", &mut reapply.as_of),
    ])?;
    let Known::Is(centre) = &mut status.centre else {
        agree(&mut [
            ("termination.last_day", &mut termination.last_day),
            ("reapply.certificate_last_day", &mut reapply.certificate_last_day),
        ])?;
        return Ok(None);
    };
    let certificate = centre.certificate.get_or_insert_default();
    agree(&mut [
        ("status.centre.certificate.valid_to", &mut certificate.valid_to),
        ("termination.last_day", &mut termination.last_day),
        ("reapply.certificate_last_day", &mut reapply.certificate_last_day),
    ])?;
    match (&certificate.events, &termination.events) {
        (Known::Unknown, Some(events)) => certificate.events = Known::Is(events.clone()),
        (Known::Unknown, None) => {}
        (stated, None) => termination.events = Some(stated.items().to_vec()),
        (stated, Some(events)) => {
            if in_order(stated.items()) != in_order(events) {
                let other = "status.centre.certificate.events";
                return Err(FactsError::field("termination.events", FactProblem::Differs { other }));
            }
        }
    }
    if *certificate == CertificateFacts::default() {
        centre.certificate = None;
    }
    Ok(centre.route)
}

/// Events in the order of their days: the order of a list carries no meaning.
fn in_order(events: &[EventFacts]) -> Vec<EventFacts> {
    sorted_by_key(events.to_vec(), |event| (event.on, event.kind))
}
