//! `rastau id`: what an IIN or BIN is.

use std::io::{BufRead, Write};

use rastau_core::identity::{identify, to_json};
use rastau_messages as messages;

use crate::args::IdArgs;
use crate::error::CliError;

pub fn run(args: &IdArgs) -> Result<u8, CliError> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut all_valid = true;
    let mut one = |number: &str| -> Result<(), CliError> {
        let found = identify(number);
        all_valid &= found.is_ok();
        if args.json {
            writeln!(out, "{}", to_json(number, &found))?;
        } else {
            writeln!(out, "{number}: {}", messages::identity(&found, args.lang))?;
        }
        Ok(())
    };
    if args.number == "-" {
        for line in std::io::stdin().lock().lines() {
            let line = line.map_err(|error| CliError::standard_input(&error))?;
            one(line.trim())?;
        }
    } else {
        one(args.number.trim())?;
    }
    out.flush()?;
    Ok(u8::from(!all_valid))
}
