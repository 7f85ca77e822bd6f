//! The generated sources match the library, as far as a test without the generator can compare them. If a test fails, run
//! `cargo xtask mobile generate`. The step `mobile` of the check compares the sources completely.
#![allow(missing_docs)]

use std::collections::BTreeSet;
use std::path::Path;

use rastau_mobile::ErrorCode;

fn generated(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("generated").join(name);
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn the_library_has_every_function_that_the_sources_call() {
    let header = generated("swift/RastauFFI.h");
    let words = header.split(|c: char| !c.is_alphanumeric() && c != '_');
    let called = words.filter(|word| word.starts_with("uniffi_rastau_mobile_")).collect::<BTreeSet<_>>();
    assert!(called.len() > 20, "{}", called.len());
    let name = format!("{}rastau_mobile{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    let library = std::env::current_exe().unwrap().with_file_name(name);
    let library = std::fs::read(library).unwrap();
    let symbols = library.split(|byte| *byte == 0).filter(|symbol| symbol.starts_with(b"uniffi_"));
    let exported: BTreeSet<&[u8]> = symbols.collect();
    let missing: Vec<_> = called.iter().filter(|name| !exported.contains(name.as_bytes())).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// The value of a code is its number, in Kotlin under the name that it has in C.
#[test]
fn the_sources_have_every_error_code() {
    let (kotlin, swift) = (generated("kotlin/rastau/rastau.kt"), generated("swift/Rastau.swift"));
    for code in ErrorCode::ALL {
        let (name, number) = (code.name(), code.number());
        assert!(kotlin.contains(&format!("    {name}({number})")), "Kotlin: {name}");
        assert!(swift.contains(&format!(" = {number}\n")), "Swift: {name}");
    }
}
