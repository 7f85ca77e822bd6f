//! The table of steps. To add a step, add a row here and its function and command to a module beside this one.

mod rust;
mod web;

use std::time::Instant;

use crate::command::{log, run};
use crate::summary::StepResult;
use crate::workspace::Workspace;
use crate::{dist, ffi, mobile, repo};

/// One step of the check.
pub(crate) struct Step {
    /// Its name on the command line and in the summary.
    pub(crate) id: &'static str,
    /// The main command, which the list prints and the function runs. Leading `NAME=value` words are its environment.
    command: &'static str,
    /// Installs what the command needs, then runs it.
    function: fn(&Workspace, &str) -> Result<(), String>,
    /// What is true if the step passes.
    promise: &'static str,
}

/// The steps that `cargo xtask check` runs, the fast ones first.
#[rustfmt::skip]
const DEFAULT: &[Step] = &[
    step("fmt",      rust::FMT,      rust::fmt,          "every Rust file is formatted"),
    step("repo",     rust::REPO,     repo::check,        "the repository rules are satisfied"),
    step("clippy",   rust::CLIPPY,   rust::clippy,       "no lint fires, in tests and benchmarks too"),
    step("no_std",   rust::NO_STD,   rust::no_std,       "core and messages build without an operating system"),
    step("tests",    rust::TESTS,    run,                "every Rust test passes, except the C library's"),
    step("ffi",      rust::FFI,      ffi::check,         "C and C++ programs build and pass the corpus"),
    step("aarch64",  rust::AARCH64,  ffi::check_aarch64, "the C library for 64-bit ARM passes the corpus in QEMU"),
    step("mobile",   rust::MOBILE,   mobile::check,      "Kotlin and Swift sources match; Kotlin passes the corpus"),
    step("embedded", rust::EMBEDDED, rust::embedded,     "core passes a sample of the corpus on a Cortex-M4 in QEMU"),
    step("wasm",     web::WASM,      web::wasm,          "the npm package passes the corpus in Node.js and Chromium"),
    step("web",      web::PAGE,      web::page,          "the page works in Chromium: offline, accessible, 3 languages"),
    step("doctests", rust::DOCTESTS, run,                "the examples of the documentation pass"),
    step("benches",  rust::BENCHES,  run,                "every benchmark runs once"),
    step("docs",     rust::DOCS,     run,                "the documentation builds without a warning"),
    step("deny",     rust::DENY,     rust::deny,         "dependencies have accepted licences and sources"),
];

/// The steps that only run if they are named: they take long, need a nightly toolchain or the internet.
#[rustfmt::skip]
const ON_REQUEST: &[Step] = &[
    step("miri",       rust::MIRI,       rust::miri,       "Miri finds no undefined behaviour in the C interface (nightly)"),
    step("fuzz",       rust::FUZZ,       rust::fuzz,       "one minute of fuzzing per target finds nothing (nightly)"),
    step("mutants",    rust::MUTANTS,    rust::mutants,    "every mutant of formats and verification is noticed (days; sharded)"),
    step("dist",       dist::SAMPLE,     dist::check,      "a release build from another home has the same bytes and no path"),
    step("advisories", rust::ADVISORIES, rust::advisories, "no dependency has a security advisory (internet)"),
];

const fn step(
    id: &'static str,
    command: &'static str,
    function: fn(&Workspace, &str) -> Result<(), String>,
    promise: &'static str,
) -> Step {
    Step { id, command, function, promise }
}

impl Step {
    /// Runs the step below a heading and measures it.
    pub(crate) fn run(&self, workspace: &Workspace) -> StepResult {
        measure(self.id, self.promise, || (self.function)(workspace, self.command))
    }
}

/// Runs a function as a step: below a heading, with its time.
pub(crate) fn measure(id: &str, promise: &str, function: impl FnOnce() -> Result<(), String>) -> StepResult {
    log(&format!("\n=== {id}: {promise}"));
    let start = Instant::now();
    let result = function();
    if let Err(message) = &result {
        log(&format!("{id} FAILED: {message}"));
    }
    StepResult { id: id.to_owned(), result, time: start.elapsed() }
}

/// Returns the steps with these names, in that order; the default steps if there are no names.
pub(crate) fn select(names: &[&str]) -> Result<Vec<&'static Step>, String> {
    if names.is_empty() {
        return Ok(DEFAULT.iter().collect());
    }
    let find = |name: &&str| {
        let step = DEFAULT.iter().chain(ON_REQUEST).find(|step| step.id == *name);
        step.ok_or_else(|| format!("unknown step {name:?}. The steps are:\n{}", list()))
    };
    names.iter().map(find).collect()
}

/// Lists every step with its guarantee and command.
pub(crate) fn list() -> String {
    let line = |step: &Step| format!("{:<11} {}\n{:<11}   {}\n", step.id, step.promise, "", step.command);
    let default: String = DEFAULT.iter().map(line).collect();
    let on_request: String = ON_REQUEST.iter().map(line).collect();
    format!("{default}\nOnly if named:\n{on_request}")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn all() -> impl Iterator<Item = &'static Step> {
        DEFAULT.iter().chain(ON_REQUEST)
    }

    #[test]
    fn names_are_unique() {
        let names: BTreeSet<_> = all().map(|step| step.id).collect();
        assert_eq!(names.len(), all().count());
    }

    #[test]
    fn default_steps_need_no_internet_and_no_nightly() {
        let ids: Vec<_> = select(&[]).unwrap().iter().map(|step| step.id).collect();
        let expected = [
            "fmt", "repo", "clippy", "no_std", "tests", "ffi", "aarch64", "mobile", "embedded", "wasm",
            "web", "doctests", "benches", "docs", "deny",
        ];
        assert_eq!(ids, expected);
    }

    #[test]
    fn selects_named_steps_and_rejects_unknown_names() {
        let ids: Vec<_> = select(&["repo", "fmt"]).unwrap().iter().map(|step| step.id).collect();
        assert_eq!(ids, ["repo", "fmt"]);
        let message = select(&["fmt", "tset"]).err().unwrap();
        assert!(message.contains("\"tset\"") && message.contains("advisories"));
    }

    #[test]
    fn cargo_commands_use_the_lock_file() {
        for step in all().filter(|step| !["fmt", "repo", "wasm", "web"].contains(&step.id)) {
            assert!(step.command.contains("--locked"), "{}", step.id);
        }
    }
}
