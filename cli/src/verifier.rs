//! An open bundle on the command line: opened from disk, checked against a trust root and a remembered state.

use rastau_core::error::Exit;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use rastau_core::calendar::Timestamp;
use rastau_core::crypto::sha256;
use rastau_core::snapshot::{Snapshot, TrustedState};
use rastau_store::{Bundle, Device, fingerprint};

use crate::error::CliError;
use crate::out::note;

/// The present time by the system's clock.
pub fn clock() -> Timestamp {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |elapsed| elapsed.as_secs());
    Timestamp(seconds).min(Timestamp::MAX)
}

/// What is needed to open a bundle.
pub struct Opening<'a> {
    /// A device's folder, or a published folder or file.
    pub bundle: &'a Path,
    /// The pinned trust root, if there is one.
    pub root: Option<&'a Path>,
    /// Where the trusted state is kept, if anywhere.
    pub state: Option<&'a Path>,
    /// The present time.
    pub now: Timestamp,
    /// Whether that is what this device's clock shows, and not a time that somebody asks about.
    pub by_the_clock: bool,
}

/// Opens a bundle; tells on standard error what a person should know about it.
pub fn open(opening: &Opening<'_>) -> Result<Snapshot<Bundle>, CliError> {
    if Device::is_at(opening.bundle) {
        return open_device(opening);
    }
    let bundle = Bundle::open(opening.bundle)?;
    let statements = bundle.statements().clone();
    let root = match opening.root {
        Some(path) => std::fs::read(path).map_err(|error| CliError::input(path, &error))?,
        None => {
            let first = statements.roots.first().map(|(_, bytes)| bytes.clone());
            let first = first.ok_or_else(|| {
                CliError::new(Exit::Data, "the bundle has no trust root; give one with --root")
            })?;
            let root = fingerprint(&sha256(&[&first]));
            note!("note: relying on the bundle's own trust root {root}; pin it with --root");
            first
        }
    };
    let trusted_state = match opening.state {
        Some(path) if path.exists() => {
            let bytes = std::fs::read(path).map_err(|error| CliError::input(path, &error))?;
            let damaged =
                |error| CliError::new(Exit::Data, format!("{} is damaged: {error}", path.display()));
            Some(TrustedState::read(&bytes).map_err(damaged)?)
        }
        _ => None,
    };
    let snapshot = Snapshot::open(&root, &statements, bundle, opening.now, trusted_state.as_ref())?;
    for damage in snapshot.pages().damage(snapshot.segments()) {
        note!("warning: {damage}");
    }
    if let Some(path) = opening.state {
        let temporary = path.with_extension("part");
        let write = || -> std::io::Result<()> {
            std::fs::write(&temporary, snapshot.trusted_state().write())?;
            std::fs::rename(&temporary, path)
        };
        write().map_err(|error| CliError::output(path, &error))?;
    }
    Ok(snapshot)
}

/// A device's folder remembers its trust root and its trusted state by itself.
fn open_device(opening: &Opening<'_>) -> Result<Snapshot<Bundle>, CliError> {
    if opening.state.is_some() {
        return Err(CliError::new(Exit::Usage, "a device's folder has its own memory; leave --state out"));
    }
    let device = Device::at(opening.bundle);
    let opened = if opening.by_the_clock { device.open(opening.now)? } else { device.look(opening.now)? };
    if let Some(path) = opening.root {
        let root = std::fs::read(path).map_err(|error| CliError::input(path, &error))?;
        if sha256(&[&root]) != opened.anchor {
            let pinned = fingerprint(&opened.anchor);
            let other =
                format!("{} is not the root {pinned} that this device was set up with", path.display());
            return Err(CliError::new(Exit::Refused, other));
        }
    }
    for notice in &opened.notices {
        note!("warning: {notice}");
    }
    Ok(opened.snapshot)
}
