//! The house rules that a program can see. Each is a pure function over [`House`], so that its tests can show it
//! failing on a broken example; the rules themselves are explained where they are enforced.

mod arrows;
mod codes;
mod heads;
mod manifests;
mod modules;
mod places;
mod promise;
mod pure;
mod rooms;
mod size;
mod unfinished;
mod unsafety;
mod verdict;

use std::fmt;
use std::fs;

use crate::repo::{Member, Place};
use crate::run::say;
use crate::rust;

/// One rule: a name, what holds when it finds nothing, and the function that looks.
type Rule = (&'static str, &'static str, fn(&House) -> Vec<Finding>);

/// Every rule.
const RULES: &[Rule] = &[
    ("arrows", "crates depend along the arrows only", arrows::check),
    ("rooms", "inside core, a room uses earlier rooms only", rooms::check),
    ("modules", "every source file is part of its crate", modules::check),
    ("heads", "core and messages forbid unsafe, std and panics at their head", heads::check),
    ("pure", "core and messages have no clock, input, output or locale", pure::check),
    ("unsafe", "unsafe code is where it may be, with its reason", unsafety::check),
    ("verdict", "Verdict cannot come about by default or be dropped unseen", verdict::check),
    ("manifests", "versions are written once, in the root's Cargo.toml", manifests::check),
    ("codes", "no arm swallows a new variant's number", codes::check),
    ("places", "no file names this machine or a package host", places::check),
    ("size", "a source file is one idea long", size::check),
    ("promise", "the README, the CI and the check are the same command", promise::check),
    ("unfinished", "nothing is marked as still to be done", unfinished::check),
];

/// What the rules look at.
#[derive(Default)]
struct House {
    files: Vec<File>,
    members: Vec<Member>,
}

/// One file of ours.
#[derive(Default)]
struct File {
    /// From the root, with `/`.
    path: String,
    /// As it is, also where it is not text.
    text: String,
    /// A Rust file without comments and the insides of literals, at the same places; empty for other files.
    code: String,
    /// Of that, what is compiled outside of tests.
    live: String,
    /// Whether the whole file is for tests only.
    test: bool,
}

impl File {
    /// Whether it is Rust.
    fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    fn new(path: &str, text: &str) -> Self {
        let mut file = Self { path: path.to_owned(), text: text.to_owned(), ..Self::default() };
        if file.is_rust() {
            file.code = rust::code(text);
            file.set_test(is_test_path(path));
        }
        file
    }

    fn set_test(&mut self, test: bool) {
        self.test = test;
        self.live = if test { String::new() } else { rust::without_tests(&self.code) };
    }

    /// A finding at a place in the text (or in the code: the places are the same).
    fn at(&self, place: usize, what: impl Into<String>) -> Finding {
        Finding {
            path: self.path.clone(),
            line: rust::line(&self.text, place),
            what: what.into(),
            fails: true,
        }
    }

    /// A finding about the whole file.
    fn whole(&self, what: impl Into<String>) -> Finding {
        Finding { path: self.path.clone(), line: 0, what: what.into(), fails: true }
    }
}

fn is_test_path(path: &str) -> bool {
    let mut folders = path.split('/').collect::<Vec<_>>();
    let name = folders.pop().unwrap_or_default();
    name == "tests.rs" || folders.iter().any(|folder| ["tests", "benches", "examples"].contains(folder))
}

impl House {
    fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// What is compiled outside of tests, below one of these folders.
    fn live<'h>(&'h self, folders: &'h [&str]) -> impl Iterator<Item = &'h File> {
        let inside = |file: &&File| folders.iter().any(|folder| file.path.starts_with(folder));
        self.files.iter().filter(|file| file.is_rust() && !file.test).filter(inside)
    }

    /// A house of these files, for the rules' own tests.
    #[cfg(test)]
    fn of(files: &[(&str, &str)]) -> Self {
        Self { files: files.iter().map(|(path, text)| File::new(path, text)).collect(), members: Vec::new() }
    }
}

/// Something that a rule does not accept, or (when `fails` is off) only advises against.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Finding {
    path: String,
    /// 0 where the whole file is meant.
    line: usize,
    what: String,
    fails: bool,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let weight = if self.fails { "" } else { "advice: " };
        match self.line {
            0 => write!(f, "{}: {weight}{}", self.path, self.what),
            line => write!(f, "{}:{line}: {weight}{}", self.path, self.what),
        }
    }
}

/// Looks at the whole repository with every rule and prints what they find.
pub(crate) fn check(place: &Place) -> Result<(), String> {
    let house = read(place)?;
    let mut broken = Vec::new();
    for (name, promise, rule) in RULES {
        let findings = rule(&house);
        let failing = findings.iter().filter(|finding| finding.fails).count();
        say(&format!("{:<7} {name:<11} {promise}", if failing == 0 { "ok" } else { "BROKEN" }));
        findings.iter().for_each(|finding| say(&format!("          {finding}")));
        if failing > 0 {
            broken.push(format!("{name} ({failing})"));
        }
    }
    if broken.is_empty() { Ok(()) } else { Err(format!("house rules broken: {}", broken.join(", "))) }
}

fn read(place: &Place) -> Result<House, String> {
    let mut house = House { files: Vec::new(), members: place.members()? };
    for path in place.files()? {
        let bytes = fs::read(place.root.join(&path)).map_err(|error| format!("{path}: {error}"))?;
        house.files.push(File::new(&path, &String::from_utf8_lossy(&bytes)));
    }
    modules::mark_tests(&mut house);
    Ok(house)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_house_breaks_only_what_must_be_there() {
        let broken: Vec<_> =
            RULES.iter().filter(|(_, _, rule)| !rule(&House::default()).is_empty()).collect();
        let names: Vec<_> = broken.iter().map(|(name, _, _)| *name).collect();
        assert_eq!(names, ["heads", "verdict", "promise"]);
    }

    #[test]
    fn findings_name_their_place() {
        let file = File::new("a/b.rs", "x\ny");
        assert_eq!(file.at(2, "why").to_string(), "a/b.rs:2: why");
        assert_eq!(file.whole("why").to_string(), "a/b.rs: why");
    }

    #[test]
    fn test_files_are_known_by_their_place() {
        let test = ["tests/src/lib.rs", "core/src/law/tests.rs", "bench/benches/a.rs", "store/tests/b.rs"];
        assert!(test.iter().all(|path| is_test_path(path)));
        assert!(!is_test_path("core/src/law/mod.rs"));
    }
}
