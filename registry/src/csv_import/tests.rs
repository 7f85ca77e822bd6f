use rastau_core::calendar::Timestamp;

use super::*;

const REQUIRED_TABLES: [(&str, &str); 3] = [
    ("professions", "code,edition,name_kk,name_ru,name_en\n"),
    ("centres", "bin,name_kk,name_ru,name_en,legal_entity\n"),
    (
        "documents",
        "number,bin,serial,profession,edition,qualification,level,skills,basis_kind,basis_id,exam_on,issued_on,valid_until,holder_tag,name_tag,seal_check,sealed\n",
    ),
];
const YEARS: &str =
    "year,covered_from,covered_until\n2026,2026-01-01,2026-12-31\n2027,2027-01-01,2027-06-30\n";
const DAYS: &str = "day,kind,name,related\n2026-01-01,holiday,new-year,\n2026-07-04,worked,,2026-07-06\n";

fn author() -> Author {
    Author::new(Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap(), "a.operator", "test").unwrap()
}

fn import(directory: &Path, into: &Path, name: &str, covered_from: &str) -> Result<Imported, RegistryError> {
    let options = ImportOptions { name: Some(name), covered_from: Some(covered_from), author: &author() };
    super::import(directory, into, &options, &|_| {})
}

/// Imports a register with these calendar files; returns the directory and the counts, or the error message.
fn imported(files: &[(&str, &str)]) -> Result<(tempfile::TempDir, Imported), String> {
    let folder = tempfile::tempdir().unwrap();
    for (table, text) in REQUIRED_TABLES.iter().chain(files) {
        std::fs::write(folder.path().join(format!("{table}.csv")), text).unwrap();
    }
    let into = folder.path().join("register.sqlite");
    let result = import(folder.path(), &into, "test", "2023-09-04");
    assert_eq!(into.exists(), result.is_ok(), "a register with a problem is not left behind");
    result.map(|imported| (folder, imported)).map_err(|error| error.to_string())
}

#[test]
fn imports_a_calendar_which_is_optional() {
    let (folder, rows) = imported(&[("calendar_years", YEARS), ("calendar", DAYS)]).unwrap();
    assert!(rows.contains(&("calendar_years", 2)) && rows.contains(&("calendar", 2)), "{rows:?}");
    let register = Register::open(&folder.path().join("register.sqlite")).unwrap();
    let years = crate::calendar::years(register.connection()).unwrap();
    assert_eq!(years[&2027].covered_until.to_string(), "2027-06-30");
    let worked = &years[&2026].days[1];
    assert_eq!((worked.name.as_str(), worked.related.unwrap().to_string()), ("", "2026-07-06".into()));
    let (folder, rows) = imported(&[]).unwrap();
    assert!(!rows.iter().any(|(table, _)| table.starts_with("calendar")));
    let register = Register::open(&folder.path().join("register.sqlite")).unwrap();
    assert!(crate::calendar::years(register.connection()).unwrap().is_empty());
}

#[test]
fn reports_each_invalid_calendar_row_with_file_line_and_column() {
    let long = "a".repeat(41);
    let long =
        (format!("2026-05-01,holiday,{long},"), format!("name: \"{long}\" is not a name of at most 40"));
    for (row, problem) in [
        ("2026-13-1,holiday,x,", "day: "),
        ("2026-02-30,holiday,x,", "day: there is no such day as 2026-02-30"),
        (",holiday,x,", "day: is empty"),
        ("2026-05-01,party,x,", "kind: \"party\" is not holiday, day-off or worked"),
        ("2026-05-01,,x,", "kind: is empty"),
        ("2026-05-01,holiday,Unity,", "name: \"Unity\" is not a name of at most 40 characters of a-z and -"),
        (long.0.as_str(), long.1.as_str()),
        ("2026-05-01,day-off,x,tomorrow", "related: "),
        ("2026-05-01,holiday", "name: is missing"),
        ("2026-01-01,holiday,x,", "duplicate row \"2026-01-01\""),
    ] {
        let days = format!("{DAYS}{row}\n");
        let error = imported(&[("calendar_years", YEARS), ("calendar", &days)]).unwrap_err();
        assert!(error.contains(&format!("calendar.csv line 4: {problem}")), "{row}: {error}");
    }
    // Lines are counted as in an editor, also with CRLF and after blank lines.
    let days = format!("{DAYS}\n\n2026-13-1,holiday,x,\n").replace('\n', "\r\n");
    let error = imported(&[("calendar_years", YEARS), ("calendar", &days)]).unwrap_err();
    assert!(error.contains("calendar.csv line 6: day: "), "{error}");
    for (row, problem) in [
        ("2022,2022-01-01,2022-12-31", "year: \"2022\" is not a year from 2023 to 2086"),
        ("2087,2087-01-01,2087-12-31", "year: \"2087\" is not a year from 2023 to 2086"),
        ("MMXXV,2025-01-01,2025-12-31", "year: "),
        ("2025,,2025-12-31", "covered_from: is empty"),
        ("2025,2025-01-01,2025-12-32", "covered_until: "),
        ("2026,2026-01-01,2026-12-31", "duplicate row \"2026\""),
    ] {
        let years = format!("{YEARS}{row}\n");
        let error = imported(&[("calendar_years", &years)]).unwrap_err();
        assert!(error.contains(&format!("calendar_years.csv line 4: {problem}")), "{row}: {error}");
    }
    let error = imported(&[("calendar", "day,kind,name\n")]).unwrap_err();
    assert!(error.contains("calendar.csv has no column \"related\""), "{error}");
}

#[test]
fn lists_a_hundred_problems_and_counts_the_rest() {
    let mut days = String::from("day,kind,name,related\n");
    (0..130).for_each(|_| days.push_str("x,holiday,,\n"));
    let error = imported(&[("calendar", &days)]).unwrap_err();
    assert_eq!(error.lines().count(), 102);
    assert!(error.contains("calendar.csv line 101: day: "), "{error}");
    assert!(error.ends_with("… and 30 more\n130 problems found; nothing was imported"), "{error}");
}

#[test]
fn rejects_files_that_do_not_fit_the_schema() {
    let cases = [
        (
            "unknown column",
            "centres",
            "bin,name_kk,name_ru,name_en,legal_entity,phone\n",
            "unknown column \"phone\"",
        ),
        (
            "missing column",
            "centres",
            "bin,name_kk,name_ru,name_en\n",
            "centres.csv has no column \"legal_entity\"",
        ),
        (
            "a short row",
            "centres",
            "bin,name_kk,name_ru,name_en,legal_entity\n990140000017,a\n",
            "name_ru: is missing",
        ),
    ];
    for (name, table, text, expected) in cases {
        let error = imported(&[(table, text)]).unwrap_err();
        assert!(error.contains(expected), "{name}: {error}");
    }
    let folder = tempfile::tempdir().unwrap();
    let into = folder.path().join("register.sqlite");
    let import_into = |covered_from: &str| import(folder.path(), &into, "test", covered_from);
    assert!(matches!(import_into("2023-09-04"), Err(RegistryError::Import(ImportError::MissingFile(_)))));
    assert!(matches!(import_into("2023-09-31"), Err(RegistryError::Import(ImportError::CoveredFrom(_)))));
    for (table, text) in REQUIRED_TABLES {
        std::fs::write(folder.path().join(format!("{table}.csv")), text).unwrap();
    }
    let letters = "ү".repeat(40);
    let damaged =
        [b"profession,edition,code,name_kk,name_ru,name_en\n1,2,3,", letters.as_bytes(), b"\xff,5,6\n"]
            .concat();
    for (bytes, expected) in [
        (&b"PK\x03\x04"[..], "skills.csv is a workbook or another archive; export the table as CSV"),
        (b"code,profession,edition,name_kk,name_ru,name_en\n\"1,2\n", "line 2"),
        (b"code,CODE,profession,edition,name_kk,name_ru,name_en\n", "the column \"code\" twice"),
        (
            b"profession,edition,code,name_kk,name_ru,name_en\n1,2,3,4,5,6,7\n",
            "line 2: 7 cells, but the heading has 6",
        ),
        (&damaged, "name_kk: is not text"),
    ] {
        std::fs::write(folder.path().join("skills.csv"), bytes).unwrap();
        let error = import_into("2023-09-04").unwrap_err().to_string();
        assert!(error.contains(expected), "{expected}: {error}");
    }
    std::fs::write(&into, "").unwrap();
    assert!(matches!(import_into("2023-09-04"), Err(RegistryError::Open(OpenError::Exists(_)))));
}

#[test]
fn reads_any_dialect_of_csv() {
    let professions = "code,edition,name_kk,name_ru,name_en\n5120-1,2017,Аспаз,Повар,Cook\n,,,,\n";
    let utf_16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    for (name, bytes) in [
        ("semicolons and blank rows", professions.replace(',', ";").into_bytes()),
        ("the heading in capitals", professions.replace("code,edition", "CODE,Edition").into_bytes()),
        (
            "the heading in other words",
            professions
                .replace("name_", "Name ")
                .replace("code", "\u{200b}\"Code\"*")
                .replace("edition", "Edition:")
                .into_bytes(),
        ),
        ("UTF-16 and tabs", utf_16(&professions.replace(',', "\t"))),
        ("a title", format!("Professions,,,,\n{professions}").into_bytes()),
        ("the delimiter on the first line", format!("sep=,\r\n{professions}").into_bytes()),
    ] {
        let folder = tempfile::tempdir().unwrap();
        for (table, text) in REQUIRED_TABLES {
            std::fs::write(folder.path().join(format!("{table}.csv")), text).unwrap();
        }
        std::fs::write(folder.path().join("professions.csv"), bytes).unwrap();
        let into = folder.path().join("register.sqlite");
        let imported = import(folder.path(), &into, "test", "2023-09-04").unwrap();
        assert!(imported.contains(&("professions", 1)), "{name}: {imported:?}");
        let register = Register::open(&into).unwrap();
        let read = |row: &rusqlite::Row<'_>| row.get::<_, String>(0);
        let found = register.connection().query_row("SELECT name_kk FROM professions", [], read).unwrap();
        assert_eq!(found, "Аспаз", "{name}");
    }
}

#[test]
fn reads_dates_and_numbers_as_people_write_them() {
    let read = |kind, text: &str| cell(kind, text).map(|value| format!("{value:?}"));
    for (kind, text, expected) in [
        (Cell::Date, "22.05.2026 г.", Some("2026-05-22")),
        (Cell::Date, "05/22/2026", None),
        (Cell::Bin, "БИН 990140 000017", Some("990140000017")),
        (Cell::Bin, "99014000001", None),
        (Cell::Bin, "9.9014E+11", None),
    ] {
        match expected {
            Some(expected) => assert_eq!(read(kind, text), Ok(format!("Text({expected:?})"))),
            None => assert!(read(kind, text).is_err(), "{text}"),
        }
    }
}

/// Not even the list of files in an archive is read.
#[test]
fn a_workbook_is_refused_by_its_first_bytes() {
    let folder = tempfile::tempdir().unwrap();
    for (table, text) in REQUIRED_TABLES {
        std::fs::write(folder.path().join(format!("{table}.csv")), text).unwrap();
    }
    for start in [&b"PK\x03\x04"[..], b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"] {
        std::fs::write(folder.path().join("documents.csv"), [start, b"damaged"].concat()).unwrap();
        let result = import(folder.path(), &folder.path().join("register.sqlite"), "kz.x", "2023-09-04");
        let error = result.unwrap_err();
        assert!(matches!(error, RegistryError::Import(ImportError::Workbook(_))), "{error}");
    }
}
