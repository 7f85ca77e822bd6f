//! The library from C and Python: the corpus, mutated inputs, the exported symbols.
#![allow(missing_docs)]

mod support;

use std::collections::BTreeMap;
use std::process::Command;

use support::{compile, here, libraries, library, start, succeeded};

/// Returns the number of verification cases and of lines of facts in the corpus.
fn sizes() -> (usize, usize) {
    let rules = rastau_tests::corpus().join("rules");
    let ids =
        std::fs::read_dir(rules).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    (rastau_tests::cases().len(), ids.map(|id| rastau_tests::rule_lines(&id).0.lines().count()).sum())
}

#[test]
fn c_gives_the_answers_of_the_corpus() {
    let directory = libraries();
    let program = compile(directory.path(), "corpus", &[]);
    let stdout = succeeded(&start(&program).arg(rastau_tests::corpus()).output().unwrap());
    println!("{stdout}");
    // Each case is verified by path, and again from memory or page by page.
    let (cases, lines) = sizes();
    assert_eq!(stdout, format!("{} answers from C, 0 wrong\n", 2 * cases + lines));
}

/// Returns what the program `session` prints: each byte of a segment is fetched once, although a session was dropped in between.
fn updates() -> String {
    let segments = |bundle: &str| -> BTreeMap<String, u64> {
        let files = std::fs::read_dir(rastau_tests::corpus().join(bundle).join("segments")).unwrap();
        let files = files.map(Result::unwrap);
        files.map(|file| (file.file_name().into_string().unwrap(), file.metadata().unwrap().len())).collect()
    };
    let (base, second) = (segments("bundles/base"), segments("bundles/second"));
    let first: u64 = base.values().sum();
    let newer: u64 =
        second.iter().filter(|(name, _)| !base.contains_key(*name)).map(|(_, length)| length).sum();
    format!("resumed at 2000; change 1, {first} bytes; change 2, {newer} bytes\n")
}

/// A program with its own network updates a device, in two sessions, and again.
#[test]
fn c_continues_a_session_that_was_dropped() {
    let directory = libraries();
    let program = compile(directory.path(), "session", &[]);
    let output = start(&program).arg(rastau_tests::corpus()).arg(directory.path()).output();
    assert_eq!(succeeded(&output.unwrap()), updates());
}

/// Returns what the program `updates` prints: each transcript is replayed twice; one without a pinned root cannot be
/// expressed.
fn transcripts() -> String {
    let transcripts = rastau_tests::transcripts_in(&rastau_tests::corpus());
    let without = transcripts.iter().filter(|(_, transcript)| transcript.root.is_none()).count();
    format!("{} updates from C, 0 wrong, {} without a root\n", 2 * (transcripts.len() - without), 2 * without)
}

#[test]
fn c_follows_the_transcripts_of_updates() {
    let directory = libraries();
    let program = compile(directory.path(), "updates", &[]);
    let output = start(&program).arg(rastau_tests::corpus()).arg(directory.path()).output();
    assert_eq!(succeeded(&output.unwrap()), transcripts());
}

/// `RASTAU_MUTATIONS` is the number of inputs; 5000000 takes long.
#[test]
fn mutated_inputs_are_answered_or_refused() {
    let directory = libraries();
    let program = compile(directory.path(), "mutate", &[]);
    let count = std::env::var("RASTAU_MUTATIONS").unwrap_or_else(|_| "20000".into());
    println!("{}", succeeded(&start(&program).arg(rastau_tests::corpus()).arg(count).output().unwrap()));
}

/// Python's `ctypes` reads no header, so that the client repeats the declarations that it needs.
#[test]
fn python_gives_the_answers_of_the_corpus() {
    let client = here().join("tests/client.py");
    let mut command = Command::new("python3");
    command.arg(client).arg(library("librastau.so")).arg(rastau_tests::corpus());
    match command.output() {
        Ok(output) => {
            let (stdout, (cases, lines)) = (succeeded(&output), sizes());
            println!("{stdout}");
            assert_eq!(stdout, format!("{} answers from Python, 0 wrong\n", cases + lines));
        }
        Err(error) => println!("SKIPPED: the Python client, since python3 cannot be started: {error}"),
    }
}

/// The shared library exports the functions of the header and no other symbol.
#[test]
fn only_the_functions_of_the_header_are_exported() {
    let nm = Command::new("nm").args(["-D", "--defined-only"]).arg(library("librastau.so")).output();
    let symbols = succeeded(&nm.expect("nm, which comes with the C compiler"));
    let mut exported: Vec<&str> = symbols.lines().filter_map(|line| line.split_whitespace().nth(2)).collect();
    exported.sort_unstable();
    let header = std::fs::read_to_string(here().join("include/rastau.h")).unwrap();
    let declarations = header.lines().filter(|line| !line.starts_with(['/', '#', ' ', '*']));
    let mut declared: Vec<&str> = declarations
        .filter_map(|line| line.split_once('('))
        .filter_map(|(before, _)| before.rsplit([' ', '*']).next())
        .filter(|name| name.starts_with("rastau_"))
        .collect();
    declared.sort_unstable();
    assert_eq!(exported, declared);
    assert!(exported.len() > 30, "{exported:?}");
}

/// The soname has the version of the interface, so that the loader refuses another one.
#[cfg(target_os = "linux")]
#[test]
fn the_soname_has_the_interface_version() {
    let dump = Command::new("objdump").arg("-p").arg(library("librastau.so")).output();
    let stdout = succeeded(&dump.expect("objdump, which comes with the C compiler"));
    let soname = stdout.lines().find(|line| line.contains("SONAME")).unwrap_or_default();
    assert!(soname.ends_with(" librastau.so.0"), "{soname}");
}

/// Neither the C programs nor, through their arguments, the library access foreign memory: both use the sanitizer's heap.
#[test]
fn the_sanitizers_find_nothing() {
    let directory = libraries();
    let flags = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"];
    for (program, arguments) in [("corpus", &[][..]), ("mutate", &["5000"])] {
        let program = compile(directory.path(), program, &flags);
        let output = Command::new(program).arg(rastau_tests::corpus()).args(arguments).output();
        println!("with sanitizers: {}", succeeded(&output.unwrap()));
    }
    for (program, expected) in [("session", updates()), ("updates", transcripts())] {
        let program = compile(directory.path(), program, &flags);
        let output = Command::new(program).arg(rastau_tests::corpus()).arg(directory.path()).output();
        assert_eq!(succeeded(&output.unwrap()), expected);
    }
}

/// Every byte that is read was written, and everything is freed: a part of the corpus, and sessions, under valgrind.
#[test]
fn valgrind_finds_nothing() {
    let directory = libraries();
    for (program, last) in [("mutate", "300".as_ref()), ("session", directory.path().as_os_str())] {
        let program = compile(directory.path(), program, &[]);
        let mut command = Command::new("valgrind");
        command.args([
            "--quiet",
            "--error-exitcode=99",
            "--leak-check=full",
            "--errors-for-leak-kinds=definite,indirect",
        ]);
        match command.arg(program).arg(rastau_tests::corpus()).arg(last).output() {
            Ok(output) => println!("under valgrind: {}", succeeded(&output)),
            Err(error) => {
                println!("SKIPPED: valgrind cannot be started: {error}; on Debian: apt-get install valgrind")
            }
        }
    }
}
