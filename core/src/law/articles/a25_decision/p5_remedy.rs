//! Paragraph 5: the remedy of a refused applicant.

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::articles::a23_accreditation::p2_stages::AccreditationOutcome;
use crate::law::engine::facts::{facts, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::rule;
use crate::law::engine::ruling::Step;

rule! {
    REFUSAL_REMEDY: RefusalRemedy => Outcome,
    unit: (25, 5, 0, 0),
    text: 0x3a4c_2e7f_5625_b6c3,
    id: "art25.p5.refusal-remedy",
    summary: "A refusal may be appealed by the general legislation",
    note: "The five days of art. 22 are for candidates and do not apply.",
    judge: refusal_remedy,
    as_of: |_facts| None,
    value: &[],
    example: r#"{"decision":"negative"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&REFUSAL_REMEDY.norm];

outcomes! {
    /// The outcomes of `art25.p5.refusal-remedy`.
    pub enum Outcome {
        RemedyAvailable = "remedy-available": Satisfied,
        PositiveDecision = "positive-decision": NotApplicable,
    }
}

facts! {
    /// Facts of `art25.p5.refusal-remedy`.
    pub struct RefusalRemedy {
        /// What was decided.
        decision: Option<AccreditationOutcome>,
    }
}

/// `art25.p5.refusal-remedy`: a refused applicant may appeal as the legislation provides. This Law sets no term for it;
/// the five days of art. 22 apply to candidates.
///
/// # Errors
/// None.
pub fn refusal_remedy(facts: &RefusalRemedy, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: decision);
    Ok(match decision {
        AccreditationOutcome::Positive => Ruled::of(Outcome::PositiveDecision),
        AccreditationOutcome::Negative => {
            Ruled::of(Outcome::RemedyAvailable).step(Step::new("no-term-in-the-law"))
        }
    })
}
