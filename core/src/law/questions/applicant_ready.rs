//! Whether an applicant is ready to be accredited.

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::articles::a23_accreditation::p1_free::{FREE_VOLUNTARY, FreeVoluntary};
use crate::law::articles::a24_criteria::{CRITERIA, Criteria};
use crate::law::engine::aggregate::PlainOutcome;
use crate::law::engine::facts::{facts, require};
use crate::law::engine::outcome::Ruled;
use crate::law::engine::rule::{Output, Rule, question};
use crate::law::questions::{NEXT, NextStep, combine, part};

pub(in crate::law) static APPLICANT_READY: Rule = question! {
    id: "ask.applicant-ready",
    cites: (24, 0, 0, 0),
    judge: applicant_ready => PlainOutcome,
    as_of: |_facts| None,
    value: &[("failed", Output::List), ("unknown", Output::List), ("next", NEXT)],
    example: r#"{"criteria":{"legal_entity":{"kind":"legal-entity"},"resources_title":{"resources":[{"kind":"premises","title":"ownership"},{"kind":"equipment","title":"ownership"},{"kind":"material-resources","title":"ownership"}],"sufficient":true},"professions_in_register":{"professions":["7212-01"],"register":[{"profession":"7212-01","included_on":"2024-01-01","excluded_on":null,"mode":"voluntary"}],"as_of":"2026-03-19"},"draft_programmes":{"professions":["7212-01"],"drafts":[{"profession":"7212-01","conforms":true}]},"personnel":{"staff":[{"experience_years":5}],"requirements":{"headcount":1,"experience_years":3},"conforms":true},"not_at_educational_institution":{"relation":"none"}},"accreditation":{"fee_charged":0,"accreditor":"national-chamber","coordinated":true}}"#,
};

facts! {
    /// Facts of `ask.applicant-ready`.
    pub struct ApplicantReady {
        /// Of `art24.p1.criteria`, art. 24.2 included.
        criteria: Option<Criteria>,
        /// Of `art23.p1.free-voluntary`.
        accreditation: Option<FreeVoluntary>,
    }
}

/// `ask.applicant-ready`: whether the applicant meets every criterion of accreditation, and whether the accreditation
/// is free of charge and by the competent body.
///
/// # Errors
/// Those of the rules.
pub fn applicant_ready(
    facts: &ApplicantReady,
    days: &WorkingDays,
) -> Result<Ruled<PlainOutcome>, FactsError> {
    require!(facts: criteria, accreditation);
    let parts = alloc::vec![
        CRITERIA.result(part(&CRITERIA, criteria, days)?),
        FREE_VOLUNTARY.result(part(&FREE_VOLUNTARY, accreditation, days)?),
    ];
    Ok(combine(parts, NextStep::Apply))
}
