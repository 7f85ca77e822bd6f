//! Composite questions of centres, applicants and the National Chamber: standing, readiness, deadlines.

use alloc::vec::Vec;

use super::super::accreditation_decision::{CertificateIssuance, certificate_issuance};
use super::super::accrediting::{FreeVoluntary, free_voluntary};
use super::super::appeal::{AppealConsideration, appeal_consideration};
use super::super::centre::{CentreStatus, centre_status};
use super::super::certificate_term::{ReapplyBy, reapply_by};
use super::super::criteria::{Criteria, criteria as judge_criteria};
use super::super::facts::{Known, facts, require};
use super::super::refusal::{RefusalNotice, refusal_notice};
use super::super::revocation_decision::{
    CopyToCentre, RevocationDecision, copy_to_centre as judge_copy, revocation_decision as judge_revocation,
};
use super::super::rule::{Output, Rule, rule};
use super::super::ruling::{Ruling, Step};
use super::super::termination::{CertificateTermination, certificate_termination};
use super::{NEXT, combine, optional_part, part};
use crate::calendar::WorkingDays;
use crate::error::{FactProblem, FactsError};
use crate::facts::Facts;

pub(super) const RULES: &[Rule] = &[
    rule!(
        "ask.centre-standing",
        (17, 0, 0, 0),
        centre_standing,
        |facts| facts.status.as_ref().and_then(|status| status.as_of),
        STANDING,
        r#"{"status":{"centre":{"kind":"legal-entity","route":"this-law","certificate":{"issued_on":"2025-01-10","valid_to":"2028-01-10","events":[]}},"as_of":"2026-03-19"},"termination":{"last_day":"2028-01-10","events":[],"as_of":"2026-03-19"},"reapply":{"certificate_last_day":"2028-01-10","as_of":"2026-03-19"},"published":{"structure":true,"activities":true,"prices":true,"candidate_information":true}}"#
    ),
    rule!(
        "ask.applicant-ready",
        (24, 0, 0, 0),
        applicant_ready,
        |_facts| None,
        ASKED_PLAIN,
        r#"{"criteria":{"legal_entity":{"kind":"legal-entity"},"resources_title":{"resources":[{"kind":"premises","title":"ownership"},{"kind":"equipment","title":"ownership"},{"kind":"material-resources","title":"ownership"}],"sufficient":true},"professions_in_register":{"professions":["7212-01"],"register":[{"profession":"7212-01","included_on":"2024-01-01","excluded_on":null,"mode":"voluntary"}],"as_of":"2026-03-19"},"draft_programmes":{"professions":["7212-01"],"drafts":[{"profession":"7212-01","conforms":true}]},"personnel":{"staff":[{"experience_years":5}],"requirements":{"headcount":1,"experience_years":3},"conforms":true},"not_at_educational_institution":{"relation":"none"}},"accreditation":{"fee_charged":0,"accreditor":"national-chamber","coordinated":true}}"#
    ),
    rule!(
        "ask.nce-clock",
        (25, 0, 0, 0),
        nce_clock,
        |_facts| None,
        CLOCKS,
        r#"{"issuance":{"decided_on":"2026-03-19","as_of":"2026-03-20"},"refusal":null,"revocation":null,"copy":null,"appeal":{"registered_on":"2026-03-19","as_of":"2026-03-20"}}"#
    ),
];

const ASKED_PLAIN: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["satisfied", "violated"])),
    ("failed", Output::List),
    ("unknown", Output::List),
    ("next", NEXT),
];
const CLOCKS: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["satisfied", "violated", "contestable"])),
    ("failed", Output::List),
    ("unknown", Output::List),
    ("contestable", Output::List),
    ("last_day", Output::Date),
];
const STANDING: &[(&str, Output)] = &[
    ("status", Output::OneOf(&["satisfied", "violated", "contestable"])),
    ("failed", Output::List),
    ("unknown", Output::List),
    ("contestable", Output::List),
    ("last_day", Output::Date),
    ("not_published", Output::SomeOf(&["structure", "activities", "prices", "candidate_information"])),
    ("next", NEXT),
];

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

    /// Facts of `ask.applicant-ready`.
    pub struct ApplicantReady {
        /// Of `art24.p1.criteria`, art. 24.2 included.
        criteria: Option<Criteria>,
        /// Of `art23.p1.free-voluntary`.
        accreditation: Option<FreeVoluntary>,
    }

    /// Facts of `ask.nce-clock`: the clocks that run, `null` for one that does not; at least one runs.
    pub struct Clocks {
        /// Of `art25.p2.certificate-issuance`.
        issuance: Known<CertificateIssuance>,
        /// Of `art25.p4.refusal-notice`.
        refusal: Known<RefusalNotice>,
        /// Of `art26.p3.revocation-decision`.
        revocation: Known<RevocationDecision>,
        /// Of `art26.p4.copy-to-centre`.
        copy: Known<CopyToCentre>,
        /// Of `art22.p2.appeal-consideration`.
        appeal: Known<AppealConsideration>,
    }
}

/// `ask.centre-standing`: whether the centre is accredited, whether its certificate has ended, whether it can still
/// reapply in time, and what it has not published.
///
/// # Errors
/// Those of the rules.
pub fn centre_standing(facts: &CentreStanding, days: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: status, termination, reapply, published);
    let reapplied = part("art23.p5.reapply-by", reapply_by, reapply, days)?;
    let last_day = reapplied.first().and_then(|reapplied| reapplied.ruling.value.date("last_day"));
    let parts = alloc::vec![
        part("art17.p1.centre-status", centre_status, status, days)?,
        part("art26.p6.certificate-termination", certificate_termination, termination, days)?,
        reapplied,
    ];
    let ruling = combine(parts, "reapply").with_some("last_day", last_day);
    let duties = [
        ("structure", published.structure),
        ("activities", published.activities),
        ("prices", published.prices),
        ("candidate_information", published.candidate_information),
    ];
    // Art. 17.2 attaches no loss of accreditation to unpublished information: reported, but not counted.
    let absent: Vec<&str> = duties
        .iter()
        .filter(|(_, published_it)| *published_it != Some(true))
        .map(|(name, _)| *name)
        .collect();
    Ok(if absent.is_empty() { ruling } else { ruling.with("not_published", super::strings(&absent)) })
}

/// `ask.applicant-ready`: whether the applicant meets every criterion of accreditation, and whether the accreditation
/// is free of charge and by the competent body.
///
/// # Errors
/// Those of the rules.
pub fn applicant_ready(facts: &ApplicantReady, days: &WorkingDays) -> Result<Ruling, FactsError> {
    require!(facts: criteria, accreditation);
    let parts = alloc::vec![
        part("art24.p1.criteria", judge_criteria, criteria, days)?,
        part("art23.p1.free-voluntary", free_voluntary, accreditation, days)?,
    ];
    Ok(combine(parts, "apply"))
}

/// `ask.nce-clock`: every deadline of the Chamber or a centre, and the first day on which one expires.
///
/// # Errors
/// Those of the rules; no deadline asked about.
pub fn nce_clock(facts: &Clocks, days: &WorkingDays) -> Result<Ruling, FactsError> {
    let mut parts = Vec::new();
    let issuance = ("art25.p2.certificate-issuance", "issuance");
    parts.push(optional_part(issuance, certificate_issuance, &facts.issuance, days)?);
    parts.push(optional_part(("art25.p4.refusal-notice", "refusal"), refusal_notice, &facts.refusal, days)?);
    let revocation = ("art26.p3.revocation-decision", "revocation");
    parts.push(optional_part(revocation, judge_revocation, &facts.revocation, days)?);
    parts.push(optional_part(("art26.p4.copy-to-centre", "copy"), judge_copy, &facts.copy, days)?);
    let appeal = ("art22.p2.appeal-consideration", "appeal");
    parts.push(optional_part(appeal, appeal_consideration, &facts.appeal, days)?);
    if parts.iter().all(Vec::is_empty) {
        return Err(FactsError::field("issuance", FactProblem::NoClockChosen));
    }
    let open = |part: &&super::RuleResult| part.ruling.value.text("status") == Some("open");
    let first =
        parts.iter().flatten().filter(open).filter_map(|part| part.ruling.value.date("last_day")).min();
    let ruling = combine(parts, "ask-the-centre");
    let value = ruling.value.clone().without("next");
    let ruling = Ruling { value, ..ruling }.with_some("last_day", first);
    Ok(match first {
        Some(first) => ruling.step(Step::with_facts("next-clock", Facts::new().with("on", first))),
        None => ruling,
    })
}
