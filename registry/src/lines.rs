//! The true line of a row in a CSV file, as an editor counts it.
//!
//! The CSV reader's own count stops before the line feed of a CRLF and before blank lines, so it tells too low a number.

use std::io::BufRead;

/// Counts the lines of a text up to the rows that are asked about, in their order.
pub struct Lines<R> {
    text: R,
    at: u64,
    line: u64,
    after_return: bool,
}

impl<R: BufRead> Lines<R> {
    /// Starts at the beginning of `text`.
    pub const fn new(text: R) -> Self {
        Self { text, at: 0, line: 1, after_return: false }
    }

    /// The line of the row that the reader found at the byte `start`: of its first character that ends no line. Rows
    /// are asked about in their order.
    pub fn of(&mut self, start: u64) -> std::io::Result<u64> {
        loop {
            let Some(byte) = self.text.fill_buf()?.first().copied() else { return Ok(self.line) };
            if self.at >= start && !matches!(byte, b'\r' | b'\n') {
                return Ok(self.line);
            }
            // A line ends with a line feed, a carriage return, or both.
            self.line += u64::from(byte == b'\r' || (byte == b'\n' && !self.after_return));
            self.after_return = byte == b'\r';
            self.text.consume(1);
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<u64> {
        let mut lines = Lines::new(text.as_bytes());
        let mut reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let records = reader.records().map(|record| record.unwrap().position().unwrap().byte());
        records.map(|start| lines.of(start).unwrap()).collect()
    }

    #[test]
    fn a_row_stands_where_an_editor_shows_it() {
        assert_eq!(lines("a,b\n1,2\n\n\n3,4\n"), [1, 2, 5]);
        assert_eq!(lines("a,b\r\n1,2\r\n\r\n3,4"), [1, 2, 4]);
        assert_eq!(lines("a,b\r1,2\r\r3,4\r"), [1, 2, 4]);
        assert_eq!(lines("a,b\n\"1\r\n\n2\",x\n3,4\n"), [1, 2, 5]);
        assert_eq!(lines("\n\na,b\n1,2"), [3, 4]);
    }
}
