//! Errors in English.

use rastau_core::error::{FactProblem, FieldProblem, PageError};
use rastau_core::input::foreign::ForeignCode;

use super::ErrorWords;

/// English, from `rastau-core`.
pub(crate) const ERRORS: ErrorWords = ErrorWords {
    error: |code| Some(code.template()),
    page: PageError::text,
    field_problem: FieldProblem::template,
    fact_problem: FactProblem::template,
    foreign,
    part: " (code {number} of {of})",
    foreign_advice: "Scan the code on the recognition document, or type its number, code and IIN.",
};

const fn foreign(code: &ForeignCode) -> &'static str {
    match code {
        ForeignCode::Certificate(_) => {
            "This is one of the codes of a certificate from the e-government portal{part}. Check it on that portal."
        }
        ForeignCode::PropertyCertificate => {
            "This is the code of a certificate of property. Check it on the e-government portal."
        }
        ForeignCode::ElectronicDocument(_) => {
            "This is a part of the code of an electronic document{part}. Check it in the app or on the portal that shows the document."
        }
        ForeignCode::WebAddress(_) => "This is a web address. It was not opened.",
        ForeignCode::Credential => {
            "This is the code of another system's document, for example of a health certificate. Only that system can check it."
        }
        ForeignCode::Wifi => "This is the code of a Wi-Fi network.",
        ForeignCode::Contact => "This is a contact.",
        ForeignCode::Payment => "This is the code of a payment.",
        ForeignCode::Product => "This is the code of a product.",
    }
}
