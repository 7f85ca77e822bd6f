//! The C library as C programs get it: `cargo xtask ffi install --prefix DIR` lays it out, and the step `ffi` of the check
//! builds the examples from what was laid out, and from nothing else.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use crate::repo::Place;
use crate::run::{output, run, say};
use crate::tools;

/// The first number of the interface, in `librastau.so.0` (`ffi/build.rs` says it to the linker).
const SOVERSION: &str = "0";
/// A 64-bit ARM with Linux.
const AARCH64: &str = "aarch64-unknown-linux-gnu";

/// Builds the library and lays it out below a folder.
pub(crate) fn install(place: &Place, prefix: &Path, release: bool) -> Result<(), String> {
    let (flag, profile) = if release { (" --release", "release") } else { ("", "debug") };
    // Without the Rust library, for whose sake cargo would leave link-time optimisation out.
    let kinds = "--lib --crate-type cdylib,staticlib";
    run(place, &format!("cargo rustc -p rastau-ffi {kinds} --locked{flag}"))?;
    let built = place.tools.parent().unwrap_or(&place.root).join(profile);
    let version =
        version(&fs::read_to_string(place.root.join("Cargo.toml")).map_err(|error| error.to_string())?)?;
    let (lib, include, source) = (prefix.join("lib"), prefix.join("include"), place.root.join("ffi"));
    let shared = format!("librastau.so.{version}");
    for header in ["rastau.h", "rastau.hpp"] {
        copy(&source.join("include").join(header), &include.join(header))?;
    }
    copy(&built.join("librastau.a"), &lib.join("librastau.a"))?;
    copy(&built.join("librastau.so"), &lib.join(&shared))?;
    let soname = format!("librastau.so.{SOVERSION}");
    link(&shared, &lib.join(&soname))?;
    link(&soname, &lib.join("librastau.so"))?;
    let libraries = static_libraries(place, &built)?;
    for (name, folder, separator) in [
        ("rastau.pc", "pkgconfig", " "),
        ("rastau-config.cmake", "cmake/rastau", ";"),
        ("rastau-config-version.cmake", "cmake/rastau", ";"),
    ] {
        let template = source.join("install").join(format!("{name}.in"));
        let text = fs::read_to_string(&template).map_err(|error| told(&template, &error))?;
        let text = text.replace("@VERSION@", &version).replace("@SOVERSION@", SOVERSION);
        write(&lib.join(folder).join(name), &text.replace("@STATIC_LIBS@", &libraries.join(separator)))?;
    }
    say(&format!("Installed Rastau {version} below {}.", prefix.display()));
    Ok(())
}

/// What a program that links `librastau.a` needs beside it, as the compiler itself says.
fn static_libraries(place: &Place, built: &Path) -> Result<Vec<String>, String> {
    let probe = built.join("xtask-native-libs");
    fs::create_dir_all(&probe).map_err(|error| told(&probe, &error))?;
    write(&probe.join("empty.rs"), "")?;
    let empty = probe.join("empty.rs").to_string_lossy().into_owned();
    let list = probe.join("list").to_string_lossy().into_owned();
    let folder = probe.to_string_lossy().into_owned();
    let asked = format!("native-static-libs={list}");
    let flags = ["--crate-type", "staticlib", "--out-dir", &folder, "--print", &asked, &empty];
    output(place, "rustc", &flags)?;
    let text = fs::read_to_string(probe.join("list")).map_err(|error| told(&probe, &error))?;
    Ok(text.split_whitespace().map(str::to_owned).collect())
}

/// The step of the check: the header, the examples from installed files by both ways of finding them, every test.
pub(crate) fn check(place: &Place, command: &str) -> Result<(), String> {
    for (program, package) in
        [("cmake", "cmake"), ("pkg-config", "pkg-config"), ("valgrind", "valgrind"), ("python3", "python3")]
    {
        tools::debian(place, program, package)?;
    }
    let folder = place.tools.with_file_name("xtask-ffi");
    // Stale files would hide a file that is no longer laid out.
    let _ = fs::remove_dir_all(&folder);
    let prefix = folder.join("prefix");
    install(place, &prefix, false)?;
    let (prefix, made, cmade) = (prefix.display(), folder.join("make"), folder.join("cmake"));
    run(
        place,
        &format!("PKG_CONFIG_PATH={prefix}/lib/pkgconfig make -s -C ffi/examples OUT={}", made.display()),
    )?;
    run(
        place,
        &format!(
            "cmake -S ffi/examples -B {} -DCMAKE_PREFIX_PATH={prefix} --log-level=WARNING",
            cmade.display()
        ),
    )?;
    run(place, &format!("cmake --build {}", cmade.display()))?;
    run(place, command)?;
    for examples in [made, cmade] {
        let tests = "cargo test -p rastau-ffi --test examples --locked";
        run(place, &format!("RASTAU_EXAMPLES={} {tests}", examples.display()))?;
    }
    Ok(())
}

/// The library for a 64-bit ARM, as boards and telephones have, asked by a C program compiled for it.
pub(crate) fn check_aarch64(place: &Place, command: &str) -> Result<(), String> {
    tools::target(place, AARCH64)?;
    tools::debian(place, "aarch64-linux-gnu-gcc", "gcc-aarch64-linux-gnu")?;
    tools::debian(place, "qemu-aarch64-static", "qemu-user-static")?;
    let linker = "CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER=aarch64-linux-gnu-gcc";
    run(
        place,
        &format!("{linker} cargo rustc -p rastau-ffi --lib --crate-type cdylib --target {AARCH64} --locked"),
    )?;
    run(place, command)
}

/// `0.1.0` out of the workspace's manifest.
fn version(manifest: &str) -> Result<String, String> {
    let line = manifest.lines().find_map(|line| line.strip_prefix("version = \""));
    let version = line.and_then(|rest| rest.split('"').next());
    version.map(str::to_owned).ok_or_else(|| "the root's Cargo.toml has no version".to_owned())
}

fn told(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}

fn folder_of(path: &Path) -> Result<(), String> {
    let folder = path.parent().map(PathBuf::from).unwrap_or_default();
    fs::create_dir_all(&folder).map_err(|error| told(&folder, &error))
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    folder_of(to)?;
    // Beside, and put in place: a program that runs on the old library keeps it.
    let beside = to.with_extension("part");
    fs::copy(from, &beside).map_err(|error| told(from, &error))?;
    fs::rename(&beside, to).map_err(|error| told(to, &error))
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    folder_of(path)?;
    fs::write(path, text).map_err(|error| told(path, &error))
}

fn link(target: &str, path: &Path) -> Result<(), String> {
    if path.is_symlink() {
        fs::remove_file(path).map_err(|error| told(path, &error))?;
    }
    symlink(target, path).map_err(|error| told(path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_workspace_s() {
        let manifest = "[workspace.package]\nversion = \"1.2.3\"\n[workspace.dependencies]\na = \"4\"\n";
        assert_eq!(version(manifest).unwrap(), "1.2.3");
        assert!(version("a = { version = \"4\" }").is_err());
    }

    #[test]
    fn links_are_replaced() {
        let path = std::env::temp_dir().join(format!("xtask-link-{}", std::process::id()));
        link("one", &path).unwrap();
        link("two", &path).unwrap();
        assert_eq!(fs::read_link(&path).unwrap(), Path::new("two"));
        fs::remove_file(&path).unwrap();
    }
}
