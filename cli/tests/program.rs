//! The program from end to end: the demo, invalid input, lists, the operator's guide and the README.
#![allow(missing_docs)]

mod common;

use std::path::Path;

use common::{demo, fail, rastau, stderr, stdout, succeed};
use rastau_core::calendar::Timestamp;
use serde_json::Value;

fn test_demo(documents: &str) -> tempfile::TempDir {
    demo(&["--documents", documents, "--seed", "test"])
}

fn ids(verdict: &Value, outcome: &str) -> Vec<Value> {
    let findings = verdict["findings"].as_array().unwrap();
    findings
        .iter()
        .filter(|finding| finding["outcome"] == outcome)
        .map(|finding| finding["id"].clone())
        .collect()
}

#[test]
fn the_demo_explains_a_valid_and_an_altered_document() {
    let directory = tempfile::tempdir().unwrap();
    let text = succeed(directory.path(), &["demo", "d", "--documents", "100", "--seed", "test"]);
    for expected in ["Valid on", "5 on paper, 3 in the register."] {
        assert!(text.contains(expected), "{expected}: {text}");
    }
}

#[test]
fn every_demo_document_as_text_image_form_and_page() {
    let directory = test_demo("500");
    let read = |path: &str| std::fs::read_to_string(directory.path().join(path)).unwrap();
    let expected: Value = serde_json::from_str(&read("d/expected.json")).unwrap();
    let mut checked = 0;
    for (name, answer) in expected.as_object().unwrap() {
        for ending in ["txt", "png", "json", "pdf"] {
            let file = format!("d/documents/{name}.{ending}");
            if !directory.path().join(&file).exists() {
                continue;
            }
            let output = rastau(directory.path(), &["verify", "--bundle", "d/bundle", "--json", &file]);
            let verdict: Value = serde_json::from_slice(&output.stdout).unwrap();
            assert_eq!(verdict["outcome"], answer["outcome"], "{file}");
            assert_eq!(Value::from(ids(&verdict, "violated")), answer["violated"], "{file}");
            if ending != "json" {
                assert_eq!(Value::from(ids(&verdict, "undetermined")), answer["undetermined"], "{file}");
            }
            checked += 1;
        }
    }
    assert!(checked >= 60, "{checked}");
}

#[test]
fn invalid_input_is_reported_in_one_line() {
    let directory = test_demo("100");
    let at = directory.path();
    let verify = |input: &str| fail(at, &["verify", "--bundle", "d/bundle", input]);
    std::fs::write(at.join("big.txt"), "A".repeat(10 << 20)).unwrap();
    std::fs::write(at.join("nested.json"), format!("{{\"number\":{}", "[".repeat(100_000))).unwrap();
    std::fs::write(at.join("latin1.txt"), [0xe9, 0xff]).unwrap();
    let png = std::fs::read(at.join("d/documents/valid.png")).unwrap();
    std::fs::write(at.join("cut.png"), &png[..200]).unwrap();
    for (input, code, word) in [
        ("nothing.png", 66, "no such file, and not a document"),
        ("big.txt", 65, "longer than any document"),
        ("nested.json", 65, "longer than any document"),
        ("latin1.txt", 65, "a PDF or text"),
        ("cut.png", 65, "PNG"),
        ("RST9:ABC", 65, "update Rastau"),
        ("{\"number\":\"1\",\"x\":1}", 65, "x: unknown field"),
    ] {
        let (found, sentence) = verify(input);
        assert_eq!(found, code, "{input}: {sentence}");
        assert!(sentence.contains(word) && sentence.trim_end().lines().count() == 1, "{input}: {sentence}");
    }
    let options = ["verify", "--bundle", "d/bundle"];
    for (arguments, code, word) in [
        (&["verify"][..], 64, "--bundle"),
        (&options, 64, "a document or --list"),
        (&[&options[..], &["--report", "r.csv"]].concat(), 64, "a document or --list"),
        (
            &[&options[..], &["--list", "d/people.csv", "--report", "r.pdf"]].concat(),
            64,
            ".csv, .html or .xlsx",
        ),
        (&[&options[..], &["--root", "d/people.csv", "x.txt"]].concat(), 66, "no such file"),
        (
            &[&options[..], &["--root", "d/people.csv", "d/documents/valid.txt"]].concat(),
            69,
            "d/people.csv, given by --root, is not a valid trust root",
        ),
        (&["snapshot", "inspect", "nowhere"], 66, "nowhere does not exist"),
        (&["demo", "e", "--documents", "3"], 64, "21 to 50000000 documents"),
        (&["pull", "ftp://example.org", "--into", "device"], 66, "starts with https:// or http://"),
        (&["pull", "d/bundle", "--into", "device", "--root", "d/people.csv"], 69, "given by --root"),
    ] {
        let (found, message) = fail(at, arguments);
        assert!(found == code && message.contains(word), "{arguments:?}: {found} {message}");
    }
    let (code, sentence) = fail(at, &["verify", "--bundle", "d/bundle", "--on", "2026-02-30", "x"]);
    assert!(code == 64 && sentence.contains("there is no such day as 2026-02-30"), "{sentence}");
    assert_eq!(fail(at, &["demo", "d"]).0, 73);
    assert_eq!(fail(at, &["register", "check", "nowhere.sqlite"]).0, 66);
    let (code, sentence) = fail(at, &["verify", "--bundle", "nowhere", "d/documents/valid.txt"]);
    assert!(code == 66 && sentence.contains("nowhere"), "{sentence}");
    let (code, sentence) = fail(at, &["verify", "--bundle", "d/documents", "d/documents/valid.txt"]);
    assert!(code == 65 && sentence.contains("d/documents is not a Rastau bundle"), "{sentence}");
    let (code, sentence) = fail(at, &["pull", "d/documents", "--into", "device"]);
    assert!(code == 66 && sentence.contains("d/documents is not a published directory"), "{sentence}");
    assert!(!at.join("device").exists());
}

#[test]
fn a_report_has_every_row_of_its_list() {
    let directory = test_demo("100");
    let at = directory.path();
    let form = |name: &str| -> Value {
        serde_json::from_str(&std::fs::read_to_string(at.join(format!("d/documents/{name}.json"))).unwrap())
            .unwrap()
    };
    let row = |form: &Value| {
        format!(
            "{};{};{};\n",
            form["number"].as_str().unwrap(),
            form["code"].as_str().unwrap(),
            form["holder"].as_str().unwrap()
        )
    };
    let list = format!(
        "number;code;holder;name\n{}{};;;\n;;;=cmd()\n",
        row(&form("valid")),
        row(&form("expired")).trim_end()
    );
    std::fs::write(at.join("people.csv"), list).unwrap();
    let output = rastau(
        at,
        &[
            "verify",
            "--bundle",
            "d/bundle",
            "--list",
            "people.csv",
            "--report",
            "r.csv",
            "--report",
            "r.html",
        ],
    );
    let text = stdout(&output);
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(text.contains("1 of 3 people"), "{text}");
    let report = std::fs::read_to_string(at.join("r.csv")).unwrap();
    assert_eq!(report.lines().count(), 4, "{report}");
    assert!(report.contains("'=cmd()"), "a cell of the report is a formula: {report}");
    let page = std::fs::read_to_string(at.join("r.html")).unwrap();
    assert!(page.contains("<html lang=\"en\">") && !page.contains("<script"), "{page}");
}

/// A mistyped column is reported, a duplicate one refused.
#[test]
fn unknown_and_duplicate_columns_are_reported() {
    let directory = test_demo("100");
    let at = directory.path();
    let list = ["verify", "--bundle", "d/bundle", "--lang", "ru", "--list", "people.csv"];
    std::fs::write(at.join("people.csv"), "Number;code;isued_on;;Dept\n1;2;3;4;5\n").unwrap();
    let message = stderr(&rastau(at, &list));
    assert!(message.contains("Столбцы, которые не прочитаны: isued_on, Dept."), "{message}");
    std::fs::write(at.join("people.csv"), "number;code;holder\n1;2;7\n").unwrap();
    let message = stderr(&rastau(at, &list));
    assert!(!message.contains("Столбцы"), "{message}");
    std::fs::write(at.join("people.csv"), "number;code;Number\n1;2;7\n").unwrap();
    let (code, message) = fail(at, &list);
    assert!(code == 65 && message.contains("A \"number\"; C \"Number\""), "{message}");
    // The third column is chosen, so the number is 7.
    let chosen = rastau(at, &[&list[..], &["--column", "number=C"]].concat());
    assert!(chosen.status.code() == Some(2) && stdout(&chosen).contains("2  7  "), "{}", stdout(&chosen));
}

#[test]
fn a_damaged_bundle_is_reported_and_undetermined() {
    let directory = test_demo("100");
    let at = directory.path();
    for file in std::fs::read_dir(at.join("d/bundle/segments")).unwrap() {
        std::fs::write(file.unwrap().path(), "").unwrap();
    }
    let output = rastau(at, &["verify", "--bundle", "d/bundle", "d/documents/valid.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("copy the bundle again"));
    std::fs::remove_file(at.join("d/bundle/fresh.cose")).unwrap();
    assert_eq!(fail(at, &["verify", "--bundle", "d/bundle", "d/documents/valid.txt"]).0, 66);
}

/// An older bundle after a newer one, with a trusted state.
#[test]
fn an_older_bundle_is_a_rollback() {
    let directory = test_demo("100");
    let at = directory.path();
    let verify = ["verify", "--bundle", "d/bundle", "--state", "state.bin", "d/documents/valid.txt"];
    succeed(at, &verify);
    succeed(at, &verify);
    succeed(at, &["demo", "e", "--documents", "100", "--seed", "test", "--now", "2026-01-01T00:00:00Z"]);
    let other = ["verify", "--bundle", "e/bundle", "--state", "state.bin", "e/documents/valid.txt"];
    assert_eq!(fail(at, &other).0, 69);
}

/// Keys that a newer root removes count no more, although the rest of its bundle was not accepted.
#[test]
fn a_newer_root_is_kept_in_the_state_although_its_bundle_is_not_accepted() {
    let directory = tempfile::tempdir().unwrap();
    let at = directory.path();
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/corpus");
    let bundles = corpus.join("bundles");
    let bundle = |name: &str| bundles.join(name).to_str().unwrap().to_owned();
    let root = bundle("base/roots/1.cose");
    let input = corpus.join("cases/ordinary.2026-05-19/input.txt").to_str().unwrap().to_owned();
    let verify = |bundle: &str| {
        let now = "2026-11-23T10:00:00+05:00";
        let verify =
            ["verify", "--bundle", bundle, "--root", &root, "--state", "state", "--now", now, &input];
        rastau(at, &verify).status.code().unwrap()
    };
    assert_eq!(verify(&bundle("base")), 0);
    // The roots that replace the keys, beside statements of the old keys.
    let copy = |from: &Path, to: &Path| {
        std::fs::create_dir_all(to).unwrap();
        for entry in std::fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    };
    for part in ["roots", "manifests", "centres", "segments"] {
        copy(&bundles.join("base").join(part), &at.join("mixed").join(part));
    }
    std::fs::copy(bundles.join("base/fresh.cose"), at.join("mixed/fresh.cose")).unwrap();
    for root in ["2.cose", "3.cose"] {
        std::fs::copy(bundles.join("rotated/roots").join(root), at.join("mixed/roots").join(root)).unwrap();
    }
    assert_eq!(verify("mixed"), 69);
    assert_eq!(verify(&bundle("base")), 69, "the old keys count no more");
    assert_eq!(verify(&bundle("rotated")), 0);
}

/// Monitoring sees what ends, and when; the exit code says whether anybody has to act.
#[test]
fn status_reports_what_ends_and_exits_accordingly() {
    let directory = test_demo("100");
    let at = directory.path();
    let status = |arguments: &[&str]| {
        let output = rastau(
            at,
            &[&["snapshot", "status", "d/bundle", "--root", "d/bundle/roots/1.cose"], arguments].concat(),
        );
        (output.status.code().unwrap(), stdout(&output))
    };
    let json = |arguments: &[&str]| -> (i32, Value) {
        let (code, line) = status(&[arguments, &["--format", "json"]].concat());
        (code, serde_json::from_str(&line).expect("one JSON object"))
    };
    let (_, first) = json(&["--now", "2026-01-01T00:00:00Z"]);
    let end = |what: &str| -> String {
        let ends = first["ends"].as_array().unwrap();
        ends.iter().find(|end| end["what"] == what).unwrap()["at"].as_str().unwrap().into()
    };
    let checked_at = first["checked_at"].as_str().unwrap();
    // Just confirmed, far from every end.
    let (code, json_then) = json(&["--now", checked_at, "--warn-days", "0"]);
    assert_eq!((code, json_then["state"].as_str()), (0, Some("ok")), "{json_then}");
    // Warned of the nearest end but the next confirmation, which is due every day.
    let (code, warned) = json(&["--now", checked_at, "--warn-days", "50"]);
    let soon: Vec<_> =
        warned["ends"].as_array().unwrap().iter().filter(|end| end["state"] == "soon").collect();
    assert_eq!((code, warned["state"].as_str()), (2, Some("soon")), "{warned}");
    assert!(soon.iter().any(|end| end["what"] == "confirmable_until"), "{soon:?}");
    assert!(soon.iter().all(|end| end["what"] != "next_update"), "{soon:?}");
    // At the second of its end nothing is over, one later it is.
    for (what, others) in [("next_update", 1), ("not_after", 3)] {
        let (code, at_end) = json(&["--now", &end(what), "--warn-days", "0"]);
        let over = |value: &Value| {
            value["ends"].as_array().unwrap().iter().filter(|end| end["state"] == "over").count()
        };
        let before = over(&at_end);
        assert!(before < others || code == 1, "{at_end}");
        let later = Timestamp::parse(&end(what)).unwrap().plus_seconds(1).to_string();
        let (code, after_end) = json(&["--now", &later, "--warn-days", "0"]);
        assert_eq!(code, 1, "{after_end}");
        assert!(over(&after_end) > before, "{what}: {after_end}");
    }
    let (code, text) = status(&["--now", checked_at, "--warn-days", "0"]);
    assert!(code == 0 && text.contains("trust root expires") && text.contains(" d left"), "{text}");
    let (_, prometheus) = status(&["--now", checked_at, "--format", "prometheus"]);
    for line in [
        "# TYPE rastau_version gauge",
        "rastau_documents ",
        "rastau_end_timestamp_seconds{what=\"root_expires\"} ",
    ] {
        assert!(prometheus.lines().any(|one| one.starts_with(line)), "{line}: {prometheus}");
    }
    assert_eq!(rastau(at, &["snapshot", "status", "nowhere"]).status.code(), Some(66));
}

/// The range of the calendar is shown; for a damaged calendar, the error.
#[test]
fn inspect_shows_the_range_of_the_calendar() {
    let directory = test_demo("100");
    let at = directory.path();
    let inspect = ["snapshot", "inspect", "d/bundle"];
    let json = || -> Value {
        serde_json::from_str(&succeed(at, &[&inspect[..], &["--json"]].concat())).expect("one JSON object")
    };
    let expected = "working days known from 2023-01-01 to 2027-12-31, 100 of them special";
    assert!(succeed(at, &inspect).contains(expected), "{}", succeed(at, &inspect));
    let complete = serde_json::json!({ "from": "2023-01-01", "until": "2027-12-31", "special": 100 });
    assert_eq!(json()["working_days"], complete);
    let tables = json()["segments"].as_array().unwrap().iter().find(|one| one["kind"] == "tables").cloned();
    let tables = format!("d/bundle/segments/{}.seg", tables.unwrap()["root"].as_str().unwrap());
    let mut bytes = std::fs::read(at.join(&tables)).unwrap();
    let place = bytes.windows(6).position(|window| window == b"nauryz").expect("a holiday in clear");
    bytes[place] ^= 1;
    std::fs::write(at.join(&tables), bytes).unwrap();
    assert!(succeed(at, &inspect).contains(
        "working days unknown: the calendar of the bundle cannot be read: a page of the register differs"
    ));
    assert!(json()["working_days"]["error"].is_string());
}

/// Runs every command of `docs/operator.md` on the request in it.
#[test]
fn the_operators_guide_works_as_written() {
    let directory = tempfile::tempdir().unwrap();
    let at = directory.path();
    let guide = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/operator.md")).unwrap();
    let blocks = |language: &str| -> Vec<String> {
        let fence = format!("```{language}\n");
        guide
            .split(&fence)
            .skip(1)
            .map(|rest| rest.split("```").next().unwrap().replace("\\\n", " "))
            .collect()
    };
    // The table whose heading begins with this text.
    let csv =
        |first: &str| blocks("csv").into_iter().find(|block| block.trim_start().starts_with(first)).unwrap();
    for (name, request) in ["new.json", "request.json"].iter().zip(blocks("json")) {
        std::fs::write(at.join(name), request).unwrap();
    }
    let mut ran = 0;
    for line in blocks("sh").iter().flat_map(|block| block.lines()) {
        let line_words = split_command(line);
        let [program, arguments @ ..] = line_words.as_slice() else { continue };
        assert_eq!(*program, "rastau", "{line}");
        if arguments.starts_with(&["register", "import"]) {
            write_tables(at);
            for (table, first) in [("calendar_years", "year,"), ("calendar", "day,"), ("contacts", "body,")] {
                std::fs::write(at.join(format!("csv/{table}.csv")), csv(first)).unwrap();
            }
        }
        if arguments.starts_with(&["register", "apply"]) {
            std::fs::create_dir_all(at.join("changes")).unwrap();
            std::fs::write(at.join("changes/cancellations.csv"), csv("number;cancelled_on;")).unwrap();
        }
        succeed(at, arguments);
        ran += 1;
    }
    assert!(ran > 20, "{ran}");
    let copied = succeed(at, &["register", "log", "--register", "copy.sqlite"]);
    assert!(copied.contains("cancellations 240000000009 2026-03-02, added (order 7)"), "{copied}");
    let inspected = succeed(at, &["snapshot", "inspect", "public/bundle"]);
    assert!(
        inspected.contains("working days known from 2023-01-01 to 2026-12-31, 2 of them special"),
        "{inspected}"
    );
    let verify = [
        "verify",
        "--root",
        "keys/root.cose",
        "--now",
        "2026-06-01T12:00:00Z",
        "--accept",
        "stale",
        "--bundle",
    ];
    for (bundle, document) in
        [("public/bundle", "issued/240000000001.pdf"), ("public/bundle.rastau", "issued/240000000001.json")]
    {
        let output = rastau(at, &[&verify[..], &[bundle, document]].concat());
        assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
    }
    // At today's date the bundle of June is stale.
    let today =
        ["verify", "--root", "keys/root.cose", "--bundle", "public/bundle", "issued/240000000001.txt"];
    assert_eq!(rastau(at, &today).status.code(), Some(2));
}

/// Splits a command as a shell does: at white space outside single quotes.
fn split_command(line: &str) -> Vec<&str> {
    let pieces = line.split('\'').enumerate();
    let words =
        pieces.map(|(at, piece)| if at % 2 == 1 { vec![piece] } else { piece.split_whitespace().collect() });
    words.flatten().collect()
}

/// Runs every `rastau` line of the README on a demo in the directory that it names.
#[test]
fn the_readme_works_as_written() {
    let directory = tempfile::tempdir().unwrap();
    let at = directory.path();
    succeed(at, &["demo", "rastau-demo", "--documents", "100"]);
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md")).unwrap();
    let lines: Vec<&str> = readme.lines().filter(|line| line.starts_with("rastau ")).collect();
    assert!(lines.len() >= 5, "{lines:?}");
    for line in lines {
        let output = rastau(at, &split_command(line)[1..]);
        let error = stderr(&output);
        assert!(
            output.status.code().is_some_and(|code| code <= 2) && !output.stdout.is_empty(),
            "{line}: {error}"
        );
    }
}

/// Writes a register of one centre and one profession as CSV.
fn write_tables(at: &Path) {
    let key: Value =
        serde_json::from_str(&std::fs::read_to_string(at.join("keys/centre.pub")).unwrap()).unwrap();
    let public = key["public"].as_str().unwrap();
    let key = format!(
        "public_key,algorithm,bin,professions,valid_from,valid_until\n{public},ed25519,990140000017,,2023-09-04,\n"
    );
    let tables = [
        ("professions", "code,edition,name_kk,name_ru,name_en\n7212-1,2017,Дәнекерлеуші,Сварщик,Welder\n"),
        (
            "profession_versions",
            "profession,edition,valid_from,valid_until,mode,other_law,term_months\n7212-1,2017,2023-09-04,,voluntary,,60\n",
        ),
        (
            "bases",
            "profession,edition,kind,id,valid_from,valid_until\n7212-1,2017,standard,PS-7212-1,2023-09-04,\n",
        ),
        (
            "qualifications",
            "profession,edition,code,level,name_kk,name_ru,name_en\n7212-1,2017,7212-1-4,4,К,К,Q\n",
        ),
        ("centres", "bin,name_kk,name_ru,name_en,legal_entity\n990140000017,Қиял,Киял,Qiyal,1\n"),
        (
            "accreditations",
            "bin,serial,route,valid_from,valid_until\n990140000017,EXAMPLE-1,this-law,2024-10-01,2027-10-01\n",
        ),
        (
            "accreditation_scopes",
            "bin,serial,profession,valid_from,valid_until\n990140000017,EXAMPLE-1,7212-1,2024-10-01,\n",
        ),
        ("issuing_keys", key.as_str()),
        (
            "documents",
            "number,bin,serial,profession,edition,qualification,level,skills,basis_kind,basis_id,exam_on,issued_on,valid_until,holder_tag,name_tag,seal_check,sealed\nOLD-1,990140000017,EXAMPLE-1,7212-1,2017,7212-1-4,4,,standard,PS-7212-1,2025-01-10,2025-01-20,,,,,\n\
             240000000009,990140000017,EXAMPLE-1,7212-1,2017,7212-1-4,4,,standard,PS-7212-1,2025-01-10,2025-01-20,,,,,\n",
        ),
    ];
    std::fs::create_dir_all(at.join("csv")).unwrap();
    for (table, content) in tables {
        std::fs::write(at.join(format!("csv/{table}.csv")), content).unwrap();
    }
    // With an invalid row first: no register file may remain.
    let documents = at.join("csv/documents.csv");
    let valid = std::fs::read_to_string(&documents).unwrap();
    std::fs::write(&documents, valid.replace("2025-01-10", "2025-13-10")).unwrap();
    let import =
        ["register", "import", "csv", "--into", "bad.sqlite", "--name", "x", "--covered-from", "2023-09-04"];
    let (code, message) = fail(at, &import);
    assert!(code == 65 && message.contains("documents.csv line 2: exam_on"), "{message}");
    assert!(!at.join("bad.sqlite").exists());
    std::fs::write(&documents, valid).unwrap();
}
