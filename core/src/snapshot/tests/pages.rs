//! Leaf pages: what is written is found, nothing else is, and no bytes make a reader panic.

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;

use super::*;
use crate::codec::varint;
use crate::document::sealed::{MAX_SEALED, Sealed};
use crate::document::tags::{HolderTag, NameTag};
use crate::fixture::{document_leaves, row_leaves};
use crate::snapshot::cache::PageCache;
use crate::snapshot::documents::{self, PageWriter, Record, SealedAt};
use crate::snapshot::marks::Marks;
use crate::snapshot::status::{self, Cancellation, Ground, MAX_CANCELLATIONS, Place};
use crate::snapshot::tables::{self, MAX_ROW};
use crate::snapshot::tree::{self, find_leaf};

fn coded(tag: u8, length: usize) -> Record {
    Record::Coded {
        sealed_at: if tag < 200 { SealedAt::Issue } else { SealedAt::Later },
        holder: HolderTag([tag; 12]),
        name: NameTag([tag ^ 1; 8]),
        sealed: Sealed { check: [tag ^ 2; 4], bytes: vec![tag ^ 3; length] },
    }
}

/// Document numbers of many forms; the official form is not public.
fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        (0u64..3000).prop_map(|at| format!("2400{at:08}")),
        (0u64..2000).prop_map(|at| format!("{}", 8 + at)),
        any::<u64>().prop_map(|at| format!("{at}")),
        "[A-C]{1,2}[0-9]{1,3}",
        "[A-Z]{1,3}-[0-9]{15,22}",
        "[А-ВӘҚ]{1,4}[№ -]?[0-9]{1,4}",
        "[0-9]{1,3}[a-z]",
        "9{17,20}",
        Just("ө".repeat(64)),
        Just(format!("{}7", "𝄞".repeat(63))),
    ]
}

fn record() -> impl Strategy<Value = Record> {
    prop_oneof![
        4 => any::<u8>().prop_map(|tag| coded(tag, 9)),
        1 => (any::<u8>(), 0..=MAX_SEALED).prop_map(|(tag, length)| coded(tag, length)),
        1 => Just(Record::Plain),
    ]
}

/// The leaf for a key, read with an empty cache.
fn leaf(memory: &MemoryPages, segment: &Segment, key: &[u8]) -> Option<Vec<u8>> {
    find_leaf(memory, &PageCache::new(), segment, key).unwrap().map(Cow::into_owned)
}

fn look_up(memory: &MemoryPages, segment: &Segment, number: &str) -> Option<(u64, Record)> {
    let leaf = leaf(memory, segment, number.as_bytes())?;
    documents::find(&leaf, number.as_bytes()).unwrap()
}

fn in_memory(kind: SegmentKind, leaves: Vec<Leaf>) -> (Segment, MemoryPages) {
    let (segment, pages) = segment(kind, 1, leaves);
    let memory = MemoryPages { files: vec![(segment.id, pages)] };
    (segment, memory)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Ranks continue across pages. The builder asserts the length of each page.
    #[test]
    fn finds_every_document_and_no_other(listed in btree_map(number(), record(), 1..300), others in vec(number(), 4)) {
        let (segment, memory) = in_memory(SegmentKind::Documents, document_leaves(&listed));
        for ((number, record), rank) in listed.iter().zip(0u64..) {
            prop_assert_eq!(look_up(&memory, &segment, number), Some((rank, record.clone())), "{}", number);
            let longer = format!("{number}0");
            let shorter = &number[..number.char_indices().last().unwrap().0];
            for other in [longer.as_str(), shorter].into_iter().chain(others.iter().map(String::as_str)) {
                prop_assert_eq!(look_up(&memory, &segment, other).is_some(), listed.contains_key(other), "{}", other);
            }
        }
    }

    #[test]
    fn finds_every_row_and_no_other(
        rows in btree_map(vec(any::<u8>(), 1..40), vec(any::<u8>(), 0..900), 1..60),
        others in vec(vec(any::<u8>(), 0..40), 20),
    ) {
        let (segment, memory) = in_memory(SegmentKind::Tables, row_leaves(&rows, false));
        let find = |key: &[u8]| leaf(&memory, &segment, key).and_then(|leaf| {
            tables::find(&leaf, key).unwrap().map(<[u8]>::to_vec)
        });
        let cache = PageCache::new();
        let find_cached = |key: &[u8]| tree::leaf(&memory, &cache, &segment, key).unwrap().and_then(|leaf| {
            tables::find_with(leaf.bytes(), leaf.marks(), key).unwrap().map(<[u8]>::to_vec)
        });
        for (key, row) in &rows {
            let found = find(key);
            prop_assert_eq!(found.as_ref(), Some(row));
            prop_assert_eq!(find_cached(key), found);
        }
        for other in others {
            let found = find(&other);
            prop_assert_eq!(found.as_ref(), rows.get(&other));
            prop_assert_eq!(find_cached(&other), found);
        }
    }

    #[test]
    fn cancellations_round_trip(listed in btree_map(0u32..100_000, history(4), 1..900), others in btree_set(0u32..100_000, 50)) {
        let entries: Vec<_> = listed.iter().map(|(rank, list)| (place(*rank), list.clone())).collect();
        let mut rest = entries.as_slice();
        while !rest.is_empty() {
            let (page, count) = status::write_page(rest);
            prop_assert!(page.len() == PAGE_SIZE && count >= 1);
            let marks = Marks::of(SegmentKind::Status, 0, &page);
            for (at, list) in &rest[..count] {
                let found = status::find(&page, *at);
                prop_assert_eq!(found.as_ref(), Some(list));
                prop_assert_eq!(status::find_with(&page, &marks, *at), found);
            }
            prop_assert_eq!(marks.start(&rest[count - 1].0.key()).is_some(), count > 8);
            let on_page: BTreeSet<_> = rest[..count].iter().map(|(at, _)| *at).collect();
            for other in others.iter().map(|rank| place(*rank)).filter(|at| !on_page.contains(at)) {
                prop_assert_eq!(status::find(&page, other), Some(vec![]));
                prop_assert_eq!(status::find_with(&page, &marks, other), Some(vec![]));
            }
            rest = &rest[count..];
        }
    }

    #[test]
    fn no_page_panics(mut page in vec(any::<u8>(), PAGE_SIZE), head in vec(0u8..9, 6), key in vec(any::<u8>(), 0..12), at in any::<u32>()) {
        for start in [&[][..], &head] {
            page[..start.len()].copy_from_slice(start);
            let _ = documents::find(&page, &key);
            let _ = tables::find(&page, &key);
            let _ = status::find(&page, place(at));
            for (kind, level) in [(SegmentKind::Status, 0), (SegmentKind::Tables, 0), (SegmentKind::Tables, 1)] {
                let _ = Marks::of(kind, level, &page);
            }
            for height in [0, 1, 2] {
                let id = SegmentId { kind: SegmentKind::Tables, serial: 1, root: page_hash(SegmentKind::Tables, 1, height, 6, &page) };
                let segment = Segment { id, covers_from: 1, pages: 7, height, entries: 1, first: vec![], last: vec![255; 9] };
                let memory = MemoryPages { files: vec![(id, vec![page.clone(); 7])] };
                let _ = find_leaf(&memory, &PageCache::new(), &segment, &key);
            }
        }
    }

    /// Altered pages reach more of the reader's code than random bytes.
    #[test]
    fn no_damaged_page_panics(listed in btree_map(number(), record(), 1..120), flips in vec((0..PAGE_SIZE, any::<u8>()), 1..6)) {
        let mut page = document_leaves(&listed).swap_remove(0).page;
        for (at, byte) in flips {
            page[at] = byte;
        }
        for number in listed.keys() {
            let _ = documents::find(&page, number.as_bytes());
        }
    }
}

fn place(rank: u32) -> Place {
    Place { serial: 1 + rank / 50_000, rank }
}

/// One to `limit` cancellations in time order; the last one is reinstated or not.
fn history(limit: usize) -> impl Strategy<Value = Vec<Cancellation>> {
    (vec((1u32..900, 0usize..5, 0u32..400), 1..=limit), any::<bool>()).prop_map(|(steps, reinstated)| {
        let mut on = day("2024-01-01");
        let count = steps.len();
        let one = |(index, (gap, ground, length)): (usize, (u32, usize, u32))| {
            on = on.plus_days(gap);
            let back = on.plus_days(length);
            let is_back = reinstated || index + 1 < count;
            let one = Cancellation::new(on, Ground::ALL[ground], is_back.then_some(back));
            on = back;
            one
        };
        steps.into_iter().enumerate().map(one).collect()
    })
}

/// A consecutive number takes one byte, and a document with typical attributes 33 (docs/formats.md).
#[test]
fn consecutive_numbers_take_one_byte() {
    let mut writer = PageWriter::new(0);
    let mut count = 0u64;
    while writer.push(format!("{}", 240_000_000_000 + count).as_bytes(), &coded(1, 8)) {
        count += 1;
    }
    assert_eq!(count, 123);
}

/// Runs of digits that become wider, end, or exceed a `u64` are written as literals, in byte order.
#[test]
fn numbers_without_a_difference_are_literals() {
    let sets: [&[&str]; 6] = [
        &["10", "9"],
        &["A09", "A1", "A10", "A2"],
        &["99999999999999999", "999999999999999999", "9999999999999999999"],
        &["000000000000000000001", "000000000000000000002", "100000000000000000002"],
        &["1", "1a", "1a0", "1a00"],
        &["0", "1", "01"],
    ];
    for numbers in sets {
        let listed: BTreeMap<_, _> = numbers.iter().map(|number| (number.to_string(), coded(7, 5))).collect();
        let (segment, memory) = in_memory(SegmentKind::Documents, document_leaves(&listed));
        for (number, rank) in listed.keys().zip(0..) {
            assert_eq!(look_up(&memory, &segment, number), Some((rank, coded(7, 5))), "{number}");
        }
        for other in ["", "00", "11", "A11", "99", "1a1", "100000000000000000001"] {
            assert_eq!(look_up(&memory, &segment, other).is_some(), listed.contains_key(other), "{other}");
        }
    }
}

/// An unsuccessful search on a page whose entries do not ascend would not prove absence.
#[test]
fn rejects_numbers_that_do_not_ascend() {
    let mut writer = PageWriter::new(0);
    for number in ["B", "C", "A"] {
        assert!(writer.push(number.as_bytes(), &Record::Plain));
    }
    assert_eq!(documents::find(&writer.finish(), b"X"), None);
    assert!(matches!(documents::find(&writer.finish(), b"B"), Some(Some((0, Record::Plain)))));
}

/// The first number of a page shares nothing with a number before it, and a number has a limit.
#[test]
fn rejects_numbers_of_another_form() {
    let page = |shared: u8, length: u16| {
        let mut page = vec![1, 0, 0, shared << 2 | 0b11];
        varint::write(&mut page, length.into());
        page.extend(vec![b'N'; length.into()]);
        page.push(0);
        page.resize(PAGE_SIZE, 0);
        documents::find(&page, b"X")
    };
    assert_eq!(page(0, 256), Some(None));
    assert_eq!(page(0, 257), None);
    assert_eq!(page(1, 1), None);
}

#[test]
fn rejects_rows_that_do_not_ascend() {
    let mut writer = tables::PageWriter::new();
    for key in [b"b", b"c", b"a"] {
        assert!(writer.push(key, b"row"));
    }
    assert_eq!(tables::find(&writer.finish(), b"x"), None);
}

/// A page is searched from its marks only if all its entries are well-formed: an error is found with marks if it is found
/// without.
#[test]
fn a_malformed_leaf_has_no_marks() {
    let page = |last: &[u8]| {
        let mut writer = tables::PageWriter::new();
        for number in 10..29 {
            assert!(writer.push(format!("b{number}").as_bytes(), b"row"));
        }
        assert!(writer.push(last, b"row"));
        writer.finish()
    };
    let marks = |page: &[u8]| Marks::of(SegmentKind::Tables, 0, page);
    let start = |page: &[u8], key: &[u8]| marks(page).start(key).map(|start| start.entries);
    let ascending = page(b"b29");
    for (key, entries) in [("b10", None), ("b17", None), ("b18", Some(8)), ("b25", Some(8)), ("c", Some(16))]
    {
        assert_eq!(start(&ascending, key.as_bytes()), entries, "{key}");
    }
    let descending = page(b"b05");
    assert_eq!(start(&descending, b"c"), None);
    assert_eq!(tables::find_with(&descending, &marks(&descending), b"c"), None);
    assert_eq!(tables::find_with(&descending, &marks(&descending), b"b10"), Some(Some(&b"row"[..])));

    let one = vec![Cancellation::new(day("2025-01-01"), Ground::HolderRequest, None)];
    let entries: Vec<_> = (0..40).map(|rank| (place(rank), one.clone())).collect();
    let (mut page, _) = status::write_page(&entries);
    assert!(Marks::of(SegmentKind::Status, 0, &page).start(&place(39).key()).is_some());
    // More entries than the page has: it ends within one.
    page.splice(0..1, [0xff, 0xff, 3]);
    assert!(Marks::of(SegmentKind::Status, 0, &page).start(&place(39).key()).is_none());
}

/// The keys of marks take at most 1,536 bytes; what comes after them is searched from the last mark.
#[test]
fn limits_the_keys_of_marks() {
    let mut marks = Marks::new();
    for entries in (8..=400).step_by(8) {
        marks.note(&[u8::try_from(entries / 8).unwrap(); 256], entries, 7);
    }
    assert_eq!(marks.start(&[255]).map(|start| start.entries), Some(6 * 8));
}

#[test]
fn limits_the_size_of_a_row() {
    assert!(tables::PageWriter::new().push(&[1; 256], &[7; MAX_ROW - 256]));
    assert!(!tables::PageWriter::new().push(&[1; 256], &[7; PAGE_SIZE]));
}

#[test]
fn limits_the_cancellations_of_a_document() {
    let list = |count: u32| -> Vec<Cancellation> {
        let start = day("2024-01-01");
        let on = |index: u32| start.plus_days(index * 20);
        let one = |index| Cancellation::new(on(index), Ground::OtherLaw, Some(on(index).plus_days(5)));
        (0..count).map(one).collect()
    };
    let (page, count) = status::write_page(&[(place(3), list(32))]);
    assert_eq!((count, status::find(&page, place(3))), (1, Some(list(32))));
    let (page, _) = status::write_page(&[(place(3), list(33))]);
    assert_eq!(status::find(&page, place(3)), None, "more than {MAX_CANCELLATIONS}");
}

/// Count, first place, base day, width, Rice parameter, bits.
#[test]
fn rejects_parameters_out_of_range() {
    let page = |width: u8, rice: u8| {
        let mut page = vec![1, 5, 9, width, rice];
        page.resize(PAGE_SIZE, 0);
        page
    };
    let at = Place { serial: 0, rank: 5 };
    assert!(status::find(&page(32, 63), at).is_some());
    assert_eq!(status::find(&page(33, 0), at), None);
    assert_eq!(status::find(&page(0, 64), at), None);
    let mut unknown_ground = page(0, 0);
    unknown_ground[5] = 0b0101_0000; // in effect, ground 5
    assert_eq!(status::find(&unknown_ground, at), None, "a ground of a later version");
}

/// A gap across a complete documents segment takes one escape code.
#[test]
fn a_large_gap_is_encoded_in_few_bytes() {
    let one = vec![Cancellation::new(day("2025-01-01"), Ground::HolderRequest, None)];
    let mut entries: Vec<_> = (0..900).map(|rank| (Place { serial: 1, rank }, one.clone())).collect();
    entries.push((Place { serial: 60, rank: 4_000_000_000 }, one));
    let (page, count) = status::write_page(&entries);
    assert!(count > 500, "{count}");
    assert!(!status::find(&page, entries[count - 1].0).unwrap().is_empty());
}

#[test]
fn a_date_before_1970_round_trips() {
    let list = vec![Cancellation::new(day("1969-12-31"), Ground::OtherLaw, None)];
    let (page, _) = status::write_page(&[(place(1), list.clone())]);
    assert_eq!(status::find(&page, place(1)), Some(list));
}

#[test]
fn a_cancellation_after_an_open_one_does_not_affect_the_next_document() {
    let open = |on| Cancellation::new(day(on), Ground::OtherLaw, None);
    let entries =
        [(place(1), vec![open("2025-01-01"), open("2025-02-01")]), (place(2), vec![open("2025-03-01")])];
    let (page, _) = status::write_page(&entries);
    assert!(status::find(&page, place(2)).is_none_or(|found| found == entries[1].1));
}

/// When a record was sealed is read back, whether it is the form of the whole page or of one record.
#[test]
fn a_record_states_when_it_was_sealed() {
    let [issue, later] = [1, 201].map(|tag| coded(tag, 9));
    let Record::Coded { sealed_at: SealedAt::Later, .. } = later else { panic!("a record sealed later") };
    for records in [[&issue, &later, &issue], [&later, &issue, &later], [&later, &Record::Plain, &later]] {
        let mut writer = PageWriter::new(0);
        for (number, record) in ["N1", "N2", "N3"].iter().zip(records) {
            assert!(writer.push(number.as_bytes(), record));
        }
        for (number, record) in ["N1", "N2", "N3"].iter().zip(records) {
            let (_, found) = documents::find(&writer.finish(), number.as_bytes()).unwrap().unwrap();
            assert_eq!(&found, record, "{number}");
        }
        let all = documents::read_page(&writer.finish()).unwrap();
        let numbers = ["N1", "N2", "N3"].map(|number| number.as_bytes().to_vec());
        assert_eq!(all, numbers.into_iter().zip(records.map(Clone::clone)).collect::<Vec<_>>());
    }
}

/// The bit costs nothing if all records of a page were sealed later.
#[test]
fn records_sealed_later_take_the_same_space() {
    let size = |tag| {
        let mut writer = PageWriter::new(0);
        (0u32..).take_while(|at| writer.push(format!("N{at:08}").as_bytes(), &coded(tag, 9))).count()
    };
    assert_eq!(size(1), size(201));
}

#[test]
fn rejects_length_bytes_out_of_range() {
    let page = |own: u8| {
        let mut page = vec![1, 0, 0, 0b11, 1, b'N', own];
        page.resize(PAGE_SIZE, 1);
        documents::find(&page, b"N")
    };
    assert!(matches!(page(0), Some(Some((0, Record::Plain)))));
    assert!(matches!(page(1 + 28), Some(Some((0, Record::Coded { sealed_at: SealedAt::Issue, .. })))));
    assert!(matches!(page(0x80 | 29), Some(Some((0, Record::Coded { sealed_at: SealedAt::Later, .. })))));
    for own in [30, 0x40, 0x80, 0x80 | 30, 0xff] {
        assert_eq!(page(own), None, "{own:#x}");
    }
}
