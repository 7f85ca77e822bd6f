//! The possible readings of a text that contains a document.

use alloc::string::String;
use alloc::vec::Vec;

use super::layout::Layout;
use super::{Repair, is_hyphen, is_invisible, is_quote, narrow};
use crate::sorted::distinct;

/// The prefix of a document's text in base45 (RFC 9285).
pub const BASE45: &str = "RST1:";
/// The prefix of a document's text in decimal digits, in front of which a web address may be.
pub const DIGITS: &str = "RST2:";
/// The length of both prefixes.
const PREFIX: usize = BASE45.len();
/// Maximum number of documents that are looked for in one text.
const MAX_DOCUMENTS: usize = 16;
/// Maximum number of line breaks for which it is tried whether each one replaced a blank.
const MAX_LOST_BLANKS: usize = 10;
/// Maximum number of lines below a document that are no part of it.
const MAX_LINES_BEHIND: usize = 4;
/// Maximum number of groups of digits, separated by blanks or line breaks, that are joined to one document.
const MAX_GROUPS: usize = 64;

/// One reading of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// For each document in the text, the texts that it may have. They differ where a line break may have replaced a blank.
    pub documents: Vec<Vec<String>>,
    /// The web addresses around the documents, each up to its `#`.
    pub addresses: Vec<String>,
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
        // After its own prefix, up to the next one.
        let own = typed.char_indices().nth(PREFIX).map_or(typed.len(), |(at, _)| at);
        let behind = typed.get(own..).unwrap_or_default();
        let next = [Layout::detect(behind).map(|(_, at)| at), find(behind)].into_iter().flatten().min();
        let Some((typed, next)) =
            typed.split_at_checked(next.map_or(typed.len(), |next| own.saturating_add(next)))
        else {
            break;
        };
        // A web address in front of the prefix was typed through the same layout.
        let address = before.trim_end_matches(|typed: char| !typed.is_whitespace()).len();
        let (before, address) = before.split_at_checked(address).unwrap_or((before, ""));
        replaced.push_str(before);
        replaced.extend(address.chars().chain(typed.chars()).map(|character| layout.key(character)));
        rest = next;
    }
    if replaced.is_empty() {
        return (None, None);
    }
    replaced.push_str(rest);
    (Some(replaced), Some(Repair::KeyboardLayout))
}

/// Replaces full-width characters, blanks and hyphens by those of ASCII. Drops invisible characters, the escapes of JSON, and the
/// line breaks and codes of mail (RFC 2045 §6.7): neither form of a document has the backslash or the equals sign.
fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let text = &with_hosts_as_they_are(text);
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

/// In the hosts of web addresses in front of a document, replaces what [`clean`] would change but a browser would not:
/// characters that are not ASCII by U+FFFD, which no host contains, and a backslash by a slash, as a browser reads it
/// (URL Standard, "special authority slashes"). No repair therefore turns one host into another.
fn with_hosts_as_they_are(text: &str) -> String {
    let (head, documents) = text.split_at_checked(find(text).unwrap_or(text.len())).unwrap_or((text, ""));
    let mut guarded = String::with_capacity(text.len());
    let mut in_host = false;
    let mut rest = head.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            // JSON escapes a slash.
            '\\' if rest.peek() == Some(&'/') => continue,
            '\\' if in_host => {
                in_host = false;
                guarded.push('/');
            }
            other if in_host && !other.is_ascii() && !other.is_whitespace() => guarded.push('\u{fffd}'),
            other => {
                in_host &= !(other.is_whitespace() || matches!(other, '/' | '?' | '#'));
                guarded.push(other);
                in_host |= guarded.ends_with("://");
            }
        }
    }
    guarded.push_str(documents);
    guarded
}

/// The place of the first prefix in any case.
fn find(text: &str) -> Option<usize> {
    let is_prefix =
        |window: &[u8]| [BASE45, DIGITS].iter().any(|prefix| window.eq_ignore_ascii_case(prefix.as_bytes()));
    text.as_bytes().windows(PREFIX).position(is_prefix)
}

/// The web address at the end of a text, in front of a document: what has `://`, or ends with `#`.
fn address_before(text: &str) -> Option<&str> {
    let token = text.rsplit(is_outside).next()?;
    let is_address = token.contains("://") || (token.len() > 1 && ends_with_hash(token));
    is_address.then(|| address(token))
}

/// The web addresses in a text around documents.
fn addresses(text: &str, is_before: bool) -> Vec<String> {
    let last = if is_before { address_before(text) } else { None };
    let others = text.get(..text.len().saturating_sub(last.map_or(0, str::len))).unwrap_or_default();
    let others = others.split(is_outside).filter(|token| token.contains("://")).map(address);
    others.chain(last).map(String::from).collect()
}

/// The part of a token that is a web address: without a label in front of the scheme.
fn address(token: &str) -> &str {
    let Some((head, _)) = token.split_once("://") else { return token };
    let is_scheme = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.');
    let known = ["https", "http"].into_iter().find(|scheme| {
        head.len()
            .checked_sub(scheme.len())
            .and_then(|at| head.get(at..))
            .is_some_and(|end| end.eq_ignore_ascii_case(scheme))
    });
    let scheme = known.map_or_else(
        || head.trim_end_matches(is_scheme).len(),
        |known| head.len().saturating_sub(known.len()),
    );
    token.get(scheme..).unwrap_or(token)
}

/// Whether a character is not part of a web address in running text.
fn is_outside(character: char) -> bool {
    character.is_whitespace()
        || is_quote(character)
        || matches!(character, '<' | '>' | '(' | ')' | '[' | ']' | '{' | '}' | ',' | ';' | '|')
}

fn ends_with_hash(text: &str) -> bool {
    text.ends_with('#') || text.ends_with("%23")
}

/// Whether a character, as a capital letter, is in the alphabet of base45 (RFC 9285 §4).
const fn is_base45(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || matches!(character, ' ' | '$' | '%' | '*' | '+' | '-' | '.' | '/' | ':')
}

fn reading(text: &str) -> Option<Reading> {
    let mut repairs = Vec::new();
    let mut around = Vec::new();
    let mut documents = Vec::new();
    let mut rest = text;
    loop {
        // The rest could contain another document.
        if documents.len() == MAX_DOCUMENTS {
            return None;
        }
        let (before, document) = rest.split_at_checked(find(rest)?)?;
        let (prefix, body) = document.split_at_checked(PREFIX)?;
        let is_digits = prefix.eq_ignore_ascii_case(DIGITS);
        let address = if is_digits { address_before(before) } else { None };
        if documents.is_empty() && before.len() > address.map_or(0, str::len) {
            repairs.push(Repair::Surroundings);
        }
        if address.is_some_and(|address| address.bytes().any(|byte| byte.is_ascii_uppercase()))
            || (is_digits && prefix != DIGITS)
        {
            repairs.push(Repair::LetterCase);
        }
        around.extend(addresses(before, is_digits));
        let (body, next) = body.split_at_checked(next_document(body))?;
        let behind = if is_digits {
            let (texts, behind) = joined_digits(body);
            if texts.len() > 1 {
                repairs.push(Repair::LineBreaks);
            }
            documents.push(texts);
            behind
        } else {
            let trimmed = document_of(body);
            if trimmed.bytes().any(|byte| byte.is_ascii_lowercase()) {
                repairs.push(Repair::LetterCase);
            }
            let capitals = trimmed.to_ascii_uppercase();
            let lines: Vec<&str> = capitals.split(['\n', '\r']).filter(|line| !line.is_empty()).collect();
            if lines.len() > 1 {
                repairs.push(Repair::LineBreaks);
            }
            let mut texts = joined(&lines);
            // What is written below a document, or in front of the next one, can be in the letters of base45 too, and could be
            // another document with a damaged prefix.
            let is_behind = |end: &usize| lines.get(*end).is_some_and(|line| !line.contains("RST"));
            for end in (1..lines.len()).rev().take(MAX_LINES_BEHIND).take_while(is_behind) {
                for text in joined(lines.get(..end).unwrap_or_default()) {
                    if !texts.contains(&text) {
                        texts.push(text);
                    }
                }
            }
            documents.push(texts);
            body.get(trimmed.len()..).unwrap_or_default()
        };
        around.extend(addresses(behind, false));
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
    Some(Reading { documents, addresses: around, repairs: distinct(repairs) })
}

/// Where the next document in a text begins, with the web address in front of it; at the end if there is none.
fn next_document(body: &str) -> usize {
    let Some((before, next)) = find(body).and_then(|at| body.split_at_checked(at)) else { return body.len() };
    let is_digits =
        next.as_bytes().get(..PREFIX).is_some_and(|prefix| prefix.eq_ignore_ascii_case(DIGITS.as_bytes()));
    let address = if is_digits { address_before(before) } else { None };
    before.len().saturating_sub(address.map_or(0, str::len))
}

/// The possible texts of a document in digits: up to each blank or line break that is followed by digits. Also returns
/// the rest after the last one.
fn joined_digits(body: &str) -> (Vec<String>, &str) {
    let is_margin = |character: char| matches!(character, '>' | '|' | ' ' | '\n' | '\r');
    let mut text = String::from(DIGITS);
    let mut texts = Vec::new();
    let mut rest = body;
    loop {
        let end = rest.find(|digit: char| !digit.is_ascii_digit()).unwrap_or(rest.len());
        let (digits, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
        text.push_str(digits);
        texts.push(text.clone());
        let next = behind.trim_start_matches(is_margin);
        if next.len() == behind.len()
            || !next.starts_with(|first: char| first.is_ascii_digit())
            || texts.len() == MAX_GROUPS
        {
            return (texts, behind);
        }
        rest = next;
    }
}

/// The part of a text that may be base45: without text in other characters after punctuation or a blank, and without
/// trailing characters with which base45 never ends, because the last characters of a group have the smallest values
/// (RFC 9285 §4). A foreign letter within the text does not end it.
fn document_of(body: &str) -> &str {
    let is_other = |character: char| !(is_base45(character) || matches!(character, '\n' | '\r' | '>' | '|'));
    let end = body.find(is_other).unwrap_or(body.len());
    let (document, rest) = body.split_at_checked(end).unwrap_or((body, ""));
    let is_end = !rest.starts_with(char::is_alphanumeric) || document.ends_with([' ', '\n', '\r']);
    // The rest could be another document with a damaged prefix.
    let document = if is_end && !rest.to_ascii_uppercase().contains("RST") { document } else { body };
    document.trim_end_matches(|last: char| !last.is_ascii_alphanumeric())
}

/// The lines of a document in one line: as they are, and without quotation signs and indents, with and without blanks in place
/// of the line breaks.
fn joined(lines: &[&str]) -> Vec<String> {
    let mut texts = alloc::vec![[BASE45, &lines.concat()].concat()];
    let is_margin = |character: char| matches!(character, '>' | '|' | ' ');
    let (first, others) = lines.split_first().unwrap_or((&"", &[]));
    let choices = if others.len() <= MAX_LOST_BLANKS { 1u32 << others.len() } else { 1 };
    for blanks in 0..choices {
        let mut text = [BASE45, first.trim_end()].concat();
        for (line, bit) in others.iter().zip(0u32..) {
            // Of many lines, none has a blank, and there are more of them than bits.
            if blanks.checked_shr(bit).is_some_and(|bits| bits & 1 == 1) {
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

/// Decodes `%XX`, and `+` as `plus`. Returns `None` if nothing is encoded or the result is not UTF-8.
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
