//! Imports a register from CSV files: one file a table, named after it, with the columns of `schema.sql`.
//!
//! A file is read row by row, so its size does not matter. Every problem is told with file and row; if there is any,
//! nothing is kept. Tags are hexadecimal; empty cells are "none".

use std::path::Path;

use rastau_core::calendar::parse_date;
use rastau_core::document::{is_code, is_number};
use rastau_core::identity::Identity;
use rusqlite::types::Value;

use crate::text::unhex;
use crate::{Register, RegistryError};

/// What a cell must be.
#[derive(Clone, Copy)]
enum Cell {
    Text,
    OptionalText,
    Code,
    OptionalCode,
    Number,
    Bin,
    Date,
    OptionalDate,
    Integer,
    OptionalInteger,
    Blob,
}

type Table = (&'static str, &'static [(&'static str, Cell)]);

/// The tables in the order in which they are imported.
const TABLES: [Table; 15] = [
    (
        "professions",
        &[
            ("code", Cell::Code),
            ("edition", Cell::Code),
            ("name_kk", Cell::Text),
            ("name_ru", Cell::Text),
            ("name_en", Cell::Text),
        ],
    ),
    (
        "profession_versions",
        &[
            ("profession", Cell::Code),
            ("edition", Cell::Code),
            ("valid_from", Cell::Date),
            ("valid_until", Cell::OptionalDate),
            ("mode", Cell::Text),
            ("other_law", Cell::OptionalText),
            ("term_months", Cell::OptionalInteger),
        ],
    ),
    (
        "bases",
        &[
            ("profession", Cell::Code),
            ("edition", Cell::Code),
            ("kind", Cell::Text),
            ("id", Cell::Code),
            ("valid_from", Cell::Date),
            ("valid_until", Cell::OptionalDate),
        ],
    ),
    (
        "qualifications",
        &[
            ("profession", Cell::Code),
            ("edition", Cell::Code),
            ("code", Cell::Code),
            ("level", Cell::Code),
            ("name_kk", Cell::Text),
            ("name_ru", Cell::Text),
            ("name_en", Cell::Text),
        ],
    ),
    (
        "skills",
        &[
            ("profession", Cell::Code),
            ("edition", Cell::Code),
            ("code", Cell::Code),
            ("name_kk", Cell::Text),
            ("name_ru", Cell::Text),
            ("name_en", Cell::Text),
        ],
    ),
    (
        "centres",
        &[
            ("bin", Cell::Bin),
            ("name_kk", Cell::Text),
            ("name_ru", Cell::Text),
            ("name_en", Cell::Text),
            ("legal_entity", Cell::Integer),
        ],
    ),
    (
        "accreditations",
        &[
            ("bin", Cell::Bin),
            ("serial", Cell::Code),
            ("route", Cell::Text),
            ("valid_from", Cell::Date),
            ("valid_until", Cell::OptionalDate),
        ],
    ),
    (
        "accreditation_events",
        &[("bin", Cell::Bin), ("serial", Cell::Code), ("happened_on", Cell::Date), ("kind", Cell::Text)],
    ),
    (
        "accreditation_scopes",
        &[
            ("bin", Cell::Bin),
            ("serial", Cell::Code),
            ("profession", Cell::Code),
            ("valid_from", Cell::Date),
            ("valid_until", Cell::OptionalDate),
        ],
    ),
    (
        "issuing_keys",
        &[
            ("public_key", Cell::Text),
            ("algorithm", Cell::Text),
            ("bin", Cell::Bin),
            ("professions", Cell::OptionalText),
            ("valid_from", Cell::Date),
            ("valid_until", Cell::OptionalDate),
        ],
    ),
    (
        "offers",
        &[
            ("id", Cell::Integer),
            ("profession", Cell::Code),
            ("edition", Cell::Code),
            ("qualification", Cell::OptionalText),
            ("level", Cell::Code),
            ("basis_kind", Cell::Text),
            ("basis_id", Cell::Code),
            ("term_months", Cell::Integer),
        ],
    ),
    ("accreditation_refs", &[("id", Cell::Integer), ("bin", Cell::Bin), ("serial", Cell::Code)]),
    ("skill_lists", &[("id", Cell::Integer), ("skills", Cell::Text)]),
    (
        "documents",
        &[
            ("number", Cell::Number),
            ("bin", Cell::Bin),
            ("serial", Cell::Code),
            ("profession", Cell::Code),
            ("edition", Cell::Code),
            ("qualification", Cell::OptionalCode),
            ("level", Cell::Code),
            ("skills", Cell::OptionalText),
            ("basis_kind", Cell::Text),
            ("basis_id", Cell::Code),
            ("exam_on", Cell::Date),
            ("issued_on", Cell::Date),
            ("valid_until", Cell::OptionalDate),
            ("holder_tag", Cell::Blob),
            ("name_tag", Cell::Blob),
            ("seal_check", Cell::Blob),
            ("sealed", Cell::Blob),
        ],
    ),
    (
        "cancellations",
        &[
            ("number", Cell::Number),
            ("cancelled_on", Cell::Date),
            ("ground", Cell::Text),
            ("reinstated_on", Cell::OptionalDate),
        ],
    ),
];

/// Files that a register cannot do without.
const REQUIRED: [&str; 3] = ["professions", "centres", "documents"];
/// More problems than this are counted, not listed.
const MOST_PROBLEMS: usize = 100;

/// What an import brought in: table and number of rows.
pub type Imported = Vec<(&'static str, u64)>;

fn cell(kind: Cell, text: &str) -> Result<Value, String> {
    let text = text.trim();
    let whole = |text: &str| {
        text.parse::<i64>().map(Value::Integer).map_err(|_| format!("\"{text}\" is not a whole number"))
    };
    match (kind, text) {
        (Cell::OptionalText, "") => Ok(Value::Text(String::new())),
        (Cell::OptionalCode | Cell::OptionalDate | Cell::OptionalInteger | Cell::Blob, "") => Ok(Value::Null),
        (_, "") => Err("is empty".into()),
        (Cell::Text | Cell::OptionalText, text) => Ok(Value::Text(text.into())),
        (Cell::Code | Cell::OptionalCode, text) if is_code(text) => Ok(Value::Text(text.into())),
        (Cell::Code | Cell::OptionalCode, _) => {
            Err(format!("\"{text}\" is not a code of 1 to 32 printable bytes"))
        }
        (Cell::Number, text) if is_number(text) => Ok(Value::Text(text.into())),
        (Cell::Number, _) => {
            Err(format!("\"{text}\" is not a document number of 1 to 64 printable characters"))
        }
        (Cell::Bin, text) => match Identity::parse(text) {
            Ok(_) => Ok(Value::Text(text.into())),
            Err(error) => Err(format!("\"{text}\": {error}")),
        },
        (Cell::Date | Cell::OptionalDate, text) => parse_date(text).map(|day| Value::Text(day.to_string())),
        (Cell::Integer | Cell::OptionalInteger, text) => whole(text),
        (Cell::Blob, text) => unhex(text).map(Value::Blob).ok_or_else(|| "is not hexadecimal".into()),
    }
}

struct Problems {
    list: Vec<String>,
    more: usize,
}

impl Problems {
    fn add(&mut self, problem: String) {
        if self.list.len() < MOST_PROBLEMS { self.list.push(problem) } else { self.more += 1 }
    }
}

/// Imports the CSV files of `folder` into a new register file. `progress` gets the number of rows so far.
pub fn import(
    folder: &Path,
    into: &Path,
    name: &str,
    covered_from: &str,
    progress: &dyn Fn(u64),
) -> Result<Imported, RegistryError> {
    parse_date(covered_from).map_err(RegistryError::said)?;
    for table in REQUIRED {
        let path = folder.join(format!("{table}.csv"));
        if !path.is_file() {
            return Err(RegistryError::said(format!("{} is missing; a register needs it", path.display())));
        }
    }
    if into.exists() {
        return Err(RegistryError::said(format!(
            "{} exists already; choose another name or move it away",
            into.display()
        )));
    }
    // The register is made beside its place and named only when it is whole.
    let temporary = into.with_extension("part");
    let _ = std::fs::remove_file(&temporary);
    let result = import_all(folder, &temporary, name, covered_from, progress);
    if result.is_ok() {
        std::fs::rename(&temporary, into).map_err(RegistryError::file("name", into))?;
    }
    for ending in ["part", "part-wal", "part-shm"] {
        let _ = std::fs::remove_file(into.with_extension(ending));
    }
    result
}

fn import_all(
    folder: &Path,
    into: &Path,
    name: &str,
    covered_from: &str,
    progress: &dyn Fn(u64),
) -> Result<Imported, RegistryError> {
    let mut register = Register::create(into, name, covered_from)?;
    let mut problems = Problems { list: Vec::new(), more: 0 };
    let mut imported = Imported::new();
    let mut rows = 0;
    {
        let transaction = register.connection_mut().transaction()?;
        for (table, columns) in TABLES {
            let path = folder.join(format!("{table}.csv"));
            if path.is_file() {
                let count =
                    import_table(&transaction, &path, table, columns, &mut problems, &mut rows, progress)?;
                imported.push((table, count));
            }
        }
        transaction.commit()?;
    }
    register.connection().execute_batch("PRAGMA wal_checkpoint(TRUNCATE);")?;
    if problems.list.is_empty() {
        return Ok(imported);
    }
    if problems.more > 0 {
        problems.list.push(format!("… and {} more rows", problems.more));
    }
    Err(RegistryError::Rows(problems.list))
}

fn import_table(
    connection: &rusqlite::Connection,
    path: &Path,
    table: &str,
    columns: &[(&str, Cell)],
    problems: &mut Problems,
    rows: &mut u64,
    progress: &dyn Fn(u64),
) -> Result<u64, RegistryError> {
    let file = std::fs::File::open(path).map_err(RegistryError::file("open", path))?;
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(file);
    let unreadable = |error: csv::Error| {
        RegistryError::said(format!("{} is not a CSV file in UTF-8: {error}", path.display()))
    };
    let header = reader.headers().map_err(unreadable)?.clone();
    let mut places = Vec::with_capacity(columns.len());
    for (column, _) in columns {
        let place = header.iter().position(|name| name.trim().trim_start_matches('\u{feff}') == *column);
        places.push(
            place.ok_or_else(|| RegistryError::said(format!("{table}.csv has no column \"{column}\"")))?,
        );
    }
    for name in header.iter() {
        if !columns.iter().any(|(column, _)| *column == name.trim().trim_start_matches('\u{feff}')) {
            return Err(RegistryError::said(format!(
                "{table}.csv has a column \"{name}\" that the register does not know"
            )));
        }
    }
    let marks: Vec<String> = (1..=columns.len()).map(|at| format!("?{at}")).collect();
    let names: Vec<&str> = columns.iter().map(|(column, _)| *column).collect();
    let sql = format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), marks.join(", "));
    let mut insert = connection.prepare(&sql)?;
    let mut count = 0;
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(unreadable)? {
        let line = record.position().map_or(0, csv::Position::line);
        let mut values = Vec::with_capacity(columns.len());
        for ((column, kind), place) in columns.iter().zip(&places) {
            let value =
                record.get(*place).ok_or_else(|| "is missing".to_string()).and_then(|text| cell(*kind, text));
            match value {
                Ok(value) => values.push(value),
                Err(problem) => problems.add(format!("{table}.csv line {line}: {column}: {problem}")),
            }
        }
        if values.len() == columns.len() {
            match insert.execute(rusqlite::params_from_iter(&values)) {
                Ok(_) => count += 1,
                Err(rusqlite::Error::SqliteFailure(failure, _))
                    if failure.code == rusqlite::ErrorCode::ConstraintViolation =>
                {
                    let what = record.get(places[0]).unwrap_or_default();
                    problems.add(format!("{table}.csv line {line}: \"{what}\" stands in the file twice"));
                }
                Err(error) => return Err(error.into()),
            }
        }
        *rows += 1;
        if rows.is_multiple_of(10_000) {
            progress(*rows);
        }
    }
    Ok(count)
}
