//! Paragraph 2: this Law governs voluntary recognition.

use crate::calendar::WorkingDays;
use crate::error::FactsError;
use crate::law::engine::facts::{Text, facts, require};
use crate::law::engine::norm::Norm;
use crate::law::engine::outcome::{Ruled, outcomes};
use crate::law::engine::register::ModeName;
use crate::law::engine::rule::rule;

rule! {
    VOLUNTARY_GOVERNED_HERE: ModeFacts => Outcome,
    unit: (15, 2, 0, 0),
    text: 0xe93e_09fa_18e2_23d0,
    id: "art15.p2.voluntary-governed-here",
    summary: "Voluntary recognition follows this Law",
    note: "With 5 it decides which law governs.",
    judge: voluntary_governed_here,
    as_of: |_facts| None,
    value: &[],
    example: r#"{"mode":"voluntary"}"#,
}

/// The norms, in the order of the act.
pub(super) static NORMS: &[&Norm] = &[&VOLUNTARY_GOVERNED_HERE.norm];

outcomes! {
    /// The outcomes of `art15.p2.voluntary-governed-here`.
    pub enum Outcome {
        GovernedHere = "governed-here": Satisfied,
        GovernedElsewhere = "governed-elsewhere": NotApplicable,
    }
}

facts! {
    /// Facts of `art15.p2.voluntary-governed-here` and of `art15.p5.mandatory-other-law`.
    pub struct ModeFacts {
        /// Voluntary or mandatory.
        mode: Option<ModeName>,
        /// The other law that the register names for a mandatory profession.
        other_law: Option<Text>,
    }
}

/// `art15.p2.voluntary-governed-here`: this Law governs recognition on a voluntary basis.
///
/// # Errors
/// None.
pub fn voluntary_governed_here(facts: &ModeFacts, _: &WorkingDays) -> Result<Ruled<Outcome>, FactsError> {
    require!(facts: mode);
    Ok(match mode {
        ModeName::Voluntary => Ruled::of(Outcome::GovernedHere),
        ModeName::Mandatory => Ruled::of(Outcome::GovernedElsewhere),
    })
}
