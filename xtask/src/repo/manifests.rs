//! Crates inherit version, edition, licence, minimum Rust version and lints from the root manifest. `deny.toml` checks
//! that they inherit shared dependencies, and that no dependency of the root manifest is unused.

use super::{Finding, Repository};

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
    }
    findings
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
}
