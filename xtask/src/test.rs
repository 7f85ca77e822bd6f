//! `cargo xtask test`: a fast test of what was changed. It checks format and repository rules, and for each changed crate
//! its lints and tests; a change of `core` or `messages` replays the corpus. Crates that depend on a changed one are not
//! tested, and neither are the bindings in their own languages: `cargo xtask check` does both.

use std::collections::BTreeSet;

use crate::command::{log, run};
use crate::git;
use crate::metadata::{Package, packages};
use crate::repo;
use crate::steps::measure;
use crate::summary::StepResult;
use crate::workspace::Workspace;

/// The crates whose answers the corpus records.
const ANSWERING: &[&str] = &["rastau-core", "rastau-messages"];
/// The crate that replays it, and how.
const REPLAY: (&str, &str) =
    ("rastau-tests", "cargo test -p rastau-tests --test corpus --test rules --locked");

/// A crate whose integration tests need programs that only the check installs.
const UNIT_TESTS_ONLY: &str = "rastau-ffi";

/// Documents that tests read: the path's beginning, the package and its test.
const DOCUMENTS: &[(&str, &str, &str)] = &[
    ("ARCHITECTURE.md", "rastau", "docs"),
    ("CHANGELOG.md", "rastau", "docs"),
    ("CONTRIBUTING.md", "rastau", "docs"),
    ("README.md", "rastau", "docs"),
    ("README.md", "rastau", "program"),
    (".github/workflows/check.yml", "rastau", "docs"),
    ("docs/README.md", "rastau", "docs"),
    ("docs/decisions", "rastau", "docs"),
    ("docs/operator.md", "rastau", "docs"),
    ("docs/operator.md", "rastau", "program"),
    ("docs/performance.md", "rastau", "docs"),
    ("docs/threat-model.md", "rastau", "docs"),
    ("docs/tutorials", "rastau", "docs"),
    ("docs/law.md", "rastau-core", "law_page"),
    ("docs/formats", "rastau-core", "formats"),
    ("docs/rastau.schema.json", "rastau-tests", "schema"),
];

/// Files that only a step of the check tests: the path's beginning and the step.
const OTHER_STEPS: &[(&str, &str)] = &[
    ("Cargo.lock", "deny"),
    ("Cargo.toml", "tests"),
    ("bench/benches/", "benches"),
    ("bench/cortex-m/", "embedded"),
    ("deny.toml", "deny"),
    ("docs/c.md", "ffi"),
    ("ffi/", "ffi"),
    ("fuzz/", "fuzz"),
    ("mobile/", "mobile"),
    ("wasm/", "wasm"),
    ("web-demo/", "web"),
    ("xtask/bindgen/", "wasm"),
    ("xtask/mobile/", "mobile"),
];

/// What to run, and what remains for the check.
pub(crate) struct Plan {
    /// Printed first: what was changed.
    heading: String,
    /// Each command with its name in the summary.
    commands: Vec<(String, String)>,
    /// Steps of the check that test other changed files.
    other_steps: BTreeSet<&'static str>,
}

/// Returns the plan for the named crates; without names, for what was changed.
pub(crate) fn plan(workspace: &Workspace, names: &[&str]) -> Result<Plan, String> {
    let packages = packages(workspace)?;
    if names.is_empty() {
        let (files, base) = git::changed(workspace)?;
        let plan = plan_for(&packages, &files);
        return Ok(Plan {
            heading: format!("{} files changed since {base}. {}", files.len(), plan.heading),
            ..plan
        });
    }
    let find = |name: &&str| {
        let directory = name.trim_end_matches('/');
        let matches = |package: &&Package| {
            package.name == *name || package.directory().trim_end_matches('/') == directory
        };
        packages.iter().find(matches).ok_or_else(|| format!("unknown crate {name:?}"))
    };
    let named = names.iter().map(find).collect::<Result<Vec<&Package>, String>>()?;
    Ok(plan_for(&packages, &named.iter().map(|package| package.manifest.clone()).collect()))
}

fn plan_for(packages: &[Package], files: &BTreeSet<String>) -> Plan {
    let owner = |path: &String| {
        let owners = packages.iter().filter(|package| path.starts_with(package.directory()));
        owners.max_by_key(|package| package.directory().len())
    };
    let is_other_workspace =
        |path: &str| path.starts_with("bench/cortex-m/") || path.starts_with("xtask/mobile/");
    let in_crates = files.iter().filter(|path| !is_other_workspace(path));
    let owners: BTreeSet<&str> = in_crates.filter_map(owner).map(|package| package.name.as_str()).collect();
    let changed = packages.iter().filter(|package| owners.contains(package.name.as_str()));
    let is_changed = |name: &str| owners.contains(name);
    let mut commands = Vec::new();
    let mut add = |name: String, command: String| {
        if !commands.contains(&(name.clone(), command.clone())) {
            commands.push((name, command));
        }
    };
    // One command for each crate, because packages built together share their features: another set of changed crates
    // would compile the dependencies again.
    for Package { name, has_library, .. } in changed {
        add(
            format!("clippy {name}"),
            format!("cargo clippy -p {name} --all-targets --locked -- -D warnings"),
        );
        let library = if *has_library { " --lib" } else { "" };
        let others = if name == UNIT_TESTS_ONLY { "" } else { " --bins --tests" };
        add(format!("test {name}"), format!("cargo test -p {name}{library}{others} --no-fail-fast --locked"));
    }
    let (replayer, replay) = REPLAY;
    if ANSWERING.iter().any(|name| is_changed(name)) && !is_changed(replayer) {
        add("corpus".to_owned(), replay.to_owned());
    }
    for (path, package, test) in DOCUMENTS {
        if files.iter().any(|file| file.starts_with(path)) && !is_changed(package) {
            add(format!("{package} {test}"), format!("cargo test -p {package} --test {test} --locked"));
        }
    }
    let other_steps = OTHER_STEPS.iter().filter(|(path, _)| files.iter().any(|file| file.starts_with(path)));
    let names = owners.into_iter().collect::<Vec<_>>().join(", ");
    let heading = format!("Changed crates: {}.", if names.is_empty() { "none" } else { &names });
    Plan { heading, commands, other_steps: other_steps.map(|(_, step)| *step).collect() }
}

impl Plan {
    /// Runs every command, also after a failure.
    pub(crate) fn run(&self, workspace: &Workspace) -> Vec<StepResult> {
        const FMT: &str = "cargo fmt --all --check";
        log(&self.heading);
        let mut results = vec![
            measure("fmt", FMT, || run(workspace, FMT)),
            measure("repo", "the repository rules", || repo::check(workspace, "")),
        ];
        results.extend(self.commands.iter().map(|(name, line)| measure(name, line, || run(workspace, line))));
        let steps: Vec<&str> = self.other_steps.iter().copied().collect();
        if !steps.is_empty() {
            log(&format!("\nChanged files are also tested by: cargo xtask check {}", steps.join(" ")));
        }
        results
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::steps;

    fn plan(files: &[&str]) -> Plan {
        let package = |(name, directory, has_library): &(&str, &str, bool)| Package {
            name: (*name).to_owned(),
            manifest: format!("{directory}/Cargo.toml"),
            has_library: *has_library,
            ..Package::default()
        };
        let packages: Vec<Package> = [
            ("rastau-core", "core", true),
            ("rastau-ffi", "ffi", true),
            ("rastau", "cli", false),
            ("rastau-tests", "tests", true),
            ("xtask", "xtask", false),
            ("rastau-bindgen", "xtask/bindgen", false),
        ]
        .iter()
        .map(package)
        .collect();
        plan_for(&packages, &files.iter().map(|path| (*path).to_owned()).collect())
    }

    fn names(files: &[&str]) -> Vec<String> {
        plan(files).commands.into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn tests_the_crate_of_a_changed_file() {
        let cases: &[(&[&str], &[&str])] = &[
            (&[], &[]),
            (&["docs/device.md"], &[]),
            (&["cli/src/main.rs", "cli/src/input.rs"], &["clippy rastau", "test rastau"]),
            (&["core/src/lib.rs"], &["clippy rastau-core", "test rastau-core", "corpus"]),
            (&["tests/corpus/cases/a/input.txt"], &["clippy rastau-tests", "test rastau-tests"]),
            (&["xtask/bindgen/src/main.rs"], &["clippy rastau-bindgen", "test rastau-bindgen"]),
            (&["xtask/mobile/src/main.rs"], &[]),
            (
                &["docs/law.md", "docs/formats.md", "docs/formats/a.md"],
                &["rastau-core law_page", "rastau-core formats"],
            ),
            (&["README.md", "docs/operator.md"], &["rastau docs", "rastau program"]),
            (&["CHANGELOG.md", "docs/tutorials/embed.md", "docs/decisions/README.md"], &["rastau docs"]),
            (&["README.md", "cli/src/main.rs"], &["clippy rastau", "test rastau"]),
        ];
        for (files, expected) in cases {
            assert_eq!(names(files), *expected, "{files:?}");
        }
    }

    #[test]
    fn commands_fit_the_crate() {
        let command = |path: &str| plan(&[path]).commands[1].1.clone();
        let cases = [
            ("core/src/lib.rs", "cargo test -p rastau-core --lib --bins --tests --no-fail-fast --locked"),
            ("cli/src/main.rs", "cargo test -p rastau --bins --tests --no-fail-fast --locked"),
            ("ffi/src/lib.rs", "cargo test -p rastau-ffi --lib --no-fail-fast --locked"),
        ];
        for (path, expected) in cases {
            assert_eq!(command(path), expected, "{path}");
        }
    }

    #[test]
    fn names_the_steps_for_other_files() {
        let steps: Vec<&str> =
            plan(&["web-demo/a.ts", "Cargo.lock", "docs/a.md"]).other_steps.into_iter().collect();
        assert_eq!(steps, ["deny", "web"]);
    }

    #[test]
    fn the_tables_name_existing_tests_and_steps() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        for (document, package, test) in DOCUMENTS {
            let directory = if *package == "rastau" { "cli" } else { package.trim_start_matches("rastau-") };
            let tests = root.join(directory).join("tests");
            // A test is a file, or a directory of modules.
            let modules = std::fs::read_dir(tests.join(test)).into_iter().flatten();
            let modules = modules.map(|entry| entry.unwrap().path());
            let sources = modules.chain([tests.join(format!("{test}.rs"))]);
            let reads = |path: std::path::PathBuf| {
                std::fs::read_to_string(path).is_ok_and(|text| text.contains(document))
            };
            assert!(sources.into_iter().any(reads), "{package}: no test {test} that reads {document}");
        }
        for (path, step) in OTHER_STEPS {
            assert!(root.join(path).exists(), "{path}");
            assert!(steps::select(&[step]).is_ok(), "{step}");
        }
    }
}
