//! Document numbers that people cannot tell apart, in a register.

use std::borrow::Cow;
use std::sync::LazyLock;

use rastau_core::document::number;
use unicode_security::confusable_detection::skeleton as prototypes;

/// Returns a form that is equal for numbers that people cannot tell apart in print, in handwriting or when they type them.
///
/// It adds to [`number::skeleton`] the confusable characters of Unicode Technical Standard 39: letters of all scripts and
/// digits that look alike, such as `0` and `O`, Kazakh `Ү` and Latin `Y`. Case makes no difference, so `1`, `I` and `L` are one
/// character: somebody writes a small `l`. Signs without a shape of their own count as nothing.
///
/// # Examples
/// ```
/// use rastau_registry::alike::skeleton;
///
/// assert_eq!(skeleton("AB-OO1"), skeleton("AB-00l"));
/// assert_ne!(skeleton("AB-001"), skeleton("AB-007"));
/// ```
#[must_use]
pub fn skeleton(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in number::skeleton(text).chars().filter(|one| *one != BLANK_BRAILLE) {
        folded.extend(self::folded(character).iter());
    }
    // The digit zero has become a letter.
    let rest = folded.trim_start_matches('O');
    if rest.is_empty() && !folded.is_empty() { "O".into() } else { rest.into() }
}

/// A character of Unicode that is printed as a blank and is neither white space nor invisible by its properties.
const BLANK_BRAILLE: char = '\u{2800}';

/// What the characters of ASCII look like, of which most numbers consist.
static ASCII: LazyLock<[Vec<char>; 128]> =
    LazyLock::new(|| std::array::from_fn(|code| look(char::from(code as u8))));

fn folded(character: char) -> Cow<'static, [char]> {
    match ASCII.get(character as usize) {
        Some(look) => Cow::Borrowed(look),
        None => Cow::Owned(look(character)),
    }
}

/// What a character looks like: in capitals, or as a small letter where only that one looks like a Latin letter or a digit.
fn look(character: char) -> Vec<char> {
    let capital = prototype(&character.to_uppercase().collect::<String>());
    let shape =
        if capital.is_ascii() { capital } else { prototype(&character.to_lowercase().collect::<String>()) };
    let shape =
        if shape.is_ascii() { shape } else { prototype(&character.to_uppercase().collect::<String>()) };
    shape.to_uppercase().chars().map(|one| if matches!(one, 'I' | '1') { 'L' } else { one }).collect()
}

fn prototype(text: &str) -> String {
    prototypes(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_look_alike_share_a_skeleton() {
        for (left, right) in [
            ("000012", "12"),
            ("0", "OO"),
            ("O12", "12"),
            ("АВ-12", "AB-12"),
            ("Ү-12", "Y-12"),
            ("һ-12", "h-12"),
            ("Һ-12", "H-12"),
            ("Ѕ-12", "S-12"),
            ("Ј-12", "J-12"),
            ("Ӏ-12", "I-12"),
            ("AB-O1", "AB-01"),
            ("AB-ОО1", "ab-001"),
            ("ABl-2", "AB1-2"),
            ("ABI-2", "AB1-2"),
            ("abi-2", "ABI-2"),
            ("ABL-2", "abl-2"),
            ("З-12", "3-12"),
            ("Β-12", "B-12"),
            ("Ν-12", "N-12"),
            ("Ρ-12", "P-12"),
            ("12\u{2800}", "12"),
            ("1\u{2800}2", "12"),
            ("12\u{200b}", "12"),
            ("AB−12", "AB-12"),
            ("１２", "12"),
            ("𝐀-12", "A-12"),
        ] {
            assert_eq!(skeleton(left), skeleton(right), "{left} / {right}");
        }
    }

    #[test]
    fn numbers_that_differ_have_different_skeletons() {
        for (left, right) in [
            ("12", "120"),
            ("12", "102"),
            ("AB-12", "AC-12"),
            ("AB-12", "AB-21"),
            ("Қ-1", "К-1"),
            ("Ұ-1", "Ү-1"),
            ("Ө-1", "Б-1"),
            ("AB12", "AB-12"),
            ("5-1", "S-1"),
        ] {
            assert_ne!(skeleton(left), skeleton(right), "{left} / {right}");
        }
    }
}
