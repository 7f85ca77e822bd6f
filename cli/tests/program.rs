//! The program as a person uses it: the demo, bad input, lists, and the operator's guide from beginning to end.
#![allow(missing_docs)]

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

fn rastau(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_rastau")).current_dir(folder).args(arguments).output().unwrap()
}

fn done(folder: &Path, arguments: &[&str]) -> String {
    let output = rastau(folder, arguments);
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{arguments:?}: {error}");
    String::from_utf8(output.stdout).unwrap()
}

/// The exit code and the one sentence of a command that cannot be carried out.
fn refused(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let output = rastau(folder, arguments);
    assert!(output.stdout.is_empty(), "{arguments:?}");
    (output.status.code().unwrap(), String::from_utf8(output.stderr).unwrap())
}

fn demo(documents: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let said = done(folder.path(), &["demo", "d", "--documents", documents, "--seed", "test"]);
    assert!(
        said.contains("Valid on") && said.contains("The document says 5; the register says 3."),
        "{said}"
    );
    folder
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
fn every_demo_document_from_text_image_form_and_page() {
    let folder = demo("500");
    let read = |path: &str| std::fs::read_to_string(folder.path().join(path)).unwrap();
    let expected: Value = serde_json::from_str(&read("d/expected.json")).unwrap();
    let mut checked = 0;
    for (name, answer) in expected.as_object().unwrap() {
        for ending in ["txt", "png", "json", "pdf"] {
            let file = format!("d/documents/{name}.{ending}");
            if !folder.path().join(&file).exists() {
                continue;
            }
            let output = rastau(folder.path(), &["verify", "--bundle", "d/bundle", "--json", &file]);
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
fn bad_input_gets_one_clear_sentence() {
    let folder = demo("100");
    let at = folder.path();
    let verify = |input: &str| refused(at, &["verify", "--bundle", "d/bundle", input]);
    std::fs::write(at.join("big.txt"), "A".repeat(10 << 20)).unwrap();
    std::fs::write(at.join("nested.json"), format!("{{\"number\":{}", "[".repeat(100_000))).unwrap();
    std::fs::write(at.join("latin1.txt"), [0xe9, 0xff]).unwrap();
    let png = std::fs::read(at.join("d/documents/valid.png")).unwrap();
    std::fs::write(at.join("cut.png"), &png[..200]).unwrap();
    for (input, code, word) in [
        ("nothing.png", 66, "nothing.png"),
        ("big.txt", 65, "longer than any document"),
        ("nested.json", 65, "longer than any document"),
        ("latin1.txt", 65, "UTF-8"),
        ("cut.png", 65, "PNG"),
        ("RST9:ABC", 65, "update Rastau"),
        ("{\"number\":\"1\",\"x\":1}", 65, "x: unknown field"),
    ] {
        let (found, sentence) = verify(input);
        assert_eq!(found, code, "{input}: {sentence}");
        assert!(sentence.contains(word) && sentence.trim_end().lines().count() == 1, "{input}: {sentence}");
    }
    assert_eq!(refused(at, &["verify"]).0, 64);
    let (code, sentence) = refused(at, &["verify", "--bundle", "d/bundle", "--on", "2026-02-30", "x"]);
    assert!(code == 64 && sentence.contains("there is no such day as 2026-02-30"), "{sentence}");
    assert_eq!(refused(at, &["demo", "d"]).0, 73);
    assert_eq!(refused(at, &["register", "check", "nowhere.sqlite"]).0, 65);
    let (code, sentence) = refused(at, &["verify", "--bundle", "nowhere", "d/documents/valid.txt"]);
    assert!(code == 66 && sentence.contains("nowhere"), "{sentence}");
    let (code, sentence) = refused(at, &["verify", "--bundle", "d/documents", "d/documents/valid.txt"]);
    assert!(code == 65 && sentence.contains("d/documents is not a Rastau bundle"), "{sentence}");
    let (code, sentence) = refused(at, &["pull", "d/documents", "--into", "device"]);
    assert!(code == 66 && sentence.contains("d/documents is no published folder"), "{sentence}");
    assert!(!at.join("device").exists());
}

#[test]
fn a_list_drops_no_row() {
    let folder = demo("100");
    let at = folder.path();
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
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("1 of 3 people"), "{said}");
    let report = std::fs::read_to_string(at.join("r.csv")).unwrap();
    assert_eq!(report.lines().count(), 4, "{report}");
    assert!(report.contains("'=cmd()"), "no cell of the report runs: {report}");
    let page = std::fs::read_to_string(at.join("r.html")).unwrap();
    assert!(page.contains("<html lang=\"en\">") && !page.contains("<script"), "{page}");
}

/// A mistyped column is not left out in silence, and of two with one name neither is guessed.
#[test]
fn columns_that_are_not_read_are_told() {
    let folder = demo("100");
    let at = folder.path();
    let list = ["verify", "--bundle", "d/bundle", "--lang", "ru", "--list", "people.csv"];
    std::fs::write(at.join("people.csv"), "Number;code;isued_on;;Dept\n1;2;3;4;5\n").unwrap();
    let told = String::from_utf8(rastau(at, &list).stderr).unwrap();
    assert!(told.contains("Столбцы, которые не прочитаны: isued_on, dept."), "{told}");
    std::fs::write(at.join("people.csv"), "number;code;holder\n1;2;3\n").unwrap();
    let told = String::from_utf8(rastau(at, &list).stderr).unwrap();
    assert!(!told.contains("Столбцы"), "{told}");
    std::fs::write(at.join("people.csv"), "number;code;Number\n1;2;3\n").unwrap();
    let (code, told) = refused(at, &list);
    assert!(code == 65 && told.contains("the column \"number\" twice"), "{told}");
}

#[test]
fn a_damaged_bundle_is_told_and_never_fine() {
    let folder = demo("100");
    let at = folder.path();
    for file in std::fs::read_dir(at.join("d/bundle/segments")).unwrap() {
        std::fs::write(file.unwrap().path(), "").unwrap();
    }
    let output = rastau(at, &["verify", "--bundle", "d/bundle", "d/documents/valid.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("copy the bundle again"));
    std::fs::remove_file(at.join("d/bundle/fresh.cose")).unwrap();
    assert_eq!(refused(at, &["verify", "--bundle", "d/bundle", "d/documents/valid.txt"]).0, 66);
}

/// An older bundle after a newer one, with a remembered state.
#[test]
fn a_state_file_refuses_what_is_older() {
    let folder = demo("100");
    let at = folder.path();
    let verify = ["verify", "--bundle", "d/bundle", "--state", "seen", "d/documents/valid.txt"];
    done(at, &verify);
    done(at, &verify);
    done(at, &["demo", "e", "--documents", "100", "--seed", "test", "--now", "2026-01-01T00:00:00Z"]);
    let other = ["verify", "--bundle", "e/bundle", "--state", "seen", "e/documents/valid.txt"];
    assert_eq!(refused(at, &other).0, 69);
}

/// The calendar that a bundle brings is told, and a spoiled one is told as that.
#[test]
fn inspect_tells_how_far_the_calendar_reaches() {
    let folder = demo("100");
    let at = folder.path();
    let inspect = ["snapshot", "inspect", "d/bundle"];
    let json = || -> Value {
        serde_json::from_str(&done(at, &[&inspect[..], &["--json"]].concat())).expect("one JSON object")
    };
    let words = "working days known from 2023-01-01 to 2027-12-31, 100 of them special";
    assert!(done(at, &inspect).contains(words), "{}", done(at, &inspect));
    let whole = serde_json::json!({ "from": "2023-01-01", "until": "2027-12-31", "special": 100 });
    assert_eq!(json()["working_days"], whole);
    let tables = json()["segments"].as_array().unwrap().iter().find(|one| one["kind"] == "tables").cloned();
    let tables = format!("d/bundle/segments/{}.seg", tables.unwrap()["root"].as_str().unwrap());
    let mut bytes = std::fs::read(at.join(&tables)).unwrap();
    let place = bytes.windows(6).position(|window| window == b"nauryz").expect("a holiday in clear");
    bytes[place] ^= 1;
    std::fs::write(at.join(&tables), bytes).unwrap();
    assert!(
        done(at, &inspect)
            .contains("working days cannot be read: a page of it is not the one that was signed")
    );
    assert!(json()["working_days"]["error"].is_string());
}

/// Every command of `docs/operator.md`, as it stands there, on the request that stands there.
#[test]
fn the_operators_guide_works_as_written() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let guide = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/operator.md")).unwrap();
    let blocks = |language: &str| -> Vec<String> {
        let fence = format!("```{language}\n");
        guide
            .split(&fence)
            .skip(1)
            .map(|rest| rest.split("```").next().unwrap().replace("\\\n", " "))
            .collect()
    };
    std::fs::write(at.join("request.json"), &blocks("json")[0]).unwrap();
    let mut ran = 0;
    for line in blocks("sh").iter().flat_map(|block| block.lines()) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [program, arguments @ ..] = words.as_slice() else { continue };
        assert_eq!(*program, "rastau", "{line}");
        if arguments.starts_with(&["register", "import"]) {
            write_tables(at);
            for (table, rows) in ["calendar_years", "calendar"].iter().zip(blocks("csv")) {
                std::fs::write(at.join(format!("csv/{table}.csv")), rows).unwrap();
            }
        }
        done(at, arguments);
        ran += 1;
    }
    assert!(ran > 12, "{ran}");
    let inspected = done(at, &["snapshot", "inspect", "public/bundle"]);
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
        // The freshness note is of today, so a clock of June would be behind it: ask by today's clock.
        let arguments = [
            "verify",
            "--root",
            "keys/root.cose",
            "--on",
            "2026-05-25",
            "--accept",
            "stale",
            "--bundle",
            bundle,
            document,
        ];
        let output = rastau(at, &arguments);
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(output.status.code(), Some(0), "{said}");
    }
    assert_eq!(
        rastau(at, &[&verify[..], &["public/bundle", "issued/240000000001.txt"]].concat()).status.code(),
        Some(2)
    );
}

/// The words of a command as a shell parts them: by white space outside single quotes.
fn words(line: &str) -> Vec<&str> {
    let pieces = line.split('\'').enumerate();
    let parted =
        pieces.map(|(at, piece)| if at % 2 == 1 { vec![piece] } else { piece.split_whitespace().collect() });
    parted.flatten().collect()
}

/// Every `rastau` line of the README, on a demo in the folder that it names.
#[test]
fn the_readme_works_as_written() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    done(at, &["demo", "rastau-demo", "--documents", "100"]);
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md")).unwrap();
    let lines: Vec<&str> = readme.lines().filter(|line| line.starts_with("rastau ")).collect();
    assert!(lines.len() >= 5, "{lines:?}");
    for line in lines {
        let output = rastau(at, &words(line)[1..]);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(
            output.status.code().is_some_and(|code| code <= 2) && !output.stdout.is_empty(),
            "{line}: {error}"
        );
    }
}

/// A register of one centre and one profession, as CSV.
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
            "number,bin,serial,profession,edition,qualification,level,skills,basis_kind,basis_id,exam_on,issued_on,valid_until,holder_tag,name_tag,seal_check,sealed\nOLD-1,990140000017,EXAMPLE-1,7212-1,2017,7212-1-4,4,,standard,PS-7212-1,2025-01-10,2025-01-20,,,,,\n",
        ),
    ];
    std::fs::create_dir_all(at.join("csv")).unwrap();
    for (table, content) in tables {
        std::fs::write(at.join(format!("csv/{table}.csv")), content).unwrap();
    }
    // A bad row first: nothing may be kept of the register.
    let documents = at.join("csv/documents.csv");
    let good = std::fs::read_to_string(&documents).unwrap();
    std::fs::write(&documents, good.replace("2025-01-10", "2025-13-10")).unwrap();
    let import =
        ["register", "import", "csv", "--into", "bad.sqlite", "--name", "x", "--covered-from", "2023-09-04"];
    let (code, said) = refused(at, &import);
    assert!(code == 65 && said.contains("documents.csv line 2: exam_on"), "{said}");
    assert!(!at.join("bad.sqlite").exists());
    std::fs::write(&documents, good).unwrap();
}
