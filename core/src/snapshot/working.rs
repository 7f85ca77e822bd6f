//! The calendar of working days that a snapshot brings: one row a year, joined.

use super::open::Snapshot;
use super::pages::Pages;
use super::rows::{WorkingYear, key};
use crate::calendar::WorkingDays;
use crate::error::PageError;

/// The first year that is looked for: the Law's own first one.
pub const FIRST_YEAR: u32 = 2023;
/// The most years that are looked for.
pub const MAX_YEARS: u32 = 64;

/// Joins the years from the first that is there, up to one that is not, or that leaves a day between uncovered. A day
/// behind such a gap is not covered: a term that runs over the gap could not be counted anyway.
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
    /// One year of the calendar of working days.
    ///
    /// # Errors
    /// A page or row that cannot be used; a row that speaks of another year than its key.
    pub fn working_year(&self, year: u32) -> Result<Option<WorkingYear>, PageError> {
        let row: Option<WorkingYear> = self.keeper_row(&key::working_year(year))?;
        match row {
            Some(row) if row.year() != Some(year) => Err(PageError::Unreadable),
            row => Ok(row),
        }
    }

    /// The calendar of working days: the years from [`FIRST_YEAR`] on, at most [`MAX_YEARS`], from the first that the
    /// register has, as long as no day between is uncovered. `None` where the register has no calendar at all, which its
    /// pages prove.
    ///
    /// # Errors
    /// A page or row of any of these years that cannot be used: then nothing is known, not even the other years.
    pub fn working_days(&self) -> Result<Option<WorkingDays>, PageError> {
        join(|year| self.working_year(year))
    }

    /// The calendar with which rules of the Law are asked: the snapshot's where it has one, else the built-in one.
    ///
    /// The snapshot's counts whole, also where it covers fewer days: its keeper may have withdrawn a year that was not
    /// settled after all, and two sources that disagree cannot both be signed.
    ///
    /// # Errors
    /// As for [`Snapshot::working_days`]. A calendar that was altered or cannot be read never becomes the built-in one:
    /// else whoever spoils a page would choose between two calendars.
    pub fn working_days_or_built_in(&self) -> Result<WorkingDays, PageError> {
        Ok(self.working_days()?.unwrap_or_else(WorkingDays::built_in))
    }
}
