//! The rows of a text table (RFC 4180 and common deviations).
//!
//! The `csv` crate silently reads an unclosed quotation mark as a cell with the rest of the file. Rows must not be
//! lost, so this reader reports it with the line.

use std::io::Read;

use super::encoding::Utf8;
use crate::RawRow;
use crate::error::TableError;
use crate::limits::{MAX_COLUMNS, MAX_ROW_BYTES};

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    /// At the start of a cell, including leading spaces.
    Start,
    /// In an unquoted cell, where a quotation mark is an ordinary character.
    Plain,
    /// Within quotation marks.
    Quoted,
    /// After a quotation mark within quotation marks: the end of the cell, or the first of two.
    Quote,
}

/// Reads rows with a delimiter. Blank lines are rows with one empty cell.
///
/// Lines end with LF, CRLF or CR. After an error there are no more rows.
pub(crate) struct Records<R> {
    text: Utf8<R>,
    delimiter: u8,
    /// The line of the next byte, as an editor counts, from 1.
    line: u64,
    after_return: bool,
    /// The number of columns of the heading, once it is known.
    pub(crate) columns: Option<usize>,
    ended: bool,
}

/// A row that is being read.
struct Record {
    cells: Vec<String>,
    cell: Vec<u8>,
    bytes: usize,
    line: u64,
    state: State,
    /// The line of the last opening quotation mark.
    opened: u64,
    /// The spaces after the last quotation mark.
    spaces: usize,
    /// Whether the quoted part of the cell contains a delimiter or a line ending.
    structure: bool,
    /// The delimiters since the last line ending within quotation marks; `None` in its first line.
    delimiters: Option<usize>,
}

impl<R: Read> Records<R> {
    pub(crate) const fn new(text: Utf8<R>, delimiter: u8) -> Self {
        Self { text, delimiter, line: 1, after_return: false, columns: None, ended: false }
    }

    /// Returns the input.
    pub(crate) fn into_input(self) -> R {
        self.text.into_input()
    }

    fn read(&mut self) -> Result<Option<RawRow>, TableError> {
        let mut record = Record {
            cells: Vec::new(),
            cell: Vec::new(),
            bytes: 0,
            line: self.line,
            state: State::Start,
            opened: self.line,
            spaces: 0,
            structure: false,
            delimiters: None,
        };
        loop {
            let piece = self.text.peek()?;
            if piece.is_empty() {
                if record.state == State::Quoted {
                    return Err(TableError::OpenQuote { line: record.opened });
                }
                if record.bytes == 0 {
                    return Ok(None);
                }
                record.end_cell();
                return Ok(Some(RawRow { line: record.line, cells: record.cells }));
            }
            let mut used = 0usize;
            let mut complete = false;
            for byte in piece.iter().copied() {
                used = used.saturating_add(1);
                let after_return = std::mem::replace(&mut self.after_return, byte == b'\r');
                let new_line = byte == b'\r' || (byte == b'\n' && !after_return);
                if byte == b'\n' && after_return && record.bytes == 0 {
                    // The second byte of the line ending of the row before.
                    record.line = self.line;
                    continue;
                }
                record.bytes = record.bytes.saturating_add(1);
                if record.bytes > MAX_ROW_BYTES {
                    let line = record.line;
                    return Err(match record.state {
                        State::Quoted => TableError::OpenQuote { line: record.opened },
                        _ => TableError::LongRow { line },
                    });
                }
                if record.state != State::Quoted && matches!(byte, b'\r' | b'\n') {
                    record.end_cell();
                    complete = true;
                } else {
                    record.add(byte, self.delimiter, self.line, self.columns)?;
                }
                self.line = self.line.saturating_add(u64::from(new_line));
                if complete {
                    break;
                }
            }
            self.text.consume(used);
            if complete {
                return Ok(Some(RawRow { line: record.line, cells: record.cells }));
            }
        }
    }
}

impl Record {
    fn end_cell(&mut self) {
        self.cells.push(String::from_utf8_lossy(&self.cell).into_owned());
        self.cell.clear();
        self.state = State::Start;
        self.structure = false;
        self.delimiters = None;
    }

    /// Adds a byte that does not end the row.
    fn add(&mut self, byte: u8, delimiter: u8, line: u64, columns: Option<usize>) -> Result<(), TableError> {
        match (self.state, byte) {
            (State::Start | State::Plain | State::Quote, byte) if byte == delimiter => {
                if self.cells.len().saturating_add(1) >= MAX_COLUMNS {
                    return Err(TableError::ManyColumns { line: self.line });
                }
                self.end_cell();
            }
            (State::Start, b'"') => {
                self.cell.clear();
                self.state = State::Quoted;
                self.opened = line;
            }
            (State::Start, b' ') => self.cell.push(byte),
            (State::Start | State::Plain, byte) => {
                self.state = State::Plain;
                self.cell.push(byte);
            }
            (State::Quoted, b'"') => {
                self.state = State::Quote;
                self.spaces = 0;
            }
            (State::Quoted, byte) => self.quoted(byte, delimiter, columns)?,
            (State::Quote, b'"') if self.spaces == 0 => {
                self.state = State::Quoted;
                self.cell.push(b'"');
            }
            (State::Quote, b' ') => self.spaces = self.spaces.saturating_add(1),
            // `"Qiyal" LLP`, with quotation marks that were not doubled, is text. But if the quoted part contains a
            // delimiter or a line ending, the mark that opened it was probably never closed.
            (State::Quote, _) if self.structure => return Err(TableError::OpenQuote { line: self.opened }),
            (State::Quote, byte) => {
                self.cell.insert(0, b'"');
                self.cell.push(b'"');
                self.cell.extend(std::iter::repeat_n(b' ', self.spaces));
                self.cell.push(byte);
                self.state = State::Plain;
            }
        }
        Ok(())
    }

    /// Adds a byte within quotation marks. A line in them that has as many delimiters as a row of the table is a row: the
    /// mark that opened the cell was never closed.
    fn quoted(&mut self, byte: u8, delimiter: u8, columns: Option<usize>) -> Result<(), TableError> {
        self.cell.push(byte);
        if matches!(byte, b'\r' | b'\n') {
            self.structure = true;
            self.delimiters = Some(0);
        } else if byte == delimiter {
            self.structure = true;
            self.delimiters = self.delimiters.map(|count| count.saturating_add(1));
            let row = columns.filter(|columns| *columns > 2).map(|columns| columns.saturating_sub(1));
            if row.is_some_and(|row| self.delimiters >= Some(row)) {
                return Err(TableError::OpenQuote { line: self.opened });
            }
        }
        Ok(())
    }
}

impl<R: Read> Iterator for Records<R> {
    type Item = Result<RawRow, TableError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let row = self.read().transpose();
        self.ended = !matches!(row, Some(Ok(_)));
        row
    }
}

#[cfg(test)]
mod tests;
