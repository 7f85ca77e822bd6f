//! A device's directory: updated from a directory or a file, safe against power loss (`docs/device.md`).

use std::path::Path;
use std::time::SystemTime;

use rastau_store::source::local;
use rastau_store::{self as store, Clock, Update};

use crate::error::RastauError;
use crate::mirrors::Change;
use crate::values::{count, instant, time};
use crate::verifier::pinned;

/// The directory in which an app or a kiosk stores its register. A new directory may be named; the first update makes it.
/// A `Verifier` opened by its path answers from it. `update` reads a directory or a file; an app with a network uses an
/// `UpdateSession`.
#[derive(Debug, uniffi::Object)]
pub struct Device {
    folder: String,
}

/// The result of an update.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct DeviceUpdate {
    /// What changed.
    pub change: Change,
    /// Epoch of the active manifest.
    pub epoch: i64,
    /// Its version within the epoch.
    pub version: i64,
    /// The time whose state of the register it contains.
    pub as_of: SystemTime,
    /// The newest time at which the manifest was confirmed to be the newest.
    pub checked_at: SystemTime,
    /// Whether the source's freshness statement is older than the active one, which is kept.
    pub source_is_behind: bool,
    /// Whether the register has a newer trust root that this version of the library cannot use.
    pub needs_newer_program: bool,
    /// Version of the trust root in use.
    pub root_version: i64,
    /// Its fingerprint.
    pub root_fingerprint: String,
    /// Whether trust began in this update at a root that was read from the bundle itself (`firstUse`): an operator compares the
    /// fingerprint with the one that the register publishes.
    pub on_trust: bool,
    /// Bytes of segments that were read from the source.
    pub fetched: i64,
    /// Bytes of segments that the device had already.
    pub kept: i64,
}

#[uniffi::export]
impl Device {
    /// The device in the directory `folder`. Nothing is read or written yet.
    #[uniffi::constructor]
    #[must_use]
    pub const fn new(folder: String) -> Self {
        Self { folder }
    }

    /// Returns the number of the directory's state, which every change increases; 0 before the first update. A `Verifier` of
    /// the directory compares it automatically; an app that stores answers compares it to know when to ask again.
    pub fn generation(&self) -> Result<i64, RastauError> {
        Ok(count(store::Device::at(&self.folder).generation()?))
    }

    /// Activates the bundle of `source`, a published directory or a `.rastau` file, if it is newer and every byte of it
    /// is what was signed. Otherwise the active bundle stays, except after `DEVICE_CLOSED_BY_UPDATE`. Reads and writes the disk: call it off the main thread.
    ///
    /// `trust_root` sets a new device up, and must be the same at every later update. With `first_use` it is empty: the root of the
    /// first bundle is trusted, whoever made it, and every verdict says so. `now` is the time; without it, the
    /// device's clock is read. `clock_corrected` states that the clock was ahead and an operator has corrected it. `full_check`
    /// checks every page of the segments in use first and replaces damaged ones; otherwise at most 1 MiB of them is checked, and all of
    /// them after damage was found.
    #[uniffi::method(default(now = None, clock_corrected = false, full_check = false, first_use = false))]
    pub fn update(
        &self,
        source: &str,
        trust_root: Vec<u8>,
        now: Option<SystemTime>,
        clock_corrected: bool,
        full_check: bool,
        first_use: bool,
    ) -> Result<DeviceUpdate, RastauError> {
        let root = pinned(&trust_root, first_use)?;
        let update = options(root, now, clock_corrected, full_check)?;
        let source = local(Path::new(source))?;
        let device = store::Device::at(&self.folder);
        Ok(device.update(source.as_ref(), &update, &mut |_, _| {})?.into())
    }
}

/// Returns the options of an update.
pub(crate) fn options(
    root: Option<&[u8]>,
    now: Option<SystemTime>,
    clock_corrected: bool,
    full_check: bool,
) -> Result<Update<'_>, RastauError> {
    let clock = if clock_corrected { Clock::Corrected } else { Clock::Device };
    Ok(Update { now: instant(now)?, clock, root, full_check })
}

impl From<store::Updated> for DeviceUpdate {
    fn from(updated: store::Updated) -> Self {
        let store::Updated {
            change,
            root,
            on_trust,
            manifest,
            as_of,
            checked_at,
            source_is_behind,
            needs_newer_program,
            fetched,
            kept,
        } = updated;
        let (epoch, version) = manifest;
        Self {
            change,
            epoch: count(epoch),
            version: count(version),
            as_of: time(as_of),
            checked_at: time(checked_at),
            source_is_behind,
            needs_newer_program,
            root_version: count(root.version),
            root_fingerprint: root.fingerprint(),
            on_trust,
            fetched: count(fetched),
            kept: count(kept),
        }
    }
}
