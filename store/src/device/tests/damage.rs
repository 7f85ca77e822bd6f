//! Files that are damaged or removed after they were written.

use rastau_core::crypto::Hash;
use rastau_core::error::PageError;
use rastau_core::snapshot::cache::PageCache;
use rastau_core::snapshot::pages::SegmentKind;
use rastau_core::snapshot::tree::find_leaf;

use super::*;

const STATES: [&str; 2] = ["state-a", "state-b"];

type Damage<'d> = &'d dyn Fn(&Path);

fn flip(path: &Path, at: usize) {
    let mut bytes = fs::read(path).unwrap();
    bytes[at] ^= 4;
    fs::write(path, bytes).unwrap();
}

/// Returns a device with version 3 active in slot a, and version 2 in slot b.
fn with_version_3() -> Fixture {
    let mut fixture = Fixture::set_up();
    for newest in [2, 3] {
        fixture.publisher.publish(newest);
        fixture.pull().unwrap();
    }
    fixture
}

/// Both state files have the same content, so the loss of either is not a rollback.
#[test]
fn one_state_file_is_enough() {
    for name in STATES {
        let ways: [&dyn Fn(&Path); 3] =
            [&|path| flip(path, 60), &|path| fs::remove_file(path).unwrap(), &|path| {
                fs::write(path, "").unwrap()
            }];
        for damage in ways {
            let fixture = with_version_3();
            let intact = fs::read(fixture.path("device").join(name)).unwrap();
            damage(&fixture.path("device").join(name));
            assert_eq!(version(&fixture.device), 3);
            let bytes = |name: &str| fs::read(fixture.path("device").join(name)).ok();
            assert_ne!(bytes(name).as_ref(), Some(&intact), "reading changes nothing");
            assert!(fixture.device.open(time(NOW)).unwrap().notices.is_empty());
            assert_eq!(bytes(STATES[0]), bytes(STATES[1]), "open repairs it");
            assert!(bytes(STATES[0]).is_some());
        }
    }
}

/// A device that lost its state must not be taken for a new one.
#[test]
fn a_lost_state_is_an_error_and_never_a_new_device() {
    for damage in [|path: &Path| flip(path, 60), |path: &Path| fs::remove_file(path).unwrap()] {
        let fixture = with_version_3();
        STATES.iter().for_each(|name| damage(&fixture.path("device").join(name)));
        fs::write(fixture.path("device/check"), "").unwrap();
        let before = files(&fixture.path("device"));
        for error in [
            fixture.device.open_read_only(time(NOW)).err().unwrap(),
            fixture.device.open(time(NOW)).err().unwrap(),
            fixture.pull().err().unwrap(),
        ] {
            assert!(matches!(error, StoreError::MemoryLost { .. }), "{error}");
        }
        assert_eq!(files(&fixture.path("device")), before);
    }
}

/// An intact older bundle does not replace a damaged one: documents cancelled since would be valid again.
#[test]
fn an_older_bundle_does_not_replace_a_damaged_one() {
    let fixture = with_version_3();
    fs::write(only_file(&fixture.path("device/a/manifests")), "?").unwrap();
    let error = fixture.device.open_read_only(time(NOW)).err().unwrap();
    assert!(matches!(error, StoreError::Refused(OpenError::Malformed(Statement::Manifest, _))), "{error}");
    // Pulling the same bundle again repairs it.
    let updated = fixture.pull().unwrap();
    assert_eq!((updated.change, updated.fetched), (Change::Mended, 0));
    assert_eq!(version(&fixture.device), 3);
}

/// The same bundle with an older freshness statement is not older.
#[test]
fn an_equally_new_bundle_replaces_a_damaged_one_until_the_next_update() {
    let ways: [(&str, Damage); 3] = [
        ("no manifest", &|slot| fs::remove_file(only_file(&slot.join("manifests"))).unwrap()),
        ("altered freshness statement", &|slot| flip(&slot.join("fresh.cose"), 80)),
        ("no slot", &|slot| fs::remove_dir_all(slot).unwrap()),
    ];
    for (name, damage) in ways {
        let mut fixture = Fixture::set_up();
        fixture.publisher.checked_at = time("2026-03-15T00:00:00Z");
        fixture.publisher.sign_freshness(4);
        fixture.pull().unwrap();
        damage(&fixture.path("device/b"));
        let opened = fixture.device.open_read_only(time(NOW)).unwrap();
        assert_eq!(opened.slot, Slot::A, "{name}");
        assert!(matches!(opened.notices.as_slice(), [Notice::StandIn { damaged: Slot::B, .. }]), "{name}");
        assert_eq!(opened.snapshot.newest_signed(), time("2026-03-15T00:00:00Z"), "time does not go back");
        assert_eq!(fixture.pull().unwrap().change, Change::Mended, "{name}");
        let opened = fixture.device.open_read_only(time(NOW)).unwrap();
        assert!(opened.notices.is_empty() && opened.slot == Slot::B, "{name}");
    }
}

/// A damaged segment is never written to: readers may have it open. It is read from the source under its other name.
#[test]
fn repairs_a_segment_under_its_other_name() {
    let fixture = with_version_3();
    let full = |fixture: &Fixture| {
        let update = Update { full_check: true, ..update() };
        fixture.device.update(&Folder::new(fixture.path("public")), &update, &mut |_, _| {}).unwrap()
    };
    let names = |fixture: &Fixture| -> Vec<String> {
        let files = fs::read_dir(fixture.path("device/segments")).unwrap();
        let mut names: Vec<_> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    let before = names(&fixture);
    let (first, second) = (before[0].clone(), before[0].replace(".seg", "-2.seg"));
    for (damaged, mended) in [(&first, &second), (&second, &first)] {
        let path = fixture.path("device/segments").join(damaged);
        flip(&path, 5000);
        let opened = fixture.device.open_read_only(time(NOW)).unwrap();
        let updated = full(&fixture);
        assert_eq!(
            (updated.change, updated.fetched),
            (Change::Mended, publisher::length(&path_of(&fixture, mended)))
        );
        assert!(!path.exists() && names(&fixture).contains(mended), "{:?}", names(&fixture));
        assert_eq!(full(&fixture).change, Change::Nothing);
        // A bundle opened before still has the damaged file, in its full length.
        assert!(opened.snapshot.pages().damage(opened.snapshot.segments()).is_empty());
        let opened = fixture.device.open_read_only(time(NOW)).unwrap();
        for segment in opened.snapshot.segments() {
            rastau_core::snapshot::check::check_segment(opened.snapshot.pages(), segment, || {}).unwrap();
        }
    }
    assert_eq!(names(&fixture), before);

    // A length is compared at every opening and every update.
    fs::write(path_of(&fixture, &first), [0; 100]).unwrap();
    let notices = |fixture: &Fixture| fixture.device.open_read_only(time(NOW)).unwrap().notices;
    assert!(matches!(notices(&fixture).as_slice(), [Notice::Damage(damage)] if damage.found == Some(100)));
    assert_eq!(fixture.pull().unwrap().change, Change::Mended);
    assert!(notices(&fixture).is_empty());
    fs::remove_file(path_of(&fixture, &second)).unwrap();
    assert!(matches!(notices(&fixture).as_slice(), [Notice::Damage(damage)] if damage.found.is_none()));
    assert_eq!(fixture.pull().unwrap().change, Change::Mended);
    assert_eq!(names(&fixture), before);
}

/// Each update authenticates another slice, so that damage in blocks that are never read is found in time.
#[test]
fn updates_find_damage_in_pages_that_are_never_read() {
    let fixture = with_version_3();
    flip(&only_large_segment(&fixture), 5000);
    let mut now = time(NOW);
    let found = (0..200).any(|_| {
        now = now.plus_seconds(3600);
        let update = Update { now, clock: Clock::Hypothetical, ..update() };
        let updated = fixture.device.update(&Folder::new(fixture.path("public")), &update, &mut |_, _| {});
        updated.unwrap().change == Change::Mended
    });
    assert!(found);
}

/// A device whose segment of tables number 1 has a damaged page.
struct Damaged {
    fixture: Fixture,
    /// The segment's hash.
    root: Hash,
    /// A time at which an update's slice does not contain the damage.
    quiet: Timestamp,
}

/// The row on the damaged page.
const ROW: u32 = 2;

impl Damaged {
    fn new() -> Self {
        let mut fixture = Fixture::set_up();
        fixture.publisher.publish(8);
        fixture.pull().unwrap();
        let root = table(&fixture.device.open_read_only(time(NOW)).unwrap(), 1);
        let mut damaged = Self { fixture, root, quiet: time(NOW) };
        damaged.damage(root);
        while damaged.pull() != Change::Nothing {
            damaged.damage(root);
            damaged.quiet = damaged.quiet.plus_seconds(3600);
        }
        damaged
    }

    fn damage(&self, root: Hash) {
        let names = [false, true].map(|is_second| self.fixture.device.segment(&root, is_second));
        flip(names.iter().find(|path| path.exists()).unwrap(), ROW as usize * 4096 + 100);
    }

    /// An ordinary update at the quiet time.
    fn pull(&self) -> Change {
        let update = Update { now: self.quiet, clock: Clock::Hypothetical, ..update() };
        let source = Folder::new(self.fixture.path("public"));
        self.fixture.device.update(&source, &update, &mut |_, _| {}).unwrap().change
    }

    fn is_asked_for(&self) -> bool {
        self.fixture.path("device/check").exists()
    }

    fn look_up(&self, opened: &InService) -> Result<(), PageError> {
        look_up(opened, self.root)
    }
}

fn table(opened: &InService, serial: u32) -> Hash {
    let mut segments = opened.snapshot.segments().map(|segment| segment.id);
    segments.find(|id| (id.kind, id.serial) == (SegmentKind::Tables, serial)).unwrap().root
}

/// Reads the page of [`ROW`] as a verification does.
fn look_up(opened: &InService, root: Hash) -> Result<(), PageError> {
    let segment = opened.snapshot.segments().find(|segment| segment.id.root == root).unwrap();
    let cache = PageCache::new();
    find_leaf(opened.snapshot.pages(), &cache, segment, &ROW.to_be_bytes())
        .map(|leaf| assert!(leaf.is_some()))
}

/// A reader that meets an altered page cannot repair it. The next update can, by any process.
#[test]
fn an_update_checks_every_page_after_a_reader_met_an_altered_one() {
    let damaged = Damaged::new();
    for _ in 0..2 {
        assert_eq!(damaged.pull(), Change::Nothing, "without a reader it is not found");
    }
    let opened = damaged.fixture.device.open(time(NOW)).unwrap();
    assert!(!damaged.is_asked_for());
    for _ in 0..2 {
        assert_eq!(damaged.look_up(&opened), Err(PageError::Altered));
    }
    assert!(damaged.is_asked_for());
    assert_eq!(damaged.pull(), Change::Mended);
    assert!(!damaged.is_asked_for(), "the check is complete");
    assert_eq!(damaged.look_up(&damaged.fixture.device.open(time(NOW)).unwrap()), Ok(()));
    assert_eq!(damaged.pull(), Change::Nothing);
}

/// The same in a program that runs for months, with an update by another process in between.
#[test]
fn a_running_program_asks_for_a_check_and_follows_the_repaired_device() {
    let damaged = Damaged::new();
    let live = Live::open(Device::at(damaged.fixture.path("device")), time(NOW), |opened| opened).unwrap();
    let at = || live.at(time(NOW)).unwrap();
    assert_eq!(damaged.look_up(&at()), Err(PageError::Altered));
    assert_eq!(damaged.pull(), Change::Mended);
    assert_eq!(damaged.look_up(&at()), Ok(()));
    assert!(!damaged.is_asked_for());
}

/// The test below starts this one in a process of its own; otherwise it reads a device without damage.
#[test]
fn a_reader_of_its_own_process() {
    let path = std::env::var_os("RASTAU_DAMAGED_DEVICE");
    let fixture = Fixture::set_up();
    let folder = path.clone().map_or_else(|| fixture.path("device"), PathBuf::from);
    let opened = Device::at(folder).open(time(NOW)).unwrap();
    let expected = if path.is_some() { Err(PageError::Altered) } else { Ok(()) };
    assert_eq!(look_up(&opened, table(&opened, 1)), expected);
}

#[test]
fn an_update_checks_every_page_after_another_process_met_an_altered_one() {
    let damaged = Damaged::new();
    let reader = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "device::tests::damage::a_reader_of_its_own_process"])
        .env("RASTAU_DAMAGED_DEVICE", damaged.fixture.path("device"))
        .output()
        .unwrap();
    let output = String::from_utf8_lossy(&reader.stdout);
    assert!(reader.status.success() && output.contains("1 passed"), "{output}");
    assert!(damaged.is_asked_for());
    assert_eq!(damaged.pull(), Change::Mended);
    assert!(!damaged.is_asked_for());
}

#[test]
fn a_read_only_opening_writes_nothing_when_it_meets_an_altered_page() {
    let damaged = Damaged::new();
    let before = files(&damaged.fixture.path("device"));
    let opened = damaged.fixture.device.open_read_only(time(NOW)).unwrap();
    assert_eq!(damaged.look_up(&opened), Err(PageError::Altered));
    assert_eq!(files(&damaged.fixture.path("device")), before);
}

/// A full check is asked for until an update is complete.
#[test]
fn an_update_that_failed_leaves_the_request_for_a_check() {
    let damaged = Damaged::new();
    assert!(damaged.look_up(&damaged.fixture.device.open(time(NOW)).unwrap()).is_err());
    let error = pull(&damaged.fixture.device, &damaged.fixture.path("nothing")).unwrap_err();
    assert!(matches!(error, StoreError::NotThere { .. }), "{error}");
    assert!(damaged.is_asked_for());
    assert_eq!(damaged.pull(), Change::Mended);
    assert!(!damaged.is_asked_for());
}

/// A reader meets the page while an update is under way that has checked a slice only.
#[test]
fn an_update_that_has_not_checked_every_page_leaves_the_request_for_a_check() {
    let damaged = Damaged::new();
    let update = Update { now: damaged.quiet, clock: Clock::Hypothetical, ..update() };
    let mut session = Session::begin(&damaged.fixture.device, &update).unwrap();
    assert!(damaged.look_up(&damaged.fixture.device.open(time(NOW)).unwrap()).is_err());
    session.status(404).unwrap();
    session.take(&fs::read(damaged.fixture.path("public/fresh.cose")).unwrap(), 0).unwrap();
    session.end().unwrap();
    assert_eq!(session.commit().unwrap().unwrap().change, Change::Nothing);
    assert!(damaged.is_asked_for());
    assert_eq!(damaged.pull(), Change::Mended);
}

/// A full check that finds nothing is complete too, for example after an update with `--check`.
#[test]
fn a_check_that_finds_nothing_is_complete() {
    let fixture = Fixture::set_up();
    fs::write(fixture.path("device/check"), "").unwrap();
    assert_eq!(fixture.pull().unwrap().change, Change::Nothing);
    assert!(!fixture.path("device/check").exists());
}

/// If the slice of an update has a bad page, all segments are checked at once and not over months.
#[test]
fn one_bad_page_makes_an_update_check_all_pages() {
    let mut damaged = Damaged::new();
    let other = table(&damaged.fixture.device.open_read_only(time(NOW)).unwrap(), 8);
    loop {
        damaged.damage(other);
        if damaged.pull() != Change::Nothing {
            break;
        }
        // The slice at this time contains neither. Calling `damage` twice restores the page.
        damaged.damage(other);
        loop {
            damaged.quiet = damaged.quiet.plus_seconds(3600);
            if damaged.pull() == Change::Nothing {
                break;
            }
            damaged.damage(damaged.root);
        }
    }
    assert_eq!(damaged.look_up(&damaged.fixture.device.open_read_only(time(NOW)).unwrap()), Ok(()));
}

/// A link at the path of the request is not followed.
#[cfg(unix)]
#[test]
fn a_request_for_a_check_follows_no_link() {
    let damaged = Damaged::new();
    let (link, outside) = (damaged.fixture.path("device/check"), damaged.fixture.path("outside"));
    std::os::unix::fs::symlink(&outside, &link).unwrap();
    assert!(damaged.look_up(&damaged.fixture.device.open(time(NOW)).unwrap()).is_err());
    assert!(!outside.exists());
    assert_eq!(damaged.pull(), Change::Mended);
    assert!(link.symlink_metadata().is_err(), "the link itself is removed");
}

fn only_large_segment(fixture: &Fixture) -> PathBuf {
    let files = fs::read_dir(fixture.path("device/segments")).unwrap().map(|file| file.unwrap().path());
    files.max_by_key(|path| publisher::length(path)).unwrap()
}

fn path_of(fixture: &Fixture, name: &str) -> PathBuf {
    fixture.path("device/segments").join(name)
}

#[test]
fn sets_up_a_device_whose_first_update_was_interrupted() {
    let mut fixture = Fixture::new();
    fixture.publisher.publish(1);
    fs::create_dir(fixture.path("device")).unwrap();
    fs::write(fixture.path("device/state-a"), "RASTAUS1 torn").unwrap();
    assert!(matches!(fixture.device.open_read_only(time(NOW)), Err(StoreError::Empty { .. })));
    assert_eq!(fixture.pull().unwrap().change, Change::First);
}

#[cfg(unix)]
#[test]
fn a_read_only_device_opens_and_reports_why_it_cannot_be_updated() {
    use std::os::unix::fs::PermissionsExt;
    let mut fixture = Fixture::set_up();
    fixture.publisher.publish(2);
    let allow = |mode| {
        for name in ["device", "device/a", "device/lock", "device/state-a", "device/state-b"] {
            let path = fixture.path(name);
            let mode = if path.is_dir() { mode } else { mode & 0o666 };
            if path.exists() {
                fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
            }
        }
    };
    allow(0o555);
    let is_root = fs::write(fixture.path("device/probe"), "").is_ok();
    if is_root {
        // Permissions do not bind root; a test of the command line mounts a read-only file system.
        fs::remove_file(fixture.path("device/probe")).unwrap();
    } else {
        assert!(matches!(fixture.pull(), Err(StoreError::ReadOnly { .. })));
        let later = time(NOW).plus_seconds(40 * 86_400);
        let opened = fixture.device.open(later).unwrap();
        assert!(matches!(opened.notices.as_slice(), [Notice::TimeNotKept(_)]));
    }
    allow(0o755);
    assert_eq!(fixture.pull().unwrap().change, Change::Newer);
}

/// A reader without a lock may find both files while they are being written.
#[test]
fn rereads_a_state_that_is_being_written() {
    let fixture = with_version_3();
    let intact = fs::read(fixture.path("device/state-a")).unwrap();
    let write = |bytes: &[u8]| {
        STATES.iter().for_each(|name| fs::write(fixture.path("device").join(name), bytes).unwrap())
    };
    write(&intact[..100]);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            std::thread::sleep(std::time::Duration::from_millis(30));
            write(&intact);
        });
        assert_eq!(version(&fixture.device), 3);
    });
}
