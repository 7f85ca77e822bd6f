//! Modules of `core` use earlier modules only, so there is no import cycle. rustc accepts any order, so the uses are read
//! from the source text: `crate::module`, or `super::` as often as the module is deep. The code is formatted and its
//! tests are at the end of a file, so no lexer is needed.

use super::{File, Finding, Repository};

/// Modules that do not know documents, snapshots or the Law. They form no cycle either ([`super::cycles`]).
const BASE: &[&str] = &[
    "anchor", "calendar", "citation", "codec", "crypto", "error", "facts", "identity", "input", "names",
    "sorted",
];

/// The other modules, earliest first, each with the modules it may use besides [`BASE`].
const ALLOWED: &[(&str, &[&str])] = &[
    ("document", &[]),
    ("snapshot", &["document"]),
    ("update", &["snapshot"]),
    ("fixture", &["document", "snapshot"]),
    ("law", &["document", "snapshot"]),
    ("verdict", &["document", "law"]),
    ("verify", &["document", "snapshot", "law", "verdict"]),
    ("report", &["document", "snapshot", "verdict", "verify"]),
    ("schema", &["snapshot", "law", "verdict", "report"]),
];

const SOURCES: &str = "core/src/";

pub(super) fn check(repository: &Repository) -> Vec<Finding> {
    let files = repository.rust_files().filter(|file| file.path.starts_with(SOURCES) && !is_test(&file.path));
    files.flat_map(check_file).collect()
}

pub(super) fn is_test(path: &str) -> bool {
    path.contains("/tests/") || path.ends_with("tests.rs")
}

fn check_file(file: &File) -> Vec<Finding> {
    let path = file.path.trim_start_matches(SOURCES).trim_end_matches(".rs").trim_end_matches("/mod");
    let module = path.split('/').next().unwrap_or_default();
    if module == "lib" {
        return Vec::new();
    }
    let above = ALLOWED.iter().find(|(name, _)| *name == module).map(|(_, others)| *others);
    let Some(others) = above.or_else(|| BASE.contains(&module).then_some(&[])) else {
        return vec![file.finding(format!("{module} is not in the table of {}", file!()))];
    };
    let is_allowed = |name: &str| name == module || BASE.contains(&name) || others.contains(&name);
    let is_known = |name: &str| BASE.contains(&name) || ALLOWED.iter().any(|(known, _)| *known == name);
    let mut findings = Vec::new();
    for (line, name) in uses(file, path.split('/').count()) {
        if name == "{" {
            findings.push(file.at(line, "`use crate::{…}` hides the modules: one `use` for each"));
        } else if is_known(name) && !is_allowed(name) {
            findings.push(file.at(line, format!("{module} uses {name}, a later module")));
        }
    }
    findings
}

/// Returns the modules of the crate's root that the code names, with their lines; `{` for a group of them. `depth` is
/// how many `super::` lead to the root.
pub(super) fn uses(file: &File, depth: usize) -> Vec<(usize, &str)> {
    let code = file.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let climb = "super::".repeat(depth);
    let mut uses = Vec::new();
    for (line, text) in (1..).zip(code.lines()).filter(|(_, text)| !text.trim_start().starts_with("//")) {
        for root in ["crate::", &climb] {
            // `super::super::` also ends with `super::`, and `my_crate::` with `crate::`.
            let starts = |at: usize| !text[..at].ends_with(|c: char| c.is_alphanumeric() || "_:".contains(c));
            let found = text.match_indices(root).filter(|(at, _)| starts(*at));
            uses.extend(found.map(|(at, _)| {
                let rest = &text[at + root.len()..];
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
                (line, if rest.starts_with('{') { "{" } else { &rest[..end] })
            }));
        }
    }
    uses
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(path: &str, text: &str) -> Vec<String> {
        let repository = Repository::of(&[(path, text)]);
        check(&repository).into_iter().map(|finding| finding.message).collect()
    }

    #[test]
    fn accepts_earlier_modules() {
        let allowed = [
            ("core/src/lib.rs", "pub use crate::verify::verify;"),
            ("core/src/codec/cbor.rs", "use crate::crypto::Hash;\nuse crate::codec::limits;"),
            ("core/src/snapshot/tree.rs", "use crate::document::code::Code;\nuse crate::error::{A, B};"),
            ("core/src/verify/mod.rs", "use crate::law;\nuse super::snapshot;"),
            ("core/src/law/scope.rs", "use super::norms;\n// crate::verify comes later"),
            ("core/src/law/scope.rs", "use my_crate::verify;"),
            (
                "core/src/document/text.rs",
                "fn f() {}\n\n#[cfg(test)]\nmod tests {\n    use crate::verify::v;\n}",
            ),
            ("core/src/document/tests.rs", "use crate::verify::verify;"),
            ("messages/src/lib.rs", "use crate::verify::x;"),
        ];
        for (path, text) in allowed {
            assert_eq!(findings(path, text), Vec::<String>::new(), "{path}");
        }
    }

    #[test]
    fn rejects_later_modules() {
        let rejected = [
            ("core/src/codec/cbor.rs", "use crate::document::Code;"),
            ("core/src/document/mod.rs", "use crate::{error::A, snapshot::{B, C}};"),
            ("core/src/document/mod.rs", "fn f() -> super::law::Norm {}"),
            ("core/src/document/text.rs", "use super::super::verify;"),
            ("core/src/snapshot/open.rs", "fn f(x: &crate::law::Norm) {}"),
            ("core/src/snapshot/mod.rs", "#[cfg(test)]\npub(crate) mod tests;\n\nuse crate::law::Norm;"),
            ("core/src/law/scope.rs", "use crate::verify;"),
            ("core/src/verdict.rs", "use crate::snapshot::TrustedState;"),
        ];
        for (path, text) in rejected {
            assert_eq!(findings(path, text).len(), 1, "{path}: {text}");
        }
    }

    #[test]
    fn rejects_a_module_outside_of_the_table() {
        assert!(findings("core/src/misc/mod.rs", "")[0].contains("misc is not in the table"));
    }
}
