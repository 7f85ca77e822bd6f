//! Errors in English.

use rastau_core::error::{FactProblem, FieldProblem, PageError};

use super::ErrorWords;

/// English, from `rastau-core`.
pub(crate) const ERRORS: ErrorWords = ErrorWords {
    error: |code| Some(code.template()),
    page: PageError::text,
    field_problem: FieldProblem::template,
    fact_problem: FactProblem::template,
};
