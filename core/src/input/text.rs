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
const MAX_LOST_BLANKS: usize = 10;

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
    let (typed, layout) = through_layouts(text);
    let text = clean(typed.as_deref().unwrap_or(text));
    let mut texts = alloc::vec![(text.clone(), false)];
    for plus in ['+', ' '] {
        let mut decoded = percent_decoded(&text, plus);
        // Encoded twice.
        if let Some(twice) = decoded.as_ref().filter(|once| find(once).is_none()) {
            decoded = percent_decoded(twice, plus);
        }
        texts.extend(decoded.map(|text| (text, true)));
    }
    let mut readings: Vec<Reading> = Vec::new();
    for (text, url) in texts {
        let Some(mut reading) = reading(&text) else { continue };
        reading.repairs.extend(layout);
        reading.repairs.extend(url.then_some(Repair::UrlEncoding));
        if !readings.iter().any(|known| known.documents == reading.documents) {
            readings.push(reading);
        }
    }
    readings
}

/// Replaces what was typed through a layout by the characters of the US keyboard: each document from its prefix up to the next
/// one, which may be typed through another layout or none. Returns `None` if nothing was.
fn through_layouts(text: &str) -> (Option<String>, Option<Repair>) {
    let mut replaced = String::new();
    let mut rest = text;
    while let Some((layout, at)) = Layout::detect(rest) {
        let Some((before, typed)) = rest.split_at_checked(at) else { break };
        // Behind its own prefix, up to another one.
        let own = typed.char_indices().nth(PREFIX.len()).map_or(typed.len(), |(at, _)| at);
        let behind = typed.get(own..).unwrap_or_default();
        let next = [Layout::detect(behind).map(|(_, at)| at), find(behind)].into_iter().flatten().min();
        let Some((typed, next)) =
            typed.split_at_checked(next.map_or(typed.len(), |next| own.saturating_add(next)))
        else {
            break;
        };
        replaced.push_str(before);
        replaced.extend(typed.chars().map(|character| layout.key(character)));
        rest = next;
    }
    if replaced.is_empty() {
        return (None, None);
    }
    replaced.push_str(rest);
    (Some(replaced), Some(Repair::KeyboardLayout))
}

/// Replaces full-width characters, blanks and hyphens by those of ASCII. Drops invisible characters, the escapes of JSON, and the
/// line breaks and codes of mail (RFC 2045 §6.7): base45 has neither the backslash nor the equals sign.
fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut rest = text.chars();
    let breaks = text.contains("=\n") || text.contains("=\r\n");
    while let Some(character) = rest.next() {
        let mut ahead = rest.clone();
        let next = (ahead.next(), ahead.next());
        let replaced = match (character, next) {
            ('\\', (Some('n' | 'r' | 't'), _)) => {
                rest.next();
                '\n'
            }
            ('\\', _) => continue,
            ('=', (Some('\n'), _)) => {
                rest.next();
                continue;
            }
            ('=', (Some('\r'), Some('\n'))) => {
                rest = ahead;
                continue;
            }
            ('=', (Some('2'), Some('0'))) if breaks => {
                rest = ahead;
                ' '
            }
            (hidden, _) if is_invisible(hidden) => continue,
            (other, _) => other,
        };
        cleaned.push(match narrow(replaced) {
            '\u{2028}' | '\u{2029}' | '\u{85}' | '\n' => '\n',
            '\r' => '\r',
            blank if blank.is_whitespace() => ' ',
            hyphen if is_hyphen(hyphen) => '-',
            other => other,
        });
    }
    cleaned
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
        let trimmed = document_of(body);
        if trimmed.bytes().any(|byte| byte.is_ascii_lowercase()) {
            repairs.push(Repair::LetterCase);
        }
        let trimmed = trimmed.to_ascii_uppercase();
        let lines: Vec<&str> = trimmed.split(['\n', '\r']).filter(|line| !line.is_empty()).collect();
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

/// The part of a text that may be base45: without what follows behind punctuation or a blank and is not, and without the characters
/// at the end with which base45 never ends, because the last ones of a group have the smallest values (RFC 9285 §4). A foreign
/// letter within the text is not the end of it.
fn document_of(body: &str) -> &str {
    let is_other = |character: char| !(is_base45(character) || matches!(character, '\n' | '\r' | '>' | '|'));
    let end = body.find(is_other).unwrap_or(body.len());
    let (document, rest) = body.split_at_checked(end).unwrap_or((body, ""));
    let is_end = !rest.starts_with(char::is_alphanumeric) || document.ends_with([' ', '\n', '\r']);
    // What follows could be another document, which is not read as one.
    let document = if is_end && !rest.to_ascii_uppercase().contains("RST1") { document } else { body };
    document.trim_end_matches(|last: char| !last.is_ascii_alphanumeric())
}

/// The lines of a document in one line: as they are, and without quotation signs and indents, with and without blanks in place
/// of the line breaks.
fn joined(lines: &[&str]) -> Vec<String> {
    let mut texts = alloc::vec![[PREFIX, &lines.concat()].concat()];
    let is_margin = |character: char| matches!(character, '>' | '|' | ' ');
    let (first, others) = lines.split_first().unwrap_or((&"", &[]));
    let choices = if others.len() <= MAX_LOST_BLANKS { 1u32 << others.len() } else { 1 };
    for blanks in 0..choices {
        let mut text = [PREFIX, first.trim_end()].concat();
        for (line, bit) in others.iter().zip(0u32..) {
            if (blanks >> bit) & 1 == 1 {
                text.push(' ');
            }
            text.push_str(line.trim_start_matches(is_margin).trim_end());
        }
        if texts.first() != Some(&text) {
            texts.push(text);
        }
    }
    texts
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
