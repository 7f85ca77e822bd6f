//! The JSON of a report that is to be repeated. Reading it never fails in another way than with an error, and its repetition
//! reports every difference.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use rastau_core::document::text::Presented;
use rastau_core::report::{Report, Reported};
use rastau_core::snapshot::Snapshot;
use rastau_core::snapshot::file::BundleFile;
use rastau_core::verify::{Policy, Question};
use rastau_fuzz::{base, now, open, read};

static REGISTER: LazyLock<Snapshot<BundleFile<Vec<u8>>>> = LazyLock::new(|| {
    let file = BundleFile::open(base()).expect("cannot open the corpus's bundle");
    let statements = file.statements().clone();
    open(&statements, file).expect("the corpus's bundle was rejected")
});
static CANCELLED: LazyLock<Presented> = LazyLock::new(|| {
    let text = String::from_utf8(read("cases/cancelled/input.txt")).expect("not UTF-8");
    Presented::read(&text).expect("not a document")
});
/// The report that was really made.
static GENUINE: LazyLock<String> = LazyLock::new(|| {
    let question = Question { on: None, clock: now(), policy: Policy::default() };
    Report::make(&REGISTER, &CANCELLED, &question, None, None).to_json()
});

fuzz_target!(|bytes: &[u8]| {
    // The first two bytes say where the genuine report is overwritten; a report from nothing is rarely one.
    let (genuine, [low, high, change @ ..]) = (GENUINE.as_bytes(), bytes) else { return };
    let at = usize::from(u16::from_le_bytes([*low, *high])) % genuine.len();
    let mut altered = genuine.to_vec();
    altered.splice(at..(at + change.len()).min(genuine.len()), change.iter().copied());
    let Ok(text) = std::str::from_utf8(&altered) else { return };
    let Ok(reported) = Reported::read(text) else { return };
    let _ = (reported.is_consistent(), reported.clock());
    let _ = reported.repeat(&REGISTER, &CANCELLED).to_json();
});
