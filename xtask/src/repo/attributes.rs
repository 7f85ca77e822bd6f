//! Checks that the attributes that switch lints on and off are in the required files. rustc and clippy check the lints;
//! this rule ensures that an edit does not drop the attributes unnoticed.

use super::{File, Finding, Repository};

/// Crates that read untrusted input, so nothing in it may stop the program.
const NO_PANIC: &[&str] = &["core/src/lib.rs", "messages/src/lib.rs"];

/// The attributes of those crates, without white space. The step `no_std` builds them, so rustc finds any use of a clock,
/// a file, the network, the environment or standard output.
const HEAD: &[&str] = &[
    "#![cfg_attr(not(test),no_std)]",
    "#![forbid(unsafe_code)]",
    "#![deny(clippy::allow_attributes_without_reason)]",
    "#![cfg_attr(not(test),deny(clippy::indexing_slicing,clippy::unwrap_used,clippy::expect_used,clippy::panic,\
     clippy::arithmetic_side_effects))]",
];

/// The files that may allow `unsafe_code`, which the workspace denies. Tests and benchmarks of `ffi` call the C functions
/// as a C program does.
const UNSAFE: &[&str] = &["ffi/src/exports.rs", "ffi/src/memory.rs", "ffi/src/tests.rs"];
const UNSAFE_CALLERS: &[&str] = &["ffi/tests/", "ffi/benches/"];
/// Workspaces of their own, to which the lints of the main one do not apply, and the only file there with unsafe code: the
/// heap of the example device.
const OTHER_WORKSPACES: &[&str] = &["bench/cortex-m/", "fuzz/", "xtask/mobile/"];
const UNSAFE_DEVICE: &str = "bench/cortex-m/src/memory.rs";

pub(super) fn check(repository: &Repository) -> Vec<Finding> {
    let mut findings = Vec::new();
    for path in NO_PANIC {
        match repository.file(path) {
            None => findings.push(Finding::new(path, "file not found")),
            Some(file) => findings.extend(check_head(file)),
        }
    }
    let may = |path: &str| {
        UNSAFE.contains(&path)
            || path == UNSAFE_DEVICE
            || UNSAFE_CALLERS.iter().any(|prefix| path.starts_with(prefix))
    };
    let files = repository.rust_files().filter(|file| !may(&file.path));
    findings.extend(files.flat_map(allowances));
    let is_outside = |file: &&File| OTHER_WORKSPACES.iter().any(|other| file.path.starts_with(other));
    findings.extend(repository.rust_files().filter(is_outside).flat_map(check_without_lints));
    findings
}

/// Checks a file to which no lint applies: unsafe code is in the one file only, each block or implementation with its
/// comment.
fn check_without_lints(file: &File) -> Vec<Finding> {
    let is_code = |line: &str| !line.trim_start().starts_with("//");
    let unsafe_lines = file
        .lines()
        .filter(|(_, line)| is_code(line) && line.split_whitespace().any(|word| word == "unsafe"));
    if file.path != UNSAFE_DEVICE {
        return unsafe_lines.map(|(line, _)| file.at(line, "unsafe code is not allowed here")).collect();
    }
    let blocks =
        unsafe_lines.filter(|(_, line)| line.contains("unsafe {") || line.contains("unsafe impl")).count();
    let comments = file.text.matches("// SAFETY:").count();
    let missing = (comments < blocks).then(|| {
        file.finding(format!(
            "{blocks} unsafe blocks and implementations, but {comments} comments `// SAFETY:`"
        ))
    });
    missing.into_iter().collect()
}

fn check_head(file: &File) -> Vec<Finding> {
    let code = file.lines().map(|(_, line)| line).filter(|line| !line.trim_start().starts_with("//"));
    let compact: String = code.flat_map(str::split_whitespace).collect();
    let missing = HEAD.iter().filter(|attribute| !compact.contains(*attribute));
    missing.map(|attribute| file.finding(format!("expected the attribute {attribute}"))).collect()
}

/// Returns the lines that switch the lint `unsafe_code` off.
fn allowances(file: &File) -> Vec<Finding> {
    let switches_off = |line: &str| {
        let attribute = line.trim_start();
        attribute.starts_with("#")
            && ["allow(", "expect(", "warn("].iter().any(|level| attribute.contains(level))
            && attribute.contains("unsafe_code")
    };
    let lines = file.lines().filter(|(_, line)| switches_off(line));
    lines
        .map(|(line, _)| file.at(line, format!("unsafe code is allowed in the files of {} only", file!())))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good() -> String {
        format!("//! About.\n{}\n", HEAD.join("\n").replace(',', ",\n    "))
    }

    fn findings(head: &str) -> usize {
        check(&Repository::of(&[("core/src/lib.rs", head), ("messages/src/lib.rs", &good())])).len()
    }

    #[test]
    fn accepts_complete_attributes_however_formatted() {
        assert_eq!(findings(&good()), 0);
    }

    #[test]
    fn rejects_a_missing_or_weaker_attribute() {
        for attribute in HEAD {
            let attribute = attribute.replace(',', ",\n    ");
            assert_eq!(findings(&good().replace(&attribute, "")), 1, "{attribute}");
            assert_eq!(findings(&good().replace(&attribute, &format!("// {attribute}"))), 1, "{attribute}");
        }
        assert_eq!(findings(&good().replace("clippy::panic", "")), 1);
        assert_eq!(findings(&good().replace("deny(clippy::indexing", "warn(clippy::indexing")), 1);
        assert_eq!(check(&Repository::of(&[("core/src/lib.rs", &good())])).len(), 1);
    }

    #[test]
    fn unsafe_code_is_allowed_in_the_listed_files_only() {
        let count = |path: &str, line: &str| {
            let (head, text) = (good(), format!("fn f() {{}}\n{line}\n"));
            check(&Repository::of(&[
                ("core/src/lib.rs", &head),
                ("messages/src/lib.rs", &head),
                (path, &text),
            ]))
            .len()
        };
        for path in UNSAFE.iter().chain(&["ffi/tests/contract.rs", UNSAFE_DEVICE]) {
            assert_eq!(count(path, "#![allow(unsafe_code)]"), 0, "{path}");
        }
        for line in [
            "#![allow(unsafe_code)]",
            "    #[expect(unsafe_code, reason = \"\")]",
            "#[allow(a, unsafe_code)]",
        ] {
            for path in ["ffi/src/convert.rs", "store/src/lib.rs", "tests/src/lib.rs", "store/src/files.rs"] {
                assert_eq!(count(path, line), 1, "{path}: {line}");
            }
        }
        assert_eq!(count("store/src/lib.rs", "#![forbid(unsafe_code)]"), 0);
        for path in ["bench/cortex-m/src/main.rs", "fuzz/src/lib.rs", "xtask/mobile/src/main.rs"] {
            assert_eq!(count(path, "    let x = unsafe { f() };"), 1, "{path}");
            assert_eq!(count(path, "// not unsafe"), 0, "{path}");
        }
        assert_eq!(count(UNSAFE_DEVICE, "// SAFETY: exclusive.\nlet x = unsafe { f() };"), 0);
        assert_eq!(count(UNSAFE_DEVICE, "let x = unsafe { f() };"), 1);
    }
}
