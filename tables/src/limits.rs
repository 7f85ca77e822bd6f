//! The limits of what is read. A table beyond one of them is refused with an error that names the limit.

/// The maximum length of a row of a text table, in bytes of UTF-8. It also bounds an unclosed quotation mark.
pub const MAX_ROW_BYTES: usize = 1 << 20;
/// The maximum number of columns, as in XLSX.
pub const MAX_COLUMNS: usize = 16_384;
/// The maximum number of rows of a workbook's sheet, as in XLSX. Text tables have no limit.
pub const MAX_SHEET_ROWS: u32 = 1_048_576;
/// The maximum number of files in a workbook's archive.
pub const MAX_PARTS: usize = 10_000;
/// The maximum size of a sheet of an XLSX workbook after decompression. It is streamed, so it is not held in memory.
pub const MAX_SHEET_BYTES: u64 = 1 << 30;
/// The maximum total size of the other parts of a workbook after decompression; the texts among them are held in
/// memory.
pub const MAX_PARTS_BYTES: u64 = 128 << 20;
/// The maximum number of cells of an XLSX sheet, including the empty ones to the left of others. They are held in
/// memory.
pub const MAX_CELLS: usize = 16_000_000;
/// The maximum total number of cells of the smallest rectangles around the contents of an XLS or ODS workbook's
/// sheets. They are held in memory, including empty ones.
pub const MAX_RECTANGLE: u64 = 3_000_000;
/// The maximum length of the texts of a sheet's cells, in bytes.
pub const MAX_TEXT_BYTES: usize = 256 << 20;
/// The maximum size of an XLS file, which is read into memory.
pub const MAX_XLS_BYTES: u64 = 128 << 20;
/// The number of rows among which the heading is looked for.
pub const HEADING_ROWS: usize = 50;
/// The number of rows whose contents are examined to choose the columns.
pub const SAMPLE_ROWS: usize = 200;
