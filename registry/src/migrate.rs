//! Migrates a register file to the current schema version, and keeps a copy of the original.
//!
//! This is the only place that does so: a program that opens an older file reports which command to run.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, Transaction};

use crate::RegistryError;
use crate::audit::{Action, Author, Journal};
use crate::register::{OpenError, SCHEMA, SCHEMA_VERSION, open_any};

/// The result of a migration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Migrated {
    /// The schema version before.
    pub from: i64,
    /// The copy of the original; `None` if the schema was current and nothing was done.
    pub backup: Option<PathBuf>,
}

/// Returns the path of the copy of the register at `path` with schema version `version`.
fn backup_path(path: &Path, version: i64) -> PathBuf {
    let mut name = path.as_os_str().to_os_string();
    name.push(format!(".schema-{version}"));
    PathBuf::from(name)
}

/// Changes the register at `path` to the current schema. The audit table begins with this change.
///
/// # Errors
/// [`OpenError`] for a file that is not a register or is newer, or where the file of the copy exists;
/// [`RegistryError::Write`] where the copy cannot be written; [`RegistryError::Database`] where SQLite fails. The register is
/// then unchanged.
///
/// ```
/// use rastau_core::calendar::Timestamp;
/// use rastau_registry::Register;
/// use rastau_registry::audit::Author;
/// use rastau_registry::migrate::migrate;
///
/// let directory = tempfile::tempdir()?;
/// let path = directory.path().join("register.sqlite");
/// drop(Register::create(&path, "kz.example", "2023-09-04")?);
/// let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
/// let migrated = migrate(&path, &Author::new(now, "a.operator", "update of Rastau")?)?;
/// assert_eq!(migrated.backup, None, "it has the current schema already");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn migrate(path: &Path, author: &Author) -> Result<Migrated, RegistryError> {
    let (mut connection, _) = open_any(path)?;
    // Other programs can still read, and wait before they write.
    let transaction = connection.transaction()?;
    let from = version(&transaction)?;
    if from > SCHEMA_VERSION {
        return Err(OpenError::Schema { path: path.to_path_buf(), found: from }.into());
    }
    if from == SCHEMA_VERSION {
        return Ok(Migrated { from, backup: None });
    }
    let backup = backup_path(path, from);
    if backup.exists() {
        return Err(OpenError::Exists(backup).into());
    }
    let done = copy(path, &backup).and_then(|()| {
        change(&transaction)?;
        Journal::new(&transaction, author, Action::Migrate)?.whole()?;
        Ok(transaction.commit()?)
    });
    match done {
        Ok(()) => Ok(Migrated { from, backup: Some(backup) }),
        Err(error) => {
            let _ = std::fs::remove_file(&backup);
            Err(error)
        }
    }
}

fn version(connection: &Connection) -> Result<i64, RegistryError> {
    Ok(connection.query_row("SELECT schema FROM register", (), |row| row.get(0))?)
}

/// Copies the committed state of a register, which is in more than one file while programs use it.
fn copy(path: &Path, to: &Path) -> Result<(), RegistryError> {
    let name = to.to_str().ok_or_else(|| {
        let source =
            std::io::Error::new(std::io::ErrorKind::InvalidFilename, "its name is not text in UTF-8");
        RegistryError::write(to)(source)
    })?;
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection.execute("VACUUM INTO ?1", (name,))?;
    std::fs::File::open(to).and_then(|file| file.sync_all()).map_err(RegistryError::write(to))
}

/// Changes schema version 1 to 2: version 2 has the audit table. Three tables were added during version 1, so a
/// register may lack them.
fn change(transaction: &Transaction<'_>) -> Result<(), RegistryError> {
    let identity = transaction.query_row("SELECT name, covered_from FROM register", (), |row| {
        Ok::<(String, String), _>((row.get(0)?, row.get(1)?))
    })?;
    transaction.execute_batch("DROP TABLE register")?;
    for statement in statements() {
        let is_missing = |table: &str| -> Result<bool, RegistryError> {
            let sql = "SELECT NOT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = ?1)";
            Ok(transaction.query_row(sql, (table,), |row| row.get(0))?)
        };
        let Some(name) = statement.split_whitespace().nth(2) else { continue };
        let may_lack = ["register", "replaced_documents", "sealed_later", "contacts"].contains(&name);
        if (may_lack || name.starts_with("audit")) && is_missing(name)? {
            transaction.execute_batch(statement)?;
        }
    }
    transaction
        .execute("INSERT INTO register VALUES (?1, ?2, ?3)", (identity.0, identity.1, SCHEMA_VERSION))?;
    Ok(())
}

/// Returns the statements of the schema that create something, each from `CREATE` to the next one.
fn statements() -> impl Iterator<Item = &'static str> {
    let starts: Vec<usize> = SCHEMA.match_indices("\nCREATE ").map(|(at, _)| at + 1).collect();
    let ends: Vec<usize> = starts.iter().copied().skip(1).chain([SCHEMA.len()]).collect();
    starts.into_iter().zip(ends).filter_map(|(start, end)| SCHEMA.get(start..end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Register;
    use crate::check::check;
    use rastau_core::calendar::Timestamp;

    fn author() -> Author {
        let at = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
        Author::new(at, "a.operator", "update").unwrap()
    }

    /// Returns the schema of a database, as it was written.
    fn schema(connection: &Connection) -> Vec<(String, String)> {
        let sql = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name";
        let mut statement = connection.prepare(sql).unwrap();
        let rows = statement.query_map((), |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        rows.map(Result::unwrap).collect()
    }

    /// Makes a register of version 1 with a document, as programs of that version did.
    fn old(path: &Path, dropped: &str) {
        let register = Register::create(path, "kz.example", "2023-09-04").unwrap();
        let connection = register.connection();
        let sql = "DROP TABLE audit; DROP TABLE register;
            CREATE TABLE register (name TEXT NOT NULL, covered_from TEXT NOT NULL, schema INTEGER NOT NULL DEFAULT 1);
            INSERT INTO register (name, covered_from) VALUES ('kz.example', '2023-09-04');
            INSERT INTO skill_lists VALUES (0, 'a')";
        connection.execute_batch(sql).unwrap();
        connection.execute_batch(dropped).unwrap();
    }

    #[test]
    fn a_migrated_register_has_the_schema_of_a_new_one() {
        let directory = tempfile::tempdir().unwrap();
        let path = |name: &str| directory.path().join(name);
        let new = Register::create(&path("new"), "kz.example", "2023-09-04").unwrap();
        for (name, dropped) in [
            ("old", ""),
            ("older", "DROP TABLE sealed_later; DROP TABLE replaced_documents"),
            ("oldest", "DROP TABLE contacts; DROP TABLE sealed_later; DROP TABLE replaced_documents"),
        ] {
            old(&path(name), dropped);
            let opened = Register::open(&path(name)).map(drop).unwrap_err();
            assert!(
                matches!(opened, RegistryError::Open(OpenError::OldSchema { found: 1, .. })),
                "{name}: {opened}"
            );
            let migrated = migrate(&path(name), &author()).unwrap();
            let backup = path(&format!("{name}.schema-1"));
            assert_eq!(migrated, Migrated { from: 1, backup: Some(backup.clone()) });
            let register = Register::open(&path(name)).unwrap();
            assert_eq!(schema(register.connection()), schema(new.connection()), "{name}");
            assert_eq!(check(&register).unwrap(), [], "{name}");
            assert_eq!(register.identity().unwrap(), ("kz.example".into(), "2023-09-04".into()));
            let change: String =
                register.connection().query_row("SELECT change FROM audit", (), |row| row.get(0)).unwrap();
            assert_eq!(change, "{\"rows\":{\"skill_lists\":1}}");
            let kept = Connection::open(&backup).unwrap();
            assert_eq!(version(&kept).unwrap(), 1);
            let rows: i64 = kept.query_row("SELECT count(*) FROM skill_lists", (), |row| row.get(0)).unwrap();
            assert_eq!(rows, 1);
            // A second time nothing is done.
            assert_eq!(migrate(&path(name), &author()).unwrap(), Migrated { from: 2, backup: None });
        }
    }

    /// An earlier copy is not overwritten, and a register that cannot be migrated is unchanged.
    #[test]
    fn a_failed_migration_changes_nothing() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("r.sqlite");
        let backup = directory.path().join("r.sqlite.schema-1");
        old(&path, "");
        std::fs::write(&backup, "words").unwrap();
        let error = migrate(&path, &author()).unwrap_err();
        assert!(matches!(&error, RegistryError::Open(OpenError::Exists(file)) if *file == backup), "{error}");
        assert_eq!(std::fs::read(&backup).unwrap(), b"words");
        std::fs::remove_file(&backup).unwrap();
        // A foreign table of the same name.
        let connection = Connection::open(&path).unwrap();
        connection.execute_batch("CREATE TABLE audit (a)").unwrap();
        let before = schema(&connection);
        assert!(migrate(&path, &author()).is_err());
        assert_eq!(schema(&connection), before);
        assert!(!backup.exists());
        let newer = directory.path().join("newer.sqlite");
        let register = Register::create(&newer, "x", "2023-09-04").unwrap();
        register.connection().execute("UPDATE register SET schema = 3", ()).unwrap();
        let error = migrate(&newer, &author()).unwrap_err();
        assert!(matches!(error, RegistryError::Open(OpenError::Schema { found: 3, .. })), "{error}");
    }
}
