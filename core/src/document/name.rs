//! Names: brought to one form before they are compared, since one name can be typed in several ways.

use alloc::boxed::Box;
use alloc::string::String;

use once_cell::race::OnceBox;

/// The script of a name's letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// Only Cyrillic letters.
    Cyrillic,
    /// Only Latin letters.
    Latin,
    /// Neither alone.
    Other,
}

impl Script {
    /// The script of `name` after [`normalise`].
    #[must_use]
    pub fn of(name: &str) -> Self {
        Self::of_normal(&normalise(name))
    }

    /// The script of a name that [`normalise`] made.
    #[must_use]
    pub fn of_normal(normal: &str) -> Self {
        let letters = || normal.chars().filter(|character| character.is_alphabetic());
        if letters().next().is_none() {
            Self::Other
        } else if letters().all(is_cyrillic) {
            Self::Cyrillic
        } else if letters().all(is_latin) {
            Self::Latin
        } else {
            Self::Other
        }
    }
}

fn is_cyrillic(character: char) -> bool {
    matches!(character, '\u{0400}'..='\u{052f}')
}

fn is_latin(character: char) -> bool {
    matches!(character, 'a'..='z' | 'A'..='Z' | '\u{00c0}'..='\u{024f}' | '\u{0259}' | '\u{1e00}'..='\u{1eff}')
}

/// The form in which names are compared: composed (NFC, so that й and ё have one spelling), lower case, one
/// space between words, one kind of hyphen and apostrophe, and Latin letters that look like Cyrillic ones turned
/// Cyrillic where the word is otherwise Cyrillic (ə for ә, i for і, h for һ, capital H for Н).
#[must_use]
pub fn normalise(name: &str) -> String {
    let mut lower = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !lower.is_empty() {
            lower.push(' ');
        }
        // Look-alikes are told before lowering: capital B looks like В, small b like nothing Cyrillic.
        let cyrillic = word.chars().any(is_cyrillic);
        let letters = word.chars().map(|letter| if cyrillic { cyrillic_twin(letter) } else { letter });
        lower.extend(letters.flat_map(char::to_lowercase).map(punctuation));
    }
    // Nearly every name is typed composed; only the others pay for composing.
    if lower.chars().all(is_composed) { lower } else { compose(&lower) }
}

/// Whether a character stands composed wherever it stands: below U+0300 and in the Cyrillic blocks nothing combines but
/// the few marks left out here (Unicode, `NFC_Quick_Check`). Other characters may stand composed too; they are looked at.
const fn is_composed(character: char) -> bool {
    matches!(character, '\u{0}'..='\u{2ff}' | '\u{400}'..='\u{482}' | '\u{48a}'..='\u{52f}')
}

/// A function that gives the composed form, NFC (Unicode Standard Annex 15).
type Compose = fn(&str) -> String;

/// How the host composes: a browser can, and its tables need not be shipped a second time.
static COMPOSE: OnceBox<Compose> = OnceBox::new();

/// Says how the host composes names; the first to say it is heard. Needed only where the feature `unicode` is off: there
/// a name with combining marks equals no other until it was said.
pub fn compose_with(compose: Compose) {
    // Said twice is the same host, starting again.
    let _ = COMPOSE.set(Box::new(compose));
}

#[cfg(feature = "unicode")]
fn compose(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    name.nfc().collect()
}

#[cfg(not(feature = "unicode"))]
fn compose(name: &str) -> String {
    COMPOSE.get().map_or(name.into(), |compose| compose(name))
}

fn punctuation(character: char) -> char {
    match character {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{00ad}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{02bc}' | '\u{02b9}' | '\u{0060}' | '\u{00b4}' => '\'',
        other => other,
    }
}

fn cyrillic_twin(character: char) -> char {
    match character {
        'ə' => 'ә',
        'i' => 'і',
        'h' => 'һ',
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'o' => 'о',
        'p' => 'р',
        'x' => 'х',
        'y' => 'у',
        'Ə' => 'Ә',
        'I' => 'І',
        'A' => 'А',
        'B' => 'В',
        'C' => 'С',
        'E' => 'Е',
        'H' => 'Н',
        'K' => 'К',
        'M' => 'М',
        'O' => 'О',
        'P' => 'Р',
        'T' => 'Т',
        'X' => 'Х',
        'Y' => 'У',
        other => other,
    }
}

/// The Russian spelling of a Kazakh name, after [`normalise`]: each Kazakh letter becomes the Russian one that
/// replaces it in practice, ё becomes е. Two names with one folded form are *possibly* the same, no more.
#[must_use]
pub fn fold(name: &str) -> String {
    fold_normal(&normalise(name))
}

/// [`fold`] of a name that [`normalise`] made.
#[must_use]
pub fn fold_normal(normal: &str) -> String {
    let mut folded = String::with_capacity(normal.len());
    for character in normal.chars() {
        folded.push(match character {
            'ә' => 'а',
            'ғ' => 'г',
            'қ' => 'к',
            'ң' => 'н',
            'ө' => 'о',
            'ұ' | 'ү' => 'у',
            'һ' => 'х',
            'і' => 'и',
            'ё' => 'е',
            other => other,
        });
    }
    folded
}

/// Whether a name has letters and a length that a document can carry.
#[must_use]
pub fn is_name(name: &str) -> bool {
    name.len() <= super::MOST_NAME
        && name.trim() == name
        && name.chars().any(char::is_alphabetic)
        && !name.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_typed_in_several_ways() {
        for (left, right) in [
            ("Сейітов Әлі", "  сейітов\u{a0}ӘЛІ "),
            ("Байкай Йо\u{0308}нат", "байка\u{0438}\u{0306} йӧнат"),
            ("Пётр", "Пе\u{0308}тр"),
            ("Әлия", "əлия"),
            ("ӘБДІРАХМАНОВ", "ӘБДIPAXMAHOB"),
            ("Айгүл-Нұр", "Айгүл‑Нұр"),
            ("Gülnar", "Gu\u{0308}lnar"),
        ] {
            assert_eq!(normalise(left), normalise(right), "{left} / {right}");
        }
    }

    #[test]
    fn different_names_stay_different() {
        for (left, right) in [("Қайрат", "Кайрат"), ("Әлия", "Алия"), ("Али", "Ali"), ("Нұр", "Нур")]
        {
            assert_ne!(normalise(left), normalise(right));
        }
    }

    #[test]
    fn the_russian_spelling_is_a_fold_apart() {
        assert_eq!(fold("Сынақбаева Үлгіжан Өтегенқызы"), fold("Сынакбаева Улгижан Отегенкызы"));
        assert_ne!(fold("Сынақбаева"), fold("Сынақбаев"));
    }

    #[test]
    fn scripts_are_told_apart() {
        assert_eq!(Script::of("Сейітов Әлі"), Script::Cyrillic);
        assert_eq!(Script::of("Seıitov Äli"), Script::Latin);
        assert_eq!(Script::of("Сейітов Ali"), Script::Other);
        assert_eq!(Script::of("12"), Script::Other);
    }
}
