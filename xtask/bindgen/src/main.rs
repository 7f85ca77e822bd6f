//! The command `wasm-bindgen`, as much of it as `wasm-pack` calls: the JavaScript glue and the declarations of a module.
//!
//! `wasm-pack` wants that command in exactly the version of the library. The one that is published takes minutes to
//! install and brings a web server with it; this one is made from the library's own lock file.

use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

const USAGE: &str =
    "Usage: wasm-bindgen MODULE.wasm --out-dir FOLDER --out-name NAME --target web [--typescript]";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if words == ["--version"] {
        println!("wasm-bindgen {}", wasm_bindgen_shared::version());
        return ExitCode::SUCCESS;
    }
    match Asked::read(&words).map_or_else(|| Err(USAGE.to_owned()), |asked| asked.generate()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// What is to be made of which module. Anything else that could be asked for is refused rather than passed over.
struct Asked<'a> {
    module: &'a str,
    folder: &'a str,
    name: &'a str,
    typescript: bool,
}

impl<'a> Asked<'a> {
    fn read(words: &'a [String]) -> Option<Self> {
        let (mut module, mut folder, mut name, mut target, mut typescript) = (None, None, None, None, false);
        let mut words = words.iter().map(String::as_str);
        while let Some(word) = words.next() {
            match word {
                "--out-dir" => folder = Some(words.next()?),
                "--out-name" => name = Some(words.next()?),
                "--target" => target = Some(words.next()?),
                "--typescript" => typescript = true,
                "--no-typescript" => typescript = false,
                // wasm-pack's own choice for a profile of ours; names are stripped from the module anyway.
                "--no-demangle" => {}
                word if !word.starts_with('-') && module.is_none() => module = Some(word),
                _ => return None,
            }
        }
        (target? == "web").then_some(Self { module: module?, folder: folder?, name: name?, typescript })
    }

    fn generate(&self) -> Result<(), String> {
        let mut bindgen = Bindgen::new();
        bindgen.input_path(self.module).out_name(self.name).typescript(self.typescript);
        let bindgen = bindgen.omit_default_module_path(false).web(true);
        bindgen
            .and_then(|bindgen| bindgen.generate(self.folder))
            .map_err(|error| format!("{}: {error:#}", self.module))
    }
}
