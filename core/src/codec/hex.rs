//! Hexadecimal digits, two for each byte.

use alloc::string::String;
use alloc::vec::Vec;

/// Returns `bytes` as lower-case hexadecimal digits.
///
/// ```
/// assert_eq!(rastau_core::codec::hex::encode(&[0x0a, 0xff]), "0aff");
/// ```
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    let digits = |byte: &u8| [byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16));
    bytes.iter().flat_map(digits).flatten().collect()
}

/// Returns the bytes of hexadecimal digits of either case, or `None` for an odd number of digits or another character.
///
/// ```
/// use rastau_core::codec::hex;
///
/// assert_eq!(hex::decode("0aFf"), Some(vec![0x0a, 0xff]));
/// assert_eq!(hex::decode("0af"), None);
/// assert_eq!(hex::decode("+f"), None);
/// ```
#[must_use]
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let digits = text.chars().map(|digit| u8::try_from(digit.to_digit(16)?).ok());
    let digits = digits.collect::<Option<Vec<u8>>>()?;
    let (pairs, []) = digits.as_chunks::<2>() else { return None };
    Some(pairs.iter().map(|[high, low]| high << 4 | low).collect())
}
