//! Imports a register from CSV files: one file for each table, named after it, with the columns of `schema.sql`.
//! `rastau-tables` reads them, in any dialect and encoding.
//!
//! Files are read row by row, so their size is not limited by memory. All problems of all files are collected, each with
//! its file and line; if there is one, nothing is imported. Tags are hexadecimal; empty optional cells are `NULL`. A directory
//! that [`export`](crate::export::export) wrote has two more files: `register.csv`, and `audit.csv`, whose lines are
//! continued.
//!
//! ```
//! use rastau_core::calendar::Timestamp;
//! use rastau_registry::audit::Author;
//! use rastau_registry::csv_import::{ImportOptions, import};
//! use rastau_registry::error::{ImportError, RegistryError};
//!
//! let directory = tempfile::tempdir()?;
//! let write = |name: &str, text: &str| std::fs::write(directory.path().join(name), text);
//! write("professions.csv", "code,edition,name_kk,name_ru,name_en\n5120-1,2017,Аспаз,Повар,Cook\n")?;
//! write("centres.csv", "bin,name_kk,name_ru,name_en,legal_entity\n")?;
//! write(
//!     "documents.csv",
//!     "number,bin,serial,profession,edition,qualification,level,skills,basis_kind,basis_id,\
//!      exam_on,issued_on,valid_until,holder_tag,name_tag,seal_check,sealed\n",
//! )?;
//! let into = directory.path().join("register.sqlite");
//! let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
//! let author = Author::new(now, "a.operator", "first import")?;
//! let options = ImportOptions { name: Some("kz.example"), covered_from: Some("2023-09-04"), author: &author };
//! let imported = import(directory.path(), &into, &options, &|_| {})?;
//! assert!(imported.contains(&("professions", 1)));
//!
//! write("centres.csv", "bin,name_kk,name_ru,name_en,legal_entity\n1,a,b,c,yes\n")?;
//! let other = directory.path().join("other.sqlite");
//! match import(directory.path(), &other, &options, &|_| {}) {
//!     Err(RegistryError::Import(ImportError::Rows(problems))) => {
//!         assert_eq!(problems.listed[0].line, 2);
//!         assert!(!other.exists());
//!     }
//!     other => panic!("{other:?}"),
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::fmt;
use std::fs::File;
use std::path::{Path, PathBuf};

use rastau_tables::{Input, RawRow, Source, TableError};

use crate::audit::{self, Action, Author, Journal};
use crate::register::OpenError;
use crate::row_error::{DateError, ValueError};
use crate::tables::{AUDIT, Cell, REGISTER, TABLES, Table, cell, text};
use crate::text::date;
use crate::{Register, RegistryError};
use rusqlite::types::Value;

/// The files that every import needs.
const REQUIRED: [&str; 3] = ["professions", "centres", "documents"];
/// The maximum number of problems that are listed; further ones are counted.
const MAX_PROBLEMS: usize = 100;

/// The imported tables with their numbers of rows.
pub type Imported = Vec<(&'static str, u64)>;

rastau_core::exit_error! {
    /// Why CSV files were not imported. No register is left behind.
    #[derive(Debug, thiserror::Error)]
    pub enum ImportError {
        /// The first covered issue date is not a date.
        #[error("covered_from: {0}")]
        CoveredFrom(#[from] DateError) = Data,
        /// Neither an option nor `register.csv` says what the register is.
        #[error("the {0} of the register is not known; give it with --{0}, or import a directory with register.csv")]
        NoIdentity(&'static str) = Usage,
        /// `register.csv` and an option differ.
        #[error("register.csv has the {what} \"{found}\", and --{what} is \"{given}\"; leave the option out, or correct the file")]
        OtherIdentity {
            /// The option.
            what: &'static str,
            /// What the file has.
            found: String,
            /// What was given.
            given: String,
        } = Data,
        /// A CSV file has the name of no table.
        #[error("{0} does not have the name of a table, so its rows would not be imported; rename it, or move it away")]
        UnknownFile(PathBuf) = Data,
        /// The lines of `audit.csv` do not follow from one another.
        #[error("audit.csv was altered: its lines do not follow from one another; take the exported file, or begin a new audit table without it")]
        AuditChain = Data,
        /// A required file is missing.
        #[error("required file {0} not found")]
        MissingFile(PathBuf) = NoInput,
        /// A file is not CSV.
        #[error("{path}: {source}")]
        NotCsv {
            /// The file.
            path: PathBuf,
            /// The reader's error.
            source: TableError,
        } = Data,
        /// A file is a workbook, in which document numbers lose their zeros, or another archive.
        #[error("{0} is a workbook or another archive; export the table as CSV, with document numbers as text")]
        Workbook(PathBuf) = Data,
        /// A file has a column twice.
        #[error("{table}.csv has the column \"{column}\" twice; remove one")]
        DuplicateColumn {
            /// The table.
            table: &'static str,
            /// The column.
            column: &'static str,
        } = Data,
        /// A file lacks a column.
        #[error("{table}.csv has no column \"{column}\"")]
        MissingColumn {
            /// The table.
            table: &'static str,
            /// The missing column.
            column: &'static str,
        } = Data,
        /// A file has a column that the table does not have.
        #[error("{table}.csv has the unknown column \"{column}\"; `rastau register schema` lists the columns")]
        UnknownColumn {
            /// The table.
            table: &'static str,
            /// The unknown column.
            column: String,
        } = Data,
        /// Rows have problems.
        #[error(transparent)]
        Rows(RowProblems) = Data,
    }
}

/// The problems of the rows of an import: one line each, and their number on the last line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowProblems {
    /// The first 100 problems, in the order of the files and rows.
    pub listed: Vec<RowProblem>,
    /// The number of further problems.
    pub unlisted: usize,
}

impl RowProblems {
    fn add(&mut self, problem: RowProblem) {
        if self.listed.len() < MAX_PROBLEMS { self.listed.push(problem) } else { self.unlisted += 1 }
    }
}

impl fmt::Display for RowProblems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.listed {
            writeln!(f, "{problem}")?;
        }
        if self.unlisted > 0 {
            writeln!(f, "… and {} more", self.unlisted)?;
        }
        write!(f, "{} problems found; nothing was imported", self.listed.len() + self.unlisted)
    }
}

impl std::error::Error for RowProblems {}

/// A problem of one row of a CSV file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{table}.csv line {line}: {kind}")]
pub struct RowProblem {
    /// The table.
    pub table: &'static str,
    /// The line on which the row starts, as an editor counts: from 1, blank lines included.
    pub line: u64,
    /// What is wrong.
    pub kind: RowProblemKind,
}

/// What is wrong with a row of a CSV file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RowProblemKind {
    /// A cell is missing or invalid.
    #[error("{column}: {source}")]
    Cell {
        /// The column.
        column: &'static str,
        /// What is wrong with the cell.
        source: ValueError,
    },
    /// The row has more cells than the heading.
    #[error(
        "{cells} cells, but the heading has {columns}; put a cell that contains the delimiter in quotation marks"
    )]
    TooManyCells {
        /// The number of cells.
        cells: usize,
        /// The number of columns of the heading.
        columns: usize,
    },
    /// The file has an earlier row with the same key.
    #[error("duplicate row \"{0}\"; remove one of them")]
    Duplicate(String),
}

/// Options of an import.
#[derive(Debug, Clone, Copy)]
pub struct ImportOptions<'a> {
    /// The name of the register; `None` where `register.csv` has it.
    pub name: Option<&'a str>,
    /// The first covered issue date, YYYY-MM-DD; `None` where `register.csv` has it.
    pub covered_from: Option<&'a str>,
    /// Who imports.
    pub author: &'a Author,
}

/// Imports the CSV files of `directory` into a new register file `into`. `progress` gets the number of rows so far, every
/// 10,000 rows.
///
/// # Errors
/// [`ImportError`] for files or rows that cannot be imported, [`OpenError::Exists`] where `into` exists already,
/// [`RegistryError::Read`] for a file that cannot be read, [`RegistryError::Database`] or [`RegistryError::Write`] where
/// the register cannot be written.
pub fn import(
    directory: &Path,
    into: &Path,
    options: &ImportOptions<'_>,
    progress: &dyn Fn(u64),
) -> Result<Imported, RegistryError> {
    let (name, covered_from) = identity(directory, options)?;
    date(&covered_from).map_err(ImportError::from)?;
    for table in REQUIRED {
        let path = directory.join(format!("{table}.csv"));
        if !path.is_file() {
            return Err(ImportError::MissingFile(path).into());
        }
    }
    if let Some(path) = unknown_file(directory)? {
        return Err(ImportError::UnknownFile(path).into());
    }
    if into.exists() {
        return Err(OpenError::Exists(into.to_path_buf()).into());
    }
    // The register is written under another name and renamed when it is complete.
    let temporary = into.with_extension("part");
    let _ = std::fs::remove_file(&temporary);
    let result = Register::create(&temporary, &name, &covered_from)
        .and_then(|register| import_all(directory, register, options.author, progress));
    if result.is_ok() {
        std::fs::rename(&temporary, into).map_err(RegistryError::write(into))?;
    }
    for ending in ["part", "part-wal", "part-shm"] {
        let _ = std::fs::remove_file(into.with_extension(ending));
    }
    result
}

/// Returns the name and the first covered issue date: of the options, or of `register.csv`.
fn identity(directory: &Path, options: &ImportOptions<'_>) -> Result<(String, String), RegistryError> {
    let path = directory.join("register.csv");
    let mut found = [None, None];
    if path.is_file() {
        let mut problems = RowProblems::default();
        for row in CsvTable::open(&path, &REGISTER)? {
            if let Some(values) = row?.values_or(&REGISTER, &mut problems) {
                found = [values.first().map(text), values.get(1).map(text)];
            }
        }
        if !problems.listed.is_empty() {
            return Err(ImportError::Rows(problems).into());
        }
    }
    let [name, covered_from] = found;
    let choose = |what, found: Option<String>, given: Option<&str>| match (found, given) {
        (Some(found), Some(given)) if found != given => {
            Err(ImportError::OtherIdentity { what, found, given: given.into() })
        }
        (Some(found), _) => Ok(found),
        (None, Some(given)) => Ok(given.into()),
        (None, None) => Err(ImportError::NoIdentity(what)),
    };
    Ok((choose("name", name, options.name)?, choose("covered-from", covered_from, options.covered_from)?))
}

/// Returns a CSV file of a directory that has the name of no table.
pub(crate) fn unknown_file(directory: &Path) -> Result<Option<PathBuf>, RegistryError> {
    let entries = std::fs::read_dir(directory).map_err(RegistryError::read(directory))?;
    let mut unknown = Vec::new();
    for entry in entries {
        let path = entry.map_err(RegistryError::read(directory))?.path();
        let is_csv = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let is_known = Table::named(stem).is_some() || [REGISTER.name, AUDIT.name].contains(&stem);
        // Whether `Documents.csv` and `documents.csv` are the same file depends on the system.
        let is_exact = path.extension().is_some_and(|ending| ending == "csv");
        if is_csv && !(is_known && is_exact) {
            unknown.push(path);
        }
    }
    Ok(unknown.into_iter().min())
}

fn import_all(
    directory: &Path,
    register: Register,
    author: &Author,
    progress: &dyn Fn(u64),
) -> Result<Imported, RegistryError> {
    let mut problems = RowProblems::default();
    let mut imported = Imported::new();
    let mut rows = 0;
    let transaction = register.begin()?;
    for table in TABLES.iter().chain([&AUDIT]) {
        let path = directory.join(format!("{}.csv", table.name));
        if path.is_file() {
            let count = import_table(&transaction, &path, table, &mut problems, &mut rows, progress)?;
            imported.push((table.name, count));
        }
    }
    if !problems.listed.is_empty() {
        return Err(ImportError::Rows(problems).into());
    }
    if !audit::is_chain(&transaction)? {
        return Err(ImportError::AuditChain.into());
    }
    Journal::new(&transaction, author, Action::Import)?.whole()?;
    transaction.commit()?;
    register.connection().execute_batch("PRAGMA wal_checkpoint(TRUNCATE);")?;
    Ok(imported)
}

/// The columns of a table, with the type of each.
type Columns = &'static [(&'static str, Cell)];

/// Returns the letters and digits of a heading in lower case: `name_kk` may be written as `Name KK`, `nameKk` or `name-kk*`.
fn column_name(heading: &str) -> String {
    heading.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The positions of the table's columns in the heading of a file.
fn positions(heading: &RawRow, table: &'static str, columns: Columns) -> Result<Vec<usize>, ImportError> {
    let names: Vec<String> = heading.cells.iter().take(heading.len()).map(|name| column_name(name)).collect();
    let is_column = |name: &String| columns.iter().any(|(column, _)| column_name(column) == *name);
    if let Some((heading, _)) = heading.cells.iter().zip(&names).find(|(_, name)| !is_column(name)) {
        return Err(ImportError::UnknownColumn { table, column: heading.trim().to_string() });
    }
    let position = |(column, _): &(&'static str, Cell)| {
        let mut positions = names
            .iter()
            .enumerate()
            .filter(|(_, name)| **name == column_name(column))
            .map(|(position, _)| position);
        match (positions.next(), positions.next()) {
            (Some(position), None) => Ok(position),
            (None, _) => Err(ImportError::MissingColumn { table, column }),
            (_, Some(_)) => Err(ImportError::DuplicateColumn { table, column }),
        }
    };
    columns.iter().map(position).collect()
}

/// Opens a file and reads its heading: the first row that is not blank and is not a title of one cell.
fn open(path: &Path, columns: Columns) -> Result<(Source, RawRow), RegistryError> {
    let unreadable = |source| ImportError::NotCsv { path: path.to_path_buf(), source };
    let known = |cells: &[String]| {
        let is_column =
            |cell: &&String| columns.iter().any(|(column, _)| column_name(column) == column_name(cell));
        cells.iter().filter(is_column).count()
    };
    let mut input = Input::file(File::open(path).map_err(RegistryError::read(path))?);
    // Before anything is decompressed.
    if input.is_container().map_err(RegistryError::read(path))? {
        return Err(ImportError::Workbook(path.to_path_buf()).into());
    }
    let mut source = Source::open(input, None, &known).map_err(unreadable)?;
    let mut heading = RawRow::default();
    for row in source.by_ref() {
        let row = row.map_err(unreadable)?;
        if row.len() > 1 || known(&row.cells) > 0 {
            heading = row;
            break;
        }
    }
    Ok((source.below(&heading).map_err(unreadable)?, heading))
}

/// A CSV file of a table, row by row.
pub(crate) struct CsvTable {
    path: PathBuf,
    source: Source,
    columns: Columns,
    positions: Vec<usize>,
    /// The number of columns of the heading.
    heading: usize,
}

/// A row of a CSV file.
pub(crate) struct CsvRow {
    /// The line on which it starts.
    pub line: u64,
    /// The value of each column of the table, or what is wrong with the row.
    pub values: Result<Vec<Value>, Vec<RowProblemKind>>,
    /// The first column of the key as it is written, to name the row.
    pub key: String,
}

impl CsvRow {
    /// Returns the values; without them, adds what is wrong to `problems`.
    fn values_or(self, table: &Table, problems: &mut RowProblems) -> Option<Vec<Value>> {
        match self.values {
            Ok(values) => Some(values),
            Err(kinds) => {
                for kind in kinds {
                    problems.add(RowProblem { table: table.name, line: self.line, kind });
                }
                None
            }
        }
    }
}

impl CsvTable {
    /// Opens a file and finds the columns of `table` in its heading.
    pub(crate) fn open(path: &Path, table: &Table) -> Result<Self, RegistryError> {
        let columns = table.columns;
        let (source, heading) = open(path, columns)?;
        let positions = positions(&heading, table.name, columns)?;
        Ok(Self { path: path.to_path_buf(), source, columns, positions, heading: heading.len() })
    }

    fn row(&self, row: &RawRow) -> CsvRow {
        let mut values = Vec::with_capacity(self.columns.len());
        let mut problems = Vec::new();
        for ((column, kind), position) in self.columns.iter().zip(&self.positions) {
            match row.cells.get(*position).ok_or(ValueError::Missing).and_then(|text| cell(*kind, text)) {
                Ok(value) => values.push(value),
                Err(source) => problems.push(RowProblemKind::Cell { column, source }),
            }
        }
        if row.len() > self.heading {
            problems = vec![RowProblemKind::TooManyCells { cells: row.len(), columns: self.heading }];
        }
        let key = self.positions.first().and_then(|position| row.cells.get(*position));
        let values = if problems.is_empty() { Ok(values) } else { Err(problems) };
        CsvRow { line: row.line, values, key: key.cloned().unwrap_or_default() }
    }
}

impl Iterator for CsvTable {
    type Item = Result<CsvRow, RegistryError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.source.next()? {
                // Spreadsheets write rows such as `,,,` after the last row.
                Ok(row) if row.is_blank() => {}
                Ok(row) => return Some(Ok(self.row(&row))),
                Err(source) => {
                    return Some(Err(ImportError::NotCsv { path: self.path.clone(), source }.into()));
                }
            }
        }
    }
}

fn import_table(
    connection: &rusqlite::Connection,
    path: &Path,
    table: &'static Table,
    problems: &mut RowProblems,
    rows: &mut u64,
    progress: &dyn Fn(u64),
) -> Result<u64, RegistryError> {
    let mut insert = connection.prepare(&table.insert_sql())?;
    let mut count = 0;
    for row in CsvTable::open(path, table)? {
        let row = row?;
        let (line, key) = (row.line, row.key.clone());
        if let Some(values) = row.values_or(table, problems) {
            match insert.execute(rusqlite::params_from_iter(&values)) {
                Ok(_) => count += 1,
                Err(rusqlite::Error::SqliteFailure(failure, _))
                    if failure.code == rusqlite::ErrorCode::ConstraintViolation =>
                {
                    problems.add(RowProblem {
                        table: table.name,
                        line,
                        kind: RowProblemKind::Duplicate(key),
                    });
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
mod tests;
