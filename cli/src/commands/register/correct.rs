//! `rastau register correct`: cancels a document as issued in error and issues the one in its place.

use std::path::{Path, PathBuf};

use rastau_core::snapshot::status::Ground;
use rastau_registry::RegistryError;
use rastau_registry::audit::{Action, head, record_issued};
use rastau_registry::issue::{Dictionaries, certificate, issue};
use rastau_registry::keys::SigningKey;
use rastau_registry::life::{Cancel, check_new, correct};
use rastau_registry::random::System;
use serde_json::json;

use super::{author, head_json, open, print_result};
use crate::args::CorrectArgs;
use crate::commands::issue::{document_files, read_orders, warn_about_holder};
use crate::error::CliError;
use crate::files::{require_regular, write_file};

/// Files of a document that is not yet in the register. They are removed unless it gets there.
struct Written(Vec<PathBuf>);

impl Written {
    fn write(&mut self, path: &Path, bytes: &[u8]) -> Result<(), CliError> {
        if path.exists() {
            return Err(CliError::DocumentFileExists(path.to_path_buf()));
        }
        self.0.push(path.to_path_buf());
        write_file(path, bytes)
    }

    fn keep(mut self) {
        self.0.clear();
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        for path in &self.0 {
            let _ = std::fs::remove_file(path);
        }
    }
}

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
    check_new(&transaction, &claims.number, claims.issued_on, today)?;
    let issued = issue(&transaction, &mut Dictionaries::new(), &key, order, &mut System)?;
    record_issued(&transaction, &author, Action::Correct, [issued.claims.number.as_str()])?;
    let head = head(&transaction)?;
    let pdf = certificate(&transaction, &issued.claims, &issued.text, issued.valid_until, args.specimen)?;
    // The files come first: without them nobody would know the code of a document that the register lists.
    let mut written = Written(Vec::new());
    for (path, bytes) in document_files(&args.out, &issued, &pdf)? {
        written.write(&path, &bytes)?;
    }
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
