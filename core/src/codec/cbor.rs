//! Strict deterministic CBOR (RFC 8949 §4.2.1): one spelling for each value, all others refused here.
//!
//! Only what Rastau's formats use exists: integers, byte and text strings, arrays, maps with ascending keys,
//! tags. No floats, no simple values, no indefinite lengths, no recursion: a reader walks one known shape.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// Why bytes are not the CBOR that was expected. `what` names the type being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodecError {
    /// The format that was being read, for example `document claims`.
    pub what: &'static str,
    /// What is wrong with it.
    pub kind: CodecErrorKind,
    /// The offset of the offending item, in bytes.
    pub at: usize,
}

/// The ways in which bytes can fail to be strict CBOR of the expected shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodecErrorKind {
    /// The input ends inside an item.
    CutOff,
    /// Bytes follow the last item.
    TrailingBytes,
    /// A number or a length is spelled longer than it needs to be (RFC 8949 §4.2.1).
    NotShortest,
    /// An indefinite length, a float, or a reserved head byte.
    Forbidden,
    /// An item of another type than the format has here.
    WrongType,
    /// Map keys that repeat or do not ascend.
    KeyOrder,
    /// A string, array or map above the format's cap.
    TooLarge,
    /// Text that is not UTF-8.
    NotUtf8,
    /// A value outside the format's range, or a required field that is absent.
    BadValue,
}

impl fmt::Display for CodecError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problem = match self.kind {
            CodecErrorKind::CutOff => "is cut off",
            CodecErrorKind::TrailingBytes => "is followed by stray bytes",
            CodecErrorKind::NotShortest => "has a number that is not in its shortest form",
            CodecErrorKind::Forbidden => "uses an encoding that is not allowed",
            CodecErrorKind::WrongType => "has an item of an unexpected type",
            CodecErrorKind::KeyOrder => "has repeated or unordered map keys",
            CodecErrorKind::TooLarge => "has an item above its size limit",
            CodecErrorKind::NotUtf8 => "has text that is not UTF-8",
            CodecErrorKind::BadValue => "has a missing field or a value out of range",
        };
        write!(f, "{} {problem} (byte {})", self.what, self.at)
    }
}

impl core::error::Error for CodecError {}

/// The major types that Rastau's formats use (RFC 8949 §3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Major {
    Unsigned,
    Negative,
    Bytes,
    Text,
    Array,
    Map,
    Tag,
}

/// Walks strict CBOR item by item.
#[derive(Clone)]
pub struct Reader<'b> {
    input: &'b [u8],
    position: usize,
    what: &'static str,
}

impl<'b> Reader<'b> {
    /// Reads `input`, whose format is called `what` in errors.
    #[must_use]
    pub fn new(what: &'static str, input: &'b [u8]) -> Self {
        Self { input, position: 0, what }
    }

    /// An error of this format at the present place, for a value that the format does not allow.
    #[must_use]
    pub fn bad_value(&self) -> CodecError {
        self.error(CodecErrorKind::BadValue)
    }

    fn error(&self, kind: CodecErrorKind) -> CodecError {
        CodecError { what: self.what, kind, at: self.position }
    }

    fn take(&mut self, length: usize) -> Result<&'b [u8], CodecError> {
        let end = self.position.checked_add(length).ok_or_else(|| self.error(CodecErrorKind::CutOff))?;
        let taken = self.input.get(self.position..end).ok_or_else(|| self.error(CodecErrorKind::CutOff))?;
        self.position = end;
        Ok(taken)
    }

    fn head(&mut self) -> Result<(Major, u64), CodecError> {
        let start = self.position;
        let first = *self.input.get(start).ok_or_else(|| self.error(CodecErrorKind::CutOff))?;
        let major = match first >> 5 {
            0 => Major::Unsigned,
            1 => Major::Negative,
            2 => Major::Bytes,
            3 => Major::Text,
            4 => Major::Array,
            5 => Major::Map,
            6 => Major::Tag,
            _ => return Err(self.error(CodecErrorKind::Forbidden)),
        };
        self.position = start.saturating_add(1);
        let (value, least) = match first & 0x1f {
            small @ 0..=23 => (u64::from(small), 0),
            24 => (self.argument(1)?, 24),
            25 => (self.argument(2)?, 0x100),
            26 => (self.argument(4)?, 0x1_0000),
            27 => (self.argument(8)?, 0x1_0000_0000),
            _ => return Err(self.error(CodecErrorKind::Forbidden)),
        };
        if value < least {
            return Err(self.error(CodecErrorKind::NotShortest));
        }
        Ok((major, value))
    }

    fn argument(&mut self, length: usize) -> Result<u64, CodecError> {
        Ok(self.take(length)?.iter().fold(0u64, |value, byte| (value << 8) | u64::from(*byte)))
    }

    fn expect(&mut self, wanted: Major) -> Result<u64, CodecError> {
        let start = self.position;
        let (major, value) = self.head()?;
        if major == wanted {
            Ok(value)
        } else {
            self.position = start;
            Err(self.error(CodecErrorKind::WrongType))
        }
    }

    fn length(&mut self, wanted: Major, most: usize) -> Result<usize, CodecError> {
        let start = self.position;
        let value = self.expect(wanted)?;
        match usize::try_from(value) {
            Ok(length) if length <= most => Ok(length),
            _ => {
                self.position = start;
                Err(self.error(CodecErrorKind::TooLarge))
            }
        }
    }

    /// An unsigned integer.
    pub fn uint(&mut self) -> Result<u64, CodecError> {
        self.expect(Major::Unsigned)
    }

    /// An unsigned integer no larger than `most`.
    pub fn uint_up_to(&mut self, most: u64) -> Result<u64, CodecError> {
        let value = self.uint()?;
        if value <= most { Ok(value) } else { Err(self.bad_value()) }
    }

    /// A signed integer.
    pub fn int(&mut self) -> Result<i64, CodecError> {
        let start = self.position;
        let (major, value) = self.head()?;
        let value = i64::try_from(value).map_err(|_| self.error(CodecErrorKind::BadValue))?;
        match major {
            Major::Unsigned => Ok(value),
            Major::Negative => Ok(!value),
            _ => {
                self.position = start;
                Err(self.error(CodecErrorKind::WrongType))
            }
        }
    }

    /// A byte string of at most `most` bytes.
    pub fn bytes(&mut self, most: usize) -> Result<&'b [u8], CodecError> {
        let length = self.length(Major::Bytes, most)?;
        self.take(length)
    }

    /// A byte string of exactly `N` bytes.
    pub fn array_of<const N: usize>(&mut self) -> Result<[u8; N], CodecError> {
        self.bytes(N)?.try_into().map_err(|_| self.bad_value())
    }

    /// A text string of at most `most` bytes of UTF-8.
    pub fn text(&mut self, most: usize) -> Result<&'b str, CodecError> {
        let length = self.length(Major::Text, most)?;
        let taken = self.take(length)?;
        core::str::from_utf8(taken).map_err(|_| self.error(CodecErrorKind::NotUtf8))
    }

    /// The number of items of an array that has at most `most`.
    pub fn array(&mut self, most: usize) -> Result<usize, CodecError> {
        self.length(Major::Array, most)
    }

    /// The head of an array of exactly `length` items.
    pub fn tuple(&mut self, length: usize) -> Result<(), CodecError> {
        if self.array(length)? == length { Ok(()) } else { Err(self.bad_value()) }
    }

    /// The head of a map of at most `most` pairs; the walker then yields its keys in order.
    pub fn map(&mut self, most: usize) -> Result<MapKeys<'b>, CodecError> {
        let left = self.length(Major::Map, most)?;
        Ok(MapKeys { left, last: &[] })
    }

    /// The head of a map of exactly `length` pairs.
    pub fn map_of(&mut self, length: usize) -> Result<MapKeys<'b>, CodecError> {
        let keys = self.map(length)?;
        if keys.left == length { Ok(keys) } else { Err(self.bad_value()) }
    }

    /// The number of a tag.
    pub fn tag(&mut self) -> Result<u64, CodecError> {
        self.expect(Major::Tag)
    }

    /// Whether the next item is a text string.
    #[must_use]
    pub fn at_text(&self) -> bool {
        self.input.get(self.position).is_some_and(|first| first >> 5 == 3)
    }

    /// Passes over one item of any allowed type, with everything in it, in bounded steps (no recursion:
    /// the depth is a counter of items still owed).
    pub fn skip(&mut self) -> Result<(), CodecError> {
        let mut owed = 1u64;
        while owed > 0 {
            owed = owed.saturating_sub(1);
            let (major, value) = self.head()?;
            match major {
                Major::Unsigned | Major::Negative => {}
                Major::Bytes | Major::Text => {
                    let length = usize::try_from(value).map_err(|_| self.error(CodecErrorKind::TooLarge))?;
                    self.take(length)?;
                }
                Major::Array => {
                    owed = owed.checked_add(value).ok_or_else(|| self.error(CodecErrorKind::TooLarge))?
                }
                Major::Map => {
                    let items = value.checked_mul(2).and_then(|items| owed.checked_add(items));
                    owed = items.ok_or_else(|| self.error(CodecErrorKind::TooLarge))?;
                }
                Major::Tag => owed = owed.saturating_add(1),
            }
        }
        Ok(())
    }

    /// Ends the reading: an error if any byte is left (house rule 4, one place for all formats).
    pub fn finish(self) -> Result<(), CodecError> {
        if self.position == self.input.len() {
            Ok(())
        } else {
            Err(self.error(CodecErrorKind::TrailingBytes))
        }
    }
}

/// The keys of a map that is being read: integers in the order of their encodings, none twice.
pub struct MapKeys<'b> {
    left: usize,
    last: &'b [u8],
}

impl<'b> MapKeys<'b> {
    /// The next key, or `None` after the last pair. The caller must read (or skip) its value before the next call.
    pub fn next(&mut self, reader: &mut Reader<'b>) -> Result<Option<i64>, CodecError> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        let start = reader.position;
        let key = reader.int()?;
        let encoded = reader.input.get(start..reader.position).unwrap_or_default();
        if encoded <= self.last {
            reader.position = start;
            return Err(reader.error(CodecErrorKind::KeyOrder));
        }
        self.last = encoded;
        Ok(Some(key))
    }
}

/// Writes deterministic CBOR. The caller writes map keys in ascending order of their encodings.
#[derive(Default)]
pub struct Writer {
    out: Vec<u8>,
}

impl Writer {
    /// An empty output.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    fn head(&mut self, major: u8, value: u64) -> &mut Self {
        let major = major << 5;
        match value {
            0..=23 => self.out.push(major | value as u8),
            24..=0xff => self.out.extend([major | 24, value as u8]),
            0x100..=0xffff => {
                self.out.push(major | 25);
                self.out.extend((value as u16).to_be_bytes());
            }
            0x1_0000..=0xffff_ffff => {
                self.out.push(major | 26);
                self.out.extend((value as u32).to_be_bytes());
            }
            _ => {
                self.out.push(major | 27);
                self.out.extend(value.to_be_bytes());
            }
        }
        self
    }

    /// An unsigned integer.
    pub fn uint(&mut self, value: u64) -> &mut Self {
        self.head(0, value)
    }

    /// A signed integer.
    pub fn int(&mut self, value: i64) -> &mut Self {
        if value < 0 { self.head(1, !value as u64) } else { self.head(0, value as u64) }
    }

    /// A byte string.
    pub fn bytes(&mut self, value: &[u8]) -> &mut Self {
        self.head(2, value.len() as u64);
        self.out.extend_from_slice(value);
        self
    }

    /// A text string.
    pub fn text(&mut self, value: &str) -> &mut Self {
        self.head(3, value.len() as u64);
        self.out.extend_from_slice(value.as_bytes());
        self
    }

    /// The head of an array.
    pub fn array(&mut self, length: usize) -> &mut Self {
        self.head(4, length as u64)
    }

    /// The head of a map.
    pub fn map(&mut self, pairs: usize) -> &mut Self {
        self.head(5, pairs as u64)
    }

    /// A tag.
    pub fn tag(&mut self, number: u64) -> &mut Self {
        self.head(6, number)
    }

    /// The bytes written.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        self.out
    }
}

/// Reads a list of texts, each at most `most_bytes` long.
pub fn texts(reader: &mut Reader<'_>, most: usize, most_bytes: usize) -> Result<Vec<String>, CodecError> {
    let count = reader.array(most)?;
    let mut list = Vec::with_capacity(count);
    for _ in 0..count {
        list.push(String::from(reader.text(most_bytes)?));
    }
    Ok(list)
}

#[cfg(test)]
#[path = "cbor_tests.rs"]
mod tests;
