//! The arguments of `verify`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::ValueEnum;
use rastau_core::calendar::{Date, Timestamp};
use rastau_core::report::MadeBy;
use rastau_core::verdict::Freshness;
use rastau_messages::Lang;
use rastau_tables::Field;

use super::{date, lang, made_by, timestamp};

/// Parses a grace period in days or hours; returns seconds.
fn grace(text: &str) -> Result<u64, String> {
    let (number, unit) = match text.strip_suffix('h') {
        Some(hours) => (hours, 3600),
        None => (text.strip_suffix('d').unwrap_or(text), 86_400),
    };
    let seconds = number.parse::<u32>().ok().map(|number| u64::from(number) * unit);
    seconds.ok_or_else(|| format!("\"{text}\" is not a grace period; write days as 7d, or hours as 12h"))
}

/// Returns whether the command line, with the program's name, is one of `verify` or `repeat`: exit code 0 is their answer.
pub fn answers_by_exit_code(mut line: impl Iterator<Item = OsString>) -> bool {
    line.nth(1).is_some_and(|command| command == "verify" || command == "repeat")
}

/// Returns whether `--list=FILE` is one argument. A scanned text is one argument, and a list of valid documents ends with
/// 0; so `--list` and the file are two.
pub fn has_joined_list(line: impl Iterator<Item = OsString>) -> bool {
    line.take_while(|argument| argument != "--")
        .any(|argument| argument.as_encoded_bytes().starts_with(b"--list="))
}

/// The oldest data that decides.
#[derive(Clone, Copy, ValueEnum)]
pub enum Accept {
    /// Only while no update is overdue.
    Current,
    /// Overdue by at most the grace period.
    Late,
    /// Until the snapshot expires.
    Stale,
}

impl From<Accept> for Freshness {
    fn from(accept: Accept) -> Self {
        match accept {
            Accept::Current => Self::Current,
            Accept::Late => Self::Late,
            Accept::Stale => Self::Stale,
        }
    }
}

/// Arguments of `verify`.
#[derive(clap::Args)]
pub struct VerifyArgs {
    /// The bundle: a device's directory (see pull), a published directory, or a .rastau file
    #[arg(long)]
    pub bundle: PathBuf,
    /// The trust root; without it, a published bundle's own first root is used and its fingerprint printed
    #[arg(long)]
    pub root: Option<PathBuf>,
    /// A file for the trusted state, so that no older bundle is accepted later; a device's directory has its own
    #[arg(long)]
    pub state: Option<PathBuf>,
    /// The day to verify for, YYYY-MM-DD; today if omitted
    #[arg(long, value_parser = date)]
    pub on: Option<Date>,
    /// The current time, RFC 3339; the clock's if omitted
    #[arg(long, value_parser = timestamp)]
    pub now: Option<Timestamp>,
    /// The oldest data that decides
    #[arg(long, value_enum, default_value_t = Accept::Late)]
    pub accept: Accept,
    /// The grace period: how long after a missed update the data is late, not yet stale; days, as 7 or 7d, or hours, as 12h
    #[arg(long, default_value = "7d", value_parser = grace)]
    pub grace: u64,
    /// Language
    #[arg(long, default_value = "en", value_parser = lang())]
    pub lang: Lang,
    /// Prints the verdict as one line of JSON; with --list, one line for each row
    #[arg(long)]
    pub json: bool,
    /// Shows all checks, including those that are satisfied
    #[arg(long)]
    pub all: bool,
    /// Verifies every row of a list (CSV, XLSX, XLS, ODS) with a heading: columns number, code, holder, name (optional: profession, edition,
    /// qualification, level, skills, centre, accreditation, basis, exam_on, issued_on, valid_until), or document with a QR code's text,
    /// with which the other columns are compared. A document counts once
    #[arg(long, value_name = "FILE", conflicts_with = "input")]
    pub list: Option<PathBuf>,
    /// The sheet of a workbook: its name, or its number from 1
    #[arg(long, value_name = "SHEET", requires = "list")]
    pub sheet: Option<String>,
    /// The column of a field of the list, by heading or letter, for example number=C; level= for no column; may be repeated
    #[arg(long, value_name = "FIELD=COLUMN", requires = "list", value_parser = column)]
    pub column: Vec<(Field, Option<String>)>,
    /// Writes a report: of a document to this .json file, which `rastau repeat` compares, or to an .html file; of a list to a .csv, .html
    /// or .xlsx file; may be repeated
    #[arg(long, value_name = "FILE")]
    pub report: Vec<PathBuf>,
    /// Who makes the report, for the report only; nothing checks it
    #[arg(long, value_name = "TEXT", requires = "report", value_parser = made_by)]
    pub by: Option<MadeBy>,
    /// The profession that the post asks for, by code or name of the register's classifier: told beside the verdict, which it never changes
    #[arg(long, value_name = "CODE|NAME", requires = "input")]
    pub post: Option<String>,
    /// The qualification level that the post asks for
    #[arg(long, value_name = "LEVEL", requires = "post")]
    pub post_level: Option<String>,
    /// A file with the password of a PDF, on its first line
    #[arg(long, value_name = "FILE", requires = "input")]
    pub password_file: Option<PathBuf>,
    /// The document: its text, a JSON form, a picture (PNG, JPEG, WebP, GIF, BMP, TIFF) or PDF with its QR code, a text file, or - for
    /// standard input (use that for scanned text)
    pub input: Option<String>,
}

/// Reads a field and its column; an empty one is none.
fn column(text: &str) -> Result<(Field, Option<String>), String> {
    let (field, column) = text.split_once('=').ok_or("expected FIELD=COLUMN")?;
    let names = || Field::ALL.iter().map(|field| field.name()).collect::<Vec<_>>().join(", ");
    let field = Field::from_name(field.trim()).ok_or_else(|| format!("the fields are {}", names()))?;
    Ok((field, (!column.trim().is_empty()).then(|| column.to_string())))
}
