//! Paragraph 3: what the centre owes after a negative decision.

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::articles::a21_document::p1_entitlement::ExamOutcome;
use crate::law::articles::a21_document::p2_retake::{
    DisabilityFacts, RetakeAfterDisability, retake_after_disability,
};
use crate::law::engine::facts::{facts, names, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::Step;

rule! {
    NEGATIVE_DECISION_DUTIES: NegativeDecisionDuties => Outcome,
    unit: (21, 3, 0, 0),
    text: 0x1d30_6eab_e8ae_26e6,
    id: "art21.p3.negative-decision-duties",
    summary: "After a negative decision the centre gives recommendations and sets the retake",
    note: "The terms of a retake are in the rules of recognition. The decision also opens art. 22.1.",
    judge: negative_decision_duties,
    as_of: |facts| facts.exam_date.or(facts.retake_on),
    value: &[("due", Output::SomeOf(&["recommendations", "retake_on"])), ("retake_on", Output::Date)],
    example: r#"{"decision":"negative","recommendations":true,"retake_on":"2026-04-20"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&NEGATIVE_DECISION_DUTIES.norm];

outcomes! {
    /// The outcomes of `art21.p3.negative-decision-duties`.
    pub enum Outcome {
        Done = "done": Satisfied,
        Due = "due": Satisfied,
        PositiveDecision = "positive-decision": NotApplicable,
        RetakeAfterDisability = "retake-after-disability": NotApplicable,
    }
}

names! {
    /// What the centre decided.
    pub enum CentreDecision {
        /// The qualification is recognised.
        Positive = "positive",
        /// It is not.
        Negative = "negative",
    }
}

facts! {
    /// Facts of `art21.p3.negative-decision-duties`.
    pub struct NegativeDecisionDuties {
        /// What the centre decided.
        decision: Option<CentreDecision>,
        /// Whether the centre gave its recommendations; not yet where left out.
        recommendations: Option<bool>,
        /// The day that the centre set for the retake; none yet where left out.
        retake_on: Option<Date>,
        /// The day of the exam, where temporary disability may explain the result (art. 21.2).
        exam_date: Option<Date>,
        /// The certified times of temporary disability.
        disability: Option<Vec<DisabilityFacts>>,
    }
}

/// `art21.p3.negative-decision-duties`: after a negative decision the centre gives recommendations and sets the time
/// of the retake. The Law sets no term for either, so neither can be overdue. Where disability explains the result,
/// art. 21.2 takes precedence.
///
/// # Errors
/// A period of disability that ends before it begins.
pub fn negative_decision_duties(
    facts: &NegativeDecisionDuties,
    days: &WorkingDays,
) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: decision);
    if *decision == CentreDecision::Positive {
        return Ok(Ruled::of(Outcome::PositiveDecision));
    }
    if facts.exam_date.is_some() && facts.disability.is_some() {
        let first = RetakeAfterDisability {
            exam_date: facts.exam_date,
            outcome: Some(ExamOutcome::NotPassed),
            disability: facts.disability.clone(),
        };
        let first = retake_after_disability(&first, days)?;
        if first.is_satisfied() {
            return Ok(Ruled::of(Outcome::RetakeAfterDisability));
        }
    }
    let mut due = Vec::new();
    if facts.recommendations != Some(true) {
        due.push("recommendations".to_string());
    }
    if facts.retake_on.is_none() {
        due.push("retake_on".to_string());
    }
    let ruling = Ruled::of(if due.is_empty() { Outcome::Done } else { Outcome::Due });
    let ruling = if due.is_empty() { ruling } else { ruling.with("due", due) };
    Ok(ruling.with_some("retake_on", facts.retake_on).step(Step::new("no-term-in-the-law")))
}
