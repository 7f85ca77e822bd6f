//! The calendar of working days of a snapshot: one row for each year, joined.

use super::open::Snapshot;
use super::pages::Pages;
use super::rows::{WorkingYear, key};
use crate::calendar::WorkingDays;
use crate::error::PageError;

/// The first year that is looked up: the year in which the Law entered into force.
pub const FIRST_YEAR: u32 = 2023;
/// Maximum number of years that are looked up.
pub const MAX_YEARS: u32 = 64;

/// Joins the years from the first one present up to a missing year or a gap between two years. Days after a gap are not
/// covered: a term across the gap could not be counted.
pub(super) fn join(
    mut year: impl FnMut(u32) -> Result<Option<WorkingYear>, PageError>,
) -> Result<Option<WorkingDays>, PageError> {
    let mut joined: Option<WorkingYear> = None;
    for number in FIRST_YEAR..FIRST_YEAR.saturating_add(MAX_YEARS) {
        match (year(number)?, &mut joined) {
            (None, None) => {}
            (None, Some(_)) => break,
            (first, None) => joined = first,
            (Some(next), Some(before)) => {
                if next.covered_from != before.covered_until.plus_days(1) {
                    break;
                }
                before.covered_until = next.covered_until;
                before.days.extend(next.days);
            }
        }
    }
    let days = joined.map(|all| WorkingDays::new(all.covered_from, all.covered_until, all.days));
    days.transpose().map_err(|_| PageError::Unreadable)
}

impl<P: Pages> Snapshot<P> {
    /// Looks up one year of the calendar of working days.
    ///
    /// # Errors
    /// [`PageError`] if a page cannot be read or authenticated, the row is malformed, or the row is of another year than its
    /// key.
    pub fn working_year(&self, year: u32) -> Result<Option<WorkingYear>, PageError> {
        let row: Option<WorkingYear> = self.keeper_row(&key::working_year(year))?;
        match row {
            Some(row) if row.year() != Some(year) => Err(PageError::Unreadable),
            row => Ok(row),
        }
    }

    /// Returns the snapshot's calendar of working days: consecutive years from the first one that the register contains,
    /// looked up from [`FIRST_YEAR`] for at most [`MAX_YEARS`] years. Returns `None` if the register contains no calendar;
    /// the pages prove this.
    ///
    /// # Errors
    /// [`PageError`] if a page or row of any of these years cannot be used. The other years are not returned either.
    pub fn working_days(&self) -> Result<Option<WorkingDays>, PageError> {
        join(|year| self.working_year(year))
    }

    /// Returns the calendar for the rules of the Law: the snapshot's if it contains one, otherwise the built-in one.
    ///
    /// The snapshot's calendar replaces the built-in one completely, even if it covers fewer days: the keeper may have
    /// withdrawn a year.
    ///
    /// # Errors
    /// As for [`Snapshot::working_days`]. The built-in calendar does not replace one that cannot be read; otherwise an
    /// attacker who damages a page could choose between two calendars.
    pub fn working_days_or_built_in(&self) -> Result<WorkingDays, PageError> {
        Ok(self.working_days()?.unwrap_or_else(WorkingDays::built_in))
    }
}
