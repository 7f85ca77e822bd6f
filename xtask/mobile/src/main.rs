//! Writes the Kotlin and Swift that go with the library of `rastau-mobile`: `cargo xtask mobile generate` calls it.
//!
//! The published command brings a parser of command lines and a formatter's guesses with it; this one is the same
//! generator in the version of the lock file, which is the one that made the library.

use std::process::ExitCode;

use uniffi_bindgen::bindings::{GenerateOptions, TargetLanguage, generate};

/// From the root, where this is run.
const CONFIG: &str = "mobile/uniffi.toml";
const USAGE: &str = "Usage: rastau-mobile-sources LIBRARY FOLDER";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [library, folder] = words.as_slice() else {
        eprintln!("{USAGE}");
        return ExitCode::FAILURE;
    };
    for (language, name) in [(TargetLanguage::Kotlin, "kotlin"), (TargetLanguage::Swift, "swift")] {
        let options = GenerateOptions {
            languages: vec![language],
            source: library.into(),
            out_dir: format!("{folder}/{name}").into(),
            config_override: Some(CONFIG.into()),
            ..GenerateOptions::default()
        };
        if let Err(error) = generate(options) {
            eprintln!("{name} from {library}: {error:#}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
