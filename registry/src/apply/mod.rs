//! Applies changes to a register: a directory of CSV tables, or a stream of JSON lines. All of them or none.
//!
//! A row with a new key is added. A row with an existing key is compared: it is unchanged, or it changes as far as
//! [`RowRefusal`] allows. No row is removed. After the last row the register is checked as by [`check`], in the same
//! transaction.
//!
//! ```
//! use rastau_core::calendar::Timestamp;
//! use rastau_registry::apply::{ApplyOptions, Changes, RowReport, RowResult, apply};
//! use rastau_registry::audit::Author;
//! use rastau_registry::{Register, RegistryError};
//!
//! let directory = tempfile::tempdir()?;
//! let register = Register::create(&directory.path().join("register.sqlite"), "kz.example", "2023-09-04")?;
//! let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
//! let author = Author::new(now, "a.operator", "order 7 of the ministry")?;
//! let options = ApplyOptions { author: &author, amend: false, dry_run: false };
//! let line = r#"{"table": "professions", "code": "5120-1", "edition": "2017", "name_kk": "Аспаз", "name_ru": "Повар", "name_en": "Cook"}"#;
//!
//! let mut results = Vec::new();
//! let report = &mut |row: &RowReport| Ok::<_, RegistryError>(results.push(row.result.clone()));
//! let applied = apply(&register, Changes::stream(line.as_bytes()), &options, report)?;
//! assert!(applied.is_stored() && applied.added == 1);
//! assert_eq!(results, [RowResult::Added]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod folder;
mod policy;
mod stream;

use std::collections::HashSet;
use std::io::BufRead;
use std::path::{Path, PathBuf};

use rastau_core::calendar::Date;
use rusqlite::types::Value;

use crate::audit::{Action, Author, Head, Journal, head};
use crate::check::{Problem, ProblemKind, Severity, check};
use crate::csv_import::RowProblemKind;
use crate::life::LifeError;
use crate::row_error::RowError;
use crate::tables::Table;
use crate::{Register, RegistryError, rows};

rastau_core::exit_error! {
    /// Why changes cannot be read at all. Nothing was applied.
    #[derive(Debug, thiserror::Error)]
    pub enum ApplyError {
        /// There is no such directory.
        #[error("{0} is not a directory; give one with CSV tables, or - for JSON lines on standard input")]
        NoDirectory(PathBuf) = NoInput,
        /// The directory has no table.
        #[error("{0} has no CSV file of a table; `rastau register schema` lists the tables")]
        NoTable(PathBuf) = NoInput,
        /// The directory has a CSV file that is not a table of changes.
        #[error("{0} is not a table that changes are applied from; move it away")]
        NotATable(PathBuf) = Data,
        /// The directory is one of another register.
        #[error("the files are of the register \"{found}\", and this one is \"{own}\"; give the files of this register")]
        OtherRegister {
            /// The name in `register.csv`.
            found: String,
            /// The name of this register.
            own: String,
        } = Data,
        /// The stream cannot be read.
        #[error("cannot read the changes: {0}")]
        Stream(std::io::Error) = NoInput,
    }
}

/// Changes to be applied, row by row.
pub struct Changes<'a>(Box<dyn Iterator<Item = Result<Change, RegistryError>> + 'a>);

impl Changes<'_> {
    /// Reads the CSV tables of a directory: files as [`import`](crate::csv_import::import) reads, in the order of its tables.
    ///
    /// # Errors
    /// [`ApplyError`] where there is no table, or a CSV file that is not one, or the files are those of another register.
    /// Later rows may fail as those of an import.
    pub fn folder(directory: &Path, register: &Register) -> Result<Self, RegistryError> {
        Ok(Self(Box::new(folder::changes(directory, register)?)))
    }
}

impl<'a> Changes<'a> {
    /// Reads JSON lines, each an object with the member `table` and the columns of the table.
    #[must_use]
    pub fn stream(input: impl BufRead + 'a) -> Self {
        Self(Box::new(stream::changes(input)))
    }
}

/// A row of changes, as it was read.
struct Change {
    /// The file; `-` for a stream.
    file: String,
    line: u64,
    row: Result<(&'static Table, Vec<Value>), RowRefusal>,
}

/// How changes are applied.
#[derive(Debug, Clone, Copy)]
pub struct ApplyOptions<'a> {
    /// Who applies them.
    pub author: &'a Author,
    /// Whether columns about earlier times may change, to correct a mistake.
    pub amend: bool,
    /// Whether nothing is stored, whatever the result.
    pub dry_run: bool,
}

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowReport {
    /// The file, as in `documents.csv`; `-` for a stream.
    pub file: String,
    /// The line on which the row starts, from 1.
    pub line: u64,
    /// The table; empty if the row names none.
    pub table: &'static str,
    /// The row's key, its columns separated by spaces; empty if it cannot be read.
    pub row: String,
    /// The result.
    pub result: RowResult,
}

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowResult {
    /// It is new.
    Added,
    /// These columns are new.
    Changed(Vec<&'static str>),
    /// The register has it already.
    Unchanged,
    /// It cannot be applied, so nothing is.
    Refused(RowRefusal),
}

impl RowResult {
    /// Returns the stable name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed(_) => "changed",
            Self::Unchanged => "unchanged",
            Self::Refused(_) => "refused",
        }
    }
}

/// Why a row was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RowRefusal {
    /// A row of a CSV file cannot be read.
    #[error("{}", list(.0))]
    Cells(Vec<RowProblemKind>),
    /// A line is not a JSON object without duplicate members.
    #[error("the line is not a JSON object: {0}")]
    Json(String),
    /// A line is too long.
    #[error("the line is longer than {limit} bytes")]
    TooLong {
        /// The limit in bytes.
        limit: usize,
    },
    /// A line names no table.
    #[error("the member \"table\" is not the name of a table; `rastau register schema` lists them")]
    NoTable,
    /// A line has a member that the table does not have.
    #[error("the table has no column \"{0}\"")]
    UnknownColumn(String),
    /// A row makes a change to a document that the register does not allow.
    #[error(transparent)]
    Life(#[from] LifeError),
    /// A row has a value that no snapshot can carry.
    #[error(transparent)]
    Row(#[from] RowError),
    /// Rows of the table never change.
    #[error("{} would change, and rows of this table never do{}", .columns.join(", "), advice(.table))]
    NeverChanges {
        /// The table.
        table: &'static str,
        /// The columns that differ.
        columns: Vec<&'static str>,
    },
    /// Only the end of validity may change.
    #[error(
        "{} would change for the past too; close the row by valid_until and add one with another valid_from, or correct a mistake with --amend",
        .columns.join(", ")
    )]
    OnlyEnd {
        /// The columns that differ.
        columns: Vec<&'static str>,
    },
    /// An issuing key has ended and would end later.
    #[error(
        "the key has ended on {end} and would end later: what a thief signs with it would count again; correct a mistake with --amend"
    )]
    KeyReopened {
        /// Its last day.
        end: Date,
    },
    /// A cancellation changes only by a reinstatement.
    #[error("{} would change, and a cancellation changes only by its first reinstated_on", .columns.join(", "))]
    OnlyReinstatement {
        /// The columns that differ.
        columns: Vec<&'static str>,
    },
    /// An earlier row of the same changes has the same key.
    #[error("an earlier row has the same key; remove one of them")]
    Duplicate,
    /// Another row has the values that must be unique.
    #[error("another row has the same values under another key")]
    NotUnique,
    /// The record was not sealed later: the register had it sealed before.
    #[error(
        "the document is not one of these changes with a sealed record, so its record was not sealed later"
    )]
    NotSealedLater,
}

fn list(kinds: &[RowProblemKind]) -> String {
    kinds.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

fn advice(table: &str) -> &'static str {
    match table {
        "documents" => "; `rastau register correct` issues a document in its place",
        _ => "; add a row with another key",
    }
}

/// The result of all rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// The number of added rows.
    pub added: u64,
    /// The number of changed rows.
    pub changed: u64,
    /// The number of rows that the register has already.
    pub unchanged: u64,
    /// The number of refused rows.
    pub refused: u64,
    /// The findings of the check that refuse the changes: its errors, and numbers of new documents that look like
    /// others.
    pub errors: Vec<Problem>,
    /// A row that no snapshot can carry, which the check does not detect.
    pub unfit: Option<RowError>,
    /// The warnings of the check about added documents.
    pub warnings: Vec<Problem>,
    /// Whether nothing was to be stored.
    pub dry_run: bool,
    /// The last line of the audit table.
    pub head: Head,
}

impl Applied {
    /// Returns whether the changes are allowed.
    #[must_use]
    pub fn is_allowed(&self) -> bool {
        self.refused == 0 && self.errors.is_empty() && self.unfit.is_none()
    }

    /// Returns whether the changes are in the register.
    #[must_use]
    pub fn is_stored(&self) -> bool {
        self.is_allowed() && !self.dry_run
    }
}

/// Applies changes to a register: all rows, or none. `report` gets the result of each row; an error of it ends the transaction
/// without a change.
///
/// # Errors
/// [`ApplyError`] and [`ImportError`](crate::csv_import::ImportError) for changes that cannot be read, the errors of `report`,
/// [`RegistryError::Database`] where SQLite fails. Refused rows are no error: see [`Applied::is_allowed`].
pub fn apply<E: From<RegistryError>>(
    register: &Register,
    changes: Changes<'_>,
    options: &ApplyOptions<'_>,
    report: &mut dyn FnMut(&RowReport) -> Result<(), E>,
) -> Result<Applied, E> {
    let database = |error: rusqlite::Error| E::from(RegistryError::from(error));
    let transaction = register.begin()?;
    let mut journal = Journal::new(&transaction, options.author, Action::Apply)?;
    let mut touched = Touched::default();
    let mut applied = Applied {
        added: 0,
        changed: 0,
        unchanged: 0,
        refused: 0,
        errors: Vec::new(),
        unfit: None,
        warnings: Vec::new(),
        dry_run: options.dry_run,
        head: head(&transaction)?,
    };
    for change in changes.0 {
        let Change { file, line, row } = change?;
        let (table, key, result) = match row {
            Ok((table, values)) => {
                let result = policy::apply_row(&mut journal, table, &values, options.amend, &mut touched)?;
                (table.name, table.key_text(&values, " "), result)
            }
            Err(refusal) => ("", String::new(), RowResult::Refused(refusal)),
        };
        match &result {
            RowResult::Added => applied.added += 1,
            RowResult::Changed(_) => applied.changed += 1,
            RowResult::Unchanged => applied.unchanged += 1,
            RowResult::Refused(_) => applied.refused += 1,
        }
        report(&RowReport { file, line, table, row: key, result })?;
    }
    judge(register, &touched, &mut applied)?;
    if applied.is_stored() {
        transaction.commit().map_err(database)?;
    } else {
        transaction.rollback().map_err(database)?;
    }
    applied.head = head(register.connection())?;
    Ok(applied)
}

/// The rows that the changes have added or changed so far.
#[derive(Default)]
struct Touched {
    /// The table and the key of each row.
    rows: HashSet<(&'static str, String)>,
}

impl Touched {
    fn has(&self, table: &'static str, key: &str) -> bool {
        self.rows.contains(&(table, key.to_string()))
    }
}

/// Checks the register after the changes.
fn judge(register: &Register, touched: &Touched, applied: &mut Applied) -> Result<(), RegistryError> {
    for problem in check(register)? {
        let number = problem.place.strip_prefix("documents ").unwrap_or_default();
        let is_new = touched.has("documents", number);
        let looks_alike = is_new && problem.kind == ProblemKind::LookAlikeNumber;
        if problem.kind.severity() == Severity::Error || looks_alike {
            applied.errors.push(problem);
        } else if is_new {
            applied.warnings.push(problem);
        }
    }
    match rows::carried(register.connection()) {
        Ok(_) => Ok(()),
        Err(RegistryError::Row(error)) => {
            applied.unfit = Some(error);
            Ok(())
        }
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests;
