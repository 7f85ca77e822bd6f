//! Imports a register from CSV files: one file a table, named after it, with the columns of `schema.sql`.
//!
//! A file is read row by row, so its size does not matter. Every problem is told with file and row; if there is any,
//! nothing is kept. Tags are hexadecimal; empty cells are "none".

use std::path::Path;

use rastau_core::calendar::parse_date;

use crate::csv_tables::{Cell, TABLES, cell};
use crate::lines::Lines;
use crate::text::no_day;
use crate::{Register, RegistryError};

/// Files that a register cannot do without.
const REQUIRED: [&str; 3] = ["professions", "centres", "documents"];
/// More problems than this are counted, not listed.
const MAX_PROBLEMS: usize = 100;

/// What an import brought in: table and number of rows.
pub type Imported = Vec<(&'static str, u64)>;

struct Problems {
    list: Vec<String>,
    more: usize,
}

impl Problems {
    fn add(&mut self, problem: String) {
        if self.list.len() < MAX_PROBLEMS { self.list.push(problem) } else { self.more += 1 }
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
    parse_date(covered_from).map_err(|_| RegistryError::said(no_day(covered_from)))?;
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
    let open = || std::fs::File::open(path).map_err(|error| RegistryError::file("open", path)(error));
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(open()?);
    // Read a second time for the lines, and no further than the last row with a problem.
    let mut lines = Lines::new(std::io::BufReader::new(open()?));
    let mut add = |problems: &mut Problems, record: &csv::StringRecord, problem: String| {
        let start = record.position().map_or(0, csv::Position::byte);
        let line = lines.of(start).map_err(|error| RegistryError::file("read", path)(error))?;
        problems.add(format!("{table}.csv line {line}: {problem}"));
        Ok::<(), RegistryError>(())
    };
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
        let mut values = Vec::with_capacity(columns.len());
        for ((column, kind), place) in columns.iter().zip(&places) {
            let value =
                record.get(*place).ok_or_else(|| "is missing".to_string()).and_then(|text| cell(*kind, text));
            match value {
                Ok(value) => values.push(value),
                Err(problem) => add(problems, &record, format!("{column}: {problem}"))?,
            }
        }
        if values.len() == columns.len() {
            match insert.execute(rusqlite::params_from_iter(&values)) {
                Ok(_) => count += 1,
                Err(rusqlite::Error::SqliteFailure(failure, _))
                    if failure.code == rusqlite::ErrorCode::ConstraintViolation =>
                {
                    let what = record.get(places[0]).unwrap_or_default();
                    add(problems, &record, format!("\"{what}\" stands in the file twice"))?;
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

#[cfg(test)]
#[path = "csv_tests.rs"]
mod tests;
