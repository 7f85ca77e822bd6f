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
    let (code, _, error) = verify(at, &["--report", "r.csv", "d/documents/valid.txt"]);
    assert!(code == 64 && last_line(&error).contains("--list"), "{error}");
    std::fs::write(at.join("empty.csv"), "number,code,holder\n,,\n").unwrap();
    let (code, _, error) = verify(at, &["--list", "empty.csv"]);
    assert!(code == 65 && last_line(&error).contains("has no rows"), "{error}");
}

/// Beside "valid" stands what the register confirmed: the words of a name, and nothing that the list has between them.
#[test]
fn a_valid_row_shows_the_confirmed_name() {
    let directory = small_demo();
    let at = directory.path();
    let text = std::fs::read_to_string(at.join("d/documents/valid.txt")).unwrap();
    let (_, verdict, _) = verify(at, &["--json", "d/documents/valid.txt"]);
    let verdict: Value = serde_json::from_str(&verdict).unwrap();
    let name = verdict["document"]["holder"]["names"][0].as_str().unwrap();
    std::fs::write(at.join("list.csv"), format!("document;name\n{};{name} 990101200077\n", text.trim()))
        .unwrap();
    let reports = ["--report", "r.csv", "--report", "r.html"];
    let (code, output, error) = verify(at, &[&["--all", "--list", "list.csv"], &reports[..]].concat());
    assert_eq!(code, 0, "{output}{error}");
    for (of, shown) in [
        ("the terminal", output),
        ("CSV", std::fs::read_to_string(at.join("r.csv")).unwrap()),
        ("HTML", std::fs::read_to_string(at.join("r.html")).unwrap()),
    ] {
        assert!(shown.contains(name) && !shown.contains("990101200077"), "{of}: {shown}");
    }
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
    assert!(last_line(&verify(at, &["hello.png"]).2).contains("not a picture or a PDF"));
    std::fs::copy(at.join("d/documents/valid.txt"), at.join("valid.png")).unwrap();
    assert_eq!(verify(at, &["valid.png"]).0, 0);
    assert!(last_line(&verify(at, &[""]).2).contains("the input is empty"));
    let error = verify(at, &[&"a".repeat(60_000)]).2;
    assert!(last_line(&error).len() < 400, "{} bytes", error.len());
}

/// The rows of a list as outcomes, those that repeat a document with the line of the first.
fn rows(output: &str) -> Vec<(u64, String, Option<u64>)> {
    let row = |line: &str| {
        let row: Value = serde_json::from_str(line).unwrap();
        let outcome = row["verdict"]["outcome"].as_str().unwrap_or("unreadable").to_string();
        (row["line"].as_u64().unwrap(), outcome, row["repeats"].as_u64())
    };
    output.lines().map(row).collect()
}

/// The text and the typed form of a document of the demo.
fn document(directory: &Path, name: &str) -> (String, Value) {
    let path = |ending: &str| directory.join(format!("d/documents/{name}.{ending}"));
    let form = std::fs::read_to_string(path("json")).unwrap();
    let text = std::fs::read_to_string(path("txt")).unwrap();
    (text.trim().to_string(), serde_json::from_str(&form).unwrap())
}

/// All values that a row states beside a document are compared: the QR code's text of one person is not another
/// person's document.
#[test]
fn a_row_that_contradicts_its_document_is_not_valid() {
    let directory = small_demo();
    let at = directory.path();
    let (text, form) = document(at, "valid");
    let (holder, number) = (form["holder"].as_str().unwrap(), form["number"].as_str().unwrap());
    let list = format!(
        "document,number,holder,name,level\n\
         {text},{number},{holder},,\n\
         {text},,PASSPORT-OF-ANOTHER,,\n\
         {text},,,Қиялов Өрнекбай Мысалұлы,\n\
         {text},000000009999,{holder},,\n\
         {text},,{holder},,9\n\
         {text},,123456789012,,\n"
    );
    std::fs::write(at.join("two.csv"), list).unwrap();
    let (code, output, error) = verify(at, &["--json", "--list", "two.csv"]);
    let outcomes: Vec<_> = rows(&output).into_iter().map(|(line, outcome, _)| (line, outcome)).collect();
    let expected =
        [(2, "valid"), (3, "invalid"), (4, "invalid"), (5, "invalid"), (6, "invalid"), (7, "unreadable")];
    assert_eq!(outcomes, expected.map(|(line, outcome)| (line, outcome.to_string())), "{error}");
    assert_eq!(code, 1);
    let (_, output, _) = verify(at, &["--list", "two.csv"]);
    assert!(output.contains("held by 1 of 6 people"), "{output}");
    assert!(output.contains("stated with the document differ from it"), "{output}");
}

/// Two columns for one field, of which one has the value of the document: nothing that a row states is left out.
#[test]
fn a_row_with_two_values_of_one_field_is_not_valid() {
    let directory = small_demo();
    let at = directory.path();
    let (text, form) = document(at, "valid");
    let [number, code, holder] = ["number", "code", "holder"].map(|name| form[name].as_str().unwrap());
    let typed = format!("{number},{code},{holder}");
    let unreadable = |message: &'static str| ("unreadable", 2, message);
    let different = ("invalid", 1, "stated with the document differ from it");
    for (heading, row, (outcome, exit, message)) in [
        (
            "document,holder,holder",
            format!("{text},{holder},PASSPORT-X"),
            unreadable("for \"Identity number\""),
        ),
        (
            "document,holder,holder",
            format!("{text},PASSPORT-X,{holder}"),
            unreadable("for \"Identity number\""),
        ),
        (
            "document,ФИО,Имя",
            format!("{text},Қиялов Өрнекбай,Үлгіжан"),
            unreadable("B \"ФИО\" and C \"Имя\""),
        ),
        (
            "document,profession,Мамандық коды",
            format!("{text},7212-1,7411-2"),
            unreadable("C \"Мамандық коды\""),
        ),
        // The person's post, perhaps.
        ("document,profession,Профессия", format!("{text},7212-1,7411-2"), ("valid", 0, "")),
        ("document,skills", format!("{text},7212-9"), different),
        ("document,basis", format!("{text},PS-9999-9"), different),
        ("number,code,holder,ИИН", format!("{typed},PASSPORT-X"), unreadable("D \"ИИН\"")),
        ("number,code,holder,level", format!("{typed},3 уровень"), ("valid", 0, "")),
        ("number,code,holder,level", format!("{typed},не 3"), ("invalid", 1, "не 3")),
        ("document,holder,holder", format!("{text},{holder},"), ("valid", 0, "")),
        ("number,code,holder,№ паспорта", format!("{typed},N12345678"), ("valid", 0, "")),
    ] {
        std::fs::write(at.join("row.csv"), format!("{heading}\n{row}\n")).unwrap();
        let (code, output, error) = verify(at, &["--json", "--list", "row.csv"]);
        assert_eq!(rows(&output), [(2, outcome.to_string(), None)], "{heading}: {output}{error}");
        assert_eq!(code, exit, "{heading}: {error}");
        let (_, output, _) = verify(at, &["--list", "row.csv"]);
        let counted = usize::from(outcome == "valid");
        assert!(output.contains(&format!("held by {counted} of 1 person")), "{heading}: {output}");
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words(&output).contains(message), "{heading}: {output}");
    }
    // In the language of the answer.
    std::fs::write(at.join("row.csv"), format!("document,holder,holder\n{text},{holder},PASSPORT-X\n"))
        .unwrap();
    for (lang, message) in [("ru", "указаны два разных значения"), ("kk", "екі түрлі мән")]
    {
        let (_, output, _) = verify(at, &["--lang", lang, "--list", "row.csv"]);
        assert!(output.contains(message), "{lang}: {output}");
    }
}

/// A document counts once under art. 28, and each further row with it says so.
#[test]
fn a_document_counts_for_one_row() {
    let directory = small_demo();
    let at = directory.path();
    let (text, form) = document(at, "valid");
    let [number, code, holder] = ["number", "code", "holder"].map(|name| form[name].as_str().unwrap());
    // The same person in two rows.
    let list = format!("number,code,holder\n{number},{code},{holder}\n{number},{code},{holder}\n");
    std::fs::write(at.join("same.csv"), list).unwrap();
    let (exit, output, _) = verify(at, &["--json", "--list", "same.csv"]);
    assert_eq!(rows(&output), [(2, "valid".into(), None), (3, "valid".into(), Some(2))]);
    assert_eq!(exit, 0, "the one person has a document");
    let (_, output, _) = verify(at, &["--list", "same.csv", "--report", "r.csv", "--report", "r.html"]);
    assert!(output.contains("held by 1 of 1 people") || output.contains("held by 1 of 1 person"), "{output}");
    assert!(output.contains("not counted again: 1."), "{output}");
    let report = std::fs::read_to_string(at.join("r.csv")).unwrap();
    assert!(report.lines().nth(2).unwrap().contains("repeated"), "{report}");
    assert!(std::fs::read_to_string(at.join("r.html")).unwrap().contains("class=\"o repeated\""));
    // Nothing identifies the person of the second row, so it is a person without a document.
    std::fs::write(at.join("unsaid.csv"), format!("document,person\n{text},A\n{text},B\n")).unwrap();
    let (exit, output, _) = verify(at, &["--list", "unsaid.csv"]);
    assert!(output.contains("held by 1 of 2 people"), "{output}");
    assert_eq!(exit, 2);
    // An invalid row does not count as the first use of the document.
    let list = format!("number,code,holder\n{number},{code},PASSPORT-OF-ANOTHER\n{number},{code},{holder}\n");
    std::fs::write(at.join("later.csv"), list).unwrap();
    let (_, output, _) = verify(at, &["--json", "--list", "later.csv"]);
    assert_eq!(rows(&output), [(2, "invalid".into(), None), (3, "valid".into(), None)]);
}

/// More rows than one batch: verified on all cores and reported in their order.
#[test]
fn long_lists_keep_their_order() {
    let directory = small_demo();
    let at = directory.path();
    let (_, form) = document(at, "valid");
    let text = |name: &str| form[name].as_str().unwrap();
    let row = |number: &str| format!("{number},{},{}\n", text("code"), text("holder"));
    let rows: String =
        (0..5000).map(|at| if at == 4321 { row(text("number")) } else { row("X-1") }).collect();
    std::fs::write(at.join("long.csv"), format!("number,code,holder\n{rows}")).unwrap();
    let (code, output, error) = verify(at, &["--json", "--list", "long.csv", "--report", "long.csv.csv"]);
    assert_eq!(code, 2, "{error}");
    let found = self::rows(&output);
    assert!(found.iter().map(|(line, ..)| *line).eq(2..5002));
    let valid: Vec<u64> =
        found.iter().filter(|(_, outcome, _)| outcome == "valid").map(|(line, ..)| *line).collect();
    assert_eq!(valid, [4323]);
    let report = std::fs::read_to_string(at.join("long.csv.csv")).unwrap();
    assert_eq!(report.lines().count(), 5001);
    assert!(report.lines().nth(4322).unwrap().contains("\"valid\""));
    // No row is answered before the list was read to its end, and no report is left behind.
    std::fs::write(at.join("open.csv"), format!("number,code,holder\n{rows}\"X-2,,\nX-3,,\n")).unwrap();
    let (code, output, error) = verify(at, &["--json", "--list", "open.csv", "--report", "open.html"]);
    assert!(code == 65 && output.is_empty() && last_line(&error).contains("5002"), "{code}: {error}");
    let left = std::fs::read_dir(at).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    assert!(!left.into_iter().any(|name| name.contains("open.html")));
}
