//! A device's folder through everything that happens to one: updates, cuts of the power, damage, full disks, a second
//! process, wrong clocks. [`world`] publishes what it is fed with.

mod clock;
mod cuts;
mod damage;
mod sim;
mod sources;
mod updates;
mod world;

use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::source::Folder;
use rastau_core::error::{OpenError, Statement};
use world::{NOW, Publisher, time};

fn update<'a>() -> Update<'a> {
    Update { now: time(NOW), clock: Clock::Shows, root: None, wait: false }
}

fn pull(device: &Device, from: &Path) -> Result<Updated, StoreError> {
    device.update(&Folder::new(from), &update(), &mut |_, _| {})
}

fn version(device: &Device) -> u64 {
    device.look(time(NOW)).unwrap().snapshot.manifest().version
}

/// Every file below a folder with its bytes.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(&at).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else {
                found.push((
                    entry.path().strip_prefix(folder).unwrap().to_path_buf(),
                    fs::read(entry.path()).unwrap(),
                ));
            }
        }
    }
    found.sort();
    found
}

/// A place for a test, with a publisher and a device that is not there yet.
struct Place {
    folder: tempfile::TempDir,
    publisher: Publisher,
    device: Device,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let publisher = Publisher::new(folder.path().join("public"));
        let device = Device::at(folder.path().join("device"));
        Self { folder, publisher, device }
    }

    /// With version 1 in service.
    fn set_up() -> Self {
        let mut place = Self::new();
        place.publisher.publish(1);
        assert_eq!(place.pull().unwrap().change, Change::First);
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn pull(&self) -> Result<Updated, StoreError> {
        pull(&self.device, &self.path("public"))
    }
}
