//! Running a command so that a person sees its output as it comes.

use std::env;
use std::ffi::{OsStr, OsString};
use std::io::{Write, stdout};
use std::path::Path;
use std::process::Command;

use crate::repo::Place;

/// Prints a line and pushes it out, so that it stands before the output of the command that follows.
pub(crate) fn say(line: &str) {
    println!("{line}");
    // A closed pipe is no reason to stop checking.
    let _ = stdout().flush();
}

/// Runs one command line of the table in the workspace's root, its output streamed. Words are split at spaces, and
/// leading `NAME=value` words become its environment.
pub(crate) fn run(place: &Place, line: &str) -> Result<(), String> {
    say(&format!("$ {line}"));
    let (settings, words) = split(line);
    let Some((program, arguments)) = words.split_first() else { return Err("an empty command".to_owned()) };
    let mut command = command(place, program);
    command.args(arguments).envs(settings);
    let status = command.status().map_err(|error| format!("{program} could not be started: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("`{line}` ended with {status}")) }
}

/// Whether the command can be started and says that all is well; its output is not shown.
pub(crate) fn works(place: &Place, program: &str, arguments: &[&str]) -> bool {
    command(place, program).args(arguments).output().is_ok_and(|output| output.status.success())
}

/// What the command prints on its standard output.
pub(crate) fn output(place: &Place, program: &str, arguments: &[&str]) -> Result<String, String> {
    let output = command(place, program).args(arguments).output();
    let output = output.map_err(|error| format!("{program} could not be started: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        let words = String::from_utf8_lossy(&output.stderr).into_owned();
        Err(format!("`{program} {}` ended with {}: {}", arguments.join(" "), output.status, words.trim()))
    }
}

/// A command in the workspace's root. Our own tools are found before the machine's, and what `cargo run` told us
/// about this package is taken away, so that nothing is compiled again for a differing environment.
fn command(place: &Place, program: &str) -> Command {
    // `cargo` is the very cargo that started us, also when it is not on the path.
    let cargo = env::var_os("CARGO").filter(|_| program == "cargo");
    let mut command = Command::new(cargo.unwrap_or_else(|| program.into()));
    command.current_dir(&place.root).env("PATH", path(&place.tools.join("bin")));
    for (name, _) in env::vars_os() {
        if is_ours(&name) {
            command.env_remove(name);
        }
    }
    command
}

fn is_ours(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_"].iter().any(|begin| name.starts_with(begin))
}

fn path(first: &Path) -> OsString {
    let machine = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(first.to_owned()).chain(env::split_paths(&machine));
    // A folder with a colon in its name cannot stand in a path; then only the machine's tools are found.
    env::join_paths(folders).unwrap_or(machine)
}

fn split(line: &str) -> (Vec<(&str, &str)>, Vec<&str>) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let settings = words.iter().map_while(|word| word.split_once('=')).collect::<Vec<_>>();
    let rest = words[settings.len()..].to_vec();
    (settings, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leading_settings_are_the_environment() {
        let (settings, words) = split("A=-Db C=d cargo doc --x=y");
        assert_eq!(settings, [("A", "-Db"), ("C", "d")]);
        assert_eq!(words, ["cargo", "doc", "--x=y"]);
    }

    #[test]
    fn a_failing_and_a_missing_command_are_told_apart() {
        let place = Place { root: env::temp_dir(), tools: env::temp_dir() };
        assert_eq!(run(&place, "true"), Ok(()));
        assert!(run(&place, "false").unwrap_err().contains("exit status: 1"));
        assert!(run(&place, "no-such-program-here").unwrap_err().contains("could not be started"));
    }
}
