//! `rastau id`: what an IIN or BIN is.

use std::io::{BufRead, Write};

use rastau_core::identity::{IdentityError, Kind, identify};
use rastau_messages as messages;
use serde_json::json;

use crate::args::IdArgs;
use crate::error::CliError;

pub fn run(args: &IdArgs) -> Result<u8, CliError> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut all_valid = true;
    let mut one = |number: &str| -> Result<(), CliError> {
        let found = identify(number);
        all_valid &= found.is_ok();
        if args.json {
            writeln!(out, "{}", as_json(number, found))?;
        } else {
            writeln!(out, "{number}: {}", messages::identity(&found, args.lang))?;
        }
        Ok(())
    };
    if args.number == "-" {
        for line in std::io::stdin().lock().lines() {
            one(line?.trim())?;
        }
    } else {
        one(args.number.trim())?;
    }
    out.flush()?;
    Ok(u8::from(!all_valid))
}

fn as_json(number: &str, found: Result<Kind, IdentityError>) -> serde_json::Value {
    match found {
        Ok(Kind::Iin { born_on }) => {
            json!({ "number": number, "valid": true, "kind": "iin", "born_on": born_on })
        }
        Ok(Kind::Bin { year, month }) => {
            json!({ "number": number, "valid": true, "kind": "bin", "registered": format!("{year:02}-{month:02}") })
        }
        Err(error) => {
            json!({ "number": number, "valid": false, "code": error.code(), "reason": error.to_string() })
        }
    }
}
