//! Changes as a directory of CSV tables.

use std::path::Path;

use super::{ApplyError, Change, RowRefusal};
use crate::csv_import::{CsvTable, unknown_file};
use crate::tables::{AUDIT, REGISTER, TABLES, text};
use crate::{Register, RegistryError};

/// Returns the rows of all tables of a directory.
pub(super) fn changes(
    directory: &Path,
    register: &Register,
) -> Result<impl Iterator<Item = Result<Change, RegistryError>> + use<>, RegistryError> {
    if !directory.is_dir() {
        return Err(ApplyError::NoDirectory(directory.to_path_buf()).into());
    }
    if let Some(path) = unknown_file(directory)? {
        return Err(ApplyError::NotATable(path).into());
    }
    let file = |name: &str| directory.join(format!("{name}.csv"));
    // Its lines belong to the exported register; they are not changes.
    if file(AUDIT.name).exists() {
        return Err(ApplyError::NotATable(file(AUDIT.name)).into());
    }
    same_register(&file(REGISTER.name), register)?;
    let tables: Vec<_> =
        TABLES.iter().map(|table| (table, file(table.name))).filter(|(_, path)| path.is_file()).collect();
    if tables.is_empty() {
        return Err(ApplyError::NoTable(directory.to_path_buf()).into());
    }
    Ok(tables.into_iter().flat_map(|(table, path)| {
        let (rows, failed) = match CsvTable::open(&path, table) {
            Ok(rows) => (Some(rows), None),
            Err(error) => (None, Some(Err(error))),
        };
        let rows = rows.into_iter().flatten().map(move |row| {
            let row = row?;
            let values = row.values.map_err(RowRefusal::Cells);
            let file = format!("{}.csv", table.name);
            Ok(Change { file, line: row.line, row: values.map(|values| (table, values)) })
        });
        failed.into_iter().chain(rows)
    }))
}

/// Compares `register.csv`, which an export has, with the register.
fn same_register(path: &Path, register: &Register) -> Result<(), RegistryError> {
    if !path.is_file() {
        return Ok(());
    }
    let (own, _) = register.identity()?;
    for row in CsvTable::open(path, &REGISTER)? {
        // A row that cannot be read names no register.
        let values = row?.values.unwrap_or_default();
        let found = values.first().map(text).unwrap_or_default();
        if found != own {
            return Err(ApplyError::OtherRegister { found, own }.into());
        }
    }
    Ok(())
}
