//! Builds C programs against the library that `cargo test` has just built, or against one for another machine:
//! `RASTAU_LIBRARY` is the directory of the library, `RASTAU_CC` its C compiler and `RASTAU_RUN` the program that runs its
//! programs. The step `aarch64` of the check sets them.
#![allow(dead_code)] // each test uses some of it

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Returns the directory of the crate.
pub(crate) fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// Returns the path of a library, beside the test itself.
pub(crate) fn library(name: &str) -> PathBuf {
    let exe = std::env::current_exe().expect("a test that runs");
    let folder = std::env::var_os("RASTAU_LIBRARY").map(|folder| here().join("..").join(folder));
    let path = folder.unwrap_or_else(|| exe.parent().expect("a folder").to_path_buf()).join(name);
    assert!(path.is_file(), "{} does not exist", path.display());
    path
}

/// Returns a directory with the library under the names that the linker and the loader search for.
pub(crate) fn libraries() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["librastau.so", "librastau.so.0"] {
        std::fs::copy(library("librastau.so"), folder.path().join(name)).unwrap();
    }
    folder
}

/// Compiles a C program of `tests/`, with further compiler flags.
pub(crate) fn compile(folder: &Path, name: &str, flags: &[&str]) -> PathBuf {
    let flags = [&["-std=c11", "-D_GNU_SOURCE", "-Wno-unused-function"], flags].concat();
    let compiler = std::env::var("RASTAU_CC").unwrap_or_else(|_| "cc".into());
    build(folder, &compiler, &flags, &here().join(format!("tests/{name}.c")), name)
}

/// Returns the command that runs a compiled program.
pub(crate) fn start(program: &Path) -> Command {
    let Some(runner) = std::env::var_os("RASTAU_RUN") else { return Command::new(program) };
    let mut command = Command::new(runner);
    command.arg(program);
    command
}

/// Compiles an example.
pub(crate) fn compile_example(folder: &Path, source: &str, program: &str) -> PathBuf {
    let path = here().join("examples").join(source);
    if source.ends_with(".cpp") {
        build(folder, "c++", &["-std=c++17"], &path, program)
    } else {
        build(folder, "cc", &["-std=c11"], &path, program)
    }
}

/// Compiles a program; every warning is an error.
fn build(folder: &Path, compiler: &str, flags: &[&str], source: &Path, name: &str) -> PathBuf {
    let program = folder.join(name);
    let output = Command::new(compiler)
        .args(["-O1", "-g", "-Wall", "-Wextra", "-Werror"])
        .args(flags)
        .arg("-I")
        .arg(here().join("include"))
        .arg(source)
        .arg("-L")
        .arg(folder)
        .arg(format!("-Wl,-rpath,{}", folder.display()))
        .args(["-lrastau", "-o"])
        .arg(&program)
        .output()
        .unwrap_or_else(|error| panic!("a compiler called {compiler}: {error}"));
    succeeded(&output);
    program
}

/// Returns the standard output of a program, which must have succeeded.
pub(crate) fn succeeded(output: &Output) -> String {
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{}\n{out}{err}", output.status);
    out.into_owned()
}
