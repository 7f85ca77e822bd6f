//! What is thrown. The numbers are those of the C library and the command line, and are never reused.

use std::fmt;

use rastau_core::error::{CodeError, ErrorCode, FactsError, OpenError, PageError, ReadError};
use rastau_core::snapshot::file::FileError;
use rastau_messages::{Lang, device_error, facts_error, open_error, read_error};
use rastau_store::StoreError;

use crate::values::Words;

/// Why a call was refused. Nothing that was in service before has changed.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Error)]
#[uniffi::export(Display)]
pub enum RastauError {
    /// The program asked for something that cannot be.
    Argument {
        /// The error's number, 200 to 211.
        number: i32,
        /// What is wrong, in English, for the log.
        reason: String,
    },
    /// The input is no document, or was read wrongly.
    Input {
        /// The error's number, 1 to 63.
        number: i32,
        /// What to tell the person.
        words: Words,
    },
    /// The bundle was not taken into use.
    Bundle {
        /// The error's number, 100 to 113.
        number: i32,
        /// What to tell the person.
        words: Words,
    },
    /// The disk, or a device's folder, did not serve.
    Disk {
        /// The error's number, 120 to 133.
        number: i32,
        /// What to tell the person.
        words: Words,
        /// The same with the path and the system's own word, in English, for the log.
        reason: String,
    },
    /// A rule cannot be asked with these facts.
    Facts {
        /// The error's number, 140 to 143.
        number: i32,
        /// What to tell the person, with the name that a form has for the fact.
        words: Words,
        /// What is wrong, with the name of the fact, in English, for the log.
        reason: String,
    },
}

#[uniffi::export]
impl RastauError {
    /// The error's number, whatever its kind.
    #[must_use]
    pub fn number(&self) -> i32 {
        match self {
            Self::Argument { number, .. }
            | Self::Input { number, .. }
            | Self::Bundle { number, .. }
            | Self::Disk { number, .. }
            | Self::Facts { number, .. } => *number,
        }
    }
}

impl fmt::Display for RastauError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Argument { reason, .. } | Self::Disk { reason, .. } | Self::Facts { reason, .. } => reason,
            Self::Input { words, .. } | Self::Bundle { words, .. } => &words.en,
        })
    }
}

impl std::error::Error for RastauError {}

/// A use of this library that cannot be.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Argument {
    Day,
    Time,
    TrustRoot,
    State,
    Calendar,
}

impl From<Argument> for RastauError {
    fn from(argument: Argument) -> Self {
        let code = match argument {
            Argument::Day => ErrorCode::BadDate,
            Argument::Time => ErrorCode::BadTime,
            Argument::TrustRoot => ErrorCode::TrustRootNeeded,
            Argument::State => ErrorCode::BadState,
            Argument::Calendar => ErrorCode::BadCalendar,
        };
        Self::Argument { number: number(code), reason: code.text().to_owned() }
    }
}

/// The number of a code, as Kotlin and Swift have it.
pub(crate) fn number(code: ErrorCode) -> i32 {
    code.number().into()
}

impl From<ReadError> for RastauError {
    fn from(error: ReadError) -> Self {
        Self::Input { number: number(error.code()), words: Words::said(|lang| read_error(&error, lang)) }
    }
}

impl From<CodeError> for RastauError {
    fn from(error: CodeError) -> Self {
        ReadError::Code(error).into()
    }
}

impl From<OpenError> for RastauError {
    fn from(error: OpenError) -> Self {
        Self::Bundle { number: number(error.code()), words: Words::said(|lang| open_error(&error, lang)) }
    }
}

impl From<FileError> for RastauError {
    fn from(error: FileError) -> Self {
        // Of a bundle that is no file there is nothing more to say than of one that is.
        let on_disk = match error {
            FileError::NotABundle => ErrorCode::DiskNotABundle,
            FileError::TooLarge { .. } => ErrorCode::DiskTooLarge,
        };
        disk(on_disk, error.to_string())
    }
}

impl From<StoreError> for RastauError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Refused(error) => error.into(),
            error => disk(error.code(), error.to_string()),
        }
    }
}

fn disk(code: ErrorCode, reason: String) -> RastauError {
    let words = Words::said(|lang: Lang| device_error(code, lang).unwrap_or(&reason).to_owned());
    RastauError::Disk { number: number(code), words, reason }
}

impl From<PageError> for RastauError {
    fn from(_: PageError) -> Self {
        Argument::Calendar.into()
    }
}

impl From<FactsError> for RastauError {
    fn from(error: FactsError) -> Self {
        let words = Words::said(|lang| facts_error(&error, lang));
        Self::Facts { number: number(error.code()), words, reason: error.to_string() }
    }
}
