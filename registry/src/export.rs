//! Writes a register as CSV files, from which [`import`](crate::csv_import::import) makes the same register again.
//!
//! There is one file for each table, and two more: `register.csv` says what the register is, and `audit.csv` has the audit
//! table.
//!
//! ```
//! use rastau_core::calendar::Timestamp;
//! use rastau_registry::Register;
//! use rastau_registry::audit::Author;
//! use rastau_registry::csv_import::{ImportOptions, import};
//! use rastau_registry::export::export;
//!
//! let directory = tempfile::tempdir()?;
//! let at = |name: &str| directory.path().join(name);
//! let register = Register::create(&at("register.sqlite"), "kz.example", "2023-09-04")?;
//! register.connection().execute("INSERT INTO skill_lists VALUES (0, 'S1 S2')", ())?;
//! export(&register, &at("csv"), &|_| {})?;
//!
//! let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
//! let author = Author::new(now, "a.operator", "from the backup")?;
//! let options = ImportOptions { name: None, covered_from: None, author: &author };
//! let imported = import(&at("csv"), &at("again.sqlite"), &options, &|_| {})?;
//! assert!(imported.contains(&("skill_lists", 1)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use rastau_tables::write::Csv;
use rusqlite::Connection;

use crate::tables::{AUDIT, REGISTER, TABLES, Table, cell, exported, text};
use crate::{Register, RegistryError};

rastau_core::exit_error! {
    /// Why a register was not written as CSV files. No directory is left behind.
    #[derive(Debug, thiserror::Error)]
    pub enum ExportError {
        /// The directory exists.
        #[error("{0} exists already; choose another name or move it away")]
        Exists(PathBuf) = CannotWrite,
        /// A value would be different after an import.
        #[error(
            "{table} {row}: the value \"{value}\" of {column} cannot be written as CSV, because an import would not read the same; correct it"
        )]
        Value {
            /// The table.
            table: &'static str,
            /// The row's key, its columns separated by spaces.
            row: String,
            /// The column.
            column: &'static str,
            /// The value.
            value: String,
        } = Data,
    }
}

/// The exported tables with their numbers of rows.
pub type Exported = Vec<(&'static str, u64)>;

/// Writes the register into the new directory `to`. `progress` gets the number of rows so far, every 10,000 rows.
///
/// # Errors
/// [`ExportError`]; [`RegistryError::Write`] where a file cannot be written; [`RegistryError::Database`] where SQLite fails.
pub fn export(register: &Register, to: &Path, progress: &dyn Fn(u64)) -> Result<Exported, RegistryError> {
    // The directory gets its final name when it is complete. An interrupted export leaves the temporary one.
    let mut part = to.as_os_str().to_os_string();
    part.push(".part");
    let part = PathBuf::from(part);
    if let Some(existing) = [to, part.as_path()].into_iter().find(|path| path.exists()) {
        return Err(ExportError::Exists(existing.to_path_buf()).into());
    }
    std::fs::create_dir_all(&part).map_err(RegistryError::write(&part))?;
    let written = export_all(register, &part, progress)
        .and_then(|exported| std::fs::rename(&part, to).map_err(RegistryError::write(to)).map(|()| exported));
    if written.is_err() {
        let _ = std::fs::remove_dir_all(&part);
    }
    written
}

fn export_all(
    register: &Register,
    directory: &Path,
    progress: &dyn Fn(u64),
) -> Result<Exported, RegistryError> {
    let transaction = register.begin_reading()?;
    let mut rows = 0;
    let mut exported = Exported::new();
    for table in [&REGISTER].into_iter().chain(&TABLES).chain([&AUDIT]) {
        let path = directory.join(format!("{}.csv", table.name));
        let count = export_table(&transaction, table, &path, &mut rows, progress)?;
        exported.push((table.name, count));
    }
    Ok(exported)
}

fn export_table(
    connection: &Connection,
    table: &Table,
    path: &Path,
    rows: &mut u64,
    progress: &dyn Fn(u64),
) -> Result<u64, RegistryError> {
    let failed = RegistryError::write(path);
    let file = File::create_new(path).map_err(&failed)?;
    let heading: Vec<&str> = table.columns.iter().map(|(column, _)| *column).collect();
    let mut csv = Csv::new(BufWriter::new(file), &heading).map_err(&failed)?;
    // In the order of the key, so that one register gives the same bytes.
    let order = heading.get(..table.key).unwrap_or(&heading).join(", ");
    let sql = format!("SELECT {} FROM {} ORDER BY {order}", table.column_list(), table.name);
    let mut statement = connection.prepare(&sql)?;
    let mut found = statement.query(())?;
    let mut count = 0;
    while let Some(row) = found.next()? {
        let values = table.values(row)?;
        let mut cells = Vec::with_capacity(values.len());
        for ((column, kind), value) in table.columns.iter().zip(&values) {
            let text_of_value = text(value);
            let written = exported(text_of_value.clone());
            if cell(*kind, &written).ok().map(|read| text(&read)).as_ref() != Some(&text_of_value) {
                let row = table.key_text(&values, " ");
                return Err(
                    ExportError::Value { table: table.name, row, column, value: text_of_value }.into()
                );
            }
            cells.push(written);
        }
        csv.row(cells).map_err(&failed)?;
        count += 1;
        *rows += 1;
        if rows.is_multiple_of(10_000) {
            progress(*rows);
        }
    }
    let file = csv.finish().map_err(&failed)?;
    let file = file.into_inner().map_err(|error| failed(error.into_error()))?;
    file.sync_all().map_err(&failed)?;
    Ok(count)
}

#[cfg(test)]
mod tests;
