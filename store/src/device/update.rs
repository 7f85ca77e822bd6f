//! An update: read and verified as a whole, written beside what is in service, checked where it was written, and only
//! then remembered as what is in service.

use rastau_core::calendar::Timestamp;
use rastau_core::crypto::Hash;
use rastau_core::snapshot::check::check_segment;
use rastau_core::snapshot::{PAGE_SIZE, Segment, Snapshot, Statements, TrustedState};

use super::memory::Memory;
use super::slots::segment_name;
use super::trust::{NoPages, Trust};
use super::{Device, InService, LOCK, memory, plausible};
use crate::bundle::Bundle;
use crate::error::StoreError;
use crate::source::Source;
use crate::state::{Service, Slot};

/// How an update is made.
#[derive(Debug, Clone, Copy)]
pub struct Update<'a> {
    /// The present time.
    pub now: Timestamp,
    /// What that time is to the device.
    pub clock: Clock,
    /// The trust root to set a new device up with, or one that the device must already trust. Without it a new device
    /// trusts the source's first root.
    pub root: Option<&'a [u8]>,
    /// Whether to wait for another process that is updating the device.
    pub wait: bool,
}

/// What the present time of an update is to the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// What its clock shows; it is remembered.
    Shows,
    /// A time that somebody asks about; it is not.
    Asked,
    /// What its clock shows after it ran ahead and was put right: what was remembered of it is forgotten.
    PutRight,
}

/// What an update came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The device has its first bundle.
    First,
    /// A newer bundle, or a newer freshness note or trust root, is in service.
    Newer,
    /// The source has nothing newer; what was damaged here has been replaced.
    Mended,
    /// The source has nothing newer.
    Nothing,
}

/// A finished update.
#[derive(Debug, Clone)]
pub struct Updated {
    /// What changed.
    pub change: Change,
    /// SHA-256 of the trust root that the device was set up with.
    pub anchor: Hash,
    /// Whether that root was taken from the source, on its word alone.
    pub on_trust: bool,
    /// Epoch and version of the manifest now in service.
    pub manifest: (u64, u64),
    /// The instant whose knowledge it holds.
    pub as_of: Timestamp,
    /// The newest confirmation that it is the newest.
    pub checked_at: Timestamp,
    /// Bytes of segments that were read from the source.
    pub fetched: u64,
    /// Bytes of segments that were there already.
    pub kept: u64,
}

/// What is to be put into service: verified statements, and which of their segments are here already.
struct Plan {
    statements: Statements,
    candidate: Snapshot<NoPages>,
    /// By their place among the candidate's segments.
    kept: Vec<bool>,
    /// Whether the freshness note is newer than the one in service.
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

/// Tells how many bytes of how many are there.
struct Progress<'p> {
    done: u64,
    total: u64,
    tell: &'p mut dyn FnMut(u64, u64),
}

impl Progress<'_> {
    fn add(&mut self, bytes: u64) {
        self.done += bytes;
        (self.tell)(self.done, self.total);
    }
}

impl Device {
    /// Takes what `source` publishes into use, if it is newer and every byte of it is what was signed. On an error what
    /// was in service stays, whole. `progress` hears how many bytes of segments of how many are there.
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

        let mut progress = Progress { done: 0, total: 0, tell: progress };
        let plan = plan(&trust, statements, candidate, serving.as_ref(), now, &mut progress);
        let candidate = &plan.candidate;
        let sound = serving.as_ref().is_some_and(|serving| serving.notices.is_empty());
        let newer =
            |service: &Service| service.trusted_state != candidate.trusted_state() || (sound && plan.fresher);
        let updated = Updated {
            change: match &service {
                None => Change::First,
                Some(service) if newer(service) => Change::Newer,
                Some(_) if sound && plan.bytes(false) == 0 => Change::Nothing,
                Some(_) => Change::Mended,
            },
            anchor: trust.anchor,
            on_trust: trust.on_trust,
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
                        // Half a bundle is of no use and takes room. What cannot even be removed now, the next update will.
                        let _ = self.clear(slot);
                    })?;
                let root = trust.next_root(&plan.statements);
                // From here on an error may leave either memory behind, so both slots stay as they are.
                self.remember(&memory, Service { slot, anchor: trust.anchor, root, trusted_state, shown })?;
            }
        }
        Ok(updated)
    }

    /// Makes the memory fit to be changed: begun where there is none, and both files at one.
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

    /// Opens the filled slot as a device would, and looks at every page that came from outside.
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

    /// A folder with other things in it is somebody's documents, or a bundle, and not to be filled with slots.
    fn refuse_foreign_folder(&self) -> Result<(), StoreError> {
        // What file systems put into an empty one, and all that is ours.
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

/// Compares verified statements with what is in service, and looks at every page of the segments that both list.
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
        && serving.trusted_state().manifest_hash == candidate.trusted_state().manifest_hash
    {
        fresher = candidate.freshness_statement().checked_at > serving.freshness_statement().checked_at;
        if candidate.freshness_statement().checked_at < serving.freshness_statement().checked_at {
            // An older note about the same manifest would make what is known look staler than it is. Should a newer
            // root no longer know the key of the note here, the source's has to do.
            let mut fresher = statements.clone();
            fresher.fresh.clone_from(&serving.pages().statements().fresh);
            if let Ok(opened) = trust.open(&fresher, NoPages, now) {
                (statements, candidate) = (fresher, opened);
            }
        }
    }
    progress.total = candidate.segments().map(Segment::length).sum();
    let whole_here = |segment: &Segment| {
        let before = progress.done;
        let whole = serving.is_some_and(|serving| {
            let pages = serving.snapshot.pages();
            check_segment(pages, segment, || progress.add(PAGE_SIZE as u64)).is_ok()
        });
        if !whole {
            progress.done = before;
        }
        whole
    };
    let kept = candidate.segments().map(whole_here).collect();
    Plan { statements, candidate, kept, fresher }
}
