//! The modules of a crate form no import cycle. rustc accepts any order, so the uses are read from the source text.
//!
//! A module is a file or directory directly below `src`. A name that the crate's root re-exports, such as the union of
//! its errors, counts as a use of the root and not of a module.

use std::collections::{BTreeMap, BTreeSet};

use super::core_modules::{is_test, uses};
use super::{File, Finding, Repository};

/// The uses of one module: for each module that it names, the file and line of the first use.
type Uses<'r> = BTreeMap<&'r str, (&'r File, usize)>;

pub(super) fn check(repository: &Repository) -> Vec<Finding> {
    let mut crates: BTreeMap<&str, BTreeMap<&str, Uses<'_>>> = BTreeMap::new();
    for file in repository.rust_files().filter(|file| !is_test(&file.path)) {
        let Some((name, path)) = file.path.split_once("/src/") else { continue };
        let path = path.trim_end_matches(".rs").trim_end_matches("/mod");
        let module = path.split('/').next().unwrap_or_default();
        // The root and programs of their own use every module.
        if ["lib", "main", "bin"].contains(&module) {
            continue;
        }
        let modules = crates.entry(name).or_default().entry(module).or_default();
        for (line, used) in uses(file, path.split('/').count()) {
            if used != module {
                modules.entry(used).or_insert((file, line));
            }
        }
    }
    crates.values().flat_map(cycles).collect()
}

/// Returns one finding for each module that is in a cycle: its first use that leads back to it.
fn cycles(modules: &BTreeMap<&str, Uses<'_>>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (module, uses) in modules {
        let back = uses.iter().find(|(used, _)| reaches(modules, used, module));
        if let Some((used, (file, line))) = back {
            findings.push(
                file.at(*line, format!("import cycle: {module} uses {used}, which leads back to {module}")),
            );
        }
    }
    findings
}

/// Returns whether the uses of `from` lead to `target`.
fn reaches(modules: &BTreeMap<&str, Uses<'_>>, from: &str, target: &str) -> bool {
    let mut visited = BTreeSet::new();
    let mut open = vec![from];
    while let Some(module) = open.pop() {
        if module == target {
            return true;
        }
        if visited.insert(module) {
            open.extend(modules.get(module).into_iter().flat_map(|uses| uses.keys().copied()));
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(files: &[(&str, &str)]) -> Vec<String> {
        let repository = Repository::of(files);
        check(&repository).into_iter().map(|finding| finding.message).collect()
    }

    #[test]
    fn accepts_modules_in_layers() {
        let files = [
            ("a/src/lib.rs", "use crate::top::x;"),
            ("a/src/top.rs", "use crate::middle::x;\nuse crate::base::y;\nuse crate::Union;"),
            ("a/src/middle/mod.rs", "use crate::base::y;\nmod deep;"),
            ("a/src/middle/deep.rs", "use super::super::base::y;\nuse super::z;"),
            ("a/src/base.rs", "// crate::top comes later"),
            ("a/src/base/tests.rs", "use crate::top::x;"),
            ("b/src/base.rs", "use crate::top::x;"),
        ];
        assert_eq!(findings(&files), Vec::<String>::new());
    }

    #[test]
    fn rejects_a_cycle() {
        let files = [
            ("a/src/top.rs", "use crate::middle::x;"),
            ("a/src/middle/mod.rs", "mod deep;"),
            ("a/src/middle/deep.rs", "use super::super::base::y;"),
            ("a/src/base.rs", "use crate::top::x;"),
            ("a/src/other.rs", "use crate::top::x;"),
        ];
        let expected = ["base", "middle", "top"];
        let found = findings(&files);
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.starts_with(&format!("import cycle: {expected} uses ")), "{found}");
        }
    }
}
