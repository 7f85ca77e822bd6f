//! Enums with stable names: one definition of the cases and their names, for the rows of a snapshot, the facts of a rule,
//! the register, and the answers of checks and rules.

/// An enum defined by `names!`.
pub(crate) trait Named: Copy + 'static {
    /// Every case, in order.
    const CASES: &'static [Self];
    /// The stable names, in the order of the cases.
    const NAMES: &'static [&'static str];
}

/// Defines an enum of stable names in kebab-case.
macro_rules! names {
    ($($(#[$doc:meta])* pub enum $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $($(#[$variant_doc])* #[cfg_attr(feature = "schema", schemars(rename = $text))] $variant,)*
        }

        impl $name {
            /// Every case, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Every stable name, in the order of the cases.
            pub const NAMES: &'static [&'static str] = &[$($text),*];

            /// Returns the stable name, which is used in JSON and CSV.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// Returns the case of a name, or `None` for an unknown one.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$variant),)* _ => None }
            }
        }

        impl $crate::names::Named for $name {
            const CASES: &'static [Self] = Self::ALL;
            const NAMES: &'static [&'static str] = Self::NAMES;
        }
    )*};
}

/// Defines what an undetermined answer lacks: something with a name of its own, or one of the reasons that follow, whose
/// stable names are in kebab-case.
macro_rules! missing {
    (
        $(#[$doc:meta])*
        pub enum $name:ident {
            $(#[$other_doc:meta])*
            $other:ident($inner:ty) = |$value:ident| $own_name:expr,
            $($(#[$reason_doc:meta])* $reason:ident = $text:literal,)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[$other_doc])*
            $other($inner),
            $($(#[$reason_doc])* $reason,)*
        }

        impl $name {
            /// Every reason, in order.
            pub const REASONS: [Self; [$($text),*].len()] = [$(Self::$reason),*];

            /// Returns the stable name, as in JSON.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    Self::$other($value) => $own_name,
                    $(Self::$reason => $text,)*
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }
    };
}

/// Defines what the answer of a check and the answer of a rule have in common.
macro_rules! answer_methods {
    ($answer:ident) => {
        impl $answer {
            /// Returns `Satisfied` for `true` and `Violated` for `false`.
            #[must_use]
            pub const fn from_bool(satisfied: bool) -> Self {
                if satisfied { Self::Satisfied } else { Self::Violated }
            }

            /// Returns the name used in JSON.
            #[must_use]
            pub const fn name(&self) -> &'static str {
                match self {
                    Self::Satisfied => "satisfied",
                    Self::Violated => "violated",
                    Self::Undetermined(_) => "undetermined",
                    Self::Contestable(_) => "contestable",
                    Self::NotApplicable { .. } => "not_applicable",
                }
            }
        }
    };
}

pub(crate) use {answer_methods, missing, names};

#[cfg(test)]
mod tests {
    use crate::snapshot::status::Ground;

    #[test]
    fn names_and_cases_are_in_the_same_order() {
        assert!(Ground::ALL.iter().map(|ground| ground.name()).eq(Ground::NAMES.iter().copied()));
        assert!(Ground::ALL.iter().all(|ground| Ground::from_name(ground.name()) == Some(*ground)));
        assert_eq!(Ground::from_name("Other-law"), None);
    }
}
