//! House rule: nothing in the sources is marked as still to be done. What is missing is said in the README's Limitations,
//! where people look, or it is done.

use super::{File, Finding, House};
use crate::rust;

/// Marks in comments, in pieces, because this file is looked at as well.
const MARKS: &[&[&str]] = &[&["TO", "DO"], &["FIX", "ME"]];

/// Code that stops the program where something is missing.
const MACROS: &[&str] = &["todo!", "unimplemented!"];

/// What a generator writes from its own templates: its notes to itself are not ours.
const GENERATED: &str = "mobile/generated/";

/// The files that people write code in.
const SOURCES: &[&str] = &[
    "rs", "ts", "js", "mjs", "svelte", "html", "css", "c", "h", "cpp", "hpp", "py", "kt", "swift", "sh",
    "toml", "yml", "yaml", "cmake", "ftl",
];

pub(super) fn check(house: &House) -> Vec<Finding> {
    house.files.iter().filter(|file| is_source(&file.path)).flat_map(marks).collect()
}

fn is_source(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    let written = path.starts_with(".ci/") || extension.is_some_and(|extension| SOURCES.contains(&extension));
    written && !path.starts_with(GENERATED)
}

fn marks(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    for mark in MARKS.iter().map(|pieces| pieces.concat()) {
        findings.extend(
            rust::words(&file.text, &mark)
                .map(|at| file.at(at, format!("{mark}: do it, or say it in the README"))),
        );
    }
    for name in MACROS {
        findings.extend(rust::words(&file.code, name).map(|at| file.at(at, format!("`{name}` in the code"))));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> usize {
        check(&House::of(&[(path, text)])).len()
    }

    #[test]
    fn marks_are_found() {
        for mark in MARKS.iter().map(|pieces| pieces.concat()) {
            assert_eq!(found("a/src/a.rs", &format!("// {mark}: later")), 1);
            assert_eq!(found("web/a.ts", &format!("// {mark}(me) later")), 1);
            assert_eq!(found(".ci/run", &format!("# {mark}")), 1);
        }
        for name in MACROS {
            assert_eq!(found("a/src/a.rs", &format!("fn f() {{ {name}() }}")), 1);
        }
    }

    #[test]
    fn other_words_and_other_files_pass() {
        assert_eq!(found("a/src/a.rs", "// TODOS is a word; todo! in a comment\nfn f() { g(\"todo!\") }"), 0);
        assert_eq!(found("Cargo.toml", "todo = \"warn\""), 0);
        assert_eq!(found("docs/a.md", &["TO", "DO"].concat()), 0);
        assert_eq!(found("mobile/generated/kotlin/a.kt", &["// TO", "DO"].concat()), 0);
        assert_eq!(found("mobile/tests/kotlin/a.kt", &["// TO", "DO"].concat()), 1);
    }
}
