//! The verification code: 80 random bits that open a document's record in the register.
//!
//! The printed form is `XXXX-XXXX-XXXX-XXXX-C`: 16 characters of Crockford's base32 and one check character.

use alloc::string::String;
use core::fmt;

pub use crate::error::CodeError;

/// Length of a verification code in bytes.
pub const CODE_LEN: usize = 10;
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters that encode the 80 bits.
const SYMBOLS: usize = 16;

/// A verification code. `Debug` does not print it, because it is the key of a record.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Code(pub [u8; CODE_LEN]);

impl Code {
    /// Reads a code as a user types it.
    ///
    /// Case, hyphens, dashes and white space are ignored. Look-alikes are replaced: O by 0, I and L by 1, and Cyrillic
    /// letters by the Latin letters that they look like.
    ///
    /// # Errors
    /// [`CodeError`]: not 17 characters, a character that is not in the alphabet, or a wrong check character. The check
    /// character detects one wrong character and two exchanged ones.
    ///
    /// # Examples
    /// ```
    /// use rastau_core::document::Code;
    /// use rastau_core::error::CodeError;
    ///
    /// let code = Code::parse("oooo 0000 0000 0000 0")?;
    /// assert_eq!(code.printed(), "0000-0000-0000-0000-0");
    /// assert_eq!(Code::parse("0000-0000-0000-0000-1"), Err(CodeError::Check));
    /// # Ok::<(), CodeError>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self, CodeError> {
        let mut symbols = [0u8; SYMBOLS];
        let mut check = 0;
        let mut found = 0usize;
        for character in text.chars().filter(|character| !is_separator(*character)) {
            let value = value(character).ok_or(CodeError::Character { character })?;
            match symbols.get_mut(found) {
                Some(symbol) => *symbol = value,
                None => check = value,
            }
            found = found.saturating_add(1);
        }
        if found != SYMBOLS.saturating_add(1) {
            return Err(CodeError::Length { found });
        }
        if check != check_symbol(&symbols) {
            return Err(CodeError::Check);
        }
        let bits = symbols.iter().fold(0u128, |bits, symbol| (bits << 5) | u128::from(*symbol));
        let mut code = [0; CODE_LEN];
        for (byte, at) in code.iter_mut().rev().zip((0u32..).step_by(8)) {
            *byte = (bits >> at) as u8;
        }
        Ok(Self(code))
    }

    /// Returns the printed form, `XXXX-XXXX-XXXX-XXXX-C`.
    #[must_use]
    pub fn printed(&self) -> String {
        let bits = self.0.iter().fold(0u128, |bits, byte| (bits << 8) | u128::from(*byte));
        let mut symbols = [0u8; SYMBOLS];
        for (symbol, at) in symbols.iter_mut().rev().zip((0u32..).step_by(5)) {
            *symbol = (bits >> at) as u8 & 31;
        }
        let mut text = String::with_capacity(21);
        for group in symbols.chunks(4) {
            text.extend(group.iter().map(|symbol| letter(*symbol)));
            text.push('-');
        }
        text.push(letter(check_symbol(&symbols)));
        text
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

fn is_separator(character: char) -> bool {
    character.is_whitespace() || matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn letter(symbol: u8) -> char {
    char::from(ALPHABET.get(usize::from(symbol)).copied().unwrap_or(b'0'))
}

fn value(character: char) -> Option<u8> {
    let latin = match character.to_ascii_uppercase() {
        'O' | 'О' | 'о' => '0',
        'I' | 'L' | 'І' | 'і' | 'ı' => '1',
        'А' | 'а' => 'A',
        'В' | 'в' => 'B',
        'С' | 'с' => 'C',
        'Е' | 'е' => 'E',
        'Н' | 'н' | 'Һ' | 'һ' => 'H',
        'К' | 'к' => 'K',
        'М' | 'м' => 'M',
        'Р' | 'р' => 'P',
        'Т' | 'т' => 'T',
        'Х' | 'х' => 'X',
        'У' | 'у' | 'Ү' | 'ү' => 'Y',
        'З' | 'з' => '3',
        'Ѕ' | 'ѕ' => 'S',
        'Ј' | 'ј' => 'J',
        other => other,
    };
    let at = ALPHABET.iter().position(|symbol| char::from(*symbol) == latin)?;
    u8::try_from(at).ok()
}

/// The check symbol: the sum over GF(32) of the symbols, each multiplied by a different power of x. It detects one wrong
/// symbol and two exchanged symbols.
fn check_symbol(symbols: &[u8; SYMBOLS]) -> u8 {
    symbols.iter().rev().fold(0u8, |sum, symbol| times_two(sum ^ *symbol))
}

/// Multiplication by x in GF(32) modulo x⁵ + x² + 1 (primitive, so the powers of x up to x³⁰ all differ).
fn times_two(value: u8) -> u8 {
    let doubled = value << 1;
    if doubled & 0x20 == 0 { doubled } else { (doubled ^ 0b10_0101) & 0x1f }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn prints_groups_of_four() {
        assert_eq!(Code([0; 10]).printed(), "0000-0000-0000-0000-0");
        let code = Code([0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf]);
        assert_eq!(&code.printed()[..19], "0123-4567-89AB-CDEF");
    }

    #[test]
    fn accepts_cyrillic_look_alikes_and_lower_case() {
        let code = Code([0xb5; 10]);
        let printed = code.printed();
        let cyrillic: String = printed
            .to_lowercase()
            .chars()
            .map(|letter| match letter {
                'a' => 'а',
                'b' => 'В',
                'c' => 'с',
                'e' => 'Е',
                'h' => 'һ',
                'k' => 'к',
                'm' => 'м',
                'p' => 'р',
                't' => 'т',
                'x' => 'х',
                'y' => 'у',
                '0' => 'О',
                '1' => 'І',
                '-' => ' ',
                other => other,
            })
            .collect();
        assert_eq!(Code::parse(&cyrillic), Ok(code), "{cyrillic}");
    }

    #[test]
    fn rejects_malformed_codes() {
        for (text, error) in [
            ("0000-0000-0000-0000", CodeError::Length { found: 16 }),
            ("0000-0000-0000-0000-U", CodeError::Character { character: 'U' }),
            ("0000-0000-0000-0000-1", CodeError::Check),
            (&"0".repeat(1000), CodeError::Length { found: 1000 }),
        ] {
            assert_eq!(Code::parse(text), Err(error), "{text}");
        }
    }

    proptest! {
        #[test]
        fn detects_one_wrong_and_two_exchanged_symbols(bytes in any::<[u8; 10]>(), at in 0usize..17, other in 0usize..17, by in 1usize..32) {
            let printed: Vec<char> = Code(bytes).printed().chars().filter(|letter| *letter != '-').collect();
            prop_assert_eq!(Code::parse(&printed.iter().collect::<String>()), Ok(Code(bytes)));
            let mut wrong = printed.clone();
            let place = ALPHABET.iter().position(|symbol| char::from(*symbol) == wrong[at]).unwrap();
            wrong[at] = char::from(ALPHABET[(place + by) % 32]);
            prop_assert_eq!(Code::parse(&wrong.iter().collect::<String>()), Err(CodeError::Check));
            let mut swapped = printed.clone();
            swapped.swap(at, other);
            if swapped != printed {
                prop_assert_eq!(Code::parse(&swapped.iter().collect::<String>()), Err(CodeError::Check));
            }
        }
    }
}
