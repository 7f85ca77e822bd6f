//! The project's check: `cargo xtask check` runs every step, `cargo xtask check fmt house` the ones named, and
//! `cargo xtask list` prints what there is.
//!
//! It is a program and not a shell script so that one table ([`steps::STEPS`]) says what is promised, what runs and
//! what the summary shows, and so that the house rules are tested code like everything else.

mod ffi;
mod house;
mod mobile;
mod phones;
mod repo;
mod run;
mod rust;
mod steps;
mod summary;
mod tools;

use std::path::Path;
use std::process::ExitCode;

/// What to type; printed for no command or an unknown one.
const USAGE: &str = "Usage:
  cargo xtask check           run every step of the default list
  cargo xtask check STEP ...  run the steps named
  cargo xtask list            print the steps and what each promises
  cargo xtask ffi install --prefix DIR
                              build the C library and lay it out below DIR: header, libraries, pkg-config, CMake
  cargo xtask mobile generate write the Kotlin and Swift of mobile/generated from the library
  cargo xtask mobile time     tell how long a verification takes from Kotlin
  cargo xtask mobile android|apple
                              build the library for telephones, as far as this machine can";

/// The check ran and something failed.
const FAILED: u8 = 1;
/// The command line was not understood, or there is no workspace to check.
const MISUSED: u8 = 2;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.split_first() {
        Some((&"list", [])) => {
            print!("{}", steps::listing());
            ExitCode::SUCCESS
        }
        Some((&"check", named)) => match steps::choose(named) {
            Ok(chosen) => check(&chosen),
            Err(sentence) => misused(&sentence),
        },
        // Installed as it is meant to be used: optimised.
        Some((&"ffi", ["install", "--prefix", prefix])) => {
            make(|place| ffi::install(place, Path::new(prefix), true))
        }
        Some((&"mobile", ["generate"])) => make(mobile::generate),
        Some((&"mobile", ["time"])) => make(mobile::time),
        Some((&"mobile", ["android"])) => make(phones::android),
        Some((&"mobile", ["apple"])) => make(phones::apple),
        Some((&"help" | &"--help" | &"-h", _)) => {
            println!("{USAGE}");
            ExitCode::SUCCESS
        }
        _ => misused(USAGE),
    }
}

/// Runs the steps one after another, also past a failure: a person wants to see everything that is wrong at once.
fn check(chosen: &[&steps::Step]) -> ExitCode {
    let place = match repo::Place::find() {
        Ok(place) => place,
        Err(sentence) => return misused(&sentence),
    };
    let results: Vec<_> = chosen.iter().map(|step| step.go(&place)).collect();
    print!("{}", summary::table(&results));
    if results.iter().all(|result| result.outcome.is_ok()) {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(FAILED)
    }
}

/// Makes something, or says why not.
fn make(work: impl FnOnce(&repo::Place) -> Result<(), String>) -> ExitCode {
    match repo::Place::find().and_then(|place| work(&place)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(FAILED)
        }
    }
}

fn misused(sentence: &str) -> ExitCode {
    eprintln!("{sentence}");
    ExitCode::from(MISUSED)
}
