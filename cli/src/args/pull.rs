//! The arguments of `pull`.

use std::path::PathBuf;

use rastau_core::calendar::Timestamp;

use super::timestamp;

/// Arguments of `pull`.
#[derive(clap::Args)]
pub struct PullArgs {
    /// Where the bundle is published: a folder, a .rastau file, or the folder's web address
    #[arg(value_name = "FOLDER|FILE|URL")]
    pub source: String,
    /// The device's folder; made at the first pull
    #[arg(long, value_name = "DIR")]
    pub into: PathBuf,
    /// The trust root to set the device up with; without it the first pull takes the source's own, and shows its
    /// fingerprint. Later pulls rely on what the device was set up with
    #[arg(long)]
    pub root: Option<PathBuf>,
    /// Waits for another pull into the same folder instead of stopping
    #[arg(long)]
    pub wait: bool,
    /// Forgets the latest time that this device's clock has shown: for a clock that ran ahead and has been put right
    #[arg(long)]
    pub clock_was_wrong: bool,
    /// The present time, RFC 3339; the clock's, if not given
    #[arg(long, value_parser = timestamp, conflicts_with = "clock_was_wrong")]
    pub now: Option<Timestamp>,
    /// Prints what was done as JSON, one line
    #[arg(long)]
    pub json: bool,
}
