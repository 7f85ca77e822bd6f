//! The text from a scanner or a form. Only a document that was issued may be valid.

#![no_main]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use rastau_core::document::text::Presented;
use rastau_core::snapshot::Snapshot;
use rastau_core::snapshot::file::BundleFile;
use rastau_core::verdict::Outcome;
use rastau_fuzz::{ask, base, inputs, open};
use rastau_messages::{Lang, explain, headline, read_error, summary};

/// The documents of the corpus with every detail.
static KNOWN: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let presented = inputs().into_iter().filter_map(|input| Presented::read(&input).ok());
    presented.map(|presented| format!("{:?}", ask(&REGISTER, &presented).document)).collect()
});
static REGISTER: LazyLock<Snapshot<BundleFile<Vec<u8>>>> = LazyLock::new(|| {
    let file = BundleFile::open(base()).expect("cannot open the corpus's bundle");
    let statements = file.statements().clone();
    open(&statements, file).expect("the corpus's bundle was rejected")
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
    // A form has many encodings. Of a document's text only the formatting may differ.
    if matches!(presented, Presented::Signed(_)) && verdict.outcome() == Outcome::Valid {
        assert!(
            KNOWN.contains(&format!("{:?}", verdict.document)),
            "a document is valid that was not issued"
        );
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
