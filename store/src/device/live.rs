//! An opened device that follows the updates of its directory.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rastau_core::calendar::Timestamp;

use super::{Device, InService};
use crate::error::StoreError;

/// The active bundle of a device, for a program that runs for months: opened again when the directory has changed.
///
/// Every access compares [`Device::generation`] first, so that no answer comes from a bundle that an update by any
/// process has replaced or closed. `T` is what the program makes of an opened bundle. Values obtained before a change
/// stay usable. Any number of threads may use it at once.
///
/// ```
/// use rastau_core::calendar::Timestamp;
/// use rastau_store::{Device, Live, Update, source};
///
/// # let (directory, bundles) = (tempfile::tempdir()?, std::path::Path::new("../tests/corpus/bundles"));
/// # let root = std::fs::read(bundles.join("base/roots/1.cose"))?;
/// # let folder = directory.path().join("device");
/// # let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
/// let update = Update::by_clock(now, Some(&root));
/// let pull = |name: &str| {
///     let source = source::local(&bundles.join(name))?;
///     Device::at(&folder).update(source.as_ref(), &update, &mut |_, _| {})
/// };
/// pull("base")?;
/// let live = Live::open(Device::at(&folder), now, |opened| opened.snapshot)?;
/// let before = live.at(now)?.manifest().version;
/// pull("second")?;
/// assert!(live.at(now)?.manifest().version > before);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Live<T> {
    device: Device,
    make: fn(InService) -> T,
    held: Mutex<Held<T>>,
}

struct Held<T> {
    /// The generation of the directory before `opened` was opened.
    generation: u64,
    /// The last time of the clock.
    now: Timestamp,
    /// `None` while the directory has no usable bundle.
    opened: Option<Arc<T>>,
}

impl<T> fmt::Debug for Live<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Live").field("folder", &self.device.folder).finish_non_exhaustive()
    }
}

impl<T> Live<T> {
    /// Opens the active bundle of `device` ([`Device::open`]).
    ///
    /// # Errors
    /// As [`Device::open`].
    pub fn open(device: Device, now: Timestamp, make: fn(InService) -> T) -> Result<Self, StoreError> {
        let live = Self { device, make, held: Mutex::new(Held { generation: 0, now, opened: None }) };
        live.at(now)?;
        Ok(live)
    }

    /// Returns the active bundle, opened again as of `now` if the directory has changed. `now` must be the time of the
    /// device's own clock.
    ///
    /// # Errors
    /// As [`Device::open`], [`StoreError::Closed`] among them; every later call tries again. The open bundle stays in
    /// use until a later call succeeds only if a file cannot be read ([`StoreError::File`]) and no root has been stored
    /// since that may close the bundle.
    pub fn at(&self, now: Timestamp) -> Result<Arc<T>, StoreError> {
        let mut held = self.held();
        held.now = now;
        self.adopt(&mut held)
    }

    /// As [`Live::at`], as of the time of the last call.
    ///
    /// # Errors
    /// As [`Live::at`].
    pub fn current(&self) -> Result<Arc<T>, StoreError> {
        self.adopt(&mut self.held())
    }

    /// The state is replaced only as a whole, so it stays usable after a panic in another thread.
    fn held(&self) -> MutexGuard<'_, Held<T>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn adopt(&self, held: &mut Held<T>) -> Result<Arc<T>, StoreError> {
        match self.newer(held) {
            Ok(None) => {}
            // Read before the opening: a change during it is seen by the next call.
            Ok(Some((generation, opened))) => {
                (held.generation, held.opened) = (generation, Some(Arc::new(opened)));
            }
            Err(StoreError::File { .. }) if held.opened.is_some() && !self.device.may_be_closed() => {}
            Err(error) => {
                held.opened = None;
                return Err(error);
            }
        }
        held.opened.clone().ok_or_else(|| StoreError::Empty { folder: self.device.folder.clone() })
    }

    /// Opens the bundle if the directory has changed since `held`.
    fn newer(&self, held: &Held<T>) -> Result<Option<(u64, T)>, StoreError> {
        let generation = self.device.generation()?;
        if held.opened.is_some() && generation == held.generation {
            return Ok(None);
        }
        Ok(Some((generation, (self.make)(self.device.open(held.now)?))))
    }
}
