//! Runs the program, in a directory, as a user does.
#![allow(dead_code, reason = "each test program uses some of the functions")]

pub(crate) mod server;

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// Path of the program.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_rastau");

/// Runs a command.
pub(crate) fn rastau(at: &Path, arguments: &[&str]) -> Output {
    Command::new(PROGRAM).current_dir(at).args(arguments).output().unwrap()
}

/// Runs a command with `input` on standard input.
pub(crate) fn rastau_with_input(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(PROGRAM)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    // The program may end before it has read all input; that is not a failure of the test.
    let writer = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

/// Returns what a command printed.
pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Returns what a command printed on standard error.
pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Runs a command that must succeed; returns what it printed.
pub(crate) fn succeed(at: &Path, arguments: &[&str]) -> String {
    let output = rastau(at, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", stderr(&output));
    stdout(&output)
}

/// Runs a command that must fail without output; returns the exit code and what is on standard error.
pub(crate) fn fail(at: &Path, arguments: &[&str]) -> (i32, String) {
    let output = rastau(at, arguments);
    let (code, message) = (output.status.code().unwrap(), stderr(&output));
    assert!(output.stdout.is_empty(), "{arguments:?}: {}", stdout(&output));
    assert!(code >= 64, "{arguments:?}: {message}");
    (code, message)
}

/// [`fail`], where standard error has exactly one line.
pub(crate) fn fail_with_one_line(at: &Path, arguments: &[&str]) -> (i32, String) {
    let (code, message) = fail(at, arguments);
    assert_eq!(message.lines().count(), 1, "{arguments:?}: {message}");
    (code, message)
}

/// Creates the demo `d` in a new directory.
pub(crate) fn demo(options: &[&str]) -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    succeed(directory.path(), &[&["demo", "d"], options].concat());
    directory
}
