//! Tests of a device's directory: updates, power cuts, damage, full disks, concurrent processes, wrong clocks. The module
//! [`publisher`] publishes the bundles that they use.

mod clock;
mod cuts;
mod damage;
mod live;
mod publisher;
mod random;
mod rotation;
mod sessions;
mod sim;
mod sources;
mod updates;

use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::source::Folder;
use publisher::{NOW, Publisher, only_file, time};
use rastau_core::error::{OpenError, Statement};

fn update<'a>() -> Update<'a> {
    Update::by_clock(time(NOW), None)
}

fn pull(device: &Device, from: &Path) -> Result<Updated, StoreError> {
    device.update(&Folder::new(from), &update(), &mut |_, _| {})
}

fn version(device: &Device) -> u64 {
    device.open_read_only(time(NOW)).unwrap().snapshot.manifest().version
}

/// Returns all files below a directory with their bytes, sorted.
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

/// A temporary directory with a publisher and a device that has not been set up.
struct Fixture {
    folder: tempfile::TempDir,
    publisher: Publisher,
    device: Device,
}

impl Fixture {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let publisher = Publisher::new(folder.path().join("public"));
        let device = Device::at(folder.path().join("device"));
        Self { folder, publisher, device }
    }

    /// A fixture with version 1 active.
    fn set_up() -> Self {
        let mut fixture = Self::new();
        fixture.publisher.publish(1);
        assert_eq!(fixture.pull().unwrap().change, Change::First);
        fixture
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn pull(&self) -> Result<Updated, StoreError> {
        pull(&self.device, &self.path("public"))
    }
}
