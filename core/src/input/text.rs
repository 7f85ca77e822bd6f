//! The possible readings of a text that contains a document.

use alloc::string::String;
use alloc::vec::Vec;

use super::layout::Layout;
use super::{Repair, is_hyphen, is_invisible, narrow};
use crate::sorted::distinct;

/// The prefix of a document's text.
const PREFIX: &str = "RST1:";
/// Maximum number of documents that are looked for in one text.
const MAX_DOCUMENTS: usize = 16;
/// Maximum number of line breaks for which it is tried whether each one replaced a blank.
const MAX_LOST_BLANKS: usize = 5;

/// One reading of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// For each document in the text, the texts that it may have. They differ where a line break may have replaced a blank.
    pub documents: Vec<Vec<String>>,
    /// What was repaired.
    pub repairs: Vec<Repair>,
}

/// Returns the possible readings of a text, the likeliest first. A text without the prefix of a document has none.
///
/// ```
/// use rastau_core::input::{Repair, text::readings};
///
/// let text = std::fs::read_to_string("../tests/corpus/cases/valid/input.txt")?;
/// let typed = format!("QR: {}", text.trim_end());
/// let readings = readings(&typed);
/// assert_eq!(readings[0].documents, [[text.trim_end()]]);
/// assert_eq!(readings[0].repairs, [Repair::Surroundings]);
/// # Ok::<(), std::io::Error>(())
/// ```
#[must_use]
pub fn readings(text: &str) -> Vec<Reading> {
    let (text, layout) = match Layout::detect(text) {
        Some((layout, at)) if find(text).is_none() => {
            let typed = text.get(at..).unwrap_or_default();
            (typed.chars().map(|character| layout.key(character)).collect(), Some(Repair::KeyboardLayout))
        }
        _ => (clean(text), None),
    };
    let encoded = [Some(text.clone()), percent_decoded(&text, '+'), percent_decoded(&text, ' ')];
    let mut readings: Vec<Reading> = Vec::new();
    for (text, url) in encoded.into_iter().zip([false, true, true]) {
        let Some(text) = text else { continue };
        let Some(mut reading) = reading(&text) else { continue };
        reading.repairs.extend(layout);
        reading.repairs.extend(url.then_some(Repair::UrlEncoding));
        if !readings.iter().any(|known| known.documents == reading.documents) {
            readings.push(reading);
        }
    }
    readings
}

/// Replaces full-width characters, blanks and hyphens by those of ASCII. Drops invisible characters and the backslashes with
/// which JSON escapes a slash.
fn clean(text: &str) -> String {
    let kept = text.chars().filter(|character| !is_invisible(*character) && *character != '\\');
    kept.map(|character| match narrow(character) {
        '\u{2028}' | '\u{2029}' | '\u{85}' => '\n',
        '\n' | '\r' => character,
        blank if blank.is_whitespace() => ' ',
        hyphen if is_hyphen(hyphen) => '-',
        other => other,
    })
    .collect()
}

/// The place of the first prefix in any case.
fn find(text: &str) -> Option<usize> {
    text.as_bytes().windows(PREFIX.len()).position(|window| window.eq_ignore_ascii_case(PREFIX.as_bytes()))
}

/// Whether a character, as a capital letter, is in the alphabet of base45 (RFC 9285 §4).
const fn is_base45(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || matches!(character, ' ' | '$' | '%' | '*' | '+' | '-' | '.' | '/' | ':')
}

fn reading(text: &str) -> Option<Reading> {
    let mut repairs = Vec::new();
    let mut rest = text.get(find(text)?..)?;
    if rest.len() != text.len() {
        repairs.push(Repair::Surroundings);
    }
    let mut documents = Vec::new();
    loop {
        // What is not read could be another document.
        if documents.len() == MAX_DOCUMENTS {
            return None;
        }
        let body = rest.get(PREFIX.len()..)?;
        let (body, next) = body.split_at_checked(find(body).unwrap_or(body.len()))?;
        let trimmed = body.trim_end_matches(|last| last == ' ' || !is_base45(last));
        if trimmed.bytes().any(|byte| byte.is_ascii_lowercase()) {
            repairs.push(Repair::LetterCase);
        }
        let lines: Vec<String> = trimmed
            .split(['\n', '\r'])
            .filter(|line| !line.is_empty())
            .map(str::to_ascii_uppercase)
            .collect();
        if lines.len() > 1 {
            repairs.push(Repair::LineBreaks);
        }
        documents.push(joined(&lines));
        if next.is_empty() {
            break;
        }
        rest = next;
    }
    if documents.len() > 1 {
        repairs.push(Repair::Repeated);
    }
    if repairs.is_empty() {
        repairs.push(Repair::Surroundings);
    }
    Some(Reading { documents, repairs: distinct(repairs) })
}

/// The lines of a document in one line, with and without blanks in place of the line breaks.
fn joined(lines: &[String]) -> Vec<String> {
    let breaks = lines.len().saturating_sub(1);
    let choices = if breaks <= MAX_LOST_BLANKS { 1u32 << breaks } else { 1 };
    (0..choices)
        .map(|blanks| {
            let mut text = String::from(PREFIX);
            for (line, before) in lines.iter().zip(0u32..) {
                if before > 0 && (blanks >> before.saturating_sub(1)) & 1 == 1 {
                    text.push(' ');
                }
                text.push_str(line);
            }
            text
        })
        .collect()
}

/// Decodes `%XX`, with another meaning for `+`. Returns `None` if nothing is encoded or it is not UTF-8.
fn percent_decoded(text: &str, plus: char) -> Option<String> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    let mut found = false;
    while let Some(byte) = bytes.next() {
        let mut ahead = bytes.clone();
        let mut digit = || ahead.next().and_then(|digit| char::from(digit).to_digit(16));
        match (byte, digit(), digit()) {
            (b'%', Some(high), Some(low)) => {
                decoded.push(u8::try_from(high.saturating_mul(16).saturating_add(low)).ok()?);
                bytes = ahead;
                found = true;
            }
            (b'+', ..) => decoded.extend(plus.is_ascii().then_some(plus as u8)),
            _ => decoded.push(byte),
        }
    }
    if found { String::from_utf8(decoded).ok().map(|text| clean(&text)) } else { None }
}
