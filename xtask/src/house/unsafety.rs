//! House rule: `unsafe` lives in at most two files of `ffi`, and in the one file of `store` that maps a file into memory.
//! The tests and benchmarks of `ffi` do what a C program does, so they may have it too. Each block says in a `// SAFETY:`
//! comment right above why it is sound. So may the one file with the heap of the device in `bench`. The crate `mobile` has
//! none of its own: the functions that Kotlin and Swift call are written by UniFFI's macros, and a program sees no macro.

use super::{File, Finding, House};
use crate::rust;

const FFI: &str = "ffi/src/";
const STORE: &str = "store/src/";
/// The heap of the example device, which has no operating system to give it one.
const DEVICE: &str = "bench/cortex-m/src/memory.rs";
/// How many files of `ffi` may hold unsafe code.
const MOST: usize = 2;

pub(super) fn check(house: &House) -> Vec<Finding> {
    let mut findings = Vec::new();
    let with: Vec<&File> =
        house.files.iter().filter(|file| rust::words(&file.code, "unsafe").next().is_some()).collect();
    let (allowed, stray): (Vec<&File>, Vec<&File>) = with.into_iter().partition(|file| may(&file.path));
    for file in stray.into_iter().filter(|file| !calls(file)) {
        let first = rust::words(&file.code, "unsafe").next().unwrap_or_default();
        findings.push(file.at(first, "unsafe code may only be in ffi/src and in store's mmap.rs"));
    }
    let callers: Vec<&File> = house.files.iter().filter(|file| calls(file)).collect();
    let in_ffi: Vec<&&File> =
        allowed.iter().filter(|file| file.path.starts_with(FFI) && !calls(file)).collect();
    if in_ffi.len() > MOST {
        let paths: Vec<&str> = in_ffi.iter().map(|file| file.path.as_str()).collect();
        findings.push(
            File::new(FFI, "").whole(format!("unsafe code in more than {MOST} files: {}", paths.join(", "))),
        );
    }
    if allowed.iter().filter(|file| file.path.starts_with(STORE)).count() > 1 {
        findings.push(File::new("store/src/", "").whole("more than one mmap.rs with unsafe code"));
    }
    findings.extend(allowed.into_iter().chain(callers).flat_map(unexplained));
    findings
}

fn may(path: &str) -> bool {
    path == DEVICE || path.starts_with(FFI) || (path.starts_with(STORE) && path.ends_with("/mmap.rs"))
}

/// Whether a file calls the C functions as a C program would: a test or benchmark of `ffi`.
fn calls(file: &File) -> bool {
    file.test && file.path.starts_with("ffi/")
}

/// Blocks and `unsafe impl`s without their comment. An `unsafe fn` promises nothing yet, so it needs none here.
fn unexplained(file: &File) -> Vec<Finding> {
    let needs = |at: &usize| {
        let next = file.code[at + "unsafe".len()..].trim_start();
        next.starts_with('{') || next.starts_with("impl")
    };
    let places = rust::words(&file.code, "unsafe").filter(needs);
    let bare = places.filter(|at| !explained(&file.text, rust::line(&file.text, *at)));
    bare.map(|at| file.at(at, "an unsafe block without a `// SAFETY:` comment right above")).collect()
}

/// Looks up from the line, through the comment above it and the statement it is part of.
fn explained(text: &str, line: usize) -> bool {
    let lines: Vec<&str> = text.lines().take(line).map(str::trim).collect();
    let mut above = lines.iter().rev();
    let own = above.next().copied().unwrap_or_default();
    if own.contains("// SAFETY:") {
        return true;
    }
    for line in above {
        if line.contains("// SAFETY:") {
            return true;
        }
        let goes_on = line.starts_with("//") || line.starts_with("#[");
        if !goes_on && (line.is_empty() || line.ends_with([';', '{', '}', ','])) {
            return false;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str =
        "fn f() {\n    // SAFETY: it lives\n    // long enough.\n    let x =\n        unsafe { g() };\n}";

    #[test]
    fn explained_code_in_its_place_passes() {
        let house = House::of(&[
            ("ffi/src/exports.rs", GOOD),
            ("ffi/src/memory.rs", "// SAFETY: plain data.\nunsafe impl Send for X {}\nunsafe fn f() {}"),
            ("ffi/src/tests.rs", GOOD),
            ("ffi/tests/contract.rs", GOOD),
            ("ffi/benches/through_c.rs", GOOD),
            ("store/src/disk/mmap.rs", GOOD),
            ("core/src/lib.rs", "#![forbid(unsafe_code)] // unsafe\nconst A: &str = \"unsafe\";"),
        ]);
        assert_eq!(check(&house), Vec::new());
    }

    #[test]
    fn elsewhere_it_is_found_even_in_tests() {
        for path in ["core/src/a.rs", "store/src/lib.rs", "tests/src/lib.rs", "core/src/tests.rs"] {
            assert_eq!(check(&House::of(&[(path, GOOD)])).len(), 1, "{path}");
        }
    }

    #[test]
    fn too_many_files_are_found() {
        let house = House::of(&[("ffi/src/a.rs", GOOD), ("ffi/src/b.rs", GOOD), ("ffi/src/c.rs", GOOD)]);
        assert_eq!(check(&house).len(), 1);
        let house = House::of(&[("store/src/mmap.rs", GOOD), ("store/src/a/mmap.rs", GOOD)]);
        assert_eq!(check(&house).len(), 1);
    }

    #[test]
    fn a_bare_block_is_found() {
        let bad = [
            "fn f() {\n    unsafe { g() }\n}",
            "fn f() {\n    // SAFETY: for the first one only.\n    unsafe { g() };\n    unsafe { h() };\n}",
            "unsafe impl Send for X {}",
        ];
        for text in bad {
            assert_eq!(check(&House::of(&[("ffi/src/a.rs", text)])).len(), 1, "{text}");
            assert_eq!(check(&House::of(&[("ffi/tests/a.rs", text)])).len(), 1, "{text}");
        }
    }
}
