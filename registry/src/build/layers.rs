//! Status and tables of a build: a small segment of what changed, and from time to time one that replaces several.

use std::collections::BTreeMap;
use std::path::Path;

use rastau_core::snapshot::pages::SegmentKind;
use rastau_core::snapshot::status::{Cancellation, CancellationStatus, Place, write_page};
use rastau_core::snapshot::{PAGE_SIZE, Segment, tables};

use super::documents::next_serial;
use super::policy::MergePolicy;
use super::published::{Histories, Published, newest};
use super::segment::SegmentWriter;
use crate::RegistryError;
use crate::rows::Rows;

/// The minimum size of a status entry in bits.
const MIN_ENTRY_BITS: usize = 4;

/// Beyond this number of entries, the pages of a merge are not counted but estimated from the segments that hold the
/// entries.
const COUNTED: usize = 4_096;

/// A leaf page, with its first and last key and its number of entries.
struct Leaf {
    page: Vec<u8>,
    first: Vec<u8>,
    last: Vec<u8>,
    count: u64,
}

/// Entries of a kind of segment, which can be written as leaves.
trait Entries {
    type Key: Ord + Clone;
    type Value: PartialEq + Clone;
    /// Writes entries in the order of their keys, one leaf after the other.
    fn leaves(
        entries: &[(&Self::Key, &Self::Value)],
        each: &mut dyn FnMut(Leaf) -> Result<(), RegistryError>,
    ) -> Result<(), RegistryError>;
}

struct StatusEntries;

impl Entries for StatusEntries {
    type Key = Place;
    type Value = Vec<Cancellation>;

    fn leaves(
        mut entries: &[(&Place, &Vec<Cancellation>)],
        each: &mut dyn FnMut(Leaf) -> Result<(), RegistryError>,
    ) -> Result<(), RegistryError> {
        while !entries.is_empty() {
            let most = entries.len().min(PAGE_SIZE * 8 / MIN_ENTRY_BITS);
            let next: Vec<(Place, Vec<Cancellation>)> =
                entries[..most].iter().map(|(place, list)| (**place, (*list).clone())).collect();
            let (page, count) = write_page(&next);
            let (first, last) = (next[0].0.key().to_vec(), next[count - 1].0.key().to_vec());
            each(Leaf { page, first, last, count: count as u64 })?;
            entries = &entries[count..];
        }
        Ok(())
    }
}

struct TableEntries;

impl Entries for TableEntries {
    type Key = Vec<u8>;
    type Value = Vec<u8>;

    fn leaves(
        entries: &[(&Vec<u8>, &Vec<u8>)],
        each: &mut dyn FnMut(Leaf) -> Result<(), RegistryError>,
    ) -> Result<(), RegistryError> {
        let mut page = tables::PageWriter::new();
        let mut count = 0;
        let mut last: &[u8] = &[];
        for (key, row) in entries {
            if !page.push(key, row) {
                let (first, last) = (page.first().to_vec(), last.to_vec());
                each(Leaf { page: page.finish(), first, last, count })?;
                page = tables::PageWriter::new();
                count = 0;
                page.push(key, row);
            }
            count += 1;
            last = key;
        }
        if count > 0 {
            let (first, last) = (page.first().to_vec(), last.to_vec());
            each(Leaf { page: page.finish(), first, last, count })?;
        }
        Ok(())
    }
}

/// Writes the segment that a build adds, if there is one, and returns all segments of the kind. `entries` are those of
/// each published segment; at most `limit` of these segments are kept.
fn build_layers<E: Entries>(
    out: &Path,
    kind: SegmentKind,
    published: Option<&Published<'_>>,
    entries: &[BTreeMap<E::Key, E::Value>],
    next: &BTreeMap<E::Key, E::Value>,
    limit: usize,
) -> Result<Vec<Segment>, RegistryError> {
    let segments = published.map(|published| published.segments(kind)).unwrap_or_default();
    let mut all: Vec<Segment> = segments.into_iter().cloned().collect();
    let published = newest(entries);
    // In the order of the keys.
    let added: Vec<&E::Key> =
        next.iter().filter(|(key, value)| published.get(key) != Some(value)).map(|(key, _)| key).collect();
    if added.is_empty() && limit >= all.len() {
        return Ok(all);
    }
    let content = |keep: usize| -> Vec<(&E::Key, &E::Value)> {
        let replaced = &entries[keep..];
        let is_written = |key: &E::Key| {
            added.binary_search(&key).is_ok() || replaced.iter().any(|one| one.contains_key(key))
        };
        next.iter().filter(|(key, _)| is_written(key)).collect()
    };
    let sizes: Vec<u32> = all.iter().map(|segment| segment.pages).collect();
    let pages_from = |keep: usize| {
        let content = content(keep);
        if content.len() > COUNTED {
            return sizes.iter().skip(keep).fold(1, |sum, pages| u32::saturating_add(sum, *pages));
        }
        let mut count = 0;
        // Counting writes nothing, so it cannot fail.
        let _ = E::leaves(&content, &mut |_| {
            count += 1;
            Ok(())
        });
        count
    };
    let keep = MergePolicy::of(kind).keep(&sizes, limit, pages_from);
    let serial = next_serial(&all)?;
    let covers_from = all.get(keep).map_or(serial, |segment| segment.covers_from);
    let mut writer = SegmentWriter::new(out, kind, serial)?;
    E::leaves(&content(keep), &mut |leaf| writer.leaf(&leaf.page, &leaf.first, &leaf.last, leaf.count))?;
    all.truncate(keep);
    all.extend(writer.finish(covers_from)?);
    Ok(all)
}

/// Writes the status segment of a build. Returns all status segments. `entries` are those of each published segment.
///
/// Status is merged back through each segment with an entry for a place that no longer holds a document, and through
/// each that states the ground of a cancellation that has been reversed since: the register no longer states that
/// ground.
pub(super) fn build_status(
    out: &Path,
    published: Option<&Published<'_>>,
    entries: &[Histories],
    whole: bool,
    next: &Histories,
) -> Result<Vec<Segment>, RegistryError> {
    // No document loses its cancellations, so a place without any no longer holds a document.
    let must_go = |entries: &Histories| {
        entries
            .iter()
            .any(|(place, list)| next.get(place).is_none_or(|next| states_a_reversed_ground(list, next)))
    };
    let oldest = entries.iter().position(must_go).unwrap_or(entries.len());
    let limit = if whole { 0 } else { oldest };
    build_layers::<StatusEntries>(out, SegmentKind::Status, published, entries, next, limit)
}

fn states_a_reversed_ground(published: &[Cancellation], next: &[Cancellation]) -> bool {
    published.iter().zip(next).any(|(old, new)| {
        matches!(old.status, CancellationStatus::InEffect { .. })
            && matches!(new.status, CancellationStatus::Reinstated { .. })
    })
}

/// Writes the segment of the tables of `kind`. Returns all segments of the kind. `entries` are those of each published
/// segment.
pub(super) fn build_tables(
    out: &Path,
    kind: SegmentKind,
    published: Option<&Published<'_>>,
    entries: &[Rows],
    whole: bool,
    rows: &Rows,
) -> Result<Vec<Segment>, RegistryError> {
    let limit = if whole { 0 } else { entries.len() };
    build_layers::<TableEntries>(out, kind, published, entries, rows, limit)
}
