//! Opens a bundle from disk and checks it against a trust root and a trusted state.

use std::fs::{File, OpenOptions as OpenFile};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use rastau_core::calendar::Timestamp;
use rastau_core::snapshot::{KnownRoot, OpenOptions, Snapshot, TrustedState, grouped};
use rastau_core::update::NewerRoot;
use rastau_store::{Bundle, Device, InService};

use crate::error::CliError;
use crate::files::{read_file_up_to, require_regular, write_file};
use crate::out::note;
use crate::statements::given_root;

/// Maximum bytes of the file of a trusted state.
const MAX_STATE: u64 = 1 << 20;

/// Returns the current time of the system's clock.
pub fn clock() -> Timestamp {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |elapsed| elapsed.as_secs());
    Timestamp(seconds).min(Timestamp::MAX)
}

/// Opens a bundle without verifying it.
pub fn open_unverified(path: &Path) -> Result<Bundle, CliError> {
    if !path.exists() {
        return Err(CliError::NoSuchBundle(path.to_path_buf()));
    }
    if !path.is_dir() {
        require_regular(path)?;
    }
    Ok(Bundle::open(path)?)
}

/// The arguments of [`open`].
pub struct Opening<'a> {
    /// A device's directory, or a published directory or file.
    pub bundle: &'a Path,
    /// The pinned trust root, if there is one.
    pub root: Option<&'a Path>,
    /// The file of the trusted state, if there is one.
    pub state: Option<&'a Path>,
    /// The time of the verification.
    pub now: Timestamp,
    /// Whether `now` is the time of this device's clock, not a time given by the caller.
    pub is_device_clock: bool,
}

/// Opens a bundle. Prints notes and warnings about it on standard error.
pub fn open(opening: &Opening<'_>) -> Result<Snapshot<Bundle>, CliError> {
    if Device::is_at(opening.bundle) {
        return open_device(opening);
    }
    let bundle = open_unverified(opening.bundle)?;
    let root = opening.root.map(given_root).transpose()?;
    if root.is_none() && bundle.statements().roots.is_empty() {
        return Err(CliError::NoTrustRoot);
    }
    // Two commands with one state must not set it back: the later one reads what the earlier one has written.
    let _lock = opening.state.map(lock).transpose()?;
    let trusted_state = match opening.state {
        Some(path) if path.exists() => {
            let bytes = read_file_up_to(path, MAX_STATE)?;
            let damaged = |source| CliError::TrustedState { path: path.to_path_buf(), source };
            Some(TrustedState::read(&bytes).map_err(damaged)?)
        }
        _ => None,
    };
    let options = match &root {
        Some(root) => OpenOptions::pinned(root, opening.now),
        None => OpenOptions::on_first_use(opening.now),
    };
    let options = options.trusted_state(trusted_state.as_ref());
    let roots = bundle.statements().roots.clone();
    let snapshot = match bundle.into_snapshot(&options) {
        Ok(snapshot) => snapshot,
        Err(error) => {
            // Keys that a verified root removes count no more.
            let newer = NewerRoot::of_bundle(options, &roots).and_then(|newer| newer.state);
            if let (Some(path), Some(state)) = (opening.state, newer) {
                write_file(path, &state.write())?;
            }
            return Err(error.into());
        }
    };
    if root.is_none() {
        let newest = own_root(snapshot.chain().newest());
        note!("note: using the bundle's own trust root, {newest}; pin one with --root");
    }
    for damage in snapshot.pages().damage(snapshot.segments()) {
        note!("warning: {damage}");
    }
    if let Some(path) = opening.state {
        write_file(path, &snapshot.trusted_state().write())?;
    }
    Ok(snapshot)
}

/// Names a root that nothing vouches for, so that a person can compare it: "version 1, fingerprint 01234567 …".
pub fn own_root(root: KnownRoot) -> String {
    format!("version {}, fingerprint {}", root.version, grouped(&root.fingerprint()))
}

/// Opens a bundle as of `now` without any memory: of a device's directory too, neither the trusted state nor the latest time of the
/// clock counts. Prints notes and warnings about it on standard error.
pub fn open_without_memory(
    bundle: &Path,
    root: Option<&Path>,
    now: Timestamp,
) -> Result<Snapshot<Bundle>, CliError> {
    if Device::is_at(bundle) {
        return of_device(Device::at(bundle).open_without_memory(now)?, root);
    }
    open(&Opening { bundle, root, state: None, now, is_device_clock: false })
}

/// Waits until no other command uses the state.
fn lock(state: &Path) -> Result<File, CliError> {
    let mut path = state.as_os_str().to_os_string();
    path.push(".lock");
    let path = PathBuf::from(path);
    let open = OpenFile::new().read(true).write(true).create(true).truncate(false).open(&path);
    let file = open.map_err(CliError::write(&path))?;
    file.lock().map_err(CliError::write(&path))?;
    Ok(file)
}

/// Opens a device's directory, which stores its trust root and its trusted state.
fn open_device(opening: &Opening<'_>) -> Result<Snapshot<Bundle>, CliError> {
    if opening.state.is_some() {
        return Err(CliError::StateOfADevice);
    }
    let device = Device::at(opening.bundle);
    let opened = if opening.is_device_clock {
        device.open(opening.now)?
    } else {
        device.open_read_only(opening.now)?
    };
    of_device(opened, opening.root)
}

/// Returns the snapshot of a device, if it was set up with the given root. Prints warnings.
fn of_device(opened: InService, root: Option<&Path>) -> Result<Snapshot<Bundle>, CliError> {
    if let Some(path) = root {
        opened.check_root(&given_root(path)?)?;
    }
    for notice in &opened.notices {
        note!("warning: {notice}");
    }
    Ok(opened.snapshot)
}
