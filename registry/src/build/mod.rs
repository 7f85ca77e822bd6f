//! Builds an unsigned snapshot from a register: same register and times in, same bytes out.
//!
//! Documents are read from the database in the order of their numbers and written one page at a time; cancellations are
//! read beside them in the same order and become the status segment. The result depends on no clock, seed or map order.

mod error;
pub mod segment;

use std::path::Path;

use rastau_core::calendar::{Interval, Timestamp};
use rastau_core::document::is_number;
use rastau_core::document::sealed::{CHECK_LEN, MAX_SEALED, Sealed};
use rastau_core::document::tags::{HOLDER_TAG_LEN, HolderTag, NAME_TAG_LEN, NameTag};
use rastau_core::snapshot::documents::PageWriter;
use rastau_core::snapshot::pages::SegmentKind;
use rastau_core::snapshot::statements::{Centres, MAX_CONFIRMABLE, Manifest};
use rastau_core::snapshot::status::{
    Cancellation, CancellationStatus, Ground, MAX_CANCELLATIONS, Place, write_page,
};
use rastau_core::snapshot::{PAGE_SIZE, Record, SealedAt, Segment, tables};
use rusqlite::Row as Sql;

use crate::check::{Severity, check};
use crate::row_error::{RowErrorReason, ValueError, Vocabulary};
use crate::rows::{CHAMBER, KEEPER, Rows, chamber, contact, keeper, link};
use crate::text::RowKey;
use crate::{Register, RegistryError};
pub use error::BuildError;
use segment::SegmentWriter;

/// The usual value of [`BuildOptions::confirmable`] in seconds: the longest that is allowed.
pub const CONFIRMABLE: u64 = MAX_CONFIRMABLE;

/// Options of a build.
#[derive(Debug, Clone)]
pub struct BuildOptions {
    /// The instant of the register's state that the snapshot holds.
    pub as_of: Timestamp,
    /// The instant after which verifiers no longer rely on the snapshot.
    pub not_after: Timestamp,
    /// For how many seconds after `as_of` the online key may confirm the snapshot as the newest, at most
    /// [`MAX_CONFIRMABLE`].
    pub confirmable: u64,
    /// The version that this one follows; `None` for the first.
    pub previous: Option<Previous>,
}

/// The numbers of the version that a build follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Previous {
    /// The epoch of the manifest.
    pub epoch: u64,
    /// The version of the manifest.
    pub version: u64,
    /// The epoch of the centres' statement.
    pub centres_epoch: u64,
    /// The version of the centres' statement.
    pub centres_version: u64,
    /// The highest serial number of any segment.
    pub serial: u32,
}

impl Previous {
    /// What the first build of a register follows.
    pub const NONE: Self = Self { epoch: 1, version: 0, centres_epoch: 1, centres_version: 0, serial: 0 };
}

/// The unsigned statements of a build.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The manifest. Its hash of the centres' statement is all zeros until that statement has been signed.
    pub manifest: Manifest,
    /// The centres' statement.
    pub centres: Centres,
    /// The number of documents in the snapshot.
    pub documents: u64,
    /// The number of documents with a cancellation.
    pub cancelled: u64,
}

/// The progress callback of a build; it gets the number of documents so far.
pub type Progress<'a> = &'a dyn Fn(u64);

/// Builds the segments of `register` in the directory `out`, which must be empty and is created, and returns the unsigned
/// statements. Warnings of the check do not stop a build: verifiers report them on the documents concerned.
///
/// ```
/// use rastau_core::calendar::Timestamp;
/// use rastau_registry::build::{BuildOptions, CONFIRMABLE, build, previous};
/// use rastau_registry::demo::{DemoOptions, Keys, REGISTER, fill};
/// use rastau_registry::random::Seeded;
/// use rastau_registry::Register;
///
/// let directory = tempfile::tempdir()?;
/// let (now, random) = (Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap(), &mut Seeded::new("build"));
/// let mut register = Register::create(&directory.path().join("register.sqlite"), REGISTER, "2023-09-04")?;
/// let options = DemoOptions { documents: 100, now, certificates: false };
/// fill(&mut register, &Keys::generate(random)?, &options, random, &|_| {})?;
///
/// let mut options = BuildOptions {
///     as_of: now,
///     not_after: now.plus_seconds(86_400 * 365),
///     confirmable: CONFIRMABLE,
///     previous: None,
/// };
/// let draft = build(&register, &directory.path().join("segments"), &options, &|_| {})?;
/// assert_eq!((draft.manifest.version, draft.documents), (1, 100));
///
/// options.previous = Some(previous(&draft.manifest, &draft.centres));
/// let next = build(&register, &directory.path().join("next"), &options, &|_| {})?;
/// assert_eq!(next.manifest.version, 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`BuildError`] for a register that the check finds errors in or that is too large, [`RegistryError::Row`] for a row
/// that no snapshot can carry, [`RegistryError::Write`] where a segment cannot be written.
pub fn build(
    register: &Register,
    out: &Path,
    options: &BuildOptions,
    progress: Progress<'_>,
) -> Result<Draft, RegistryError> {
    let errors = check(register)?.iter().filter(|problem| problem.kind.severity() == Severity::Error).count();
    if errors > 0 {
        return Err(BuildError::RegisterErrors(errors).into());
    }
    std::fs::create_dir_all(out).map_err(RegistryError::write(out))?;
    let previous = options.previous.unwrap_or(Previous::NONE);
    let serial = previous.serial + 1;
    let (name, covered_from) = register.identity()?;
    let (documents, status, cancelled) = documents(register, out, serial, progress)?;
    let connection = register.connection();
    let tables = table_segment(out, SegmentKind::Tables, serial, &keeper(connection)?)?;
    let centres = table_segment(out, SegmentKind::Centres, serial, &chamber(connection)?)?;
    let count = documents.as_ref().map_or(0, |segment| segment.entries);
    let status_through = documents.as_ref().map_or(0, |segment| segment.id.serial);
    let manifest = Manifest {
        register: name.clone(),
        epoch: previous.epoch,
        version: previous.version + 1,
        as_of: options.as_of,
        not_after: options.not_after,
        coverage: Interval {
            from: RowKey::new("register", &name).date("covered_from", &covered_from)?,
            until: Some(options.as_of.date().minus_days(1)),
        },
        segments: [documents, status, tables].into_iter().flatten().collect(),
        centres: [0; 32],
        confirmable: options.confirmable.min(MAX_CONFIRMABLE),
        // The status is that of the places of this build.
        status_through,
        contact: contact(connection, KEEPER)?,
        link: link(connection)?,
    };
    let centres = Centres {
        register: name,
        epoch: previous.centres_epoch,
        version: previous.centres_version + 1,
        as_of: options.as_of,
        not_after: options.not_after,
        segments: centres.into_iter().collect(),
        contact: contact(connection, CHAMBER)?,
    };
    Ok(Draft { manifest, centres, documents: count, cancelled })
}

fn table_segment(
    out: &Path,
    kind: SegmentKind,
    serial: u32,
    rows: &Rows,
) -> Result<Option<Segment>, RegistryError> {
    let mut segment = SegmentWriter::new(out, kind, serial)?;
    let mut page = tables::PageWriter::new();
    let mut count = 0;
    let mut last: &[u8] = &[];
    for (key, row) in rows {
        if !page.push(key, row) {
            segment.leaf(&page.finish(), page.first(), last, count)?;
            page = tables::PageWriter::new();
            count = 0;
            page.push(key, row);
        }
        count += 1;
        last = key;
    }
    if count > 0 {
        segment.leaf(&page.finish(), page.first(), last, count)?;
    }
    segment.finish()
}

/// Cancellations of the register in the order of document numbers, one document at a time.
struct Cancellations<'a> {
    rows: rusqlite::Rows<'a>,
    next: Option<(String, Cancellation)>,
}

impl<'a> Cancellations<'a> {
    fn new(mut rows: rusqlite::Rows<'a>) -> Result<Self, RegistryError> {
        let next = Self::read(&mut rows)?;
        Ok(Self { rows, next })
    }

    fn read(rows: &mut rusqlite::Rows<'_>) -> Result<Option<(String, Cancellation)>, RegistryError> {
        let Some(row) = rows.next()? else { return Ok(None) };
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
        Ok(Some((number, Cancellation { on, status })))
    }

    /// Returns the cancellations of `number`. The check has rejected cancellations of numbers that no document has, so
    /// none is skipped here.
    fn of(&mut self, number: &str) -> Result<Vec<Cancellation>, RegistryError> {
        let mut list = Vec::new();
        while let Some((_, one)) = self.next.take_if(|(next, _)| next == number) {
            list.push(one);
            self.next = Self::read(&mut self.rows)?;
        }
        if list.len() > MAX_CANCELLATIONS {
            return Err(RowKey::new("cancellations", number).error(RowErrorReason::TooManyCancellations));
        }
        Ok(list)
    }
}

fn tag<'r, const N: usize>(
    row: &'r Sql<'_>,
    index: usize,
    column: &'static str,
) -> Result<&'r [u8; N], RegistryError> {
    let bytes = row.get_ref(index)?.as_blob().unwrap_or_default();
    bytes.try_into().map_err(|_| {
        let reason = RowErrorReason::TagLength { column, length: bytes.len(), expected: N };
        document_key(row).error(reason)
    })
}

fn document_key(row: &Sql<'_>) -> RowKey {
    RowKey::new("documents", row.get::<_, String>(0).unwrap_or_default())
}

fn record(row: &Sql<'_>) -> Result<Record, RegistryError> {
    if row.get_ref(4)? == rusqlite::types::ValueRef::Null {
        return Ok(Record::Plain);
    }
    let sealed = row.get_ref(4)?.as_blob().unwrap_or_default();
    if sealed.is_empty() || sealed.len() > MAX_SEALED {
        let reason = RowErrorReason::SealedLength { length: sealed.len(), max: MAX_SEALED };
        return Err(document_key(row).error(reason));
    }
    Ok(Record::Coded {
        sealed_at: if row.get(5)? { SealedAt::Later } else { SealedAt::Issue },
        holder: HolderTag(*tag::<HOLDER_TAG_LEN>(row, 1, "holder_tag")?),
        name: NameTag(*tag::<NAME_TAG_LEN>(row, 2, "name_tag")?),
        sealed: Sealed { check: *tag::<CHECK_LEN>(row, 3, "seal_check")?, bytes: sealed.to_vec() },
    })
}

/// The segments of documents and cancellations, and the number of cancelled documents.
type Built = (Option<Segment>, Option<Segment>, u64);

fn documents(
    register: &Register,
    out: &Path,
    serial: u32,
    progress: Progress<'_>,
) -> Result<Built, RegistryError> {
    let mut cancellations = register.connection().prepare(
        "SELECT number, cancelled_on, ground, reinstated_on, number IN (SELECT number FROM replaced_documents) FROM cancellations ORDER BY number, cancelled_on",
    )?;
    let mut cancellations = Cancellations::new(cancellations.query(())?)?;
    let mut documents = register
        .connection()
        .prepare(
            "SELECT number, holder_tag, name_tag, seal_check, sealed, number IN (SELECT number FROM sealed_later) FROM documents ORDER BY number",
        )?;
    let mut found = documents.query(())?;
    let mut segment = SegmentWriter::new(out, SegmentKind::Documents, serial)?;
    let mut status = StatusWriter::new(out, serial)?;
    let mut page = PageWriter::new(0);
    let mut rank = 0u64;
    let mut last = String::new();
    while let Some(row) = found.next()? {
        let number = row
            .get_ref(0)?
            .as_str()
            .map_err(|_| RowKey::new("documents", "").value_error("number", ValueError::NotText))?;
        if !is_number(number) {
            return Err(
                RowKey::new("documents", number).value_error("number", ValueError::Number(number.into()))
            );
        }
        let record = record(row)?;
        if !page.push(number.as_bytes(), &record) {
            segment.leaf(&page.finish(), page.first(), last.as_bytes(), page.count())?;
            page = PageWriter::new(rank);
            page.push(number.as_bytes(), &record);
        }
        let list = cancellations.of(number)?;
        if !list.is_empty() {
            let rank = u32::try_from(rank).map_err(|_| BuildError::SegmentTooLarge)?;
            status.push(Place { serial, rank }, list)?;
        }
        last.clear();
        last.push_str(number);
        rank += 1;
        if rank.is_multiple_of(10_000) {
            progress(rank);
        }
    }
    if page.count() > 0 {
        segment.leaf(&page.finish(), page.first(), last.as_bytes(), page.count())?;
    }
    progress(rank);
    let cancelled = status.total;
    Ok((segment.finish()?, status.finish()?, cancelled))
}

/// Collects cancelled documents until they are more than a page can hold, then writes a page.
struct StatusWriter {
    segment: SegmentWriter,
    pending: Vec<(Place, Vec<Cancellation>)>,
    total: u64,
}

/// The minimum size of an entry in bits.
const MIN_ENTRY_BITS: usize = 4;

impl StatusWriter {
    fn new(out: &Path, serial: u32) -> Result<Self, RegistryError> {
        Ok(Self {
            segment: SegmentWriter::new(out, SegmentKind::Status, serial)?,
            pending: Vec::new(),
            total: 0,
        })
    }

    fn push(&mut self, place: Place, list: Vec<Cancellation>) -> Result<(), RegistryError> {
        self.pending.push((place, list));
        self.total += 1;
        if self.pending.len() >= PAGE_SIZE * 8 / MIN_ENTRY_BITS { self.write() } else { Ok(()) }
    }

    fn write(&mut self) -> Result<(), RegistryError> {
        let (page, count) = write_page(&self.pending);
        let (first, last) = (self.pending[0].0.key(), self.pending[count - 1].0.key());
        self.segment.leaf(&page, &first, &last, count as u64)?;
        self.pending.drain(..count);
        Ok(())
    }

    fn finish(mut self) -> Result<Option<Segment>, RegistryError> {
        while !self.pending.is_empty() {
            self.write()?;
        }
        self.segment.finish()
    }
}

/// Returns the numbers that the next build follows, from the statements of the published version.
#[must_use]
pub fn previous(manifest: &Manifest, centres: &Centres) -> Previous {
    let serials = manifest.segments.iter().chain(&centres.segments).map(|segment| segment.id.serial);
    Previous {
        epoch: manifest.epoch,
        version: manifest.version,
        centres_epoch: centres.epoch,
        centres_version: centres.version,
        serial: serials.max().unwrap_or(0),
    }
}
