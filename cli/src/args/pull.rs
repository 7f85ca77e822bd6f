//! The arguments of `pull`.

use std::path::PathBuf;

use rastau_core::calendar::Timestamp;

use super::timestamp;

/// Arguments of `pull`.
#[derive(clap::Args)]
pub struct PullArgs {
    /// The published bundle: a directory, a .rastau file, or the web address of one of these
    #[arg(value_name = "DIR|FILE|URL")]
    pub source: String,
    /// The device's directory; created by the first pull
    #[arg(long, value_name = "DIR")]
    pub into: PathBuf,
    /// The trust root to set the device up with. Without it, the first pull trusts the source's own root and prints its
    /// fingerprint. Later pulls use the stored root
    #[arg(long)]
    pub root: Option<PathBuf>,
    /// Checks every page of the segments in use first and replaces damaged ones. Otherwise a pull checks at most 1 MiB of
    /// them, a different part each time, and all of them once damage was found
    #[arg(long)]
    pub check: bool,
    /// Resets the latest time of this device's clock, after a clock that was ahead has been corrected
    #[arg(long)]
    pub clock_was_wrong: bool,
    /// The current time, RFC 3339; the clock's if omitted
    #[arg(long, value_parser = timestamp, conflicts_with = "clock_was_wrong")]
    pub now: Option<Timestamp>,
    /// Prints the result as one line of JSON
    #[arg(long)]
    pub json: bool,
}
