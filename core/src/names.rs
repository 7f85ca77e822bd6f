//! Enums with stable names: one definition of the cases and their names, for the rows of a snapshot, the facts of a rule
//! and the register.

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

pub(crate) use names;

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
