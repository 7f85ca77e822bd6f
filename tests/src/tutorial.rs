//! Runs a tutorial of `docs/tutorials` as a user would: writes its files and runs its commands in an empty directory.
//!
//! - A `sh` block is one script. It must succeed; a line that ends in `  # exit code N` must exit with N.
//! - A `text` block is output of the block before it: each line must occur there; `…` stands for varying parts.
//! - A block under a line that begins with `` `path` `` and ends with a colon is the content of that file.
//! - Any other block, such as `console`, is not run.

use std::path::{Path, PathBuf};
use std::process::Command;

/// One fenced block.
struct Block {
    language: String,
    /// The file that the block is the content of.
    file: Option<String>,
    text: String,
}

/// Runs the tutorial `name` in `folder`, which is also the home directory. The directories of `programs` come first on the
/// path. Returns the number of scripts that ran.
///
/// # Panics
/// If a script fails, an exit code differs, or a line of output is missing.
#[must_use]
pub fn run_tutorial(name: &str, folder: &Path, programs: &[&Path]) -> usize {
    let path = format!("{}/../docs/tutorials/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut output = String::new();
    let mut scripts = 0;
    for block in blocks(&text) {
        match (block.language.as_str(), &block.file) {
            ("sh", _) => {
                output = run(&block.text, folder, programs);
                scripts += 1;
            }
            ("text", None) => {
                for line in block.text.lines() {
                    assert!(occurs(line, &output), "{name}: not printed: {line}\nprinted:\n{output}");
                }
            }
            (_, Some(file)) => {
                let file = folder.join(file);
                std::fs::create_dir_all(file.parent().unwrap_or(folder)).expect("a writable directory");
                std::fs::write(&file, block.text).expect("a writable file");
            }
            (_, None) => {}
        }
    }
    scripts
}

fn blocks(markdown: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let (mut open, mut before) = (false, "");
    // A block in a list item is indented as a whole.
    let mut indent = 0;
    for line in markdown.lines() {
        let fence = line.trim_start().strip_prefix("```");
        if fence.is_some() && !open {
            indent = line.len() - line.trim_start().len();
        }
        let line = line.get(indent..).filter(|_| open).unwrap_or_else(|| line.trim_start());
        match (fence, open) {
            (Some(_), true) => (open, before) = (false, ""),
            (Some(language), false) => {
                open = true;
                let file = before.strip_prefix('`').filter(|_| before.ends_with(':'));
                let file = file.and_then(|rest| rest.split('`').next()).map(str::to_owned);
                blocks.push(Block { language: language.to_owned(), file, text: String::new() });
            }
            (None, true) => {
                let text = &mut blocks.last_mut().expect("an open block").text;
                text.push_str(line);
                text.push('\n');
            }
            (None, false) if line.is_empty() => {}
            (None, false) => before = line,
        }
    }
    blocks
}

/// Runs a script in `folder` and returns what it printed.
fn run(script: &str, folder: &Path, programs: &[&Path]) -> String {
    let system = std::env::var_os("PATH").unwrap_or_default();
    let directories = programs.iter().map(|path| PathBuf::from(*path)).chain(std::env::split_paths(&system));
    let path = std::env::join_paths(directories).expect("paths without a separator");
    let mut command = Command::new("sh");
    command.args(["-c", &checked(script)]).current_dir(folder).env("PATH", path).env("HOME", folder);
    let output = command.output().expect("a shell called sh");
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{script}{}\n{out}{err}", output.status);
    out.into_owned()
}

/// The script with its expected exit codes enforced. Every other command must succeed.
fn checked(script: &str) -> String {
    let mut checked = String::from("set -e\n");
    for line in script.replace("\\\n", " ").lines() {
        match line.split_once("  # exit code ") {
            Some((command, code)) => {
                checked += &format!("if {command}; then exit 99; else test $? -eq {code}; fi\n");
            }
            None => checked += &format!("{line}\n"),
        }
    }
    checked
}

/// Whether a printed line has the pieces of `line` between its `…`, in order.
fn occurs(line: &str, output: &str) -> bool {
    let in_order = |printed: &str| {
        let mut rest = printed;
        line.split('…').all(|piece| match rest.split_once(piece) {
            Some((_, after)) => {
                rest = after;
                true
            }
            None => false,
        })
    };
    output.lines().any(in_order)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_scripts_and_output_are_distinguished() {
        let text =
            "`a/b.csv` (why):\n\n```csv\nx,y\n```\n\nRun:\n\n```sh\ncat a/b.csv\n```\n\n```text\nx…\n```\n";
        let found: Vec<_> =
            blocks(text).into_iter().map(|block| (block.language, block.file, block.text)).collect();
        let expected =
            [("csv", Some("a/b.csv"), "x,y\n"), ("sh", None, "cat a/b.csv\n"), ("text", None, "x…\n")];
        assert_eq!(found, expected.map(|(a, b, c)| (a.to_owned(), b.map(str::to_owned), c.to_owned())));
    }

    #[test]
    fn a_script_stops_at_the_first_unexpected_exit_code() {
        let folder = tempfile::tempdir().unwrap();
        for (script, succeeds) in [
            ("true\n", true),
            ("false\n", false),
            ("false\ntrue\n", false),
            ("false  # exit code 1\n", true),
            ("false  # exit code 2\n", false),
            ("true  # exit code 1\n", false),
            ("sh -c 'exit 65'  # exit code 65\necho \\\n  done\n", true),
        ] {
            let status = Command::new("sh")
                .args(["-c", &checked(script)])
                .current_dir(folder.path())
                .output()
                .unwrap();
            assert_eq!(status.status.success(), succeeds, "{script}");
        }
    }

    #[test]
    fn output_is_compared_line_by_line() {
        let output = "first\nValid on 1 March: of art. 28\n";
        for (line, found) in [
            ("first", true),
            ("Valid on …: of art. 28", true),
            ("Valid on …", true),
            ("of art … Valid", false),
            ("first Valid", false),
            ("second", false),
        ] {
            assert_eq!(occurs(line, output), found, "{line}");
        }
    }
}
