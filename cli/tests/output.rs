//! Output that cannot be written, to a closed pipe or a full device: never exit code 0.
#![allow(missing_docs)]
#![cfg(unix)]

mod common;

use std::process::{Command, Output, Stdio};

use common::{PROGRAM, demo, stderr};

fn run(arguments: &[&str], out: Stdio) -> Output {
    let mut command = Command::new(PROGRAM);
    command.args(arguments).stdout(out).stderr(Stdio::piped()).output().unwrap()
}

/// Returns a pipe whose reading end is closed.
fn closed_pipe() -> Stdio {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    writer.into()
}

#[test]
fn unwritten_output_is_never_a_success() {
    let directory = demo(&["--documents", "100"]);
    let at = |name: &str| directory.path().join("d").join(name).display().to_string();
    let (bundle, document, schema) = (at("bundle"), at("documents/cancelled.txt"), ["register", "schema"]);
    let verify = ["verify", "--bundle", &bundle, &document];
    let json = ["verify", "--json", "--bundle", &bundle, &document];
    let inspect = ["snapshot", "inspect", &bundle];
    let commands: [&[&str]; 8] =
        [&verify, &json, &inspect, &schema, &["law"], &["rules"], &["id", "990140000017"], &["--help"]];
    for arguments in commands {
        let output = run(arguments, closed_pipe());
        let message = stderr(&output);
        assert_eq!(output.status.code(), Some(73), "{arguments:?}: {message}");
        assert!(
            !message.contains("panicked") && !message.contains("cannot write"),
            "{arguments:?}: {message}"
        );
        let Ok(full) = std::fs::File::options().write(true).open("/dev/full") else { continue };
        let output = run(arguments, full.into());
        let message = stderr(&output);
        assert_eq!(output.status.code(), Some(73), "{arguments:?}: {message}");
        let reported = |line: &&str| line.starts_with("rastau: cannot write to standard output");
        assert!(
            message.lines().filter(reported).count() == 1 && !message.contains("panicked"),
            "{arguments:?}: {message}"
        );
    }
}

/// If standard error cannot be written either, only the exit code reports the failure.
#[test]
fn a_full_standard_error_does_not_panic() {
    let Ok(full) = std::fs::File::options().write(true).open("/dev/full") else { return };
    let mut command = Command::new(PROGRAM);
    let status =
        command.args(["verify", "--bundle", "nowhere", "nothing.txt"]).stderr(full).status().unwrap();
    assert_eq!(status.code(), Some(66));
}
