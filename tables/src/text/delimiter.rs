//! The delimiter of a text table, chosen over several rows.

use std::collections::BTreeMap;

use super::encoding::{Encoding, Utf8};
use super::records::Records;
use crate::limits::HEADING_ROWS;
use crate::row::is_blank;

/// The delimiters that are tried. Spreadsheets with Kazakh or Russian settings write the first.
const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// Returns the delimiter that the first line names, as spreadsheets write it: `sep=;`.
pub(crate) fn sep_line(sample: &[u8]) -> Option<u8> {
    let line = sample.split(|byte| matches!(byte, b'\r' | b'\n')).next()?;
    let line = line.strip_prefix(b"\"").unwrap_or(line);
    let named = line.strip_prefix(b"sep=").or_else(|| line.strip_prefix(b"SEP="))?;
    named.first().copied().filter(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric() && *byte != b'"')
}

/// Chooses the delimiter from the beginning of a text: the one with which a row has the most known headings; among
/// equals, the one that gives the most rows the same number of cells.
///
/// `known` counts the known headings of a row. `whole` states that the sample is the whole text. Returns the count too.
pub(crate) fn choose(sample: &[u8], whole: bool, known: impl Fn(&[String]) -> usize) -> (u8, usize) {
    let score = |delimiter: u8| {
        let mut rows = Vec::new();
        let mut records = Records::new(Utf8::new(sample, Encoding::UTF_8), delimiter).peekable();
        while let Some(Ok(row)) = records.next() {
            // The last row of a partial text may be truncated.
            let cut = !whole && records.peek().is_none();
            if !cut && !row.cells.iter().all(|cell| is_blank(cell)) {
                rows.push(row.cells);
            }
            if rows.len() >= HEADING_ROWS {
                break;
            }
        }
        let headings = rows.iter().map(|cells| known(cells)).max().unwrap_or_default();
        let mut lengths = BTreeMap::<usize, usize>::new();
        for cells in rows.iter().filter(|cells| cells.len() > 1) {
            let count = lengths.entry(cells.len()).or_default();
            *count = count.saturating_add(1);
        }
        let alike = lengths.into_iter().map(|(length, rows)| (rows, length)).max().unwrap_or_default();
        (headings, alike)
    };
    // Of equals, the first.
    let scores = DELIMITERS.into_iter().rev().map(|delimiter| (score(delimiter), delimiter));
    let best = scores.max_by_key(|(score, _)| *score);
    best.map_or((b';', 0), |((headings, _), delimiter)| (delimiter, headings))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(cells: &[String]) -> usize {
        cells.iter().filter(|cell| ["number", "code", "name"].contains(&cell.as_str())).count()
    }

    #[test]
    fn chooses_the_delimiter_over_several_rows() {
        for (text, delimiter) in [
            ("number;code\n1;2\n", b';'),
            ("number,code\n1,2\n", b','),
            ("number\tcode\n1\t2\n", b'\t'),
            ("number|code\n1|2\n", b'|'),
            ("number;\"name, full\";code\n1;a, b;2\n", b';'),
            ("List, of all, people\nnumber;code\n1;2\n", b';'),
            ("number,code,name\n1,2,a;b\n", b','),
            ("number\n1\n", b';'),
            ("\"x\";\"y\"\n\"a,b\";\"c,d\"\n", b';'),
            ("bin,from\n1,2\n3,4\n", b','),
            ("", b';'),
        ] {
            assert_eq!(char::from(choose(text.as_bytes(), true, known).0), char::from(delimiter), "{text}");
        }
    }

    #[test]
    fn reads_the_line_that_names_the_delimiter() {
        for (text, delimiter) in [
            ("sep=;\na;b", Some(b';')),
            ("\"sep=,\"\r\na,b", Some(b',')),
            ("SEP=\t\n", Some(b'\t')),
            ("sep=a\n", None),
            ("separator;x\n", None),
            ("sep=\n", None),
        ] {
            assert_eq!(sep_line(text.as_bytes()), delimiter, "{text}");
        }
    }
}
