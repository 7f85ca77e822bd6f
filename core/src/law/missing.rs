//! What an undetermined answer lacks.

use serde::{Serialize, Serializer};

macro_rules! reasons {
    ($($(#[$doc:meta])* $reason:ident = $name:literal,)*) => {
        /// Something that a rule needs for its answer and does not have: a fact, or one of the other reasons.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Missing {
            /// A fact that the caller did not give, by its path in the rule's facts: `as_of`, `centre.certificate`.
            Fact(&'static str),
            $($(#[$doc])* $reason,)*
        }

        impl Missing {
            /// Every reason that is not a fact, in the order of the names.
            pub const REASONS: [Self; [$($name),*].len()] = [$(Self::$reason),*];

            /// Returns the stable name, as in JSON: a fact's path, or the kebab-case name of another reason.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    Self::Fact(path) => path,
                    $(Self::$reason => $name,)*
                }
            }
        }
    };
}

reasons! {
    /// Events after the last day on which they can be known.
    Future = "future",
    /// The text leaves the question to human judgement.
    HumanDecision = "human-decision",
    /// Register entries known up to the day asked about.
    NewerRegister = "newer-register",
    /// The order of events of one day.
    OrderOfEvents = "order-of-events",
    /// Another law decides (art. 15.5, 17.1).
    OtherLaw = "other-law",
    /// The register's term of validity on the day of issue (art. 21.5).
    RegisterTerm = "register-term",
    /// A calendar of working days that covers the term.
    WorkingDayCalendar = "working-day-calendar",
}

impl Serialize for Missing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
