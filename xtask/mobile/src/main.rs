//! Writes the Kotlin and Swift sources for the library `rastau-mobile`. `cargo xtask mobile generate` calls it.
//!
//! It is the generator of the published command, without that command's argument parser and formatter, in the version of
//! the lock file, which must be the library's.

use std::process::ExitCode;

use uniffi_bindgen::bindings::{GenerateOptions, TargetLanguage, generate};

/// The configuration, from the root, where this program runs.
const CONFIG: &str = "mobile/uniffi.toml";
const USAGE: &str = "Usage: rastau-mobile-sources LIBRARY DIR";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [library, directory] = arguments.as_slice() else {
        eprintln!("{USAGE}");
        return ExitCode::FAILURE;
    };
    for (language, name) in [(TargetLanguage::Kotlin, "kotlin"), (TargetLanguage::Swift, "swift")] {
        let options = GenerateOptions {
            languages: vec![language],
            source: library.into(),
            out_dir: format!("{directory}/{name}").into(),
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
