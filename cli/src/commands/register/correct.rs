//! `rastau register correct`: cancels a document as issued in error and issues the one in its place.

use rastau_core::snapshot::status::Ground;
use rastau_registry::RegistryError;
use rastau_registry::audit::{Action, head, record_issued};
use rastau_registry::issue::{Dictionaries, issue};
use rastau_registry::keys::SigningKey;
use rastau_registry::life::{Cancel, check_new, correct};
use rastau_registry::random::System;
use serde_json::json;

use super::{author, head_json, open, print_result};
use crate::args::CorrectArgs;
use crate::commands::issue::{Paper, Written, read_orders, warn_about_holder};
use crate::error::CliError;
use crate::files::require_regular;

pub(super) fn run(args: &CorrectArgs) -> Result<u8, CliError> {
    require_regular(&args.key)?;
    let orders = read_orders(&args.request)?;
    let [order] = orders.as_slice() else { return Err(CliError::OneCorrection(orders.len())) };
    warn_about_holder(order);
    let author = author(&args.by, &args.reason)?;
    let key = SigningKey::load(&args.key)?;
    let register = open(&args.register)?;
    std::fs::create_dir_all(&args.out).map_err(CliError::write(&args.out))?;
    let today = author.at().date();
    let on = args.on.unwrap_or(today);
    let claims = &order.claims;

    let transaction = register.begin()?;
    let wrong = Cancel { number: &args.number, ground: Ground::IssuedInError, on, replaced: true };
    correct(&transaction, &author, &wrong)?;
    check_new(&transaction, &[(&claims.number, claims.issued_on)], today)?;
    let issued = issue(&transaction, &mut Dictionaries::new(), &key, order, &mut System)?;
    record_issued(&transaction, &author, Action::Correct, [issued.claims.number.as_str()])?;
    let head = head(&transaction)?;
    // The files are written first: without them nobody would know the code of a document that the register
    // lists.
    let mut written = Written::new();
    let paper = Paper { out: &args.out, link: args.link, specimen: args.specimen };
    written.document(&transaction, &issued, &paper)?;
    transaction.commit().map_err(RegistryError::from)?;
    written.keep();

    let object = json!({
        "cancelled": args.number,
        "cancelled_on": on.to_string(),
        "issued": claims.number,
        "audit": head_json(&head),
    });
    let text = format!(
        "cancelled {} from {on} and issued {} into {}; verifiers know both from the next snapshot on",
        args.number,
        claims.number,
        args.out.display()
    );
    print_result(args.json, &object, &text)?;
    Ok(0)
}
