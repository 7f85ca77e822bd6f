//! One line of the text: its words without markup, and its leading number.

use alloc::string::{String, ToString};

use crate::law::Number;

/// A line without its markup.
pub(super) struct Line {
    /// The text, with single spaces between words.
    pub text: String,
    /// Whether the line begins with `#`, as a heading in Markdown.
    pub heading: bool,
    /// Whether the line is a list item, `- 1)`, whose dash is not part of the text.
    pub item: bool,
    /// Whether bold type begins or ends in this line, but not both.
    pub half_bold: bool,
}

impl Line {
    pub(super) fn parse(line: &str) -> Self {
        let line = line.trim_start_matches('\u{feff}').trim();
        let after_marks = line.trim_start_matches('#');
        let text = plain(after_marks);
        let item = text.strip_prefix("- ").or_else(|| text.strip_prefix("• "));
        let subparagraph = |item: &&str| matches!(numbered(item), Some((Mark::Subparagraph(_), _)));
        let item = item.filter(subparagraph).map(ToString::to_string);
        // A line of dashes is a rule, not text.
        let is_rule = text.chars().all(|character| matches!(character, '-' | '=' | ' '));
        Self {
            heading: after_marks.len() < line.len(),
            half_bold: after_marks.matches("**").count() % 2 == 1,
            item: item.is_some(),
            text: if is_rule { String::new() } else { item.unwrap_or(text) },
        }
    }
}

/// The text without emphasis and escapes, with normalized dashes and quotes, and single spaces.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let before = plain.len();
        if before > 0 {
            plain.push(' ');
        }
        let start = plain.len();
        plain.extend(word.chars().filter_map(|character| match character {
            // The last three are invisible: a soft hyphen, a zero-width space, a byte order mark.
            '*' | '_' | '`' | '\\' | '\u{ad}' | '\u{200b}' | '\u{feff}' => None,
            '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
            '“' | '”' | '„' | '«' | '»' => Some('"'),
            '‘' | '’' => Some('\''),
            other => Some(other),
        }));
        if plain.len() == start {
            plain.truncate(before);
        }
    }
    plain
}

/// The kind of unit that a leading number begins.
#[derive(Clone, Copy)]
pub(super) enum Mark {
    /// `1.`
    Paragraph(Number),
    /// `1)`
    Subparagraph(Number),
}

/// The leading number of a text, and the text after it.
pub(super) fn numbered(text: &str) -> Option<(Mark, &str)> {
    let (number, rest) = number(text)?;
    let (mark, rest) = match (rest.strip_prefix('.'), rest.strip_prefix(')')) {
        (Some(rest), _) => (Mark::Paragraph(number), rest),
        (_, Some(rest)) => (Mark::Subparagraph(number), rest),
        (None, None) => return None,
    };
    // A date, 4.07.2023, is not a leading number.
    (!rest.starts_with(|next: char| next.is_ascii_digit())).then(|| (mark, rest.trim_start()))
}

/// The number of a heading of this kind: `Article 12.`
pub(super) fn heading(text: &str, kind: &str) -> Option<Number> {
    let (begin, rest) = text.split_at_checked(kind.len())?;
    let rest = rest.strip_prefix(' ').filter(|_| begin.eq_ignore_ascii_case(kind))?;
    let (number, rest) = number(rest)?;
    rest.starts_with('.').then_some(number)
}

/// Reads `12`, or `12-1`, the form for units inserted by an amendment.
fn number(text: &str) -> Option<(Number, &str)> {
    let (main, rest) = digits(text)?;
    match rest.strip_prefix('-').and_then(digits) {
        Some((inserted, rest)) => Some((Number { main, inserted }, rest)),
        None => Some((Number { main, inserted: 0 }, rest)),
    }
}

fn digits(text: &str) -> Option<(u16, &str)> {
    let end = text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    let number = digits.parse().ok().filter(|number| *number > 0)?;
    Some((number, rest))
}
