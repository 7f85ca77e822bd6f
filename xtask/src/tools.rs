//! Bringing what a step needs. Each function does nothing when the thing is there, and otherwise says what it does and
//! how long it took, or, where it cannot, what a person has to install.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::repo::Place;
use crate::run::{output, run, say, works};

/// The cargo-deny that `deny.toml` is written for. A newer one on the machine is accepted.
pub(crate) const DENY: [u32; 3] = [0, 20, 2];

/// The wasm-pack that makes the npm package. A newer one on the machine is accepted.
pub(crate) const WASM_PACK: [u32; 3] = [0, 15, 1];

/// The cargo-fuzz that runs the targets in `fuzz/`. A newer one on the machine is accepted.
pub(crate) const FUZZ: [u32; 3] = [0, 13, 2];

/// The oldest Node.js that the package and its tests are for.
const NODE: u32 = 20;

/// A rustup component that gives `cargo SUBCOMMAND`. The default profile has them; the minimal one has not.
pub(crate) fn component(place: &Place, component: &str, subcommand: &str) -> Result<(), String> {
    if works(place, "cargo", &[subcommand, "--version"]) {
        return Ok(());
    }
    let otherwise =
        format!("install {component} for this Rust toolchain: `rustup component add {component}`");
    timed(place, &format!("rustup component add {component}"), &otherwise)
}

/// A nightly toolchain with components, for what only a nightly can do. One that is there is kept as it is.
pub(crate) fn nightly(place: &Place, components: &[&str]) -> Result<(), String> {
    let installed = output(place, "rustup", &["component", "list", "--toolchain", "nightly", "--installed"]);
    let has = |component: &&str| {
        installed.as_ref().is_ok_and(|list| list.lines().any(|line| line.starts_with(component)))
    };
    if installed.is_ok() && components.iter().all(has) {
        return Ok(());
    }
    let names = components.join(" ");
    let command = if installed.is_ok() {
        format!("rustup component add --toolchain nightly {names}")
    } else {
        let named: String = components.iter().map(|component| format!(" --component {component}")).collect();
        format!("rustup toolchain install nightly --profile minimal{named}")
    };
    timed(place, &command, &format!("install a nightly Rust toolchain; components: {names}"))
}

/// The standard library (here: `core` and `alloc`) for another target.
pub(crate) fn target(place: &Place, target: &str) -> Result<(), String> {
    let folder = output(place, "rustc", &["--print", "target-libdir", "--target", target])?;
    if has_core(Path::new(folder.trim())) {
        return Ok(());
    }
    let otherwise = format!(
        "install the Rust target {target}: `rustup target add {target}`, or without rustup your system's package \
         of the Rust library for it"
    );
    timed(place, &format!("rustup target add {target}"), &otherwise)
}

fn has_core(folder: &Path) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.into_iter().any(|entry| entry.file_name().to_string_lossy().starts_with("libcore-"))
}

/// A command of Rust's registry, built into `target/xtask-tools`: kept between runs, no root needed, nothing of the
/// machine changed. Its build folder is kept until it is done, so that an interrupted installation goes on.
pub(crate) fn cargo_tool(place: &Place, tool: &str, wanted: [u32; 3]) -> Result<(), String> {
    let found = output(place, tool, &["--version"]).ok();
    if found.as_deref().and_then(version).is_some_and(|found| found >= wanted) {
        return Ok(());
    }
    let wanted = wanted.map(|part| part.to_string()).join(".");
    // Written from the root where they lie below it, so that a space in the root's own path does no harm.
    let root = place.tools.strip_prefix(&place.root).unwrap_or(&place.tools).display();
    say(&format!("{tool} {wanted} is not here; building it takes some minutes, the first time only."));
    let build = format!("{root}/build-{tool}");
    let command = format!(
        "cargo install {tool} --version ={wanted} --locked --debug --root {root} --target-dir {build}"
    );
    timed(place, &command, &format!("install {tool} {wanted} or newer so that it is on the path"))?;
    // Only a cache: a folder that cannot be removed costs room, not correctness.
    let _ = fs::remove_dir_all(place.tools.join(format!("build-{tool}")));
    Ok(())
}

/// The packages of a folder with a `package-lock.json`, exactly those; none of their install scripts is run.
pub(crate) fn npm_packages(place: &Place, folder: &str) -> Result<(), String> {
    let node = output(place, "node", &["--version"]).unwrap_or_default();
    let major =
        node.trim().trim_start_matches('v').split('.').next().and_then(|part| part.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        return Err(format!("this needs Node.js {NODE} or newer with npm, on the path; found {node:?}"));
    }
    let folder_path = place.root.join(folder);
    let written = |name: &str| fs::metadata(folder_path.join(name)).and_then(|found| found.modified()).ok();
    // npm writes this file last, so an installation that was interrupted is made again.
    if written("node_modules/.package-lock.json")
        .is_some_and(|done| Some(done) >= written("package-lock.json"))
    {
        return Ok(());
    }
    let otherwise = "look at what npm says; it needs the npm registry once";
    timed(place, &format!("npm --prefix {folder} ci --ignore-scripts --no-audit --no-fund"), otherwise)
}

/// A program of a Debian package. Installed where that can be done without asking anybody: as root, with apt-get.
pub(crate) fn debian(place: &Place, program: &str, package: &str) -> Result<(), String> {
    if works(place, program, &["--version"]) { Ok(()) } else { debian_package(place, program, package) }
}

/// A file of a Debian package, installed like [`debian`]'s.
pub(crate) fn debian_file(place: &Place, file: &str, package: &str) -> Result<(), String> {
    if Path::new(file).exists() { Ok(()) } else { debian_package(place, file, package) }
}

fn debian_package(place: &Place, program: &str, package: &str) -> Result<(), String> {
    let otherwise = format!("install {program}; on Debian: `apt-get install {package}`");
    let root = output(place, "id", &["-u"]).is_ok_and(|id| id.trim() == "0");
    if !root || !works(place, "apt-get", &["--version"]) {
        return Err(format!("{program} is not here. What to do: {otherwise}"));
    }
    say(&format!("{program} is not here: installing Debian's {package}."));
    // The lists may be older than the packages: refreshed only where it does not work without.
    let install = format!("DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet {package}");
    timed(place, &install, &otherwise).or_else(|_| {
        run(place, "apt-get update --quiet")?;
        timed(place, &install, &otherwise)
    })
}

/// What a list for pip pins, by hash, into a folder of its own below the tools: nothing of the machine's Python is changed.
pub(crate) fn python_packages(place: &Place, list: &str, name: &str) -> Result<PathBuf, String> {
    let folder = place.tools.join(name);
    let wanted = fs::read_to_string(place.root.join(list)).map_err(|error| format!("{list}: {error}"))?;
    // Written last, so that an installation that was interrupted is made again.
    let done = folder.join("installed.txt");
    if fs::read_to_string(&done).is_ok_and(|installed| installed == wanted) {
        return Ok(folder);
    }
    if !works(place, "python3", &["-m", "pip", "--version"]) {
        debian_package(place, "pip", "python3-pip")?;
    }
    let _ = fs::remove_dir_all(&folder);
    say(&format!("What {list} names is not here: installing it for this project alone."));
    let flags = "--quiet --disable-pip-version-check --no-cache-dir --no-deps --require-hashes";
    let command = format!("python3 -m pip install {flags} --target {} -r {list}", folder.display());
    timed(place, &command, "look at what pip says; it needs the Python package index once")?;
    fs::write(&done, wanted).map_err(|error| format!("{}: {error}", done.display()))?;
    Ok(folder)
}

/// Chromium, for the tests in a browser; `CHROMIUM` names another one than the system's.
pub(crate) fn chromium(place: &Place) -> Result<(), String> {
    let named = std::env::var_os("CHROMIUM").unwrap_or_else(|| "/usr/bin/chromium".into());
    if Path::new(&named).exists() {
        return Ok(());
    }
    let otherwise = "install Chromium (Debian: `apt-get install chromium`), or set CHROMIUM to its path";
    if std::env::var_os("CHROMIUM").is_some() {
        return Err(format!("CHROMIUM names nothing that is there. What to do: {otherwise}"));
    }
    debian(place, "chromium", "chromium")
}

/// Three numbers out of `cargo-deny 0.20.2`.
fn version(line: &str) -> Option<[u32; 3]> {
    let numbers = line.split_whitespace().nth(1)?.split(['-', '+']).next()?;
    let mut parts = numbers.split('.').map(str::parse);
    let version = [parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?];
    parts.next().is_none().then_some(version)
}

fn timed(place: &Place, command: &str, otherwise: &str) -> Result<(), String> {
    let begun = Instant::now();
    run(place, command).map_err(|error| format!("{error}. What to do: {otherwise}"))?;
    say(&format!("Installed in {:.0} s.", begun.elapsed().as_secs_f64()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert_eq!(version("cargo-deny 0.20.2\n"), Some([0, 20, 2]));
        assert!(version("cargo-deny 0.100.0") > Some([0, 20, 2]));
        assert!(version("cargo-deny 0.9.14") < Some([0, 20, 2]));
        assert_eq!(version("cargo-deny 1.0.0-rc.1"), Some([1, 0, 0]));
        assert_eq!(version("cargo-deny"), None);
        assert_eq!(version("cargo-deny new"), None);
    }

    #[test]
    fn a_folder_without_the_library_is_seen() {
        assert!(!has_core(Path::new("no/such/folder")));
    }
}
