//! An update of a device whose host brings the network.

use std::ffi::c_char;
use std::path::Path;

use rastau_core::error::ErrorCode;
use rastau_store::{self as store, Device, StoreError};

use crate::device::{UpdateOptions, change_code};
use crate::status::Failure;
use crate::types::{
    RASTAU_CHANGE_AGAIN, RASTAU_NAME_SIZE, RASTAU_WANT_COMMIT, RASTAU_WANT_FAILED, RASTAU_WANT_SEGMENT,
    RASTAU_WANT_STATEMENT, Want,
};

/// An update of a device's directory for a program with its own network client. It asks for files (`rastau_session_want`) and is
/// answered with the other calls. Unlike other handles it changes: only one thread may use it at a time. Which thread does not
/// matter, and several sessions of one directory may run at once, in several processes too. Free it with `rastau_session_free`,
/// at any point; a new session continues from what is stored.
#[derive(Debug)]
pub struct Session {
    /// `None` after a fault of the library inside a call, which may have left it incomplete.
    session: Option<Box<store::Session>>,
}

// A handle may go from one thread to another.
const _: () = {
    const fn sent<T: Send>() {}
    sent::<Session>();
};

impl Session {
    /// Begins an update of `folder`.
    pub(crate) fn begin(folder: &str, options: &UpdateOptions<'_>) -> Result<Self, Failure> {
        let session =
            store::Session::begin(&Device::at(folder), &options.update()).map_err(Failure::store)?;
        Ok(Self { session: Some(Box::new(session)) })
    }

    /// Returns the present question, for a caller's struct of `size` bytes.
    pub(crate) fn want(&self, size: usize) -> Want {
        let want = self.session.as_ref().map_or(store::Want::Failed, |session| session.want());
        let closes_service = self.session.as_ref().is_some_and(|session| session.closes_service());
        let (kind, name, from, length) = match want {
            store::Want::Statement { name, limit } => (RASTAU_WANT_STATEMENT, name.to_string(), 0, limit),
            store::Want::Segment { name, from, length } => {
                (RASTAU_WANT_SEGMENT, name.to_string(), from, length)
            }
            store::Want::Commit => (RASTAU_WANT_COMMIT, String::new(), 0, 0),
            store::Want::Failed => (RASTAU_WANT_FAILED, String::new(), 0, 0),
        };
        let mut text = [0; RASTAU_NAME_SIZE];
        // A name is ASCII and shorter than the array, so that a NUL follows it.
        for (to, byte) in text.iter_mut().zip(name.bytes()) {
            *to = byte as c_char;
        }
        Want {
            size,
            kind,
            closes_service: closes_service.into(),
            name: text,
            name_len: name.len(),
            from,
            length,
        }
    }

    /// Returns the bytes of segments that are stored, and their total.
    pub(crate) fn progress(&self) -> (u64, u64) {
        self.session.as_ref().map_or((0, 0), |session| session.progress())
    }

    pub(crate) fn take(&mut self, bytes: &[u8], at: u64) -> Result<(), Failure> {
        self.step(|session| session.take(bytes, at))
    }

    pub(crate) fn take_file(&mut self, path: &str, at: u64) -> Result<(), Failure> {
        self.step(|session| session.take_file(Path::new(path), at))
    }

    pub(crate) fn end(&mut self) -> Result<(), Failure> {
        self.step(store::Session::end)
    }

    pub(crate) fn status(&mut self, status: u16) -> Result<(), Failure> {
        self.step(|session| session.status(status))
    }

    /// Puts the bundle into service; returns one of `RASTAU_CHANGE_…`.
    pub(crate) fn commit(&mut self) -> Result<i32, Failure> {
        let updated = self.step(store::Session::commit)?;
        Ok(updated.map_or(RASTAU_CHANGE_AGAIN, |updated| change_code(updated.change)))
    }

    /// Makes a step that changes the session. A session in which a step panics is not used again.
    pub(crate) fn step<T>(
        &mut self,
        step: impl FnOnce(&mut store::Session) -> Result<T, StoreError>,
    ) -> Result<T, Failure> {
        let mut session = self.session.take().ok_or(Failure::Call(ErrorCode::Panic))?;
        let result = step(&mut session);
        self.session = Some(session);
        result.map_err(Failure::store)
    }
}
