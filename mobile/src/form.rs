//! The form for a printed document without a QR code.

use rastau_core::document::text::Presented;
use rastau_core::error::ReadError;
use serde::Serialize;

use crate::error::RastauError;
use crate::mirrors::Day;
use crate::verdict::Basis;

/// The fields of a printed document. Only the number is required. With `code` and `holder` the record of the register is
/// opened, and every other field is compared with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, uniffi::Record)]
pub struct TypedForm {
    /// Document number.
    pub number: String,
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

impl TypedForm {
    /// Reads the form with the core, so that the limits of fields are in one place.
    pub(crate) fn present(self) -> Result<Presented, RastauError> {
        // The core's names of the fields are those of this type. `null` counts as missing.
        let json =
            serde_json::to_string(&self).map_err(|error| ReadError::Form { problem: error.to_string() })?;
        Ok(Presented::read(&json)?)
    }
}
