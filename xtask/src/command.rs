//! Runs commands in the workspace's root.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader, PipeReader, Write, pipe, stdout};
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

use crate::workspace::Workspace;

/// Prints a line and flushes it, so that it precedes the output of the next command.
pub(crate) fn log(line: &str) {
    println!("{line}");
    // A closed pipe does not stop the check.
    let _ = stdout().flush();
}

/// Runs a command line and streams its output. Words are split at spaces; leading `NAME=value` words set the
/// environment.
pub(crate) fn run(workspace: &Workspace, line: &str) -> Result<(), String> {
    run_with(workspace, line, &[])
}

/// As [`run`], with more environment.
pub(crate) fn run_with(workspace: &Workspace, line: &str, more: &[(&str, OsString)]) -> Result<(), String> {
    log(&format!("$ {line}"));
    let (environment, words) = split(line);
    let Some((program, arguments)) = words.split_first() else {
        return Err("the command is empty".to_owned());
    };
    let mut command = command(workspace, program);
    command.args(arguments).envs(environment).envs(more.iter().map(|(name, value)| (name, value)));
    let failed_to_start = |error| format!("cannot start {program}: {error}");
    // One pipe for both streams keeps their order.
    let (reader, writer) = pipe().map_err(failed_to_start)?;
    command.stdout(writer.try_clone().map_err(failed_to_start)?).stderr(writer);
    let mut child = command.spawn().map_err(failed_to_start)?;
    // Closes this process's ends of the pipe, so that it ends with the program.
    drop(command);
    let output = Output::forward(reader);
    let status = child.wait().map_err(failed_to_start)?;
    let failures = output.failures();
    if status.success() {
        return Ok(());
    }
    let lines: String = failures.iter().map(|failure| format!("\n    {failure}")).collect();
    Err(format!("`{line}` failed: {status}{lines}"))
}

/// Failures that are kept of one command. More would hide the first.
const FAILURES_KEPT: usize = 25;

/// The output of a program, printed as it arrives.
struct Output {
    failures: Arc<Mutex<Vec<String>>>,
    ended: mpsc::Receiver<()>,
}

impl Output {
    fn forward(reader: PipeReader) -> Self {
        let failures = Arc::new(Mutex::new(Vec::new()));
        let (end, ended) = mpsc::channel();
        let found = Arc::clone(&failures);
        thread::spawn(move || {
            for bytes in BufReader::new(reader).split(b'\n').map_while(Result::ok) {
                let line = String::from_utf8_lossy(&bytes);
                log(&line);
                let mut found = found.lock().unwrap_or_else(PoisonError::into_inner);
                if let Some(failure) = failure(&line)
                    && found.len() < FAILURES_KEPT
                    && !found.contains(&failure)
                {
                    found.push(failure);
                }
            }
            let _ = end.send(());
        });
        Self { failures, ended }
    }

    /// The failures that the output named. A process that the program left running keeps the pipe open: it is not waited for.
    fn failures(self) -> Vec<String> {
        let _ = self.ended.recv_timeout(Duration::from_secs(5));
        std::mem::take(&mut self.failures.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// Returns the failure that a line of output names: a test of Rust or Node.js, or an error of a compiler.
fn failure(line: &str) -> Option<String> {
    let line = line.trim();
    let test = line.strip_prefix("test ").and_then(|test| test.strip_suffix(" ... FAILED"));
    // Node.js prints the time at the end. The program's own verdicts begin with the same sign.
    let in_node = line.strip_prefix("✖ ").and_then(|test| test.strip_suffix("ms)"));
    let in_node = in_node.and_then(|test| test.rsplit_once(" (")).map(|(name, _)| name);
    // The same as TAP, which Node.js prints where the output is not a terminal.
    let in_tap = line.strip_prefix("not ok ").and_then(|test| test.split_once(" - ")).map(|(_, name)| name);
    let compiler = Some(line).filter(|line| line.starts_with("error: ") || line.starts_with("error["));
    test.or(in_node).or(in_tap).or(compiler).map(str::to_owned)
}

/// Returns whether a command starts and succeeds. Its output is discarded.
pub(crate) fn succeeds(workspace: &Workspace, program: &str, arguments: &[&str]) -> bool {
    command(workspace, program).args(arguments).output().is_ok_and(|output| output.status.success())
}

/// Returns the standard output of a command.
pub(crate) fn output(workspace: &Workspace, program: &str, arguments: &[&str]) -> Result<String, String> {
    let output = command(workspace, program).args(arguments).output();
    let output = output.map_err(|error| format!("cannot start {program}: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        let stderr = String::from_utf8_lossy(&output.stderr);
        Err(format!("`{program} {}` failed: {}: {}", arguments.join(" "), output.status, stderr.trim()))
    }
}

/// Prepares a command. Tools installed by xtask precede those of the machine. The variables that `cargo run` sets for
/// this package are removed, because they would make cargo compile some packages again.
fn command(workspace: &Workspace, program: &str) -> Command {
    // The cargo that started xtask, even if it is not on the PATH.
    let cargo = env::var_os("CARGO").filter(|_| program == "cargo");
    let mut command = Command::new(cargo.unwrap_or_else(|| program.into()));
    command.current_dir(&workspace.root).env("PATH", path(&workspace.tools().join("bin")));
    for (name, _) in env::vars_os() {
        if is_set_by_cargo_run(&name) {
            command.env_remove(name);
        }
    }
    command
}

fn is_set_by_cargo_run(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_"].iter().any(|prefix| name.starts_with(prefix))
}

fn path(first: &Path) -> OsString {
    let inherited = env::var_os("PATH").unwrap_or_default();
    let directories = std::iter::once(first.to_owned()).chain(env::split_paths(&inherited));
    // A directory with a colon in its name cannot be on the PATH: then only the machine's tools are found.
    env::join_paths(directories).unwrap_or(inherited)
}

fn split(line: &str) -> (Vec<(&str, &str)>, Vec<&str>) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let environment = words.iter().map_while(|word| word.split_once('=')).collect::<Vec<_>>();
    let rest = words[environment.len()..].to_vec();
    (environment, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leading_assignments_are_the_environment() {
        let (environment, words) = split("A=-Db C=d cargo doc --x=y");
        assert_eq!(environment, [("A", "-Db"), ("C", "d")]);
        assert_eq!(words, ["cargo", "doc", "--x=y"]);
    }

    #[test]
    fn finds_the_failures_in_the_output() {
        let cases = [
            ("test a::b ... FAILED", Some("a::b")),
            ("test a::b ... ok", None),
            ("  ✖ the page opens (12.5ms)", Some("the page opens")),
            ("✖ failing tests:", None),
            ("not ok 7 - the page opens", Some("the page opens")),
            ("✖ Not valid on 1 December 2026", None),
            ("✔ the page opens (12.5ms)", None),
            ("error[E0425]: cannot find value `a`", Some("error[E0425]: cannot find value `a`")),
            ("no error: fine", None),
        ];
        for (line, expected) in cases {
            assert_eq!(failure(line).as_deref(), expected, "{line}");
        }
    }

    #[test]
    fn a_failed_command_names_its_failures() {
        let workspace = Workspace { root: env::temp_dir(), target: env::temp_dir() };
        let script = workspace.root.join(format!("rastau-xtask-{}.sh", std::process::id()));
        std::fs::write(&script, "echo 'test one ... FAILED' >&2\necho 'test two ... ok'\nexit 3\n").unwrap();
        let message = run(&workspace, &format!("sh {}", script.display())).unwrap_err();
        std::fs::remove_file(script).unwrap();
        assert!(message.ends_with("failed: exit status: 3\n    one"), "{message}");
    }

    #[test]
    fn distinguishes_a_failing_from_a_missing_command() {
        let workspace = Workspace { root: env::temp_dir(), target: env::temp_dir() };
        assert_eq!(run(&workspace, "true"), Ok(()));
        assert!(run(&workspace, "false").unwrap_err().contains("exit status: 1"));
        assert!(run(&workspace, "no-such-program-here").unwrap_err().contains("cannot start"));
    }
}
