//! Subparagraph 3: the requirements of safety.

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::engine::facts::{facts, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::rule;
use crate::law::engine::ruling::Step;

rule! {
    SAFETY_ATTESTED: SafetyAttested => Outcome,
    unit: (18, 0, 0, 3),
    text: 0x42ba_1fda_03e6_a1a3,
    id: "art18.s3.safety-attested",
    summary: "Keeping to safety, fire and sanitary requirements during the procedure",
    note: "Only the centre can attest it, and not before the day: until then the answer is undetermined, never satisfied.",
    judge: safety_attested,
    as_of: |facts| facts.exam_date.or(facts.date),
    value: &[],
    example: r#"{"attestation":true,"date":"2026-03-19","exam_date":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&SAFETY_ATTESTED.norm];

outcomes! {
    /// The outcomes of `art18.s3.safety-attested`.
    pub enum Outcome {
        Attested = "attested": Satisfied,
        NotComplied = "not-complied": Violated,
    }
}

facts! {
    /// Facts of `art18.s3.safety-attested`.
    pub struct SafetyAttested {
        /// Whether the centre attests that the candidate complies with the requirements of safety.
        attestation: Option<bool>,
        /// The day of the attestation.
        date: Option<Date>,
        /// The day of the exam.
        exam_date: Option<Date>,
    }
}

/// `art18.s3.safety-attested`: the candidate complies with the safety requirements during the procedure. The centre
/// attests it, on the day of the exam or later; no other fact decides it.
///
/// # Errors
/// None.
pub fn safety_attested(facts: &SafetyAttested, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    if facts.attestation == Some(false) {
        return Ok(Ruled::of(Outcome::NotComplied));
    }
    require!(facts: attestation, date, exam_date);
    Ok(match (attestation, date < exam_date) {
        (true, true) => Ruled::missing(&["attestation"]).step(Step::new("to-be-confirmed-on-the-day")),
        (true, false) => Ruled::of(Outcome::Attested),
        (false, _) => Ruled::of(Outcome::NotComplied),
    })
}
