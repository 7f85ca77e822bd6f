//! Selects a sample of the corpus: every third of the cases on the bundle `base` without a trusted state.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("OUT_DIR, which cargo sets"));
    let mut folders: Vec<PathBuf> = fs::read_dir(corpus.join("cases"))
        .expect("the corpus")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    folders.sort();
    let mut text = String::from("[\n");
    let mut candidates = 0;
    for folder in folders {
        let question = fs::read_to_string(folder.join("case.json")).expect("a case");
        let value = |name: &str| {
            let (_, rest) = question.split_once(&format!("\"{name}\": "))?;
            Some(rest.split([',', '\n']).next()?.trim().trim_matches('"').to_string())
        };
        let plain = value("bundle").as_deref() == Some("bundles/base")
            && value("state").as_deref() == Some("null")
            && value("accept").as_deref() == Some("late")
            && value("grace").is_none();
        candidates += u32::from(plain);
        if !plain || candidates % 3 != 1 {
            continue;
        }
        let on = value("on").filter(|day| day != "null");
        writeln!(
            text,
            "    Case {{ name: {:?}, root: include_bytes!({:?}), now: {:?}, on: {on:?}, input: include_str!({:?}), expected: include_str!({:?}) }},",
            folder.file_name().expect("a name").to_string_lossy(),
            corpus.join(value("root").expect("a root")),
            value("now").expect("a time"),
            folder.join("input.txt"),
            folder.join("expected.json"),
        )
        .expect("text");
    }
    text.push(']');
    fs::write(out.join("cases.rs"), text).expect("a file");
    println!("cargo::rerun-if-changed={}", corpus.display());
    println!("cargo::rustc-link-search={}", env!("CARGO_MANIFEST_DIR"));
}
