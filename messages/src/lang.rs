//! Languages, their plural forms and their dates.

use alloc::format;
use alloc::string::String;

use rastau_core::calendar::{Date, Timestamp};

use crate::words::Words;
use crate::{en, kk, ru};

/// A language of the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lang {
    /// Kazakh.
    Kk,
    /// Russian.
    Ru,
    /// English.
    En,
}

impl Lang {
    /// All languages.
    pub const ALL: [Self; 3] = [Self::Kk, Self::Ru, Self::En];

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

    /// The code of the language.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kk => "kk",
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    pub(crate) const fn words(self) -> &'static Words {
        match self {
            Self::Kk => &kk::WORDS,
            Self::Ru => &ru::WORDS,
            Self::En => &en::WORDS,
        }
    }
}

/// The form of a noun after a number: the CLDR plural categories of the three languages.
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
    match lang {
        Lang::Kk => Plural::Other,
        Lang::En if number == 1 => Plural::One,
        Lang::En => Plural::Other,
        Lang::Ru => match (number % 10, number % 100) {
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

/// The text of a time: date, hour and minute in Kazakhstan.
pub(crate) fn date_and_hour(time: Timestamp, lang: Lang) -> String {
    let minutes = time.0.saturating_sub(time.date().start().0) / 60;
    format!("{}, {:02}:{:02}", date(time.date(), lang), minutes / 60, minutes % 60)
}

/// The text of a date: `1 March 2026`, `1 марта 2026 г.`, `2026 ж. 1 наурыз`.
///
/// ```
/// use rastau_core::Date;
/// use rastau_messages::{Lang, date};
///
/// let day = Date::parse("2026-03-01").unwrap();
/// assert_eq!(Lang::ALL.map(|lang| date(day, lang)), ["2026 ж. 1 наурыз", "1 марта 2026 г.", "1 March 2026"]);
/// ```
#[must_use]
pub fn date(day: Date, lang: Lang) -> String {
    let (year, month, day) = day.ymd();
    let at = usize::try_from(month).unwrap_or(1).saturating_sub(1);
    let month = lang.words().months.get(at).copied().unwrap_or_default();
    match lang {
        Lang::Kk => format!("{year} ж. {day} {month}"),
        Lang::Ru => format!("{day} {month} {year} г."),
        Lang::En => format!("{day} {month} {year}"),
    }
}
