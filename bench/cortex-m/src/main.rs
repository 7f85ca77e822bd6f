//! Runs the core on a Cortex-M4 without an operating system: a sample of the corpus, the bundle's pages in flash, a fixed
//! heap.
//!
//! `cargo run --release` runs it under QEMU, compares every answer with the committed one, and prints the peak use of
//! memory. The heap counts its allocations; the stack is filled with a pattern first.
#![no_std]
#![no_main]

extern crate alloc;

mod memory;

use alloc::borrow::Cow;

use cortex_m_rt::entry;
use cortex_m_semihosting::{debug, hprintln};
use rastau_core::calendar::{Date, Timestamp};
use rastau_core::document::text::Presented;
use rastau_core::snapshot::file::{BundleFile, ReadAt};
use rastau_core::snapshot::{OpenOptions, Snapshot};
use rastau_core::verify::{Policy, Question, verify};

struct Case {
    name: &'static str,
    root: &'static [u8],
    now: &'static str,
    on: Option<&'static str>,
    input: &'static str,
    expected: &'static str,
}

static CASES: &[Case] = &include!(concat!(env!("OUT_DIR"), "/cases.rs"));

/// The bundle in flash, read in place.
struct Flash(&'static [u8]);

impl ReadAt for Flash {
    fn size(&self) -> u64 {
        self.0.size()
    }

    fn read_at(&self, offset: u64, length: usize) -> Option<Cow<'_, [u8]>> {
        self.0.read_at(offset, length)
    }
}

static BUNDLE: &[u8] = include_bytes!("../../../tests/corpus/bundles/base.rastau");

/// Returns whether the answer is the committed one.
fn answers_as_expected(case: &Case) -> bool {
    let Ok(presented) = Presented::read(case.input) else {
        return case.expected.starts_with("{\"error\":{\"stage\":\"read\"");
    };
    let clock = Timestamp::parse(case.now).unwrap_or(Timestamp(0));
    let Ok(file) = BundleFile::open(Flash(BUNDLE)) else { return false };
    let statements = file.statements().clone();
    let Ok(snapshot) = Snapshot::open(&OpenOptions::pinned(case.root, clock), &statements, file) else {
        return case.expected.starts_with("{\"error\":{\"stage\":\"open\"");
    };
    drop(statements);
    let snapshot = snapshot.with_cached_pages(0);
    let question = Question { on: case.on.and_then(Date::parse), clock, policy: Policy::default() };
    let verdict = verify(&snapshot, &presented, &question);
    memory::record_verification();
    // A device that displays a verdict needs the codes of the findings, not the JSON. The next `open` reads the
    // statements again.
    drop(snapshot);
    verdict.to_json() == case.expected.trim_end()
}

#[entry]
fn main() -> ! {
    memory::init();
    let mut wrong = 0;
    for case in CASES {
        if !answers_as_expected(case) {
            wrong += 1;
            hprintln!("WRONG {}", case.name);
        }
    }
    hprintln!("cases {} wrong {}", CASES.len(), wrong);
    hprintln!(
        "heap {} bytes at most until the verdict, {} with its JSON",
        memory::max_heap_at_verdict(),
        memory::max_heap()
    );
    hprintln!("stack {} bytes at most", memory::max_stack());
    debug::exit(if wrong == 0 && !CASES.is_empty() { debug::EXIT_SUCCESS } else { debug::EXIT_FAILURE });
    loop {}
}

#[panic_handler]
fn panic(info: &core::panic::PanicInfo<'_>) -> ! {
    hprintln!("{}", info);
    debug::exit(debug::EXIT_FAILURE);
    loop {}
}
