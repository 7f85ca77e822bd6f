//! A verification through the C functions and the same in Rust, in one run: text in, outcome and JSON out.
//!
//! The two alternate in small batches, so that other load on the machine affects both alike. The ratio of their medians is
//! printed at the end. The C functions are called through pointers that the compiler cannot inline.
#![allow(missing_docs, unsafe_code)]

use std::hint::black_box;
use std::ptr::{null, null_mut};
use std::time::Instant;

use rastau::*;
use rastau_core::calendar::Timestamp;
use rastau_core::document::text::Presented;
use rastau_core::snapshot::{OpenOptions, Snapshot};
use rastau_core::verify::{self, verify};
use rastau_store::Bundle;
use rastau_tests::{cases, corpus};

const NOW: u64 = 1_795_410_000;
const BATCH: u32 = 20;
const BATCHES: usize = 1_000;

type Verify = unsafe extern "C" fn(
    *const Verifier,
    *const std::ffi::c_char,
    usize,
    *const Question,
    *mut *mut Verdict,
    *mut *mut Error,
) -> i32;

type Outcome = unsafe extern "C" fn(*const Verdict, *mut i32) -> i32;
type Json = unsafe extern "C" fn(*const Verdict, *mut *const std::ffi::c_char, *mut usize) -> i32;

/// Returns the nanoseconds of one run, averaged over a batch.
fn timed(mut work: impl FnMut()) -> u64 {
    let start = Instant::now();
    (0..BATCH).for_each(|_| work());
    u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX) / u64::from(BATCH)
}

fn median(mut times: Vec<u64>) -> u64 {
    times.sort_unstable();
    times[times.len() / 2]
}

fn main() {
    // `cargo test --benches` only checks that it runs.
    let batches = if std::env::args().any(|argument| argument == "--bench") { BATCHES } else { 1 };
    let path = corpus().join("bundles/base");
    let root = std::fs::read(path.join("roots/1.cose")).expect("the corpus");
    let bundle = Bundle::open(&path).expect("a bundle");
    let statements = bundle.statements().clone();
    let snapshot = Snapshot::open(&OpenOptions::pinned(&root, Timestamp(NOW)), &statements, bundle)
        .expect("a valid bundle");
    let opening = Opening {
        size: size_of::<Opening>(),
        trust_root: root.as_ptr(),
        trust_root_len: root.len(),
        state: null(),
        state_len: 0,
        now: NOW.cast_signed(),
        policy: null(),
        first_use: 0,
        reserved: 0,
    };
    let path = path.to_str().expect("a path in UTF-8").to_string();
    let mut verifier = null_mut();
    // SAFETY: a path with its length, outputs that live until the end.
    let status = unsafe {
        rastau_verifier_open(path.as_ptr().cast(), path.len(), &opening, &mut verifier, null_mut())
    };
    assert_eq!(status, RASTAU_OK);
    let all = cases();
    for name in ["valid", "valid-unlimited", "valid.typed"] {
        let input = &all.iter().find(|case| case.name == name).expect("a case of this name").input;
        let in_rust = || {
            let presented = Presented::read(black_box(input)).expect("a document");
            let question =
                verify::Question { on: None, clock: Timestamp(NOW), policy: verify::Policy::default() };
            let verdict = verify(&snapshot, &presented, &question);
            black_box((verdict.outcome(), verdict.to_json()));
        };
        let verify_in_c: Verify = black_box(rastau_verifier_verify);
        let outcome_in_c: Outcome = black_box(rastau_verdict_outcome);
        let json_in_c: Json = black_box(rastau_verdict_json);
        let in_c = || {
            let question = Question {
                size: size_of::<Question>(),
                now: NOW.cast_signed(),
                on: null(),
                on_len: 0,
                beside: null(),
                beside_len: 0,
                post: std::ptr::null(),
                post_len: 0,
                post_level: std::ptr::null(),
                post_level_len: 0,
            };
            let (mut verdict, mut outcome, mut json, mut len) = (null_mut(), 0, null(), 0);
            // SAFETY: live handles and outputs, an input with its length, the verdict freed once.
            unsafe {
                let data = black_box(input).as_ptr().cast();
                let status = verify_in_c(verifier, data, input.len(), &question, &mut verdict, null_mut());
                assert_eq!(status, RASTAU_OK);
                outcome_in_c(verdict, &mut outcome);
                json_in_c(verdict, &mut json, &mut len);
                black_box((outcome, json, len));
                rastau_verdict_free(verdict);
            }
        };
        timed(in_rust);
        timed(in_c);
        let (rust, c): (Vec<u64>, Vec<u64>) = (0..batches).map(|_| (timed(in_rust), timed(in_c))).unzip();
        let (rust, c) = (median(rust), median(c));
        println!("{name:<16} in Rust {rust:>7} ns   through C {c:>7} ns   {:.3} x", c as f64 / rust as f64);
    }
    // SAFETY: opened above, freed once.
    unsafe { rastau_verifier_free(verifier) };
}
