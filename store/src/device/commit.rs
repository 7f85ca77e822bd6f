//! Changes of the device's state during an update: storing a root, and the commit. Each call takes the lock and reads
//! the state again, because other sessions may run at the same time.

use std::io;
use std::path::Path;

use rastau_core::calendar::Timestamp;
use rastau_core::crypto::Hash;
use rastau_core::snapshot::{Anchor, KnownRoot, OpenOptions, Snapshot, Statements};
use rastau_core::update::Plan;

use super::Device;
use super::layout::parse_segment_name;
use super::memory::Memory;
use super::session::Session;
use crate::bundle::{self, Bundle};
use crate::error::StoreError;
use crate::state::{InUse, Service, Slot};

impl Device {
    /// Prepares the state for a change: creates it if there is none, and makes both files equal. Returns it.
    pub(super) fn ready(&self) -> Result<Memory, StoreError> {
        let _lock = self.lock()?;
        self.ready_under_lock()
    }

    fn ready_under_lock(&self) -> Result<Memory, StoreError> {
        let memory = self.recall()?;
        if memory.agrees() {
            return Ok(memory);
        }
        if memory.sequence() == 0 {
            self.begin()?;
        } else {
            self.settle(&memory)?;
        }
        self.recall()
    }

    /// Stores a verified root and nothing else: the state of the roles is unchanged and is evaluated under the new
    /// root. `known` is the root that the session began with or stored last; it verified the new one. Returns `None` if
    /// another session has stored a different root: the walk must begin again, since it did not pass through that root.
    pub(super) fn keep(
        &self,
        root: &[u8],
        known: Option<&[u8]>,
        pinned: Option<&[u8]>,
    ) -> Result<Option<Service>, StoreError> {
        let _lock = self.lock()?;
        let memory = self.ready_under_lock()?;
        let service = match memory.service() {
            Some(service) if service.root == root => return Ok(Some(service.clone())),
            Some(service) if Some(service.root.as_slice()) != known => return Ok(None),
            Some(service) => Service { root: root.to_vec(), ..service.clone() },
            None => Service::new(KnownRoot::of(pinned.unwrap_or(root))?.hash, Anchor::Pinned, root.to_vec()),
        };
        self.remember(&memory, service.clone())?;
        Ok(Some(service))
    }

    /// Creates the directory for the segments of a plan, and stores its statements as pending: a later session, for
    /// example in another process, then needs only the segments.
    pub(super) fn prepare(&self, plan: &Plan) -> Result<(), StoreError> {
        let _lock = self.lock()?;
        self.ready_under_lock()?;
        self.make_folder(&self.segments())?;
        self.write_statements(&self.pending(), &with_root(plan))
    }

    /// Puts a plan into service, merged with what the device has accepted in the meantime. Returns `false` if the plan
    /// no longer opens, or a segment is missing: the update continues from the stored state.
    pub(super) fn commit(&self, plan: &Plan, session: &Session) -> Result<bool, StoreError> {
        let _lock = self.lock()?;
        let memory = self.ready_under_lock()?;
        let (anchor, anchored) = session.anchor(plan)?;
        let before = match memory.service() {
            Some(service) => service.clone(),
            None => Service::new(anchor, anchored, plan.root.clone()),
        };
        // Another session may have set the device up, or kept a root that this walk did not pass through.
        if before.root != plan.root && Some(before.root.as_slice()) != session.known_root() {
            return Ok(false);
        }
        let update = session.update();
        let latest_clock = update.latest_clock(update.clock.before(before.latest_clock), &plan.report);
        let second_names = self.second_names(plan, session, &before);
        let service = Service { root: plan.root.clone(), latest_clock, second_names, ..before };
        let in_use = service.in_use.clone();
        let files = self.segment_files(&service)?;
        let opened = Snapshot::open(
            &OpenOptions::kept(&service.root, service.anchored, update.now.max(latest_clock))
                .trusted_state(in_use.as_ref().map(|in_use| &in_use.trusted_state))
                .latest_clock(latest_clock),
            &plan.statements,
            Bundle::of_files(plan.statements.clone(), files),
        );
        let Ok(snapshot) = opened else { return Ok(false) };
        if !snapshot.pages().damage(snapshot.segments()).is_empty() {
            return Ok(false);
        }
        let slot = self.slot_to_fill(memory.service(), update.now);
        if self.segments().exists() {
            self.sync_folder(&self.segments())?;
        }
        self.write_statements(&self.slot(slot), &with_root(plan))?;
        self.sync_folder(&self.folder)?;
        // After an error from here on, either state may be stored, so both slots and all segments are kept.
        let trusted_state = snapshot.trusted_state();
        let service = Service { in_use: Some(InUse { slot, trusted_state }), ..service };
        self.remember(&memory, service.clone())?;
        self.clean(plan, &service, &snapshot);
        Ok(true)
    }

    /// Returns the slot that readers do not need: the inactive one, or the active one if it is damaged and the other
    /// replaces it.
    fn slot_to_fill(&self, service: Option<&Service>, now: Timestamp) -> Slot {
        let active = service.and_then(|service| Some((service, service.in_use.as_ref()?)));
        let Some((service, in_use)) = active else { return Slot::A };
        self.in_service(service, in_use, now).map_or(in_use.slot, |opened| opened.slot).other()
    }

    /// Returns which of the plan's segments have their second name, after the commit.
    fn second_names(&self, plan: &Plan, session: &Session, before: &Service) -> Vec<Hash> {
        let is_second = |root: &Hash| {
            if plan.held.contains(root) { before.has_second_name(root) } else { session.is_second(root) }
        };
        let mut roots: Vec<Hash> =
            plan.segments.iter().map(|segment| segment.id.root).filter(is_second).collect();
        roots.sort_unstable();
        roots.dedup();
        roots
    }

    /// Removes what is no longer needed after a commit: the pending statements of this plan, and segments that neither
    /// the bundle in service nor a pending one lists. A removal that fails is retried after the next commit.
    fn clean(&self, plan: &Plan, service: &Service, snapshot: &Snapshot<Bundle>) {
        let name = |root: Hash| (root, service.has_second_name(&root));
        let mut keep: Vec<(Hash, bool)> = snapshot.segments().map(|segment| name(segment.id.root)).collect();
        match self.pending_segments(plan, service) {
            // These belong to another session. Its segments are kept under both names, because only that session knows
            // which it uses.
            Some(roots) => keep.extend(roots.into_iter().flat_map(|root| [(root, false), (root, true)])),
            None => {
                let _ = self.remove_statements(&self.pending());
            }
        }
        self.sweep(&keep);
    }

    /// Returns the segments of pending statements that may still be put into service after `plan`.
    fn pending_segments(&self, plan: &Plan, service: &Service) -> Option<Vec<Hash>> {
        let statements = bundle::read_statements(&self.pending()).ok()?;
        if statements.manifest == plan.statements.manifest {
            return None;
        }
        let options = OpenOptions::kept(&service.root, service.anchored, service.latest_clock)
            .trusted_state(service.in_use.as_ref().map(|in_use| &in_use.trusted_state));
        let pages = Bundle::of_files(statements.clone(), Vec::new());
        let snapshot = Snapshot::open(&options, &statements, pages).ok()?;
        Some(snapshot.segments().map(|segment| segment.id.root).collect())
    }

    /// Returns whether the active generation reads a segment from the file of this name.
    pub(super) fn serves(&self, root: &Hash, is_second: bool) -> Result<bool, StoreError> {
        let memory = self.recall()?;
        let Some(service) = memory.service() else { return Ok(false) };
        let Some(in_use) = service.in_use.as_ref().filter(|_| service.has_second_name(root) == is_second)
        else {
            return Ok(false);
        };
        let Ok(opened) = self.open_slot(service, in_use, service.latest_clock) else { return Ok(false) };
        Ok(opened.snapshot.segments().any(|segment| segment.id.root == *root))
    }

    /// Returns the segment files in the directory, complete or not, each with whether it is the second of its two names.
    pub(super) fn parts(&self) -> Result<Vec<(Hash, bool)>, StoreError> {
        let folder = self.segments();
        if !folder.is_dir() {
            return Ok(Vec::new());
        }
        Ok(bundle::list(&folder)?.iter().filter_map(|(name, _)| parse_segment_name(name)).collect())
    }

    /// Returns the number of bytes of a part; 0 if there is none. Anything but a regular file is removed.
    pub(super) fn part_length(&self, path: &Path) -> Result<u64, StoreError> {
        let _lock = self.lock()?;
        Ok(self.plain_file(path)?.unwrap_or(0))
    }

    /// Syncs a complete part. If it was removed by another session's commit, this succeeds: the check then finds its
    /// pages missing and requests them.
    pub(super) fn sync_part(&self, path: &Path) -> Result<(), StoreError> {
        match self.disk.sync_file(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            result => result.map_err(StoreError::write(path)),
        }
    }
}

/// The statements of a plan; a directory of statements contains at least one root.
fn with_root(plan: &Plan) -> Statements {
    let mut statements = plan.statements.clone();
    if statements.roots.is_empty() {
        statements.roots.push((plan.trusted_state.root.version, plan.root.clone()));
    }
    statements
}
