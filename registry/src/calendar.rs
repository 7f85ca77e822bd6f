//! The register's calendar of working days: the tables `calendar_years` and `calendar` as years of the core, both ways.

use std::collections::BTreeMap;

use rastau_core::calendar::{SpecialDay, SpecialKind, WorkingDays};
use rastau_core::snapshot::rows::{Row, WorkingYear};
use rusqlite::Connection;

use crate::RegistryError;
use crate::text::date;

/// The years of the register, by their numbers; none where it has no calendar.
///
/// # Errors
/// A row that no snapshot can carry; `register check` tells which and why.
pub fn years(connection: &Connection) -> Result<BTreeMap<u32, WorkingYear>, RegistryError> {
    let mut years: BTreeMap<u32, WorkingYear> = BTreeMap::new();
    let mut statement = connection.prepare("SELECT year, covered_from, covered_until FROM calendar_years")?;
    let mut found = statement.query(())?;
    while let Some(row) = found.next()? {
        let (year, from, until): (u32, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let place = format!("calendar_years {year}");
        let covered_from = date(&from, &place)?;
        let covered_until = date(&until, &place)?;
        years.insert(year, WorkingYear { covered_from, covered_until, days: Vec::new() });
    }
    let mut statement = connection.prepare("SELECT day, kind, name, related FROM calendar ORDER BY day")?;
    let mut found = statement.query(())?;
    while let Some(row) = found.next()? {
        let (day, kind): (String, String) = (row.get(0)?, row.get(1)?);
        let place = format!("calendar {day}");
        let related = row.get::<_, Option<String>>(3)?.filter(|related| !related.is_empty());
        let special = SpecialDay {
            day: date(&day, &place)?,
            kind: SpecialKind::from_name(&kind)
                .ok_or_else(|| RegistryError::said(format!("{place}: \"{kind}\" is no kind of day")))?,
            name: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
            related: related.map(|related| date(&related, &place)).transpose()?,
        };
        let year = u32::try_from(special.day.ymd().0).unwrap_or(0);
        let year = years.get_mut(&year).ok_or_else(|| {
            RegistryError::said(format!("{place}: its year does not stand in calendar_years"))
        })?;
        year.days.push(special);
    }
    for (number, year) in &years {
        // What a verifier would refuse is refused here: an unreadable year makes it refuse the whole calendar.
        if year.year() != Some(*number) || WorkingYear::from_bytes(&year.to_bytes()).is_err() {
            return Err(RegistryError::said(format!(
                "calendar_years {number}: no snapshot can carry this year"
            )));
        }
    }
    Ok(years)
}

/// Enters a calendar: every year that it covers, and its special days.
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
#[path = "calendar_tests.rs"]
mod tests;
