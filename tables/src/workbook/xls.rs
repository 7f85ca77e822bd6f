//! The number of cells of an XLS workbook ([MS-XLS] 2.1.4: records of a type, a length and contents).

use std::io::{Read, Seek, SeekFrom};

use super::damaged;
use crate::error::{Limit, TableError};
use crate::limits::{MAX_RECTANGLE, MAX_XLS_BYTES};

/// The start of a sheet ([MS-XLS] 2.4.21).
const BOF: u16 = 0x0809;
/// The records of cells, which start with a row and a column; of several cells in a row, with the first column.
const CELLS: [u16; 9] = [0x0006, 0x0203, 0x0204, 0x0205, 0x027E, 0x00FD, 0x00D6, 0x0201, 0x0001];
/// Several numbers, or blank cells, in a row ([MS-XLS] 2.4.175, 2.4.174); the last two bytes are the last column.
const SEVERAL: [u16; 2] = [0x00BD, 0x00BE];

/// The smallest rectangle around the cells of a sheet: first and last row, first and last column.
type Rectangle = (u64, u64, u64, u64);

const fn size((top, bottom, left, right): Rectangle) -> u64 {
    let rows = bottom.saturating_sub(top).saturating_add(1);
    rows.saturating_mul(right.saturating_sub(left).saturating_add(1))
}

/// Checks the size of the file, and of the rectangles around the cells of its sheets: a cell in the last row and column
/// makes the reader allocate all others.
///
/// # Errors
/// [`TableError::Limit`] or [`TableError::Workbook`].
pub(super) fn check(input: &mut (impl Read + Seek)) -> Result<(), TableError> {
    if input.seek(SeekFrom::End(0))? > MAX_XLS_BYTES {
        return Err(TableError::Limit(Limit::File));
    }
    input.seek(SeekFrom::Start(0))?;
    let mut file = cfb::CompoundFile::open(input).map_err(damaged)?;
    let name = if file.is_stream("/Workbook") { "/Workbook" } else { "/Book" };
    let stream = file.open_stream(name).map_err(damaged)?;
    let mut records = Vec::new();
    stream.take(MAX_XLS_BYTES).read_to_end(&mut records).map_err(damaged)?;
    if cells(&records) > MAX_RECTANGLE { Err(TableError::Limit(Limit::Cells)) } else { Ok(()) }
}

fn cells(mut records: &[u8]) -> u64 {
    let mut total = 0u64;
    let mut sheet: Option<Rectangle> = None;
    while let Some(([t0, t1, l0, l1], rest)) = records.split_first_chunk::<4>() {
        let (kind, length) = (u16::from_le_bytes([*t0, *t1]), u16::from_le_bytes([*l0, *l1]));
        let Some((contents, rest)) = rest.split_at_checked(usize::from(length)) else { break };
        records = rest;
        if kind == BOF {
            total = total.saturating_add(sheet.take().map_or(0, size));
        }
        let several = SEVERAL.contains(&kind);
        if let Some(([r0, r1, c0, c1], _)) = contents.split_first_chunk::<4>()
            && (several || CELLS.contains(&kind))
        {
            let (row, first) = (u16::from_le_bytes([*r0, *r1]).into(), u16::from_le_bytes([*c0, *c1]).into());
            let last = contents.last_chunk::<2>().filter(|_| several);
            let last = last.map_or(first, |last| u64::from(u16::from_le_bytes(*last)));
            let (top, bottom, left, right) = sheet.unwrap_or((row, row, first, last));
            sheet = Some((top.min(row), bottom.max(row), left.min(first), right.max(last)));
        }
    }
    total.saturating_add(sheet.map_or(0, size))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, contents: &[u16]) -> Vec<u8> {
        let length = u16::try_from(contents.len() * 2).unwrap();
        [&[kind, length], contents].concat().iter().flat_map(|word| word.to_le_bytes()).collect()
    }

    #[test]
    fn counts_the_rectangles_around_the_cells_of_each_sheet() {
        let sheet = |cells: &[Vec<u8>]| [record(BOF, &[0x600, 0x10]), cells.concat()].concat();
        let one = sheet(&[record(0x0203, &[2, 1, 0]), record(0x00FD, &[4, 3, 0, 0])]);
        let far = sheet(&[record(0x0203, &[0, 0, 0]), record(0x00BD, &[65535, 2, 0, 0, 0, 255])]);
        assert_eq!(cells(&one), 9);
        assert_eq!(cells(&far), 65536 * 256);
        assert_eq!(cells(&[one.clone(), far, one].concat()), 65536 * 256 + 18);
        assert_eq!(cells(&[1, 2, 3]), 0);
    }
}
