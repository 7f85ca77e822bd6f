//! The content of a printed recognition document, and the limits of each field.

use rastau_core::verdict::LocalizedName;

use super::error::PrintError;

/// The maximum number of characters in a field: far above real documents; it only bounds the work.
const MAX_CHARACTERS: usize = 600;
/// The maximum number of skills that a layout is tried for.
const MAX_SKILLS: usize = 60;

/// The content of the page. Texts are printed unchanged, except that runs of white space become one
/// space.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// The document number.
    pub number: String,
    /// The holder's name, in one or two spellings.
    pub holder_names: Vec<String>,
    /// The profession.
    pub profession: LocalizedName,
    /// Its code in the register of professions.
    pub profession_code: String,
    /// The qualification, where one is recognised.
    pub qualification: Option<LocalizedName>,
    /// The qualification level.
    pub level: String,
    /// The recognised skills. If there are any, the document covers these alone (art. 20).
    pub skills: Vec<LocalizedName>,
    /// The recognition centre.
    pub centre: LocalizedName,
    /// The centre's business number (BIN).
    pub centre_bin: String,
    /// The serial number of the centre's accreditation certificate.
    pub accreditation: String,
    /// The standard or requirements that the exam was held against (art. 15.4).
    pub basis: String,
    /// The day of the exam.
    pub exam_on: String,
    /// The day of issue: `2026-05-14` or `14.05.2026`. It is also the creation date of the PDF.
    pub issued_on: String,
    /// The last day of validity; `None` for a document without a term.
    pub valid_until: Option<String>,
    /// The verification code in groups, as in `7K3M-9QXD-2V5T-HW8C`.
    pub code: String,
    /// The text of the QR code.
    pub qr_text: String,
    /// The web address that the page tells people to open themselves, where the QR code has one.
    pub address: Option<String>,
    /// Whether the page is marked as a specimen.
    pub specimen: bool,
}

impl Certificate {
    /// Checks the length of each field.
    pub(super) fn check(&self) -> Result<(), PrintError> {
        if !(1..=2).contains(&self.holder_names.len()) {
            return Err(PrintError::Names(self.holder_names.len()));
        }
        if self.skills.len() > MAX_SKILLS {
            return Err(PrintError::TooManySkills(self.skills.len()));
        }
        for (field, text) in [
            ("number", &self.number),
            ("profession_code", &self.profession_code),
            ("level", &self.level),
            ("centre_bin", &self.centre_bin),
            ("accreditation", &self.accreditation),
            ("basis", &self.basis),
            ("exam_on", &self.exam_on),
            ("issued_on", &self.issued_on),
            ("code", &self.code),
        ] {
            check_text(field, text)?;
        }
        self.holder_names.iter().try_for_each(|name| check_text("holder_names", name))?;
        self.valid_until.iter().try_for_each(|date| check_text("valid_until", date))?;
        self.address.iter().try_for_each(|address| check_text("address", address))?;
        self.skills.iter().try_for_each(|skill| check_name("skills", skill))?;
        self.qualification.iter().try_for_each(|name| check_name("qualification", name))?;
        check_name("profession", &self.profession)?;
        check_name("centre", &self.centre)
    }
}

fn check_name(field: &'static str, name: &LocalizedName) -> Result<(), PrintError> {
    [&name.kk, &name.ru, &name.en].into_iter().try_for_each(|text| check_text(field, text))
}

fn check_text(field: &'static str, text: &str) -> Result<(), PrintError> {
    if text.trim().is_empty() {
        return Err(PrintError::Blank { field });
    }
    if text.chars().count() > MAX_CHARACTERS {
        return Err(PrintError::TooLong { field, limit: MAX_CHARACTERS });
    }
    Ok(())
}
