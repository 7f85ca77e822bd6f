//! `rastau pull`: brings a device's bundle up to date.

use std::path::Path;

use rastau_store::source::{Web, WebFile, local};
use rastau_store::{Change, Clock, Device, Source, Update, Updated};
use serde_json::json;

use crate::args::PullArgs;
use crate::error::CliError;
use crate::out::{note, print_line};
use crate::progress::progress_bar;
use crate::statements::given_root;
use crate::verifier::{clock, own_root};

pub fn run(args: &PullArgs) -> Result<u8, CliError> {
    let root = args.root.as_deref().map(given_root).transpose()?;
    let source = source(&args.source)?;
    let update = Update {
        now: args.now.unwrap_or_else(clock),
        clock: match args {
            PullArgs { now: Some(_), .. } => Clock::Hypothetical,
            PullArgs { clock_was_wrong: true, .. } => Clock::Corrected,
            _ => Clock::Device,
        },
        root: root.as_deref(),
        full_check: args.check,
    };
    let bar = progress_bar(0, "register");
    let mut progress = |done, total| {
        bar.set_length(total);
        bar.set_position(done);
    };
    let updated = Device::at(&args.into).update(source.as_ref(), &update, &mut progress);
    bar.finish_and_clear();
    let updated = updated?;
    if updated.on_trust {
        let root = own_root(updated.root);
        note!(
            "note: this device now trusts the source's own root, {root}; compare it with what the register's operator publishes"
        );
    }
    if updated.source_is_behind {
        note!("note: the source is behind: its confirmation is older than the one on this device");
    }
    if updated.needs_newer_program {
        note!("warning: the register has a newer trust root that this version cannot use; update Rastau");
    }
    if args.json {
        print_line!("{}", as_json(&updated));
    } else {
        print_line!("{}", as_text(&updated, &args.into));
    }
    Ok(0)
}

fn source(text: &str) -> Result<Box<dyn Source>, CliError> {
    if WebFile::is_address(text) {
        return Ok(Box::new(WebFile::open(text)?));
    }
    if Web::is_address(text) {
        return Ok(Box::new(Web::new(text)));
    }
    let path = Path::new(text);
    if !path.exists() {
        return Err(CliError::NoSuchSource(text.to_string()));
    }
    if path.is_dir() && !path.join("fresh.cose").exists() {
        return Err(CliError::NotPublished(path.to_path_buf()));
    }
    Ok(local(path)?)
}

const fn name(change: Change) -> &'static str {
    match change {
        Change::First => "first",
        Change::Newer => "newer",
        Change::Mended => "mended",
        Change::Nothing => "nothing",
    }
}

fn as_json(updated: &Updated) -> serde_json::Value {
    json!({
        "change": name(updated.change),
        "epoch": updated.manifest.0, "version": updated.manifest.1,
        "as_of": updated.as_of, "checked_at": updated.checked_at,
        "root": { "version": updated.root.version, "fingerprint": updated.root.fingerprint() },
        "on_trust": updated.on_trust,
        "source_is_behind": updated.source_is_behind, "needs_newer_program": updated.needs_newer_program,
        "fetched": updated.fetched, "kept": updated.kept,
    })
}

fn as_text(updated: &Updated, into: &Path) -> String {
    let (epoch, version) = updated.manifest;
    let what = match updated.change {
        Change::First => "is active, the first of this device",
        Change::Newer => "is now active",
        Change::Mended => "is active, damaged files were replaced",
        Change::Nothing => "is active already",
    };
    format!(
        "{}: version {epoch}.{version} {what}, as of {}, confirmed {} ({} bytes read, {} reused)",
        into.display(),
        updated.as_of,
        updated.checked_at,
        updated.fetched,
        updated.kept
    )
}
