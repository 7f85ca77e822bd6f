//! The project's tasks. `cargo xtask check` runs every step of the check, `cargo xtask test` tests what was changed, and
//! `cargo xtask help` lists the other commands.

mod command;
mod dist;
mod ffi;
mod git;
mod metadata;
mod mobile;
mod phones;
mod repo;
mod steps;
mod summary;
mod test;
mod tools;
mod workspace;

use std::path::Path;
use std::process::ExitCode;

use summary::StepResult;
use workspace::Workspace;

const USAGE: &str = "Usage:
  cargo xtask test             test what was changed since the branch left main, committed or not:
                               format, repository rules, lints, tests of the changed crates, corpus
  cargo xtask test CRATE ...   the same for these crates (a name or a directory), changed or not
  cargo xtask check            run every default step; the CI runs this
  cargo xtask check STEP ...   run these steps only
  cargo xtask list             list the steps with their promises and commands

  cargo xtask dist             build the program for release, without a path of this computer in it
  cargo xtask ffi install --prefix DIR
                               build the C library and install it in DIR: header, libraries, pkg-config, CMake
  cargo xtask mobile generate  write the Kotlin and Swift sources in mobile/generated
  cargo xtask mobile time      measure a verification from Kotlin
  cargo xtask mobile android   build the library for Android (needs the NDK)
  cargo xtask mobile apple     build the library for iOS (needs Xcode)
  cargo xtask help             print this";

/// The exit code if a step failed.
const FAILED: u8 = 1;
/// The exit code if the command line is wrong or there is no workspace.
const USAGE_ERROR: u8 = 2;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let workspace = match Workspace::find() {
        Ok(workspace) => workspace,
        Err(message) => return usage_error(&message),
    };
    match arguments.as_slice() {
        ["help" | "--help" | "-h", ..] => {
            println!("{USAGE}");
            ExitCode::SUCCESS
        }
        ["list"] => {
            print!("{}", steps::list());
            ExitCode::SUCCESS
        }
        ["check", names @ ..] => match steps::select(names) {
            // All of them, also after a failure, so that one run shows everything that is wrong.
            Ok(steps) => summarize(&steps.iter().map(|step| step.run(&workspace)).collect::<Vec<_>>()),
            Err(message) => usage_error(&message),
        },
        ["test", names @ ..] => match test::plan(&workspace, names) {
            Ok(plan) => summarize(&plan.run(&workspace)),
            Err(message) => usage_error(&message),
        },
        ["dist"] => finish(dist::build(&workspace)),
        // The release profile, as the library is used.
        ["ffi", "install", "--prefix", prefix] => finish(ffi::install(&workspace, Path::new(prefix), true)),
        ["mobile", "generate"] => finish(mobile::generate(&workspace)),
        ["mobile", "time"] => finish(mobile::time(&workspace)),
        ["mobile", "android"] => finish(phones::android(&workspace)),
        ["mobile", "apple"] => finish(phones::apple(&workspace)),
        _ => usage_error(USAGE),
    }
}

fn summarize(results: &[StepResult]) -> ExitCode {
    print!("{}", summary::format(results));
    if results.iter().all(|step| step.result.is_ok()) { ExitCode::SUCCESS } else { ExitCode::from(FAILED) }
}

fn finish(result: Result<(), String>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(FAILED)
        }
    }
}

fn usage_error(message: &str) -> ExitCode {
    eprintln!("{message}");
    ExitCode::from(USAGE_ERROR)
}
