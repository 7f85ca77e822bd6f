//! Paragraph 1, subparagraph 1: a legal entity.

use crate::calendar::WorkingDays;
use crate::error::{FactProblem, FactsError};
use crate::identity::{Kind, identify};
use crate::law::engine::facts::{Text, facts, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::register::PersonKind;
use crate::law::engine::rule::{Output, rule};

rule! {
    LEGAL_ENTITY: LegalEntity => Outcome,
    unit: (24, 1, 0, 1),
    text: 0xbb9c_4927_04a7_7735,
    id: "art24.p1.s1.legal-entity",
    summary: "Criterion: a legal entity",
    note: "An individual entrepreneur is not one.",
    judge: legal_entity,
    as_of: |_facts| None,
    value: &[("kind", Output::OneOf(PersonKind::NAMES))],
    example: r#"{"kind":"individual-entrepreneur"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&LEGAL_ENTITY.norm];

outcomes! {
    /// The outcomes of `art24.p1.s1.legal-entity`.
    pub enum Outcome {
        LegalEntity = "legal-entity": Satisfied,
        NotLegalEntity = "not-legal-entity": Violated,
    }
}

facts! {
    /// Facts of `art24.p1.s1.legal-entity`.
    pub struct LegalEntity {
        /// What kind of person the applicant is.
        kind: Option<PersonKind>,
        /// Its business identification number; checked where it is given.
        bin: Option<Text>,
    }
}

/// `art24.p1.s1.legal-entity`: the applicant is a legal entity, not an individual entrepreneur.
///
/// # Errors
/// A number that is not a business identification number.
pub fn legal_entity(facts: &LegalEntity, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    if let Some(bin) = &facts.bin {
        let problem = match identify(bin.as_str()) {
            Ok(Kind::Bin { .. }) => None,
            Ok(Kind::Iin { .. }) => Some(FactProblem::IinNotBin),
            Err(error) => Some(FactProblem::InvalidBin(error)),
        };
        if let Some(problem) = problem {
            return Err(FactsError::field("bin", problem));
        }
    }
    require!(facts: kind);
    let holds = *kind == PersonKind::LegalEntity;
    let ruling = Ruled::of(if holds { Outcome::LegalEntity } else { Outcome::NotLegalEntity });
    Ok(ruling.with("kind", kind.name()))
}
