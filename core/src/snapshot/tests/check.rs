//! The check of a complete segment reads every page once and detects any page that is not the signed one.

use std::collections::BTreeMap;

use super::*;
use crate::fixture::row_leaves;
use crate::snapshot::check::{check_part, check_segment};

/// A tree of one row a leaf. The keys are long, so an index page has about fourteen children and a small tree is high.
fn tree(leaves: u32) -> (Segment, MemoryPages) {
    let key = |index: u32| [index.to_be_bytes().as_slice(), &[9; 246]].concat();
    let rows: BTreeMap<_, _> = (0..leaves).map(|index| (key(index), vec![7, 7])).collect();
    let (segment, pages) = segment(SegmentKind::Tables, 1, row_leaves(&rows, true));
    (segment.clone(), MemoryPages { files: vec![(segment.id, pages)] })
}

fn checked(memory: &MemoryPages, segment: &Segment) -> (Result<(), PageError>, u32) {
    let mut count = 0;
    let result = check_segment(memory, segment, || count += 1);
    (result.map_err(|fault| fault.error), count)
}

#[test]
fn checks_every_page_once() {
    for (leaves, height) in [(1, 0), (2, 1), (40, 2), (230, 3)] {
        let (segment, memory) = tree(leaves);
        assert_eq!(segment.height, height);
        assert_eq!(checked(&memory, &segment), (Ok(()), segment.pages), "{leaves} leaves");
    }
}

#[test]
fn detects_a_flipped_bit_on_any_page() {
    let (segment, memory) = tree(40);
    for index in 0..segment.pages as usize {
        for at in [0, 1, 300, PAGE_SIZE - 1] {
            let mut altered = MemoryPages { files: memory.files.clone() };
            altered.files[0].1[index][at] ^= 1;
            assert_eq!(checked(&altered, &segment).0, Err(PageError::Altered), "page {index}, byte {at}");
        }
        let mut short = MemoryPages { files: memory.files.clone() };
        short.files[0].1.truncate(index);
        assert_eq!(
            checked(&short, &segment).0,
            Err(PageError::Missing),
            "{index} pages of {}",
            segment.pages
        );
    }
}

#[test]
fn detects_two_exchanged_pages() {
    let (segment, mut memory) = tree(40);
    memory.files[0].1.swap(3, 4);
    assert_eq!(checked(&memory, &segment).0, Err(PageError::Altered));
}

/// Only a signer can do this: a statement with a number of pages or a height that differs from the tree's.
#[test]
fn rejects_a_tree_of_another_size_than_stated() {
    let (segment, memory) = tree(40);
    let fewer = Segment { pages: segment.pages - 1, ..segment.clone() };
    assert_eq!(checked(&memory, &fewer).0, Err(PageError::Altered), "the root is another page");
    for height in [0, 1, 3] {
        let other = Segment { height, ..segment.clone() };
        assert_eq!(checked(&memory, &other).0, Err(PageError::Altered), "the hash covers the level");
    }
    assert_eq!(checked(&memory, &Segment { pages: 0, ..segment }).0, Err(PageError::Unreadable));
}

/// A signed root page whose children are not all leaves from the first one on.
#[test]
fn rejects_signed_pages_that_are_not_a_tree() {
    use crate::codec::varint;
    let (segment, memory) = tree(4);
    let leaf = |index: u32| page_hash(SegmentKind::Tables, 1, 0, index, &memory.files[0].1[index as usize]);
    let unreadable = Err(PageError::Unreadable);
    let pages = 5;
    for (name, number, children, expected) in [
        ("all leaves", 0u32, vec![0, 1, 2, 3], Ok(())),
        ("without the last leaf", 0, vec![0, 1, 2], unreadable),
        ("without the first leaf", 1, vec![1, 2, 3], unreadable),
    ] {
        let mut page = Vec::new();
        varint::write(&mut page, children.len() as u64);
        varint::write(&mut page, number.into());
        for (key, child) in (1u8..).zip(&children) {
            page.extend_from_slice(&[0, 1, key]);
            page.extend_from_slice(&leaf(*child));
        }
        page.resize(PAGE_SIZE, 0);
        let root = page_hash(SegmentKind::Tables, 1, 1, pages - 1, &page);
        let id = SegmentId { root, ..segment.id };
        let mut files = memory.files[0].1[..4].to_vec();
        files.push(page);
        let memory = MemoryPages { files: vec![(id, files)] };
        assert_eq!(checked(&memory, &Segment { id, pages, ..segment.clone() }).0, expected, "{name}");
    }
}

#[test]
fn a_fault_names_the_first_page() {
    let (segment, memory) = tree(40);
    for index in 0..segment.pages {
        let mut altered = MemoryPages { files: memory.files.clone() };
        altered.files[0].1[index as usize][9] ^= 1;
        let fault = check_segment(&altered, &segment, || {}).unwrap_err();
        assert_eq!((fault.page, fault.error), (index, PageError::Altered));
    }
}

/// Every choice yields one path and its leaves; all choices together cover the whole segment.
#[test]
fn parts_cover_the_segment() {
    for (leaves, height) in [(1, 0), (2, 1), (40, 2), (230, 3)] {
        let (segment, memory) = tree(leaves);
        assert_eq!(segment.height, height);
        let faulty_parts = |index: usize| {
            let mut altered = MemoryPages { files: memory.files.clone() };
            altered.files[0].1[index][9] ^= 1;
            let mut faults = 0;
            for first in 0..20 {
                for second in 0..20 {
                    let mut choices = [first, second].into_iter();
                    let choose = |_: usize| choices.next().unwrap_or(0);
                    faults += u32::from(check_part(&altered, &segment, choose, || {}).is_err());
                }
            }
            faults
        };
        for index in 0..segment.pages as usize {
            assert!(faulty_parts(index) > 0, "{leaves} leaves, page {index}");
        }
        let mut read = 0;
        check_part(&memory, &segment, |children| children, || read += 1).unwrap();
        assert!(read <= segment.pages && read > u32::from(height), "{read} of {}", segment.pages);
    }
}
