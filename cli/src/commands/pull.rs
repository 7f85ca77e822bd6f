//! `rastau pull`: brings a device's bundle up to date.

use rastau_core::error::Exit;
use std::path::Path;

use rastau_store::source::{Web, local};
use rastau_store::{Change, Clock, Device, Source, Update, Updated, fingerprint};
use serde_json::json;

use crate::args::PullArgs;
use crate::commands::progress_bar;
use crate::error::CliError;
use crate::out::{note, say};
use crate::verifier::clock;

pub fn run(args: &PullArgs) -> Result<u8, CliError> {
    let root =
        args.root.as_deref().map(|path| std::fs::read(path).map_err(|error| CliError::input(path, &error)));
    let root = root.transpose()?;
    let source = source(&args.source)?;
    let update = Update {
        now: args.now.unwrap_or_else(clock),
        clock: match args {
            PullArgs { now: Some(_), .. } => Clock::Asked,
            PullArgs { clock_was_wrong: true, .. } => Clock::PutRight,
            _ => Clock::Shows,
        },
        root: root.as_deref(),
        wait: args.wait,
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
        let root = fingerprint(&updated.anchor);
        note!("note: this device now trusts the source's own root {root}; compare it with the keeper's");
    }
    if args.json {
        say!("{}", as_json(&updated));
    } else {
        say!("{}", in_words(&updated, &args.into));
    }
    Ok(0)
}

fn source(text: &str) -> Result<Box<dyn Source>, CliError> {
    if Web::is_address(text) {
        return Ok(Box::new(Web::new(text)));
    }
    let path = Path::new(text);
    if !path.exists() {
        return Err(CliError::new(
            Exit::NoInput,
            format!("{text} is not there; give a published folder, a .rastau file or its web address"),
        ));
    }
    if path.is_dir() && !path.join("manifest.cose").exists() {
        return Err(CliError::new(
            Exit::NoInput,
            format!(
                "{text} is no published folder: manifest.cose is not in it; give the folder that snapshot publish made"
            ),
        ));
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
        "root": fingerprint(&updated.anchor),
        "fetched": updated.fetched, "kept": updated.kept,
    })
}

fn in_words(updated: &Updated, into: &Path) -> String {
    let (epoch, version) = updated.manifest;
    let what = match updated.change {
        Change::First => "in service for the first time",
        Change::Newer => "now in service",
        Change::Mended => "in service, mended",
        Change::Nothing => "in service already",
    };
    format!(
        "{}: version {epoch}.{version} {what}, as of {}, confirmed {} ({} bytes read, {} were here)",
        into.display(),
        updated.as_of,
        updated.checked_at,
        updated.fetched,
        updated.kept
    )
}
