//! The rules of the Law: one function each, documented with the id and the provision of its norm.
//!
//! A rule takes typed facts and the calendar of working days, and returns a [`Ruling`]: the outcome, the computed values,
//! and the steps that led to them. It reads no clock and performs no lookups. The verification of a document calls the
//! same functions with facts from the register.
//!
//! [`rule()`] finds a rule by its id, [`rules`] lists them, and [`Rule::judge`] asks one, with facts as JSON.

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
mod missing;
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

pub use missing::Missing;
pub use rule::{Rule, RuleResult};
pub use ruling::{Answer, Reading, Ruling, Step};

/// Returns every rule in the order of the articles, then the composite questions.
///
/// # Examples
/// ```
/// use rastau_core::calendar::WorkingDays;
/// use rastau_core::law::{Answer, rules};
///
/// // Each rule has example facts that it decides.
/// let days = WorkingDays::built_in();
/// for rule in rules() {
///     let result = rule.judge(rule.example, &days)?;
///     assert!(!matches!(result.ruling.answer, Answer::Undetermined(_)), "{}", rule.id);
/// }
/// # Ok::<(), rastau_core::error::FactsError>(())
/// ```
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

/// Returns the rule with this id, or `None` if there is none.
///
/// # Examples
/// ```
/// use rastau_core::law::rule;
///
/// let appeal = rule("art22.p1.appeal-window").expect("a known rule");
/// assert_eq!(appeal.module(), "law::appeal");
/// assert!(rule("art99.unknown").is_none());
/// ```
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id == id)
}

#[cfg(test)]
mod tests;
