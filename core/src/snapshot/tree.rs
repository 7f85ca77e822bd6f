//! The authenticated search tree over a segment's pages (a Merkle B+ tree; docs/formats.md). One walk proves that an entry
//! is present or that it is absent.
//!
//! A page's hash covers kind and serial number of its segment, its level, its index and its bytes. An index page contains
//! the first key and the hash of each child; the root's hash is in the signed statement. In the file, the leaves come
//! first, then each level above them. The root is the last page.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::PAGE_SIZE;
use super::cache::{PageCache, Read};
use super::marks::{Key, Marks};
use super::pages::{Pages, SegmentId, SegmentKind};
use super::segment::Segment;
use crate::codec::varint;
use crate::crypto::{HASH_LEN, Hash, equal, sha256};
use crate::error::PageError;

/// Computes the hash of page `index` at `level` (0 for leaves) of a segment.
#[must_use]
pub fn page_hash(kind: SegmentKind, serial: u32, level: u8, index: u32, page: &[u8]) -> Hash {
    sha256(&[b"rastau/page/1\0", &[kind.number(), level], &serial.to_be_bytes(), &index.to_be_bytes(), page])
}

/// Finds the leaf that contains `key` if the segment does, authenticated up to the signed root hash. Returns `None` if the
/// key is below the segment's first key.
///
/// # Errors
/// [`PageError`]: a page cannot be read, is not the signed one, or is malformed.
pub fn find_leaf<'s, P: Pages>(
    pages: &P,
    cache: &'s PageCache,
    segment: &Segment,
    key: &[u8],
) -> Result<Option<Cow<'s, [u8]>>, PageError> {
    Ok(leaf(pages, cache, segment, key)?.map(Read::into_bytes))
}

/// Does the same as [`find_leaf`] and returns the page with its marks.
pub(super) fn leaf<'s, P: Pages>(
    pages: &P,
    cache: &'s PageCache,
    segment: &Segment,
    key: &[u8],
) -> Result<Option<Read<'s>>, PageError> {
    let mut index = segment.pages.checked_sub(1).ok_or(PageError::Unreadable)?;
    let mut hash = segment.id.root;
    let mut level = segment.height;
    loop {
        let page = authentic(pages, cache, &segment.id, level, index, &hash)?;
        let Some(below) = level.checked_sub(1) else { return Ok(Some(page)) };
        match child(page.bytes(), page.marks(), key).ok_or(PageError::Unreadable)? {
            // A child's index is lower than its parent's, so the walk ends.
            Some((child, child_hash)) if child < index => {
                (index, hash) = (child, child_hash);
                level = below;
            }
            Some(_) => return Err(PageError::Unreadable),
            None => return Ok(None),
        }
    }
}

fn authentic<'s, P: Pages>(
    pages: &P,
    cache: &'s PageCache,
    id: &SegmentId,
    level: u8,
    index: u32,
    hash: &Hash,
) -> Result<Read<'s>, PageError> {
    if let Some(page) = cache.find(hash) {
        return Ok(Read::Cached(page));
    }
    let page = signed_page(pages, id, level, index, hash).inspect_err(|_| pages.unusable(id, index))?;
    // Leaves of documents are as many as the register is large, and each is rarely read again.
    let is_shared = level > 0 || id.kind != SegmentKind::Documents;
    Ok(if is_shared { cache.insert(hash, page, id.kind, level) } else { Read::Once(page) })
}

/// Reads a page and compares it with its hash.
fn signed_page<P: Pages>(
    pages: &P,
    id: &SegmentId,
    level: u8,
    index: u32,
    hash: &Hash,
) -> Result<Vec<u8>, PageError> {
    // The page is copied before it is hashed, so a later change of the file does not matter.
    let page = pages.page(id, index)?.into_owned();
    if page.len() != PAGE_SIZE || !equal(&page_hash(id.kind, id.serial, level, index, &page), hash) {
        return Err(PageError::Altered);
    }
    Ok(page)
}

/// Finds the child of an index page whose keys begin at or before `key`. Returns `Some(None)` if `key` is below all
/// children, and `None` if the page is malformed.
fn child(page: &[u8], marks: &Marks, key: &[u8]) -> Option<Option<(u32, Hash)>> {
    let mut children = Children::new(page)?;
    let mut found = None;
    if let Some(start) = marks.start(key) {
        let at = usize::try_from(start.position).ok()?;
        let (before, rest) = page.split_at_checked(at)?;
        children.rest = rest;
        children.left = children.left.checked_sub(start.entries.into())?;
        children.number = children.number.checked_add(start.entries)?;
        children.key.replace_end(0, start.before)?;
        // The hash of the child before ends there.
        found = Some((children.number.checked_sub(1)?, before.last_chunk()?));
    }
    while let Some(child) = children.next()? {
        if children.key.as_slice() > key {
            break;
        }
        found = Some(child);
    }
    Some(found.map(|(number, hash)| (number, *hash)))
}

/// The children of an index page in the order of their keys. Each step returns `None` if the page is malformed.
struct Children<'p> {
    rest: &'p [u8],
    left: u64,
    number: u32,
    /// The key of the last child.
    key: Key,
}

impl<'p> Children<'p> {
    fn new(page: &'p [u8]) -> Option<Self> {
        let mut rest = page;
        let left = varint::read(&mut rest)?;
        let number = u32::try_from(varint::read(&mut rest)?).ok()?;
        Some(Self { rest, left, number, key: Key::new() })
    }

    fn next(&mut self) -> Option<Option<(u32, &'p Hash)>> {
        let Some(left) = self.left.checked_sub(1) else { return Some(None) };
        self.left = left;
        front_coded(&mut self.rest, &mut self.key)?;
        let hash = varint::take(&mut self.rest, HASH_LEN)?.first_chunk()?;
        let number = self.number;
        self.number = number.checked_add(1)?;
        Some(Some((number, hash)))
    }
}

/// Makes the marks of an index page; `None` if the page is malformed.
pub(super) fn marks(page: &[u8]) -> Option<Marks> {
    let mut marks = Marks::new();
    let mut children = Children::new(page)?;
    let mut entries = 0u64;
    loop {
        marks.note(children.key.as_slice(), entries, page.len().checked_sub(children.rest.len())?);
        if children.next()?.is_none() {
            return Some(marks);
        }
        entries = entries.checked_add(1)?;
    }
}

/// Returns the children of an index page with their page indexes, in order; `None` if the page is malformed.
pub(super) fn children(page: &[u8]) -> Option<Vec<(u32, Hash)>> {
    let mut children = Children::new(page)?;
    let mut all = Vec::new();
    while let Some((number, hash)) = children.next()? {
        all.push((number, *hash));
    }
    Some(all)
}

/// Reads a front-coded key: the length of the prefix shared with the previous key, and the rest.
pub(super) fn front_coded(rest: &mut &[u8], current: &mut Key) -> Option<()> {
    let shared = usize::try_from(varint::read(rest)?).ok()?;
    let length = usize::try_from(varint::read(rest)?).ok()?;
    let suffix = varint::take(rest, length)?;
    // Only ascending keys make an early end of a search a proof of absence.
    if !current.as_slice().is_empty() && current.as_slice().get(shared..)? >= suffix {
        return None;
    }
    current.replace_end(shared, suffix)
}

/// Writes a front-coded key: the length of the prefix shared with `previous`, and the rest.
pub(super) fn write_front_coded(out: &mut Vec<u8>, previous: &[u8], key: &[u8]) {
    let shared = previous.iter().zip(key).take_while(|(left, right)| left == right).count();
    let suffix = key.get(shared..).unwrap_or_default();
    varint::write(out, shared as u64);
    varint::write(out, suffix.len() as u64);
    out.extend_from_slice(suffix);
}

/// One child of an index page to be written.
#[derive(Debug, Clone)]
pub struct Child {
    /// The child's first key.
    pub first: Vec<u8>,
    /// The child's hash.
    pub hash: Hash,
}

/// Builds the index levels above leaf pages. Returns the index pages in file order, the root's hash, and the height.
/// `leaves` has at least one element.
#[must_use]
pub fn build_index(kind: SegmentKind, serial: u32, leaves: Vec<Child>) -> (Vec<Vec<u8>>, Hash, u8) {
    let mut pages = Vec::new();
    let mut level = leaves;
    let mut height = 0u8;
    let mut first_of_level = 0u32;
    while level.len() > 1 {
        height = height.saturating_add(1);
        let next_level = first_of_level.saturating_add(level.len() as u32);
        let mut parents = Vec::new();
        let mut at = 0usize;
        while let Some(rest) = level.get(at..).filter(|rest| !rest.is_empty()) {
            let (page, taken) = index_page(rest, first_of_level.saturating_add(at as u32));
            let number = next_level.saturating_add(parents.len() as u32);
            let first = rest.first().map(|child| child.first.clone()).unwrap_or_default();
            parents.push(Child { first, hash: page_hash(kind, serial, height, number, &page) });
            pages.push(page);
            at = at.saturating_add(taken);
        }
        level = parents;
        first_of_level = next_level;
    }
    (pages, level.first().map(|root| root.hash).unwrap_or_default(), height)
}

/// Writes one index page over as many of `children` as fit. Returns the page and their number. Two children always fit,
/// even with the longest keys.
fn index_page(children: &[Child], first: u32) -> (Vec<u8>, usize) {
    let mut body = Vec::with_capacity(PAGE_SIZE);
    let mut previous: &[u8] = &[];
    let mut taken = 0usize;
    // Two varints of at most 5 bytes precede the body.
    let capacity = PAGE_SIZE.saturating_sub(10);
    for child in children {
        let before = body.len();
        write_front_coded(&mut body, previous, &child.first);
        body.extend_from_slice(&child.hash);
        if body.len() > capacity {
            body.truncate(before);
            break;
        }
        previous = &child.first;
        taken = taken.saturating_add(1);
    }
    let mut page = Vec::with_capacity(PAGE_SIZE);
    varint::write(&mut page, taken as u64);
    varint::write(&mut page, first.into());
    page.extend_from_slice(&body);
    page.resize(PAGE_SIZE, 0);
    (page, taken)
}
