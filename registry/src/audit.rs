//! The audit table: what was changed in a register, by whom, when and why.
//!
//! Each line has the hash of the line before it, so that a line cannot be changed, removed or inserted without
//! recomputing all that follow. Triggers of the schema refuse such changes too. Neither prevents a person who can write
//! the file from replacing the whole table: to detect that, keep the hash of the last line elsewhere
//! (`docs/operator.md`).
//!
//! The hash is SHA-256 of `rastau audit line 1`, a zero byte, the 32 bytes of the previous hash, and then each of
//! `sequence` (in decimal digits), `at`, `operator`, `action`, `reason`, `table_name`, `row_key` and `change`, as the
//! number of its bytes (8 bytes, big-endian) and its bytes in UTF-8.
//!
//! ```
//! use rastau_core::calendar::{Date, Timestamp};
//! use rastau_core::snapshot::status::Ground;
//! use rastau_registry::audit::{self, Author};
//! use rastau_registry::demo::{DemoOptions, Keys, REGISTER, fill};
//! use rastau_registry::life::{Cancel, cancel};
//! use rastau_registry::random::Seeded;
//! use rastau_registry::{Register, RegistryError};
//!
//! let directory = tempfile::tempdir()?;
//! let (now, random) = (Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap(), &mut Seeded::new("audit"));
//! let mut register = Register::create(&directory.path().join("register.sqlite"), REGISTER, "2023-09-04")?;
//! let options = DemoOptions { documents: 100, now, certificates: false };
//! fill(&mut register, &Keys::generate(random)?, &options, random, &|_| {})?;
//!
//! let author = Author::new(now, "a.operator", "decision 12 of the court")?;
//! let on = Date::parse("2026-11-20").unwrap();
//! let order = Cancel { number: "000000001001", ground: Ground::CourtDecision, on, replaced: false };
//! let transaction = register.begin()?;
//! cancel(&transaction, &author, &order)?;
//! transaction.commit()?;
//!
//! let mut lines = Vec::new();
//! let visit = &mut |line| Ok::<_, RegistryError>(lines.push(line));
//! audit::lines(register.connection(), Some("000000001001"), None, visit)?;
//! assert_eq!((lines[0].action.as_str(), lines[0].operator.as_str()), ("cancel", "a.operator"));
//! assert!(audit::problems(register.connection())?.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::collections::BTreeMap;

use rastau_core::calendar::{Date, Timestamp};
use rastau_core::codec::hex;
use rastau_core::crypto::sha256;
use rastau_core::identity::{Kind, identify};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::RegistryError;
use crate::check::{Problem, ProblemKind};
use crate::tables::{AUDIT, Changes, DOCUMENTS, TABLES, Table};

/// Domain separation of these hashes.
const DOMAIN: &[u8] = b"rastau audit line 1\0";
/// The hash before the first line.
const START: [u8; 32] = [0; 32];
/// Separates the columns of a key. No code and no number has a control character.
pub(crate) const KEY_SEPARATOR: &str = "\t";
/// The maximum number of characters of an operator's name.
pub const MAX_OPERATOR: usize = 100;
/// The maximum number of characters of a reason.
pub const MAX_REASON: usize = 1000;

rastau_core::exit_error! {
    /// Why the author of a change cannot be recorded.
    #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
    pub enum AuthorError {
        /// The name of the operator is empty, too long, or has control characters.
        #[error("the operator's name must have 1 to {MAX_OPERATOR} printable characters; give it with --by")]
        Operator = Usage,
        /// The reason is empty, too long, or has control characters.
        #[error("the reason must have 1 to {MAX_REASON} printable characters; give it with --reason")]
        Reason = Usage,
        /// A text contains a number that can be a person's.
        #[error(
            "\"{0}\" can be the identity number of a person, and the audit table must have none: its lines are never removed; leave it out"
        )]
        Person(String) = Usage,
    }
}

/// Who changes a register, when and why. It must not contain personal data of a holder: the register has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    at: Timestamp,
    operator: String,
    reason: String,
}

impl Author {
    /// Checks the name of an operator and a reason. White space around them is dropped.
    ///
    /// # Errors
    /// [`AuthorError`] where one is empty, too long, or has control characters or an IIN.
    pub fn new(at: Timestamp, operator: &str, reason: &str) -> Result<Self, AuthorError> {
        let checked = |text: &str, max: usize, error: AuthorError| {
            let text = text.trim();
            let fits = (1..=max).contains(&text.chars().count()) && !text.chars().any(char::is_control);
            if !fits {
                return Err(error);
            }
            let mut numbers = text.split(|one: char| !one.is_ascii_digit());
            match numbers.find(|number| matches!(identify(number), Ok(Kind::Iin { .. }))) {
                Some(number) => Err(AuthorError::Person(number.into())),
                None => Ok(text.to_string()),
            }
        };
        Ok(Self {
            at,
            operator: checked(operator, MAX_OPERATOR, AuthorError::Operator)?,
            reason: checked(reason, MAX_REASON, AuthorError::Reason)?,
        })
    }

    /// Returns the time of the change.
    #[must_use]
    pub const fn at(&self) -> Timestamp {
        self.at
    }

    /// Returns the name of the operator.
    #[must_use]
    pub fn operator(&self) -> &str {
        &self.operator
    }

    /// Returns the reason.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

macro_rules! actions {
    ($($(#[$doc:meta])* $Action:ident = $name:literal,)*) => {
        /// What an operator did.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Action {
            $($(#[$doc])* $Action,)*
        }

        impl Action {
            /// Returns the stable name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$Action => $name,)* }
            }
        }
    };
}

actions! {
    /// Made a register from CSV files.
    Import = "import",
    /// Changed the schema.
    Migrate = "migrate",
    /// Issued a document.
    Issue = "issue",
    /// Gave a code to a document that was issued without one.
    Seal = "seal",
    /// Cancelled a document.
    Cancel = "cancel",
    /// Reinstated a document.
    Reinstate = "reinstate",
    /// Cancelled a document and issued the one in its place.
    Correct = "correct",
    /// Applied a list of changes.
    Apply = "apply",
}

/// A line of the audit table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number, from 1.
    pub sequence: i64,
    /// The time of the change, RFC 3339.
    pub at: String,
    /// Who made it.
    pub operator: String,
    /// What was done: the name of an [`Action`].
    pub action: String,
    /// Why.
    pub reason: String,
    /// The table of the changed row; empty for a line about the whole register.
    pub table: String,
    /// The primary key of the row, its columns separated by tabs.
    pub key: String,
    /// The change as JSON: `before` and `after` are the row, or `rows` the numbers of rows of each table.
    pub change: String,
    /// The hash of the line before.
    pub previous: Vec<u8>,
    /// The hash of this line.
    pub hash: Vec<u8>,
}

impl Line {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            sequence: row.get(0)?,
            at: row.get(1)?,
            operator: row.get(2)?,
            action: row.get(3)?,
            reason: row.get(4)?,
            table: row.get(5)?,
            key: row.get(6)?,
            change: row.get(7)?,
            previous: row.get(8)?,
            hash: row.get(9)?,
        })
    }

    /// Returns the hash that the line must have.
    fn computed(&self) -> [u8; 32] {
        let sequence = self.sequence.to_string();
        let fields = [
            &sequence,
            &self.at,
            &self.operator,
            &self.action,
            &self.reason,
            &self.table,
            &self.key,
            &self.change,
        ];
        let mut parts = vec![DOMAIN, &self.previous];
        let lengths = fields.map(|field| (field.len() as u64).to_be_bytes());
        for (field, length) in fields.iter().zip(&lengths) {
            parts.extend([&length[..], field.as_bytes()]);
        }
        sha256(&parts)
    }

    /// Returns the changed row in readable form, as in `cancellations 240000000001 2026-03-01`; the action of a line
    /// about the whole register.
    #[must_use]
    pub fn place(&self) -> String {
        if self.table.is_empty() {
            return "register".into();
        }
        format!("{} {}", self.table, self.key.replace(KEY_SEPARATOR, " "))
    }
}

/// The last line of an audit table: its number and its hash. For an empty table the number is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The number of lines.
    pub sequence: i64,
    /// The hash of the last one.
    pub hash: [u8; 32],
}

impl Head {
    /// Returns the hash as hexadecimal digits.
    #[must_use]
    pub fn hex(&self) -> String {
        hex::encode(&self.hash)
    }
}

/// Returns the last line's number and hash.
///
/// # Errors
/// [`RegistryError::Database`] where SQLite fails.
pub fn head(connection: &Connection) -> Result<Head, RegistryError> {
    let sql = "SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1";
    let read = |row: &Row<'_>| Ok(Head { sequence: row.get(0)?, hash: row.get(1)? });
    Ok(connection.query_row(sql, (), read).optional()?.unwrap_or(Head { sequence: 0, hash: START }))
}

/// Changes rows of the register and records each change. Everything happens in the transaction of `connection`.
pub(crate) struct Journal<'a> {
    connection: &'a Connection,
    author: &'a Author,
    action: Action,
    head: Head,
}

impl<'a> Journal<'a> {
    pub(crate) fn new(
        connection: &'a Connection,
        author: &'a Author,
        action: Action,
    ) -> Result<Self, RegistryError> {
        Ok(Self { connection, author, action, head: head(connection)? })
    }

    pub(crate) const fn connection(&self) -> &'a Connection {
        self.connection
    }

    pub(crate) const fn author(&self) -> &'a Author {
        self.author
    }

    /// Inserts a row and records it.
    pub(crate) fn insert(&mut self, table: &Table, values: &[Value]) -> Result<(), RegistryError> {
        table.insert(self.connection, values)?;
        self.inserted(table, values)
    }

    /// Records a row that was inserted.
    pub(crate) fn inserted(&mut self, table: &Table, values: &[Value]) -> Result<(), RegistryError> {
        self.append(table.name, table.key_text(values, KEY_SEPARATOR), after(&table.json(values)))
    }

    /// Changes a row and records it.
    pub(crate) fn update(
        &mut self,
        table: &Table,
        before: &[Value],
        values: &[Value],
    ) -> Result<(), RegistryError> {
        table.update(self.connection, values)?;
        let change = format!("{{\"before\":{},\"after\":{}}}", table.json(before), table.json(values));
        self.append(table.name, table.key_text(values, KEY_SEPARATOR), change)
    }

    /// Removes a row and records it.
    pub(crate) fn remove(&mut self, table: &Table, before: &[Value]) -> Result<(), RegistryError> {
        table.remove(self.connection, before)?;
        let change = format!("{{\"before\":{}}}", table.json(before));
        self.append(table.name, table.key_text(before, KEY_SEPARATOR), change)
    }

    /// Records the numbers of rows of the whole register.
    pub(crate) fn whole(&mut self) -> Result<(), RegistryError> {
        let mut counts = Vec::new();
        for table in &TABLES {
            let count = count(self.connection, table.name)?;
            if count > 0 {
                counts.push(format!("\"{}\":{count}", table.name));
            }
        }
        self.append("", String::new(), format!("{{\"rows\":{{{}}}}}", counts.join(",")))
    }

    fn append(&mut self, table: &str, key: String, change: String) -> Result<(), RegistryError> {
        let line = Line {
            sequence: self.head.sequence + 1,
            at: self.author.at.to_string(),
            operator: self.author.operator.clone(),
            action: self.action.name().into(),
            reason: self.author.reason.clone(),
            table: table.into(),
            key,
            change,
            previous: self.head.hash.to_vec(),
            hash: Vec::new(),
        };
        let hash = line.computed();
        self.connection.prepare_cached(&AUDIT.insert_sql())?.execute(rusqlite::params![
            line.sequence,
            line.at,
            line.operator,
            line.action,
            line.reason,
            line.table,
            line.key,
            line.change,
            line.previous,
            hash
        ])?;
        self.head = Head { sequence: line.sequence, hash };
        Ok(())
    }
}

fn after(row: &str) -> String {
    format!("{{\"after\":{row}}}")
}

fn count(connection: &Connection, table: &str) -> Result<i64, RegistryError> {
    Ok(connection.query_row(&format!("SELECT count(*) FROM {table}"), (), |row| row.get(0))?)
}

/// Records documents that [`issue`](crate::issue::issue) has entered, in the same transaction.
///
/// # Errors
/// [`RegistryError::Database`] where SQLite fails or a document is not in the register.
pub fn record_issued<'n>(
    connection: &Connection,
    author: &Author,
    action: Action,
    numbers: impl IntoIterator<Item = &'n str>,
) -> Result<(), RegistryError> {
    let mut journal = Journal::new(connection, author, action)?;
    for number in numbers {
        let row = DOCUMENTS.find(connection, &[number])?.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
        journal.inserted(&DOCUMENTS, &row)?;
    }
    Ok(())
}

/// Passes the lines of the audit table to `visit`, oldest first: all, or those about one document, or those since a time.
///
/// # Errors
/// [`RegistryError::Database`] where SQLite fails, and the errors of `visit`.
pub fn lines<E: From<RegistryError>>(
    connection: &Connection,
    number: Option<&str>,
    since: Option<Timestamp>,
    visit: &mut dyn FnMut(Line) -> Result<(), E>,
) -> Result<(), E> {
    // A key of a document's row is its number, or begins with it and a tab.
    const ABOUT: &str = "table_name IN ('documents', 'cancellations', 'replaced_documents', 'sealed_later') \
                         AND (row_key = ?1 OR row_key BETWEEN ?1 || char(9) AND ?1 || char(10))";
    let database = |error: rusqlite::Error| E::from(RegistryError::from(error));
    let about = if number.is_some() { ABOUT } else { "?1 IS NULL" };
    let sql = format!(
        "SELECT {} FROM audit WHERE {about} AND (?2 IS NULL OR at >= ?2) ORDER BY sequence",
        AUDIT.column_list()
    );
    let mut statement = connection.prepare(&sql).map_err(database)?;
    let mut found = statement.query((number, since.map(|at| at.to_string()))).map_err(database)?;
    while let Some(row) = found.next().map_err(database)? {
        visit(Line::read(row).map_err(database)?)?;
    }
    Ok(())
}

/// Returns whether the table has a line with a hash, that is, whether it continues a state whose hash was kept
/// elsewhere.
///
/// # Errors
/// [`RegistryError::Database`] where SQLite fails.
pub fn has_line(connection: &Connection, hash: &[u8]) -> Result<bool, RegistryError> {
    Ok(connection
        .query_row("SELECT EXISTS (SELECT 1 FROM audit WHERE hash = ?1)", (hash,), |row| row.get(0))?)
}

/// Returns the problems of the audit table: a broken chain, times that go backwards, rows of the register that are not as the last
/// line about them records, and issuing keys that had ended and were opened again.
///
/// # Errors
/// [`RegistryError::Database`] where SQLite fails.
pub fn problems(connection: &Connection) -> Result<Vec<Problem>, RegistryError> {
    let mut problems = Vec::new();
    chain(connection, &mut problems)?;
    contradictions(connection, &mut problems)?;
    unrecorded(connection, &mut problems)?;
    reopened_keys(connection, &mut problems)?;
    Ok(problems)
}

/// Finds issuing keys that end later than a last day which the table records, and which was over or current when it was recorded.
fn reopened_keys(connection: &Connection, problems: &mut Vec<Problem>) -> Result<(), RegistryError> {
    let mut statement =
        connection.prepare("SELECT row_key, at, change FROM audit WHERE table_name = 'issuing_keys'")?;
    let mut found = statement.query(())?;
    let mut ends: BTreeMap<String, String> = BTreeMap::new();
    while let Some(row) = found.next()? {
        let (key, at, change): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        // An unreadable line is found by its hash.
        let Some(at) = Timestamp::parse(&at) else { continue };
        let Ok(change) = serde_json::from_str::<serde_json::Value>(&change) else { continue };
        for state in ["before", "after"] {
            let end = change[state]["valid_until"].as_str().and_then(Date::parse);
            if let Some(end) = end.filter(|end| *end <= at.date()) {
                let end = end.to_string();
                let earliest = ends.entry(key.clone()).or_insert_with(|| end.clone());
                *earliest = earliest.clone().min(end);
            }
        }
    }
    let sql = "SELECT EXISTS (SELECT 1 FROM issuing_keys WHERE public_key = ?1 \
               AND (valid_until IS NULL OR valid_until = '' OR valid_until > ?2))";
    for (key, end) in ends {
        if connection.query_row(sql, (&key, end), |row| row.get(0))? {
            problems.push(Problem { kind: ProblemKind::ReopenedKey, place: format!("issuing_keys {key}") });
        }
    }
    Ok(())
}

/// Returns whether the lines follow from one another.
pub(crate) fn is_chain(connection: &Connection) -> Result<bool, RegistryError> {
    let mut problems = Vec::new();
    chain(connection, &mut problems)?;
    Ok(problems.iter().all(|problem| problem.kind != ProblemKind::AuditChain))
}

/// Reports the first line that does not follow from the one before it, and the first that is dated before it.
fn chain(connection: &Connection, problems: &mut Vec<Problem>) -> Result<(), RegistryError> {
    let mut statement =
        connection.prepare(&format!("SELECT {} FROM audit ORDER BY sequence", AUDIT.column_list()))?;
    let mut found = statement.query(())?;
    let mut before = Head { sequence: 0, hash: START };
    let mut last = String::new();
    let mut is_backwards = false;
    while let Some(row) = found.next()? {
        let place = |sequence: i64| format!("audit {sequence}");
        // A line whose columns have other types is not one that this program wrote.
        let line = Line::read(row).ok().map(|line| (line.computed(), line));
        let follows = |(hash, line): &([u8; 32], Line)| {
            line.sequence == before.sequence + 1 && line.previous == before.hash && line.hash == hash
        };
        let Some((hash, line)) = line.filter(follows) else {
            problems.push(Problem { kind: ProblemKind::AuditChain, place: place(before.sequence + 1) });
            return Ok(());
        };
        if line.at < last && !is_backwards {
            is_backwards = true;
            problems.push(Problem { kind: ProblemKind::AuditTime, place: place(line.sequence) });
        }
        before = Head { sequence: line.sequence, hash };
        last = line.at;
    }
    Ok(())
}

/// Compares each row that the table records with the last line about it.
fn contradictions(connection: &Connection, problems: &mut Vec<Problem>) -> Result<(), RegistryError> {
    // With max(), SQLite takes the other columns from the row that has the maximum.
    let sql = "SELECT table_name, row_key, change, max(sequence) FROM audit WHERE table_name <> '' \
               GROUP BY table_name, row_key";
    let mut statement = connection.prepare(sql)?;
    let mut found = statement.query(())?;
    while let Some(row) = found.next()? {
        let (name, key, change): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let columns: Vec<&str> = key.split(KEY_SEPARATOR).collect();
        let table = Table::named(&name).filter(|table| table.key == columns.len());
        let is_recorded = match table {
            Some(table) => match table.find(connection, &columns)? {
                Some(values) => change.ends_with(&format!("\"after\":{}}}", table.json(&values))),
                None => !change.contains("\"after\":{"),
            },
            None => false,
        };
        if !is_recorded {
            // In a table whose rows may change, a direct change is visible to verifiers and does no further harm, so it
            // is a warning.
            let kind = match table.map(|table| table.changes) {
                Some(Changes::End | Changes::All) => ProblemKind::ChangedPastAudit,
                Some(Changes::Nothing | Changes::Reinstatement) | None => ProblemKind::ContradictsAudit,
            };
            problems.push(Problem { kind, place: format!("{name} {}", key.replace(KEY_SEPARATOR, " ")) });
        }
    }
    Ok(())
}

/// Compares the numbers of documents and cancellations with those that the table accounts for since the last line about
/// the whole register. A register filled by other programs has no such line.
fn unrecorded(connection: &Connection, problems: &mut Vec<Problem>) -> Result<(), RegistryError> {
    let sql = "SELECT sequence, change FROM audit WHERE table_name = '' ORDER BY sequence DESC LIMIT 1";
    let read = |row: &Row<'_>| Ok::<(i64, String), _>((row.get(0)?, row.get(1)?));
    let Some((since, change)) = connection.query_row(sql, (), read).optional()? else { return Ok(()) };
    // An unreadable one is found by its hash.
    let Ok(counts) = serde_json::from_str::<serde_json::Value>(&change) else { return Ok(()) };
    for name in ["documents", "cancellations"] {
        let recorded = counts["rows"][name].as_i64().unwrap_or(0);
        let added: i64 = connection.query_row(
            "SELECT count(*) FROM audit WHERE table_name = ?1 AND sequence > ?2 AND change GLOB '{\"after\":*'",
            (name, since),
            |row| row.get(0),
        )?;
        let present = count(connection, name)?;
        if recorded.saturating_add(added) != present {
            let expected = recorded.saturating_add(added);
            let place = format!(
                "{name}: the register has {present} rows, and the audit table accounts for {expected},"
            );
            problems.push(Problem { kind: ProblemKind::UnrecordedRows, place });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
