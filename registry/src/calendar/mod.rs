//! The register's calendar of working days: converts the tables `calendar_years` and `calendar` to years of
//! `rastau-core` and back.

use std::collections::BTreeMap;

use rastau_core::calendar::{SpecialDay, SpecialKind, WorkingDays};
use rastau_core::snapshot::rows::{Row, WorkingYear};
use rusqlite::Connection;

use crate::RegistryError;
use crate::row_error::{RowErrorReason, Vocabulary};
use crate::text::RowKey;

/// Returns the calendar years of the register by their numbers; an empty map where it has no calendar.
///
/// # Errors
/// [`RegistryError::Row`] for a row that no snapshot can carry; [`check`](crate::check::check) finds all of them.
pub fn years(connection: &Connection) -> Result<BTreeMap<u32, WorkingYear>, RegistryError> {
    let mut years: BTreeMap<u32, WorkingYear> = BTreeMap::new();
    let mut statement = connection.prepare("SELECT year, covered_from, covered_until FROM calendar_years")?;
    let mut found = statement.query(())?;
    while let Some(row) = found.next()? {
        let (year, from, until): (u32, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let key = RowKey::new("calendar_years", year);
        let covered_from = key.date("covered_from", &from)?;
        let covered_until = key.date("covered_until", &until)?;
        years.insert(year, WorkingYear { covered_from, covered_until, days: Vec::new() });
    }
    let mut statement = connection.prepare("SELECT day, kind, name, related FROM calendar ORDER BY day")?;
    let mut found = statement.query(())?;
    while let Some(row) = found.next()? {
        let (day, kind): (String, String) = (row.get(0)?, row.get(1)?);
        let key = RowKey::new("calendar", &day);
        let related: Option<String> = row.get(3)?;
        let special = SpecialDay {
            day: key.date("day", &day)?,
            kind: SpecialKind::from_name(&kind)
                .ok_or_else(|| key.word_error("kind", &kind, Vocabulary::DayKind))?,
            name: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
            related: key.optional_date("related", related.as_deref())?,
        };
        let year = u32::try_from(special.day.ymd().0).unwrap_or(0);
        let year = years.get_mut(&year).ok_or_else(|| key.error(RowErrorReason::YearNotListed))?;
        year.days.push(special);
    }
    for (number, year) in &years {
        // A verifier rejects the whole calendar if one year is unreadable, so such a year is rejected here.
        if year.year() != Some(*number) || WorkingYear::from_bytes(&year.to_bytes()).is_err() {
            return Err(RowKey::new("calendar_years", number).error(RowErrorReason::YearNotEncodable));
        }
    }
    Ok(years)
}

/// Inserts a calendar: each year that it covers, and its special days.
///
/// # Errors
/// [`RegistryError::Database`] where SQLite fails, for example because a year exists already.
pub fn enter(connection: &Connection, days: &WorkingDays) -> Result<(), RegistryError> {
    let (from, until) = (days.from(), days.covered_until());
    for year in from.ymd().0..=until.ymd().0 {
        let first = from.to_string().max(format!("{year}-01-01"));
        let last = until.to_string().min(format!("{year}-12-31"));
        connection.execute("INSERT INTO calendar_years VALUES (?1, ?2, ?3)", (year, first, last))?;
    }
    for special in days.special() {
        let related = special.related.map(|day| day.to_string());
        connection.execute(
            "INSERT INTO calendar VALUES (?1, ?2, ?3, ?4)",
            (special.day.to_string(), special.kind.name(), &special.name, related),
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
