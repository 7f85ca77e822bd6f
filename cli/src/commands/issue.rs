//! `rastau issue`: issues documents into a register and a directory.

use std::io::Read;
use std::path::{Path, PathBuf};

use rastau_core::document::Claims;
use rastau_messages::Lang;
use rastau_registry::audit::{Action, Head, head, record_issued};
use rastau_registry::issue::{
    Dictionaries, Existing, Issued, Order, Request, certificate, issue, seal_existing,
};
use rastau_registry::keys::SigningKey;
use rastau_registry::life::check_new;
use rastau_registry::print::Qr;
use rastau_registry::random::System;
use rastau_registry::{Connection, RegistryError};
use rastau_tables::{Field, Options};
use serde_json::json;

use crate::args::IssueArgs;
use crate::commands::register::{author, head_json, open, print_result};
use crate::error::CliError;
use crate::files::{MAX_FILE, read_file, require_regular, write_file};
use crate::out::note;
use crate::progress::progress_bar;
use crate::rows::Reading;

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

/// Returns the number of digits of an identity number that has nothing but digits and blanks, if an IIN has not so many.
fn wrong_digits(holder: &str) -> Option<usize> {
    let digits = holder.chars().filter(char::is_ascii_digit).count();
    let is_number = holder.chars().all(|letter| letter.is_ascii_digit() || letter == ' ');
    (is_number && digits != 12).then_some(digits)
}

/// Warns about an identity number that is probably an IIN with a digit missing or added. Other numbers than IINs are allowed.
pub(super) fn warn_about_holder(order: &Order) {
    let Claims { number, holder, .. } = &order.claims;
    if let Some(digits) = wrong_digits(holder.as_str()) {
        note!(
            "warning: request {number}: the holder has {digits} digits, an IIN has 12; accepted as another kind of number"
        );
    }
}

pub fn run(args: &IssueArgs) -> Result<u8, CliError> {
    let Some(key) = &args.key else { return run_existing(args) };
    require_regular(key)?;
    let orders = read_orders(&args.request)?;
    if orders.is_empty() {
        return Err(CliError::EmptyRequest);
    }
    orders.iter().for_each(warn_about_holder);
    let author = author(&args.by, "request of a centre")?;
    let key = SigningKey::load(key)?;
    let register = open(&args.register)?;
    std::fs::create_dir_all(&args.out).map_err(CliError::write(&args.out))?;
    // All or none: the files are written before the transaction is committed, and removed if it is not.
    let transaction = register.begin()?;
    let mut dictionaries = Dictionaries::new();
    let mut written = Written::new();
    let paper = Paper { out: &args.out, link: args.link, specimen: args.specimen };
    let bar = progress_bar(orders.len() as u64, "documents");
    for order in &orders {
        let issued = issue(&transaction, &mut dictionaries, &key, order, &mut System)?;
        written.document(&transaction, &issued, &paper)?;
        bar.inc(1);
    }
    let new: Vec<_> =
        orders.iter().map(|order| (order.claims.number.as_str(), order.claims.issued_on)).collect();
    check_new(&transaction, &new, author.at().date())?;
    let numbers: Vec<&str> = new.into_iter().map(|(number, _)| number).collect();
    record_issued(&transaction, &author, Action::Issue, numbers.iter().copied())?;
    let head = head(&transaction)?;
    transaction.commit().map_err(RegistryError::from)?;
    written.keep();
    bar.finish_and_clear();
    finish(args, &numbers, &head)
}

/// Gives codes to documents that the register has without one.
fn run_existing(args: &IssueArgs) -> Result<u8, CliError> {
    let existing = read_existing(Path::new(&args.request))?;
    let author = author(&args.by, "codes for existing documents")?;
    let register = open(&args.register)?;
    std::fs::create_dir_all(&args.out).map_err(CliError::write(&args.out))?;
    let transaction = register.begin()?;
    let mut written = Written::new();
    let paper = Paper { out: &args.out, link: false, specimen: args.specimen };
    let bar = progress_bar(existing.len() as u64, "documents");
    seal_existing::<CliError>(&transaction, &author, &existing, &mut System, &mut |issued| {
        bar.inc(1);
        written.document(&transaction, issued, &paper)
    })?;
    let head = head(&transaction)?;
    transaction.commit().map_err(RegistryError::from)?;
    written.keep();
    bar.finish_and_clear();
    let numbers: Vec<&str> = existing.iter().map(|one| one.number.as_str()).collect();
    finish(args, &numbers, &head)
}

/// Reads a list of existing documents. A row that cannot be used is an error: all of them get codes, or none.
fn read_existing(path: &Path) -> Result<Vec<Existing>, CliError> {
    let mut existing = Vec::new();
    for row in (Reading { path, options: Options::default(), lang: Lang::En }).open()? {
        let row = row?.map_err(|row| CliError::ListRow { path: path.to_path_buf(), problem: row.text })?;
        let value = |field: Field, value: &Option<String>| {
            let lacks =
                || CliError::ListRowLacks { path: path.to_path_buf(), line: row.line, field: field.name() };
            value.clone().ok_or_else(lacks)
        };
        let holder = value(Field::Holder, &row.holder)?;
        // A spreadsheet drops the zeros in front of a number. A record that is sealed for another number cannot be mended.
        if let Some(digits) = wrong_digits(&holder) {
            return Err(CliError::ListRowHolder { path: path.to_path_buf(), line: row.line, digits });
        }
        let number = value(Field::Number, &row.number)?;
        existing.push(Existing { number, holder, name: value(Field::Name, &row.name)? });
    }
    if existing.is_empty() {
        return Err(CliError::EmptyRequest);
    }
    Ok(existing)
}

fn finish(args: &IssueArgs, numbers: &[&str], head: &Head) -> Result<u8, CliError> {
    let object =
        json!({ "issued": numbers, "out": args.out.display().to_string(), "audit": head_json(head) });
    let text = format!(
        "{} issued into {}; they are valid once the next snapshot lists them",
        numbers.len(),
        args.out.display()
    );
    print_result(args.json, &object, &text)?;
    Ok(0)
}

/// How the files of documents are written.
pub(super) struct Paper<'a> {
    /// The directory.
    pub out: &'a Path,
    /// Whether the QR code is a web address.
    pub link: bool,
    /// Whether the certificate is marked as a specimen.
    pub specimen: bool,
}

/// Files of a document that is not yet in the register. They are removed unless the document is entered.
pub(super) struct Written(Vec<PathBuf>);

impl Written {
    pub(super) const fn new() -> Self {
        Self(Vec::new())
    }

    /// Writes the files of an issued document.
    pub(super) fn document(
        &mut self,
        connection: &Connection,
        issued: &Issued,
        paper: &Paper<'_>,
    ) -> Result<(), CliError> {
        let link = if paper.link { Some(issued.link(connection)?) } else { None };
        let text = link.as_ref().map_or(&issued.text, |link| &link.text);
        let origin = link.as_ref().map(|link| &link.origin);
        let pdf = certificate(connection, &issued.claims, text, origin, issued.valid_until, paper.specimen)?;
        let files = document_files(paper.out, issued, text, &pdf)?;
        files.iter().try_for_each(|(path, bytes)| self.write(path, bytes))
    }

    fn write(&mut self, path: &Path, bytes: &[u8]) -> Result<(), CliError> {
        if path.exists() {
            return Err(CliError::DocumentFileExists(path.to_path_buf()));
        }
        self.0.push(path.to_path_buf());
        write_file(path, bytes)
    }

    pub(super) fn keep(mut self) {
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

/// Returns a file name for a document number, which may contain characters that file names must not. No two numbers share one.
fn file_stem(number: &str) -> String {
    let mut stem = String::with_capacity(number.len());
    for letter in number.chars() {
        if letter.is_alphanumeric() || letter == '-' {
            stem.push(letter);
        } else {
            stem.push_str(&format!("_{:x}_", u32::from(letter)));
        }
    }
    stem
}

/// Returns the files of an issued document in the directory `out`.
fn document_files(
    out: &Path,
    issued: &Issued,
    text: &str,
    pdf: &[u8],
) -> Result<[(PathBuf, Vec<u8>); 5], CliError> {
    let stem = file_stem(&issued.claims.number);
    let qr = Qr::encode(text).map_err(RegistryError::from)?;
    let form = json!({
        "number": issued.claims.number,
        "code": issued.claims.code.map(|code| code.printed()),
        "holder": issued.claims.holder,
    });
    let files = [
        ("txt", format!("{text}\n").into_bytes()),
        ("png", qr.png(8)),
        ("svg", qr.svg().into_bytes()),
        ("pdf", pdf.to_vec()),
        ("json", format!("{form:#}\n").into_bytes()),
    ];
    Ok(files.map(|(ending, bytes)| (out.join(format!("{stem}.{ending}")), bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_numbers_share_a_file_name() {
        let numbers = ["A/1", "A_1", "A 1", "A\u{a0}1", "A:1", "A_2f_1", "A1", "A-1", "Ә/1", "../1", "A.1"];
        let stems: std::collections::BTreeSet<String> =
            numbers.iter().map(|number| file_stem(number)).collect();
        assert_eq!(stems.len(), numbers.len(), "{stems:?}");
        assert!(stems.iter().all(|stem| !stem.contains(['/', '\\', '.', ':', ' '])));
    }
}
