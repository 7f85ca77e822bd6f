//! What a printed recognition document says, and the limits each field must keep.

use rastau_core::verdict::LocalizedName;

use super::{PrintError, page, pdf, plan, qr::Qr};

/// The most characters any one field may hold; far beyond real documents, it only bounds the work.
const LIMIT: usize = 600;
/// The most skills considered at all.
const MAX_SKILLS: usize = 60;

/// Everything that stands on the page. All texts are shown as given; white space is evened out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// The document's number.
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
    /// The recognised skills. When there are any, the document covers these alone.
    pub skills: Vec<LocalizedName>,
    /// The recognition centre.
    pub centre: LocalizedName,
    /// The centre's business number (BIN).
    pub centre_bin: String,
    /// The centre's accreditation certificate.
    pub accreditation: String,
    /// What the recognition rests on.
    pub basis: String,
    /// When the exam was held.
    pub exam_on: String,
    /// When the document was issued: `2026-05-14` or `14.05.2026`. It also dates the PDF.
    pub issued_on: String,
    /// The last day of validity; `None` for a document without a term.
    pub valid_until: Option<String>,
    /// The verification code in groups, such as `7K3M-9QXD-2V5T-HW8C`.
    pub code: String,
    /// What the QR code says.
    pub qr_text: String,
    /// Marks the page as a specimen.
    pub specimen: bool,
}

impl Certificate {
    /// Sets the document on one A4 page and returns it as a PDF/A-2u file (which meets PDF/A-2b as well).
    ///
    /// # Errors
    /// See [`PrintError`]: blank or overlong fields, characters outside the fonts, text too long for one page.
    pub fn pdf(&self) -> Result<Vec<u8>, PrintError> {
        pdf::write(&self.page()?)
    }

    /// Checks the fields and lays out the page.
    pub(super) fn page(&self) -> Result<page::Page, PrintError> {
        self.check()?;
        page::compose(&plan::draw_up(self)?, Qr::encode(&self.qr_text)?)
    }

    fn check(&self) -> Result<(), PrintError> {
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
            sound(field, text)?;
        }
        self.holder_names.iter().try_for_each(|name| sound("holder_names", name))?;
        self.valid_until.iter().try_for_each(|date| sound("valid_until", date))?;
        self.skills.iter().try_for_each(|skill| sound_words("skills", skill))?;
        self.qualification.iter().try_for_each(|words| sound_words("qualification", words))?;
        sound_words("profession", &self.profession)?;
        sound_words("centre", &self.centre)
    }
}

fn sound_words(field: &'static str, words: &LocalizedName) -> Result<(), PrintError> {
    [&words.kk, &words.ru, &words.en].into_iter().try_for_each(|text| sound(field, text))
}

fn sound(field: &'static str, text: &str) -> Result<(), PrintError> {
    if text.trim().is_empty() {
        return Err(PrintError::Blank { field });
    }
    if text.chars().count() > LIMIT {
        return Err(PrintError::TooLong { field, limit: LIMIT });
    }
    Ok(())
}
