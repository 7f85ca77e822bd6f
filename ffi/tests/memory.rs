//! The allocations of a verification, counted by an allocator, against the bounds in the header.
#![allow(missing_docs, unsafe_code)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::ptr::{null, null_mut};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use rastau::*;
use rastau_messages::Lang;
use rastau_tests::{Case, cases, corpus};

/// Counts the bytes that are allocated, and their maximum since the last reset.
struct Counting;

static HELD: AtomicUsize = AtomicUsize::new(0);
static MAX: AtomicUsize = AtomicUsize::new(0);

// SAFETY: all calls go to the system's allocator; only numbers are counted.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let held = HELD.fetch_add(layout.size(), Relaxed) + layout.size();
        MAX.fetch_max(held, Relaxed);
        // SAFETY: the caller of this function guarantees what the system's allocator requires.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Relaxed);
        // SAFETY: the caller of this function guarantees what the system's allocator requires.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Returns the maximum of bytes held while `work` ran, and the bytes still held after it, both without those held before.
fn counted(work: impl FnOnce()) -> (usize, usize) {
    let before = HELD.load(Relaxed);
    MAX.store(before, Relaxed);
    work();
    (MAX.load(Relaxed).saturating_sub(before), HELD.load(Relaxed).saturating_sub(before))
}

#[test]
fn a_verification_stays_within_the_bounds_of_the_header() {
    let cases: Vec<Case> =
        cases().into_iter().filter(|case| case.question.bundle == "bundles/base").collect();
    let root = std::fs::read(corpus().join("bundles/base/roots/1.cose")).unwrap();
    let path = corpus().join("bundles/base").to_str().unwrap().to_string();
    let now = 1_795_410_000;
    let opening = Opening {
        size: size_of::<Opening>(),
        trust_root: root.as_ptr(),
        trust_root_len: root.len(),
        state: null(),
        state_len: 0,
        now,
        policy: null(),
        first_use: 0,
        reserved: 0,
    };
    let question = Question {
        size: size_of::<Question>(),
        now,
        on: null(),
        on_len: 0,
        beside: null(),
        beside_len: 0,
        post: null(),
        post_len: 0,
        post_level: null(),
        post_level_len: 0,
    };
    let mut verifier = null_mut();
    // SAFETY: a path with its length, outputs that live until the end.
    let status = unsafe {
        rastau_verifier_open(path.as_ptr().cast(), path.len(), &opening, &mut verifier, null_mut())
    };
    assert_eq!(status, RASTAU_OK);
    // The values that a list states beside a document are counted too.
    let row = r#"{"holder": "500625105000", "name": "Сынақбаева Үлгіжан", "level": "3", "issued_on": "2026-05-20"}"#;
    let beside = Question { beside: row.as_ptr().cast(), beside_len: row.len(), ..question };
    let verify = |input: &str, question: &Question| {
        let (mut verdict, mut text, mut len) = (null_mut(), null(), 0);
        // SAFETY: an input with its length, live outputs, the verdict freed once.
        unsafe {
            let data = input.as_ptr().cast();
            rastau_verifier_verify(verifier, data, input.len(), question, &mut verdict, null_mut());
            rastau_verdict_json(verdict, &mut text, &mut len);
            for lang in Lang::ALL.map(|lang| lang.number().into()) {
                rastau_verdict_headline(verdict, lang, &mut text, &mut len);
            }
            rastau_verdict_free(verdict);
        }
    };
    // The first round fills the cache of pages. In the second each verification frees everything that it allocates.
    let all = || cases.iter().flat_map(|case| [(&case.input, &question), (&case.input, &beside)]);
    let (_, cached) = counted(|| all().for_each(|(input, question)| verify(input, question)));
    let each: Vec<(usize, usize)> =
        all().map(|(input, question)| counted(|| verify(input, question))).collect();
    let max = each.iter().map(|(max, _)| *max).max().unwrap();
    println!("{} verifications: at most {max} bytes at a time, {cached} bytes of pages cached", each.len());
    assert!(each.iter().all(|(_, left)| *left == 0), "a verification leaks: {each:?}");
    assert!(max <= RASTAU_MAX_VERIFY_BYTES, "{max}");
    assert!(max * 8 > RASTAU_MAX_VERIFY_BYTES, "{max}: the bound in the header is far too high");
    assert!(cached > 0 && cached <= RASTAU_MAX_KEPT_BYTES, "{cached}");
    // SAFETY: opened above, freed once.
    unsafe { rastau_verifier_free(verifier) };
}
