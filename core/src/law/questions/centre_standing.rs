//! Whether a centre is in good standing.

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::articles::a17_centres::p1_status::{CENTRE_STATUS, CentreStatus};
use crate::law::articles::a23_accreditation::p5_reaccreditation::{REAPPLY_BY, ReapplyBy};
use crate::law::articles::a26_end_of_accreditation::p6_termination::{
    CERTIFICATE_TERMINATION, CertificateTermination,
};
use crate::law::engine::aggregate::MembersOutcome;
use crate::law::engine::facts::{facts, require};
use crate::law::engine::outcome::Ruled;
use crate::law::engine::rule::{Output, Rule, question};
use crate::law::questions::{NEXT, NextStep, combine, part};

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
        ("not_published", Output::SomeOf(&["structure", "activities", "prices", "candidate_information"])),
        ("next", NEXT),
    ],
    example: r#"{"status":{"centre":{"kind":"legal-entity","route":"this-law","certificate":{"issued_on":"2025-01-10","valid_to":"2028-01-10","events":[]}},"as_of":"2026-03-19"},"termination":{"last_day":"2028-01-10","events":[],"as_of":"2026-03-19"},"reapply":{"certificate_last_day":"2028-01-10","as_of":"2026-03-19"},"published":{"structure":true,"activities":true,"prices":true,"candidate_information":true}}"#,
};

facts! {
    /// What a centre must publish (art. 17.2(1), 17.2(2)).
    pub struct Publication {
        /// Its structure.
        structure: Option<bool>,
        /// Its activities.
        activities: Option<bool>,
        /// What its services cost.
        prices: Option<bool>,
        /// What candidates must know: the procedure, the documents, the terms of exams and retakes.
        candidate_information: Option<bool>,
    }

    /// Facts of `ask.centre-standing`.
    pub struct CentreStanding {
        /// Of `art17.p1.centre-status`.
        status: Option<CentreStatus>,
        /// Of `art26.p6.certificate-termination`.
        termination: Option<CertificateTermination>,
        /// Of `art23.p5.reapply-by`.
        reapply: Option<ReapplyBy>,
        /// What is published.
        published: Option<Publication>,
    }
}

/// `ask.centre-standing`: whether the centre is accredited, whether its certificate has ended, whether it can still
/// reapply in time, and what it has not published.
///
/// # Errors
/// Those of the rules.
pub fn centre_standing(
    facts: &CentreStanding,
    days: &WorkingDays,
) -> Result<Ruled<MembersOutcome>, FactsError> {
    require!(facts: status, termination, reapply, published);
    let reapplied = part(&REAPPLY_BY, reapply, days)?;
    let last_day = reapplied.last_day();
    let parts = alloc::vec![
        CENTRE_STATUS.result(part(&CENTRE_STATUS, status, days)?),
        CERTIFICATE_TERMINATION.result(part(&CERTIFICATE_TERMINATION, termination, days)?),
        REAPPLY_BY.result(reapplied),
    ];
    let ruled = combine(parts, NextStep::Reapply).with_some("last_day", last_day);
    let duties = [
        ("structure", published.structure),
        ("activities", published.activities),
        ("prices", published.prices),
        ("candidate_information", published.candidate_information),
    ];
    // Art. 17.2 attaches no loss of accreditation to unpublished information: reported, but not counted.
    let absent: Vec<_> = duties
        .iter()
        .filter(|(_, published_it)| *published_it != Some(true))
        .map(|(name, _)| (*name).to_string())
        .collect();
    Ok(if absent.is_empty() { ruled } else { ruled.with("not_published", absent) })
}
