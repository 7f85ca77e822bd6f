//! The stored state of a device: one state in two files.
//!
//! Both files have the same content, except during a change. The change takes effect when the first file is synced; until
//! then the second one has the complete old state. If one file is damaged later, nothing is lost, because the other one
//! has the same state. If the other one had the previous state, the damage would cause a rollback.

use std::io::{self, Read};
use std::path::PathBuf;
use std::time::Duration;

use super::Device;
use crate::disk::Disk;
use crate::error::StoreError;
use crate::files::open_regular;
use crate::state::{MAX_STATE, Service, Slot, State};

/// The files, in the order in which a change writes them.
pub(super) const FILES: [&str; 2] = ["state-a", "state-b"];
/// The maximum number of attempts to read: a reader has no lock and may read each file while it is being written.
const MAX_TRIES: u32 = 40;
/// The pause between two attempts.
const PAUSE: Duration = Duration::from_millis(5);

/// The content of the two files.
pub(super) struct Memory {
    newest: Option<State>,
    /// The index of the file with the newest state.
    at: usize,
    /// Whether both files have the same state.
    agree: bool,
}

impl Memory {
    pub(super) fn service(&self) -> Option<&Service> {
        self.newest.as_ref()?.service.as_ref()
    }

    /// Returns the sequence number; 0 without a state.
    pub(super) fn sequence(&self) -> u64 {
        self.newest.as_ref().map_or(0, |state| state.sequence)
    }

    /// Returns whether both files have the same state.
    pub(super) const fn agrees(&self) -> bool {
        self.agree
    }
}

impl Device {
    /// Reads the state. A device that has never been updated has no state and no bundles. Bundles without a state are an error
    /// and never a new device.
    pub(super) fn recall(&self) -> Result<Memory, StoreError> {
        let mut tries = 0;
        loop {
            let mut exists = false;
            let mut states = [None, None];
            for (state, name) in states.iter_mut().zip(FILES) {
                let bytes = self.read_state(name)?;
                exists |= bytes.is_some();
                *state = bytes.and_then(|bytes| State::read(&bytes));
            }
            let [a, b] = states;
            let agree = a == b && a.is_some();
            let sequence = |state: &Option<State>| state.as_ref().map_or(0, |state| state.sequence);
            let at = usize::from(sequence(&b) > sequence(&a));
            let newest = if at == 0 { a } else { b };
            tries += 1;
            if newest.is_some() {
                return Ok(Memory { newest, at, agree });
            }
            if exists && tries < MAX_TRIES {
                std::thread::sleep(PAUSE);
                continue;
            }
            let is_used = |path: PathBuf| path.symlink_metadata().is_ok();
            if [self.slot(Slot::A), self.slot(Slot::B), self.segments(), self.pending()]
                .into_iter()
                .any(is_used)
            {
                return Err(StoreError::MemoryLost { folder: self.folder.clone() });
            }
            return Ok(Memory { newest, at, agree });
        }
    }

    fn read_state(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let path = self.folder.join(name);
        let mut bytes = Vec::new();
        let read =
            open_regular(&path).and_then(|file| file.take(MAX_STATE as u64 + 1).read_to_end(&mut bytes));
        match read {
            Ok(_) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            // An unreadable sector is damage like any other; the second file replaces it.
            Err(error) if error.kind() != io::ErrorKind::PermissionDenied => Ok(Some(Vec::new())),
            Err(error) => Err(StoreError::file(&path)(error)),
        }
    }

    /// Writes the newest state to both files and syncs them. This must happen before a slot is changed: the process that
    /// wrote the newer file may have been killed before it was synced, and a power cut would then restore the older file
    /// with the slot that it names.
    pub(super) fn settle(&self, memory: &Memory) -> Result<(), StoreError> {
        let Some(newest) = memory.newest.as_ref().filter(|_| !memory.agree) else { return Ok(()) };
        // The newer file first, with the same bytes: the older one stays intact until they are synced.
        let (first, second) = (FILES[memory.at], FILES[1 - memory.at]);
        self.write_state(first, newest)?;
        self.write_state(second, newest)
    }

    /// Writes a new state. After an error either the old or the new state is stored, so both slots must be kept.
    pub(super) fn remember(&self, memory: &Memory, service: Service) -> Result<(), StoreError> {
        let state = State { sequence: memory.sequence() + 1, service: Some(service) };
        FILES.iter().try_for_each(|name| self.write_state(name, &state))
    }

    /// Writes the first state of a new device, before it has a slot.
    pub(super) fn begin(&self) -> Result<(), StoreError> {
        let state = State { sequence: 1, service: None };
        FILES.iter().try_for_each(|name| self.write_state(name, &state))
    }

    fn write_state(&self, name: &str, state: &State) -> Result<(), StoreError> {
        let path = self.folder.join(name);
        // A state file that is a link is replaced; the write does not follow the link. Until then the other file has
        // the same state.
        self.plain_file(&path)?;
        let disk: &dyn Disk = self.disk.as_ref();
        let write = || {
            let mut file = disk.rewrite(&path)?;
            file.write(&state.write())?;
            file.finish()?;
            disk.sync_folder(&self.folder)
        };
        write().map_err(StoreError::write(&path))
    }
}
