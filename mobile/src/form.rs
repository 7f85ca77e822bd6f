//! The form for a printed document without a QR code.

use rastau_core::document::claims::BasisKind;
use rastau_core::document::text::Presented;
use serde_json::{Map, Value as Json, json};

use crate::error::RastauError;
use crate::mirrors::Day;
use crate::verdict::Basis;

/// The fields of a printed document. Only the number is required. With `code` and `holder` the record of the register is
/// opened, and every other field is compared with it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
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
        Ok(Presented::read(&self.json())?)
    }

    fn json(self) -> String {
        let Self {
            number,
            code,
            holder,
            name,
            profession,
            edition,
            qualification,
            level,
            skills,
            centre,
            accreditation,
            basis,
            exam_on,
            issued_on,
            valid_until,
        } = self;
        let day = |day: Option<Day>| day.map(|day| day.to_string().into());
        let text = |text: Option<String>| text.map(Json::from);
        let basis = basis.map(|basis| match basis {
            Basis::Standard { id } => json!({ "kind": BasisKind::Standard.name(), "id": id }),
            Basis::QualificationRequirements { id } => {
                json!({ "kind": BasisKind::QualificationRequirements.name(), "id": id })
            }
        });
        let fields = [
            ("number", Some(number.into())),
            ("code", text(code)),
            ("holder", text(holder)),
            ("name", text(name)),
            ("profession", text(profession)),
            ("edition", text(edition)),
            ("qualification", text(qualification)),
            ("level", text(level)),
            ("skills", skills.map(Json::from)),
            ("centre", text(centre)),
            ("accreditation", text(accreditation)),
            ("basis", basis),
            ("exam_on", day(exam_on)),
            ("issued_on", day(issued_on)),
            ("valid_until", day(valid_until)),
        ];
        let present = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
        Json::Object(present.collect::<Map<_, _>>()).to_string()
    }
}
