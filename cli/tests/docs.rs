//! The documentation: tutorials that work as written, links and paths that exist, decision records of one form.
#![allow(missing_docs)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rastau_tests::run_tutorial;

/// Directories of built or downloaded files.
const GENERATED: &[&str] = &[".git", "target", "node_modules", "dist", "pkg"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn the_tutorials_work_as_written() {
    let program = Path::new(env!("CARGO_BIN_EXE_rastau")).parent().unwrap();
    for (name, scripts) in [("verify.md", 13), ("publish.md", 9), ("recover.md", 10)] {
        let directory = tempfile::tempdir().unwrap();
        assert_eq!(run_tutorial(name, directory.path(), &[program]), scripts, "{name}");
    }
}

/// Returns the files with an ending by their paths from the root.
fn files(ending: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut directories = vec![root()];
    while let Some(directory) = directories.pop() {
        for entry in std::fs::read_dir(&directory).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() && !GENERATED.contains(&name.as_str()) {
                directories.push(path);
            } else if name.ends_with(ending) {
                let relative = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
                found.insert(relative, read(&path));
            }
        }
    }
    found
}

/// Returns a page without its fenced blocks.
fn prose(text: &str) -> String {
    let mut fenced = false;
    let mut prose = String::new();
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            prose += line;
            prose.push('\n');
        }
    }
    prose
}

/// Returns the anchors of a page's headings, as code forges make them.
fn anchors(text: &str) -> Vec<String> {
    let headings = prose(text);
    let headings = headings.lines().filter_map(|line| line.strip_prefix('#'));
    let anchor = |heading: &str| -> String {
        let heading = heading.trim_start_matches('#').trim().to_lowercase();
        let allowed = heading.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
        allowed.map(|c| if c == ' ' { '-' } else { c }).collect()
    };
    headings.map(anchor).collect()
}

/// Returns the targets of the links in a page.
fn links(text: &str) -> Vec<String> {
    let prose = prose(text);
    let targets = prose.split("](").skip(1).filter_map(|rest| rest.split([')', '\n']).next());
    targets.map(str::to_owned).collect()
}

#[test]
fn every_link_leads_to_a_file_and_a_heading() {
    let pages = files(".md");
    for page in ["README.md", "CHANGELOG.md", "docs/operator.md", "docs/tutorials/embed.md"] {
        assert!(pages.contains_key(page), "{page}");
    }
    let mut broken = Vec::new();
    let mut followed = 0;
    for (page, text) in &pages {
        for link in links(text).iter().filter(|link| !link.contains("://") && !link.starts_with("mailto:")) {
            let (target, anchor) = link.split_once('#').unwrap_or((link, ""));
            let path = match target {
                "" => root().join(page),
                target => root().join(page).parent().unwrap().join(target),
            };
            let heading = |path: &Path| anchors(&read(path)).iter().any(|known| known == anchor);
            let is_page = path.extension().is_some_and(|ending| ending == "md");
            if !path.exists() || (!anchor.is_empty() && is_page && !heading(&path)) {
                broken.push(format!("{page}: {link}"));
            }
            followed += 1;
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    assert!(followed > 150, "{followed}");
}

/// Paths in backticks, in the pages for contributors. `<name>` is a placeholder.
#[test]
fn every_path_for_contributors_exists() {
    let crates =
        ["core", "messages", "store", "registry", "cli", "ffi", "mobile", "wasm", "web-demo", "tests"];
    let others = ["bench", "fuzz", "docs", "xtask", ".github", ".ci"];
    let mut missing = Vec::new();
    let mut found = 0;
    for page in ["ARCHITECTURE.md", "CONTRIBUTING.md", "docs/README.md", "docs/threat-model.md"] {
        let text = prose(&read(&root().join(page)));
        for path in text.split('`').skip(1).step_by(2) {
            let top = path.split_once('/').map(|(top, _)| top);
            let is_path = top.is_some_and(|top| crates.contains(&top) || others.contains(&top));
            if !is_path || path.contains(['<', '*', ' ', '{']) {
                continue;
            }
            if root().join(path).exists() {
                found += 1;
            } else {
                missing.push(format!("{page}: {path}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert!(found > 60, "{found}");
}

/// A name in backticks of three or more words joined by `_` is a function of a source file, such as a test.
#[test]
fn every_test_named_for_contributors_exists() {
    let sources: Vec<String> = files(".rs").into_values().collect();
    let mut missing = Vec::new();
    let mut found = 0;
    for page in ["CONTRIBUTING.md", "docs/performance.md"] {
        let text = prose(&read(&root().join(page)));
        // The names may be part of a command.
        let code = text.split('`').skip(1).step_by(2).flat_map(str::split_whitespace);
        let is_name = |word: &&str| {
            word.matches('_').count() >= 2
                && word.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c.is_ascii_digit())
        };
        for name in code.filter(is_name) {
            if sources.iter().any(|source| source.contains(&format!("fn {name}("))) {
                found += 1;
            } else {
                missing.push(format!("{page}: {name}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert!(found >= 2, "{found}");
}

#[test]
fn decision_records_have_one_form_and_an_index() {
    let directory = root().join("docs/decisions");
    let index = read(&directory.join("README.md"));
    let mut names: Vec<String> = std::fs::read_dir(&directory)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "README.md")
        .collect();
    names.sort();
    assert!(names.len() >= 68, "{}", names.len());
    for (at, name) in names.iter().enumerate() {
        let number = at + 1;
        assert!(name.starts_with(&format!("{number:04}-")), "{name}: expected number {number}");
        let text = read(&directory.join(name));
        let headings: Vec<&str> = text.lines().filter(|line| line.starts_with("## ")).collect();
        assert_eq!(headings, ["## Status", "## Context", "## Decision", "## Consequences"], "{name}");
        assert!(text.lines().count() <= 40, "{name}: longer than 40 lines");
        let title = text.lines().next().unwrap().strip_prefix(&format!("# {number}. "));
        let title = title.unwrap_or_else(|| panic!("{name}: no title"));
        assert!(index.contains(&format!("| {number} | [{title}]({name}) |")), "{name}: not in the index");
    }
}

/// The workflow runs `.ci/run`, with the version of its container; `cargo xtask check repo` compares `.ci/run` with the
/// README.
#[test]
fn the_workflow_runs_the_whole_check() {
    let workflow = read(&root().join(".github/workflows/check.yml"));
    assert!(workflow.lines().any(|line| line.trim() == "bash .ci/run"), "{workflow}");
    let value = |key: &str| {
        let value = workflow.lines().find_map(|line| line.trim().strip_prefix(key));
        value.unwrap_or_else(|| panic!("no {key} in {workflow}")).to_owned()
    };
    let toolchain = value("RUSTUP_TOOLCHAIN: ");
    assert_eq!(value("container: "), format!("rust:{toolchain}-trixie"));
}
