//! Paragraph 3: monitoring, and the consequence of a violated criterion.

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::engine::facts::{Known, SomeOf, facts, names};
use crate::law::engine::norm::Place::Nothing;
use crate::law::engine::norm::{Norm, norm};
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::unit::at;

rule! {
    VIOLATION_CONSEQUENCE: ViolationConsequence => Outcome,
    unit: (25, 3, 2, 0),
    text: 0x4706_26e9_6ed3_28c9,
    id: "art25.p3.part2.violation-consequence",
    summary: "A violated criterion that monitoring finds leads to art. 26.2",
    note: "So a violated criterion alone is enough there.",
    judge: violation_consequence,
    as_of: |facts| match &facts.finding { Known::Is(finding) => finding.detected_on, Known::None | Known::Unknown => None },
    value: &[
        ("criteria", Output::SomeOf(Criterion::NAMES)),
        ("ground", Output::OneOf(&["art26.p2.s3.monitoring-violation"])),
        ("detected_on", Output::Date),
    ],
    example: r#"{"finding":{"criteria":["personnel"],"detected_on":"2026-03-19"}}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[
    norm!(
        at(25, 3, 0, 0),
        0xb3a7_79cb_de7e_ce10,
        Nothing,
        "art25.p3",
        "The Chamber monitors the results of recognition in centres",
        Nothing("An activity without a period.")
    ),
    &VIOLATION_CONSEQUENCE.norm,
];

outcomes! {
    /// The outcomes of `art25.p3.part2.violation-consequence`.
    pub enum Outcome {
        RevocationGround = "revocation-ground": Violated,
        NoViolation = "no-violation": Satisfied,
    }
}

names! {
    /// An accreditation criterion (art. 24.1).
    pub enum Criterion {
        /// Being a legal entity.
        LegalEntity = "legal-entity",
        /// Premises, equipment and material resources.
        ResourcesTitle = "resources-title",
        /// Professions of the register.
        ProfessionsInRegister = "professions-in-register",
        /// Draft qualification programmes.
        DraftProgrammes = "draft-programmes",
        /// Qualified personnel.
        Personnel = "personnel",
    }
}

facts! {
    /// Violated criteria that monitoring found.
    pub struct CriteriaFinding {
        /// Which criteria are violated.
        criteria: Option<SomeOf<Criterion>>,
        /// The day on which that was detected.
        detected_on: Option<Date>,
    }

    /// Facts of `art25.p3.part2.violation-consequence`.
    pub struct ViolationConsequence {
        /// The violation of accreditation criteria that monitoring found; `null` where it found none.
        finding: Known<CriteriaFinding>,
    }
}

/// `art25.p3.part2.violation-consequence`: where monitoring finds a violation of an accreditation criterion, art. 26.2
/// applies: the ground of its third subparagraph exists, even without a violation of the agreement.
///
/// # Errors
/// An empty list of violated criteria.
pub fn violation_consequence(
    facts: &ViolationConsequence,
    _: &WorkingDays,
) -> Result<Ruled<Outcome>, FactsError> {
    let finding = match &facts.finding {
        Known::Unknown => return Ok(Ruled::missing(&["finding"])),
        Known::None => return Ok(Ruled::of(Outcome::NoViolation)),
        Known::Is(finding) => finding,
    };
    let Some(criteria) = &finding.criteria else {
        let ruling = Ruled::missing(&["finding.criteria"]);
        return Ok(ruling.with_some("detected_on", finding.detected_on));
    };
    let criteria: Vec<_> = criteria.iter().map(|criterion| criterion.name().to_string()).collect();
    Ok(Ruled::of(Outcome::RevocationGround)
        .with("criteria", criteria)
        .with("ground", "art26.p2.s3.monitoring-violation")
        .with_some("detected_on", finding.detected_on)
        .under("either-suffices"))
}
