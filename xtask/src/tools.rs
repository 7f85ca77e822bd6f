//! Installs what a step needs. Each function does nothing if the tool is there. Otherwise it reports what it installs
//! and how long that took, or, where it cannot install, what to do.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::command::{log, output, run, succeeds};
use crate::workspace::{Workspace, at_path};

/// The minimum version of cargo-deny, for which `deny.toml` is written.
pub(crate) const DENY: [u32; 3] = [0, 20, 2];

/// The minimum version of wasm-pack, which builds the npm package.
pub(crate) const WASM_PACK: [u32; 3] = [0, 15, 1];

/// The minimum version of cargo-fuzz, which runs the targets in `fuzz/`.
pub(crate) const FUZZ: [u32; 3] = [0, 13, 2];

/// The minimum version of cargo-mutants, which `.cargo/mutants.toml` configures.
pub(crate) const MUTANTS: [u32; 3] = [27, 1, 0];

/// The minimum major version of Node.js for the npm package and its tests.
const NODE: u32 = 20;

/// Installs the rustup component that provides `cargo SUBCOMMAND`. rustup's minimal profile lacks some.
pub(crate) fn component(workspace: &Workspace, component: &str, subcommand: &str) -> Result<(), String> {
    if succeeds(workspace, "cargo", &[subcommand, "--version"]) {
        return Ok(());
    }
    let advice = format!("install {component} for this Rust toolchain: `rustup component add {component}`");
    install(workspace, &format!("rustup component add {component}"), &advice)
}

/// Installs a nightly toolchain with components. An installed nightly is not updated.
pub(crate) fn nightly(workspace: &Workspace, components: &[&str]) -> Result<(), String> {
    let list = ["component", "list", "--toolchain", "nightly", "--installed"];
    let installed = output(workspace, "rustup", &list);
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
        let options: String =
            components.iter().map(|component| format!(" --component {component}")).collect();
        format!("rustup toolchain install nightly --profile minimal{options}")
    };
    install(workspace, &command, &format!("install a nightly Rust toolchain; components: {names}"))
}

/// Installs the standard library, or `core` and `alloc`, for another target.
pub(crate) fn target(workspace: &Workspace, target: &str) -> Result<(), String> {
    let directory = output(workspace, "rustc", &["--print", "target-libdir", "--target", target])?;
    if has_core(Path::new(directory.trim())) {
        return Ok(());
    }
    let advice = format!(
        "install the Rust target {target}: `rustup target add {target}`, or without rustup the system's package of \
         the Rust library for it"
    );
    install(workspace, &format!("rustup target add {target}"), &advice)
}

fn has_core(directory: &Path) -> bool {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    entries.into_iter().any(|entry| entry.file_name().to_string_lossy().starts_with("libcore-"))
}

/// Builds a program from crates.io into `target/xtask-tools`, unless that version or a newer one is on the PATH. Needs
/// no root and changes nothing else on the machine. An interrupted build is continued.
pub(crate) fn cargo_tool(workspace: &Workspace, tool: &str, minimum: [u32; 3]) -> Result<(), String> {
    let installed = output(workspace, tool, &["--version"]).ok();
    if installed.as_deref().and_then(version).is_some_and(|installed| installed >= minimum) {
        return Ok(());
    }
    let minimum = minimum.map(|part| part.to_string()).join(".");
    let tools = workspace.tools();
    // A relative path where possible, because commands are split at spaces and the root's path may have some.
    let root = tools.strip_prefix(&workspace.root).unwrap_or(&tools).display();
    log(&format!("{tool} {minimum} is not installed; building it takes some minutes, the first time only."));
    let build = format!("{root}/build-{tool}");
    let command = format!(
        "cargo install {tool} --version ={minimum} --locked --debug --root {root} --target-dir {build}"
    );
    install(workspace, &command, &format!("install {tool} {minimum} or newer on the PATH"))?;
    // Only a cache: if it cannot be removed, it takes disk space and does no other harm.
    let _ = fs::remove_dir_all(tools.join(format!("build-{tool}")));
    Ok(())
}

/// Installs the npm packages of a directory's `package-lock.json`, without running their install scripts.
pub(crate) fn npm_packages(workspace: &Workspace, directory: &str) -> Result<(), String> {
    let node = output(workspace, "node", &["--version"]).unwrap_or_default();
    let major =
        node.trim().trim_start_matches('v').split('.').next().and_then(|part| part.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        return Err(format!("expected Node.js {NODE} or newer with npm on the PATH, found {node:?}"));
    }
    let path = workspace.root.join(directory);
    let modified = |name: &str| fs::metadata(path.join(name)).and_then(|metadata| metadata.modified()).ok();
    // npm writes this file last, so an interrupted installation is repeated.
    if modified("node_modules/.package-lock.json")
        .is_some_and(|installed| Some(installed) >= modified("package-lock.json"))
    {
        return Ok(());
    }
    let advice = "read npm's message; this needs access to the npm registry, once";
    install(workspace, &format!("npm --prefix {directory} ci --ignore-scripts --no-audit --no-fund"), advice)
}

/// Installs a program from a Debian package. This is possible without a question as root, with apt-get.
pub(crate) fn debian_program(workspace: &Workspace, program: &str, package: &str) -> Result<(), String> {
    if succeeds(workspace, program, &["--version"]) {
        Ok(())
    } else {
        debian_package(workspace, program, package)
    }
}

/// Installs a file from a Debian package, like [`debian_program`].
pub(crate) fn debian_file(workspace: &Workspace, file: &str, package: &str) -> Result<(), String> {
    if Path::new(file).exists() { Ok(()) } else { debian_package(workspace, file, package) }
}

fn debian_package(workspace: &Workspace, name: &str, package: &str) -> Result<(), String> {
    let advice = format!("install {name}; on Debian: `apt-get install {package}`");
    let is_root = output(workspace, "id", &["-u"]).is_ok_and(|id| id.trim() == "0");
    if !is_root || !succeeds(workspace, "apt-get", &["--version"]) {
        return Err(format!("{name} not found; {advice}"));
    }
    log(&format!("{name} not found: installing Debian's {package}."));
    let command = format!("DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet {package}");
    // The package lists may be out of date. They are refreshed only if the first try fails.
    install(workspace, &command, &advice).or_else(|_| {
        run(workspace, "apt-get update --quiet")?;
        install(workspace, &command, &advice)
    })
}

/// Installs the Python packages that a requirements file pins by hash, into a directory below the tools, and returns
/// that directory. The machine's Python is not changed.
pub(crate) fn python_packages(
    workspace: &Workspace,
    requirements: &str,
    name: &str,
) -> Result<PathBuf, String> {
    let directory = workspace.tools().join(name);
    let required = workspace.read(requirements)?;
    // Written last, so an interrupted installation is repeated.
    let marker = directory.join("installed.txt");
    if fs::read_to_string(&marker).is_ok_and(|installed| installed == required) {
        return Ok(directory);
    }
    if !succeeds(workspace, "python3", &["-m", "pip", "--version"]) {
        debian_package(workspace, "pip", "python3-pip")?;
    }
    let _ = fs::remove_dir_all(&directory);
    log(&format!("Installing the packages of {requirements} for this project only."));
    let options = "--quiet --disable-pip-version-check --no-cache-dir --no-deps --require-hashes";
    let command =
        format!("python3 -m pip install {options} --target {} -r {requirements}", directory.display());
    let advice = "read pip's message; this needs access to the Python package index, once";
    install(workspace, &command, advice)?;
    fs::write(&marker, required).map_err(at_path(&marker))?;
    Ok(directory)
}

/// Installs Chromium for the tests in a browser. The environment variable `CHROMIUM` names another one.
pub(crate) fn chromium(workspace: &Workspace) -> Result<(), String> {
    let configured = std::env::var_os("CHROMIUM");
    let path = configured.clone().unwrap_or_else(|| "/usr/bin/chromium".into());
    if Path::new(&path).exists() {
        return Ok(());
    }
    if configured.is_some() {
        return Err(format!(
            "CHROMIUM is {}, which does not exist; set it to Chromium's path",
            path.display()
        ));
    }
    debian_program(workspace, "chromium", "chromium")
}

/// Reads the version from a line such as `cargo-deny 0.20.2`.
fn version(line: &str) -> Option<[u32; 3]> {
    let numbers = line.split_whitespace().nth(1)?.split(['-', '+']).next()?;
    let mut parts = numbers.split('.').map(str::parse);
    let version = [parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?];
    parts.next().is_none().then_some(version)
}

fn install(workspace: &Workspace, command: &str, advice: &str) -> Result<(), String> {
    let start = Instant::now();
    run(workspace, command).map_err(|error| format!("{error}; {advice}"))?;
    log(&format!("Installed in {:.0} s.", start.elapsed().as_secs_f64()));
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
    fn a_missing_directory_has_no_library() {
        assert!(!has_core(Path::new("no/such/directory")));
    }
}
