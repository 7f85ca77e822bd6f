//! The lifecycle of a document in the register: cancellation, reinstatement, and its entry.
//!
//! Each function changes the register and its audit table in the transaction of the caller, or returns an error and changes
//! nothing.

use std::collections::HashMap;

use rastau_core::calendar::Date;
use rastau_core::snapshot::status::{Ground, MAX_CANCELLATIONS};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};

use crate::RegistryError;
use crate::alike::skeleton;
use crate::audit::{Action, Author, Journal};
use crate::row_error::Vocabulary;
use crate::tables::{CANCELLATIONS, DOCUMENTS, REPLACED_DOCUMENTS, SEALED_LATER, Table, text};
use crate::text::RowKey;

/// Why the register does not allow a change. The transaction must be rolled back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LifeError {
    /// The register has no document of this number.
    #[error("document {number} is not in the register{}", did_you_mean(.similar.as_deref()))]
    UnknownNumber {
        /// The number.
        number: String,
        /// A number of the register that looks like it.
        similar: Option<String>,
    },
    /// The number of a new document looks like another one.
    #[error(
        "people cannot tell the number {number} from that of document {similar}; give the new document another number"
    )]
    LookAlike {
        /// The number of the new document.
        number: String,
        /// The number of the register.
        similar: String,
    },
    /// A day in the future.
    #[error(
        "document {number}: {what} {on} is in the future, today is {today}; record it when the day has come"
    )]
    Future {
        /// The document number.
        number: String,
        /// What happened on the day.
        what: &'static str,
        /// The day.
        on: Date,
        /// The day of the change in Kazakhstan.
        today: Date,
    },
    /// A cancellation before the day of issue.
    #[error("document {number} was issued on {issued_on} and cannot be cancelled on {on}, an earlier day")]
    BeforeIssue {
        /// The document number.
        number: String,
        /// The day of the cancellation.
        on: Date,
        /// The day of issue.
        issued_on: Date,
    },
    /// The document is cancelled already.
    #[error("document {number} is cancelled already, since {since} ({})", .ground.name())]
    AlreadyCancelled {
        /// The document number.
        number: String,
        /// The day of the cancellation in effect.
        since: Date,
        /// Its ground.
        ground: Ground,
    },
    /// The document was cancelled and reinstated after the day.
    #[error(
        "document {number} was cancelled on {cancelled_on} and reinstated on {reinstated_on}; the next cancellation is on that day or later, \
         and not on the day of the earlier one"
    )]
    BeforeReinstatement {
        /// The document number.
        number: String,
        /// The day of the earlier cancellation.
        cancelled_on: Date,
        /// The day on which it ended.
        reinstated_on: Date,
    },
    /// The document has as many cancellations as a snapshot can carry.
    #[error("document {number} has {MAX_CANCELLATIONS} cancellations, the most that a snapshot can carry")]
    TooManyCancellations {
        /// The document number.
        number: String,
    },
    /// A document that is not cancelled cannot be reinstated.
    #[error("document {number} is not cancelled{}", since_when(*.reinstated_on))]
    NotCancelled {
        /// The document number.
        number: String,
        /// The day on which the last cancellation ended.
        reinstated_on: Option<Date>,
    },
    /// A reinstatement before the cancellation.
    #[error(
        "document {number} was cancelled on {cancelled_on} and cannot be reinstated on {on}, an earlier day"
    )]
    BeforeCancellation {
        /// The document number.
        number: String,
        /// The day of the reinstatement.
        on: Date,
        /// The day of the cancellation.
        cancelled_on: Date,
    },
    /// A document that is not cancelled cannot be marked as replaced.
    #[error("document {number} is not cancelled, so it cannot be marked as replaced; cancel it first")]
    ReplacedInForce {
        /// The document number.
        number: String,
    },
}

fn did_you_mean(similar: Option<&str>) -> String {
    match similar {
        Some(similar) => format!("; the number {similar} looks like it: copy the right one from there"),
        None => "; compare it with the paper".into(),
    }
}

fn since_when(reinstated_on: Option<Date>) -> String {
    reinstated_on.map(|on| format!("; it was reinstated on {on}")).unwrap_or_default()
}

/// A cancellation to be recorded.
#[derive(Debug, Clone, Copy)]
pub struct Cancel<'a> {
    /// The document number.
    pub number: &'a str,
    /// Why it is cancelled.
    pub ground: Ground,
    /// The first day on which it is not in force.
    pub on: Date,
    /// Whether a new document was issued in its place.
    pub replaced: bool,
}

/// A cancellation of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cancelled {
    pub on: Date,
    pub ground: Ground,
    pub reinstated_on: Option<Date>,
}

/// Returns the cancellations of a document, oldest first.
pub(crate) fn cancellations(connection: &Connection, number: &str) -> Result<Vec<Cancelled>, RegistryError> {
    let sql = "SELECT cancelled_on, ground, reinstated_on FROM cancellations WHERE number = ?1 \
               ORDER BY cancelled_on";
    let mut statement = connection.prepare_cached(sql)?;
    let mut found = statement.query((number,))?;
    let key = RowKey::new("cancellations", number);
    let mut list = Vec::new();
    while let Some(row) = found.next()? {
        let (on, ground, reinstated): (String, String, Option<String>) =
            (row.get(0)?, row.get(1)?, row.get(2)?);
        list.push(Cancelled {
            on: key.date("cancelled_on", &on)?,
            ground: self::ground(&ground, &key)?,
            reinstated_on: key.optional_date("reinstated_on", reinstated.as_deref())?,
        });
    }
    Ok(list)
}

fn ground(text: &str, key: &RowKey) -> Result<Ground, RegistryError> {
    Ground::from_name(text).ok_or_else(|| key.word_error("ground", text, Vocabulary::Ground))
}

/// Returns another number of the register that people cannot tell from `number`.
///
/// # Errors
/// [`RegistryError::Database`] where SQLite fails.
pub fn similar_number(connection: &Connection, number: &str) -> Result<Option<String>, RegistryError> {
    Ok(similar(connection, &[number])?.map(|(_, similar)| similar))
}

/// Returns one of `numbers` and another number of the register that people cannot tell from it. All numbers of the register are
/// read once, however many are given.
fn similar<'n>(
    connection: &Connection,
    numbers: &[&'n str],
) -> Result<Option<(&'n str, String)>, RegistryError> {
    let skeletons: HashMap<String, &str> = numbers.iter().map(|number| (skeleton(number), *number)).collect();
    let mut statement = connection.prepare_cached("SELECT number FROM documents ORDER BY number")?;
    let mut rows = statement.query(())?;
    while let Some(row) = rows.next()? {
        let Ok(other) = row.get_ref(0)?.as_str() else { continue };
        if let Some(number) = skeletons.get(&skeleton(other)).filter(|number| **number != other) {
            return Ok(Some((number, other.into())));
        }
    }
    Ok(None)
}

/// Returns the day of issue of a document.
fn issued_on(connection: &Connection, number: &str) -> Result<Date, RegistryError> {
    let mut statement = connection.prepare_cached("SELECT issued_on FROM documents WHERE number = ?1")?;
    let issued_on: Option<String> = statement.query_row((number,), |row| row.get(0)).optional()?;
    match issued_on {
        Some(text) => RowKey::new("documents", number).date("issued_on", &text),
        None => {
            let similar = similar_number(connection, number)?;
            Err(LifeError::UnknownNumber { number: number.into(), similar }.into())
        }
    }
}

fn not_in_future(number: &str, what: &'static str, on: Date, today: Date) -> Result<(), LifeError> {
    if on > today { Err(LifeError::Future { number: number.into(), what, on, today }) } else { Ok(()) }
}

/// Records a cancellation.
///
/// # Errors
/// [`LifeError`] for a number that is not in the register, a day before its issue or in the future, and a document that is
/// cancelled on that day; [`RegistryError::Database`] where SQLite fails.
pub fn cancel(connection: &Connection, author: &Author, order: &Cancel<'_>) -> Result<(), RegistryError> {
    let journal = &mut Journal::new(connection, author, Action::Cancel)?;
    cancel_as(journal, order)
}

/// Records a cancellation as the first half of a correction: the caller issues the document in its place in the same
/// transaction.
///
/// # Errors
/// As [`cancel`].
pub fn correct(connection: &Connection, author: &Author, order: &Cancel<'_>) -> Result<(), RegistryError> {
    let journal = &mut Journal::new(connection, author, Action::Correct)?;
    cancel_as(journal, order)
}

/// As [`cancel`], within a larger change.
pub(crate) fn cancel_as(journal: &mut Journal<'_>, order: &Cancel<'_>) -> Result<(), RegistryError> {
    let values = vec![
        Value::Text(order.number.into()),
        Value::Text(order.on.to_string()),
        Value::Text(order.ground.name().into()),
        Value::Null,
    ];
    add_cancellation(journal, &values)?;
    if order.replaced { mark_replaced(journal, order.number) } else { Ok(()) }
}

/// Inserts a row of `cancellations`, which may have a reinstatement.
pub(crate) fn add_cancellation(journal: &mut Journal<'_>, values: &[Value]) -> Result<(), RegistryError> {
    let [number, on, ground_name, reinstated_on] = values else { return Ok(()) };
    let (number, today) = (text(number), journal.author().at().date());
    let key = RowKey::new("cancellations", &number);
    let on = key.date("cancelled_on", &text(on))?;
    ground(&text(ground_name), &key)?;
    let issued_on = issued_on(journal.connection(), &number)?;
    not_in_future(&number, "the day of the cancellation", on, today)?;
    if on < issued_on {
        return Err(LifeError::BeforeIssue { number, on, issued_on }.into());
    }
    let earlier = cancellations(journal.connection(), &number)?;
    if let Some(Cancelled { on: since, ground, .. }) = earlier.iter().find(|one| one.reinstated_on.is_none())
    {
        return Err(LifeError::AlreadyCancelled { number, since: *since, ground: *ground }.into());
    }
    if earlier.len() >= MAX_CANCELLATIONS {
        return Err(LifeError::TooManyCancellations { number }.into());
    }
    for one in &earlier {
        let (cancelled_on, reinstated_on) = (one.on, one.reinstated_on.unwrap_or(Date::MAX));
        if on < reinstated_on || on == cancelled_on {
            return Err(LifeError::BeforeReinstatement { number, cancelled_on, reinstated_on }.into());
        }
    }
    if let Some(end) = key.optional_date("reinstated_on", Some(&text(reinstated_on)))? {
        check_end(&number, on, end, today)?;
    }
    journal.insert(&CANCELLATIONS, values)
}

fn check_end(number: &str, cancelled_on: Date, on: Date, today: Date) -> Result<(), LifeError> {
    not_in_future(number, "the day of the reinstatement", on, today)?;
    if on < cancelled_on {
        return Err(LifeError::BeforeCancellation { number: number.into(), on, cancelled_on });
    }
    Ok(())
}

/// Marks a cancelled document as replaced by a new one.
pub(crate) fn mark_replaced(journal: &mut Journal<'_>, number: &str) -> Result<(), RegistryError> {
    issued_on(journal.connection(), number)?;
    let list = cancellations(journal.connection(), number)?;
    if list.last().is_none_or(|last| last.reinstated_on.is_some()) {
        return Err(LifeError::ReplacedInForce { number: number.into() }.into());
    }
    let replaced = &REPLACED_DOCUMENTS;
    if replaced.find(journal.connection(), &[number])?.is_some() {
        return Ok(());
    }
    journal.insert(replaced, &[Value::Text(number.into())])
}

/// Ends the cancellation of a document on a day: from that day on it is in force again. The mark that a new document
/// replaced it is removed; returns whether it had one.
///
/// # Errors
/// [`LifeError`] for a document that is not cancelled, and a day before the cancellation or in the future;
/// [`RegistryError::Database`] where SQLite fails.
pub fn reinstate(
    connection: &Connection,
    author: &Author,
    number: &str,
    on: Date,
) -> Result<bool, RegistryError> {
    let journal = &mut Journal::new(connection, author, Action::Reinstate)?;
    reinstate_as(journal, number, on)
}

/// As [`reinstate`], within a larger change.
pub(crate) fn reinstate_as(journal: &mut Journal<'_>, number: &str, on: Date) -> Result<bool, RegistryError> {
    issued_on(journal.connection(), number)?;
    let list = cancellations(journal.connection(), number)?;
    let Some(open) = list.iter().find(|one| one.reinstated_on.is_none()) else {
        let reinstated_on = list.iter().filter_map(|one| one.reinstated_on).max();
        return Err(LifeError::NotCancelled { number: number.into(), reinstated_on }.into());
    };
    check_end(number, open.on, on, journal.author().at().date())?;
    let row = |end| {
        vec![
            Value::Text(number.into()),
            Value::Text(open.on.to_string()),
            Value::Text(open.ground.name().into()),
            end,
        ]
    };
    let (before, after) = (row(Value::Null), row(Value::Text(on.to_string())));
    journal.update(&CANCELLATIONS, &before, &after)?;
    let replaced = &REPLACED_DOCUMENTS;
    let mark = replaced.find(journal.connection(), &[number])?;
    if let Some(mark) = &mark {
        journal.remove(replaced, mark)?;
    }
    Ok(mark.is_some())
}

/// The register's data about one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The columns of the table `documents` that are not empty, with their texts.
    pub columns: Vec<(&'static str, String)>,
    /// Its cancellations, oldest first: the columns that are not empty.
    pub cancellations: Vec<Vec<(&'static str, String)>>,
    /// Whether a new document replaced it.
    pub replaced: bool,
    /// Whether its record was sealed after it was issued.
    pub sealed_later: bool,
}

/// Returns the register's data about a document.
///
/// # Errors
/// [`LifeError::UnknownNumber`]; [`RegistryError::Database`] where SQLite fails.
pub fn entry(connection: &Connection, number: &str) -> Result<Entry, RegistryError> {
    let columns = |table: &Table, values: &[Value]| {
        let pairs = table.columns.iter().zip(values).map(|((column, _), value)| (*column, text(value)));
        pairs.filter(|(_, value)| !value.is_empty()).collect::<Vec<_>>()
    };
    let documents = &DOCUMENTS;
    let Some(row) = documents.find(connection, &[number])? else {
        let similar = similar_number(connection, number)?;
        return Err(LifeError::UnknownNumber { number: number.into(), similar }.into());
    };
    let cancelled = &CANCELLATIONS;
    let sql = format!(
        "SELECT {} FROM cancellations WHERE number = ?1 ORDER BY cancelled_on",
        cancelled.column_list()
    );
    let mut statement = connection.prepare(&sql)?;
    let cancellations =
        statement.query_map((number,), |row| Ok(columns(cancelled, &cancelled.values(row)?)))?;
    Ok(Entry {
        columns: columns(documents, &row),
        cancellations: cancellations.collect::<Result<_, _>>()?,
        replaced: REPLACED_DOCUMENTS.find(connection, &[number])?.is_some(),
        sealed_later: SEALED_LATER.find(connection, &[number])?.is_some(),
    })
}

/// Checks the numbers and the days of issue of new documents, which may be in the register already.
///
/// # Errors
/// [`LifeError::LookAlike`], [`LifeError::Future`]; [`RegistryError::Database`] where SQLite fails.
pub fn check_new(connection: &Connection, new: &[(&str, Date)], today: Date) -> Result<(), RegistryError> {
    for (number, issued_on) in new {
        not_in_future(number, "the day of issue", *issued_on, today)?;
    }
    let numbers: Vec<&str> = new.iter().map(|(number, _)| *number).collect();
    match similar(connection, &numbers)? {
        Some((number, similar)) => Err(LifeError::LookAlike { number: number.into(), similar }.into()),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
