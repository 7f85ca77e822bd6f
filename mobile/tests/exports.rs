//! The generated sources call functions by name: the library must have each of them, or somebody forgot
//! `cargo xtask mobile generate`. The step `mobile` compares the sources themselves, and needs a generator for that.
#![allow(missing_docs)]

use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn the_library_has_every_function_that_the_sources_call() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let header = std::fs::read_to_string(here.join("generated/swift/RastauFFI.h")).unwrap();
    let words = header.split(|c: char| !c.is_alphanumeric() && c != '_');
    let named = words.filter(|word| word.starts_with("uniffi_rastau_mobile_")).collect::<BTreeSet<_>>();
    assert!(named.len() > 20, "{}", named.len());
    let name = format!("{}rastau_mobile{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    let library = std::env::current_exe().unwrap().with_file_name(name);
    let library = std::fs::read(library).unwrap();
    let symbols = library.split(|byte| *byte == 0).filter(|symbol| symbol.starts_with(b"uniffi_"));
    let has: BTreeSet<&[u8]> = symbols.collect();
    let lacks: Vec<_> = named.iter().filter(|name| !has.contains(name.as_bytes())).collect();
    assert!(lacks.is_empty(), "{lacks:?}");
}
