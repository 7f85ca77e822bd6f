//! Power cuts at each operation of an update. Whatever the disk retains of unsynced writes, the device opens with the
//! complete old or new bundle, and accepts the next update.

use rastau_core::error::ErrorCode;
use rastau_core::snapshot::check::check_segment;

use super::sim::{Dice, Retained, SimDisk};
use super::*;
use crate::disk::Disk;

/// The number of random outcomes at each cut; `RASTAU_FATES` sets it for a long run.
fn mixed() -> u64 {
    std::env::var("RASTAU_FATES").ok().and_then(|count| count.parse().ok()).unwrap_or(4)
}

fn outcomes(salt: usize) -> impl Iterator<Item = Retained> {
    let mixed = (0..mixed()).map(move |seed| Retained::Mixed(seed * 1000 + salt as u64));
    [Retained::Nothing, Retained::All, Retained::NamesOnly, Retained::Zeros].into_iter().chain(mixed)
}

/// Returns a temporary directory, in memory if possible: thousands of images are written.
fn scratch() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}

/// A device on a disk whose power can be cut.
struct Machine {
    folder: tempfile::TempDir,
    disk: SimDisk,
}

impl Machine {
    /// Returns a machine that has pulled `versions`, one after another.
    fn with(published: &Published, versions: &[u64]) -> Self {
        let folder = scratch();
        let machine = Self { disk: SimDisk::new(folder.path()), folder };
        for version in versions {
            machine.pull(published, *version).unwrap();
        }
        machine
    }

    fn device(&self) -> Device {
        Device::on(Arc::new(self.disk.clone()), self.folder.path().join("device"))
    }

    fn pull(&self, published: &Published, version: u64) -> Result<Updated, StoreError> {
        pull(&self.device(), &published.of(version))
    }

    /// Returns the version that the device opens after a cut; `None` if none was active. Checks that it is complete, that the
    /// update that was cut succeeds if it is tried again (it continues parts of segments, which may be torn), and that the one
    /// after it does.
    fn found(&self, retained: Retained, published: &Published, next: u64) -> Option<u64> {
        let image = scratch();
        self.disk.after_the_cut(retained, image.path());
        let device = Device::at(image.path().join("device"));
        let opened = match device.open_read_only(time(NOW)) {
            Ok(opened) => Some(opened),
            Err(StoreError::Empty { .. }) => None,
            Err(error) => panic!("{retained:?} after {}: {error}", self.disk.last()),
        };
        let version = opened.map(|opened| {
            assert!(
                opened.notices.is_empty(),
                "{retained:?} after {}: {:?}",
                self.disk.last(),
                opened.notices
            );
            for segment in opened.snapshot.segments() {
                check_segment(opened.snapshot.pages(), segment, || {}).unwrap();
            }
            opened.snapshot.manifest().version
        });
        for version in version.map_or(1, |version| version + 1)..=next {
            pull(&device, &published.of(version))
                .unwrap_or_else(|error| panic!("update {version} after {retained:?}: {error}"));
        }
        assert_eq!(super::version(&device), next);
        version
    }
}

/// Published bundles, a directory for each version.
struct Published {
    folder: tempfile::TempDir,
}

impl Published {
    fn new(newest: u64) -> Self {
        let published = Self { folder: scratch() };
        for version in 1..=newest {
            Publisher::new(published.of(version)).publish(version);
        }
        published
    }

    fn of(&self, version: u64) -> PathBuf {
        self.folder.path().join(version.to_string())
    }
}

/// Cuts the update from the versions `before` to the next one at each operation; returns the number of operations.
fn cut_everywhere(before: &[u64]) -> usize {
    let new = before.last().map_or(1, |version| version + 1);
    let published = Published::new(new + 1);
    let mut cuts = 0;
    loop {
        let machine = Machine::with(&published, before);
        let at = machine.disk.count() + cuts;
        machine.disk.cut_at(Some(at));
        let result = machine.pull(&published, new);
        let over = machine.disk.count() <= at;
        // A cut after the commit disturbs only the removal of what is no longer needed.
        assert!(result.is_ok() || !over, "{result:?}");
        for retained in outcomes(at) {
            let found = machine.found(retained, &published, new + 1);
            let expected = found == Some(new) || (result.is_err() && found == before.last().copied());
            assert!(expected, "{found:?}, {retained:?}, cut at {}", machine.disk.last());
        }
        if over {
            return cuts;
        }
        cuts += 1;
    }
}

#[test]
fn survives_a_cut_in_the_first_update() {
    let cuts = cut_everywhere(&[]);
    assert!(cuts >= 40, "{cuts}");
}

#[test]
fn survives_a_cut_in_the_second_update() {
    let cuts = cut_everywhere(&[1]);
    assert!(cuts >= 28, "{cuts}");
}

/// Later updates empty a slot with an older bundle first, and remove segments.
#[test]
fn survives_a_cut_in_a_later_update() {
    let cuts = cut_everywhere(&[1, 2, 3]);
    assert!(cuts >= 40, "{cuts}");
}

/// The active slot is damaged, and the other one replaces it. The next commit writes to the damaged one, so the last
/// readable bundle is never at risk.
#[test]
fn survives_a_cut_while_the_other_slot_replaces_the_active_one() {
    let published = Published::new(3);
    let confirmed = Published::new(1);
    let mut publisher = Publisher::new(confirmed.of(1));
    publisher.publish(1);
    publisher.checked_at = time("2026-03-15T00:00:00Z");
    publisher.sign_freshness(4);
    for cuts in 0.. {
        let machine = Machine::with(&published, &[1]);
        machine.pull(&confirmed, 1).unwrap();
        let mut damaged = machine.disk.rewrite(&machine.folder.path().join("device/b/fresh.cose")).unwrap();
        damaged.write(&[0; 100]).unwrap();
        damaged.finish().unwrap();
        let opened = machine.device().open_read_only(time(NOW)).unwrap();
        assert!(matches!(opened.notices.as_slice(), [Notice::StandIn { damaged: Slot::B, .. }]));
        let at = machine.disk.count() + cuts;
        machine.disk.cut_at(Some(at));
        let result = machine.pull(&published, 2);
        for retained in outcomes(at) {
            let image = scratch();
            machine.disk.after_the_cut(retained, image.path());
            let device = Device::at(image.path().join("device"));
            let found = version(&device);
            assert!(found == 2 || (found == 1 && result.is_err()), "{found}, {retained:?}, {result:?}");
            pull(&device, &published.of(2)).unwrap();
            assert_eq!(version(&device), 2);
        }
        if machine.disk.count() <= at {
            assert!(cuts >= 25, "{cuts}");
            return;
        }
    }
}

/// A killed process leaves unsynced writes to the operating system, and a power cut stops the update after it. The state
/// that the second update relies on must not be one that only the operating system's cache has.
#[test]
fn survives_a_kill_and_then_a_cut() {
    let published = Published::new(5);
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut cuts = 0;
    for first in 0.. {
        let mut ends = false;
        for _ in 0..4 {
            let machine = Machine::with(&published, &[1, 2]);
            let begin = machine.disk.count();
            machine.disk.cut_at(Some(begin + first));
            ends = machine.pull(&published, 3).is_ok();
            let killed_at = machine.disk.last();
            let found = version(&machine.device());
            assert!(found == 2 || found == 3, "{found}");
            let second = machine.disk.count() + dice.below(60);
            machine.disk.cut_at(Some(second));
            let _ = machine.pull(&published, 4);
            for retained in outcomes(first * 100 + second) {
                let after = machine.found(retained, &published, 5);
                assert!(
                    after.is_some_and(|after| after >= 2),
                    "{after:?}, {retained:?}, killed at {killed_at}"
                );
            }
            cuts += 1;
        }
        if ends {
            break;
        }
    }
    assert!(cuts > 100, "{cuts}");
}

/// The disk is full at one operation and the program continues: the error is `Full`, and the old or the new bundle is
/// active, also after a later cut and for the next update.
#[test]
fn survives_a_full_disk_at_any_operation() {
    let published = Published::new(5);
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    for at in 0.. {
        let machine = Machine::with(&published, &[1, 2]);
        let begin = machine.disk.count();
        machine.disk.full_at(begin + at);
        let result = machine.pull(&published, 3);
        if machine.disk.count() <= begin + at {
            assert!(at >= 38, "{at} operations");
            return;
        }
        let found = version(&machine.device());
        match &result {
            // Files that are no longer needed are removed after the commit, or after the next one.
            Ok(_) => assert_eq!(found, 3),
            Err(StoreError::Full { .. }) => assert!(found == 2 || found == 3, "{found}"),
            Err(other) => panic!("{other}"),
        }
        for retained in outcomes(at) {
            let after = machine.found(retained, &published, 5);
            assert!(after.is_some_and(|after| after >= 2), "{after:?}, {retained:?}, after {result:?}");
        }
        machine.disk.cut_at(Some(machine.disk.count() + dice.below(60)));
        let _ = machine.pull(&published, 4);
        for retained in outcomes(at) {
            let after = machine.found(retained, &published, 5);
            assert!(after.is_some_and(|after| after >= 2), "{after:?}, {retained:?}, full at {at}, then cut");
        }
    }
}

#[test]
fn survives_a_cut_while_the_time_is_stored() {
    let published = Published::new(3);
    let later = time(NOW).plus_seconds(40 * 86_400);
    for cuts in 0.. {
        let machine = Machine::with(&published, &[1, 2]);
        let at = machine.disk.count() + cuts;
        machine.disk.cut_at(Some(at));
        let opened = machine.device().open(later).unwrap();
        let over = machine.disk.count() <= at;
        assert_eq!(opened.notices.is_empty(), over, "{:?}", opened.notices);
        for retained in outcomes(at) {
            assert_eq!(machine.found(retained, &published, 3), Some(2));
            if over {
                let image = scratch();
                machine.disk.after_the_cut(retained, image.path());
                let opened = Device::at(image.path().join("device")).open_read_only(time(NOW)).unwrap();
                assert_eq!(opened.snapshot.latest_clock().0, later.0 - CLOCK_STEP);
            }
        }
        if over {
            assert!(cuts >= 6, "{cuts}");
            return;
        }
    }
}

/// Without a lock two commits could write one slot, so the update is refused and the device stays as it is.
#[test]
fn an_update_without_locks_is_refused() {
    let published = Published::new(2);
    let machine = Machine::with(&published, &[1]);
    machine.disk.without_locks();
    let before = files(&machine.folder.path().join("device"));
    let refused = machine.pull(&published, 2).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::DiskWrite, "{refused}");
    assert_eq!(files(&machine.folder.path().join("device")), before);
    assert_eq!(version(&machine.device()), 1);
}
