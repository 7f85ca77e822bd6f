//! Files that are damaged or removed after they were written.

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
fn mends_a_segment_under_its_other_name() {
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
        // What was open before still has the damaged file, whole in its length.
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

/// Each update authenticates another slice, so that damage in blocks that nobody reads is found in time.
#[test]
fn updates_find_damage_that_nobody_has_read() {
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
