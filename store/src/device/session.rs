//! An update as a series of questions: the walk of `rastau-core` decides what to read, the host provides the network,
//! and this module writes to the disk.

use std::path::Path;

use rastau_core::calendar::Timestamp;
use rastau_core::crypto::{Hash, sha256};
use rastau_core::snapshot::check::{check_part, check_segment};
use rastau_core::snapshot::{Anchor, FileName, KnownRoot, OpenOptions, PAGE_SIZE, Segment};
use rastau_core::update::{Answer, Ask, Held, HeldSegment, Plan, UpdateError, Walk};

use super::update::{Clock, Update, Updated};
use super::{Device, InService, check_root};
use crate::bundle::SegmentFile;
use crate::error::{SourceError, StoreError};
use crate::files::open_regular;
use crate::state::Service;

/// The largest number of bytes that a new session authenticates of the segments in use, unless it finds or expects damage.
const MAX_SLICE: usize = 1 << 20;
/// How often a session begins again because another one has completed an update in the meantime.
const MAX_RESTARTS: u32 = 3;
/// The size of a buffer for copying in bytes.
pub(super) const CHUNK: usize = 256 * 1024;

/// What a session asks of its host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Want {
    /// Fetch the signed statement `name` from the register's base address, past caches: its bytes with [`Session::take`] from 0
    /// on, at most `limit` and one more, then [`Session::end`]; or the status received instead, with
    /// [`Session::status`].
    Statement {
        /// The file's name below the base address, for example `fresh.cose`.
        name: FileName,
        /// The largest number of bytes that it can have.
        limit: u64,
    },
    /// Fetch the segment `name`, from the byte `from` on if the source can do that (RFC 9110, section 14), without a content
    /// encoding: its bytes with [`Session::take`] or a file with [`Session::take_file`], then [`Session::end`]; or
    /// [`Session::status`].
    Segment {
        /// The file's name below the base address.
        name: FileName,
        /// The number of bytes that are stored.
        from: u64,
        /// The length of the whole file in bytes, as signed.
        length: u64,
    },
    /// Everything is stored and verified: call [`Session::commit`].
    Commit,
    /// The update ended with an error, which an earlier call returned.
    Failed,
}

/// An update of a device, for a host with its own network client.
///
/// The session asks with [`Session::want`] and is answered with the other calls. It holds the device's lock during
/// single calls only, never between them. It may be dropped at any point and begun again, even by another process:
/// stored data is not fetched again. Concurrent sessions do no harm: they complete each other's segments, and the
/// second commit finds nothing left to do.
///
/// [`Device::update`] is a loop over a session, for sources that are read at once.
///
/// ```
/// use rastau_core::calendar::Timestamp;
/// use rastau_store::{Change, Device, Session, Update, Want};
///
/// # let (directory, base) = (tempfile::tempdir()?, std::path::Path::new("../tests/corpus/bundles/base"));
/// # let root = std::fs::read(base.join("roots/1.cose"))?; // pin your own copy in real use
/// # let now = Timestamp::parse("2026-11-23T10:00:00+05:00").unwrap();
/// let device = Device::at(directory.path().join("device"));
/// let mut session = Session::begin(&device, &Update::by_clock(now, Some(&root)))?;
/// let updated = loop {
///     // A host fetches from the network; here the register is a directory.
///     match session.want() {
///         Want::Statement { name, .. } => match std::fs::read(base.join(name.to_string())) {
///             Ok(bytes) => {
///                 session.take(&bytes, 0)?;
///                 session.end()?;
///             }
///             Err(_) => session.status(404)?,
///         },
///         Want::Segment { name, from, .. } => {
///             session.take_file(&base.join(name.to_string()), from)?;
///             session.end()?;
///         }
///         Want::Commit => {
///             if let Some(updated) = session.commit()? {
///                 break updated;
///             }
///         }
///         Want::Failed => unreachable!("errors were returned above"),
///     }
/// };
/// assert_eq!(updated.change, Change::First);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Session {
    device: Device,
    update: Update<'static>,
    root: Option<Vec<u8>>,
    /// What the device knew when the walk began, and the roots stored since then.
    service: Option<Service>,
    /// Whether a kept root no longer supports the bundle in service.
    is_closed: bool,
    walk: Walk,
    /// The bytes of the statement that is being taken.
    body: Vec<u8>,
    /// The bytes of the segment that are stored.
    position: u64,
    /// The bytes of the complete segments.
    finished: u64,
    /// SHA-256 of the manifest whose statements are in `pending/`.
    pending: Option<Hash>,
    /// The segments that this session stores under another name than the one in use.
    renamed: Vec<Hash>,
    /// Whether every page of the segments in use was checked when the walk began.
    is_checked: bool,
    restarts: u32,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session")
            .field("folder", &self.device.folder)
            .field("want", &self.want())
            .finish_non_exhaustive()
    }
}

/// What a walk begins with.
struct Beginning {
    service: Option<Service>,
    is_closed: bool,
    walk: Walk,
    renamed: Vec<Hash>,
    is_checked: bool,
}

impl Session {
    /// Begins an update of `device`. A new device's directory is created.
    ///
    /// # Errors
    /// [`StoreError::NotADevice`], [`StoreError::MemoryLost`], [`StoreError::OtherRoot`], [`StoreError::Busy`] if another
    /// process holds the lock for seconds, [`StoreError::Refused`] for a trust root that cannot be used, and the errors of
    /// writing.
    pub fn begin(device: &Device, update: &Update<'_>) -> Result<Self, StoreError> {
        device.refuse_foreign_folder()?;
        device.make_device_folder()?;
        let device = device.clone();
        let root = update.root.map(<[u8]>::to_vec);
        let update = Update { root: None, ..*update };
        let begun = begin(&device, &update, root.as_deref())?;
        let mut session = Self {
            device,
            update,
            root,
            service: begun.service,
            is_closed: begun.is_closed,
            walk: begun.walk,
            body: Vec::new(),
            position: 0,
            finished: 0,
            pending: None,
            renamed: begun.renamed,
            is_checked: begun.is_checked,
            restarts: 0,
        };
        session.advance()?;
        Ok(session)
    }

    /// Returns the current question. Changes nothing.
    #[must_use]
    pub fn want(&self) -> Want {
        match self.walk.ask() {
            Ask::Statement { name, limit } => Want::Statement { name, limit: limit as u64 },
            Ask::Segment { segment, .. } => Want::Segment {
                name: FileName::Segment(segment.id.root),
                from: self.position,
                length: segment.length(),
            },
            Ask::Commit(_) | Ask::Done(_) => Want::Commit,
            // Storing a root and checking a segment are done before a call returns, unless it fails.
            Ask::Keep(_) | Ask::Check(_) | Ask::Failed(_) => Want::Failed,
        }
    }

    /// Returns how many bytes of the bundle's segments are stored, and how many there are. (0, 0) before the statements are
    /// verified.
    #[must_use]
    pub fn progress(&self) -> (u64, u64) {
        let total = self.walk.plan().map_or(0, |plan| plan.segments.iter().map(Segment::length).sum());
        (self.finished.saturating_add(self.position).min(total), total)
    }

    /// Returns whether the newest kept root no longer supports the bundle in service, which is closed until the next commit. An
    /// error that ends the update is then [`StoreError::ClosedByUpdate`].
    #[must_use]
    pub const fn closes_service(&self) -> bool {
        self.is_closed
    }

    /// Takes bytes of the file that was asked for, which begin at the byte `at` of it: where the last ones ended, or at
    /// 0 if the source starts over. Bytes past the file's maximum length are ignored.
    ///
    /// # Errors
    /// [`UpdateError::WrongAnswer`] if no file was asked for or `at` is another place, which changes nothing;
    /// [`StoreError::Busy`] if another process has truncated the file, or uses it now (the next [`Session::want`] says
    /// where to continue); [`UpdateError::Moved`] if that happened several times, which ends the session; the errors of
    /// writing.
    pub fn take(&mut self, bytes: &[u8], at: u64) -> Result<(), StoreError> {
        match self.walk.ask() {
            Ask::Statement { limit, .. } => {
                if at == 0 {
                    self.body.clear();
                }
                if at != self.body.len() as u64 {
                    return Err(UpdateError::WrongAnswer.into());
                }
                let room = (limit + 1).saturating_sub(self.body.len()).min(bytes.len());
                self.body.extend_from_slice(&bytes[..room]);
                Ok(())
            }
            Ask::Segment { segment, .. } => {
                let (root, length) = (segment.id.root, segment.length());
                let path = self.device.segment(&root, self.is_second(&root));
                if at == 0 && self.position > 0 {
                    // The source cannot continue in the middle of a file.
                    if !self.device.cut_part(&root, self.is_second(&root), 0)? {
                        // The bytes do not answer the new question.
                        let restarted = self.restart();
                        self.and_closed(restarted)?;
                        return Err(StoreError::Busy { folder: self.device.folder.clone() });
                    }
                    self.position = 0;
                }
                if at != self.position {
                    return Err(UpdateError::WrongAnswer.into());
                }
                let room = usize::try_from(length.saturating_sub(at)).unwrap_or(usize::MAX).min(bytes.len());
                match self.device.write_part(&path, &bytes[..room], at) {
                    Ok(end) => {
                        self.position = end;
                        Ok(())
                    }
                    Err(error) => {
                        self.position = self.device.part_length(&path)?.min(length);
                        Err(error)
                    }
                }
            }
            _ => Err(UpdateError::WrongAnswer.into()),
        }
    }

    /// Takes the bytes of a downloaded file, which begin at the byte `at` of the file that was asked for. [`Session::end`] must
    /// follow.
    ///
    /// # Errors
    /// As for [`Session::take`], and [`StoreError::File`] if it cannot be read.
    pub fn take_file(&mut self, path: &Path, at: u64) -> Result<(), StoreError> {
        use std::io::Read;
        let mut file = open_regular(path).map_err(StoreError::file(path))?;
        let (mut at, mut chunk) = (at, vec![0; CHUNK]);
        loop {
            let read = file.read(&mut chunk).map_err(StoreError::file(path))?;
            if read == 0 {
                return Ok(());
            }
            self.take(&chunk[..read], at)?;
            at += read as u64;
            if let Want::Statement { limit: length, .. } | Want::Segment { length, .. } = self.want()
                && at > length
            {
                return Ok(());
            }
        }
    }

    /// Ends the file that was asked for: its last byte was taken.
    ///
    /// # Errors
    /// [`StoreError::Source`] for an incomplete segment: the received bytes are stored, and [`Session::want`] says
    /// where to continue. [`StoreError::Refused`], [`StoreError::Segment`] and others for a file that is not the signed
    /// one, which end the update; [`StoreError::Write`] and similar errors if the disk fails.
    /// [`StoreError::ClosedByUpdate`] instead of an error that ends the update, if [`Session::closes_service`].
    pub fn end(&mut self) -> Result<(), StoreError> {
        let result = self.end_file();
        self.and_closed(result)
    }

    fn end_file(&mut self) -> Result<(), StoreError> {
        match self.walk.ask() {
            Ask::Statement { .. } => {
                let body = std::mem::take(&mut self.body);
                self.walk.answer(Answer::Bytes(&body))?;
            }
            Ask::Segment { segment, .. } if self.position < segment.length() => {
                let source = SourceError::Truncated { length: self.position, expected: segment.length() };
                return Err(StoreError::Source {
                    name: FileName::Segment(segment.id.root).to_string(),
                    source,
                });
            }
            Ask::Segment { .. } => self.walk.answer(Answer::Stored)?,
            _ => return Err(UpdateError::WrongAnswer.into()),
        }
        self.advance()
    }

    /// Reports the HTTP status received instead of the file; 404 for a file that a directory does not have.
    ///
    /// # Errors
    /// Those of the walk, which end the update ([`StoreError::ClosedByUpdate`] if [`Session::closes_service`]);
    /// [`UpdateError::WrongAnswer`] if no file was asked for.
    pub fn status(&mut self, status: u16) -> Result<(), StoreError> {
        self.body.clear();
        let result = self.walk.answer(Answer::Status(status)).map_err(StoreError::from);
        let result = result.and_then(|()| self.advance());
        self.and_closed(result)
    }

    /// Puts the verified bundle into service atomically. Returns `None` if another session has changed the device and
    /// the update must continue: call [`Session::want`] again.
    ///
    /// # Errors
    /// [`UpdateError::WrongAnswer`] if it was not asked for; [`UpdateError::Moved`] if other sessions were faster
    /// several times, which ends this one; the errors of writing, after which either the old or the new bundle is in
    /// service. [`StoreError::ClosedByUpdate`] instead of an error that ends the session, if
    /// [`Session::closes_service`].
    pub fn commit(&mut self) -> Result<Option<Updated>, StoreError> {
        let (plan, is_new) = match self.walk.ask() {
            Ask::Commit(plan) => (plan.clone(), true),
            Ask::Done(_) => match self.walk.plan() {
                Some(plan) => (plan.clone(), false),
                None => return Err(UpdateError::WrongAnswer.into()),
            },
            _ => return Err(UpdateError::WrongAnswer.into()),
        };
        let before = self.service.as_ref().and_then(|service| service.in_use.clone());
        if is_new {
            if !self.device.commit(&plan, self)? {
                let restarted = self.restart();
                return self.and_closed(restarted).map(|()| None);
            }
            self.walk.answer(Answer::Committed)?;
            self.is_closed = false;
        } else {
            self.correct_clock(&plan)?;
        }
        if self.is_checked {
            // Damaged files are replaced.
            self.device.full_check_done();
        }
        Ok(Some(Updated::new(&plan, before.as_ref())))
    }

    /// Stores the corrected time of a device whose clock ran ahead, even if nothing else is new.
    fn correct_clock(&self, plan: &Plan) -> Result<(), StoreError> {
        if self.update.clock != Clock::Corrected {
            return Ok(());
        }
        let _lock = self.device.lock()?;
        let memory = self.device.recall()?;
        let Some(service) = memory.service() else { return Ok(()) };
        let before = self.update.clock.before(service.latest_clock);
        let latest_clock = self.update.latest_clock(before, &plan.report);
        self.device.remember(&memory, Service { latest_clock, ..service.clone() }).map(drop)
    }

    /// Wraps an error that ended the update if the bundle in service is closed, so that a host need not query both. An
    /// error after which the session asks for something keeps its number: the host continues.
    fn and_closed(&self, result: Result<(), StoreError>) -> Result<(), StoreError> {
        match result {
            Err(StoreError::Update(UpdateError::WrongAnswer)) | Ok(()) => result,
            Err(error) if self.want() == Want::Failed => Err(self.last_error(error)),
            Err(_) => result,
        }
    }

    /// Returns the error to report if the host ends the update with `error`: [`StoreError::ClosedByUpdate`] if the
    /// bundle in service is closed.
    pub(super) fn last_error(&self, error: StoreError) -> StoreError {
        match error {
            StoreError::ClosedByUpdate { .. } => error,
            error if self.is_closed => {
                StoreError::ClosedByUpdate { folder: self.device.folder.clone(), source: Box::new(error) }
            }
            error => error,
        }
    }

    pub(super) const fn update(&self) -> &Update<'static> {
        &self.update
    }

    /// Returns the hash of the root to set the device up with, and where it came from.
    pub(super) fn anchor(&self, plan: &Plan) -> Result<(Hash, Anchor), StoreError> {
        let first = plan.statements.roots.first().map_or(&plan.root, |(_, bytes)| bytes);
        Ok((KnownRoot::of(self.root.as_deref().unwrap_or(first))?.hash, plan.anchor))
    }

    /// Returns the root that the device trusted when the walk began, or that this session stored last.
    pub(super) fn known_root(&self) -> Option<&[u8]> {
        self.service.as_ref().map(|service| service.root.as_slice())
    }

    /// Returns whether this session stores a segment under its second name.
    pub(super) fn is_second(&self, root: &Hash) -> bool {
        let in_use = self.service.as_ref().is_some_and(|service| service.has_second_name(root));
        in_use != self.renamed.contains(root)
    }

    /// Begins the walk again from what is stored now. After several restarts the session ends: otherwise a host that
    /// retries after each error would continue for as long as other sessions are faster.
    fn restart(&mut self) -> Result<(), StoreError> {
        if self.restarts == MAX_RESTARTS {
            return Ok(self.walk.answer(Answer::Moved)?);
        }
        self.restarts += 1;
        let begun = begin(&self.device, &self.update, self.root.as_deref())?;
        (self.service, self.is_closed, self.walk) = (begun.service, begun.is_closed, begun.walk);
        (self.renamed, self.is_checked, self.pending) = (begun.renamed, begun.is_checked, None);
        self.advance()
    }

    /// Answers the questions that need no network, up to the next one for the host.
    fn advance(&mut self) -> Result<(), StoreError> {
        loop {
            match self.walk.ask() {
                Ask::Keep(root) => {
                    let kept = self.device.keep(root.bytes, self.known_root(), self.root.as_deref())?;
                    let Some(service) = kept else { return self.restart() };
                    self.is_closed = self.device.is_closed(&service, self.update.now);
                    self.service = Some(service);
                    self.walk.answer(Answer::Kept)?;
                }
                Ask::Statement { name, .. } => {
                    // It is named by its hash and verified again, so it does not matter who fetched it.
                    let Some(bytes) = self.device.pending_statement(name) else { return Ok(()) };
                    self.walk.answer(Answer::Bytes(&bytes))?;
                }
                Ask::Segment { segment, .. } => {
                    let (root, length) = (segment.id.root, segment.length());
                    self.prepare()?;
                    let is_second = self.is_second(&root);
                    let path = self.device.segment(&root, is_second);
                    self.position = self.device.part_length(&path)?;
                    if self.position > length {
                        if !self.device.cut_part(&root, is_second, 0)? {
                            return self.restart();
                        }
                        self.position = 0;
                    }
                    if self.position < length {
                        return Ok(());
                    }
                    self.walk.answer(Answer::Stored)?;
                }
                Ask::Check(segment) => {
                    let segment = segment.clone();
                    self.prepare()?;
                    self.check(&segment)?;
                }
                Ask::Commit(plan) => {
                    self.finished = plan.segments.iter().map(Segment::length).sum();
                    self.position = 0;
                    return Ok(());
                }
                Ask::Done(report) => {
                    (self.finished, self.position) = (report.held, 0);
                    return Ok(());
                }
                Ask::Failed(error) => return Err(error.clone().into()),
            }
        }
    }

    /// Syncs a complete segment and checks every page. A segment that is not the signed one is truncated at its first
    /// bad page.
    fn check(&mut self, segment: &Segment) -> Result<(), StoreError> {
        let (root, is_second) = (segment.id.root, self.is_second(&segment.id.root));
        let path = self.device.segment(&root, is_second);
        self.device.sync_part(&path)?;
        self.position = segment.length();
        let checked = self.walk.check(&SegmentFile::new(root, path), || {});
        let again = match self.walk.ask() {
            Ask::Segment { segment: next, from } if next.id.root == root => Some(from),
            // The next update could not use it either.
            Ask::Failed(_) => Some(0),
            _ => None,
        };
        match again {
            Some(from) => {
                let is_cut = self.device.cut_part(&root, is_second, from)?;
                if !is_cut && checked.is_ok() {
                    return self.restart();
                }
            }
            None => {
                self.finished = self.finished.saturating_add(segment.length());
                self.position = 0;
            }
        }
        Ok(checked?)
    }

    /// Writes the statements of the plan to `pending/`, before the first segment is asked for.
    fn prepare(&mut self) -> Result<(), StoreError> {
        let Some(plan) = self.walk.plan() else { return Ok(()) };
        let manifest = sha256(&[&plan.statements.manifest]);
        if self.pending == Some(manifest) {
            return Ok(());
        }
        let whole = plan.segments.iter().filter(|segment| plan.holds(segment)).map(Segment::length).sum();
        self.device.prepare(plan)?;
        (self.pending, self.finished) = (Some(manifest), whole);
        Ok(())
    }
}

/// Reads what is stored, and begins a walk with it.
fn begin(device: &Device, update: &Update<'_>, root: Option<&[u8]>) -> Result<Beginning, StoreError> {
    let memory = device.ready()?;
    let service = memory.service().map(|service| Service {
        latest_clock: update.clock.before(service.latest_clock),
        ..service.clone()
    });
    check_given_root(service.as_ref(), root)?;
    let latest_clock = service.as_ref().map_or(Timestamp(0), |service| service.latest_clock);
    let now = update.now.max(latest_clock);
    let in_use = service.as_ref().and_then(|service| service.in_use.clone());
    let serving = match (&service, &in_use) {
        (Some(service), Some(in_use)) => Some(device.in_service(service, in_use, now)),
        _ => None,
    };
    let is_closed = matches!(serving, Some(Err(StoreError::Closed { .. })));
    let serving = serving.and_then(Result::ok);
    let options = match (&service, root) {
        (Some(service), _) => OpenOptions::kept(&service.root, service.anchored, now),
        (None, Some(root)) => OpenOptions::pinned(root, now),
        (None, None) => OpenOptions::on_first_use(now),
    };
    let options =
        options.trusted_state(in_use.as_ref().map(|in_use| &in_use.trusted_state)).latest_clock(latest_clock);
    let altered = serving.as_ref().and_then(|serving| altered(device, serving, update));
    let is_checked = altered.is_some();
    let (held, renamed) = held(device, service.as_ref(), serving.as_ref(), &altered.unwrap_or_default())?;
    let walk = Walk::begin(options, held)?;
    Ok(Beginning { service, is_closed, walk, renamed, is_checked })
}

/// Checks that the root given is one that the device was set up with or trusts now.
fn check_given_root(service: Option<&Service>, given: Option<&[u8]>) -> Result<(), StoreError> {
    let (Some(service), Some(given)) = (service, given) else { return Ok(()) };
    check_root(service.anchor, KnownRoot::of(&service.root)?, given)
}

/// Returns the statements in service and the segments that are stored, and the segments in use that are damaged, `altered` or of
/// a wrong length: they are fetched under their other names.
fn held(
    device: &Device,
    service: Option<&Service>,
    serving: Option<&InService>,
    altered: &[Hash],
) -> Result<(Held, Vec<Hash>), StoreError> {
    let mut segments = Vec::new();
    let mut renamed = Vec::new();
    if let Some(serving) = serving {
        let snapshot = &serving.snapshot;
        let damaged = snapshot.pages().damage(snapshot.segments());
        for segment in snapshot.segments() {
            let (root, length) = (segment.id.root, segment.length());
            if damaged.iter().any(|damage| damage.id == segment.id) || altered.contains(&root) {
                renamed.push(root);
            } else {
                segments.push(HeldSegment { root, length, is_committed: true });
            }
        }
    }
    // Everything else is a part, whatever its length.
    for (root, is_second) in device.parts()? {
        let in_use = service.is_some_and(|service| service.has_second_name(&root));
        let is_known = segments.iter().any(|held| held.root == root);
        if !is_known && is_second == (in_use != renamed.contains(&root)) {
            let length = device.part_length(&device.segment(&root, is_second))?;
            segments.push(HeldSegment { root, length, is_committed: false });
        }
    }
    let statements = serving.map(|serving| serving.snapshot.pages().statements().clone());
    Ok((Held { statements, segments }, renamed))
}

/// Authenticates the segments in use and returns those that are not the signed ones. Returns `None` if only a slice was
/// checked and had no fault; after one bad page all others are checked.
fn altered(device: &Device, serving: &InService, update: &Update<'_>) -> Option<Vec<Hash>> {
    if !update.full_check && !device.asks_for_check() && slice_is_signed(serving, update) {
        return None;
    }
    let pages = serving.snapshot.pages();
    let is_bad = |segment: &&Segment| check_segment(pages, segment, || {}).is_err();
    Some(serving.snapshot.segments().filter(is_bad).map(|segment| segment.id.root).collect())
}

/// Authenticates a slice of the segments in use, which the clock chooses.
fn slice_is_signed(serving: &InService, update: &Update<'_>) -> bool {
    let snapshot = &serving.snapshot;
    let segments: Vec<&Segment> = snapshot.segments().collect();
    let mut choices = Choices { seed: sha256(&[&update.now.0.to_be_bytes()]), used: 0 };
    let pages: usize = segments.iter().map(|segment| segment.pages as usize).sum();
    let mut left = MAX_SLICE / PAGE_SIZE;
    for _ in 0..segments.len() {
        // Larger segments are chosen more often.
        let mut place = choices.below(pages);
        let chosen = segments.iter().find(|segment| {
            let is_here = place < segment.pages as usize;
            place = place.saturating_sub(segment.pages as usize);
            is_here
        });
        // An index page has at most 113 children: a hash and the least key of each.
        let Some(segment) = chosen.filter(|_| left >= 128) else { break };
        let each = || left = left.saturating_sub(1);
        if check_part(snapshot.pages(), segment, |children| choices.below(children), each).is_err() {
            return false;
        }
    }
    true
}

/// Numbers that depend on the clock alone.
struct Choices {
    seed: Hash,
    used: usize,
}

impl Choices {
    fn below(&mut self, limit: usize) -> usize {
        if self.used + 4 > self.seed.len() {
            (self.seed, self.used) = (sha256(&[&self.seed]), 0);
        }
        let bytes = self.seed[self.used..self.used + 4].iter();
        self.used += 4;
        bytes.fold(0, |number, byte| number << 8 | usize::from(*byte)).checked_rem(limit).unwrap_or(0)
    }
}
