//! Release builds that contain no path of the computer that made them: the same sources give the same bytes in every
//! directory.
//!
//! A compiler writes the paths of source files into programs, for messages of panics and assertions. The flags of
//! [`environment`] replace them. Cargo leaves `--remap-path-prefix` out of its hashes, so the flags themselves, which
//! contain the paths, change nothing.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{output, run_with};
use crate::workspace::{Workspace, at_path};

/// What [`build`] builds: the program.
const PROGRAM: &str = "cargo build --release --locked -p rastau";

/// What [`check`] builds: a program with few dependencies.
pub(crate) const SAMPLE: &str = "cargo build --release --locked -p xtask";

/// The file that [`SAMPLE`] makes, below the build directory.
const SAMPLE_FILE: &str = "release/xtask";

/// Builds the program for release.
pub(crate) fn build(workspace: &Workspace) -> Result<(), String> {
    run_with(workspace, PROGRAM, &environment(workspace, &cargo_home()?)?)?;
    println!("{}", workspace.target.join("release/rastau").display());
    Ok(())
}

/// Builds a small program from copies of the sources in two directories with a Cargo home each, and compares the bytes.
pub(crate) fn check(workspace: &Workspace, command: &str) -> Result<(), String> {
    let place = workspace.target.join("dist-check");
    // Paths of different lengths, so that differences in length show too.
    let homes = [place.join("a"), place.join("another-home")];
    let mut made = Vec::new();
    for home in &homes {
        let sources = home.join("sources");
        copy_sources(workspace, &sources)?;
        let cargo = cargo_home_like(&cargo_home()?, &home.join("cargo"))?;
        let copy = Workspace { target: sources.join("target"), root: sources };
        let mut variables = environment(&copy, &cargo)?;
        variables.push(("CARGO_HOME", cargo.into()));
        variables.push(("CARGO_TARGET_DIR", copy.target.clone().into()));
        run_with(&copy, command, &variables)?;
        let file = copy.target.join(SAMPLE_FILE);
        made.push(fs::read(&file).map_err(at_path(&file))?);
    }
    let place = place.to_string_lossy();
    if made.iter().any(|bytes| contains(bytes, place.as_bytes())) {
        return Err(format!("the program contains the path {place}"));
    }
    match made.as_slice() {
        [one, other] if one == other => Ok(()),
        _ => Err("builds from two directories differ".to_owned()),
    }
}

/// Returns the variables with which a build contains none of the paths: of the sources, the build directory, Cargo's
/// home, and the toolchain.
fn environment(workspace: &Workspace, cargo: &Path) -> Result<Vec<(&'static str, OsString)>, String> {
    let toolchain = PathBuf::from(output(workspace, "rustc", &["--print", "sysroot"])?.trim());
    // The last matching one is used, so narrower paths follow wider ones.
    let prefixes: [(&Path, &str); 4] = [
        (&workspace.root, "/rastau"),
        (&workspace.target, "/rastau/target"),
        (cargo, "/cargo"),
        (&toolchain, "/rust"),
    ];
    let map = |flag: &str| -> Vec<String> {
        prefixes.iter().map(|(path, name)| format!("{flag}={}={name}", path.display())).collect()
    };
    let mut variables =
        vec![("CARGO_ENCODED_RUSTFLAGS", OsString::from(map("--remap-path-prefix").join("\u{1f}")))];
    // SQLite and the cryptography of TLS are in C. Microsoft's compiler has no such flag.
    if !cfg!(target_env = "msvc") {
        variables.push(("CFLAGS", map("-ffile-prefix-map").join(" ").into()));
    }
    Ok(variables)
}

fn cargo_home() -> Result<PathBuf, String> {
    let home = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let default = || home("HOME").or_else(|| home("USERPROFILE")).map(|home| home.join(".cargo"));
    home("CARGO_HOME").or_else(default).ok_or_else(|| "no home directory of Cargo".to_owned())
}

/// Copies the files that git knows.
fn copy_sources(workspace: &Workspace, to: &Path) -> Result<(), String> {
    for name in output(workspace, "git", &["ls-files", "-z"])?.split_terminator('\0') {
        let (from, to) = (workspace.root.join(name), to.join(name));
        if !from.is_file() {
            continue;
        }
        fs::create_dir_all(to.parent().unwrap_or(&to)).map_err(at_path(&to))?;
        // Unchanged files are kept, so that a second run builds little.
        let bytes = fs::read(&from).map_err(at_path(&from))?;
        if fs::read(&to).ok().as_ref() != Some(&bytes) {
            fs::write(&to, bytes).map_err(at_path(&to))?;
        }
    }
    Ok(())
}

/// Makes a Cargo home with the configuration and the downloads of another. The sources are unpacked in it again.
fn cargo_home_like(from: &Path, to: &Path) -> Result<PathBuf, String> {
    for name in ["config.toml", "registry/index", "registry/cache"] {
        let (from, to) = (from.join(name), to.join(name));
        fs::create_dir_all(to.parent().unwrap_or(&to)).map_err(at_path(&to))?;
        if from.exists() && !to.exists() {
            link(&from, &to).map_err(at_path(&to))?;
        }
    }
    Ok(to.to_owned())
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(from, to)
}

/// Cargo downloads the rest again.
#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> std::io::Result<()> {
    Ok(())
}

fn contains(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_path_is_replaced_in_rust_and_in_c_the_narrower_one_last() {
        let workspace = Workspace { root: "/".into(), target: "/t".into() };
        let variables = environment(&workspace, Path::new("/h/a b/.cargo")).unwrap();
        let value = |name: &str| {
            let value = variables.iter().find(|(key, _)| *key == name).unwrap();
            value.1.to_str().unwrap().to_owned()
        };
        let flags: Vec<String> =
            value("CARGO_ENCODED_RUSTFLAGS").split('\u{1f}').map(str::to_owned).collect();
        assert_eq!(flags[..2], ["--remap-path-prefix=/=/rastau", "--remap-path-prefix=/t=/rastau/target"]);
        assert_eq!(flags[2], "--remap-path-prefix=/h/a b/.cargo=/cargo");
        assert!(flags.len() == 4 && flags[3].ends_with("=/rust"), "{flags:?}");
        assert!(value("CFLAGS").contains("-ffile-prefix-map=/t=/rastau/target"));
    }

    #[test]
    fn a_path_in_a_program_is_found() {
        assert!(contains(b"\x7fELF/h/x/src", b"/h/x"));
        assert!(!contains(b"\x7fELF/cargo/src", b"/h/x"));
    }
}
