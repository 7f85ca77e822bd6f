//! Identity numbers and verification codes, checked while they are typed.

use rastau_core::document::code::Code;
use rastau_core::identity::{self, Kind};
use rastau_messages::Lang;

use crate::error;
use crate::error::RastauError;
use crate::values::{Day, Language, Words};

/// What an identity number is.
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
    /// None of the two.
    Neither {
        /// The error's number, 60 to 63.
        number: i32,
        /// Why, for the person.
        words: Words,
    },
}

/// What an identity number is. Blanks around it do not count.
#[uniffi::export]
#[must_use]
pub fn identify(number: &str) -> Identity {
    let found = identity::identify(number.trim());
    match found {
        Ok(Kind::Iin { born_on }) => Identity::Person { born_on: Day(born_on) },
        Ok(Kind::Bin { year, month }) => Identity::Organisation { year: year.into(), month: month.into() },
        Err(error) => Identity::Neither {
            number: error::number(error.code()),
            words: Words::said(|lang: Lang| rastau_messages::identity(&found, lang)),
        },
    }
}

/// What an identity number is, in words.
#[uniffi::export]
#[must_use]
pub fn explain_identity(number: &str, language: Language) -> String {
    rastau_messages::identity(&identity::identify(number.trim()), language.into())
}

/// Whether a verification code was typed without a mistake; throws what is wrong with it. It says nothing of whether there
/// is a document with that code.
#[uniffi::export]
pub fn check_code(code: &str) -> Result<(), RastauError> {
    Code::parse(code)?;
    Ok(())
}
