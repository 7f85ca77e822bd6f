//! The power goes at each operation of an update in turn. Whatever the disk kept of what was not synced, the device
//! opens with the old or the new bundle, whole, and takes the next update.

use rastau_core::snapshot::check::check_segment;

use super::sim::{Dice, Fate, SimDisk};
use super::*;

/// How many mixed fates are tried at each cut; `RASTAU_FATES` for a long night.
fn mixed() -> u64 {
    std::env::var("RASTAU_FATES").ok().and_then(|count| count.parse().ok()).unwrap_or(4)
}

fn fates(salt: usize) -> impl Iterator<Item = Fate> {
    let mixed = (0..mixed()).map(move |seed| Fate::Mixed(seed * 1000 + salt as u64));
    [Fate::Lost, Fate::Kept, Fate::NamesOnly, Fate::Zeros].into_iter().chain(mixed)
}

/// A folder in memory where the machine has one: thousands of images are written.
fn scratch() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}

/// Bundles that were published one after another, and a device on a disk that can be cut.
struct Scene {
    folder: tempfile::TempDir,
    disk: SimDisk,
}

impl Scene {
    /// With the given versions pulled, one after the other.
    fn with(publics: &Publics, versions: &[u64]) -> Self {
        let folder = scratch();
        let scene = Self { disk: SimDisk::new(folder.path()), folder };
        for version in versions {
            scene.pull(publics, *version).unwrap();
        }
        scene
    }

    fn device(&self) -> Device {
        Device::on(Box::new(self.disk.clone()), self.folder.path().join("device"))
    }

    fn pull(&self, publics: &Publics, version: u64) -> Result<Updated, StoreError> {
        pull(&self.device(), &publics.of(version))
    }

    /// What a device finds after a cut: the version, or `None` where none was ever in service. It is whole, and the next
    /// update succeeds.
    fn found(&self, fate: Fate, publics: &Publics, next: u64) -> Option<u64> {
        let image = scratch();
        self.disk.after_the_cut(fate, image.path());
        let device = Device::at(image.path().join("device"));
        let opened = match device.look(time(NOW)) {
            Ok(opened) => Some(opened),
            Err(StoreError::Empty { .. }) => None,
            Err(error) => panic!("{fate:?} after {}: {error}", self.disk.last()),
        };
        let version = opened.map(|opened| {
            assert!(opened.notices.is_empty(), "{fate:?} after {}: {:?}", self.disk.last(), opened.notices);
            for segment in opened.snapshot.segments() {
                check_segment(opened.snapshot.pages(), segment, || {}).unwrap();
            }
            opened.snapshot.manifest().version
        });
        pull(&device, &publics.of(next)).unwrap_or_else(|error| panic!("the update after {fate:?}: {error}"));
        assert_eq!(super::version(&device), next);
        version
    }
}

/// What was published, a folder a version.
struct Publics {
    folder: tempfile::TempDir,
}

impl Publics {
    fn new(newest: u64) -> Self {
        let publics = Self { folder: scratch() };
        for version in 1..=newest {
            Publisher::new(publics.of(version)).publish(version);
        }
        publics
    }

    fn of(&self, version: u64) -> PathBuf {
        self.folder.path().join(version.to_string())
    }
}

/// Cuts the step from `before` to the newest of them plus one at every operation.
fn cut_everywhere(before: &[u64]) -> usize {
    let new = before.last().map_or(1, |version| version + 1);
    let publics = Publics::new(new + 1);
    let mut cuts = 0;
    loop {
        let scene = Scene::with(&publics, before);
        let at = scene.disk.count() + cuts;
        scene.disk.cut_at(Some(at));
        let result = scene.pull(&publics, new);
        let over = scene.disk.count() <= at;
        assert_eq!(result.is_ok(), over, "{result:?}");
        for fate in fates(at) {
            let found = scene.found(fate, &publics, new + 1);
            let good =
                if over { found == Some(new) } else { found == Some(new) || found == before.last().copied() };
            assert!(good, "{found:?}, {fate:?}, cut at {}", scene.disk.last());
        }
        if over {
            return cuts;
        }
        cuts += 1;
    }
}

#[test]
fn the_first_update_cut_anywhere() {
    let cuts = cut_everywhere(&[]);
    assert!(cuts >= 40, "{cuts}");
}

#[test]
fn the_second_update_cut_anywhere() {
    let cuts = cut_everywhere(&[1]);
    assert!(cuts >= 28, "{cuts}");
}

/// From here on a slot with an older bundle is emptied first, and segments have two names.
#[test]
fn a_later_update_cut_anywhere() {
    let cuts = cut_everywhere(&[1, 2, 3]);
    assert!(cuts >= 40, "{cuts}");
}

/// A process that is killed leaves its unsynced writes to the system; the update after it is cut by the power. What the
/// second one believes to be in service must not be something that only the system's memory knows.
#[test]
fn killed_anywhere_and_then_cut_anywhere() {
    let publics = Publics::new(5);
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut cuts = 0;
    for first in 0.. {
        let mut ends = false;
        for _ in 0..4 {
            let scene = Scene::with(&publics, &[1, 2]);
            let begin = scene.disk.count();
            scene.disk.cut_at(Some(begin + first));
            ends = scene.pull(&publics, 3).is_ok();
            let killed_at = scene.disk.last();
            let found = version(&scene.device());
            assert!(found == 2 || found == 3, "{found}");
            let second = scene.disk.count() + dice.below(60);
            scene.disk.cut_at(Some(second));
            let _ = scene.pull(&publics, 4);
            for fate in fates(first * 100 + second) {
                let after = scene.found(fate, &publics, 5);
                assert!(after.is_some_and(|after| after >= 2), "{after:?}, {fate:?}, killed at {killed_at}");
            }
            cuts += 1;
        }
        if ends {
            break;
        }
    }
    assert!(cuts > 100, "{cuts}");
}

/// The disk says no once, anywhere, and the program lives: the old or the new is in service, the error says why, and
/// neither a later cut nor the next update finds anything else.
#[test]
fn full_at_any_operation() {
    let publics = Publics::new(5);
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    for at in 0.. {
        let scene = Scene::with(&publics, &[1, 2]);
        let begin = scene.disk.count();
        scene.disk.full_at(begin + at);
        let result = scene.pull(&publics, 3);
        if scene.disk.count() <= begin + at {
            assert!(at >= 38, "{at} operations");
            return;
        }
        let found = version(&scene.device());
        match &result {
            // A disk that takes no second names, say: a segment is then copied.
            Ok(_) => assert_eq!(found, 3),
            Err(StoreError::Full { .. }) => assert!(found == 2 || found == 3, "{found}"),
            Err(other) => panic!("{other}"),
        }
        for fate in fates(at) {
            let after = scene.found(fate, &publics, 5);
            assert!(after.is_some_and(|after| after >= 2), "{after:?}, {fate:?}, after {result:?}");
        }
        scene.disk.cut_at(Some(scene.disk.count() + dice.below(60)));
        let _ = scene.pull(&publics, 4);
        for fate in fates(at) {
            let after = scene.found(fate, &publics, 5);
            assert!(after.is_some_and(|after| after >= 2), "{after:?}, {fate:?}, full at {at}, then cut");
        }
    }
}

/// Remembering the time is a change of the memory like any other.
#[test]
fn remembering_the_time_cut_anywhere() {
    let publics = Publics::new(3);
    let later = time(NOW).plus_seconds(40 * 86_400);
    for cuts in 0.. {
        let scene = Scene::with(&publics, &[1, 2]);
        let at = scene.disk.count() + cuts;
        scene.disk.cut_at(Some(at));
        let opened = scene.device().open(later).unwrap();
        let over = scene.disk.count() <= at;
        assert_eq!(opened.notices.is_empty(), over, "{:?}", opened.notices);
        for fate in fates(at) {
            assert_eq!(scene.found(fate, &publics, 3), Some(2));
            if over {
                let image = scratch();
                scene.disk.after_the_cut(fate, image.path());
                let shown = Device::at(image.path().join("device")).look(time(NOW)).unwrap();
                assert_eq!(shown.snapshot.latest_clock().0, later.0 - CLOCK_STEP);
            }
        }
        if over {
            assert!(cuts >= 6, "{cuts}");
            return;
        }
    }
}
