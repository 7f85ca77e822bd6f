//! What an undetermined check lacks.

use serde::{Serialize, Serializer};

use super::CheckId;

macro_rules! missing {
    ($($(#[$doc:meta])* $reason:ident = $name:literal,)*) => {
        /// What a check needs for its answer and does not have.
        ///
        /// A language describes each by a `match` without a catch-all arm, so that a new reason has words in every language
        /// or does not compile.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Missing {
            /// The answer of another check, which could not be decided either.
            Check(CheckId),
            $($(#[$doc])* $reason,)*
        }

        impl Missing {
            /// Every reason that is not another check.
            pub const REASONS: [Self; [$($name),*].len()] = [$(Self::$reason),*];

            /// The stable name, as in JSON: the id of a check, or the kebab-case name of another reason.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    Self::Check(check) => check.id(),
                    $(Self::$reason => $name,)*
                }
            }
        }
    };
}

missing! {
    /// A page of the register: it is missing, or differs from the signed one.
    Segment = "segment",
    /// A newer version of this program: the page or the document has parts that this one does not know.
    NewerVersion = "newer-version",
    /// A newer snapshot of the register.
    NewerSnapshot = "newer-snapshot",
    /// A snapshot that covers earlier days of issue.
    WiderSnapshot = "wider-snapshot",
    /// The day of issue, in a typed form.
    IssuedOn = "issued-on",
    /// A clock that is right: the device's is behind a signed time, or behind one that it has shown.
    Clock = "clock",
    /// The verification code, in a typed form.
    Code = "code",
    /// A record with a verification code: this one was issued before there were codes.
    RecordHasNoCode = "record-has-no-code",
    /// A record of the register in a form that this program reads.
    RegisterRecord = "register-record",
    /// The identity number of the holder, in a typed form.
    Holder = "holder",
    /// The exact spelling of the holder's name.
    ExactSpelling = "exact-spelling",
    /// The holder's name in the script of the register.
    SameScript = "same-script",
    /// The answer of another law (art. 15.5).
    OtherLaw = "other-law",
    /// The register's term of validity on the day of issue (art. 21.5).
    RegisterTerm = "register-term",
    /// Events after the last day on which they can be known.
    Future = "future",
    /// The check itself: it was not made, or was made twice. A fault of the program; the verdict is never `valid`.
    CheckNotMade = "check-not-made",
}

impl Serialize for Missing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
