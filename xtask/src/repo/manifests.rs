//! Crates inherit version, edition, licence, minimum Rust version and lints from the root manifest. `deny.toml` checks
//! that they inherit shared dependencies, and that no dependency of the root manifest is unused.
//!
//! Cargo compiles examples and does not run them, so each one has a test, and the manifest says so.

use super::{File, Finding, Repository};

pub(super) fn check(repository: &Repository) -> Vec<Finding> {
    let mut findings = Vec::new();
    for package in &repository.packages {
        let Some(file) = repository.file(&package.manifest) else { continue };
        if !file.text.contains("[lints]\nworkspace = true\n") {
            findings.push(file.finding("expected `[lints] workspace = true`"));
        }
        // Equal values are enough: cargo itself resolves `version.workspace = true`.
        let expected = repository.packages.first().map(|first| &first.inherited);
        if expected.is_some_and(|expected| *expected != package.inherited) {
            let found = package.inherited.join(", ");
            findings.push(file.finding(format!("version, edition, licence or rust-version differ: {found}")));
        }
        let directory = format!("{}examples/", package.directory());
        let examples = repository.rust_files().filter(|example| {
            example.path.rsplit_once('/').is_some_and(|(at, _)| format!("{at}/") == directory)
        });
        findings.extend(examples.filter(|example| !is_tested(example, &file.text)).map(|example| {
            example.finding("expected a `#[test]`, and `test = true` in the manifest's `[[example]]`")
        }));
    }
    findings
}

/// Returns whether `cargo test` runs an example of the manifest.
fn is_tested(example: &File, manifest: &str) -> bool {
    let name = example.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".rs");
    let entry = format!("[[example]]\nname = \"{name}\"\ntest = true\n");
    example.text.contains("#[test]") && manifest.contains(&entry)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::Package;

    const LINTS: &str = "[lints]\nworkspace = true\n";

    fn findings(second_version: &str, second_lints: &str) -> usize {
        let mut repository = Repository::of(&[("a/Cargo.toml", LINTS), ("b/Cargo.toml", second_lints)]);
        let package = |name: &str, version: &str| Package {
            manifest: format!("{name}/Cargo.toml"),
            inherited: [version, "2024", "MIT", "1.95"].map(str::to_owned),
            ..Package::default()
        };
        repository.packages = vec![package("a", "0.1.0"), package("b", second_version)];
        check(&repository).len()
    }

    #[test]
    fn accepts_crates_that_inherit() {
        assert_eq!(findings("0.1.0", LINTS), 0);
    }

    #[test]
    fn rejects_values_and_lints_of_their_own() {
        assert_eq!(findings("0.2.0", LINTS), 1);
        assert_eq!(findings("0.1.0", ""), 1);
        assert_eq!(findings("0.1.0", "[lints]\nworkspace = false\n"), 1);
    }

    #[test]
    fn rejects_examples_that_no_test_runs() {
        const LISTED: &str = "[lints]\nworkspace = true\n[[example]]\nname = \"x\"\ntest = true\n";
        const TESTED: &str = "#[test]\nfn runs() {}";
        let cases = [
            ("listed and tested", LISTED, "a/examples/x.rs", TESTED, 0),
            ("without a test", LISTED, "a/examples/x.rs", "fn main() {}", 1),
            ("another name", LISTED, "a/examples/y.rs", TESTED, 1),
            ("not listed", LINTS, "a/examples/x.rs", TESTED, 1),
            ("a module of an example", LINTS, "a/examples/x/part.rs", "", 0),
            ("not an example", LINTS, "b/examples/x.rs", "", 0),
        ];
        for (case, manifest, path, text, expected) in cases {
            let mut repository = Repository::of(&[("a/Cargo.toml", manifest), (path, text)]);
            repository.packages = vec![Package { manifest: "a/Cargo.toml".to_owned(), ..Package::default() }];
            assert_eq!(check(&repository).len(), expected, "{case}");
        }
    }
}
