//! The part of the command `wasm-bindgen` that `wasm-pack` calls: it writes the JavaScript and TypeScript declarations of
//! a module.
//!
//! `wasm-pack` needs the command in the version of the library. The published command takes minutes to install and
//! includes a web server. This one has the library's version from the lock file.

use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

const USAGE: &str =
    "Usage: wasm-bindgen MODULE.wasm --out-dir DIR --out-name NAME --target web [--typescript]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments == ["--version"] {
        println!("wasm-bindgen {}", wasm_bindgen_shared::version());
        return ExitCode::SUCCESS;
    }
    match Options::parse(&arguments).map_or_else(|| Err(USAGE.to_owned()), |options| options.generate()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The options of the command. Unknown options are rejected.
struct Options<'a> {
    module: &'a str,
    directory: &'a str,
    name: &'a str,
    typescript: bool,
}

impl<'a> Options<'a> {
    fn parse(arguments: &'a [String]) -> Option<Self> {
        let (mut module, mut directory, mut name, mut target, mut typescript) =
            (None, None, None, None, false);
        let mut arguments = arguments.iter().map(String::as_str);
        while let Some(argument) = arguments.next() {
            match argument {
                "--out-dir" => directory = Some(arguments.next()?),
                "--out-name" => name = Some(arguments.next()?),
                "--target" => target = Some(arguments.next()?),
                "--typescript" => typescript = true,
                "--no-typescript" => typescript = false,
                // wasm-pack passes it for custom profiles. The names are stripped from the module anyway.
                "--no-demangle" => {}
                path if !path.starts_with('-') && module.is_none() => module = Some(path),
                _ => return None,
            }
        }
        (target? == "web").then_some(Self { module: module?, directory: directory?, name: name?, typescript })
    }

    fn generate(&self) -> Result<(), String> {
        let mut bindgen = Bindgen::new();
        bindgen.input_path(self.module).out_name(self.name).typescript(self.typescript);
        let bindgen = bindgen.omit_default_module_path(false).web(true);
        bindgen
            .and_then(|bindgen| bindgen.generate(self.directory))
            .map_err(|error| format!("{}: {error:#}", self.module))
    }
}
