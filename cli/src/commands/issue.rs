//! `rastau issue`: issues documents into a register and a folder.

use rastau_core::error::Exit;
use std::io::Read;

use rastau_core::document::Claims;
use rastau_registry::Register;
use rastau_registry::issue::{Dictionaries, Issued, Request, certificate, issue};
use rastau_registry::keys::SigningKey;
use rastau_registry::print::Qr;
use rastau_registry::random::System;
use serde_json::json;

use crate::args::IssueArgs;
use crate::commands::write_file;
use crate::error::CliError;
use crate::out::{note, say};

pub fn run(args: &IssueArgs) -> Result<u8, CliError> {
    let json = if args.request == "-" {
        let mut json = String::new();
        let read = std::io::stdin().read_to_string(&mut json);
        read.map_err(|error| CliError::standard_input(&error))?;
        json
    } else {
        let path = std::path::Path::new(&args.request);
        std::fs::read_to_string(path).map_err(|error| CliError::input(path, &error))?
    };
    let orders = Request::read(&json)?.iter().map(Request::order).collect::<Result<Vec<_>, _>>()?;
    if orders.is_empty() {
        return Err(CliError::new(
            Exit::Data,
            "the request asks for no document; give one object or a list of them",
        ));
    }
    // Other identity numbers are allowed, but one of digits only is most likely an IIN with a digit too few or too many.
    for Claims { number, holder, .. } in orders.iter().map(|order| &order.claims) {
        let digits = holder.as_str().len();
        if digits != 12 && holder.as_str().bytes().all(|byte| byte.is_ascii_digit()) {
            note!(
                "warning: request {number}: the holder has {digits} digits and an IIN has 12; taken as another number"
            );
        }
    }
    let key = SigningKey::load(&args.key)?;
    let mut register = Register::open(&args.register)?;
    std::fs::create_dir_all(&args.out).map_err(|error| CliError::output(&args.out, &error))?;
    // All or none: the files are written before the register keeps the records.
    let transaction =
        register.connection_mut().transaction().map_err(rastau_registry::RegistryError::from)?;
    let mut dictionaries = Dictionaries::new();
    for order in &orders {
        let issued = issue(&transaction, &mut dictionaries, &key, order, &mut System)?;
        let pdf = certificate(&transaction, &issued.claims, &issued.text, issued.valid_until, args.specimen)?;
        save(args, &issued, &pdf)?;
    }
    transaction.commit().map_err(rastau_registry::RegistryError::from)?;
    say!(
        "{} issued into {}; they are valid once the next snapshot lists them",
        orders.len(),
        args.out.display()
    );
    Ok(0)
}

/// A file name from a document number, which may hold characters that file names must not.
fn file_stem(number: &str) -> String {
    number
        .chars()
        .map(|letter| if letter.is_alphanumeric() || letter == '-' { letter } else { '_' })
        .collect()
}

fn save(args: &IssueArgs, issued: &Issued, pdf: &[u8]) -> Result<(), CliError> {
    let stem = file_stem(&issued.claims.number);
    let qr = Qr::encode(&issued.text).map_err(|error| CliError::new(Exit::Data, error.to_string()))?;
    let form = json!({
        "number": issued.claims.number,
        "code": issued.claims.code.map(|code| code.printed()),
        "holder": issued.claims.holder,
    });
    let files: [(&str, Vec<u8>); 5] = [
        ("txt", format!("{}\n", issued.text).into_bytes()),
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
