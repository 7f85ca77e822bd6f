//! The register database: SQLite, one file (the schema is `schema.sql`).

use std::path::{Path, PathBuf};

use rastau_core::document::number::skeleton;
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::RegistryError;

/// The schema, as documented in `schema.sql`.
pub const SCHEMA: &str = include_str!("schema.sql");

/// The tables that registers of schema version 1 may lack, because they were added to it.
const ADDED: &str =
    "CREATE TABLE IF NOT EXISTS replaced_documents (number TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS sealed_later (number TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;";

rastau_core::exit_error! {
    /// Why a register file cannot be created or opened.
    #[derive(Debug, thiserror::Error)]
    pub enum OpenError {
        /// A new register is to be created where a file is already.
        #[error("{0} exists already; choose another name or move it away")]
        Exists(PathBuf) = CannotWrite,
        /// There is no such file.
        #[error("register file {0} not found")]
        NotFound(PathBuf) = NoInput,
        /// The schema is of a version that this program does not know.
        #[error("{path} has schema version {found}, and this program supports version 1; update Rastau")]
        Schema {
            /// The file.
            path: PathBuf,
            /// The version found.
            found: i64,
        } = Data,
        /// SQLite cannot read the file.
        #[error("cannot read {path}: {source}")]
        Unreadable {
            /// The file.
            path: PathBuf,
            /// SQLite's error.
            source: rusqlite::Error,
        } = NoInput,
        /// The file is not a database, or a database with other tables.
        #[error("{0} is not a Rastau register")]
        NotARegister(PathBuf) = Data,
    }
}

/// Defines what the queries of the check use: `skeleton(number)`.
fn define_functions(connection: &Connection) -> Result<(), RegistryError> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("skeleton", 1, flags, |context| {
        Ok(context.get_raw(0).as_str().map(skeleton).unwrap_or_default())
    })?;
    Ok(())
}

/// An open register.
///
/// ```
/// use rastau_registry::error::OpenError;
/// use rastau_registry::{Register, RegistryError};
///
/// let directory = tempfile::tempdir()?;
/// let path = directory.path().join("register.sqlite");
/// let created = Register::create(&path, "kz.example", "2023-09-04")?;
/// drop(created);
/// let register = Register::open(&path)?;
/// assert_eq!(register.identity()?, ("kz.example".into(), "2023-09-04".into()));
/// assert_eq!(register.count_documents()?, 0);
///
/// let missing = Register::open(&directory.path().join("other.sqlite"));
/// assert!(matches!(missing, Err(RegistryError::Open(OpenError::NotFound(_)))));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Register {
    connection: Connection,
}

impl Register {
    /// Creates a new, empty register file. `covered_from` is the first issue date (YYYY-MM-DD) from which on every
    /// document is listed; it is not checked here.
    ///
    /// # Errors
    /// [`OpenError::Exists`] where the file exists already; [`RegistryError::Database`] where SQLite fails.
    pub fn create(path: &Path, name: &str, covered_from: &str) -> Result<Self, RegistryError> {
        if path.exists() {
            return Err(OpenError::Exists(path.to_path_buf()).into());
        }
        let connection = Connection::open(path)?;
        connection.execute_batch(
            "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;",
        )?;
        define_functions(&connection)?;
        connection.execute_batch(SCHEMA)?;
        connection
            .execute("INSERT INTO register (name, covered_from) VALUES (?1, ?2)", (name, covered_from))?;
        Ok(Self { connection })
    }

    /// Opens a register file for reading and writing.
    ///
    /// # Errors
    /// [`OpenError`] for a file that is missing, unreadable, not a register, or of another schema version.
    pub fn open(path: &Path) -> Result<Self, RegistryError> {
        if !path.is_file() {
            return Err(OpenError::NotFound(path.to_path_buf()).into());
        }
        let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let schema: Result<i64, _> =
            connection.query_row("SELECT schema FROM register", (), |row| row.get(0));
        let path = path.to_path_buf();
        match schema {
            Ok(1) => {
                define_functions(&connection)?;
                connection.execute_batch(ADDED)?;
                Ok(Self { connection })
            }
            Ok(found) => Err(OpenError::Schema { path, found }.into()),
            // `NotADatabase` is a file of another kind, `Unknown` a database without our table; the rest are failures
            // to read.
            Err(source @ rusqlite::Error::SqliteFailure(code, _))
                if !matches!(code.code, ErrorCode::NotADatabase | ErrorCode::Unknown) =>
            {
                Err(OpenError::Unreadable { path, source }.into())
            }
            Err(_) => Err(OpenError::NotARegister(path).into()),
        }
    }

    /// Returns the database connection.
    #[must_use]
    pub const fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Returns the database connection for a transaction.
    pub const fn connection_mut(&mut self) -> &mut Connection {
        &mut self.connection
    }

    /// Returns the name of the register and the first issue date that it covers, as stored.
    ///
    /// # Errors
    /// [`RegistryError::Database`] where SQLite fails.
    pub fn identity(&self) -> Result<(String, String), RegistryError> {
        Ok(self
            .connection
            .query_row("SELECT name, covered_from FROM register", (), |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// Returns the number of documents, cancelled ones included.
    ///
    /// # Errors
    /// [`RegistryError::Database`] where SQLite fails.
    pub fn count_documents(&self) -> Result<u64, RegistryError> {
        let count: i64 = self.connection.query_row("SELECT count(*) FROM documents", (), |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rejects_what_is_not_a_register() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("r.sqlite");
        let open = || match Register::open(&path) {
            Err(RegistryError::Open(error)) => error,
            other => panic!("{:?}", other.map(|_| ())),
        };
        assert!(matches!(open(), OpenError::NotFound(_)));
        std::fs::write(&path, "a text file that is long enough to be more than a header of a database")
            .unwrap();
        assert!(matches!(open(), OpenError::NotARegister(_)));
        std::fs::remove_file(&path).unwrap();
        Connection::open(&path).unwrap().execute_batch("CREATE TABLE other (a)").unwrap();
        assert!(matches!(open(), OpenError::NotARegister(_)));
        std::fs::remove_file(&path).unwrap();
        drop(Register::create(&path, "test", "2023-09-04").unwrap());
        assert!(matches!(
            Register::create(&path, "test", "2023-09-04").err(),
            Some(RegistryError::Open(OpenError::Exists(_)))
        ));
        Register::open(&path).unwrap().connection().execute("UPDATE register SET schema = 2", ()).unwrap();
        assert!(matches!(open(), OpenError::Schema { found: 2, .. }));
    }

    /// A register that an earlier program made lacks tables that were added since.
    #[test]
    fn opening_adds_the_tables_that_an_older_register_lacks() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("r.sqlite");
        let register = Register::create(&path, "test", "2023-09-04").unwrap();
        register
            .connection()
            .execute_batch("DROP TABLE sealed_later; DROP TABLE replaced_documents")
            .unwrap();
        drop(register);
        assert_eq!(crate::check::check(&Register::open(&path).unwrap()).unwrap(), []);
    }

    /// A damaged register is not taken for another file.
    #[test]
    fn a_damaged_register_is_unreadable() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("r.sqlite");
        drop(Register::create(&path, "test", "2023-09-04").unwrap());
        let mut bytes = std::fs::read(&path).unwrap();
        bytes[100..].fill(0xff);
        std::fs::write(&path, bytes).unwrap();
        let error = Register::open(&path).err();
        assert!(matches!(error, Some(RegistryError::Open(OpenError::Unreadable { .. }))), "{error:?}");
    }
}
