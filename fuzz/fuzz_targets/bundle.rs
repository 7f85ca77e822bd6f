//! The bytes of a `.rastau` file. A bundle that opens must be the signed one.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use rastau_core::document::text::Presented;
use rastau_core::snapshot::file::BundleFile;
use rastau_core::verdict::Outcome;
use rastau_fuzz::{ask, base, open, read};

static SIGNED: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let file = BundleFile::open(base()).expect("cannot open the corpus's bundle");
    file.statements().manifest.clone()
});
static CANCELLED: LazyLock<Presented> = LazyLock::new(|| {
    let text = String::from_utf8(read("cases/cancelled/input.txt")).expect("not UTF-8");
    Presented::read(&text).expect("not a document")
});

fuzz_target!(|bytes: &[u8]| {
    let Ok(file) = BundleFile::open(bytes.to_vec()) else { return };
    let statements = file.statements().clone();
    let Ok(snapshot) = open(&statements, file) else { return };
    assert_eq!(statements.manifest, *SIGNED, "a bundle opened whose manifest was not signed");
    assert_ne!(ask(&snapshot, &CANCELLED).outcome(), Outcome::Valid, "a cancelled document became valid");
    let _ = snapshot.info_json(&[]);
});
