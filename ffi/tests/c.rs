//! The library as C and Python programs see it: the corpus, mutated inputs, the list of symbols.
#![allow(missing_docs)]

mod support;

use std::process::Command;

use support::{compile, here, libraries, library, start, succeeded};

/// How many cases of verification and how many lines of facts the corpus has.
fn sizes() -> (usize, usize) {
    let rules = rastau_tests::corpus().join("rules");
    let ids =
        std::fs::read_dir(rules).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    (rastau_tests::cases().len(), ids.map(|id| rastau_tests::rule_lines(&id).0.lines().count()).sum())
}

#[test]
fn c_gives_the_answers_of_the_corpus() {
    let folder = libraries();
    let program = compile(folder.path(), "corpus", &[]);
    let said = succeeded(&start(&program).arg(rastau_tests::corpus()).output().unwrap());
    println!("{said}");
    // Each case is asked by path, and again from memory or page by page.
    let (cases, lines) = sizes();
    assert_eq!(said, format!("{} answers from C, 0 wrong\n", 2 * cases + lines));
}

/// `RASTAU_MUTATIONS=5000000` for the long run.
#[test]
fn mutated_inputs_are_answered_or_refused() {
    let folder = libraries();
    let program = compile(folder.path(), "mutate", &[]);
    let count = std::env::var("RASTAU_MUTATIONS").unwrap_or_else(|_| "20000".into());
    println!("{}", succeeded(&start(&program).arg(rastau_tests::corpus()).arg(count).output().unwrap()));
}

/// Python's `ctypes` reads no header: what it needs to know of one is written down in the client a second time.
#[test]
fn python_gives_the_answers_of_the_corpus() {
    let client = here().join("tests/client.py");
    let mut command = Command::new("python3");
    command.arg(client).arg(library("librastau.so")).arg(rastau_tests::corpus());
    match command.output() {
        Ok(output) => {
            let (said, (cases, lines)) = (succeeded(&output), sizes());
            println!("{said}");
            assert_eq!(said, format!("{} answers from Python, 0 wrong\n", cases + lines));
        }
        Err(error) => println!("SKIPPED: the Python client, since python3 cannot be started: {error}"),
    }
}

/// Every function of the header, and nothing else, is to be seen from outside.
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

/// The shared library says which interface it has, so that programs are not run with another.
#[cfg(target_os = "linux")]
#[test]
fn the_shared_library_names_its_interface() {
    let dump = Command::new("objdump").arg("-p").arg(library("librastau.so")).output();
    let said = succeeded(&dump.expect("objdump, which comes with the C compiler"));
    let soname = said.lines().find(|line| line.contains("SONAME")).unwrap_or_default();
    assert!(soname.ends_with(" librastau.so.0"), "{soname}");
}

/// No C program of ours reads or writes what is not its own, and none makes the library do so with what it hands in: the heap
/// of both is the sanitizer's.
#[test]
fn the_sanitizers_find_nothing() {
    let folder = libraries();
    let flags = ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"];
    for (program, arguments) in [("corpus", &[][..]), ("mutate", &["5000"])] {
        let program = compile(folder.path(), program, &flags);
        let output = Command::new(program).arg(rastau_tests::corpus()).args(arguments).output();
        println!("with sanitizers: {}", succeeded(&output.unwrap()));
    }
}

/// Every byte that is read was written, and everything is freed: some of the corpus under valgrind.
#[test]
fn valgrind_finds_nothing() {
    let folder = libraries();
    let program = compile(folder.path(), "mutate", &[]);
    let mut command = Command::new("valgrind");
    command.args([
        "--quiet",
        "--error-exitcode=99",
        "--leak-check=full",
        "--errors-for-leak-kinds=definite,indirect",
    ]);
    match command.arg(program).arg(rastau_tests::corpus()).arg("300").output() {
        Ok(output) => println!("under valgrind: {}", succeeded(&output)),
        Err(error) => {
            println!("SKIPPED: valgrind cannot be started: {error}; on Debian: apt-get install valgrind")
        }
    }
}
