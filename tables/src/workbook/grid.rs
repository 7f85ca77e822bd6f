//! The cells of a sheet, stored as one text with positions.

use crate::RawRow;
use crate::error::{Limit, TableError};
use crate::limits::{MAX_CELLS, MAX_COLUMNS, MAX_TEXT_BYTES};

/// The cells of a sheet. A cell takes four bytes and its text.
#[derive(Default)]
pub(crate) struct Grid {
    text: String,
    /// The end of each cell's text.
    ends: Vec<u32>,
    /// Each row that has cells: its index in the sheet, and the number of cells before it.
    rows: Vec<(u32, usize)>,
}

impl Grid {
    /// Sets a cell. Rows, and the cells of a row, must come in ascending order.
    ///
    /// # Errors
    /// [`TableError::Limit`], or [`TableError::Workbook`] for another order.
    pub(crate) fn set(&mut self, row: u32, column: u32, text: &str) -> Result<(), TableError> {
        let out_of_order = || TableError::Workbook(String::from("its cells are not in order"));
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        let first = match self.rows.last() {
            Some((last, first)) if *last == row => *first,
            Some((last, _)) if *last > row => return Err(out_of_order()),
            _ => {
                self.rows.push((row, self.ends.len()));
                self.ends.len()
            }
        };
        let skipped = first.saturating_add(column).checked_sub(self.ends.len()).ok_or_else(out_of_order)?;
        let cells = self.ends.len().saturating_add(skipped);
        if column >= MAX_COLUMNS || cells >= MAX_CELLS {
            return Err(TableError::Limit(Limit::Cells));
        }
        let end = self.text.len().saturating_add(text.len());
        let too_long = || TableError::Limit(Limit::Text);
        let end = u32::try_from(end).ok().filter(|_| end <= MAX_TEXT_BYTES).ok_or_else(too_long)?;
        let before = self.ends.last().copied().unwrap_or_default();
        self.ends.resize(cells, before);
        self.text.push_str(text);
        self.ends.push(end);
        Ok(())
    }

    fn row(&self, at: usize) -> Option<RawRow> {
        let (row, first) = *self.rows.get(at)?;
        let next =
            at.checked_add(1).and_then(|at| self.rows.get(at)).map_or(self.ends.len(), |(_, first)| *first);
        let mut start =
            first.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        let cells = self.ends.get(first..next)?.iter().map(|end| {
            let cell = self.text.get(start as usize..*end as usize).unwrap_or_default();
            start = *end;
            cell.to_owned()
        });
        let cells = cells.collect();
        Some(RawRow { line: u64::from(row).saturating_add(1), cells })
    }

    /// Returns the rows that have cells.
    pub(crate) const fn into_rows(self) -> GridRows {
        GridRows { grid: self, next: 0 }
    }

    /// Returns the first rows.
    pub(crate) fn first(&self, rows: usize) -> Vec<RawRow> {
        (0..rows).map_while(|at| self.row(at)).collect()
    }
}

/// Iterates over the rows that have cells.
pub(crate) struct GridRows {
    grid: Grid,
    next: usize,
}

impl GridRows {
    /// Returns to the first row.
    pub(crate) fn restart(self) -> Self {
        self.grid.into_rows()
    }
}

impl Iterator for GridRows {
    type Item = RawRow;

    fn next(&mut self) -> Option<RawRow> {
        let row = self.grid.row(self.next)?;
        self.next = self.next.saturating_add(1);
        Some(row)
    }
}
