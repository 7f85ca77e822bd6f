//! Errors that cross to Kotlin and Swift.

use std::fmt;

use rastau_core::error::{
    CodeError, Coded, ErrorCode, FactsError, OpenError, PageError, ReadError, ReportError,
};
use rastau_core::snapshot::file::FileError;
use rastau_core::update::{NewerRoot, UpdateError};
use rastau_core::verdict::LocalizedName as Translations;
use rastau_messages::{Lang, device_error, error_text, facts_error, page_error, presented_error};
use rastau_store::StoreError;

/// Why a call failed. The bundle that was active before is still active, except after `DEVICE_CLOSED` and
/// `DEVICE_CLOSED_BY_UPDATE`.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Error)]
#[uniffi::export(Display)]
pub enum RastauError {
    /// The program passed an invalid argument.
    Argument {
        /// The error's code, 200 to 212.
        code: ErrorCode,
        /// What is wrong, in English, for the log.
        reason: String,
    },
    /// The input is not a document or a report, or was mistyped or misread.
    Input {
        /// The error's code, 1 to 63.
        code: ErrorCode,
        /// The message for the user.
        text: Translations,
    },
    /// The bundle was refused, or its calendar of working days cannot be read.
    Bundle {
        /// The error's code, 100 to 117, or 211 for the calendar.
        code: ErrorCode,
        /// The message for the user.
        text: Translations,
        /// What to store although the bundle was not accepted; none if there is nothing to store.
        kept: Option<KeptRoot>,
    },
    /// The disk, the device's directory or the source of an update failed.
    Disk {
        /// The error's code, 120 to 139.
        code: ErrorCode,
        /// The message for the user.
        text: Translations,
        /// The same with the path and the operating system's error, in English, for the log.
        reason: String,
    },
    /// A rule cannot be asked with these facts.
    Facts {
        /// The error's code, 140 to 143.
        code: ErrorCode,
        /// The message for the user, with the label that a form has for the fact.
        text: Translations,
        /// What is wrong, with the name of the fact, in English, for the log.
        reason: String,
    },
}

/// A newer trust root of a bundle that was not accepted. Store both, durably, in place of `trustRoot` and `state`: the register
/// has replaced keys, perhaps stolen ones, which must not count at the next opening. A device's directory stores its own.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct KeptRoot {
    /// The root, to be passed as `trustRoot` from now on; with `firstUse` it is not needed.
    pub root: Vec<u8>,
    /// The trusted state with that root; none if the opening had none.
    pub state: Option<Vec<u8>>,
}

#[uniffi::export]
impl RastauError {
    /// Returns the error's code, whatever its kind.
    #[must_use]
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Argument { code, .. }
            | Self::Input { code, .. }
            | Self::Bundle { code, .. }
            | Self::Disk { code, .. }
            | Self::Facts { code, .. } => *code,
        }
    }
}

impl RastauError {
    /// The error of a bundle that was not accepted, with its newer trust root.
    pub(crate) fn refused(error: &OpenError, newer: Option<NewerRoot>) -> Self {
        let kept = newer.map(|NewerRoot { bytes, state, .. }| KeptRoot {
            root: bytes,
            state: state.map(|state| state.write()),
        });
        Self::Bundle { code: error.code(), text: translations(|lang| error_text(error, lang)), kept }
    }
}

impl fmt::Display for RastauError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Argument { reason, .. } | Self::Disk { reason, .. } | Self::Facts { reason, .. } => reason,
            Self::Input { text, .. } | Self::Bundle { text, .. } => &text.en,
        })
    }
}

impl std::error::Error for RastauError {}

/// An invalid argument of this library.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Argument {
    Day,
    Time,
    TrustRoot,
    /// A trust root beside first use.
    FirstUse,
    State,
    Answer,
    /// Who makes a report.
    By,
}

impl From<Argument> for RastauError {
    fn from(argument: Argument) -> Self {
        let code = match argument {
            Argument::Day => ErrorCode::BadDate,
            Argument::Time => ErrorCode::BadTime,
            Argument::TrustRoot => ErrorCode::TrustRootNeeded,
            Argument::FirstUse => ErrorCode::BadNumber,
            Argument::State => ErrorCode::BadState,
            Argument::Answer => ErrorCode::WrongAnswer,
            Argument::By => ErrorCode::BadLength,
        };
        Self::Argument { code, reason: code.text().to_owned() }
    }
}

/// Returns the text that `text` gives in each language.
pub(crate) fn translations(text: impl Fn(Lang) -> String) -> Translations {
    Translations { kk: text(Lang::Kk), ru: text(Lang::Ru), en: text(Lang::En) }
}

impl From<ReadError> for RastauError {
    fn from(error: ReadError) -> Self {
        Self::Input { code: error.code(), text: translations(|lang| presented_error(&error, lang)) }
    }
}

impl From<ReportError> for RastauError {
    fn from(error: ReportError) -> Self {
        Self::Input { code: error.code(), text: translations(|lang| error_text(&error, lang)) }
    }
}

impl From<CodeError> for RastauError {
    fn from(error: CodeError) -> Self {
        ReadError::Code(error).into()
    }
}

impl From<OpenError> for RastauError {
    fn from(error: OpenError) -> Self {
        Self::refused(&error, None)
    }
}

impl From<FileError> for RastauError {
    fn from(error: FileError) -> Self {
        // A bundle in memory fails with the codes of a bundle on disk.
        let code = match error {
            FileError::NotABundle => ErrorCode::DiskNotABundle,
            FileError::TooLarge { .. } => ErrorCode::DiskTooLarge,
        };
        let reason = error.to_string();
        let text = translations(|lang| device_error(code, lang).unwrap_or_else(|| reason.clone()));
        Self::Disk { code, text, reason }
    }
}

impl From<StoreError> for RastauError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Refused(error) => error.into(),
            StoreError::Update(UpdateError::WrongAnswer) => Argument::Answer.into(),
            error => {
                let text = translations(|lang| store_error(&error, lang));
                Self::Disk { code: error.code(), text, reason: error.to_string() }
            }
        }
    }
}

/// The message for the user: without paths, unless the text needs the error's values. An error with a cause needs it.
fn store_error(error: &StoreError, lang: Lang) -> String {
    let short = if error.cause().is_some() { None } else { device_error(error.code(), lang) };
    short.unwrap_or_else(|| error_text(error, lang))
}

impl From<PageError> for RastauError {
    fn from(error: PageError) -> Self {
        let text = translations(|lang| page_error(error, lang));
        Self::Bundle { code: ErrorCode::BadCalendar, text, kept: None }
    }
}

impl From<FactsError> for RastauError {
    fn from(error: FactsError) -> Self {
        let text = translations(|lang| facts_error(&error, lang));
        Self::Facts { code: error.code(), text, reason: error.to_string() }
    }
}
