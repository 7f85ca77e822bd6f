//! What may be added and changed.

use rastau_core::calendar::Date;
use rastau_core::document::sealed::{CHECK_LEN, MAX_SEALED};
use rastau_core::document::tags::{HOLDER_TAG_LEN, NAME_TAG_LEN};
use rusqlite::ErrorCode;
use rusqlite::types::Value;

use super::{RowRefusal, RowResult, Touched};
use crate::RegistryError;
use crate::audit::{Author, Journal, KEY_SEPARATOR};
use crate::life::{LifeError, add_cancellation, mark_replaced, reinstate_as};
use crate::row_error::RowErrorReason;
use crate::tables::{Changes, DOCUMENTS, SEALED_LATER, Table, text};
use crate::text::RowKey;

/// Applies one row. A refused one has changed nothing.
pub(super) fn apply_row(
    journal: &mut Journal<'_>,
    table: &'static Table,
    values: &[Value],
    amend: bool,
    touched: &mut Touched,
) -> Result<RowResult, RegistryError> {
    let key = table.key_text(values, KEY_SEPARATOR);
    let known = table.find(journal.connection(), values.get(..table.key).unwrap_or_default())?;
    let result = match known {
        None => add(journal, table, values, touched),
        Some(known) => {
            let columns = table.differences(&known, values);
            if columns.is_empty() {
                return Ok(RowResult::Unchanged);
            }
            // A cancellation and its end may be two rows of one day.
            if touched.has(table.name, &key) && table.changes != Changes::Reinstatement {
                return Ok(RowResult::Refused(RowRefusal::Duplicate));
            }
            change(journal, table, &known, values, columns, amend)
        }
    };
    let result = match result {
        Err(RegistryError::Life(error)) => RowResult::Refused(error.into()),
        Err(RegistryError::Row(error)) => RowResult::Refused(error.into()),
        Err(RegistryError::Database(error))
            if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) =>
        {
            RowResult::Refused(RowRefusal::NotUnique)
        }
        result => result?,
    };
    if !matches!(result, RowResult::Refused(_)) {
        touched.rows.insert((table.name, key));
    }
    Ok(result)
}

fn add(
    journal: &mut Journal<'_>,
    table: &'static Table,
    values: &[Value],
    touched: &Touched,
) -> Result<RowResult, RegistryError> {
    let number = values.first().map(text).unwrap_or_default();
    match table.name {
        "documents" => {
            check_document(journal, &number, values)?;
            journal.insert(table, values)?;
        }
        "cancellations" => add_cancellation(journal, values)?,
        "replaced_documents" => mark_replaced(journal, &number)?,
        "sealed_later" => {
            let row = DOCUMENTS.find(journal.connection(), &[&number])?;
            let is_sealed =
                row.as_deref().and_then(<[Value]>::last).is_some_and(|sealed| *sealed != Value::Null);
            // A document that was issued with its code must not become one that verifiers accept without it.
            if !(is_sealed && touched.has(DOCUMENTS.name, &number)) {
                return Ok(RowResult::Refused(RowRefusal::NotSealedLater));
            }
            journal.insert(table, values)?;
        }
        _ => journal.insert(table, values)?,
    }
    Ok(RowResult::Added)
}

/// Checks a new document for what the check of the register does not cover: the day of the change, and the lengths that
/// a snapshot carries.
fn check_document(journal: &Journal<'_>, number: &str, values: &[Value]) -> Result<(), RegistryError> {
    let today = journal.author().at().date();
    let key = RowKey::new("documents", number);
    let column = |name: &str| DOCUMENTS.value(values, name);
    for (name, what) in [("exam_on", "the day of the exam"), ("issued_on", "the day of issue")] {
        let on = key.date(name, &text(column(name)))?;
        if on > today {
            return Err(LifeError::Future { number: number.into(), what, on, today }.into());
        }
    }
    for (column_name, expected) in
        [("holder_tag", HOLDER_TAG_LEN), ("name_tag", NAME_TAG_LEN), ("seal_check", CHECK_LEN)]
    {
        if let Value::Blob(bytes) = column(column_name)
            && bytes.len() != expected
        {
            let (column, length) = (column_name, bytes.len());
            return Err(key.error(RowErrorReason::TagLength { column, length, expected }));
        }
    }
    if let Value::Blob(bytes) = column("sealed")
        && !(1..=MAX_SEALED).contains(&bytes.len())
    {
        return Err(key.error(RowErrorReason::SealedLength { length: bytes.len(), max: MAX_SEALED }));
    }
    Ok(())
}

/// The columns that a verification code seals.
const SEAL: [&str; 4] = ["holder_tag", "name_tag", "seal_check", "sealed"];

/// Returns whether a document without a code gets one, and nothing else changes.
fn is_sealed_now(known: &[Value], columns: &[&str]) -> bool {
    let is_empty = |name: &str| DOCUMENTS.value(known, name) == &Value::Null;
    columns.iter().all(|column| SEAL.contains(column)) && SEAL.into_iter().all(is_empty)
}

/// Returns the last day of an issuing key that has ended and would end later.
fn reopened_key(
    table: &Table,
    known: &[Value],
    values: &[Value],
    author: &Author,
) -> Result<Option<Date>, RegistryError> {
    if table.name != "issuing_keys" {
        return Ok(None);
    }
    let key = RowKey::new(table.name, table.key_text(values, " "));
    let end = |row: &[Value]| key.optional_date("valid_until", Some(&text(table.value(row, "valid_until"))));
    let Some(ended) = end(known)?.filter(|end| *end <= author.at().date()) else { return Ok(None) };
    Ok(end(values)?.is_none_or(|end| end > ended).then_some(ended))
}

fn change(
    journal: &mut Journal<'_>,
    table: &'static Table,
    known: &[Value],
    values: &[Value],
    columns: Vec<&'static str>,
    amend: bool,
) -> Result<RowResult, RegistryError> {
    let refused = |refusal| Ok(RowResult::Refused(refusal));
    let reopened = reopened_key(table, known, values, journal.author())?;
    if let Some(end) = reopened.filter(|_| !amend) {
        return refused(RowRefusal::KeyReopened { end });
    }
    match table.changes {
        Changes::Nothing if table.name == DOCUMENTS.name && is_sealed_now(known, &columns) => {
            let number = values.first().map(text).unwrap_or_default();
            check_document(journal, &number, values)?;
            journal.update(table, known, values)?;
            // Its paper was issued without the code, so it never counts as issued with it.
            journal.insert(&SEALED_LATER, &[Value::Text(number)])?;
            Ok(RowResult::Changed(columns))
        }
        Changes::Nothing => refused(RowRefusal::NeverChanges { table: table.name, columns }),
        Changes::Reinstatement => {
            let is_in_effect = known.last().map(text).is_none_or(|end| end.is_empty());
            if columns != ["reinstated_on"] || !is_in_effect {
                return refused(RowRefusal::OnlyReinstatement { columns });
            }
            let cell = |at: usize| values.get(at).map(text).unwrap_or_default();
            let number = cell(0);
            let on = RowKey::new(table.name, &number).date("reinstated_on", &cell(3))?;
            reinstate_as(journal, &number, on)?;
            Ok(RowResult::Changed(columns))
        }
        Changes::End if columns != ["valid_until"] && !amend => refused(RowRefusal::OnlyEnd { columns }),
        Changes::End | Changes::All => {
            journal.update(table, known, values)?;
            Ok(RowResult::Changed(columns))
        }
    }
}
