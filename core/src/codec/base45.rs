//! Base45 (RFC 9285): bytes in the alphabet of a QR code's alphanumeric mode.

use alloc::string::String;
use alloc::vec::Vec;

const ALPHABET: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// The value of each ASCII character; 45 for those that are not in the alphabet.
const VALUES: [u8; 128] = {
    let mut values = [45; 128];
    let (mut rest, mut value): (&[u8], u8) = (ALPHABET, 0);
    while let [letter, others @ ..] = rest {
        #[allow(
            clippy::indexing_slicing,
            clippy::arithmetic_side_effects,
            reason = "computed by the compiler, of 45 ASCII characters"
        )]
        {
            values[*letter as usize] = value;
            value += 1;
        }
        rest = others;
    }
    values
};

/// Encodes `bytes` as base45 text (RFC 9285 §4): three characters for two bytes, two characters for a last single byte.
///
/// # Examples
/// ```
/// use rastau_core::codec::base45;
///
/// assert_eq!(base45::encode(b"Hello!!"), "%69 VD92EX0");
/// ```
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(2).saturating_mul(3));
    for pair in bytes.chunks(2) {
        let (mut value, digits) = match pair {
            [high, low] => (u32::from(u16::from_be_bytes([*high, *low])), 3),
            [last] => (u32::from(*last), 2),
            _ => continue,
        };
        for _ in 0..digits {
            let symbol = ALPHABET.get((value % 45) as usize).copied().unwrap_or(b'0');
            text.push(char::from(symbol));
            value /= 45;
        }
    }
    text
}

/// Decodes base45 text (RFC 9285 §4).
///
/// Returns `None` if a character is not in the alphabet, if a group encodes a number that does not fit its bytes
/// (RFC 9285 §6), or if the length is impossible. Each byte string has exactly one encoding: text that decodes is the
/// text that [`encode`] writes.
///
/// # Examples
/// ```
/// use rastau_core::codec::base45;
///
/// assert_eq!(base45::decode("BB8").as_deref(), Some(&b"AB"[..]));
/// assert_eq!(base45::decode("bb8"), None, "lower case is not in the alphabet");
/// ```
#[must_use]
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len().saturating_mul(2).div_ceil(3));
    for group in text.as_bytes().chunks(3) {
        let mut value = 0u32;
        for symbol in group.iter().rev() {
            let digit = VALUES.get(usize::from(*symbol)).filter(|digit| **digit < 45)?;
            value = value.checked_mul(45)?.checked_add(u32::from(*digit))?;
        }
        match group.len() {
            3 => bytes.extend_from_slice(&u16::try_from(value).ok()?.to_be_bytes()),
            2 => bytes.push(u8::try_from(value).ok()?),
            _ => return None,
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn matches_the_rfc_examples() {
        for (plain, text) in
            [("AB", "BB8"), ("Hello!!", "%69 VD92EX0"), ("base-45", "UJCLQE7W581"), ("ietf!", "QED8WEX0")]
        {
            assert_eq!(encode(plain.as_bytes()), text);
            assert_eq!(decode(text).as_deref(), Some(plain.as_bytes()));
        }
    }

    #[test]
    fn rejects_text_that_encodes_no_bytes() {
        for text in ["GGW", ":::", "::", "A", "BB8A", "bb8", "BB\u{0418}", "BB8\n"] {
            assert_eq!(decode(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn bytes_round_trip(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            prop_assert_eq!(decode(&encode(&bytes)), Some(bytes));
        }

        #[test]
        fn text_that_decodes_encodes_to_itself(text in "[0-9A-Z $%*+./:-]{0,40}") {
            if let Some(bytes) = decode(&text) {
                prop_assert_eq!(encode(&bytes), text);
            }
        }
    }
}
