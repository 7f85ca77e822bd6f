//! A device's folder: brought up to date from a folder or a file, safe against cuts of the power (`docs/device.md`).

use std::path::Path;
use std::time::SystemTime;

use rastau_store::source::local;
use rastau_store::{self as store, Clock, Update, fingerprint};

use crate::error::{Argument, RastauError};
use crate::values::{count, instant, time};

/// The folder in which an app or a kiosk keeps its register. A new folder may be named; it is made by the first update.
/// `Verifier`, opened by its folder, answers from it.
#[derive(Debug, uniffi::Object)]
pub struct Device {
    folder: String,
}

/// What an update came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum Change {
    /// The device has its first bundle.
    First,
    /// A newer bundle, freshness note or trust root is in service.
    Newer,
    /// The source has nothing newer; what was damaged here has been replaced.
    Mended,
    /// The source has nothing newer.
    Nothing,
}

/// A finished update.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct DeviceUpdate {
    /// What changed.
    pub change: Change,
    /// Epoch of the manifest now in service.
    pub epoch: i64,
    /// Its version within the epoch.
    pub version: i64,
    /// The instant whose knowledge it holds.
    pub as_of: SystemTime,
    /// The newest confirmation that it is the newest.
    pub checked_at: SystemTime,
    /// Fingerprint of the trust root that the device was set up with: what a person compares.
    pub root: String,
    /// Bytes of segments that were read from the source.
    pub fetched: i64,
    /// Bytes of segments that were there already.
    pub kept: i64,
}

#[uniffi::export]
impl Device {
    /// The device in `folder`. Nothing is read or written yet.
    #[uniffi::constructor]
    #[must_use]
    pub const fn new(folder: String) -> Self {
        Self { folder }
    }

    /// Takes into service what `source`, a published folder or a `.rastau` file, holds, if it is newer and every byte of
    /// it is what was signed. If not, what was in service stays. Reads and writes the disk: keep it off the main thread.
    ///
    /// `trust_root` sets a new device up, and must be the same at every later update. `now` is the device's clock where
    /// none is given. `clock_put_right` says that the clock ran ahead and was corrected by a person. `wait` waits for
    /// another process that is updating the device.
    #[uniffi::method(default(now = None, clock_put_right = false, wait = false))]
    pub fn update(
        &self,
        source: &str,
        trust_root: Vec<u8>,
        now: Option<SystemTime>,
        clock_put_right: bool,
        wait: bool,
    ) -> Result<DeviceUpdate, RastauError> {
        if trust_root.is_empty() {
            return Err(Argument::TrustRoot.into());
        }
        let source = local(Path::new(source))?;
        let clock = if clock_put_right { Clock::PutRight } else { Clock::Shows };
        let update = Update { now: instant(now)?, clock, root: Some(&trust_root), wait };
        let device = store::Device::at(&self.folder);
        Ok(device.update(source.as_ref(), &update, &mut |_, _| {})?.into())
    }
}

impl From<store::Change> for Change {
    fn from(change: store::Change) -> Self {
        match change {
            store::Change::First => Self::First,
            store::Change::Newer => Self::Newer,
            store::Change::Mended => Self::Mended,
            store::Change::Nothing => Self::Nothing,
        }
    }
}

impl From<store::Updated> for DeviceUpdate {
    fn from(updated: store::Updated) -> Self {
        let (epoch, version) = updated.manifest;
        Self {
            change: updated.change.into(),
            epoch: count(epoch),
            version: count(version),
            as_of: time(updated.as_of),
            checked_at: time(updated.checked_at),
            root: fingerprint(&updated.anchor),
            fetched: count(updated.fetched),
            kept: count(updated.kept),
        }
    }
}
