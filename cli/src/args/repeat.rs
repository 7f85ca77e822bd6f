//! The arguments of `repeat`.

use std::path::PathBuf;

use rastau_messages::Lang;

use super::lang;

/// Arguments of `repeat`.
#[derive(clap::Args)]
pub struct RepeatArgs {
    /// The report of one document: a .json file that `verify --report` wrote
    pub report: PathBuf,
    /// The same document, as for verify; - for standard input
    pub input: String,
    /// The bundle: a published directory, a .rastau file, or a device's directory, whose memory is not used
    pub bundle: PathBuf,
    /// The trust root; without it, a published bundle's own first root is used and its fingerprint printed
    #[arg(long)]
    pub root: Option<PathBuf>,
    /// A file with the password of a PDF, on its first line
    #[arg(long, value_name = "FILE")]
    pub password_file: Option<PathBuf>,
    /// Language
    #[arg(long, default_value = "en", value_parser = lang())]
    pub lang: Lang,
    /// Prints the comparison as one line of JSON
    #[arg(long)]
    pub json: bool,
}
