//! One line of the text: its words without marks, and what its first characters say.

use alloc::string::{String, ToString};

use super::super::super::norms::Number;

/// A line without its marks.
pub(super) struct Line {
    /// The words, with single spaces between them.
    pub text: String,
    /// `#` in Markdown.
    pub heading: bool,
    /// `- 1)`: an item of a list, whose dash is no part of the text.
    pub item: bool,
    /// Bold type was begun and not ended, or the other way round.
    pub half_bold: bool,
}

impl Line {
    pub(super) fn of(line: &str) -> Self {
        let line = line.trim_start_matches('\u{feff}').trim();
        let inside = line.trim_start_matches('#');
        let text = plain(inside);
        let item = text.strip_prefix("- ").or_else(|| text.strip_prefix("• "));
        let subparagraph = |item: &&str| matches!(numbered(item), Some((Mark::Subparagraph(_), _)));
        let item = item.filter(subparagraph).map(ToString::to_string);
        // A line of nothing but dashes is drawn, not written.
        let drawn = text.chars().all(|character| matches!(character, '-' | '=' | ' '));
        Self {
            heading: inside.len() < line.len(),
            half_bold: inside.matches("**").count() % 2 == 1,
            item: item.is_some(),
            text: if drawn { String::new() } else { item.unwrap_or(text) },
        }
    }
}

/// The text without emphasis and escapes, with one shape of dash and quote, and single spaces.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let before = plain.len();
        if before > 0 {
            plain.push(' ');
        }
        let start = plain.len();
        plain.extend(word.chars().filter_map(|character| match character {
            // The last three show nothing: a soft hyphen, a zero-width space, a byte order mark.
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

/// What a number at the beginning numbers.
#[derive(Clone, Copy)]
pub(super) enum Mark {
    /// `1.`
    Paragraph(Number),
    /// `1)`
    Subparagraph(Number),
}

/// The mark at the beginning of a text, and what follows it.
pub(super) fn numbered(text: &str) -> Option<(Mark, &str)> {
    let (number, rest) = number(text)?;
    let (mark, rest) = match (rest.strip_prefix('.'), rest.strip_prefix(')')) {
        (Some(rest), _) => (Mark::Paragraph(number), rest),
        (_, Some(rest)) => (Mark::Subparagraph(number), rest),
        (None, None) => return None,
    };
    // A date, 4.07.2023, is no mark.
    (!rest.starts_with(|next: char| next.is_ascii_digit())).then(|| (mark, rest.trim_start()))
}

/// The number of a heading of this kind: `Article 12.`
pub(super) fn heading(text: &str, kind: &str) -> Option<Number> {
    let (begin, rest) = text.split_at_checked(kind.len())?;
    let rest = rest.strip_prefix(' ').filter(|_| begin.eq_ignore_ascii_case(kind))?;
    let (number, rest) = number(rest)?;
    rest.starts_with('.').then_some(number)
}

/// `12`, or `12-1` as an amendment numbers what it puts in between.
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
