//! The guards that an operator may waive, each by its name.
//!
//! A guard refuses what is nearly always a mistake and is sometimes meant. To waive one does not waive another: an operator who
//! corrects a row of the register is still told that the clock is wrong.
//!
//! ```
//! use rastau_registry::guard::Guard;
//!
//! assert_eq!(Guard::from_name("version-leap"), Some(Guard::VersionLeap));
//! assert_eq!(Guard::FutureTime.name(), "future-time");
//! ```

macro_rules! guards {
    ($($(#[doc = $text:literal])+ $Guard:ident = $name:literal,)*) => {
        /// A guard that an operator may waive.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Guard {
            $($(#[doc = $text])+ $Guard,)*
        }

        impl Guard {
            /// All guards.
            pub const ALL: &[Self] = &[$(Self::$Guard,)*];

            /// Returns the stable name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$Guard => $name,)* }
            }

            /// Returns what is waived, in English.
            #[must_use]
            pub const fn text(self) -> &'static str {
                match self { $(Self::$Guard => concat!($($text),+).trim_ascii(),)* }
            }
        }
    };
}

guards! {
    /// A time that is more than ten minutes ahead of this computer's clock
    FutureTime = "future-time",
    /// A version or an epoch far above the published one
    VersionLeap = "version-leap",
    /// Another first day from which every document is listed
    Coverage = "coverage",
    /// A row without a version, basis, accreditation, event or interval that was published
    ShortenedRow = "shortened-row",
    /// An issuing key that had ended and is to count for later days again
    ReopenedKey = "reopened-key",
}

impl Guard {
    /// Returns the guard of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|guard| guard.name() == name)
    }
}
