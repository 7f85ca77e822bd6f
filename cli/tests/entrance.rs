//! What the program accepts as text and as files: a scanned text is never an option that ends with 0, and only regular
//! files are read.
#![allow(missing_docs)]

mod common;

use std::path::Path;
use std::process::Stdio;

use common::{PROGRAM, demo, fail, rastau, rastau_with_input, stderr, stdout, succeed};
use serde_json::Value;

/// Writes a list of one valid person, which alone would end with 0.
fn write_valid_list(at: &Path) {
    let form = std::fs::read_to_string(at.join("d/documents/valid.json")).unwrap();
    let form: Value = serde_json::from_str(&form).unwrap();
    let value = |name: &str| form[name].as_str().unwrap().to_owned();
    let list = format!("number,code,holder\n{},{},{}\n", value("number"), value("code"), value("holder"));
    std::fs::write(at.join("l.csv"), list).unwrap();
}

#[test]
fn a_scanned_text_that_looks_like_an_option_never_ends_with_0() {
    let directory = demo(&["--documents", "100"]);
    let at = directory.path();
    write_valid_list(at);
    succeed(at, &["verify", "--bundle", "d/bundle", "--list", "l.csv"]);
    let texts = [
        "--help",
        "-h",
        "--version",
        "-V",
        "--list=l.csv",
        "--list",
        "-hx",
        "-hV",
        "--help=x",
        "--json",
        "--all",
        "--lang=ru",
        "--now=2026-03-01T12:00:00Z",
        "--on=2026-03-01",
        "--accept=stale",
        "--grace=9d",
        "--report=r.csv",
        "--state=s",
        "--root=d/bundle/roots/1.cose",
        "--bundle=d/bundle",
        "help",
        "--",
        "",
        " --help",
        "-help",
        "---help",
        "--no-such",
    ];
    for text in texts {
        for arguments in [
            &["verify", "--bundle", "d/bundle", text][..],
            &["verify", text, "--bundle", "d/bundle"],
            &["verify", "--bundle", "d/bundle", "--lang", "kk", "--json", text],
            &["verify", "--bundle", "d/bundle", "--", text],
        ] {
            let mut command = std::process::Command::new(PROGRAM);
            let output = command.current_dir(at).args(arguments).stdin(Stdio::null()).output().unwrap();
            let code = output.status.code().unwrap();
            assert!(code >= 64 && output.stdout.is_empty(), "{arguments:?}: {code} {}", stdout(&output));
        }
        let bundle = at.join("d/bundle").display().to_string();
        let output = rastau_with_input(&["verify", "--bundle", &bundle, "-"], text);
        assert!(output.status.code().unwrap() >= 64, "{text}: {}", stdout(&output));
    }
    assert!(!at.join("s").exists() && !at.join("r.csv").exists());
    let (code, message) = fail(at, &["verify", "--bundle", "d/bundle", "--list=l.csv"]);
    assert!(code == 64 && message.contains("give --list FILE"), "{message}");
}

#[test]
fn the_help_of_verify_ends_with_0_by_the_command_help_only() {
    let at = Path::new(".");
    assert!(succeed(at, &["help", "verify"]).contains("--bundle <BUNDLE>"));
    let (code, help) = fail(at, &["verify", "--help"]);
    assert!(code == 64 && help.contains("--bundle <BUNDLE>") && help.contains("help verify"), "{help}");
    for arguments in [&["--help"][..], &["--version"], &["pull", "--help"], &["help"]] {
        succeed(at, arguments);
    }
}

/// The valid text of a document, passed as a scanner program passes it.
#[test]
fn a_scanned_document_is_read_from_standard_input() {
    let directory = demo(&["--documents", "100"]);
    let at = |name: &str| directory.path().join(name).display().to_string();
    let text = std::fs::read_to_string(at("d/documents/valid.txt")).unwrap();
    let output = rastau_with_input(&["verify", "--bundle", &at("d/bundle"), "-"], &text);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
}

/// FIFOs without a writer, endless devices, sockets and directories: an error at once.
#[cfg(unix)]
#[test]
fn only_regular_files_are_read() {
    let directory = demo(&["--documents", "100"]);
    let at = directory.path();
    let _socket = std::os::unix::net::UnixListener::bind(at.join("socket")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(at.join("fifo")).status().unwrap();
    assert!(made.success());
    std::os::unix::fs::symlink("fifo", at.join("link")).unwrap();
    std::fs::create_dir(at.join("directory")).unwrap();
    std::fs::create_dir(at.join("tables")).unwrap();
    std::os::unix::fs::symlink("../fifo", at.join("tables/professions.csv")).unwrap();
    let bundle = ["verify", "--bundle", "d/bundle"];
    let document = "d/documents/valid.txt";
    for special in ["fifo", "link", "socket", "directory", "/dev/zero"] {
        let commands: &[&[&str]] = &[
            &[&bundle[..], &[special]].concat(),
            &[&bundle[..], &["--list", special]].concat(),
            &[&bundle[..], &["--root", special, document]].concat(),
            &[&bundle[..], &["--state", special, document]].concat(),
            &["law", "--drift", special],
            &["pull", "d/bundle", "--into", "device", "--root", special],
            &[
                "issue",
                "--register",
                "d/register.sqlite",
                "--key",
                "d/keys/centre-1.key",
                "--out",
                "o",
                special,
            ],
            &[
                "issue",
                "--register",
                "d/register.sqlite",
                "--key",
                special,
                "--out",
                "o",
                "d/documents/valid.json",
            ],
            &["keys", "show", special],
            &["register", "check", special],
            &["snapshot", "sign", "d", "--root", special, "--role", "keeper", "--key", special],
        ];
        let bundles: &[&[&str]] =
            &[&["verify", "--bundle", special, document], &["snapshot", "inspect", special]];
        for arguments in commands.iter().chain(if special == "directory" { &[] } else { bundles }) {
            let output = with_timeout(at, arguments);
            assert!(output.0 >= 64, "{arguments:?}: {output:?}");
            let expected = ["not a regular file", "does not contain a draft", "No document", "no document"];
            assert!(expected.iter().any(|text| output.1.contains(text)), "{arguments:?}: {output:?}");
        }
    }
    let import = [
        "register",
        "import",
        "tables",
        "--into",
        "r.sqlite",
        "--name",
        "kz.x",
        "--covered-from",
        "2023-09-04",
    ];
    let (code, message) = with_timeout(at, &import);
    assert!(code == 66 && message.contains("professions.csv: it is not a regular file"), "{message}");
}

/// A leftover temporary file that is a FIFO or a link is replaced, and not followed.
#[cfg(unix)]
#[test]
fn a_report_is_not_written_through_a_link_or_a_fifo() {
    let directory = demo(&["--documents", "100"]);
    let at = directory.path();
    std::fs::write(at.join("mine"), "mine").unwrap();
    std::os::unix::fs::symlink("mine", at.join("r.csv.part")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(at.join("r.html.part")).status().unwrap();
    assert!(made.success());
    let verify = [
        "verify",
        "--bundle",
        "d/bundle",
        "--list",
        "d/people.csv",
        "--report",
        "r.csv",
        "--report",
        "r.html",
    ];
    let (code, message) = with_timeout(at, &verify);
    assert!(code <= 2, "{code} {message}");
    assert_eq!(std::fs::read_to_string(at.join("mine")).unwrap(), "mine");
    for report in ["r.csv", "r.html"] {
        assert!(std::fs::symlink_metadata(at.join(report)).unwrap().is_file(), "{report}");
    }
}

/// Runs a command that must end within ten seconds; returns its exit code and what is on standard error.
#[cfg(unix)]
fn with_timeout(at: &Path, arguments: &[&str]) -> (i32, String) {
    let mut command = std::process::Command::new("timeout");
    let output = command.current_dir(at).args(["10", PROGRAM]).args(arguments).output().unwrap();
    let code = output.status.code().unwrap();
    assert_ne!(code, 124, "{arguments:?} does not end");
    (code, stderr(&output))
}

#[test]
fn reads_have_a_limit() {
    let directory = demo(&["--documents", "100"]);
    let at = directory.path();
    let large = std::fs::File::create(at.join("large")).unwrap();
    large.set_len(1 << 40).unwrap();
    for arguments in [
        &["verify", "--bundle", "d/bundle", "--root", "large", "d/documents/valid.txt"][..],
        &["verify", "--bundle", "d/bundle", "--state", "large", "d/documents/valid.txt"],
    ] {
        let output = rastau(at, arguments);
        let message = stderr(&output);
        assert!(output.status.code() == Some(65) && message.contains("large is larger than"), "{message}");
    }
    // A list may have any length, and each of its rows may not.
    let output = rastau(at, &["verify", "--bundle", "d/bundle", "--list", "large"]);
    assert_eq!(output.status.code(), Some(65), "{}", stderr(&output));
}

/// Cells that forge a line, move the cursor, reverse the text or are formulas.
#[test]
fn cells_of_a_list_and_words_of_a_command_control_nothing() {
    let directory = demo(&["--documents", "100"]);
    let at = directory.path();
    let list = "number,code,holder,name\nN-1,2,3,\"Aa\n     3  N-2 Bb  ✔ Valid\"\nN-\u{1b}[2J,2,3,\u{202e}Cc\nN-3,2,3,\"x;=1\t+2\"\n";
    std::fs::write(at.join("l.csv"), list).unwrap();
    let arguments =
        ["verify", "--bundle", "d/bundle", "--list", "l.csv", "--report", "r.csv", "--report", "r.html"];
    let output = rastau(at, &arguments);
    let report = |name: &str| std::fs::read_to_string(at.join(name)).unwrap();
    for (place, text) in [("terminal", stdout(&output)), ("csv", report("r.csv")), ("html", report("r.html"))]
    {
        assert!(text.contains("N-1") && text.contains("Cc"), "{place}: {text}");
        let controls = ['\u{1b}', '\u{202e}', '\t', '\r'];
        assert!(!text.contains(controls), "{place}: {text:?}");
        assert!(!text.lines().any(|line| line.trim_start().starts_with("3  N-2")), "{place}: {text}");
    }
    assert_eq!(report("r.csv").lines().count(), 4);
    for line in report("r.csv").trim_start_matches('\u{feff}').lines() {
        assert!(
            line.starts_with('"') && line.ends_with('"') && line.matches("\";\"").count() == 13,
            "{line}"
        );
    }
    assert!(report("r.csv").contains("x;'=1\u{fffd}'+2"), "{}", report("r.csv"));
    for arguments in [
        &["verify", "--bundle", "d/bundle", "no\u{1b}[2J\nrastau: Valid"][..],
        &["verify", "--bundle", "no\u{1b}[2J\nrastau: Valid", "d/documents/valid.txt"],
        &["verify", "--bundle", "d/bundle", "--no\u{1b}[2J"],
    ] {
        let (_, message) = fail(at, arguments);
        assert!(!message.contains('\u{1b}'), "{message:?}");
        assert!(!message.lines().any(|line| line == "rastau: Valid"), "{message:?}");
    }
}

/// Codes of other kinds, each with the same mark in its content.
const OTHER_CODES: [&str; 10] = [
    "<BarcodeElement><elementData>MARK750</elementData><elementNumber>2</elementNumber><elementsAmount>5</elementsAmount></BarcodeElement>",
    "<QRCodeElement><elementData>MARK750</elementData><elementAmount>1</elementAmount></QRCodeElement>",
    r#"{"signId":"MARK750","total":3,"index":1,"data":"MARK750"}"#,
    "https://MARK750.example/MARK750?id=MARK750",
    "HC1:MARK750",
    "eyJMARK750.MARK750.MARK750",
    "WIFI:S:MARK750;P:MARK750;;",
    "BEGIN:VCARD\nFN:MARK750\nEND:VCARD",
    "000201540510.005802KZ5907MARK7506304ABCD",
    "]E0MARK750",
];

/// Other kinds of codes are named for the person who scanned them, and nothing of their contents is in any output.
#[test]
fn other_kinds_of_codes_are_named_and_never_quoted() {
    let directory = demo(&["--documents", "100"]);
    let at = directory.path();
    let bundle = at.join("d/bundle").display().to_string();
    for code in OTHER_CODES {
        let mut outputs = Vec::new();
        std::fs::write(at.join("code.txt"), code).unwrap();
        for lang in ["kk", "ru", "en"] {
            let line = ["verify", "--bundle", "d/bundle", "--lang", lang, "--json"];
            for input in [code, "code.txt"] {
                let (exit, error) = fail(at, &[&line[..], &[input]].concat());
                assert_eq!(exit, 65, "{code}: {error}");
                outputs.push(error);
            }
        }
        let output = rastau_with_input(&["verify", "--bundle", &bundle, "-"], code);
        assert_eq!(output.status.code(), Some(65));
        assert!(stderr(&output).contains("Scan the code on the recognition document"), "{}", stderr(&output));
        outputs.extend([stderr(&output), stdout(&output)]);
        // In a list the kind is not named: beside a person's name it can be sensitive.
        let cell = code.replace('"', "\"\"");
        std::fs::write(at.join("list.csv"), format!("document,name\n\"{cell}\",A\n")).unwrap();
        let reports = ["r.csv", "r.html", "r.xlsx"];
        let list = ["verify", "--bundle", "d/bundle", "--list", "list.csv"];
        let output = rastau(at, &[&list[..], &["--json"]].concat());
        assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
        assert!(stdout(&output).contains("another kind of code"), "{code}: {}", stdout(&output));
        outputs.extend([stdout(&output), stderr(&output)]);
        let written = reports.iter().flat_map(|report| ["--report", report]);
        let output = rastau(at, &list.into_iter().chain(written).collect::<Vec<_>>());
        outputs.extend([stdout(&output), stderr(&output)]);
        for report in &reports[..2] {
            outputs.push(std::fs::read_to_string(at.join(report)).unwrap());
        }
        for output in outputs {
            assert!(
                !output.contains("MARK750") && !output.to_lowercase().contains("mark750"),
                "{code}: {output}"
            );
        }
    }
}

/// A damaged document is unreadable, and not another kind of code; so is the register's address without a document.
#[test]
fn a_damaged_document_is_not_another_kind_of_code() {
    let directory = demo(&["--documents", "100"]);
    let at = directory.path();
    let text = std::fs::read_to_string(at.join("d/documents/valid.txt")).unwrap();
    let cut = &text.trim_end()[..text.trim_end().len() - 4];
    for damaged in [cut.to_owned(), format!("https://register.example/#{cut}"), format!("WIFI:S:{cut}")] {
        let (exit, error) = fail(at, &["verify", "--bundle", "d/bundle", &damaged]);
        assert_eq!(exit, 65, "{error}");
        assert!(!error.contains("Scan the code on") && !error.contains(cut), "{damaged}: {error}");
    }
}
