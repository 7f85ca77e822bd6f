//! The library for telephones: `cargo xtask mobile android` and `cargo xtask mobile apple` lay out what an app takes. Where the
//! NDK or Xcode is missing they build a static library, which needs neither, tell its size, and say what is missing.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::repo::Place;
use crate::run::{output, run, say};
use crate::tools;

/// Android's name of a processor, Rust's, and the NDK's of its compiler.
const ANDROID: &[(&str, &str, &str)] = &[
    ("arm64-v8a", "aarch64-linux-android", "aarch64-linux-android24-clang"),
    ("armeabi-v7a", "armv7-linux-androideabi", "armv7a-linux-androideabi24-clang"),
    ("x86_64", "x86_64-linux-android", "x86_64-linux-android24-clang"),
    ("x86", "i686-linux-android", "i686-linux-android24-clang"),
];
/// What nearly every telephone with Android has.
const TELEPHONE: &str = "aarch64-linux-android";
/// Since Android 15 a device may have pages of 16 KiB, and loads no library that is laid out for smaller ones.
const PAGE: u64 = 16_384;
/// A telephone.
const IPHONE: &str = "aarch64-apple-ios";
/// The simulators, on a Mac of either kind.
const SIMULATORS: [&str; 2] = ["aarch64-apple-ios-sim", "x86_64-apple-ios"];

/// Shared libraries below `jniLibs`, laid out for pages of 16 KiB.
pub(crate) fn android(place: &Place) -> Result<(), String> {
    let Some(bin) = ndk()? else {
        tools::target(place, TELEPHONE)?;
        library(place, TELEPHONE, "staticlib", "")?;
        return Err("There is no Android NDK here, so only a static library for one processor was built. An app needs \
                    shared ones: install the NDK, set ANDROID_NDK_HOME to its folder and run this again"
            .to_owned());
    };
    let folder = place.tools.with_file_name("xtask-mobile").join("jniLibs");
    let _ = fs::remove_dir_all(&folder);
    for (abi, target, clang) in ANDROID {
        tools::target(place, target)?;
        let name = target.to_uppercase().replace('-', "_");
        let clang = bin.join(clang);
        let settings = format!(
            "CARGO_TARGET_{name}_LINKER={} CARGO_TARGET_{name}_RUSTFLAGS=-Clink-arg=-Wl,-z,max-page-size={PAGE} ",
            clang.display()
        );
        let built = library(place, target, "cdylib", &settings)?;
        let stripped = folder.join(abi).join("librastau_mobile.so");
        fs::create_dir_all(folder.join(abi)).map_err(|error| told(&folder, &error))?;
        let (from, to) = (built.display(), stripped.display());
        run(place, &format!("{} --strip-unneeded -o {to} {from}", bin.join("llvm-strip").display()))?;
        let readelf = bin.join("llvm-readelf");
        let (readelf, file) = (readelf.to_string_lossy(), stripped.to_string_lossy());
        let headers = output(place, &readelf, &["--program-headers", "--wide", &file])?;
        if !aligned(&headers) {
            return Err(format!("{file} is not laid out for pages of {PAGE} bytes"));
        }
        tell(&stripped)?;
    }
    say(&format!("An app takes {} as its jniLibs, and mobile/generated/kotlin.", folder.display()));
    Ok(())
}

/// Where the NDK has its programs.
fn ndk() -> Result<Option<PathBuf>, String> {
    let named = ["ANDROID_NDK_HOME", "ANDROID_NDK_ROOT"].into_iter().find_map(env::var_os);
    let Some(named) = named else { return Ok(None) };
    let machines = Path::new(&named).join("toolchains/llvm/prebuilt");
    let machine = fs::read_dir(&machines).map_err(|error| told(&machines, &error))?.flatten().next();
    let machine = machine.ok_or_else(|| format!("{} is empty", machines.display()))?;
    Ok(Some(machine.path().join("bin")))
}

/// Whether every loaded part, as `readelf` lists them, begins at a multiple of a large page.
fn aligned(headers: &str) -> bool {
    let loads: Vec<&str> = headers.lines().map(str::trim).filter(|line| line.starts_with("LOAD")).collect();
    let align = |line: &&str| {
        let last = line.split_whitespace().next_back()?;
        u64::from_str_radix(last.trim_start_matches("0x"), 16).ok()
    };
    !loads.is_empty() && loads.iter().all(|line| align(line).is_some_and(|align| align >= PAGE))
}

/// An XCFramework for telephones and simulators.
pub(crate) fn apple(place: &Place) -> Result<(), String> {
    tools::target(place, IPHONE)?;
    let phone = library(place, IPHONE, "staticlib", "")?;
    if env::consts::OS != "macos" {
        return Err(
            "An XCFramework is put together by Xcode, on a Mac: only the static library was built here"
                .to_owned(),
        );
    }
    let folder = place.tools.with_file_name("xtask-mobile").join("apple");
    let _ = fs::remove_dir_all(&folder);
    let (headers, both) = (folder.join("headers"), folder.join("librastau_mobile.a"));
    fs::create_dir_all(&headers).map_err(|error| told(&headers, &error))?;
    // Xcode finds a module map by this name only.
    for (from, to) in [("RastauFFI.h", "RastauFFI.h"), ("RastauFFI.modulemap", "module.modulemap")] {
        let from = place.root.join("mobile/generated/swift").join(from);
        fs::copy(&from, headers.join(to)).map_err(|error| told(&from, &error))?;
    }
    let mut simulators = Vec::new();
    for target in SIMULATORS {
        tools::target(place, target)?;
        simulators.push(library(place, target, "staticlib", "")?.display().to_string());
    }
    let (both, headers) = (both.display(), headers.display());
    run(place, &format!("lipo -create {} -output {both}", simulators.join(" ")))?;
    let framework = folder.join("Rastau.xcframework");
    run(
        place,
        &format!(
            "xcodebuild -create-xcframework -library {} -headers {headers} -library {both} -headers {headers} -output {}",
            phone.display(),
            framework.display()
        ),
    )?;
    say(&format!("An app takes {} and mobile/generated/swift/Rastau.swift.", framework.display()));
    Ok(())
}

/// Builds one kind of library for a target and tells its size.
fn library(place: &Place, target: &str, kind: &str, settings: &str) -> Result<PathBuf, String> {
    // One kind alone: beside the Rust library cargo would leave link-time optimisation out.
    run(
        place,
        &format!(
            "{settings}cargo rustc -p rastau-mobile --lib --crate-type {kind} --release --locked --target {target}"
        ),
    )?;
    let name = if kind == "staticlib" { "librastau_mobile.a" } else { "librastau_mobile.so" };
    let target = place.tools.with_file_name(target);
    let path = target.join("release").join(name);
    tell(&path)?;
    Ok(path)
}

fn tell(path: &Path) -> Result<(), String> {
    let bytes = fs::metadata(path).map_err(|error| told(path, &error))?.len();
    say(&format!("{bytes:>10} bytes: {}", path.display()));
    Ok(())
}

fn told(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_library_for_small_pages_is_seen() {
        let load = |align: &str| format!("  LOAD           0x000000 0x0 0x0 0x1000 0x1000 R   {align}\n");
        assert!(aligned(&format!(
            "Program Headers:\n{}{}  DYNAMIC 0x1 0x8\n",
            load("0x4000"),
            load("0x10000")
        )));
        assert!(!aligned(&format!("{}{}", load("0x4000"), load("0x1000"))));
        assert!(!aligned("  DYNAMIC 0x1 0x8\n"));
    }
}
