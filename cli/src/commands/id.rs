//! `rastau id`: describes an IIN or BIN.

use std::io::{BufRead, Write};

use rastau_core::identity::{identify, to_json};
use rastau_messages as messages;

use crate::args::IdArgs;
use crate::error::CliError;

pub fn run(args: &IdArgs) -> Result<u8, CliError> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut all_valid = true;
    let mut describe = |number: &str| -> Result<(), CliError> {
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
            let line = line.map_err(CliError::StandardInput)?;
            describe(line.trim())?;
        }
    } else {
        describe(args.number.trim())?;
    }
    out.flush()?;
    Ok(u8::from(!all_valid))
}
