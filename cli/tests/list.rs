//! Lists of people, and what is said when INPUT is no document.
#![allow(missing_docs)]

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

fn verify(at: &Path, arguments: &[&str]) -> (i32, String, String) {
    let arguments = [&["verify", "--bundle", "d/bundle"], arguments].concat();
    let output: Output =
        Command::new(env!("CARGO_BIN_EXE_rastau")).current_dir(at).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn demo() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_rastau"));
    let made = command.current_dir(folder.path()).args(["demo", "d", "--documents", "100"]).output().unwrap();
    assert!(made.status.success());
    folder
}

/// What a refusal says: its last line, behind the note about the trust root.
fn sentence(said: &str) -> &str {
    said.lines().last().unwrap_or_default()
}

#[test]
fn the_line_is_the_one_that_an_editor_shows() {
    let folder = demo();
    let at = folder.path();
    let list = "number,code,holder,name\n\nN-1,,,Aa\n\n\n,,,\n ,,, \nN-2,,,\"B\nb\"\n,,,Nobody\n";
    for (name, list) in [("unix.csv", list.to_string()), ("windows.csv", list.replace('\n', "\r\n"))] {
        std::fs::write(at.join(name), list).unwrap();
        let (_, said, error) = verify(at, &["--json", "--list", name]);
        let lines: Vec<Value> = said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let numbers: Vec<u64> = lines.iter().map(|line| line["line"].as_u64().unwrap()).collect();
        assert_eq!(numbers, [3, 8, 10], "{name}: {error}");
    }
}

#[test]
fn a_report_never_replaces_its_list() {
    let folder = demo();
    let at = folder.path();
    let list = "number,code,holder\nN-1,,\n";
    std::fs::write(at.join("people.csv"), list).unwrap();
    std::fs::write(at.join("r.part"), "mine").unwrap();
    for report in ["people.csv", "./d/../people.csv"] {
        let (code, _, said) = verify(at, &["--list", "people.csv", "--report", report]);
        assert!(code == 64 && sentence(&said).contains("is the list itself"), "{said}");
    }
    assert_eq!(std::fs::read_to_string(at.join("people.csv")).unwrap(), list);
    assert_eq!(verify(at, &["--list", "people.csv", "--report", "r.csv"]).0, 2);
    assert_eq!(std::fs::read_to_string(at.join("r.part")).unwrap(), "mine");
    let (code, _, said) = verify(at, &["--report", "r.html", "d/documents/valid.txt"]);
    assert!(code == 64 && sentence(&said).contains("--list"), "{said}");
    std::fs::write(at.join("empty.csv"), "number,code,holder\n,,\n").unwrap();
    let (code, _, said) = verify(at, &["--list", "empty.csv"]);
    assert!(code == 65 && sentence(&said).contains("lists nobody"), "{said}");
}

/// The list that the demo makes is one that the list command knows.
#[test]
fn the_demos_people_can_be_verified() {
    let folder = demo();
    let (code, said, error) = verify(folder.path(), &["--all", "--json", "--list", "d/people.csv"]);
    let outcomes: Vec<Value> = said
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["verdict"]["outcome"].clone())
        .collect();
    assert!(code == 1 && outcomes.len() >= 5, "{said}{error}");
    for outcome in ["valid", "invalid"] {
        assert!(outcomes.iter().any(|one| one == outcome), "{outcome}: {said}");
    }
}

#[test]
fn what_is_wrong_is_said_in_the_language_asked_for() {
    let folder = demo();
    let at = folder.path();
    std::fs::write(at.join("hello.txt"), "hello").unwrap();
    std::fs::write(at.join("rows.csv"), "number,name\n,Nobody\n").unwrap();
    for (lang, words, row) in
        [("ru", "Это не документ о признании", "«Номер»"), ("kk", "Бұл тану туралы құжат емес", "«Нөмірі»")]
    {
        let (code, _, said) = verify(at, &["--lang", lang, "hello.txt"]);
        assert!(code == 65 && sentence(&said).contains(words), "{said}");
        let (_, said, _) = verify(at, &["--lang", lang, "--list", "rows.csv"]);
        assert!(said.contains(row) && !said.contains("the row has"), "{said}");
    }
    assert!(sentence(&verify(at, &["hello.txt"]).2).contains("this is not a recognition document's text"));
    std::fs::write(at.join("hello.png"), "hello").unwrap();
    assert!(sentence(&verify(at, &["hello.png"]).2).contains("not a PNG, a JPEG or a PDF"));
    std::fs::copy(at.join("d/documents/valid.txt"), at.join("valid.png")).unwrap();
    assert_eq!(verify(at, &["valid.png"]).0, 0);
    assert!(sentence(&verify(at, &[""]).2).contains("nothing was given"));
    let said = verify(at, &[&"a".repeat(60_000)]).2;
    assert!(sentence(&said).len() < 400, "{} letters", said.len());
}
