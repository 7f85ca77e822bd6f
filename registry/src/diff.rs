//! What changed between two versions of a register.

use std::collections::BTreeMap;

use rastau_core::snapshot::pages::SegmentKind;
use rastau_core::snapshot::status::Cancellation;
use serde::Serialize;

use crate::build::{BuildError, Published, newest};
use crate::history::row_name;

/// Maximum number of names in one list; the count is complete.
pub const MAX_NAMES: usize = 100;

/// Some of several names, and how many there are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Names {
    /// How many there are.
    pub count: u64,
    /// The first of them, at most [`MAX_NAMES`].
    pub first: Vec<String>,
}

impl Names {
    fn add(&mut self, name: impl FnOnce() -> String) {
        self.count += 1;
        if self.first.len() < MAX_NAMES {
            self.first.push(name());
        }
    }
}

/// What changed from one version to another.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// New documents.
    pub documents_added: Names,
    /// Documents that are no longer listed: none, unless a new epoch began.
    pub documents_removed: Names,
    /// Documents whose record changed, for example because it was sealed later.
    pub records_changed: Names,
    /// Documents that are cancelled now and were not before.
    pub cancelled: Names,
    /// Documents that were cancelled and are in force again.
    pub reinstated: Names,
    /// Documents whose cancellations changed otherwise.
    pub cancellations_changed: Names,
    /// Rows added to the tables: professions, centres, accreditations, keys, calendar years and others.
    pub rows_added: Names,
    /// Rows that changed.
    pub rows_changed: Names,
    /// Rows that were removed: none, unless a new epoch began.
    pub rows_removed: Names,
    /// The number of segments that the newer version lists and the older does not.
    pub new_segments: u64,
    /// The size of these in bytes: the download of a device that has the older version.
    pub new_segment_bytes: u64,
    /// The size of all segments of the newer version in bytes.
    pub segment_bytes: u64,
}

impl Difference {
    /// Returns whether both versions have the same content.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let lists = [
            &self.documents_added,
            &self.documents_removed,
            &self.records_changed,
            &self.cancelled,
            &self.reinstated,
            &self.cancellations_changed,
            &self.rows_added,
            &self.rows_changed,
            &self.rows_removed,
        ];
        lists.iter().all(|names| names.count == 0)
    }
}

/// Compares two versions, page by page; every page is authenticated.
///
/// # Errors
/// [`BuildError::Previous`] for a page that cannot be used.
pub fn difference(old: &Published<'_>, new: &Published<'_>) -> Result<Difference, BuildError> {
    let mut found = Difference::default();
    documents(old, new, &mut found)?;
    for kind in [SegmentKind::Tables, SegmentKind::Centres] {
        rows(&newest(&old.rows(kind)?), &newest(&new.rows(kind)?), &mut found);
    }
    for kind in SegmentKind::ALL {
        let known = old.segments(kind);
        for segment in new.segments(kind) {
            found.segment_bytes += segment.length();
            if !known.iter().any(|known| known.id == segment.id) {
                found.new_segments += 1;
                found.new_segment_bytes += segment.length();
            }
        }
    }
    Ok(found)
}

fn documents(old: &Published<'_>, new: &Published<'_>, found: &mut Difference) -> Result<(), BuildError> {
    let (old_status, new_status) = (newest(&old.status()?), newest(&new.status()?));
    let (mut before, mut after) = (old.documents(0)?, new.documents(0)?);
    let (mut one, mut other) = (before.next_document()?, after.next_document()?);
    loop {
        let order = match (&one, &other) {
            (None, None) => return Ok(()),
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (Some(one), Some(other)) => one.number.cmp(&other.number),
        };
        let was = if order.is_le() { one.take() } else { None };
        let is = if order.is_ge() { other.take() } else { None };
        if was.is_some() {
            one = before.next_document()?;
        }
        if is.is_some() {
            other = after.next_document()?;
        }
        let Some(number) = is.as_ref().or(was.as_ref()).map(|one| one.number.clone()) else { continue };
        let name = || String::from_utf8_lossy(&number).into_owned();
        let list_of = |status: &BTreeMap<_, Vec<Cancellation>>, place: Option<_>| {
            place.and_then(|place| status.get(&place).cloned()).unwrap_or_default()
        };
        let old_list = list_of(&old_status, was.as_ref().map(|was| was.listed.place));
        let new_list = list_of(&new_status, is.as_ref().map(|is| is.listed.place));
        match (&was, &is) {
            (None, _) => found.documents_added.add(name),
            (_, None) => found.documents_removed.add(name),
            (Some(was), Some(is)) if was.listed.record != is.listed.record => found.records_changed.add(name),
            _ => {}
        }
        if is.is_some() && old_list != new_list {
            match (is_cancelled(&old_list), is_cancelled(&new_list)) {
                (false, true) => found.cancelled.add(name),
                (true, false) => found.reinstated.add(name),
                _ => found.cancellations_changed.add(name),
            }
        }
    }
}

fn is_cancelled(list: &[Cancellation]) -> bool {
    list.last().is_some_and(|last| last.reinstated_on().is_none())
}

fn rows(old: &crate::rows::Rows, new: &crate::rows::Rows, found: &mut Difference) {
    for (key, row) in new {
        match old.get(key) {
            None => found.rows_added.add(|| row_name(key)),
            Some(before) if before != row => found.rows_changed.add(|| row_name(key)),
            Some(_) => {}
        }
    }
    for key in old.keys().filter(|key| !new.contains_key(*key)) {
        found.rows_removed.add(|| row_name(key));
    }
}
