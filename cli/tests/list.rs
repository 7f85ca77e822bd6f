//! Lists of people, and the errors for an INPUT that is not a document.
#![allow(missing_docs)]

mod common;

use std::path::Path;

use common::{demo, rastau, stderr, stdout};
use serde_json::Value;

/// Runs `verify` with the demo's bundle; returns the exit code, the output and what is on standard error.
fn verify(at: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = rastau(at, &[&["verify", "--bundle", "d/bundle"], arguments].concat());
    (output.status.code().unwrap(), stdout(&output), stderr(&output))
}

fn small_demo() -> tempfile::TempDir {
    demo(&["--documents", "100"])
}

/// Returns the error message: the last line, after the note about the trust root.
fn last_line(text: &str) -> &str {
    text.lines().last().unwrap_or_default()
}

#[test]
fn line_numbers_are_those_of_an_editor() {
    let directory = small_demo();
    let at = directory.path();
    let list = "number,code,holder,name\n\nN-1,,,Aa\n\n\n,,,\n ,,, \nN-2,,,\"B\nb\"\n,,,Nobody\n";
    for (name, list) in [("unix.csv", list.to_string()), ("windows.csv", list.replace('\n', "\r\n"))] {
        std::fs::write(at.join(name), list).unwrap();
        let (_, output, error) = verify(at, &["--json", "--list", name]);
        let lines: Vec<Value> = output.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let numbers: Vec<u64> = lines.iter().map(|line| line["line"].as_u64().unwrap()).collect();
        assert_eq!(numbers, [3, 8, 10], "{name}: {error}");
    }
}

#[test]
fn a_report_never_replaces_its_list() {
    let directory = small_demo();
    let at = directory.path();
    let list = "number,code,holder\nN-1,,\n";
    std::fs::write(at.join("people.csv"), list).unwrap();
    std::fs::write(at.join("r.part"), "mine").unwrap();
    for report in ["people.csv", "./d/../people.csv"] {
        let (code, _, error) = verify(at, &["--list", "people.csv", "--report", report]);
        assert!(code == 64 && last_line(&error).contains("is the list itself"), "{error}");
    }
    assert_eq!(std::fs::read_to_string(at.join("people.csv")).unwrap(), list);
    assert_eq!(verify(at, &["--list", "people.csv", "--report", "r.csv"]).0, 2);
    assert_eq!(std::fs::read_to_string(at.join("r.part")).unwrap(), "mine");
    let (code, _, error) = verify(at, &["--report", "r.html", "d/documents/valid.txt"]);
    assert!(code == 64 && last_line(&error).contains("--list"), "{error}");
    std::fs::write(at.join("empty.csv"), "number,code,holder\n,,\n").unwrap();
    let (code, _, error) = verify(at, &["--list", "empty.csv"]);
    assert!(code == 65 && last_line(&error).contains("has no rows"), "{error}");
}

/// The demo's list has the columns that `--list` reads.
#[test]
fn the_list_of_the_demo_can_be_verified() {
    let directory = small_demo();
    let (code, output, error) = verify(directory.path(), &["--all", "--json", "--list", "d/people.csv"]);
    let outcomes: Vec<Value> = output
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["verdict"]["outcome"].clone())
        .collect();
    assert!(code == 1 && outcomes.len() >= 5, "{output}{error}");
    for outcome in ["valid", "invalid"] {
        assert!(outcomes.iter().any(|one| one == outcome), "{outcome}: {output}");
    }
}

#[test]
fn errors_are_in_the_requested_language() {
    let directory = small_demo();
    let at = directory.path();
    std::fs::write(at.join("hello.txt"), "hello").unwrap();
    std::fs::write(at.join("rows.csv"), "number,name\n,Nobody\n").unwrap();
    for (lang, message, row) in
        [("ru", "Это не документ о признании", "«Номер»"), ("kk", "Бұл тану туралы құжат емес", "«Нөмірі»")]
    {
        let (code, _, error) = verify(at, &["--lang", lang, "hello.txt"]);
        assert!(code == 65 && last_line(&error).contains(message), "{error}");
        let (_, output, _) = verify(at, &["--lang", lang, "--list", "rows.csv"]);
        assert!(output.contains(row) && !output.contains("the row has"), "{lang}: {output}");
    }
    assert!(
        last_line(&verify(at, &["hello.txt"]).2).contains("this is not the text of a recognition document")
    );
    std::fs::write(at.join("hello.png"), "hello").unwrap();
    assert!(last_line(&verify(at, &["hello.png"]).2).contains("not a PNG, a JPEG or a PDF"));
    std::fs::copy(at.join("d/documents/valid.txt"), at.join("valid.png")).unwrap();
    assert_eq!(verify(at, &["valid.png"]).0, 0);
    assert!(last_line(&verify(at, &[""]).2).contains("the input is empty"));
    let error = verify(at, &[&"a".repeat(60_000)]).2;
    assert!(last_line(&error).len() < 400, "{} bytes", error.len());
}
