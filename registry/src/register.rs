//! The register database: SQLite, one file (the schema is `schema.sql`).

use std::path::Path;

use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::RegistryError;

/// The schema, as documented in `schema.sql`.
pub const SCHEMA: &str = include_str!("schema.sql");

/// An open register.
pub struct Register {
    connection: Connection,
}

impl Register {
    /// Makes a new, empty register file; it may not exist yet.
    pub fn create(path: &Path, name: &str, covered_from: &str) -> Result<Self, RegistryError> {
        if path.exists() {
            return Err(RegistryError::said(format!(
                "{} exists already; choose another name or move it away",
                path.display()
            )));
        }
        let connection = Connection::open(path)?;
        connection.execute_batch(
            "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;",
        )?;
        connection.execute_batch(SCHEMA)?;
        connection
            .execute("INSERT INTO register (name, covered_from) VALUES (?1, ?2)", (name, covered_from))?;
        Ok(Self { connection })
    }

    /// Opens a register file for reading and writing.
    pub fn open(path: &Path) -> Result<Self, RegistryError> {
        if !path.is_file() {
            return Err(RegistryError::said(format!("there is no register file {}", path.display())));
        }
        let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let known: Result<i64, _> = connection.query_row("SELECT schema FROM register", (), |row| row.get(0));
        match known {
            Ok(1) => Ok(Self { connection }),
            Ok(other) => Err(RegistryError::said(format!(
                "{} has schema {other}, and this program knows schema 1; update Rastau",
                path.display()
            ))),
            // SQLite's own words where the file could not be read at all; everything else is another file.
            Err(rusqlite::Error::SqliteFailure(code, said))
                if !matches!(code.code, ErrorCode::NotADatabase | ErrorCode::Unknown) =>
            {
                let said = said.unwrap_or_else(|| code.to_string());
                Err(RegistryError::said(format!("cannot read {}: {said}", path.display())))
            }
            Err(_) => Err(RegistryError::said(format!("{} is not a Rastau register", path.display()))),
        }
    }

    /// The database connection.
    #[must_use]
    pub const fn connection(&self) -> &Connection {
        &self.connection
    }

    /// The database connection, for a transaction.
    pub const fn connection_mut(&mut self) -> &mut Connection {
        &mut self.connection
    }

    /// Name of the register and the first issue date that it covers.
    pub fn identity(&self) -> Result<(String, String), RegistryError> {
        Ok(self
            .connection
            .query_row("SELECT name, covered_from FROM register", (), |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// Number of documents.
    pub fn count_documents(&self) -> Result<u64, RegistryError> {
        let count: i64 = self.connection.query_row("SELECT count(*) FROM documents", (), |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }
}
