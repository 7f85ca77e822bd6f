//! The memory of a device: one state, in two files.
//!
//! Both hold the same, except while it changes. The change counts from the moment at which the first file is synced;
//! before that the second one still holds the old state, whole. A file that is damaged later costs nothing, since the
//! other one knows as much: were it the state before, its loss would set the device back.

use std::io::{self, Read};
use std::time::Duration;

use super::Device;
use crate::disk::Disk;
use crate::error::StoreError;
use crate::state::{MAX_STATE, Service, Slot, State};

/// The files, in the order in which a change is written.
pub(super) const FILES: [&str; 2] = ["state-a", "state-b"];
/// A reader without a lock may find each file in the moment in which it is written, one after the other.
const MAX_TRIES: u32 = 40;
const PAUSE: Duration = Duration::from_millis(5);

/// What the two files say.
pub(super) struct Memory {
    newest: Option<State>,
    /// The file that says so.
    at: usize,
    agree: bool,
}

impl Memory {
    pub(super) fn service(&self) -> Option<&Service> {
        self.newest.as_ref()?.service.as_ref()
    }

    /// 0 before there is a memory.
    pub(super) fn sequence(&self) -> u64 {
        self.newest.as_ref().map_or(0, |state| state.sequence)
    }

    /// Whether both files say the same.
    pub(super) const fn agrees(&self) -> bool {
        self.agree
    }
}

impl Device {
    /// Reads the memory. A device that has never been updated has none, and no slots; slots without a memory are an
    /// error, never a device that has seen nothing.
    pub(super) fn recall(&self) -> Result<Memory, StoreError> {
        let mut tries = 0;
        loop {
            let mut there = false;
            let mut states = [None, None];
            for (state, name) in states.iter_mut().zip(FILES) {
                let bytes = self.read_state(name)?;
                there |= bytes.is_some();
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
            if there && tries < MAX_TRIES {
                std::thread::sleep(PAUSE);
                continue;
            }
            if [Slot::A, Slot::B].iter().any(|slot| self.slot(*slot).exists()) {
                return Err(StoreError::MemoryLost { folder: self.folder.clone() });
            }
            return Ok(Memory { newest, at, agree });
        }
    }

    fn read_state(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let path = self.folder.join(name);
        let mut bytes = Vec::new();
        let read = std::fs::File::open(&path)
            .and_then(|file| file.take(MAX_STATE as u64 + 1).read_to_end(&mut bytes));
        match read {
            Ok(_) => Ok(Some(bytes)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            // A sector that can no longer be read is damage like any other: the second file is there for it.
            Err(error) if error.kind() != io::ErrorKind::PermissionDenied => Ok(Some(Vec::new())),
            Err(error) => Err(StoreError::file(&path)(error)),
        }
    }

    /// Makes both files say, for good, what the newer one says. Nothing of a slot may be touched before: the newer
    /// file may come from a process that was killed before it was synced, and a cut of the power would bring the older
    /// one back, with the slot that it names.
    pub(super) fn settle(&self, memory: &Memory) -> Result<(), StoreError> {
        let Some(newest) = memory.newest.as_ref().filter(|_| !memory.agree) else { return Ok(()) };
        // The newer file first, with the bytes it has: the older one stays whole until they are synced.
        let (first, second) = (FILES[memory.at], FILES[1 - memory.at]);
        self.write_state(first, newest)?;
        self.write_state(second, newest)
    }

    /// Changes the memory; on an error either the old or the new is remembered, and both slots must stay.
    pub(super) fn remember(&self, memory: &Memory, service: Service) -> Result<(), StoreError> {
        let state = State { sequence: memory.sequence() + 1, service: Some(service) };
        FILES.iter().try_for_each(|name| self.write_state(name, &state))
    }

    /// Begins the memory of a new device, before it has any slot.
    pub(super) fn begin(&self) -> Result<(), StoreError> {
        let state = State { sequence: 1, service: None };
        FILES.iter().try_for_each(|name| self.write_state(name, &state))
    }

    fn write_state(&self, name: &str, state: &State) -> Result<(), StoreError> {
        let path = self.folder.join(name);
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
