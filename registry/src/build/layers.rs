//! Status and tables of a build: a small segment of what changed, and from time to time one that replaces several.

use std::collections::BTreeMap;
use std::path::Path;

use rastau_core::snapshot::pages::SegmentKind;
use rastau_core::snapshot::status::{Cancellation, CancellationStatus, Place, write_page};
use rastau_core::snapshot::{PAGE_SIZE, Segment, tables};

use super::documents::{Documents, next_serial};
use super::policy::MergePolicy;
use super::published::{Histories, Published, newest};
use super::segment::SegmentWriter;
use crate::RegistryError;
use crate::rows::Rows;

/// The minimum size of a status entry in bits.
const MIN_ENTRY_BITS: usize = 4;

/// Beyond this number of entries, their pages are not counted to decide on a merge but taken from the segments that hold them.
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

/// The published segments of a kind, and what each of them holds.
struct Layers<'a, K, V> {
    kind: SegmentKind,
    segments: Vec<&'a Segment>,
    entries: Vec<BTreeMap<K, V>>,
}

/// Writes the segment that a build adds, if there is one, and returns all segments of the kind. At most `limit` of the
/// published ones stay.
fn build_layers<E: Entries>(
    out: &Path,
    layers: &Layers<'_, E::Key, E::Value>,
    next: &BTreeMap<E::Key, E::Value>,
    limit: usize,
) -> Result<Vec<Segment>, RegistryError> {
    let Layers { kind, segments, entries } = layers;
    let mut all: Vec<Segment> = segments.iter().copied().cloned().collect();
    let published = newest(entries);
    let mut added: Vec<&E::Key> =
        next.iter().filter(|(key, value)| published.get(key) != Some(value)).map(|(key, _)| key).collect();
    if added.is_empty() && limit >= all.len() {
        return Ok(all);
    }
    added.sort_unstable();
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
    let keep = MergePolicy::of(*kind).keep(&sizes, limit, pages_from);
    let serial = next_serial(&all)?;
    let covers_from = all.get(keep).map_or(serial, |segment| segment.covers_from);
    let mut writer = SegmentWriter::new(out, *kind, serial)?;
    E::leaves(&content(keep), &mut |leaf| writer.leaf(&leaf.page, &leaf.first, &leaf.last, leaf.count))?;
    all.truncate(keep);
    all.extend(writer.finish(covers_from)?);
    Ok(all)
}

/// Writes the status segment of a build. Returns all status segments.
///
/// Status is merged back through each segment that has an entry for a place that holds no document any more, and through each
/// that states the ground of a cancellation that was reversed since: the register no longer states why.
pub(super) fn build_status(
    out: &Path,
    published: Option<&Published<'_>>,
    whole: bool,
    documents: &Documents,
) -> Result<Vec<Segment>, RegistryError> {
    let kind = SegmentKind::Status;
    let layers = Layers {
        kind,
        segments: published.map(|published| published.segments(kind)).unwrap_or_default(),
        entries: published.map(Published::status).transpose()?.unwrap_or_default(),
    };
    let must_go = |entries: &Histories| {
        entries.iter().any(|(place, list)| {
            !documents.live.has(*place)
                || documents.histories.get(place).is_some_and(|next| states_a_reversed_ground(list, next))
        })
    };
    let oldest = layers.entries.iter().position(must_go).unwrap_or(layers.entries.len());
    build_layers::<StatusEntries>(out, &layers, &documents.histories, if whole { 0 } else { oldest })
}

fn states_a_reversed_ground(published: &[Cancellation], next: &[Cancellation]) -> bool {
    published.iter().zip(next).any(|(old, new)| {
        matches!(old.status, CancellationStatus::InEffect { .. })
            && matches!(new.status, CancellationStatus::Reinstated { .. })
    })
}

/// Writes the segment of the tables of `kind`. Returns all segments of the kind.
pub(super) fn build_tables(
    out: &Path,
    kind: SegmentKind,
    published: Option<&Published<'_>>,
    whole: bool,
    rows: &Rows,
) -> Result<Vec<Segment>, RegistryError> {
    let layers = Layers {
        kind,
        segments: published.map(|published| published.segments(kind)).unwrap_or_default(),
        entries: published.map(|published| published.rows(kind)).transpose()?.unwrap_or_default(),
    };
    let limit = if whole { 0 } else { layers.segments.len() };
    build_layers::<TableEntries>(out, &layers, rows, limit)
}
