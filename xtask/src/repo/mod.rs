//! The repository rules that no tool checks. Lints, crate boundaries and `deny.toml` check the others; CONTRIBUTING.md
//! lists them. Each rule here is a function over [`Repository`], so its tests show that it fails on a broken example.

mod attributes;
mod commands;
mod core_modules;
mod cycles;
mod dependencies;
mod manifests;
mod sources;
mod text;

use std::fmt;
use std::fs;

use crate::command::log;
use crate::git;
use crate::metadata::{Package, packages};
use crate::workspace::{Workspace, at_path};

/// One rule: its name, what is true if it finds nothing, and the function that checks it.
type Rule = (&'static str, &'static str, fn(&Repository) -> Vec<Finding>);

const RULES: &[Rule] = &[
    ("dependencies", "crates depend on one another as the table allows", dependencies::check),
    ("core-modules", "modules of core use earlier modules only", core_modules::check),
    ("cycles", "the modules of a crate form no import cycle", cycles::check),
    ("sources", "every source file is a module of its crate", sources::check),
    ("manifests", "crates inherit version, edition, licence, lints; examples have tests", manifests::check),
    (
        "attributes",
        "core and messages deny panics; unsafe code is in the listed files only",
        attributes::check,
    ),
    ("text", "no file names this machine, a registry's host or unfinished work", text::check),
    ("commands", "the README and the CI run the same command", commands::check),
];

/// What the rules read.
#[derive(Default)]
struct Repository {
    files: Vec<File>,
    packages: Vec<Package>,
}

/// One file.
struct File {
    /// From the root, with `/`.
    path: String,
    /// Its text; bytes that are not UTF-8 are replaced.
    text: String,
}

impl Repository {
    fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    fn rust_files(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.path.ends_with(".rs"))
    }

    /// A repository of these files, for the tests of the rules.
    #[cfg(test)]
    fn of(files: &[(&str, &str)]) -> Self {
        let file = |(path, text): &(&str, &str)| File { path: (*path).to_owned(), text: (*text).to_owned() };
        Self { files: files.iter().map(file).collect(), packages: Vec::new() }
    }
}

impl File {
    /// A finding about one line, counted from 1.
    fn at(&self, line: usize, message: impl Into<String>) -> Finding {
        Finding { path: self.path.clone(), line: Some(line), message: message.into() }
    }

    /// A finding about the file.
    fn finding(&self, message: impl Into<String>) -> Finding {
        Finding::new(&self.path, message)
    }

    /// The lines, counted from 1.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines())
    }
}

/// A violation of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Finding {
    path: String,
    line: Option<usize>,
    message: String,
}

impl Finding {
    fn new(path: &str, message: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line: None, message: message.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            None => write!(f, "{}: {}", self.path, self.message),
            Some(line) => write!(f, "{}:{line}: {}", self.path, self.message),
        }
    }
}

/// Runs the step `repo`: checks every rule and prints the findings.
pub(crate) fn check(workspace: &Workspace, _: &str) -> Result<(), String> {
    let repository = read(workspace)?;
    let mut violated = Vec::new();
    for (name, description, rule) in RULES {
        let findings = rule(&repository);
        log(&format!("{:<6} {name:<13} {description}", if findings.is_empty() { "ok" } else { "FAILED" }));
        findings.iter().for_each(|finding| log(&format!("         {finding}")));
        if !findings.is_empty() {
            violated.push(format!("{name} ({})", findings.len()));
        }
    }
    if violated.is_empty() {
        Ok(())
    } else {
        Err(format!("repository rules violated: {}", violated.join(", ")))
    }
}

fn read(workspace: &Workspace) -> Result<Repository, String> {
    let mut repository = Repository { files: Vec::new(), packages: packages(workspace)? };
    for path in git::files(workspace)? {
        let bytes = fs::read(workspace.root.join(&path)).map_err(at_path(&path))?;
        repository.files.push(File { path, text: String::from_utf8_lossy(&bytes).into_owned() });
    }
    Ok(repository)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_repository_lacks_only_required_files() {
        let violated = RULES.iter().filter(|(_, _, rule)| !rule(&Repository::default()).is_empty());
        let names: Vec<_> = violated.map(|(name, _, _)| *name).collect();
        assert_eq!(names, ["attributes", "commands"]);
    }

    #[test]
    fn findings_name_path_and_line() {
        let repository = Repository::of(&[("a/b.rs", "x\ny")]);
        let file = repository.file("a/b.rs").unwrap();
        assert_eq!(file.at(2, "why").to_string(), "a/b.rs:2: why");
        assert_eq!(file.finding("why").to_string(), "a/b.rs: why");
    }
}
