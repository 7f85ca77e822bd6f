//! The published bundle that a build follows, read back: its documents in the order of their numbers, its cancellations by
//! place, its rows by key. Every page is authenticated.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BinaryHeap};

use rastau_core::PageError;
use rastau_core::snapshot::check::{SegmentFault, Walk};
use rastau_core::snapshot::documents;
use rastau_core::snapshot::pages::SegmentKind;
use rastau_core::snapshot::statements::{Centres, Manifest};
use rastau_core::snapshot::status::{self, Cancellation, Place};
use rastau_core::snapshot::{ListedDocument, Pages, Record, Segment, tables};

use super::error::BuildError;
use crate::rows::Rows;

/// A published bundle. Its statements are not verified: the operator chooses the directory they come from. Its pages
/// are compared with their signed hashes.
#[derive(Clone, Copy)]
pub struct Published<'a> {
    /// The manifest.
    pub manifest: &'a Manifest,
    /// The centres' statement.
    pub centres: &'a Centres,
    /// The pages of their segments.
    pub pages: &'a dyn Pages,
}

/// The cancellations of one status segment, by place.
pub(crate) type Histories = BTreeMap<Place, Vec<Cancellation>>;

impl<'a> Published<'a> {
    /// Returns the segments of `kind`, the oldest first.
    pub(crate) fn segments(&self, kind: SegmentKind) -> Vec<&'a Segment> {
        let list =
            if kind == SegmentKind::Centres { &self.centres.segments } else { &self.manifest.segments };
        list.iter().filter(|segment| segment.id.kind == kind).collect()
    }

    /// Returns the documents of the segments from the one with index `from` on, in the order of their numbers.
    ///
    /// # Errors
    /// [`BuildError::Previous`] for a page that cannot be used.
    pub(crate) fn documents(&self, from: usize) -> Result<PublishedDocuments<'a>, BuildError> {
        let (mut streams, mut heads) = (BTreeMap::new(), BinaryHeap::new());
        for (at, segment) in self.segments(SegmentKind::Documents).into_iter().enumerate().skip(from) {
            let mut stream = SegmentDocuments::new(self.pages, segment, at)?;
            heads.extend(stream.next_document()?.map(Reverse));
            streams.insert(at, stream);
        }
        Ok(PublishedDocuments { streams, heads, status_through: self.manifest.status_through })
    }

    /// Returns the cancellations of each status segment, the oldest segment first.
    ///
    /// # Errors
    /// As [`Published::documents`].
    pub(crate) fn status(&self) -> Result<Vec<Histories>, BuildError> {
        let read = |segment: &Segment| {
            let mut entries = BTreeMap::new();
            leaves(self.pages, segment, |page| {
                entries.extend(status::read_page(page)?);
                Some(())
            })?;
            Ok(entries)
        };
        self.segments(SegmentKind::Status).into_iter().map(read).collect()
    }

    /// Returns the rows of each segment of `kind`, the oldest segment first.
    ///
    /// # Errors
    /// As [`Published::documents`].
    pub(crate) fn rows(&self, kind: SegmentKind) -> Result<Vec<Rows>, BuildError> {
        let read = |segment: &Segment| {
            let mut rows = Rows::new();
            leaves(self.pages, segment, |page| {
                rows.extend(tables::read_page(page)?.into_iter().map(|(key, row)| (key, row.to_vec())));
                Some(())
            })?;
            Ok(rows)
        };
        self.segments(kind).into_iter().map(read).collect()
    }
}

/// Calls `each` with every leaf of a segment; `None` from it means that the page is malformed.
fn leaves(
    pages: &dyn Pages,
    segment: &Segment,
    mut each: impl FnMut(&[u8]) -> Option<()>,
) -> Result<(), BuildError> {
    let failed = |fault: SegmentFault| BuildError::previous(segment, fault.error);
    let mut walk = Walk::new(pages, segment).map_err(failed)?;
    while let Some(page) = walk.next_page().map_err(failed)? {
        if page.level == 0 {
            each(&page.bytes).ok_or_else(|| BuildError::previous(segment, PageError::Unreadable))?;
        }
    }
    Ok(())
}

/// Returns the newest entry of each key.
pub(crate) fn newest<K: Ord + Clone, V: Clone>(layers: &[BTreeMap<K, V>]) -> BTreeMap<K, V> {
    let mut all = BTreeMap::new();
    for layer in layers {
        all.extend(layer.iter().map(|(key, value)| (key.clone(), value.clone())));
    }
    all
}

/// A document as a bundle lists it. In order of number; of one number, that of the newest segment comes first.
pub(crate) struct PublishedDocument {
    pub(crate) number: Vec<u8>,
    pub(crate) listed: ListedDocument,
    /// The index of its segment among those of documents.
    pub(crate) segment: usize,
}

impl Ord for PublishedDocument {
    fn cmp(&self, other: &Self) -> Ordering {
        self.number.cmp(&other.number).then(other.segment.cmp(&self.segment))
    }
}

impl PartialOrd for PublishedDocument {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for PublishedDocument {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for PublishedDocument {}

/// The documents of one segment.
struct SegmentDocuments<'a> {
    walk: Walk<'a, dyn Pages + 'a>,
    page: std::vec::IntoIter<(Vec<u8>, Record)>,
    next: Place,
    segment: &'a Segment,
    index: usize,
}

impl<'a> SegmentDocuments<'a> {
    fn new(pages: &'a dyn Pages, segment: &'a Segment, at: usize) -> Result<Self, BuildError> {
        let next = Place { serial: segment.id.serial, rank: 0 };
        let walk = Walk::new(pages, segment).map_err(|fault| BuildError::previous(segment, fault.error))?;
        Ok(Self { walk, page: Vec::new().into_iter(), next, segment, index: at })
    }

    fn next_document(&mut self) -> Result<Option<PublishedDocument>, BuildError> {
        loop {
            if let Some((number, record)) = self.page.next() {
                let listed = ListedDocument { place: self.next, record };
                self.next.rank += 1;
                return Ok(Some(PublishedDocument { number, listed, segment: self.index }));
            }
            let failed = |fault| BuildError::previous(self.segment, fault);
            let Some(page) = self.walk.next_page().map_err(|fault| failed(fault.error))? else {
                return Ok(None);
            };
            if page.level == 0 {
                let documents = documents::read_page(&page.bytes);
                self.page = documents.ok_or_else(|| failed(PageError::Unreadable))?.into_iter();
            }
        }
    }
}

/// The documents of several segments in the order of their numbers. A record that was superseded is left out.
pub(crate) struct PublishedDocuments<'a> {
    /// Those that are read, by the index of their segment.
    streams: BTreeMap<usize, SegmentDocuments<'a>>,
    /// The next document of each of them.
    heads: BinaryHeap<Reverse<PublishedDocument>>,
    status_through: u32,
}

impl PublishedDocuments<'_> {
    fn pop(&mut self) -> Result<Option<PublishedDocument>, BuildError> {
        let Some(Reverse(document)) = self.heads.pop() else { return Ok(None) };
        if let Some(stream) = self.streams.get_mut(&document.segment) {
            self.heads.extend(stream.next_document()?.map(Reverse));
        }
        Ok(Some(document))
    }

    /// Returns the next document.
    ///
    /// # Errors
    /// [`BuildError::Previous`] for a page that cannot be used, or a number that two segments list.
    pub(crate) fn next_document(&mut self) -> Result<Option<PublishedDocument>, BuildError> {
        let Some(document) = self.pop()? else { return Ok(None) };
        while self.heads.peek().is_some_and(|Reverse(next)| next.number == document.number) {
            let older = self.pop()?;
            let is_superseded = |older: PublishedDocument| {
                document.listed.supersedes(&older.listed.record, self.status_through)
            };
            if !older.is_some_and(is_superseded) {
                // Each document comes from one of the streams.
                let segment = self.streams[&document.segment].segment;
                return Err(BuildError::previous(segment, PageError::Unreadable));
            }
        }
        Ok(Some(document))
    }
}
