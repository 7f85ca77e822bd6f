//! The line of a row in a CSV file, as an editor counts.
//!
//! The CSV reader does not count the line feed of a CRLF and blank lines before a row, so its line numbers are too low.

use std::io::BufRead;

/// Counts the lines of a text up to given rows.
///
/// ```
/// use rastau_registry::lines::Lines;
///
/// let text = "a,b\r\n\r\n1,2\r\n";
/// assert_eq!(Lines::new(text.as_bytes()).of(5)?, 3); // the CSV reader finds the row after the first CRLF
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Lines<R> {
    text: R,
    /// The position in bytes.
    at: u64,
    /// The line of that position, from 1.
    line: u64,
    after_return: bool,
}

impl<R: BufRead> Lines<R> {
    /// Starts at the beginning of `text`.
    pub const fn new(text: R) -> Self {
        Self { text, at: 0, line: 1, after_return: false }
    }

    /// Returns the line, from 1, of the row that the CSV reader found at the byte `start`: of the first character from there
    /// on that is not a line ending. Calls must be in the order of the rows.
    ///
    /// # Errors
    /// An I/O error of the text.
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
    fn counts_lines_as_an_editor_does() {
        assert_eq!(lines("a,b\n1,2\n\n\n3,4\n"), [1, 2, 5]);
        assert_eq!(lines("a,b\r\n1,2\r\n\r\n3,4"), [1, 2, 4]);
        assert_eq!(lines("a,b\r1,2\r\r3,4\r"), [1, 2, 4]);
        assert_eq!(lines("a,b\n\"1\r\n\n2\",x\n3,4\n"), [1, 2, 5]);
        assert_eq!(lines("\n\na,b\n1,2"), [3, 4]);
    }
}
