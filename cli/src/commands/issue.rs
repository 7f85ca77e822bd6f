//! `rastau issue`: issues documents into a register and a directory.

use std::io::Read;
use std::path::Path;

use rastau_core::document::Claims;
use rastau_registry::issue::{Dictionaries, Issued, Request, certificate, issue};
use rastau_registry::keys::SigningKey;
use rastau_registry::print::Qr;
use rastau_registry::random::System;
use rastau_registry::{Register, RegistryError};
use serde_json::json;

use crate::args::IssueArgs;
use crate::error::CliError;
use crate::files::{MAX_FILE, read_file, require_regular, write_file};
use crate::out::{note, print_line};

pub fn run(args: &IssueArgs) -> Result<u8, CliError> {
    require_regular(&args.key)?;
    require_regular(&args.register)?;
    let json = if args.request == "-" {
        let mut bytes = Vec::new();
        let read = std::io::stdin().take(MAX_FILE + 1).read_to_end(&mut bytes);
        read.map_err(CliError::StandardInput)?;
        if bytes.len() as u64 > MAX_FILE {
            return Err(CliError::InputTooLong { limit: MAX_FILE });
        }
        String::from_utf8(bytes).map_err(|error| CliError::StandardInput(std::io::Error::other(error)))?
    } else {
        let path = Path::new(&args.request);
        let text = String::from_utf8(read_file(path)?);
        text.map_err(|error| CliError::read(path)(std::io::Error::other(error)))?
    };
    let orders = Request::read(&json)?.iter().map(Request::order).collect::<Result<Vec<_>, _>>()?;
    if orders.is_empty() {
        return Err(CliError::EmptyRequest);
    }
    // Other identity numbers are allowed, but one of digits only is probably an IIN with a digit missing or added.
    for Claims { number, holder, .. } in orders.iter().map(|order| &order.claims) {
        let digits = holder.as_str().len();
        if digits != 12 && holder.as_str().bytes().all(|byte| byte.is_ascii_digit()) {
            note!(
                "warning: request {number}: the holder has {digits} digits, an IIN has 12; accepted as another kind of number"
            );
        }
    }
    let key = SigningKey::load(&args.key)?;
    let mut register = Register::open(&args.register)?;
    std::fs::create_dir_all(&args.out).map_err(CliError::write(&args.out))?;
    // All or none: the files are written before the transaction is committed.
    let transaction = register.connection_mut().transaction().map_err(RegistryError::from)?;
    let mut dictionaries = Dictionaries::new();
    for order in &orders {
        let issued = issue(&transaction, &mut dictionaries, &key, order, &mut System)?;
        let link = if args.link { Some(issued.link(&transaction)?) } else { None };
        let text = link.as_ref().map_or(&issued.text, |link| &link.text);
        let origin = link.as_ref().map(|link| &link.origin);
        let pdf = certificate(&transaction, &issued.claims, text, origin, issued.valid_until, args.specimen)?;
        save(args, &issued, text, &pdf)?;
    }
    transaction.commit().map_err(RegistryError::from)?;
    print_line!(
        "{} issued into {}; they are valid once the next snapshot lists them",
        orders.len(),
        args.out.display()
    );
    Ok(0)
}

/// Returns a file name for a document number, which may contain characters that file names must not.
fn file_stem(number: &str) -> String {
    number
        .chars()
        .map(|letter| if letter.is_alphanumeric() || letter == '-' { letter } else { '_' })
        .collect()
}

fn save(args: &IssueArgs, issued: &Issued, text: &str, pdf: &[u8]) -> Result<(), CliError> {
    let stem = file_stem(&issued.claims.number);
    let qr = Qr::encode(text).map_err(RegistryError::from)?;
    let form = json!({
        "number": issued.claims.number,
        "code": issued.claims.code.map(|code| code.printed()),
        "holder": issued.claims.holder,
    });
    let files: [(&str, Vec<u8>); 5] = [
        ("txt", format!("{text}\n").into_bytes()),
        ("png", qr.png(8)),
        ("svg", qr.svg().into_bytes()),
        ("pdf", pdf.to_vec()),
        ("json", format!("{form:#}\n").into_bytes()),
    ];
    for (ending, bytes) in files {
        write_file(&args.out.join(format!("{stem}.{ending}")), &bytes)?;
    }
    Ok(())
}
