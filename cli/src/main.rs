//! `rastau`: verifies recognition documents offline, and runs the operator's side of the register.
//!
//! Exit codes: 0 valid (or done), 1 invalid, 2 indeterminate, 64 and above: the command was not carried out. `verify`
//! exits with 0 only for a valid document or a list of valid ones.

// In a binary every module is private; `pub` marks items that other files use.
#![allow(unreachable_pub)]

mod args;
mod child;
mod commands;
mod decode_error;
mod error;
mod evidence;
mod files;
mod input;
mod input_error;
mod lines;
mod list;
mod operator;
mod out;
mod paint;
mod plain;
mod progress;
mod report;
mod rows;
mod scan;
mod statements;
mod verifier;
mod view;

use std::process::ExitCode;

use clap::Parser;
use rastau_core::error::Exit;

use args::{Args, Command};
use error::CliError;
use out::note;

fn main() -> ExitCode {
    scan::silence_panics();
    let done = match Args::try_parse() {
        Ok(args) => run(args.command),
        Err(error) if error.use_stderr() => {
            out::print_error_lines(&error.render().to_string());
            Ok(Exit::Usage.code())
        }
        // A scanned text may be `--help`. Only an answer makes `verify` and `repeat` exit with 0.
        Err(error) if args::answers_by_exit_code(std::env::args_os()) => {
            out::print_error_lines(&error.render().to_string());
            Ok(Exit::Usage.code())
        }
        // The help or the version.
        Err(error) => error.print().map(|()| 0).map_err(CliError::from),
    };
    match done.and_then(|code| out::finish().map(|()| code)) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            // A reader that stops early (`rastau law | head`) is not reported. The exit code still shows that the
            // output is incomplete, so that a verdict that was not read does not count as valid.
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
        Command::Repeat(args) => commands::repeat::run(&args),
        Command::Pull(args) => commands::pull::run(&args),
        Command::Id(args) => commands::id::run(&args),
        Command::Rule(args) => commands::rule::run(&args),
        Command::Rules(args) => commands::rules::run(&args),
        Command::Law(args) => commands::law::run(&args),
        Command::Register(args) => commands::register::run(&args),
        Command::Issue(args) => commands::issue::run(&args),
        Command::Snapshot(args) => commands::snapshot::run(&args),
        Command::Keys(args) => commands::keys::run(&args),
        Command::DecodeLimited { task, request } => commands::decode_limited::run(task, request.as_deref()),
        Command::Completions(args) => commands::completions::run(&args),
    }
}
