//! Every page of a segment is looked at once, and any page that is not the signed one is found wherever it stands.

use std::collections::BTreeMap;

use super::*;
use crate::snapshot::tests::world::row_leaves;
use crate::snapshot::whole::check_whole;

/// One row a leaf, under long keys: an index page has room for some fourteen, so a small tree is high.
fn tree(leaves: u32) -> (Segment, Memory) {
    let key = |index: u32| [index.to_be_bytes().as_slice(), &[9; 246]].concat();
    let rows: BTreeMap<_, _> = (0..leaves).map(|index| (key(index), vec![7, 7])).collect();
    let (segment, pages) = segment(SegmentKind::Tables, 1, row_leaves(&rows, true));
    (segment.clone(), Memory { files: vec![(segment.id, pages)] })
}

fn checked(memory: &Memory, segment: &Segment) -> (Result<(), PageError>, u32) {
    let mut seen = 0;
    let result = check_whole(memory, segment, || seen += 1);
    (result, seen)
}

#[test]
fn every_page_is_looked_at_once() {
    for (leaves, height) in [(1, 0), (2, 1), (40, 2), (230, 3)] {
        let (segment, memory) = tree(leaves);
        assert_eq!(segment.height, height);
        assert_eq!(checked(&memory, &segment), (Ok(()), segment.pages), "{leaves} leaves");
    }
}

#[test]
fn a_bit_of_any_page_is_noticed() {
    let (segment, memory) = tree(40);
    for index in 0..segment.pages as usize {
        for at in [0, 1, 300, PAGE_SIZE - 1] {
            let mut altered = Memory { files: memory.files.clone() };
            altered.files[0].1[index][at] ^= 1;
            assert_eq!(checked(&altered, &segment).0, Err(PageError::Altered), "page {index}, byte {at}");
        }
        let mut short = Memory { files: memory.files.clone() };
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
fn two_pages_swapped_are_noticed() {
    let (segment, mut memory) = tree(40);
    memory.files[0].1.swap(3, 4);
    assert_eq!(checked(&memory, &segment).0, Err(PageError::Altered));
}

/// What only a signer could do: a statement whose number of pages, or whose height, is not the tree's.
#[test]
fn a_tree_of_another_size_than_stated_is_refused() {
    let (segment, memory) = tree(40);
    let fewer = Segment { pages: segment.pages - 1, ..segment.clone() };
    assert_eq!(checked(&memory, &fewer).0, Err(PageError::Altered), "another page is then the root");
    for height in [0, 1, 3] {
        let other = Segment { height, ..segment.clone() };
        assert_eq!(checked(&memory, &other).0, Err(PageError::Altered), "the level is part of the hash");
    }
    assert_eq!(checked(&memory, &Segment { pages: 0, ..segment }).0, Err(PageError::Unreadable));
}

/// A root that lists one leaf twice, leaves a page out, or points at itself: signed, and still no tree.
#[test]
fn a_signed_page_that_is_no_part_of_a_tree_is_refused() {
    use crate::codec::varint;
    let (segment, memory) = tree(4);
    let leaf = |index: u32| page_hash(SegmentKind::Tables, 1, 0, index, &memory.files[0].1[index as usize]);
    let mut cases: Vec<(&str, u32, Vec<u32>, u32)> = vec![("whole", 0, vec![0, 1, 2, 3], 5)];
    cases.push(("the last page is reached by nobody", 0, vec![0, 1, 2], 5));
    cases.push(("it begins with the second", 1, vec![1, 2, 3], 5));
    for (what, number, children, pages) in cases {
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
        let memory = Memory { files: vec![(id, files)] };
        let expected = if what == "whole" { Ok(()) } else { Err(PageError::Unreadable) };
        assert_eq!(checked(&memory, &Segment { id, pages, ..segment.clone() }).0, expected, "{what}");
    }
}
