//! The one place that sanitises untrusted text for terminals, log files and printed reports: names of people,
//! centres, registers and files, cells of lists, words of a command line.
//!
//! A control character can move the cursor or start a new line, a bidirectional one reorders what is shown, and an
//! invisible one makes two different texts look the same. JSON is not changed: its readers escape it.

use rastau_core::document::name::visible;

/// Stands for a character that is not shown.
const REPLACEMENT: char = char::REPLACEMENT_CHARACTER;

/// Returns the text as one line in which every character is visible or a space; others are replaced
/// ([`rastau_core::document::name::is_hidden`]).
pub fn plain(text: &str) -> String {
    visible(text)
}

/// Returns [`plain`] of each line of a text of this program that contains untrusted words.
pub fn plain_lines(text: &str) -> String {
    text.split('\n').map(plain).collect::<Vec<_>>().join("\n")
}

/// Returns a cell of a CSV report: [`plain`], and without a formula, whichever separator the spreadsheet takes.
///
/// An apostrophe is put before a character that starts a formula, at the start of the cell and after every separator.
pub fn csv_cell(text: &str) -> String {
    let mut cell = String::new();
    let mut at_start = true;
    for letter in plain(text).chars() {
        if at_start && matches!(letter, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') {
            cell.push('\'');
        }
        // Spaces and quotation marks before a formula are not part of the cell.
        at_start = matches!(letter, ';' | ',' | '|' | REPLACEMENT)
            || at_start && (letter.is_whitespace() || matches!(letter, '"' | '\''));
        cell.push(letter);
    }
    cell
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_one_line_of_visible_characters() {
        for (text, expected) in [
            ("Әсем Қайрат-Ұлы, №5 – «Тест»", "Әсем Қайрат-Ұлы, №5 – «Тест»"),
            ("a\nb\r\tc", "a\u{fffd}b\u{fffd}\u{fffd}c"),
            ("\u{1b}[2Ja\u{9b}1m", "\u{fffd}[2Ja\u{fffd}1m"),
            ("a\u{202e}b\u{2066}c\u{200f}", "a\u{fffd}b\u{fffd}c\u{fffd}"),
            ("a\u{200b}\u{ad}\u{feff}\u{2028}\u{e0041}", "a\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}"),
        ] {
            assert_eq!(plain(text), expected, "{text:?}");
        }
        assert_eq!(plain_lines("a\u{7}\nb"), "a\u{fffd}\nb");
    }

    #[test]
    fn no_cell_starts_a_formula_after_any_separator() {
        for (text, expected) in [
            ("Анна-Мария", "Анна-Мария"),
            ("=cmd()", "'=cmd()"),
            (" =1", " '=1"),
            ("a;=1", "a;'=1"),
            ("a;\"=1", "a;\"'=1"),
            ("a, +1|@x", "a, '+1|'@x"),
            ("a\t-1", "a\u{fffd}'-1"),
            ("a\n=1", "a\u{fffd}'=1"),
            ("＝1", "'＝1"),
        ] {
            assert_eq!(csv_cell(text), expected, "{text:?}");
        }
    }
}
