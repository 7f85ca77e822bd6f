//! House rule: time is an argument. `core` and `messages` read no clock, no file, no network, no environment and no
//! locale, and print nothing: the same bytes and the same date give the same answer everywhere.

use super::{File, Finding, House};
use crate::rust;

/// What would break it.
const IMPURE: &[&str] = &[
    "std::time",
    "std::fs",
    "std::net",
    "std::env",
    "std::io",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant",
    "chrono::Local",
    "Local::now",
    "Utc::now",
    "println!",
    "eprintln!",
    "print!",
    "eprint!",
    "dbg!",
];

pub(super) fn check(house: &House) -> Vec<Finding> {
    house.live(&["core/src/", "messages/src/"]).flat_map(impurities).collect()
}

fn impurities(file: &File) -> Vec<Finding> {
    let found = IMPURE.iter().flat_map(|word| rust::words(&file.live, word).map(move |at| (at, word)));
    found
        .map(|(at, word)| file.at(at, format!("`{word}`: the core is given time and bytes, it fetches none")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_found_in_both_crates() {
        for word in IMPURE {
            let text = format!("fn f() {{ {word}(); }}");
            for path in ["core/src/a.rs", "messages/src/a.rs"] {
                let findings = check(&House::of(&[(path, &text)]));
                assert!(findings.iter().any(|finding| finding.what.contains(word)), "{word}");
            }
        }
    }

    #[test]
    fn tests_comments_texts_and_other_crates_may() {
        let good = [
            ("core/src/a.rs", "// SystemTime\nfn f() { g(\"println!\") }\nstruct InstantNoodles;"),
            ("core/src/a.rs", "#[cfg(test)]\nmod tests { fn f() { println!(); } }"),
            ("core/src/a/tests.rs", "use std::fs;"),
            ("store/src/lib.rs", "use std::fs;"),
        ];
        for (path, text) in good {
            assert_eq!(check(&House::of(&[(path, text)])), Vec::new(), "{text}");
        }
    }
}
