//! The arguments of `register`.

use std::path::PathBuf;

use clap::Subcommand;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use rastau_core::calendar::{Date, Timestamp};
use rastau_core::snapshot::status::Ground;

use super::{date, timestamp};

/// Arguments of `register`.
#[derive(clap::Args)]
pub struct RegisterArgs {
    /// What to do with the register.
    #[command(subcommand)]
    pub command: RegisterCommand,
}

/// What to do with a register.
#[derive(Subcommand)]
pub enum RegisterCommand {
    /// Imports a directory of CSV files, one for each table, into a new register file
    #[command(
        after_help = "Examples:\n  rastau register import csv/ --into register.sqlite --name kz.register --covered-from 2023-09-04\n  rastau register import exported/ --into register.sqlite"
    )]
    Import(ImportArgs),
    /// Writes a register as CSV files, from which import makes the same register again
    #[command(after_help = "Example:\n  rastau register export exported --register register.sqlite")]
    Export(ExportArgs),
    /// Changes a register file of an earlier schema version to the current one, and keeps a copy of it as it was
    #[command(after_help = "Example:\n  rastau register migrate register.sqlite")]
    Migrate(MigrateArgs),
    /// Lists every problem of a register with its row, and verifies its audit table; exit code 1 if one is an error
    Check(CheckArgs),
    /// Applies changes: new documents, cancellations, reinstatements, centres, professions and all other rows; all or nothing
    #[command(
        after_help = "Examples:\n  rastau register apply changes/ --register register.sqlite --reason 'order 7' --dry-run\n  rastau register apply changes/ --register register.sqlite --reason 'order 7'\n  rastau register apply - --register register.sqlite --reason 'order 7' < changes.jsonl\n\nA directory has CSV files as for import, with the changed rows only or with more. On standard input each line is an object:\n  {\"table\": \"cancellations\", \"number\": \"…\", \"cancelled_on\": \"2026-03-01\", \"ground\": \"court-decision\"}\n\nExit codes: 0 applied, or applicable with --dry-run; 1 refused, and nothing was changed; 64 and above: not read."
    )]
    Apply(ApplyArgs),
    /// Cancels a document
    #[command(
        after_help = "Example:\n  rastau register cancel 240000000001 --register register.sqlite --ground court-decision --on 2026-03-01 --reason 'decision 12 of the court'"
    )]
    Cancel(CancelArgs),
    /// Ends the cancellation of a document, so that it is in force again
    #[command(
        after_help = "Example:\n  rastau register reinstate 240000000001 --register register.sqlite --on 2026-04-01 --reason 'decision 15 of the court'"
    )]
    Reinstate(ReinstateArgs),
    /// Cancels a document as issued in error and issues the one in its place, with a new number; both or neither
    #[command(
        after_help = "Example:\n  rastau register correct 240000000001 --request new.json --register register.sqlite --key keys/centre-a.key --out issued --reason 'wrong level'"
    )]
    Correct(CorrectArgs),
    /// Shows everything that the register has about a document
    #[command(after_help = "Example:\n  rastau register show 240000000001 --register register.sqlite")]
    Show(ShowArgs),
    /// Lists who changed what in the register, when and why
    #[command(
        after_help = "Examples:\n  rastau register log --register register.sqlite --since 2026-03-01T00:00:00+05:00\n  rastau register log 240000000001 --register register.sqlite --json"
    )]
    Log(LogArgs),
    /// Prints the schema of a register file, with the meaning of each column
    Schema,
}

/// Who changes the register.
#[derive(clap::Args)]
pub struct By {
    /// Who makes the change, for the audit table; the user of this computer if omitted
    #[arg(long, value_name = "OPERATOR")]
    pub by: Option<String>,
}

/// Arguments of `register import`.
#[derive(clap::Args)]
pub struct ImportArgs {
    /// The directory with professions.csv, centres.csv, documents.csv, …
    #[arg(value_name = "DIR")]
    pub directory: PathBuf,
    /// The register file to create
    #[arg(long)]
    pub into: PathBuf,
    /// Name of the register; that of register.csv if omitted
    #[arg(long)]
    pub name: Option<String>,
    /// The first issue date from which every document is listed; that of register.csv if omitted
    #[arg(long, value_parser = date)]
    pub covered_from: Option<Date>,
    #[command(flatten)]
    pub by: By,
    /// Why, for the audit table
    #[arg(long, default_value = "import")]
    pub reason: String,
    /// Prints the result as one line of JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `register export`.
#[derive(clap::Args)]
pub struct ExportArgs {
    /// The directory to create
    #[arg(value_name = "DIR")]
    pub directory: PathBuf,
    /// The register file
    #[arg(long)]
    pub register: PathBuf,
    /// Prints the result as one line of JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `register migrate`.
#[derive(clap::Args)]
pub struct MigrateArgs {
    /// The register file
    pub register: PathBuf,
    #[command(flatten)]
    pub by: By,
    /// Prints the result as one line of JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `register check`.
#[derive(clap::Args)]
pub struct CheckArgs {
    /// The register file
    pub register: PathBuf,
    /// A hash of the audit table that was kept elsewhere; it is an error if no line has it any more
    #[arg(long, value_name = "HASH")]
    pub audit_head: Option<String>,
    /// Prints one JSON object on each line
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `register apply`.
#[derive(clap::Args)]
pub struct ApplyArgs {
    /// The directory of CSV files, or - for JSON lines on standard input
    #[arg(value_name = "DIR|-")]
    pub changes: PathBuf,
    /// The register file
    #[arg(long)]
    pub register: PathBuf,
    /// Why, for the audit table; it must name no person
    #[arg(long)]
    pub reason: String,
    #[command(flatten)]
    pub by: By,
    /// Reports what would be done and stores nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Allows changes to columns about earlier times, to correct a mistake; not for documents and cancellations
    #[arg(long)]
    pub amend: bool,
    /// Prints one JSON object for each row, and one for the result
    #[arg(long)]
    pub json: bool,
}

/// Reads the name of a ground; the help lists them.
fn ground() -> impl TypedValueParser<Value = Ground> {
    let names = PossibleValuesParser::new(Ground::ALL.iter().map(|ground| ground.name()));
    names.try_map(|name| Ground::from_name(&name).ok_or("unknown ground"))
}

/// Arguments of `register cancel`.
#[derive(clap::Args)]
pub struct CancelArgs {
    /// The document number
    pub number: String,
    /// The register file
    #[arg(long)]
    pub register: PathBuf,
    /// The legal ground (art. 26.2, part two, and other acts)
    #[arg(long, value_parser = ground())]
    pub ground: Ground,
    /// The first day on which the document is not in force
    #[arg(long, value_parser = date)]
    pub on: Date,
    /// Why, for the audit table: the decision with its number. It must name no person
    #[arg(long)]
    pub reason: String,
    /// States that a new document was issued in its place
    #[arg(long)]
    pub replaced: bool,
    #[command(flatten)]
    pub by: By,
    /// Prints the result as one line of JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `register reinstate`.
#[derive(clap::Args)]
pub struct ReinstateArgs {
    /// The document number
    pub number: String,
    /// The register file
    #[arg(long)]
    pub register: PathBuf,
    /// The first day on which the document is in force again
    #[arg(long, value_parser = date)]
    pub on: Date,
    /// Why, for the audit table: the decision with its number. It must name no person
    #[arg(long)]
    pub reason: String,
    #[command(flatten)]
    pub by: By,
    /// Prints the result as one line of JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `register correct`.
#[derive(clap::Args)]
pub struct CorrectArgs {
    /// The number of the document that was issued in error
    pub number: String,
    /// The request of the new document, as for `rastau issue`: a JSON file with one object, or - for standard input
    #[arg(long)]
    pub request: String,
    /// The register file
    #[arg(long)]
    pub register: PathBuf,
    /// The centre's secret key file
    #[arg(long)]
    pub key: PathBuf,
    /// The directory for the new document: NUMBER.txt, .png, .svg, .pdf, .json
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// The first day on which the old document is not in force; today if omitted
    #[arg(long, value_parser = date)]
    pub on: Option<Date>,
    /// Why, for the audit table. It must name no person
    #[arg(long)]
    pub reason: String,
    #[command(flatten)]
    pub by: By,
    /// Marks the certificate as a specimen
    #[arg(long)]
    pub specimen: bool,
    /// Makes the QR code a web address at the register's origin, as for `rastau issue`
    #[arg(long)]
    pub link: bool,
    /// Prints the result as one line of JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `register show`.
#[derive(clap::Args)]
pub struct ShowArgs {
    /// The document number
    pub number: String,
    /// The register file
    #[arg(long)]
    pub register: PathBuf,
    /// Prints one line of JSON
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `register log`.
#[derive(clap::Args)]
pub struct LogArgs {
    /// Only the lines about this document
    pub number: Option<String>,
    /// The register file
    #[arg(long)]
    pub register: PathBuf,
    /// Only the lines since this time, RFC 3339
    #[arg(long, value_parser = timestamp)]
    pub since: Option<Timestamp>,
    /// Prints one JSON object on each line
    #[arg(long)]
    pub json: bool,
}
