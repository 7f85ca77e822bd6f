//! Whatever a scanner or a form gives.

#![no_main]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use rastau_core::document::text::Presented;
use rastau_core::snapshot::Snapshot;
use rastau_core::snapshot::file::BundleFile;
use rastau_core::verdict::Outcome;
use rastau_fuzz::{ask, bare, base, inputs, open};
use rastau_messages::{Lang, explain, headline, read_error, summary};

static KNOWN: LazyLock<BTreeSet<String>> =
    LazyLock::new(|| inputs().iter().map(|input| bare(input).to_owned()).collect());
static REGISTER: LazyLock<Snapshot<BundleFile<Vec<u8>>>> = LazyLock::new(|| {
    let file = BundleFile::open(base()).expect("the corpus's bundle");
    let statements = file.statements().clone();
    open(&statements, file).expect("a bundle that opens")
});

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let presented = match Presented::read(text) {
        Ok(presented) => presented,
        Err(error) => {
            for lang in Lang::ALL {
                assert!(!read_error(&error, lang).is_empty());
            }
            return;
        }
    };
    let verdict = ask(&REGISTER, &presented);
    // A form may be written in many ways; a document's text in one.
    if matches!(presented, Presented::Signed(_)) && verdict.outcome() == Outcome::Valid {
        assert!(KNOWN.contains(bare(text)), "valid, and never issued");
    }
    let _ = verdict.to_json();
    for lang in Lang::ALL {
        assert!(!headline(&verdict, lang).is_empty());
        let _ = summary(&verdict, lang);
        for finding in verdict.findings() {
            assert!(!explain(finding, lang).text.is_empty());
        }
    }
});
