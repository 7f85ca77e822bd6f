//! An update: its statements are read and verified, its files are written to the inactive slot and checked there, and only
//! then the slot is activated.

use rastau_core::calendar::Timestamp;
use rastau_core::crypto::Hash;
use rastau_core::snapshot::check::check_segment;
use rastau_core::snapshot::{Anchor, PAGE_SIZE, Segment, Snapshot, Statements, TrustedState};

use super::memory::Memory;
use super::slots::segment_name;
use super::trust::{NoPages, Trust};
use super::{Device, InService, LOCK, memory, plausible};
use crate::bundle::Bundle;
use crate::error::StoreError;
use crate::source::Source;
use crate::state::{Service, Slot};

/// Options of an update.
#[derive(Debug, Clone, Copy)]
pub struct Update<'a> {
    /// The present time.
    pub now: Timestamp,
    /// How the device treats that time.
    pub clock: Clock,
    /// The trust root (the bytes of a root file) to set a new device up with, or one that the device must trust already.
    /// Without it a new device trusts the source's first root.
    pub root: Option<&'a [u8]>,
    /// Whether to wait for another process that is updating the device, instead of failing with [`StoreError::Busy`].
    pub wait: bool,
}

/// How a device treats the present time of an update.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The time is that of the device's clock, and it is stored.
    Shows,
    /// The time is another one that a user asks about, and it is not stored.
    Asked,
    /// The time is that of the device's clock, which ran ahead and was corrected: the stored time is replaced.
    PutRight,
}

/// The outcome of an update.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The device has its first bundle.
    First,
    /// A newer bundle, freshness statement or trust root is active.
    Newer,
    /// The source has nothing newer; damaged files of the device were replaced.
    Mended,
    /// The source has nothing newer.
    Nothing,
}

/// The result of an update.
#[derive(Debug, Clone)]
pub struct Updated {
    /// What changed.
    pub change: Change,
    /// SHA-256 of the trust root that the device was set up with.
    pub anchor: Hash,
    /// Whether that root was read from the source itself and verified against nothing.
    pub on_trust: bool,
    /// The epoch and version of the active manifest.
    pub manifest: (u64, u64),
    /// The instant of the register's state that it holds.
    pub as_of: Timestamp,
    /// The instant of the newest freshness statement.
    pub checked_at: Timestamp,
    /// The number of bytes of segments that were read from the source.
    pub fetched: u64,
    /// The number of bytes of segments that the device had already.
    pub kept: u64,
}

/// The bundle to activate: verified statements, and which of their segments the device has already.
struct Plan {
    statements: Statements,
    candidate: Snapshot<NoPages>,
    /// Whether the device has a segment, in the order of the candidate's segments.
    kept: Vec<bool>,
    /// Whether the freshness statement is newer than the active one.
    fresher: bool,
}

impl Plan {
    fn bytes(&self, kept: bool) -> u64 {
        let segments = self.candidate.segments().zip(&self.kept);
        segments.filter(|(_, here)| **here == kept).map(|(segment, _)| segment.length()).sum()
    }

    fn is_kept(&self, segment: &Segment) -> bool {
        self.candidate.segments().zip(&self.kept).any(|(one, kept)| *kept && one == segment)
    }
}

/// Reports the number of bytes done and their total.
struct Progress<'p> {
    done: u64,
    total: u64,
    report: &'p mut dyn FnMut(u64, u64),
}

impl Progress<'_> {
    fn add(&mut self, bytes: u64) {
        self.done += bytes;
        (self.report)(self.done, self.total);
    }
}

impl Device {
    /// Activates the bundle that `source` publishes, if it is newer and every byte of it is what was signed. After an error
    /// the bundle that was active before is active and complete. `progress` gets the number of bytes of segments done and
    /// their total.
    ///
    /// # Errors
    /// [`StoreError::Refused`] for statements that do not verify, a rollback included; [`StoreError::Segment`] for a segment
    /// that was not signed; [`StoreError::NotThere`] and [`StoreError::Source`] where the source fails;
    /// [`StoreError::Full`], [`StoreError::ReadOnly`] and [`StoreError::Write`] where the disk does;
    /// [`StoreError::Busy`], [`StoreError::NotADevice`], [`StoreError::MemoryLost`], [`StoreError::OtherRoot`].
    pub fn update(
        &self,
        source: &dyn Source,
        update: &Update<'_>,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<Updated, StoreError> {
        self.refuse_foreign_folder()?;
        self.make_device_folder()?;
        let busy = || StoreError::Busy { folder: self.folder.clone() };
        let _lock = self.lock(update.wait)?.ok_or_else(busy)?;
        let memory = self.recall()?;
        let service = memory.service().map(|service| Service {
            shown: if update.clock == Clock::PutRight { Timestamp(0) } else { service.shown },
            ..service.clone()
        });
        let shown = service.as_ref().map_or(Timestamp(0), |service| service.shown);
        let trust = Trust::new(service.as_ref(), update.root, source)?;
        let now = update.now.max(shown);
        let (statements, candidate) = trust.fetch(source, now)?;
        let serving = service.as_ref().and_then(|service| self.in_service(service, now).ok());

        let mut progress = Progress { done: 0, total: 0, report: progress };
        let plan = plan(&trust, statements, candidate, serving.as_ref(), now, &mut progress);
        let candidate = &plan.candidate;
        let undamaged = serving.as_ref().is_some_and(|serving| serving.notices.is_empty());
        let newer = |service: &Service| {
            service.trusted_state != candidate.trusted_state() || (undamaged && plan.fresher)
        };
        let updated = Updated {
            change: match &service {
                None => Change::First,
                Some(service) if newer(service) => Change::Newer,
                Some(_) if undamaged && plan.bytes(false) == 0 => Change::Nothing,
                Some(_) => Change::Mended,
            },
            anchor: trust.anchor,
            on_trust: service.is_none() && trust.anchored == Anchor::FirstUse,
            manifest: (candidate.manifest().epoch, candidate.manifest().version),
            as_of: candidate.manifest().as_of,
            checked_at: candidate.freshness_statement().checked_at,
            fetched: plan.bytes(false),
            kept: plan.bytes(true),
        };
        let shown = match update.clock {
            Clock::Asked => shown,
            Clock::Shows | Clock::PutRight => shown.max(plausible(candidate, update.now)),
        };
        let memory = self.ready(&memory)?;
        match service {
            Some(service) if updated.change == Change::Nothing => {
                if update.clock == Clock::PutRight {
                    self.remember(&memory, Service { shown, ..service })?;
                }
            }
            service => {
                let in_use = serving.map(|one| one.slot).or(service.map(|service| service.slot));
                let slot = in_use.map_or(Slot::A, Slot::other);
                let filled = self.fill(slot, in_use, &plan, &trust, source, &mut progress);
                let trusted_state =
                    filled.and_then(|()| self.check(slot, &plan, &trust, now)).inspect_err(|_| {
                        // An incomplete bundle is useless and takes space. If it cannot be removed, the next update does.
                        let _ = self.clear(slot);
                    })?;
                let root = trust.next_root(&plan.statements);
                // After an error from here on either state may be stored, so both slots stay unchanged.
                self.remember(
                    &memory,
                    Service {
                        slot,
                        anchor: trust.anchor,
                        anchored: trust.anchored,
                        root,
                        trusted_state,
                        shown,
                    },
                )?;
            }
        }
        Ok(updated)
    }

    /// Prepares the state for a change: creates it if there is none, and makes both files equal.
    fn ready(&self, memory: &Memory) -> Result<Memory, StoreError> {
        if memory.sequence() == 0 {
            self.begin()?
        } else {
            self.settle(memory)?
        }
        self.recall()
    }

    fn fill(
        &self,
        slot: Slot,
        in_use: Option<Slot>,
        plan: &Plan,
        trust: &Trust,
        source: &dyn Source,
        progress: &mut Progress<'_>,
    ) -> Result<(), StoreError> {
        self.begin_slot(slot, &trust.with_root(&plan.statements))?;
        for segment in plan.candidate.segments() {
            match in_use.filter(|_| plan.is_kept(segment)) {
                Some(from) => self.take_over(segment, from, slot)?,
                None => self.copy(segment, source, slot, &mut |bytes| progress.add(bytes))?,
            }
        }
        self.end_slot(slot)
    }

    /// Opens the filled slot as a device would, and verifies each page that came from the source.
    fn check(
        &self,
        slot: Slot,
        plan: &Plan,
        trust: &Trust,
        now: Timestamp,
    ) -> Result<TrustedState, StoreError> {
        let bundle = Bundle::open(&self.slot(slot))?;
        let statements = bundle.statements().clone();
        let snapshot = trust.open(&statements, bundle, now)?;
        for segment in snapshot.segments().filter(|segment| !plan.is_kept(segment)) {
            let altered = |error| StoreError::Segment { name: segment_name(&segment.id.root), error };
            check_segment(snapshot.pages(), segment, || {}).map_err(altered)?;
        }
        Ok(snapshot.trusted_state())
    }

    /// Rejects a directory with other files in it: it may be a bundle, or the user's own.
    fn refuse_foreign_folder(&self) -> Result<(), StoreError> {
        // The names that file systems create in an empty directory, and those of a device.
        let known = ["lost+found", "System Volume Information", LOCK, "a", "b"];
        if memory::FILES.iter().any(|name| self.folder.join(name).exists()) {
            return Ok(());
        }
        let Ok(entries) = std::fs::read_dir(&self.folder) else { return Ok(()) };
        let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        match names.into_iter().find(|name| !known.contains(&name.as_str())) {
            Some(found) => Err(StoreError::NotADevice { folder: self.folder.clone(), found }),
            None => Ok(()),
        }
    }
}

/// Compares verified statements with the active bundle, and verifies each page of the segments that both list.
fn plan(
    trust: &Trust,
    mut statements: Statements,
    mut candidate: Snapshot<NoPages>,
    serving: Option<&InService>,
    now: Timestamp,
    progress: &mut Progress<'_>,
) -> Plan {
    let mut fresher = false;
    if let Some(serving) = serving.map(|serving| &serving.snapshot)
        && serving.trusted_state().keeper.hash == candidate.trusted_state().keeper.hash
    {
        fresher = candidate.freshness_statement().checked_at > serving.freshness_statement().checked_at;
        if candidate.freshness_statement().checked_at < serving.freshness_statement().checked_at {
            // An older freshness statement about the same manifest would make the bundle look older than it is. The
            // active one is kept, unless a newer root no longer has its key.
            let mut fresher = statements.clone();
            fresher.fresh.clone_from(&serving.pages().statements().fresh);
            if let Ok(opened) = trust.open(&fresher, NoPages, now) {
                (statements, candidate) = (fresher, opened);
            }
        }
    }
    progress.total = candidate.segments().map(Segment::length).sum();
    let is_intact = |segment: &Segment| {
        let before = progress.done;
        let intact = serving.is_some_and(|serving| {
            let pages = serving.snapshot.pages();
            check_segment(pages, segment, || progress.add(PAGE_SIZE as u64)).is_ok()
        });
        if !intact {
            progress.done = before;
        }
        intact
    };
    let kept = candidate.segments().map(is_intact).collect();
    Plan { statements, candidate, kept, fresher }
}
