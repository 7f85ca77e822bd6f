//! Lists that are made to exhaust or crash the reader of workbooks: each is an error, soon, and within the limit on memory.
#![allow(missing_docs)]
#![cfg(unix)]

mod common;

use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use common::{demo, fail_with_one_line, rastau, stderr, stdout};
use nix::sys::resource::{UsageWho, getrusage};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Maximum bytes of memory of any process, and the time of one file. Killing a process takes a moment more.
const MEMORY: u64 = 512 << 20;
const TIME: Duration = Duration::from_secs(25);

/// The contents of a part: pieces, each with the number of its repetitions.
type Part<'a> = (&'a str, &'a [(&'a str, usize)]);

/// Makes an archive.
fn archive(parts: &[Part<'_>]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, pieces) in parts {
        zip.start_file(*name, SimpleFileOptions::default().compression_level(Some(1))).unwrap();
        for (piece, times) in *pieces {
            // Long pieces, so that few are compressed.
            let at_once = (1 << 20) / piece.len().max(1) + 1;
            let long = piece.repeat(at_once.min(*times));
            let mut left = *times;
            while left > 0 {
                let now = at_once.min(left);
                zip.write_all(&long.as_bytes()[..now * piece.len()]).unwrap();
                left -= now;
            }
        }
    }
    zip.finish().unwrap().into_inner()
}

const RELATIONS: &str = "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/\
    relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
const WORKBOOK: &str =
    "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
const SHEETS: &str = "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/\
    relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/\
    officeDocument/2006/relationships/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>";
const ROW: &str =
    "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>number</v></c><c r=\"B1\" t=\"str\"><v>name</v></c></row>";

/// Makes a workbook with these parts besides those that every workbook has.
fn xlsx(parts: &[Part<'_>]) -> Vec<u8> {
    let mut all: Vec<Part<'_>> = vec![
        ("_rels/.rels", &[(RELATIONS, 1)]),
        ("xl/workbook.xml", &[(WORKBOOK, 1)]),
        ("xl/_rels/workbook.xml.rels", &[(SHEETS, 1)]),
    ];
    all.extend_from_slice(parts);
    archive(&all)
}

/// Makes a workbook whose sheet has the heading and these rows.
fn sheet(rows: &[(&str, usize)]) -> Vec<u8> {
    let pieces =
        [&[("<worksheet><sheetData>", 1), (ROW, 1)], rows, &[("</sheetData></worksheet>", 1)]].concat();
    xlsx(&[("xl/worksheets/sheet1.xml", &pieces)])
}

/// Makes a workbook with these shared strings, of which a sheet of one row shows the first.
fn strings(pieces: &[(&str, usize)]) -> Vec<u8> {
    let rows = format!(
        "<worksheet><sheetData>{ROW}<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>"
    );
    xlsx(&[("xl/worksheets/sheet1.xml", &[(&rows, 1)]), ("xl/sharedStrings.xml", pieces)])
}

fn ods(pieces: &[(&str, usize)]) -> Vec<u8> {
    let start = "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body>\
        <office:spreadsheet><table:table table:name=\"A\">";
    let end = "</table:table></office:spreadsheet></office:body></office:document-content>";
    archive(&[
        ("mimetype", &[("application/vnd.oasis.opendocument.spreadsheet", 1)]),
        ("META-INF/manifest.xml", &[("<manifest:manifest xmlns:manifest=\"m\"/>", 1)]),
        ("content.xml", &[&[(start, 1)], pieces, &[(end, 1)]].concat()),
    ])
}

/// Returns a record of an XLS file ([MS-XLS] 2.1.4).
fn record(kind: u16, contents: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &(contents.len() as u16).to_le_bytes(), contents].concat()
}

fn words(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}

/// Makes an XLS workbook of one sheet with these records.
fn xls(globals: &[Vec<u8>], sheet: &[Vec<u8>]) -> Vec<u8> {
    let start = |kind: u8| record(0x0809, &[0, 6, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let end = record(0x000a, &[]);
    let globals = globals.concat();
    let before = start(5).len() + 4 + 10 + globals.len() + end.len();
    let bound =
        record(0x0085, &[&(before as u32).to_le_bytes()[..], &[0, 0, 1, 0], b"A", &[0]].concat()[..10]);
    let stream = [start(5), bound, globals, end.clone(), start(0x10), sheet.concat(), end].concat();
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook").unwrap().write_all(&stream).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}

/// Makes a compound file whose chain of directory sectors returns to its start.
fn endless_chain() -> Vec<u8> {
    let mut file = xls(&[], &[]);
    // The first sector of the directory, and that of the allocation table ([MS-CFB] 2.2).
    let word = |at: usize| u32::from_le_bytes(file[at..at + 4].try_into().unwrap());
    let (directory, table) = (word(48), word(76));
    let sector = 1 << u16::from_le_bytes([file[30], file[31]]);
    let entry = (table as usize + 1) * sector + 4 * directory as usize;
    file[entry..entry + 4].copy_from_slice(&directory.to_le_bytes());
    file
}

/// Makes an archive whose directory lists so many files of no size.
fn many_files(count: u32) -> Vec<u8> {
    let mut out = archive(&[("xl/workbook.xml", &[(WORKBOOK, 1)])]);
    let end = out.len() - 22;
    let start = u32::from_le_bytes(out[end + 16..end + 20].try_into().unwrap()) as usize;
    let entry = out[start..end].to_vec();
    out.truncate(start);
    for number in 0..count {
        let mut entry = entry.clone();
        let name = format!("{number:015}");
        entry[46..46 + 15].copy_from_slice(name.as_bytes());
        out.extend(entry);
    }
    // The end of a directory with 64-bit numbers (APPNOTE 4.3.14 to 4.3.16).
    let (size, at) = (out.len() - start, out.len());
    let number = |value: usize| (value as u64).to_le_bytes();
    out.extend([&b"PK\x06\x06"[..], &number(44), &[45, 0, 45, 0], &[0; 8]].concat());
    [count as usize, count as usize, size, start].iter().for_each(|value| out.extend(number(*value)));
    out.extend([&b"PK\x06\x07"[..], &[0; 4], &number(at), &[1, 0, 0, 0]].concat());
    out.extend([&b"PK\x05\x06"[..], &[0; 4], &[0xff; 12], &[0; 2]].concat());
    out
}

/// The hostile lists, by name.
fn files() -> Vec<(&'static str, Vec<u8>)> {
    let row = "<row><c t=\"str\"><v>1</v></c><c t=\"str\"><v>a</v></c></row>";
    let far = "<row><c r=\"XFD9\" t=\"str\"><v>1</v></c></row>";
    let cell = |attributes: &str| {
        format!(
            "<table:table-row {attributes}><table:table-cell office:value-type=\"string\"><text:p>1</text:p>\
             </table:table-cell></table:table-row>"
        )
    };
    let huge = "table:number-rows-repeated=\"18446744073709551615\"";
    vec![
        ("blank.xlsx", sheet(&[(" ", 1 << 30)])),
        ("strings.xlsx", strings(&[("<sst>", 1), ("<si><t/></si>", 9_000_000), ("</sst>", 1)])),
        ("short-strings.xlsx", strings(&[("<sst>", 1), ("<si><t>a</t></si>", 7_000_000), ("</sst>", 1)])),
        ("stated-strings.xlsx", strings(&[("<sst uniqueCount=\"999999999999\"></sst>", 1)])),
        ("stated-many.xlsx", strings(&[("<sst uniqueCount=\"400000000000000000\"></sst>", 1)])),
        ("long-string.xlsx", strings(&[("<sst><si><t>", 1), ("a", 120 << 20), ("</t></si></sst>", 1)])),
        ("depth.xlsx", sheet(&[("<a>", 330 << 20)])),
        ("attribute.xlsx", sheet(&[("<row r=\"", 1), ("9", 100 << 20), ("\"/>", 1)])),
        ("columns.xlsx", sheet(&[(far, 2_000)])),
        ("column-name.xlsx", sheet(&[("<row><c r=\"ZZZZZZZZZZZZ1\" t=\"str\"><v>1</v></c></row>", 9)])),
        ("rows.xlsx", sheet(&[(row, 1_100_000)])),
        ("row-number.xlsx", sheet(&[("<row r=\"4294967295\"><c t=\"str\"><v>1</v></c></row>", 9)])),
        ("sheets.xlsx", {
            let names = "<sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/>";
            archive(&[
                ("_rels/.rels", &[(RELATIONS, 1)]),
                (
                    "xl/workbook.xml",
                    &[
                        ("<workbook xmlns:r=\"r\"><sheets>", 1),
                        (names, 3_000_000),
                        ("</sheets></workbook>", 1),
                    ],
                ),
                ("xl/_rels/workbook.xml.rels", &[(SHEETS, 1)]),
                (
                    "xl/worksheets/sheet1.xml",
                    &[("<worksheet><sheetData>", 1), (ROW, 1), ("</sheetData></worksheet>", 1)],
                ),
            ])
        }),
        ("parts.xlsx", many_files(1_500_000)),
        ("rows.ods", ods(&[(&cell(huge), 9)])),
        (
            "columns.ods",
            ods(&[(
                "<table:table-row><table:table-cell table:number-columns-repeated=\"18446744073709551615\" office:value-type=\"string\"><text:p>1</text:p></table:table-cell></table:table-row>",
                9,
            )]),
        ),
        ("depth.ods", ods(&[("<table:table-row>", 7_000_000)])),
        ("blank.ods", ods(&[(" ", 200 << 20)])),
        ("cells.ods", ods(&[("<table:table-row/>", 5_000_000)])),
        ("dimensions.xls", xls(&[], &[record(0x0200, &words(&[0, u32::MAX - 1, 0xff_0000, 0])[..14])])),
        ("strings.xls", xls(&[record(0x00fc, &words(&[u32::MAX, u32::MAX, 0xffff, 0])[..])], &[])),
        (
            "far-cell.xls",
            xls(&[], &[record(0x0203, &[0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])]),
        ),
        ("chain.xls", endless_chain()),
    ]
}

#[test]
fn hostile_lists_are_errors_within_the_limits() {
    let directory = demo(&["--documents", "100"]);
    let at = directory.path();
    let mut answers = Vec::new();
    for (name, bytes) in files() {
        std::fs::write(at.join(name), &bytes).unwrap();
        let verify = [
            "verify",
            "--bundle",
            "d/bundle",
            "--root",
            "d/bundle/roots/1.cose",
            "--lang",
            "ru",
            "--list",
            name,
        ];
        let start = Instant::now();
        let output = rastau(at, &verify);
        let (code, message, took) = (output.status.code(), stderr(&output), start.elapsed());
        let peak = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap().max_rss() as u64 * 1024;
        answers.push(format!(
            "{name}: {} bytes, {took:?}, {} MiB so far: {message}",
            bytes.len(),
            peak >> 20
        ));
        assert!(code == Some(65) && stdout(&output).is_empty(), "{name}: {code:?} {message}");
        assert_eq!(message.lines().count(), 1, "{name}: {message}");
        assert!(took < TIME, "{name}: {took:?}");
        assert!(peak <= MEMORY, "{name}: {peak}");
        std::fs::remove_file(at.join(name)).unwrap();
    }
    // Some of them are stopped by the limits of the child, or crash it.
    let all = answers.concat();
    for limit in ["512 МиБ памяти", "больше 20 секунд", "the process that reads it failed"]
    {
        assert!(all.contains(limit), "{limit}: {all}");
    }
}

/// The other command that reads lists.
#[test]
fn codes_are_not_issued_for_a_hostile_list() {
    let directory = demo(&["--documents", "100"]);
    let at = directory.path();
    let list = strings(&[("<sst uniqueCount=\"999999999999\"></sst>", 1)]);
    std::fs::write(at.join("list.xlsx"), list).unwrap();
    let issue = ["issue", "--existing", "--register", "d/register.sqlite", "--out", "o", "list.xlsx"];
    let (code, message) = fail_with_one_line(at, &issue);
    assert!(code == 65 && message.contains("512 MiB"), "{message}");
}

/// Some programs state the whole sheet as the size of an XLS sheet, for which a reader would need 671 MB.
#[test]
fn a_sheet_that_states_more_cells_than_it_has_is_read() {
    let directory = demo(&["--documents", "100"]);
    let at = directory.path();
    let label = |row: u8, text: &str| {
        let head = [row, 0, 0, 0, 0, 0, text.len() as u8, 0, 0];
        record(0x0204, &[&head[..], text.as_bytes()].concat())
    };
    let whole = words(&[0, 65_536, 256 << 16, 0]);
    let sheet = [record(0x0200, &whole[..14]), label(0, "number"), label(1, "N-1")];
    std::fs::write(at.join("whole.xls"), xls(&[], &sheet)).unwrap();
    let output = rastau(at, &["verify", "--bundle", "d/bundle", "--list", "whole.xls"]);
    let code = output.status.code();
    assert!(
        code == Some(2) && stdout(&output).contains("N-1"),
        "{code:?} {} {}",
        stdout(&output),
        stderr(&output)
    );
}

/// A table of a register is never a workbook, so none is decoded.
#[test]
fn tables_of_a_register_are_not_decompressed() {
    let directory = tempfile::tempdir().unwrap();
    let at = directory.path();
    std::fs::create_dir(at.join("tables")).unwrap();
    for name in ["professions", "centres", "documents"] {
        std::fs::write(at.join("tables").join(format!("{name}.csv")), many_files(200_000)).unwrap();
    }
    let import = [
        "register",
        "import",
        "tables",
        "--into",
        "r.sqlite",
        "--name",
        "kz.x",
        "--covered-from",
        "2023-09-04",
    ];
    let output = rastau(at, &import);
    let message = stderr(&output);
    assert!(
        output.status.code() == Some(65) && message.contains("is a workbook or another archive"),
        "{message}"
    );
    assert!(!at.join("r.sqlite").exists());
}
