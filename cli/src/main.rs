//! `rastau`: verifies recognition documents offline, and runs the operator's side of the register.
//!
//! Exit codes: 0 valid (or done), 1 invalid, 2 indeterminate, 64 and above: the command could not be carried out.

// In a program every module is private, so `pub` says "used by other files", which is worth saying.
#![allow(unreachable_pub)]

mod args;
mod commands;
mod error;
mod input;
mod lines;
mod list;
mod paint;
mod report;
mod scan;
mod verifier;
mod view;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use error::{CliError, USAGE};

/// Whoever reads our output may stop early (`rastau demo | head`): that ends the program quietly, as it does others.
/// `println!` can only tell by a panic, and restoring the system's own signal would take unsafe code.
fn leave_quietly_when_nobody_reads() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if panic.payload().downcast_ref::<String>().is_some_and(|text| text.contains("Broken pipe")) {
            std::process::exit(0);
        }
        usual(panic);
    }));
}

fn main() -> ExitCode {
    leave_quietly_when_nobody_reads();
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { USAGE } else { 0 });
        }
    };
    match run(args.command) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            // A closed pipe (`rastau law | head`) is no error of ours to speak of.
            if !error.is_broken_pipe() {
                eprintln!("rastau: {error}");
            }
            ExitCode::from(error.code())
        }
    }
}

fn run(command: Command) -> Result<u8, CliError> {
    match command {
        Command::Demo(args) => commands::demo::run(&args),
        Command::Verify(args) => commands::verify::run(&args),
        Command::Pull(args) => commands::pull::run(&args),
        Command::Id(args) => commands::id::run(&args),
        Command::Rule(args) => commands::rule::run(&args),
        Command::Rules(args) => commands::rules::run(&args),
        Command::Law(args) => commands::law::run(&args),
        Command::Register(args) => commands::register::run(&args),
        Command::Issue(args) => commands::issue::run(&args),
        Command::Snapshot(args) => commands::snapshot::run(&args),
        Command::Keys(args) => commands::keys::run(&args),
        Command::Completions(args) => commands::completions::run(&args),
    }
}
