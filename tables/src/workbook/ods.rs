//! The number of cells of an ODS workbook. A cell or row may state that it is repeated, so a small file can have billions.

use std::io::{BufReader, Read, Seek, SeekFrom};

use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::damaged;
use crate::error::{Limit, TableError};
use crate::limits::{MAX_RECTANGLE, MAX_TEXT_BYTES};

/// The counts for the current table.
#[derive(Default)]
struct Count {
    /// Cells of the tables before.
    cells: u64,
    /// Bytes of text, counted once for each repetition.
    text: u64,
    rows: u64,
    width: u64,
    /// Rows without contents since the last row with some.
    blank_rows: u64,
    row_repeat: u64,
    column: u64,
    /// The columns up to the last cell with contents.
    row_width: u64,
    cell_repeat: u64,
}

impl Count {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), TableError> {
        match element.local_name().as_ref() {
            "table-row" => {
                self.row_repeat = repeat(element, "number-rows-repeated");
                (self.column, self.row_width) = (0, 0);
            }
            "table-cell" | "covered-table-cell" => {
                self.cell_repeat = repeat(element, "number-columns-repeated");
                self.column = self.column.saturating_add(self.cell_repeat);
                let attribute = |name| {
                    element
                        .attributes()
                        .flatten()
                        .find(|attribute| attribute.key.local_name().as_ref() == name)
                };
                if attribute("value-type").is_some() {
                    self.contents(attribute("string-value").map_or(0, |text| text.value.len()))?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn contents(&mut self, length: usize) -> Result<(), TableError> {
        self.row_width = self.column;
        let times = self.row_repeat.saturating_mul(self.cell_repeat);
        self.text = self.text.saturating_add(times.saturating_mul(length as u64));
        if self.text > MAX_TEXT_BYTES as u64 { Err(TableError::Limit(Limit::Text)) } else { Ok(()) }
    }

    fn end(&mut self, name: &str) -> Result<(), TableError> {
        match name {
            "table-row" if self.row_width > 0 => {
                self.rows = self.rows.saturating_add(self.blank_rows).saturating_add(self.row_repeat);
                self.blank_rows = 0;
                self.width = self.width.max(self.row_width);
            }
            "table-row" => self.blank_rows = self.blank_rows.saturating_add(self.row_repeat),
            "table" => {
                self.cells = self.total();
                (self.rows, self.width, self.blank_rows) = (0, 0, 0);
            }
            _ => {}
        }
        if self.total() > MAX_RECTANGLE { Err(TableError::Limit(Limit::Cells)) } else { Ok(()) }
    }

    const fn total(&self) -> u64 {
        self.cells.saturating_add(self.rows.saturating_mul(self.width))
    }
}

fn repeat(element: &BytesStart<'_>, name: &str) -> u64 {
    let attribute =
        element.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name);
    let value = attribute.and_then(|attribute| attribute.value.trim().parse().ok());
    value.unwrap_or(1)
}

/// Checks the number of cells and the length of their texts.
///
/// # Errors
/// [`TableError::Limit`] or [`TableError::Workbook`].
pub(super) fn check(input: &mut (impl Read + Seek)) -> Result<(), TableError> {
    input.seek(SeekFrom::Start(0))?;
    let mut archive = ZipArchive::new(input).map_err(damaged)?;
    let content = archive.by_name("content.xml").map_err(damaged)?;
    let mut reader = quick_xml::Reader::from_reader(BufReader::new(content));
    let mut buffer = Vec::new();
    let mut count = Count::default();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(element) => count.start(&element)?,
            Event::Empty(element) => {
                count.start(&element)?;
                count.end(element.local_name().as_ref())?;
            }
            Event::Text(text) if !text.trim().is_empty() => count.contents(text.len())?,
            Event::CData(text) => count.contents(text.len())?,
            Event::End(element) => count.end(element.local_name().as_ref())?,
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}
