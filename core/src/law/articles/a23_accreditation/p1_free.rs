//! Paragraph 1: accreditation is free of charge and voluntary.

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::articles::a17_centres::p1_part2_accreditor::Accreditor;
use crate::law::engine::conditions::{Conditions, UNKNOWN};
use crate::law::engine::facts::facts;
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::rule::{Output, rule};

rule! {
    FREE_VOLUNTARY: FreeVoluntary => Outcome,
    unit: (23, 1, 0, 0),
    text: 0xceb0_559d_dc3a_0ef6,
    id: "art23.p1.free-voluntary",
    summary: "The National Chamber accredits, free of charge and voluntarily, in agreement with the authorised body",
    note: "Of accreditation by this Law. No fact states that the application is voluntary.",
    judge: free_voluntary,
    as_of: |_facts| None,
    value: &[("failed", Output::SomeOf(&["fee", "accreditor", "coordination"])), UNKNOWN],
    example: r#"{"fee_charged":0,"accreditor":"national-chamber","coordinated":true}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&FREE_VOLUNTARY.norm];

outcomes! {
    /// The outcomes of `art23.p1.free-voluntary`.
    pub enum Outcome {
        InOrder = "in-order": Satisfied,
        NotInOrder = "not-in-order": Violated,
    }
}

facts! {
    /// Facts of `art23.p1.free-voluntary`.
    pub struct FreeVoluntary {
        /// What was charged for the accreditation, in tenge.
        fee_charged: Option<u64>,
        /// Who accredits.
        accreditor: Option<Accreditor>,
        /// Whether the authorised body agreed.
        coordinated: Option<bool>,
    }
}

/// `art23.p1.free-voluntary`: the National Chamber accredits every applicant, free of charge, and in agreement with the
/// authorised body. That the application is voluntary depends on no fact.
///
/// # Errors
/// None.
pub fn free_voluntary(facts: &FreeVoluntary, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    let chamber = facts.accreditor.map(|accreditor| accreditor == Accreditor::NationalChamber);
    let conditions = Conditions::default()
        .check("fee", facts.fee_charged.map(|fee| fee == 0), "fee_charged")
        .check("accreditor", chamber, "accreditor")
        .check("coordination", facts.coordinated, "coordinated");
    Ok(conditions.ruled(Outcome::InOrder, Outcome::NotInOrder))
}
