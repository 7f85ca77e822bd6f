//! Whether an applicant is ready to be accredited.

use alloc::vec::Vec;

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::articles::a23_accreditation::p1_free::{FREE_VOLUNTARY, FreeVoluntary};
use crate::law::articles::a24_criteria::{CRITERIA, Criteria};
use crate::law::engine::aggregate::PlainOutcome;
use crate::law::engine::facts::{facts, require};
use crate::law::engine::missing::MissingForRule;
use crate::law::engine::outcome::Ruled;
use crate::law::engine::rule::{Output, Rule, RuleResult, question};
use crate::law::engine::ruling::RuleAnswer;
use crate::law::questions::{NEXT, NextStep, combine, part};

pub(in crate::law) static APPLICANT_READY: Rule = question! {
    id: "ask.applicant-ready",
    cites: (24, 0, 0, 0),
    judge: applicant_ready => PlainOutcome,
    as_of: |facts| facts.criteria.as_ref()
        .and_then(|criteria| criteria.professions_in_register.as_ref())
        .and_then(|member| member.as_of),
    value: &[("failed", Output::List), ("unknown", Output::List), ("later", Output::List), ("next", NEXT)],
    example: r#"{"examined":false,"criteria":{"legal_entity":{"kind":"legal-entity"},"resources_title":{"resources":[{"kind":"premises","title":"ownership"},{"kind":"equipment","title":"ownership"},{"kind":"material-resources","title":"ownership"}]},"professions_in_register":{"professions":["7212-01"],"register":[{"profession":"7212-01","included_on":"2024-01-01","excluded_on":null,"mode":"voluntary"}],"register_as_of":"2026-03-31","as_of":"2026-03-19"},"draft_programmes":{"professions":["7212-01"],"drafts":[{"profession":"7212-01"}]},"personnel":{"staff":[{"experience_years":5}],"requirements":{"headcount":1,"experience_years":3}},"not_at_educational_institution":{"relation":"none"}}}"#,
};

facts! {
    /// Facts of `ask.applicant-ready`.
    pub struct ApplicantReady {
        /// Whether the Chamber has examined the documents and the applicant (art. 23.2(2), 23.2(3)). Before that, what only the
        /// examination can find does not count.
        examined: Option<bool>,
        /// Of `art24.p1.criteria`, art. 24.2 included.
        criteria: Option<Criteria>,
        /// Of `art23.p1.free-voluntary`; not needed before the examination.
        accreditation: Option<FreeVoluntary>,
    }
}

/// The facts that the examination finds (art. 25.1).
const FOUND: [&str; 3] = ["sufficient", "drafts.conforms", "conforms"];

/// `ask.applicant-ready`: whether the applicant meets every criterion of accreditation, and whether the accreditation
/// is free of charge and by the competent body. Before the examination the criteria count as far as the applicant can know
/// them; what the examination and the Chamber find is named as needed later.
///
/// # Errors
/// Those of the rules.
pub fn applicant_ready(
    facts: &ApplicantReady,
    days: &WorkingDays,
) -> Result<Ruled<PlainOutcome>, FactsError> {
    require!(facts: criteria);
    if facts.examined != Some(false) {
        let Some(accreditation) = &facts.accreditation else {
            return Ok(Ruled::missing(&["accreditation"]));
        };
        let parts = alloc::vec![
            CRITERIA.result(part(&CRITERIA, criteria, days)?),
            FREE_VOLUNTARY.result(part(&FREE_VOLUNTARY, accreditation, days)?),
        ];
        return Ok(combine(parts, &[NextStep::Apply]));
    }
    let criteria = part(&CRITERIA, &before_examination(criteria), days)?.render();
    let found_later = |one: &RuleResult| match &one.ruling.answer {
        RuleAnswer::Undetermined(missing) => {
            missing.iter().all(|fact| FOUND.iter().any(|found| *fact == MissingForRule::Fact(found)))
        }
        RuleAnswer::Satisfied
        | RuleAnswer::Violated
        | RuleAnswer::Contestable(_)
        | RuleAnswer::NotApplicable => false,
    };
    let (later, parts): (Vec<_>, Vec<_>) = criteria.parts.into_iter().partition(found_later);
    let later = later.iter().map(|one| one.rule.id).chain([FREE_VOLUNTARY.rule.id]);
    let later: Vec<_> = later.map(Into::into).collect();
    Ok(combine(parts, &[NextStep::Apply]).with("later", later))
}

/// The criteria without what only the examination finds.
fn before_examination(criteria: &Criteria) -> Criteria {
    let mut criteria = criteria.clone();
    if let Some(resources) = &mut criteria.resources_title {
        resources.sufficient = None;
    }
    if let Some(programmes) = &mut criteria.draft_programmes {
        programmes.drafts.iter_mut().flatten().for_each(|draft| draft.conforms = None);
    }
    if let Some(personnel) = &mut criteria.personnel {
        personnel.conforms = None;
    }
    criteria
}
