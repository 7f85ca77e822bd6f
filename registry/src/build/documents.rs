//! The documents of a build: which are new, which segment holds them, and where each cancelled document is now.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rastau_core::document::is_number;
use rastau_core::document::sealed::{CHECK_LEN, MAX_SEALED, Sealed};
use rastau_core::document::tags::{HOLDER_TAG_LEN, HolderTag, NAME_TAG_LEN, NameTag};
use rastau_core::snapshot::documents::PageWriter;
use rastau_core::snapshot::pages::SegmentKind;
use rastau_core::snapshot::status::{Cancellation, CancellationStatus, Ground, MAX_CANCELLATIONS, Place};
use rastau_core::snapshot::{Record, SealedAt, Segment};
use rusqlite::types::ValueRef;

use super::Progress;
use super::error::BuildError;
use super::policy::MergePolicy;
use super::published::{Histories, Published, newest};
use super::segment::SegmentWriter;
use crate::check::{Column, Document, DocumentChecks, scan};
use crate::history::HistoryProblems;
use crate::row_error::{RowErrorReason, ValueError, Vocabulary};
use crate::text::RowKey;
use crate::{Register, RegistryError};

/// Beyond this number of new documents a build writes all of them into one segment, read from the database twice, rather than
/// keep them in memory.
const MAX_ADDED: usize = 1 << 20;

/// The documents of the register, as a build reads them.
pub(super) struct Source<'c, 's> {
    pub register: &'c Register,
    /// Checks the documents when they are read for the first time.
    pub checks: Option<&'s mut DocumentChecks<'c>>,
    pub progress: Progress<'s>,
}

impl Source<'_, '_> {
    /// Reads all documents in the order of their numbers, and returns how many there are.
    fn scan(
        &mut self,
        visit: &mut dyn FnMut(&str, Record) -> Result<(), RegistryError>,
    ) -> Result<u64, RegistryError> {
        let mut count = 0u64;
        let checks = self.checks.take();
        scan(self.register.connection(), checks, &mut |document| {
            visit(number_of(document)?, record(document)?)?;
            count += 1;
            if count.is_multiple_of(10_000) {
                (self.progress)(count);
            }
            Ok(())
        })?;
        (self.progress)(count);
        Ok(count)
    }
}

/// The documents of a build.
pub(super) struct Documents {
    /// All segments of documents, the oldest first.
    pub segments: Vec<Segment>,
    /// The cancellations of every cancelled document, by its place in these segments.
    pub histories: Histories,
    /// The number of documents.
    pub count: u64,
    /// The serial number of the newest segment for whose documents the status was rewritten; 0 if there is none.
    pub status_through: u32,
}

/// Returns the number of a document of the register.
fn number_of<'r>(document: &Document<'r>) -> Result<&'r str, RegistryError> {
    let text = document.value(Column::Number).as_str();
    let number = text.map_err(|_| RowKey::new("documents", "").value_error("number", ValueError::NotText))?;
    if is_number(number) {
        return Ok(number);
    }
    let error = ValueError::Number(number.into());
    Err(RowKey::new("documents", number).value_error("number", error))
}

const CANCELLATIONS: &str = "SELECT number, cancelled_on, ground, reinstated_on, number IN (SELECT number FROM replaced_documents) FROM cancellations ORDER BY number, cancelled_on";

fn tag<const N: usize>(
    document: &Document<'_>,
    column: Column,
    name: &'static str,
) -> Result<[u8; N], RegistryError> {
    let bytes = blob(document, column);
    bytes.try_into().map_err(|_| {
        let reason = RowErrorReason::TagLength { column: name, length: bytes.len(), expected: N };
        document_key(document).error(reason)
    })
}

fn blob<'r>(document: &Document<'r>, column: Column) -> &'r [u8] {
    document.value(column).as_blob().unwrap_or_default()
}

fn document_key(document: &Document<'_>) -> RowKey {
    RowKey::new("documents", document.value(Column::Number).as_str().unwrap_or_default())
}

fn record(document: &Document<'_>) -> Result<Record, RegistryError> {
    if document.value(Column::Sealed) == ValueRef::Null {
        return Ok(Record::Plain);
    }
    let sealed = blob(document, Column::Sealed);
    if sealed.is_empty() || sealed.len() > MAX_SEALED {
        let reason = RowErrorReason::SealedLength { length: sealed.len(), max: MAX_SEALED };
        return Err(document_key(document).error(reason));
    }
    let check = tag::<CHECK_LEN>(document, Column::SealCheck, "seal_check")?;
    Ok(Record::Coded {
        sealed_at: if document.is_sealed_later { SealedAt::Later } else { SealedAt::Issue },
        holder: HolderTag(tag::<HOLDER_TAG_LEN>(document, Column::HolderTag, "holder_tag")?),
        name: NameTag(tag::<NAME_TAG_LEN>(document, Column::NameTag, "name_tag")?),
        sealed: Sealed { check, bytes: sealed.to_vec() },
    })
}

/// Returns the cancellations of the register by document number.
fn cancellations(register: &Register) -> Result<BTreeMap<String, Vec<Cancellation>>, RegistryError> {
    let mut statement = register.connection().prepare(CANCELLATIONS)?;
    let mut rows = statement.query(())?;
    let mut all: BTreeMap<String, Vec<Cancellation>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (number, on): (String, String) = (row.get(0)?, row.get(1)?);
        let key = RowKey::new("cancellations", &number);
        let (ground, reinstated, replaced): (String, Option<String>, bool) =
            (row.get(2)?, row.get(3)?, row.get(4)?);
        let ground = Ground::from_name(&ground)
            .ok_or_else(|| key.word_error("ground", &ground, Vocabulary::Ground))?;
        let reinstated_on = key.optional_date("reinstated_on", reinstated.as_deref())?;
        let on = key.date("cancelled_on", &on)?;
        let status = match reinstated_on {
            Some(on) => CancellationStatus::Reinstated { on },
            None => CancellationStatus::InEffect { ground, replaced },
        };
        let list = all.entry(number).or_default();
        list.push(Cancellation { on, status });
        if list.len() > MAX_CANCELLATIONS {
            return Err(key.error(RowErrorReason::TooManyCancellations));
        }
    }
    Ok(all)
}

/// What the comparison with the published bundle found.
#[derive(Default)]
struct Changes {
    /// New documents and those whose record was sealed later, in the order of their numbers.
    added: Vec<(Vec<u8>, Record)>,
    /// The published places of cancelled documents whose record is unchanged.
    places: BTreeMap<String, Place>,
    /// Whether a record without a code was sealed later, so that the document has another place.
    supersedes: bool,
    /// The index of the oldest segment that must be merged, because it holds a record that got another code.
    limit: Option<usize>,
    /// Whether `added` became too large to keep in memory.
    is_large: bool,
}

/// Compares the documents of the register with the published ones, checks them, and returns the number of documents.
fn compare(
    source: &mut Source<'_, '_>,
    published: &Published<'_>,
    histories: &Histories,
    cancellations: &BTreeMap<String, Vec<Cancellation>>,
    problems: &mut HistoryProblems,
) -> Result<(Changes, u64), RegistryError> {
    let mut changes = Changes::default();
    let mut documents = published.documents(0)?;
    let mut old = documents.next_document()?;
    let of = |place: Place| histories.get(&place).map_or(&[][..], Vec::as_slice);
    let count = source.scan(&mut |number, record| {
        while let Some(gone) = old.take_if(|old| old.number.as_slice() < number.as_bytes()) {
            problems.document(&gone.number, (&gone.listed.record, of(gone.listed.place)), None);
            old = documents.next_document()?;
        }
        let Some(same) = old.take_if(|old| old.number == number.as_bytes()) else {
            changes.add(number.as_bytes().to_vec(), record);
            return Ok(());
        };
        old = documents.next_document()?;
        let list = cancellations.get(number).map_or(&[][..], Vec::as_slice);
        let has_changed = problems.document(
            &same.number,
            (&same.listed.record, of(same.listed.place)),
            Some((&record, list)),
        );
        if has_changed {
            if same.listed.record == Record::Plain {
                changes.supersedes = true;
            } else {
                changes.limit = Some(changes.limit.map_or(same.segment, |limit| limit.min(same.segment)));
            }
            changes.add(same.number, record);
        } else if !list.is_empty() {
            changes.places.insert(number.to_string(), same.listed.place);
        }
        Ok(())
    })?;
    while let Some(gone) = old.take() {
        problems.document(&gone.number, (&gone.listed.record, of(gone.listed.place)), None);
        old = documents.next_document()?;
    }
    Ok((changes, count))
}

impl Changes {
    fn add(&mut self, number: Vec<u8>, record: Record) {
        if self.added.len() < MAX_ADDED {
            self.added.push((number, record));
        } else {
            self.is_large = true;
        }
    }
}

/// Writes the documents of one segment and notes the places of the cancelled ones.
struct Writer<'a> {
    segment: SegmentWriter,
    serial: u32,
    page: PageWriter,
    rank: u64,
    last: Vec<u8>,
    cancellations: &'a BTreeMap<String, Vec<Cancellation>>,
    histories: Histories,
}

impl<'a> Writer<'a> {
    fn new(
        out: &Path,
        serial: u32,
        cancellations: &'a BTreeMap<String, Vec<Cancellation>>,
    ) -> Result<Self, RegistryError> {
        let segment = SegmentWriter::new(out, SegmentKind::Documents, serial)?;
        let (page, histories) = (PageWriter::new(0), Histories::new());
        Ok(Self { segment, serial, page, rank: 0, last: Vec::new(), cancellations, histories })
    }

    fn push(&mut self, number: &[u8], record: &Record) -> Result<(), RegistryError> {
        if !self.page.push(number, record) {
            self.leaf()?;
            self.page = PageWriter::new(self.rank);
            self.page.push(number, record);
        }
        let list = std::str::from_utf8(number).ok().and_then(|number| self.cancellations.get(number));
        if let Some(list) = list {
            let rank = u32::try_from(self.rank).map_err(|_| BuildError::SegmentTooLarge)?;
            self.histories.insert(Place { serial: self.serial, rank }, list.clone());
        }
        self.last.clear();
        self.last.extend_from_slice(number);
        self.rank += 1;
        Ok(())
    }

    fn leaf(&mut self) -> Result<(), RegistryError> {
        self.segment.leaf(&self.page.finish(), self.page.first(), &self.last, self.page.count())
    }

    fn finish(mut self, covers_from: u32) -> Result<(Option<Segment>, Histories), RegistryError> {
        if self.page.count() > 0 {
            self.leaf()?;
        }
        Ok((self.segment.finish(covers_from)?, self.histories))
    }
}

/// Writes the documents of the published segments from the one with index `from` on, and the added ones. An added
/// record replaces a published one of the same number.
fn write_merged(
    published: &Published<'_>,
    from: usize,
    added: &[(Vec<u8>, Record)],
    writer: &mut Writer<'_>,
) -> Result<(), RegistryError> {
    let mut documents = published.documents(from)?;
    let mut old = documents.next_document()?;
    for (number, record) in added {
        while let Some(before) = old.take_if(|old| old.number < *number) {
            writer.push(&before.number, &before.listed.record)?;
            old = documents.next_document()?;
        }
        if old.as_ref().is_some_and(|old| old.number == *number) {
            old = documents.next_document()?;
        }
        writer.push(number, record)?;
    }
    while let Some(rest) = old {
        writer.push(&rest.number, &rest.listed.record)?;
        old = documents.next_document()?;
    }
    Ok(())
}

/// Writes the segment of documents that a build adds, if there is one. `status` is that of the published segments.
///
/// # Errors
/// As [`super::build`].
pub(super) fn build_documents(
    source: &mut Source<'_, '_>,
    out: &Path,
    published: Option<&Published<'_>>,
    status: &[Histories],
    whole: bool,
    problems: &mut HistoryProblems,
) -> Result<Documents, RegistryError> {
    let cancellations = cancellations(source.register)?;
    let Some(published) = published else {
        let mut writer = Writer::new(out, 1, &cancellations)?;
        let count = source.scan(&mut |number, record| writer.push(number.as_bytes(), &record))?;
        let (segment, histories) = writer.finish(1)?;
        let segments = segment.into_iter().collect();
        return Ok(Documents { segments, histories, count, status_through: 0 });
    };
    let (changes, count) = compare(source, published, &newest(status), &cancellations, problems)?;
    let old: Vec<Segment> = published.segments(SegmentKind::Documents).into_iter().cloned().collect();
    let kept_histories = |keep: usize| -> Histories {
        let serials: BTreeSet<u32> = old.iter().take(keep).map(|segment| segment.id.serial).collect();
        let kept = changes.places.iter().filter(|(_, place)| serials.contains(&place.serial));
        kept.filter_map(|(number, place)| Some((*place, cancellations.get(number)?.clone()))).collect()
    };
    let status_through = published.manifest.status_through;
    if changes.added.is_empty() && !whole {
        let histories = kept_histories(old.len());
        return Ok(Documents { segments: old, histories, count, status_through });
    }
    let serial = next_serial(&old)?;
    let sizes: Vec<u32> = old.iter().map(|segment| segment.pages).collect();
    let keep = if whole || changes.is_large {
        0
    } else {
        // Documents of one length, as in the segments so far. An estimate is enough: it decides only when to merge.
        let entries: u64 = old.iter().map(|segment| segment.entries).sum();
        let pages: u64 = sizes.iter().map(|pages| u64::from(*pages)).sum();
        let added = changes.added.len() as u64 * pages.max(1) / entries.max(1);
        let added = u32::try_from(added.max(1)).unwrap_or(u32::MAX);
        let limit = changes.limit.unwrap_or(old.len());
        MergePolicy::of(SegmentKind::Documents).keep(&sizes, limit, |from| {
            sizes.iter().skip(from).fold(added, |sum, pages| sum.saturating_add(*pages))
        })
    };
    let mut writer = Writer::new(out, serial, &cancellations)?;
    if keep == 0 {
        source.scan(&mut |number, record| writer.push(number.as_bytes(), &record))?;
    } else {
        write_merged(published, keep, &changes.added, &mut writer)?;
    }
    let covers_from = old.get(keep).map_or(serial, |segment| segment.covers_from);
    let (segment, moved) = writer.finish(covers_from)?;
    let mut histories = kept_histories(keep);
    histories.extend(moved);
    let moves_places = keep < old.len() || changes.supersedes;
    let status_through = if moves_places { serial } else { status_through };
    let mut segments = old;
    segments.truncate(keep);
    segments.extend(segment);
    Ok(Documents { segments, histories, count, status_through })
}

/// Returns the serial number after those of `segments`.
pub(super) fn next_serial(segments: &[Segment]) -> Result<u32, BuildError> {
    let last = segments.last().map_or(0, |segment| segment.id.serial);
    last.checked_add(1).ok_or(BuildError::SegmentTooLarge)
}
