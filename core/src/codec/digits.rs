//! Bytes as decimal digits: seven bytes in 17 digits.
//!
//! A QR code stores a digit in 3⅓ bits (ISO/IEC 18004, numeric mode), so seven bytes take 56⅔ bits.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Write as _;

/// Bytes of a whole group.
const BYTES: usize = 7;
/// Digits of a whole group.
const DIGITS: usize = 17;
/// Number of digits of a group, by its number of bytes from 0 on: the fewest that hold every value.
const WIDTHS: [usize; 8] = [0, 3, 5, 8, 10, 13, 15, DIGITS];

/// Encodes `bytes` as decimal digits: each group of seven bytes is an integer, the first byte the most significant, of 17 digits
/// with leading zeros. A last group of one to six bytes has 3, 5, 8, 10, 13 or 15 digits.
///
/// # Examples
/// ```
/// use rastau_core::codec::digits;
///
/// assert_eq!(digits::encode(b"A"), "065");
/// assert_eq!(digits::encode(&[0xff; 7]), "72057594037927935");
/// ```
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(BYTES).saturating_mul(DIGITS));
    for group in bytes.chunks(BYTES) {
        let value = group.iter().fold(0u64, |value, byte| (value << 8) | u64::from(*byte));
        let width = WIDTHS.get(group.len()).copied().unwrap_or(DIGITS);
        // Writing to a `String` does not fail.
        let _ = write!(text, "{value:0width$}");
    }
    text
}

/// Decodes decimal digits.
///
/// Returns `None` if a character is not a digit, if a group is an integer that does not fit its bytes, or if the length
/// is impossible. Each byte string has exactly one encoding: text that decodes is the text that [`encode`] writes.
///
/// # Examples
/// ```
/// use rastau_core::codec::digits;
///
/// assert_eq!(digits::decode("065").as_deref(), Some(&b"A"[..]));
/// assert_eq!(digits::decode("256"), None, "above one byte");
/// assert_eq!(digits::decode("0065"), None, "no group has four digits");
/// ```
#[must_use]
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len().saturating_mul(BYTES).div_ceil(DIGITS));
    for group in text.as_bytes().chunks(DIGITS) {
        let length = WIDTHS.iter().position(|width| *width == group.len())?;
        let value = group.iter().try_fold(0u64, |value, digit| {
            let digit = char::from(*digit).to_digit(10)?;
            value.checked_mul(10)?.checked_add(digit.into())
        })?;
        let (above, own) = value
            .to_be_bytes()
            .split_at_checked(8usize.checked_sub(length)?)
            .map(|(above, own)| (above.iter().any(|byte| *byte != 0), own.to_vec()))?;
        if above {
            return None;
        }
        bytes.extend(own);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_group_has_the_fewest_digits_that_hold_its_bytes() {
        for (length, width) in WIDTHS.into_iter().enumerate().skip(1) {
            let greatest = encode(&alloc::vec![0xff; length]);
            assert_eq!(greatest.len(), width);
            assert!(!greatest.starts_with('0'), "{length}");
            assert_eq!(decode(&greatest), Some(alloc::vec![0xff; length]));
            let above = (greatest.parse::<u64>().unwrap() + 1).to_string();
            assert_eq!((above.len(), decode(&above)), (width, None), "{length}");
            assert_eq!(decode(&"9".repeat(width)), None, "{length}");
        }
    }

    #[test]
    fn rejects_digits_that_encode_no_bytes() {
        for text in ["0", "00", "0000", "000000", "65 ", "06a", "٠٦٥", "-65", "+65", "0".repeat(18).as_str()]
        {
            assert_eq!(decode(text), None, "{text:?}");
        }
        assert_eq!(decode(""), Some(Vec::new()));
    }

    proptest! {
        #[test]
        fn bytes_round_trip(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            prop_assert_eq!(decode(&encode(&bytes)), Some(bytes));
        }

        #[test]
        fn text_that_decodes_encodes_to_itself(text in "[0-9]{0,60}") {
            if let Some(bytes) = decode(&text) {
                prop_assert_eq!(encode(&bytes), text);
            }
        }
    }
}
