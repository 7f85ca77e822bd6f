//! The C code of the guide and the header compile without a warning.
#![allow(missing_docs)]

mod support;

use std::process::Command;

use support::{here, succeeded};

#[test]
fn the_guide_compiles() {
    let guide = std::fs::read_to_string(here().join("../docs/c.md")).unwrap();
    let blocks: Vec<&str> =
        guide.split("```c\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    assert!(blocks.len() >= 2);
    let folder = tempfile::tempdir().unwrap();
    for (number, block) in blocks.iter().enumerate() {
        let path = folder.path().join(format!("block-{number}.c"));
        std::fs::write(&path, block).unwrap();
        let mut cc = Command::new("cc");
        cc.args(["-std=c11", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-I"])
            .arg(here().join("include"));
        succeeded(&cc.arg(&path).output().expect("a C compiler called cc"));
    }
}

/// The header is valid C99 and C++17.
#[test]
fn the_header_is_c99_and_cpp17() {
    for (compiler, standard, language) in [("cc", "-std=c99", "c"), ("c++", "-std=c++17", "c++")] {
        let mut command = Command::new(compiler);
        command.args([
            standard,
            "-x",
            language,
            "-fsyntax-only",
            "-Wall",
            "-Wextra",
            "-pedantic",
            "-Werror",
            "-I",
        ]);
        command.arg(here().join("include"));
        let name = if language == "c" { "rastau.h" } else { "rastau.hpp" };
        let output = command.arg("-include").arg(name).arg("/dev/null").output();
        succeeded(&output.expect("a compiler"));
    }
}
