//! The C library as C programs install it. `cargo xtask ffi install --prefix DIR` installs it; the step `ffi` builds the
//! examples from the installed files only.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use crate::command::{log, output, run};
use crate::tools;
use crate::workspace::{Workspace, at_path};

/// The ABI version in `librastau.so.0`. `ffi/build.rs` passes the same number to the linker.
const SOVERSION: &str = "0";
/// 64-bit ARM with Linux.
const AARCH64: &str = "aarch64-unknown-linux-gnu";

/// Builds the library and installs it below `prefix`: header, libraries, pkg-config and CMake files.
pub(crate) fn install(workspace: &Workspace, prefix: &Path, release: bool) -> Result<(), String> {
    let (option, profile) = if release { (" --release", "release") } else { ("", "debug") };
    // Without the Rust library, because cargo omits link-time optimisation if that is built too.
    let kinds = "--lib --crate-type cdylib,staticlib";
    run(workspace, &format!("cargo rustc -p rastau-ffi {kinds} --locked{option}"))?;
    let built = workspace.target.join(profile);
    let version = version(&workspace.read("Cargo.toml")?)?;
    let (lib, include, source) = (prefix.join("lib"), prefix.join("include"), workspace.root.join("ffi"));
    let shared = format!("librastau.so.{version}");
    for header in ["rastau.h", "rastau.hpp"] {
        copy(&source.join("include").join(header), &include.join(header))?;
    }
    copy(&built.join("librastau.a"), &lib.join("librastau.a"))?;
    copy(&built.join("librastau.so"), &lib.join(&shared))?;
    let soname = format!("librastau.so.{SOVERSION}");
    link(&shared, &lib.join(&soname))?;
    link(&soname, &lib.join("librastau.so"))?;
    let libraries = static_libraries(workspace, &built)?;
    for (name, directory, separator) in [
        ("rastau.pc", "pkgconfig", " "),
        ("rastau-config.cmake", "cmake/rastau", ";"),
        ("rastau-config-version.cmake", "cmake/rastau", ";"),
    ] {
        let text = workspace.read(&format!("ffi/install/{name}.in"))?;
        let text = text.replace("@VERSION@", &version).replace("@SOVERSION@", SOVERSION);
        write(&lib.join(directory).join(name), &text.replace("@STATIC_LIBS@", &libraries.join(separator)))?;
    }
    log(&format!("Installed Rastau {version} in {}.", prefix.display()));
    Ok(())
}

/// Returns the system libraries that a program needs besides `librastau.a`, as rustc lists them.
fn static_libraries(workspace: &Workspace, built: &Path) -> Result<Vec<String>, String> {
    let directory = built.join("xtask-native-libs");
    let (source, list) = (directory.join("empty.rs"), directory.join("list"));
    write(&source, "")?;
    let print = format!("native-static-libs={}", list.display());
    let (out_dir, source) = (directory.to_string_lossy(), source.to_string_lossy());
    let arguments = ["--crate-type", "staticlib", "--out-dir", &out_dir, "--print", &print, &source];
    output(workspace, "rustc", &arguments)?;
    let text = fs::read_to_string(&list).map_err(at_path(&list))?;
    Ok(text.split_whitespace().map(str::to_owned).collect())
}

/// Runs the step `ffi`: installs the library, builds the examples with pkg-config and with CMake, runs every test.
pub(crate) fn check(workspace: &Workspace, command: &str) -> Result<(), String> {
    for program in ["cmake", "pkg-config", "valgrind", "python3"] {
        tools::debian_program(workspace, program, program)?;
    }
    let directory = workspace.target.join("xtask-ffi");
    // Files of an earlier run would mask that a file is no longer installed.
    let _ = fs::remove_dir_all(&directory);
    let prefix = directory.join("prefix");
    install(workspace, &prefix, false)?;
    let (prefix, make, cmake) = (prefix.display(), directory.join("make"), directory.join("cmake"));
    run(
        workspace,
        &format!("PKG_CONFIG_PATH={prefix}/lib/pkgconfig make -s -C ffi/examples OUT={}", make.display()),
    )?;
    run(
        workspace,
        &format!(
            "cmake -S ffi/examples -B {} -DCMAKE_PREFIX_PATH={prefix} --log-level=WARNING",
            cmake.display()
        ),
    )?;
    run(workspace, &format!("cmake --build {}", cmake.display()))?;
    run(workspace, command)?;
    for examples in [make, cmake] {
        let test = "cargo test -p rastau-ffi --test examples --locked";
        run(workspace, &format!("RASTAU_EXAMPLES={} {test}", examples.display()))?;
    }
    Ok(())
}

/// Runs the step `aarch64`: cross-builds the library for 64-bit ARM and calls it from a C program compiled for it.
pub(crate) fn check_aarch64(workspace: &Workspace, command: &str) -> Result<(), String> {
    tools::target(workspace, AARCH64)?;
    tools::debian_program(workspace, "aarch64-linux-gnu-gcc", "gcc-aarch64-linux-gnu")?;
    tools::debian_program(workspace, "qemu-aarch64-static", "qemu-user-static")?;
    let linker = "CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER=aarch64-linux-gnu-gcc";
    run(
        workspace,
        &format!("{linker} cargo rustc -p rastau-ffi --lib --crate-type cdylib --target {AARCH64} --locked"),
    )?;
    run(workspace, command)
}

/// Reads the version from the root manifest.
fn version(manifest: &str) -> Result<String, String> {
    let line = manifest.lines().find_map(|line| line.strip_prefix("version = \""));
    let version = line.and_then(|rest| rest.split('"').next());
    version.map(str::to_owned).ok_or_else(|| "the root Cargo.toml has no version".to_owned())
}

fn create_parent(path: &Path) -> Result<(), String> {
    let directory = path.parent().map(PathBuf::from).unwrap_or_default();
    fs::create_dir_all(&directory).map_err(at_path(&directory))
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    create_parent(to)?;
    // Copied to another name and renamed: a program that has loaded the old library keeps it.
    let part = to.with_extension("part");
    fs::copy(from, &part).map_err(at_path(from))?;
    fs::rename(&part, to).map_err(at_path(to))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    create_parent(path)?;
    fs::write(path, text).map_err(at_path(path))
}

fn link(target: &str, path: &Path) -> Result<(), String> {
    if path.is_symlink() {
        fs::remove_file(path).map_err(at_path(path))?;
    }
    symlink(target, path).map_err(at_path(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_version_of_the_workspace() {
        let manifest = "[workspace.package]\nversion = \"1.2.3\"\n[workspace.dependencies]\na = \"4\"\n";
        assert_eq!(version(manifest).unwrap(), "1.2.3");
        assert!(version("a = { version = \"4\" }").is_err());
    }

    #[test]
    fn replaces_links() {
        let path = std::env::temp_dir().join(format!("xtask-link-{}", std::process::id()));
        link("one", &path).unwrap();
        link("two", &path).unwrap();
        assert_eq!(fs::read_link(&path).unwrap(), Path::new("two"));
        fs::remove_file(&path).unwrap();
    }
}
