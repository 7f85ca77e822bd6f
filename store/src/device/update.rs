//! An update: the walk of `rastau-core` decides what to read, its answers come from a source, files are written to the inactive
//! slot and checked there, and only then the slot is activated.

use std::io::{self, Read};

use rastau_core::calendar::Timestamp;
use rastau_core::crypto::{Hash, sha256};
use rastau_core::snapshot::check::check_segment;
use rastau_core::snapshot::{Anchor, OpenOptions, PAGE_SIZE, Segment};
use rastau_core::update::{Answer, Ask, Held, HeldSegment, Plan, UpdateError, Walk};

use super::memory::Memory;
use super::{Device, InService, LOCK, memory};
use crate::bundle::Bundle;
use crate::error::StoreError;
use crate::source::{Reply, Source};
use crate::state::{InUse, Service, Slot};

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
    /// Whether the source's freshness statement is older than the active one, which stays.
    pub source_is_behind: bool,
    /// Whether the register has a newer trust root that this program cannot use.
    pub needs_newer_program: bool,
    /// The number of bytes of segments that were read from the source.
    pub fetched: u64,
    /// The number of bytes of segments that the device had already.
    pub kept: u64,
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
        let memory = self.ready(&self.recall()?)?;
        let service = memory.service().map(|service| Service {
            shown: if update.clock == Clock::PutRight { Timestamp(0) } else { service.shown },
            ..service.clone()
        });
        check_given_root(service.as_ref(), update.root)?;
        let shown = service.as_ref().map_or(Timestamp(0), |service| service.shown);
        let now = update.now.max(shown);
        let in_use = service.as_ref().and_then(|service| service.in_use.clone());
        let serving = match (&service, &in_use) {
            (Some(service), Some(in_use)) => Some(self.in_service(service, in_use, now)),
            _ => None,
        };
        let was_closed = matches!(serving, Some(Err(StoreError::Closed { .. })));
        let serving = serving.and_then(Result::ok);
        let state = in_use.as_ref().map(|in_use| &in_use.trusted_state);
        let options = match (&service, update.root) {
            (Some(service), _) => OpenOptions::kept(&service.root, service.anchored, now),
            (None, Some(root)) => OpenOptions::pinned(root, now),
            (None, None) => OpenOptions::on_first_use(now),
        };
        let options = options.trusted_state(state).latest_clock(shown);
        let mut progress = Progress { done: 0, total: 0, report: progress };
        let held = held(serving.as_ref(), &mut progress);
        let walk = Walk::begin(options, held)?;
        let active = serving.as_ref().map(|one| one.slot).or(in_use.as_ref().map(|in_use| in_use.slot));
        let mut run = Run {
            device: self,
            source,
            update,
            service,
            serving_slot: serving.as_ref().map(|one| one.slot),
            slot: active.map_or(Slot::A, Slot::other),
            is_filled: false,
            progress,
        };
        let (walk, result) = run.drive(walk);
        if let Err(error) = result {
            if run.is_filled {
                // An incomplete bundle is useless and takes space. If it cannot be removed, the next update does.
                let _ = self.clear(run.slot);
            }
            if was_closed || walk.closes_service() {
                return Err(StoreError::ClosedByUpdate {
                    folder: self.folder.clone(),
                    source: Box::new(error),
                });
            }
            return Err(error);
        }
        run.updated(walk, in_use.as_ref())
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

/// Checks that the root given is one that the device was set up with or trusts now.
fn check_given_root(service: Option<&Service>, given: Option<&[u8]>) -> Result<(), StoreError> {
    let (Some(service), Some(given)) = (service, given) else { return Ok(()) };
    let given = sha256(&[given]);
    if given == service.anchor || given == sha256(&[&service.root]) {
        return Ok(());
    }
    let (pinned, given) = (crate::fingerprint(&service.anchor), crate::fingerprint(&given));
    Err(StoreError::OtherRoot { pinned, given })
}

/// Returns the statements in service, and those of its segments whose every page is the signed one.
fn held(serving: Option<&InService>, progress: &mut Progress<'_>) -> Held {
    let Some(serving) = serving else { return Held::nothing() };
    let snapshot = &serving.snapshot;
    progress.total = snapshot.segments().map(Segment::length).sum();
    let mut segments = Vec::new();
    for segment in snapshot.segments() {
        let before = progress.done;
        if check_segment(snapshot.pages(), segment, || progress.add(PAGE_SIZE as u64)).is_ok() {
            let (root, length) = (segment.id.root, segment.length());
            segments.push(HeldSegment { root, length, is_committed: true });
        } else {
            progress.done = before;
        }
    }
    Held { statements: Some(snapshot.pages().statements().clone()), segments }
}

/// One update of a device: it answers the walk from the source and the disk.
struct Run<'d> {
    device: &'d Device,
    source: &'d dyn Source,
    update: &'d Update<'d>,
    service: Option<Service>,
    /// The slot that is open, if one is.
    serving_slot: Option<Slot>,
    /// The slot to fill.
    slot: Slot,
    /// Whether the slot has the plan's statements and the segments that were held.
    is_filled: bool,
    progress: Progress<'d>,
}

impl Run<'_> {
    /// Answers the walk to its end.
    fn drive(&mut self, mut walk: Walk) -> (Walk, Result<(), StoreError>) {
        loop {
            match self.step(&mut walk) {
                Ok(true) => return (walk, Ok(())),
                Ok(false) => {}
                Err(error) => return (walk, Err(error)),
            }
        }
    }

    /// Answers one question. Returns whether the walk is done.
    fn step(&mut self, walk: &mut Walk) -> Result<bool, StoreError> {
        match walk.ask() {
            Ask::Statement { name, limit } => match self.source.open(&name.to_string(), limit as u64)? {
                Reply::Status(status) => walk.answer(Answer::Status(status))?,
                Reply::Body(body) => {
                    let mut bytes = Vec::new();
                    let failed = |error: io::Error| StoreError::Source {
                        name: name.to_string(),
                        source: error.into(),
                    };
                    body.take(limit as u64 + 1).read_to_end(&mut bytes).map_err(failed)?;
                    walk.answer(Answer::Bytes(&bytes))?;
                }
            },
            Ask::Keep(root) => {
                let root = root.bytes.to_vec();
                self.keep(root)?;
                walk.answer(Answer::Kept)?;
            }
            Ask::Segment { segment, .. } => {
                let segment = segment.clone();
                self.fill(walk.plan())?;
                let (device, progress) = (self.device, &mut self.progress);
                let missing =
                    device.copy(&segment, self.source, self.slot, &mut |bytes| progress.add(bytes))?;
                walk.answer(missing.map_or(Answer::Stored, Answer::Status))?;
                // A walk that begins again may plan another bundle.
                self.is_filled &= missing.is_none();
            }
            Ask::Check(_) => walk.check(&Bundle::open(&self.device.slot(self.slot))?, || {})?,
            Ask::Commit(plan) => {
                let plan = plan.clone();
                self.fill(Some(&plan))?;
                self.device.end_slot(self.slot)?;
                self.commit(&plan)?;
                walk.answer(Answer::Committed)?;
            }
            Ask::Done(_) => return Ok(true),
            Ask::Failed(error) => return Err(error.clone().into()),
        }
        Ok(false)
    }

    /// Writes down a root, and nothing else: the memory of the roles stays as stored and is read through the new root.
    fn keep(&mut self, root: Vec<u8>) -> Result<(), StoreError> {
        let service = match &self.service {
            Some(service) => Service { root, ..service.clone() },
            None => Service {
                in_use: None,
                anchor: sha256(&[self.update.root.unwrap_or(&root)]),
                anchored: Anchor::Pinned,
                root,
                shown: Timestamp(0),
            },
        };
        self.device.remember(&self.device.recall()?, service.clone())?;
        self.service = Some(service);
        Ok(())
    }

    /// Creates the slot with the plan's statements and the segments that are held.
    fn fill(&mut self, plan: Option<&Plan>) -> Result<(), StoreError> {
        let Some(plan) = plan.filter(|_| !self.is_filled) else { return Ok(()) };
        let mut statements = plan.statements.clone();
        if statements.roots.is_empty() {
            // A bundle has a root.
            statements.roots.push((plan.trusted_state.root.version, plan.root.clone()));
        }
        self.is_filled = true;
        self.device.begin_slot(self.slot, &statements)?;
        self.progress.total = plan.segments.iter().map(Segment::length).sum();
        if let Some(from) = self.serving_slot {
            for segment in plan.segments.iter().filter(|segment| plan.holds(segment)) {
                self.device.take_over(segment, from, self.slot)?;
            }
        }
        Ok(())
    }

    /// Activates the filled slot, after it was opened as a device opens it.
    fn commit(&mut self, plan: &Plan) -> Result<(), StoreError> {
        let shown = self.shown(plan.report.newest_signed, plan.report.not_after);
        let anchor = match &self.service {
            Some(service) => service.anchor,
            None => sha256(&[self.update.root.unwrap_or_else(|| first_root(plan))]),
        };
        let in_use = InUse { slot: self.slot, trusted_state: plan.trusted_state.clone() };
        let service = Service {
            in_use: Some(in_use.clone()),
            anchor,
            anchored: plan.anchor,
            root: plan.root.clone(),
            shown,
        };
        self.device.open_slot(&service, &in_use, self.update.now.max(shown))?;
        // After an error from here on either state may be stored, so both slots stay unchanged.
        self.is_filled = false;
        self.device.remember(&self.device.recall()?, service.clone())?;
        self.service = Some(service);
        Ok(())
    }

    /// The latest time that the clock is known to have shown, after this update.
    fn shown(&self, newest_signed: Timestamp, not_after: Timestamp) -> Timestamp {
        let before = self.service.as_ref().map_or(Timestamp(0), |service| service.shown);
        match self.update.clock {
            Clock::Asked => before,
            Clock::Shows | Clock::PutRight => {
                before.max(super::plausible(newest_signed, not_after, self.update.now))
            }
        }
    }

    /// Returns the result, after the walk is done.
    fn updated(self, walk: Walk, before: Option<&InUse>) -> Result<Updated, StoreError> {
        let Some(plan) = walk.into_plan() else { return Err(UpdateError::WrongAnswer.into()) };
        let report = &plan.report;
        let change = match before {
            None => Change::First,
            Some(before) if before.trusted_state != plan.trusted_state => Change::Newer,
            Some(_) if report.is_new => Change::Mended,
            Some(_) => Change::Nothing,
        };
        let service = self.service.as_ref();
        if let Some(service) = service.filter(|_| !report.is_new && self.update.clock == Clock::PutRight) {
            let shown = self.shown(report.newest_signed, report.not_after);
            self.device.remember(&self.device.recall()?, Service { shown, ..service.clone() })?;
        }
        Ok(Updated {
            change,
            anchor: service.map_or_else(|| sha256(&[&plan.root]), |service| service.anchor),
            on_trust: before.is_none() && plan.anchor == Anchor::FirstUse,
            manifest: report.manifest,
            as_of: report.as_of,
            checked_at: report.checked_at,
            source_is_behind: report.source_is_behind,
            needs_newer_program: report.needs_newer_program,
            fetched: report.to_fetch,
            kept: report.held,
        })
    }
}

/// The oldest root of a plan, which a device trusts on first use.
fn first_root(plan: &Plan) -> &[u8] {
    plan.statements.roots.first().map_or(&plan.root, |(_, bytes)| bytes)
}
