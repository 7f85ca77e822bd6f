//! Writes bytes with comments.
//!
//! This is a second reader of the formats. It shares no code with the core except dates, instants and hexadecimal, so
//! that an error in the core's readers shows as a wrong comment or a panic.

use rastau_core::calendar::{Date, Timestamp};
use rastau_core::codec::hex;

pub(crate) mod pages;

/// The column at which comments start.
const COLUMN: usize = 56;

/// Labels for the members of a CBOR item, by path: map keys and array positions joined by dots, `*` for any. A label may start
/// with the kind of the value: `@d` a date, `@t` an instant, `@a` an algorithm, `@e` a byte string that holds CBOR.
pub(crate) type Labels = &'static [(&'static str, &'static str)];

/// Annotated hexadecimal text.
#[derive(Default)]
pub(crate) struct Annotated {
    pub(crate) out: String,
}

impl Annotated {
    /// Writes one run of bytes, in parts. A last part that is too long continues on the following lines.
    pub(crate) fn line(&mut self, depth: usize, parts: &[&[u8]], comment: &str) {
        let full = parts.iter().filter(|part| !part.is_empty());
        let mut hexes: Vec<String> = full.map(|part| hex::encode(part)).collect();
        let indent = "  ".repeat(depth);
        let mut below = String::new();
        if hexes.iter().map(|hex| hex.len() + 1).sum::<usize>() + indent.len() > COLUMN {
            below = hexes.pop().unwrap_or_default();
            if hexes.is_empty() {
                let cut = below.len().min(32);
                hexes.push(below.drain(..cut).collect());
            }
        }
        let first = format!("{indent}{}", hexes.join(" "));
        self.out += format!("{first:<COLUMN$}# {comment}").trim_end();
        self.out.push('\n');
        let mut rest = below.as_str();
        while !rest.is_empty() {
            let (now, later) = rest.split_at(rest.len().min(32));
            self.out += &format!("{indent}  {now}\n");
            rest = later;
        }
    }

    /// Writes a line that is only a comment.
    pub(crate) fn note(&mut self, comment: &str) {
        self.out += &format!("{:COLUMN$}#   {comment}\n", "");
    }

    /// Writes the rest of a page, which must be zeros.
    pub(crate) fn padding(&mut self, rest: &[u8]) {
        assert!(rest.iter().all(|byte| *byte == 0), "the padding must be zeros");
        let code = format!("00 * {}", rest.len());
        self.out += &format!("{code:<COLUMN$}# padding\n");
    }

    /// Returns the text of one CBOR item that takes up all of `bytes`.
    pub(crate) fn cbor(bytes: &[u8], labels: Labels) -> String {
        let mut text = Self::default();
        text.cbor_at(bytes, 0, labels);
        text.out
    }

    /// Writes one CBOR item that takes up all of `bytes`.
    fn cbor_at(&mut self, bytes: &[u8], depth: usize, labels: Labels) {
        let mut rest = bytes;
        self.item(&mut rest, depth, (&[], ""), &mut Vec::new(), labels);
        assert!(rest.is_empty());
    }

    /// Writes the item at the start of `rest` and removes it. `key` and `key_text` are of the map key before it, if any.
    fn item(
        &mut self,
        rest: &mut &[u8],
        depth: usize,
        (key, key_text): (&[u8], &str),
        path: &mut Vec<String>,
        labels: Labels,
    ) {
        let (head, major, value) = head(rest);
        let (kind, label) = label(path, labels);
        let comment =
            |what: String| format!("{key_text}{what}{}{label}", if label.is_empty() { "" } else { "  " });
        match major {
            0 | 1 => {
                let number = if major == 0 { i128::from(value) } else { -1 - i128::from(value) };
                let text = match (kind, number) {
                    ("@d", days) => {
                        format!("{days} = {}", date(i64::try_from(days).expect("days")))
                    }
                    ("@t", _) => format!("{value} = {}", Timestamp(value)),
                    ("@a", -19) => "-19 = Ed25519".into(),
                    ("@a", -9) => "-9 = ESP256".into(),
                    _ => number.to_string(),
                };
                self.line(depth, &[key, head], &comment(text));
            }
            2 | 3 => {
                let content = take(rest, value);
                if kind == "@e" {
                    self.line(depth, &[key, head], &comment(format!("<< {} bytes", content.len())));
                    let mut inner = content;
                    self.item(&mut inner, depth + 1, (&[], ""), path, labels);
                    assert!(inner.is_empty());
                } else if major == 2 {
                    let unit = if content.len() == 1 { "byte" } else { "bytes" };
                    self.line(depth, &[key, head, content], &comment(format!("{} {unit}", content.len())));
                } else {
                    let content_text = std::str::from_utf8(content).expect("UTF-8");
                    self.line(depth, &[key, head, content], &comment(format!("{content_text:?}")));
                }
            }
            4 => {
                self.line(depth, &[key, head], &comment(format!("[ {value}")));
                for index in 0..value {
                    path.push(index.to_string());
                    self.item(rest, depth + 1, (&[], ""), path, labels);
                    path.pop();
                }
            }
            5 => {
                self.line(depth, &[key, head], &comment(format!("{{ {value}")));
                for _ in 0..value {
                    let (key, major, value) = self::head(rest);
                    let number = if major == 0 { i128::from(value) } else { -1 - i128::from(value) };
                    path.push(number.to_string());
                    self.item(rest, depth + 1, (key, &format!("{number}: ")), path, labels);
                    path.pop();
                }
            }
            _ => {
                self.line(depth, &[key, head], &format!("tag {value}"));
                self.item(rest, depth, (&[], ""), path, labels);
            }
        }
    }
}

fn date(days: i64) -> Date {
    Date::from_days(days).expect("a date")
}

/// The kind and the label of the member at `path`; both empty if it has none.
fn label(path: &[String], labels: Labels) -> (&'static str, &'static str) {
    let matches = |pattern: &str| {
        let parts: Vec<&str> = pattern.split('.').filter(|part| !part.is_empty()).collect();
        parts.len() == path.len() && parts.iter().zip(path).all(|(part, at)| *part == "*" || part == at)
    };
    let label = labels.iter().find(|(pattern, _)| matches(pattern)).map_or("", |(_, label)| label);
    if label.starts_with('@') { label.split_once(' ').unwrap_or((label, "")) } else { ("", label) }
}

/// Removes the head of a CBOR item: its bytes, major type and argument.
fn head<'b>(rest: &mut &'b [u8]) -> (&'b [u8], u8, u64) {
    let small = rest[0] & 31;
    let more = match small {
        0..=23 => 0,
        24..=27 => 1 << (small - 24),
        _ => panic!("an indefinite length"),
    };
    let bytes = take(rest, 1 + more);
    let value = bytes[1..].iter().fold(0, |value, byte| value << 8 | u64::from(*byte));
    (bytes, bytes[0] >> 5, if more == 0 { u64::from(small) } else { value })
}

/// Removes the first `length` bytes.
fn take<'b>(rest: &mut &'b [u8], length: u64) -> &'b [u8] {
    let (head, tail) = rest.split_at(usize::try_from(length).expect("a length"));
    *rest = tail;
    head
}

/// Reads a string of bits, most significant bit first.
pub(crate) struct Bits<'b> {
    bytes: &'b [u8],
    at: usize,
    groups: Vec<String>,
}

impl<'b> Bits<'b> {
    pub(crate) fn new(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 0, groups: Vec::new() }
    }

    pub(crate) fn take(&mut self, width: usize) -> u64 {
        let bit = |at: usize| u64::from(self.bytes[at / 8] >> (7 - at % 8) & 1);
        let bits: Vec<u64> = (self.at..self.at + width).map(bit).collect();
        self.at += width;
        self.groups.push(bits.iter().map(u64::to_string).collect());
        bits.iter().fold(0, |value, bit| value << 1 | bit)
    }

    /// The bits taken since the last call, one group for each [`take`](Self::take).
    pub(crate) fn groups(&mut self) -> String {
        std::mem::take(&mut self.groups).join(" ")
    }

    /// The number of bytes of which at least one bit was taken.
    fn bytes_taken(&self) -> u64 {
        self.at.div_ceil(8) as u64
    }
}
