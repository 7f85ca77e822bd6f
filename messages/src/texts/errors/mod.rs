//! The texts of errors, one file for each language.

use rastau_core::error::{ErrorCode, FactProblem, FieldProblem, PageError};
use rastau_core::input::foreign::ForeignCode;

pub(crate) mod en;
pub(crate) mod kk;
pub(crate) mod ru;

/// The texts of errors in one language.
pub(crate) struct ErrorWords {
    /// The text of an error; `None` for an error that only a programmer sees, which is in English.
    pub error: fn(ErrorCode) -> Option<&'static str>,
    /// Why a page of the register cannot be used.
    pub page: fn(PageError) -> &'static str,
    /// What is wrong with a field of a form.
    pub field_problem: fn(&FieldProblem) -> &'static str,
    /// What is wrong with a fact.
    pub fact_problem: fn(&FactProblem) -> &'static str,
    /// What a code is that is not a document: sentences with `{part}` for one of several codes.
    pub foreign: fn(&ForeignCode) -> &'static str,
    /// Which of several codes it is, with `{number}` and `{of}`; put in place of `{part}`.
    pub part: &'static str,
    /// What to do after a code that is not a document.
    pub foreign_advice: &'static str,
}

/// The errors that only a programmer sees: invalid arguments and faults of the library.
macro_rules! only_in_english {
    () => {
        ErrorCode::BadPointer
            | ErrorCode::BadLength
            | ErrorCode::NotUtf8
            | ErrorCode::BadSize
            | ErrorCode::BadLanguage
            | ErrorCode::BadNumber
            | ErrorCode::BadDate
            | ErrorCode::BadTime
            | ErrorCode::BadIndex
            | ErrorCode::TrustRootNeeded
            | ErrorCode::BadState
            | ErrorCode::BadCalendar
            | ErrorCode::WrongAnswer
            | ErrorCode::Panic
            | ErrorCode::JsArgument
            | ErrorCode::JsPage
    };
}
pub(crate) use only_in_english;
