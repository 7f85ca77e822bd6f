//! Paragraph 2: no centre at an educational institution.

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::facts::Facts;
use crate::law::engine::facts::{facts, names, require};
use crate::law::engine::missing::MissingForRule;
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::Step;

rule! {
    NOT_AT_EDUCATIONAL_INSTITUTION: NotAtEducationalInstitution => Outcome,
    unit: (24, 2, 0, 0),
    text: 0x2ee8_8e9c_22a3_8b4a,
    id: "art24.p2.not-at-educational-institution",
    summary: "No centre may be set up at an educational institution",
    note: "\"At\" is read as being a part of one or under one. Renting rooms from a school, and having one for a founder, \
         is left to human judgement.",
    judge: not_at_educational_institution,
    as_of: |_facts| None,
    value: &[("relation", Output::OneOf(Relation::NAMES))],
    example: r#"{"relation":"structural-unit"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&NOT_AT_EDUCATIONAL_INSTITUTION.norm];

outcomes! {
    /// The outcomes of `art24.p2.not-at-educational-institution`.
    pub enum Outcome {
        Apart = "apart": Satisfied,
        AtEducationalInstitution = "at-educational-institution": Violated,
    }
}

names! {
    /// The relation of an applicant, or its founder, to an educational institution.
    pub enum Relation {
        /// Not at all.
        None = "none",
        /// It is a structural unit of one.
        StructuralUnit = "structural-unit",
        /// It is subordinate to one.
        Subordinate = "subordinate",
        /// One is its founder or a participant.
        FoundedBy = "founded-by",
        /// It rents premises from one.
        RentsPremises = "rents-premises",
    }
}

facts! {
    /// Facts of `art24.p2.not-at-educational-institution`.
    pub struct NotAtEducationalInstitution {
        /// The relation of the centre, or its founder, to an educational institution; the closest relation where there
        /// are several.
        relation: Option<Relation>,
    }
}

/// `art24.p2.not-at-educational-institution`: a centre is not established at an educational institution: neither as a
/// part of one nor subordinate to one. Renting premises from one, or having one among the founders, does not violate
/// this by itself; whether the centre is independent is then left to human judgement.
///
/// # Errors
/// None.
pub fn not_at_educational_institution(
    facts: &NotAtEducationalInstitution,
    _: &WorkingDays,
) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: relation);
    let ruling = match relation {
        Relation::None => Ruled::of(Outcome::Apart),
        Relation::StructuralUnit | Relation::Subordinate => Ruled::of(Outcome::AtEducationalInstitution),
        Relation::FoundedBy | Relation::RentsPremises => {
            let note =
                Step::with_facts("for-people-to-judge", Facts::new().with("relation", relation.name()));
            Ruled::undetermined(MissingForRule::HumanDecision).step(note)
        }
    };
    Ok(ruling.with("relation", relation.name()).under("as-a-part-or-under-one"))
}
