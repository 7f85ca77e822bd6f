//! The commands that change a register: what they do, what they refuse, and what they record.
#![allow(missing_docs)]

mod common;

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use common::{PROGRAM, demo, fail_with_one_line, rastau, rastau_with_input, stderr, stdout, succeed};
use rastau_registry::Register;
use serde_json::{Value, json};

const NUMBER: &str = "000000001001";
const REGISTER: [&str; 2] = ["--register", "d/register.sqlite"];

fn register_demo() -> tempfile::TempDir {
    demo(&["--documents", "100", "--seed", "register", "--now", "2026-11-23T10:00:00+05:00"])
}

fn command<'a>(words: &[&'a str], rest: &[&'a str]) -> Vec<&'a str> {
    [&["register"], words, &REGISTER[..], rest].concat()
}

fn cancel<'a>(number: &'a str, rest: &[&'a str]) -> Vec<&'a str> {
    let words =
        ["cancel", number, "--ground", "court-decision", "--on", "2026-06-01", "--reason", "decision 12"];
    [&command(&words, &["--by", "a.operator"])[..], rest].concat()
}

fn reinstate<'a>(number: &'a str, on: &'a str) -> Vec<&'a str> {
    command(&["reinstate", number, "--on", on, "--reason", "decision 15"], &["--by", "b.operator"])
}

fn json_of(at: &Path, arguments: &[&str]) -> Value {
    serde_json::from_str(&succeed(at, arguments)).unwrap()
}

fn log(at: &Path, number: &[&str]) -> Vec<Value> {
    let printed = succeed(at, &command(&[&["log"], number].concat(), &["--json"]));
    printed.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_document_is_cancelled_and_reinstated() {
    let directory = register_demo();
    let at = directory.path();
    assert!(succeed(at, &command(&["show", NUMBER], &[])).contains("\nnot cancelled\n"));
    let text = succeed(at, &cancel(NUMBER, &["--replaced"]));
    assert!(
        text.starts_with("cancelled 000000001001 from 2026-06-01 (court-decision); verifiers know it"),
        "{text}"
    );
    let shown = succeed(at, &command(&["show", NUMBER], &[]));
    for line in [
        "number: 000000001001\n",
        "serial: ҰКП-0001\n",
        "cancelled from 2026-06-01 (court-decision): in effect, a new document was issued in its place\n",
        " a.operator cancel: cancellations 000000001001 2026-06-01, added (decision 12)\n",
        " a.operator cancel: replaced_documents 000000001001, added (decision 12)\n",
    ] {
        assert!(shown.contains(line), "{line}: {shown}");
    }
    let text = succeed(at, &reinstate(NUMBER, "2026-07-01"));
    assert!(
        text.contains("reinstated 000000001001 from 2026-07-01") && text.contains("the mark is removed"),
        "{text}"
    );
    let object = json_of(at, &command(&["show", NUMBER], &["--json"]));
    assert_eq!(
        object["cancellations"],
        json!([{ "number": NUMBER, "cancelled_on": "2026-06-01", "ground": "court-decision", "reinstated_on": "2026-07-01" }])
    );
    assert_eq!(
        (&object["replaced"], &object["sealed_later"], &object["problems"]),
        (&json!(false), &json!(false), &json!([]))
    );
    assert_eq!(object["document"]["serial"], "ҰКП-0001");
    let actions: Vec<_> =
        object["audit"].as_array().unwrap().iter().map(|line| line["action"].clone()).collect();
    assert_eq!(actions, ["cancel", "cancel", "reinstate", "reinstate"]);

    let object = json_of(at, &cancel("000000001002", &["--json"]));
    assert_eq!((&object["number"], &object["ground"]), (&json!("000000001002"), &json!("court-decision")));
    let all = log(at, &[]);
    assert_eq!(all.len(), 5);
    assert_eq!(all[4]["hash"], object["audit"]["hash"]);
    assert_eq!(all[4]["previous"], all[3]["hash"]);
    assert_eq!(all[2]["change"]["after"]["reinstated_on"], "2026-07-01");
    assert_eq!(all[2]["row"], json!([NUMBER, "2026-06-01"]));
    assert_eq!(log(at, &["000000001002"]).len(), 1);
    assert_eq!(log(at, &["--since", "2100-01-01T00:00:00Z"]).len(), 0);
    let text = succeed(at, &command(&["log", NUMBER], &[]));
    assert!(text.contains("reinstated_on:  → 2026-07-01 (decision 15)"), "{text}");

    let checked = succeed(at, &["register", "check", "d/register.sqlite"]);
    assert!(
        checked.contains(&format!(
            "audit table: the last line is 5, with the hash {}",
            all[4]["hash"].as_str().unwrap()
        )),
        "{checked}"
    );
    // A document that is in force again has no open cancellation in a snapshot.
    let build = [
        "snapshot",
        "build",
        "--register",
        "d/register.sqlite",
        "--out",
        "draft",
        "--not-after",
        "2036-06-01T00:00:00+05:00",
    ];
    let built = succeed(
        at,
        &[&build[..], &["--as-of", "2026-11-24T00:00:00+05:00", "--insist", "future-time"]].concat(),
    );
    assert!(built.contains("100 documents"), "{built}");
}

#[test]
fn invalid_changes_are_refused_with_the_reason() {
    let directory = register_demo();
    let at = directory.path();
    let path = at.join("d/register.sqlite");
    let now: fn(&str) -> String = str::to_string;
    let on = |day: &str| {
        let words = ["cancel", NUMBER, "--ground", "other-law", "--reason", "x", "--on"];
        [&["register"], &words[..], &[day], &REGISTER[..]].concat().into_iter().map(now).collect::<Vec<_>>()
    };
    let refused = |arguments: &[&str], code: i32, sentence: &str| {
        let (found, message) = fail_with_one_line(at, arguments);
        assert!(message.contains(sentence), "{arguments:?}: {message}");
        assert_eq!(found, code, "{arguments:?}: {message}");
    };
    let strings = |arguments: &[String], code: i32, sentence: &str| {
        refused(&arguments.iter().map(String::as_str).collect::<Vec<_>>(), code, sentence);
    };
    strings(&on("2096-01-01"), 65, "the day of the cancellation 2096-01-01 is in the future");
    strings(&on("2024-01-01"), 65, "and cannot be cancelled on 2024-01-01, an earlier day");
    refused(&cancel("4711", &[]), 65, "document 4711 is not in the register; compare it with the paper");
    refused(
        &cancel("1001", &[]),
        65,
        "document 1001 is not in the register; the number 000000001001 looks like it",
    );
    refused(&cancel("ОOO", &[]), 65, "is not in the register");
    refused(&reinstate(NUMBER, "2026-07-01"), 65, "document 000000001001 is not cancelled");
    refused(&command(&["show", "4711"], &[]), 65, "document 4711 is not in the register");
    let words =
        ["cancel", NUMBER, "--ground", "other-law", "--on", "2026-06-01", "--reason", "x", "--by", " "];
    refused(&command(&words, &[]), 64, "give it with --by");
    let words = ["cancel", NUMBER, "--ground", "other-law", "--on", "2026-06-01", "--reason", ""];
    refused(&command(&words, &[]), 64, "the reason must have 1 to 1000 printable characters");
    refused(
        &["register", "check", "d/register.sqlite", "--audit-head", "abc"],
        64,
        "is not a hash of the audit table",
    );
    let missing = ["register", "show", NUMBER, "--register", "gone.sqlite"];
    refused(&missing, 66, "register file gone.sqlite not found");
    assert_eq!(log(at, &[]).len(), 0);
    succeed(at, &cancel(NUMBER, &[]));
    refused(&cancel(NUMBER, &[]), 65, "is cancelled already, since 2026-06-01 (court-decision)");
    refused(&reinstate(NUMBER, "2026-05-31"), 65, "cannot be reinstated on 2026-05-31, an earlier day");
    refused(&reinstate(NUMBER, "2096-05-31"), 65, "the day of the reinstatement 2096-05-31 is in the future");
    succeed(at, &reinstate(NUMBER, "2026-07-01"));
    refused(&reinstate(NUMBER, "2026-08-01"), 65, "is not cancelled; it was reinstated on 2026-07-01");
    refused(&cancel(NUMBER, &[]), 65, "was cancelled on 2026-06-01 and reinstated on 2026-07-01");
    assert_eq!(log(at, &[]).len(), 2);
    // Values that the command line itself refuses.
    for (arguments, words) in [
        (
            command(&["cancel", NUMBER, "--ground", "whim", "--on", "2026-06-01", "--reason", "x"], &[]),
            "confirmed-complaint",
        ),
        (
            command(&["cancel", NUMBER, "--ground", "other-law", "--on", "1.6.26", "--reason", "x"], &[]),
            "YYYY-MM-DD",
        ),
        (command(&["cancel", NUMBER, "--ground", "other-law", "--on", "2026-06-01"], &[]), "--reason"),
    ] {
        let output = rastau(at, &arguments);
        assert_eq!(output.status.code(), Some(64), "{arguments:?}");
        assert!(stderr(&output).contains(words), "{arguments:?}: {}", stderr(&output));
    }
    // A hash that was kept elsewhere is found until the table is replaced.
    let head = log(at, &[])[1]["hash"].as_str().unwrap().to_string();
    let check = ["register", "check", "d/register.sqlite", "--audit-head", &head];
    succeed(at, &check);
    let register = Register::open(&path).unwrap();
    register
        .connection()
        .execute_batch("DROP TRIGGER audit_delete; DELETE FROM audit WHERE sequence = 2")
        .unwrap();
    drop(register);
    let output = rastau(at, &check);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("[audit-head]"), "{}", stdout(&output));
}

/// A program that finds another one writing waits for it to end.
#[test]
fn concurrent_operators_wait_for_one_another() {
    let directory = register_demo();
    let at = directory.path();
    let register = Register::open(&at.join("d/register.sqlite")).unwrap();
    let writing = register.begin().unwrap();
    let begun = Instant::now();
    let spawn = |number: &'static str| {
        let child = Command::new(PROGRAM)
            .current_dir(at)
            .args(cancel(number, &[]))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        child.unwrap()
    };
    let numbers =
        ["000000001001", "000000001002", "000000001003", "000000001006", "000000001008", "000000001009"];
    let children: Vec<_> = numbers.into_iter().map(spawn).collect();
    // Reading does not wait.
    succeed(at, &command(&["show", NUMBER], &[]));
    std::thread::sleep(Duration::from_secs(2).saturating_sub(begun.elapsed()));
    assert_eq!(log(at, &[]).len(), 0);
    writing.rollback().unwrap();
    for (child, number) in children.into_iter().zip(numbers) {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{number}: {}", stderr(&output));
    }
    assert_eq!(log(at, &[]).len(), numbers.len());
    succeed(at, &["register", "check", "d/register.sqlite"]);
}

#[test]
fn an_older_register_is_migrated_by_a_command_only() {
    let directory = register_demo();
    let at = directory.path();
    let register = Register::open(&at.join("d/register.sqlite")).unwrap();
    let sql = "DROP TABLE audit; DROP TABLE replaced_documents; UPDATE register SET schema = 1";
    register.connection().execute_batch(sql).unwrap();
    drop(register);
    let before = std::fs::read(at.join("d/register.sqlite")).unwrap();
    for arguments in [
        &["register", "check", "d/register.sqlite"][..],
        &cancel(NUMBER, &[]),
        &[
            "snapshot",
            "build",
            "--register",
            "d/register.sqlite",
            "--out",
            "draft",
            "--as-of",
            "2026-06-01T00:00:00Z",
            "--not-after",
            "2036-06-01T00:00:00Z",
        ],
    ] {
        let (code, message) = fail_with_one_line(at, arguments);
        assert!(
            code == 65 && message.contains("run: rastau register migrate d/register.sqlite"),
            "{message}"
        );
    }
    assert_eq!(std::fs::read(at.join("d/register.sqlite")).unwrap(), before);
    let migrate = ["register", "migrate", "d/register.sqlite", "--by", "a.operator"];
    let text = succeed(at, &migrate);
    assert!(
        text.contains("from schema version 1; as it was, it is kept in d/register.sqlite.schema-1"),
        "{text}"
    );
    assert!(succeed(at, &migrate).contains("has schema version 2, the current one; left unchanged"));
    let object = json_of(at, &[&migrate[..], &["--json"]].concat());
    assert_eq!(object, json!({ "from": 2, "backup": null }));
    succeed(at, &["register", "check", "d/register.sqlite"]);
    let lines = log(at, &[]);
    assert_eq!(
        (&lines[0]["action"], &lines[0]["change"]["rows"]["documents"]),
        (&json!("migrate"), &json!(100))
    );
    succeed(at, &cancel(NUMBER, &[]));
    let (_, message) = fail_with_one_line(at, &["register", "check", "d/register.sqlite.schema-1"]);
    assert!(message.contains("schema version 1"), "{message}");
}

/// Writes the request of a document that the demo's register allows.
fn write_request(at: &Path, number: &str, changes: &[(&str, &str)]) {
    let mut request = json!({
        "number": number, "holder": "PASSPORT-1", "names": ["Сынақбаева Үлгіжан"], "profession": "7212-1",
        "edition": "2017", "qualification": "7212-1-4", "level": "4", "centre": "990140000017",
        "accreditation": "ҰКП-0001", "basis": { "kind": "standard", "id": "PS-7212-1" },
        "exam_on": "2026-05-11", "issued_on": "2026-05-20"
    });
    changes.iter().for_each(|(name, value)| request[*name] = (*value).into());
    std::fs::write(at.join("new.json"), request.to_string()).unwrap();
}

#[test]
fn a_correction_is_one_change() {
    let directory = register_demo();
    let at = directory.path();
    let correct = |key: &'static str| {
        let words = [
            "correct",
            NUMBER,
            "--request",
            "new.json",
            "--out",
            "out",
            "--reason",
            "wrong level",
            "--key",
            key,
        ];
        command(&words, &["--by", "a.operator"])
    };
    let good = "d/keys/centre-a.key";
    let refused = |key: &'static str, sentence: &str| {
        let (_, message) = fail_with_one_line(at, &correct(key));
        assert!(message.contains(sentence), "{message}");
        let files = std::fs::read_dir(at.join("out")).map(|files| files.count()).unwrap_or(0);
        assert_eq!((files, log(at, &[]).len()), (0, 0), "{message}");
        assert!(succeed(at, &command(&["show", NUMBER], &[])).contains("\nnot cancelled\n"), "{message}");
    };
    write_request(at, "N-1", &[("level", "5")]);
    refused(good, "it states a level that is not the registered one");
    write_request(at, "N-1", &[("issued_on", "2096-01-01")]);
    refused(good, "the day of issue 2096-01-01 is in the future");
    write_request(at, "1001", &[]);
    refused(good, "people cannot tell the number 1001 from that of document 000000001001");
    write_request(at, NUMBER, &[]);
    refused(good, "document 000000001001 is in the register already");
    write_request(at, "N-1", &[]);
    refused("d/keys/centre-b.key", "the register lists no issuing key");
    let request = std::fs::read_to_string(at.join("new.json")).unwrap();
    std::fs::write(at.join("new.json"), format!("[{request},{request}]")).unwrap();
    refused(good, "the request contains 2 documents; a correction issues exactly one");
    std::fs::write(at.join("new.json"), &request).unwrap();
    // The file of another document is not overwritten: it may have its only code.
    std::fs::write(at.join("out/N-1.pdf"), "page").unwrap();
    let (code, message) = fail_with_one_line(at, &correct(good));
    assert!(code == 73 && message.contains("out/N-1.pdf exists already; nothing was changed"), "{message}");
    assert_eq!(std::fs::read(at.join("out/N-1.pdf")).unwrap(), b"page");
    assert_eq!(std::fs::read_dir(at.join("out")).unwrap().count(), 1);
    std::fs::remove_file(at.join("out/N-1.pdf")).unwrap();

    let object = json_of(at, &[&correct(good)[..], &["--json"]].concat());
    assert_eq!((&object["cancelled"], &object["issued"]), (&json!(NUMBER), &json!("N-1")));
    assert_eq!(std::fs::read_dir(at.join("out")).unwrap().count(), 5);
    let lines = log(at, &[]);
    let shown: Vec<_> = lines.iter().map(|line| format!("{} {}", line["action"], line["table"])).collect();
    assert_eq!(
        shown,
        ["\"correct\" \"cancellations\"", "\"correct\" \"replaced_documents\"", "\"correct\" \"documents\""]
    );
    assert!(lines.iter().all(|line| line["reason"] == "wrong level"));
    let old = json_of(at, &command(&["show", NUMBER], &["--json"]));
    assert_eq!(
        (&old["cancellations"][0]["ground"], &old["replaced"]),
        (&json!("issued-in-error"), &json!(true))
    );
    assert_eq!(json_of(at, &command(&["show", "N-1"], &["--json"]))["document"]["level"], "4");
    let (_, message) = fail_with_one_line(at, &correct(good));
    assert!(message.contains("is cancelled already"), "{message}");
    succeed(at, &["register", "check", "d/register.sqlite"]);
}

#[test]
fn issuing_is_recorded() {
    let directory = register_demo();
    let at = directory.path();
    write_request(at, "N-1", &[]);
    let issue = ["issue", "--key", "d/keys/centre-a.key", "--out", "out", "--by", "a.operator", "new.json"];
    succeed(at, &[&issue[..], &REGISTER[..]].concat());
    let lines = log(at, &["N-1"]);
    assert_eq!((&lines[0]["action"], &lines[0]["operator"]), (&json!("issue"), &json!("a.operator")));
    // Neither the register nor the audit table contains a name or an identity number.
    let text = lines[0].to_string();
    assert!(!text.contains("PASSPORT-1") && !text.contains("Сынақбаева"), "{text}");
    succeed(at, &["register", "check", "d/register.sqlite"]);
    // A row that was removed directly in the database is found.
    let register = Register::open(&at.join("d/register.sqlite")).unwrap();
    register.connection().execute("DELETE FROM documents WHERE number = 'N-1'", ()).unwrap();
    let output = rastau(at, &["register", "check", "d/register.sqlite", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stdout(&output).contains("\"kind\":\"contradicts-audit\"")
            && stdout(&output).contains("documents N-1")
    );
}

#[test]
fn changes_are_applied_all_or_none() {
    let directory = register_demo();
    let at = directory.path();
    std::fs::create_dir(at.join("changes")).unwrap();
    let write = |rows: &str| {
        let text = format!("\u{feff}number;cancelled_on;ground;reinstated_on\n{rows}");
        std::fs::write(at.join("changes/cancellations.csv"), text).unwrap();
    };
    let apply = |rest: &[&'static str]| {
        command(&[&["apply", "changes", "--reason", "order 7", "--by", "a.operator"], rest].concat(), &[])
    };
    write(
        "000000001001;01.06.2026;other-law;\n000000001002;2026-06-01;other-law;\n4711;2026-06-01;other-law;\n",
    );
    let output = rastau(at, &apply(&[]));
    let text = stdout(&output);
    assert_eq!(output.status.code(), Some(1), "{text}");
    for line in [
        "cancellations.csv line 2: added cancellations 000000001001 2026-06-01\n",
        "cancellations.csv line 4: refused cancellations 4711 2026-06-01: document 4711 is not in the register",
        "nothing was applied: 2 added, 0 changed, 0 unchanged, 1 refused, 0 errors of the check\n",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
    assert_eq!(log(at, &[]).len(), 0);
    write("000000001001;01.06.2026;other-law;\n000000001002;2026-06-01;other-law;\n");
    let text = succeed(at, &apply(&["--dry-run"]));
    assert!(text.contains("could be applied: 2 added") && text.contains("because of --dry-run"), "{text}");
    assert_eq!(log(at, &[]).len(), 0);
    assert!(succeed(at, &apply(&[])).contains("applied: 2 added, 0 changed, 0 unchanged, 0 refused"));
    write("000000001001;01.06.2026;other-law;01.07.2026\n000000001002;2026-06-01;other-law;\n");
    let printed = succeed(at, &apply(&["--json"]));
    let lines: Vec<Value> = printed.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        lines[0],
        json!({ "file": "cancellations.csv", "line": 2, "table": "cancellations", "row": "000000001001 2026-06-01", "result": "changed", "columns": ["reinstated_on"] })
    );
    assert_eq!((&lines[1]["result"], &lines[2]["result"]), (&json!("unchanged"), &json!("applied")));
    assert_eq!(lines[2]["audit"]["sequence"], 3);
    assert_eq!(log(at, &[])[2]["hash"], lines[2]["audit"]["hash"]);

    // The same as JSON lines on standard input.
    let register = at.join("d/register.sqlite");
    let arguments =
        ["register", "apply", "-", "--reason", "order 8", "--json", "--register", register.to_str().unwrap()];
    let line = r#"{"table": "cancellations", "number": "000000001003", "cancelled_on": "2026-06-01", "ground": "other-law"}"#;
    let output = rastau_with_input(&arguments, &format!("{line}\n"));
    assert!(
        output.status.success() && stdout(&output).contains("\"result\":\"applied\""),
        "{}",
        stderr(&output)
    );
    let output = rastau_with_input(&arguments, &format!("{line}\n{{\"table\": \"documents\"}}\n"));
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("\"line\":2,\"reason\":\"number: is missing;"), "{}", stdout(&output));
    assert_eq!(log(at, &[]).len(), 4);
    // An error that only the check of the whole register finds.
    let line = r#"{"table": "accreditation_events", "bin": "990140000017", "serial": "x", "happened_on": "2026-06-01", "kind": "revoked"}"#;
    let output = rastau_with_input(&arguments, line);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("\"kind\":\"dangling-accreditation\""), "{}", stdout(&output));
    let line = r#"{"table": "contacts", "body": "keeper", "page": "help"}"#;
    let output = rastau_with_input(&arguments, line);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("\"kind\":\"unfit-row\""), "{}", stdout(&output));
    let (code, message) = fail_with_one_line(at, &command(&["apply", "gone", "--reason", "x"], &[]));
    assert!(code == 66 && message.contains("gone is not a directory"), "{message}");
}

/// A program that is killed in the middle has changed nothing and blocks no other program.
#[test]
fn changes_that_are_interrupted_are_not_stored() {
    let directory = register_demo();
    let at = directory.path();
    let contacts = |at: &Path| -> i64 {
        let register = Register::open(&at.join("d/register.sqlite")).unwrap();
        register.connection().query_row("SELECT count(*) FROM contacts", (), |row| row.get(0)).unwrap()
    };
    let before = contacts(at);
    let arguments = command(&["apply", "-", "--reason", "order 9"], &[]);
    let mut child = Command::new(PROGRAM)
        .current_dir(at)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // More than the buffers between the two programs hold, so rows have been applied when the first result arrives.
    let writer = std::thread::spawn(move || {
        for number in 0.. {
            let row = format!(
                "{{\"table\": \"contacts\", \"body\": \"{number}\", \"page\": \"https://register.example/{number}\"}}\n"
            );
            if stdin.write_all(row.as_bytes()).is_err() {
                break;
            }
        }
    });
    let mut result = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut result).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    writer.join().unwrap();
    assert_eq!(&result, b"- line 1: ");
    assert_eq!(log(at, &[]).len(), 0);
    succeed(at, &cancel(NUMBER, &[]));
    succeed(at, &["register", "check", "d/register.sqlite"]);
    assert_eq!(contacts(at), before);
}

#[test]
fn an_export_is_a_register_again() {
    let directory = register_demo();
    let at = directory.path();
    succeed(at, &cancel(NUMBER, &[]));
    let text = succeed(at, &command(&["export", "csv"], &[]));
    assert!(text.contains("       100 documents\n") && text.contains("         1 audit\n"), "{text}");
    let (code, message) = fail_with_one_line(at, &command(&["export", "csv"], &[]));
    assert!(code == 73 && message.contains("csv exists already"), "{message}");
    let object = json_of(at, &command(&["export", "csv-2"], &["--json"]));
    assert_eq!(object["rows"]["documents"], 100);
    let import = ["register", "import", "csv", "--into", "again.sqlite", "--by", "b.operator", "--json"];
    assert_eq!(json_of(at, &import)["rows"]["audit"], 1);
    succeed(at, &["register", "check", "again.sqlite"]);
    let build = |register: &'static str, out: &'static str| {
        let times = [
            "--as-of",
            "2026-11-24T00:00:00+05:00",
            "--not-after",
            "2036-06-01T00:00:00+05:00",
            "--insist",
            "future-time",
        ];
        succeed(at, &[&["snapshot", "build", "--register", register, "--out", out], &times[..]].concat());
        std::fs::read(at.join(out).join("manifest.cbor")).unwrap()
    };
    let (one, two) = (build("d/register.sqlite", "one"), build("again.sqlite", "two"));
    assert_eq!(one, two);
    let log = succeed(at, &["register", "log", "--register", "again.sqlite", "--json"]);
    let last: Value = serde_json::from_str(log.lines().last().unwrap()).unwrap();
    assert_eq!(
        (&last["action"], &last["operator"], &last["sequence"]),
        (&json!("import"), &json!("b.operator"), &json!(2))
    );
}
