//! `rastau register`: keeps a register.

mod apply;
mod change;
mod check;
mod correct;
mod history;
mod transfer;

use std::path::Path;

use rastau_registry::audit::{Author, Head};
use rastau_registry::register::SCHEMA;
use rastau_registry::{Register, RegistryError};
use serde_json::{Value, json};

use crate::args::{By, RegisterArgs, RegisterCommand};
use crate::error::CliError;
use crate::files::require_regular;
use crate::operator::operator;
use crate::out::{self, print_line};
use crate::verifier::clock;

pub fn run(args: &RegisterArgs) -> Result<u8, CliError> {
    match &args.command {
        RegisterCommand::Import(args) => transfer::import(args),
        RegisterCommand::Export(args) => transfer::export(args),
        RegisterCommand::Migrate(args) => transfer::migrate(args),
        RegisterCommand::Check(args) => check::run(args),
        RegisterCommand::Apply(args) => apply::run(args),
        RegisterCommand::Cancel(args) => change::cancel(args),
        RegisterCommand::Reinstate(args) => change::reinstate(args),
        RegisterCommand::Correct(args) => correct::run(args),
        RegisterCommand::Show(args) => history::show(args),
        RegisterCommand::Log(args) => history::log(args),
        RegisterCommand::Schema => {
            out::print(format_args!("{SCHEMA}"))?;
            Ok(0)
        }
    }
}

pub(super) fn open(path: &Path) -> Result<Register, CliError> {
    require_regular(path)?;
    Ok(Register::open(path)?)
}

/// Returns who makes a change now, and why.
pub(super) fn author(by: &By, reason: &str) -> Result<Author, CliError> {
    let author = Author::new(clock(), &operator(by.by.as_deref())?, reason);
    Ok(author.map_err(RegistryError::from)?)
}

pub(super) fn head_json(head: &Head) -> Value {
    json!({ "sequence": head.sequence, "hash": head.hex() })
}

/// Prints the result of a command: one line of JSON, or the text.
pub(super) fn print_result(json: bool, object: &Value, text: &str) -> Result<(), CliError> {
    if json {
        print_line!("{object}");
    } else {
        print_line!("{}", crate::plain::plain(text));
    }
    Ok(())
}
