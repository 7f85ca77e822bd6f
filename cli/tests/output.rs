//! Output that cannot be written: a reader that went away, a full device. Never a code that means "good".
#![allow(missing_docs)]
#![cfg(unix)]

use std::process::{Command, Output, Stdio};

fn rastau(arguments: &[&str], out: Stdio) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rastau"));
    command.args(arguments).stdout(out).stderr(Stdio::piped()).output().unwrap()
}

/// A pipe whose reading end is closed already.
fn nobody_reads() -> Stdio {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    writer.into()
}

#[test]
fn what_nobody_could_read_is_never_a_success() {
    let folder = tempfile::tempdir().unwrap();
    let demo = folder.path().join("d");
    let at = |name: &str| demo.join(name).display().to_string();
    let made = rastau(&["demo", &demo.display().to_string(), "--documents", "100"], Stdio::piped());
    assert!(made.status.success());
    let (bundle, document, schema) = (at("bundle"), at("documents/cancelled.txt"), ["register", "schema"]);
    let verify = ["verify", "--bundle", &bundle, &document];
    let json = ["verify", "--json", "--bundle", &bundle, &document];
    let inspect = ["snapshot", "inspect", &bundle];
    let commands: [&[&str]; 8] =
        [&verify, &json, &inspect, &schema, &["law"], &["rules"], &["id", "990140000017"], &["--help"]];
    for arguments in commands {
        let output = rastau(arguments, nobody_reads());
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(73), "{arguments:?}: {said}");
        assert!(!said.contains("panicked") && !said.contains("cannot write"), "{arguments:?}: {said}");
        let Ok(full) = std::fs::File::options().write(true).open("/dev/full") else { continue };
        let output = rastau(arguments, full.into());
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(73), "{arguments:?}: {said}");
        let told = |line: &&str| line.starts_with("rastau: cannot write to standard output");
        assert!(
            said.lines().filter(told).count() == 1 && !said.contains("panicked"),
            "{arguments:?}: {said}"
        );
    }
}

/// Where standard error cannot be written either, the code alone tells.
#[test]
fn a_full_standard_error_is_no_panic() {
    let Ok(full) = std::fs::File::options().write(true).open("/dev/full") else { return };
    let mut command = Command::new(env!("CARGO_BIN_EXE_rastau"));
    let status =
        command.args(["verify", "--bundle", "nowhere", "nothing.txt"]).stderr(full).status().unwrap();
    assert_eq!(status.code(), Some(66));
}
