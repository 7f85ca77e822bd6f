//! Identity numbers and verification codes, checked while the user types.

use rastau_core::document::code::Code;
use rastau_core::identity::{self, Kind};

use crate::error::{RastauError, translations};
use crate::mirrors::{Day, ErrorCode, Language, Translations};

/// The kind of an identity number.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum Identity {
    /// A person's number, IIN.
    Person {
        /// The date of birth in it.
        born_on: Day,
    },
    /// An organisation's number, BIN.
    Organisation {
        /// The two-digit year of registration in it.
        year: i32,
        /// The month of registration in it.
        month: i32,
    },
    /// Neither an IIN nor a BIN.
    Neither {
        /// The error's code, 60 to 63.
        code: ErrorCode,
        /// The reason, for the user.
        text: Translations,
    },
}

/// Returns the kind of an identity number. White space around it is ignored.
#[uniffi::export]
#[must_use]
pub fn identify(number: &str) -> Identity {
    let result = identity::identify(number.trim());
    match result {
        Ok(Kind::Iin { born_on }) => Identity::Person { born_on },
        Ok(Kind::Bin { year, month }) => Identity::Organisation { year: year.into(), month: month.into() },
        Err(error) => Identity::Neither {
            code: error.code(),
            text: translations(|lang| rastau_messages::identity(&result, lang)),
        },
    }
}

/// Describes an identity number in a sentence.
#[uniffi::export]
#[must_use]
pub fn explain_identity(number: &str, language: Language) -> String {
    rastau_messages::identity(&identity::identify(number.trim()), language)
}

/// Checks that a verification code was typed without a mistake; throws what is wrong with it. Whether a document with that
/// code exists is not checked.
#[uniffi::export]
pub fn check_code(code: &str) -> Result<(), RastauError> {
    Code::parse(code)?;
    Ok(())
}
