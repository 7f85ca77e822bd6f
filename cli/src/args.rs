//! The arguments of every command, with their help and examples.

mod pull;
mod register;
mod repeat;
mod verify;

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use rastau_core::calendar::{Date, Timestamp};
use rastau_core::codec::cbor::MAX_NUMBER;
use rastau_core::law::articles;
use rastau_core::report::{MAX_BY, MadeBy};
use rastau_messages::Lang;
use rastau_registry::guard::Guard;

pub use pull::PullArgs;
pub use register::{
    ApplyArgs, By, CancelArgs, CheckArgs, CorrectArgs, ExportArgs, ImportArgs, LogArgs, MigrateArgs,
    RegisterArgs, RegisterCommand, ReinstateArgs, ShowArgs,
};
pub use repeat::RepeatArgs;
pub use verify::{VerifyArgs, answers_by_exit_code, has_joined_list};

/// Verifies offline the documents of Kazakhstan's Law No. 14-VIII "On professional qualifications".
#[derive(Parser)]
#[command(
    name = "rastau",
    version,
    after_help = "Exit codes: 0 valid or done, 1 invalid, 2 indeterminate, 64 and above: the command was not carried out.\nTo start: rastau demo"
)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Subcommand)]
pub enum Command {
    /// Creates a demo register with keys, a signed bundle and documents as QR images, and verifies some of them
    #[command(after_help = "Examples:\n  rastau demo\n  rastau demo my-demo --documents 1000000")]
    Demo(DemoArgs),
    /// Verifies a document, or a list of people, against a bundle
    #[command(
        after_help = "Examples:\n  rastau verify --bundle rastau-demo/bundle rastau-demo/documents/valid.png\n  rastau verify --bundle rastau-demo/bundle --on 2026-03-01 --lang ru rastau-demo/documents/expired.txt\n  rastau verify --bundle rastau-demo/bundle '{\"number\": \"…\", \"code\": \"…\", \"holder\": \"…\"}'\n  rastau verify --bundle rastau-demo/bundle --list rastau-demo/people.csv --report report.html\n  rastau verify --bundle rastau-demo/bundle --report check.json --by \"HR department\" rastau-demo/documents/valid.txt\n  scanner | rastau verify --bundle rastau-demo/bundle -\n\nExit codes: 0 valid, 1 invalid, 2 indeterminate, 64 and above: the command was not carried out. --help ends with 64, so that a\nscanned text never ends with 0; rastau help verify ends with 0. Give scanned text on standard input (-): as an argument it could\nbe an option or the name of a file."
    )]
    Verify(VerifyArgs),
    /// Repeats the verification of a report as of its time, and compares the answers
    #[command(
        after_help = "Examples:\n  rastau verify --bundle rastau-demo/bundle --report check.json rastau-demo/documents/valid.png\n  rastau repeat --root root.cose check.json rastau-demo/documents/valid.txt rastau-demo/bundle\n\nThe answer is the one that the given bundle has at the time of the report, not today's. Exit codes: 0 same answer, 1 it differs, 64 and\nabove: the command was not carried out."
    )]
    Repeat(RepeatArgs),
    /// Updates a device's bundle from a directory, a file or a web address; safe against power loss
    #[command(
        after_help = "Examples:\n  rastau pull /media/usb/bundle --into device --root root.cose\n  rastau pull register.rastau --into device\n  rastau pull https://example.org/register --into device\n  rastau verify --bundle device document.png\n\nExit codes: 0 up to date, 69 refused, 73 cannot be written, 74 cannot be fetched, 75 another update is running.\nThe active bundle stays active until the new one is complete and verified."
    )]
    Pull(PullArgs),
    /// Describes an IIN or BIN, or states why a number is neither
    #[command(after_help = "Examples:\n  rastau id 990140000017\n  cut -d, -f1 people.csv | rastau id -")]
    Id(IdArgs),
    /// Evaluates a rule of the Law on facts in JSON; the answer names its article
    #[command(
        after_help = "Examples:\n  rastau rule art22.p1.appeal-window --facts '{\"informed_on\": \"2026-03-19\", \"as_of\": \"2026-03-20\"}'\n  rastau rule art22.p1.appeal-window --lang ru --facts '{\"informed_on\": \"2026-03-19\", \"as_of\": \"2026-03-20\"}'\n  rastau rule art21.p5.document-validity --facts - < facts.jsonl > answers.jsonl\n\nThe answer is one line of JSON, or text with --lang. Exit codes: 0 all facts were read, 65 some were not."
    )]
    Rule(RuleArgs),
    /// Lists the rules of the Law, each with example facts
    #[command(
        after_help = "Examples:\n  rastau rules\n  rastau rules 22\n  rastau rules --lang ru\n  rastau rules --json | jq -r '.[].id'"
    )]
    Rules(RulesArgs),
    /// Lists the norms of the Law and where each is implemented; compares a text of the Law
    #[command(
        after_help = "Examples:\n  rastau law\n  rastau law 22\n  rastau law --coverage\n  rastau law --drift law.md\n\nExit codes: 0 done; with --drift 0 no change, 1 the text has changed."
    )]
    Law(LawArgs),
    /// Keeps a register: imports, changes, checks and shows it (operator)
    Register(RegisterArgs),
    /// Issues documents: code, record, signature, QR code, printed certificate (operator)
    #[command(
        after_help = "Example:\n  rastau issue --register register.sqlite --key keys/centre-a.key --out issued request.json"
    )]
    Issue(IssueArgs),
    /// Builds, signs, inspects and publishes a bundle (operator)
    Snapshot(SnapshotArgs),
    /// Creates keys and trust roots (operator)
    Keys(KeysArgs),
    /// Prints a completion script for a shell
    #[command(after_help = "Example:\n  rastau completions bash > /etc/bash_completion.d/rastau")]
    Completions(CompletionsArgs),
    /// Decodes the file on standard input with limits on memory and time; the program starts it itself
    #[command(name = crate::child::COMMAND, hide = true)]
    DecodeLimited {
        /// What to decode
        #[arg(value_enum)]
        task: crate::child::Task,
        /// The request, for a task that does not read it from standard input
        request: Option<String>,
    },
}

fn date(text: &str) -> Result<Date, String> {
    rastau_registry::text::date(text).map_err(|error| error.to_string())
}

fn timestamp(text: &str) -> Result<Timestamp, String> {
    Timestamp::parse(text)
        .ok_or_else(|| format!("\"{text}\" is not a time; write it as 2026-03-01T12:00:00+05:00"))
}

/// Reads the code of a language; the help lists them.
fn lang() -> impl TypedValueParser<Value = Lang> {
    let codes = PossibleValuesParser::new(Lang::ALL.map(Lang::code));
    codes.try_map(|code| Lang::parse(&code).ok_or("unknown language"))
}

/// The guards of a build.
const OF_BUILD: &[Guard] = &[Guard::FutureTime, Guard::ShortenedRow, Guard::ReopenedKey];
/// The guards of a command that signs times.
const OF_TIMES: &[Guard] = &[Guard::FutureTime];

/// Reads the name of one of these guards; the help lists them.
fn guard(guards: &'static [Guard]) -> impl TypedValueParser<Value = Guard> {
    let names = guards.iter().map(|guard| PossibleValue::new(guard.name()).help(guard.text()));
    PossibleValuesParser::new(names).try_map(|name| Guard::from_name(&name).ok_or("unknown guard"))
}

/// Reads who makes a report.
fn made_by(text: &str) -> Result<MadeBy, String> {
    MadeBy::parse(text).ok_or_else(|| format!("it has 1 to {MAX_BY} visible characters"))
}

/// The number of documents in a demo.
fn documents(text: &str) -> Result<u64, String> {
    let number = text.parse().ok().filter(|number| (21..=50_000_000).contains(number));
    number.ok_or_else(|| "a demo has 21 to 50000000 documents".to_string())
}

fn article(text: &str) -> Result<u8, String> {
    let last = articles().map(|article| usize::from(article.number)).max().unwrap_or_default();
    let number = text.parse().ok().filter(|number| (1..=last).contains(&usize::from(*number)));
    number.ok_or_else(|| format!("the Law has articles 1 to {last}"))
}

/// Arguments of `demo`.
#[derive(clap::Args)]
pub struct DemoArgs {
    /// The directory to create; it must not exist
    #[arg(value_name = "DIR", default_value = "rastau-demo")]
    pub directory: PathBuf,
    /// Documents in the register
    #[arg(long, default_value_t = 10_000, value_parser = documents)]
    pub documents: u64,
    /// Creates the same demo for the same text, instead of a new one each time; its keys are then not secret
    #[arg(long)]
    pub seed: Option<String>,
    /// The time of the demo, RFC 3339; now if omitted
    #[arg(long, value_parser = timestamp)]
    pub now: Option<Timestamp>,
    /// Language of the explanations
    #[arg(long, default_value = "en", value_parser = lang())]
    pub lang: Lang,
}

/// Arguments of `id`.
#[derive(clap::Args)]
pub struct IdArgs {
    /// The number, or - for one number on each line of standard input
    pub number: String,
    /// Language
    #[arg(long, default_value = "en", value_parser = lang())]
    pub lang: Lang,
    /// Prints one JSON object on each line
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `rule`.
#[derive(clap::Args)]
pub struct RuleArgs {
    /// Id of the rule; `rastau rules` lists them
    pub id: String,
    /// The facts as a JSON object, or - for one object on each line of standard input
    #[arg(long, value_name = "JSON")]
    pub facts: String,
    /// Prints the answer as text in this language
    #[arg(long, value_parser = lang())]
    pub lang: Option<Lang>,
    /// Prints the answer as JSON; the default without --lang
    #[arg(long, conflicts_with = "lang")]
    pub json: bool,
    /// Uses the calendar of working days of this bundle instead of the built-in one of 2023 to 2027
    #[arg(long)]
    pub bundle: Option<PathBuf>,
    /// The trust root of the bundle
    #[arg(long, requires = "bundle")]
    pub root: Option<PathBuf>,
}

/// Arguments of `rules`.
#[derive(clap::Args)]
pub struct RulesArgs {
    /// Only the rules of this article
    #[arg(value_parser = article)]
    pub article: Option<u8>,
    /// Language of the titles
    #[arg(long, default_value = "en", value_parser = lang(), conflicts_with = "json")]
    pub lang: Lang,
    /// Prints a JSON array
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `law`.
#[derive(clap::Args)]
pub struct LawArgs {
    /// The article to show in full; a short list of all articles if omitted
    #[arg(value_parser = article)]
    pub article: Option<u8>,
    /// Counts the norms by article and class, and how many of the computable ones have a rule
    #[arg(long, conflicts_with_all = ["article", "drift"])]
    pub coverage: bool,
    /// Compares this English text of the Law, plain or Markdown (- for standard input), with the text that the rules
    /// implement, and lists the units that differ
    #[arg(long, value_name = "FILE", conflicts_with = "article")]
    pub drift: Option<PathBuf>,
    /// Prints JSON, one line
    #[arg(long)]
    pub json: bool,
}

/// Arguments of `issue`.
#[derive(clap::Args)]
pub struct IssueArgs {
    /// The register file
    #[arg(long)]
    pub register: PathBuf,
    /// The centre's secret key file
    #[arg(long, required_unless_present = "existing")]
    pub key: Option<PathBuf>,
    /// Gives a code to documents that the register has without one, from before it had codes. The request is then a list (CSV, XLSX, XLS,
    /// ODS) with the columns number, holder and name; nothing is signed, and the QR code has the typed form
    #[arg(long, conflicts_with_all = ["key", "link"])]
    pub existing: bool,
    /// The directory for the documents: NUMBER.txt, .png, .svg, .pdf, .json
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Marks the certificates as specimens
    #[arg(long)]
    pub specimen: bool,
    /// Who issues them, for the audit table of the register
    #[command(flatten)]
    pub by: By,
    /// Prints the result as one line of JSON
    #[arg(long)]
    pub json: bool,
    /// Makes the QR code a web address at the register's origin, which any telephone opens; the register must hold the origin (row
    /// "link" of the table contacts)
    #[arg(long)]
    pub link: bool,
    /// The request: a JSON file with one object or an array of them, or - for standard input; with --existing a list
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
        /// The directory of the draft: a new one, or an unsigned draft, which is replaced once the new one is complete
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// The time of the state that the register holds, RFC 3339
        #[arg(long, value_parser = timestamp)]
        as_of: Timestamp,
        /// The time after which the snapshot is no longer valid, RFC 3339
        #[arg(long, value_parser = timestamp)]
        not_after: Timestamp,
        /// For how many days after --as-of the online key may confirm the snapshot, at most 45
        #[arg(long, value_name = "DAYS", default_value_t = 45, value_parser = clap::value_parser!(u64).range(1..=45))]
        confirmable_days: u64,
        /// The published bundle that this one follows: only what changed is written
        #[arg(long, value_name = "DIR")]
        previous: Option<PathBuf>,
        /// With --previous: writes everything into new segments
        #[arg(long, requires = "previous")]
        whole: bool,
        /// Starts a new epoch with this number, after the register was restored from a backup or the published bundle was lost
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(2..=MAX_NUMBER))]
        epoch: Option<u64>,
        /// Waives a guard: what it refuses is meant; may be repeated
        #[arg(long, value_name = "GUARD", value_parser = guard(OF_BUILD))]
        insist: Vec<Guard>,
    },
    /// Signs a draft: first --role chamber, then keeper, then fresh; several keys may sign in one command or one by one
    #[command(
        after_help = "Example:\n  rastau snapshot sign draft --root keys/root.cose --role keeper --key keys/keeper-1.key --key keys/keeper-2.key"
    )]
    Sign {
        /// The directory of the draft
        draft: PathBuf,
        /// The newest trust root; only its keys may sign
        #[arg(long)]
        root: PathBuf,
        /// The role that signs
        #[arg(long, value_enum)]
        role: SignRole,
        /// A secret key file; may be repeated
        #[arg(long, required = true)]
        key: Vec<PathBuf>,
        /// For --role fresh: the time of the freshness statement, RFC 3339; now if omitted
        #[arg(long, value_parser = timestamp)]
        now: Option<Timestamp>,
        /// For --role fresh: hours until the next freshness statement is due
        #[arg(long, default_value_t = 24)]
        next_hours: u64,
        /// Waives a guard: what it refuses is meant
        #[arg(long, value_name = "GUARD", value_parser = guard(OF_TIMES))]
        insist: Vec<Guard>,
    },
    /// Confirms the published version again: signs a new freshness statement and replaces the published one
    #[command(
        after_help = "Example:\n  rastau snapshot refresh public/bundle --root keys/root.cose --key keys/fresh.key\n\nIt needs only the online key, so it can run unattended. The confirmation ends with the manifest's own time limit."
    )]
    Refresh {
        /// The published directory
        bundle: PathBuf,
        /// The newest trust root; only its keys may sign
        #[arg(long)]
        root: PathBuf,
        /// The secret online key file
        #[arg(long)]
        key: PathBuf,
        /// The time of the freshness statement, RFC 3339; now if omitted
        #[arg(long, value_parser = timestamp)]
        now: Option<Timestamp>,
        /// Hours until the next freshness statement is due
        #[arg(long, default_value_t = 24)]
        next_hours: u64,
        /// Also rewrites the single-file bundle
        #[arg(long, value_name = "FILE")]
        single_file: Option<PathBuf>,
        /// Waives a guard: what it refuses is meant
        #[arg(long, value_name = "GUARD", value_parser = guard(OF_TIMES))]
        insist: Vec<Guard>,
    },
    /// Shows what changed from one bundle to another, without verifying them: documents, cancellations, rows, bytes
    #[command(after_help = "Example:\n  rastau snapshot diff yesterday.rastau public/bundle")]
    Diff {
        /// The older bundle: a published directory or a .rastau file
        old: PathBuf,
        /// The newer bundle
        new: PathBuf,
        /// Prints JSON
        #[arg(long)]
        json: bool,
    },
    /// Shows the content of a bundle, without verifying it
    Inspect {
        /// The bundle: a published directory, a .rastau file, or a device's directory
        bundle: PathBuf,
        /// Prints JSON
        #[arg(long)]
        json: bool,
    },
    /// Verifies a bundle and says when each part of it ends; exit code 0: nothing is due, 2: something ends within --warn-days, 1: something
    /// has ended
    #[command(
        after_help = "Example:\n  rastau snapshot status public/bundle --root keys/root.cose --format prometheus > rastau.prom"
    )]
    Status(StatusArgs),
    /// Verifies a signed draft as a device would, then publishes it as a directory and optionally as one file
    #[command(
        after_help = "Example:\n  rastau snapshot publish draft --root keys/root.cose --to public/bundle --single-file public/bundle.rastau"
    )]
    Publish {
        /// The directory of the signed draft
        draft: PathBuf,
        /// A trust root; repeat for all, oldest first
        #[arg(long, required = true)]
        root: Vec<PathBuf>,
        /// The directory to publish to: a new one, or a published bundle, to which the new version is added
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
        /// Publishes the same content as this file too
        #[arg(long, value_name = "FILE")]
        single_file: Option<PathBuf>,
        /// For how many days the files of older versions are kept, for readers in the middle of an update
        #[arg(long, value_name = "DAYS", default_value_t = 7)]
        keep_days: u64,
        /// Waives a guard: what it refuses is meant; may be repeated
        #[arg(long, value_name = "GUARD", value_parser = guard(Guard::ALL))]
        insist: Vec<Guard>,
        /// Publishes a root that removes keys at once: devices stop answering until they have this bundle
        #[arg(long)]
        emergency: bool,
    },
}

/// The role that signs.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SignRole {
    /// The National Chamber: the statement of centres.
    Chamber,
    /// The keeper of the register: the manifest.
    Keeper,
    /// The online key: the freshness statement.
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
    /// Creates a key pair: NAME.key (secret) and NAME.pub
    #[command(after_help = "Example:\n  rastau keys new keeper-1 --out keys")]
    New {
        /// Name of the files, without an extension
        name: String,
        /// The directory for the files
        #[arg(long, value_name = "DIR", default_value = ".")]
        out: PathBuf,
        /// Algorithm
        #[arg(long, value_enum, default_value_t = KeyAlgorithm::Ed25519)]
        algorithm: KeyAlgorithm,
    },
    /// Creates a trust root: which keys may sign what, signed by its root keys and by those of the previous root
    #[command(
        after_help = "Example:\n  rastau keys root --register kz.register --expires 2030-01-01T00:00:00Z \\\n    --root keys/root-1.key --root keys/root-2.key --root keys/root-3.pub --root-threshold 2 \\\n    --keeper keys/keeper-1.pub --keeper keys/keeper-2.pub --keeper-threshold 2 \\\n    --chamber keys/chamber-1.pub --fresh keys/fresh.pub --out keys/root.cose"
    )]
    Root(Box<RootArgs>),
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
    /// The time from which the root is no longer valid, RFC 3339
    #[arg(long, value_parser = timestamp)]
    pub expires: Timestamp,
    /// A key file of the root role; a .key file signs, a .pub file is only listed; may be repeated
    #[arg(long, required = true)]
    pub root: Vec<PathBuf>,
    /// How many root keys must sign
    #[arg(long, default_value_t = 1)]
    pub root_threshold: u8,
    /// A key file of the keeper of the register; may be repeated
    #[arg(long, required = true)]
    pub keeper: Vec<PathBuf>,
    /// How many keeper keys must sign
    #[arg(long, default_value_t = 1)]
    pub keeper_threshold: u8,
    /// A key file of the National Chamber; may be repeated
    #[arg(long, required = true)]
    pub chamber: Vec<PathBuf>,
    /// How many chamber keys must sign
    #[arg(long, default_value_t = 1)]
    pub chamber_threshold: u8,
    /// The key file of the online key, which signs the freshness statements; may be repeated
    #[arg(long, required = true)]
    pub fresh: Vec<PathBuf>,
    /// The published bundle, whose versions and times become the lowest that verifiers accept under the new root
    #[arg(long)]
    pub published: Option<PathBuf>,
    /// The address https://… at which the register is published from now on, if it moves
    #[arg(long, value_name = "ADDRESS", default_value = "", hide_default_value = true)]
    pub successor: String,
    /// The previous root; the new version is one higher
    #[arg(long)]
    pub previous: Option<PathBuf>,
    /// A key file of the previous root that signs too, if it is not among the new ones; may be repeated
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

/// Arguments of `snapshot status`.
#[derive(clap::Args)]
pub struct StatusArgs {
    /// The bundle: a published directory, a .rastau file, or a device's directory
    pub bundle: PathBuf,
    /// The trust root; without it, the bundle's own first root is used and its fingerprint printed
    #[arg(long)]
    pub root: Option<PathBuf>,
    /// The form of the output
    #[arg(long, value_enum, default_value_t = StatusFormat::Text)]
    pub format: StatusFormat,
    /// How many days before its end a part is reported; the next confirmation is reported when it is overdue
    #[arg(long, value_name = "DAYS", default_value_t = 14)]
    pub warn_days: u64,
    /// The current time, RFC 3339; the clock's if omitted
    #[arg(long, value_parser = timestamp)]
    pub now: Option<Timestamp>,
}

/// The form of a status.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub enum StatusFormat {
    /// Lines for people
    Text,
    /// One line of JSON
    Json,
    /// The text format of Prometheus
    Prometheus,
}
