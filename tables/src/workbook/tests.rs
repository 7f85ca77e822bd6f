use std::io::Cursor;

use rust_xlsxwriter::{ExcelDateTime, Format as CellFormat, Formula, Workbook as Writer};

use crate::error::{Foreign, Limit};
use crate::{Field, Format, Input, Options, Source, Table, TableError};

fn list(bytes: Vec<u8>, sheet: Option<&str>) -> Result<Vec<(u64, String)>, TableError> {
    let options = Options { sheet: sheet.map(Into::into), columns: Vec::new() };
    let table = Table::open(Input::bytes(bytes), &options)?;
    let rows = table.map(|row| row.unwrap().unwrap());
    Ok(rows.map(|row| (row.line, row.value(Field::Number).unwrap_or_default().to_owned())).collect())
}

#[test]
fn reads_cells_as_they_are_shown() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet();
    let date = CellFormat::new().set_num_format("dd.mm.yyyy");
    for (column, heading) in (0..).zip(["number", "holder", "issued_on", "level", "name", "code"]) {
        sheet.write_string(1, column, heading).unwrap();
    }
    sheet.write_number(3, 0, 123_456_789_012.0).unwrap();
    sheet.write_number(3, 1, 50_314_102_317.0).unwrap();
    sheet.write_datetime_with_format(3, 2, ExcelDateTime::from_ymd(2026, 5, 22).unwrap(), &date).unwrap();
    sheet.write_number(3, 3, 3.0).unwrap();
    sheet.write_formula(3, 4, Formula::new("A1&B1").set_result("Мысалов")).unwrap();
    sheet.write_string(3, 9, "remark beside the table").unwrap();
    let bytes = writer.save_to_buffer().unwrap();
    let mut table = Table::open(Input::bytes(bytes), &Options::default()).unwrap();
    assert_eq!((table.heading_line, table.format()), (2, Format::Xlsx));
    let row = table.next().unwrap().unwrap().unwrap();
    assert_eq!(row.line, 4);
    for (field, expected) in [
        (Field::Number, "123456789012"),
        (Field::Holder, "50314102317"),
        (Field::IssuedOn, "2026-05-22"),
        (Field::Level, "3"),
        (Field::Name, "Мысалов"),
    ] {
        assert_eq!(row.value(field), Some(expected), "{field:?}");
    }
    assert_eq!(row.unread, [(9, "remark beside the table".to_owned())]);
    assert!(table.next().is_none());
}

fn workbook(sheets: &[(&str, bool, &[&[&str]])]) -> Vec<u8> {
    let mut writer = Writer::new();
    for (name, hidden, rows) in sheets {
        let sheet = writer.add_worksheet();
        sheet.set_name(*name).unwrap().set_hidden(*hidden);
        for (row, cells) in (0..).zip(*rows) {
            for (column, cell) in (0..).zip(*cells) {
                sheet.write_string(row, column, *cell).unwrap();
            }
        }
    }
    writer.save_to_buffer().unwrap()
}

#[test]
fn chooses_the_visible_sheet_with_a_list() {
    let words: &[&[&str]] = &[&["How to fill in"]];
    let (one, two): (&[&[&str]], &[&[&str]]) =
        (&[&["number", "name"], &["1", "a"]], &[&["number", "name"], &["2", "b"]]);
    let read = |sheets: &[(&str, bool, &[&[&str]])], sheet| list(workbook(sheets), sheet);
    let one_row = vec![(2, "1".to_owned())];
    let two_row = vec![(2, "2".to_owned())];
    assert_eq!(read(&[("Words", false, words), ("List", false, one)], None).unwrap(), one_row);
    assert_eq!(read(&[("List", false, one), ("Old", true, two)], None).unwrap(), one_row);
    let both: &[(&str, bool, &[&[&str]])] = &[("A", false, one), ("B", false, two)];
    assert!(matches!(read(both, None), Err(TableError::SeveralSheets { .. })));
    assert_eq!(read(both, Some("B")).unwrap(), two_row);
    assert_eq!(read(both, Some("2")).unwrap(), two_row);
    assert!(matches!(read(both, Some("C")), Err(TableError::NoSheet { .. })));
    assert!(matches!(read(&[("Words", false, words)], None), Err(TableError::NoHeading { .. })));
}

/// Makes an archive of these parts.
fn archive(parts: &[(&str, &[&[u8]])]) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, pieces) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        pieces.iter().for_each(|piece| zip.write_all(piece).unwrap());
    }
    zip.finish().unwrap().into_inner()
}

fn open_error(bytes: Vec<u8>) -> TableError {
    Source::open(Input::bytes(bytes), None, &|_| 0).err().unwrap()
}

#[test]
fn refuses_workbooks_beyond_the_limits_before_they_are_held() {
    let zeros = vec![b' '; 1 << 20];
    let bomb: Vec<&[u8]> = std::iter::repeat_n(zeros.as_slice(), 129).collect();
    let xlsx = archive(&[("xl/workbook.xml", &[b"<workbook/>"]), ("xl/sharedStrings.xml", &bomb)]);
    assert!(matches!(open_error(xlsx), TableError::Limit(Limit::Decompressed)));
    let ods = |content: &str| {
        let mime = b"application/vnd.oasis.opendocument.spreadsheet";
        let manifest = b"<manifest:manifest xmlns:manifest=\"m\"/>";
        archive(&[
            ("mimetype", &[mime]),
            ("META-INF/manifest.xml", &[manifest]),
            ("content.xml", &[content.as_bytes()]),
        ])
    };
    let cell = |rows: u64, columns: u64, text: &str| {
        format!(
            "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body>\
             <office:spreadsheet><table:table table:name=\"A\"><table:table-row table:number-rows-repeated=\"{rows}\">\
             <table:table-cell table:number-columns-repeated=\"{columns}\" office:value-type=\"string\">\
             <text:p>{text}</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>\
             </office:body></office:document-content>"
        )
    };
    assert!(matches!(open_error(ods(&cell(1_000_000, 100, "a"))), TableError::Limit(Limit::Cells)));
    assert!(matches!(open_error(ods(&cell(1_000_000, 1, &"a".repeat(300)))), TableError::Limit(Limit::Text)));
    let repeated = Source::open(Input::bytes(ods(&cell(3, 2, "a"))), None, &|_| 0).unwrap();
    assert_eq!(repeated.map(|row| row.unwrap().cells.len()).collect::<Vec<_>>(), [2, 2, 2]);
    let wide = "<row r=\"1\"><c r=\"XFD1\" t=\"str\"><v>a</v></c></row>".to_owned();
    let wide: String = (1..=2000)
        .map(|row| wide.replace("r=\"1\"", &format!("r=\"{row}\"")).replace("XFD1", &format!("XFD{row}")))
        .collect();
    let sheet = format!("<worksheet><sheetData>{wide}</sheetData></worksheet>");
    let xlsx = archive(&[
        ("_rels/.rels", &[b"<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"]),
        ("xl/workbook.xml", &[b"<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"]),
        ("xl/_rels/workbook.xml.rels", &[b"<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"]),
        ("xl/worksheets/sheet1.xml", &[sheet.as_bytes()]),
    ]);
    let error = open_error(xlsx);
    assert!(matches!(error, TableError::Limit(Limit::Cells)), "{error}");
}

#[test]
fn names_files_that_are_not_tables() {
    let document = archive(&[("word/document.xml", &[b"<w/>"])]);
    let binary = archive(&[("xl/workbook.bin", &[b""])]);
    let other = archive(&[("a.txt", &[b""])]);
    let text =
        archive(&[("mimetype", &[b"application/vnd.oasis.opendocument.text"]), ("content.xml", &[b""])]);
    for (bytes, expected) in [
        (b"%PDF-1.7\n".to_vec(), Foreign::Pdf),
        (b"\x89PNG\r\n".to_vec(), Foreign::Picture),
        (b"\xef\xbb\xbf<html><table>".to_vec(), Foreign::Html),
        (b"<?xml version=\"1.0\"?><Workbook>".to_vec(), Foreign::Xml),
        (b"{\\rtf1".to_vec(), Foreign::Document),
        (document, Foreign::Document),
        (binary, Foreign::Xlsb),
        (other, Foreign::Archive),
        (text, Foreign::Document),
    ] {
        assert!(matches!(open_error(bytes), TableError::Foreign(found) if found == expected), "{expected:?}");
    }
    assert!(matches!(open_error(b"PK\x03\x04 cut".to_vec()), TableError::Workbook(_)));
}

#[test]
fn archives_and_compound_files_are_containers() {
    for (bytes, expected) in [
        (&b"PK\x03\x04 cut"[..], true),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", true),
        (b"PK;a\n", false),
        (b"", false),
    ] {
        let mut input = Input::bytes(bytes.to_vec());
        assert_eq!(input.is_container().unwrap(), expected, "{bytes:?}");
    }
}
