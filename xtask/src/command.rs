//! Runs commands in the workspace's root.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{Write, stdout};
use std::path::Path;
use std::process::Command;

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
    let status = command.status().map_err(|error| format!("cannot start {program}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("`{line}` failed: {status}")) }
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
    fn distinguishes_a_failing_from_a_missing_command() {
        let workspace = Workspace { root: env::temp_dir(), target: env::temp_dir() };
        assert_eq!(run(&workspace, "true"), Ok(()));
        assert!(run(&workspace, "false").unwrap_err().contains("exit status: 1"));
        assert!(run(&workspace, "no-such-program-here").unwrap_err().contains("cannot start"));
    }
}
