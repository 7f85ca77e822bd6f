//! The benchmark programs run, on small registers, and print every row. No test depends on timing.

use std::process::Command;

/// Runs a program and returns what it prints.
fn printed(program: &str, arguments: &str) -> String {
    let output = Command::new(program).args(arguments.split_whitespace()).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// Asserts that `text` has a row of a table for each name, with a number in its first column.
fn has_rows(text: &str, names: &[&str]) {
    for name in names {
        let row = text.lines().find_map(|line| line.strip_prefix(&format!("| {name} | ")));
        let number = row.and_then(|row| row.split_whitespace().next()?.parse::<f64>().ok());
        assert!(number.is_some_and(|number| number >= 0.0), "no row \"{name}\" in:\n{text}");
    }
}

const WORKS: &[&str] = &[
    "Ed25519, bare signature check",
    "Ed25519, complete",
    "Ed25519, complete, with JSON",
    "P-256, bare signature check",
    "P-256, complete",
    "P-256, complete, with JSON",
    "typed form, complete",
    "typed form, complete, with JSON",
];

#[test]
fn sample_prints_every_piece_of_work() {
    let text = printed(env!("CARGO_BIN_EXE_sample"), "--documents 300 --sample 100 --rounds 1 --seed a");
    assert!(text.contains("Register of 300 documents; sample of 100,"), "{text}");
    assert!(text.contains("seed \"a\""), "{text}");
    has_rows(&text, WORKS);
}

#[test]
fn allocations_prints_every_piece_of_work() {
    let text = printed(env!("CARGO_BIN_EXE_allocations"), "--documents 300 --sample 20");
    has_rows(&text, WORKS);
    // The counting allocator is in this program: a verification allocates.
    assert!(!text.contains("| Ed25519, complete | 0 "), "{text}");
}

/// `true` replaces `rastau`, which a test of this package alone does not build.
#[test]
fn list_prints_every_list() {
    let text = printed(env!("CARGO_BIN_EXE_list"), "--documents 300 --rows 10 200 --rounds 1 --program true");
    has_rows(&text, &["10 typed rows", "10 QR rows", "200 typed rows", "200 QR rows"]);
}

#[test]
fn list_fails_if_the_program_does_not_verify() {
    let output = Command::new(env!("CARGO_BIN_EXE_list"))
        .args([
            "--documents",
            "100",
            "--rows",
            "10",
            "--rounds",
            "1",
            "--program",
            env!("CARGO_BIN_EXE_scale"),
        ])
        .output()
        .unwrap();
    assert!(!output.status.success());
}

#[test]
fn scale_prints_every_size_and_two_equal_builds() {
    let folder = tempfile::tempdir().unwrap();
    let text = printed(env!("CARGO_BIN_EXE_scale"), &format!("{} 100 300", folder.path().display()));
    has_rows(&text, &["100", "300"]);
    assert_eq!(text.lines().filter(|line| line.ends_with("| yes |")).count(), 2, "{text}");
}
