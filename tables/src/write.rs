//! Reports that spreadsheets open: CSV and XLSX.
//!
//! No cell becomes a formula. In XLSX each cell is a text; in CSV an apostrophe is put before a text that spreadsheets would
//! evaluate.

use std::io::{self, Write};

use rastau_core::calendar::Timestamp;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

/// The maximum number of rows of a sheet, the heading included.
const SHEET_ROWS: u32 = crate::limits::MAX_SHEET_ROWS;
/// The maximum number of characters in a cell of XLSX; longer texts are cut.
const CELL_CHARACTERS: usize = 32_767;

/// Writes a table row by row as CSV in UTF-8 with a byte order mark and semicolons, which spreadsheets with Kazakh or Russian
/// settings open without questions.
///
/// # Examples
/// ```
/// let mut report = rastau_tables::write::Csv::new(Vec::new(), &["line", "name"])?;
/// report.row(vec!["1".to_owned(), "=1+1".to_owned()])?;
/// let report = report.finish()?;
/// assert_eq!(String::from_utf8_lossy(&report), "\u{feff}\"line\";\"name\"\n\"1\";\"'=1+1\"\n");
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Csv<W: Write>(csv::Writer<W>);

impl<W: Write> Csv<W> {
    /// Writes the heading.
    ///
    /// # Errors
    /// The errors of `out`.
    pub fn new(mut out: W, heading: &[&str]) -> io::Result<Self> {
        out.write_all("\u{feff}".as_bytes())?;
        // A quoted cell ends at its quotation mark, whatever it contains.
        let mut writer =
            csv::WriterBuilder::new().delimiter(b';').quote_style(csv::QuoteStyle::Always).from_writer(out);
        writer.write_record(heading)?;
        Ok(Self(writer))
    }

    /// Writes a row.
    ///
    /// # Errors
    /// The errors of the output.
    pub fn row(&mut self, cells: Vec<String>) -> io::Result<()> {
        Ok(self.0.write_record(cells.into_iter().map(not_a_formula))?)
    }

    /// Flushes the buffer. Returns the output.
    ///
    /// # Errors
    /// The errors of the output.
    pub fn finish(self) -> io::Result<W> {
        self.0.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}

fn not_a_formula(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{text}") } else { text }
}

/// A workbook's own properties and its last sheet, the same for every way of writing it.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// When the report was made. The workbook states it as the time of its creation, so that the same report has the same bytes.
    pub created: Timestamp,
    /// Title of the last sheet.
    pub title: &'a str,
    /// The rows of the last sheet: label and value. Without rows there is no such sheet.
    pub rows: &'a [(&'a str, String)],
}

/// Returns a table as an XLSX workbook. Rows beyond 1,048,576 continue on further sheets, each with the heading.
///
/// # Errors
/// The error of the writer.
///
/// # Examples
/// ```
/// use rastau_core::Timestamp;
/// use rastau_tables::write::{self, About};
/// use rastau_tables::{Input, Source};
///
/// let about = About { created: Timestamp(1_772_000_000), title: "About", rows: &[("Program", "Rastau".to_owned())] };
/// let report = write::xlsx("Report", &["line", "name"], [vec!["1".to_owned(), "=1+1".to_owned()]], &about)?;
/// let rows = Source::open(Input::bytes(report), None, &|_| 0)?.collect::<Result<Vec<_>, _>>()?;
/// assert_eq!(rows[1].cells, ["1", "=1+1"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn xlsx(
    title: &str,
    heading: &[&str],
    rows: impl IntoIterator<Item = Vec<String>>,
    about: &About<'_>,
) -> Result<Vec<u8>, XlsxError> {
    sheets(title, heading, rows, about, SHEET_ROWS)
}

fn sheets(
    title: &str,
    heading: &[&str],
    rows: impl IntoIterator<Item = Vec<String>>,
    about: &About<'_>,
    sheet_rows: u32,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The default is the time of the computer, and then no two workbooks are the same.
    let created = ExcelDateTime::from_timestamp(i64::try_from(about.created.0).unwrap_or(i64::MAX))?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let bold = Format::new().set_bold();
    let mut rows = rows.into_iter().peekable();
    let mut number = 1u32;
    loop {
        let sheet = workbook.add_worksheet();
        let name = if number == 1 { title.to_owned() } else { format!("{title} {number}") };
        sheet.set_name(name)?;
        for (column, text) in (0u16..).zip(heading) {
            sheet.write_string_with_format(0, column, *text, &bold)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        for (row, cells) in (1..sheet_rows).zip(rows.by_ref()) {
            for (column, text) in (0u16..).zip(cells) {
                sheet.write_string(row, column, cut(text))?;
            }
        }
        number = number.saturating_add(1);
        if rows.peek().is_none() {
            break;
        }
    }
    if !about.rows.is_empty() {
        let sheet = workbook.add_worksheet();
        sheet.set_name(about.title)?;
        for (row, (label, value)) in (0u32..).zip(about.rows) {
            sheet.write_string_with_format(row, 0, *label, &bold)?;
            sheet.write_string(row, 1, cut(value.clone()))?;
        }
    }
    workbook.save_to_buffer()
}

/// Cuts a text that is longer than a cell can be.
fn cut(text: String) -> String {
    if text.chars().count() > CELL_CHARACTERS { text.chars().take(CELL_CHARACTERS).collect() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Input, Source};

    const ABOUT: About<'static> = About { created: Timestamp(1_772_000_000), title: "About", rows: &[] };

    fn row(number: u32) -> Vec<String> {
        vec![number.to_string(), format!("={number}")]
    }

    #[test]
    fn a_text_is_never_a_formula() {
        let texts = ["=1", "+1", "-1", "@a", "\t=1", "\r=1", "a=1"];
        let mut report = Csv::new(Vec::new(), &["a"]).unwrap();
        texts.iter().for_each(|text| report.row(vec![(*text).to_owned()]).unwrap());
        let report = String::from_utf8(report.finish().unwrap()).unwrap();
        let cells: Vec<_> = csv::ReaderBuilder::new()
            .delimiter(b';')
            .from_reader(report.as_bytes())
            .records()
            .map(|record| record.unwrap()[0].to_owned())
            .collect();
        assert!(cells[..6].iter().all(|cell| cell.starts_with('\'')) && cells[6] == "a=1", "{cells:?}");
    }

    #[test]
    fn rows_beyond_a_sheet_continue_on_the_next() {
        let report = sheets("R", &["n", "x"], (1..=5).map(row), &ABOUT, 3).unwrap();
        for (sheet, expected) in [("R", ["n", "1", "2"]), ("R 2", ["n", "3", "4"])] {
            let source = Source::open(Input::bytes(report.clone()), Some(sheet), &|_| 0).unwrap();
            let found: Vec<_> = source.map(|row| row.unwrap().cells[0].clone()).collect();
            assert_eq!(found, expected);
        }
        let last = Source::open(Input::bytes(report.clone()), Some("3"), &|_| 0).unwrap();
        assert_eq!(last.map(|row| row.unwrap().cells[1].clone()).collect::<Vec<_>>(), ["x", "=5"]);
        assert!(Source::open(Input::bytes(report), Some("4"), &|_| 0).is_err());
        // A full sheet is not followed by an empty one.
        let report = sheets("R", &["n", "x"], (1..=2).map(row), &ABOUT, 3).unwrap();
        assert!(Source::open(Input::bytes(report), Some("2"), &|_| 0).is_err());
    }

    #[test]
    fn long_texts_are_cut() {
        assert!(xlsx("R", &["a"], [vec!["Ү".repeat(CELL_CHARACTERS + 1)]], &ABOUT).is_ok());
    }

    /// A workbook states the given time of creation and no other, and its last sheet says what it is about.
    #[test]
    fn a_workbook_states_the_given_time() {
        let rows = [("=Program", "=Rastau".to_owned())];
        let about = |created| About { created: Timestamp(created), title: "About", rows: &rows };
        let report = |created| xlsx("R", &["a"], [vec!["1".to_owned()]], &about(created)).unwrap();
        assert_eq!(report(1_772_000_000), report(1_772_000_000));
        assert_ne!(report(1_772_000_000), report(1_772_000_001));
        assert_ne!(report(1_772_000_000), report(0), "1970");
        let source = Source::open(Input::bytes(report(1_772_000_000)), Some("About"), &|_| 0).unwrap();
        let cells: Vec<_> = source.map(|row| row.unwrap().cells).collect();
        assert_eq!(cells, [["=Program", "=Rastau"]]);
    }
}
