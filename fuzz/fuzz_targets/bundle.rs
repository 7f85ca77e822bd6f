//! A file that says it is a bundle.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use rastau_core::document::text::Presented;
use rastau_core::snapshot::file::BundleFile;
use rastau_core::verdict::Outcome;
use rastau_fuzz::{ask, base, open, read};

static SIGNED: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let file = BundleFile::open(base()).expect("the corpus's bundle");
    file.statements().manifest.clone()
});
static CANCELLED: LazyLock<Presented> = LazyLock::new(|| {
    let text = String::from_utf8(read("cases/cancelled/input.txt")).expect("a text");
    Presented::read(&text).expect("a document")
});

fuzz_target!(|bytes: &[u8]| {
    let Ok(file) = BundleFile::open(bytes.to_vec()) else { return };
    let statements = file.statements().clone();
    let Ok(snapshot) = open(&statements, file) else { return };
    assert_eq!(statements.manifest, *SIGNED, "opened, and never signed");
    assert_ne!(ask(&snapshot, &CANCELLED).outcome(), Outcome::Valid, "a cancelled document is back");
    let _ = snapshot.info_json(&[]);
});
