//! The arguments of `verify`.

use std::path::PathBuf;

use clap::ValueEnum;
use rastau_core::calendar::{Date, Timestamp};
use rastau_core::verdict::Freshness;
use rastau_messages::Lang;

use super::{date, lang, timestamp};

/// Seconds, from days or hours.
fn grace(text: &str) -> Result<u64, String> {
    let (number, unit) = match text.strip_suffix('h') {
        Some(hours) => (hours, 3600),
        None => (text.strip_suffix('d').unwrap_or(text), 86_400),
    };
    let seconds = number.parse::<u32>().ok().map(|number| u64::from(number) * unit);
    seconds.ok_or_else(|| format!("\"{text}\" is not a time of grace; write it as 7d or 12h"))
}

/// The oldest knowledge that is accepted.
#[derive(Clone, Copy, ValueEnum)]
pub enum Accept {
    /// Only while no update is overdue.
    Current,
    /// Overdue by no more than the time of grace.
    Late,
    /// As long as the keeper stands by it.
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
    /// The bundle: a device's folder (see pull), a published folder, or one .rastau file
    #[arg(long)]
    pub bundle: PathBuf,
    /// The trust root to rely on; without it a published bundle's own first root is taken, and its fingerprint is shown
    #[arg(long)]
    pub root: Option<PathBuf>,
    /// A file that remembers the newest bundle seen, so that no older one is accepted; a device's folder has its own
    #[arg(long)]
    pub state: Option<PathBuf>,
    /// The day asked about, YYYY-MM-DD; today, if not given
    #[arg(long, value_parser = date)]
    pub on: Option<Date>,
    /// The present time, RFC 3339; the clock's, if not given
    #[arg(long, value_parser = timestamp)]
    pub now: Option<Timestamp>,
    /// The oldest knowledge that is accepted
    #[arg(long, value_enum, default_value_t = Accept::Late)]
    pub accept: Accept,
    /// How long after a missed update knowledge counts as late and not yet as stale: days, as 7 or 7d, or hours, as 12h
    #[arg(long, default_value = "7d", value_parser = grace)]
    pub grace: u64,
    /// Language: en, ru or kk
    #[arg(long, default_value = "en", value_parser = lang)]
    pub lang: Lang,
    /// Prints the answer as JSON, one line
    #[arg(long)]
    pub json: bool,
    /// Shows every check, also those that are satisfied
    #[arg(long)]
    pub all: bool,
    /// Verifies every row of a CSV file with a heading: columns number, code, holder, name (further ones: profession, edition,
    /// qualification, level, centre, accreditation, exam_on, issued_on, valid_until), or document with a QR code's text
    #[arg(long, conflicts_with = "input")]
    pub list: Option<PathBuf>,
    /// Where the list's report goes: a .csv or .html file (may be given twice)
    #[arg(long, requires = "list")]
    pub report: Vec<PathBuf>,
    /// The document: its text, a JSON form, a PNG, JPEG or PDF file with its QR code, a text file, or - for standard input
    #[arg(required_unless_present = "list")]
    pub input: Option<String>,
}
