//! The committed header is what cbindgen makes from the sources, with the constants of the error codes.
#![allow(missing_docs)]

use std::path::{Path, PathBuf};

use rastau_core::error::ErrorCode;
use rastau_messages::Lang;

/// The line of the header after which the other statuses are written.
const SUCCESS: &str = "#define RASTAU_OK 0\n";
/// The line of the header after which the languages are written.
const LAST_SIZE: &str = "#define RASTAU_MAX_VERIFY_BYTES 262144\n";

fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// Returns a text as a sentence, with a capital letter and a full stop.
fn sentence(text: &str) -> String {
    let (first, rest) = text.split_at(1);
    format!("{}{rest}.", first.to_uppercase())
}

/// Returns the constants of the error codes.
fn statuses() -> String {
    let constant = |code: &ErrorCode| {
        format!("// {}\n#define RASTAU_STATUS_{} {}\n", sentence(code.text()), code.name(), code.number())
    };
    ErrorCode::ALL.iter().map(constant).collect::<Vec<_>>().join("\n")
}

/// Returns the constants of the languages.
fn languages() -> String {
    let constant = |lang: Lang| {
        format!("// {}.\n#define RASTAU_LANG_{} {}\n", lang.name(), lang.code().to_uppercase(), lang.number())
    };
    Lang::ALL.map(constant).join("\n")
}

fn generated() -> String {
    let config = cbindgen::Config::from_file(here().join("cbindgen.toml")).expect("cbindgen.toml");
    let mut builder = cbindgen::Builder::new().with_config(config);
    // The order of the files is the order of the header.
    for file in ["types", "status", "verdict", "verifier", "session", "exports", "memory"] {
        builder = builder.with_src(here().join(format!("src/{file}.rs")));
    }
    let mut text = Vec::new();
    builder.generate().expect("a header").write(&mut text);
    let text = String::from_utf8(text).expect("UTF-8");
    // After the status of success, with the comment that introduces them (`src/status.rs`).
    let (before, after) = text.split_once(SUCCESS).expect("the status of success");
    let text = format!("{before}{SUCCESS}\n{}{after}", statuses());
    let (before, after) = text.split_once(LAST_SIZE).expect("the last size");
    format!("{before}{LAST_SIZE}\n{}{after}", languages())
}

#[test]
fn the_committed_header_is_generated_from_the_sources() {
    let path = here().join("include/rastau.h");
    let generated = generated();
    if std::env::var_os("UPDATE_DOCS").is_some_and(|value| value == "1") {
        std::fs::write(&path, &generated).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == generated,
        "ffi/include/rastau.h differs from the sources; run with UPDATE_DOCS=1 and review the difference"
    );
}

#[test]
fn the_header_states_this_version() {
    let header = generated();
    let numbers = env!("CARGO_PKG_VERSION").split('.').collect::<Vec<_>>();
    for (name, number) in ["MAJOR", "MINOR", "PATCH"].iter().zip(numbers) {
        assert!(header.contains(&format!("#define RASTAU_VERSION_{name} {number}\n")), "{name}");
    }
    assert!(!header.contains("enum "), "only integers of a fixed width cross the C boundary");
}
