//! Leaf pages of tables: rows sorted by key, each row in CBOR (docs/formats.md).

use alloc::vec::Vec;

use super::PAGE_SIZE;
use super::marks::{Key, Marks, NONE};
use super::tree::{front_coded, write_front_coded};
use crate::codec::varint;

/// Maximum bytes of one row with its key. Such a row always fits an empty page.
pub const MAX_ROW: usize = 3800;

/// Writes one leaf page.
#[derive(Default)]
pub struct PageWriter {
    body: Vec<u8>,
    count: u64,
    first: Vec<u8>,
    previous: Vec<u8>,
}

impl PageWriter {
    /// Creates an empty page.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a row. Returns `false` if it does not fit; any row of at most [`MAX_ROW`] bytes fits an empty page. The caller
    /// adds keys in ascending order without duplicates.
    pub fn push(&mut self, key: &[u8], row: &[u8]) -> bool {
        let before = self.body.len();
        write_front_coded(&mut self.body, &self.previous, key);
        varint::write(&mut self.body, row.len() as u64);
        self.body.extend_from_slice(row);
        if self.body.len() > PAGE_SIZE.saturating_sub(4) {
            self.body.truncate(before);
            return false;
        }
        if self.count == 0 {
            self.first = key.to_vec();
        }
        self.previous = key.to_vec();
        self.count = self.count.saturating_add(1);
        true
    }

    /// Returns the page's first key.
    #[must_use]
    pub fn first(&self) -> &[u8] {
        &self.first
    }

    /// Returns the page, [`PAGE_SIZE`] bytes.
    #[must_use]
    pub fn finish(&self) -> Vec<u8> {
        let mut page = Vec::with_capacity(PAGE_SIZE);
        varint::write(&mut page, self.count);
        page.extend_from_slice(&self.body);
        page.resize(PAGE_SIZE, 0);
        page
    }
}

/// The rows of a leaf page in the order of their keys. Each step returns `None` if the page is malformed.
struct RowsOf<'p> {
    rest: &'p [u8],
    left: u64,
    key: Key,
}

impl<'p> RowsOf<'p> {
    fn new(page: &'p [u8]) -> Option<Self> {
        let mut rest = page;
        let left = varint::read(&mut rest)?;
        Some(Self { rest, left, key: Key::new() })
    }

    /// Advances to the next row and returns it; `key` is then its key.
    fn next_row(&mut self) -> Option<Option<&'p [u8]>> {
        let Some(left) = self.left.checked_sub(1) else { return Some(None) };
        self.left = left;
        front_coded(&mut self.rest, &mut self.key)?;
        let length = usize::try_from(varint::read(&mut self.rest)?).ok()?;
        varint::take(&mut self.rest, length).map(Some)
    }
}

/// Finds the row of `key` on a leaf page. Returns `Some(None)` if the page does not contain it, and `None` if the page is
/// malformed.
#[must_use]
pub fn find<'p>(page: &'p [u8], key: &[u8]) -> Option<Option<&'p [u8]>> {
    find_with(page, &NONE, key)
}

/// Does the same as [`find`], from the nearest of the page's marks on.
pub(super) fn find_with<'p>(page: &'p [u8], marks: &Marks, key: &[u8]) -> Option<Option<&'p [u8]>> {
    let mut rows = RowsOf::new(page)?;
    if let Some(start) = marks.start(key) {
        rows.rest = page.get(usize::try_from(start.position).ok()?..)?;
        rows.left = rows.left.checked_sub(start.entries.into())?;
        rows.key.replace_end(0, start.before)?;
    }
    while let Some(row) = rows.next_row()? {
        match rows.key.as_slice().cmp(key) {
            core::cmp::Ordering::Less => {}
            core::cmp::Ordering::Equal => return Some(Some(row)),
            core::cmp::Ordering::Greater => break,
        }
    }
    Some(None)
}

/// Makes the marks of a leaf page; `None` if the page is malformed.
pub(super) fn marks(page: &[u8]) -> Option<Marks> {
    let mut marks = Marks::new();
    let mut rows = RowsOf::new(page)?;
    let mut entries = 0u64;
    loop {
        marks.note(rows.key.as_slice(), entries, page.len().checked_sub(rows.rest.len())?);
        if rows.next_row()?.is_none() {
            return Some(marks);
        }
        entries = entries.checked_add(1)?;
    }
}

/// Returns the rows of a leaf page in the order of their keys, each with its key; `None` if the page is malformed.
#[must_use]
pub fn read_page(page: &[u8]) -> Option<Vec<(Vec<u8>, &[u8])>> {
    let mut rows = RowsOf::new(page)?;
    let mut all = Vec::new();
    while let Some(row) = rows.next_row()? {
        all.push((rows.key.as_slice().to_vec(), row));
    }
    Some(all)
}
