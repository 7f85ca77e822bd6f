//! The rules of the Law that decide about a document: one function each, its norm and article at its head.
//!
//! A rule takes facts with their types and a date, and answers with [`Ruling`]: what came out and what was
//! compared. It reads no clock and looks nothing up.

pub mod accreditation;
pub mod document;
pub mod in_force;
pub mod recognition;
pub mod revocation;

use crate::verdict::{Answer, Facts};

/// What a rule answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    /// How it came out.
    pub answer: Answer,
    /// What was compared.
    pub facts: Facts,
}

impl Ruling {
    pub(crate) const fn new(answer: Answer, facts: Facts) -> Self {
        Self { answer, facts }
    }
}

#[cfg(test)]
mod tests;
