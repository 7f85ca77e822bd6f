//! Article 24: the criteria of accreditation.

pub mod p1_s1_legal_entity;
pub mod p1_s2_resources;
pub mod p1_s3_professions;
pub mod p1_s4_programmes;
pub mod p1_s5_personnel;
pub mod p2_independence;

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::articles::a24_criteria::p1_s1_legal_entity::{LEGAL_ENTITY, LegalEntity};
use crate::law::articles::a24_criteria::p1_s2_resources::{RESOURCES_TITLE, ResourcesTitle};
use crate::law::articles::a24_criteria::p1_s3_professions::{PROFESSIONS_IN_REGISTER, ProfessionsInRegister};
use crate::law::articles::a24_criteria::p1_s4_programmes::{DRAFT_PROGRAMMES, DraftProgrammes};
use crate::law::articles::a24_criteria::p1_s5_personnel::{PERSONNEL, Personnel};
use crate::law::articles::a24_criteria::p2_independence::{
    NOT_AT_EDUCATIONAL_INSTITUTION, NotAtEducationalInstitution,
};
use crate::law::engine::aggregate::{PLAIN, PlainOutcome, all_of};
use crate::law::engine::facts::{agree, facts};
use crate::law::engine::norm::{Article, Norm};
use crate::law::engine::outcome::{Outcomes, Ruled};
use crate::law::engine::rule::{Computable, RuleResult, rule};

/// The article.
pub(in crate::law) static ARTICLE: Article = Article {
    number: 24,
    title: "Criteria of accreditation",
    norms: &[
        NORMS,
        p1_s1_legal_entity::NORMS,
        p1_s2_resources::NORMS,
        p1_s3_professions::NORMS,
        p1_s4_programmes::NORMS,
        p1_s5_personnel::NORMS,
        p2_independence::NORMS,
    ],
};

rule! {
    CRITERIA: Criteria => PlainOutcome,
    unit: (24, 1, 0, 0),
    text: 0x9dbe_963f_bcfd_98ec,
    id: "art24.p1.criteria",
    summary: "An applicant must meet every criterion",
    note: "With 2; all that fail and all that are unknown are named.",
    judge: criteria,
    as_of: |facts| facts.professions_in_register.as_ref().and_then(|member| member.as_of),
    value: PLAIN,
    example: r#"{"legal_entity":{"kind":"legal-entity"},"resources_title":{"resources":[{"kind":"premises","title":"ownership"},{"kind":"equipment","title":"ownership"},{"kind":"material-resources","title":"temporary-possession-and-use"}],"sufficient":true},"professions_in_register":{"professions":["7212-01"],"register":[{"profession":"7212-01","included_on":"2024-01-01","excluded_on":null,"mode":"voluntary"}],"register_as_of":"2026-03-31","as_of":"2026-03-19"},"draft_programmes":{"professions":["7212-01"],"drafts":[{"profession":"7212-01","conforms":true}]},"personnel":{"staff":[{"experience_years":5}],"requirements":{"headcount":1,"experience_years":3},"conforms":true},"not_at_educational_institution":{"relation":"none"}}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&CRITERIA.norm];

facts! {
    /// Facts of `art24.p1.criteria`: those of its members.
    pub struct Criteria {
        /// Of `art24.p1.s1.legal-entity`.
        legal_entity: Option<LegalEntity>,
        /// Of `art24.p1.s2.resources-title`.
        resources_title: Option<ResourcesTitle>,
        /// Of `art24.p1.s3.professions-in-register`.
        professions_in_register: Option<ProfessionsInRegister>,
        /// Of `art24.p1.s4.draft-programmes`.
        draft_programmes: Option<DraftProgrammes>,
        /// Of `art24.p1.s5.personnel`.
        personnel: Option<Personnel>,
        /// Of `art24.p2.not-at-educational-institution`.
        not_at_educational_institution: Option<NotAtEducationalInstitution>,
    }
}

/// `art24.p1.criteria`: the applicant meets every criterion, and is not established at an educational institution (art.
/// 24.2). Every member that is violated or undetermined is named.
///
/// # Errors
/// Those of the members, with the member's name before the fact's; professions of two members that differ.
pub fn criteria(facts: &Criteria, days: &WorkingDays) -> Result<Ruled<PlainOutcome>, FactsError> {
    let mut facts = facts.clone();
    if let (Some(register), Some(programmes)) =
        (&mut facts.professions_in_register, &mut facts.draft_programmes)
    {
        agree(&mut [
            ("professions_in_register.professions", &mut register.professions),
            ("draft_programmes.professions", &mut programmes.professions),
        ])?;
    }
    Ok(all_of(alloc::vec![
        member("legal_entity", &facts.legal_entity, &LEGAL_ENTITY, days)?,
        member("resources_title", &facts.resources_title, &RESOURCES_TITLE, days)?,
        member("professions_in_register", &facts.professions_in_register, &PROFESSIONS_IN_REGISTER, days)?,
        member("draft_programmes", &facts.draft_programmes, &DRAFT_PROGRAMMES, days)?,
        member("personnel", &facts.personnel, &PERSONNEL, days)?,
        member(
            "not_at_educational_institution",
            &facts.not_at_educational_institution,
            &NOT_AT_EDUCATIONAL_INSTITUTION,
            days,
        )?,
    ])
    .ruled())
}

/// Judges a member. Without its facts, all of them are missing.
fn member<F: Default + Clone, O: Outcomes>(
    name: &str,
    facts: &Option<F>,
    member: &'static Computable<F, O>,
    days: &WorkingDays,
) -> Result<RuleResult, FactsError> {
    member.part(&facts.clone().unwrap_or_default(), days).map_err(|error| match error {
        FactsError::Field { name: field, problem, .. } => {
            FactsError::field(alloc::format!("{name}.{field}"), problem)
        }
        other @ (FactsError::UnknownRule { .. } | FactsError::NotAnObject | FactsError::Malformed { .. }) => {
            other
        }
    })
}
