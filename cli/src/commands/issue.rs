//! `rastau issue`: issues documents into a register and a directory.

use std::io::Read;
use std::path::{Path, PathBuf};

use rastau_core::document::Claims;
use rastau_registry::audit::{Action, record_issued};
use rastau_registry::issue::{Dictionaries, Issued, Order, Request, certificate, issue};
use rastau_registry::keys::SigningKey;
use rastau_registry::print::Qr;
use rastau_registry::random::System;
use rastau_registry::{Register, RegistryError};
use serde_json::json;

use crate::args::IssueArgs;
use crate::commands::register::author;
use crate::error::CliError;
use crate::files::{MAX_FILE, read_file, require_regular, write_file};
use crate::out::{note, print_line};

/// Reads the requests of a file, or of standard input for `-`.
pub(super) fn read_orders(request: &str) -> Result<Vec<Order>, CliError> {
    let json = if request == "-" {
        let mut bytes = Vec::new();
        let read = std::io::stdin().take(MAX_FILE + 1).read_to_end(&mut bytes);
        read.map_err(CliError::StandardInput)?;
        if bytes.len() as u64 > MAX_FILE {
            return Err(CliError::InputTooLong { limit: MAX_FILE });
        }
        String::from_utf8(bytes).map_err(|error| CliError::StandardInput(std::io::Error::other(error)))?
    } else {
        let path = Path::new(request);
        let text = String::from_utf8(read_file(path)?);
        text.map_err(|error| CliError::read(path)(std::io::Error::other(error)))?
    };
    Ok(Request::read(&json)?.iter().map(Request::order).collect::<Result<Vec<_>, _>>()?)
}

/// Warns about an identity number that is probably an IIN with a digit missing or added. Other numbers than IINs are allowed.
pub(super) fn warn_about_holder(order: &Order) {
    let Claims { number, holder, .. } = &order.claims;
    let digits = holder.as_str().len();
    if digits != 12 && holder.as_str().bytes().all(|byte| byte.is_ascii_digit()) {
        note!(
            "warning: request {number}: the holder has {digits} digits, an IIN has 12; accepted as another kind of number"
        );
    }
}

pub fn run(args: &IssueArgs) -> Result<u8, CliError> {
    require_regular(&args.key)?;
    require_regular(&args.register)?;
    let orders = read_orders(&args.request)?;
    if orders.is_empty() {
        return Err(CliError::EmptyRequest);
    }
    orders.iter().for_each(warn_about_holder);
    let author = author(&args.by, "request of a centre")?;
    let key = SigningKey::load(&args.key)?;
    let register = Register::open(&args.register)?;
    std::fs::create_dir_all(&args.out).map_err(CliError::write(&args.out))?;
    // All or none: the files are written before the transaction is committed.
    let transaction = register.begin()?;
    let mut dictionaries = Dictionaries::new();
    for order in &orders {
        let issued = issue(&transaction, &mut dictionaries, &key, order, &mut System)?;
        let pdf = certificate(&transaction, &issued.claims, &issued.text, issued.valid_until, args.specimen)?;
        for (path, bytes) in document_files(&args.out, &issued, &pdf)? {
            write_file(&path, &bytes)?;
        }
    }
    let numbers = orders.iter().map(|order| order.claims.number.as_str());
    record_issued(&transaction, &author, Action::Issue, numbers)?;
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

/// Returns the files of an issued document in the directory `out`.
pub(super) fn document_files(
    out: &Path,
    issued: &Issued,
    pdf: &[u8],
) -> Result<[(PathBuf, Vec<u8>); 5], CliError> {
    let stem = file_stem(&issued.claims.number);
    let qr = Qr::encode(&issued.text).map_err(RegistryError::from)?;
    let form = json!({
        "number": issued.claims.number,
        "code": issued.claims.code.map(|code| code.printed()),
        "holder": issued.claims.holder,
    });
    let files = [
        ("txt", format!("{}\n", issued.text).into_bytes()),
        ("png", qr.png(8)),
        ("svg", qr.svg().into_bytes()),
        ("pdf", pdf.to_vec()),
        ("json", format!("{form:#}\n").into_bytes()),
    ];
    Ok(files.map(|(ending, bytes)| (out.join(format!("{stem}.{ending}")), bytes)))
}
