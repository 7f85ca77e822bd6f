//! The rules of the Law: one function each, its norm and article at its head.
//!
//! A rule takes facts with their types, and the calendar of working days, and answers with a [`Ruling`]: what came out,
//! what was computed, what moved it. It reads no clock and looks nothing up. The verification's checks of a document
//! are these same functions, on facts that the register attests.

pub mod accreditation;
pub mod accreditation_decision;
pub mod accrediting;
pub mod admission;
pub mod age;
mod aggregate;
pub mod ambiguities;
pub mod appeal;
pub mod ask;
pub mod cadence;
pub mod centre;
pub mod certificate_term;
mod clock;
mod conditions;
pub mod criteria;
pub mod document;
pub mod drift;
mod ends;
pub mod facts;
pub mod in_force;
pub mod learning;
pub mod listing;
pub mod means;
pub mod norms;
pub mod obtaining;
pub mod procedure;
pub mod recognition;
pub mod refusal;
pub mod register;
pub mod resumption;
pub mod revocation;
pub mod revocation_decision;
pub mod revocation_grounds;
pub mod revoking;
pub mod rule;
mod ruling;
pub mod scope;
pub mod termination;
pub mod termination_grounds;
pub mod terms;
pub mod validity;
pub mod voucher;
pub mod voucher_validity;

pub use rule::{Rule, RuleResult};
pub use ruling::{Ruling, Step};

/// Every rule, in the order of the articles.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [
        scope::RULES,
        cadence::RULES,
        procedure::RULES,
        centre::RULES,
        admission::RULES,
        learning::RULES,
        obtaining::RULES,
        validity::RULES,
        appeal::RULES,
        accrediting::RULES,
        criteria::RULES,
        accreditation_decision::RULES,
        revoking::RULES,
        revocation_grounds::RULES,
        revocation::RULES,
        revocation_decision::RULES,
        resumption::RULES,
        termination::RULES,
        termination_grounds::RULES,
        voucher::RULES,
        in_force::RULES,
        ask::CANDIDATE,
        ask::DOCUMENT,
        ask::CENTRE,
    ]
    .into_iter()
    .flatten()
}

/// The rule of an id.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id == id)
}

#[cfg(test)]
mod tests;
