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
mod out;
mod paint;
mod report;
mod scan;
mod verifier;
mod view;

use rastau_core::error::Exit;
use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use error::CliError;
use out::note;

fn main() -> ExitCode {
    scan::hush();
    let done = match Args::try_parse() {
        Ok(args) => run(args.command),
        // The help and the version come this way too.
        Err(error) if error.use_stderr() => {
            let _ = error.print();
            Ok(Exit::Usage.code())
        }
        Err(error) => error.print().map(|()| 0).map_err(CliError::from),
    };
    match done.and_then(|code| out::finish().map(|()| code)) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            // Whoever reads our output may stop early (`rastau law | head`): no error of ours to speak of. The exit
            // code still says that not all was written, lest a verdict that nobody saw pass for a good one.
            if !error.is_broken_pipe() {
                note!("rastau: {error}");
            }
            ExitCode::from(error.exit().code())
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
