//! A device's directory: the statements of two generations of a bundle, one directory of segments for both, and the device's
//! state in two checksummed files.
//!
//! ```text
//! a/, b/             the statements of a generation each, laid out as they are published
//! segments/          the segments of both generations, and parts of segments that are being fetched
//! pending/           the statements of an update that is not complete
//! state-a, state-b   the state, twice: the active slot, the trust root, the trusted state
//! lock               locked during a change
//! check              empty: the next update checks every page
//! ```
//!
//! Readers take no lock. A change takes the lock for single calls. An update fetches segments, checks them, writes the
//! statements to the inactive slot, and then the state: the first of the two files activates the slot, the second makes the
//! state survive the loss of the first.

mod commit;
mod layout;
mod live;
mod memory;
mod session;
mod update;

use std::fmt;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use rastau_core::calendar::Timestamp;
use rastau_core::crypto::Hash;
use rastau_core::error::OpenError;
use rastau_core::snapshot::name::FRESHNESS;
use rastau_core::snapshot::{self, KnownRoot, Snapshot};

use crate::bundle::{Bundle, SegmentDamage, read_statements};
use crate::disk::{Disk, RealDisk};
use crate::error::StoreError;
use crate::state::{InUse, Service, Slot};

pub use live::Live;
pub use rastau_core::update::Change;
pub use session::{Session, Want};
pub use update::{Clock, Update, Updated};

const LOCK: &str = "lock";
/// The file that asks the next update for a full check.
const CHECK: &str = "check";
/// The directory of an incomplete update's statements.
const PENDING: &str = "pending";
/// How often a change tries to take the lock, and the pause between two attempts. Each holder keeps it for one call
/// only; the longest call syncs about ten files.
const LOCK_TRIES: u32 = 750;
const LOCK_PAUSE: Duration = Duration::from_millis(20);
/// The maximum number of times that a reader starts over because an update has switched slots.
const MAX_ATTEMPTS: u32 = 5;
/// The stored time lags behind the clock by this many seconds and advances in steps of as many: a clock that is corrected
/// by less is not an attack, and flash memory wears out.
const CLOCK_STEP: u64 = 3600;

/// A device's directory.
///
/// ```
/// use rastau_core::calendar::Timestamp;
/// use rastau_store::{Change, Device, StoreError, Update, source};
///
/// # let (directory, published) = (tempfile::tempdir()?, std::path::Path::new("../tests/corpus/bundles/base"));
/// let root = std::fs::read(published.join("roots/1.cose"))?; // pin your own copy in real use
/// let device = Device::at(directory.path().join("device"));
/// let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap(); // the device's clock
/// assert!(matches!(device.open(now), Err(StoreError::Empty { .. })));
///
/// let update = Update::by_clock(now, Some(&root));
/// let source = source::local(published)?;
/// let mut bytes = (0, 0);
/// let updated = device.update(source.as_ref(), &update, &mut |done, total| bytes = (done, total))?;
/// assert_eq!((updated.change, updated.on_trust), (Change::First, false));
/// assert_eq!(bytes.0, bytes.1);
///
/// let opened = device.open(now)?;
/// assert!(opened.notices.is_empty());
/// assert_eq!(opened.snapshot.manifest().version, updated.manifest.1);
/// assert_eq!(device.update(source.as_ref(), &update, &mut |_, _| {})?.change, Change::Nothing);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Device {
    folder: PathBuf,
    disk: Arc<dyn Disk>,
    /// Whether the host declares that no other process changes the directory.
    is_alone: bool,
    lock_tries: u32,
}

/// The opened active bundle of a device.
#[derive(Debug)]
pub struct InService {
    /// The snapshot. Its pages stay readable during later updates.
    pub snapshot: Snapshot<Bundle>,
    /// The slot it was read from.
    pub slot: Slot,
    /// The hash of the trust root that the device was set up with ([`KnownRoot::hash`]).
    pub anchor: Hash,
    /// Problems that the operator should know of.
    pub notices: Vec<Notice>,
}

impl InService {
    /// Checks that a signed root is the one that the device was set up with, or the one that it trusts now.
    ///
    /// # Errors
    /// [`StoreError::OtherRoot`], [`StoreError::Refused`] for bytes that are no root.
    pub fn check_root(&self, given: &[u8]) -> Result<(), StoreError> {
        check_root(self.anchor, self.snapshot.chain().newest(), given)
    }
}

/// Checks that a root is `anchor` or `newest`, by its content: signatures may have been added to the file since.
fn check_root(anchor: Hash, newest: KnownRoot, given: &[u8]) -> Result<(), StoreError> {
    let given = KnownRoot::of(given)?;
    if given.hash == anchor || given == newest {
        return Ok(());
    }
    Err(StoreError::OtherRoot { trusted: newest.fingerprint(), given: given.fingerprint() })
}

/// A problem of an opened device that did not prevent its use.
#[derive(Debug)]
pub enum Notice {
    /// The active slot is damaged. The other slot has nothing older and is used instead.
    StandIn {
        /// The damaged slot.
        damaged: Slot,
        /// What is wrong with it.
        why: SlotDamage,
    },
    /// A segment is damaged and no other slot can replace it: checks that depend on it are undetermined.
    Damage(SegmentDamage),
    /// The time that the clock shows could not be stored.
    TimeNotKept(StoreError),
}

/// What is wrong with a damaged slot.
#[derive(Debug)]
pub enum SlotDamage {
    /// Segments are damaged; at least one.
    Segments(Vec<SegmentDamage>),
    /// Its bundle cannot be opened.
    Bundle(StoreError),
}

impl fmt::Display for SlotDamage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // The first one is enough to tell the user what to do.
            Self::Segments(damaged) => damaged.iter().take(1).try_for_each(|damage| damage.fmt(f)),
            Self::Bundle(error) => error.fmt(f),
        }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::StandIn { damaged, why } => {
                let (damaged, other) = (damaged.name(), damaged.other().name());
                write!(f, "slot {damaged} is damaged ({why}); slot {other} is used, pull again to repair it")
            }
            Self::Damage(damage) => damage.fmt(f),
            Self::TimeNotKept(error) => write!(f, "the time cannot be stored: {error}"),
        }
    }
}

impl Device {
    /// Returns the device in `folder`, which the first update creates.
    #[must_use]
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        let folder = folder.into();
        // The current directory of the process may change.
        let folder = std::path::absolute(&folder).unwrap_or(folder);
        Self::on(Arc::new(RealDisk::new(folder.clone())), folder)
    }

    pub(crate) fn on(disk: Arc<dyn Disk>, folder: PathBuf) -> Self {
        Self { folder, disk, is_alone: false, lock_tries: LOCK_TRIES }
    }

    /// Declares that no other process and no other thread changes the directory at the same time, for a file system without
    /// locks. Without this declaration such a file system is refused ([`StoreError::Write`]).
    #[must_use]
    pub const fn without_lock(mut self) -> Self {
        self.is_alone = true;
        self
    }

    /// Fails at once if the lock is held, so that tests need not wait.
    #[cfg(test)]
    fn impatient(&self) -> Self {
        Self { lock_tries: 1, ..self.clone() }
    }

    /// Returns whether `folder` is a device's directory, and not a published bundle.
    #[must_use]
    pub fn is_at(folder: &Path) -> bool {
        memory::FILES.iter().any(|name| folder.join(name).exists())
            || (folder.join(LOCK).exists() && !folder.join(FRESHNESS).exists())
    }

    /// Returns the number of the directory's state, which every change increases; 0 before the first update. A program that
    /// runs for months compares it before it answers, and opens again if it has changed: [`Live`] does. Reads the two small
    /// state files and takes no lock.
    ///
    /// ```
    /// # use rastau_core::calendar::Timestamp;
    /// # use rastau_store::{Device, Update, source};
    /// # let (directory, published) = (tempfile::tempdir()?, std::path::Path::new("../tests/corpus/bundles/base"));
    /// # let root = std::fs::read(published.join("roots/1.cose"))?;
    /// # let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
    /// # let update = Update::by_clock(now, Some(&root));
    /// let device = Device::at(directory.path().join("device"));
    /// assert_eq!(device.generation()?, 0);
    /// device.update(source::local(published)?.as_ref(), &update, &mut |_, _| {})?;
    /// assert!(device.generation()? > 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`StoreError::MemoryLost`] without a readable state, [`StoreError::File`] if it may not be read.
    pub fn generation(&self) -> Result<u64, StoreError> {
        Ok(self.recall()?.sequence())
    }

    /// Opens the active bundle and stores the time that the clock shows. `now` must be the time of the device's own clock;
    /// for another time use [`Device::open_read_only`].
    ///
    /// If a look-up meets a page that cannot be read or is not the signed one, it requests a full check from the next
    /// update, by any process. If the directory cannot be written, there is no request.
    ///
    /// # Errors
    /// As [`Device::open_read_only`]. A time that cannot be stored is a [`Notice::TimeNotKept`], not an error.
    pub fn open(&self, now: Timestamp) -> Result<InService, StoreError> {
        let mut opened = self.open_read_only(now)?;
        if let Err(error) = self.keep_time(&opened.snapshot, now) {
            opened.notices.push(Notice::TimeNotKept(error));
        }
        let device = self.clone();
        let ask = |bundle: Bundle| bundle.on_unusable(move || device.ask_for_check());
        Ok(InService { snapshot: opened.snapshot.map_pages(ask), ..opened })
    }

    /// Opens the active bundle as of `now` and changes nothing on disk.
    ///
    /// # Errors
    /// [`StoreError::Empty`] before the first update, [`StoreError::MemoryLost`] without a readable state,
    /// [`StoreError::Refused`] for a bundle that is not valid at `now`, [`StoreError::File`] and others for a damaged one.
    pub fn open_read_only(&self, now: Timestamp) -> Result<InService, StoreError> {
        self.open_while(now, || {})
    }

    /// Opens the active bundle as a verifier does that has seen nothing else: without the trusted state and the latest time that
    /// the clock has shown. For an answer as of an earlier time, `now`; never for today's answer, because an older bundle is not
    /// detected. Changes nothing on disk.
    ///
    /// ```
    /// # use rastau_core::calendar::Timestamp;
    /// # use rastau_store::{Device, Update, source};
    /// # let (directory, published) = (tempfile::tempdir()?, std::path::Path::new("../tests/corpus/bundles/base"));
    /// # let root = std::fs::read(published.join("roots/1.cose"))?;
    /// # let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
    /// let device = Device::at(directory.path().join("device"));
    /// device.update(source::local(published)?.as_ref(), &Update::by_clock(now, Some(&root)), &mut |_, _| {})?;
    /// device.open(now.plus_seconds(7 * 86_400))?;
    /// assert!(device.open_read_only(now)?.snapshot.now(now) > now, "the device remembers a later time");
    /// assert_eq!(device.open_without_memory(now)?.snapshot.now(now), now);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`Device::open_read_only`].
    pub fn open_without_memory(&self, now: Timestamp) -> Result<InService, StoreError> {
        let empty = || StoreError::Empty { folder: self.folder.clone() };
        let memory = self.recall()?;
        let service = memory.service().ok_or_else(empty)?;
        let slot = service.in_use.as_ref().ok_or_else(empty)?.slot;
        let statements = read_statements(&self.slot(slot))?;
        let bundle = Bundle::of_files(statements.clone(), self.segment_files(service)?);
        let options = snapshot::OpenOptions::kept(&service.root, service.anchored, now);
        let snapshot = Snapshot::open(&options, &statements, bundle)?;
        snapshot.pages().hold(snapshot.segments());
        let notices = snapshot.pages().damage(snapshot.segments()).into_iter().map(Notice::Damage).collect();
        Ok(InService { snapshot, slot, anchor: service.anchor, notices })
    }

    /// As [`Device::open_read_only`]; calls `meanwhile` between reading the state and reading the slot (for tests).
    fn open_while(&self, now: Timestamp, mut meanwhile: impl FnMut()) -> Result<InService, StoreError> {
        let mut attempt = 0;
        loop {
            let memory = self.recall()?;
            meanwhile();
            let empty = || StoreError::Empty { folder: self.folder.clone() };
            let service = memory.service().ok_or_else(empty)?;
            let chosen = self.in_service(service, service.in_use.as_ref().ok_or_else(empty)?, now);
            attempt += 1;
            // A slot is emptied only after the state has changed. If the state is unchanged, the slot was not changed
            // while it was read.
            if attempt == MAX_ATTEMPTS || self.recall()?.sequence() == memory.sequence() {
                return chosen;
            }
        }
    }

    /// Opens the active slot. If it is damaged, opens the other one, provided that nothing in it is older than anything
    /// accepted so far.
    ///
    /// An older bundle would be worse than none: a document cancelled since would be valid. So the other slot is verified
    /// against the same trusted state as a new bundle, and without a replacement the damage is reported.
    ///
    /// A root stored since then may remove the keys of the bundle; the bundle is then closed.
    fn in_service(&self, service: &Service, in_use: &InUse, now: Timestamp) -> Result<InService, StoreError> {
        let damage = |opened: &InService| opened.snapshot.pages().damage(opened.snapshot.segments());
        let first = self.open_slot(service, in_use, now);
        let damaged = first.as_ref().map(damage).unwrap_or_default();
        if first.is_ok() && damaged.is_empty() {
            return first;
        }
        // An older freshness statement of the same manifest was accepted here before. It only makes the bundle look older.
        let mut stand_in = InUse { slot: in_use.slot.other(), ..in_use.clone() };
        stand_in.trusted_state.freshness.checked_at = Timestamp(0);
        let other = self.open_slot(service, &stand_in, now).ok();
        let Some(mut other) = other.filter(|other| damage(other).is_empty()) else {
            return first.map_err(|error| self.closed(service, error)).map(|mut opened| {
                opened.notices.extend(damaged.into_iter().map(Notice::Damage));
                opened
            });
        };
        let why = match first {
            Ok(_) => SlotDamage::Segments(damaged),
            Err(error) => SlotDamage::Bundle(error),
        };
        other.notices.push(Notice::StandIn { damaged: in_use.slot, why });
        Ok(other)
    }

    /// Returns whether a kept root no longer supports the active bundle.
    fn is_closed(&self, service: &Service, now: Timestamp) -> bool {
        let opened = service.in_use.as_ref().map(|in_use| self.in_service(service, in_use, now));
        matches!(opened, Some(Err(StoreError::Closed { .. })))
    }

    /// Returns whether a root was kept that the active bundle was not opened under. `false` also for a state that cannot be read.
    fn may_be_closed(&self) -> bool {
        self.recall().is_ok_and(|memory| memory.service().is_some_and(Service::has_newer_root))
    }

    /// Turns an error of opening into [`StoreError::Closed`] if the kept root no longer supports the bundle.
    fn closed(&self, service: &Service, error: StoreError) -> StoreError {
        match error {
            StoreError::Refused(OpenError::TooFewSignatures { .. } | OpenError::Rollback(_))
                if service.has_newer_root() =>
            {
                StoreError::Closed { folder: self.folder.clone() }
            }
            error => error,
        }
    }

    fn open_slot(&self, service: &Service, in_use: &InUse, now: Timestamp) -> Result<InService, StoreError> {
        let slot = in_use.slot;
        let statements = read_statements(&self.slot(slot))?;
        let bundle = Bundle::of_files(statements.clone(), self.segment_files(service)?);
        let now = now.max(service.latest_clock);
        let options = snapshot::OpenOptions::kept(&service.root, service.anchored, now)
            .trusted_state(Some(&in_use.trusted_state))
            .latest_clock(service.latest_clock);
        let snapshot = Snapshot::open(&options, &statements, bundle)?;
        snapshot.pages().hold(snapshot.segments());
        Ok(InService { snapshot, slot, anchor: service.anchor, notices: Vec::new() })
    }

    /// Stores the time that the clock shows, if it has advanced, and repairs a state of which one file is damaged. If
    /// another process has the lock, nothing is done: that process writes the state anyway.
    fn keep_time(&self, snapshot: &Snapshot<Bundle>, now: Timestamp) -> Result<(), StoreError> {
        let latest_clock = plausible(snapshot.newest_signed(), snapshot.manifest().not_after, now);
        let advances =
            |service: &Service| latest_clock.0 >= service.latest_clock.0.saturating_add(CLOCK_STEP);
        let memory = self.recall()?;
        if memory.agrees() && !memory.service().is_some_and(advances) {
            return Ok(());
        }
        let Some(_lock) = self.try_lock()? else { return Ok(()) };
        let memory = self.recall()?;
        self.settle(&memory)?;
        match memory.service().filter(|service| advances(service)) {
            Some(service) => self.remember(&memory, Service { latest_clock, ..service.clone() }),
            None => Ok(()),
        }
    }

    /// Asks the next update for a full check. Readers take no lock and do not wait, so the file is not synced: after a power loss
    /// the next look-up that meets the page creates it again.
    fn ask_for_check(&self) {
        // An error means that the file exists, or that the directory cannot be written.
        let _ = self.disk.create(&self.folder.join(CHECK));
    }

    /// Returns whether a full check was requested. Anything planted at the file's path counts as a request.
    fn asks_for_check(&self) -> bool {
        self.folder.join(CHECK).symlink_metadata().is_ok()
    }

    /// Records that a full check is complete. If the file cannot be removed, it requests another one.
    fn full_check_done(&self) {
        if self.asks_for_check() {
            let _ = self.disk.remove_file(&self.folder.join(CHECK));
        }
    }

    /// Takes the lock of changes, which is held until the result is dropped.
    fn lock(&self) -> Result<Option<File>, StoreError> {
        for _ in 0..self.lock_tries {
            match self.try_lock()? {
                Some(lock) => return Ok(lock),
                None => std::thread::sleep(LOCK_PAUSE),
            }
        }
        Err(StoreError::Busy { folder: self.folder.clone() })
    }

    /// As [`Device::lock`]; `None` if another process has the lock.
    fn try_lock(&self) -> Result<Option<Option<File>>, StoreError> {
        if self.is_alone {
            return Ok(Some(None));
        }
        let path = self.folder.join(LOCK);
        self.plain_file(&path)?;
        Ok(self.disk.lock(&path).map_err(StoreError::write(&path))?.map(Some))
    }
}

/// Returns the time to store for a clock that shows `now`: 0 if it is not after the newest signed time, which is known
/// anyway, and at most the snapshot's `not_after`. A clock that once ran far ahead can then do harm until that day at
/// most; after that day the snapshot decides nothing, so no expired document can become valid again.
fn plausible(newest_signed: Timestamp, not_after: Timestamp, now: Timestamp) -> Timestamp {
    let lagging = Timestamp(now.0.saturating_sub(CLOCK_STEP)).min(not_after);
    if lagging > newest_signed { lagging } else { Timestamp(0) }
}

#[cfg(test)]
mod tests;
