//! Subparagraph 3: the requirements of safety.

use crate::calendar::{Date, WorkingDays};
use crate::error::FactsError;
use crate::law::engine::facts::{facts, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::rule::{Output, rule};
use crate::law::engine::ruling::{Ruling, Step};

rule! {
    SAFETY_ATTESTED: SafetyAttested,
    unit: (18, 0, 0, 3),
    text: 0x42ba_1fda_03e6_a1a3,
    id: "art18.s3.safety-attested",
    summary: "Keeping to safety, fire and sanitary requirements during the procedure",
    note: "Only the centre can attest it, and not before the day: until then the answer is open, never yes.",
    judge: safety_attested,
    as_of: |facts| facts.exam_date,
    value: &[("status", Output::OneOf(&["attested", "not-complied"]))],
    example: r#"{"attestation":true,"date":"2026-03-19","exam_date":"2026-03-19"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&SAFETY_ATTESTED.norm];

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
pub fn safety_attested(facts: &SafetyAttested, _: &WorkingDays) -> Result<Ruling, FactsError> {
    if facts.attestation == Some(false) {
        return Ok(Ruling::status(false, "not-complied"));
    }
    require!(facts: attestation, date, exam_date);
    Ok(match (attestation, date < exam_date) {
        (true, true) => Ruling::missing(&["attestation"]).step(Step::new("to-be-confirmed-on-the-day")),
        (true, false) => Ruling::status(true, "attested"),
        (false, _) => Ruling::status(false, "not-complied"),
    })
}
