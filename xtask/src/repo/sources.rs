//! Every source file is a module of its crate. rustc ignores a file that no `mod` line names, so nobody would compile or
//! test it.

use super::{File, Finding, Repository};

pub(super) fn check(repository: &Repository) -> Vec<Finding> {
    let packages = &repository.packages;
    let in_crate = |file: &&File| {
        packages.iter().any(|package| file.path.starts_with(&format!("{}src/", package.directory())))
    };
    let is_root = |file: &&File| packages.iter().any(|package| package.roots.contains(&file.path));
    let files = repository.rust_files().filter(in_crate).filter(|file| !is_root(file));
    files
        .filter(|file| !is_named(repository, &file.path))
        .map(|file| file.finding("no `mod` line names this file"))
        .collect()
}

/// Returns whether a file that can be the module's parent has its `mod` line.
fn is_named(repository: &Repository, path: &str) -> bool {
    let (directory, name) = split(path.trim_end_matches(".rs").trim_end_matches("/mod"));
    let parents = [
        format!("{directory}/mod.rs"),
        format!("{directory}/lib.rs"),
        format!("{directory}/main.rs"),
        format!("{directory}.rs"),
    ];
    let by_name = |file: &File| {
        file.lines().any(|(_, line)| {
            let line = line.trim_start();
            let declares = line.starts_with("mod ") || line.starts_with("pub");
            declares && line.ends_with(&format!("mod {name};"))
        })
    };
    let by_path = |file: &File| {
        split(&file.path).0 == directory && file.text.contains(&format!("#[path = \"{name}.rs\"]"))
    };
    parents.iter().filter_map(|parent| repository.file(parent)).any(by_name)
        || repository.rust_files().any(by_path)
}

fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::Package;

    fn findings(path: &str) -> Vec<Finding> {
        let mut repository = Repository::of(&[
            ("a/src/lib.rs", "//! mod none;\npub mod b;\nmod c;\n#[cfg(test)]\nmod testing;\nmod inline {}"),
            ("a/src/b/mod.rs", "mod deep;\n#[cfg(test)]\n#[path = \"b_tests.rs\"]\nmod tests;"),
            ("a/src/b/deep.rs", ""),
            ("a/src/b/b_tests.rs", ""),
            ("a/src/c.rs", "pub(crate) mod under;"),
            ("a/src/c/under.rs", ""),
            ("a/src/testing.rs", ""),
            ("elsewhere/free.rs", ""),
        ]);
        repository.files.push(File { path: path.to_owned(), text: String::new() });
        let (manifest, roots) = ("a/Cargo.toml".to_owned(), vec!["a/src/lib.rs".to_owned()]);
        repository.packages = vec![Package { manifest, roots, ..Package::default() }];
        check(&repository)
    }

    #[test]
    fn accepts_files_with_a_mod_line() {
        assert_eq!(findings("elsewhere/other.rs"), Vec::new());
    }

    #[test]
    fn rejects_files_without_a_mod_line() {
        for path in ["a/src/none.rs", "a/src/inline.rs", "a/src/b/c.rs", "a/src/deep.rs", "a/src/none/mod.rs"]
        {
            let paths: Vec<_> = findings(path).into_iter().map(|finding| finding.path).collect();
            assert_eq!(paths, [path]);
        }
    }
}
