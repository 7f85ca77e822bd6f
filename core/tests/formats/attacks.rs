//! The attack table names files, checks, errors, tests and corpus cases that exist.

use std::path::PathBuf;

use rastau_core::verdict::CheckId;

use crate::constants::error_numbers;
use crate::docs::{self, ATTACKS, quoted, table};

/// Collects the path and text of every Rust file in a directory and below it.
fn sources(directory: PathBuf, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            found.push((path.to_str().unwrap().replace('\\', "/"), text));
        }
    }
}

#[test]
fn the_attack_table_names_existing_files_checks_tests_and_cases() {
    let mut files = Vec::new();
    sources(docs::path("core/src"), &mut files);
    let ids: Vec<&str> = CheckId::ALL.iter().map(|check| check.id()).collect();
    let numbers = error_numbers();
    let rows = table(ATTACKS, "## The table");
    assert!(rows.len() >= 20, "{} rows", rows.len());
    for row in rows {
        let [attack, check, result, tests, cases] = row.as_slice() else { panic!("{row:?}") };
        for file in quoted(check) {
            assert!(docs::path(&file).exists(), "{attack}: no file {file}");
        }
        for name in quoted(result) {
            assert!(
                ids.contains(&name.as_str()) || numbers.contains_key(name.as_str()),
                "{attack}: no {name}"
            );
        }
        for test in quoted(tests) {
            let (module, function) = test.split_once("::").unwrap_or_else(|| panic!("{attack}: {test}"));
            let exists = files.iter().any(|(path, text)| {
                path.ends_with(&format!("/{module}.rs")) && text.contains(&format!("fn {function}("))
            });
            assert!(exists, "{attack}: no test {test}");
        }
        for case in quoted(cases) {
            assert!(docs::path("tests/corpus/cases").join(&case).is_dir(), "{attack}: no case {case}");
        }
    }
}
