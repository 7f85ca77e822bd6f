//! Paragraph 1: what the decision is based on.

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::engine::conditions::{Conditions, UNKNOWN};
use crate::law::engine::facts::{Known, facts, names};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};

rule! {
    DECISION_BASIS: DecisionBasis => Outcome,
    unit: (25, 1, 0, 0),
    text: 0x2c53_42ce_09f4_5f1f,
    id: "art25.p1.decision-basis",
    summary: "The Chamber decides on the results of both examinations, in agreement with the authorised body",
    note: "Both results are there by the day of the decision.",
    judge: decision_basis,
    as_of: |facts| facts.decided_on,
    value: &[
        (
            "failed",
            Output::SomeOf(&[
                "expertise",
                "expertise-first",
                "survey",
                "survey-first",
                "coordination",
                "decider",
            ]),
        ),
        UNKNOWN,
    ],
    example: r#"{"expertise_done_on":"2026-02-09","survey_done_on":"2026-02-16","coordinated":true,"decided_on":"2026-03-02","decider":"national-chamber"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&DECISION_BASIS.norm];

outcomes! {
    /// The outcomes of `art25.p1.decision-basis`.
    pub enum Outcome {
        InOrder = "in-order": Satisfied,
        NotInOrder = "not-in-order": Violated,
    }
}

names! {
    /// Who decided about an application.
    pub enum Decider {
        /// The National Chamber of Entrepreneurs.
        NationalChamber = "national-chamber",
        /// The accreditation body in conformity assessment.
        AccreditationBody = "accreditation-body",
        /// The authorised body.
        AuthorizedBody = "authorized-body",
        /// Somebody else.
        Other = "other",
    }
}

facts! {
    /// Facts of `art25.p1.decision-basis`.
    pub struct DecisionBasis {
        /// The day on which the result of the examination of the documents was there; `null` where there is none.
        expertise_done_on: Known<Date>,
        /// The day on which the result of the survey on site was there; `null` where there is none.
        survey_done_on: Known<Date>,
        /// Whether the authorised body agreed.
        coordinated: Option<bool>,
        /// The day of the decision.
        decided_on: Option<Date>,
        /// Who decided.
        decider: Option<Decider>,
    }
}

/// `art25.p1.decision-basis`: the National Chamber decides in agreement with the authorised body, on the results of the
/// examination of the documents and of the survey on site, both of which are available on the day of the decision.
///
/// # Errors
/// None. A decision before the results is a violation, not an error.
pub fn decision_basis(facts: &DecisionBasis, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    let done = |on: &Known<Date>| match on {
        Known::Unknown => None,
        Known::None => Some(false),
        Known::Is(_) => Some(true),
    };
    // A result that does not exist is named once, and not as late as well.
    let in_order = |on: &Known<Date>| match (on.some(), facts.decided_on) {
        (Some(on), Some(decided)) => Some(on <= decided),
        (Some(_), None) => None,
        (None, _) => Some(true),
    };
    let chamber = facts.decider.map(|decider| decider == Decider::NationalChamber);
    let conditions = Conditions::default()
        .check("expertise", done(&facts.expertise_done_on), "expertise_done_on")
        .check("survey", done(&facts.survey_done_on), "survey_done_on")
        .check("coordination", facts.coordinated, "coordinated")
        .check("expertise-first", in_order(&facts.expertise_done_on), "decided_on")
        .check("survey-first", in_order(&facts.survey_done_on), "decided_on")
        .check("decider", chamber, "decider");
    Ok(conditions.ruled(Outcome::InOrder, Outcome::NotInOrder))
}
