//! What every norm and rule uses: the types of norms, rules and rulings, facts, deadlines, aggregates, and the registry.

pub(in crate::law) mod aggregate;
pub mod ambiguities;
pub(in crate::law) mod conditions;
pub(in crate::law) mod deadlines;
pub mod facts;
pub(in crate::law) mod missing;
pub(in crate::law) mod norm;
pub mod outcome;
pub mod register;
pub(in crate::law) mod registry;
pub(in crate::law) mod rule;
pub(in crate::law) mod ruling;
pub(in crate::law) mod unit;
