//! The attack table, the table of thieves and the comparison with TUF's suite name files, checks, errors, tests and corpus
//! cases that exist.

use std::path::PathBuf;

use rastau_core::verdict::CheckId;

use crate::constants::error_numbers;
use crate::docs::{self, ATTACKS, TUF, quoted, table};

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

/// The tests of the crates that the tables name, by module and function.
struct Tests(Vec<(String, String)>);

impl Tests {
    fn read() -> Self {
        let mut files = Vec::new();
        for directory in ["core/src", "core/tests", "store/src"] {
            sources(docs::path(directory), &mut files);
        }
        Self(files)
    }

    /// Whether `name`, `MODULE::FUNCTION`, is a test: a function after a `#[test]` attribute, in `MODULE.rs`.
    fn contain(&self, name: &str) -> bool {
        let Some((module, function)) = name.split_once("::") else { return false };
        let is_test = |text: &str| {
            let at = text.find(&format!("fn {function}("));
            at.is_some_and(|at| text[..at].trim_end().ends_with("#[test]"))
        };
        self.0.iter().any(|(path, text)| path.ends_with(&format!("/{module}.rs")) && is_test(text))
    }

    fn assert_contain(&self, row: &str, cell: &str) {
        for test in quoted(cell) {
            assert!(self.contain(&test), "{row}: no test {test}");
        }
    }
}

#[test]
fn a_name_is_a_test_only_with_its_module_and_attribute() {
    let tests = Tests::read();
    assert!(tests.contain("recovery::floors_never_sink_along_the_chain"));
    for name in
        ["floors_never_sink_along_the_chain", "trust::floors_never_sink_along_the_chain", "recovery::bundle"]
    {
        assert!(!tests.contain(name), "{name}");
    }
}

#[test]
fn the_attack_table_names_existing_files_checks_tests_and_cases() {
    let tests = Tests::read();
    let ids: Vec<&str> = CheckId::ALL.iter().map(|check| check.id()).collect();
    let numbers = error_numbers();
    let rows = table(ATTACKS, "## The table");
    assert!(rows.len() >= 30, "{} rows", rows.len());
    for row in rows {
        let [attack, check, result, named, cases] = row.as_slice() else { panic!("{row:?}") };
        for file in quoted(check) {
            assert!(docs::path(&file).exists(), "{attack}: no file {file}");
        }
        for name in quoted(result) {
            assert!(
                ids.contains(&name.as_str()) || numbers.contains_key(name.as_str()),
                "{attack}: no {name}"
            );
        }
        tests.assert_contain(attack, named);
        for case in quoted(cases) {
            assert!(docs::path("tests/corpus/cases").join(&case).is_dir(), "{attack}: no case {case}");
        }
    }
}

/// Each sentence about a thief names a test that shows it.
#[test]
fn every_sentence_about_a_thief_names_existing_tests() {
    let tests = Tests::read();
    let roles = [
        "Root threshold",
        "Keeper threshold",
        "Chamber threshold",
        "Online key",
        "One issuing key",
        "Keys below a threshold",
    ];
    for role in roles {
        let rows = table(ATTACKS, &format!("### {role}"));
        assert!(rows.len() >= 2, "{role}: {} rows", rows.len());
        for row in rows {
            let [sentence, shown] = row.as_slice() else { panic!("{row:?}") };
            assert!(!quoted(shown).is_empty(), "{role}: no test shows: {sentence}");
            tests.assert_contain(sentence, shown);
        }
    }
}

/// Every behaviour of TUF's conformance suite has a test here or a reason why it has none.
#[test]
fn the_comparison_with_the_suite_of_tuf_names_existing_tests() {
    let tests = Tests::read();
    let suite = [
        ("basic", 19),
        ("expiration", 6),
        ("file_download", 7),
        ("keys", 6),
        ("quoting_issues", 1),
        ("rollback", 7),
        ("static_repositories", 1),
        ("updater_delegation_graphs", 4),
        ("updater_key_rotations", 2),
    ];
    for (file, count) in suite {
        let rows = table(TUF, &format!("## {file}"));
        assert_eq!(rows.len(), count, "{file}");
        for row in rows {
            let [name, here, shown] = row.as_slice() else { panic!("{row:?}") };
            assert!(name.starts_with("`test_"), "{name}");
            assert!(
                !quoted(shown).is_empty() || here.starts_with("Does not apply:"),
                "{name}: neither a test nor a reason"
            );
            tests.assert_contain(name, shown);
        }
    }
}
