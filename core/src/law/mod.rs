//! The Law: each of its norms is stated once, in the file of its article.
//!
//! The file contains its id, citation, class, summary, the hash of its text, and for a computable one the facts, the
//! outcomes, an example and the function that judges it. The account of the act, the text hashes and the list of rules derive
//! from [`articles()`].
//!
//! A rule takes typed facts and the calendar of working days, and returns a [`Ruling`]: the outcome, the computed values,
//! and the steps that led to them. It reads no clock and performs no lookups. The verification of a document calls the
//! same functions with facts from the register.
//!
//! [`rule()`] finds a rule by its id, [`rules`] lists them, and [`Rule::judge`] asks one, with facts as JSON; [`norms`] lists every norm of
//! the act.

pub mod articles;
pub mod drift;
pub mod engine;
pub mod questions;

pub use engine::ambiguities;
pub use engine::missing::MissingForRule;
pub use engine::norm::{ACT, Act, Article, Class, Norm, Place, TextHash};
pub use engine::registry::{articles, listing_json, norms, rule, rules, summary};
pub use engine::rule::{Output, Rule, RuleResult, SCHEMA};
pub use engine::ruling::{Reading, RuleAnswer, Ruling, Step};
pub use engine::unit::{Number, Unit};

#[cfg(test)]
mod tests;
