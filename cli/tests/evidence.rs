//! Reports of one document, their repetition, and what the reports of lists state about themselves.
#![allow(missing_docs)]

mod common;

use std::path::Path;

use common::{demo, fail, fail_with_one_line, rastau, stderr, stdout, succeed};
use rastau_tables::{Input, Source};
use serde_json::Value;

const NOW: &str = "2026-11-23T10:00:00+05:00";
const ROOT: [&str; 2] = ["--root", "d/bundle/roots/1.cose"];

/// A demo as of [`NOW`], the same each time.
fn small_demo() -> tempfile::TempDir {
    demo(&["--documents", "100", "--seed", "evidence", "--now", NOW])
}

/// Verifies at [`NOW`] with a pinned root; returns the exit code and what was printed.
fn verify(at: &Path, arguments: &[&str]) -> (i32, String) {
    let output =
        rastau(at, &[&["verify", "--bundle", "d/bundle", "--now", NOW], &ROOT[..], arguments].concat());
    assert!(output.status.code().unwrap() <= 2, "{arguments:?}: {}", stderr(&output));
    (output.status.code().unwrap(), stdout(&output))
}

/// Repeats the report `r.json` with a pinned root; returns the exit code and the comparison.
fn repeat(at: &Path, input: &str, bundle: &str) -> (i32, Value) {
    let output = rastau(at, &[&["repeat", "--json"], &ROOT[..], &["r.json", input, bundle]].concat());
    assert!(output.status.code().unwrap() <= 1, "{}", stderr(&output));
    (output.status.code().unwrap(), serde_json::from_str(&stdout(&output)).unwrap())
}

fn causes(comparison: &Value) -> Vec<&str> {
    comparison["causes"].as_array().unwrap().iter().map(|cause| cause["cause"].as_str().unwrap()).collect()
}

/// Changes the report `r.json`.
fn forge(at: &Path, from: &str, to: &str) {
    let text = std::fs::read_to_string(at.join("r.json")).unwrap();
    assert!(text.contains(from), "{from}");
    std::fs::write(at.join("r.json"), text.replacen(from, to, 1)).unwrap();
}

#[test]
fn a_report_is_repeated_with_the_same_answer() {
    let directory = small_demo();
    let at = directory.path();
    for (name, exit) in [("valid", 0), ("cancelled", 1), ("newer-than-snapshot", 2)] {
        let text = format!("d/documents/{name}.txt");
        let (code, printed) = verify(at, &["--report", "r.json", "--by", "Кадр бөлімі", "--json", &text]);
        assert_eq!(code, exit, "{name}");
        let report: Value = serde_json::from_slice(&std::fs::read(at.join("r.json")).unwrap()).unwrap();
        assert_eq!(report["verdict"], serde_json::from_str::<Value>(&printed).unwrap(), "{name}");
        assert_eq!(report["by"], "Кадр бөлімі");
        assert_eq!(report["clock"], "2026-11-23T05:00:00Z");
        assert!(report["program"].as_str().unwrap().starts_with("Rastau "));
        // The scan of the picture is the same input as its text.
        for input in [text, format!("d/documents/{name}.png")] {
            let (code, comparison) = repeat(at, &input, "d/bundle");
            assert_eq!((code, &comparison["same"]), (0, &Value::Bool(true)), "{input}: {comparison}");
            assert_eq!(causes(&comparison), Vec::<&str>::new(), "{input}");
        }
    }
    let (code, comparison) = repeat(at, "d/documents/valid.txt", "d/bundle");
    assert_eq!((code, causes(&comparison)), (1, vec!["input"]));
    for (lang, words) in [
        ("en", ["This is not today's answer.", "Not the same answer", "The input: this is not the one"]),
        ("ru", ["Это не сегодняшний ответ.", "Ответ не тот же", "Проверено другое"]),
        ("kk", ["Бұл бүгінгі жауап емес.", "Жауап бірдей емес", "бұл есептегі дерек емес"]),
    ] {
        let arguments =
            [&["repeat", "--lang", lang], &ROOT[..], &["r.json", "d/documents/valid.txt", "d/bundle"]];
        let output = rastau(at, &arguments.concat());
        let text = stdout(&output);
        assert_eq!(output.status.code(), Some(1), "{text}");
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.iter().all(|word| text.contains(word)), "{lang}: {text}");
    }
}

#[test]
fn a_forged_report_differs() {
    let directory = small_demo();
    let at = directory.path();
    verify(at, &["--report", "r.json", "d/documents/cancelled.txt"]);
    forge(at, "\"outcome\": \"invalid\"", "\"outcome\": \"valid\"");
    let (code, comparison) = repeat(at, "d/documents/cancelled.txt", "d/bundle");
    assert_eq!((code, causes(&comparison)), (1, vec!["changed"]));
    assert_eq!((&comparison["reported"], &comparison["repeated"]), (&"valid".into(), &"invalid".into()));
    assert_eq!(comparison["differences"][0]["path"], "outcome");
}

#[test]
fn a_report_without_a_code_has_no_fingerprint() {
    let directory = small_demo();
    let at = directory.path();
    let form = std::fs::read_to_string(at.join("d/documents/valid.json")).unwrap();
    let mut form: Value = serde_json::from_str(&form).unwrap();
    verify(at, &["--report", "r.json", "d/documents/valid.json"]);
    let report: Value = serde_json::from_slice(&std::fs::read(at.join("r.json")).unwrap()).unwrap();
    assert_eq!(report["input"]["fingerprint"].as_str().unwrap().len(), 64);
    form.as_object_mut().unwrap().remove("code");
    let bare = form.to_string();
    verify(at, &["--report", "r.json", &bare]);
    let report: Value = serde_json::from_slice(&std::fs::read(at.join("r.json")).unwrap()).unwrap();
    assert_eq!(report["input"], serde_json::json!({"kind": "typed"}));
    let (code, comparison) = repeat(at, &bare, "d/bundle");
    assert_eq!((code, causes(&comparison)), (0, vec!["input-not-comparable"]), "{comparison}");
}

/// A bundle that has ended, root and all, is opened as of the report's time, by `repeat` and by nothing else.
#[test]
fn a_bundle_with_an_expired_root_is_repeated() {
    let directory = small_demo();
    let at = directory.path();
    verify(at, &["--report", "r.json", "d/documents/valid.txt"]);
    let late = ["verify", "--bundle", "d/bundle", "--now", "2099-01-01T00:00:00Z"];
    let (code, error) = fail(at, &[&late[..], &ROOT, &["d/documents/valid.txt"]].concat());
    assert!(code == 69 && error.contains("trust root has expired"), "{error}");
    let (code, comparison) = repeat(at, "d/documents/valid.txt", "d/bundle");
    assert_eq!((code, &comparison["as_known_at"]), (0, &"2026-11-23T05:00:00Z".into()));
    // A report of that late time cannot be made up: the bundle does not open at it.
    forge(at, "\"clock\": \"2026-11-23T05:00:00Z\"", "\"clock\": \"2099-01-01T00:00:00Z\"");
    let arguments = [&["repeat"], &ROOT[..], &["r.json", "d/documents/valid.txt", "d/bundle"]].concat();
    assert_eq!(fail(at, &arguments).0, 69);
}

/// A device remembers what it has accepted and the time that its clock has shown; a repetition uses neither.
#[test]
fn the_memory_of_a_device_is_not_used() {
    let directory = small_demo();
    let at = directory.path();
    verify(at, &["--report", "r.json", "d/documents/valid.txt"]);
    succeed(at, &[&["pull", "d/bundle", "--into", "device"], &ROOT[..]].concat());
    let before = std::fs::read(at.join("device/state-a")).unwrap();
    let (code, comparison) = repeat(at, "d/documents/valid.txt", "device");
    assert_eq!(code, 0, "{comparison}");
    assert_eq!(std::fs::read(at.join("device/state-a")).unwrap(), before);
    // Another root than the device's is refused.
    demo_root(at);
    let other = ["repeat", "--root", "e/bundle/roots/1.cose", "r.json", "d/documents/valid.txt", "device"];
    assert_eq!(fail_with_one_line(at, &other).0, 69);
    // The other register has another root and other documents.
    let other = ["repeat", "--json", "r.json", "d/documents/valid.txt", "e/bundle"];
    let output = rastau(at, &other);
    let comparison: Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(output.status.code(), Some(1));
    let causes = causes(&comparison);
    assert!(["root", "version", "anchor"].iter().all(|cause| causes.contains(cause)), "{comparison}");
    assert!(stderr(&output).contains("using the bundle's own trust root"), "{}", stderr(&output));
}

fn demo_root(at: &Path) {
    succeed(at, &["demo", "e", "--documents", "100", "--seed", "other", "--now", NOW]);
}

#[test]
fn damaged_and_foreign_reports_are_refused() {
    let directory = small_demo();
    let at = directory.path();
    verify(at, &["--report", "r.json", "d/documents/valid.txt"]);
    let report = std::fs::read(at.join("r.json")).unwrap();
    let long = [&report[..], &vec![b' '; 300_000]].concat();
    std::fs::write(at.join("half.json"), &report[..report.len() / 2]).unwrap();
    std::fs::write(at.join("long.json"), long).unwrap();
    std::fs::write(at.join("binary.json"), [0xff; 9]).unwrap();
    let text = String::from_utf8(report).unwrap();
    std::fs::write(at.join("newer.json"), text.replacen("rastau/report/1", "rastau/report/9", 1)).unwrap();
    for (report, code, message) in [
        ("half.json", 65, "not a report of a verification"),
        ("long.json", 65, "262144 bytes"),
        ("binary.json", 65, "not UTF-8"),
        ("newer.json", 65, "rastau/report/9"),
        ("d/documents/valid.json", 65, "not a report of a verification"),
        ("none.json", 66, "none.json"),
        ("d", 66, "not a regular file"),
        ("/dev/zero", 66, "not a regular file"),
    ] {
        let (found, error) = fail_with_one_line(at, &["repeat", report, "d/documents/valid.txt", "d/bundle"]);
        assert!(
            found == code && error.to_lowercase().contains(&message.to_lowercase()),
            "{report}: {found} {error}"
        );
    }
    let (_, error) = fail(at, &["repeat", "--lang", "ru", "half.json", "d/documents/valid.txt", "d/bundle"]);
    assert!(error.contains("не отчёт о проверке"), "{error}");
    // Only an answer exits with 0: a scanned text may be an option.
    for arguments in [&["repeat", "--help"][..], &["repeat", "r.json", "--help", "d/bundle"]] {
        assert_eq!(fail(at, arguments).0, 64);
    }
}

#[test]
fn a_report_never_replaces_its_document() {
    let directory = small_demo();
    let at = directory.path();
    std::fs::copy(at.join("d/documents/valid.json"), at.join("form.json")).unwrap();
    let before = std::fs::read(at.join("form.json")).unwrap();
    let arguments = ["verify", "--bundle", "d/bundle", "--report", "./form.json", "form.json"];
    let (code, error) = fail_with_one_line(at, &arguments);
    assert!(code == 64 && error.contains("is the document itself"), "{error}");
    assert_eq!(std::fs::read(at.join("form.json")).unwrap(), before);
    for (report, message) in [("r.csv", ".json or .html"), ("r.xlsx", ".json or .html")] {
        let (code, error) =
            fail_with_one_line(at, &["verify", "--bundle", "d/bundle", "--report", report, "form.json"]);
        assert!(code == 64 && error.contains(message), "{error}");
    }
    for arguments in [&["--by", "HR", "form.json"][..], &["--by", "a\nb", "--report", "r.json", "form.json"]]
    {
        assert_eq!(
            fail(at, &[&["verify", "--bundle", "d/bundle"], arguments].concat()).0,
            64,
            "{arguments:?}"
        );
    }
    // Where the report cannot be written, no answer is printed.
    let (code, _) = fail(at, &["verify", "--bundle", "d/bundle", "--report", "no/r.json", "form.json"]);
    assert_eq!(code, 73);
}

/// The same input, bundle, time and text of the user give the same bytes.
#[test]
fn reports_have_the_same_bytes_in_two_runs() {
    let directory = small_demo();
    let at = directory.path();
    let names = ["a.json", "a.html", "l.csv", "l.html", "l.xlsx"];
    let run = || {
        let by = ["--by", "HR <b>"];
        verify(
            at,
            &[&["--report", names[0], "--report", names[1], "d/documents/valid.png"], &by[..]].concat(),
        );
        let list =
            ["--list", "d/people.csv", "--report", names[2], "--report", names[3], "--report", names[4]];
        verify(at, &[&list[..], &by].concat());
        names.map(|name| std::fs::read(at.join(name)).unwrap())
    };
    let first = run();
    // A workbook with the time of the computer would differ in its second.
    std::thread::sleep(std::time::Duration::from_millis(1100));
    let second = run();
    for (name, (one, other)) in names.iter().zip(first.iter().zip(&second)) {
        assert!(one == other, "{name}");
    }
    let [json, html, csv, list, xlsx] = first;
    let report: Value = serde_json::from_slice(&json).unwrap();
    let root = report["register"]["root"]["fingerprint"].as_str().unwrap();
    let version = format!("{}.{}", report["register"]["epoch"], report["register"]["version"]);
    let program = report["program"].as_str().unwrap();
    let name = report["register"]["name"].as_str().unwrap();
    let as_of = report["register"]["as_of"].as_str().unwrap();
    let sheet: Vec<String> = Source::open(Input::bytes(xlsx), Some("About this report"), &|_| 0)
        .unwrap()
        .map(|row| row.unwrap().cells.join("\t"))
        .collect();
    let texts = [html, csv, list].map(|bytes| String::from_utf8(bytes).unwrap());
    for (of, text) in
        [("HTML", &texts[0]), ("CSV", &texts[1]), ("list", &texts[2]), ("XLSX", &sheet.join("\n"))]
    {
        for part in [root, &version, program, name, as_of, "2026-11-23T05:00:00Z"] {
            assert!(text.contains(part), "{of}: {part}: {text}");
        }
        let by = if of.contains('X') || of == "CSV" { "HR <b>" } else { "HR &lt;b&gt;" };
        assert!(text.contains(by) && !(of == "HTML" && text.contains("<b>")), "{of}: {text}");
    }
    assert!(texts[0].contains("sign the file with your own electronic signature"));
    // Without --by nobody is named.
    verify(at, &["--report", "a.json", "--report", "a.html", "d/documents/valid.png"]);
    let text = std::fs::read_to_string(at.join("a.html")).unwrap();
    assert!(!text.contains("Made by") && !text.contains("Who made the report"), "{text}");
}
