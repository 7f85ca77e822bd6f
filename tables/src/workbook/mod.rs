//! Workbooks: XLSX, XLS and ODS, read by `calamine` after their sizes were checked.

mod archive;
mod grid;
mod ods;
mod sniff;
mod xls;

use std::io::{Seek, SeekFrom};

use calamine::{Data, DataRef, ExcelDateTime, Ods, Range, Reader, SheetType, SheetVisible, Xls, Xlsx};

use crate::Input;
use crate::error::{Limit, TableError};
use crate::limits::MAX_SHEET_ROWS;

pub(crate) use grid::{Grid, GridRows};
pub(crate) use sniff::{Kind, is_container, sniff};

/// The kind of a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Xlsx,
    Xls,
    Ods,
}

/// A workbook whose sizes are within the limits.
pub(crate) enum Workbook {
    Xlsx(Xlsx<Input>),
    Xls(Xls<Input>),
    Ods(Ods<Input>),
}

/// A worksheet.
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) visible: bool,
}

fn damaged(error: impl std::fmt::Display) -> TableError {
    TableError::Workbook(error.to_string())
}

impl Workbook {
    /// Opens a workbook.
    ///
    /// # Errors
    /// [`TableError::Limit`], before anything is held that exceeds a limit; [`TableError::Workbook`].
    pub(crate) fn open(mut input: Input, format: Format) -> Result<Self, TableError> {
        match format {
            Format::Xlsx => archive::check(&mut input, |name| name.starts_with("xl/worksheets/"))?,
            Format::Xls => input = xls::check(input)?,
            Format::Ods => {
                archive::check(&mut input, |name| name == "content.xml")?;
                ods::check(&mut input)?;
            }
        }
        input.seek(SeekFrom::Start(0))?;
        match format {
            Format::Xlsx => Xlsx::new(input).map(Self::Xlsx).map_err(damaged),
            Format::Xls => Xls::new(input).map(Self::Xls).map_err(damaged),
            Format::Ods => Ods::new(input).map(Self::Ods).map_err(damaged),
        }
    }

    /// Returns the worksheets in their order.
    pub(crate) fn sheets(&self) -> Vec<Sheet> {
        let metadata = match self {
            Self::Xlsx(workbook) => workbook.sheets_metadata(),
            Self::Xls(workbook) => workbook.sheets_metadata(),
            Self::Ods(workbook) => workbook.sheets_metadata(),
        };
        let sheets = metadata.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        sheets
            .map(|sheet| Sheet { name: sheet.name.clone(), visible: sheet.visible == SheetVisible::Visible })
            .collect()
    }

    /// Reads a sheet.
    ///
    /// # Errors
    /// [`TableError::Limit`] or [`TableError::Workbook`].
    pub(crate) fn sheet(&mut self, name: &str) -> Result<Grid, TableError> {
        match self {
            Self::Xlsx(workbook) => cells(workbook, name),
            Self::Xls(workbook) => range(&workbook.worksheet_range(name).map_err(damaged)?),
            Self::Ods(workbook) => range(&workbook.worksheet_range(name).map_err(damaged)?),
        }
    }
}

fn cells(workbook: &mut Xlsx<Input>, name: &str) -> Result<Grid, TableError> {
    let mut grid = Grid::default();
    let mut reader = workbook.worksheet_cells_reader(name).map_err(damaged)?;
    while let Some(cell) = reader.next_cell().map_err(damaged)? {
        let (row, column) = cell.get_position();
        if row >= MAX_SHEET_ROWS {
            return Err(TableError::Limit(Limit::Cells));
        }
        match cell.get_value() {
            DataRef::SharedString(text) => grid.set(row, column, text)?,
            value => grid.set(row, column, &text(&Data::from(value.clone())))?,
        }
    }
    Ok(grid)
}

fn range(range: &Range<Data>) -> Result<Grid, TableError> {
    let mut grid = Grid::default();
    let Some((top, left)) = range.start() else { return Ok(grid) };
    for (row, cells) in (top..).zip(range.rows()) {
        for (column, value) in (left..).zip(cells).filter(|(_, value)| **value != Data::Empty) {
            grid.set(row, column, &text(value))?;
        }
    }
    Ok(grid)
}

/// Returns the text of a cell: a date as YYYY-MM-DD, a number with all its digits and without an exponent.
fn text(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        // Display never writes an exponent, and no `.0`.
        Data::Float(number) => number.to_string(),
        Data::Bool(value) => value.to_string(),
        Data::DateTime(moment) => date(*moment),
        Data::DateTimeIso(moment) => moment.split('T').next().unwrap_or_default().to_owned(),
        Data::DurationIso(duration) => duration.clone(),
        Data::Error(error) => error.to_string(),
    }
}

/// A date cell; of a time or a duration, the number.
fn date(moment: ExcelDateTime) -> String {
    if !moment.is_datetime() || moment.as_f64() < 1.0 {
        return moment.as_f64().to_string();
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests;
