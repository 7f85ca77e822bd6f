//! The register database: SQLite, one file (the schema is `schema.sql`).

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, Transaction, TransactionBehavior};

use crate::RegistryError;

/// The schema, as documented in `schema.sql`.
pub const SCHEMA: &str = include_str!("schema.sql");

/// The version of [`SCHEMA`].
pub const SCHEMA_VERSION: i64 = 2;

/// How long a program waits for another one that is writing. Issuing thousands of documents takes minutes.
const WAIT: Duration = Duration::from_secs(600);

rastau_core::exit_error! {
    /// Why a register file cannot be created or opened.
    #[derive(Debug, thiserror::Error)]
    pub enum OpenError {
        /// A new register is to be created where a file already exists.
        #[error("{0} exists already; choose another name or move it away")]
        Exists(PathBuf) = CannotWrite,
        /// There is no such file.
        #[error("register file {0} not found")]
        NotFound(PathBuf) = NoInput,
        /// The schema is of a version that this program does not know.
        #[error("{path} has schema version {found}, and this program supports version {SCHEMA_VERSION}; update Rastau")]
        Schema {
            /// The file.
            path: PathBuf,
            /// The version found.
            found: i64,
        } = Data,
        /// The schema is of an earlier version.
        #[error(
            "{path} has schema version {found}, and this program uses version {SCHEMA_VERSION}; run: rastau register migrate {path}"
        )]
        OldSchema {
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

/// Sets up how a connection waits for other programs.
///
/// A transaction acquires the write lock when it begins. One that reads first and writes later could not wait for the
/// lock: SQLite would have to let it write based on rows that another program has changed since.
fn set_up(connection: &mut Connection) -> Result<(), RegistryError> {
    connection.busy_timeout(WAIT)?;
    connection.set_transaction_behavior(TransactionBehavior::Immediate);
    // Each table has a few statements.
    connection.set_prepared_statement_cache_capacity(128);
    Ok(())
}

/// Opens a register file of any schema version. Returns the connection and the version.
pub(crate) fn open_any(path: &Path) -> Result<(Connection, i64), RegistryError> {
    if !path.is_file() {
        return Err(OpenError::NotFound(path.to_path_buf()).into());
    }
    // A connection belongs to one thread at a time, so SQLite need not lock it for every value that is read.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(path, flags)?;
    set_up(&mut connection)?;
    match connection.query_row("SELECT schema FROM register", (), |row| row.get(0)) {
        Ok(version) => Ok((connection, version)),
        // `NotADatabase` is a file of another kind, `Unknown` a database without our table; the others are read
        // failures.
        Err(source @ rusqlite::Error::SqliteFailure(code, _))
            if !matches!(code.code, ErrorCode::NotADatabase | ErrorCode::Unknown) =>
        {
            Err(OpenError::Unreadable { path: path.to_path_buf(), source }.into())
        }
        Err(_) => Err(OpenError::NotARegister(path.to_path_buf()).into()),
    }
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
        let mut connection = Connection::open(path)?;
        set_up(&mut connection)?;
        connection.execute_batch(
            "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;",
        )?;
        connection.execute_batch(SCHEMA)?;
        connection
            .execute("INSERT INTO register VALUES (?1, ?2, ?3)", (name, covered_from, SCHEMA_VERSION))?;
        Ok(Self { connection })
    }

    /// Opens a register file for reading and writing.
    ///
    /// # Errors
    /// [`OpenError`] for a file that is missing, unreadable, not a register, or of another schema version.
    pub fn open(path: &Path) -> Result<Self, RegistryError> {
        let (connection, found) = open_any(path)?;
        let path = path.to_path_buf();
        match found {
            SCHEMA_VERSION => Ok(Self { connection }),
            ..SCHEMA_VERSION => Err(OpenError::OldSchema { path, found }.into()),
            _ => Err(OpenError::Schema { path, found }.into()),
        }
    }

    /// Begins a transaction that may write. It waits while another program is writing. Without a commit it is rolled back.
    ///
    /// # Errors
    /// [`RegistryError::Busy`] where another program writes for ten minutes.
    pub fn begin(&self) -> Result<Transaction<'_>, RegistryError> {
        Ok(Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)?)
    }

    /// Begins a transaction that reads one state of the register, independent of concurrent writes by other programs.
    ///
    /// # Errors
    /// [`RegistryError::Database`] where SQLite fails.
    pub fn begin_reading(&self) -> Result<Transaction<'_>, RegistryError> {
        Ok(Transaction::new_unchecked(&self.connection, TransactionBehavior::Deferred)?)
    }

    /// Returns the database connection.
    #[must_use]
    pub const fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Returns the database connection for a transaction. Its transactions begin as those of [`Register::begin`].
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
        Register::open(&path).unwrap().connection().execute("UPDATE register SET schema = 3", ()).unwrap();
        assert!(matches!(open(), OpenError::Schema { found: 3, .. }));
        let connection = Connection::open(&path).unwrap();
        connection.execute("UPDATE register SET schema = 1", ()).unwrap();
        let error = open();
        assert!(matches!(error, OpenError::OldSchema { found: 1, .. }));
        assert!(error.to_string().ends_with(&format!("run: rastau register migrate {}", path.display())));
    }

    /// Two connections that each read and then write would fail without waiting: neither may write based on rows that
    /// the other has changed.
    #[test]
    fn writers_wait_for_one_another() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("r.sqlite");
        drop(Register::create(&path, "test", "2023-09-04").unwrap());
        let write = |how: fn(&mut Register)| {
            let mut register = Register::open(&path).unwrap();
            move || (0..20).for_each(|_| how(&mut register))
        };
        const COUNT: &str = "SELECT count(*) FROM skill_lists";
        let one = write(|register| {
            let transaction = register.connection_mut().transaction().unwrap();
            add(&transaction);
            transaction.commit().unwrap();
        });
        let other = write(|register| {
            let transaction = register.begin().unwrap();
            add(&transaction);
            transaction.commit().unwrap();
        });
        fn add(connection: &Connection) {
            let count: i64 = connection.query_row(COUNT, (), |row| row.get(0)).unwrap();
            std::thread::sleep(Duration::from_millis(2));
            connection.execute("INSERT INTO skill_lists VALUES (?1, ?1)", (count,)).unwrap();
        }
        std::thread::scope(|scope| {
            scope.spawn(one);
            scope.spawn(other);
        });
        let register = Register::open(&path).unwrap();
        let count: i64 = register.connection().query_row(COUNT, (), |row| row.get(0)).unwrap();
        assert_eq!(count, 40);
    }

    /// Concurrent commits of the other program are not visible.
    #[test]
    fn a_reader_sees_one_state() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("r.sqlite");
        let reader = Register::create(&path, "test", "2023-09-04").unwrap();
        let transaction = reader.begin_reading().unwrap();
        let count = || -> i64 {
            reader.connection().query_row("SELECT count(*) FROM skill_lists", (), |row| row.get(0)).unwrap()
        };
        assert_eq!(count(), 0);
        let writer = Register::open(&path).unwrap();
        writer.connection().execute("INSERT INTO skill_lists VALUES (1, 'a')", ()).unwrap();
        assert_eq!(count(), 0);
        drop(transaction);
        assert_eq!(count(), 1);
    }

    /// Ten minutes, however a register was opened: SQLite's default waiting time is shorter than issuing takes.
    #[test]
    fn every_connection_waits_long() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("r.sqlite");
        let waits = |register: &Register| -> i64 {
            register.connection().query_row("PRAGMA busy_timeout", (), |row| row.get(0)).unwrap()
        };
        let created = Register::create(&path, "test", "2023-09-04").unwrap();
        assert_eq!((waits(&created), waits(&Register::open(&path).unwrap())), (600_000, 600_000));
    }

    /// The message says that another program is writing.
    #[test]
    fn a_lock_that_is_never_released_is_busy() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("r.sqlite");
        let one = Register::create(&path, "test", "2023-09-04").unwrap();
        let other = Register::open(&path).unwrap();
        other.connection().busy_timeout(Duration::from_millis(1)).unwrap();
        let _writing = one.begin().unwrap();
        let error = other.begin().map(drop).unwrap_err();
        assert!(matches!(error, RegistryError::Busy), "{error:?}");
    }

    /// A damaged register is not mistaken for another kind of file.
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
