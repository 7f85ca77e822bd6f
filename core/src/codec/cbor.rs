//! Strict deterministic CBOR (RFC 8949 §4.2.1): one encoding for each value; the reader rejects all others.
//!
//! Supported are the types that Rastau's formats use: integers, byte strings, text strings, arrays, maps with ascending
//! integer keys, and tags. Floats, simple values and indefinite lengths are rejected. The reader does not recurse.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// The largest version, epoch or count of signed data, 2⁵³ − 1: the numbers of JSON and JavaScript are exact up to it.
pub const MAX_NUMBER: u64 = (1 << 53) - 1;

/// Why bytes are not the CBOR that was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodecError {
    /// The name of the format being read, for example `document claims`.
    pub what: &'static str,
    /// What is wrong.
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
    /// A number or a length is not in its shortest form (RFC 8949 §4.2.1).
    NotShortest,
    /// An indefinite length, a float, or a reserved head byte.
    Forbidden,
    /// The item's type is not the type that the format has here.
    WrongType,
    /// Map keys are duplicate or not in ascending order.
    KeyOrder,
    /// A string, array or map exceeds the format's limit.
    TooLarge,
    /// A text string is not UTF-8.
    NotUtf8,
    /// A value is out of range, or a required field is missing.
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

/// Reads strict CBOR item by item.
#[derive(Clone)]
pub struct Reader<'b> {
    input: &'b [u8],
    position: usize,
    what: &'static str,
}

impl<'b> Reader<'b> {
    /// Creates a reader of `input`. `what` names the format in errors.
    #[must_use]
    pub fn new(what: &'static str, input: &'b [u8]) -> Self {
        Self { input, position: 0, what }
    }

    /// Returns a [`CodecErrorKind::BadValue`] error at the current position.
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

    fn expect(&mut self, expected: Major) -> Result<u64, CodecError> {
        let start = self.position;
        let (major, value) = self.head()?;
        if major == expected {
            Ok(value)
        } else {
            self.position = start;
            Err(self.error(CodecErrorKind::WrongType))
        }
    }

    fn length(&mut self, expected: Major, limit: usize) -> Result<usize, CodecError> {
        let start = self.position;
        let value = self.expect(expected)?;
        match usize::try_from(value) {
            Ok(length) if length <= limit => Ok(length),
            _ => {
                self.position = start;
                Err(self.error(CodecErrorKind::TooLarge))
            }
        }
    }

    /// Reads an unsigned integer.
    ///
    /// # Errors
    /// As for every method of this reader, a [`CodecError`] that names the kind and the position: the input ends, the
    /// encoding is not the shortest one, or the item has another type.
    pub fn uint(&mut self) -> Result<u64, CodecError> {
        self.expect(Major::Unsigned)
    }

    /// Reads a version, an epoch or a count: an unsigned integer of at most [`MAX_NUMBER`].
    ///
    /// # Errors
    /// [`CodecErrorKind::BadValue`] above it.
    pub fn number(&mut self) -> Result<u64, CodecError> {
        self.uint_up_to(MAX_NUMBER)
    }

    /// Reads an unsigned integer of at most `limit`.
    ///
    /// # Errors
    /// [`CodecErrorKind::BadValue`] above `limit`.
    pub fn uint_up_to(&mut self, limit: u64) -> Result<u64, CodecError> {
        let value = self.uint()?;
        if value <= limit { Ok(value) } else { Err(self.bad_value()) }
    }

    /// Reads a signed integer.
    ///
    /// # Errors
    /// [`CodecErrorKind::BadValue`] outside the range of `i64`.
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

    /// Reads a byte string of at most `limit` bytes.
    ///
    /// # Errors
    /// [`CodecErrorKind::TooLarge`] above `limit`, before the content is read.
    pub fn bytes(&mut self, limit: usize) -> Result<&'b [u8], CodecError> {
        let length = self.length(Major::Bytes, limit)?;
        self.take(length)
    }

    /// Reads a byte string of exactly `N` bytes.
    ///
    /// # Errors
    /// [`CodecErrorKind::TooLarge`] for a longer string, [`CodecErrorKind::BadValue`] for a shorter one.
    pub fn byte_array<const N: usize>(&mut self) -> Result<[u8; N], CodecError> {
        self.bytes(N)?.try_into().map_err(|_| self.bad_value())
    }

    /// Reads a text string of at most `limit` bytes of UTF-8.
    ///
    /// # Errors
    /// [`CodecErrorKind::TooLarge`] above `limit`, [`CodecErrorKind::NotUtf8`].
    pub fn text(&mut self, limit: usize) -> Result<&'b str, CodecError> {
        let length = self.length(Major::Text, limit)?;
        let taken = self.take(length)?;
        core::str::from_utf8(taken).map_err(|_| self.error(CodecErrorKind::NotUtf8))
    }

    /// Reads the head of an array and returns its number of items, at most `limit`.
    ///
    /// # Errors
    /// [`CodecErrorKind::TooLarge`] above `limit`.
    pub fn array(&mut self, limit: usize) -> Result<usize, CodecError> {
        self.length(Major::Array, limit)
    }

    /// Reads the head of an array of exactly `length` items.
    ///
    /// # Errors
    /// [`CodecErrorKind::TooLarge`] for more items, [`CodecErrorKind::BadValue`] for fewer.
    pub fn tuple(&mut self, length: usize) -> Result<(), CodecError> {
        if self.array(length)? == length { Ok(()) } else { Err(self.bad_value()) }
    }

    /// Reads the head of a map of at most `limit` pairs. [`MapKeys`] then reads its keys.
    ///
    /// # Errors
    /// [`CodecErrorKind::TooLarge`] above `limit`.
    pub fn map(&mut self, limit: usize) -> Result<MapKeys<'b>, CodecError> {
        let left = self.length(Major::Map, limit)?;
        Ok(MapKeys { left, last: &[] })
    }

    /// Reads the head of a map of exactly `length` pairs.
    ///
    /// # Errors
    /// [`CodecErrorKind::TooLarge`] for more pairs, [`CodecErrorKind::BadValue`] for fewer.
    pub fn map_of(&mut self, length: usize) -> Result<MapKeys<'b>, CodecError> {
        let keys = self.map(length)?;
        if keys.left == length { Ok(keys) } else { Err(self.bad_value()) }
    }

    /// Reads the number of a tag.
    ///
    /// # Errors
    /// [`CodecErrorKind::WrongType`] if the next item is not a tag.
    pub fn tag(&mut self) -> Result<u64, CodecError> {
        self.expect(Major::Tag)
    }

    /// Returns whether the next item is a text string.
    #[must_use]
    pub fn next_is_text(&self) -> bool {
        self.input.get(self.position).is_some_and(|first| first >> 5 == 3)
    }

    /// Skips one item of any supported type, with its content.
    ///
    /// Nesting is counted, not recursed into; the number of steps is bounded by the length of the input.
    ///
    /// # Errors
    /// The content is truncated or not strict CBOR. Map keys inside are not checked for order.
    pub fn skip(&mut self) -> Result<(), CodecError> {
        let mut pending = 1u64;
        while pending > 0 {
            pending = pending.saturating_sub(1);
            let (major, value) = self.head()?;
            match major {
                Major::Unsigned | Major::Negative => {}
                Major::Bytes | Major::Text => {
                    let length = usize::try_from(value).map_err(|_| self.error(CodecErrorKind::TooLarge))?;
                    self.take(length)?;
                }
                Major::Array => {
                    pending =
                        pending.checked_add(value).ok_or_else(|| self.error(CodecErrorKind::TooLarge))?
                }
                Major::Map => {
                    let items = value.checked_mul(2).and_then(|items| pending.checked_add(items));
                    pending = items.ok_or_else(|| self.error(CodecErrorKind::TooLarge))?;
                }
                Major::Tag => pending = pending.saturating_add(1),
            }
        }
        Ok(())
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// [`CodecErrorKind::TrailingBytes`] if bytes are left. Every format calls this, so trailing bytes are rejected in
    /// one place.
    pub fn finish(self) -> Result<(), CodecError> {
        if self.position == self.input.len() {
            Ok(())
        } else {
            Err(self.error(CodecErrorKind::TrailingBytes))
        }
    }
}

/// Reads the keys of a map: integers in ascending order of their encodings, without duplicates (RFC 8949 §4.2.1).
pub struct MapKeys<'b> {
    left: usize,
    last: &'b [u8],
}

impl<'b> MapKeys<'b> {
    /// Reads the next key, or returns `None` after the last pair.
    ///
    /// The caller reads or skips the value before the next call.
    ///
    /// # Errors
    /// [`CodecErrorKind::KeyOrder`] for a key that is duplicate or out of order.
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

/// Writes deterministic CBOR (RFC 8949 §4.2.1). The caller writes map keys in ascending order of their encodings.
#[derive(Default)]
pub struct Writer {
    out: Vec<u8>,
}

impl Writer {
    /// Creates an empty writer.
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

    /// Writes an unsigned integer.
    pub fn uint(&mut self, value: u64) -> &mut Self {
        self.head(0, value)
    }

    /// Writes a signed integer.
    pub fn int(&mut self, value: i64) -> &mut Self {
        if value < 0 { self.head(1, !value as u64) } else { self.head(0, value as u64) }
    }

    /// Writes a byte string.
    pub fn bytes(&mut self, value: &[u8]) -> &mut Self {
        self.head(2, value.len() as u64);
        self.out.extend_from_slice(value);
        self
    }

    /// Writes a text string.
    pub fn text(&mut self, value: &str) -> &mut Self {
        self.head(3, value.len() as u64);
        self.out.extend_from_slice(value.as_bytes());
        self
    }

    /// Writes the head of an array of `length` items.
    pub fn array(&mut self, length: usize) -> &mut Self {
        self.head(4, length as u64)
    }

    /// Writes the head of a map of `pairs` pairs.
    pub fn map(&mut self, pairs: usize) -> &mut Self {
        self.head(5, pairs as u64)
    }

    /// Writes a tag; the caller writes the tagged item next.
    pub fn tag(&mut self, number: u64) -> &mut Self {
        self.head(6, number)
    }

    /// Returns the bytes written.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        self.out
    }
}

/// Reads an array of at most `limit` text strings, each of at most `byte_limit` bytes.
///
/// # Errors
/// [`CodecErrorKind::TooLarge`] above a limit, and the errors of [`Reader::text`].
pub fn texts(reader: &mut Reader<'_>, limit: usize, byte_limit: usize) -> Result<Vec<String>, CodecError> {
    let count = reader.array(limit)?;
    let mut list = Vec::with_capacity(count);
    for _ in 0..count {
        list.push(String::from(reader.text(byte_limit)?));
    }
    Ok(list)
}

#[cfg(test)]
mod tests;
