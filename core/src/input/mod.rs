//! Normalisation of what people write, scan and export, before anything is compared.
//!
//! Formatting is not content: blanks, hyphens, invisible characters, labels, letters that look alike. Signed data is never
//! normalised. This module decides nothing: the result is still checked by the signature, the register and the
//! verification code.

pub mod foreign;
pub mod layout;
pub mod text;
pub mod value;

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Serialize, Serializer};

use crate::names::names;

names! {
    /// What was repaired in an input before it was read. It is a note in the verdict, not an error.
    pub enum Repair {
        /// Something around the text was dropped or replaced: the prefix of a scanner, a label, quotation marks, control or
        /// invisible characters, another kind of blank or hyphen.
        Surroundings = "surroundings",
        /// Line breaks inside the text were dropped, or replaced by blanks.
        LineBreaks = "line-breaks",
        /// The text was encoded for a web address (RFC 3986 §2.1).
        UrlEncoding = "url-encoding",
        /// Small letters were read as capital letters.
        LetterCase = "letter-case",
        /// The text was typed through a Russian or Kazakh keyboard layout.
        KeyboardLayout = "keyboard-layout",
        /// The text contained the same document more than once.
        Repeated = "repeated",
        /// A number that a spreadsheet damaged was completed, and the verification code confirms it.
        DamagedNumber = "damaged-number",
    }
}

impl Serialize for Repair {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// Returns the text of bytes in UTF-8 or UTF-16, or in the Kazakh variant of Windows-1251 (KZ-1048) if it is a form or has the prefix
/// of a document. Returns `None` if they are neither.
///
/// UTF-16 is detected by its byte order mark (RFC 2781 §4.3), or by a zero in every second byte of the first four.
///
/// ```
/// use rastau_core::input::decode;
///
/// assert_eq!(decode(b"R\0S\0").as_deref(), Some("RS")); // UTF-16, little-endian
/// assert_eq!(decode(b"\xcf\xf0\xe8"), None); // Windows-1251
/// ```
#[must_use]
pub fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let little = match bytes {
        [0xff, 0xfe, ..] => true,
        [0xfe, 0xff, ..] => false,
        [first, 0, second, 0, ..] if *first != 0 && *second != 0 => true,
        [0, first, 0, second, ..] if *first != 0 && *second != 0 => false,
        _ => {
            return core::str::from_utf8(bytes)
                .ok()
                .map(Cow::Borrowed)
                .or_else(|| kazakh(bytes).map(Cow::Owned));
        }
    };
    let (units, rest) = bytes.as_chunks::<2>();
    let unit = |pair: &[u8; 2]| if little { u16::from_le_bytes(*pair) } else { u16::from_be_bytes(*pair) };
    // A line feed that was appended as one byte is dropped.
    if !matches!(rest, [] | [b'\n' | b'\r' | 0]) {
        return None;
    }
    let text: Result<String, _> = char::decode_utf16(units.iter().map(unit)).collect();
    text.ok().map(Cow::Owned)
}

/// The characters 0x80–0xBF of KZ-1048 (registered with IANA as KZ-1048). The others are those of Windows-1251, which has no
/// Kazakh letters: in this table they replace letters of other languages.
const KZ_1048: &str = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏђ‘’“”•–—\u{98}™љ›њқһџ\u{a0}ҰұӘ¤Ө¦§Ё©Ғ«¬\u{ad}®Ү°±Ііөµ¶·ё№ғ»әҢңү";

/// Decodes KZ-1048. Returns `None` for text that is neither a form nor a document.
fn kazakh(bytes: &[u8]) -> Option<String> {
    let letter = |byte: &u8| match byte {
        0..=0x7f => Some(char::from(*byte)),
        0x80..=0xbf => KZ_1048.chars().nth(usize::from(byte & 0x3f)),
        0xc0..=0xff => char::from_u32(u32::from(*byte).saturating_add(0x350)),
    };
    let text = bytes.iter().map(letter).collect::<Option<String>>()?;
    (text.trim_start().starts_with('{') || !text::readings(&text).is_empty()).then_some(text)
}

/// Returns whether a character is not seen, or changes how the text around it is shown: control characters other than white
/// space, and the properties `Bidi_Control` (Unicode Standard Annex 9) and `Default_Ignorable_Code_Point` with the interlinear
/// annotations (Unicode 17.0, PropList and DerivedCoreProperties).
#[must_use]
pub fn is_invisible(character: char) -> bool {
    (character.is_control() && !character.is_whitespace())
        || matches!(
            u32::from(character),
            0xad | 0x34f
                | 0x61c
                | 0x115f..=0x1160
                | 0x17b4..=0x17b5
                | 0x180b..=0x180f
                | 0x200b..=0x200f
                | 0x202a..=0x202e
                | 0x2060..=0x206f
                | 0x3164
                | 0xfe00..=0xfe0f
                | 0xfeff
                | 0xffa0
                | 0xfff0..=0xfffb
                | 0x1_bca0..=0x1_bca3
                | 0x1_d173..=0x1_d17a
                | 0xe_0000..=0xe_0fff
        )
}

/// Returns whether a character is a hyphen, a dash or a minus sign.
#[must_use]
pub const fn is_hyphen(character: char) -> bool {
    matches!(
        character,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}

/// Returns whether a character is a quotation mark that may enclose a value.
pub(crate) const fn is_quote(character: char) -> bool {
    matches!(
        character,
        '"' | '\'' | '`' | '«' | '»' | '\u{2018}'
            ..='\u{201f}' | '\u{2039}' | '\u{203a}' | '\u{ff02}' | '\u{ff07}'
    )
}

/// Returns the ASCII character of a full-width one (U+FF01–U+FF5E); others are returned unchanged.
pub(crate) fn narrow(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character).wrapping_sub(0xfee0)).unwrap_or(character)
        }
        other => other,
    }
}

/// Returns a value with one kind of blank and hyphen, ASCII characters for full-width ones, and without invisible
/// characters, and without quotation marks and blanks around it.
///
/// ```
/// use rastau_core::input::tidy;
///
/// assert_eq!(tidy(" «A\u{2011}7\u{a0}\u{200b}b» "), "A-7 b");
/// ```
#[must_use]
pub fn tidy(value: &str) -> String {
    let visible = value.chars().filter(|character| !is_invisible(*character));
    let replaced: String = visible
        .map(|character| match narrow(character) {
            blank if blank.is_whitespace() => ' ',
            hyphen if is_hyphen(hyphen) => '-',
            other => other,
        })
        .collect();
    let words: Vec<&str> = replaced.trim_matches(|at: char| at == ' ' || is_quote(at)).split(' ').collect();
    let mut tidy = String::with_capacity(replaced.len());
    for word in words.iter().filter(|word| !word.is_empty()) {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    tidy
}

/// Returns whether letters or digits of a value were irrecoverably lost: a question mark, U+FFFD or another replacement
/// character stands for them, or a spreadsheet wrote a long number as `1.5E+11`.
///
/// ```
/// use rastau_core::input::is_lossy;
///
/// assert!(is_lossy("2.4E+11") && is_lossy("?240000000001"));
/// assert!(!is_lossy("240000000001"));
/// ```
#[must_use]
pub fn is_lossy(value: &str) -> bool {
    // U+001A (SUB) is also the end-of-file mark of old programs.
    let value = value.trim_end_matches('\u{1a}');
    value.contains(['?', '\u{fffd}', '\u{bf}', '\u{25a0}', '\u{25a1}', '\u{1a}'])
        || (value::scientific(value).is_some() && value::undecorated(value).is_none())
}

/// The small letter of a plain character: Latin letters up to U+017F and the Cyrillic blocks (Unicode,
/// `Simple_Lowercase_Mapping`). Other characters are returned unchanged.
pub(crate) fn lower(character: char) -> char {
    let code = u32::from(character);
    let small = match character {
        '\u{d7}' => code,
        '\u{c0}'..='\u{de}' | '\u{410}'..='\u{42f}' => code.wrapping_add(0x20),
        '\u{400}'..='\u{40f}' => code.wrapping_add(0x50),
        '\u{178}' => 0xff,
        '\u{4c0}' => 0x4cf,
        // Elsewhere the small letter follows its capital letter. Here the capital has an odd number,
        '\u{139}'..='\u{148}' | '\u{179}'..='\u{17e}' | '\u{4c1}'..='\u{4ce}' => code.wrapping_add(1) & !1,
        // and here an even one.
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

/// Pairs of capital letters that look alike: Latin, Cyrillic.
const LOOK_ALIKES: [(char, char); 13] = [
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('I', 'І'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('Y', 'У'),
];

/// Returns the capital Latin letter that looks like a letter as a capital; other characters unchanged, as small letters.
pub(crate) fn latin_twin(character: char) -> char {
    if character.is_ascii() {
        return character.to_ascii_uppercase();
    }
    let small = lower(character);
    let twin = LOOK_ALIKES.iter().find(|(_, cyrillic)| lower(*cyrillic) == small);
    twin.map_or(small, |(latin, _)| *latin).to_ascii_uppercase()
}

/// Returns the capital Cyrillic letter that looks like a letter as a capital, or `None` if there is none.
pub(crate) fn cyrillic_twin(character: char) -> Option<char> {
    if !character.is_alphabetic() {
        return None;
    }
    let capital = latin_twin(character);
    LOOK_ALIKES.iter().find(|(latin, _)| *latin == capital).map(|(_, cyrillic)| *cyrillic)
}

#[cfg(test)]
mod tests;
