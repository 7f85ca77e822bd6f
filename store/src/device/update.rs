//! An update from a source that is read synchronously: a loop over a session.

use std::io::{self, Read};

use rastau_core::calendar::Timestamp;
use rastau_core::snapshot::{Anchor, FileName, KnownRoot};
use rastau_core::update::{Change, Plan, Report};

use super::session::{CHUNK, Session, Want};
use super::{CHECK, Device, LOCK, PENDING, memory};
use crate::error::{SourceError, StoreError};
use crate::source::{Body, Reply, Source};
use crate::state::InUse;

/// How often an update continues after a conflict with another one or an interrupted transfer, plus once for each MiB
/// stored: a server cannot make an update endless by sending a few bytes at a time.
const MAX_TRIES: u64 = 8;

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
    /// Whether every page of the segments in use is authenticated first. Otherwise at most 1 MiB of them is, a
    /// different part each time, unless damage is found there or by a reader ([`Device::open`]). Every page is
    /// authenticated whenever it is read.
    pub full_check: bool,
}

impl<'a> Update<'a> {
    /// Returns the options for a device whose clock shows `now`, with the trust root for a new device.
    #[must_use]
    pub const fn by_clock(now: Timestamp, root: Option<&'a [u8]>) -> Self {
        Self { now, clock: Clock::Device, root, full_check: false }
    }

    /// Returns the latest time of the device's clock that is known after an update.
    pub(super) fn latest_clock(&self, before: Timestamp, report: &Report) -> Timestamp {
        match self.clock {
            Clock::Hypothetical => before,
            Clock::Device | Clock::Corrected => {
                before.max(super::plausible(report.newest_signed, report.not_after, self.now))
            }
        }
    }
}

/// How a device treats the present time of an update.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The time is that of the device's clock, and it is stored.
    Device,
    /// The time is another one that a user asks about, and it is not stored.
    Hypothetical,
    /// The time is that of the device's clock, which ran ahead and was corrected: the stored time is replaced.
    Corrected,
}

impl Clock {
    /// Returns the part of the stored time that counts.
    pub(super) fn before(self, latest_clock: Timestamp) -> Timestamp {
        if self == Self::Corrected { Timestamp(0) } else { latest_clock }
    }
}

/// The result of an update.
#[derive(Debug, Clone)]
pub struct Updated {
    /// What changed.
    pub change: Change,
    /// The trust root in use, the newest of its chain.
    pub root: KnownRoot,
    /// Whether its chain began at a root that was read from the source itself and verified against nothing: compare the fingerprint of
    /// `root` with the one that the register's operator publishes.
    pub on_trust: bool,
    /// The epoch and version of the active manifest.
    pub manifest: (u64, u64),
    /// The instant of the register's state that it holds.
    pub as_of: Timestamp,
    /// The instant of the newest freshness statement.
    pub checked_at: Timestamp,
    /// Whether the source's freshness statement is older than the active one, which is kept.
    pub source_is_behind: bool,
    /// Whether the register has a newer trust root that this program cannot use.
    pub needs_newer_program: bool,
    /// The number of bytes of segments that had to be read from the source.
    pub fetched: u64,
    /// The number of bytes of segments that the device had already.
    pub kept: u64,
}

impl Updated {
    /// Returns the result of an update of a device that had `before` in use.
    pub(super) fn new(plan: &Plan, before: Option<&InUse>) -> Self {
        let report = &plan.report;
        let change = plan.change(before.map(|before| &before.trusted_state));
        Self {
            change,
            root: plan.trusted_state.root,
            on_trust: before.is_none() && plan.anchor == Anchor::FirstUse,
            manifest: report.manifest,
            as_of: report.as_of,
            checked_at: report.checked_at,
            source_is_behind: report.source_is_behind,
            needs_newer_program: report.needs_newer_program,
            fetched: report.to_fetch,
            kept: report.held,
        }
    }
}

impl Device {
    /// Activates the bundle that `source` publishes, if it is newer and every byte of it is what was signed. After an error
    /// other than [`StoreError::ClosedByUpdate`] the bundle that was active before is active and complete. `progress` gets the
    /// number of bytes of segments that are stored and their total.
    ///
    /// This is a loop over a [`Session`]. The next update does not fetch again what was stored before an error.
    ///
    /// # Errors
    /// [`StoreError::Refused`] for statements that do not verify, a rollback included; [`StoreError::Segment`] for a segment
    /// that was not signed; [`StoreError::NotThere`] and [`StoreError::Source`] where the source fails;
    /// [`StoreError::Full`], [`StoreError::ReadOnly`] and [`StoreError::Write`] where the disk does;
    /// [`StoreError::Busy`], [`StoreError::NotADevice`], [`StoreError::MemoryLost`], [`StoreError::OtherRoot`].
    /// [`StoreError::ClosedByUpdate`] with one of these if the update closes the bundle that was active.
    pub fn update(
        &self,
        source: &dyn Source,
        update: &Update<'_>,
        progress: &mut dyn FnMut(u64, u64),
    ) -> Result<Updated, StoreError> {
        let mut session = Session::begin(self, update)?;
        let mut tries = 0;
        loop {
            match drive(&mut session, source, progress) {
                Ok(Some(updated)) => return Ok(updated),
                Ok(None) => {}
                // The next question says where to continue.
                Err(error)
                    if can_go_on(&session, &error) && tries < MAX_TRIES + (session.progress().0 >> 20) =>
                {
                    tries += 1;
                }
                // This loop also ends on errors from which a host could continue, such as those of the source.
                Err(error) => return Err(session.last_error(error)),
            }
        }
    }

    /// Rejects a directory with other files in it: it may be a bundle, or the user's own.
    pub(super) fn refuse_foreign_folder(&self) -> Result<(), StoreError> {
        // The names that file systems create in an empty directory, and those of a device.
        let known = ["lost+found", "System Volume Information", LOCK, "a", "b", "segments", PENDING, CHECK];
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

/// Returns whether an update can continue after an error: another session has changed the file that is being fetched,
/// or the transfer of a segment was interrupted.
fn can_go_on(session: &Session, error: &StoreError) -> bool {
    use io::ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, UnexpectedEof};
    match error {
        StoreError::Busy { .. } => session.want() != Want::Failed,
        StoreError::Source { source, .. } if matches!(session.want(), Want::Segment { .. }) => match source {
            SourceError::Truncated { .. } => true,
            SourceError::Io(error) => {
                matches!(error.kind(), BrokenPipe | ConnectionAborted | ConnectionReset | UnexpectedEof)
            }
            _ => false,
        },
        _ => false,
    }
}

/// Answers one question of the session. Returns the result when the update is complete.
fn drive(
    session: &mut Session,
    source: &dyn Source,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Option<Updated>, StoreError> {
    let (name, from, limit) = match session.want() {
        Want::Statement { name, limit } => (name, 0, limit),
        Want::Segment { name, from, length } => (name, from, length),
        Want::Commit | Want::Failed => {
            let updated = session.commit()?;
            let (done, total) = session.progress();
            progress(done, total);
            return Ok(updated);
        }
    };
    match source.open(&name.to_string(), from, limit)? {
        Reply::Status(status) => session.status(status)?,
        Reply::Body(body) => {
            take(session, name, body, limit, progress)?;
            session.end()?;
        }
    }
    Ok(None)
}

/// Gives the session the bytes of a file, at most one more than the limit.
fn take(
    session: &mut Session,
    name: FileName,
    body: Body<'_>,
    limit: u64,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<(), StoreError> {
    let (mut at, mut chunk) = (body.at, vec![0; CHUNK]);
    let mut reader = body.reader.take(limit.saturating_sub(at).saturating_add(1));
    loop {
        match reader.read(&mut chunk) {
            Ok(0) => return Ok(()),
            Ok(read) => {
                session.take(&chunk[..read], at)?;
                at += read as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(StoreError::Source { name: name.to_string(), source: error.into() }),
        }
        let (done, total) = session.progress();
        progress(done, total);
    }
}
