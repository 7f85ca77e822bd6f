//! The walk from the signed root hash to a leaf: every key is found, absence is proved, and any page on the path that is not
//! the signed one is rejected.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::*;
use crate::codec::varint;
use crate::fixture::row_leaves;
use crate::snapshot::cache::PageCache;
use crate::snapshot::check::check_segment;
use crate::snapshot::marks::Marks;
use crate::snapshot::tables;
use crate::snapshot::tree::find_leaf;

/// A long key: an index page has about fourteen children, so a small tree is high.
fn key(index: u32) -> Vec<u8> {
    let mut key = index.to_be_bytes().to_vec();
    key.resize(250, 9);
    key
}

/// A tree of one row a leaf; the keys are 10, 12, 14, …
fn tree(leaves: u32, serial: u32) -> (Segment, MemoryPages) {
    let rows: BTreeMap<_, _> = (0..leaves).map(|index| (key(10 + 2 * index), vec![7, 7])).collect();
    let (segment, pages) = segment(SegmentKind::Tables, serial, row_leaves(&rows, true));
    (segment.clone(), MemoryPages { files: vec![(segment.id, pages)] })
}

fn found(pages: &impl Pages, segment: &Segment, key: &[u8]) -> Result<bool, PageError> {
    let cache = PageCache::new();
    let leaf = find_leaf(pages, &cache, segment, key)?;
    Ok(leaf.is_some_and(|leaf| tables::find(&leaf, key).unwrap().is_some()))
}

/// Pages of which one is replaced or missing. The requested indexes are recorded.
struct Tampered<'m> {
    memory: &'m MemoryPages,
    at: Option<u32>,
    instead: Option<Vec<u8>>,
    requested: RefCell<Vec<u32>>,
    unusable: RefCell<Vec<u32>>,
}

impl<'m> Tampered<'m> {
    fn new(memory: &'m MemoryPages, at: Option<u32>, instead: Option<Vec<u8>>) -> Self {
        Self { memory, at, instead, requested: RefCell::default(), unusable: RefCell::default() }
    }
}

impl Pages for Tampered<'_> {
    fn page(&self, segment: &SegmentId, index: u32) -> Result<Cow<'_, [u8]>, PageError> {
        self.requested.borrow_mut().push(index);
        if self.at == Some(index) {
            return self.instead.as_deref().map(Cow::Borrowed).ok_or(PageError::Missing);
        }
        self.memory.page(segment, index)
    }

    fn unusable(&self, _segment: &SegmentId, index: u32) {
        self.unusable.borrow_mut().push(index);
    }
}

#[test]
fn finds_every_key_and_proves_absence() {
    for (leaves, height) in [(1, 0), (2, 1), (14, 1), (16, 2), (190, 2), (230, 3)] {
        let (segment, memory) = tree(leaves, 1);
        assert_eq!(segment.height, height, "{leaves} leaves");
        for index in 0..leaves {
            assert_eq!(found(&memory, &segment, &key(10 + 2 * index)), Ok(true), "{index} of {leaves}");
            assert_eq!(
                found(&memory, &segment, &key(11 + 2 * index)),
                Ok(false),
                "after {index} of {leaves}"
            );
        }
        for absent in [vec![], key(0), key(9), key(12 + 2 * leaves), vec![255; 256]] {
            assert_eq!(found(&memory, &segment, &absent), Ok(false));
        }
        assert!(segment.may_hold(&key(10)) && !segment.may_hold(&key(9)));
        assert!(segment.may_hold(&key(8 + 2 * leaves)) && !segment.may_hold(&key(9 + 2 * leaves)));
        assert_eq!(segment.length(), memory.files[0].1.len() as u64 * 4096);
    }
}

/// The pages on the path to `key`, root first.
fn path(memory: &MemoryPages, segment: &Segment, key: &[u8]) -> Vec<u32> {
    let pages = Tampered::new(memory, None, None);
    assert_eq!(found(&pages, segment, key), Ok(true));
    pages.requested.take()
}

#[test]
fn rejects_a_flipped_bit_on_the_path() {
    let (segment, memory) = tree(230, 1);
    let target = key(10 + 2 * 100);
    let path = path(&memory, &segment, &target);
    assert_eq!(path.len(), 4);
    for index in &path {
        let genuine = &memory.files[0].1[*index as usize];
        for at in 0..PAGE_SIZE {
            // Every bit of the first bytes, which are counts and keys; one bit of each byte after them.
            let bits = if at < 40 { 0..8 } else { at % 8..at % 8 + 1 };
            for bit in bits {
                let mut page = genuine.clone();
                page[at] ^= 1 << bit;
                let pages = Tampered::new(&memory, Some(*index), Some(page));
                assert_eq!(
                    found(&pages, &segment, &target),
                    Err(PageError::Altered),
                    "page {index}, byte {at}"
                );
            }
        }
    }
}

/// A source is notified of each page that a look-up could not use, and of no other.
#[test]
fn a_source_is_told_which_page_is_unusable() {
    let (segment, memory) = tree(230, 1);
    let target = key(10 + 2 * 100);
    for index in path(&memory, &segment, &target) {
        for (instead, error) in [(None, PageError::Missing), (Some(vec![0; PAGE_SIZE]), PageError::Altered)] {
            let pages = Tampered::new(&memory, Some(index), instead);
            // Through a reference, as a shared source is used.
            assert_eq!(found(&&pages, &segment, &target), Err(error));
            assert_eq!(pages.unusable.take(), [index], "{error:?}");
        }
    }
    let pages = Tampered::new(&memory, None, None);
    assert_eq!(found(&pages, &segment, &target), Ok(true));
    assert_eq!(pages.unusable.take(), [0; 0]);
}

#[test]
fn rejects_another_page_on_the_path() {
    let (segment, memory) = tree(230, 1);
    let (_, second) = tree(230, 2);
    let target = key(10 + 2 * 100);
    for index in path(&memory, &segment, &target) {
        let genuine = &memory.files[0].1[index as usize];
        let others = memory.files[0].1.iter().chain(&second.files[0].1).filter(|page| *page != genuine);
        for other in others {
            let pages = Tampered::new(&memory, Some(index), Some(other.clone()));
            assert_eq!(found(&pages, &segment, &target), Err(PageError::Altered), "page {index}");
        }
    }
}

#[test]
fn rejects_two_exchanged_pages() {
    let (segment, mut memory) = tree(40, 1);
    memory.files[0].1.swap(3, 4);
    for index in [3, 4] {
        assert_eq!(found(&memory, &segment, &key(10 + 2 * index)), Err(PageError::Altered));
    }
    assert_eq!(found(&memory, &segment, &key(10 + 2 * 5)), Ok(true), "another page");
}

#[test]
fn rejects_a_page_of_another_length_or_a_missing_one() {
    let (segment, memory) = tree(40, 1);
    let target = key(20);
    for index in path(&memory, &segment, &target) {
        let genuine = &memory.files[0].1[index as usize];
        let longer: Vec<u8> = genuine.iter().copied().chain([0]).collect();
        for (instead, error) in [
            (None, PageError::Missing),
            (Some(vec![]), PageError::Altered),
            (Some(genuine[..PAGE_SIZE - 1].to_vec()), PageError::Altered),
            (Some(longer), PageError::Altered),
        ] {
            let pages = Tampered::new(&memory, Some(index), instead);
            assert_eq!(found(&pages, &segment, &target), Err(error));
        }
    }
}

/// The same pages with another kind, serial number, height or root: the hash covers all of them.
#[test]
fn pages_belong_to_one_segment_and_level() {
    let (segment, memory) = tree(40, 1);
    let pages = &memory.files[0].1;
    let changes: [fn(&mut Segment); 5] = [
        |segment| segment.id.kind = SegmentKind::Centres,
        |segment| segment.id.serial = 2,
        |segment| segment.id.root[31] ^= 1,
        |segment| segment.height -= 1,
        |segment| segment.height += 1,
    ];
    for (change, at) in changes.into_iter().zip(0..) {
        let mut other = segment.clone();
        change(&mut other);
        let memory = MemoryPages { files: vec![(other.id, pages.clone())] };
        assert_eq!(found(&memory, &other, &key(20)), Err(PageError::Altered), "change {at}");
    }
    let (kind, page) = (SegmentKind::Tables, pages[0].as_slice());
    let hash = page_hash(kind, 1, 0, 0, page);
    assert_ne!(hash, page_hash(SegmentKind::Centres, 1, 0, 0, page));
    assert_ne!(hash, page_hash(kind, 2, 0, 0, page));
    assert_ne!(hash, page_hash(kind, 1, 1, 0, page));
    assert_ne!(hash, page_hash(kind, 1, 0, 1, page));
}

/// A signed index page whose child is itself, or a page after it.
/// A signed hash of a shorter or longer page does not make it a page.
#[test]
fn a_signed_page_of_another_length_is_altered() {
    for length in [PAGE_SIZE - 1, PAGE_SIZE, PAGE_SIZE + 1] {
        let page = vec![0; length];
        let root = page_hash(SegmentKind::Tables, 1, 0, 0, &page);
        let id = SegmentId { kind: SegmentKind::Tables, serial: 1, root };
        let segment =
            Segment { id, covers_from: 1, pages: 1, height: 0, entries: 1, first: vec![], last: vec![9] };
        let memory = MemoryPages { files: vec![(id, vec![page])] };
        let expected = if length == PAGE_SIZE { Ok(false) } else { Err(PageError::Altered) };
        assert_eq!(found(&memory, &segment, &[5]), expected, "{length}");
        let checked = check_segment(&memory, &segment, || {}).map_err(|fault| fault.error);
        assert_eq!(checked, expected.map(|_| ()), "{length}");
    }
}

/// The first key of a page shares nothing with a key before it, and a key has a limit.
#[test]
fn rejects_a_key_of_another_form() {
    let reads = |shared: u8, length: u16| {
        let mut page = vec![1, 0, shared];
        varint::write(&mut page, length.into());
        page.extend(vec![b'a'; length.into()]);
        page.extend([1; 32]);
        page.resize(PAGE_SIZE, 0);
        let root = page_hash(SegmentKind::Tables, 1, 1, 1, &page);
        let id = SegmentId { kind: SegmentKind::Tables, serial: 1, root };
        let segment =
            Segment { id, covers_from: 1, pages: 2, height: 1, entries: 1, first: vec![], last: vec![255] };
        let memory = MemoryPages { files: vec![(id, vec![page; 2])] };
        found(&memory, &segment, b"b")
    };
    // The child has another hash, so a well-formed key leads to an altered page.
    assert_eq!(reads(0, 256), Err(PageError::Altered));
    assert_eq!(reads(0, 257), Err(PageError::Unreadable));
    assert_eq!(reads(1, 1), Err(PageError::Unreadable));
}

#[test]
fn a_walk_always_ends() {
    for child in [6u8, 7, 100] {
        let mut page = vec![1, child, 0, 0];
        page.resize(PAGE_SIZE, 0);
        let root = page_hash(SegmentKind::Tables, 1, 1, 6, &page);
        let id = SegmentId { kind: SegmentKind::Tables, serial: 1, root };
        let segment =
            Segment { id, covers_from: 1, pages: 7, height: 1, entries: 1, first: vec![], last: vec![9] };
        let memory = MemoryPages { files: vec![(id, vec![page; 7])] };
        assert_eq!(found(&memory, &segment, &[5]), Err(PageError::Unreadable), "child {child}");
    }
}

/// Cached pages are found by their complete hash, in the eight slots from their own one on. An occupied slot is not
/// overwritten.
#[test]
fn a_cached_page_is_found_by_its_complete_hash() {
    for first in [7, 118] {
        let cache = PageCache::new();
        let hash = |last: u8| -> [u8; 32] { [[first; 16], [last; 16]].concat().try_into().unwrap() };
        for last in 0..9 {
            assert_eq!(cache.get(&hash(last)), None);
            let page = cache.insert(&hash(last), vec![last], SegmentKind::Documents, 0);
            assert_eq!(page.bytes(), [last]);
            assert_eq!(*page.into_bytes(), [last]);
        }
        for last in 0..8 {
            assert_eq!(cache.get(&hash(last)), Some(&[last][..]));
        }
        assert_eq!(cache.get(&hash(8)), None, "all its slots are taken");
    }
    let none = PageCache::with_slots(0);
    assert_eq!(none.insert(&[7; 32], vec![1], SegmentKind::Documents, 0).bytes(), [1]);
    assert_eq!(none.get(&[7; 32]), None);
}

/// A look-up with the root page cached, which then has marks, descends as one without: to the same leaf, or to none.
#[test]
fn a_cached_index_page_leads_to_the_same_leaf() {
    for leaves in [2, 8, 9, 14, 230] {
        let (segment, memory) = tree(leaves, 1);
        let cache = PageCache::new();
        for _ in 0..2 {
            for number in 0..14 + 2 * leaves {
                let (with, without) = (PageCache::new(), PageCache::with_slots(0));
                let expected = find_leaf(&memory, &without, &segment, &key(number)).unwrap();
                assert_eq!(find_leaf(&memory, &cache, &segment, &key(number)).unwrap(), expected, "{number}");
                assert_eq!(find_leaf(&memory, &with, &segment, &key(number)).unwrap(), expected, "{number}");
            }
        }
    }
}

/// An index page that is malformed behind a child is used up to there, whether it is cached or not.
#[test]
fn a_malformed_index_page_has_no_marks() {
    let (segment, memory) = tree(14, 1);
    let page = &memory.files[0].1[segment.pages as usize - 1];
    let marks = Marks::of(SegmentKind::Tables, 1, page);
    assert_eq!(marks.start(&key(30)).map(|start| start.entries), Some(8));
    let mut malformed = page.clone();
    // More children than there are.
    malformed[0] += 1;
    assert!(Marks::of(SegmentKind::Tables, 1, &malformed).start(&key(30)).is_none());
}

/// Only authenticated pages are cached. An altered page is read and rejected again.
#[test]
fn an_altered_page_is_not_cached() {
    let (segment, memory) = tree(40, 1);
    let cache = PageCache::new();
    let root = segment.pages - 1;
    let mut page = memory.files[0].1[root as usize].clone();
    page[9] ^= 1;
    let altered = Tampered::new(&memory, Some(root), Some(page));
    for _ in 0..2 {
        assert_eq!(find_leaf(&altered, &cache, &segment, &key(20)), Err(PageError::Altered));
    }
    assert!(find_leaf(&memory, &cache, &segment, &key(20)).is_ok());
    assert!(find_leaf(&altered, &cache, &segment, &key(20)).is_ok(), "the genuine page is cached now");
}

/// Two children whose keys do not ascend: a search between them would not prove absence.
#[test]
fn rejects_an_index_page_that_does_not_ascend() {
    let mut page = vec![2, 0, 0, 1, b'm'];
    page.extend([1; 32]);
    page.extend([0, 1, b'c']);
    page.extend([2; 32]);
    page.resize(PAGE_SIZE, 0);
    let root = page_hash(SegmentKind::Tables, 1, 1, 2, &page);
    let id = SegmentId { kind: SegmentKind::Tables, serial: 1, root };
    let segment =
        Segment { id, covers_from: 1, pages: 3, height: 1, entries: 2, first: vec![], last: vec![255] };
    let memory = MemoryPages { files: vec![(id, vec![page; 3])] };
    assert_eq!(found(&memory, &segment, b"x"), Err(PageError::Unreadable));
}
