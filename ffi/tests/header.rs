//! The committed header is what cbindgen makes of the sources, and says what it must.
#![allow(missing_docs)]

use rastau_core::error::ErrorCode;
use std::path::{Path, PathBuf};

fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// A text with a capital letter.
fn sentence(text: &str) -> String {
    let (first, rest) = text.split_at(1);
    first.to_uppercase() + rest
}

fn made() -> String {
    let mut config = cbindgen::Config::from_file(here().join("cbindgen.toml")).expect("cbindgen.toml");
    let constant = |code: &ErrorCode| {
        format!("// {}.\n#define RASTAU_STATUS_{} {}\n", sentence(code.text()), code.name(), code.number())
    };
    let constants: Vec<String> = ErrorCode::ALL.iter().map(constant).collect();
    config.after_includes = config.after_includes.map(|text| format!("{text}\n\n{}", constants.join("\n")));
    let mut builder = cbindgen::Builder::new().with_config(config);
    // Ground first: what stands earlier in the list stands earlier in the header.
    for file in ["types", "status", "verdict", "verifier", "exports", "memory"] {
        builder = builder.with_src(here().join(format!("src/{file}.rs")));
    }
    let mut text = Vec::new();
    builder.generate().expect("a header").write(&mut text);
    String::from_utf8(text).expect("UTF-8")
}

#[test]
fn the_committed_header_is_the_sources_own() {
    let path = here().join("include/rastau.h");
    let made = made();
    if std::env::var_os("UPDATE_DOCS").is_some_and(|value| value == "1") {
        std::fs::write(&path, &made).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == made,
        "ffi/include/rastau.h is not what the sources make; run with UPDATE_DOCS=1 and read the difference"
    );
}

#[test]
fn the_header_speaks_of_this_version() {
    let header = made();
    let numbers = env!("CARGO_PKG_VERSION").split('.').collect::<Vec<_>>();
    for (name, number) in ["MAJOR", "MINOR", "PATCH"].iter().zip(numbers) {
        assert!(header.contains(&format!("#define RASTAU_VERSION_{name} {number}\n")), "{name}");
    }
    assert!(!header.contains("enum "), "only integers of a fixed width cross the border");
}
