//! A changed page of the register. The first two bytes select the page, the third how to change it; the rest is the
//! change.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use rastau_core::document::text::Presented;
use rastau_core::snapshot::file::BundleFile;
use rastau_core::snapshot::{Pages, SegmentId};
use rastau_core::verdict::Outcome;
use rastau_fuzz::{Altered, ask, base, inputs, open};

/// Every page of the bundle, in order.
static PAGES: LazyLock<Vec<(SegmentId, u32, Vec<u8>)>> = LazyLock::new(|| {
    let file = BundleFile::open(base()).expect("cannot open the corpus's bundle");
    let statements = file.statements().clone();
    let snapshot = open(&statements, file).expect("the corpus's bundle was rejected");
    let mut pages = Vec::new();
    for segment in snapshot.segments() {
        for index in 0.. {
            let Ok(page) = snapshot.pages().page(&segment.id, index) else { break };
            pages.push((segment.id, index, page.into_owned()));
        }
    }
    pages
});

/// Some forms of the corpus, each with its outcome for the signed pages. Only forms, because checking a signature is slow
/// and reads no page.
static PRESENTED: LazyLock<Vec<(Presented, Outcome)>> = LazyLock::new(|| {
    let file = BundleFile::open(base()).expect("cannot open the corpus's bundle");
    let statements = file.statements().clone();
    let snapshot = open(&statements, file).expect("the corpus's bundle was rejected");
    let presented = inputs().into_iter().filter_map(|input| Presented::read(&input).ok());
    let presented = presented.filter(|presented| matches!(presented, Presented::Typed(_)));
    let with_outcome = presented.map(|presented| {
        let outcome = ask(&snapshot, &presented).outcome();
        (presented, outcome)
    });
    with_outcome.step_by(9).collect()
});

fuzz_target!(|bytes: &[u8]| {
    let [low, high, how, change @ ..] = bytes else { return };
    let place = usize::from(u16::from_le_bytes([*low, *high])) % PAGES.len();
    let Some((segment, index, page)) = PAGES.get(place) else { return };
    let mut altered = page.clone();
    match how % 3 {
        0 => altered = change.to_vec(),
        1 => altered.iter_mut().zip(change).for_each(|(byte, change)| *byte ^= change),
        _ => altered.truncate(change.len()),
    }
    if altered == *page {
        return;
    }
    let file = BundleFile::open(base()).expect("cannot open the corpus's bundle");
    let statements = file.statements().clone();
    let pages = Altered { file, page: Some((*segment, *index, altered)) };
    let Ok(snapshot) = open(&statements, pages) else { return };
    for (presented, signed_outcome) in PRESENTED.iter() {
        let outcome = ask(&snapshot, presented).outcome();
        assert!(
            outcome == *signed_outcome || outcome == Outcome::Indeterminate,
            "a changed page changed the outcome to valid or invalid"
        );
    }
});
