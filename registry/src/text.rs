//! Conversions between the text of the database and the types of `rastau-core`.

use rastau_core::calendar::{Date, Interval, Term};

use crate::RegistryError;
use crate::row_error::{DateError, RowError, RowErrorReason, ValueError, Vocabulary};

/// Parses a date in the form YYYY-MM-DD.
///
/// ```
/// use rastau_registry::error::DateError;
/// use rastau_registry::text::date;
///
/// assert_eq!(date("2026-02-28")?.to_string(), "2026-02-28");
/// assert_eq!(date("2026-02-30"), Err(DateError::NoSuchDay("2026-02-30".into())));
/// assert_eq!(date("28.02.2026"), Err(DateError::Form("28.02.2026".into())));
/// # Ok::<(), DateError>(())
/// ```
///
/// # Errors
/// [`DateError`] distinguishes a wrong form from a day that the calendar does not have.
pub fn date(text: &str) -> Result<Date, DateError> {
    Date::parse(text).ok_or_else(|| {
        let has_form = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if has_form && text.get(..4).is_some_and(|year| year >= "1800") {
            DateError::NoSuchDay(text.into())
        } else {
            DateError::Form(text.into())
        }
    })
}

/// Returns the term of validity of a number of months; `None` and 0 are "no term".
///
/// # Errors
/// [`ValueError::Term`] for a negative number or one above [`Term::MAX_MONTHS`].
pub fn term(months: Option<i64>) -> Result<Term, ValueError> {
    let months = months.unwrap_or(0);
    u64::try_from(months).ok().and_then(Term::from_months_or_zero).ok_or(ValueError::Term(months))
}

/// Splits a space-separated list of codes.
#[must_use]
pub fn codes(text: Option<&str>) -> Vec<String> {
    text.unwrap_or_default().split_whitespace().map(str::to_string).collect()
}

/// The table and key of a row, for errors that name it.
pub(crate) struct RowKey {
    table: &'static str,
    row: String,
}

impl RowKey {
    pub(crate) fn new(table: &'static str, row: impl ToString) -> Self {
        Self { table, row: row.to_string() }
    }

    pub(crate) fn error(&self, reason: RowErrorReason) -> RegistryError {
        RowError { table: self.table, row: self.row.clone(), reason }.into()
    }

    pub(crate) fn value_error(&self, column: &'static str, source: impl Into<ValueError>) -> RegistryError {
        self.error(RowErrorReason::Value { column, source: source.into() })
    }

    /// Reports a word that is not in the vocabulary of its column.
    pub(crate) fn word_error(&self, column: &'static str, text: &str, expected: Vocabulary) -> RegistryError {
        self.value_error(column, ValueError::Word { text: text.into(), expected })
    }

    /// Parses the date of a column.
    pub(crate) fn date(&self, column: &'static str, text: &str) -> Result<Date, RegistryError> {
        date(text).map_err(|error| self.value_error(column, error))
    }

    /// Parses the date of an optional column, in which an empty text counts as `NULL`.
    pub(crate) fn optional_date(
        &self,
        column: &'static str,
        text: Option<&str>,
    ) -> Result<Option<Date>, RegistryError> {
        text.filter(|text| !text.is_empty()).map(|text| self.date(column, text)).transpose()
    }

    /// Parses the columns `valid_from` and `valid_until`.
    pub(crate) fn interval(&self, from: &str, until: Option<&str>) -> Result<Interval, RegistryError> {
        Ok(Interval {
            from: self.date("valid_from", from)?,
            until: self.optional_date("valid_until", until)?,
        })
    }

    /// Returns the term of the column `term_months`.
    pub(crate) fn term(&self, months: Option<i64>) -> Result<Term, RegistryError> {
        term(months).map_err(|error| self.value_error("term_months", error))
    }
}
