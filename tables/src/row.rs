//! Rows whose columns are not known yet.

/// A row of a table: its cells as text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RawRow {
    /// The line on which the row starts, as an editor counts, from 1; in a workbook the row of the sheet.
    pub line: u64,
    /// The cells. A row may have fewer than the heading.
    pub cells: Vec<String>,
}

impl RawRow {
    /// Returns whether all cells are blank.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| is_blank(cell))
    }

    /// Returns the number of cells without blank ones at the end.
    #[must_use]
    pub fn len(&self) -> usize {
        self.cells.iter().rposition(|cell| !is_blank(cell)).map_or(0, |last| last.saturating_add(1))
    }

    /// Returns whether the row has no cell that is not blank.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Returns whether a character is invisible: white space, control and format characters.
pub(crate) fn is_invisible(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(is_invisible)
}

/// Returns the value of a cell without what spreadsheets add to keep it as text: `="0123"` and `'0123`. Invisible
/// characters around it are dropped, as they cannot be part of a value. Dashes alone mean no value.
pub(crate) fn value(cell: &str) -> &str {
    let cell = cell.trim_matches(is_invisible);
    if cell
        .chars()
        .all(|character| matches!(character, '-' | '_' | ':' | '\u{2010}'..='\u{2015}' | '\u{2212}'))
    {
        return "";
    }
    let formula = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    if let Some(text) = formula.filter(|text| !text.contains('"')) {
        return text;
    }
    match cell.strip_prefix('\'') {
        Some(text) if !text.is_empty() && !text.contains('\'') => text,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_what_the_spreadsheet_shows() {
        for (cell, expected) in [
            (" 0123\u{a0}", "0123"),
            ("=\"0123\"", "0123"),
            ("'0123", "0123"),
            ("=A1", "=A1"),
            ("'", "'"),
            ("'quoted'", "'quoted'"),
            ("O'Neil", "O'Neil"),
            ("\u{1a}", ""),
            ("—", ""),
            (":---", ""),
            ("-1", "-1"),
        ] {
            assert_eq!(value(cell), expected, "{cell}");
        }
    }

    #[test]
    fn cells_at_the_end_that_are_blank_do_not_count() {
        let row =
            |cells: &[&str]| RawRow { line: 1, cells: cells.iter().map(|cell| (*cell).into()).collect() };
        assert_eq!(row(&["a", "", "b", " ", "\u{200b}"]).len(), 3);
        assert!(row(&["", "\u{a0}"]).is_blank() && row(&[]).is_blank() && !row(&["", "x"]).is_blank());
    }
}
