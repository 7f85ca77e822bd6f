//! Reasons why a check is undetermined.

use super::CheckId;
use crate::names::missing;

missing! {
    /// What an undetermined check needs and lacks.
    ///
    /// Each language describes the reasons in a `match` without a catch-all arm, so a reason without a translation does
    /// not compile.
    pub enum MissingForCheck {
        /// The answer of another check, which is undetermined too. Its name is the id of that check.
        Check(CheckId) = |check| check.id(),
        /// A page of the register, which is missing or differs from the signed data.
        Segment = "segment",
        /// A newer version of this program. The page or the document has parts that this version does not know.
        NewerVersion = "newer-version",
        /// A newer snapshot of the register.
        NewerSnapshot = "newer-snapshot",
        /// A snapshot that covers earlier days of issue.
        WiderSnapshot = "wider-snapshot",
        /// The day of issue, in a typed form.
        IssuedOn = "issued-on",
        /// A plausible clock. The device's clock is behind a signed time, or behind a time that it showed before.
        Clock = "clock",
        /// The verification code, in a typed form.
        Code = "code",
        /// A record with a verification code. The document was issued before codes were introduced.
        RecordHasNoCode = "record-has-no-code",
        /// A record of the register that this program can read.
        RegisterRecord = "register-record",
        /// The identity number of the holder, in a typed form.
        Holder = "holder",
        /// The document number or identity number as it is on the document. The one that was given may have lost digits in a
        /// spreadsheet.
        CompleteNumber = "complete-number",
        /// The exact spelling of the holder's name.
        ExactSpelling = "exact-spelling",
        /// The holder's name in the script of the register.
        SameScript = "same-script",
        /// The answer of another law (art. 15.5).
        OtherLaw = "other-law",
        /// The register's term of validity on the day of issue (art. 21.5).
        RegisterTerm = "register-term",
        /// Events after the last day that can be known.
        Future = "future",
        /// The check itself, which was not made, or was made twice. This is a fault of the program. The verdict is never `valid`.
        CheckNotMade = "check-not-made",
    }
}

impl MissingForCheck {
    /// Returns the check whose answer is missing; `None` for another reason.
    #[must_use]
    pub const fn check(self) -> Option<CheckId> {
        if let Self::Check(check) = self { Some(check) } else { None }
    }
}
