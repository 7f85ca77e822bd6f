//! A device's folder: two slots for a bundle, and in two checksummed files what the device remembers.
//!
//! ```text
//! a/, b/             a bundle each, laid out as it is published
//! state-a, state-b   the same memory twice: the slot in service, the trust root, the newest of what was accepted
//! lock               held by whoever changes anything
//! ```
//!
//! Whoever reads takes no lock. Whoever changes something holds the lock, fills the slot that is not in service, has it
//! checked, and then writes the memory: the first of its two files decides, the second makes it outlive that file.

mod memory;
mod slots;
mod trust;
mod update;

use std::fmt;
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use rastau_core::calendar::Timestamp;
use rastau_core::crypto::Hash;
use rastau_core::snapshot::Snapshot;

use crate::bundle::Bundle;
use crate::disk::{Disk, RealDisk};
use crate::error::StoreError;
use crate::state::{Service, Slot};

pub use update::{Change, Clock, Update, Updated};

const LOCK: &str = "lock";
/// How often a reader starts over because an update switched slots under it.
const MAX_TURNS: u32 = 5;
/// The time that is remembered lags behind the clock by this many seconds, and moves on in steps of as many: a clock
/// that is put right by less is nobody's attack, and flash memory wears.
const CLOCK_STEP: u64 = 3600;

/// The folder of a device.
pub struct Device {
    folder: PathBuf,
    disk: Box<dyn Disk>,
}

/// A device's bundle, opened.
#[derive(Debug)]
pub struct InService {
    /// The snapshot; its pages stay readable even while updates come and go.
    pub snapshot: Snapshot<Bundle>,
    /// Where it was read from.
    pub slot: Slot,
    /// SHA-256 of the trust root that the device was set up with.
    pub anchor: Hash,
    /// What a person should know.
    pub notices: Vec<Notice>,
}

/// Something about an opened device that did not stop it from working.
#[derive(Debug)]
pub enum Notice {
    /// The slot in service is damaged; the other one holds nothing older and stands in for it.
    StandIn {
        /// The damaged slot.
        damaged: Slot,
        /// What is wrong with it.
        why: String,
    },
    /// A segment is damaged, and nothing stands in: what it holds is undetermined.
    Damage(String),
    /// The time that the clock shows could not be remembered.
    TimeNotKept(StoreError),
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::StandIn { damaged, why } => {
                let (damaged, other) = (damaged.name(), damaged.other().name());
                write!(f, "slot {damaged} is damaged ({why}); slot {other} serves, pull again to mend it")
            }
            Self::Damage(what) => f.write_str(what),
            Self::TimeNotKept(error) => write!(f, "the time cannot be remembered: {error}"),
        }
    }
}

impl Device {
    /// The device in `folder`, which need not be there before the first update.
    #[must_use]
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self::on(Box::new(RealDisk), folder.into())
    }

    pub(crate) fn on(disk: Box<dyn Disk>, folder: PathBuf) -> Self {
        Self { folder, disk }
    }

    /// Whether `folder` is a device's, and not a published bundle.
    #[must_use]
    pub fn is_at(folder: &Path) -> bool {
        memory::FILES.iter().any(|name| folder.join(name).exists())
            || (folder.join(LOCK).exists() && !folder.join("manifest.cose").exists())
    }

    /// Opens what is in service, and remembers the time that the clock shows. `now` must be the device's own clock; for
    /// a time that somebody only asks about, there is [`Device::look`].
    pub fn open(&self, now: Timestamp) -> Result<InService, StoreError> {
        let mut opened = self.look(now)?;
        if let Err(error) = self.keep_time(&opened.snapshot, now) {
            opened.notices.push(Notice::TimeNotKept(error));
        }
        Ok(opened)
    }

    /// Opens what is in service and changes nothing on disk.
    pub fn look(&self, now: Timestamp) -> Result<InService, StoreError> {
        self.look_while(now, || {})
    }

    /// The same, while something else happens after the memory was read and before the slot is.
    fn look_while(&self, now: Timestamp, mut meanwhile: impl FnMut()) -> Result<InService, StoreError> {
        let mut turn = 0;
        loop {
            let memory = self.recall()?;
            meanwhile();
            let service =
                memory.service().ok_or_else(|| StoreError::Empty { folder: self.folder.clone() })?;
            let chosen = self.in_service(service, now);
            turn += 1;
            // A slot is emptied only after the memory has moved on from it: if it has not, what was read is what it is.
            if turn == MAX_TURNS || self.recall()?.sequence() == memory.sequence() {
                return chosen;
            }
        }
    }

    /// The slot in service; if that is damaged, the other one if it holds nothing older than was ever accepted.
    ///
    /// Older is worse than nothing: a person would be told that a document cancelled since is good. So what stands in
    /// has to pass the same memory that a new bundle must pass, and otherwise the damage is told.
    fn in_service(&self, service: &Service, now: Timestamp) -> Result<InService, StoreError> {
        let damage = |opened: &InService| opened.snapshot.pages().damage(opened.snapshot.segments());
        let first = self.open_slot(service.slot, service, now);
        let why = match &first {
            Ok(opened) => match damage(opened).first() {
                None => return first,
                Some(damage) => damage.clone(),
            },
            Err(error) => error.to_string(),
        };
        if let Ok(mut other) = self.open_slot(service.slot.other(), service, now)
            && damage(&other).is_empty()
        {
            other.notices.push(Notice::StandIn { damaged: service.slot, why });
            return Ok(other);
        }
        first.map(|mut opened| {
            opened.notices.extend(damage(&opened).into_iter().map(Notice::Damage));
            opened
        })
    }

    fn open_slot(&self, slot: Slot, service: &Service, now: Timestamp) -> Result<InService, StoreError> {
        let bundle = Bundle::open(&self.slot(slot))?;
        bundle.hold();
        let statements = bundle.statements().clone();
        let now = now.max(service.shown);
        let snapshot = Snapshot::open(&service.root, &statements, bundle, now, Some(&service.trusted_state))?;
        let snapshot = snapshot.with_latest_clock(service.shown);
        Ok(InService { snapshot, slot, anchor: service.anchor, notices: Vec::new() })
    }

    /// Remembers the time that the clock shows, if that moves on, and mends a memory of which half is damaged. Whoever
    /// holds the lock at this moment writes the memory anew anyway.
    fn keep_time(&self, snapshot: &Snapshot<Bundle>, now: Timestamp) -> Result<(), StoreError> {
        let shown = plausible(snapshot, now);
        let moves_on = |service: &Service| shown.0 >= service.shown.0.saturating_add(CLOCK_STEP);
        let memory = self.recall()?;
        if memory.agrees() && !memory.service().is_some_and(moves_on) {
            return Ok(());
        }
        let Some(_lock) = self.lock(false)? else { return Ok(()) };
        let memory = self.recall()?;
        self.settle(&memory)?;
        match memory.service().filter(|service| moves_on(service)) {
            Some(service) => self.remember(&memory, Service { shown, ..service.clone() }),
            None => Ok(()),
        }
    }

    /// The lock of whoever changes something; `None` where another holds it and nobody wants to wait.
    fn lock(&self, wait: bool) -> Result<Option<File>, StoreError> {
        let path = self.folder.join(LOCK);
        let failed = StoreError::write(&path);
        let mut options = OpenOptions::new();
        let file =
            options.read(true).write(true).create(true).truncate(false).open(&path).map_err(&failed)?;
        if wait {
            return file.lock().map(|()| Some(file)).map_err(failed);
        }
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(failed(error)),
        }
    }

    fn slot(&self, slot: Slot) -> PathBuf {
        self.folder.join(slot.name())
    }
}

/// The time to remember of a clock that shows `now`: not before anything signed, since that is known anyhow, and not
/// after the day until which the keeper stands by the snapshot. A clock that once ran far ahead can then do harm until
/// that day and no longer; and beyond it the snapshot decides nothing, so there is nothing to revive.
fn plausible<P: rastau_core::snapshot::Pages>(snapshot: &Snapshot<P>, now: Timestamp) -> Timestamp {
    let lagging = Timestamp(now.0.saturating_sub(CLOCK_STEP)).min(snapshot.manifest().not_after);
    if lagging > snapshot.newest_signed() { lagging } else { Timestamp(0) }
}

#[cfg(test)]
mod tests;
