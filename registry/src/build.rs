//! Builds an unsigned snapshot from a register: same register and times in, same bytes out.
//!
//! Documents stream from the database in the order of their numbers through one page at a time; cancellations
//! stream beside them in the same order and become the status segment. No clock, seed or map order is involved.

use std::path::Path;

use rastau_core::calendar::{Interval, Timestamp};
use rastau_core::document::is_number;
use rastau_core::document::sealed::{CHECK_LEN, MAX_SEALED, Sealed};
use rastau_core::document::tags::{HOLDER_TAG_LEN, HolderTag, NAME_TAG_LEN, NameTag};
use rastau_core::snapshot::documents::PageWriter;
use rastau_core::snapshot::pages::SegmentKind;
use rastau_core::snapshot::statements::{Centres, Manifest};
use rastau_core::snapshot::status::{Cancellation, Ground, MAX_CANCELLATIONS, Place, write_page};
use rastau_core::snapshot::{PAGE_SIZE, Record, Segment, tables};
use rusqlite::Row as Sql;

use crate::check::{Severity, check};
use crate::rows::{Rows, chamber, keeper};
use crate::segment::SegmentWriter;
use crate::text::date;
use crate::{Register, RegistryError};

/// What a build is told.
#[derive(Debug, Clone)]
pub struct BuildOptions {
    /// The instant whose knowledge the snapshot holds.
    pub as_of: Timestamp,
    /// The instant after which the keepers no longer stand by it.
    pub not_after: Timestamp,
    /// The version before: its epoch, version, and its highest segment serial number. `None` for the first.
    pub previous: Option<Previous>,
}

/// What the next version follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Previous {
    /// Epoch of the manifest.
    pub epoch: u64,
    /// Version of the manifest.
    pub version: u64,
    /// Version of the centres' statement.
    pub centres_version: u64,
    /// The highest serial number of any segment.
    pub serial: u32,
}

/// What was built.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The manifest, its hash of the centres' statement still empty: that is signed first.
    pub manifest: Manifest,
    /// The centres' statement.
    pub centres: Centres,
    /// Documents in the snapshot.
    pub documents: u64,
    /// Documents with a cancellation.
    pub cancelled: u64,
}

/// Progress of a build: documents so far.
pub type Progress<'a> = &'a dyn Fn(u64);

/// Builds the segments of `register` into the folder `out` and answers with the unsigned statements. `out` must
/// be empty. Refuses a register with errors; warnings go through, since a verifier will report them.
pub fn build(
    register: &Register,
    out: &Path,
    options: &BuildOptions,
    progress: Progress<'_>,
) -> Result<Draft, RegistryError> {
    let errors = check(register)?.iter().filter(|problem| problem.severity == Severity::Error).count();
    if errors > 0 {
        return Err(RegistryError::Unsound(errors));
    }
    std::fs::create_dir_all(out).map_err(RegistryError::file("make the folder", out))?;
    let previous =
        options.previous.unwrap_or(Previous { epoch: 1, version: 0, centres_version: 0, serial: 0 });
    let serial = previous.serial + 1;
    let (name, covered_from) = register.identity()?;
    let (documents, status, cancelled) = documents(register, out, serial, progress)?;
    let connection = register.connection();
    let tables = table_segment(out, SegmentKind::Tables, serial, &keeper(connection)?)?;
    let centres = table_segment(out, SegmentKind::Centres, serial, &chamber(connection)?)?;
    let count = documents.as_ref().map_or(0, |segment| segment.entries);
    let manifest = Manifest {
        register: name.clone(),
        epoch: previous.epoch,
        version: previous.version + 1,
        as_of: options.as_of,
        not_after: options.not_after,
        coverage: Interval {
            from: date(&covered_from, "register covered_from")?,
            until: Some(options.as_of.date().minus_days(1)),
        },
        segments: [documents, status, tables].into_iter().flatten().collect(),
        centres: [0; 32],
    };
    let centres = Centres {
        register: name,
        version: previous.centres_version + 1,
        as_of: options.as_of,
        not_after: options.not_after,
        segments: centres.into_iter().collect(),
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
        let place = format!("cancellations {number}");
        let (ground, reinstated): (String, Option<String>) = (row.get(2)?, row.get(3)?);
        let ground = Ground::from_name(&ground)
            .ok_or_else(|| RegistryError::said(format!("{place}: \"{ground}\" is no ground")))?;
        let reinstated = reinstated.filter(|text| !text.is_empty());
        let reinstated_on = reinstated.map(|text| date(&text, &place)).transpose()?;
        Ok(Some((number, Cancellation { on: date(&on, &place)?, ground, reinstated_on })))
    }

    /// The cancellations of `number`; earlier numbers that no document has were refused by the check.
    fn of(&mut self, number: &str) -> Result<Vec<Cancellation>, RegistryError> {
        let mut list = Vec::new();
        while let Some((_, one)) = self.next.take_if(|(next, _)| next == number) {
            list.push(one);
            self.next = Self::read(&mut self.rows)?;
        }
        if list.len() > MAX_CANCELLATIONS {
            return Err(RegistryError::said(format!(
                "cancellations {number}: more than {MAX_CANCELLATIONS}"
            )));
        }
        Ok(list)
    }
}

fn blob<'r, const N: usize>(row: &'r Sql<'_>, column: usize) -> Result<&'r [u8; N], RegistryError> {
    let bytes = row.get_ref(column)?.as_blob().unwrap_or_default();
    bytes.try_into().map_err(|_| {
        let number: String = row.get(0).unwrap_or_default();
        RegistryError::said(format!("document {number}: a tag has {} bytes instead of {N}", bytes.len()))
    })
}

fn record(row: &Sql<'_>) -> Result<Record, RegistryError> {
    if row.get_ref(4)? == rusqlite::types::ValueRef::Null {
        return Ok(Record::Plain);
    }
    let sealed = row.get_ref(4)?.as_blob().unwrap_or_default();
    if sealed.is_empty() || sealed.len() > MAX_SEALED {
        let number: String = row.get(0)?;
        return Err(RegistryError::said(format!(
            "document {number}: its sealed attributes have an impossible length"
        )));
    }
    Ok(Record::Coded {
        holder: HolderTag(*blob::<HOLDER_TAG_LEN>(row, 1)?),
        name: NameTag(*blob::<NAME_TAG_LEN>(row, 2)?),
        sealed: Sealed { check: *blob::<CHECK_LEN>(row, 3)?, bytes: sealed.to_vec() },
    })
}

type Built = (Option<Segment>, Option<Segment>, u64);

fn documents(
    register: &Register,
    out: &Path,
    serial: u32,
    progress: Progress<'_>,
) -> Result<Built, RegistryError> {
    let mut cancellations = register.connection().prepare(
        "SELECT number, cancelled_on, ground, reinstated_on FROM cancellations ORDER BY number, cancelled_on",
    )?;
    let mut cancellations = Cancellations::new(cancellations.query(())?)?;
    let mut documents = register
        .connection()
        .prepare("SELECT number, holder_tag, name_tag, seal_check, sealed FROM documents ORDER BY number")?;
    let mut found = documents.query(())?;
    let mut segment = SegmentWriter::new(out, SegmentKind::Documents, serial)?;
    let mut status = StatusWriter::new(out, serial)?;
    let mut page = PageWriter::new(0);
    let mut rank = 0u64;
    let mut last = String::new();
    while let Some(row) = found.next()? {
        let number =
            row.get_ref(0)?.as_str().map_err(|_| RegistryError::said("a document number is not text"))?;
        if !is_number(number) {
            return Err(RegistryError::said(format!(
                "document {number:?}: a number is 1 to 64 printable characters"
            )));
        }
        let record = record(row)?;
        if !page.push(number.as_bytes(), &record) {
            segment.leaf(&page.finish(), page.first(), last.as_bytes(), page.count())?;
            page = PageWriter::new(rank);
            page.push(number.as_bytes(), &record);
        }
        let list = cancellations.of(number)?;
        if !list.is_empty() {
            let rank =
                u32::try_from(rank).map_err(|_| RegistryError::said("too many documents for one segment"))?;
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

/// Gathers cancelled documents until a page is certainly full, then writes it.
struct StatusWriter {
    segment: SegmentWriter,
    waiting: Vec<(Place, Vec<Cancellation>)>,
    total: u64,
}

/// An entry takes at least this many bits, so that many entries of it fill a page for certain.
const LEAST_BITS: usize = 4;

impl StatusWriter {
    fn new(out: &Path, serial: u32) -> Result<Self, RegistryError> {
        Ok(Self {
            segment: SegmentWriter::new(out, SegmentKind::Status, serial)?,
            waiting: Vec::new(),
            total: 0,
        })
    }

    fn push(&mut self, place: Place, list: Vec<Cancellation>) -> Result<(), RegistryError> {
        self.waiting.push((place, list));
        self.total += 1;
        if self.waiting.len() >= PAGE_SIZE * 8 / LEAST_BITS { self.write() } else { Ok(()) }
    }

    fn write(&mut self) -> Result<(), RegistryError> {
        let (page, count) = write_page(&self.waiting);
        let (first, last) = (self.waiting[0].0.key(), self.waiting[count - 1].0.key());
        self.segment.leaf(&page, &first, &last, count as u64)?;
        self.waiting.drain(..count);
        Ok(())
    }

    fn finish(mut self) -> Result<Option<Segment>, RegistryError> {
        while !self.waiting.is_empty() {
            self.write()?;
        }
        self.segment.finish()
    }
}

/// What a later build must follow, from the statements of an earlier one.
#[must_use]
pub fn previous(manifest: &Manifest, centres: &Centres) -> Previous {
    let serials = manifest.segments.iter().chain(&centres.segments).map(|segment| segment.id.serial);
    Previous {
        epoch: manifest.epoch,
        version: manifest.version,
        centres_version: centres.version,
        serial: serials.max().unwrap_or(0),
    }
}
