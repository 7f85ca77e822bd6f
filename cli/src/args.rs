//! The command line: every command, option and example.

mod pull;
mod verify;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use rastau_core::calendar::{Date, Timestamp};
use rastau_core::law::norms::ARTICLES;
use rastau_messages::Lang;

pub use pull::PullArgs;
pub use verify::VerifyArgs;

/// Verifies, offline, the documents of Kazakhstan's Law No. 14-VIII "On professional qualifications".
#[derive(Parser)]
#[command(
    name = "rastau",
    version,
    after_help = "Exit codes: 0 valid or done, 1 invalid, 2 indeterminate, 64 and above: could not be carried out.\nTry it: rastau demo"
)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Subcommand)]
pub enum Command {
    /// Makes a demo register with keys, a signed bundle and documents as QR images, then verifies some of them
    #[command(after_help = "Examples:\n  rastau demo\n  rastau demo my-demo --documents 1000000")]
    Demo(DemoArgs),
    /// Verifies a document, or a list of people, against a bundle
    #[command(
        after_help = "Examples:\n  rastau verify --bundle rastau-demo/bundle rastau-demo/documents/valid.png\n  rastau verify --bundle rastau-demo/bundle --on 2026-03-01 --lang ru rastau-demo/documents/expired.txt\n  rastau verify --bundle rastau-demo/bundle '{\"number\": \"…\", \"code\": \"…\", \"holder\": \"…\"}'\n  rastau verify --bundle rastau-demo/bundle --list rastau-demo/people.csv --report report.html"
    )]
    Verify(VerifyArgs),
    /// Brings a device's bundle up to date from a folder, a file or a web address; safe against cuts of the power
    #[command(
        after_help = "Examples:\n  rastau pull /media/usb/bundle --into device --root root.cose\n  rastau pull register.rastau --into device\n  rastau pull https://example.org/register --into device\n  rastau verify --bundle device document.png\n\nExit codes: 0 up to date, 69 refused, 73 cannot be written, 74 cannot be fetched, 75 another pull is at work.\nWhatever happens, what was in service stays until the new bundle is whole."
    )]
    Pull(PullArgs),
    /// Tells what an IIN or BIN is, or why it is none; - reads one a line
    #[command(after_help = "Examples:\n  rastau id 990140000017\n  cut -d, -f1 people.csv | rastau id -")]
    Id(IdArgs),
    /// Asks a rule of the Law: facts as JSON in, the answer with its article out; - reads one object a line
    #[command(
        after_help = "Examples:\n  rastau rule art22.p1.appeal-window --facts '{\"informed_on\": \"2026-03-19\", \"as_of\": \"2026-03-20\"}'\n  rastau rule art22.p1.appeal-window --lang ru --facts '{\"informed_on\": \"2026-03-19\", \"as_of\": \"2026-03-20\"}'\n  rastau rule art21.p5.document-validity --facts - < facts.jsonl > answers.jsonl\n\nThe answer is JSON, one line; with --lang it is words. Exit codes: 0 every question was answered, 65 one could not be."
    )]
    Rule(RuleArgs),
    /// Lists the rules of the Law, with facts that each decides
    #[command(
        after_help = "Examples:\n  rastau rules\n  rastau rules 22\n  rastau rules --lang ru\n  rastau rules --json | jq -r '.[].id'"
    )]
    Rules(RulesArgs),
    /// Tells of every norm of the Law what it is and where it stands here; compares a text of the Law with the one read
    #[command(
        after_help = "Examples:\n  rastau law\n  rastau law 22\n  rastau law --coverage\n  rastau law --drift law.md\n\nExit codes: 0 done; with --drift 0 the text is the one read, 1 it has changed."
    )]
    Law(LawArgs),
    /// Imports or checks a register (operator)
    Register(RegisterArgs),
    /// Issues documents: code, record, signature, QR code, printed certificate (operator)
    #[command(
        after_help = "Example:\n  rastau issue --register register.sqlite --key keys/centre-a.key --out issued request.json"
    )]
    Issue(IssueArgs),
    /// Builds, signs, looks into and publishes a bundle (operator)
    Snapshot(SnapshotArgs),
    /// Makes keys and trust roots (operator)
    Keys(KeysArgs),
    /// Prints a completion script for a shell
    #[command(after_help = "Example:\n  rastau completions bash > /etc/bash_completion.d/rastau")]
    Completions(CompletionsArgs),
}

fn date(text: &str) -> Result<Date, String> {
    rastau_registry::text::date(text).map_err(|error| error.to_string())
}

fn timestamp(text: &str) -> Result<Timestamp, String> {
    Timestamp::parse(text)
        .ok_or_else(|| format!("\"{text}\" is not a time; write it as 2026-03-01T12:00:00+05:00"))
}

fn lang(text: &str) -> Result<Lang, String> {
    Lang::parse(text).ok_or_else(|| format!("\"{text}\" is not en, ru or kk"))
}

fn article(text: &str) -> Result<u8, String> {
    let last = ARTICLES.len();
    let number = text.parse().ok().filter(|number| (1..=last).contains(&usize::from(*number)));
    number.ok_or_else(|| format!("the Law has articles 1 to {last}"))
}

/// Arguments of `demo`.
#[derive(clap::Args)]
pub struct DemoArgs {
    /// Folder to make; it may not exist yet
    #[arg(default_value = "rastau-demo")]
    pub folder: PathBuf,
    /// Documents in the register
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u64).range(21..=50_000_000))]
    pub documents: u64,
    /// Makes the same demo for the same word, instead of a new one each time (its keys are then no secret)
    #[arg(long)]
    pub seed: Option<String>,
    /// The time at which the demo is made; now, if not given
    #[arg(long, value_parser = timestamp)]
    pub now: Option<Timestamp>,
    /// Language of the explanations: en, ru or kk
    #[arg(long, default_value = "en", value_parser = lang)]
    pub lang: Lang,
}

/// Arguments of `id`.
#[derive(clap::Args)]
pub struct IdArgs {
    /// The number, or - to read one a line
    pub number: String,
    /// Language: en, ru or kk
    #[arg(long, default_value = "en", value_parser = lang)]
    pub lang: Lang,
    /// Prints one JSON object a line
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `rule`.
#[derive(clap::Args)]
pub struct RuleArgs {
    /// Id of the rule; `rastau rules` lists them
    pub id: String,
    /// The facts as a JSON object, or - for one object a line on standard input
    #[arg(long, value_name = "JSON")]
    pub facts: String,
    /// Says the answer in words, in this language: en, ru or kk
    #[arg(long, value_parser = lang)]
    pub lang: Option<Lang>,
    /// Answers as JSON; so it does without this too, unless a language is asked for
    #[arg(long, conflicts_with = "lang")]
    pub json: bool,
    /// Takes the calendar of working days from this bundle instead of the built-in one of 2023 to 2027
    #[arg(long)]
    pub bundle: Option<PathBuf>,
    /// The trust root to rely on for the bundle
    #[arg(long, requires = "bundle")]
    pub root: Option<PathBuf>,
}

/// Arguments of `rules`.
#[derive(clap::Args)]
pub struct RulesArgs {
    /// Only the rules of this article
    #[arg(value_parser = article)]
    pub article: Option<u8>,
    /// Language of the titles: en, ru or kk
    #[arg(long, default_value = "en", value_parser = lang, conflicts_with = "json")]
    pub lang: Lang,
    /// Prints a JSON array
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `law`.
#[derive(clap::Args)]
pub struct LawArgs {
    /// The article to tell of, in full; every article in short, if not given
    #[arg(value_parser = article)]
    pub article: Option<u8>,
    /// Counts the norms by article and class, and how many of the computable ones have a rule
    #[arg(long, conflicts_with_all = ["article", "drift"])]
    pub coverage: bool,
    /// Compares this text of the Law in English, plain or Markdown (- for standard input), with the one that the rules
    /// were read from, and names the units that differ
    #[arg(long, value_name = "FILE", conflicts_with = "article")]
    pub drift: Option<PathBuf>,
    /// Prints JSON, one line
    #[arg(long)]
    pub json: bool,
}

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
    /// Reads a folder of CSV files (one a table) into a new register file
    #[command(
        after_help = "Example:\n  rastau register import csv/ --into register.sqlite --name kz.register --covered-from 2023-09-04"
    )]
    Import {
        /// Folder with professions.csv, centres.csv, documents.csv, …
        folder: PathBuf,
        /// The register file to make
        #[arg(long)]
        into: PathBuf,
        /// Name of the register
        #[arg(long)]
        name: String,
        /// The first issue date from which every document is listed
        #[arg(long, value_parser = date)]
        covered_from: Date,
    },
    /// Lists every problem of a register with its row; exit code 1 if there is an error
    Check {
        /// The register file
        register: PathBuf,
        /// Prints one JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// Prints the schema of a register file, with what each column means
    Schema,
}

/// Arguments of `issue`.
#[derive(clap::Args)]
pub struct IssueArgs {
    /// The register file
    #[arg(long)]
    pub register: PathBuf,
    /// The centre's secret key file
    #[arg(long)]
    pub key: PathBuf,
    /// Folder for the documents: NUMBER.txt, .png, .svg, .pdf, .json
    #[arg(long)]
    pub out: PathBuf,
    /// Marks the certificates as specimens
    #[arg(long)]
    pub specimen: bool,
    /// The request: a JSON file with one object or a list of them, or - for standard input
    pub request: String,
}

/// Arguments of `snapshot`.
#[derive(clap::Args)]
pub struct SnapshotArgs {
    /// What to do with the snapshot.
    #[command(subcommand)]
    pub command: SnapshotCommand,
}

/// What to do with a snapshot.
#[derive(Subcommand)]
pub enum SnapshotCommand {
    /// Builds an unsigned draft from a register; the same register and times give the same bytes
    #[command(
        after_help = "Example:\n  rastau snapshot build --register register.sqlite --out draft --as-of 2026-03-01T00:00:00+05:00 --not-after 2026-09-01T00:00:00+05:00"
    )]
    Build {
        /// The register file
        #[arg(long)]
        register: PathBuf,
        /// Folder of the draft: a new one, or an unsigned draft, which is replaced once the new one is complete
        #[arg(long)]
        out: PathBuf,
        /// The instant whose knowledge the register holds
        #[arg(long, value_parser = timestamp)]
        as_of: Timestamp,
        /// The instant after which the keepers no longer stand by it
        #[arg(long, value_parser = timestamp)]
        not_after: Timestamp,
        /// The published bundle that this one follows
        #[arg(long)]
        previous: Option<PathBuf>,
    },
    /// Signs a draft: first --role chamber, then --role keeper, then --role fresh; several keys may sign at once or in turn
    #[command(
        after_help = "Example:\n  rastau snapshot sign draft --root keys/root.cose --role keeper --key keys/keeper-1.key --key keys/keeper-2.key"
    )]
    Sign {
        /// Folder of the draft
        draft: PathBuf,
        /// The newest trust root: only its keys sign
        #[arg(long)]
        root: PathBuf,
        /// Whose signature it is
        #[arg(long, value_enum)]
        role: SignRole,
        /// Secret key file (may be given more than once)
        #[arg(long, required = true)]
        key: Vec<PathBuf>,
        /// For --role fresh: the time of the confirmation; now, if not given
        #[arg(long, value_parser = timestamp)]
        now: Option<Timestamp>,
        /// For --role fresh: hours until the next confirmation
        #[arg(long, default_value_t = 24)]
        next_hours: u64,
    },
    /// Shows what a bundle or draft holds
    Inspect {
        /// The bundle: a published folder, one file, or a device's folder
        bundle: PathBuf,
        /// Prints JSON
        #[arg(long)]
        json: bool,
    },
    /// Verifies a signed draft as a device would, then puts it in place as a folder, and as one file if asked
    #[command(
        after_help = "Example:\n  rastau snapshot publish draft --root keys/root.cose --to public/bundle --single-file public/bundle.rastau"
    )]
    Publish {
        /// Folder of the signed draft
        draft: PathBuf,
        /// Trust roots, oldest first (may be given more than once)
        #[arg(long, required = true)]
        root: Vec<PathBuf>,
        /// Folder to publish to: a new one, or a published bundle, which is replaced as a whole
        #[arg(long)]
        to: PathBuf,
        /// The same content as one file
        #[arg(long)]
        single_file: Option<PathBuf>,
    },
}

/// Who signs.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SignRole {
    /// The National Chamber: its statement of centres.
    Chamber,
    /// The keeper of the register: the manifest.
    Keeper,
    /// The online key: the freshness note.
    #[value(name = "fresh")]
    Freshness,
}

/// Arguments of `keys`.
#[derive(clap::Args)]
pub struct KeysArgs {
    /// What to do with keys.
    #[command(subcommand)]
    pub command: KeysCommand,
}

/// The algorithm of a key.
#[derive(Clone, Copy, ValueEnum)]
pub enum KeyAlgorithm {
    /// Ed25519.
    Ed25519,
    /// ECDSA on P-256.
    P256,
}

/// What to do with keys.
#[derive(Subcommand)]
pub enum KeysCommand {
    /// Makes a key pair: NAME.key (secret) and NAME.pub
    #[command(after_help = "Example:\n  rastau keys new keeper-1 --out keys")]
    New {
        /// Name of the files
        name: String,
        /// Folder for them
        #[arg(long, default_value = ".")]
        out: PathBuf,
        /// Algorithm
        #[arg(long, value_enum, default_value_t = KeyAlgorithm::Ed25519)]
        algorithm: KeyAlgorithm,
    },
    /// Makes a trust root: who may sign what, signed by the root keys (for a next root: by those of both)
    #[command(
        after_help = "Example:\n  rastau keys root --register kz.register --expires 2030-01-01T00:00:00Z \\\n    --root keys/root-1.key --root keys/root-2.key --root keys/root-3.pub --root-threshold 2 \\\n    --keeper keys/keeper-1.pub --keeper keys/keeper-2.pub --keeper-threshold 2 \\\n    --chamber keys/chamber-1.pub --fresh keys/fresh.pub --out keys/root.cose"
    )]
    Root(RootArgs),
    /// Shows the id, the algorithm and the public key of key files
    Show {
        /// Key files
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}

/// Arguments of `keys root`.
#[derive(clap::Args)]
pub struct RootArgs {
    /// Name of the register
    #[arg(long)]
    pub register: String,
    /// The instant from which the root may not be used
    #[arg(long, value_parser = timestamp)]
    pub expires: Timestamp,
    /// Keys of the root role: .key files sign, .pub files are only listed
    #[arg(long, required = true)]
    pub root: Vec<PathBuf>,
    /// How many of them must sign
    #[arg(long, default_value_t = 1)]
    pub root_threshold: u8,
    /// Keys of the keeper of the register
    #[arg(long, required = true)]
    pub keeper: Vec<PathBuf>,
    /// How many of them must sign
    #[arg(long, default_value_t = 1)]
    pub keeper_threshold: u8,
    /// Keys of the National Chamber
    #[arg(long, required = true)]
    pub chamber: Vec<PathBuf>,
    /// How many of them must sign
    #[arg(long, default_value_t = 1)]
    pub chamber_threshold: u8,
    /// The online key that confirms freshness
    #[arg(long, required = true)]
    pub fresh: Vec<PathBuf>,
    /// The root before this one; the new version is one higher
    #[arg(long)]
    pub previous: Option<PathBuf>,
    /// Keys of the previous root that sign too, where they are not among the new ones
    #[arg(long)]
    pub also_sign: Vec<PathBuf>,
    /// The file to write
    #[arg(long)]
    pub out: PathBuf,
}

/// Arguments of `completions`.
#[derive(clap::Args)]
pub struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}
