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

/// The form in which names are compared: lower case, composed (NFC, so that й and ё have one spelling; a final ς is σ), one
/// space between words, one kind of hyphen and apostrophe, and Latin letters that look like Cyrillic ones turned
/// Cyrillic where the word is otherwise Cyrillic (ə for ә, i for і, h for һ, capital H for Н).
#[must_use]
pub fn normalise(name: &str) -> String {
    let mut normal = String::with_capacity(name.len());
    let mut plain = true;
    for word in name.split_whitespace() {
        if !normal.is_empty() {
            normal.push(' ');
        }
        // Look-alikes are told before lowering: capital B looks like В, small b like nothing Cyrillic.
        let cyrillic = word.chars().any(is_cyrillic);
        for letter in word.chars() {
            let letter = punctuation(if cyrillic { cyrillic_twin(letter) } else { letter });
            plain &= is_plain(letter);
            normal.push(lower(letter));
        }
    }
    // Nearly every name is typed plainly; only the others pay for the tables of Unicode.
    if plain { normal } else { lower_and_compose(&normal).replace('ς', "σ") }
}

/// Whether [`lower`] lowers a character and it stands composed wherever it stands: nothing combines among the Latin letters
/// up to U+017F and in the Cyrillic blocks, but the few marks left out here (Unicode, `NFC_Quick_Check`).
const fn is_plain(character: char) -> bool {
    matches!(character, '\u{0}'..='\u{12f}' | '\u{131}'..='\u{17f}' | '\u{400}'..='\u{482}' | '\u{48a}'..='\u{52f}')
}

/// The small letter of a plain one (Unicode, `Simple_Lowercase_Mapping`). Other characters stay.
fn lower(character: char) -> char {
    let code = u32::from(character);
    let small = match character {
        '\u{d7}' => code,
        '\u{c0}'..='\u{de}' | '\u{410}'..='\u{42f}' => code.wrapping_add(0x20),
        '\u{400}'..='\u{40f}' => code.wrapping_add(0x50),
        '\u{178}' => 0xff,
        '\u{4c0}' => 0x4cf,
        // Elsewhere a small letter stands right behind its capital one: here the capital has the odd number,
        '\u{139}'..='\u{148}' | '\u{179}'..='\u{17e}' | '\u{4c1}'..='\u{4ce}' => code.wrapping_add(1) & !1,
        // and here the even.
        '\u{100}'..='\u{12f}'
        | '\u{132}'..='\u{137}'
        | '\u{14a}'..='\u{177}'
        | '\u{460}'..='\u{481}'
        | '\u{48a}'..='\u{4bf}'
        | '\u{4d0}'..='\u{52f}' => code | 1,
        other => return other.to_ascii_lowercase(),
    };
    char::from_u32(small).unwrap_or(character)
}

/// A function that gives the small letters, composed: NFC (Unicode Standard Annex 15).
type LowerAndCompose = fn(&str) -> String;

/// How the host does it: a browser can, and the tables of Unicode need not be shipped a second time.
static HOST: OnceBox<LowerAndCompose> = OnceBox::new();

/// Says how the host brings names to composed small letters; the first to say it is heard. Needed only where the feature
/// `unicode` is off: until it was said, a name with other letters than Latin ones up to U+017F and Cyrillic ones, or with
/// combining marks, equals only one in the very same characters.
pub fn lower_and_compose_with(host: LowerAndCompose) {
    // Said twice is the same host, starting again.
    let _ = HOST.set(Box::new(host));
}

#[cfg(feature = "unicode")]
fn lower_and_compose(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    name.chars().flat_map(char::to_lowercase).nfc().collect()
}

#[cfg(not(feature = "unicode"))]
fn lower_and_compose(name: &str) -> String {
    HOST.get().map_or(name.into(), |host| host(name))
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
    name.len() <= super::MAX_NAME
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
            ("GÜLNAR", "gülnar"),
            ("ΓΙΏΡΓΟΣ", "Γιώργος"),
        ] {
            assert_eq!(normalise(left), normalise(right), "{left} / {right}");
        }
    }

    #[test]
    #[cfg(feature = "unicode")]
    fn plain_letters_need_no_tables() {
        use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
        for character in ('\u{0}'..=char::MAX).filter(|character| is_plain(*character)) {
            assert!(lower(character).to_string().chars().eq(character.to_lowercase()), "{character:?}");
            assert_eq!(is_nfc_quick(core::iter::once(character)), IsNormalized::Yes, "{character:?}");
            // Nor does it combine with what stands before it.
            assert!(['а', 'a', 'и'].iter().all(|before| [*before, character].into_iter().nfc().count() == 2));
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
