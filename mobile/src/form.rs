//! The form for a printed document without a QR code, and what is stated beside a document.

use rastau_core::document::Form;
use rastau_core::document::text::Presented;
use rastau_core::error::ReadError;
use serde::Serialize;

use crate::error::RastauError;
use crate::mirrors::Day;
use crate::verdict::Basis;

/// Defines a record with the fields of a form. The two differ in the number only.
macro_rules! define_form {
    ($(#[$about:meta])* $name:ident; $(#[$number:meta])* number: $type:ty) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, uniffi::Record)]
        pub struct $name {
            $(#[$number])*
            pub number: $type,
            /// The verification code, 17 letters and digits.
            #[uniffi(default = None)]
            pub code: Option<String>,
            /// The holder's identity number.
            #[uniffi(default = None)]
            pub holder: Option<String>,
            /// The holder's name, in one script.
            #[uniffi(default = None)]
            pub name: Option<String>,
            /// Code of the profession.
            #[uniffi(default = None)]
            pub profession: Option<String>,
            /// Edition of the classifier.
            #[uniffi(default = None)]
            pub edition: Option<String>,
            /// Code of the qualification.
            #[uniffi(default = None)]
            pub qualification: Option<String>,
            /// Qualification level.
            #[uniffi(default = None)]
            pub level: Option<String>,
            /// Codes of the skills.
            #[uniffi(default = None)]
            pub skills: Option<Vec<String>>,
            /// BIN of the centre.
            #[uniffi(default = None)]
            pub centre: Option<String>,
            /// Serial number of the accreditation certificate.
            #[uniffi(default = None)]
            pub accreditation: Option<String>,
            /// What the exam tested against.
            #[uniffi(default = None)]
            pub basis: Option<Basis>,
            /// The day of the exam.
            #[uniffi(default = None)]
            pub exam_on: Option<Day>,
            /// The day of issue.
            #[uniffi(default = None)]
            pub issued_on: Option<Day>,
            /// The last day of validity.
            #[uniffi(default = None)]
            pub valid_until: Option<Day>,
        }
    };
}

define_form! {
    /// The fields of a printed document. Only the number is required. With `code` and `holder` the record of the register is
    /// opened, and every other field is compared with it.
    TypedForm;
    /// Document number.
    number: String
}

define_form! {
    /// What is stated beside a document, for example by the other columns of its row in a list. Every field is optional. Those
    /// that are given are compared with the document and its record: a contradiction is never valid, and its finding is
    /// `register.stated-beside`.
    #[derive(Default)]
    StatedBeside;
    /// Document number; none is that of the document.
    #[uniffi(default = None)]
    number: Option<String>
}

impl TypedForm {
    /// Reads the form with the core, so that the limits of fields are in one place.
    pub(crate) fn present(self) -> Result<Presented, RastauError> {
        Ok(Presented::read(&json(&self)?)?)
    }
}

impl StatedBeside {
    /// Reads what is stated beside `document` with the core.
    pub(crate) fn read(&self, document: &Presented) -> Result<Form, RastauError> {
        Ok(Form::beside(&json(self)?, document)?)
    }
}

/// Returns a form as JSON. The core's names of the fields are those of these types. `null` counts as missing.
fn json(form: &impl Serialize) -> Result<String, ReadError> {
    serde_json::to_string(form).map_err(|error| ReadError::Form { problem: error.to_string() })
}
