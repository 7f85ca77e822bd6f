//! The table of languages, with their plural forms and forms of dates.
//!
//! One row makes a variant of [`Lang`]. Its number is the one in C (`RASTAU_LANG_…`); the command line, the C header, Kotlin,
//! Swift and the JSON Schema, from which JavaScript has its type `Lang`, take their languages from here. A number is never
//! reused (`docs/decisions/0078-table-of-languages.md`).

use alloc::format;
use alloc::string::String;

macro_rules! define_lang {
    ($($number:literal $variant:ident $code:ident $name:literal $own_name:literal $plural:ident $date:literal;)*) => {
        /// A language of the answers.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Lang {
            $(#[doc = concat!($name, ".")] $variant = $number,)*
        }

        impl Lang {
            /// The number of languages.
            pub const COUNT: usize = Self::ALL.len();

            /// All languages.
            pub const ALL: [Self; [$($number),*].len()] = [$(Self::$variant),*];

            /// The number of the language in C.
            #[must_use]
            pub const fn number(self) -> u8 {
                self as u8
            }

            /// The code of the language (BCP 47).
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => stringify!($code),)* }
            }

            /// The name of the language in English.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The name of the language in itself.
            #[must_use]
            pub const fn own_name(self) -> &'static str {
                match self { $(Self::$variant => $own_name,)* }
            }

            /// Selects the value for this language from several, in the order of [`Lang::ALL`].
            pub const fn pick<T: ?Sized>(self, each: [&T; Self::COUNT]) -> &T {
                let [$($code),*] = each;
                match self { $(Self::$variant => $code,)* }
            }

            /// Selects the text for this language from several, in the order of [`Lang::ALL`].
            #[must_use]
            pub fn text(self, each: [core::fmt::Arguments<'_>; Self::COUNT]) -> alloc::string::String {
                alloc::string::ToString::to_string(self.pick(each.each_ref()))
            }

            /// How nouns follow numbers.
            const fn plurals(self) -> Plurals {
                match self { $(Self::$variant => Plurals::$plural,)* }
            }

            /// A date, with `{day}`, `{month}` and `{year}`.
            pub(crate) const fn date(self) -> &'static str {
                match self { $(Self::$variant => $date,)* }
            }
        }
    };
}

/// Calls the given macro with all rows of the table, each as `NUMBER VARIANT CODE NAME OWN_NAME PLURALS DATE;`, so that
/// a binding can make types of its own from them.
#[doc(hidden)]
#[macro_export]
macro_rules! for_each_language {
    ($($callback:tt)+) => {
        $($callback)+! {
            1 Kk kk "Kazakh" "Қазақша" One "{year} ж. {day} {month}";
            2 Ru ru "Russian" "Русский" Three "{day} {month} {year} г.";
            3 En en "English" "English" Two "{day} {month} {year}";
        }
    };
}

for_each_language!(define_lang);

impl Lang {
    /// The language of a code (BCP 47): `kk`, `ru` or `en`.
    ///
    /// ```
    /// use rastau_messages::Lang;
    ///
    /// assert_eq!(Lang::parse("kk"), Some(Lang::Kk));
    /// assert_eq!(Lang::parse("KK"), None);
    /// ```
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The language of a number in C.
    #[must_use]
    pub fn from_number(number: i32) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| i32::from(lang.number()) == number)
    }
}

/// The code, as in JSON.
impl serde::Serialize for Lang {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Lang {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "Lang".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let names = Self::ALL.map(Self::name).join(", ");
        schemars::json_schema!({
            "description": format!("A language of the answers: {names}."),
            "enum": Self::ALL.map(Self::code),
        })
    }
}

/// How nouns follow numbers.
#[derive(Clone, Copy)]
enum Plurals {
    /// One form, as in Kazakh.
    One,
    /// A form for 1 and another for the rest, as in English.
    Two,
    /// The forms of Russian.
    Three,
}

/// The form of a noun after a number: the CLDR plural categories.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plural {
    /// 1 in English; 1, 21, 31, … but not 11 in Russian.
    One,
    /// 2–4, 22–24, … but not 12–14 in Russian.
    Few,
    /// Every other number in Russian.
    Many,
    /// Every other number in English; every number in Kazakh, where nouns do not change after numerals.
    Other,
}

/// The form for `number` in `lang`.
///
/// ```
/// use rastau_messages::{Lang, Plural, plural};
///
/// assert_eq!(plural(22, Lang::Ru), Plural::Few);
/// assert_eq!(plural(22, Lang::Kk), Plural::Other);
/// ```
#[must_use]
pub const fn plural(number: u64, lang: Lang) -> Plural {
    match lang.plurals() {
        Plurals::One => Plural::Other,
        Plurals::Two if number == 1 => Plural::One,
        Plurals::Two => Plural::Other,
        Plurals::Three => match (number % 10, number % 100) {
            (1, tail) if tail != 11 => Plural::One,
            (2..=4, tail) if tail < 12 || tail > 14 => Plural::Few,
            _ => Plural::Many,
        },
    }
}

/// The one of three forms (one, few, many) that goes with `number`. In English and Kazakh the last two are the same.
///
/// ```
/// use rastau_messages::{Lang, form};
///
/// let days = ["день", "дня", "дней"];
/// assert_eq!([1, 2, 5].map(|number| form(number, days, Lang::Ru)), days);
/// ```
pub const fn form(number: u64, [one, few, many]: [&'static str; 3], lang: Lang) -> &'static str {
    match plural(number, lang) {
        Plural::One => one,
        Plural::Few => few,
        Plural::Many | Plural::Other => many,
    }
}

/// A number with its noun.
pub(crate) fn counted(number: u64, forms: [&'static str; 3], lang: Lang) -> String {
    format!("{number} {}", form(number, forms, lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_found_by_its_code_and_its_number() {
        for lang in Lang::ALL {
            assert_eq!(Lang::parse(lang.code()), Some(lang));
            assert_eq!(Lang::from_number(lang.number().into()), Some(lang));
            assert_eq!(*lang.pick(Lang::ALL.each_ref()), lang);
        }
        assert_eq!((Lang::parse("xx"), Lang::from_number(0)), (None, None));
    }
}
