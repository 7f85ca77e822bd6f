//! The library for Android and iOS. `cargo xtask mobile android` and `cargo xtask mobile apple` build what an app
//! includes. Without the NDK or Xcode they build only a static library, which needs neither, print its size, and report
//! what is missing.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{log, output, run};
use crate::tools;
use crate::workspace::{Workspace, at_path};

/// The ABI as Android names it, the Rust target, and the NDK's compiler.
const ANDROID: &[(&str, &str, &str)] = &[
    ("arm64-v8a", "aarch64-linux-android", "aarch64-linux-android24-clang"),
    ("armeabi-v7a", "armv7-linux-androideabi", "armv7a-linux-androideabi24-clang"),
    ("x86_64", "x86_64-linux-android", "x86_64-linux-android24-clang"),
    ("x86", "i686-linux-android", "i686-linux-android24-clang"),
];
/// The target of nearly every Android telephone.
const ANDROID_PHONE: &str = "aarch64-linux-android";
/// The page size in bytes. Devices since Android 15 may have pages of 16 KiB, and load only libraries aligned to them.
const PAGE_SIZE: u64 = 16_384;
/// The target of iOS devices.
const IPHONE: &str = "aarch64-apple-ios";
/// The targets of the simulators on Macs with Apple and Intel processors.
const SIMULATORS: [&str; 2] = ["aarch64-apple-ios-sim", "x86_64-apple-ios"];

/// Builds a `jniLibs` directory of shared libraries, aligned to pages of 16 KiB.
pub(crate) fn android(workspace: &Workspace) -> Result<(), String> {
    let Some(bin) = ndk()? else {
        tools::target(workspace, ANDROID_PHONE)?;
        build_library(workspace, ANDROID_PHONE, "staticlib", "")?;
        return Err(
            "no Android NDK found: built only a static library for one processor. An app needs shared \
                    libraries: install the NDK, set ANDROID_NDK_HOME to its directory and run this again"
                .to_owned(),
        );
    };
    let directory = workspace.target.join("xtask-mobile/jniLibs");
    let _ = fs::remove_dir_all(&directory);
    for (abi, target, clang) in ANDROID {
        tools::target(workspace, target)?;
        let name = target.to_uppercase().replace('-', "_");
        let clang = bin.join(clang);
        let environment = format!(
            "CARGO_TARGET_{name}_LINKER={} CARGO_TARGET_{name}_RUSTFLAGS=-Clink-arg=-Wl,-z,max-page-size={PAGE_SIZE} ",
            clang.display()
        );
        let built = build_library(workspace, target, "cdylib", &environment)?;
        let stripped = directory.join(abi).join("librastau_mobile.so");
        fs::create_dir_all(directory.join(abi)).map_err(at_path(&directory))?;
        let (from, to) = (built.display(), stripped.display());
        run(workspace, &format!("{} --strip-unneeded -o {to} {from}", bin.join("llvm-strip").display()))?;
        let readelf = bin.join("llvm-readelf");
        let (readelf, file) = (readelf.to_string_lossy(), stripped.to_string_lossy());
        let headers = output(workspace, &readelf, &["--program-headers", "--wide", &file])?;
        if !is_aligned(&headers) {
            return Err(format!("{file} is not aligned to pages of {PAGE_SIZE} bytes"));
        }
        log_size(&stripped)?;
    }
    log(&format!("An app includes {} as its jniLibs, and mobile/generated/kotlin.", directory.display()));
    Ok(())
}

/// Returns the directory of the NDK's programs, if an NDK is configured.
fn ndk() -> Result<Option<PathBuf>, String> {
    let root = ["ANDROID_NDK_HOME", "ANDROID_NDK_ROOT"].into_iter().find_map(env::var_os);
    let Some(root) = root else { return Ok(None) };
    let hosts = Path::new(&root).join("toolchains/llvm/prebuilt");
    let host = fs::read_dir(&hosts).map_err(at_path(&hosts))?.flatten().next();
    let host = host.ok_or_else(|| format!("{} is empty", hosts.display()))?;
    Ok(Some(host.path().join("bin")))
}

/// Returns whether every loaded segment that `readelf` lists is aligned to at least [`PAGE_SIZE`].
fn is_aligned(headers: &str) -> bool {
    let segments: Vec<&str> =
        headers.lines().map(str::trim).filter(|line| line.starts_with("LOAD")).collect();
    let alignment = |line: &&str| {
        let last = line.split_whitespace().next_back()?;
        u64::from_str_radix(last.trim_start_matches("0x"), 16).ok()
    };
    !segments.is_empty()
        && segments.iter().all(|line| alignment(line).is_some_and(|alignment| alignment >= PAGE_SIZE))
}

/// Builds an XCFramework for iOS devices and simulators.
pub(crate) fn apple(workspace: &Workspace) -> Result<(), String> {
    tools::target(workspace, IPHONE)?;
    let device = build_library(workspace, IPHONE, "staticlib", "")?;
    if env::consts::OS != "macos" {
        return Err("an XCFramework needs Xcode on a Mac: built only the static library".to_owned());
    }
    let directory = workspace.target.join("xtask-mobile/apple");
    let _ = fs::remove_dir_all(&directory);
    let (headers, simulators) = (directory.join("headers"), directory.join("librastau_mobile.a"));
    fs::create_dir_all(&headers).map_err(at_path(&headers))?;
    // Xcode requires this name of a module map.
    for (from, to) in [("RastauFFI.h", "RastauFFI.h"), ("RastauFFI.modulemap", "module.modulemap")] {
        let from = workspace.root.join("mobile/generated/swift").join(from);
        fs::copy(&from, headers.join(to)).map_err(at_path(&from))?;
    }
    let mut built = Vec::new();
    for target in SIMULATORS {
        tools::target(workspace, target)?;
        built.push(build_library(workspace, target, "staticlib", "")?.display().to_string());
    }
    let (simulators, headers) = (simulators.display(), headers.display());
    run(workspace, &format!("lipo -create {} -output {simulators}", built.join(" ")))?;
    let framework = directory.join("Rastau.xcframework");
    run(
        workspace,
        &format!(
            "xcodebuild -create-xcframework -library {} -headers {headers} -library {simulators} -headers {headers} \
             -output {}",
            device.display(),
            framework.display()
        ),
    )?;
    log(&format!("An app includes {} and mobile/generated/swift/Rastau.swift.", framework.display()));
    Ok(())
}

/// Builds one kind of library for a target and prints its size.
fn build_library(
    workspace: &Workspace,
    target: &str,
    kind: &str,
    environment: &str,
) -> Result<PathBuf, String> {
    // One kind alone, because cargo omits link-time optimisation if the Rust library is built too.
    let options = format!("--lib --crate-type {kind} --release --locked --target {target}");
    run(workspace, &format!("{environment}cargo rustc -p rastau-mobile {options}"))?;
    let name = if kind == "staticlib" { "librastau_mobile.a" } else { "librastau_mobile.so" };
    let path = workspace.target.join(target).join("release").join(name);
    log_size(&path)?;
    Ok(path)
}

fn log_size(path: &Path) -> Result<(), String> {
    let bytes = fs::metadata(path).map_err(at_path(path))?.len();
    log(&format!("{bytes:>10} bytes: {}", path.display()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_library_for_small_pages_is_not_aligned() {
        let load = |align: &str| format!("  LOAD           0x000000 0x0 0x0 0x1000 0x1000 R   {align}\n");
        assert!(is_aligned(&format!(
            "Program Headers:\n{}{}  DYNAMIC 0x1 0x8\n",
            load("0x4000"),
            load("0x10000")
        )));
        assert!(!is_aligned(&format!("{}{}", load("0x4000"), load("0x1000"))));
        assert!(!is_aligned("  DYNAMIC 0x1 0x8\n"));
    }
}
