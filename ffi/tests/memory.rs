//! What a verification allocates, counted by an allocator of our own, against the bounds in the header.
#![allow(missing_docs, unsafe_code)]

use std::alloc::{GlobalAlloc, Layout, System};
use std::ptr::{null, null_mut};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use rastau::*;
use rastau_tests::{Case, cases, corpus};

/// Counts what is held, and the most that ever was since it was last asked.
struct Counting;

static HELD: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(0);

// SAFETY: everything is handed to the system's allocator; only numbers are kept beside.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let held = HELD.fetch_add(layout.size(), Relaxed) + layout.size();
        MOST.fetch_max(held, Relaxed);
        // SAFETY: what the caller of this function promises.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Relaxed);
        // SAFETY: what the caller of this function promises.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The most bytes held while `work` ran, and those still held after it, beyond those held before.
fn counted(work: impl FnOnce()) -> (usize, usize) {
    let before = HELD.load(Relaxed);
    MOST.store(before, Relaxed);
    work();
    (MOST.load(Relaxed).saturating_sub(before), HELD.load(Relaxed).saturating_sub(before))
}

#[test]
fn a_verification_keeps_to_the_bounds_of_the_header() {
    let asked: Vec<Case> =
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
    };
    let question = Question { size: size_of::<Question>(), now, on: null(), on_len: 0 };
    let mut verifier = null_mut();
    // SAFETY: a path with its length, outputs that live.
    let status = unsafe {
        rastau_verifier_open(path.as_ptr().cast(), path.len(), &opening, &mut verifier, null_mut())
    };
    assert_eq!(status, RASTAU_OK);
    let verify = |input: &str| {
        let (mut verdict, mut text, mut len) = (null_mut(), null(), 0);
        // SAFETY: an input with its length, outputs that live, the verdict freed once.
        unsafe {
            let data = input.as_ptr().cast();
            rastau_verifier_verify(verifier, data, input.len(), &question, &mut verdict, null_mut());
            rastau_verdict_json(verdict, &mut text, &mut len);
            for lang in [RASTAU_LANG_KK, RASTAU_LANG_RU, RASTAU_LANG_EN] {
                rastau_verdict_headline(verdict, lang, &mut text, &mut len);
            }
            rastau_verdict_free(verdict);
        }
    };
    // Pages are met and kept in the first round; in the second each verification gives back all that it took.
    let (_, kept) = counted(|| asked.iter().for_each(|case| verify(&case.input)));
    let each: Vec<(usize, usize)> = asked.iter().map(|case| counted(|| verify(&case.input))).collect();
    let most = each.iter().map(|(most, _)| *most).max().unwrap();
    println!("{} inputs: at most {most} bytes at a time, {kept} bytes of pages kept", asked.len());
    assert!(each.iter().all(|(_, left)| *left == 0), "a verification keeps something: {each:?}");
    assert!(most <= RASTAU_MAX_VERIFY_BYTES, "{most}");
    assert!(most * 8 > RASTAU_MAX_VERIFY_BYTES, "{most}: the bound in the header says nothing any more");
    assert!(kept > 0 && kept <= RASTAU_MAX_KEPT_BYTES, "{kept}");
    // SAFETY: opened above, freed once.
    unsafe { rastau_verifier_free(verifier) };
}
