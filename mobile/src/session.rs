//! An update of a device whose app brings the network.

use std::path::Path;
use std::sync::{Mutex, MutexGuard};
use std::time::SystemTime;

use rastau_core::update::UpdateError;
use rastau_store::{self as store, Device, StoreError};

use crate::device::{DeviceUpdate, options};
use crate::error::RastauError;
use crate::values::count;
use crate::verifier::pinned;

/// What a session asks of the app.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum Want {
    /// Fetch a signed statement from the register's base address, past caches: its bytes with `take` from 0 on, at most `limit`
    /// and one more, then `end`; or the HTTP status received instead, with `status`.
    Statement {
        /// The file's name below the base address, for example `fresh.cose`.
        name: String,
        /// The largest number of bytes that it can have.
        limit: i64,
    },
    /// Fetch a segment, from the byte `from` on if the server can do that, without a content encoding: its bytes with `take`
    /// or a file with `takeFile`, then `end`; or `status`.
    Segment {
        /// The file's name below the base address.
        name: String,
        /// The number of bytes that are stored.
        from: i64,
        /// The length of the whole file in bytes, as signed.
        length: i64,
    },
    /// Everything is stored and verified: call `commit`.
    Commit,
    /// The update ended with an error, which an earlier call threw.
    Failed,
}

/// How far an update has come, in bytes of the bundle's segments. 0 of 0 before the statements are verified.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct UpdateProgress {
    /// The bytes that are stored.
    pub stored: i64,
    /// The bytes that the bundle has.
    pub total: i64,
}

/// An update of a device's directory for an app with its own network client. It asks for files with `want` and is answered with
/// the other calls, until `commit` returns a result. Nothing that it is given is trusted. `mobile/README.md` has an example, and
/// says what an app must do and may never do.
///
/// Calls read and write the disk and can wait 15 seconds for another process: make them off the main thread. Several threads may
/// make them; they are made one after another. No call waits for a network, and no lock is held between two calls, so that the
/// app may be suspended there. It may be ended at any time too: a new session does not ask again for what is stored. The bundle
/// that was active stays active until a commit succeeds, unless `closesService` says otherwise. An error that ends the update is
/// then `DEVICE_CLOSED_BY_UPDATE`, and its `reason` has the cause too.
#[derive(Debug, uniffi::Object)]
pub struct UpdateSession {
    /// Poisoned by a fault of the library inside a call, which may have left the session incomplete.
    session: Mutex<store::Session>,
}

#[uniffi::export]
impl UpdateSession {
    /// Begins an update of the directory `folder`; a new one is made. The other arguments are those of `Device.update`.
    #[uniffi::constructor(default(now = None, clock_corrected = false, full_check = false, first_use = false))]
    pub fn begin(
        folder: &str,
        trust_root: Vec<u8>,
        now: Option<SystemTime>,
        clock_corrected: bool,
        full_check: bool,
        first_use: bool,
    ) -> Result<Self, RastauError> {
        let root = pinned(&trust_root, first_use)?;
        let update = options(root, now, clock_corrected, full_check)?;
        let session = store::Session::begin(&Device::at(folder), &update)?;
        Ok(Self { session: Mutex::new(session) })
    }

    /// Returns what the session asks for. It may be repeated and changes nothing.
    #[must_use]
    pub fn want(&self) -> Want {
        let Ok(session) = self.session.lock() else { return Want::Failed };
        match session.want() {
            store::Want::Statement { name, limit } => {
                Want::Statement { name: name.to_string(), limit: count(limit) }
            }
            store::Want::Segment { name, from, length } => {
                Want::Segment { name: name.to_string(), from: count(from), length: count(length) }
            }
            store::Want::Commit => Want::Commit,
            store::Want::Failed => Want::Failed,
        }
    }

    /// Takes bytes of the file that was asked for, which begin at the byte `at` of it: where the last ones ended, at first
    /// `from`, or 0 if the server starts over. Bytes past the file's maximum length are ignored.
    ///
    /// Throws `WRONG_ANSWER` if no file was asked for or `at` is another place, which changes nothing; `DEVICE_BUSY` if another
    /// process has changed the file: `want` says where to continue.
    pub fn take(&self, bytes: Vec<u8>, at: i64) -> Result<(), RastauError> {
        self.open().take(&bytes, place(at)?).map_err(RastauError::from)
    }

    /// Takes the bytes of a downloaded file, which begin at the byte `at` of the file that was asked for, as `take` does. The
    /// downloaded file is only read. `end` must follow.
    pub fn take_file(&self, path: &str, at: i64) -> Result<(), RastauError> {
        self.open().take_file(Path::new(path), place(at)?).map_err(RastauError::from)
    }

    /// Ends the file that was asked for: its last byte was taken. The file is checked, a segment page by page.
    ///
    /// Throws `SOURCE` if a segment is not complete: the received bytes are stored, and `want` says where to continue. After
    /// another error `want` says whether the session has failed.
    pub fn end(&self) -> Result<(), RastauError> {
        self.open().end().map_err(RastauError::from)
    }

    /// Reports the HTTP status received instead of the file: every one but success, unchanged. Without any answer (no network)
    /// report nothing: try again, or close the session.
    pub fn status(&self, status: i32) -> Result<(), RastauError> {
        let status = u16::try_from(status).map_err(|_| StoreError::from(UpdateError::WrongAnswer))?;
        self.open().status(status).map_err(RastauError::from)
    }

    /// Activates the verified bundle atomically. None means that another update has changed the device, and this one continues with
    /// `want`.
    pub fn commit(&self) -> Result<Option<DeviceUpdate>, RastauError> {
        Ok(self.open().commit()?.map(DeviceUpdate::from))
    }

    /// Returns how many bytes are stored, and how many there are.
    #[must_use]
    pub fn progress(&self) -> UpdateProgress {
        let (stored, total) = self.session.lock().map_or((0, 0), |session| session.progress());
        UpdateProgress { stored: count(stored), total: count(total) }
    }

    /// Returns whether the register has replaced the keys of the active bundle, which answers nothing until the next commit.
    #[must_use]
    pub fn closes_service(&self) -> bool {
        self.session.lock().is_ok_and(|session| session.closes_service())
    }
}

impl UpdateSession {
    /// Returns the session for a step that changes it.
    ///
    /// # Panics
    /// After a fault of the library in an earlier step: the app gets that fault again instead of an incomplete session.
    pub(crate) fn open(&self) -> MutexGuard<'_, store::Session> {
        self.session.lock().expect("an earlier call of this session had a fault; begin another one")
    }
}

/// Reads a place in a file. A negative one is never where the last bytes ended.
fn place(at: i64) -> Result<u64, StoreError> {
    u64::try_from(at).map_err(|_| UpdateError::WrongAnswer.into())
}
