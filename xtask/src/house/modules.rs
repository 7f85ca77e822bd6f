//! House rule: every source file is part of its crate. A file that no `mod` line names is compiled by nobody, tested by
//! nobody, and found by the next reader. Following the `mod` lines also tells which files are for tests only.

use std::collections::BTreeMap;

use super::{File, Finding, House};
use crate::rust;

pub(super) fn check(house: &House) -> Vec<Finding> {
    let reached = reached(house);
    let sources = house.members.iter().map(|member| member.manifest.replace("Cargo.toml", "src/"));
    let sources: Vec<String> = sources.collect();
    let ours = |file: &&File| file.is_rust() && sources.iter().any(|folder| file.path.starts_with(folder));
    let lost = house.files.iter().filter(ours).filter(|file| !reached.contains_key(&file.path));
    lost.map(|file| file.whole("no `mod` line leads to this file")).collect()
}

/// Marks the files that only tests lead to.
pub(super) fn mark_tests(house: &mut House) {
    let reached = reached(house);
    for file in &mut house.files {
        if reached.get(&file.path) == Some(&true) {
            file.set_test(true);
        }
    }
}

/// Every file that a crate's root leads to, and whether only tests do.
fn reached(house: &House) -> BTreeMap<String, bool> {
    let files: BTreeMap<&str, &File> = house.files.iter().map(|file| (file.path.as_str(), file)).collect();
    let mut reached = BTreeMap::new();
    let roots = house.members.iter().flat_map(|member| &member.roots);
    let mut waiting: Vec<(String, bool, bool)> =
        roots.map(|root| (root.path.clone(), root.test, true)).collect();
    while let Some((path, test, root)) = waiting.pop() {
        let Some(file) = files.get(path.as_str()) else { continue };
        // Seen before, and not only now found to be compiled outside of tests as well.
        if reached.get(&path).is_some_and(|before| !before || test) {
            continue;
        }
        reached.insert(path, test);
        for child in children(file) {
            let found =
                child.candidates(&file.path, root).into_iter().find(|path| files.contains_key(path.as_str()));
            waiting.extend(found.map(|path| (path, test || child.test, false)));
        }
    }
    reached
}

/// One `mod name;`.
#[derive(Debug, PartialEq)]
struct Child {
    name: String,
    /// From `#[path = "…"]`.
    path: Option<String>,
    test: bool,
}

impl Child {
    fn candidates(&self, parent: &str, root: bool) -> Vec<String> {
        let (folder, name) = parent.rsplit_once('/').unwrap_or(("", parent));
        if let Some(path) = &self.path {
            return vec![format!("{folder}/{path}")];
        }
        let stem = name.trim_end_matches(".rs");
        let inner = if root || stem == "mod" { folder.to_owned() } else { format!("{folder}/{stem}") };
        vec![format!("{inner}/{}.rs", self.name), format!("{inner}/{}/mod.rs", self.name)]
    }
}

fn children(file: &File) -> Vec<Child> {
    let code = &file.code;
    let mut children = Vec::new();
    for at in rust::words(code, "mod") {
        let rest = code[at + 3..].trim_start();
        let Some((name, _)) = rest.split_once(';').filter(|(name, _)| is_name(name.trim_end())) else {
            continue;
        };
        // What stands between the item before and this one: attributes and visibility.
        let begin = code[..at].rfind([';', '{', '}']).map_or(0, |end| end + 1);
        let before: String = code[begin..at].split_whitespace().collect();
        let path =
            code[begin..at].find("#[path").and_then(|mark| file.text[begin + mark..at].split('"').nth(1));
        children.push(Child {
            name: name.trim_end().to_owned(),
            path: path.map(str::to_owned),
            test: before.contains("#[cfg(test)]"),
        });
    }
    children
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_alphanumeric() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repo::{Member, Root};

    fn house() -> House {
        let mut house = House::of(&[
            ("a/src/lib.rs", "//! mod none;\npub mod b;\nmod c;\n#[cfg(test)]\nmod testing;\nmod inline { }"),
            ("a/src/b/mod.rs", "mod deep;\n#[cfg(test)]\n#[path = \"b_tests.rs\"]\nmod tests;"),
            ("a/src/b/deep.rs", ""),
            ("a/src/b/b_tests.rs", ""),
            ("a/src/c.rs", "pub(crate) mod under;"),
            ("a/src/c/under.rs", ""),
            ("a/src/testing.rs", "mod helper;"),
            ("a/src/testing/helper.rs", ""),
            ("elsewhere/free.rs", ""),
        ]);
        let root = Root { path: "a/src/lib.rs".to_owned(), test: false };
        house.members =
            vec![Member { manifest: "a/Cargo.toml".to_owned(), roots: vec![root], ..Member::default() }];
        house
    }

    #[test]
    fn named_files_are_reached() {
        assert_eq!(check(&house()), Vec::new());
    }

    #[test]
    fn a_file_that_nobody_names_is_found() {
        let mut house = house();
        house.files.push(File::new("a/src/none.rs", ""));
        let paths: Vec<_> = check(&house).into_iter().map(|finding| finding.path).collect();
        assert_eq!(paths, ["a/src/none.rs"]);
    }

    #[test]
    fn test_files_are_marked() {
        let mut house = house();
        mark_tests(&mut house);
        let marked: Vec<_> =
            house.files.iter().filter(|file| file.test).map(|file| file.path.as_str()).collect();
        assert_eq!(marked, ["a/src/b/b_tests.rs", "a/src/testing.rs", "a/src/testing/helper.rs"]);
    }
}
