//! A file with a table, as rows of text.

use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom};

use crate::RawRow;
use crate::columns::IDENTIFIES;
use crate::error::TableError;
use crate::limits::HEADING_ROWS;
use crate::text::{self, Encoding, Records, Utf8};
use crate::workbook::{self, Grid, GridRows, Kind, Workbook, sniff};

/// The kind of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text with a delimiter: CSV, TSV and the like.
    Text,
    /// Office Open XML (Excel since 2007).
    Xlsx,
    /// The format of Excel before 2007.
    Xls,
    /// OpenDocument (LibreOffice).
    Ods,
}

trait ReadSeek: Read + Seek {}
impl<T: Read + Seek> ReadSeek for T {}

/// The bytes of a table: a file, or bytes in memory.
pub struct Input(Box<dyn ReadSeek>);

impl Input {
    /// Takes bytes.
    #[must_use]
    pub fn bytes(bytes: Vec<u8>) -> Self {
        Self(Box::new(Cursor::new(bytes)))
    }

    /// Takes a file, which the host has opened. A text file is streamed, whatever its length.
    #[must_use]
    pub fn file(file: File) -> Self {
        Self(Box::new(file))
    }

    /// Returns whether the bytes are an archive or a compound file, as workbooks are. A host reads such a file in a process with
    /// limits on memory and time: other crates decompress and parse it.
    ///
    /// # Errors
    /// Those of the file.
    pub fn is_container(&mut self) -> io::Result<bool> {
        workbook::is_container(self)
    }
}

impl Read for Input {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer)
    }
}

impl Seek for Input {
    fn seek(&mut self, position: SeekFrom) -> io::Result<u64> {
        self.0.seek(position)
    }
}

enum Rows {
    Text(Records<Input>),
    Sheet(GridRows),
}

/// A file with a table, read row by row, whose columns are not known yet. [`crate::Table`] reads lists.
///
/// ```
/// use rastau_tables::{Input, Source};
///
/// let bytes = "sep=;\ncode;name_ru\n5120-1;Повар\n".as_bytes().to_vec();
/// let source = Source::open(Input::bytes(bytes), None, &|_| 0)?;
/// assert_eq!(source.delimiter(), Some(';'));
/// let rows = source.collect::<Result<Vec<_>, _>>()?;
/// assert_eq!((rows[1].line, rows[1].cells[1].as_str()), (3, "Повар"));
/// # Ok::<(), rastau_tables::TableError>(())
/// ```
pub struct Source {
    rows: Rows,
    format: Format,
    encoding: Option<Encoding>,
    delimiter: Option<u8>,
    sheet: Option<String>,
    /// Whether the first line only names the delimiter.
    sep_line: bool,
    skip_first: bool,
}

impl Source {
    /// Opens a table. `sheet` is the name or the number, from 1, of a workbook's sheet. `known` counts the known
    /// headings in a row, which determines the choice of the delimiter and the sheet.
    ///
    /// # Errors
    /// [`TableError`], except those of the columns.
    pub fn open(
        mut input: Input,
        sheet: Option<&str>,
        known: &dyn Fn(&[String]) -> usize,
    ) -> Result<Self, TableError> {
        match sniff(&mut input)? {
            Kind::Text => Self::open_text(input, known),
            Kind::Workbook(format) => Self::open_workbook(input, format, sheet, known),
        }
    }

    fn open_text(mut input: Input, known: &dyn Fn(&[String]) -> usize) -> Result<Self, TableError> {
        let detected = text::detect(&mut input)?;
        // Another encoding is chosen only if more headings are known in it than in the one that was detected.
        let mut best: Option<(usize, Encoding, u8, bool)> = None;
        for encoding in std::iter::once(detected).chain(detected.others()) {
            input.seek(SeekFrom::Start(0))?;
            let mut utf8 = Utf8::new(&mut input, encoding);
            let sample = utf8.peek()?.to_vec();
            let (chosen, headings) = text::choose(&sample, utf8.is_ended(), known);
            let named = text::sep_line(&sample);
            if best.is_none_or(|(most, ..)| headings > most) {
                best = Some((headings, encoding, named.unwrap_or(chosen), named.is_some()));
            }
        }
        let (_, encoding, delimiter, named) = best.unwrap_or((0, detected, b';', false));
        input.seek(SeekFrom::Start(0))?;
        let utf8 = Utf8::new(input, encoding);
        let source = Self {
            rows: Rows::Text(Records::new(utf8, delimiter)),
            format: Format::Text,
            encoding: Some(encoding),
            delimiter: Some(delimiter),
            sheet: None,
            sep_line: named,
            skip_first: named,
        };
        Ok(source)
    }

    fn open_workbook(
        input: Input,
        format: workbook::Format,
        wanted: Option<&str>,
        known: &dyn Fn(&[String]) -> usize,
    ) -> Result<Self, TableError> {
        let mut workbook = Workbook::open(input, format)?;
        let sheets = workbook.sheets();
        let (name, grid) = match wanted {
            Some(wanted) => {
                let by_name = sheets.iter().find(|sheet| sheet.name.trim() == wanted.trim());
                let number = || wanted.trim().parse::<usize>().ok()?.checked_sub(1);
                let sheet = by_name.or_else(|| sheets.get(number()?));
                let no_sheet = || TableError::NoSheet {
                    name: wanted.to_owned(),
                    sheets: sheets.iter().map(|sheet| sheet.name.clone()).collect(),
                };
                let name = sheet.ok_or_else(no_sheet)?.name.clone();
                let grid = workbook.sheet(&name)?;
                (name, grid)
            }
            None => choose_sheet(&mut workbook, &sheets, known)?,
        };
        let format = match format {
            workbook::Format::Xlsx => Format::Xlsx,
            workbook::Format::Xls => Format::Xls,
            workbook::Format::Ods => Format::Ods,
        };
        let rows = Rows::Sheet(grid.into_rows());
        Ok(Self {
            rows,
            format,
            encoding: None,
            delimiter: None,
            sheet: Some(name),
            sep_line: false,
            skip_first: false,
        })
    }

    /// The kind of the file.
    #[must_use]
    pub const fn format(&self) -> Format {
        self.format
    }

    /// The encoding of a text file.
    #[must_use]
    pub const fn encoding(&self) -> Option<Encoding> {
        self.encoding
    }

    /// The delimiter of a text file.
    #[must_use]
    pub fn delimiter(&self) -> Option<char> {
        self.delimiter.map(char::from)
    }

    /// The name of a workbook's sheet.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        self.sheet.as_deref()
    }

    /// Starts again below the heading. The number of columns is then known, so a quotation mark that is closed in
    /// another row is detected.
    ///
    /// # Errors
    /// The error of the file.
    pub fn below(self, heading: &RawRow) -> Result<Self, TableError> {
        let mut source = self.restart(heading.len())?;
        for row in source.by_ref() {
            if row?.line == heading.line {
                break;
            }
        }
        Ok(source)
    }

    fn restart(self, columns: usize) -> Result<Self, TableError> {
        let Self { rows, encoding, delimiter, sep_line, .. } = self;
        let rows = match (rows, encoding, delimiter) {
            (Rows::Text(records), Some(encoding), Some(delimiter)) => {
                let mut input = records.into_input();
                input.seek(SeekFrom::Start(0))?;
                let mut records = Records::new(Utf8::new(input, encoding), delimiter);
                records.columns = Some(columns);
                Rows::Text(records)
            }
            (Rows::Sheet(rows), ..) => Rows::Sheet(rows.restart()),
            (rows, ..) => rows,
        };
        Ok(Self {
            rows,
            skip_first: sep_line,
            encoding,
            delimiter,
            sep_line,
            format: self.format,
            sheet: self.sheet,
        })
    }
}

/// Chooses the one visible sheet that has a heading, with a column of documents if there is one; without one, the first that has
/// contents.
fn choose_sheet(
    workbook: &mut Workbook,
    sheets: &[workbook::Sheet],
    known: &dyn Fn(&[String]) -> usize,
) -> Result<(String, Grid), TableError> {
    let mut lists = Vec::new();
    let mut chosen: Option<(bool, String, Grid)> = None;
    let mut other = None;
    for sheet in sheets.iter().filter(|sheet| sheet.visible) {
        let grid = workbook.sheet(&sheet.name)?;
        let head = grid.first(HEADING_ROWS);
        let headings = head.iter().map(|row| known(&row.cells)).max().unwrap_or_default();
        if headings > 0 {
            let documents = headings >= IDENTIFIES;
            lists.push((documents, sheet.name.clone()));
            if chosen.as_ref().is_none_or(|(known, ..)| documents && !known) {
                chosen = Some((documents, sheet.name.clone(), grid));
            }
        } else if other.is_none() && !head.is_empty() {
            other = Some((sheet.name.clone(), grid));
        }
    }
    let Some((documents, name, grid)) = chosen else { return Ok(other.unwrap_or_default()) };
    lists.retain(|(own, _)| *own == documents);
    if lists.len() > 1 {
        return Err(TableError::SeveralSheets { sheets: lists.into_iter().map(|(_, name)| name).collect() });
    }
    Ok((name, grid))
}

impl Iterator for Source {
    type Item = Result<RawRow, TableError>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut next = || match &mut self.rows {
            Rows::Text(records) => records.next(),
            Rows::Sheet(rows) => rows.next().map(Ok),
        };
        if std::mem::take(&mut self.skip_first) {
            next();
        }
        next()
    }
}
