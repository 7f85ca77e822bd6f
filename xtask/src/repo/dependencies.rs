//! Crates depend on one another only as the table allows: `core` on nothing, and no binding on another. Cargo cannot
//! express this, and cargo-deny does not tell a test's dependency from the crate's own.

use super::{Finding, Repository};
use crate::metadata::Package;

/// Each crate with the workspace's crates it may depend on.
const ALLOWED: &[(&str, &[&str])] = &[
    ("rastau-core", &[]),
    ("rastau-messages", &["rastau-core"]),
    ("rastau-tables", &["rastau-core", "rastau-messages"]),
    ("rastau-store", &["rastau-core"]),
    ("rastau-registry", &["rastau-core", "rastau-tables"]),
    ("rastau", &["rastau-core", "rastau-messages", "rastau-store", "rastau-registry", "rastau-tables"]),
    ("rastau-wasm", &["rastau-core", "rastau-messages", "rastau-tables"]),
    ("rastau-ffi", &["rastau-core", "rastau-messages", "rastau-store"]),
    ("rastau-mobile", &["rastau-core", "rastau-messages", "rastau-store"]),
];

/// Crates that may depend on any other. No other crate depends on them, with the exception of [`CORPUS`].
const TOOLS: &[&str] = &["rastau-tests", "rastau-bench", "xtask", "rastau-bindgen"];

/// The corpus. The tests of other crates replay it, so they may depend on it.
const CORPUS: &str = "rastau-tests";

/// Its tests must not depend on the workspace either: those crates depend on it, so cargo would build it twice.
const CORE: &str = "rastau-core";

pub(super) fn check(repository: &Repository) -> Vec<Finding> {
    repository.packages.iter().flat_map(|package| check_package(package, &repository.packages)).collect()
}

fn check_package(package: &Package, packages: &[Package]) -> Vec<Finding> {
    let name = package.name.as_str();
    if TOOLS.contains(&name) {
        return Vec::new();
    }
    let Some((_, allowed)) = ALLOWED.iter().find(|(known, _)| *known == name) else {
        return vec![Finding::new(&package.manifest, format!("{name} is not in the table of {}", file!()))];
    };
    let is_allowed = |other: &str, dev: bool| match (TOOLS.contains(&other), dev) {
        (true, _) => dev && other == CORPUS && name != CORE,
        (false, true) => name != CORE,
        (false, false) => allowed.contains(&other),
    };
    let in_workspace =
        package.dependencies.iter().filter(|other| packages.iter().any(|known| known.name == other.name));
    in_workspace
        .filter(|other| !is_allowed(&other.name, other.dev))
        .map(|other| {
            let section = if other.dev { "dev-dependencies" } else { "dependencies" };
            Finding::new(&package.manifest, format!("{name} must not have {} in its {section}", other.name))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::metadata::Dependency;

    /// Checks a workspace of the known crates with these dependencies: from, to, for tests only.
    fn findings(dependencies: &[(&str, &str, bool)]) -> Vec<String> {
        let names = ALLOWED.iter().map(|(name, _)| *name).chain(TOOLS.iter().copied());
        let names: BTreeSet<&str> = names.chain(dependencies.iter().map(|(from, _, _)| *from)).collect();
        let package = |name: &&str| {
            let own = dependencies.iter().filter(|(from, _, _)| from == name);
            let dependencies =
                own.map(|(_, to, dev)| Dependency { name: (*to).to_owned(), dev: *dev }).collect();
            Package { name: (*name).to_owned(), dependencies, ..Package::default() }
        };
        let repository =
            Repository { packages: names.iter().map(package).collect(), ..Repository::default() };
        check(&repository).into_iter().map(|finding| finding.message).collect()
    }

    #[test]
    fn accepts_dependencies_of_the_table() {
        let allowed = [
            ("rastau-messages", "rastau-core", false),
            ("rastau", "rastau-registry", false),
            ("rastau-ffi", "rastau-store", false),
            ("rastau-tests", "rastau", false),
            ("xtask", "rastau-wasm", false),
            ("rastau-core", "serde", false),
            ("rastau-store", "rastau-registry", true),
            ("rastau", "rastau-tests", true),
        ];
        assert_eq!(findings(&allowed), Vec::<String>::new());
    }

    #[test]
    fn rejects_every_other_dependency() {
        let rejected = [
            ("rastau-core", "rastau-messages", false),
            ("rastau-core", "rastau-registry", true),
            ("rastau-core", "rastau-tests", true),
            ("rastau-messages", "rastau-store", false),
            ("rastau-registry", "rastau-messages", false),
            ("rastau-wasm", "rastau-ffi", false),
            ("rastau-mobile", "rastau-ffi", false),
            ("rastau-wasm", "rastau-store", false),
            ("rastau-store", "rastau-bench", true),
            ("rastau-store", "rastau-tests", false),
            ("rastau", "xtask", false),
        ];
        for dependency in rejected {
            assert_eq!(findings(&[dependency]).len(), 1, "{dependency:?}");
        }
    }

    #[test]
    fn rejects_a_crate_outside_of_the_table() {
        assert!(findings(&[("rastau-new", "serde", false)])[0].contains("rastau-new is not in the table"));
    }
}
