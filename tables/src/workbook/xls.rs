//! The number of cells of an XLS workbook ([MS-XLS] 2.1.4: records of a type, a length and contents).

use std::io::{Cursor, Read, Seek, SeekFrom, Write};

use super::damaged;
use crate::Input;
use crate::error::{Limit, TableError};
use crate::limits::{MAX_RECTANGLE, MAX_XLS_BYTES};

/// The start of a sheet ([MS-XLS] 2.4.21).
const BOF: u16 = 0x0809;
/// The records of cells, which start with a row and a column; of several cells in a row, with the first column.
const CELLS: [u16; 9] = [0x0006, 0x0203, 0x0204, 0x0205, 0x027E, 0x00FD, 0x00D6, 0x0201, 0x0001];
/// Several numbers, or blank cells, in a row ([MS-XLS] 2.4.175, 2.4.174); the last two bytes are the last column.
const SEVERAL: [u16; 2] = [0x00BD, 0x00BE];

/// The dimensions that a sheet states.
const DIMENSIONS: u16 = 0x0200;
/// The length of dimensions with rows of 32 bits. Some programs write two bytes more.
const LONG_DIMENSIONS: usize = 14;

/// The smallest rectangle around the cells of a sheet: first and last row, first and last column.
type Rectangle = (u64, u64, u64, u64);

const fn size((top, bottom, left, right): Rectangle) -> u64 {
    let rows = bottom.saturating_sub(top).saturating_add(1);
    rows.saturating_mul(right.saturating_sub(left).saturating_add(1))
}

/// Checks the size of the file, and of the rectangles around the cells of its sheets: a cell in the last row and column
/// makes the reader allocate all others. So do the dimensions that a sheet states, which need not be those of its cells: large
/// ones are replaced in a copy.
///
/// # Errors
/// [`TableError::Limit`] or [`TableError::Workbook`].
pub(super) fn check(mut input: Input) -> Result<Input, TableError> {
    if input.seek(SeekFrom::End(0))? > MAX_XLS_BYTES {
        return Err(TableError::Limit(Limit::File));
    }
    input.seek(SeekFrom::Start(0))?;
    let mut file = cfb::CompoundFile::open(&mut input).map_err(damaged)?;
    let name = if file.is_stream("/Workbook") { "/Workbook" } else { "/Book" };
    let stream = file.open_stream(name).map_err(damaged)?;
    let mut records = Vec::new();
    stream.take(MAX_XLS_BYTES).read_to_end(&mut records).map_err(damaged)?;
    if cells(&records) > MAX_RECTANGLE {
        return Err(TableError::Limit(Limit::Cells));
    }
    let large = large_dimensions(&records);
    if large.is_empty() {
        return Ok(input);
    }
    drop(records);
    let mut copy = Vec::new();
    input.seek(SeekFrom::Start(0))?;
    input.read_to_end(&mut copy)?;
    let mut file = cfb::CompoundFile::open(Cursor::new(copy)).map_err(damaged)?;
    let mut stream = file.open_stream(name).map_err(damaged)?;
    for (place, length) in large {
        stream.seek(SeekFrom::Start(place))?;
        stream.write_all(&vec![0; length]).map_err(damaged)?;
    }
    stream.flush().map_err(damaged)?;
    drop(stream);
    Ok(Input::bytes(file.into_inner().into_inner()))
}

/// Returns place and length of the contents of the records that state dimensions with more cells than are read.
fn large_dimensions(records: &[u8]) -> Vec<(u64, usize)> {
    let dimensions = Records::new(records).filter(|record| record.kind == DIMENSIONS);
    let large = dimensions.filter(|record| stated(record.contents).is_none_or(|cells| cells > MAX_RECTANGLE));
    large.map(|record| (record.place, record.contents.len())).collect()
}

/// Returns the number of cells within stated dimensions ([MS-XLS] 2.4.90; before Excel 97 with rows of 16 bits).
fn stated(contents: &[u8]) -> Option<u64> {
    let mut words = contents
        .chunks_exact(2)
        .map(|bytes| bytes.iter().rev().fold(0u64, |word, byte| word << 8 | u64::from(*byte)));
    let mut word = || words.next();
    let (top, bottom) = if contents.len() < LONG_DIMENSIONS {
        (word()?, word()?)
    } else {
        let (top, high) = (word()?, word()? << 16);
        let top = top | high;
        (top, word()? | word()? << 16)
    };
    // Each from the first to the one after the last.
    let (left, right) = (word()?, word()?);
    Some(bottom.checked_sub(top)?.saturating_mul(right.checked_sub(left)?))
}

/// A record of a stream.
struct Record<'a> {
    kind: u16,
    /// The place of its contents.
    place: u64,
    contents: &'a [u8],
}

/// The records of a stream, up to the first that is not complete.
struct Records<'a> {
    rest: &'a [u8],
    place: u64,
}

impl<'a> Records<'a> {
    const fn new(rest: &'a [u8]) -> Self {
        Self { rest, place: 0 }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let ([t0, t1, l0, l1], rest) = self.rest.split_first_chunk::<4>()?;
        let (kind, length) = (u16::from_le_bytes([*t0, *t1]), u16::from_le_bytes([*l0, *l1]));
        let (contents, rest) = rest.split_at_checked(usize::from(length))?;
        let place = self.place.saturating_add(4);
        self.place = place.saturating_add(u64::from(length));
        self.rest = rest;
        Some(Record { kind, place, contents })
    }
}

fn cells(records: &[u8]) -> u64 {
    let mut total = 0u64;
    let mut sheet: Option<Rectangle> = None;
    for Record { kind, contents, .. } in Records::new(records) {
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
    fn dimensions_that_no_sheet_may_have_are_found() {
        let large = |contents: &[u16]| {
            let records = [record(BOF, &[0; 8]), record(DIMENSIONS, contents)].concat();
            large_dimensions(&records)
        };
        let whole = [0, 0, 0, 1, 0, 256, 0];
        for (contents, expected) in [
            (&[0, 0, 9, 0, 0, 9, 0][..], &[][..]),
            (&[0, 9, 0, 9, 0], &[]),
            // All cells of a sheet, as some programs state.
            (&whole, &[(24, 14)]),
            (&[0, 0xffff, 0, 256, 0], &[(24, 10)]),
            (&[9, 0, 0, 0, 0, 9, 0], &[(24, 14)]),
            (&[0, 0, 9, 0, 9, 0, 0], &[(24, 14)]),
            (&[0, 0, 0xffff, 0xffff, 0, 1, 0], &[(24, 14)]),
            (&[0], &[(24, 2)]),
        ] {
            assert_eq!(large(contents), expected, "{contents:?}");
        }
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
