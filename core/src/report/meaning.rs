//! What a report proves, and what it does not prove.

use alloc::vec::Vec;

use serde::{Serialize, Serializer};

use super::{InputUsed, Stamp};
use crate::anchor::Anchor;
use crate::names::names;

names! {
    /// One thing that a report proves or does not prove.
    pub enum Meaning {
        /// Proven, if the report is repeated with the same answer: the register had this answer to this question.
        AnswerOfRegister = "answer-of-register",
        /// Proven in the same way: whoever has the input and the version of the register can repeat the verification.
        Repeatable = "repeatable",
        /// Not proven: that nobody changed the report. The program does not sign it.
        Unchanged = "unchanged",
        /// Not proven: the time. It is that of the device's clock.
        Time = "time",
        /// Not proven: that the person who showed the document is its holder.
        Person = "person",
        /// Not proven: anything that the register learned later.
        Later = "later",
        /// Not proven: whose register it was. The trust root came from the bundle itself.
        WhoseRegister = "whose-register",
        /// Not proven: which input it was. It has no verification code, so the report has no fingerprint of it.
        WhichInput = "which-input",
        /// Not proven: who made the report. It is what the user wrote.
        Maker = "maker",
    }
}

impl Serialize for Meaning {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl Meaning {
    /// Returns whether the report proves it.
    #[must_use]
    pub const fn is_proven(self) -> bool {
        match self {
            Self::AnswerOfRegister | Self::Repeatable => true,
            Self::Unchanged
            | Self::Time
            | Self::Person
            | Self::Later
            | Self::WhoseRegister
            | Self::WhichInput
            | Self::Maker => false,
        }
    }

    /// Returns those that concern a report, in order.
    pub(super) fn of(stamp: &Stamp, input: &InputUsed) -> Vec<Self> {
        let concerns = |meaning: &Self| match meaning {
            Self::AnswerOfRegister
            | Self::Repeatable
            | Self::Unchanged
            | Self::Time
            | Self::Person
            | Self::Later => true,
            Self::WhoseRegister => stamp.register.root.anchor == Anchor::FirstUse,
            Self::WhichInput => input.fingerprint.is_none(),
            Self::Maker => stamp.by.is_some(),
        };
        Self::ALL.iter().copied().filter(concerns).collect()
    }
}
