//! Errors of identity numbers.

use thiserror::Error;

use crate::coded_error;

coded_error! {
    /// Why a text is not an IIN or a BIN.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
    pub enum IdentityError {
        /// Not twelve decimal digits.
        NotTwelveDigits = IdentityDigits,
        /// The fifth digit is neither an IIN's (0–3) nor a BIN's (4–6).
        UnknownKind = IdentityKind,
        /// Digits 1–7 of an IIN, or digits 1–4 of a BIN, are not a date.
        NoSuchDate = IdentityDate,
        /// The twelfth digit is not the check digit of the others: most likely a typing mistake.
        WrongCheckDigit = IdentityCheck,
    }
}
