//! `rastau completions`: prints a completion script.

use clap::CommandFactory;

use crate::args::{Args, CompletionsArgs};
use crate::error::CliError;

pub fn run(args: &CompletionsArgs) -> Result<u8, CliError> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "rastau", &mut script);
    std::io::Write::write_all(&mut std::io::stdout(), &script)?;
    Ok(0)
}
